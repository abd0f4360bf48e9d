"""The documents of whoever is signed in: which there are, and bringing one to paper (contract section 7)."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.bochum_id import papers
from kiosk.bochum_id.citizen_access import CitizenAccess
from kiosk.bochum_id.paging import Page, read_page, with_query
from kiosk.bochum_id.reading import Part
from kiosk.bochum_id.transport import Call
from kiosk.bochum_id.values import LocalisedText, PdfDocument, PrintJob, PrintOutcome


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A line of the list: nothing of what is in it."""

    id: str
    title: LocalisedText = field(repr=False)
    issued_at: datetime
    application_id: str | None
    prints_left: int
    """How often it may still be printed."""


class OwnDocuments:
    """Certificates and notices of whoever is signed in."""

    def __init__(self, citizen: CitizenAccess) -> None:
        self._citizen = citizen

    def page(self, cursor: str | None = None) -> Page[DocumentSummary]:
        """The newest first."""
        path = with_query("/v1/documents", cursor=cursor)
        return read_page(self._citizen.send(Call("GET", path)).json(), _summary)

    def fetch(self, document_id: str) -> PdfDocument:
        """Fetch one into memory."""
        return papers.fetch_document(self._citizen, document_id)

    def begin_print(self, document_id: str, printer: str) -> PrintJob:
        """Announce that it goes to the printer; Refused print-quota-exhausted when it was printed before."""
        return papers.begin_print(self._citizen, document_id, printer)

    def report_print(self, job: PrintJob, outcome: PrintOutcome) -> None:
        """Say what became of the sheet; only PRINTED uses up a print."""
        papers.report_print(self._citizen, job, outcome)


def _summary(part: Part) -> DocumentSummary:
    return DocumentSummary(
        id=part.member("id").identifier(),
        title=part.member("title").localised(),
        issued_at=part.member("issuedAt").moment(),
        application_id=part.maybe("applicationId", Part.identifier),
        prints_left=part.member("print").member("remaining").count(),
    )
