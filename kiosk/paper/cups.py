"""A CUPS queue as a printer: look, hand over held, ask once more, release, destroy what did not come out."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.paper.cups_programs import CupsError, CupsPrograms, JobIsOverError, JobState
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintJob, PrintResult, looks_like_pdf

LOOK_AGAIN_S = 0.5

GRACE_S = 30
"""After our own deadline the spooler gives a job up by itself, should nobody be left to do so."""

TRIES = 3
"""How often a job is cancelled that is still there, or may be."""


class Spooler(Protocol):
    """What a spooler is asked for; every method but `trouble` raises CupsError when it does not answer."""

    def trouble(self, printer: str) -> NoPaperBecause | None: ...
    def submit_held(self, printer: str, name: str, pdf: bytes, most_s: int) -> str: ...
    def release(self, job: str) -> None: ...
    def waiting(self, printer: str) -> frozenset[str]: ...
    def state(self, printer: str, job: str) -> JobState: ...
    def destroy(self, job: str) -> None: ...


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """One queue. No job outlives `print_pdf`: a later visit never finds this one's paper in the tray.

    A process that is killed meanwhile leaves its job to the next one, which destroys it before it prints.
    """

    name: str
    programs: Spooler = field(default_factory=CupsPrograms)
    deadline_s: float = 90.0
    """From the release until the sheet has to be out."""
    now: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] = time.sleep
    alone: bool = False
    """True when nobody but this terminal prints here: what waits in the queue is then an earlier visit's."""

    def print_pdf(self, job: PrintJob) -> PrintResult:
        if not looks_like_pdf(job.pdf):
            return NotPrinted(NoPaperBecause.REFUSED)
        if (trouble := self.trouble()) is not None:
            return NotPrinted(trouble)
        try:
            if self.alone:
                self._clear()
            before = self.programs.waiting(self.name)
        except CupsError:
            return NotPrinted(NoPaperBecause.OFF)
        if self.alone and before:
            return NotPrinted(NoPaperBecause.REFUSED)  # another visit's sheet cannot be got rid of
        spooled: str | None = None
        try:
            # Later than we do: a job that is over without a history counts as printed.
            give_up_s = int(self.deadline_s) + GRACE_S
            spooled = self.programs.submit_held(self.name, job.visit_id, job.pdf, give_up_s)
            released = self._release(spooled, job)
            reason = self._wait(spooled, job) if released else NoPaperBecause.OVER
        except CupsError:
            released, reason = False, NoPaperBecause.REFUSED
        except BaseException:
            self._destroy(spooled, before)
            raise
        if reason is None:
            return Printed(self.name)
        was_over = self._destroy(spooled, before)
        came_out = released and was_over and job.still_wanted() and self._came_out(spooled)
        return Printed(self.name) if came_out else NotPrinted(reason)

    def trouble(self) -> NoPaperBecause | None:
        return self.programs.trouble(self.name)

    def purge(self) -> bool:
        if not self.alone:
            return True
        for _ in range(TRIES):
            with suppress(CupsError):
                self._clear()
                if not self.programs.waiting(self.name):
                    return True
        return False

    def _clear(self) -> None:
        for job in self.programs.waiting(self.name):
            with suppress(CupsError):  # over already
                self.programs.destroy(job)

    def _release(self, spooled: str, job: PrintJob) -> bool:
        """Let it out if its citizen is still here. Nothing stands between the question and the release."""
        if not job.still_wanted():
            return False
        self.programs.release(spooled)
        return True

    def _wait(self, spooled: str, job: PrintJob) -> NoPaperBecause | None:
        """Wait until the sheet is out; give the reason when it will not be."""
        end = self.now() + self.deadline_s
        while (state := self.programs.state(self.name, spooled)) is JobState.WAITING:
            if (trouble := self.trouble()) is not None:
                return trouble
            if not job.still_wanted():
                return NoPaperBecause.OVER
            if self.now() >= end:
                return NoPaperBecause.TIMEOUT
            self.pause(LOOK_AGAIN_S)
        match state:
            case JobState.DONE:
                return None
            case JobState.FORGOTTEN if job.still_wanted():
                return self.trouble()  # what fails stays in the queue or stops the printer (ErrorPolicy)
            case JobState.FORGOTTEN:
                return NoPaperBecause.OVER  # the end of the visit may have destroyed it
            case JobState.GONE:
                return self.trouble() or NoPaperBecause.REFUSED

    def _destroy(self, spooled: str | None, before: frozenset[str]) -> bool:
        """Cancel the job, or those that a failed hand-over left behind; say whether it was over already."""
        try:
            jobs = {spooled} if spooled else self.programs.waiting(self.name) - before
        except CupsError:
            return False
        was_over = False
        for attempt in range(TRIES):
            for job in jobs:
                try:
                    self.programs.destroy(job)
                except JobIsOverError:
                    was_over = attempt == 0  # later, the try before may have destroyed it
                except CupsError:
                    pass  # not heard, or the answer was lost
            with suppress(CupsError):
                jobs &= self.programs.waiting(self.name)
            if not jobs:
                break
        return was_over

    def _came_out(self, spooled: str | None) -> bool:
        if spooled is None:
            return False
        try:
            return self.programs.state(self.name, spooled) in (JobState.DONE, JobState.FORGOTTEN)
        except CupsError:
            return False
