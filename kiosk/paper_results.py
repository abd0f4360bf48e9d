"""What became of a sheet, as the visitor and as the city are told."""

from typing import assert_never

from kiosk import failures
from kiosk.bochum_id.values import PrintOutcome
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintResult, SavedTo
from kiosk.session import delivery


def delivery_of(result: PrintResult) -> delivery.Delivery:
    """Say it to the visitor."""
    match result:
        case Printed():
            return delivery.Printed()
        case SavedTo(folder, file):
            return delivery.SavedTo(str(folder), file)
        case NotPrinted(reason):
            return delivery.NotPrinted(failures.of_paper(reason))
        case _:
            assert_never(result)


def outcome_of(result: PrintResult) -> PrintOutcome:
    """Say it to the city, which counts sheets (contract, section 7)."""
    match result:
        case NotPrinted(NoPaperBecause.JAM):
            return PrintOutcome.JAM
        case NotPrinted(NoPaperBecause.EMPTY):
            return PrintOutcome.OUT_OF_PAPER
        case NotPrinted():
            return PrintOutcome.ABORTED
        case Printed() | SavedTo():
            return PrintOutcome.PRINTED
        case _:
            assert_never(result)
