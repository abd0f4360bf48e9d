"""An application from its draft to its submission (contract 5 and 6)."""

import base64
import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from kiosk.bochum_id.citizen_access import CitizenAccess
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.merge_patch import patch_between, with_kept
from kiosk.bochum_id.payment_values import Payment
from kiosk.bochum_id.reading import Part
from kiosk.bochum_id.transport import MERGE_PATCH, Answer, Call, json_bytes
from kiosk.bochum_id.values import (
    AcceptedDeclaration,
    DeskPayment,
    Draft,
    FieldError,
    JsonObject,
    Quote,
    QuoteItem,
    ServiceSummary,
    Submission,
)

_PATH = "/v1/applications"


def create(citizen: CitizenAccess, service: ServiceSummary) -> Draft:
    """Open a draft, filled in by the city with what the card said."""
    body: JsonObject = {"serviceId": service.id, "definitionVersion": service.version}
    act = f"create {service.id} {service.version}"
    return citizen.do_once(act, _PATH, lambda: json_bytes(body), _draft)


def reopen(citizen: CitizenAccess, draft: Draft) -> Draft:
    """Fetch a draft as it stands; Refused not-found when it is another citizen's."""
    return find(citizen, draft.id)


def find(citizen: CitizenAccess, application_id: str) -> Draft:
    """Fetch an application as it stands, by its line in the list."""
    return _draft(citizen.send(Call("GET", f"{_PATH}/{application_id}")))


def save(citizen: CitizenAccess, draft: Draft, data: JsonObject) -> Draft:
    """Bring the draft to `data`; only the difference is sent.

    What is locked and left out of `data` stays as it is. When the city has a newer version, for instance
    because an earlier answer was lost, the difference to that one is sent, once.
    """
    try:
        return _patch(citizen, draft, data)
    except BackendError as error:
        if not (isinstance(error.fault, Refused) and error.fault.problem.code == "precondition-failed"):
            raise
    return _patch(citizen, reopen(citizen, draft), data)


def _patch(citizen: CitizenAccess, draft: Draft, data: JsonObject) -> Draft:
    patch = patch_between(draft.data, with_kept(data, draft.data, draft.locked))
    if not patch:
        return draft
    call = Call(
        "PATCH", f"{_PATH}/{draft.id}", json_bytes(patch), MERGE_PATCH, headers={"If-Match": draft.etag}
    )
    return _draft(citizen.send(call))


def price(citizen: CitizenAccess, draft: Draft) -> Quote:
    """Ask what the draft costs as it stands."""
    act = f"quote {draft.id} {draft.etag}"
    return citizen.do_once(act, f"{_PATH}/{draft.id}/quote", lambda: b"", _quote)


def open_desk_payment(citizen: CitizenAccess, draft: Draft, quote: Quote) -> DeskPayment:
    """Get a reference to pay under at the cash desk."""
    body: JsonObject = {"applicationId": draft.id, "quoteId": quote.id, "channel": "cashDesk"}
    act = f"pay {draft.id} {quote.id}"
    part = citizen.send_once(act, "/v1/payments", lambda: json_bytes(body), for_good=True).json()
    return DeskPayment(
        id=part.member("id").identifier(),
        reference=part.member("reference").text(),
        total=part.member("total").money(),
    )


def submit(  # noqa: PLR0913 - what the binding act consists of
    citizen: CitizenAccess,
    draft: Draft,
    *,
    terminal_id: str,
    declarations: Sequence[AcceptedDeclaration],
    delivery: str,
    payment: DeskPayment | Payment | None,
    shown_at: datetime,
    confirmed_at: datetime,
    language: str,
) -> Submission:
    """Send the application, once: repeated after a lost answer, it gives the answer that was lost."""

    def body() -> bytes:
        message: JsonObject = {
            "declarations": [
                {"id": made.id, "textDigest": _digest(made.text), "accepted": True} for made in declarations
            ],
            "delivery": {"channel": delivery},
            "confirmation": {
                "shownAt": _rfc3339(shown_at),
                "confirmedAt": _rfc3339(confirmed_at),
                "terminalId": terminal_id,
                "form": "directInput",
            },
        }
        if payment is not None:
            message["paymentId"] = payment.id
        return json_bytes(message)

    act = f"submit {draft.id} {draft.etag} {payment.id if payment else ''}"
    headers = {"If-Match": draft.etag, "Accept-Language": language}
    path = f"{_PATH}/{draft.id}/submission"
    part = citizen.send_once(act, path, body, headers, for_good=True).json()
    result = part.optional("result")
    return Submission(
        reference=part.member("reference").text(),
        receipt_id=part.member("receiptId").identifier(),
        document_id=result.member("documentId").identifier() if result else None,
    )


def _draft(answer: Answer) -> Draft:
    part = answer.json()
    validation = part.member("validation")
    return Draft(
        id=part.member("id").identifier(),
        etag=answer.etag(),
        service_id=part.member("serviceId").text(),
        definition_version=part.member("definitionVersion").whole_number(),
        data=part.member("data").object(),
        locked=frozenset(
            pointer
            for pointer, origin in part.member("provenance").members()
            if origin.member("locked").truth()
        ),
        valid=validation.member("valid").truth(),
        errors=tuple(
            FieldError(error.member("pointer").text(), error.member("keyword").text())
            for error in validation.member("errors").items()
        ),
    )


def _quote(answer: Answer) -> Quote:
    part = answer.json()
    return Quote(
        id=part.member("quoteId").text(),
        items=tuple(_quote_item(item) for item in part.member("items").items()),
        total=part.member("total").money(),
    )


def _quote_item(part: Part) -> QuoteItem:
    return QuoteItem(
        id=part.member("id").text(),
        title=part.member("title").localised(),
        quantity=part.member("quantity").whole_number(),
        unit=part.member("unit").money(),
        total=part.member("total").money(),
        legal_basis=part.member("legalBasis").text(),
    )


def _digest(text: str) -> str:
    """Write the SHA-256 of the text that was shown as a structured field (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}:"


def _rfc3339(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
