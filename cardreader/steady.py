"""A card that comes and goes lies badly: said once, instead of every coming and going."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from cardreader.reader import CardPresent, EmptyReader, ReaderPort, ReaderStatus, Watching

VANISHINGS: Final = 10
"""So often may a card vanish until it is said that it lies badly."""
WITHIN_SECONDS: Final = 20.0
QUIET_SECONDS: Final = 1.5
"""So long must nothing happen until the card is believed to lie, or to be away."""

type Later = Callable[[float, Callable[[], None]], Callable[[], None]]
"""Has something done after so many seconds, in any thread; returns how to call it off."""


def watch_steadily(port: ReaderPort, report: Callable[[ReaderStatus], None]) -> Watching:
    """Report as `ReaderPort.watch` does, and a card that lies badly as `EmptyReader(is_restless=True)`."""
    return _SteadyWatch(port, report)


class Steadiness:
    """Hears every status of a reader, and passes on what is worth saying; from whatever thread."""

    def __init__(
        self,
        report: Callable[[ReaderStatus], None],
        now: Callable[[], float] = time.monotonic,
        later: Later | None = None,
    ) -> None:
        self._report = report
        self._now = now
        self._later = later or _by_timer
        self._lock = threading.Lock()
        self._heard: ReaderStatus | None = None
        self._vanished: list[float] = []
        self._call_off: Callable[[], None] | None = None
        """What waits for quiet; None while the card does not come and go."""
        self._round = 0
        self._stopped = False

    def hear(self, status: ReaderStatus) -> None:
        """Take in a status as the reader has it at this moment."""
        with self._lock:
            before, self._heard = self._heard, status
            match before, status:
                case CardPresent(), EmptyReader():
                    self._count()
                case _, CardPresent() | EmptyReader():
                    pass
                case _:
                    self._rest()  # without a reader there is no card that could lie badly
            if self._call_off is not None:
                self._wait_for_quiet()
            elif len(self._vanished) >= VANISHINGS and isinstance(status, EmptyReader):
                self._wait_for_quiet()
                self._tell(replace(status, is_restless=True))
            else:
                self._tell(status)

    def stop(self) -> None:
        """Say nothing more; harmless when repeated."""
        with self._lock:
            self._stopped = True
            self._rest()

    def _count(self) -> None:
        now = self._now()
        self._vanished = [each for each in self._vanished if now - each < WITHIN_SECONDS] + [now]

    def _wait_for_quiet(self) -> None:
        if self._call_off is not None:
            self._call_off()
        self._round += 1
        this = self._round
        self._call_off = self._later(QUIET_SECONDS, lambda: self._quiet(this))

    def _quiet(self, waited: int) -> None:
        with self._lock:
            if waited != self._round or self._call_off is None or self._heard is None:
                return  # called off too late
            self._rest()
            self._tell(self._heard)

    def _rest(self) -> None:
        if self._call_off is not None:
            self._call_off()
        self._call_off = None
        self._vanished.clear()

    def _tell(self, status: ReaderStatus) -> None:
        if not self._stopped:
            self._report(status)


class _SteadyWatch:
    def __init__(self, port: ReaderPort, report: Callable[[ReaderStatus], None]) -> None:
        self._steadiness = Steadiness(report)
        self._watching = port.watch(self._steadiness.hear)

    def stop(self) -> None:
        """End the watch; no report comes after this returns."""
        self._watching.stop()
        self._steadiness.stop()


def _by_timer(seconds: float, action: Callable[[], None]) -> Callable[[], None]:
    timer = threading.Timer(seconds, action)
    timer.daemon = True
    timer.start()
    return timer.cancel
