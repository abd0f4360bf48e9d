"""`python -m bench.beside_ausweisapp N`: our client beside the official one, N sign-ins each.

The same card through the same pcscd, the same eID server and service, one run, in turns. Card and servers
live in this process, each client in one of its own: decision 0063 says what is counted to whom.
"""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import batched
from pathlib import Path

from bench.counterparts import Counterparts, running_counterparts, within
from bench.figures import Figure
from tests import pcscd_service
from tests.third_party import ausweisapp
from tests.third_party.ausweisapp import AusweisApp, Message, running_ausweisapp

TIMES = 200
TURN = 20
"""So many sign-ins of one client, then as many of the other: what else the machine does meets both."""
RATIO = 0.5
"""The most of the official client's time that ours may take."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Client:
    """What was measured of one client, in milliseconds, one number a sign-in."""

    wall: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    """Of the wall clock: what is left without the spans in which card or servers were at work."""
    processor: list[float] = field(default_factory=list)
    commands: list[int] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def note(self, found: Counterparts, begun: float, ended: float, processor_s: float) -> None:
        self.wall.append((ended - begun) * 1000)
        self.own.append(found.own(begun, ended) * 1000)
        self.processor.append(processor_s * 1000)
        self.commands.append(len(within(found.card, begun, ended)))


def measure() -> tuple[Figure, ...]:
    """Give our part of the official client's time; nothing where that or pcscd is not installed."""
    if missing := pcscd_service.missing_packages() or ausweisapp.MISSING:
        print(f"sign-in beside AusweisApp: left out, {missing}")
        return ()
    ours, theirs = compare(TIMES)
    print("\n".join(lines(ours, theirs)))
    if ours.failed:
        sys.exit("a sign-in of ours failed")
    names = ("wall clock", "wall clock without card and servers", "processor")
    return tuple(
        Figure(f"sign-in / AusweisApp's: {name}", (ratio,), RATIO, "×", digits=2)
        for name, ratio in zip(names, ratios(ours, theirs), strict=True)
    )


def compare(times: int) -> tuple[Client, Client]:
    """Sign in so many times with each client; ours, then theirs."""
    ours, theirs = Client(), Client()
    with running_counterparts() as found:
        for turn in batched(range(times), TURN, strict=False):
            _ours(found, len(turn), ours)
            _official(found, len(turn), theirs)
    return ours, theirs


def ratios(ours: Client, theirs: Client) -> tuple[float, float, float]:
    """Compare medians of the wall clock, and means of the processor: AusweisApp's comes in hundredths."""
    return (
        statistics.median(ours.wall) / statistics.median(theirs.wall),
        statistics.median(ours.own) / statistics.median(theirs.own),
        statistics.mean(ours.processor) / statistics.mean(theirs.processor),
    )


def lines(ours: Client, theirs: Client) -> list[str]:
    """Tell both clients' means in words."""
    told = []
    for name, client in (("ours", ours), ("AusweisApp", theirs)):
        told.append(f"{name}: {len(client.wall)} sign-ins, {len(client.failed)} failed")
        for what, values in (("wall clock", client.wall), ("without card and servers", client.own)):
            told.append(
                f"  {what:<26} {statistics.mean(values):7.1f} ms, median {statistics.median(values):7.1f} ms"
            )
        told.append(f"  {'processor':<26} {statistics.mean(client.processor):7.1f} ms")
        told.append(f"  {'commands to the card':<26} {statistics.mean(client.commands):7.1f}")
    return told + [f"failed: {each}" for each in (*ours.failed, *theirs.failed)]


def _ours(found: Counterparts, times: int, client: Client) -> None:
    command = [sys.executable, "-m", "bench.our_client", found.url, found.pin, str(times)]
    told = subprocess.run(
        command, env={**os.environ, **found.environment}, stdout=subprocess.PIPE, text=True, check=True
    )
    for line in told.stdout.splitlines():
        begun, ended, processor, *failed = line.split(maxsplit=3)
        if failed:
            client.failed.append(failed[0])
        else:
            client.note(found, float(begun), float(ended), float(processor))


def _official(found: Counterparts, times: int, client: Client) -> None:
    def decide(message: Message) -> Message | None:
        match message["msg"]:
            case "ACCESS_RIGHTS":
                return {"cmd": "ACCEPT"}
            case "ENTER_PIN":
                return {"cmd": "SET_PIN", "value": found.pin}
            case _:
                return None

    with running_ausweisapp(found.environment) as app:
        app.authenticate(found.url, decide)
        for _ in range(times):
            processor, begun = _processor_seconds(app), time.perf_counter()
            end = app.authenticate(found.url, decide)
            ended, used = time.perf_counter(), _processor_seconds(app) - processor
            if str(end.get("result", {}).get("major", "")).endswith("#ok"):
                client.note(found, begun, ended, used)
            else:
                client.failed.append(f"AusweisApp: {end}")


def _processor_seconds(app: AusweisApp) -> float:
    """User and system time of the program so far (proc(5): fields 14 and 15 of stat)."""
    fields = Path(f"/proc/{app.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def main() -> int:
    """Print both clients' means and the ratios; 1 when a ratio is missed or a sign-in of ours failed."""
    ours, theirs = compare(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
    print("\n".join(lines(ours, theirs)))
    found = ratios(ours, theirs)
    print("ratios: wall clock {:.2f}, without card and servers {:.2f}, processor {:.2f}".format(*found))
    return 1 if ours.failed or max(found) > RATIO else 0


if __name__ == "__main__":
    sys.exit(main())
