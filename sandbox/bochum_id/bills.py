"""The bill that follows an application: into the mailbox of whoever has one, else by post."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from sandbox.bochum_id import letters
from sandbox.bochum_id.applications import title_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.form_rules import FeeItem
from sandbox.bochum_id.mailbox import Enclosure, Letter, deliver
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.paper_words import amount_in_words, date_in_words
from sandbox.bochum_id.payment_proof import due_day, fee_lines
from sandbox.bochum_id.receipt_papers import slip_lines
from sandbox.bochum_id.sheets import Bill
from sandbox.bochum_id.tables import Account, Application, JsonObject, Payment


def send_bill(
    db: Session,
    backend: Backend,
    application: Application,
    payment: Payment,
    items: Sequence[FeeItem],
    language: str,
) -> None:
    """Bill what was sent, once; the treasury learns what it will receive. Nothing for other channels."""
    due = due_day(payment)
    if due is None:
        return
    order: JsonObject = {
        "invoice": payment.reference,
        "cents": payment.total_cents,
        "dueDate": due.isoformat(),
    }
    send_out(db, backend, "payment", payment.account_id, order)
    account = db.get(Account, payment.account_id)
    if account is None or account.transient:
        bill: JsonObject = {"bill": payment.reference, "reference": application.reference}
        send_out(db, backend, "post", "city-post-room", bill)
        return
    sheet = Bill(
        language=language,
        total_cents=payment.total_cents,
        reference=payment.reference,
        lines=slip_lines(list(fee_lines(items)), language),
        issued_at=backend.clock.now(),
        due=due,
    )
    title = title_of(backend, application)
    german, own = (
        {
            "title": title.get(each, title["de"]),
            "amount": amount_in_words(payment.total_cents),
            "date": date_in_words(due.year, due.month, due.day, each),
            "reference": payment.reference,
        }
        for each in ("de", language)
    )
    letter = Letter(
        subject=letters.subject("billLetterSubject", language, german, own),
        body=letters.body("billLetter", language, german, own),
        service=title["de"],
        reference=application.reference or "",
        application_id=application.id,
        enclosures=(Enclosure("Rechnung.pdf", "application/pdf", backend.papers.bill(sheet)),),
    )
    deliver(db, backend, payment.account_id, letter)
