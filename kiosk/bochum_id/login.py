"""Signing in with the identity card: attempt, result, session (contract 2.2)."""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from kiosk.bochum_id.access import BoundToken, TerminalAccess, bound_token
from kiosk.bochum_id.answers import read_problem
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Problem, Refused, Unreachable
from kiosk.bochum_id.once import new_key
from kiosk.bochum_id.reading import Part, garbage
from kiosk.bochum_id.transport import JSON, Call, Transport, json_bytes
from kiosk.bochum_id.values import AccountMode, CitizenSession, JsonObject, Level, LoginAttempt

VISIT_PROOF_HEADER = "Visit-DPoP"
_PATH = "/v1/login-attempts"
_POLLS = 15
_LONGEST_PAUSE_S = 5.0


def begin(terminal: TerminalAccess, service_id: str, language: str) -> LoginAttempt:
    """Open an attempt; its secrets are made here and live in it only."""
    key = DpopKey()
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=")
    body: JsonObject = {
        "method": "eid",
        "purpose": "login",
        "requestedLevel": Level.HOCH.value,
        "serviceId": service_id,
        "dpopJkt": key.thumbprint,
        "codeChallenge": challenge.decode("ascii"),
        "codeChallengeMethod": "S256",
        "uiLanguage": language,
    }
    part = terminal.send(Call("POST", _PATH, json_bytes(body), JSON, headers=new_key())).json()
    eid = part.member("eid")
    link = eid.member("tcTokenUrl").text()
    if urlsplit(link).scheme != "https":
        raise garbage(f"{eid.place}.tcTokenUrl is not https")
    return LoginAttempt(
        id=_path_word(part.member("id")),
        tc_token_url=link,
        confirmation_code=part.member("confirmationCode").text(),
        provider_name=eid.member("provider").member("name").text(),
        purpose=eid.member("provider").member("purpose").text(),
        code_verifier=verifier,
        dpop_key=key,
    )


def finish(
    transport: Transport,
    terminal: TerminalAccess,
    attempt: LoginAttempt,
    refresh_url: str,
    first_visit: AccountMode,
) -> tuple[CitizenSession, BoundToken]:
    """Hand in the refresh address, wait for the result, trade its code for a session.

    Garbage when the address is not of the origin the attempt began at; it is never opened from here.
    """
    if _origin(refresh_url) != _origin(attempt.tc_token_url):
        raise garbage("the refresh address is of another origin than the login attempt")
    verified = _result(transport, terminal, attempt, refresh_url)
    known = verified.member("account").member("match").text() == "existing"
    mode = AccountMode.EXISTING if known else first_visit
    body: JsonObject = {
        "code": verified.member("code").text(),
        "codeVerifier": attempt.code_verifier,
        "accountMode": mode.value,
    }
    if mode is AccountMode.CREATE:
        # Nobody has been asked yet, so nothing is agreed to.
        body["consents"] = {"electronicDelivery": False, "mailboxNotificationEmail": False}

    def visit_proof(method: str, url: str) -> Mapping[str, str]:
        return {VISIT_PROOF_HEADER: attempt.dpop_key.proof(method, url, int(transport.now()))}

    asked_at = transport.timing.steady()
    call = Call("POST", f"{_PATH}/{attempt.id}/session", json_bytes(body), JSON, headers=new_key())
    part = terminal.send(call, visit_proof).json()
    value, kind, life = (part.member(name) for name in ("accessToken", "tokenType", "expiresIn"))
    token = bound_token(value, kind, life, attempt.dpop_key, asked_at)
    return read_session(part.member("session")), token


def _result(transport: Transport, terminal: TerminalAccess, attempt: LoginAttempt, refresh_url: str) -> Part:
    """Ask until the eID server has the result; the call gives the same answer when repeated."""
    call = Call("POST", f"{_PATH}/{attempt.id}/eid-result", json_bytes({"refreshUrl": refresh_url}), JSON)
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
    part = terminal.send(Call("GET", f"{_PATH}/{attempt.id}")).json()
    problem = part.optional("problem")
    return read_problem(problem) if problem else None


def cancel(terminal: TerminalAccess, attempt: LoginAttempt) -> None:
    terminal.send(Call("DELETE", f"{_PATH}/{attempt.id}"))


def read_session(part: Part) -> CitizenSession:
    return CitizenSession(
        id=part.member("id").text(),
        level=part.member("level").one_of(Level),
        display_name=part.member("displayName").text(),
        account_mode=part.member("accountMode").one_of(AccountMode),
        idle_seconds=part.member("idleTimeout").whole_number(),
        absolute_end=part.member("absoluteEnd").moment(),
    )


def _path_word(part: Part) -> str:
    """Read an id that will stand in a path."""
    word = part.text()
    if not word.replace("_", "").replace("-", "").isalnum() or not word.isascii():
        raise garbage(f"{part.place} is not an id")
    return word


def _origin(url: str) -> tuple[str, str, int | None]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise garbage("the refresh address is not a URL") from error
    return parts.scheme, parts.hostname or "", port or (443 if parts.scheme == "https" else 80)
