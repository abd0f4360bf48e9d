"""What Bochum-ID tells of a sign-in with user name and password; secrets and hints never show in a repr."""

from dataclasses import dataclass, field
from enum import Enum

from kiosk.bochum_id.dpop import DpopKey


@dataclass(frozen=True, slots=True)
class PasswordAttempt:
    """A sign-in under way, with the two secrets only this visit has: PKCE verifier and DPoP key."""

    id: str
    code_verifier: str = field(repr=False)
    dpop_key: DpopKey = field(repr=False)


class FactorKind(Enum):
    """Where the code of a second factor comes from."""

    TOTP = "totp"
    SMS = "smsCode"
    EMAIL = "emailCode"
    RECOVERY = "recoveryCode"

    @property
    def is_sent(self) -> bool:
        """True when the city sends the code on request."""
        return self in (FactorKind.SMS, FactorKind.EMAIL)


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """One way to prove the account a second time."""

    id: str
    kind: FactorKind
    hint: str = field(repr=False)
    """Which app, number or address, as far as anybody may read it; empty for none."""


@dataclass(frozen=True, slots=True)
class PasswordWrong:
    """User name or password; the city never says which."""


@dataclass(frozen=True, slots=True)
class CodeWrong:
    """The code of the second factor; it may be tried `remaining` times more, at least once."""

    remaining: int
