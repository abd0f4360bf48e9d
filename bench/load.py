"""Many terminals against one Bochum-ID on PostgreSQL: does anything fail, vanish or happen twice; how fast.

`python -m bench.load --terminals 200 --minutes 5` is the endurance run; `make bench` shows how cost grows.
"""

import argparse
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from sqlalchemy import select

from bench.citizens import Tally, Terminal, crowd
from bench.figures import Figure
from sandbox.bochum_id.tables import Application
from sandbox.postgres_service import programs, running_postgres
from sandbox.world import Backing, SandboxWorld

WORKERS = 4
GROWTH = {1: 10.0, 10: 60.0, 100: 120.0, 1000: 900.0}
"""Terminals, and the seconds between two visits at each: cards, terminals and servers share two cores."""
SECONDS_EACH = 40.0
P95_LIMIT_MS = 1000.0
"""What a person takes for "at once"; the terminals, cards and servers share two cores."""
VISIT_EVERY_S = 120.0
"""A terminal in use without a pause; a visit takes about two minutes."""
IDLE_S = 60.0
"""How often a terminal looks for a new catalogue while nobody is there."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a run."""

    tally: Tally
    lost: int
    """Acknowledged submissions that the database does not have."""
    doubled: int
    """References that stand for more than one application, or were given out twice."""
    backend_cpu_s: float


@contextmanager
def city() -> Iterator[SandboxWorld]:
    """Run a sandbox with several workers on a PostgreSQL server of its own."""
    found = programs()
    if found is None:
        sys.exit("PostgreSQL is not there: install Debian's package postgresql")
    with (
        running_postgres(found) as postgres,
        tempfile.TemporaryDirectory() as folder,
        SandboxWorld.start(
            Path(folder), backing=Backing(database=postgres.database(), workers=WORKERS)
        ) as world,
    ):
        yield world


def run(world: SandboxWorld, terminals: int, seconds: float, visit_every_s: float) -> Outcome:
    """Let so many terminals live for so long, then count what is there."""
    tally, over = Tally(), threading.Event()
    wallet = crowd(world, terminals)
    crew = [Terminal(world, wallet, number, tally) for number in range(terminals)]
    before_s = _cpu_s(world)
    threads = [
        threading.Thread(target=each.live, args=(over, visit_every_s, IDLE_S), daemon=True) for each in crew
    ]
    for thread in threads:
        thread.start()
    over.wait(seconds)
    over.set()
    for thread in threads:
        thread.join()
    used_s = _cpu_s(world) - before_s
    for each in crew:
        each.close()
    with world.backend.store.transaction() as db:
        stored = list(db.scalars(select(Application.reference).where(Application.reference.is_not(None))))
    given = tally.references
    lost = len(set(given) - set(stored))
    doubled = len(given) - len(set(given)) + len(stored) - len(set(stored))
    return Outcome(tally, lost, doubled, used_s)


def measure() -> tuple[Figure, ...]:
    """Show how the time of a call and its cost grow from one terminal to a thousand."""
    figures = []
    for size, visit_every_s in GROWTH.items():
        with city() as world:
            outcome = run(world, size, SECONDS_EACH, visit_every_s)
        if outcome.tally.errors or outcome.lost or outcome.doubled:
            sys.exit(
                f"{size} terminals: {outcome.tally.errors}, lost {outcome.lost}, doubled {outcome.doubled}"
            )
        calls = len(outcome.tally.seconds)
        if not outcome.tally.visits:
            sys.exit(f"{size} terminals: nobody came")
        figures += [
            Figure(f"{size} terminals: call, p95", (outcome.tally.percentile_ms(0.95),), P95_LIMIT_MS, "ms"),
            Figure(
                f"{size} terminals: backend's CPU a call",
                (1000 * outcome.backend_cpu_s / calls,),
                P95_LIMIT_MS / 10,
                "ms",
            ),
        ]
    return tuple(figures)


def _cpu_s(world: SandboxWorld) -> float:
    spent = 0.0
    for pid in world.bochum_id.worker_pids:
        times = psutil.Process(pid).cpu_times()
        spent += times.user + times.system
    return spent


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--terminals", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--visit-every", type=float, default=VISIT_EVERY_S, help="seconds, a terminal")
    options = parser.parse_args()
    with city() as world:
        outcome = run(world, options.terminals, options.minutes * 60, options.visit_every)
    tally = outcome.tally
    print(f"terminals {options.terminals}, workers {WORKERS}, minutes {options.minutes:g}")
    print(f"visits {tally.visits}, calls {len(tally.seconds)}, errors {sum(tally.errors.values())}")
    print(f"lost {outcome.lost}, doubled {outcome.doubled}")
    for share in (0.5, 0.95, 0.99):
        print(f"p{share * 100:g} {tally.percentile_ms(share):.0f} ms")
    print(f"backend CPU {outcome.backend_cpu_s:.1f} s")
    for error, count in tally.errors.most_common():
        print(f"{count} × {error}")
    return 1 if tally.errors or outcome.lost or outcome.doubled else 0


if __name__ == "__main__":
    sys.exit(main())
