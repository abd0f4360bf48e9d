"""From the codes of a card reader to what a visitor can be told."""

from collections.abc import Mapping
from typing import Final

from kiosk.session.paying import CardStep, NotPaidBecause

_REMOVE: Final = 0x40
"""From 41 to 68: the same states, and "please remove card" (table 17)."""

_STEPS: Final[Mapping[int, CardStep]] = {
    0x00: CardStep.LOOK_AT_READER,
    0x01: CardStep.LOOK_AT_READER,
    0x02: CardStep.LOOK_AT_READER,
    0x04: CardStep.ASKING_BANK,
    0x0A: CardStep.SHOW_CARD,
    0x0B: CardStep.TAKE_CARD,
    0x0C: CardStep.INSERT_CARD,
    0x15: CardStep.PIN_WRONG,
    0x28: CardStep.LOOK_AT_READER,
    0x29: CardStep.LOOK_AT_READER,
    0x2A: CardStep.INSERT_CARD,
    0x2C: CardStep.LOOK_AT_READER,
    0x69: CardStep.LOOK_AT_READER,
}

ABORTED: Final = 0x6C
"""By the abort key, or because the time was over (chapter 10)."""

ALREADY_REVERSED: Final = 0xB4

_READER_CODES: Final = frozenset({0x6B, 0x83, 0x9A, 0x9C, 0xA0, 0xC2, 0xE0, 0xE2, 0xF0, 0xFC, 0xFF})
"""Where the reader itself cannot, whatever the card: busy, not ready, out of order."""


def step_of(status: int) -> CardStep:
    """Say what an intermediate status (04 FF) wants of the visitor; what is only for staff is "at work"."""
    if status in _STEPS:
        return _STEPS[status]
    if _REMOVE < status <= _REMOVE + 0x28:
        return CardStep.TAKE_CARD
    return CardStep.WORKING


def why_not(code: int, *, stopped: bool) -> NotPaidBecause:
    """Say why a reader took no money, from its result code (chapter 10)."""
    if code == ABORTED:
        return NotPaidBecause.STOPPED if stopped else NotPaidBecause.TOO_LATE
    return NotPaidBecause.READER if code in _READER_CODES else NotPaidBecause.DECLINED
