"""A verified login traded for the citizen's session: the one-time code, its verifier, the visit's key."""

import base64
import hashlib
import secrets
from collections.abc import Mapping

from kiosk.bochum_id.access import BoundToken, TerminalAccess, bound_token
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.once import new_key
from kiosk.bochum_id.password_values import PasswordAttempt
from kiosk.bochum_id.reading import Part, garbage
from kiosk.bochum_id.transport import JSON, Call, Transport, json_bytes
from kiosk.bochum_id.values import AccountMode, CitizenSession, JsonObject, Level, LoginAttempt, SignInMethod

ATTEMPTS = "/v1/login-attempts"
VISIT_PROOF_HEADER = "Visit-DPoP"
_METHODS = {method.value: method for method in SignInMethod}


def new_verifier() -> str:
    """Make the secret that only this visit has (RFC 7636)."""
    return secrets.token_urlsafe(48)


def challenge(verifier: str) -> JsonObject:
    """Give the members that bind an attempt to its verifier."""
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=")
    return {"codeChallenge": digest.decode("ascii"), "codeChallengeMethod": "S256"}


def trade(
    transport: Transport, terminal: TerminalAccess, attempt: LoginAttempt | PasswordAttempt, told: JsonObject
) -> tuple[CitizenSession, BoundToken]:
    """Trade the code in `told` for a session, with what else is told of the account."""
    body = json_bytes({**told, "codeVerifier": attempt.code_verifier})
    return open_session(transport, terminal, f"{ATTEMPTS}/{attempt.id}/session", body, attempt.dpop_key)


def open_session(
    transport: Transport, terminal: TerminalAccess, path: str, body: bytes, key: DpopKey
) -> tuple[CitizenSession, BoundToken]:
    """Ask for a session as the terminal, with the proof of the visit's own key beside the terminal's."""

    def visit_proof(method: str, url: str) -> Mapping[str, str]:
        return {VISIT_PROOF_HEADER: key.proof(method, url, int(transport.now()))}

    asked_at = transport.timing.steady()
    part = terminal.send(Call("POST", path, body, JSON, headers=new_key()), visit_proof).json()
    value, kind, life = (part.member(name) for name in ("accessToken", "tokenType", "expiresIn"))
    return read_session(part.member("session")), bound_token(value, kind, life, key, asked_at)


def cancel(terminal: TerminalAccess, attempt: LoginAttempt | PasswordAttempt) -> None:
    terminal.send(Call("DELETE", f"{ATTEMPTS}/{attempt.id}"))


def read_session(part: Part) -> CitizenSession:
    level = part.member("level").one_of(Level)
    return CitizenSession(
        id=part.member("id").text(),
        level=level,
        display_name=part.member("displayName").text(),
        account_mode=part.member("accountMode").one_of(AccountMode),
        idle_seconds=part.member("idleTimeout").whole_number(),
        absolute_end=part.member("absoluteEnd").moment(),
        methods=_methods(part.member("methods"), level),
    )


def _methods(part: Part, level: Level) -> frozenset[SignInMethod]:
    """Read the methods this terminal knows: none at level NONE, and some at every other."""
    known = frozenset(_METHODS[word] for each in part.items() if (word := each.text()) in _METHODS)
    if bool(known) is (level is Level.NONE):
        raise garbage(f"{part.place} does not fit the level {level.value}")
    return known
