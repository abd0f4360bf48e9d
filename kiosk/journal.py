"""What staff may know of a visit: which screen followed which, and the codes of failures. Never a value.

A line exists only where the screen changed: how often and how fast somebody touched it stays out as well.
"""

import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.session import events as ev
from kiosk.session import states as st

JOURNALD: Final = Path("/run/systemd/journal/socket")

INFO, WARNING = 6, 4
"""Priorities of syslog (RFC 5424, 6.2.1)."""


@dataclass(frozen=True, slots=True)
class Line:
    """Type names of the scenes and the event, and the failure's code or ""."""

    before: str
    event: str
    after: str
    overlay: str
    failure: str

    def __str__(self) -> str:
        return " ".join(
            (f"{self.before} -{self.event}-> {self.after}", *filter(None, (self._over(), self.failure)))
        )

    def _over(self) -> str:
        return "" if self.overlay == st.NothingOver.__name__ else f"under {self.overlay}"

    def fields(self) -> tuple[tuple[str, str], ...]:
        """The line as fields of systemd's journal."""
        return (
            ("MESSAGE", str(self)),
            ("PRIORITY", str(WARNING if self.failure else INFO)),
            ("SYSLOG_IDENTIFIER", "bochum-id-kiosk"),
            ("KIOSK_BEFORE", self.before),
            ("KIOSK_EVENT", self.event),
            ("KIOSK_AFTER", self.after),
            ("KIOSK_OVERLAY", self.overlay),
            ("KIOSK_FAILURE", self.failure),
        )


def line(before: st.Visit, event: ev.Event, after: st.Visit) -> Line | None:
    """Derive the line of one step; None where screen and city stay and nothing failed."""
    was, became = _name(before.scene), _name(after.scene)
    failure = _failure(before, event, after)
    screen_stays = (was, _name(before.overlay)) == (became, _name(after.overlay))
    if screen_stays and before.city == after.city and not failure:
        return None
    return Line(was, _name(event), became, _name(after.overlay), failure)


def _failure(before: st.Visit, event: ev.Event, after: st.Visit) -> str:
    if isinstance(after.city, st.CityClosed) and after.city != before.city:
        return after.city.failure.value  # once an outage, not at every try
    match event, after.scene:
        case ev.Failing(failure), _:
            return failure.value
        case ev.EffectCrashed(), st.Failed(failure) | st.Closed(failure):
            return failure.value
        case _:
            return ""


def _name(value: object) -> str:
    return type(value).__name__


def write_to_journald(written: Line, place: Path = JOURNALD) -> None:
    """Send one datagram in journald's native protocol; OSError when nobody listens."""
    datagram = "".join(f"{name}={value}\n" for name, value in written.fields())
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as journal:
        journal.sendto(datagram.encode(), str(place))


def write_to_stderr(written: Line) -> None:
    sys.stderr.write(f"{written}\n")


def write_nowhere(_written: Line) -> None:
    """Keep quiet: for a demonstration that tells its steps itself."""


def best_writer() -> Callable[[Line], None]:
    """Choose systemd's journal where there is one, else the standard error stream."""
    return write_to_journald if JOURNALD.exists() else write_to_stderr


def journal(write: Callable[[Line], None]) -> Callable[[st.Visit, ev.Event, st.Visit], None]:
    """Make what `Runtime` calls after each step. A journal that is full or gone never stops a visit."""

    def keep(before: st.Visit, event: ev.Event, after: st.Visit) -> None:
        written = line(before, event, after)
        if written is not None:
            try:
                write(written)
            except OSError:
                write_to_stderr(written)

    return keep
