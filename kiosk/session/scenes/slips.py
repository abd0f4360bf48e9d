"""What scenes that offer a slip share: asking for it, and noting down what became of it.

Such a scene has a field `slip: SlipFate = NOT_ASKED`; its screen shows it with the component `SlipNotice`.
In its turn:

    case ev.SlipAsked() | ev.SlipHandled() | ev.Failing():
        return slips.turned(visit, event, scene.slip, slip_of(scene), lambda fate: replace(scene, slip=fate))
"""

from collections.abc import Callable

from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.delivery import NotAsked, NotPrinted, OnItsWay, SlipFate
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.slip import Slip


def turned(
    visit: st.Visit,
    event: ev.SlipAsked | ev.SlipHandled | ev.Failing,
    fate: SlipFate,
    slip: Slip,
    with_fate: Callable[[SlipFate], st.Scene],
) -> Turn:
    """Print `slip` when it is asked for, once; one that did not come can be asked for again."""
    match event, fate:
        case ev.SlipAsked(), NotAsked() | NotPrinted():
            effect = do.PrintSlip(slip, visit.preferences.language)
            return Turn(with_fate(OnItsWay()), (effect,))
        case ev.SlipHandled(delivery), OnItsWay():
            return Turn(with_fate(delivery))
        case ev.Failing(failure), OnItsWay():
            return Turn(with_fate(NotPrinted(failure)))
        case _:
            return STAY
