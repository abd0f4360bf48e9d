"""What PIN first aid is about: what somebody wants of their PIN, and what a card can be."""

from enum import Enum


class PinWish(Enum):
    """What is to become of the PIN."""

    SET = "set"
    """From the five digits of the letter to six of one's own."""
    CHANGE = "change"
    """From six of one's own to others."""
    CHECK = "check"
    """Nothing: it is only tried."""
    UNBLOCK = "unblock"
    """Its attempts are given back by the PUK."""


class CardTrouble(Enum):
    """A card for which the way on is an office."""

    SWITCHED_OFF = "switchedOff"
    """The online function is off."""
    EXPIRED = "expired"
    NOT_AN_ID_CARD = "notAnIdCard"
    """A passport, a bank card, a card without the online function."""
    RESIDENCE_PERMIT = "residencePermit"
    EU_CARD = "euCard"
    """The eID card for citizens of the Union."""
    PUK_USED_UP = "pukUsedUp"
    """The PUK has been used ten times."""
    READER_KEEPS_PIN = "readerKeepsPin"
    """The card is well; this terminal's reader has a pad of its own that cannot change a PIN."""


class PadWord(Enum):
    """What is said beside a reader that asks for a number."""

    FIRST = "first"
    """It asks for the first time."""
    WRONG = "wrong"
    """The number just typed was not right."""
    DIFFERENT = "different"
    """The two entries of a new PIN were not the same."""
    LENGTH = "length"
    """The new PIN did not have six digits."""


class CardNumber(Enum):
    """What the card is checking, or is being given."""

    PIN = "pin"
    CAN = "can"
    PUK = "puk"
    NEW_PIN = "newPin"
