"""The slip of a payment that was taken back, as a value: proof until the next bank statement."""

from typing import assert_never

from kiosk.bochum_id.values import LocalisedText
from kiosk.session import payment_states as pay
from kiosk.session.paying import MoneyBackBy
from kiosk.slip import Slip


def money_back_slip(scene: pay.MoneyBack) -> Slip:
    """Say how much comes back, which way, and the reference to ask with; then the card reader's own words."""
    payment = scene.cover.payment
    euros, cents = divmod(payment.total.amount_cents, 100)
    return Slip(
        title=LocalisedText.of({"de": "Geld zurück", "en": "Money back"}),
        lines=(
            LocalisedText.of(
                {"de": f"Betrag: {euros},{cents:02} Euro", "en": f"Amount: {euros}.{cents:02} euros"}
            ),
            _way(scene.by),
            LocalisedText.of(
                {"de": f"Kassenzeichen: {payment.reference}", "en": f"Payment reference: {payment.reference}"}
            ),
            LocalisedText.of(
                {
                    "de": "Ihr Antrag wurde nicht gesendet. Fragen? Zeigen Sie diesen Zettel im Bürgerbüro.",
                    "en": "Your application was not sent. Questions? Show this slip at the office.",
                }
            ),
        ),
        verbatim=scene.lines,
    )


def _way(by: MoneyBackBy) -> LocalisedText:
    match by:
        case MoneyBackBy.CARD_READER:
            return LocalisedText.of(
                {
                    "de": "Die Kartenzahlung ist rückgängig gemacht.",
                    "en": "The card payment is undone.",
                }
            )
        case MoneyBackBy.CITY:
            return LocalisedText.of(
                {
                    "de": "Die Stadt zahlt es in wenigen Tagen zurück.",
                    "en": "The city pays it back within a few days.",
                }
            )
        case MoneyBackBy.LATER:
            return LocalisedText.of(
                {
                    "de": "Das Geld geht von selbst zurück, sobald das Terminal es kann.",
                    "en": "The money goes back by itself, as soon as the terminal can do it.",
                }
            )
        case _:
            assert_never(by)
