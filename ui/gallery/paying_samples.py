"""Samples of every situation around paying: the ways, the card reader, the phone, money that goes back."""

from dataclasses import replace
from datetime import UTC, datetime

from kiosk.bochum_id.payment_values import Channel, Payment, PaymentState, PayPage
from kiosk.bochum_id.values import Money
from kiosk.session import payment_states as pay
from kiosk.session import states as st
from kiosk.session.cover import Paid
from kiosk.session.delivery import NotPrinted, Printed
from kiosk.session.failure import Failure
from kiosk.session.paying import CardStep, Due, MoneyBackBy, NotPaidBecause, StaffCall, WayToPay

WAYS = tuple(
    WayToPay(channel, works=True)
    for channel in (Channel.CARD_TERMINAL, Channel.QR, Channel.CASH_DESK, Channel.INVOICE)
)


def scenes(due: Due) -> list[tuple[str, st.Scene]]:
    """Every situation around paying what is due, with its name, in the order of the way."""
    broken = (replace(WAYS[0], works=False), *WAYS[1:])
    page = _payment(due.quote.total, Channel.QR, PaymentState.PENDING)
    paid = Paid(_payment(due.quote.total, Channel.CARD_TERMINAL, PaymentState.PAID))
    return [
        ("FindingWaysToPay", pay.FindingWaysToPay(due)),
        ("ChoosePayment", pay.ChoosePayment(due, WAYS)),
        ("ChoosePayment-broken", pay.ChoosePayment(due, broken)),
        *((f"PayingByCard-{step.value}", pay.PayingByCard(due, step, stopping=False)) for step in CardStep),
        ("PayingByCard-stopping", pay.PayingByCard(due, CardStep.SHOW_CARD, stopping=True)),
        ("OpeningPayPage", pay.OpeningPayPage(due)),
        ("PayByPhone", pay.PayByPhone(due, page, stopping=False)),
        ("PayByPhone-stopping", pay.PayByPhone(due, page, stopping=True)),
        *((f"NotPaid-{why.value}", pay.NotPaid(due, Channel.CARD_TERMINAL, why)) for why in NotPaidBecause),
        ("NotPaid-phone", pay.NotPaid(due, Channel.QR, NotPaidBecause.TOO_LATE)),
        *((f"PaymentUnclear-{staff.value}", pay.PaymentUnclear(due, staff)) for staff in StaffCall),
        ("CheckingPayment", pay.CheckingPayment(due, StaffCall.COMING)),
        ("GivingMoneyBack", pay.GivingMoneyBack(due, paid)),
        *((f"MoneyBack-{by.value}", pay.MoneyBack(due, paid, by, slip=Printed())) for by in MoneyBackBy),
        (
            "MoneyBack-jam",
            pay.MoneyBack(due, paid, MoneyBackBy.LATER, slip=NotPrinted(Failure.PRINTER_JAM)),
        ),
    ]


def _payment(total: Money, channel: Channel, state: PaymentState) -> Payment:
    soon = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    page = PayPage("https://id.bochum.example/bezahlen/Jx0v3Wq9bT5nKc2LmRz8Yd6HpAeUfGsi4oX1tV7BkMw", soon)
    return Payment(
        id="pay_0001",
        etag=None,
        state=state,
        channel=channel,
        total=total,
        reference="BO260004711",
        purpose="BO260004711 MELDEBESCH",
        expires_at=soon,
        attempts=(),
        card_order=None,
        pay_page=page if channel is Channel.QR else None,
        due=None,
        paid_at=None,
        receipt_id=None,
        reversal=None,
    )
