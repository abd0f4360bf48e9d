"""Whether the city can be reached: told in every scene, asked without end; closed, no sign-in begins."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from walking import after, productive

from kiosk.bochum_id.values import SignInMethod
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.scenes.opening import ASK_AGAIN_SECONDS, RETRY_SECONDS
from kiosk.session.step import begin, step
from tests import samples
from tests.samples import CARD, CATALOGUE, EMPTY, ERRAND, READERS, SCENES, UNFINISHED, visit

AWAY = Failure.BACKEND_UNREACHABLE
CLOSED = st.CityClosed(AWAY)
NEWS = replace(CATALOGUE, version="next")
NOBODY_YET = (st.Preparing, st.Closed, st.CardForgotten, st.Start)
SOMEBODY_HERE = [name for name, scene in SCENES.items() if not isinstance(scene, NOBODY_YET)]

ANSWERS: tuple[tuple[ev.Event, st.City, tuple[do.Effect, ...]], ...] = (
    (
        ev.Prepared(NEWS),
        st.CityOpen(),
        (do.KeepDefinitions(NEWS), do.Prepare(after_seconds=ASK_AGAIN_SECONDS)),
    ),
    (ev.PreparedFromCache(NEWS, AWAY), CLOSED, (do.Prepare(after_seconds=RETRY_SECONDS),)),
    (ev.NotPrepared(AWAY), CLOSED, (do.Prepare(after_seconds=RETRY_SECONDS),)),
    (
        ev.EffectCrashed("Prepare"),
        st.CityClosed(Failure.TERMINAL_FAULT),
        (do.Prepare(after_seconds=RETRY_SECONDS),),
    ),
)


@pytest.mark.parametrize("city", samples.CITIES, ids=lambda city: type(city).__name__)
@pytest.mark.parametrize(("answer", "becomes", "effects"), ANSWERS, ids=lambda each: type(each).__name__)
def test_in_every_scene_an_answer_tells_how_the_city_is_and_asks_again(
    answer: ev.Event, becomes: st.City, effects: tuple[do.Effect, ...], city: st.City
) -> None:
    for scene, reader, overlay in product(SCENES.values(), READERS, samples.OVERLAYS):
        told = step(visit(scene, city=city, reader=reader, overlay=overlay), answer)
        assert told.visit.city == becomes
        assert told.effects == effects


@pytest.mark.parametrize("name", SOMEBODY_HERE)
def test_whoever_has_begun_keeps_the_very_scene_and_what_covers_it(name: str) -> None:
    for answer, *_ in ANSWERS:
        before = visit(name, overlay=st.LanguageChoice())
        told = step(before, answer).visit
        assert told.scene is before.scene
        assert told.overlay is before.overlay


def test_the_question_how_the_city_is_is_always_under_way_exactly_once() -> None:
    assert [type(each) for each in begin().effects] == [do.Prepare]
    asked = {type(answer) for answer, *_ in ANSWERS} - {ev.EffectCrashed}
    for scene, city in product(SCENES.values(), samples.CITIES):
        for event in samples.events():
            answered = type(event) in asked or event == ev.EffectCrashed("Prepare")
            effects = step(visit(scene, city=city), event).effects
            assert [type(each) for each in effects].count(do.Prepare) == answered, (scene, event)


def test_nothing_but_an_answer_changes_what_is_known_of_the_city() -> None:
    for scene, city in product(SCENES.values(), samples.CITIES):
        for event in samples.events():
            reached = step(visit(scene, city=city), event).visit
            if not isinstance(event, ev.Prepared | ev.PreparedFromCache | ev.NotPrepared | ev.EffectCrashed):
                assert reached.city is city


# ---------------------------------------------------------------- while it is closed

BEGINNINGS = (do.BeginSignIn, do.CheckPassword)
"""What a sign-in begins with."""


def test_while_the_city_is_closed_no_sign_in_begins() -> None:
    overlays = (st.NothingOver(), st.PutCardBack())
    for scene, reader, overlay in product(SCENES.values(), READERS, overlays):
        for event in samples.events():
            reached = step(visit(scene, city=CLOSED, reader=reader, overlay=overlay), event)
            assert not [each for each in reached.effects if isinstance(each, BEGINNINGS)], (scene, event)


@settings(max_examples=60, deadline=None)
@given(
    start=some.sampled_from(list(SCENES)),
    way=some.lists(some.integers(min_value=0, max_value=10_000), min_size=1, max_size=25),
)
def test_on_no_way_does_one_begin_and_it_opens_from_everywhere(start: str, way: list[int]) -> None:
    here = visit(start, city=CLOSED, reader=EMPTY)
    for number in way:
        open_ways = [each for each in productive(here) if not isinstance(each, ev.Prepared)]
        if not open_ways:
            break
        reached = step(here, open_ways[number % len(open_ways)])
        here = reached.visit
        assert isinstance(here.city, st.CityClosed)
        assert not [each for each in reached.effects if isinstance(each, BEGINNINGS)]
    assert after(here, ev.Prepared(CATALOGUE)).city == st.CityOpen()
    if isinstance(here.scene, st.Closed | st.Preparing):
        assert isinstance(after(here, ev.Prepared(CATALOGUE)).scene, st.Start | st.CardForgotten)


def test_everything_can_be_read_and_signing_in_opens_where_the_visitor_stands() -> None:
    about = after(
        visit("Start", city=CLOSED),
        ev.Continue(),
        ev.TopicChosen(samples.TOPIC.id),
        ev.ServiceChosen(samples.SERVICE.id),
        ev.ServiceOpened(ERRAND.definition),
    )
    assert about.scene == st.AboutService(ERRAND)
    assert step(about, ev.Continue()).visit is about
    assert after(about, ev.PinHelpAsked()).overlay == st.PinHelp(leads_on=True)
    assert step(about, ev.HelpAsked()).effects == (do.CallHelp(),)
    opened = after(about, ev.Prepared(NEWS))
    assert opened.scene is about.scene, "with the catalogue that was chosen from"
    assert isinstance(after(opened, ev.Continue()).scene, st.Connecting)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: type(reader).__name__)
def test_who_was_asked_for_the_card_meanwhile_goes_back_to_where_it_is_explained(
    reader: samples.ReaderStatus,
) -> None:
    asked = visit("PlaceCard", city=CLOSED, reader=EMPTY)
    if reader != EMPTY:
        assert after(asked, ev.ReaderChanged(reader)).scene == st.AboutService(ERRAND)
    failed = visit("Failed-sign-in", city=CLOSED, reader=reader)
    assert after(failed, ev.TryAgain()).scene == st.AboutService(ERRAND)


@pytest.mark.parametrize("name", ["FillIn-text", "Review"])
def test_a_card_that_comes_back_in_an_outage_loses_no_answer(name: str) -> None:
    covered = after(visit(name, city=CLOSED), ev.ReaderChanged(EMPTY))
    assert covered.overlay == st.PutCardBack()
    back = after(covered, ev.ReaderChanged(CARD))
    assert back.scene == st.Failed(AWAY, st.SignInAgain(UNFINISHED))
    waiting = after(back, ev.TryAgain())
    assert waiting.scene == st.AboutService(UNFINISHED)
    going_on = after(waiting, ev.Prepared(CATALOGUE), ev.Continue())
    assert going_on.scene == st.Connecting(UNFINISHED)


def test_who_was_about_to_choose_a_password_goes_back_too() -> None:
    chosen = ev.SignInMethodChosen(SignInMethod.PASSWORD)
    assert after(visit("ChooseSignIn", city=CLOSED), chosen).scene == st.AboutService(ERRAND)
    assert type(after(visit("ChooseSignIn"), chosen).scene).__name__ == "EnterPassword"


def test_a_password_that_is_typed_in_an_outage_goes_nowhere_but_the_name_stays() -> None:
    typed = step(visit("EnterPassword", city=CLOSED), ev.PasswordEntered(" erika ", samples.pin()))
    assert typed.visit.scene == st.Failed(AWAY, st.PasswordAgain(ERRAND, "erika"))
    assert typed.effects == (), "so the runtime wipes it"


@pytest.mark.parametrize("name", ["OpeningApplication", "Pricing", "Sending"])
def test_who_is_signed_in_goes_the_way_of_every_failure(name: str) -> None:
    for city in samples.CITIES:
        reached = after(visit(name, city=city), ev.Failing(AWAY))
        assert reached.scene == after(visit(name), ev.Failing(AWAY)).scene
        assert type(after(reached, ev.TryAgain()).scene).__name__ == name
