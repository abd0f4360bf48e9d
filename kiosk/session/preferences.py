"""How a visitor likes to read: language, text size, contrast, reach; forgotten with the visit."""

from dataclasses import dataclass
from enum import Enum


class Language(Enum):
    """BCP 47 codes of the languages the terminal speaks."""

    GERMAN = "de"
    ENGLISH = "en"


class TextSize(Enum):
    """Capital height of body text in tenths of a millimetre."""

    SMALL = 38
    MEDIUM = 52
    LARGE = 67
    LARGEST = 87


class Contrast(Enum):
    """The four colour modes of the visual concept."""

    DEFAULT = "default"
    BLACK_ON_WHITE = "blackOnWhite"
    WHITE_ON_BLACK = "whiteOnBlack"
    LOW_GLARE = "lowGlare"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the visitor chose; a new visit starts with the defaults."""

    language: Language = Language.GERMAN
    text_size: TextSize = TextSize.MEDIUM
    contrast: Contrast = Contrast.DEFAULT
    low_position: bool = False
    """Every control in the lower half of the screen, for people who sit."""
