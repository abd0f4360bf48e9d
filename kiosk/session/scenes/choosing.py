"""From the start screen to "about this service": nobody is signed in yet."""

from typing import assert_never

from cardreader.reader import CardPresent, EmptyReader, NoReader
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.errand import Errand
from kiosk.session.failure import Failure
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
        case st.Preparing() | st.Closed() | st.CardForgotten() | st.Start():
            return _nobody_yet(visit, scene, event)
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
                case ev.Continue():
                    return place_card(visit, errand)
                case ev.Back():
                    return Turn(st.ChooseService(errand.catalogue, errand.topic))
                case _:
                    return STAY
        case _:
            assert_never(scene)


def _nobody_yet(
    visit: st.Visit, scene: st.Preparing | st.Closed | st.CardForgotten | st.Start, event: ev.Event
) -> Turn:
    card_lies_there = isinstance(visit.reader, CardPresent)
    match scene, event:
        case st.Start(), ev.Prepared(catalogue):
            return Turn(st.Start(catalogue))
        case _, ev.Prepared(catalogue):
            return Turn(st.CardForgotten(catalogue) if card_lies_there else st.Start(catalogue))
        case _, ev.Failing(failure):
            return Turn(st.Closed(failure), (do.Prepare(after_seconds=RETRY_SECONDS),))
        case st.Preparing() | st.Closed(), ev.PutOnScreen():
            return Turn(scene, (do.EndLeftovers(),))  # the very same scene: its preparation goes on
        case st.CardForgotten(catalogue) | st.Start(catalogue), ev.PutOnScreen():
            # A spare may have waited for days: look again what there is to do.
            effects = (do.EndLeftovers(), do.Prepare(after_seconds=0))
            return Turn(st.CardForgotten(catalogue) if card_lies_there else st.Start(catalogue), effects)
        case st.CardForgotten(catalogue), ev.ReaderChanged() if not card_lies_there:
            return Turn(st.Start(catalogue))
        case st.Start(catalogue), ev.Continue():
            return Turn(st.ChooseTopic(catalogue))
        case _:
            return STAY


def open_service(way: st.OpenServiceAgain) -> Turn:
    """Fetch the definition of the chosen service."""
    return Turn(st.OpeningService(way.catalogue, way.topic, way.service), (do.OpenService(way.service),))


def place_card(visit: st.Visit, errand: Errand) -> Turn:
    """Ask for the card, or go straight on when it lies there already."""
    match visit.reader:
        case CardPresent():
            return Turn(st.Connecting(errand), (do.BeginSignIn(errand, visit.preferences.language),))
        case EmptyReader():
            return Turn(st.PlaceCard(errand))
        case NoReader():
            return Turn(st.Failed(Failure.READER_GONE, st.SignInAgain(errand)))
        case _:
            assert_never(visit.reader)
