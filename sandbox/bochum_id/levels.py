"""Levels of assurance: their order, their names in tokens, and the answer to one that is too low."""

from typing import Final, Literal

from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError

type ProvenLevel = Literal["normal", "substantiell", "hoch"]
"""What somebody can sign in for."""
type Level = Literal["none"] | ProvenLevel

NOBODYS_LEVEL: Final[Level] = "none"
"""What a session comes to in which nobody has said who they are."""
PASSWORD_LEVEL: Final[ProvenLevel] = "normal"  # noqa: S105 - a level, no password
"""What a password and a second factor come to; hoch takes the card."""
_LEVELS: Final = ("none", "normal", "substantiell", "hoch")


def level_uri(level: str) -> str:
    """Name a level as tokens do; TR-03130-1 calls the lowest one `undefined`."""
    return f"http://bsi.bund.de/eID/LoA/{'undefined' if level == NOBODYS_LEVEL else level}"


def reaches(level: str, needed: str) -> bool:
    """Tell whether one level is at least the other; ValueError for words that are no levels."""
    return _LEVELS.index(level) >= _LEVELS.index(needed)


def level_too_low(needed: str, current: str) -> ProblemError:
    """Ask for a step-up (RFC 9470 3)."""
    challenge = f'DPoP error="insufficient_user_authentication", acr_values="{level_uri(needed)}"'
    return ProblemError(
        Code.LEVEL_TOO_LOW,
        headers={"WWW-Authenticate": challenge},
        extensions={"requiredLevel": needed, "currentLevel": current, "methods": _methods(needed)},
    )


def _methods(needed: str) -> list[str]:
    return ["eid", "password"] if reaches(PASSWORD_LEVEL, needed) else ["eid"]
