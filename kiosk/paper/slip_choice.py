"""Which printer slips go to: the receipt printer of the configuration, or else the one for A4."""

from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from kiosk.config import SlipLine
from kiosk.config import SlipPrinter as SlipPrinterConfig
from kiosk.paper.network_line import NetworkLine
from kiosk.paper.slip_on_a4 import SlipOnA4
from kiosk.printing import Printer, SlipPrinter

if TYPE_CHECKING:
    from kiosk.paper.escpos_printer import Device


def choose_slip_printer(config: SlipPrinterConfig, a4: Printer) -> SlipPrinter:
    """Choose once; the line itself is opened anew for each slip."""
    if config.line is SlipLine.NONE:
        return SlipOnA4(a4)
    # The library reads its table of printers and looks for USB when imported: only who has one pays for it.
    from kiosk.paper.escpos_printer import EscposPrinter  # noqa: PLC0415

    return EscposPrinter(_device(config), config.dots, answers=config.line is not SlipLine.FILE)


def _device(config: SlipPrinterConfig) -> "Callable[[], Device]":
    from escpos import printer as lines  # type: ignore[import-untyped]  # noqa: PLC0415

    place, timeout = config.place, config.deadline_seconds
    match config.line:
        case SlipLine.NETWORK:
            host, _, port = place.rpartition(":")
            return lambda: NetworkLine(host, int(port), timeout)
        case SlipLine.SERIAL:
            return lambda: lines.Serial(place, timeout=timeout)
        case SlipLine.USB:
            vendor, _, product = place.partition(":")
            return lambda: lines.Usb(int(vendor, 16), int(product, 16), timeout=timeout * 1000)
        case SlipLine.FILE:
            return lambda: lines.File(place)
        case SlipLine.NONE:
            raise ValueError("there is no receipt printer")
        case _:
            assert_never(config.line)
