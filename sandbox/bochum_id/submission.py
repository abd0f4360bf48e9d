"""The binding act: declarations checked, the register answers at once, or a slip for the cash desk."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_application as wire
from sandbox.bochum_id.applications import errors_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.form_rules import FeeItem, fees, visible_data
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.paper_words import amount_in_words
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.release import release
from sandbox.bochum_id.store import next_number
from sandbox.bochum_id.tables import Application, JsonObject, JsonValue, Payment, Receipt


@dataclass(frozen=True, slots=True)
class Submitting:
    """One submission on its way through."""

    backend: Backend
    db: Session
    service: Service
    application: Application
    body: wire.NewSubmission
    language: str
    now: datetime

    def carry_out(self) -> wire.SubmissionView:
        """Submit; ProblemError validation-failed or not-ready when something is missing."""
        self._check_declarations()
        errors = errors_of(self.service, self.application)
        if errors:
            self._not_ready([error.pointer for error in errors])
        data = visible_data(self.service, self.application.data)
        due = fees(self.service, data)
        payment = self._payment(sum(item.total_cents for item in due))
        number = next_number(self.db, f"application-{self.now:%Y}")
        self.application.reference = f"BO-{self.now:%Y}-{number:07d}"
        self.application.data = data
        self.application.version += 1
        said = cast("JsonObject", self.body.model_dump(mode="json", by_alias=True))
        self.application.submission = {**said, "language": self.language}
        if payment is None or payment.state == "paid":
            return self._released()
        return self._awaiting_payment(payment, due)

    def _check_declarations(self) -> None:
        """Every declaration of the definition, accepted, in the words that were shown."""
        made = {declaration.id: declaration for declaration in self.body.declarations}
        for declaration in cast("list[JsonObject]", self.service.definition["declarations"]):
            said = made.get(str(declaration["id"]))
            if said is None or not said.accepted:
                self._not_ready([f"declaration:{declaration['id']}"])
            texts = cast("dict[str, str]", declaration["text"]).values()
            if said is not None and said.text_digest not in {content_digest(text.encode()) for text in texts}:
                raise ProblemError(
                    Code.VALIDATION_FAILED, errors=(FieldError("/declarations", "textDigest"),)
                )
        channels = cast("dict[str, list[str]]", self.service.definition["delivery"])["channels"]
        if self.body.delivery.channel not in channels:
            raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/delivery/channel", "enum"),))

    def _payment(self, total_cents: int) -> Payment | None:
        """Find the payment that covers the fee; None when there is none to pay."""
        if total_cents == 0:
            return None
        payment = self.db.get(Payment, self.body.payment_id) if self.body.payment_id else None
        if payment is None or payment.application_id != self.application.id:
            self._not_ready(["payment"])
        elif payment.state not in {"created", "paid"} or payment.total_cents != total_cents:
            raise ProblemError(Code.PAYMENT_STATE)
        return payment

    def _not_ready(self, missing: list[str]) -> None:
        raise ProblemError(Code.NOT_READY, extensions={"missing": missing})

    def _released(self) -> wire.SubmissionView:
        document = release(self.db, self.backend, self.application, self.now)
        receipt = self._receipt("submission", self.application.reference or "", 0, [])
        return self._view("submitted", receipt, wire.SubmissionResult(document_id=document.id))

    def _awaiting_payment(self, payment: Payment, due: tuple[FeeItem, ...]) -> wire.SubmissionView:
        self.application.state = "awaitingPayment"
        lines: list[JsonValue] = [
            {
                "quantity": item.quantity,
                "title": item.title,
                "cents": item.total_cents,
                "text": f"{item.quantity} × {item.title['de']}: {amount_in_words(item.total_cents)}",
            }
            for item in due
        ]
        receipt = self._receipt("payment", payment.reference, payment.total_cents, lines)
        return self._view("awaitingPayment", receipt, None)

    def _receipt(self, kind: str, reference: str, cents: int, lines: list[JsonValue]) -> Receipt:
        receipt = Receipt(
            id=self.backend.ids.new("rcp"),
            account_id=self.application.account_id,
            kind=kind,
            reference=reference,
            issued_at=self.now,
            total_cents=cents,
            title=cast("JsonObject", self.service.definition["title"]),
            lines=lines,
        )
        self.db.add(receipt)
        return receipt

    def _view(
        self, state: str, receipt: Receipt, result: wire.SubmissionResult | None
    ) -> wire.SubmissionView:
        duration = cast("dict[str, int]", self.service.definition["duration"])
        return wire.SubmissionView(
            reference=self.application.reference or "",
            state=state,
            receipt_id=receipt.id,
            expected=wire.Expected(min=duration["min"], max=duration["max"], unit=str(duration["unit"])),
            result=result,
        )
