"""Through the front doors: to a service by what it is called, by what it is for, or by where it leads."""

from dataclasses import replace
from typing import assert_never

from kiosk.bochum_id.values import Catalogue, Destination, ServiceSummary, Topic
from kiosk.services.definition import KioskMode
from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.door_slips import slip_of_hand_over, slip_of_information, slip_of_pin
from kiosk.session.errand import BY_DOOR, ByDetour, ByDoor, BySearch, ByTopic, Errand, Way
from kiosk.session.pin_values import CardTrouble, PinWish
from kiosk.session.scenes import appointments, pin_aid, slips
from kiosk.session.scenes.finishing import goodbye
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.session.scenes.ways_in import sign_in, stepping_up, where_it_waits
from kiosk.slip import Slip

LONGEST_WORDS = 60
"""In characters; nobody calls a service by more."""


def open_service(again: st.OpenServiceAgain) -> Turn:
    """Fetch the definition of the chosen service."""
    opening = st.OpeningService(again.catalogue, again.topic, again.service, again.way)
    return Turn(opening, (do.OpenService(again.service),))


def open_by_id(catalogue: Catalogue, service_id: str, way: Way) -> Turn:
    """Open a service that was not chosen under a topic."""
    for service in catalogue.services:
        if service.id == service_id:
            return open_service(st.OpenServiceAgain(catalogue, _topic_of(catalogue, service), service, way))
    return STAY


def open_door(catalogue: Catalogue, destination: Destination, way: Way = BY_DOOR) -> Turn:
    """Open the service that leads to `destination`, where the city offers one."""
    for service in catalogue.services:
        if service.destination is destination:
            return open_by_id(catalogue, service.id, way)
    return STAY


def turn_aside(scene: st.Scene, destination: Destination) -> Turn:
    """From a question about PINs on the way to a service to the door about them; the service waits."""
    match scene:
        case st.ChooseTopic(catalogue) | st.ChooseService(catalogue=catalogue):
            return open_door(catalogue, destination)
        case st.AboutService(errand) | si.ChooseSignIn(errand) | st.PlaceCard(errand):
            begun = False
        case si.StepUp(errand, session):
            errand, begun = stepping_up(errand, session), False
        case si.EnterPassword(errand) | si.ChooseFactor(errand) | si.EnterCode(errand):
            begun = True
        case (
            st.WhoAsks(errand)
            | st.EnterPin(errand)
            | si.TypeOnReader(errand)
            | st.Failed(again=st.SignInAgain(errand))
        ):
            begun = True
        case pin.EnterCan(pin.ForSignIn(errand)) | pin.TypeNumberOnReader(pin.ForSignIn(errand)):
            begun = True
        case _:
            return STAY
    aside = open_door(errand.catalogue, destination, ByDetour(errand))
    if aside is STAY or not begun:
        return aside
    return Turn(aside.scene, (do.CancelSignIn(), *aside.effects))


def mend(errand: Errand, what: PinWish | CardTrouble) -> Turn:
    """From a sign-in that the card stopped to first aid for exactly that; the service waits."""
    return open_door(errand.catalogue, Destination.PIN_FIRST_AID, ByDetour(errand, what))


def _topic_of(catalogue: Catalogue, service: ServiceSummary) -> Topic:
    """Give the first topic with this service; one of its own where it belongs to none."""
    for topic in catalogue.topics:
        if service.id in topic.service_ids:
            return topic
    return Topic(service.id, service.title, service.icon, (service.id,))


def choice_before(catalogue: Catalogue, topic: Topic, way: Way) -> st.Scene:
    """Where a service was chosen, as it was."""
    match way:
        case ByTopic():
            return st.ChooseService(catalogue, topic)
        case BySearch(words):
            return door.FindService(catalogue, words)
        case ByDoor():
            return st.ChooseTopic(catalogue)
        case ByDetour(errand):
            return where_it_waits(errand)
        case _:
            assert_never(way)


def arrive(visit: st.Visit, errand: Errand) -> Turn:
    """To what a service is: a place of this terminal's own, something to read, or the words before a form."""
    match errand.definition.destination:
        case Destination.PIN_FIRST_AID:
            return _first_aid(visit, errand)
        case Destination.ACCOUNT:
            return sign_in(visit, errand)
        case Destination.APPOINTMENTS:
            return appointments.begin(visit, errand)
        case None:
            pass
    if errand.definition.kiosk_mode is KioskMode.INFO_ONLY:
        return Turn(door.Information(errand))
    return Turn(st.AboutService(errand))


def _first_aid(visit: st.Visit, errand: Errand) -> Turn:
    """Ask which number is at hand, unless what stopped a sign-in is known."""
    match errand.way:
        case ByDetour(mend=PinWish() as wish):
            return pin_aid.begin(visit, pin.PinTask(errand, wish))
        case ByDetour(mend=CardTrouble() as trouble):
            return Turn(pin.CardAdvice(errand, trouble))
        case _:
            return Turn(door.PinFirstAid(errand))


def go_on(visit: st.Visit, errand: Errand) -> Turn:
    """From what is said about a service to doing it; nothing is done in a service that is closed."""
    if not errand.service.is_open:
        return STAY
    if errand.definition.external is not None:
        return Turn(door.HandOver(errand))
    if errand.definition.destination is Destination.APPOINTMENTS:
        return appointments.begin(visit, errand)
    return sign_in(visit, errand)


def turn(visit: st.Visit, scene: door.DoorScene, event: ev.Event) -> Turn:
    match scene:
        case door.FindService():
            return _find(scene, event)
        case door.HandOver():
            return _hand_over(visit, scene, event)
        case door.Information():
            return _inform(visit, scene, event)
        case door.PinFirstAid(errand):
            match event:
                case knock.PinAtHandTold(door.PinAtHand.OWN):
                    return Turn(pin.ChoosePinWish(errand))
                case knock.PinAtHandTold(door.PinAtHand.LETTER):
                    return pin_aid.begin(visit, pin.PinTask(errand, PinWish.SET))
                case knock.PinAtHandTold(door.PinAtHand.NOTHING as at_hand):
                    return Turn(door.PinAdvice(errand, at_hand))
                case pe.OtherCardAsked():
                    return Turn(pin.ChooseCard(errand))
                case ev.Back():
                    return Turn(choice_before(errand.catalogue, errand.topic, errand.way))
                case _:
                    return STAY
        case door.PinAdvice():
            return _advise(visit, scene, event)
        case _:
            assert_never(scene)


def _find(scene: door.FindService, event: ev.Event) -> Turn:
    match event:
        case knock.WordsTyped(words):
            return Turn(door.FindService(scene.catalogue, words[:LONGEST_WORDS]))
        case ev.ServiceChosen(service_id):
            return open_by_id(scene.catalogue, service_id, BySearch(scene.words))
        case knock.DoorChosen(destination):
            return open_door(scene.catalogue, destination, BySearch(scene.words))
        case ev.Back():
            return Turn(st.ChooseTopic(scene.catalogue))
        case _:
            return STAY


def _hand_over(visit: st.Visit, scene: door.HandOver, event: ev.Event) -> Turn:
    match event, scene.errand.definition.external:
        case ev.Back(), _:
            return Turn(st.AboutService(scene.errand))
        case _, None:
            return STAY
        case _, external:
            slip = slip_of_hand_over(scene.errand, external)
            return _take_along(visit, scene, event, slip)


def _inform(visit: st.Visit, scene: door.Information, event: ev.Event) -> Turn:
    match event:
        case ev.Back():
            errand = scene.errand
            return Turn(choice_before(errand.catalogue, errand.topic, errand.way))
        case _:
            return _take_along(visit, scene, event, slip_of_information(scene.errand))


def _advise(visit: st.Visit, scene: door.PinAdvice, event: ev.Event) -> Turn:
    match event:
        case ev.Back():
            return Turn(door.PinFirstAid(scene.errand))
        case _:
            return _take_along(visit, scene, event, slip_of_pin(scene.at_hand))


def _take_along(
    visit: st.Visit, scene: door.HandOver | door.Information | door.PinAdvice, event: ev.Event, slip: Slip
) -> Turn:
    """Print the slip, book a time at the counter, or finish with everything read."""
    match event:
        case knock.AppointmentAsked() if not isinstance(visit.city, st.CityClosed):
            purpose = appointments.purpose_of(scene.errand)
            return STAY if purpose is None else appointments.begin(visit, scene.errand, purpose)
        case ev.SlipAsked() | ev.SlipHandled() | ev.Failing():
            return slips.turned(visit, event, scene.slip, slip, lambda fate: replace(scene, slip=fate))
        case ev.Continue():
            return goodbye(visit, do.EndedHow.FINISHED)
        case _:
            return STAY
