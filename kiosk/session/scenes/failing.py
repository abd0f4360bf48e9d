"""The way out of every failure: back to where it went wrong with everything kept, or to a good end."""

from typing import assert_never

from cardreader.reader import CardPresent
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.scenes import applying, choosing
from kiosk.session.scenes.finishing import goodbye
from kiosk.session.scenes.turn import STAY, Turn


def turn(visit: st.Visit, scene: st.Failed, event: ev.Event) -> Turn:
    match event:
        case ev.TryAgain():
            return _try_again(visit, scene.again)
        case ev.Continue() if isinstance(scene.again, st.StartOver):
            return goodbye(visit.reader, do.EndedHow.FAILED)
        case ev.ReaderChanged(CardPresent()) if scene.failure is Failure.CARD_REMOVED:
            return _try_again(visit, scene.again)  # putting the card back says it all
        case _:
            return STAY


def _try_again(visit: st.Visit, again: st.Again) -> Turn:
    """Back to where it went wrong, with everything that was typed."""
    match again:
        case st.StartOver():
            return STAY
        case st.OpenServiceAgain():
            return choosing.open_service(again)
        case st.SignInAgain(errand):
            return choosing.place_card(visit, errand)
        case st.OpenApplicationAgain(errand, session):
            return Turn(st.OpeningApplication(errand, session), (do.OpenApplication(errand, session),))
        case st.PriceAgain(application, form):
            return applying.price(application, form)
        case st.SendAgain(application, form, quote):
            return applying.send(visit, application, form, quote)
        case _:
            assert_never(again)
