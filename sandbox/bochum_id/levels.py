"""Levels of assurance: their order, their names in tokens, and the answer to one that is too low."""

from typing import Final, Literal

from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError

type Level = Literal["normal", "substantiell", "hoch"]

PASSWORD_LEVEL: Final[Level] = "normal"  # noqa: S105 - a level, no password
"""What a password and a second factor come to; hoch takes the card."""
_LEVELS: Final = ("none", "normal", "substantiell", "hoch")


def level_uri(level: str) -> str:
    return f"http://bsi.bund.de/eID/LoA/{level}"


def reaches(level: str, needed: str) -> bool:
    """Tell whether one level is at least the other; ValueError for words that are no levels."""
    return _LEVELS.index(level) >= _LEVELS.index(needed)


def level_too_low(needed: str, current: str) -> ProblemError:
    """Ask for a step-up (RFC 9470 3)."""
    challenge = f'DPoP error="insufficient_user_authentication", acr_values="{level_uri(needed)}"'
    return ProblemError(
        Code.LEVEL_TOO_LOW,
        headers={"WWW-Authenticate": challenge},
        extensions={"requiredLevel": needed, "currentLevel": current, "methods": ["eid"]},
    )
