"""From the topics to "about this service": nobody is signed in yet."""

from typing import assert_never

from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.errand import Errand
from kiosk.session.scenes import doors
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
                case knock.SearchAsked():
                    return Turn(door.FindService(catalogue, ""))
                case knock.DoorChosen(destination):
                    return doors.open_door(catalogue, destination)
                case ev.Back():
                    return Turn(st.Start(catalogue))
                case _:
                    return STAY
        case st.ChooseService(catalogue, topic):
            match event:
                case ev.ServiceChosen(service_id):
                    for service in catalogue.services:
                        if service.id == service_id and service.id in topic.service_ids:
                            return doors.open_service(st.OpenServiceAgain(catalogue, topic, service))
                    return STAY
                case ev.Back():
                    return Turn(st.ChooseTopic(catalogue))
                case _:
                    return STAY
        case st.OpeningService(catalogue, topic, service, way):
            match event:
                case ev.ServiceOpened(definition):
                    return doors.arrive(visit, Errand(catalogue, topic, service, definition, way=way))
                case ev.Failing(failure):
                    return Turn(st.Failed(failure, st.OpenServiceAgain(catalogue, topic, service, way)))
                case _:
                    return STAY
        case st.AboutService(errand):
            match event:
                case ev.Continue():
                    return doors.go_on(visit, errand)
                case ev.Back():
                    return Turn(doors.choice_before(errand.catalogue, errand.topic, errand.way))
                case _:
                    return STAY
        case _:
            assert_never(scene)
