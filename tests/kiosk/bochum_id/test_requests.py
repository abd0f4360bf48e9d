"""What each call sends: method, path, body, and what makes a repetition harmless."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from canned import Canned
from good_answers import (
    COMPANY,
    CONSENT,
    GOOD,
    HEAD,
    HEARTBEAT,
    HOLD,
    NOW,
    OFFICE,
    PAPER,
    PAYMENT,
    SLOT,
)

from kiosk.bochum_id.account import Account, AccountChange, CitizenAccount, EidLink, Preferences
from kiosk.bochum_id.appointments import Appointment, Appointments, Contact
from kiosk.bochum_id.attachments import PIECE_BYTES, Attachment, Attachments, AttachmentSource, Paper
from kiosk.bochum_id.attachments import AttachmentState as Stage
from kiosk.bochum_id.fleet import Command, CommandKind, CommandOutcome, Device, Fleet, Severity
from kiosk.bochum_id.mailbox import Mailbox, Message, MessageAttachment
from kiosk.bochum_id.organisations import Organisations
from kiosk.bochum_id.own_applications import ApplicationState, OwnApplications
from kiosk.bochum_id.payment_values import CardResult, Channel, Outcome, ReversalResult
from kiosk.bochum_id.payments import BatchTotal, CardSettlement, EndOfDay, Payments
from kiosk.bochum_id.values import Draft, Money, Quote

TIME = "2026-11-28T12:00:00Z"
CHOICES = Preferences(None, large_text=False, high_contrast=False, plain_language=False)
ACCOUNT = Account("acc_01", '"7"', None, (), CHOICES, ())
MESSAGE = Message(HEAD, "", (), (), None)
FILE = MessageAttachment(2, "Bescheid.pdf", "application/pdf", 5)
ATTACHMENT = Attachment("att_01", "letter", "scan.pdf", 8, Stage.ANNOUNCED, 0, None)
APPOINTMENT = Appointment("apt_01", "B-1", NOW, NOW, OFFICE, "svc_a", (), None, None)
DRAFT = Draft("app_01", '"1"', "svc_a", 3, {}, frozenset(), valid=True, errors=())
QUOTE = Quote("q_01", (), Money(900))
COMMAND = Command("cmd_01", CommandKind.TEST_PRINT, NOW, None)
RESULT = CardResult(1, Outcome.APPROVED, NOW, result_code="00", customer_receipt_lines=("Danke",))
UNKNOWN = CardResult(1, Outcome.UNKNOWN, NOW)
BACK = ReversalResult(1, Outcome.APPROVED, NOW, receipt_number="0118")
CHANGE = AccountChange(email="neu@example.org", phone="", large_text=True)
RESULT_JSON = {
    "attempt": 1,
    "outcome": "approved",
    "finishedAt": TIME,
    "resultCode": "00",
    "customerReceiptLines": ["Danke"],
}
BACK_JSON = {"attempt": 1, "outcome": "approved", "finishedAt": TIME, "receiptNumber": "0118"}
DAY = EndOfDay("zvt-1", NOW, 3, 2700, (BatchTotal("girocard", 3, 2700),), "000421")


@dataclass(frozen=True)
class Sent:
    act: Callable[[Canned], object]
    answer: str
    """Whose good answer is given."""
    line: str
    body: Any = None


CASES: dict[str, Sent] = {
    "profile": Sent(lambda c: CitizenAccount(c).profile(), "account", "GET /v1/account"),
    "change": Sent(
        lambda c: CitizenAccount(c).change(ACCOUNT, CHANGE),
        "account",
        "PATCH /v1/account",
        {"email": "neu@example.org", "phone": None, "preferences": {"largeText": True}},
    ),
    "consents": Sent(lambda c: CitizenAccount(c).consents(), "consents", "GET /v1/account/consents"),
    "consent": Sent(
        lambda c: CitizenAccount(c).decide(CONSENT, granted=True),
        "a consent",
        "PUT /v1/account/consents/electronicDelivery",
        {"granted": True},
    ),
    "activity": Sent(
        lambda c: CitizenAccount(c).activity("a b&c"), "activity", "GET /v1/account/activity?cursor=a+b%26c"
    ),
    "unlink": Sent(
        lambda c: CitizenAccount(c).remove_eid_link(EidLink("lnk_01", None, NOW, None)),
        "linked cards",
        "DELETE /v1/account/eid-links/lnk_01",
    ),
    "deletion": Sent(
        lambda c: CitizenAccount(c).request_deletion(), "deletion", "POST /v1/account/deletion-requests", ""
    ),
    "act for": Sent(
        lambda c: Organisations(c).act_for(COMPANY),
        "acting for a company",
        "POST /v1/session/acting-for",
        {"organisationId": "org_01"},
    ),
    "act for oneself": Sent(
        lambda c: Organisations(c).act_for(None),
        "acting for oneself",
        "POST /v1/session/acting-for",
        {"organisationId": None},
    ),
    "mailbox": Sent(lambda c: Mailbox(c).messages(), "mailbox", "GET /v1/mailbox"),
    "unread": Sent(lambda c: Mailbox(c).messages(unread_only=True), "mailbox", "GET /v1/mailbox?unread=true"),
    "message": Sent(lambda c: Mailbox(c).open(HEAD), "a message", "GET /v1/mailbox/msg_01"),
    "read": Sent(lambda c: Mailbox(c).mark_read(HEAD), "a message", "POST /v1/mailbox/msg_01/read", ""),
    "file": Sent(
        lambda c: Mailbox(c).attachment(MESSAGE, FILE),
        "a message",
        "GET /v1/mailbox/msg_01/attachments/2/content",
    ),
    "reply": Sent(
        lambda c: Mailbox(c).reply(MESSAGE, "Danke", ("att_01",)),
        "a message",
        "POST /v1/mailbox/msg_01/replies",
        {"text": "Danke", "attachmentIds": ["att_01"]},
    ),
    "slots": Sent(
        lambda c: Appointments(c, c).slots(OFFICE, "svc_a", NOW.date(), count=2),
        "slots",
        "GET /v1/appointments/slots?officeId=buero-mitte&serviceId=svc_a&count=2&date=2026-11-28",
    ),
    "days": Sent(
        lambda c: Appointments(c, c).days(OFFICE, "svc_a", first=NOW.date(), last=NOW.date()),
        "days",
        "GET /v1/appointments/days?officeId=buero-mitte&serviceId=svc_a&count=1"
        "&from=2026-11-28&to=2026-11-28",
    ),
    "hold": Sent(
        lambda c: Appointments(c, c).hold(SLOT, "svc_a", signed_in=True),
        "a hold",
        "POST /v1/appointments/holds",
        {"officeId": "buero-mitte", "serviceId": "svc_a", "count": 1, "start": TIME},
    ),
    "confirm": Sent(
        lambda c: Appointments(c, c).confirm(
            HOLD, Contact("Mustermann", 1964, phone="0234"), application_id="app_01", signed_in=True
        ),
        "a new appointment",
        "POST /v1/appointments",
        {
            "holdId": "hold_01",
            "contact": {"familyName": "Mustermann", "birthYear": 1964, "phone": "0234"},
            "applicationId": "app_01",
        },
    ),
    "cancel": Sent(
        lambda c: Appointments(c, c).cancel(APPOINTMENT), "days", "DELETE /v1/appointments/apt_01"
    ),
    "cancel with code": Sent(
        lambda c: Appointments(c, c).cancel_with_code("apt_01", "K7Q2"),
        "days",
        "DELETE /v1/appointments/apt_01",
        {"cancelCode": "K7Q2"},
    ),
    "check in": Sent(
        lambda c: Appointments(c, c).check_in("B-0472", 1964),
        "check-in",
        "POST /v1/appointments/check-ins",
        {"number": "B-0472", "birthYear": 1964},
    ),
    "open payment": Sent(
        lambda c: Payments(c).open(DRAFT, QUOTE, Channel.QR),
        "a payment",
        "POST /v1/payments",
        {"applicationId": "app_01", "quoteId": "q_01", "channel": "qr"},
    ),
    "wait": Sent(lambda c: Payments(c).wait(PAYMENT), "a payment", "GET /v1/payments/pay_01?wait=25"),
    "attempt": Sent(
        lambda c: Payments(c).begin_attempt(PAYMENT, 1, NOW),
        "a payment",
        "POST /v1/payments/pay_01/terminal-attempts",
        {"attempt": 1, "startedAt": TIME},
    ),
    "result": Sent(
        lambda c: Payments(c).report(PAYMENT, RESULT),
        "a payment",
        "POST /v1/payments/pay_01/terminal-results",
        RESULT_JSON,
    ),
    "unknown result": Sent(
        lambda c: Payments(c).report(PAYMENT, UNKNOWN),
        "a payment",
        "POST /v1/payments/pay_01/terminal-results",
        {"attempt": 1, "outcome": "unknown", "finishedAt": TIME},
    ),
    "give up": Sent(
        lambda c: Payments(c).cancel(PAYMENT), "a payment", "POST /v1/payments/pay_01/cancellation", ""
    ),
    "reversal": Sent(
        lambda c: Payments(c).report_reversal(PAYMENT, BACK),
        "a payment",
        "POST /v1/payments/pay_01/reversal-results",
        BACK_JSON,
    ),
    "late result": Sent(
        lambda c: CardSettlement(c).report(PAYMENT.id, RESULT),
        "a payment",
        "POST /v1/terminals/self/payments/pay_01/terminal-results",
        RESULT_JSON,
    ),
    "late reversal": Sent(
        lambda c: CardSettlement(c).report_reversal(PAYMENT.id, BACK),
        "a payment",
        "POST /v1/terminals/self/payments/pay_01/reversal-results",
        BACK_JSON,
    ),
    "end of day": Sent(
        lambda c: CardSettlement(c).close_day(DAY),
        "end of day",
        "POST /v1/terminals/self/payment-batches",
        {
            "endOfDay": {
                "deviceId": "zvt-1",
                "closedAt": TIME,
                "count": 3,
                "total": 2700,
                "cards": [{"cardName": "girocard", "count": 3, "amount": 2700}],
                "traceNumber": "000421",
            }
        },
    ),
    "delete attachment": Sent(
        lambda c: Attachments(c).delete(ATTACHMENT), "an attachment", "DELETE /v1/attachments/att_01"
    ),
    "watch attachment": Sent(
        lambda c: Attachments(c).look(ATTACHMENT, 60), "an attachment", "GET /v1/attachments/att_01?wait=10"
    ),
    "applications": Sent(
        lambda c: OwnApplications(c).page(frozenset({ApplicationState.DRAFT, ApplicationState.READY}), "x"),
        "own applications",
        "GET /v1/applications?state=draft%2Cready&cursor=x",
    ),
    "drop": Sent(
        lambda c: OwnApplications(c).drop(DRAFT), "own applications", "DELETE /v1/applications/app_01"
    ),
    "withdraw": Sent(
        lambda c: OwnApplications(c).withdraw("app_01", "umgezogen"),
        "withdrawal",
        "POST /v1/applications/app_01/withdrawal",
        {"reason": "umgezogen"},
    ),
    "command": Sent(
        lambda c: Fleet(c).report_command(COMMAND, CommandOutcome.REFUSED, "in use"),
        "heartbeat",
        "POST /v1/terminals/self/command-results",
        {"id": "cmd_01", "outcome": "refused", "detail": "in use"},
    ),
    "incident": Sent(
        lambda c: Fleet(c).report_incident(Severity.WARNING, "tamper.doorOpen", NOW, {"door": "rear"}),
        "heartbeat",
        "POST /v1/terminals/self/incidents",
        {"severity": "warning", "code": "tamper.doorOpen", "since": TIME, "detail": {"door": "rear"}},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_sent(case: Sent) -> None:
    canned = Canned(GOOD[case.answer].document)
    case.act(canned)
    (call,) = canned.calls
    assert f"{call.method} {call.path}" == case.line
    body = call.body or b""
    assert isinstance(body, bytes)
    if case.body is None:
        assert call.body is None
    else:
        assert (json.loads(body) if body else "") == case.body
    assert "?" not in call.name


def test_a_change_of_the_account_names_the_version_it_is_for() -> None:
    canned = Canned(GOOD["account"].document)
    CitizenAccount(canned).change(ACCOUNT, CHANGE)
    assert canned.calls[0].headers == {"If-Match": '"7"'}
    assert canned.calls[0].content_type == "application/merge-patch+json"


def test_a_heartbeat_tells_counts_and_devices() -> None:
    canned = Canned(GOOD["heartbeat"].document)
    reader = Device("reader", "eid", "ok", detail=(("firmware", "1.2"),))
    printer = Device("a4", "printer", "warning", "paperLow")
    answer = Fleet(canned).beat(replace(HEARTBEAT, devices=(reader, printer)))
    body = canned.calls[0].body
    assert isinstance(body, bytes)
    assert json.loads(body) == {
        "seq": 1,
        "bootId": "boot",
        "uptime": 60,
        "software": {"kiosk": "1"},
        "mode": "idle",
        "devices": [
            {"id": "reader", "kind": "eid", "state": "ok", "detail": {"firmware": "1.2"}},
            {"id": "a4", "kind": "printer", "state": "warning", "code": "paperLow"},
        ],
        "resources": {"cpu": 0.1},
        "counters": {"sessions": 2},
        "clockOffsetMs": -12,
    }
    assert answer.commands[0].kind is CommandKind.ENTER_MAINTENANCE
    assert [kind for kind in CommandKind if kind.may_run_in_use] == [CommandKind.ENTER_MAINTENANCE]


def test_a_command_nobody_knows_is_one_to_refuse() -> None:
    command = {"id": "cmd_01", "type": "openShell", "notAfter": TIME}
    canned = Canned({"serverTime": TIME, "commands": [command]})
    assert Fleet(canned).beat(HEARTBEAT).commands[0].kind is CommandKind.UNKNOWN
    canned = Canned({"serverTime": TIME, "commands": [{**command, "type": "unknown"}]})
    assert Fleet(canned).beat(HEARTBEAT).commands[0].kind is CommandKind.UNKNOWN


def test_a_paper_is_sent_in_pieces_from_where_the_city_has_it() -> None:
    paper = Paper("x.pdf", "application/pdf", bytes(2 * PIECE_BYTES + 5), AttachmentSource.SCANNER)
    good = GOOD["an attachment"].document
    canned = Canned({**good, "received": PIECE_BYTES - 7})
    Attachments(canned).upload(ATTACHMENT, paper)
    look, *pieces = canned.calls
    assert look.method == "GET"
    size = len(paper.content)
    ranges = [call.headers["Content-Range"] for call in pieces]
    middle = 2 * PIECE_BYTES - 7
    assert ranges == [
        f"bytes {PIECE_BYTES - 7}-{middle - 1}/{size}",
        f"bytes {middle}-{size - 1}/{size}",
    ]
    for call in pieces:
        assert call.headers["Content-Digest"] == replace(paper, content=call.body).digest
    assert {(call.method, call.content_type) for call in pieces} == {("PUT", "application/pdf")}
    canned = Canned({**good, "received": size})
    Attachments(canned).upload(ATTACHMENT, paper)
    assert len(canned.calls) == 1, "nothing is sent twice"


def test_the_announcement_says_what_will_come() -> None:
    canned = Canned(GOOD["an attachment"].document)
    Attachments(canned).announce("app_01", "letter", PAPER)
    body = canned.calls[0].body
    assert isinstance(body, bytes)
    assert json.loads(body) == {
        "slot": "letter",
        "filename": "scan.pdf",
        "mediaType": "application/pdf",
        "size": 8,
        "digest": PAPER.digest,
        "source": "scanner",
    }
