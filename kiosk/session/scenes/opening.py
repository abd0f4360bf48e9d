"""Before anybody is here, and whether the city is: preparing, closed, a forgotten card, the start screen."""

from dataclasses import replace
from typing import Final, assert_never

from cardreader.reader import CardPresent
from kiosk.bochum_id.values import Catalogue
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.scenes.turn import STAY, Turn

RETRY_SECONDS: Final = 5
"""How soon the terminal asks again for a city that did not answer."""

ASK_AGAIN_SECONDS: Final = 60
"""How soon it asks again whether a city that answered still does."""

_AFTER_THE_VISIT_BEFORE: Final = (do.EndLeftovers(), do.SettlePayments())

type OpeningScene = st.Preparing | st.Closed | st.CardForgotten | st.Start
type CityAnswer = ev.Prepared | ev.PreparedFromCache | ev.NotPrepared


def turn(visit: st.Visit, scene: OpeningScene, event: ev.Event) -> Turn:
    card_lies_there = isinstance(visit.reader, CardPresent)
    match scene, event:
        case st.Start(catalogue), ev.PutOnScreen() if card_lies_there:
            return Turn(st.CardForgotten(catalogue), _AFTER_THE_VISIT_BEFORE)
        case st.CardForgotten(catalogue), ev.PutOnScreen() if not card_lies_there:
            return Turn(st.Start(catalogue), _AFTER_THE_VISIT_BEFORE)
        case _, ev.PutOnScreen():
            return Turn(scene, _AFTER_THE_VISIT_BEFORE)
        case st.CardForgotten(catalogue), ev.ReaderChanged() if not card_lies_there:
            return Turn(st.Start(catalogue))
        case st.Start(catalogue), ev.Continue():
            return Turn(st.ChooseTopic(catalogue))
        case _:
            return STAY


def answered(visit: st.Visit, answer: CityAnswer) -> tuple[st.Visit, tuple[do.Effect, ...]]:
    """Take in what the city, or the cache in its place, said; in any scene, since anybody may be here by now.

    Each answer asks the next question, so that exactly one is always under way.
    """
    match answer:
        case ev.Prepared(catalogue):
            after = replace(visit, city=st.CityOpen(), scene=_offering(visit, catalogue))
            return after, (do.KeepDefinitions(catalogue), do.Prepare(after_seconds=ASK_AGAIN_SECONDS))
        case ev.PreparedFromCache(catalogue, failure):
            after = replace(visit, city=st.CityClosed(failure), scene=_offering(visit, catalogue))
        case ev.NotPrepared(failure):
            nobody = isinstance(visit.scene, st.Preparing | st.Closed | st.CardForgotten | st.Start)
            scene = st.Closed(failure) if nobody else visit.scene
            after = replace(visit, city=st.CityClosed(failure), scene=scene)
        case _:
            assert_never(answer)
    return after, (do.Prepare(after_seconds=RETRY_SECONDS),)


def _offering(visit: st.Visit, catalogue: Catalogue) -> st.Scene:
    """Give the scene with this catalogue; who has begun to choose keeps the one that the choice came from.

    A catalogue without news leaves the very same scene: nobody has touched anything.
    """
    match visit.scene:
        case st.Start(known) | st.CardForgotten(known) if known == catalogue:
            return visit.scene
        case st.Start():
            return st.Start(catalogue)
        case st.CardForgotten():
            return st.CardForgotten(catalogue)
        case st.Preparing() | st.Closed():
            card_lies_there = isinstance(visit.reader, CardPresent)
            return st.CardForgotten(catalogue) if card_lies_there else st.Start(catalogue)
        case _:
            return visit.scene
