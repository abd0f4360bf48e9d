"""What became of the paper."""

from dataclasses import dataclass

from kiosk.session.failure import Failure


@dataclass(frozen=True, slots=True)
class Printed:
    """It lies in the tray."""


@dataclass(frozen=True, slots=True)
class SavedTo:
    """No printer exists; the terminal put the file here instead."""

    folder: str
    file: str


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """It stays in Bochum-ID; nothing is lost."""

    failure: Failure


type Delivery = Printed | SavedTo | NotPrinted
