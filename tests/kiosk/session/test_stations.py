"""The rope's stations: never backwards on the good way, and a failure stays where it happened."""

import pytest
from test_whole_way import FREE_OF_CHARGE, TO_THE_FORM, WITH_A_FEE, Row
from walking import after

from kiosk.session import appointment_states as ap
from kiosk.session import events as ev
from kiosk.session import own_states as own
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.stations import Station, station
from kiosk.session.step import begin
from tests import samples
from tests.samples import visit

_OWN_THINGS = tuple({own.LookingUp, *own.SHOWN} - {own.ChooseCapacity})
"""Where nobody applies for anything."""


@pytest.mark.parametrize("rows", [FREE_OF_CHARGE, WITH_A_FEE], ids=["free", "with a fee"])
def test_the_good_way_passes_every_station_once(rows: tuple[Row, ...]) -> None:
    now, passed = begin().visit, list[Station | None]()
    for event, _, _ in TO_THE_FORM + rows:
        now = after(now, event)
        if not passed or station(now.scene) is not passed[-1]:
            passed.append(station(now.scene))
    straight = [None, *Station, None]
    a_second_thought = [None, *list(Station)[:4], Station.FILL_IN, Station.CHECK, Station.DONE, None]
    assert passed == (straight if rows is FREE_OF_CHARGE else a_second_thought)


@pytest.mark.parametrize("name", ["OpeningService", "Connecting", "OpeningApplication", "Pricing", "Sending"])
def test_a_failure_stays_at_its_station(name: str) -> None:
    before = visit(name)
    failed = after(before, ev.Failing(Failure.BACKEND_UNREACHABLE))
    assert station(failed.scene) is station(before.scene)


def test_every_scene_has_its_station_or_none() -> None:
    for_whom = {"LookingUp-SeeCapacities", "LookingUp-for-whom", "LookingUp-only-companies"}
    without = {name for name, scene in samples.SCENES.items() if station(scene) is None} | for_whom
    assert without == {
        *("Preparing", "Closed", "CardForgotten", "Start", "ChooseTopic", "ChooseService"),
        *("Goodbye", "Goodbye-card", "Goodbye-paper", "Failed-over", "Failed-look-up", "Failed-first-look"),
        "ChooseCapacity-account",
        *(name for name, scene in samples.SCENES.items() if isinstance(scene, _OWN_THINGS)),
        *(name for name, scene in samples.SCENES.items() if _at_the_desk(scene)),
        *("ChooseTopic-doors", "FindService", "HandOver", "Information", "PinFirstAid", "PinAdvice-own"),
        *(name for name in samples.WITH_CARD if not name.endswith("-sign-in")),
        "Failed-pin",
    }
    assert station(st.Failed(Failure.PIN_BLOCKED, st.StartOver())) is None


def _at_the_desk(scene: st.Scene) -> bool:
    """Whoever came for an appointment alone neither signs in nor fills anything in."""
    if isinstance(scene, st.Failed):
        return isinstance(scene.again, st.AppointmentAgain)
    return isinstance(scene, ap.APPOINTMENT_SCENES) and not isinstance(
        ap.occasion_of(scene), ap.ForApplication
    )
