"""The printer looked at while a visit lasts: told once a change, in both directions, in every scene."""

import asyncio

import pytest
from fake_clock import FakeClock
from fake_world import FakePrinter

from kiosk.paper.watch import LOOK_AGAIN_SECONDS, watch_printer
from kiosk.printing import NoPaperBecause
from kiosk.session import events as ev
from kiosk.session.delivery import NoPaper, PaperComes, PaperState
from kiosk.session.failure import Failure
from kiosk.session.step import step
from tests.samples import SCENES, visit

EMPTY = NoPaper(Failure.PRINTER_EMPTY)


def test_a_change_is_told_once_and_it_recovers_by_itself() -> None:
    async def story() -> None:
        printer, clock = FakePrinter(), FakeClock()
        told: list[PaperState] = []
        watching = asyncio.create_task(watch_printer(printer, clock, told.append))
        for state, expected in (
            (None, []),
            (NoPaperBecause.EMPTY, [EMPTY]),
            (NoPaperBecause.EMPTY, [EMPTY]),
            (None, [EMPTY, PaperComes()]),
        ):
            printer.state = state
            await clock.asleep(1)
            await clock.advance(LOOK_AGAIN_SECONDS)
            await clock.asleep(1)
            assert told == expected
        watching.cancel()

    asyncio.run(story())


@pytest.mark.parametrize("name", SCENES)
def test_in_every_scene_the_visit_knows_and_nothing_else_changes(name: str) -> None:
    before = visit(name)
    after = step(before, ev.PrinterChanged(EMPTY))
    assert after.visit.paper == EMPTY
    assert after.visit.scene is before.scene
    assert after.effects == ()
    assert step(after.visit, ev.PrinterChanged(EMPTY)).visit is after.visit
    assert step(after.visit, ev.PrinterChanged(PaperComes())).visit == before
