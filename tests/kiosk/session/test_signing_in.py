"""Signing in: the choice of data, the attempts, a wrong PIN, and every way it can fail."""

import pytest
from walking import after, effect

from cardreader.chat import AccessRight
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.scenes.signing_in import HOPELESS, MENDED
from kiosk.session.step import step
from tests import samples
from tests.samples import DEGREE, ERRAND, NOTHING, SIGN_IN, visit

GIVEN = ev.OptionalDataSwitched(AccessRight.DOCTORAL_DEGREE, given=True)
TAKEN_BACK = ev.OptionalDataSwitched(AccessRight.DOCTORAL_DEGREE, given=False)


def test_nothing_optional_is_given_unless_the_visitor_says_so() -> None:
    asked = after(visit("Connecting"), ev.SignInPrepared(SIGN_IN))
    assert asked.scene == st.WhoAsks(ERRAND, SIGN_IN, NOTHING)
    assert after(asked, GIVEN).scene == st.WhoAsks(ERRAND, SIGN_IN, DEGREE)
    assert after(asked, GIVEN, TAKEN_BACK) == asked


def test_the_choice_goes_with_the_pin_to_the_card_and_survives_every_back() -> None:
    chosen = after(visit("WhoAsks"), GIVEN)
    at_the_pin = after(chosen, ev.Continue())
    assert after(at_the_pin, ev.Back()) == chosen
    entered = ev.PinEntered(samples.pin())
    assert effect(at_the_pin, entered) == do.ConfirmSignIn(DEGREE, entered.pin)
    rejected = after(at_the_pin, entered, ev.PinRejected(attempts_left=2))
    assert isinstance(rejected.scene, st.EnterPin)
    assert rejected.scene.chosen == DEGREE


def test_the_attempts_that_are_left_stay_true_on_every_way_to_the_key_pad() -> None:
    first = after(visit("WhoAsks"), ev.Continue()).scene
    assert first == st.EnterPin(ERRAND, SIGN_IN, NOTHING, attempts_left=3, rejected=False)
    rejected = after(visit("SigningIn"), ev.PinRejected(attempts_left=2))
    assert isinstance(rejected.scene, st.EnterPin)
    assert (rejected.scene.attempts_left, rejected.scene.rejected) == (2, True)
    second = after(rejected, ev.Back(), ev.Continue()).scene
    assert isinstance(second, st.EnterPin)
    assert (second.attempts_left, second.rejected) == (2, False)


def test_a_pin_that_is_typed_twice_is_given_once() -> None:
    confirmed = step(visit("EnterPin"), ev.PinEntered(samples.pin()))
    assert step(confirmed.visit, ev.PinEntered(samples.pin())).effects == ()


@pytest.mark.parametrize(
    ("event", "scene"),
    [
        (ev.Back(), st.AboutService(ERRAND)),
        (ev.SignInDeclined(), st.Failed(Failure.SIGN_IN_DECLINED, st.SignInAgain(ERRAND))),
    ],
    ids=["back", "declined"],
)
def test_who_does_not_go_on_cancels_the_sign_in(event: ev.Event, scene: st.Scene) -> None:
    left = step(visit("WhoAsks"), event)
    assert left.visit.scene == scene
    assert left.effects == (do.CancelSignIn(),)


@pytest.mark.parametrize("name", ["Connecting", "SigningIn"])
@pytest.mark.parametrize("failure", Failure, ids=lambda failure: failure.name)
def test_every_failure_of_the_sign_in_leads_to_its_kind_screen(name: str, failure: Failure) -> None:
    failed = after(visit(name), ev.Failing(failure)).scene
    again: st.Again = st.StartOver() if failure in HOPELESS else st.SignInAgain(ERRAND)
    if failure in MENDED:
        again = pin.MendCard(ERRAND, MENDED[failure])
    assert failed == st.Failed(failure, again)


def test_another_card_may_help_where_the_wrong_one_was_placed() -> None:
    assert Failure.NOT_AN_ID_CARD not in HOPELESS
    assert {Failure.PIN_BLOCKED, Failure.PIN_SUSPENDED, Failure.EID_UNTRUSTED} <= HOPELESS
