"""The four CUPS programs, each as one typed question; their output is read in the C locale."""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kiosk.printing import NoPaperBecause

PATIENCE_S = 10.0
"""How long one program may take; they talk to a spooler on this machine."""


class CupsError(Exception):
    """A program is missing, hangs, or says no; its words stay out of the text, as they may hold names."""


class JobIsOverError(CupsError):
    """There is no such job any more."""


class JobState(Enum):
    WAITING = "waiting"
    """In the queue or on the printer."""
    DONE = "done"
    GONE = "gone"
    """Cancelled or given up."""
    FORGOTTEN = "forgotten"
    """Over, and the spooler keeps no history (`PreserveJobHistory No`)."""


@dataclass(frozen=True, slots=True)
class CupsPrograms:
    """Runs `lp`, `lpstat` and `cancel` against the spooler of this machine, or the one at `server`."""

    server: str | None = None
    """Socket path or host:port; None asks CUPS's own configuration."""

    def printers(self) -> tuple[str, ...]:
        """Every queue, the default one first; empty when there is no spooler."""
        try:
            default = re.search(
                r"^system default destination: (\S+)$", self._run("lpstat", "-d"), re.MULTILINE
            )
            names = self._run("lpstat", "-e").split()
        except CupsError:
            return ()
        first = [default[1]] if default and default[1] in names else []
        return tuple(first + [name for name in names if name not in first])

    def trouble(self, printer: str) -> NoPaperBecause | None:
        """Ask what keeps the printer from printing; None when nothing does."""
        try:
            status = self._run("lpstat", "-l", "-p", printer)
            accepting = self._run("lpstat", "-a", printer)
        except CupsError:
            return NoPaperBecause.OFF
        reasons = re.search(r"^\s*Alerts: (.*)$", status, re.MULTILINE)
        for reason in reasons[1].split() if reasons else []:
            if (found := _trouble_of(reason)) is not None:
                return found
        if re.search(rf"^printer {re.escape(printer)} disabled ", status, re.MULTILINE):
            return NoPaperBecause.OFF
        return NoPaperBecause.REFUSED if " not accepting requests " in accepting else None

    def submit_held(self, printer: str, name: str, pdf: bytes, most_s: int) -> str:
        """Hand the PDF over and give the id of the job, which waits; CupsError when the spooler refuses.

        The spooler itself gives it up after `most_s` seconds of printing, should nobody be left to do so.
        """
        options = ("-H", "hold", "-o", "job-sheets=none", "-o", f"job-cancel-after={most_s}")
        said = self._run("lp", "-d", printer, "-t", name, *options, "-", given=pdf)
        job = re.search(r"request id is (\S+) ", said)
        if job is None:
            raise CupsError("lp names no job; look at the spooler's error log")
        return job[1]

    def release(self, job: str) -> None:
        """Let a waiting job out; CupsError when it is not there any more."""
        self._run("lp", "-i", job, "-H", "resume")

    def waiting(self, printer: str) -> frozenset[str]:
        """Every job of this queue that is not over."""
        return frozenset(
            re.findall(r"^(\S+)", self._run("lpstat", "-W", "not-completed", "-o", printer), re.MULTILINE)
        )

    def state(self, printer: str, job: str) -> JobState:
        if job in self.waiting(printer):
            return JobState.WAITING
        over = self._run("lpstat", "-l", "-W", "completed", "-o", printer)
        entry = re.search(rf"^{re.escape(job)} .*\n((?:\s.*\n?)*)", over, re.MULTILINE)
        if entry is None:
            return JobState.FORGOTTEN
        return JobState.GONE if re.search(r"Alerts:.*(?:cancel|abort)", entry[1]) else JobState.DONE

    def destroy(self, job: str) -> None:
        """Cancel the job and have the spooler forget its data; JobIsOverError when it is over already."""
        self._run("cancel", "-x", job)

    def _run(self, program: str, *arguments: str, given: bytes = b"") -> str:
        try:
            done = subprocess.run(
                [program, *arguments],
                input=given,
                capture_output=True,
                timeout=PATIENCE_S,
                check=True,
                env=self._environment(),
            )
        except FileNotFoundError as error:
            raise CupsError(f"the program {program} is missing; install the package cups-client") from error
        except subprocess.TimeoutExpired:
            raise CupsError(f"{program} hangs; is the spooler running?") from None
        except subprocess.CalledProcessError as error:
            if _OVER.search(error.stderr):
                raise JobIsOverError(f"{program} found no such job") from None
            raise CupsError(f"{program} refused (exit code {error.returncode})") from None
        return done.stdout.decode(errors="replace")

    def _environment(self) -> Mapping[str, str]:
        server = {"CUPS_SERVER": self.server} if self.server else {}
        return {**os.environ, **server, "LC_ALL": "C"}


_OVER = re.compile(rb"already (?:completed|canceled|aborted)|does not exist|[Nn]ot[- ][Ff]ound")
"""What the scheduler says of a job that cannot be cancelled or released any more."""


def _trouble_of(reason: str) -> NoPaperBecause | None:
    """Read one printer-state-reason (RFC 8011, 5.4.12); reports and warnings let a sheet through."""
    keyword, _, severity = reason.rpartition("-")
    if severity in ("report", "warning"):
        return None
    keyword = keyword if severity == "error" else reason
    return _TROUBLES.get(keyword)


_TROUBLES = {
    "media-jam": NoPaperBecause.JAM,
    "cover-open": NoPaperBecause.JAM,
    "door-open": NoPaperBecause.JAM,
    "interlock-open": NoPaperBecause.JAM,
    "output-area-full": NoPaperBecause.JAM,
    "media-empty": NoPaperBecause.EMPTY,
    "media-needed": NoPaperBecause.EMPTY,
    "input-tray-missing": NoPaperBecause.EMPTY,
    "marker-supply-empty": NoPaperBecause.EMPTY,
    "toner-empty": NoPaperBecause.EMPTY,
    "offline": NoPaperBecause.OFF,
    "shutdown": NoPaperBecause.OFF,
    "paused": NoPaperBecause.OFF,
    "moving-to-paused": NoPaperBecause.OFF,
    "cups-missing-filter": NoPaperBecause.REFUSED,
    "cups-insecure-filter": NoPaperBecause.REFUSED,
}
