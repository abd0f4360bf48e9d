"""How Bochum-ID can fail the terminal: not there, said no, said nonsense, or is not who it should be."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.bochum_id.values import Level


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One entry of a problem's `errors` (contract section 11)."""

    pointer: str
    keyword: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Problem details (RFC 9457) with the contract's machine code; carries no personal data."""

    code: str
    status: int
    retryable: bool
    trace_id: str
    retry_after_s: float | None = None
    reason: str | None = None
    errors: tuple[FieldProblem, ...] = ()
    required_level: Level | None = None
    """With `level-too-low`: what a step-up has to reach."""
    methods: tuple[str, ...] = ()
    """With `level-too-low`: the ways of signing in that reach it, in the contract's words."""
    remaining: int | None = None
    """With `login-failed`: tries that are left at the second factor."""
    missing: tuple[str, ...] = ()
    """With `not-ready`: what is still to do before submission, in the contract's words."""
    migrated_to: int | None = None
    """With `definition-outdated`: the version that is in force."""
    opens_at: datetime | None = None
    """With `check-in-closed`: when it opens."""
    server_time: datetime | None = None
    """With `clock-skew`: the server's time, in UTC."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """No answer in time, no connection, or an outage that outlasted the retries."""

    cause: str
    retry_after_s: float | None = None
    """How long the gateway in between asks to be left alone, in seconds."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A well-formed no."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Garbage:
    """An answer that breaks the contract: HTML, cut off, wrong types, missing members."""

    what: str
    """Which member or header, never its value."""
    cut_off: bool = False
    """True when the answer ended too early: asking again may help."""


@dataclass(frozen=True, slots=True)
class Untrusted:
    """A well-formed answer that the city did not sign, or not like that."""

    what: str


type BackendFault = Unreachable | Refused | Garbage | Untrusted


class BackendError(Exception):
    """Raised by the client, caught by whoever runs an effect: `match error.fault`."""

    def __init__(self, fault: BackendFault) -> None:
        super().__init__(_in_words(fault))
        self.fault = fault


def _in_words(fault: BackendFault) -> str:
    match fault:
        case Unreachable(cause, _):
            return f"Bochum-ID cannot be reached ({cause})"
        case Refused(problem):
            return f"Bochum-ID refused: {problem.code} ({problem.status}, trace {problem.trace_id})"
        case Garbage(what, _):
            return f"Bochum-ID broke the contract: {what}"
        case Untrusted(what):
            return f"Bochum-ID cannot be trusted: {what}"
