"""Messages of signing in: attempts, their results, sessions (contract 2.2 and 2.3)."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.wire import Id, Moment, Sha256, Wire

type Purpose = Literal["login", "register", "identify"]
type Level = Literal["normal", "substantiell", "hoch"]
type AccountMode = Literal["existing", "create", "transient"]


class NewLoginAttempt(Wire):
    method: Literal["eid"]
    purpose: Purpose
    requested_level: Level
    service_id: Id | None = None
    dpop_jkt: Sha256
    code_challenge: Sha256
    code_challenge_method: Literal["S256"]
    ui_language: Annotated[str, Field(max_length=35, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "de"


class Provider(Wire):
    name: str
    purpose: str


class RequestedAttributes(Wire):
    required: list[str]
    optional: list[str]


class EidStart(Wire):
    tc_token_url: str
    provider: Provider
    attributes: RequestedAttributes
    transaction_info: str


class LoginAttemptView(Wire):
    id: str
    method: Literal["eid"] = "eid"
    state: str
    expires_at: Moment
    confirmation_code: str
    eid: EidStart | None = None
    """Only in the answer that creates the attempt: the link works once."""
    problem: dict[str, object] | None = None
    """Why a failed attempt failed, as the backend saw it."""


class EidResultReport(Wire):
    refresh_url: Annotated[str, Field(max_length=2048)]


class AccountMatch(Wire):
    match: Literal["existing", "none"]


class VerifiedAttempt(Wire):
    id: str
    state: Literal["verified"] = "verified"
    code: str
    account: AccountMatch


class PendingAttempt(Wire):
    state: Literal["awaitingEid"] = "awaitingEid"
    retry_after: int


class Consents(Wire):
    electronic_delivery: bool
    mailbox_notification_email: bool


class SessionExchange(Wire):
    code: Annotated[str, Field(max_length=64)]
    code_verifier: Annotated[
        str,
        Field(
            min_length=43,
            max_length=128,
            pattern=r"^[A-Za-z0-9._~-]+$",
            examples=["dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"],
        ),
    ]
    account_mode: AccountMode
    consents: Consents | None = None
    """What the citizen decided, yes or no; needed to create an account."""


class SessionView(Wire):
    id: str
    level: Level
    level_uri: str
    methods: list[str]
    account_type: Literal["person"] = "person"
    account_mode: AccountMode
    display_name: str
    idle_timeout: int
    absolute_end: Moment


class TokenView(Wire):
    access_token: str
    token_type: Literal["DPoP"] = "DPoP"  # noqa: S105 - the name of the scheme
    expires_in: int


class NewSessionView(TokenView):
    session: SessionView
