"""Receipts, documents and messages of the applications that are there from the beginning."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy.orm import Session

from sandbox.bochum_id.application_states import State
from sandbox.bochum_id.applications import definition_of, title_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.mailbox import MessageKind
from sandbox.bochum_id.release import office_of
from sandbox.bochum_id.seed_ids import sample_id
from sandbox.bochum_id.sheets import ReceiptSheet
from sandbox.bochum_id.tables import Application, Document, JsonObject, Message, MessageAttachment, Receipt

_ISSUED: Final = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
_NOTICES: Final[dict[str, bytes]] = {}
_DECISIONS: Final = {
    State.COMPLETED: "Ihrem Antrag wird entsprochen. Das ist ein Muster ohne rechtliche Wirkung.",
    State.REJECTED: "Ihr Antrag wird abgelehnt. Das ist ein Muster ohne rechtliche Wirkung.",
}
_LETTERS: Final[dict[State, tuple[MessageKind, str]]] = {
    State.SUBMITTED: ("message", "Danke. Ihr Antrag ist unterwegs zum Amt."),
    State.RECEIVED: ("message", "Ihr Antrag ist bei uns angekommen."),
    State.ACTION_REQUIRED: ("request", "Bitte schreiben Sie uns, bis wann Sie die Entscheidung brauchen."),
    **{state: ("decision", text) for state, text in _DECISIONS.items()},
}
_LEVELS: Final[dict[State, str]] = {State.RECEIVED: "substantiell"}
"""What differs from: a decision as high as its service, all else normal."""


def add_papers(db: Session, backend: Backend, application: Application) -> None:
    """Add the receipt of what was sent; what is decided well has a document as well."""
    title: JsonObject = dict(title_of(backend, application))
    reference = application.reference or ""
    db.add(
        Receipt(
            id=sample_id("rcp", application.id),
            account_id=application.account_id,
            kind="submission",
            reference=reference,
            issued_at=application.changed_at,
            total_cents=0,
            title=title,
            lines=[],
        )
    )
    if application.state != State.COMPLETED:
        return
    db.add(
        Document(
            id=sample_id("doc", application.id),
            account_id=application.account_id,
            application_id=application.id,
            title=title,
            pages=1,
            content=_notice(backend, application),
            verification_code=sample_id("code", application.id)[-16:].upper(),
            issued_at=application.changed_at,
        )
    )


def add_letters(db: Session, backend: Backend, application: Application) -> None:
    """Add the message that goes with the state, with the document where there is one."""
    state = State(application.state)
    if state not in _LETTERS:
        return
    kind, text = _LETTERS[state]
    title = title_of(backend, application)["de"]
    decided = str(definition_of(backend, application).get("requiredLevel", "hoch"))
    message = Message(
        id=sample_id("msg", application.id),
        account_id=application.account_id,
        received_at=application.changed_at,
        sender=office_of(backend, application),
        service=title,
        reference=application.reference or "",
        subject=title,
        body=text,
        kind=kind,
        level=decided if kind == "decision" else _LEVELS.get(state, "normal"),
        application_id=application.id,
        read_at=application.changed_at if state is State.SUBMITTED else None,
    )
    db.add(message)
    if state is State.COMPLETED:
        db.add(
            MessageAttachment(
                message_id=message.id,
                number=1,
                filename=f"{application.reference}.pdf",
                media_type="application/pdf",
                content=_notice(backend, application),
            )
        )


def _notice(backend: Backend, application: Application) -> bytes:
    """Set a short notice, once a title in this process: setting takes longer than all the rest."""
    title = title_of(backend, application)["de"]
    if title not in _NOTICES:
        sheet = ReceiptSheet(
            language="de",
            title=("Bescheid (Muster)", ""),
            reference_label=("Leistung", ""),
            reference=title[:40],
            facts=((("Ergebnis", ""), ("Dem Antrag wird entsprochen.", "")),),
            lines=(),
            issued_at=_ISSUED,
        )
        _NOTICES[title] = backend.papers.receipt(sheet)
    return _NOTICES[title]
