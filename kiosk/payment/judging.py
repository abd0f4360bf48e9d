"""What an answer of the card reader means for the money: the rules on which nobody pays twice. Pure."""

from dataclasses import dataclass, field

from kiosk.bochum_id.payment_values import Outcome
from kiosk.payment.card_steps import ABORTED, ALREADY_REVERSED, why_not
from kiosk.payment.journal import Act, Entry
from kiosk.payment.zvt.conversation import Declined, Done, Ended, Failed, Lost
from kiosk.payment.zvt.messages import ReceiptKind, ReceiptLines, StatusInformation
from kiosk.session.paying import NotPaidBecause


@dataclass(frozen=True, slots=True)
class Known:
    """What came of it, for certain."""

    outcome: Outcome
    information: StatusInformation = field(default_factory=StatusInformation)
    lines: tuple[str, ...] = field(default=(), repr=False)
    """The customer's receipt."""
    code: int | None = None
    why: NotPaidBecause = NotPaidBecause.DECLINED


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Only the reader's memory can tell."""


type Verdict = Known | Doubtful


def of_taking(entry: Entry, ended: Ended, *, stopped: bool) -> Verdict:
    """Judge a payment: a yes counts once the reader completed it, a no when it never said yes before."""
    match ended:
        case Declined(code):
            return Known(Outcome.ABORTED, code=code, why=NotPaidBecause.READER)
        case Done(_, information, lines) if information is not None and _is_new(entry, information):
            return Known(Outcome.APPROVED, information, _for_the_customer(lines))
        case Failed(code, information) if information is None or not information.is_approved:
            outcome = Outcome.ABORTED if code == ABORTED else Outcome.DECLINED
            return Known(
                outcome, information or StatusInformation(), code=code, why=why_not(code, stopped=stopped)
            )
        case Done() | Failed() | Lost():
            return Doubtful()


def of_giving_back(ended: Ended) -> Verdict:
    """Judge a reversal; one that was done before is done."""
    match ended:
        case Done(_, information, lines) if information is not None and information.is_approved:
            return Known(Outcome.APPROVED, information, _for_the_customer(lines))
        case Failed(code) | Declined(code) if code == ALREADY_REVERSED:
            return Known(Outcome.APPROVED, code=code)
        case Declined(code):
            return Known(Outcome.ABORTED, code=code)
        case Failed(code, information) if information is None or not information.is_approved:
            return Known(Outcome.DECLINED, code=code)
        case Done() | Failed() | Lost():
            return Doubtful()


def from_memory(entry: Entry, last: StatusInformation | None) -> Known:
    """Judge by the last transaction that the reader keeps: nothing but the terminal asks it for any.

    A reader keeps a payment only once its result was acknowledged, and undoes it otherwise (2.2.8). So the
    last one is either this one, or the one from before.
    """
    if last is None or not _is_new(entry, last):
        return Known(Outcome.ABORTED, why=NotPaidBecause.READER)
    gives_back = last.original_trace is not None
    if gives_back is not (entry.act is Act.GIVE_BACK):
        return Known(Outcome.ABORTED, why=NotPaidBecause.READER)
    return Known(Outcome.APPROVED, last)


def _for_the_customer(lines: tuple[ReceiptLines, ...]) -> tuple[str, ...]:
    """Give the lines of the one whose card it is; single lines (06 D1) do not say whose they are."""
    blocks = (each.lines for each in lines if each.kind in (ReceiptKind.CUSTOMER, None))
    return tuple(line for block in blocks for line in block)


def _is_new(entry: Entry, told: StatusInformation) -> bool:
    """Tell whether this is a yes to what the entry is about, and not an echo of something before."""
    return (
        told.is_approved
        and told.receipt_number is not None
        and told.receipt_number != entry.before
        and told.amount_cents == entry.amount_cents
    )
