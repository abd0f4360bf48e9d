"""Tables of the contract and of the configuration, made from the OpenAPI document and from the code."""

import ast
import inspect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import timedelta
from enum import Enum
from itertools import groupby
from typing import Any

from kiosk import config
from kiosk.config import Config
from sandbox.bochum_id import enrolling, guessing, password_login, queueing, replies, routes_password
from sandbox.bochum_id.application_states import MOVES
from sandbox.bochum_id.apps import API_MODULES, contract_document
from sandbox.bochum_id.backend import Lifetimes
from sandbox.bochum_id.payment_messages import Message, PaymentState
from sandbox.bochum_id.payment_states import Refused, next_state
from sandbox.bochum_id.rate_limits import RateLimits

CALLERS: Mapping[str, str] = {
    "terminalToken": "terminal",
    "terminalBearer": "terminal",
    "citizenToken": "citizen",
}
NEEDS: Mapping[str, str] = {
    "Idempotency-Key": "key",
    "If-Match": "version",
    "wait": "waits",
    "cursor": "pages",
}
ORDER = (
    "terminal",
    "enrolment",
    "fleet",
    "login",
    "password",
    "session",
    "anonymous",
    "account",
    "organisations",
    "applications",
    "attachments",
    "cosignatures",
    "submission",
    "timeline",
    "payments",
    "card_payments",
    "papers",
    "receipts",
    "mailbox",
    "appointments",
)
"""Subjects as a reader needs them; a new one has to be put in its place."""


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give method, path and operation of every call, subject by subject."""
    found = [
        (method.upper(), path, operation)
        for path, methods in contract_document()["paths"].items()
        for method, operation in methods.items()
    ]
    assert {each["tags"][0] for _, _, each in found} == set(ORDER)
    assert len(API_MODULES) == len(ORDER)
    yield from sorted(found, key=lambda each: ORDER.index(each[2]["tags"][0]))


def calls() -> str:
    subjects = []
    for subject, group in groupby(operations(), key=lambda each: str(each[2]["tags"][0])):
        rows = (
            (f"`{method} {path}`", caller_of(operation), needs_of(operation), str(operation["summary"]))
            for method, path, operation in group
        )
        title = f"**{subject.replace('_', ' ').capitalize()}**"
        subjects.append(f"{title}\n\n{table(('call', 'who', 'with', 'what'), rows)}\n")
    return "\n".join(subjects).rstrip("\n")


def caller_of(operation: dict[str, Any]) -> str:
    who = {CALLERS[name] for entry in operation["security"] for name in entry if name in CALLERS}
    return " or ".join(sorted(who, reverse=True)) or "anybody"


def needs_of(operation: dict[str, Any]) -> str:
    names = [parameter["name"] for parameter in operation.get("parameters", ())]
    return ", ".join(word for name, word in NEEDS.items() if name in names)


def application_states() -> str:
    rows = (
        (
            f"`{state}`",
            "; ".join(f"`{after}` ({', '.join(sorted(who))})" for after, who in onward.items()) or "–",
        )
        for state, onward in MOVES.items()
    )
    return table(("state", "goes on to (moved by)"), rows)


def payment_states() -> str:
    rows = ((f"`{state}`", *(payment_move(state, message) for message in Message)) for state in PaymentState)
    return table(("state", *(str(message) for message in Message)), rows)


def payment_move(state: PaymentState, message: Message) -> str:
    after = next_state(state, message)
    if isinstance(after, Refused):
        return "refused"
    return "" if after is state else f"`{after}`"


_LIVES: Mapping[str, str] = {
    "terminal_token": "terminal's token",
    "login_attempt": "sign-in attempt",
    "link": "tcToken link, used once",
    "code": "code that is traded for a session, used once",
    "linking_code": "the same, while the citizen is asked whose account a new card opens",
    "factor_code": "second factor's code by SMS or e-mail",
    "citizen_token": "citizen's token",
    "idle": "session without a call",
    "absolute": "session in all",
    "anonymous": "session in all, if nobody has signed in",
    "draft": "draft that nobody touches",
    "attachment_scan": "scan of a file (the sandbox's stand-in)",
    "upload_link": "link for a phone's upload, used once",
    "receipt_link": "link to a receipt for a phone, used once",
    "quote": "quote",
    "payment": "payment at the cash desk or by invoice",
    "payment_here": "payment by card, or by phone beside the terminal",
    "deletion": "from asking for an account's end to its end",
    "hold": "appointment that is held",
    "idempotency_key": "answer kept under an Idempotency-Key",
    "proof": "how far the time of a proof may be off",
}


def lifetimes() -> str:
    lives = {name: getattr(Lifetimes(), name) for name in Lifetimes.__slots__}
    return table(("what", "how long"), ((_LIVES[name], words(life)) for name, life in lives.items()))


def words(length: timedelta) -> str:
    """Write a length of time in its largest whole unit."""
    seconds = int(length.total_seconds())
    for unit_s, unit in ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second")):
        if seconds % unit_s == 0 and (seconds >= 2 * unit_s or unit == "second"):
            return f"{seconds // unit_s} {unit}{'' if seconds == unit_s else 's'}"
    raise AssertionError


def limits() -> str:
    window = words(guessing.WINDOW)
    kibibytes = replies._MAX_BODY_BYTES // 1024
    mebibytes = replies._MAX_FILE_BYTES // 1024**2
    return table(
        ("what", "how much"),
        (
            ("calls by one terminal with its own token", f"{RateLimits().terminal_calls} a minute"),
            ("wrong passwords and codes for one user name", f"{guessing.PER_NAME} in {window}, then a pause"),
            ("pauses in a day, until the card has to come", str(guessing.ROUNDS_TO_LOCK)),
            ("wrong passwords and codes at one terminal", f"{guessing.PER_TERMINAL} in {window}"),
            ("wrong second factors in one attempt", str(password_login.FACTOR_GUESSES)),
            ("codes sent in one attempt", str(routes_password._CHALLENGES_PER_ATTEMPT)),
            ("codes sent to one account", f"{guessing.CHALLENGES_PER_ACCOUNT} in {window}"),
            (
                "an enrolment code",
                f"{enrolling.WRONG_TRIES} wrong tries, {words(enrolling.CODE_LIFE)}, one use",
            ),
            ("wrong appointment numbers at one terminal", f"{queueing.WRONG_NUMBERS} in {window}"),
            ("body of a request", f"{kibibytes} KiB"),
            ("file", f"{mebibytes} MiB"),
        ),
    )


def configuration() -> str:
    """Say what a configuration file can hold, with the words that stand in `kiosk/config.py`."""
    rows = []
    for section in fields(Config):
        value = getattr(Config(), section.name)
        if not is_dataclass(value):
            rows.append(("", f"`{section.name}`", default(value), said(Config)[section.name]))
            continue
        words_of = said(type(value))
        rows += [
            (
                f"`[{section.name}]`",
                f"`{each.name}`",
                default(getattr(value, each.name)),
                words_of[each.name] or choices(getattr(value, each.name)),
            )
            for each in fields(value)
        ]
    return table(("table", "key", "if left out", "what"), rows)


def default(value: object) -> str:
    match value:
        case Enum():
            return f"`{value.value}`"
        case bool():
            return f"`{str(value).lower()}`"
        case "":
            return "–"
        case _:
            return f"`{value}`"


def choices(value: object) -> str:
    return " or ".join(f"`{each.value}`" for each in type(value)) if isinstance(value, Enum) else ""


def said(owner: type) -> dict[str, str]:
    """Read the words under each field of a dataclass, which Python keeps in the source alone."""
    tree = ast.parse(inspect.getsource(config))
    (found,) = (each for each in tree.body if isinstance(each, ast.ClassDef) and each.name == owner.__name__)
    words_of: dict[str, str] = {}
    field = ""
    for statement in found.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=field)):
                words_of[field] = ""
            case ast.Expr(value=ast.Constant(value=str(text))) if field:
                words_of[field] = " ".join(text.split())
    return words_of
