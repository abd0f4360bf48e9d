"""What has to be there before an application can be sent; everything that is missing is named at once."""

from typing import cast

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_application as wire
from sandbox.bochum_id.applications import errors_of
from sandbox.bochum_id.attachments import missing_attachments
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.cosignatures import is_needed, valid_cosignature
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.tables import Application, JsonObject, Payment


def check_complete(
    db: Session,
    backend: Backend,
    service: Service,
    application: Application,
    body: wire.NewSubmission,
    total_cents: int,
) -> Payment | None:
    """Return the payment that is to cover the fee, None when there is nothing to pay.

    ProblemError not-ready with everything that is `missing`: pointers of answers, `attachment:…`,
    `declaration:…`, `cosignature`, `payment`.
    ProblemError validation-failed for other words or ways than the definition's.
    """
    missing = [error.pointer for error in errors_of(db, backend, service, application)]
    missing += missing_attachments(db, backend, service, application)
    if is_needed(service) and valid_cosignature(db, service, application) is None:
        missing.append("cosignature")
    missing += _undeclared(service, body)
    channels = cast("dict[str, list[str]]", service.definition["delivery"])["channels"]
    if body.delivery.channel not in channels:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/delivery/channel", "enum"),))
    payment = None
    if total_cents:
        payment = db.get(Payment, body.payment_id) if body.payment_id else None
        if payment is None or payment.application_id != application.id:
            missing.append("payment")
    if missing:
        raise ProblemError(Code.NOT_READY, extensions={"missing": missing})
    return payment


def _undeclared(service: Service, body: wire.NewSubmission) -> list[str]:
    """Every declaration of the definition, accepted, in the words that were shown."""
    made = {declaration.id: declaration for declaration in body.declarations}
    missing = []
    for declaration in cast("list[JsonObject]", service.definition["declarations"]):
        said = made.get(str(declaration["id"]))
        if said is None or not said.accepted:
            missing.append(f"declaration:{declaration['id']}")
            continue
        texts = cast("dict[str, str]", declaration["text"]).values()
        if said.text_digest not in {content_digest(text.encode()) for text in texts}:
            raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/declarations", "textDigest"),))
    return missing
