"""A scanner through SANE's program `scanimage`: the picture comes through a pipe and touches no disk."""

import os
import selectors
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from kiosk.scanning.scanner import NoScanBecause, NotScanned, Scanned, ScanResult

A4_MM: Final = (210, 297)
MOST_BYTES: Final = 128 * 1024 * 1024
"""More than an A4 sheet in colour at 600 dpi; who sends more is no scanner."""
_CHUNK: Final = 64 * 1024
_PATIENCE_AT_END_SECONDS: Final = 20

_BY_STATUS: Final = {
    3: NoScanBecause.BUSY,
    5: NoScanBecause.EMPTY,
    6: NoScanBecause.JAM,
    7: NoScanBecause.EMPTY,
    8: NoScanBecause.OPEN,
}
"""`scanimage` ends with the SANE_STATUS it met (SANE standard 1.06, table 1); 1 is also its own."""


@dataclass(frozen=True, slots=True)
class ScanimageScanner:
    """One device of SANE. Each scan is a process of its own, so that a hanging driver hangs nothing else."""

    command: Sequence[str]
    """The program and its options; see `command_for`."""
    silence_seconds: float
    """How long it may say nothing: lamps warm up."""
    deadline_seconds: float
    """How long a sheet may take in all."""

    @property
    def is_there(self) -> bool:
        return True

    def scan(self) -> ScanResult:
        """Take a picture of the sheet on the glass, or of the next one in the feeder."""
        try:
            process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "LC_ALL": "C"},
            )
        except OSError:
            return NotScanned(NoScanBecause.OFF)
        try:
            came = self._read(process)
            if isinstance(came, NotScanned):
                return came
            status = self._status(process)
        finally:
            _end(process)
        if status is None:
            return NotScanned(NoScanBecause.SILENT)
        if status != 0:
            return NotScanned(_BY_STATUS.get(status, NoScanBecause.OFF))
        return Scanned(came) if came else NotScanned(NoScanBecause.GARBAGE)

    def _read(self, process: subprocess.Popen[bytes]) -> bytes | NotScanned:
        """Read to the end of the pipe, unless it falls silent, takes too long or never ends."""
        pipe = process.stdout
        if pipe is None:
            raise RuntimeError("scanimage was started without a pipe")
        came = bytearray()
        ends_at = time.monotonic() + self.deadline_seconds
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            while True:
                patience = min(self.silence_seconds, ends_at - time.monotonic())
                if patience <= 0 or not selector.select(patience):
                    return NotScanned(NoScanBecause.SILENT)
                chunk = os.read(pipe.fileno(), _CHUNK)
                if not chunk:
                    return bytes(came)
                came += chunk
                if len(came) > MOST_BYTES:
                    return NotScanned(NoScanBecause.GARBAGE)

    def _status(self, process: subprocess.Popen[bytes]) -> int | None:
        """Give the exit status; None when the program neither says anything more nor ends."""
        with suppress(subprocess.TimeoutExpired):
            return process.wait(_PATIENCE_AT_END_SECONDS if process.poll() is None else 0)
        return None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Leave nothing behind: the next scan needs the device."""
    if process.poll() is None:
        process.kill()
    with process:  # closes the pipe and reaps the process
        pass


def command_for(device: str, *, source: str, mode: str, resolution_dpi: int) -> tuple[str, ...]:
    """Write the call for an A4 sheet; empty `source` and `mode` leave the device its own."""
    width, height = A4_MM
    return (
        "scanimage",
        f"--device-name={device}",
        "--format=pnm",
        f"--resolution={resolution_dpi}",
        *((f"--source={source}",) if source else ()),
        *((f"--mode={mode}",) if mode else ()),
        "-x",
        str(width),
        "-y",
        str(height),
    )
