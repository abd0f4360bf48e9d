"""Asking the city for one's own things: at once, or by way of the card where the session is too low."""

from dataclasses import replace
from typing import assert_never

from kiosk.bochum_id.values import CitizenSession, Level, SignInMethod
from kiosk.session import own_effects as want
from kiosk.session import own_states as own
from kiosk.session import sign_in_states as si
from kiosk.session.errand import AFRESH, Afresh, Errand, Unfinished, Wanting
from kiosk.session.scenes.turn import Turn


def look_up(owner: own.Owner, wish: want.OwnEffect) -> Turn:
    """Ask the city; first for the card where the session is too low for it."""
    if not reaches(owner.session, level_of(wish)):
        return Turn(si.StepUp(replace(owner.errand, beginning=Wanting(wish)), owner.session))
    return Turn(own.LookingUp(owner, wish), (wish,))


def enter(errand: Errand, session: CitizenSession) -> Turn:
    """To one's own things: the first screen, or what the higher level was needed for."""
    owner = own.Owner(replace(errand, beginning=AFRESH), session)
    match errand.beginning:
        case Wanting(wish):
            return look_up(owner, wish)
        case Afresh() | Unfinished():
            return look_up(owner, want.SeeOverview())
        case _:
            assert_never(errand.beginning)


def reaches(session: CitizenSession, level: Level) -> bool:
    """Whether a session is enough where `level` is asked for; more than the card nobody has."""
    return session.level.reaches(level) or SignInMethod.EID in session.methods


def level_of_errand(errand: Errand) -> Level:
    """How sure the city has to be of who stands there: for the service, and for what is wanted of it."""
    needed = errand.service.required_level
    match errand.beginning:
        case Wanting(wish) if not needed.reaches(level_of(wish)):
            return level_of(wish)
        case _:
            return needed


def level_of(wish: want.OwnEffect) -> Level:
    """How sure the city has to be for one wish (contract sections 3 and 8)."""
    match wish:
        case want.OpenMessage(head):
            return head.level
        case want.SendReply(message) | want.PrintEnclosure(message):
            return message.head.level
        case want.EndAccount():
            return Level.SUBSTANTIELL
        case want.UnlinkCard():
            return Level.HOCH
        case _:
            return Level.NORMAL
