"""The real time, put forward by hand, in every process of a sandbox at once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sandbox.bochum_id.shared_number import SharedNumber

_MICROSECOND = timedelta(microseconds=1)


class MovableClock:
    """Shares how far it is ahead through a file in the state directory, so it stays ahead after a restart."""

    def __init__(self, path: Path) -> None:
        self._ahead_us = SharedNumber(path)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead_us.get() * _MICROSECOND

    def advance(self, by: timedelta) -> datetime:
        """Put it forward; the time it shows then. It never goes back: what was signed has dates."""
        if by < timedelta(0):
            raise ValueError("a clock only goes forward; reset the sandbox for an earlier time")
        self._ahead_us.add(by // _MICROSECOND)
        return self.now()
