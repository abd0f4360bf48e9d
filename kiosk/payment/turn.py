"""Whose turn it is at the card reader: one thread of one process, even while an old visit is being killed."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


class Turn:
    """Entered once at a time on this machine. The system ends the turn of a process that dies."""

    def __init__(self, file: Path) -> None:
        """`file` is made if need be; its folder too. Nothing is ever written into it."""
        self._file = file
        self._thread = threading.Lock()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for the turn and keep it; OSError when the file cannot be used."""
        with self._thread:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._file.open("ab") as lock:
                if sys.platform != "win32":
                    fcntl.flock(lock, fcntl.LOCK_EX)
                yield
