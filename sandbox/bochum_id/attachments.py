"""Attachments on their way: announced, received part by part, scanned, taken or not (contract 5)."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id.application_states import State
from sandbox.bochum_id.applications import own_application, service_of
from sandbox.bochum_id.attachment_scan import objection
from sandbox.bochum_id.attachment_slots import Slot, slots_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.form_rules import visible_data
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.tables import Application, Attachment

_OPEN_FOR_FILES = {State.DRAFT, State.READY, State.ACTION_REQUIRED}
"""While it is filled in, and when the office asks for more."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What somebody is about to send."""

    slot: str
    filename: str
    media_type: str
    size: int
    digest: str
    source: str


def application_for_files(db: Session, application_id: str, caller: CitizenCaller) -> Application:
    """Find an application that takes files now; application-state when it does not."""
    application = own_application(db, application_id, caller)
    caller.demand_change()
    demand_open(application)
    return application


def demand_open(application: Application) -> None:
    if application.state not in _OPEN_FOR_FILES:
        raise ProblemError(Code.APPLICATION_STATE, extensions={"state": application.state})


def slot_named(backend: Backend, application: Application, name: str) -> Slot:
    """Find a slot by its name; validation-failed when the form has none of it, or hides it."""
    service = service_of(backend, application)
    for slot in slots_of(service, visible_data(service, application.data)):
        if slot.name == name:
            return slot
    raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/slot", "enum"),))


def announce(
    db: Session, backend: Backend, application: Application, slot: Slot, said: Announcement
) -> Attachment:
    """Make room for a file; refused before a byte is sent when the slot does not take it."""
    if said.media_type not in slot.accept:
        raise ProblemError(Code.ATTACHMENT_TYPE, extensions={"accept": slot.accept})
    if said.size > slot.max_bytes:
        raise ProblemError(Code.ATTACHMENT_TOO_LARGE, extensions={"maxBytes": slot.max_bytes})
    if said.source not in slot.sources:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/source", "enum"),))
    there = [each for each in attachments_of(db, application.id) if each.slot == slot.name]
    if sum(each.state != "rejected" for each in there) >= slot.max_files:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/slot", "maxFiles"),))
    attachment = Attachment(
        id=backend.ids.new("att"),
        application_id=application.id,
        account_id=application.account_id,
        slot=slot.name,
        filename=said.filename,
        media_type=said.media_type,
        size=said.size,
        digest=said.digest,
        source=said.source,
        state="announced",
        added_at=backend.clock.now(),
    )
    db.add(attachment)
    return attachment


def receive(backend: Backend, attachment: Attachment, start: int, part: bytes) -> ProblemError | None:
    """Take a part that continues what is there; a part that came already changes nothing.

    With the last one the scan begins. A whole that is not the announced one is thrown away: the problem is
    returned, so that the caller keeps that.
    """
    end = start + len(part)
    if end > attachment.size:
        return ProblemError(Code.ATTACHMENT_TOO_LARGE, extensions={"maxBytes": attachment.size})
    if end <= attachment.received and attachment.content[start:end] == part:
        return None
    if start != attachment.received:
        return ProblemError(Code.UPLOAD_RANGE, extensions={"received": attachment.received})
    attachment.content += part
    attachment.received = end
    if end < attachment.size:
        return None
    if content_digest(attachment.content) != attachment.digest:
        attachment.content = b""
        attachment.received = 0
        return ProblemError(Code.ATTACHMENT_REJECTED, extensions={"reason": "digest"})
    attachment.state = "scanning"
    attachment.scanned_at = backend.clock.now() + backend.lifetimes.attachment_scan
    return None


def settle(backend: Backend, attachment: Attachment) -> None:
    """Let the scan be through when its time has come. Nothing runs meanwhile that could be lost."""
    if attachment.state != "scanning" or attachment.scanned_at is None:
        return
    if backend.clock.now() < attachment.scanned_at:
        return
    attachment.reason = objection(attachment.content, attachment.media_type)
    attachment.state = "rejected" if attachment.reason else "accepted"
    if attachment.reason:
        attachment.content = b""  # nobody needs it any more


def attachments_of(db: Session, application_id: str) -> list[Attachment]:
    """List an application's attachments, the first one first, without their content."""
    mine = select(Attachment).where(Attachment.application_id == application_id)
    return list(db.scalars(mine.order_by(Attachment.added_at, Attachment.id)))


def missing_attachments(
    db: Session, backend: Backend, service: Service, application: Application
) -> list[str]:
    """Name the slots that keep an application from being sent: `attachment:<slot>`."""
    there = attachments_of(db, application.id)
    for attachment in there:
        settle(backend, attachment)
    unsettled = {each.slot for each in there if each.state in {"announced", "scanning"}}
    filled = {each.slot for each in there if each.state == "accepted"}
    slots = slots_of(service, visible_data(service, application.data))
    wanting = {slot.name for slot in slots if slot.required and slot.name not in filled}
    return [f"attachment:{name}" for name in sorted(unsettled | wanting)]
