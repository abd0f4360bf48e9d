"""Where the application is now, by when the answer comes, what became of the paper."""

from typing import assert_never

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.services.definition import StepKind
from kiosk.services.evidence import BookedTime
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.delivery import (
    Delivery,
    InMailbox,
    NotAsked,
    NotPrinted,
    NotSent,
    OnItsWay,
    Printed,
    SavedTo,
)
from kiosk.session.failure import Failure
from kiosk.session.scenes.finishing import has_mailbox
from ui.pages.context import PageContext
from ui.pages.moments import day_parts, parts
from ui.pages.papers import paper_of

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DonePage(QObject):
    def __init__(self, scene: st.Done, context: PageContext) -> None:
        super().__init__()
        self._outcome = scene.outcome
        self._delivery = scene.delivery
        self._receipt = scene.receipt
        self._context = context

    @Property(str, constant=True)
    def result(self) -> str:
        """What the service itself says of its result; empty when it says nothing."""
        steps = self._outcome.errand.definition.steps
        said = next((step.title for step in steps if step.kind is StepKind.RESULT), None)
        return self._context.say(said)

    @Property(str, constant=True)
    def paper(self) -> str:
        """Which paper this is about: document, slip or receipt."""
        return paper_of(self._outcome).value

    @Property(str, constant=True)
    def delivery(self) -> str:
        """What became of the paper: printed, saved or missing."""
        return _name(self._delivery)

    @Property(str, constant=True)
    def folder(self) -> str:
        """Where the file lies when there is no printer; else empty."""
        return self._delivery.folder if isinstance(self._delivery, SavedTo) else ""

    @Property(str, constant=True)
    def file(self) -> str:
        return self._delivery.file if isinstance(self._delivery, SavedTo) else ""

    @Property(str, constant=True)
    def code(self) -> str:
        """The code for the staff when the paper is missing; else empty."""
        return self._delivery.failure.value if isinstance(self._delivery, NotPrinted) else ""

    @Property(str, constant=True)
    def cause(self) -> str:
        """Why the paper is missing, as far as it helps: jam, empty, off or other."""
        failure = self._delivery.failure if isinstance(self._delivery, NotPrinted) else None
        return "other" if failure is None else _CAUSES.get(failure, "other")

    @Property(str, constant=True)
    def office(self) -> str:
        """Who decides."""
        errand = self._outcome.errand
        return self._context.say(errand.definition.office or errand.catalogue.office)

    @Property(str, constant=True)
    def reference(self) -> str:
        return self._outcome.submission.reference

    @Property(int, constant=True)
    def cents(self) -> int:
        """What is to be paid at the cash desk, or is billed."""
        return self._outcome.quote.total.amount_cents

    @Property(dict, constant=True)
    def payBy(self) -> dict[str, object]:
        """Year, month and day by which the bill is to be paid; empty where no bill follows."""
        day = self._outcome.submission.pay_by
        return {} if day is None else day_parts(day)

    @Property(int, constant=True)
    def durationLeast(self) -> int:
        return self._outcome.errand.definition.duration.least

    @Property(int, constant=True)
    def durationMost(self) -> int:
        return self._outcome.errand.definition.duration.most

    @Property(str, constant=True)
    def durationUnit(self) -> str:
        """minute, hour, day, week or month."""
        return self._outcome.errand.definition.duration.unit.value

    @Property(dict, constant=True)
    def appointment(self) -> dict[str, object]:
        """`office` and `number` beside the parts of its start; empty where nobody is expected."""
        time = self._outcome.time
        if not isinstance(time, BookedTime):
            return {}
        made = time.appointment
        return {"office": made.office.name, "number": made.number, **parts(made.start)}

    @Property(str, constant=True)
    def receipt(self) -> str:
        """What became of the receipt: notAsked, onItsWay, inMailbox, notSent, printed, saved or missing."""
        match self._receipt:
            case NotAsked():
                return "notAsked"
            case OnItsWay():
                return "onItsWay"
            case InMailbox():
                return "inMailbox"
            case NotSent():
                return "notSent"
            case _:
                return _name(self._receipt)

    @Property(str, constant=True)
    def receiptCode(self) -> str:
        """The code for the staff when neither paper nor phone nor mailbox got the receipt; else empty."""
        return self._receipt.failure.value if isinstance(self._receipt, NotSent | NotPrinted) else ""

    @Property(str, constant=True)
    def receiptFile(self) -> str:
        """The receipt's file when there is no printer; else empty."""
        return self._receipt.file if isinstance(self._receipt, SavedTo) else ""

    @Property(bool, constant=True)
    def hasMailbox(self) -> bool:
        return has_mailbox(self._outcome)

    @Slot()
    def toPaper(self) -> None:
        self._context.dispatch(ev.ReceiptOnPaperAsked())

    @Slot()
    def toPhone(self) -> None:
        self._context.dispatch(ev.ReceiptToPhoneAsked())

    @Slot()
    def toMailbox(self) -> None:
        self._context.dispatch(ev.ReceiptToMailboxAsked())

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())

    @Slot()
    def printAgain(self) -> None:
        self._context.dispatch(ev.TryAgain())


def _name(delivery: Delivery) -> str:
    match delivery:
        case Printed():
            return "printed"
        case SavedTo():
            return "saved"
        case NotPrinted():
            return "missing"
        case _:
            assert_never(delivery)


_CAUSES = {Failure.PRINTER_JAM: "jam", Failure.PRINTER_EMPTY: "empty", Failure.PRINTER_OFF: "off"}
