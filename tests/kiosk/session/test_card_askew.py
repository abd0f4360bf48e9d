"""A card that lies badly: said once and kindly, and healed by laying it down anew."""

import pytest
from walking import after

from cardreader.reader import CardPresent, EmptyReader, NoReader
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import pin_effects as px
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.step import step
from tests.samples import visit

RESTLESS, PRESENT = EmptyReader("Reader", is_restless=True), CardPresent("Reader", b"ATR")


@pytest.mark.parametrize(
    "name",
    ["PlaceCard", "WhoAsks", "EnterPin", "TypeOnReader", "LayCard", "EnterCardPin", "TypeNumberOnReader"],
)
def test_it_is_said_wherever_the_card_is_needed(name: str) -> None:
    scene = after(visit(name, reader=PRESENT), ev.ReaderChanged(RESTLESS)).scene
    assert isinstance(scene, st.Failed)
    assert scene.failure is Failure.CARD_ASKEW


@pytest.mark.parametrize("name", ["Failed-sign-in", "Failed-pin"])
def test_a_card_that_seemed_taken_away_turns_out_to_lie_badly(name: str) -> None:
    before = visit(name).scene
    assert isinstance(before, st.Failed)
    removed = visit(st.Failed(Failure.CARD_REMOVED, before.again), reader=EmptyReader("Reader"))
    askew = after(removed, ev.ReaderChanged(RESTLESS))
    assert askew.scene == st.Failed(Failure.CARD_ASKEW, before.again)
    assert after(askew, ev.ReaderChanged(EmptyReader("Reader"))).scene == askew.scene
    anew = step(askew, ev.ReaderChanged(PRESENT))
    assert not isinstance(anew.visit.scene, st.Failed)
    assert [type(each) for each in anew.effects] in ([do.BeginSignIn], [px.LookAtCard])


def test_trying_again_while_it_still_comes_and_goes_says_it_again() -> None:
    again = visit("Failed-sign-in").scene
    assert isinstance(again, st.Failed)
    askew = visit(st.Failed(Failure.CARD_ASKEW, again.again), reader=RESTLESS)
    assert after(askew, ev.TryAgain()).scene == askew.scene


def test_a_reader_that_is_gone_is_no_card_that_lies_badly() -> None:
    scene = after(visit("WhoAsks", reader=PRESENT), ev.ReaderChanged(NoReader())).scene
    assert isinstance(scene, st.Failed)
    assert scene.failure is Failure.READER_GONE
