"""One-time links by which a phone sends one file to one slot (contract section 5)."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from sandbox.bochum_id.attachment_scan import media_type_of
from sandbox.bochum_id.attachment_slots import Slot
from sandbox.bochum_id.attachments import Announcement, announce, demand_open, receive, slot_named
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.form_data import FormFile
from sandbox.bochum_id.identifiers import content_digest, sha256_base64url
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.session_end import overdue
from sandbox.bochum_id.tables import Application, CitizenSession, UploadLink
from sandbox.bochum_id.upload_page import Outcome

_OUTCOMES: dict[Code, Outcome] = {Code.ATTACHMENT_TYPE: "type", Code.ATTACHMENT_TOO_LARGE: "tooLarge"}


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link that works right now, and what it leads to."""

    link: UploadLink
    application: Application
    slot: Slot


def make_link(
    db: Session, backend: Backend, application: Application, slot: Slot, caller: CitizenCaller
) -> str:
    """Make a link; return its token, which is stored as a digest alone."""
    token = backend.ids.token()
    db.add(
        UploadLink(
            token_digest=sha256_base64url(token),
            application_id=application.id,
            account_id=application.account_id,
            session_id=caller.session_id,
            slot=slot.name,
            expires_at=backend.clock.now() + backend.lifetimes.upload_link,
        )
    )
    return token


def owner_of(db: Session, token: str) -> str | None:
    """Tell whose lock a use of the link needs; None for a link that never was."""
    link = db.get(UploadLink, sha256_base64url(token))
    return link.account_id if link else None


def open_link(db: Session, backend: Backend, token: str) -> OpenLink | Outcome:
    """Look a link up; it ends with its use, its time, its session and its application's being sent."""
    link = db.get(UploadLink, sha256_base64url(token))
    if link is None:
        return "unknown"
    now = backend.clock.now()
    session = db.get(CitizenSession, link.session_id)
    visit_over = (
        session is None
        or session.ended_reason is not None
        or overdue(session, backend.lifetimes.idle, now) is not None
    )
    application = db.get(Application, link.application_id)
    if link.used_at is not None or now >= link.expires_at or visit_over or application is None:
        return "over"
    try:
        demand_open(application)
        slot = slot_named(backend, application, link.slot)
    except ProblemError:
        return "over"
    return OpenLink(link, application, slot)


def use_link(db: Session, backend: Backend, opened: OpenLink, file: FormFile) -> Outcome:
    """Take the file in, with its scan begun. A file that does not fit leaves the link as it is."""
    content = file.content
    if not content:
        return "noFile"
    said = Announcement(
        slot=opened.slot.name,
        filename=file.filename,
        media_type=media_type_of(content) or "application/octet-stream",
        size=len(content),
        digest=content_digest(content),
        source="phone",
    )
    try:
        attachment = announce(db, backend, opened.application, opened.slot, said)
    except ProblemError as error:
        return _OUTCOMES.get(error.problem.code, "over")
    receive(backend, attachment, 0, content)
    opened.link.used_at = backend.clock.now()
    return "sent"
