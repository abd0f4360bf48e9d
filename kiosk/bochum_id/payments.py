"""Paying: opened for a quote, watched, journalled before and after the card reader speaks (contract 6)."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.bochum_id.once import Caller
from kiosk.bochum_id.payment_values import (
    CardResult,
    Channel,
    Payment,
    ReversalResult,
    read_payment,
    read_payment_part,
    rfc3339,
)
from kiosk.bochum_id.transport import Answer, Call, json_bytes
from kiosk.bochum_id.values import Draft, JsonObject, JsonValue, Money, Quote

_PATH = "/v1/payments"
_OF_TERMINAL = "/v1/terminals/self/payments"
_LONGEST_WAIT_S = 25


class Payments:
    """Payments of whoever is signed in."""

    def __init__(self, citizen: Caller) -> None:
        self._citizen = citizen

    def open(self, draft: Draft, quote: Quote, channel: Channel, number: int = 1) -> Payment:
        """Open the `number`th payment for a quote; the same again gives the same until the citizen leaves."""
        body: JsonObject = {"applicationId": draft.id, "quoteId": quote.id, "channel": channel.value}
        act = f"pay {draft.id} {quote.id} {channel.value} {number}"
        return self._citizen.do_once(act, _PATH, lambda: json_bytes(body), read_payment, for_good=True)

    def look(self, payment: Payment) -> Payment:
        """Ask how it stands now."""
        return read_payment(self._citizen.send(Call("GET", f"{_PATH}/{payment.id}")))

    def wait(self, payment: Payment, seconds: int = _LONGEST_WAIT_S) -> Payment:
        """Ask how it stands as soon as that changes; the same payment when it did not within `seconds`."""
        headers = {"If-None-Match": payment.etag} if payment.etag else {}
        path = f"{_PATH}/{payment.id}?wait={seconds}"
        answer = self._citizen.send(Call("GET", path, headers=headers, wait_s=seconds))
        return payment if answer.status == 304 else read_payment(answer)

    def begin_attempt(self, payment: Payment, attempt: int, started_at: datetime) -> Payment:
        """Write an attempt down BEFORE the card reader is asked (ZVT 06 01): else its money could be lost.

        Refused payment-state when another attempt is open, or nothing is to be paid any more.
        """
        body: JsonObject = {"attempt": attempt, "startedAt": rfc3339(started_at)}
        return self._post(payment, f"attempt {attempt}", "terminal-attempts", body)

    def report(self, payment: Payment, result: CardResult) -> Payment:
        """Say what the card reader said; after UNKNOWN say it again, same attempt, once it is known."""
        act = f"result {result.attempt} {result.outcome.value}"
        return self._post(payment, act, "terminal-results", result.as_json())

    def cancel(self, payment: Payment) -> Payment:
        """Give it up; money that was taken has to go back then, see `Payment.reversal`."""
        return self._post(payment, "cancel", "cancellation", None)

    def report_reversal(self, payment: Payment, result: ReversalResult) -> Payment:
        """Say what came of giving the money back."""
        act = f"reversal {result.attempt} {result.outcome.value}"
        return self._post(payment, act, "reversal-results", result.as_json())

    def _post(self, payment: Payment, act: str, where: str, body: JsonObject | None) -> Payment:
        path = f"{_PATH}/{payment.id}/{where}"
        content = b"" if body is None else json_bytes(body)
        return self._citizen.do_once(f"{act} {payment.id}", path, lambda: content, read_payment)


@dataclass(frozen=True, slots=True)
class BatchTotal:
    """One kind of card in the card reader's end of day."""

    card_name: str
    count: int
    amount_cents: int


@dataclass(frozen=True, slots=True)
class EndOfDay:
    """The card reader's own sums (ZVT 06 50)."""

    device_id: str
    closed_at: datetime
    count: int
    total_cents: int
    cards: tuple[BatchTotal, ...]
    trace_number: str | None = None

    def as_json(self) -> JsonObject:
        cards: list[JsonValue] = [
            {"cardName": total.card_name, "count": total.count, "amount": total.amount_cents}
            for total in self.cards
        ]
        end: JsonObject = {
            "deviceId": self.device_id,
            "closedAt": rfc3339(self.closed_at),
            "count": self.count,
            "total": self.total_cents,
            "cards": cards,
        }
        return end if self.trace_number is None else {**end, "traceNumber": self.trace_number}


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Whether the card reader and the city counted the same."""

    id: str
    matches: bool
    expected_count: int
    expected_total: Money


class CardSettlement:
    """What the card reader still has to say after a visit, a crash or a day; nobody is signed in."""

    def __init__(self, terminal: Caller) -> None:
        self._terminal = terminal

    def unsettled(self) -> tuple[Payment, ...]:
        """Card payments of this terminal that need an answer or a reversal: to be asked at every start."""
        part = self._terminal.send(Call("GET", _OF_TERMINAL)).json()
        return tuple(read_payment_part(item, None) for item in part.member("items").items())

    def report(self, payment_id: str, result: CardResult) -> Payment:
        """Say what the card reader remembers of an attempt (ZVT repeat receipt)."""
        act = f"late result {payment_id} {result.attempt} {result.outcome.value}"
        path = f"{_OF_TERMINAL}/{payment_id}/terminal-results"
        return self._terminal.do_once(act, path, lambda: json_bytes(result.as_json()), read_payment)

    def report_reversal(self, payment_id: str, result: ReversalResult) -> Payment:
        """Say what came of giving the money back."""
        act = f"late reversal {payment_id} {result.attempt} {result.outcome.value}"
        path = f"{_OF_TERMINAL}/{payment_id}/reversal-results"
        return self._terminal.do_once(act, path, lambda: json_bytes(result.as_json()), read_payment)

    def close_day(self, day: EndOfDay) -> Reconciliation:
        """Hand in the card reader's end of day, and hear whether the city counted the same.

        The city takes one end of day once, also when another process says it again.
        """
        end = day.as_json()
        act = f"close day {day.device_id} {rfc3339(day.closed_at)}"
        path = "/v1/terminals/self/payment-batches"
        return self._terminal.do_once(act, path, lambda: json_bytes({"endOfDay": end}), _reconciliation)


def _reconciliation(answer: Answer) -> Reconciliation:
    part = answer.json()
    return Reconciliation(
        id=part.member("id").identifier(),
        matches=part.member("matches").truth(),
        expected_count=part.member("expectedCount").count(),
        expected_total=part.member("expectedTotal").money(),
    )
