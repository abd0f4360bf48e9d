"""A second person's signature: by their own card, under the answers as they will be sent (contract 5)."""

import json
from typing import Final, cast

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.account_attributes import identity_of_card
from sandbox.bochum_id.account_opening import lock_account
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.application_states import OPEN_DRAFT_STATES
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.form_rules import visible_data
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import Problem
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.session_end import close_attempt
from sandbox.bochum_id.tables import Application, CitizenSession, Cosignature, LoginAttempt, Pseudonym

COSIGN: Final = "cosign"
"""The purpose of the login attempt that reads the second card."""


def is_needed(service: Service) -> bool:
    demand = cast("dict[str, object]", service.definition.get("cosignature", {}))
    return demand.get("required") is True


def valid_cosignature(db: Session, service: Service, application: Application) -> Cosignature | None:
    """Find the second signature, as long as what was signed is what is there now."""
    signature = db.get(Cosignature, application.id)
    if signature is None or signature.declaration_digest != declaration_digest(service, application):
        return None
    return signature


def declaration_digest(service: Service, application: Application) -> str:
    """Digest what a second person puts their name to: the form, the answers, the declarations."""
    signed = {
        "serviceId": service.id,
        "definitionVersion": service.version,
        "data": visible_data(service, application.data),
        "declarations": service.definition["declarations"],
    }
    return content_digest(json.dumps(signed, sort_keys=True, separators=(",", ":")).encode())


def take_cosignature(db: Session, backend: Backend, attempt: LoginAttempt) -> Problem | None:
    """Put the name on the verified card under the application; a problem when it must not be.

    Nobody is signed in by it: the attempt is over, without a code.
    """
    application = db.get(Application, attempt.application_id)
    session = db.get(CitizenSession, attempt.session_id)
    if application is None or session is None or session.ended_reason is not None:
        return Problem(Code.LOGIN_FAILED)
    lock_account(db, application.account_id)
    db.refresh(application)
    service = backend.catalogue.usable(
        application.service_id, application.definition_version, backend.clock.now()
    )
    if application.state not in OPEN_DRAFT_STATES or service is None:
        return Problem(Code.APPLICATION_STATE, {"state": application.state})
    card = attempt.attributes or {}
    pseudonym = db.get(Pseudonym, attempt.pseudonym_digest)
    known_as = pseudonym.account_id if pseudonym else None
    # Names and birth date too: a one-off use leaves no pseudonym, and people have more than one card.
    looks_the_same = identity_of_card(card) == identity_of_card(session.attributes or {})
    if known_as in {session.account_id, application.opened_by} or looks_the_same:
        return Problem(Code.SAME_PERSON)
    name = " ".join(str(card[part]) for part in ("GivenNames", "FamilyNames") if part in card)
    db.merge(
        Cosignature(
            application_id=application.id,
            name=name,
            pseudonym_digest=attempt.pseudonym_digest or "",
            signed_at=backend.clock.now(),
            declaration_digest=declaration_digest(service, application),
        )
    )
    record_activity(
        db,
        backend,
        application.account_id,
        "cosignature",
        terminal_id=attempt.terminal_id,
        reference=application.id,
    )
    close_attempt(attempt, "consumed")
    return None


def cosigned_reply(db: Session, attempt: LoginAttempt) -> Reply:
    """Say who has signed; the same again when asked again."""
    signature = db.get_one(Cosignature, attempt.application_id)
    view = wire.CosignatureView(name=signature.name, signed_at=signature.signed_at)
    return json_reply(200, wire.CosignedAttempt(id=attempt.id, cosignature=view))
