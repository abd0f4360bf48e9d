"""What the invented people have applied for: every service, every state, with timeline and paper."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id.account_attributes import NAMES_OF_CARD, value_of
from sandbox.bochum_id.application_states import Actor, State
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.json_documents import with_value
from sandbox.bochum_id.offices import local_day
from sandbox.bochum_id.sample_accounts import sample_accounts
from sandbox.bochum_id.sample_answers import sample_answers
from sandbox.bochum_id.seed_ids import sample_id
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.seeds_papers import add_letters, add_papers
from sandbox.bochum_id.tables import Account, Application, JsonObject
from sandbox.bochum_id.timeline import entry

_WAYS: Final[dict[State, tuple[tuple[State, Actor], ...]]] = {
    State.DRAFT: (),
    State.READY: (),
    State.AWAITING_PAYMENT: ((State.AWAITING_PAYMENT, Actor.CITIZEN),),
    State.SUBMITTED: ((State.SUBMITTED, Actor.CITIZEN),),
    State.RECEIVED: ((State.SUBMITTED, Actor.CITIZEN), (State.RECEIVED, Actor.AUTHORITY)),
    State.PROCESSING: (
        (State.SUBMITTED, Actor.CITIZEN),
        (State.RECEIVED, Actor.AUTHORITY),
        (State.PROCESSING, Actor.AUTHORITY),
    ),
    State.ACTION_REQUIRED: (
        (State.SUBMITTED, Actor.CITIZEN),
        (State.RECEIVED, Actor.AUTHORITY),
        (State.ACTION_REQUIRED, Actor.AUTHORITY),
    ),
    State.COMPLETED: (
        (State.SUBMITTED, Actor.CITIZEN),
        (State.RECEIVED, Actor.AUTHORITY),
        (State.COMPLETED, Actor.AUTHORITY),
    ),
    State.REJECTED: (
        (State.SUBMITTED, Actor.CITIZEN),
        (State.RECEIVED, Actor.AUTHORITY),
        (State.REJECTED, Actor.AUTHORITY),
    ),
    State.WITHDRAWN: ((State.SUBMITTED, Actor.CITIZEN), (State.WITHDRAWN, Actor.CITIZEN)),
    State.EXPIRED: ((State.EXPIRED, Actor.SYSTEM),),
}
"""How an application came to where it is, after it was begun."""
_OF_THE_PERSON: Final = frozenset({"eid", "account"})
_STEP: Final = timedelta(hours=26)
_OPENED_BEFORE: Final = timedelta(days=20)
_OFFICE_YEAR: Final = 9_000_000
"""Sample references begin there: no counter ever gets so far."""


@dataclass(frozen=True, slots=True)
class Case:
    """One application to be made up."""

    name: str
    account_id: str
    service: Service
    state: State
    opened_at: datetime
    number: int


def seed(db: Session, backend: Backend) -> None:
    """Add what is missing: each account gets every service and every state at least once."""
    services = sorted(filter(is_applied_for_by_name, backend.catalogue.services.values()), key=_id_of)
    states = list(_WAYS)
    opened_at = backend.clock.now() - _OPENED_BEFORE
    there = set(db.scalars(select(Application.id)))
    for place, name in enumerate(sample_accounts()):
        account = db.get(Account, sample_account_id(name))
        if account is None:
            continue
        for number in range(max(len(services), len(states))):
            case = Case(
                name=f"{name} {number}",
                account_id=account.id,
                service=services[number % len(services)],
                state=states[(number + place) % len(states)],
                opened_at=opened_at + number * timedelta(hours=1),
                number=_OFFICE_YEAR + place * 1000 + number,
            )
            if sample_id("app", case.name) not in there:
                _add(db, backend, account, _with_something_to_pay(case, services))


def is_applied_for_by_name(service: Service) -> bool:
    """Say whether somebody who is known fills in a form of this service."""
    return bool(service.definition["steps"]) and service.definition["requiredLevel"] != "none"


def _id_of(service: Service) -> str:
    return service.id


def _with_something_to_pay(case: Case, services: list[Service]) -> Case:
    """Let nobody wait for a payment of something that is free."""
    if case.state is not State.AWAITING_PAYMENT or case.service.definition["fees"]:
        return case
    costly = next((service for service in services if service.definition["fees"]), case.service)
    return replace(case, service=costly)


def _add(db: Session, backend: Backend, account: Account, case: Case) -> None:
    known = _prefilled(case.service, account)
    answers = sample_answers(case.service, known, local_day(backend.clock.now()))
    if answers is None:
        return
    way = _WAYS[case.state]
    was_sent = any(state in {State.SUBMITTED, State.AWAITING_PAYMENT} for state, _ in way)
    application = Application(
        id=sample_id("app", case.name),
        account_id=case.account_id,
        service_id=case.service.id,
        definition_version=case.service.version,
        state=State.DRAFT,
        data={} if case.state is State.EXPIRED else known if case.state is State.DRAFT else answers,
        provenance=_provenance(case),
        opened_at=case.opened_at,
        opened_by=case.account_id,
        changed_at=case.opened_at,
        expires_at=backend.clock.now() + backend.lifetimes.draft,
        reference=f"BO-{case.opened_at:%Y}-{case.number:07d}" if was_sent else None,
        submission={"language": "de", "delivery": {"channel": "mailbox"}} if was_sent else None,
    )
    db.add(application)
    db.add(entry(application, 1, Actor.CITIZEN, case.opened_at))
    if case.state is State.READY:
        application.state = State.READY
    for step, (state, actor) in enumerate(way, 1):
        application.state = state
        application.version += 1
        application.changed_at = case.opened_at + step * _STEP
        db.add(entry(application, step + 1, actor, application.changed_at))
    if case.state is State.EXPIRED:
        application.expires_at = application.changed_at
    if was_sent:
        add_papers(db, backend, application)
    add_letters(db, backend, application)


def _prefilled(service: Service, account: Account) -> JsonObject:
    data: JsonObject = {}
    for rule in cast("list[dict[str, str]]", service.definition["prefill"]):
        source, _, name = rule["from"].partition(".")
        value = value_of(account, NAMES_OF_CARD.get(name, name)) if source in _OF_THE_PERSON else None
        if value is not None:
            data = with_value(data, rule["target"], value)
    return data


def _provenance(case: Case) -> JsonObject:
    if case.state is State.EXPIRED:
        return {}
    rules = cast("list[dict[str, str | bool]]", case.service.definition["prefill"])
    return {
        str(rule["target"]): {"source": "eid", "level": "hoch", "locked": bool(rule["lock"])}
        for rule in rules
        if str(rule["from"]).startswith("eid.")
    }
