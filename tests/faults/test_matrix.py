"""Every request of a visit meets every fault, once and for a while: nothing crashes, doubles or gets lost."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import ledger
import matrix
import pytest
import recording
from fault_rules import expectation
from fault_world import FaultWorld
from faults import ClockOff, Looks
from faulty_line import Strike
from judgement import check_books, check_screens
from matrix import WHOLE, Case

CLOCK = "the clock of this terminal is wrong; the time of Bochum-ID is used from here on"


def run(world: FaultWorld, case: Case) -> None:
    visit, purpose = recording.recorded(case.visit), recording.VISITS[case.visit]
    marks = ledger.mark(world.store)
    plan = [
        Strike(at, fault.event, lasts=case.lasts and not isinstance(fault.event, ClockOff))
        for at, fault in case.hits
    ]
    with no_complaints():
        story = world.visit(purpose, visit, plan)
    try:
        assert [strike.at for strike in world.line.begun] == [at for at, _ in case.hits]
        expected = [
            expectation(number, visit, at, fault, lasts=case.lasts)
            for number, (at, fault) in enumerate(case.hits)
        ]
        check_screens(story, expected)
        at, fault = case.hits[-1]
        lost_end = case.lasts and at == len(visit) - 1 and fault.looks is not Looks.HARMLESS
        check_books(story, ledger.since(world.store, marks), purpose, told_at_the_end=not lost_end)
    except BaseException as error:
        error.add_note(f"{world.told}\n{case}")
        raise


@contextmanager
def no_complaints() -> Iterator[None]:
    """Nothing is worth a warning but a clock that is off, and that one says nothing of the citizen."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    ear = Ear(logging.WARNING)
    logging.getLogger().addHandler(ear)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(ear)
    assert set(heard) <= {CLOCK}, heard


def parametrised(cases: Iterator[tuple[str, Case]]) -> pytest.MarkDecorator:
    named = list(cases)
    return pytest.mark.parametrize("case", [case for _, case in named], ids=[name for name, _ in named])


@parametrised(matrix.together(whole=WHOLE))
def test_each_request_meets_another_fault(fault_world: FaultWorld, case: Case) -> None:
    run(fault_world, case)


@parametrised(matrix.from_one_request_on(whole=WHOLE))
def test_a_fault_that_does_little_harm(fault_world: FaultWorld, case: Case) -> None:
    run(fault_world, case)


@pytest.mark.skipif(not WHOLE, reason="takes long; WHOLE_FAULT_MATRIX=1 runs it")
@parametrised(matrix.alone() if WHOLE else iter([("each", Case("", (), lasts=False))]))
def test_a_fault_alone(fault_world: FaultWorld, case: Case) -> None:
    run(fault_world, case)
