"""Every end: asked for, by silence, and that there is one within reach from everywhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from walking import after, distance, effect, productive

from kiosk.session import appointment_states as ap
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import file_states as fs
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.preferences import Preferences, TextSize
from kiosk.session.step import begin, step
from tests import samples
from tests.samples import SCENES, visit
from tests.unions import members


def named(*kinds: type[st.Scene]) -> set[str]:
    """The sample scenes of these kinds."""
    return {name for name, scene in SCENES.items() if isinstance(scene, kinds)}


NOBODY_YET = named(st.Preparing, st.Closed, st.CardForgotten, st.Start)
BUSY = named(
    st.OpeningService,
    si.CheckingPassword,
    si.SendingCode,
    si.CheckingCode,
    si.OpeningAccount,
    si.OpeningSession,
    st.Connecting,
    si.TypeOnReader,
    st.SigningIn,
    st.OpeningApplication,
    st.Pricing,
    pay.FindingWaysToPay,
    pay.PayingByCard,
    pay.OpeningPayPage,
    pay.PayByPhone,
    pay.CheckingPayment,
    pay.GivingMoneyBack,
    st.Sending,
    st.Printing,
    ap.KeepingTime,
    *members(fs.WaitingForFiles),
    *members(ap.WaitingForAppointments),
    own.LookingUp,
    pin.LookingAtCard,
    pin.TypeNumberOnReader,
    pin.CheckingNumber,
)
AT_THE_END = named(st.Goodbye)
TIMED = set(SCENES) - NOBODY_YET - BUSY - AT_THE_END
TOLD, OVER = ev.SilenceTold(seconds_left=20), ev.SilenceOver()


# ---------------------------------------------------------------- silence


@pytest.mark.parametrize("name", sorted(TIMED))
def test_silence_asks_first_and_then_ends_the_visit(name: str) -> None:
    asked = after(visit(name), TOLD)
    assert asked.overlay == st.StillThere(seconds_left=20)
    assert asked.scene is SCENES[name]
    assert after(asked, ev.SilenceTold(seconds_left=19)).overlay == st.StillThere(seconds_left=19)
    assert after(asked, ev.OverlayClosed()) == visit(name)
    for overlay in samples.OVERLAYS:
        ended = step(visit(name, overlay=overlay), OVER)
        assert isinstance(ended.visit.scene, st.Goodbye)
        assert ended.visit.overlay == st.NothingOver()
        assert ended.effects == (do.EndVisit(do.EndedHow.SILENCE, after_seconds=4),)


@pytest.mark.parametrize("name", sorted(BUSY | AT_THE_END))
def test_nobody_can_be_silent_while_the_terminal_works(name: str) -> None:
    for overlay in samples.OVERLAYS:
        if overlay == st.PutCardBack():
            continue  # covers an application, and nothing else
        before = visit(name, overlay=overlay)
        for event in (TOLD, OVER):
            assert step(before, event).visit is before
            assert step(before, event).effects == ()


@pytest.mark.parametrize("name", sorted(NOBODY_YET))
def test_wishes_of_somebody_who_tried_and_left_are_forgotten(name: str) -> None:
    tried = visit(name, preferences=Preferences(text_size=TextSize.LARGEST), overlay=st.DisplayChoice())
    assert step(tried, TOLD).visit is tried
    forgotten = step(tried, OVER)
    assert forgotten.visit == visit(name)
    assert forgotten.visit.scene is tried.scene
    assert forgotten.effects == ()


# ---------------------------------------------------------------- asked for


@pytest.mark.parametrize("name", sorted(NOBODY_YET | AT_THE_END))
def test_where_there_is_no_visit_there_is_none_to_end(name: str) -> None:
    assert productive(visit(name), [ev.EndAsked(), ev.EndConfirmed()]) == []


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("ChooseTopic", do.EndedHow.LEFT),
        ("ChooseService", do.EndedHow.LEFT),
        ("AboutService", do.EndedHow.LEFT),
        ("ChooseSignIn", do.EndedHow.LEFT),
        ("PlaceCard", do.EndedHow.LEFT),
        ("Failed-send", do.EndedHow.FAILED),
        ("MoneyBack", do.EndedHow.FAILED),
        ("PaymentUnclear", do.EndedHow.FAILED),
        ("Done", do.EndedHow.FINISHED),
        ("Done-jam", do.EndedHow.FINISHED),
    ],
)
def test_where_nothing_would_be_lost_nothing_is_asked(name: str, how: do.EndedHow) -> None:
    wanted = effect(visit(name), ev.EndAsked())
    assert isinstance(wanted, do.EndVisit)
    assert wanted.how is how


@pytest.mark.parametrize(
    "name",
    [
        "EnterPassword",
        "CheckingPassword",
        "ChooseFactor",
        "SendingCode",
        "EnterCode",
        "CheckingCode",
        "StepUp",
        "AboutService-stepping-up",
        "PlaceCard-stepping-up",
        "WhoAsks",
        "EnterPin",
        "TypeOnReader",
        "SigningIn",
        "LinkAccount",
        "OpeningAccount",
        "OpeningSession",
        "FillIn-first",
        "Review",
        "ChoosePayment",
        "PayingByCard",
        "PayByPhone",
        "NotPaid",
        "Sending",
        "TakeCard",
        "Printing",
    ],
)
def test_in_the_middle_of_something_leaving_is_asked_about(name: str) -> None:
    asked = step(visit(name), ev.EndAsked())
    assert asked.visit.overlay == st.LeaveQuestion()
    assert asked.effects == ()
    assert after(asked.visit, ev.OverlayClosed()) == visit(name)
    confirmed = step(asked.visit, ev.EndConfirmed())
    assert isinstance(confirmed.visit.scene, st.Goodbye)
    assert confirmed.effects == (do.EndVisit(do.EndedHow.LEFT, after_seconds=4),)


def test_a_visit_ends_once() -> None:
    for name in AT_THE_END:
        for event in samples.events():
            reached = step(visit(name), event)
            assert isinstance(reached.visit.scene, st.Goodbye)
            assert not [each for each in reached.effects if isinstance(each, do.EndVisit)]


# ---------------------------------------------------------------- no dead ends


def is_over(now: st.Visit) -> bool:
    return isinstance(now.scene, st.Goodbye)


LONGEST_WAY_OUT = 4
"""From Preparing with a card on the reader: prepared, taken, touched, left."""


def test_the_longest_way_out_is_the_one_before_anybody_came() -> None:
    before_anybody = visit("Preparing", reader=samples.CARD)
    assert distance(before_anybody, is_over, LONGEST_WAY_OUT) == LONGEST_WAY_OUT


@settings(max_examples=40, deadline=None)
@given(some.lists(some.integers(min_value=0, max_value=10_000), max_size=30))
def test_from_wherever_a_visit_wanders_its_end_is_near(way: list[int]) -> None:
    here = begin().visit
    for number in way:
        ways = productive(here)
        if not ways:
            break
        here = step(here, ways[number % len(ways)]).visit
    assert distance(here, is_over, LONGEST_WAY_OUT) is not None


@pytest.mark.parametrize("name", sorted(TIMED))
def test_a_visitor_can_leave_with_two_touches_from_every_scene_that_waits_for_one(name: str) -> None:
    for overlay in samples.OVERLAYS:
        here = visit(name, overlay=overlay)
        assert is_over(after(here, ev.EndAsked(), ev.EndConfirmed()))


@pytest.mark.parametrize("name", sorted(TIMED - {"TakeCard", "PlaceCard"}))
def test_every_scene_that_waits_for_the_visitor_has_something_to_do_besides_leaving(name: str) -> None:
    ways = [each for each in samples.events() if type(each) not in (ev.EndAsked, ev.EndConfirmed)]
    ways = [each for each in ways if type(each) not in (ev.SilenceOver, ev.EffectCrashed)]
    assert any(step(visit(name), each).visit.scene is not SCENES[name] for each in ways)
