"""A transport whose time stands still between sleeps, for tests against a scripted server."""

from collections.abc import Callable

from kiosk.bochum_id.timing import Timing
from kiosk.bochum_id.transport import Transport


class Clock:
    """Time passes only in sleeps."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.sleeps: list[float] = []
        self.ring: Callable[[], None] = lambda: None
        """Rings the alarm that was set last, unless it was called off."""

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.time += seconds

    def read(self) -> float:
        return self.time

    def alarm(self, _seconds: float, ring: Callable[[], None]) -> Callable[[], None]:
        self.ring = ring

        def call_off() -> None:
            self.ring = lambda: None

        return call_off

    @property
    def timing(self) -> Timing:
        return Timing(now=self.read, steady=self.read, sleep=self.sleep, chance=lambda: 0.5, alarm=self.alarm)


def line_to(origin: str, clock: Clock) -> Transport:
    return Transport(origin, software_version="1.2.3", ca_bundle=None, timing=clock.timing)
