"""The binding act with whatever covers the fee: nothing, the cash desk, a bill, or money that is there."""

from dataclasses import replace
from typing import assert_never

from kiosk.bochum_id.payment_values import Channel, Payment
from kiosk.bochum_id.values import AcceptedDeclaration, DeskPayment, Draft, Quote, Submission
from kiosk.payment.open_payments import OpenPayments, SubmittingBackend
from kiosk.session.bringing import channel_of
from kiosk.session.cover import AtCashDesk, ByInvoice, Cover, NothingDue, Paid
from kiosk.session.paying import Due
from kiosk.session.preferences import Language


class Submitting:
    """Sends applications of one visit; what is sent again names the same payment again."""

    def __init__(self, backend: SubmittingBackend, payments: OpenPayments) -> None:
        self._backend = backend
        self._payments = payments
        self._desk_payments: dict[str, DeskPayment] = {}

    def submit(self, due: Due, cover: Cover, language: Language) -> Submission:
        """Submit; BackendError as of `BochumId.submit`. `language` is the one of the declarations."""
        application = due.application
        declarations = tuple(
            AcceptedDeclaration(each.id, each.text.in_language(language.value))
            for each in application.errand.definition.declarations
        )
        payment = self._payment(application.draft, due.quote, cover)
        sent = self._backend.submit(
            application.draft,
            declarations,
            delivery=channel_of(due.form, application.session),
            payment=payment,
            language=language.value,
        )
        return replace(sent, pay_by=payment.due) if isinstance(payment, Payment) else sent

    def _payment(self, draft: Draft, quote: Quote, cover: Cover) -> DeskPayment | Payment | None:
        match cover:
            case NothingDue():
                return None
            case AtCashDesk():
                payment = self._desk_payments.get(quote.id) or self._backend.pay_at_desk(draft, quote)
                self._desk_payments[quote.id] = payment
                return payment
            case ByInvoice():
                return self._payments.of(draft, quote, Channel.INVOICE)
            case Paid(paid):
                return paid
            case _:
                assert_never(cover)
