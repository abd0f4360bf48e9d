"""For whom the visitor acts: asked where a service is for organisations as well, changed in the account."""

from dataclasses import replace

from kiosk.bochum_id.organisations import Organisation, Reach
from kiosk.bochum_id.values import Audience
from kiosk.services.beyond_form import Destination
from kiosk.session import events as ev
from kiosk.session import own_effects as want
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session import states as st
from kiosk.session.errand import Capacity, ForOneself, ForOrganisation
from kiosk.session.failure import Failure
from kiosk.session.scenes.looking_up import look_up
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.session.scenes.ways_in import open_application, stepping_up


def found(owner: own.Owner, organisations: tuple[Organisation, ...]) -> Turn:
    """Ask where there is a choice; else go on for oneself, or say why it goes no further."""
    for_anybody = Audience.CITIZEN in owner.errand.definition.audience
    if any(each.reach is Reach.FULL for each in organisations):
        return Turn(own.ChooseCapacity(owner, organisations))
    if for_anybody:
        return _on(owner, ForOneself())
    return _too_narrow(owner) if organisations else Turn(st.Failed(Failure.NO_ORGANISATION, st.StartOver()))


def turn(scene: own.ChooseCapacity, event: ev.Event) -> Turn:
    owner = scene.owner
    if owner.errand.definition.destination is Destination.ACCOUNT:
        return _switch(scene, event)
    match event:
        case oe.CapacityChosen("") if Audience.CITIZEN in owner.errand.definition.audience:
            return _on(owner, ForOneself())
        case oe.CapacityChosen(organisation_id):
            for each in scene.organisations:
                if each.id == organisation_id:
                    return (
                        _on(owner, ForOrganisation(each)) if each.reach is Reach.FULL else _too_narrow(owner)
                    )
            return STAY
        case ev.Back():
            return Turn(st.AboutService(stepping_up(owner.errand, owner.session)))
        case _:
            return STAY


def _switch(scene: own.ChooseCapacity, event: ev.Event) -> Turn:
    """Whose account it is from now on; who may only look, looks."""
    match event:
        case oe.CapacityChosen(""):
            return look_up(scene.owner, want.ActFor(None))
        case oe.CapacityChosen(organisation_id):
            chosen = [each for each in scene.organisations if each.id == organisation_id]
            return look_up(scene.owner, want.ActFor(chosen[0])) if chosen else STAY
        case ev.Back():
            return look_up(scene.owner, want.SeeOverview())
        case _:
            return STAY


def _on(owner: own.Owner, capacity: Capacity) -> Turn:
    return open_application(replace(owner.errand, capacity=capacity), owner.session)


def _too_narrow(owner: own.Owner) -> Turn:
    return Turn(st.Failed(Failure.MANDATE_TOO_NARROW, own.LookUpAgain(owner, want.SeeCapacities())))
