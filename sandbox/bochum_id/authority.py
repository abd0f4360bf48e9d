"""The office on the other side, as far as the sandbox plays it: it moves on what was sent, in its words."""

from typing import Final

from sqlalchemy.orm import Session

from sandbox.bochum_id.application_states import Actor, State
from sandbox.bochum_id.applications import definition_of, title_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.mailbox import Letter, MessageKind, deliver
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.release import case_id, office_of
from sandbox.bochum_id.tables import Application, Message
from sandbox.bochum_id.timeline import move_on

_KINDS: Final[dict[State, MessageKind]] = {
    State.ACTION_REQUIRED: "request",
    State.COMPLETED: "decision",
    State.REJECTED: "decision",
}
_SUBJECTS: Final = {
    State.RECEIVED: "Ihr Antrag ist angekommen",
    State.PROCESSING: "Ihr Antrag wird bearbeitet",
    State.ACTION_REQUIRED: "Wir brauchen noch etwas von Ihnen",
    State.COMPLETED: "Ihr Bescheid",
    State.REJECTED: "Ihr Bescheid",
}


def advance(db: Session, backend: Backend, application: Application, after: State, text: str) -> Message:
    """Move an application on for the office: timeline, mailbox and outbox; application-state if it may not.

    A decision needs the level that the service needs; other messages open with any sign-in.
    """
    move_on(db, backend, application, after, Actor.AUTHORITY, {"de": text})
    kind = _KINDS.get(after, "message")
    definition = definition_of(backend, application)
    title = title_of(backend, application)["de"]
    letter = Letter(
        subject=f"{_SUBJECTS[after]} – {title}",
        body=text,
        kind=kind,
        level=str(definition.get("requiredLevel", "hoch")) if kind == "decision" else "normal",
        sender=office_of(backend, application),
        service=title,
        reference=application.reference or "",
        application_id=application.id,
    )
    event = {"event": "status", "state": str(after), "caseId": case_id(application)}
    send_out(db, backend, "fitConnect", application.service_id, {**event, "reference": application.reference})
    return deliver(db, backend, application.account_id, letter)
