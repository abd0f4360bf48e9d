"""The people whose cards are simulated: read from resources/simulated_cards, one TOML file each."""

import calendar
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sandbox.id_card.memory import PIN_ATTEMPTS, PUK_USES

PERSONA_DIRECTORY = Path(__file__).parents[2] / "resources" / "simulated_cards"

_PERSONA_KEYS = {
    "title",
    "pin",
    "can",
    "puk",
    "attempts_left",
    "eid_active",
    "puk_uses_left",
    "description",
    "holder",
}
_STRUCTURED_KEYS = {"street", "zip_code", "city", "country"}


class PersonaError(ValueError):
    """A persona's file has a mistake; the text names the file and the key."""


@dataclass(frozen=True, slots=True)
class StructuredPlace:
    """An address in its parts; an address without a street leaves it empty."""

    street: str
    zip_code: str
    city: str
    country: str = "D"


@dataclass(frozen=True, slots=True)
class FreeTextPlace:
    """A place in words, as old cards and foreign addresses have it."""

    text: str


@dataclass(frozen=True, slots=True)
class NoPlace:
    """The words a card has instead of a place."""

    text: str


type Place = StructuredPlace | FreeTextPlace | NoPlace


@dataclass(frozen=True, slots=True)
class Holder:
    """What the chip says about the invented person; empty text where the chip has an empty data group."""

    given_names: str
    family_names: str
    date_of_birth: str
    """YYYYMMDD with _ for every unknown digit."""
    place_of_birth: str
    date_of_expiry: date
    residence: Place
    municipality: str = ""
    """The municipality's key as in data group 18, an even number of digits; empty without residence."""
    document_type: str = "ID"
    issuing_state: str = "D"
    nationality: str = "D"
    artistic_name: str = ""
    doctoral_degree: str = ""
    birth_name: str = ""

    @property
    def latest_birth_date(self) -> date:
        """The day the chip compares ages with: the latest that fits what is known (TR-03127 3.4.2, DG8)."""
        year = int(self.date_of_birth[:4])
        month = 12 if "_" in self.date_of_birth[4:6] else int(self.date_of_birth[4:6])
        last_day = calendar.monthrange(year, month)[1]
        return date(year, month, last_day if "_" in self.date_of_birth[6:] else int(self.date_of_birth[6:]))


@dataclass(frozen=True, slots=True)
class Persona:
    """One simulated card as it is handed out."""

    id: str
    title: str
    description_de: str
    description_en: str
    pin: str = field(repr=False)
    """Six digits, or five for a card that still has its transport PIN."""
    can: str = field(repr=False)
    puk: str = field(repr=False)
    holder: Holder = field(repr=False)
    attempts_left: int = PIN_ATTEMPTS
    eid_active: bool = True
    puk_uses_left: int = PUK_USES


def load_personas(directory: Path = PERSONA_DIRECTORY) -> Mapping[str, Persona]:
    """Read all personas by id (the file's name), in the order of their names; PersonaError on a mistake."""
    return {path.stem: load_persona(path) for path in sorted(directory.glob("*.toml"))}


def load_persona(path: Path) -> Persona:
    """Read one persona; PersonaError on a mistake."""
    try:
        return _persona(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    except (PersonaError, tomllib.TOMLDecodeError, OSError, TypeError) as error:
        raise PersonaError(f"{path}: {error}") from error


def _persona(identifier: str, table: dict[str, object]) -> Persona:
    _check_keys(table, _PERSONA_KEYS)
    description = _table(table, "description")
    _check_keys(description, {"de", "en"})
    return Persona(
        id=identifier,
        title=_text(table, "title"),
        description_de=_text(description, "de"),
        description_en=_text(description, "en"),
        pin=_digits(table, "pin", r"\d{5,6}"),
        can=_digits(table, "can", r"\d{6}"),
        puk=_digits(table, "puk", r"\d{10}"),
        holder=_holder(_table(table, "holder")),
        attempts_left=_count(table, "attempts_left", PIN_ATTEMPTS),
        eid_active=table.get("eid_active", True) is True,
        puk_uses_left=_count(table, "puk_uses_left", PUK_USES),
    )


def _holder(table: dict[str, object]) -> Holder:
    texts = {
        key: _text(table, key) for key in table if key not in {"residence", "date_of_expiry", "date_of_birth"}
    }
    expiry = table.get("date_of_expiry")
    if not isinstance(expiry, date):
        raise PersonaError("date_of_expiry must be a date such as 2033-05-31")
    born = _digits(table, "date_of_birth", r"\d{4}(\d{4}|\d\d__|____)")
    if not re.fullmatch(r"(\d\d)*", texts.get("municipality", "")):
        raise PersonaError("municipality must be an even number of digits")
    # An unknown key becomes a TypeError that names it.
    holder = Holder(
        date_of_birth=born, date_of_expiry=expiry, residence=_place(_table(table, "residence")), **texts
    )
    try:
        _ = holder.latest_birth_date
    except ValueError as error:
        raise PersonaError(f"date_of_birth does not exist: {error}") from error
    return holder


def _place(table: dict[str, object]) -> Place:
    if table.keys() == {"free_text"}:
        return FreeTextPlace(_text(table, "free_text"))
    if table.keys() == {"none"}:
        return NoPlace(_text(table, "none"))
    _check_keys(table, _STRUCTURED_KEYS)
    return StructuredPlace(**{"street": "", "zip_code": ""} | {key: _text(table, key) for key in table})


def _check_keys(table: dict[str, object], known: set[str]) -> None:
    for key in table.keys() - known:
        raise PersonaError(f"unknown key {key}; known are {', '.join(sorted(known))}")


def _table(table: dict[str, object], key: str) -> dict[str, object]:
    value = table.get(key)
    if not isinstance(value, dict):
        raise PersonaError(f"the table [{key}] is missing")
    return value


def _text(table: dict[str, object], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str):
        raise PersonaError(f"{key} must be a text")
    return value


def _digits(table: dict[str, object], key: str, pattern: str) -> str:
    value = _text(table, key)
    if not re.fullmatch(pattern, value, re.ASCII):
        raise PersonaError(f"{key} must look like {pattern}")
    return value


def _count(table: dict[str, object], key: str, most: int) -> int:
    value = table.get(key, most)
    if not isinstance(value, int) or not 0 <= value <= most:
        raise PersonaError(f"{key} must be 0 to {most}")
    return value
