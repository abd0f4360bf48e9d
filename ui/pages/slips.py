"""What a page tells its screen about a slip: three texts that the component `SlipNotice` takes."""

from typing import assert_never

from kiosk.session.delivery import NotAsked, NotPrinted, OnItsWay, Printed, SavedTo, SlipFate


def fate_of(slip: SlipFate) -> str:
    """What became of it: notAsked, onItsWay, printed, saved or missing."""
    match slip:
        case NotAsked():
            return "notAsked"
        case OnItsWay():
            return "onItsWay"
        case Printed():
            return "printed"
        case SavedTo():
            return "saved"
        case NotPrinted():
            return "missing"
        case _:
            assert_never(slip)


def code_of(slip: SlipFate) -> str:
    """The code for the staff when it is missing; else empty."""
    return slip.failure.value if isinstance(slip, NotPrinted) else ""


def file_of(slip: SlipFate) -> str:
    """The file's name where there is no printer; else empty."""
    return slip.file if isinstance(slip, SavedTo) else ""
