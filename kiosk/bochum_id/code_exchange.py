"""A verified login traded for the citizen's session: the one-time code, its verifier, the visit's key."""

import base64
import hashlib
import secrets
from collections.abc import Mapping

from kiosk.bochum_id.access import BoundToken, TerminalAccess, bound_token
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

    def visit_proof(method: str, url: str) -> Mapping[str, str]:
        return {VISIT_PROOF_HEADER: attempt.dpop_key.proof(method, url, int(transport.now()))}

    body = json_bytes({**told, "codeVerifier": attempt.code_verifier})
    asked_at = transport.timing.steady()
    call = Call("POST", f"{ATTEMPTS}/{attempt.id}/session", body, JSON, headers=new_key())
    part = terminal.send(call, visit_proof).json()
    value, kind, life = (part.member(name) for name in ("accessToken", "tokenType", "expiresIn"))
    token = bound_token(value, kind, life, attempt.dpop_key, asked_at)
    return read_session(part.member("session")), token


def cancel(terminal: TerminalAccess, attempt: LoginAttempt | PasswordAttempt) -> None:
    terminal.send(Call("DELETE", f"{ATTEMPTS}/{attempt.id}"))


def read_session(part: Part) -> CitizenSession:
    return CitizenSession(
        id=part.member("id").text(),
        level=part.member("level").one_of(Level),
        display_name=part.member("displayName").text(),
        account_mode=part.member("accountMode").one_of(AccountMode),
        idle_seconds=part.member("idleTimeout").whole_number(),
        absolute_end=part.member("absoluteEnd").moment(),
        methods=_methods(part.member("methods")),
    )


def _methods(part: Part) -> frozenset[SignInMethod]:
    """Read the methods this terminal knows; a session reached by none of them is not one of ours."""
    known = frozenset(_METHODS[word] for each in part.items() if (word := each.text()) in _METHODS)
    if not known:
        raise garbage(f"{part.place} names no method of this terminal")
    return known
