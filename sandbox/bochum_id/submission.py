"""The binding act: the register answers at once, the office gets the case, or a slip for the cash desk."""

from dataclasses import dataclass, replace
from typing import cast

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_application as wire
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.application_states import Actor, State
from sandbox.bochum_id.applications import definition_of, title_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.bills import send_bill
from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.form_rules import FeeItem, visible_data
from sandbox.bochum_id.levels import NOBODYS_LEVEL
from sandbox.bochum_id.meetings import meeting_for
from sandbox.bochum_id.payment_opening import covers
from sandbox.bochum_id.payment_proof import fee_lines, proof_of_payment
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.receipts import ReceiptContent, issue_receipt
from sandbox.bochum_id.register_entries import due
from sandbox.bochum_id.release import release
from sandbox.bochum_id.store import next_number
from sandbox.bochum_id.submission_checks import check_complete
from sandbox.bochum_id.tables import Application, JsonObject, Payment, Receipt
from sandbox.bochum_id.timeline import move_on


@dataclass(frozen=True, slots=True)
class Submitting:
    """One submission on its way through."""

    backend: Backend
    db: Session
    service: Service
    application: Application
    body: wire.NewSubmission
    caller: CitizenCaller
    language: str

    def carry_out(self) -> wire.SubmissionView:
        """Submit; ProblemError validation-failed or not-ready when something is missing."""
        if self.caller.level == NOBODYS_LEVEL and self.body.delivery.channel == "mailbox":
            raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/delivery/channel", "enum"),))
        data = visible_data(self.service, self.application.data)
        application = self.application
        lines = due(self.db, self.service, data) if self._is_valid(data) else ()
        total = sum(item.total_cents for item in lines)
        payment = check_complete(self.db, self.backend, self.service, application, self.body, total)
        now = self.backend.clock.now()
        number = next_number(self.db, f"application-{now:%Y}")
        application.reference = f"BO-{now:%Y}-{number:07d}"
        application.data = data
        said = cast("JsonObject", self.body.model_dump(mode="json", by_alias=True))
        application.submission = {**said, "language": self.language}
        record_activity(
            self.db,
            self.backend,
            application.account_id,
            "submission",
            terminal_id=self.caller.terminal_id,
            actor=self.caller.actor,
            reference=application.id,
        )
        if payment is None or covers(self.db, self.backend, payment, total):
            return self._released(payment, lines)
        return self._awaiting_payment(payment, lines)

    def _is_valid(self, data: JsonObject) -> bool:
        return self.service.validator.is_valid(data)

    def _released(self, payment: Payment | None, items: tuple[FeeItem, ...]) -> wire.SubmissionView:
        document = release(self.db, self.backend, self.application, Actor.CITIZEN, self.backend.clock.now())
        reference = self.application.reference or ""
        title = title_of(self.backend, self.application)
        content = ReceiptContent("submission", reference, title)
        if payment is not None:
            proof = proof_of_payment(self.db, payment)
            content = replace(content, lines=fee_lines(items), paid=proof)
            send_bill(self.db, self.backend, self.application, payment, items, self.language)
        receipt = self._receipt(content)
        result = wire.SubmissionResult(document_id=document.id) if document else None
        return self._view(State.SUBMITTED, receipt, result)

    def _awaiting_payment(self, payment: Payment, items: tuple[FeeItem, ...]) -> wire.SubmissionView:
        move_on(self.db, self.backend, self.application, State.AWAITING_PAYMENT, Actor.CITIZEN)
        self.application.expires_at = payment.expires_at
        title = title_of(self.backend, self.application)
        content = ReceiptContent("payment", payment.reference, title, fee_lines(items), due=True)
        receipt = self._receipt(content)
        return self._view(State.AWAITING_PAYMENT, receipt, None)

    def _receipt(self, content: ReceiptContent) -> Receipt:
        meeting = meeting_for(self.db, self.backend, self.application)
        owner_id = self.application.account_id
        return issue_receipt(self.db, self.backend, owner_id, replace(content, meeting=meeting))

    def _view(
        self, state: State, receipt: Receipt, result: wire.SubmissionResult | None
    ) -> wire.SubmissionView:
        duration = cast("dict[str, int]", definition_of(self.backend, self.application)["duration"])
        return wire.SubmissionView(
            reference=self.application.reference or "",
            state=state,
            receipt_id=receipt.id,
            expected=wire.Expected(min=duration["min"], max=duration["max"], unit=str(duration["unit"])),
            result=result,
        )
