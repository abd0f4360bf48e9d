"""The ways into a session: with the card that lies there, as the visitor chooses, further up, or without."""

from dataclasses import replace
from typing import assert_never

from cardreader.reader import CardPresent, EmptyReader, NoReader
from kiosk.bochum_id.values import Audience, CitizenSession, Level
from kiosk.services.beyond_form import Destination
from kiosk.session import effects as do
from kiosk.session import own_effects as want
from kiosk.session import own_states as own
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.errand import NOBODY, Errand, Nobody, SignedInAs, Undecided
from kiosk.session.failure import Failure
from kiosk.session.scenes.looking_up import enter, level_of_errand, look_up, reaches
from kiosk.session.scenes.turn import Turn


def sign_in(visit: st.Visit, errand: Errand) -> Turn:
    """Straight on with the card that lies there, or for whoever is signed in; else ask how.

    A service that asks nobody who they are opens at once, unless a card would fill in its form.
    While the city is closed, back to where that is said and signing in opens again by itself.
    """
    if isinstance(visit.city, st.CityClosed):
        return Turn(st.AboutService(errand))
    match errand.caller:
        case SignedInAs(session):
            return go_on(errand, session)
        case Nobody() if errand.service.required_level is Level.NONE:
            gains = bool(errand.definition.prefill)
            return Turn(si.ChooseSignIn(errand)) if gains else without_sign_in(visit, errand)
        case Nobody():
            lies_there = isinstance(visit.reader, CardPresent)
            return place_card(visit, errand) if lies_there else Turn(si.ChooseSignIn(errand))
        case _:
            assert_never(errand.caller)


def where_it_waits(errand: Errand) -> st.Scene:
    """Where a service waits while something else is done for it: whoever is signed in stays so."""
    match errand.caller:
        case SignedInAs(session):
            return si.StepUp(replace(errand, caller=NOBODY), session)
        case Nobody():
            return st.AboutService(errand)
        case _:
            assert_never(errand.caller)


def without_sign_in(visit: st.Visit, errand: Errand) -> Turn:
    """Go on as nobody, where the service allows it; in a closed city as `sign_in`."""
    if isinstance(visit.city, st.CityClosed):
        return Turn(st.AboutService(errand))
    return Turn(si.OpeningSession(errand), (do.OpenSession(errand.service.id, visit.preferences.language),))


def place_card(visit: st.Visit, errand: Errand) -> Turn:
    """Ask for the card, or go straight on when it lies there already; in a closed city as `sign_in`."""
    if isinstance(visit.city, st.CityClosed):
        return Turn(st.AboutService(errand))
    match visit.reader:
        case CardPresent():
            return Turn(st.Connecting(errand), (do.BeginSignIn(errand, visit.preferences.language),))
        case EmptyReader(is_restless=True):
            return Turn(st.Failed(Failure.CARD_ASKEW, st.SignInAgain(errand)))
        case EmptyReader():
            return Turn(st.PlaceCard(errand))
        case NoReader():
            return Turn(st.Failed(Failure.READER_GONE, st.SignInAgain(errand)))
        case _:
            assert_never(visit.reader)


def go_on(errand: Errand, session: CitizenSession) -> Turn:
    """To what the visitor came for; by way of the card where that asks for more than the session has."""
    signed_in = replace(errand, caller=NOBODY)
    if not reaches(session, level_of_errand(errand)):
        return Turn(si.StepUp(signed_in, session))
    if errand.definition.destination is Destination.ACCOUNT:
        return enter(signed_in, session)
    if _asks_for_whom(errand, session):
        return look_up(own.Owner(signed_in, session), want.SeeCapacities())
    return open_application(signed_in, session)


def _asks_for_whom(errand: Errand, session: CitizenSession) -> bool:
    """Nobody acts for nobody: a session without a sign-in is not asked."""
    undecided = isinstance(errand.capacity, Undecided) and session.level is not Level.NONE
    return undecided and Audience.ORGANISATION in errand.definition.audience


def open_application(errand: Errand, session: CitizenSession) -> Turn:
    """Have the city open the draft, or give back the one that was begun."""
    return Turn(st.OpeningApplication(errand, session), (do.OpenApplication(errand, session),))


def stepping_up(errand: Errand, session: CitizenSession) -> Errand:
    """Give the errand for a sign-in that raises `session`."""
    return replace(errand, caller=SignedInAs(session))
