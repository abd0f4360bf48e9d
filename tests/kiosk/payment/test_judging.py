"""What a card reader's answer means for the money: the table on which nobody pays twice."""

from dataclasses import replace

import pytest

from kiosk.bochum_id.payment_values import Outcome
from kiosk.payment.card_steps import step_of, why_not
from kiosk.payment.journal import Act, Entry, Stage
from kiosk.payment.judging import Doubtful, Known, Verdict, from_memory, of_giving_back, of_taking
from kiosk.payment.zvt.conversation import Declined, Done, Ended, Failed, Lost
from kiosk.payment.zvt.messages import Completed, ReceiptKind, ReceiptLines, StatusInformation
from kiosk.session.paying import CardStep, NotPaidBecause

ENTRY = Entry("pay_1", 1, Act.TAKE, Stage.ASKED, 1800, before=116)
BACK = replace(ENTRY, act=Act.GIVE_BACK)
YES = StatusInformation(result_code=0, amount_cents=1800, receipt_number=117, trace_number="000421")
NO = StatusInformation(result_code=5)
REFUSED = replace(YES, result_code=5)
OLD = replace(YES, receipt_number=116)
OTHER_PRICE = replace(YES, amount_cents=900)
REVERSAL = replace(YES, receipt_number=118, original_trace="000421")
FINISHED = Completed(0)


def known(verdict: Verdict) -> Outcome | None:
    return verdict.outcome if isinstance(verdict, Known) else None


@pytest.mark.parametrize(
    ("ended", "outcome"),
    [
        (Done(FINISHED, YES), Outcome.APPROVED),
        (Done(FINISHED, None), None),
        (Done(FINISHED, OLD), None),
        (Done(FINISHED, OTHER_PRICE), None),
        (Done(FINISHED, replace(YES, receipt_number=None)), None),
        (Done(FINISHED, REFUSED), None),
        (Failed(0x6C, NO), Outcome.ABORTED),
        (Failed(5, None), Outcome.DECLINED),
        (Failed(5, YES), None),
        (Declined(0xA0), Outcome.ABORTED),
        (Lost(None), None),
        (Lost(YES), None),
        (Lost(NO), None),
    ],
)
def test_a_payment_is_known_only_where_it_is_certain(ended: Ended, outcome: Outcome | None) -> None:
    assert known(of_taking(ENTRY, ended, stopped=False)) is outcome


@pytest.mark.parametrize(
    ("ended", "outcome"),
    [
        (Done(FINISHED, REVERSAL), Outcome.APPROVED),
        (Failed(0xB4, None), Outcome.APPROVED),
        (Failed(0xB5, None), Outcome.DECLINED),
        (Declined(0xA0), Outcome.ABORTED),
        (Failed(5, REVERSAL), None),
        (Failed(5, NO), Outcome.DECLINED),
        (Done(FINISHED, replace(REVERSAL, result_code=5)), None),
        (Done(FINISHED, None), None),
        (Lost(None), None),
    ],
)
def test_a_reversal_is_known_only_where_it_is_certain(ended: Ended, outcome: Outcome | None) -> None:
    assert known(of_giving_back(ended)) is outcome


@pytest.mark.parametrize(
    ("entry", "last", "outcome"),
    [
        (ENTRY, YES, Outcome.APPROVED),
        (ENTRY, None, Outcome.ABORTED),
        (ENTRY, NO, Outcome.ABORTED),
        (ENTRY, REFUSED, Outcome.ABORTED),
        (ENTRY, OLD, Outcome.ABORTED),
        (ENTRY, OTHER_PRICE, Outcome.ABORTED),
        (ENTRY, REVERSAL, Outcome.ABORTED),
        (BACK, REVERSAL, Outcome.APPROVED),
        (BACK, YES, Outcome.ABORTED),
        (BACK, None, Outcome.ABORTED),
        (replace(ENTRY, before=None), YES, Outcome.APPROVED),
    ],
)
def test_the_memory_of_the_reader_tells_this_one_from_the_one_before(
    entry: Entry, last: StatusInformation | None, outcome: Outcome
) -> None:
    assert from_memory(entry, last).outcome is outcome


def test_the_customers_lines_are_kept_and_the_merchants_are_not() -> None:
    lines = (
        ReceiptLines(ReceiptKind.MERCHANT, ("for the merchant",)),
        ReceiptLines(ReceiptKind.CUSTOMER, ("for you",)),
        ReceiptLines(None, ("by line",)),
    )
    verdict = of_taking(ENTRY, Done(FINISHED, YES, lines), stopped=False)
    assert isinstance(verdict, Known)
    assert verdict.lines == ("for you", "by line")
    assert of_taking(ENTRY, Lost(None), stopped=False) == Doubtful()


@pytest.mark.parametrize(
    ("code", "stopped", "why"),
    [
        (0x6C, True, NotPaidBecause.STOPPED),
        (0x6C, False, NotPaidBecause.TOO_LATE),
        (0x05, True, NotPaidBecause.DECLINED),
        (0xA0, False, NotPaidBecause.READER),
    ],
)
def test_why_no_money_was_taken(code: int, *, stopped: bool, why: NotPaidBecause) -> None:
    assert why_not(code, stopped=stopped) is why


@pytest.mark.parametrize(
    ("status", "step"),
    [
        (0x0A, CardStep.SHOW_CARD),
        (0x2A, CardStep.INSERT_CARD),
        (0x01, CardStep.LOOK_AT_READER),
        (0x15, CardStep.PIN_WRONG),
        (0x04, CardStep.ASKING_BANK),
        (0x4B, CardStep.TAKE_CARD),
        (0x41, CardStep.TAKE_CARD),
        (0x68, CardStep.TAKE_CARD),
        (0x0E, CardStep.WORKING),
        (0xC9, CardStep.WORKING),
    ],
)
def test_what_the_reader_wants_of_the_visitor(status: int, step: CardStep) -> None:
    assert step_of(status) is step
