"""`python -m bench.profile_of_sign_in N`: where our sign-in's time goes, APDU by APDU and step by step."""

import json
import os
import statistics
import subprocess
import sys

from bench.counterparts import Counterparts, running_counterparts
from bench.figures import Figure
from tests import pcscd_service

TIMES = 20

type Row = tuple[str, int, int, float, float, float]
"""Name, bytes out, bytes in, begin, end, seconds of processor: see `profiled_client`."""


def measure() -> tuple[Figure, ...]:
    """Print the profile; it has no limits."""
    if missing := pcscd_service.missing_packages():
        print(f"profile of a sign-in: left out, {missing}")
    else:
        profile(TIMES)
    return ()


def profile(times: int) -> None:
    with running_counterparts() as found:
        command = [sys.executable, "-m", "bench.profiled_client", found.url, found.pin, str(times)]
        told = subprocess.run(
            command, env={**os.environ, **found.environment}, stdout=subprocess.PIPE, text=True, check=True
        )
        runs = [[_row(each) for each in json.loads(line)] for line in told.stdout.splitlines()]
        print("\n".join(lines(found, runs)))


def lines(found: Counterparts, runs: list[list[Row]]) -> list[str]:
    """Write medians in milliseconds.

    `before` is what we computed since the last errand, `errand` how long it took, `there` the part of it in
    which card or server were at work, `processor` what it took of ours. The rest is pcscd, TCP and waiting.
    """
    columns = f"{'before':>9}{'errand':>9}{'there':>9}{'processor':>11}"
    told = [f"{'profile of a sign-in (medians, ms)':<34}{'out':>6}{'in':>6}{columns}"]
    for place, (name, sent, received, *_) in enumerate(runs[0][:-1]):
        before = [run[place][3] - (run[place - 1][4] if place else run[-1][3]) for run in runs]
        told.append(
            f"{name:<34}{sent:>6}{received:>6}{_ms(before)}{_errand(found, [r[place] for r in runs])}"
        )
    between = [_lasted(run[-1]) - sum(map(_lasted, run[:-1])) for run in runs]
    told.append(f"{'all':<46}{_ms(between)}{_errand(found, [run[-1] for run in runs])}")
    return told


def _errand(found: Counterparts, rows: list[Row]) -> str:
    there = [_lasted(row) - found.own(row[3], row[4]) for row in rows]
    return f"{_ms([_lasted(row) for row in rows])}{_ms(there)}  {_ms([row[5] for row in rows])}"


def _lasted(row: Row) -> float:
    return row[4] - row[3]


def _row(told: list[object]) -> Row:
    name, sent, received, *seconds = told
    begun, ended, processor = (float(str(each)) for each in seconds)
    return str(name), int(str(sent)), int(str(received)), begun, ended, processor


def _ms(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1000:9.2f}"


if __name__ == "__main__":
    profile(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
