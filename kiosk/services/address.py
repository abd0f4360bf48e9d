"""A postal address: street and house number in Bochum, or one of anywhere else."""

from dataclasses import dataclass, field
from typing import Final

from kiosk.bochum_id.values import JsonObject, JsonValue

CITY: Final = "Bochum"
PARTS: Final = ("street", "houseNumber", "postcode", "city")
"""The members of an address in the data, in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Address:
    """What was typed so far; a part that nobody typed is empty."""

    street: str = field(default="", repr=False)
    house_number: str = field(default="", repr=False)
    postcode: str = field(default="", repr=False)
    city: str = field(default="", repr=False)
    """Bochum itself where `elsewhere` is false."""
    elsewhere: bool = False
    """True for an address outside Bochum, which the terminal knows nothing of."""

    @classmethod
    def parse(cls, value: JsonValue) -> "Address | None":
        """Read an address from the data or an answer; None when it is none."""
        if not isinstance(value, dict):
            return None
        parts = [value.get(name, "") for name in PARTS]
        texts = [part for part in parts if isinstance(part, str)]
        if len(texts) != len(parts):
            return None
        street, house_number, postcode, city = texts
        elsewhere = value.get("elsewhere", city not in {"", CITY})
        if not isinstance(elsewhere, bool):
            return None
        return cls(street, house_number, postcode, city if elsewhere else CITY, elsewhere)

    @property
    def is_blank(self) -> bool:
        """True while nobody has typed or said anything."""
        return not (self.street or self.house_number or self.postcode or self.elsewhere)

    def as_json(self) -> JsonObject:
        """Give it as the data has it: without what is empty."""
        texts = (self.street, self.house_number, self.postcode, self.city)
        return {name: text.strip() for name, text in zip(PARTS, texts, strict=True) if text.strip()}

    def as_answer(self) -> JsonObject:
        """Give it as an answer to the form, which `parse` reads back."""
        return {
            "street": self.street,
            "houseNumber": self.house_number,
            "postcode": self.postcode,
            "city": self.city,
            "elsewhere": self.elsewhere,
        }
