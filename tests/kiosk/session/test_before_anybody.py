"""From a fresh process to the first touch: preparing, closed, a forgotten card, the start screen."""

from dataclasses import replace

import pytest
from walking import after, effect

from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language, Preferences
from kiosk.session.step import begin, step
from tests.samples import CARD, CATALOGUE, EMPTY, READERS, visit

NEW = replace(CATALOGUE, version="next")
AWAY = Failure.BACKEND_UNREACHABLE
RETRY = do.Prepare(after_seconds=5)


def test_a_terminal_that_knows_nothing_is_closed_and_keeps_trying_until_it_opens_by_itself() -> None:
    closed = step(begin().visit, ev.NotPrepared(AWAY))
    assert (closed.visit.scene, closed.visit.city) == (st.Closed(AWAY), st.CityClosed(AWAY))
    assert closed.effects == (RETRY,)
    still_closed = step(closed.visit, ev.NotPrepared(Failure.BACKEND_UNREADABLE))
    assert still_closed.visit.scene == st.Closed(Failure.BACKEND_UNREADABLE)
    assert still_closed.effects == (RETRY,)
    opened = after(still_closed.visit, ev.Prepared(CATALOGUE))
    assert (opened.scene, opened.city) == (st.Start(CATALOGUE), st.CityOpen())


@pytest.mark.parametrize("name", ["Preparing", "Closed"])
def test_a_terminal_that_knows_the_city_of_yesterday_starts_with_information(name: str) -> None:
    started = step(visit(name, reader=EMPTY), ev.PreparedFromCache(CATALOGUE, AWAY))
    assert (started.visit.scene, started.visit.city) == (st.Start(CATALOGUE), st.CityClosed(AWAY))
    assert started.effects == (RETRY,)


def test_a_crash_while_preparing_is_tried_again_too() -> None:
    crashed = step(begin().visit, ev.EffectCrashed("Prepare"))
    assert crashed.visit.scene == st.Closed(Failure.TERMINAL_FAULT)
    assert crashed.effects == (RETRY,)


@pytest.mark.parametrize("name", ["Preparing", "Closed", "CardForgotten", "Start"])
def test_what_a_crash_left_open_is_ended_once_the_process_is_on_screen(name: str) -> None:
    for reader in READERS:
        assert do.EndLeftovers() in step(visit(name, reader=reader), ev.PutOnScreen()).effects


@pytest.mark.parametrize("name", ["Preparing", "Closed"])
def test_coming_on_screen_does_not_lose_the_preparation_under_way(name: str) -> None:
    before = visit(name)
    assert step(before, ev.PutOnScreen()).visit.scene is before.scene


@pytest.mark.parametrize("name", ["CardForgotten", "Start"])
def test_what_there_is_to_do_can_change_while_nobody_is_here(name: str) -> None:
    waiting = visit(name, reader=CARD)
    told = after(waiting, ev.Prepared(NEW)).scene
    assert told == type(waiting.scene)(NEW)  # type: ignore[call-arg]  # both hold a catalogue alone


@pytest.mark.parametrize("name", ["CardForgotten", "Start"])
def test_no_news_leave_the_very_same_screen_so_that_silence_goes_on(name: str) -> None:
    waiting = visit(name)
    assert step(waiting, ev.Prepared(replace(CATALOGUE))).visit is waiting
    cut_off = after(waiting, ev.PreparedFromCache(replace(CATALOGUE), AWAY))
    assert cut_off.scene is waiting.scene
    assert step(cut_off, ev.PreparedFromCache(replace(CATALOGUE), AWAY)).visit is cut_off


@pytest.mark.parametrize("name", ["CardForgotten", "Start"])
def test_without_anything_to_read_a_terminal_that_was_open_closes(name: str) -> None:
    assert after(visit(name), ev.NotPrepared(AWAY)).scene == st.Closed(AWAY)


def test_news_do_not_take_a_card_for_forgotten_that_the_visitor_has_just_put_down() -> None:
    shown = after(visit("Start", reader=EMPTY), ev.PutOnScreen(), ev.ReaderChanged(CARD))
    assert after(shown, ev.Prepared(NEW)).scene == st.Start(NEW)


@pytest.mark.parametrize("name", ["Preparing", "Closed"])
def test_nobody_starts_while_the_card_of_the_visitor_before_lies_there(name: str) -> None:
    found = after(visit(name, reader=CARD), ev.Prepared(CATALOGUE))
    assert found.scene == st.CardForgotten(CATALOGUE)
    assert step(found, ev.Continue()).visit is found
    assert after(found, ev.ReaderChanged(EMPTY)).scene == st.Start(CATALOGUE)


def test_a_spare_that_comes_on_screen_over_a_card_asks_to_take_it() -> None:
    assert after(visit("Start", reader=CARD), ev.PutOnScreen()).scene == st.CardForgotten(CATALOGUE)


def test_an_answer_about_leftovers_needs_no_screen() -> None:
    shown = after(visit("Start", reader=EMPTY), ev.PutOnScreen())
    assert step(shown, ev.Settled()).visit is shown
    assert step(shown, ev.EffectCrashed("EndLeftovers")).visit is shown


def test_the_language_at_the_start_screen_is_the_one_the_card_is_asked_in() -> None:
    spoken = visit("AboutService", preferences=Preferences(Language.ENGLISH))
    wanted = effect(spoken, ev.Continue())
    assert isinstance(wanted, do.BeginSignIn)
    assert wanted.language is Language.ENGLISH
