"""The pay page on the eService origin: what a citizen's phone shows, and what the sandbox's bank then says.

Shaped after XBezahldienste: a transaction is INITIAL until it is PAYED, FAILED or CANCELED, once.
"""

from collections.abc import Mapping
from datetime import timedelta
from html import escape
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Path
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.idempotency import BodyDep
from sandbox.bochum_id.paper_words import amount_in_words
from sandbox.bochum_id.payment_access import find_payment, payment_to_change, settled_by_time
from sandbox.bochum_id.payment_messages import Cancel, Outcome, PaymentMessage, PaymentState, Reported
from sandbox.bochum_id.payments import tell
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.scenarios import ScenarioDep
from sandbox.bochum_id.tables import Payment

router = APIRouter()
_SLOW_BANK = timedelta(seconds=5)
_SAID: Mapping[str, PaymentMessage] = {
    "PAYED": Reported(1, Outcome.APPROVED),
    "FAILED": Reported(1, Outcome.DECLINED),
    "CANCELED": Cancel(),
}
"""XBezahldienste's words (spelt as there) and what they mean here."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>
<body><main><h1>{title}</h1>{content}</main></body></html>"""
_FORM = """<p>Stadt Bochum – Muster der Sandbox. Es fließt kein Geld.</p>
<dl><dt>Betrag</dt><dd>{amount}</dd><dt>Verwendungszweck</dt><dd>{purpose}</dd></dl>
<form method="post"><button name="status" value="PAYED">Bezahlen</button>
<button name="status" value="FAILED">Zahlung ablehnen</button>
<button name="status" value="CANCELED">Abbrechen</button></form>"""

type PayToken = Annotated[str, Path(min_length=43, max_length=43, pattern=r"^[A-Za-z0-9_-]+$")]


@router.get("/bezahlen/{token}")
def show_pay_page(token: PayToken, backend: BackendDep) -> Response:
    """Show what is to be paid; looking changes nothing. 410 once the bank has decided or the time is over."""
    where = Payment.pay_token == token
    try:
        settled_by_time(backend, where)
        with backend.store.transaction() as db:
            payment = find_payment(db, where)
    except ProblemError:
        return _unknown()
    if not _is_open(payment):
        return _used()
    form = _FORM.format(amount=amount_in_words(payment.total_cents), purpose=escape(payment.purpose))
    return _page("Bezahlen", form)


@router.post("/bezahlen/{token}")
def decide(token: PayToken, body: BodyDep, backend: BackendDep, scenarios: ScenarioDep) -> Response:
    """Let the bank decide, once: `status=PAYED`, `FAILED` or `CANCELED` as a form."""
    said = parse_qs(body.decode("ascii", "replace")).get("status", [""])[0]
    if said not in _SAID:
        return _page("Das geht nicht", "<p>Bitte wählen Sie, was mit der Zahlung geschieht.</p>", 400)
    try:
        with payment_to_change(backend, Payment.pay_token == token) as (db, payment):
            if not _is_open(payment):
                return _used()
            plays = payment.bank_plays or _played(scenarios)
            return _decided(db, backend, payment, "FAILED" if _is_refusal(said, plays) else said, plays)
    except ProblemError:
        return _unknown()


def _decided(db: Session, backend: Backend, payment: Payment, said: str, plays: str | None) -> Response:
    if said == "PAYED" and plays == "slow":
        payment.settles_at = backend.clock.now() + _SLOW_BANK
        return _page("In Arbeit", "<p>Die Bank bearbeitet die Zahlung.</p>")
    if said == "PAYED" and plays == "unknown":
        # The bank lost the answer; the same page can be asked again and then tells.
        payment.bank_plays = None
        tell(db, backend, payment, Reported(1, Outcome.UNKNOWN))
        return _page("Unbekannt", "<p>Die Bank antwortet nicht. Bitte noch einmal versuchen.</p>")
    tell(db, backend, payment, _SAID[said])
    if payment.state == PaymentState.PAID:
        return _page("Bezahlt", "<p>Danke. Am Terminal geht es jetzt weiter.</p>")
    return _page("Nicht bezahlt", "<p>Es wurde nichts bezahlt. Am Terminal geht es weiter.</p>")


def _played(scenarios: frozenset[str]) -> str | None:
    return next((word for word in ("declined", "slow", "unknown") if f"payment.{word}" in scenarios), None)


def _is_refusal(said: str, plays: str | None) -> bool:
    return said == "PAYED" and plays == "declined"


def _is_open(payment: Payment) -> bool:
    return payment.settles_at is None and payment.state in {PaymentState.PENDING, PaymentState.UNKNOWN}


def _unknown() -> Response:
    return _page("Nicht gefunden", "<p>Diese Zahlung gibt es nicht.</p>", 404)


def _used() -> Response:
    return _page("Nicht mehr gültig", "<p>Dieser Link wurde schon benutzt oder ist zu alt.</p>", 410)


def _page(title: str, content: str, status: int = 200) -> Response:
    return HTMLResponse(_PAGE.format(title=title, content=content), status, headers=_HEADERS)
