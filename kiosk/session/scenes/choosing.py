"""From the topics to "about this service": nobody is signed in yet."""

from typing import assert_never

from cardreader.reader import CardPresent, EmptyReader, NoReader
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.errand import Errand
from kiosk.session.failure import Failure
from kiosk.session.scenes.turn import STAY, Turn

type ChoosingScene = st.ChooseTopic | st.ChooseService | st.OpeningService | st.AboutService


def turn(visit: st.Visit, scene: ChoosingScene, event: ev.Event) -> Turn:
    match scene:
        case st.ChooseTopic(catalogue):
            match event:
                case ev.TopicChosen(topic_id):
                    for topic in catalogue.topics:
                        if topic.id == topic_id:
                            return Turn(st.ChooseService(catalogue, topic))
                    return STAY
                case ev.Back():
                    return Turn(st.Start(catalogue))
                case _:
                    return STAY
        case st.ChooseService(catalogue, topic):
            match event:
                case ev.ServiceChosen(service_id):
                    for service in catalogue.services:
                        if service.id == service_id and service.id in topic.service_ids:
                            return open_service(st.OpenServiceAgain(catalogue, topic, service))
                    return STAY
                case ev.Back():
                    return Turn(st.ChooseTopic(catalogue))
                case _:
                    return STAY
        case st.OpeningService(catalogue, topic, service):
            match event:
                case ev.ServiceOpened(definition):
                    return Turn(st.AboutService(Errand(catalogue, topic, service, definition)))
                case ev.Failing(failure):
                    return Turn(st.Failed(failure, st.OpenServiceAgain(catalogue, topic, service)))
                case _:
                    return STAY
        case st.AboutService(errand):
            match event:
                case ev.Continue() if isinstance(visit.city, st.CityOpen):
                    return place_card(visit, errand)
                case ev.Back():
                    return Turn(st.ChooseService(errand.catalogue, errand.topic))
                case _:
                    return STAY
        case _:
            assert_never(scene)


def open_service(way: st.OpenServiceAgain) -> Turn:
    """Fetch the definition of the chosen service."""
    return Turn(st.OpeningService(way.catalogue, way.topic, way.service), (do.OpenService(way.service),))


def place_card(visit: st.Visit, errand: Errand) -> Turn:
    """Ask for the card, or go straight on when it lies there already.

    While the city is closed, back to where that is said and signing in opens again by itself.
    """
    if isinstance(visit.city, st.CityClosed):
        return Turn(st.AboutService(errand))
    match visit.reader:
        case CardPresent():
            return Turn(st.Connecting(errand), (do.BeginSignIn(errand, visit.preferences.language),))
        case EmptyReader():
            return Turn(st.PlaceCard(errand))
        case NoReader():
            return Turn(st.Failed(Failure.READER_GONE, st.SignInAgain(errand)))
        case _:
            assert_never(visit.reader)
