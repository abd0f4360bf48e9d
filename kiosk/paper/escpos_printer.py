"""A receipt printer that speaks ESC/POS: looked at first, given the slip, then asked whether it is out."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Final, Protocol

from escpos.exceptions import Error  # type: ignore[import-untyped]

from kiosk.paper.slip_bytes import slip_bytes
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintResult, SlipJob

_ASK_WHETHER_OUT: Final = b"\x1dr\x01"
"""`GS r 1`: the paper sensor, told once everything before is printed."""
_ROLL_END: Final = 0b1100


class Device(Protocol):
    """What python-escpos has for each kind of line; where nothing can be read, answers are empty."""

    def open(self) -> None: ...
    def close(self) -> None: ...
    def query_status(self, mode: bytes) -> bytes: ...
    def _raw(self, msg: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class EscposPrinter:
    """One printer. The line is open for one slip only, so that it may be unplugged between two (R97)."""

    device: Callable[[], Device]
    """Makes a line that is not open yet; its own time-out is how long a slip may take."""
    dots: int
    answers: bool
    """False where the line goes one way, such as a device file: then a slip that was taken counts as out."""

    def print_slip(self, job: SlipJob) -> PrintResult:
        content = slip_bytes(job.slip, job.language, self.dots)
        try:
            with closing(self._opened()) as line:
                if (trouble := self._trouble(line)) is not None:
                    return NotPrinted(trouble)
                if not job.still_wanted():
                    return NotPrinted(NoPaperBecause.OVER)
                line._raw(content)  # noqa: SLF001 - the library has no other way for bytes that are ready
                return self._whether_out(line)
        except TimeoutError:
            return NotPrinted(NoPaperBecause.TIMEOUT)
        except (OSError, Error):
            return NotPrinted(NoPaperBecause.OFF)

    def _opened(self) -> Device:
        line = self.device()
        line.open()
        return line

    def _trouble(self, line: Device) -> NoPaperBecause | None:
        """Ask for the real-time status (`DLE EOT n`), which a printer tells even when it is stopped."""
        if not self.answers:
            return None
        for question, mask, reason in _QUESTIONS:
            answer = line.query_status(question)
            if not answer:
                return NoPaperBecause.OFF
            if answer[0] & mask:
                return reason
        return None

    def _whether_out(self, line: Device) -> PrintResult:
        if self.answers:
            answer = line.query_status(_ASK_WHETHER_OUT)
            if not answer:
                return NotPrinted(NoPaperBecause.OFF)
            if answer[0] & _ROLL_END == _ROLL_END:
                return NotPrinted(NoPaperBecause.EMPTY)
        return Printed("slips")


_QUESTIONS: Final = (
    (b"\x10\x04\x04", 0b0110_0000, NoPaperBecause.EMPTY),
    (b"\x10\x04\x02", 0b0000_0100, NoPaperBecause.JAM),
    (b"\x10\x04\x02", 0b0110_0000, NoPaperBecause.JAM),
    (b"\x10\x04\x01", 0b0000_1000, NoPaperBecause.OFF),
)
"""Question, the bits that are bad, and what they mean: roll end, cover open, stopped or broken, off line."""
