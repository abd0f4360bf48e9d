"""Applications as drafts: start, list, read, change, price, drop (contract 5)."""

import json
from typing import Annotated, cast

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_application as wire
from sandbox.bochum_id.application_removal import drop_application
from sandbox.bochum_id.application_states import Actor, State
from sandbox.bochum_id.application_views import shown, summary
from sandbox.bochum_id.applications import (
    errors_of,
    expire_what_is_due,
    locked_pointers,
    migrated_to,
    open_draft,
    own_application,
    service_of,
)
from sandbox.bochum_id.callers import BackendDep, CitizenDep
from sandbox.bochum_id.conditional import IfMatchDep, demand
from sandbox.bochum_id.form_rules import UNKNOWN_MEMBER, objections, visible_data
from sandbox.bochum_id.guessing import note_down as note_guess
from sandbox.bochum_id.guessing import too_often
from sandbox.bochum_id.idempotency import BodyDep, CitizenKeyed
from sandbox.bochum_id.json_documents import merged, overlaps, written_pointers
from sandbox.bochum_id.levels import level_too_low, reaches
from sandbox.bochum_id.offices import local_day
from sandbox.bochum_id.paging import Cursor, Limit, page_of
from sandbox.bochum_id.payments import give_up_payments
from sandbox.bochum_id.prefilling import prefilled
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.register_entries import NOT_FOUND, WRONG_GUESSES, due, looks_up
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.tables import Account, Application, JsonObject, JsonValue, Organisation, Quote
from sandbox.bochum_id.timeline import note_down
from sandbox.bochum_id.wire import Id, MoneyWire

router = APIRouter(prefix="/v1/applications")
_MERGE_PATCH = "application/merge-patch+json"
_STATE = "|".join(State)
type States = Annotated[
    str,
    Query(
        max_length=160,
        pattern=rf"^({_STATE})(,({_STATE}))*$",
        description="Only these, separated by commas.",
        examples=["draft,ready"],
    ),
]


@router.get("", response_model=wire.ApplicationPage)
def list_applications(
    backend: BackendDep,
    caller: CitizenDep,
    state: States | None = None,
    limit: Limit = 50,
    cursor: Cursor | None = None,
) -> Response:
    """List the caller's applications, or the organisation's, the newest first."""
    mine = select(Application).where(Application.account_id == caller.owner_id)
    if state is not None:
        mine = mine.where(Application.state.in_(state.split(",")))
    with backend.store.transaction(*caller.locks) as db:
        expire_what_is_due(db, backend, caller.owner_id)
        rows, next_cursor = page_of(db, mine, (Application.opened_at, Application.id), limit, cursor)
    page = wire.ApplicationPage(items=[summary(backend, row) for row in rows], next_cursor=next_cursor)
    return json_reply(200, page).as_response()


@router.post(
    "",
    status_code=201,
    response_model=wire.ApplicationView,
    responses=refusals(
        Code.DEFINITION_OUTDATED,
        Code.LEVEL_TOO_LOW,
        Code.REPRESENTATION_TOO_NARROW,
        Code.SERVICE_CLOSED,
        Code.SERVICE_NOT_AT_TERMINAL,
    ),
)
def start(
    body: wire.NewApplication, backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed
) -> Response:
    """Open a draft, filled in with what the card said."""

    def open_new(db: Session) -> Reply:
        caller.demand_change()
        newest = migrated_to(backend, body.service_id)
        if newest == 0:
            raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/serviceId", "enum"),))
        if body.service_id in backend.catalogue.elsewhere:
            raise ProblemError(Code.SERVICE_NOT_AT_TERMINAL)
        if body.service_id in backend.catalogue.closed:
            raise ProblemError(Code.SERVICE_CLOSED)
        now = backend.clock.now()
        service = backend.catalogue.usable(body.service_id, body.definition_version, now)
        if service is None:
            raise ProblemError(Code.DEFINITION_OUTDATED, extensions={"migratedTo": newest})
        needed = str(service.definition["requiredLevel"])
        if not reaches(caller.level, needed):
            raise level_too_low(needed, caller.level)
        organisation = db.get(Organisation, caller.owner_id) if caller.acting_for else None
        data, provenance = prefilled(
            db, service, caller, db.get_one(Account, caller.account_id), organisation
        )
        application = Application(
            id=backend.ids.new("app"),
            account_id=caller.owner_id,
            opened_at=now,
            opened_by=caller.account_id,
            changed_at=now,
            service_id=service.id,
            definition_version=service.version,
            state=State.DRAFT,
            data=data,
            provenance=provenance,
            expires_at=now + backend.lifetimes.draft,
        )
        db.add(application)
        note_down(db, backend, application, Actor.CITIZEN)
        return shown(db, backend, application, status=201)

    return keyed.run(open_new)


@router.get("/{application_id}", response_model=wire.ApplicationView)
def get(application_id: Id, backend: BackendDep, caller: CitizenDep) -> Response:
    """Show an application as it stands."""
    with backend.store.transaction(*caller.locks) as db:
        expire_what_is_due(db, backend, caller.owner_id)
        return shown(db, backend, own_application(db, application_id, caller)).as_response()


@router.patch(
    "/{application_id}",
    response_model=wire.ApplicationView,
    responses=refusals(
        Code.LOCKED_FIELD,
        Code.NOT_READY,
        Code.DEFINITION_OUTDATED,
        Code.UNSUPPORTED_MEDIA_TYPE,
        Code.REPRESENTATION_TOO_NARROW,
        Code.TOO_MANY_ATTEMPTS,
    ),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {_MERGE_PATCH: {"schema": {"type": "object"}, "example": {"copies": 2}}},
        }
    },
)
def change(
    application_id: Id,
    request: Request,
    body: BodyDep,
    backend: BackendDep,
    caller: CitizenDep,
    if_match: IfMatchDep,
) -> Response:
    """Merge answers into the draft (RFC 7396); incomplete is fine, unknown or locked members are not."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != _MERGE_PATCH:
        raise ProblemError(Code.UNSUPPORTED_MEDIA_TYPE)
    patch = _read_patch(body)
    with backend.store.transaction(*caller.locks) as db:
        expire_what_is_due(db, backend, caller.owner_id)
        application = open_draft(db, application_id, caller)
        demand(if_match, application.version)
        service = service_of(backend, application)
        locked = locked_pointers(application)
        refused = [
            pointer for pointer in written_pointers(patch) if any(overlaps(pointer, lock) for lock in locked)
        ]
        if refused:
            raise ProblemError(
                Code.LOCKED_FIELD, errors=tuple(FieldError(pointer, "locked") for pointer in refused)
            )
        data = cast("JsonObject", merged(application.data, patch))
        unknown = [
            error
            for error in objections(service, visible_data(service, data), local_day(backend.clock.now()))
            if error.keyword == UNKNOWN_MEMBER
        ]
        if unknown:
            raise ProblemError(Code.VALIDATION_FAILED, errors=tuple(unknown))
        guesses = f"register {caller.terminal_id}" if looks_up(service, patch) else None
        if guesses and (too_many := too_often(db, guesses, WRONG_GUESSES, backend.clock.now())):
            raise too_many
        application.data = data
        application.version += 1
        application.changed_at = backend.clock.now()
        errors = errors_of(db, backend, service, application)
        if guesses and any(error.keyword == NOT_FOUND for error in errors):
            note_guess(db, backend, guesses)
        application.state = State.DRAFT if errors else State.READY
        reply = shown(db, backend, application)
    return reply.as_response()


@router.delete(
    "/{application_id}",
    status_code=204,
    responses=refusals(Code.NOT_READY, Code.REPRESENTATION_TOO_NARROW),
)
def drop(application_id: Id, backend: BackendDep, caller: CitizenDep, if_match: IfMatchDep) -> Response:
    """Delete a draft; what was sent cannot be deleted here."""
    with backend.store.transaction(*caller.locks) as db:
        application = open_draft(db, application_id, caller)
        demand(if_match, application.version)
        give_up_payments(db, backend, application.id)
        drop_application(db, application)
    return Response(status_code=204)


@router.post(
    "/{application_id}/quote",
    response_model=wire.QuoteView,
    responses=refusals(Code.NOT_READY, Code.DEFINITION_OUTDATED, Code.REPRESENTATION_TOO_NARROW),
)
def quote(application_id: Id, backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed) -> Response:
    """Say what the application costs as it stands; it has to be complete."""

    def price(db: Session) -> Reply:
        expire_what_is_due(db, backend, caller.owner_id)
        application = open_draft(db, application_id, caller)
        service = service_of(backend, application)
        errors = errors_of(db, backend, service, application)
        if errors:
            raise ProblemError(Code.NOT_READY, extensions={"missing": [error.pointer for error in errors]})
        items = [
            wire.QuoteItemView(
                id=item.id,
                title=cast("dict[str, str]", item.title),
                quantity=item.quantity,
                unit=MoneyWire(amount=item.unit_cents),
                total=MoneyWire(amount=item.total_cents),
                legal_basis=item.legal_basis,
            )
            for item in due(db, service, visible_data(service, application.data))
        ]
        now = backend.clock.now()
        row = Quote(
            id=backend.ids.new("q"),
            application_id=application.id,
            account_id=caller.owner_id,
            application_version=application.version,
            items=[cast("JsonValue", item.model_dump(by_alias=True)) for item in items],
            total_cents=sum(item.total.amount for item in items),
            valid_until=now + backend.lifetimes.quote,
        )
        db.add(row)
        view = wire.QuoteView(
            quote_id=row.id,
            items=items,
            total=MoneyWire(amount=row.total_cents),
            valid_until=row.valid_until,
        )
        return json_reply(200, view)

    return keyed.run(price)


def _read_patch(body: bytes) -> JsonObject:
    try:
        patch = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ProblemError(Code.MALFORMED_REQUEST) from error
    if not isinstance(patch, dict):
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("", "type"),))
    return patch
