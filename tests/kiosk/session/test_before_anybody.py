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
RETRY = do.Prepare(after_seconds=5)


def test_a_terminal_without_bochum_id_is_closed_and_keeps_trying_until_it_opens_by_itself() -> None:
    closed = step(begin().visit, ev.Failing(Failure.BACKEND_UNREACHABLE))
    assert closed == (type(closed))(
        replace(begin().visit, scene=st.Closed(Failure.BACKEND_UNREACHABLE)), (RETRY,)
    )
    still_closed = step(closed.visit, ev.Failing(Failure.BACKEND_UNREADABLE))
    assert still_closed.visit.scene == st.Closed(Failure.BACKEND_UNREADABLE)
    assert still_closed.effects == (RETRY,)
    assert after(still_closed.visit, ev.Prepared(CATALOGUE)).scene == st.Start(CATALOGUE)


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
def test_a_spare_that_waited_long_looks_again_what_there_is_to_do(name: str) -> None:
    shown = step(visit(name, reader=EMPTY), ev.PutOnScreen())
    assert do.Prepare(after_seconds=0) in shown.effects
    assert after(shown.visit, ev.Prepared(NEW)).scene == st.Start(NEW)
    assert after(shown.visit, ev.Failing(Failure.BACKEND_UNREACHABLE)).scene == st.Closed(
        Failure.BACKEND_UNREACHABLE
    )


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
