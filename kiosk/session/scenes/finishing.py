"""From "sent" to goodbye: the card back, the paper, the last words."""

from dataclasses import replace
from typing import assert_never

from cardreader.reader import CardPresent
from kiosk.bochum_id.values import AccountMode
from kiosk.services.evidence import BookedTime
from kiosk.session import appointment_states as ap
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.appointment_slips import appointment_slip
from kiosk.session.delivery import NOT_ASKED, InMailbox, NotPrinted, NotSent, OnItsWay, Printed
from kiosk.session.errand import Outcome
from kiosk.session.scenes import slips
from kiosk.session.scenes.turn import STAY, Turn

GOODBYE_SECONDS = 4

type FinishingScene = st.TakeCard | st.Printing | st.Done | st.ReceiptOnPhone | st.Goodbye


def turn(visit: st.Visit, scene: FinishingScene, event: ev.Event) -> Turn:
    match scene:
        case st.TakeCard(outcome):
            match event:
                case ev.ReaderChanged(status) if not isinstance(status, CardPresent):
                    return print_paper(visit, outcome)
                case _:
                    return STAY
        case st.Printing(outcome):
            match event:
                case ev.PaperHandled(delivery, receipt):
                    return Turn(st.Done(outcome, delivery, receipt))
                case ev.Failing(failure):
                    return Turn(st.Done(outcome, NotPrinted(failure)))
                case _:
                    return STAY
        case st.Done():
            return _done(visit, scene, event)
        case st.ReceiptOnPhone(done):
            match event:
                case ev.Back():
                    return Turn(done)
                case ev.Continue():
                    return goodbye(visit, do.EndedHow.FINISHED)
                case _:
                    return STAY
        case st.Goodbye():
            match event:
                case ev.ReaderChanged(status):
                    return Turn(replace(scene, card_on_reader=isinstance(status, CardPresent)))
                case _:
                    return STAY
        case _:
            assert_never(scene)


def _done(visit: st.Visit, scene: st.Done, event: ev.Event) -> Turn:
    waits = isinstance(scene.receipt, OnItsWay)
    language = visit.preferences.language
    match event:
        case ev.Continue() if isinstance(scene.outcome.time, BookedTime):
            return _to_the_appointment(visit, scene.outcome, scene.outcome.time)
        case ev.Continue():
            return goodbye(visit, do.EndedHow.FINISHED)
        case ev.TryAgain() if isinstance(scene.delivery, NotPrinted) and not waits:
            return print_paper(visit, scene.outcome)
        case ev.ReceiptOnPaperAsked() if not isinstance(scene.delivery, NotPrinted) and not waits:
            return Turn(replace(scene, receipt=OnItsWay()), (do.PrintReceipt(scene.outcome, language),))
        case ev.ReceiptToPhoneAsked() if not waits:
            return Turn(replace(scene, receipt=OnItsWay()), (do.LinkReceipt(scene.outcome, language),))
        case ev.ReceiptToMailboxAsked() if has_mailbox(scene.outcome) and _may_be_mailed(scene):
            return Turn(replace(scene, receipt=OnItsWay()), (do.MailReceipt(scene.outcome, language),))
        case ev.ReceiptHandled(delivery) if waits:
            return Turn(replace(scene, receipt=delivery))
        case ev.ReceiptLinked(url) if waits:
            return Turn(st.ReceiptOnPhone(replace(scene, receipt=NOT_ASKED), url))
        case ev.ReceiptMailed() if waits:
            return Turn(replace(scene, receipt=InMailbox()))
        case ev.Failing(failure) if waits:
            return Turn(replace(scene, receipt=NotSent(failure)))
        case _:
            return STAY


def _to_the_appointment(visit: st.Visit, outcome: Outcome, time: BookedTime) -> Turn:
    """On to when and where the visitor is expected, and to the slip that says so."""
    definition = outcome.errand.definition
    purpose = ap.AppointmentPurpose(definition.id, definition.title)
    made = ap.AppointmentMade(outcome.errand, purpose, time.appointment, NOT_ASKED)
    slip = appointment_slip(time.appointment, definition.title)
    return slips.turned(visit, ev.SlipAsked(), made.slip, slip, lambda fate: replace(made, slip=fate))


def has_mailbox(outcome: Outcome) -> bool:
    """Only who has an account has a mailbox."""
    return outcome.session.account_mode is not AccountMode.TRANSIENT


def _may_be_mailed(scene: st.Done) -> bool:
    return not isinstance(scene.receipt, OnItsWay | InMailbox)


def sent(visit: st.Visit, outcome: Outcome) -> Turn:
    """The card comes first: who holds the paper forgets the card."""
    if isinstance(visit.reader, CardPresent):
        return Turn(st.TakeCard(outcome))
    return print_paper(visit, outcome)


def print_paper(visit: st.Visit, outcome: Outcome) -> Turn:
    return Turn(st.Printing(outcome), (do.PrintPaper(outcome, visit.preferences.language),))


def goodbye(visit: st.Visit, how: do.EndedHow) -> Turn:
    """Say the last words, and what is not to be forgotten: no printer tells whether its tray is empty."""
    scene = st.Goodbye(isinstance(visit.reader, CardPresent), paper_printed=has_printed(visit.scene))
    return Turn(scene, (do.EndVisit(how, after_seconds=GOODBYE_SECONDS),))


def has_printed(scene: st.Scene) -> bool:
    """Whether paper came out for what is on the screen: an application, a slip, something of one's own."""
    match scene:
        case st.Done(delivery=delivery, receipt=receipt) | st.ReceiptOnPhone(
            st.Done(delivery=delivery, receipt=receipt)
        ):
            return isinstance(delivery, Printed) or isinstance(receipt, Printed)
        case _:
            paper = getattr(scene, "slip", getattr(scene, "paper", None))
            return isinstance(paper, Printed)
