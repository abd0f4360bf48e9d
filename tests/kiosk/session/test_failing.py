"""Failures: a kind screen for each, back to where it went wrong with everything kept."""

from dataclasses import replace

import pytest
from walking import after

from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import pin_effects as px
from kiosk.session import states as st
from kiosk.session.cover import AT_CASH_DESK
from kiosk.session.delivery import NotPrinted, NotSent, OnItsWay
from kiosk.session.errand import Errand
from kiosk.session.failure import Failure
from kiosk.session.paying import StaffCall
from kiosk.session.preferences import Language
from kiosk.session.step import Step, step
from tests import samples
from tests.samples import APPLICATION, CATALOGUE, CITIZEN, ERRAND, FOR_AUTHORITY, PAID, SCENES, visit

BUSY = ("OpeningService", "Connecting", "SigningIn", "OpeningApplication", "Pricing", "Sending")


@pytest.mark.parametrize("name", BUSY)
@pytest.mark.parametrize("failure", Failure, ids=lambda failure: failure.name)
def test_every_busy_scene_has_a_way_out_of_every_failure(name: str, failure: Failure) -> None:
    failed = after(visit(name), ev.Failing(failure)).scene
    assert isinstance(failed, st.Failed)
    assert failed.failure is failure


@pytest.mark.parametrize("failure", Failure, ids=lambda failure: failure.name)
def test_paper_that_does_not_come_is_told_and_can_be_tried_again(failure: Failure) -> None:
    failed = after(visit("Printing"), ev.Failing(failure))
    assert failed.scene == st.Done(samples.FREE_OUTCOME, NotPrinted(failure))
    again = step(failed, ev.TryAgain())
    assert again.visit.scene == st.Printing(samples.FREE_OUTCOME)
    assert again.effects == (do.PrintPaper(samples.FREE_OUTCOME, Language.GERMAN),)


@pytest.mark.parametrize(
    ("name", "scene", "effect"),
    [
        (
            "OpeningService",
            st.OpeningService(CATALOGUE, samples.TOPIC, samples.SERVICE),
            do.OpenService(samples.SERVICE),
        ),
        ("Connecting", st.Connecting(ERRAND), do.BeginSignIn(ERRAND, Language.GERMAN)),
        ("SigningIn", st.Connecting(ERRAND), do.BeginSignIn(ERRAND, Language.GERMAN)),
        ("OpeningApplication", st.OpeningApplication(ERRAND, CITIZEN), do.OpenApplication(ERRAND, CITIZEN)),
        ("Pricing", st.Pricing(APPLICATION, FOR_AUTHORITY), do.Price(APPLICATION, FOR_AUTHORITY)),
        (
            "Sending",
            st.Sending(APPLICATION, FOR_AUTHORITY, PAID, AT_CASH_DESK),
            do.Send(APPLICATION, FOR_AUTHORITY, PAID, AT_CASH_DESK, Language.GERMAN),
        ),
    ],
    ids=BUSY,
)
def test_trying_again_returns_to_where_it_went_wrong_with_everything_kept(
    name: str, scene: st.Scene, effect: do.Effect
) -> None:
    failed = after(visit(name), ev.Failing(Failure.BACKEND_UNREACHABLE))
    again = step(failed, ev.TryAgain())
    assert again.visit.scene == scene
    assert again.effects == (effect,)


@pytest.mark.parametrize(
    ("name", "scene"),
    [
        ("Failed-service", st.ChooseService(CATALOGUE, samples.TOPIC)),
        ("Failed-sign-in", st.AboutService(ERRAND)),
        ("Failed-price", st.FillIn(APPLICATION, FOR_AUTHORITY, "copies", checked=False, reviewing=False)),
    ],
)
def test_back_from_a_failure_is_the_last_choice(name: str, scene: st.Scene) -> None:
    left = step(visit(name), ev.Back())
    assert left.visit.scene == scene
    assert left.effects == ()


@pytest.mark.parametrize(
    ("name", "errand"),
    [
        ("OpeningApplication", ERRAND),
        ("OpeningApplication-unfinished", samples.UNFINISHED),
        ("Pricing", samples.UNFINISHED),
        ("Sending", samples.UNFINISHED),
    ],
)
def test_after_a_session_that_ended_signing_in_again_leads_back_to_the_form(
    name: str, errand: Errand
) -> None:
    failed = after(visit(name), ev.Failing(Failure.SESSION_ENDED)).scene
    assert failed == st.Failed(Failure.SESSION_ENDED, st.SignInAgain(errand))
    closed = after(visit(name), ev.Failing(Failure.SERVICE_CLOSED)).scene
    assert closed == st.Failed(Failure.SERVICE_CLOSED, st.StartOver())


def test_where_trying_again_makes_no_sense_going_on_ends_the_visit() -> None:
    ended = step(visit("Failed-over"), ev.Continue())
    assert isinstance(ended.visit.scene, st.Goodbye)
    assert [each.how for each in ended.effects if isinstance(each, do.EndVisit)] == [do.EndedHow.FAILED]


# ---------------------------------------------------------------- bugs

NOBODY_WAITS = ("KeepDefinitions", "EndLeftovers", "SettlePayments", "CancelSignIn", "LeaveCard")


EFFECTS = [*sorted({*samples.EFFECT_NAMES} - {"Prepare"}), "SomethingNew"]


@pytest.mark.parametrize("scene", SCENES)
def test_a_bug_in_an_adapter_always_leads_somewhere_kind(scene: str) -> None:
    before = visit(scene, overlay=st.LanguageChoice())
    nobody = isinstance(before.scene, st.Preparing | st.Closed | st.CardForgotten | st.Start | st.Goodbye)
    for effect in EFFECTS:
        reached = step(before, ev.EffectCrashed(effect))
        if effect == "CallHelp" and isinstance(before.scene, pay.PaymentUnclear | pay.CheckingPayment):
            assert reached.visit.scene == replace(before.scene, staff=StaffCall.NOT_REACHED)
        elif effect == "CallHelp" or effect in NOBODY_WAITS or nobody:
            assert reached.visit.scene is before.scene, effect
            assert not reached.effects, effect
        else:
            assert reached.visit.overlay == st.NothingOver(), effect
            assert _told(reached) is Failure.TERMINAL_FAULT, effect


def _told(reached: Step) -> Failure:
    match reached.visit.scene:
        case pay.PaymentUnclear(staff=StaffCall.CALLED):
            assert reached.effects == (do.CallHelp(),)
        case pay.MoneyBack(slip=OnItsWay()):
            assert [type(each) for each in reached.effects] == [do.PrintSlip]
        case _:
            assert reached.effects in ((), (px.LeaveCard(),))
    match reached.visit.scene:
        case st.Failed(failure) | st.Done(_, NotPrinted(failure)) | st.Done(receipt=NotSent(failure)):
            return failure
        case ap.AppointmentMade(slip=NotPrinted(failure)) | dk.TicketDrawn(slip=NotPrinted(failure)):
            return failure
        case own.ReadMessage(paper=NotPrinted(failure)):
            return failure
        case pay.PaymentUnclear() | pay.NotPaid() | pay.MoneyBack():
            return Failure.TERMINAL_FAULT  # kind screens of their own
        case _:
            raise AssertionError(reached.visit.scene)
