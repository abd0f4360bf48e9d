"""From the start screen to "about this service": nobody is signed in yet."""

from typing import assert_never

from cardreader.reader import CardPresent
from kiosk.bochum_id.values import Catalogue
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.scenes.turn import STAY, Turn

RETRY_SECONDS = 5

type ChoosingScene = (
    st.Preparing
    | st.Closed
    | st.CardForgotten
    | st.Start
    | st.ChooseTopic
    | st.ChooseService
    | st.OpeningService
    | st.AboutService
)


def turn(visit: st.Visit, scene: ChoosingScene, event: ev.Event) -> Turn:
    match scene:
        case st.Preparing() | st.Closed():
            return _not_open(visit, scene, event)
        case st.CardForgotten(catalogue):
            match event:
                case ev.ReaderChanged(status) if not isinstance(status, CardPresent):
                    return Turn(st.Start(catalogue))
                case _:
                    return STAY
        case st.Start(catalogue):
            match event:
                case ev.PutOnScreen():
                    return _opened(visit, catalogue)
                case ev.Continue():
                    return Turn(st.ChooseTopic(catalogue))
                case _:
                    return STAY
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
                    return Turn(st.AboutService(st.Errand(catalogue, topic, service, definition)))
                case ev.Failing(failure):
                    return Turn(st.Failed(failure, st.OpenServiceAgain(catalogue, topic, service)))
                case _:
                    return STAY
        case st.AboutService(errand):
            match event:
                case ev.Continue():
                    return place_card(visit, errand)
                case ev.Back():
                    return Turn(st.ChooseService(errand.catalogue, errand.topic))
                case _:
                    return STAY
        case _:
            assert_never(scene)


def _not_open(visit: st.Visit, scene: st.Preparing | st.Closed, event: ev.Event) -> Turn:
    match event:
        case ev.Prepared(catalogue):
            if isinstance(visit.reader, CardPresent) and isinstance(scene, st.Closed):
                return Turn(st.CardForgotten(catalogue))
            return Turn(st.Start(catalogue))
        case ev.Failing(failure):
            return Turn(st.Closed(failure), (do.Prepare(after_seconds=RETRY_SECONDS),))
        case _:
            return STAY


def _opened(visit: st.Visit, catalogue: Catalogue) -> Turn:
    effects = (do.EndLeftovers(),)
    if isinstance(visit.reader, CardPresent):
        return Turn(st.CardForgotten(catalogue), effects)
    return Turn(st.Start(catalogue), effects)


def open_service(way: st.OpenServiceAgain) -> Turn:
    """Fetch the definition of the chosen service."""
    return Turn(st.OpeningService(way.catalogue, way.topic, way.service), (do.OpenService(way.service),))


def place_card(visit: st.Visit, errand: st.Errand) -> Turn:
    """Ask for the card, or go straight on when it lies there already."""
    if isinstance(visit.reader, CardPresent):
        return Turn(st.Connecting(errand), (do.BeginSignIn(errand, visit.preferences.language),))
    return Turn(st.PlaceCard(errand))
