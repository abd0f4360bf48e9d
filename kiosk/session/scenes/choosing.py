"""From the topics to "about this service": nobody is signed in yet."""

from typing import assert_never

from kiosk.services.beyond_form import Destination
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.errand import Errand
from kiosk.session.scenes import appointments
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.session.scenes.ways_in import sign_in

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
                case ev.Continue() if errand.definition.destination is Destination.APPOINTMENTS:
                    return appointments.begin(visit, errand)
                case ev.Continue():
                    return sign_in(visit, errand)
                case ev.Back():
                    return Turn(st.ChooseService(errand.catalogue, errand.topic))
                case _:
                    return STAY
        case _:
            assert_never(scene)


def open_service(way: st.OpenServiceAgain) -> Turn:
    """Fetch the definition of the chosen service."""
    return Turn(st.OpeningService(way.catalogue, way.topic, way.service), (do.OpenService(way.service),))
