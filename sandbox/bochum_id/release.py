"""Releasing what nothing holds back any more: the register answers at once, or the case goes to the office.

Submission and payment both end here.
"""

from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session

from sandbox.bochum_id import letters
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.application_states import Actor, State
from sandbox.bochum_id.applications import definition_of, title_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.mailbox import Enclosure, Letter, deliver
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.papers_at_once import paper_of
from sandbox.bochum_id.register_entries import settle
from sandbox.bochum_id.tables import Application, Document, JsonObject
from sandbox.bochum_id.timeline import move_on


def release(
    db: Session, backend: Backend, application: Application, actor: Actor, now: datetime
) -> Document | None:
    """Send an application; its document where the register answers with one at once."""
    move_on(db, backend, application, State.SUBMITTED, actor, at=now)
    definition = definition_of(backend, application)
    settle(db, definition, application, now)
    if definition.get("kioskMode") != "endToEnd":
        _hand_over(db, backend, application)
        return None
    document = paper_of(backend, application, definition, now)
    if document is not None:
        db.add(document)
    move_on(db, backend, application, State.COMPLETED, Actor.SYSTEM, at=now)
    if document is not None:
        _bring(db, backend, application, document)
    return document


def release_after_payment(
    db: Session, backend: Backend, application: Application, now: datetime
) -> Document | None:
    """Release an application that waited for its payment, and tell the citizen, who has gone meanwhile."""
    document = release(db, backend, application, Actor.SYSTEM, now)
    if document is None or _channel(application) != "mailbox":
        key = "paidLetterDocument" if document else "paidLetterOffice"
        deliver(db, backend, application.account_id, _letter(backend, application, key))
    return document


def case_id(application: Application) -> str:
    """Name the case towards the office (FIT-Connect: a UUID)."""
    return application.id.partition("_")[2]


def office_of(backend: Backend, application: Application) -> str:
    """Name the office that is in charge, in German."""
    office = cast("dict[str, dict[str, str]]", definition_of(backend, application).get("office", {}))
    return office.get("name", {}).get("de", "Stadt Bochum")


def _channel(application: Application) -> str:
    delivery = cast("dict[str, str]", (application.submission or {}).get("delivery", {}))
    return delivery.get("channel", "")


def _letter(
    backend: Backend, application: Application, key: str, *enclosures: Enclosure, level: str = "normal"
) -> Letter:
    """Write the text `key` in the language of the submission, and in German."""
    title = title_of(backend, application)["de"]
    language = str((application.submission or {}).get("language", "de"))
    return Letter(
        subject=title,
        body=letters.body(key, language, {}, {}),
        level=level,
        sender=office_of(backend, application),
        service=title,
        reference=application.reference or "",
        application_id=application.id,
        enclosures=enclosures,
    )


def _bring(db: Session, backend: Backend, application: Application, document: Document) -> None:
    """Take a document where the citizen wants it; what is printed or picked up stays in the documents."""
    match _channel(application):
        case "mailbox":
            pdf = Enclosure(f"{application.reference}.pdf", document.media_type, document.content)
            level = str(definition_of(backend, application).get("requiredLevel", "hoch"))
            letter = _letter(backend, application, "documentLetter", pdf, level=level)
            deliver(db, backend, application.account_id, letter)
        case "post":
            order: JsonObject = {"documentId": document.id, "pages": document.pages}
            send_out(db, backend, "post", "city-post-room", {**order, "reference": application.reference})
        case _:
            pass


def _hand_over(db: Session, backend: Backend, application: Application) -> None:
    """Lay into the outbox what FIT-Connect's relay would see of a submission.

    A real one carries data set and attachments too, encrypted for the office alone (JWE); the outbox does
    without, so nothing personal stands in it.
    """
    definition = definition_of(backend, application)
    send_out(
        db,
        backend,
        "fitConnect",
        application.service_id,
        {
            "event": "submission",
            "reference": application.reference,
            "caseId": case_id(application),
            "leika": definition.get("leika", []),
            "definitionVersion": application.definition_version,
        },
    )
    record_activity(
        db,
        backend,
        application.account_id,
        "dataTransfer",
        recipient=office_of(backend, application),
        reference=application.id,
    )
