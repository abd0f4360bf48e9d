"""A citizen's session as a row, as a token and as the terminal sees it (contract 2.3)."""

from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.account_attributes import display_name
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.levels import NOBODYS_LEVEL, PASSWORD_LEVEL, Level, level_uri
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.representation import acting_for
from sandbox.bochum_id.session_end import end_session
from sandbox.bochum_id.tables import Account, CitizenSession, LoginAttempt, Organisation


def open_session(
    db: Session, backend: Backend, attempt: LoginAttempt, account_id: str, mode: str, *, certified: bool
) -> CitizenSession:
    """Begin the session of a verified attempt; any other one at this terminal ends.

    A `certified` one is bound to connections with the terminal's certificate.
    """
    now = backend.clock.now()
    session = CitizenSession(
        id=backend.ids.new("ses"),
        terminal_id=attempt.terminal_id,
        account_id=account_id,
        account_mode=mode,
        dpop_jkt=attempt.dpop_jkt,
        certified=certified,
        level="hoch" if attempt.method == "eid" else PASSWORD_LEVEL,
        methods=[attempt.method],
        ui_language=attempt.ui_language,
        attributes=attempt.attributes,
        authenticated_at=now,
        last_seen=now,
        absolute_end=now + backend.lifetimes.absolute,
    )
    return _begun(db, session)


def open_anonymous(
    db: Session, backend: Backend, terminal_id: str, wanted: wire.NewAnonymousSession, *, certified: bool
) -> CitizenSession:
    """Begin a session in which nobody has said who they are; any other one at this terminal ends.

    What it owns hangs on an account that ends with it, and that nobody can sign in to.
    """
    now = backend.clock.now()
    account = Account(id=backend.ids.new("acc"), created_at=now, transient=True, consents={})
    db.add(account)
    db.flush()
    session = CitizenSession(
        id=backend.ids.new("ses"),
        terminal_id=terminal_id,
        account_id=account.id,
        account_mode="transient",
        dpop_jkt=wanted.dpop_jkt,
        certified=certified,
        level=NOBODYS_LEVEL,
        methods=[],
        ui_language=wanted.ui_language,
        attributes=None,
        authenticated_at=now,
        last_seen=now,
        absolute_end=now + backend.lifetimes.anonymous,
    )
    return _begun(db, session)


def _begun(db: Session, session: CitizenSession) -> CitizenSession:
    living = select(CitizenSession).where(
        CitizenSession.terminal_id == session.terminal_id, CitizenSession.ended_reason.is_(None)
    )
    for other in db.scalars(living):
        end_session(db, other, "replaced")
    db.add(session)
    return session


def token_reply(db: Session, backend: Backend, session: CitizenSession) -> Reply:
    """Hand out a token with the session; a stored copy of the answer ends with it."""
    view = wire.NewSessionView(
        access_token=token_of(backend, session),
        expires_in=int(backend.lifetimes.citizen_token.total_seconds()),
        session=session_view(db, backend, session),
    )
    reply = json_reply(201, view)
    return Reply(reply.status, reply.body, reply.headers, session.id)


def token_of(backend: Backend, session: CitizenSession) -> str:
    """Issue a token that may outlive the session: the session's own end is checked with every call."""
    return backend.tokens.for_citizen(session, backend.clock.now(), backend.lifetimes.citizen_token)


def session_view(db: Session, backend: Backend, session: CitizenSession) -> wire.SessionView:
    mode: wire.AccountMode = "existing"
    if session.account_mode in {"create", "transient"}:
        mode = "create" if session.account_mode == "create" else "transient"
    card = session.attributes or {}
    document = None
    if "DocumentType" in card:
        document = wire.DocumentView.model_validate(
            {"type": card["DocumentType"], "validUntil": card.get("DateOfExpiry")}
        )
    mandate = None
    if session.acting_for is not None:
        mandate = acting_for(db, session.acting_for, session.account_id, backend.clock.now())
    organisation = db.get(Organisation, mandate.organisation_id) if mandate else None
    acts_for = None
    if mandate is not None and organisation is not None:
        acts_for = wire.ActingForView(
            id=organisation.id, name=str(organisation.attributes["name"]), scope=mandate.reach.value
        )
    return wire.SessionView(
        id=session.id,
        level=cast("Level", session.level),
        level_uri=level_uri(session.level),
        methods=cast("list[wire.Method]", session.methods),
        document=document,
        account_mode=mode,
        acting_for=acts_for,
        display_name=display_name(card, db.get(Account, session.account_id)),
        idle_timeout=int(backend.lifetimes.idle.total_seconds()),
        absolute_end=session.absolute_end,
    )
