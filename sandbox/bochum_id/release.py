"""Releasing what nothing holds back any more: the document is made. Submission and payment both end here."""

from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session

from sandbox.bochum_id.applications import service_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.certificate import certificate_sheet
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.tables import Application, Document, JsonObject


def release(db: Session, backend: Backend, application: Application, now: datetime) -> Document:
    """Make the document of a submitted application, once: the application is completed by it.

    The certificate's pages are the copies asked for. Its language is the one the citizen submitted in.
    """
    language = str((application.submission or {}).get("language", "de"))
    code = backend.ids.verification_code()
    sheet = certificate_sheet(
        application.data,
        language=language,
        issued_at=now,
        reference=application.reference or "",
        code=code,
        url=f"{backend.origins.eservice}/pruefen/{code}",
    )
    document = Document(
        id=backend.ids.new("doc"),
        account_id=application.account_id,
        application_id=application.id,
        title=cast("JsonObject", service_of(backend, application).definition["title"]),
        pages=sheet.copies,
        content=backend.papers.certificate(sheet),
        verification_code=code,
        issued_at=now,
    )
    db.add(document)
    application.state = "completed"
    return document


def release_after_payment(db: Session, backend: Backend, application: Application, now: datetime) -> Document:
    """Release an application that waited for its payment, and tell the citizen, who has gone meanwhile."""
    document = release(db, backend, application, now)
    application.version += 1
    send_out(
        db,
        backend,
        "mailbox",
        application.account_id,
        {"documentId": document.id, "reference": application.reference, "reason": "paid"},
    )
    return document
