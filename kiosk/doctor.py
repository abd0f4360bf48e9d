"""What is wrong with a terminal's card readers, and what to do about it; a pure judgement."""

from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from cardreader.part10 import Feature
from cardreader.survey import CardLook, Reader, Service, Survey


class Weight(Enum):
    WRONG = "wrong"
    """No visitor can sign in with a card."""
    NOTE = "note"
    """Worth knowing."""


class Kind(Enum):
    """One value a finding; the value is what a program reads."""

    BINDING_MISSING = "bindingMissing"
    SERVICE_DOWN = "serviceDown"
    ACCESS_DENIED = "accessDenied"
    NO_READER = "noReader"
    SEVERAL_READERS = "severalReaders"
    CARD_MUTE = "cardMute"
    CARD_UNREADABLE = "cardUnreadable"
    NOT_AN_ID_CARD = "notAnIdCard"
    EXTENDED_LENGTH = "extendedLength"
    IN_USE = "inUse"
    PIN_ON_READER = "pinOnReader"
    PIN_CHANGE_MISSING = "pinChangeMissing"


@dataclass(frozen=True, slots=True)
class Finding:
    """`problem` and `advice` are whole sentences for whoever looks after the machine."""

    kind: Kind
    weight: Weight
    problem: str
    advice: str


def diagnose(survey: Survey) -> tuple[Finding, ...]:
    """Say what is to be said, the gravest first."""
    match survey.service:
        case Service.RUNNING:
            found = [*_of_all(survey.readers), *(_of_one(reader) for reader in survey.readers)]
            said = [each for each in found if each is not None]
            return tuple(sorted(said, key=lambda each: each.weight is Weight.NOTE))
        case Service.DOWN:
            return (_SERVICE_DOWN,)
        case Service.DENIED:
            return (_ACCESS_DENIED,)
        case Service.NOT_INSTALLED:
            return (_BINDING_MISSING,)
        case _:
            assert_never(survey.service)


def _of_all(readers: tuple[Reader, ...]) -> list[Finding]:
    if not readers:
        return [_NO_READER]
    if len(readers) > 1:
        first = readers[0].name
        return [
            Finding(
                Kind.SEVERAL_READERS,
                Weight.NOTE,
                f"{len(readers)} readers are attached.",
                f"The terminal takes the one with a card on it, else {first}; unplug those that visitors "
                "cannot reach.",
            )
        ]
    return []


def _of_one(reader: Reader) -> Finding | None:
    name = reader.name
    match reader.card:
        case CardLook.MUTE:
            problem = f"What lies on {name} gives no answer."
            advice = "Lay it down again, photo up and flat. If several cards do this, the reader is broken."
            return Finding(Kind.CARD_MUTE, Weight.WRONG, problem, advice)
        case CardLook.UNREADABLE:
            problem = f"The card on {name} answers, but not as the standards say."
            advice = "Try another card. If several do this, update the reader's driver and firmware."
            return Finding(Kind.CARD_UNREADABLE, Weight.WRONG, problem, advice)
        case CardLook.SHORT_LENGTH_ONLY:
            problem = (
                f"{name} refuses long commands; the terminal sends parts instead, which some cards refuse."
            )
            advice = "Update its driver (Linux: package libccid) and firmware; else take another reader."
            return Finding(Kind.EXTENDED_LENGTH, Weight.NOTE, problem, advice)
        case CardLook.OTHER:
            problem = f"The card on {name} is no identity card."
            advice = "To try the reader out, lay an identity card, residence permit or eID card on it."
            return Finding(Kind.NOT_AN_ID_CARD, Weight.NOTE, problem, advice)
        case CardLook.IN_USE:
            problem = f"A program is at work with the card on {name}."
            advice = "At a terminal that is in use this is right. Else end that program."
            return Finding(Kind.IN_USE, Weight.NOTE, problem, advice)
        case CardLook.NONE | CardLook.ID_CARD:
            return _pad_of(reader)
        case _:
            assert_never(reader.card)


def _pad_of(reader: Reader) -> Finding | None:
    if Feature.EXECUTE_PACE not in reader.features:
        return None
    if Feature.MODIFY_PIN_DIRECT not in reader.features:
        return Finding(
            Kind.PIN_CHANGE_MISSING,
            Weight.NOTE,
            f"{reader.name} has a pad of its own that cannot change a PIN; that needs the counter.",
            "Where visitors are to set and change PINs, take a reader that can (MODIFY_PIN_DIRECT), or one "
            "without a pad.",
        )
    return Finding(
        Kind.PIN_ON_READER,
        Weight.NOTE,
        f"{reader.name} has a pad of its own: visitors type their PIN on it, not on the screen.",
        "Mount it where they reach its keys and see its display.",
    )


_BINDING_MISSING = Finding(
    Kind.BINDING_MISSING,
    Weight.WRONG,
    "The terminal's software cannot speak to the smart-card service: pyscard is not installed.",
    "Install the terminal's package again; from source, run packaging/setup/bootstrap.sh.",
)
_SERVICE_DOWN = Finding(
    Kind.SERVICE_DOWN,
    Weight.WRONG,
    "The smart-card service does not answer.",
    "Linux: install pcscd and run systemctl enable --now pcscd.socket. Windows: start the service SCardSvr.",
)
_ACCESS_DENIED = Finding(
    Kind.ACCESS_DENIED,
    Weight.WRONG,
    "The smart-card service does not let this user in (pcscd 2 asks polkit).",
    "Allow the terminal's user org.debian.pcsc-lite.access_pcsc and .access_card in /etc/polkit-1/rules.d.",
)
_NO_READER = Finding(
    Kind.NO_READER,
    Weight.WRONG,
    "No card reader is attached.",
    "Check its cable. If lsusb shows it, its driver is missing (Linux: package libccid, or the maker's).",
)
