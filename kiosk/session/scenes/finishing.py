"""From "sent" to goodbye: the card back, the paper, the last words."""

from typing import assert_never

from cardreader.reader import CardPresent, ReaderStatus
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.delivery import NotPrinted
from kiosk.session.errand import Outcome
from kiosk.session.scenes.turn import STAY, Turn

GOODBYE_SECONDS = 4

type FinishingScene = st.TakeCard | st.Printing | st.Done | st.Goodbye


def turn(visit: st.Visit, scene: FinishingScene, event: ev.Event) -> Turn:
    match scene:
        case st.TakeCard(outcome):
            match event:
                case ev.ReaderChanged(status) if not isinstance(status, CardPresent):
                    return print_paper(visit, outcome)
                case _:
                    return STAY
        case st.Printing(outcome):
            match event:
                case ev.PaperHandled(delivery):
                    return Turn(st.Done(outcome, delivery))
                case ev.Failing(failure):
                    return Turn(st.Done(outcome, NotPrinted(failure)))
                case _:
                    return STAY
        case st.Done(outcome, delivery):
            match event:
                case ev.Continue():
                    return goodbye(visit.reader, do.EndedHow.FINISHED)
                case ev.TryAgain() if isinstance(delivery, NotPrinted):
                    return print_paper(visit, outcome)
                case _:
                    return STAY
        case st.Goodbye():
            match event:
                case ev.ReaderChanged(status):
                    return Turn(st.Goodbye(card_on_reader=isinstance(status, CardPresent)))
                case _:
                    return STAY
        case _:
            assert_never(scene)


def sent(visit: st.Visit, outcome: Outcome) -> Turn:
    """The card comes first: who holds the paper forgets the card."""
    if isinstance(visit.reader, CardPresent):
        return Turn(st.TakeCard(outcome))
    return print_paper(visit, outcome)


def print_paper(visit: st.Visit, outcome: Outcome) -> Turn:
    return Turn(st.Printing(outcome), (do.PrintPaper(outcome, visit.preferences.language),))


def goodbye(reader: ReaderStatus, how: do.EndedHow) -> Turn:
    return Turn(
        st.Goodbye(card_on_reader=isinstance(reader, CardPresent)),
        (do.EndVisit(how, after_seconds=GOODBYE_SECONDS),),
    )
