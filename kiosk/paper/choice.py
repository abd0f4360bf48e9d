"""Which printer this terminal has: the queue of its configuration, any queue, or a folder."""

from pathlib import Path

from kiosk.paper.cups import CupsPrinter
from kiosk.paper.cups_programs import CupsPrograms
from kiosk.paper.folder import FolderPrinter
from kiosk.printing import NoPaperBecause, NotPrinted, Printer, PrintJob, PrintResult


class NoPrinter:
    """A terminal that has lost its printer and must not write to its disk."""

    def print_pdf(self, job: PrintJob) -> PrintResult:  # noqa: ARG002 - nothing can be done with it
        return NotPrinted(NoPaperBecause.OFF)

    def trouble(self) -> NoPaperBecause | None:
        return NoPaperBecause.OFF

    def purge(self) -> bool:
        """There is no spooler."""
        return True


def choose_printer(
    queue: str | None,
    folder: Path | None,
    deadline_s: float = 90.0,
    programs: CupsPrograms | None = None,
) -> Printer:
    """Choose anew for each sheet: a printer may have been plugged in.

    A `queue` named in the configuration is used even while CUPS does not answer: its sheets belong on paper.
    It is the terminal's alone, so whatever an earlier visit left in it is destroyed.
    Without one, the default queue of CUPS is taken, then `folder`; without that there is no paper.
    """
    programs = programs or CupsPrograms()
    found = (queue,) if queue else programs.printers()
    if found:
        return CupsPrinter(found[0], programs, deadline_s, alone=bool(queue))
    return FolderPrinter(folder) if folder else NoPrinter()
