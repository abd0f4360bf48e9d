"""kill -9 of the backend after every answer and in every request: what was acknowledged is there."""

import json
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import ledger
import pytest
import recording
from doomed_workers import DoomedWorkers
from fault_world import FaultWorld, open_fault_world
from http_messages import Request
from judgement import check_books, check_screens
from matrix import WHOLE

from sandbox.bochum_id import workers
from sandbox.bochum_id.tables import (
    Application,
    CitizenSession,
    Document,
    LoginAttempt,
    Payment,
    PrintJob,
    Quote,
    Receipt,
    Table,
)
from sandbox.bochum_id.workers import PortSockets, WorkerOrder
from sandbox.postgres_service import PostgresService
from sandbox.world import Backing

pytestmark = pytest.mark.xdist_group("killed backend")
_LONGEST_MOMENT_S = 0.015
_NAMED: dict[str, type[Table]] = {
    "la": LoginAttempt,
    "ses": CitizenSession,
    "app": Application,
    "quo": Quote,
    "pay": Payment,
    "doc": Document,
    "rcp": Receipt,
    "prj": PrintJob,
}
_ID = re.compile(rf'"({"|".join(_NAMED)})_[0-9a-f-]{{36}}"')


@dataclass(frozen=True)
class Doomed:
    world: FaultWorld
    workers: DoomedWorkers


@pytest.fixture(scope="module")
def doomed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doomed]:
    database = None
    if request.param == "postgresql":
        service: PostgresService = request.getfixturevalue("postgres")
        database = service.database()
    made: list[DoomedWorkers] = []

    class Noted(DoomedWorkers):
        def __init__(self, order: WorkerOrder, count: int, sockets: PortSockets) -> None:
            super().__init__(order, count, sockets)
            made.append(self)

    backing = Backing(database=database, workers=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "Workers", Noted)
        with open_fault_world(tmp_path_factory.mktemp("doomed"), backing) as world:
            world.visit("pension")
            yield Doomed(world, made[0])


def databases(one: str) -> pytest.MarkDecorator:
    """Try both databases where everything is asked for, else this one."""
    return pytest.mark.parametrize("doomed", ["sqlite", "postgresql"] if WHOLE else [one], indirect=True)


def visit(doomed: Doomed, name: str, *, may_sign_in_again: bool = False) -> None:
    """Let somebody come and go, and hold everything that was said to the books."""
    purpose = recording.VISITS[name]
    marks = ledger.mark(doomed.world.store)
    story = doomed.world.visit(purpose)
    if may_sign_in_again:
        # An eID server gives a result once (TR-03130-1 3.4): taken and not yet kept, it is gone.
        grave = [each for each in story.troubles if (each.code, each.way_on) != ("EI-41", "SignInAgain")]
        story = replace(story, troubles=grave)
    check_screens(story, ())
    check_books(story, ledger.since(doomed.world.store, marks), purpose, told_at_the_end=True)
    acknowledged = [
        exchange
        for exchange in doomed.world.line.exchanges
        if exchange.answer and exchange.answer.status < 300
    ]
    assert [each.request.name for each in acknowledged][-1] == "DELETE /session"
    with doomed.world.store.transaction() as db:
        for exchange in acknowledged:
            assert exchange.answer is not None
            text = exchange.answer.body.decode("latin-1")
            for found in _ID.finditer(text):
                row = db.get(_NAMED[found.group(1)], json.loads(found.group()))
                assert row is not None, f"{exchange.request.name} named something that is gone"


@databases("sqlite")
@pytest.mark.parametrize("name", recording.VISITS if WHOLE else ["slip"])
def test_killed_after_every_answer(doomed: Doomed, name: str) -> None:
    deaths = doomed.workers.deaths
    doomed.world.line.when_answered = lambda _request: doomed.workers.kill()
    try:
        visit(doomed, name)
    finally:
        doomed.world.line.when_answered = lambda _request: None
    assert doomed.workers.deaths - deaths >= len(recording.recorded(name)) - 1


@databases("postgresql")
@pytest.mark.parametrize("name", recording.VISITS if WHOLE else ["certificate"])
def test_killed_in_the_middle_of_every_request(doomed: Doomed, name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - the same moments every time
    killed: set[str] = set()

    def strike(request: Request) -> None:
        if request.name not in killed:
            killed.add(request.name)
            time.sleep(chance.uniform(0, _LONGEST_MOMENT_S))
            doomed.workers.kill()

    doomed.world.line.when_asked = strike
    try:
        visit(doomed, name, may_sign_in_again=True)
    finally:
        doomed.world.line.when_asked = lambda _request: None
    assert killed == {each.name for each in recording.recorded(name)}
