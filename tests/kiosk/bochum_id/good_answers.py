"""A good answer of each resource, how it is read, which members may be missing, and which a log may show."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, cast

from canned import Canned

from kiosk.bochum_id.account import CitizenAccount, Consent
from kiosk.bochum_id.appointments import Appointments, Contact, Hold, Office, Slot
from kiosk.bochum_id.attachments import Attachments, AttachmentSource, Paper
from kiosk.bochum_id.fleet import Fleet, Heartbeat, Mode
from kiosk.bochum_id.fleet_config import _config
from kiosk.bochum_id.mailbox import Mailbox, MessageHead, MessageKind
from kiosk.bochum_id.organisations import Organisation, Organisations, Reach
from kiosk.bochum_id.own_applications import OwnApplications
from kiosk.bochum_id.payment_values import Channel, Payment, PaymentState
from kiosk.bochum_id.payments import CardSettlement, EndOfDay, Payments
from kiosk.bochum_id.reading import parse
from kiosk.bochum_id.status import fetch_status
from kiosk.bochum_id.transport import Transport
from kiosk.bochum_id.values import Level, Money

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
TIME = "2026-11-23T14:58:00Z"
OFFICE = Office("buero-mitte", "Bürgerbüro Mitte", "Willy-Brandt-Platz 2-6", walk_in=True)
SLOT = Slot("buero-mitte", NOW, NOW)
HOLD = Hold("hold_01", NOW)
HEAD = MessageHead(
    "msg_01", NOW, "s", "s", MessageKind.MESSAGE, Level.NORMAL, read=False, application_id=None
)
CONSENT = Consent("electronicDelivery", granted=False, changed_at=None)
COMPANY = Organisation("org_01", "Muster GmbH", Reach.FULL, NOW)
PAYMENT = Payment(
    "pay_01", None, PaymentState.CREATED, Channel.QR, Money(900), "BO", "BO X", NOW, (), *[None] * 6
)
PAPER = Paper("scan.pdf", "application/pdf", b"%PDF-1.7", AttachmentSource.SCANNER)
HEARTBEAT = Heartbeat(1, "boot", 60, {"kiosk": "1"}, Mode.IDLE, (), {"cpu": 0.1}, {"sessions": 2}, -12)


@dataclass(frozen=True)
class Good:
    read: Callable[[Canned], object]
    document: Any
    optional: frozenset[str] = frozenset()
    """Paths, indices as [], that may be left out or null."""
    free: frozenset[str] = frozenset()
    """Paths where any text is as good as another."""
    shown: frozenset[str] = frozenset()
    """Paths of texts that are nobody's and may stand in a repr."""
    names: frozenset[str] = frozenset()
    """Paths of objects whose members are called as they like."""
    unread: frozenset[str] = frozenset()
    """Paths that nobody reads yet."""


def paths(words: str) -> frozenset[str]:
    return frozenset(words.split())


ACCOUNT: dict[str, Any] = {
    "id": "acc_01",
    "type": "person",
    "username": "erika",
    "attributes": {
        "familyName": {"value": "Mustermann", "source": "eid", "level": "hoch", "verifiedAt": TIME},
        "email": {"value": "e@example.org", "source": "self", "level": "normal", "verifiedAt": TIME},
    },
    "preferences": {"language": "de", "largeText": True, "highContrast": True, "plainLanguage": False},
    "actingFor": [{"id": "org_01", "name": "Muster GmbH", "scope": "full", "since": TIME}],
}
PAYMENT_ANSWER: dict[str, Any] = {
    "id": "pay_01",
    "state": "reversalRequired",
    "channel": "cardTerminal",
    "total": {"amount": 900, "currency": "EUR"},
    "reference": "BO260004711",
    "purpose": "BO260004711 MELDEBESCH",
    "expiresAt": TIME,
    "attempts": [{"attempt": 1, "state": "approved"}],
    "cardTerminal": {"deviceId": "zvt-1", "amount": 900, "currency": "978"},
    "qr": {"payUrl": "https://pay.example/x", "expiresAt": TIME},
    "dueDate": "2026-12-24",
    "paidAt": TIME,
    "receiptId": "rcp_01",
    "reversal": {"attempt": 1, "receiptNumber": "0117"},
}
PAYMENT_OPTIONAL = paths("cardTerminal qr dueDate paidAt receiptId reversal reversal.receiptNumber")
PAYMENT_FREE = paths(
    "reference purpose cardTerminal.deviceId cardTerminal.currency reversal.receiptNumber total.currency"
)
APPOINTMENT: dict[str, Any] = {
    "id": "apt_01",
    "number": "B-0472",
    "start": TIME,
    "end": TIME,
    "office": {
        "id": "buero-mitte",
        "name": "Bürgerbüro Mitte",
        "address": "Willy-Brandt-Platz",
        "walkIn": True,
    },
    "serviceId": "svc_a",
    "bring": ["Ausweis"],
    "cancelCode": "K7Q2",
    "receiptId": "rcp_01",
}
APPOINTMENT_FREE = paths("number office.name office.address bring[] cancelCode")
APPOINTMENT_SHOWN = paths("office.name office.address bring[]")
MESSAGE: dict[str, Any] = {
    "id": "msg_01",
    "receivedAt": TIME,
    "sender": "Stadt Bochum",
    "subject": "Ihr Antrag",
    "kind": "decision",
    "level": "hoch",
    "read": False,
    "applicationId": "app_01",
    "service": "Umzug",
    "reference": "BO-1",
}
ATTACHMENT: dict[str, Any] = {
    "id": "att_01",
    "slot": "letter",
    "filename": "scan.pdf",
    "size": 8,
    "state": "rejected",
    "received": 5,
    "reason": "malware",
}
CONFIG: dict[str, Any] = {
    "version": "cfg-12",
    "terminal": {
        "id": "BB-MITTE-03",
        "office": "buero-mitte",
        "location": "EG links",
        "arrangement": "wheelchairLow",
    },
    "ui": {"languages": ["de", "en"], "idleWarn": 60.0, "idleEnd": 90.0, "highContrastDefault": False},
    "opening": {
        "timezone": "Europe/Berlin",
        "weekly": [{"weekday": 1, "from": "08:00", "to": "18:00"}],
        "closedDays": ["2026-12-24"],
    },
    "features": {"payment.cardTerminal": True, "login.phone": False},
    "services": {"deny": ["svc_x"]},
    "telemetry": {"otlpEndpoint": "https://otlp.example", "interval": 60.0, "sampling": 0.1},
    "update": {"channel": "stable", "window": "02:00-04:00"},
}
CONFIG_FREE = paths(
    "version terminal.id terminal.office terminal.location terminal.arrangement ui.languages[] "
    "opening.timezone services.deny[] update.channel"
)


def listed(document: Any) -> dict[str, Any]:
    return {"items": [document]}


def below(prefix: str, names: frozenset[str]) -> frozenset[str]:
    return frozenset(f"{prefix}.{name}" for name in names)


GOOD: dict[str, Good] = {
    "account": Good(
        lambda caller: CitizenAccount(caller).profile(),
        ACCOUNT,
        paths("username preferences.language preferences.largeText preferences.highContrast")
        | paths("preferences.plainLanguage"),
        paths("username preferences.language actingFor[].name")
        | paths("attributes.familyName.value attributes.familyName.source")
        | paths("attributes.email.value attributes.email.source"),
        paths("attributes.familyName.source attributes.email.source"),
        names=paths("attributes"),
        unread=paths("type"),
    ),
    "consents": Good(
        lambda caller: CitizenAccount(caller).consents(),
        listed({"id": "electronicDelivery", "granted": True, "changedAt": TIME}),
        paths("items[].changedAt"),
    ),
    "a consent": Good(
        lambda caller: CitizenAccount(caller).decide(CONSENT, granted=True),
        {"id": "electronicDelivery", "granted": True, "changedAt": TIME},
        paths("changedAt"),
    ),
    "activity": Good(
        lambda caller: CitizenAccount(caller).activity(),
        {
            **listed(
                {
                    "id": "act_01",
                    "at": TIME,
                    "kind": "login",
                    "terminalId": "BB-1",
                    "method": "eid",
                    "recipient": "Standesamt",
                    "reference": "app_01",
                }
            ),
            "nextCursor": "abc",
        },
        paths("items[].terminalId items[].method items[].recipient items[].reference nextCursor"),
        paths(
            "items[].terminalId items[].method items[].recipient items[].reference items[].kind nextCursor"
        ),
    ),
    "linked cards": Good(
        lambda caller: CitizenAccount(caller).eid_links(),
        listed({"id": "lnk_01", "type": "ID", "linkedAt": TIME, "validUntil": "2029-10-31"}),
        paths("items[].type items[].validUntil"),
        paths("items[].type"),
    ),
    "acting for a company": Good(
        lambda caller: Organisations(caller).act_for(COMPANY) or COMPANY,
        {"actingFor": {"id": "org_01", "name": "Muster GmbH", "scope": "full"}},
        unread=paths("actingFor.name actingFor.scope"),
    ),
    "acting for oneself": Good(lambda caller: Organisations(caller).act_for(None) or COMPANY, {}),
    "deletion": Good(
        lambda caller: CitizenAccount(caller).request_deletion(),
        {"id": "del_01", "requestedAt": TIME, "effectiveAt": TIME},
    ),
    "mailbox": Good(
        lambda caller: Mailbox(caller).messages(),
        {**listed(MESSAGE), "nextCursor": "abc"},
        paths("items[].applicationId items[].service items[].reference nextCursor"),
        paths("items[].sender items[].subject items[].service items[].reference nextCursor"),
    ),
    "a message": Good(
        lambda caller: Mailbox(caller).open(HEAD),
        {
            **MESSAGE,
            "body": "Sehr geehrte Frau Mustermann",
            "attachments": [
                {"number": 1, "filename": "Bescheid.pdf", "mediaType": "application/pdf", "size": 7}
            ],
            "replies": [{"id": "rpl_01", "sentAt": TIME, "text": "Danke"}],
            "servedAt": TIME,
        },
        paths("applicationId service reference replies servedAt"),
        paths("sender subject body service reference attachments[].filename replies[].text"),
    ),
    "offices": Good(
        lambda caller: Appointments(caller, caller).offices("svc_a"),
        listed(APPOINTMENT["office"]),
        free=paths("items[].name items[].address"),
        shown=paths("items[].name items[].address"),
    ),
    "days": Good(
        lambda caller: Appointments(caller, caller).days(
            OFFICE, "svc_a", first=date(2026, 1, 1), last=date(2026, 2, 1)
        ),
        {"days": ["2026-11-26"]},
    ),
    "slots": Good(
        lambda caller: Appointments(caller, caller).slots(OFFICE, "svc_a", date(2026, 1, 1)),
        {"slots": [{"start": TIME, "end": TIME, "officeId": "buero-mitte"}]},
    ),
    "a hold": Good(
        lambda caller: Appointments(caller, caller).hold(SLOT, "svc_a", signed_in=False),
        {"holdId": "hold_01", "expiresAt": TIME},
    ),
    "a new appointment": Good(
        lambda caller: Appointments(caller, caller).confirm(
            HOLD, Contact("Mustermann", 1964), signed_in=True
        ),
        APPOINTMENT,
        paths("cancelCode receiptId"),
        APPOINTMENT_FREE,
        APPOINTMENT_SHOWN,
    ),
    "own appointments": Good(
        lambda caller: Appointments(caller, caller).own(),
        listed(APPOINTMENT),
        paths("items[].cancelCode items[].receiptId"),
        below("items[]", APPOINTMENT_FREE),
        below("items[]", APPOINTMENT_SHOWN),
    ),
    "check-in": Good(
        lambda caller: Appointments(caller, caller).check_in("B-0472", 1964),
        {"ticket": "B-0472", "waitingArea": "1", "estimated": 12},
        free=paths("ticket waitingArea"),
        shown=paths("waitingArea"),
    ),
    "waiting number": Good(
        lambda caller: Appointments(caller, caller).queue_ticket("svc_a", "visit"),
        {"ticket": "B-0472", "waitingArea": "1", "estimated": 12},
        free=paths("ticket waitingArea"),
        shown=paths("waitingArea"),
    ),
    "a payment": Good(
        lambda caller: Payments(caller).look(PAYMENT),
        PAYMENT_ANSWER,
        PAYMENT_OPTIONAL,
        PAYMENT_FREE,
        PAYMENT_FREE,
    ),
    "unsettled payments": Good(
        lambda caller: CardSettlement(caller).unsettled(),
        listed(PAYMENT_ANSWER),
        below("items[]", PAYMENT_OPTIONAL),
        below("items[]", PAYMENT_FREE),
        below("items[]", PAYMENT_FREE),
    ),
    "end of day": Good(
        lambda caller: CardSettlement(caller).close_day(EndOfDay("zvt-1", NOW, 0, 0, ())),
        {
            "id": "bat_01",
            "matches": True,
            "expectedCount": 3,
            "expectedTotal": {"amount": 900, "currency": "EUR"},
        },
        free=paths("expectedTotal.currency"),
        shown=paths("expectedTotal.currency"),
    ),
    "an attachment": Good(
        lambda caller: Attachments(caller).announce("app_01", "letter", PAPER),
        ATTACHMENT,
        paths("reason"),
        paths("slot filename reason"),
        paths("slot reason"),
    ),
    "attachments": Good(
        lambda caller: Attachments(caller).of_application("app_01"),
        listed(ATTACHMENT),
        paths("items[].reason"),
        paths("items[].slot items[].filename items[].reason"),
        paths("items[].slot items[].reason"),
    ),
    "an upload link": Good(
        lambda caller: Attachments(caller).upload_link("app_01", "letter"),
        {"url": "https://up.example/x", "expiresIn": 300.0},
    ),
    "own applications": Good(
        lambda caller: OwnApplications(caller).page(),
        {
            **listed(
                {
                    "id": "app_01",
                    "state": "processing",
                    "serviceId": "svc_a",
                    "definitionVersion": 3,
                    "title": {"de": "Meldebescheinigung", "en": "Certificate"},
                    "openedAt": TIME,
                    "changedAt": TIME,
                    "expiresAt": TIME,
                    "reference": "BO-2026-0004711",
                }
            ),
            "nextCursor": "abc",
        },
        paths("items[].expiresAt items[].reference nextCursor"),
        paths("items[].reference items[].title.de items[].title.en nextCursor"),
        paths("items[].title.de items[].title.en"),
        names=paths("items[].title"),
    ),
    "timeline": Good(
        lambda caller: OwnApplications(caller).timeline("app_01", "de"),
        listed({"time": TIME, "state": "received", "text": "Eingegangen", "actor": "authority"}),
        free=paths("items[].text items[].actor"),
        shown=paths("items[].actor"),
    ),
    "withdrawal": Good(
        lambda caller: OwnApplications(caller).withdraw("app_01"),
        {"id": "app_01", "state": "withdrawn"},
        unread=paths("id"),
    ),
    "heartbeat": Good(
        lambda caller: Fleet(caller).beat(HEARTBEAT),
        {
            "serverTime": TIME,
            "configEtag": "cfg-12",
            "catalogueEtag": "cat-1",
            "commands": [
                {"id": "cmd_01", "type": "enterMaintenance", "notAfter": TIME, "graceSeconds": 60.0}
            ],
        },
        paths("configEtag catalogueEtag commands[].graceSeconds"),
        paths("configEtag catalogueEtag commands[].type"),
        paths("configEtag catalogueEtag commands[].type"),
    ),
    "the public status": Good(
        lambda caller: fetch_status(cast("Transport", caller)),
        {"status": "degraded", "components": {"eid": "ok", "payment": "down"}},
        names=paths("components"),
    ),
    "the fleet's configuration": Good(
        lambda caller: _config(parse(json.dumps(caller.document).encode(), "answer")),
        CONFIG,
        paths("telemetry"),
        CONFIG_FREE,
        CONFIG_FREE,
        names=paths("features"),
    ),
}
