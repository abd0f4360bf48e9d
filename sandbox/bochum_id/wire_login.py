"""Messages of signing in: attempts, their results, sessions (contract 2.2 and 2.3)."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.levels import Level, ProvenLevel
from sandbox.bochum_id.wire import Id, Moment, Sha256, Wire

type Purpose = Literal["login", "register", "identify"]
type Method = Literal["eid", "password"]
type AccountMode = Literal["existing", "create", "transient"]
type UiLanguage = Annotated[
    str, Field(max_length=35, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", examples=["de"])
]
type FactorType = Literal["totp", "smsCode", "emailCode", "recoveryCode"]
type Try = Annotated[int, Field(ge=1, le=99)]
"""Counts up from 1: a repeated one is not another guess."""


_NO_CONTROLS = r"^[^\x00-\x1f\x7f-\x9f]+$"


class NewLoginAttempt(Wire):
    method: Method
    purpose: Purpose
    requested_level: ProvenLevel
    service_id: Id | None = None
    dpop_jkt: Sha256
    code_challenge: Sha256
    code_challenge_method: Literal["S256"]
    ui_language: UiLanguage = "de"


class NewAnonymousSession(Wire):
    """What is wanted without anybody saying who they are."""

    service_id: Id
    dpop_jkt: Sha256
    """Thumbprint of the key that proves itself in `Visit-DPoP`."""
    ui_language: UiLanguage = "de"


class CardRequest(Wire):
    """A session asks for the card of whoever stands there; its key and terminal are known."""

    service_id: Id | None = None
    code_challenge: Sha256
    code_challenge_method: Literal["S256"]
    ui_language: UiLanguage | None = None


class StepUpRequest(CardRequest):
    requested_level: Literal["substantiell", "hoch"]


class Provider(Wire):
    name: str
    purpose: str


class RequestedAttributes(Wire):
    required: list[str]
    optional: list[str]
    age_verification: int | None = None
    """Completed years; the card says yes or no and keeps the date of birth to itself."""
    place_verification: str | None = None
    """The first digits of a municipality's key."""


class EidStart(Wire):
    tc_token_url: str
    provider: Provider
    attributes: RequestedAttributes
    transaction_info: str


class LoginAttemptView(Wire):
    id: str
    method: Method
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
    match: Literal["existing", "none", "ambiguous"]
    link_to: Id | None = None
    """With `ambiguous`: the one account that a renewed card may belong to."""


class VerifiedAttempt(Wire):
    id: str
    state: Literal["verified"] = "verified"
    code: str
    account: AccountMatch


class CosignatureView(Wire):
    """Who has signed as the second person, and when."""

    name: str
    signed_at: Moment


class CosignedAttempt(Wire):
    """The end of an attempt of the purpose cosign: a signature, and no session."""

    id: str
    state: Literal["consumed"] = "consumed"
    cosignature: CosignatureView


class PasswordGiven(Wire):
    username: Annotated[str, Field(min_length=1, max_length=64, pattern=_NO_CONTROLS, examples=["erika"])]
    password: Annotated[
        str,
        Field(min_length=1, max_length=128, pattern=_NO_CONTROLS, repr=False, examples=["Kortum-Haus-1873"]),
    ]
    try_: Try = Field(alias="try")


class FactorView(Wire):
    id: str
    type: FactorType
    hint: str


class AwaitingFactor(Wire):
    id: str
    state: Literal["awaitingFactor"] = "awaitingFactor"
    factors: list[FactorView]


class ChallengeSent(Wire):
    expires_in: int
    """Seconds."""


class FactorResponse(Wire):
    code: Annotated[str, Field(pattern=r"^[0-9A-Za-z -]{4,32}$", repr=False, examples=["493021"])]
    try_: Try = Field(alias="try")


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
    link_to: Id | None = None
    """With `existing`: the account that a renewed card shall open from now on."""


class DocumentView(Wire):
    type: str
    valid_until: str | None = None


class ActingForChoice(Wire):
    organisation_id: Id | None
    """null: for oneself."""


class ActingForView(Wire):
    """In whose name the session acts."""

    id: str
    name: str
    scope: Literal["full", "read"]


class SessionView(Wire):
    id: str
    level: Level
    level_uri: str
    methods: list[Method]
    """Empty while nobody has signed in."""
    document: DocumentView | None = None
    """The card, where the service asked for it."""
    account_type: Literal["person"] = "person"
    account_mode: AccountMode
    acting_for: ActingForView | None = None
    """Nothing while the person acts for themself."""
    display_name: str
    """Empty while nobody has signed in."""
    idle_timeout: int
    absolute_end: Moment


class TokenView(Wire):
    access_token: str
    token_type: Literal["DPoP"] = "DPoP"  # noqa: S105 - the name of the scheme
    expires_in: int


class NewSessionView(TokenView):
    session: SessionView
