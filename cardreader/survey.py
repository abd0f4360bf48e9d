"""What a look at this machine's card readers finds; values, whoever looks."""

from dataclasses import dataclass
from enum import Enum

from cardreader.part10 import Feature


class Service(Enum):
    """How the smart-card service answers."""

    RUNNING = "running"
    DOWN = "down"
    DENIED = "denied"
    NOT_INSTALLED = "notInstalled"
    """The terminal's own binding to it (pyscard) is not there."""


class CardLook(Enum):
    """What lies on a reader."""

    NONE = "none"
    ID_CARD = "idCard"
    OTHER = "other"
    MUTE = "mute"
    """Something that gives no answer to a reset."""
    UNREADABLE = "unreadable"
    """It answered a reset, and then something that no standard allows."""
    SHORT_LENGTH_ONLY = "shortLengthOnly"
    """An identity card at a reader that cannot do commands of extended length."""
    IN_USE = "inUse"
    """Another program has it: at a terminal, a visitor."""


@dataclass(frozen=True, slots=True)
class Driver:
    """What a reader's driver says of itself; empty where it says nothing."""

    vendor: str = ""
    model: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader that is attached."""

    name: str
    card: CardLook
    driver: Driver = Driver()
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """All of it."""

    service: Service
    readers: tuple[Reader, ...] = ()
