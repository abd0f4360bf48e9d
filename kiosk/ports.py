"""What the performer needs around it: the devices of the terminal, and one's own things at the city."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from cardreader.reader import Connection
from kiosk.bochum_id.values import PdfDocument
from kiosk.payment.till import CardTill
from kiosk.pin_aid import no_reader
from kiosk.printing import Printer, PrintResult, SlipPrinter
from kiosk.scanning.scanner import NO_SCANNER, Scanner
from kiosk.session import events as ev
from kiosk.session.errand import Capacity
from kiosk.session.own_effects import OwnEffect

type ToPaper = Callable[[str, PdfDocument], PrintResult]
"""Prints a sheet for the one whose session has this id."""


class OwnThings(Protocol):
    """The things of whoever is signed in; every method blocks and may raise BackendError."""

    def do(self, wish: OwnEffect, to_paper: ToPaper) -> ev.Event: ...
    def act_for(self, capacity: Capacity) -> None: ...


@dataclass(frozen=True, slots=True)
class Devices:
    """What stands at the terminal beside the city."""

    printer: Printer
    slips: SlipPrinter
    till: CardTill
    scanner: Scanner = NO_SCANNER
    connect: Callable[[], Connection] = no_reader
    """Opens the card on the reader."""
