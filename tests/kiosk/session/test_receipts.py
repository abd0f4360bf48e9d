"""At the end: the receipt to the phone or to the mailbox, as it is asked for, beside the paper."""

from dataclasses import replace

import pytest

from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.delivery import NOT_ASKED, InMailbox, NotPrinted, NotSent, OnItsWay, Printed
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language
from kiosk.session.step import step
from tests.samples import FREE_OUTCOME, WITH_MAILBOX, visit

DONE = st.Done(WITH_MAILBOX, Printed())
WAITING = replace(DONE, receipt=OnItsWay())
LINK = "https://id.example/beleg/canary-token"


def after(scene: st.Scene, event: ev.Event) -> tuple[st.Scene, tuple[do.Effect, ...]]:
    told = step(visit(scene), event)
    return told.visit.scene, told.effects


def test_to_the_phone_a_code_is_shown_and_back_leads_to_the_end() -> None:
    asked, effects = after(DONE, ev.ReceiptToPhoneAsked())
    assert asked == WAITING
    assert effects == (do.LinkReceipt(WITH_MAILBOX, Language.GERMAN),)
    shown, _ = after(asked, ev.ReceiptLinked(LINK))
    assert shown == st.ReceiptOnPhone(DONE, LINK)
    assert LINK not in repr(shown)
    assert after(shown, ev.Back())[0] == DONE
    goodbye, effects = after(shown, ev.Continue())
    assert isinstance(goodbye, st.Goodbye)
    assert isinstance(effects[0], do.EndVisit)


def test_to_the_mailbox_once() -> None:
    asked, effects = after(DONE, ev.ReceiptToMailboxAsked())
    assert effects == (do.MailReceipt(WITH_MAILBOX, Language.GERMAN),)
    there, _ = after(asked, ev.ReceiptMailed())
    assert there == replace(DONE, receipt=InMailbox())
    assert after(there, ev.ReceiptToMailboxAsked())[1] == ()
    assert after(there, ev.ReceiptToPhoneAsked())[1] != ()


def test_on_paper_as_often_as_the_visitor_wants() -> None:
    scene: st.Scene = DONE
    for _ in range(2):
        asked, effects = after(scene, ev.ReceiptOnPaperAsked())
        assert (asked, effects) == (WAITING, (do.PrintReceipt(WITH_MAILBOX, Language.GERMAN),))
        scene, _ = after(asked, ev.ReceiptHandled(Printed()))
        assert scene == replace(DONE, receipt=Printed())


def test_where_the_paper_did_not_come_it_is_the_paper_that_is_tried_again() -> None:
    jammed = replace(DONE, delivery=NotPrinted(Failure.PRINTER_JAM))
    assert after(jammed, ev.ReceiptOnPaperAsked()) == (jammed, ())


def test_the_receipt_of_what_was_paid_comes_with_the_paper() -> None:
    empty = NotPrinted(Failure.PRINTER_EMPTY)
    done, _ = after(st.Printing(WITH_MAILBOX), ev.PaperHandled(Printed(), empty))
    assert done == replace(DONE, receipt=empty)
    assert after(done, ev.ReceiptOnPaperAsked())[0] == WAITING


def test_who_has_no_account_has_no_mailbox() -> None:
    scene = st.Done(FREE_OUTCOME, Printed())
    assert after(scene, ev.ReceiptToMailboxAsked()) == (scene, ())


@pytest.mark.parametrize(
    "event",
    [ev.ReceiptOnPaperAsked(), ev.ReceiptToPhoneAsked(), ev.ReceiptToMailboxAsked(), ev.TryAgain()],
    ids=str,
)
def test_while_one_is_under_way_no_other_begins(event: ev.Event) -> None:
    for scene in (WAITING, replace(WAITING, delivery=NotPrinted(Failure.PRINTER_JAM))):
        assert after(scene, event) == (scene, ())


def test_what_fails_is_said_and_can_be_asked_for_again() -> None:
    failed, _ = after(WAITING, ev.Failing(Failure.BACKEND_UNREACHABLE))
    assert failed == replace(DONE, receipt=NotSent(Failure.BACKEND_UNREACHABLE))
    for event in (ev.ReceiptToPhoneAsked(), ev.ReceiptToMailboxAsked()):
        assert after(failed, event)[0] == WAITING


@pytest.mark.parametrize(
    "answer",
    [ev.ReceiptLinked(LINK), ev.ReceiptMailed(), ev.ReceiptHandled(Printed())],
    ids=lambda e: type(e).__name__,
)
def test_an_answer_nobody_waits_for_changes_nothing(answer: ev.Event) -> None:
    assert after(replace(DONE, receipt=NOT_ASKED), answer) == (DONE, ())
