"""A CUPS queue as a printer: look first, hand over, wait, and destroy what did not come out in time."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from kiosk.paper.cups_programs import CupsError, CupsPrograms, JobState
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintJob, PrintResult, looks_like_pdf

LOOK_AGAIN_S = 0.5


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """One queue. No job outlives `print_pdf`: a later visit never finds this one's paper in the tray."""

    name: str
    programs: CupsPrograms = field(default_factory=CupsPrograms)
    deadline_s: float = 90.0
    """From handing over until the sheet has to be out."""
    now: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] = time.sleep

    def print_pdf(self, job: PrintJob) -> PrintResult:
        if not looks_like_pdf(job.pdf):
            return NotPrinted(NoPaperBecause.REFUSED)
        if (trouble := self.programs.trouble(self.name)) is not None:
            return NotPrinted(trouble)
        try:
            before = self.programs.waiting(self.name)
        except CupsError:
            return NotPrinted(NoPaperBecause.OFF)
        spooled: str | None = None
        try:
            spooled = self.programs.submit(self.name, job.visit_id, job.pdf, int(self.deadline_s))
            reason = self._wait(spooled)
        except CupsError:
            reason = NoPaperBecause.REFUSED
        except BaseException:
            self._destroy(spooled, before)
            raise
        if reason is None:
            return Printed(self.name)
        came_out = self._destroy(spooled, before)
        return Printed(self.name) if came_out else NotPrinted(reason)

    def _wait(self, spooled: str) -> NoPaperBecause | None:
        """Wait until the sheet is out; give the reason when it will not be."""
        end = self.now() + self.deadline_s
        while (state := self.programs.state(self.name, spooled)) is JobState.WAITING:
            if (trouble := self.programs.trouble(self.name)) is not None:
                return trouble
            if self.now() >= end:
                return NoPaperBecause.TIMEOUT
            self.pause(LOOK_AGAIN_S)
        return None if state is JobState.DONE else NoPaperBecause.REFUSED

    def _destroy(self, spooled: str | None, before: frozenset[str]) -> bool:
        """Cancel the job, or those that a failed hand-over left behind; say whether it came out after all."""
        try:
            jobs = {spooled} if spooled else self.programs.waiting(self.name) - before
        except CupsError:
            return False
        for job in jobs:
            # A refusal means that the job is over already, or that the spooler is gone with all its jobs.
            with suppress(CupsError):
                self.programs.destroy(job)
        return spooled is not None and self._is_done(spooled)

    def _is_done(self, spooled: str) -> bool:
        try:
            return self.programs.state(self.name, spooled) is JobState.DONE
        except CupsError:
            return False
