"""A reader with keys of its own: it asks, the terminal waits, and no PIN comes to the visit."""

from dataclasses import replace

import pytest
from walking import after

from cardreader.eid_client.exchange import Progress
from cardreader.reader import EmptyReader, NoReader
from cardreader.secret import TYPED_ON_READER
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import pin_effects as px
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.pin_values import CardNumber, PadWord
from kiosk.session.step import step
from tests.samples import DEGREE, ERRAND, NOTHING, ON_READER, visit

ASK = do.ConfirmSignIn(NOTHING, TYPED_ON_READER)


def test_the_reader_asks_as_soon_as_the_visitor_agreed() -> None:
    asked = step(visit(st.WhoAsks(ERRAND, ON_READER, DEGREE)), ev.Continue())
    assert asked.visit.scene == si.TypeOnReader(ERRAND, ON_READER, DEGREE, 3, rejected=False)
    assert asked.effects == (do.ConfirmSignIn(DEGREE, TYPED_ON_READER),)


def test_the_screen_stays_until_the_reader_has_its_pin() -> None:
    waiting = visit("TypeOnReader")
    assert step(waiting, ev.SignInProgressed(Progress.PIN)).visit is waiting
    scene = after(waiting, ev.SignInProgressed(Progress.TERMINAL)).scene
    assert scene == st.SigningIn(ERRAND, ON_READER, DEGREE, 3, Progress.TERMINAL)


@pytest.mark.parametrize("name", ["TypeOnReader-rejected", "SigningIn"])
def test_after_a_wrong_pin_the_reader_asks_again_and_the_screen_says_so(name: str) -> None:
    before = visit(name).scene
    assert isinstance(before, si.TypeOnReader | st.SigningIn)
    scene = replace(before, sign_in=ON_READER, chosen=NOTHING)
    again = step(visit(scene), ev.PinRejected(attempts_left=2))
    fewer = replace(ON_READER, attempts_left=2)
    assert again.visit.scene == si.TypeOnReader(ERRAND, fewer, NOTHING, 2, rejected=True)
    assert again.effects == (ASK,)


def test_back_leaves_the_sign_in_and_the_reader_to_itself() -> None:
    left = step(visit("TypeOnReader"), ev.Back())
    assert (left.visit.scene, left.effects) == (st.AboutService(ERRAND), (do.CancelSignIn(),))


@pytest.mark.parametrize(
    ("status", "failure"),
    [(EmptyReader("Reader"), Failure.CARD_REMOVED), (NoReader(), Failure.READER_GONE)],
)
def test_a_card_that_is_taken_ends_it(status: EmptyReader | NoReader, failure: Failure) -> None:
    gone = step(visit("TypeOnReader"), ev.ReaderChanged(status))
    assert gone.visit.scene == st.Failed(failure, st.SignInAgain(ERRAND))
    assert gone.effects == (do.CancelSignIn(),)


@pytest.mark.parametrize("failure", [Failure.PIN_TIMED_OUT, Failure.SIGN_IN_DECLINED])
def test_who_let_the_time_pass_or_pressed_cancel_may_try_again(failure: Failure) -> None:
    failed = after(visit("TypeOnReader"), ev.Failing(failure)).scene
    assert failed == st.Failed(failure, st.SignInAgain(ERRAND))


# ---------------------------------------------------------------- the last attempt

LAST = replace(ON_READER, attempts_left=1)
AT = pin.ForSignIn(ERRAND, LAST, NOTHING)
ASKING_FOR_CAN = pin.TypeNumberOnReader(AT, CardNumber.CAN, 1, PadWord.FIRST)


@pytest.mark.parametrize("event", [ev.PinRejected(attempts_left=1), pe.CanRejected()])
def test_before_the_last_attempt_the_reader_asks_for_the_can(event: ev.Event) -> None:
    asked = step(visit(si.TypeOnReader(ERRAND, ON_READER, NOTHING, 2, rejected=True)), event)
    assert asked.visit.scene == ASKING_FOR_CAN
    assert asked.effects == (px.ResumeSignIn(TYPED_ON_READER),)


def test_a_wrong_can_is_asked_for_again_and_a_right_one_leads_to_the_pin() -> None:
    wrong = step(visit(ASKING_FOR_CAN), pe.CanRejected())
    assert wrong.visit.scene == replace(ASKING_FOR_CAN, word=PadWord.WRONG)
    assert wrong.effects == (px.ResumeSignIn(TYPED_ON_READER),)
    right = step(visit(ASKING_FOR_CAN), pe.CanAccepted())
    opened = replace(LAST, last_is_open=True)
    assert right.visit.scene == si.TypeOnReader(ERRAND, opened, NOTHING, 1, rejected=False)
    assert right.effects == (ASK,)


def test_back_from_the_can_leaves_the_sign_in() -> None:
    left = step(visit(ASKING_FOR_CAN), ev.Back())
    assert (left.visit.scene, left.effects) == (st.AboutService(ERRAND), (do.CancelSignIn(),))
    gone = step(visit(ASKING_FOR_CAN), ev.ReaderChanged(EmptyReader("Reader")))
    assert gone.visit.scene == st.Failed(Failure.CARD_REMOVED, st.SignInAgain(ERRAND))
