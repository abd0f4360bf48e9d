"""How applications are shown: one in full, many in a list, and their timeline."""

from typing import cast

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_application as wire
from sandbox.bochum_id.application_states import OPEN_DRAFT_STATES
from sandbox.bochum_id.applications import errors_of, migrated_to, title_of
from sandbox.bochum_id.attachment_views import attachment_views
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.conditional import etag_of
from sandbox.bochum_id.cosignatures import valid_cosignature
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.tables import Application, ApplicationEvent
from sandbox.bochum_id.wire_login import CosignatureView


def shown(db: Session, backend: Backend, application: Application, status: int = 200) -> Reply:
    """Answer with the whole application and its ETag."""
    is_open = application.state in OPEN_DRAFT_STATES
    version = application.definition_version
    service = backend.catalogue.version(application.service_id, version) if is_open else None
    usable = backend.catalogue.usable(application.service_id, version, backend.clock.now())
    errors = errors_of(db, backend, service, application) if service else ()
    signature = valid_cosignature(db, service, application) if service else None
    view = wire.ApplicationView(
        id=application.id,
        state=application.state,
        service_id=application.service_id,
        definition_version=version,
        migrated_to=migrated_to(backend, application.service_id) if is_open and usable is None else None,
        data=application.data,
        provenance={
            pointer: wire.Origin.model_validate(origin) for pointer, origin in application.provenance.items()
        },
        validation=wire.Validation(
            valid=not errors, errors=[wire.ErrorView.model_validate(error.as_json()) for error in errors]
        ),
        attachments=attachment_views(db, backend, application.id),
        cosignature=CosignatureView(name=signature.name, signed_at=signature.signed_at)
        if signature
        else None,
        opened_at=application.opened_at,
        changed_at=application.changed_at,
        expires_at=application.expires_at,
        reference=application.reference,
    )
    headers = {"ETag": etag_of(application.version)}
    if status == 201:
        headers["Location"] = f"/v1/applications/{application.id}"
    return json_reply(status, view, headers)


def summary(backend: Backend, application: Application) -> wire.ApplicationSummary:
    """One line of a list: nothing of the answers."""
    return wire.ApplicationSummary(
        id=application.id,
        state=application.state,
        service_id=application.service_id,
        definition_version=application.definition_version,
        title=title_of(backend, application),
        opened_at=application.opened_at,
        changed_at=application.changed_at,
        expires_at=application.expires_at if application.state in OPEN_DRAFT_STATES else None,
        reference=application.reference,
    )


def event_view(event: ApplicationEvent, language: str) -> wire.EventView:
    words = cast("dict[str, str]", event.text)
    return wire.EventView(
        time=event.at, state=event.state, text=words.get(language, words["de"]), actor=event.actor
    )
