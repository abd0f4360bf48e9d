"""What the visitor does with the frame around every screen: help, language, how it is read, the end."""

from dataclasses import dataclass

from kiosk.session.preferences import Contrast, Language, TextSize


@dataclass(frozen=True, slots=True)
class HelpAsked:
    pass


@dataclass(frozen=True, slots=True)
class PinHelpAsked:
    pass


@dataclass(frozen=True, slots=True)
class LanguageAsked:
    pass


@dataclass(frozen=True, slots=True)
class DisplayAsked:
    pass


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    language: Language


@dataclass(frozen=True, slots=True)
class TextSizeChosen:
    text_size: TextSize


@dataclass(frozen=True, slots=True)
class ContrastChosen:
    contrast: Contrast


@dataclass(frozen=True, slots=True)
class LowPositionChosen:
    low: bool


@dataclass(frozen=True, slots=True)
class EndAsked:
    pass


@dataclass(frozen=True, slots=True)
class EndConfirmed:
    pass


@dataclass(frozen=True, slots=True)
class OverlayClosed:
    """Back to the scene beneath; also the one touch that answers "are you still there?"."""
