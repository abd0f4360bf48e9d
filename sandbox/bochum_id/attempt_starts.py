"""Opening a login attempt at a terminal, by card or by password (contract 2.2)."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.attempt_views import attempt_view
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.identification import identification_of
from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.login_attempts import transaction_info
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.session_end import cancel_attempts_at
from sandbox.bochum_id.tables import JsonValue, LoginAttempt


@dataclass(frozen=True, slots=True)
class Beginning:
    """What an attempt begins with; `session_id` is the session it shall raise or add a card to."""

    terminal_id: str
    purpose: str
    dpop_jkt: str
    code_challenge: str
    ui_language: str
    service_id: str | None = None
    session_id: str | None = None
    application_id: str | None = None
    scenarios: frozenset[str] = frozenset()


def begin_by_password(db: Session, backend: Backend, beginning: Beginning) -> Reply:
    """Open an attempt that awaits user name and password; an older open one is cancelled."""
    attempt = _new_attempt(db, backend, beginning, "password")
    return _begun(attempt, None)


def begin_by_card(db: Session, backend: Backend, beginning: Beginning) -> Reply:
    """Open an attempt that awaits a card; an older open one is cancelled."""
    attempt = _new_attempt(db, backend, beginning, "eid")
    link = backend.ids.token()
    attempt.link_digest = sha256_base64url(link)
    attempt.link_expires_at = backend.clock.now() + backend.lifetimes.link
    attempt.refresh_token = backend.ids.token()
    asked = identification_of(backend, attempt)
    start = wire.EidStart(
        tc_token_url=f"{backend.origins.eservice}/eid/tctoken/{link}",
        provider=wire.Provider(
            name="Stadt Bochum", purpose=f"{_occasion(attempt)} am Bürgerterminal {attempt.terminal_id}"
        ),
        attributes=wire.RequestedAttributes(
            required=list(asked.required),
            optional=list(asked.optional),
            age_verification=asked.age,
            place_verification=asked.place,
        ),
        transaction_info=transaction_info(attempt),
    )
    return _begun(attempt, start)


def _new_attempt(db: Session, backend: Backend, beginning: Beginning, method: str) -> LoginAttempt:
    cancel_attempts_at(db, beginning.terminal_id)
    attempt = LoginAttempt(
        id=backend.ids.new("la"),
        terminal_id=beginning.terminal_id,
        method=method,
        purpose=beginning.purpose,
        service_id=beginning.service_id,
        session_id=beginning.session_id,
        application_id=beginning.application_id,
        state="awaitingEid" if method == "eid" else "awaitingPassword",
        dpop_jkt=beginning.dpop_jkt,
        code_challenge=beginning.code_challenge,
        ui_language=beginning.ui_language,
        confirmation_code=backend.ids.confirmation_code(),
        expires_at=backend.clock.now() + backend.lifetimes.login_attempt,
        scenarios=list[JsonValue](sorted(beginning.scenarios)),
    )
    db.add(attempt)
    return attempt


def _begun(attempt: LoginAttempt, start: wire.EidStart | None) -> Reply:
    headers = {"Location": f"/v1/login-attempts/{attempt.id}"}
    return json_reply(201, attempt_view(attempt, start), headers)


def _occasion(attempt: LoginAttempt) -> str:
    return "Zweite Unterschrift" if attempt.purpose == "cosign" else "Anmeldung"
