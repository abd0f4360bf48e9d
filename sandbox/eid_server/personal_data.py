"""What an eID server learns from a card: personal data as values that never print (TR-03130-1 3.3)."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class StructuredPlace:
    """A place in parts; a part the card leaves out is empty. `country` is an ICAO code such as D."""

    street: str = field(repr=False)
    city: str = field(repr=False)
    state: str = field(repr=False)
    country: str = field(repr=False)
    zip_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FreeTextPlace:
    """A place as one text, such as a town abroad."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NoPlaceInfo:
    """The card says in words that there is no place, such as "keine Wohnung in Deutschland"."""

    text: str = field(repr=False)


type Place = StructuredPlace | FreeTextPlace | NoPlaceInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalData:
    """The data groups that were granted and are on the chip; None for every other one.

    `date_of_birth` is EDTF, with X for what the card leaves blank: 1964-12-08, 1964-12-XX, 1964-XX-XX.
    `nationality` and `issuing_state` are ICAO codes as on the card (D, not DEU or DE). `community_id` is
    the municipality's key in hex digits. A person may have several places of residence, in the card's order.
    """

    document_type: str | None = None
    issuing_state: str | None = None
    date_of_expiry: date | None = None
    given_names: str | None = field(default=None, repr=False)
    family_names: str | None = field(default=None, repr=False)
    artistic_name: str | None = field(default=None, repr=False)
    doctoral_degree: str | None = field(default=None, repr=False)
    date_of_birth: str | None = field(default=None, repr=False)
    place_of_birth: Place | None = field(default=None, repr=False)
    nationality: str | None = field(default=None, repr=False)
    sex: str | None = field(default=None, repr=False)
    birth_name: str | None = field(default=None, repr=False)
    date_of_issuance: date | None = None
    place_of_residence: tuple[Place, ...] | None = field(default=None, repr=False)
    community_id: str | None = field(default=None, repr=False)
    residence_permit_1: str | None = field(default=None, repr=False)
    residence_permit_2: str | None = field(default=None, repr=False)
    phone_number: str | None = field(default=None, repr=False)
    email_address: str | None = field(default=None, repr=False)
