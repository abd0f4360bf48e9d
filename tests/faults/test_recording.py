"""The recorded visits are what a visit really sends."""

import recording
from fault_rules import STAGES, Recorded
from fault_world import FaultWorld


def test_the_recording_is_up_to_date(fault_world: FaultWorld) -> None:
    visits = {}
    for name, purpose in recording.VISITS.items():
        fault_world.visit(purpose)
        visits[name] = [
            Recorded(exchange.request.name, exchange.answer.status)
            for exchange in fault_world.line.exchanges
            if exchange.answer is not None
        ]
    if recording.UPDATE:
        recording.write(visits)
    for name, requests in visits.items():
        assert requests == recording.recorded(name), "UPDATE_RECORDING=1 writes it anew"


def test_every_recorded_request_has_a_screen_or_none() -> None:
    names = {each.name for visit in recording.VISITS for each in recording.recorded(visit)}
    assert names == STAGES.keys()
