"""The city's attachments and appointments, and a scanner, for a visit that tests play."""

from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO

from PIL import Image

from kiosk.bochum_id.appointments import Appointment, Contact, Hold, Office, QueueTicket, Slot
from kiosk.bochum_id.attachments import Attachment, AttachmentState, Paper, UploadLink
from kiosk.bochum_id.errors import BackendError, Problem, Refused, Unreachable
from kiosk.scanning.scanner import Scanned, ScanResult
from tests import evidence_samples as evidence
from ui.gallery import evidence_samples as gallery


def refused(code: str, status: int = 409, **more: object) -> BackendError:
    problem = Problem(code, status, retryable=False, trace_id="0" * 32)
    return BackendError(Refused(replace(problem, **more)))  # type: ignore[arg-type]  # members by name


def unreachable() -> BackendError:
    return BackendError(Unreachable("no answer"))


@dataclass(slots=True)
class Noting:
    """Notes every call; what is in `errors` is raised."""

    calls: list[str] = field(default_factory=list)
    errors: dict[str, list[BackendError]] = field(default_factory=dict)

    def called(self, name: str, *what: object) -> None:
        self.calls.append(" ".join((name, *map(str, what))))
        if self.errors.get(name):
            raise self.errors[name].pop(0)


@dataclass(slots=True)
class FakeAttachments:
    """Files in memory. What is sent is accepted, unless `verdict` says otherwise."""

    noting: Noting = field(default_factory=Noting)
    there: dict[str, Attachment] = field(default_factory=dict)
    papers: list[Paper] = field(default_factory=list)
    verdict: tuple[AttachmentState, str | None] = (AttachmentState.ACCEPTED, None)
    looks_needed: int = 1
    """So often a file is looked at until the city has made up its mind."""

    def announce(self, application_id: str, slot: str, paper: Paper) -> Attachment:
        self.noting.called("announce", application_id, slot, paper.media_type)
        name = f"att_{len(self.papers) + 1}"
        size = len(paper.content)
        made = Attachment(name, slot, paper.filename, size, AttachmentState.ANNOUNCED, 0, None)
        self.papers.append(paper)
        self.there[name] = made
        return made

    def of_application(self, application_id: str) -> tuple[Attachment, ...]:
        self.noting.called("of_application", application_id)
        return tuple(self.there.values())

    def upload(self, attachment: Attachment, paper: Paper) -> None:
        self.noting.called("upload", attachment.id)
        self.there[attachment.id] = replace(
            attachment, state=AttachmentState.SCANNING, received_bytes=len(paper.content)
        )

    def look(self, attachment: Attachment, wait_s: int = 0) -> Attachment:
        self.noting.called("look", attachment.id, wait_s)
        self.looks_needed -= 1
        found = self.there[attachment.id]
        if found.state is AttachmentState.SCANNING and self.looks_needed <= 0:
            state, reason = self.verdict
            found = replace(found, state=state, reason=reason)
            self.there[found.id] = found
        return found

    def upload_link(self, application_id: str, slot: str) -> UploadLink:
        self.noting.called("upload_link", application_id, slot)
        return gallery.LINK

    def delete(self, attachment: Attachment) -> None:
        self.noting.called("delete", attachment.id)
        self.there.pop(attachment.id, None)


@dataclass(slots=True)
class FakeAppointments:
    """One office with a few times."""

    noting: Noting = field(default_factory=Noting)

    def offices(self, service_id: str) -> tuple[Office, ...]:
        self.noting.called("offices", service_id)
        return gallery.OFFICES

    def days(self, office: Office, service_id: str, *, count: int) -> tuple[date, ...]:
        self.noting.called("days", office.id, service_id, count)
        return gallery.DAYS

    def slots(self, office: Office, service_id: str, day: date, *, count: int) -> tuple[Slot, ...]:
        self.noting.called("slots", office.id, service_id, day, count)
        return gallery.SLOTS

    def hold(self, slot: Slot, service_id: str, *, count: int, signed_in: bool) -> Hold:
        self.noting.called("hold", slot.office_id, service_id, count, signed_in)
        return gallery.HELD.hold

    def confirm(
        self, hold: Hold, contact: Contact, *, application_id: str | None, signed_in: bool, language: str
    ) -> Appointment:
        self.noting.called("confirm", hold.id, contact.birth_year, application_id, signed_in, language)
        return replace(evidence.MADE, id=f"apt_{hold.id}")

    def cancel(self, appointment: Appointment) -> None:
        self.noting.called("cancel", appointment.id)

    def cancel_with_number(self, number: str, cancel_code: str) -> None:
        self.noting.called("cancel_with_number", number, cancel_code)

    def check_in(self, number: str, birth_year: int) -> QueueTicket:
        self.noting.called("check_in", number, birth_year)
        return gallery.TICKET

    def queue_ticket(self, service_id: str, visit: str) -> QueueTicket:
        self.noting.called("queue_ticket", service_id, bool(visit))
        return gallery.TICKET


def glass(width: int = 200, height: int = 280) -> bytes:
    """What a scanner sends of a white sheet on a dark lid."""
    picture = Image.new("RGB", (width, height), (40, 40, 40))
    picture.paste((250, 250, 250), (width // 10, height // 10, width * 7 // 10, height * 8 // 10))
    came = BytesIO()
    picture.save(came, "PPM")
    return came.getvalue()


@dataclass(slots=True)
class FakeScanner:
    result: ScanResult = field(default_factory=lambda: Scanned(glass()))
    is_there: bool = True

    def scan(self) -> ScanResult:
        return self.result
