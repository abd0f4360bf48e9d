"""What an application is, on the server: its rows found by owner, checked against its definition, shown."""

from typing import cast

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_application as wire
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.conditional import etag_of
from sandbox.bochum_id.form_rules import objections, visible_data
from sandbox.bochum_id.json_documents import with_value
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.session_end import OPEN_DRAFT_STATES
from sandbox.bochum_id.tables import Application, JsonObject


def own_application(db: Session, application_id: str, caller: CitizenCaller) -> Application:
    """Find the caller's application; somebody else's does not exist."""
    application = db.get(Application, application_id)
    if application is None or application.account_id != caller.account_id:
        raise ProblemError(Code.NOT_FOUND)
    return application


def open_draft(db: Session, application_id: str, caller: CitizenCaller) -> Application:
    """Find the caller's application as long as it can be changed; not-ready once it was sent."""
    application = own_application(db, application_id, caller)
    if application.state not in OPEN_DRAFT_STATES:
        raise ProblemError(Code.NOT_READY, extensions={"missing": ["draft"]})
    return application


def service_of(backend: Backend, application: Application) -> Service:
    service = backend.catalogue.services.get(application.service_id)
    if service is None or service.version != application.definition_version:
        newer = service.version if service else 0
        raise ProblemError(Code.DEFINITION_OUTDATED, extensions={"migratedTo": newer})
    return service


def prefilled(service: Service, caller: CitizenCaller) -> tuple[JsonObject, JsonObject]:
    """Fill in what the card said; return data and provenance.

    A locked target without a value stays locked: the card had nothing there, or the citizen kept it back.
    """
    data: JsonObject = {}
    provenance: JsonObject = {}
    for rule in cast("list[dict[str, str | bool]]", service.definition["prefill"]):
        target = str(rule["target"])
        source, _, name = str(rule["from"]).partition(".")
        if source == "eid" and name in caller.attributes:
            data = with_value(data, target, caller.attributes[name])
        provenance[target] = {"source": source, "level": caller.level, "locked": bool(rule["lock"])}
    return data, provenance


def locked_pointers(application: Application) -> frozenset[str]:
    provenance = cast("dict[str, JsonObject]", application.provenance)
    return frozenset(pointer for pointer, origin in provenance.items() if origin["locked"])


def errors_of(service: Service, application: Application) -> tuple[FieldError, ...]:
    return objections(service, visible_data(service, application.data))


def shown(service: Service, application: Application, status: int = 200) -> Reply:
    """Answer with the whole application and its ETag."""
    errors = errors_of(service, application)
    view = wire.ApplicationView(
        id=application.id,
        state=application.state,
        service_id=application.service_id,
        definition_version=application.definition_version,
        data=application.data,
        provenance={
            pointer: wire.Origin.model_validate(origin) for pointer, origin in application.provenance.items()
        },
        validation=wire.Validation(
            valid=not errors, errors=[wire.ErrorView.model_validate(error.as_json()) for error in errors]
        ),
        expires_at=application.expires_at,
        reference=application.reference,
    )
    headers = {"ETag": etag_of(application.version)}
    if status == 201:
        headers["Location"] = f"/v1/applications/{application.id}"
    return json_reply(status, view, headers)
