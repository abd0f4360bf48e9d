"""Releasing what nothing holds back any more: the register answers at once, or the case goes to the office.

Submission and payment both end here.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, cast

from sqlalchemy.orm import Session

from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.application_states import Actor, State
from sandbox.bochum_id.applications import definition_of, title_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.certificate import certificate_sheet
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.tables import Application, Document, JsonObject
from sandbox.bochum_id.timeline import move_on

type Register = Callable[[Backend, Application, datetime], Document]


def release(
    db: Session, backend: Backend, application: Application, actor: Actor, now: datetime
) -> Document | None:
    """Send an application; its document when a register answers at once, None when an office decides."""
    move_on(db, backend, application, State.SUBMITTED, actor, at=now)
    register = REGISTERS.get(application.service_id)
    if register is None:
        _hand_over(db, backend, application)
        return None
    document = register(backend, application, now)
    db.add(document)
    move_on(db, backend, application, State.COMPLETED, Actor.SYSTEM, at=now)
    return document


def release_after_payment(
    db: Session, backend: Backend, application: Application, now: datetime
) -> Document | None:
    """Release an application that waited for its payment, and tell the citizen, who has gone meanwhile."""
    document = release(db, backend, application, Actor.SYSTEM, now)
    send_out(
        db,
        backend,
        "mailbox",
        application.account_id,
        {
            "documentId": document.id if document else None,
            "reference": application.reference,
            "reason": "paid",
        },
    )
    return document


def case_id(application: Application) -> str:
    """Name the case towards the office (FIT-Connect: a UUID)."""
    return application.id.partition("_")[2]


def _hand_over(db: Session, backend: Backend, application: Application) -> None:
    """Lay into the outbox what FIT-Connect's relay would see of a submission.

    A real one carries data set and attachments too, encrypted for the office alone (JWE); the outbox does
    without, so nothing personal stands in it.
    """
    definition = definition_of(backend, application)
    office = cast("dict[str, dict[str, str]]", definition.get("office", {})).get("name", {})
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
        recipient=office.get("de", "Stadt Bochum"),
        reference=application.id,
    )


def _registration_certificate(backend: Backend, application: Application, now: datetime) -> Document:
    """Make the certificate, its pages the copies asked for, in the language the citizen submitted in."""
    code = backend.ids.verification_code()
    sheet = certificate_sheet(
        application.data,
        language=str((application.submission or {}).get("language", "de")),
        issued_at=now,
        reference=application.reference or "",
        code=code,
        url=f"{backend.origins.eservice}/pruefen/{code}",
    )
    title: JsonObject = dict(title_of(backend, application))
    return Document(
        id=backend.ids.new("doc"),
        account_id=application.account_id,
        application_id=application.id,
        title=title,
        pages=sheet.copies,
        content=backend.papers.certificate(sheet),
        verification_code=code,
        issued_at=now,
    )


REGISTERS: Final[Mapping[str, Register]] = {"svc_meldebescheinigung": _registration_certificate}
"""Services whose register answers at once, by id; all others wait for an office."""
