"""Applications as drafts: start, read, change, price, drop (contract 5)."""

import json
from typing import cast

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import delete
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_application as wire
from sandbox.bochum_id.applications import (
    errors_of,
    locked_pointers,
    open_draft,
    own_application,
    prefilled,
    service_of,
    shown,
)
from sandbox.bochum_id.callers import BackendDep, CitizenDep
from sandbox.bochum_id.conditional import IfMatchDep, demand
from sandbox.bochum_id.form_rules import UNKNOWN_MEMBER, fees, objections, visible_data
from sandbox.bochum_id.idempotency import BodyDep, CitizenKeyed
from sandbox.bochum_id.json_documents import merged, overlaps, written_pointers
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.store import account_lock
from sandbox.bochum_id.tables import Application, JsonObject, JsonValue, Quote
from sandbox.bochum_id.wire import MoneyWire

router = APIRouter(prefix="/v1/applications")
_MERGE_PATCH = "application/merge-patch+json"
_LEVELS = ("normal", "substantiell", "hoch")


@router.post("", status_code=201, response_model=wire.ApplicationView)
def start(
    body: wire.NewApplication, backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed
) -> Response:
    """Open a draft, filled in with what the card said."""

    def open_new(db: Session) -> Reply:
        service = backend.catalogue.services.get(body.service_id)
        if service is None:
            raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/serviceId", "enum"),))
        if service.version != body.definition_version:
            raise ProblemError(Code.DEFINITION_OUTDATED, extensions={"migratedTo": service.version})
        needed = str(service.definition["requiredLevel"])
        if _LEVELS.index(caller.level) < _LEVELS.index(needed):
            raise ProblemError(
                Code.LEVEL_TOO_LOW,
                extensions={"requiredLevel": needed, "currentLevel": caller.level, "methods": ["eid"]},
            )
        data, provenance = prefilled(service, caller)
        now = backend.clock.now()
        application = Application(
            id=backend.ids.new("app"),
            account_id=caller.account_id,
            service_id=service.id,
            definition_version=service.version,
            state="draft",
            data=data,
            provenance=provenance,
            expires_at=now + backend.lifetimes.draft,
        )
        db.add(application)
        db.flush()
        return shown(service, application, status=201)

    return keyed.run(open_new)


@router.get("/{application_id}", response_model=wire.ApplicationView)
def get(application_id: str, backend: BackendDep, caller: CitizenDep) -> Response:
    with backend.store.transaction() as db:
        application = own_application(db, application_id, caller)
        return shown(service_of(backend, application), application).as_response()


@router.patch("/{application_id}", response_model=wire.ApplicationView)
def change(
    application_id: str,
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
    with backend.store.transaction(account_lock(caller.account_id)) as db:
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
            for error in objections(service, visible_data(service, data))
            if error.keyword == UNKNOWN_MEMBER
        ]
        if unknown:
            raise ProblemError(Code.VALIDATION_FAILED, errors=tuple(unknown))
        application.data = data
        application.version += 1
        application.state = "draft" if errors_of(service, application) else "ready"
        reply = shown(service, application)
    return reply.as_response()


@router.delete("/{application_id}", status_code=204)
def drop(application_id: str, backend: BackendDep, caller: CitizenDep, if_match: IfMatchDep) -> Response:
    """Delete a draft; what was sent cannot be deleted here."""
    with backend.store.transaction(account_lock(caller.account_id)) as db:
        application = open_draft(db, application_id, caller)
        demand(if_match, application.version)
        db.execute(delete(Quote).where(Quote.application_id == application.id))
        db.delete(application)
    return Response(status_code=204)


@router.post("/{application_id}/quote", response_model=wire.QuoteView)
def quote(application_id: str, backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed) -> Response:
    """Say what the application costs as it stands; it has to be complete."""

    def price(db: Session) -> Reply:
        application = open_draft(db, application_id, caller)
        service = service_of(backend, application)
        errors = errors_of(service, application)
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
            for item in fees(service, visible_data(service, application.data))
        ]
        now = backend.clock.now()
        row = Quote(
            id=backend.ids.new("q"),
            application_id=application.id,
            account_id=caller.account_id,
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
