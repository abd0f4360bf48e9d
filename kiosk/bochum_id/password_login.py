"""Signing in with user name and password: attempt, password, second factor (contract 2.2).

Password and code have no Idempotency-Key: they count up in `try`, and what is repeated counts once.
"""

from collections.abc import Callable

from cardreader.secret import Secret
from kiosk.bochum_id.access import BoundToken, TerminalAccess
from kiosk.bochum_id.code_exchange import ATTEMPTS, challenge, new_verifier, trade
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Problem, Refused
from kiosk.bochum_id.once import new_key
from kiosk.bochum_id.password_values import (
    CodeWrong,
    FactorKind,
    PasswordAttempt,
    PasswordWrong,
    SecondFactor,
)
from kiosk.bochum_id.reading import Part, garbage
from kiosk.bochum_id.transport import JSON, Call, Transport, json_bytes
from kiosk.bochum_id.values import AccountMode, CitizenSession, JsonObject, Level

_KINDS = {kind.value: kind for kind in FactorKind}
_QUOTE, _BACKSLASH, _SPACE = b'"\\ '


def begin(terminal: TerminalAccess, service_id: str, language: str) -> PasswordAttempt:
    """Open an attempt; its secrets are made here and live in it only."""
    key, verifier = DpopKey(), new_verifier()
    body: JsonObject = {
        "method": "password",
        "purpose": "login",
        "requestedLevel": Level.NORMAL.value,
        "serviceId": service_id,
        "dpopJkt": key.thumbprint,
        **challenge(verifier),
        "uiLanguage": language,
    }
    part = terminal.send(Call("POST", ATTEMPTS, json_bytes(body), JSON, headers=new_key())).json()
    return PasswordAttempt(part.member("id").identifier(), verifier, key)


def give_password(
    terminal: TerminalAccess, attempt: PasswordAttempt, user_name: str, password: Secret, number: int
) -> tuple[SecondFactor, ...] | PasswordWrong:
    """Try a password, the `number`th in this attempt from 1; gives what may be asked for next."""
    body = _with_secret({"username": user_name, "try": number}, "password", password)
    try:
        part = terminal.send(Call("POST", f"{ATTEMPTS}/{attempt.id}/password", body)).json()
    except BackendError as error:
        if _login_failed(error) is None:
            raise
        return PasswordWrong()
    return _factors(part.member("factors"))


def send_code(terminal: TerminalAccess, attempt: PasswordAttempt, factor: SecondFactor) -> None:
    """Have the city send a code; a code that was sent before is worth nothing from here on."""
    terminal.send(Call("POST", f"{_place(attempt, factor)}/challenge", headers=new_key()))


def give_code(
    transport: Transport,
    terminal: TerminalAccess,
    attempt: PasswordAttempt,
    factor: SecondFactor,
    code: Secret,
    number: int,
) -> tuple[CitizenSession, BoundToken] | CodeWrong:
    """Try a code, the `number`th in this attempt from 1, and trade the login for a session.

    Refused login-failed when the attempt is over: too many wrong codes, or too late.
    """
    body = _with_secret({"try": number}, "code", code)
    try:
        part = terminal.send(Call("POST", f"{_place(attempt, factor)}/response", body)).json()
    except BackendError as error:
        problem = _login_failed(error)
        if problem is None or not problem.remaining:
            raise
        return CodeWrong(problem.remaining)
    told: JsonObject = {"code": part.member("code").text(), "accountMode": AccountMode.EXISTING.value}
    return trade(transport, terminal, attempt, told)


def _place(attempt: PasswordAttempt, factor: SecondFactor) -> str:
    return f"{ATTEMPTS}/{attempt.id}/factors/{factor.id}"


def _factors(part: Part) -> tuple[SecondFactor, ...]:
    """Read the factors this terminal can ask for, in the city's order; others are for other places."""
    found = tuple(
        SecondFactor(
            each.member("id").identifier(),
            _KINDS[word],
            hint.text() if (hint := each.optional("hint")) else "",
        )
        for each in part.items()
        if (word := each.member("type").text()) in _KINDS
    )
    if not found:
        raise garbage(f"{part.place} has none that this terminal can ask for")
    return found


def _login_failed(error: BackendError) -> Problem | None:
    match error.fault:
        case Refused(problem) if problem.code == "login-failed":
            return problem
        case _:
            return None


def _with_secret(told: JsonObject, name: str, secret: Secret) -> Callable[[], bytes]:
    """Make a body with a secret text in it, anew for each try: no string of it, and no body kept."""

    def body() -> bytes:
        made = bytearray(json_bytes(told)[:-1])
        made += f',"{name}":"'.encode("ascii")
        try:
            with secret.opened() as text:
                for byte in text:
                    if byte in (_QUOTE, _BACKSLASH):
                        made.append(_BACKSLASH)
                    made += bytes((byte,)) if byte >= _SPACE else f"\\u{byte:04x}".encode("ascii")
            made += b'"}'
            return bytes(made)
        finally:
            made[:] = bytes(len(made))

    return body
