"""Whether the city can be reached; every visit asks without end."""

from dataclasses import dataclass

from kiosk.session.failure import Failure


@dataclass(frozen=True, slots=True)
class CityOpen:
    """Bochum-ID answered when it was asked last, or has not been asked yet."""


@dataclass(frozen=True, slots=True)
class CityClosed:
    """It did not: this terminal gives information, and begins no sign-in."""

    failure: Failure


type City = CityOpen | CityClosed
