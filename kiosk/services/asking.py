"""What a widget has to know beyond limits and options: a unit, the days that count, whose streets."""

from dataclasses import dataclass

from kiosk.bochum_id.values import LocalisedText
from kiosk.services.days import DayRule


@dataclass(frozen=True, slots=True)
class Plainly:
    """Nothing more than its limits and options."""


PLAINLY = Plainly()


@dataclass(frozen=True, slots=True)
class InUnits:
    """A number that is typed: whole in the data, with so many decimals for the citizen."""

    unit: LocalisedText | None
    """What stands behind the number, such as "Euro" or "m²"."""
    decimals: int
    """Digits behind the comma; with 2, the data counts hundredths, as in cents."""


@dataclass(frozen=True, slots=True)
class AsDay:
    """A calendar date."""

    not_before: DayRule | None
    not_after: DayRule | None
    partial: bool
    """True when day and month may stay blank (`1964-XX-XX`)."""


@dataclass(frozen=True, slots=True)
class AsAddress:
    """A postal address."""

    only_bochum: bool


type Asking = Plainly | InUnits | AsDay | AsAddress
