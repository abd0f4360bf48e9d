"""Signing in with the identity card: attempt, result, session; and stepping a session up (contract 2.2)."""

from enum import Enum
from urllib.parse import urlsplit

from kiosk.bochum_id.access import BoundToken, TerminalAccess
from kiosk.bochum_id.answers import read_problem
from kiosk.bochum_id.citizen_access import CitizenAccess
from kiosk.bochum_id.code_exchange import ATTEMPTS, challenge, new_verifier, trade
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Problem, Refused, Unreachable
from kiosk.bochum_id.once import new_key
from kiosk.bochum_id.reading import Part, garbage
from kiosk.bochum_id.transport import JSON, Call, Transport, json_bytes
from kiosk.bochum_id.values import (
    AccountMode,
    AccountQuestion,
    CitizenSession,
    JsonObject,
    Level,
    LoginAttempt,
)

_POLLS = 15
_LONGEST_PAUSE_S = 5.0
_NO_CONSENT: JsonObject = {"electronicDelivery": False, "mailboxNotificationEmail": False}
"""Nobody has been asked yet, so nothing is agreed to."""


class _Match(Enum):
    """Which account the card belongs to."""

    EXISTING = "existing"
    NONE = "none"
    AMBIGUOUS = "ambiguous"
    LOCKED = "locked"
    """An account that too many wrong passwords had locked; the card opens it again."""


def begin(terminal: TerminalAccess, service_id: str, language: str) -> LoginAttempt:
    """Open an attempt; its secrets are made here and live in it only."""
    key, verifier = DpopKey(), new_verifier()
    body: JsonObject = {
        "method": "eid",
        "purpose": "login",
        "requestedLevel": Level.HOCH.value,
        "serviceId": service_id,
        "dpopJkt": key.thumbprint,
        **challenge(verifier),
        "uiLanguage": language,
    }
    part = terminal.send(Call("POST", ATTEMPTS, json_bytes(body), JSON, headers=new_key())).json()
    return read_attempt(part, verifier, key, steps_up=False)


def begin_step_up(citizen: CitizenAccess, service_id: str, language: str) -> LoginAttempt:
    """Open an attempt that raises the session there is to the card's level; its key stays."""
    key, verifier = citizen.key, new_verifier()
    body: JsonObject = {
        "requestedLevel": Level.HOCH.value,
        "serviceId": service_id,
        **challenge(verifier),
        "uiLanguage": language,
    }
    call = Call("POST", "/v1/session/step-up", json_bytes(body), JSON, headers=new_key())
    return read_attempt(citizen.send(call).json(), verifier, key, steps_up=True)


def finish(
    transport: Transport,
    terminal: TerminalAccess,
    attempt: LoginAttempt,
    refresh_url: str,
    first_visit: AccountMode,
) -> tuple[CitizenSession, BoundToken] | AccountQuestion:
    """Hand in the refresh address, wait for the result, trade its code for a session.

    Garbage when the address is not of the origin the attempt began at; it is never opened from here.
    """
    verified = hand_in(transport, terminal, attempt, refresh_url)
    code, account = verified.member("code").text(), verified.member("account")
    match account.member("match").one_of(_Match):
        case _Match.AMBIGUOUS:
            return AccountQuestion(code, account.member("linkTo").text())
        case _Match.NONE:
            return trade(transport, terminal, attempt, _with_account(code, first_visit))
        case _Match.EXISTING | _Match.LOCKED:
            return trade(transport, terminal, attempt, _with_account(code, AccountMode.EXISTING))


def answer(
    transport: Transport,
    terminal: TerminalAccess,
    attempt: LoginAttempt,
    question: AccountQuestion,
    *,
    link: bool,
) -> tuple[CitizenSession, BoundToken]:
    """Sign in to the account in question, which the card belongs to from then on, or to a new one."""
    told = _with_account(question.code, AccountMode.EXISTING if link else AccountMode.CREATE)
    return trade(transport, terminal, attempt, told | ({"linkTo": question.link_to} if link else {}))


def _with_account(code: str, mode: AccountMode) -> JsonObject:
    consents: JsonObject = {"consents": _NO_CONSENT} if mode is AccountMode.CREATE else {}
    return {"code": code, "accountMode": mode.value, **consents}


def read_attempt(part: Part, verifier: str, key: DpopKey, *, steps_up: bool) -> LoginAttempt:
    eid = part.member("eid")
    link = eid.member("tcTokenUrl").text()
    if urlsplit(link).scheme != "https":
        raise garbage(f"{eid.place}.tcTokenUrl is not https")
    return LoginAttempt(
        id=part.member("id").identifier(),
        tc_token_url=link,
        confirmation_code=part.member("confirmationCode").text(),
        provider_name=eid.member("provider").member("name").text(),
        purpose=eid.member("provider").member("purpose").text(),
        code_verifier=verifier,
        dpop_key=key,
        steps_up=steps_up,
    )


def hand_in(transport: Transport, terminal: TerminalAccess, attempt: LoginAttempt, refresh_url: str) -> Part:
    """Give the refresh address to the backend and wait for what came of the card.

    Garbage when it is not of the origin the attempt began at; it is never opened from here.
    """
    if _origin(refresh_url) != _origin(attempt.tc_token_url):
        raise garbage("the refresh address is of another origin than the login attempt")
    return _result(transport, terminal, attempt, refresh_url)


def _result(transport: Transport, terminal: TerminalAccess, attempt: LoginAttempt, refresh_url: str) -> Part:
    """Ask until the eID server has the result; the call gives the same answer when repeated."""
    call = Call("POST", f"{ATTEMPTS}/{attempt.id}/eid-result", json_bytes({"refreshUrl": refresh_url}), JSON)
    for _ in range(_POLLS):
        answer = terminal.send(call)
        if answer.status != 202:
            return answer.json()
        transport.timing.sleep(min(answer.json().member("retryAfter").seconds(), _LONGEST_PAUSE_S))
    raise BackendError(Unreachable("the eID result does not come"))


def problem_of(
    transport: Transport, terminal: TerminalAccess, attempt: LoginAttempt, refresh_url: str | None
) -> Problem | None:
    """Ask why the attempt failed as the backend saw it; None when the backend saw no failure.

    The backend asks the eID server only once the run's end is handed in: without that it may know no cause.
    """
    if refresh_url is not None and _origin(refresh_url) == _origin(attempt.tc_token_url):
        try:
            _result(transport, terminal, attempt, refresh_url)
        except BackendError as error:
            if isinstance(error.fault, Refused):
                return error.fault.problem
            raise
    part = terminal.send(Call("GET", f"{ATTEMPTS}/{attempt.id}")).json()
    problem = part.optional("problem")
    return read_problem(problem) if problem else None


def _origin(url: str) -> tuple[str, str, int | None]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise garbage("the refresh address is not a URL") from error
    return parts.scheme, parts.hostname or "", port or (443 if parts.scheme == "https" else 80)
