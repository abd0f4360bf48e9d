"""Certificates and slips as PDF, and what became of them at the printer (contract section 7)."""

from kiosk.bochum_id.citizen_access import CitizenAccess
from kiosk.bochum_id.transport import PDF, Answer, Call, json_bytes
from kiosk.bochum_id.values import PdfDocument, PrintJob, PrintOutcome


def fetch_document(citizen: CitizenAccess, document_id: str) -> PdfDocument:
    """Fetch a released document into memory."""
    about = citizen.send(Call("GET", f"/v1/documents/{document_id}")).json()
    title = about.member("title").localised()
    content = citizen.send(Call("GET", f"/v1/documents/{document_id}/content", accept=PDF))
    return PdfDocument(title, content.body)


def fetch_receipt(citizen: CitizenAccess, receipt_id: str, language: str) -> PdfDocument:
    """Fetch a receipt as a sheet, in German with a gloss in `language`."""
    headers = {"Accept-Language": language}
    about = citizen.send(Call("GET", f"/v1/receipts/{receipt_id}", headers=headers)).json()
    title = about.member("title").localised()
    path = f"/v1/receipts/{receipt_id}/rendering?format=pdf"
    sheet = citizen.send(Call("GET", path, accept=PDF, headers=headers))
    return PdfDocument(title, sheet.body)


def link_receipt(citizen: CitizenAccess, receipt_id: str, language: str) -> str:
    """Have a link made by which a phone fetches the receipt once, within minutes; give its address."""
    path = f"/v1/receipts/{receipt_id}/links"
    answer = citizen.send_once(f"link {receipt_id}", path, _nothing, {"Accept-Language": language})
    return answer.json().member("url").web_address()


def mail_receipt(citizen: CitizenAccess, receipt_id: str, language: str) -> None:
    """Have the receipt put into the citizen's own mailbox."""
    path = f"/v1/receipts/{receipt_id}/mailbox"
    citizen.send_once(f"mail {receipt_id}", path, _nothing, {"Accept-Language": language})


def _nothing() -> bytes:
    return json_bytes({})


def begin_print(citizen: CitizenAccess, document_id: str, printer: str) -> PrintJob:
    """Announce that a document goes to the printer."""
    act = f"print {document_id}"
    path = f"/v1/documents/{document_id}/print-jobs"
    return citizen.do_once(act, path, lambda: json_bytes({"printer": printer}), _print_job)


def _print_job(answer: Answer) -> PrintJob:
    return PrintJob(answer.json().member("id").identifier())


def report_print(citizen: CitizenAccess, job: PrintJob, outcome: PrintOutcome) -> None:
    """Say what became of it; only PRINTED uses up the one print."""
    act = f"printed {job.id}"
    path = f"/v1/print-jobs/{job.id}/result"
    citizen.send_once(act, path, lambda: json_bytes({"outcome": outcome.value}))
