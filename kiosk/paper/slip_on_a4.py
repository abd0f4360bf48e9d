"""Slips for a terminal without a slip printer: each is a sheet for its A4 printer, or for its folder."""

from dataclasses import dataclass

from kiosk.paper.slip_sheet import slip_sheet
from kiosk.printing import Printer, PrintJob, PrintResult, SlipJob


@dataclass(frozen=True, slots=True)
class SlipOnA4:
    """Hands slips to `printer` as tagged PDF."""

    printer: Printer

    def print_slip(self, job: SlipJob) -> PrintResult:
        pdf = slip_sheet(job.slip, job.language)
        title = job.slip.title.in_language("de")
        return self.printer.print_pdf(PrintJob(job.visit_id, title, pdf, job.still_wanted))
