"""Applications on the server: found by owner, checked against their definition, expired when it is time."""

from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id.application_states import EXPIRING_STATES, OPEN_DRAFT_STATES, Actor, State
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.form_rules import objections, visible_data
from sandbox.bochum_id.offices import local_day
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.register_entries import register_objections
from sandbox.bochum_id.tables import Application, JsonObject
from sandbox.bochum_id.timeline import move_on


def own_application(db: Session, application_id: str, caller: CitizenCaller) -> Application:
    """Find an application of the caller, or of whom the caller acts for; others do not exist."""
    application = db.get(Application, application_id)
    if application is None or application.account_id != caller.owner_id:
        raise ProblemError(Code.NOT_FOUND)
    return application


def open_draft(db: Session, application_id: str, caller: CitizenCaller) -> Application:
    """Find the caller's application as long as it can be changed; not-ready once it was sent."""
    application = own_application(db, application_id, caller)
    caller.demand_change()
    if application.state not in OPEN_DRAFT_STATES:
        raise ProblemError(Code.NOT_READY, extensions={"missing": ["draft"]})
    return application


def service_of(backend: Backend, application: Application) -> Service:
    """Find the definition to fill in and send; definition-outdated when its day of grace is over."""
    version = application.definition_version
    service = backend.catalogue.usable(application.service_id, version, backend.clock.now())
    if service is None:
        raise ProblemError(
            Code.DEFINITION_OUTDATED, extensions={"migratedTo": migrated_to(backend, application.service_id)}
        )
    return service


def migrated_to(backend: Backend, service_id: str) -> int:
    """Name the version that is offered now; 0 when the service is offered no more."""
    offered = backend.catalogue.services.get(service_id)
    return offered.version if offered else 0


def definition_of(backend: Backend, application: Application) -> JsonObject:
    """Find the definition an application was begun with, however old; without any, what one must have."""
    service = backend.catalogue.version(application.service_id, application.definition_version)
    if service is None:
        return {"title": {"de": application.service_id}, "duration": {"min": 0, "max": 0, "unit": "day"}}
    return service.definition


def title_of(backend: Backend, application: Application) -> dict[str, str]:
    return cast("dict[str, str]", definition_of(backend, application)["title"])


def expire_what_is_due(db: Session, backend: Backend, owner_id: str) -> None:
    """End the owner's drafts and unpaid applications whose time is over; their answers go.

    There is no clock that does it: whoever looks finds it done. The caller holds the owner's lock.
    """
    due = select(Application).where(
        Application.account_id == owner_id,
        Application.state.in_(EXPIRING_STATES),
        Application.expires_at <= backend.clock.now(),
    )
    for application in db.scalars(due):
        move_on(db, backend, application, State.EXPIRED, Actor.SYSTEM, at=application.expires_at)
        application.data = {}
        application.provenance = {}


def locked_pointers(application: Application) -> frozenset[str]:
    provenance = cast("dict[str, JsonObject]", application.provenance)
    return frozenset(pointer for pointer, origin in provenance.items() if origin["locked"])


def errors_of(
    db: Session, backend: Backend, service: Service, application: Application
) -> tuple[FieldError, ...]:
    """List what keeps an application from being sent: the definition's objections, and the registers'."""
    today = local_day(backend.clock.now())
    data = visible_data(service, application.data)
    found = objections(service, data, today)
    return (*found, *register_objections(db, service, data, application.account_id))
