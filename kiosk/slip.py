"""A slip as a value: what a visitor takes along on a strip of paper, in their language and in German."""

from dataclasses import dataclass, field

from kiosk.bochum_id.values import LocalisedText


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip. Every text is printed in the visitor's language and, smaller, in German.

    Nothing on it names the visitor: a slip lies about. What it carries is a number, a code or a link.
    """

    title: LocalisedText
    """What this slip is, in a few words: "Your waiting number"."""
    lines: tuple[LocalisedText, ...] = ()
    """Sentences and facts below the code, in order: where to go, when, with what."""
    code: str = field(default="", repr=False)
    """Set as large as the paper allows, such as a waiting number; at most 16 signs, empty for none."""
    qr: str = field(default="", repr=False)
    """What the QR code says: a link or an opaque token, nothing personal (R83); empty where there is none."""
    bring: tuple[LocalisedText, ...] = ()
    """What to bring along, as a list to tick off; empty where nothing is needed."""
    verbatim: tuple[str, ...] = field(default=(), repr=False)
    """Lines that another device wrote, such as a card reader: printed last, once and word by word."""

    def __post_init__(self) -> None:
        if len(self.code) > LONGEST_CODE:
            raise ValueError(f"a code on a slip has at most {LONGEST_CODE} signs: {len(self.code)}")


LONGEST_CODE = 16


def both(text: LocalisedText, language: str) -> tuple[str, str]:
    """Give `text` in `language` (BCP 47) and in German; "" for the second where it would say the same."""
    first, german = text.in_language(language), text.in_language("de")
    return first, "" if first == german else german
