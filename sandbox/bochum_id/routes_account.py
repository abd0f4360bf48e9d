"""The citizen's account: details, consents, who saw what, cards, its end (contract 3)."""

import json
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Request
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_account as wire
from sandbox.bochum_id import wire_login
from sandbox.bochum_id.account_attributes import NAMES_OF_CARD
from sandbox.bochum_id.accounts import change, own_account, shown
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.callers import BackendDep, CitizenCaller, KnownDep
from sandbox.bochum_id.conditional import IfMatchDep, demand
from sandbox.bochum_id.idempotency import BodyDep, CitizenKeyed
from sandbox.bochum_id.levels import level_too_low, reaches
from sandbox.bochum_id.paging import Cursor, Limit, page_of
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.scenarios import ScenarioDep
from sandbox.bochum_id.step_up import begin_for_session
from sandbox.bochum_id.store import account_lock, terminal_lock
from sandbox.bochum_id.tables import Account, Activity, DeletionRequest, Pseudonym
from sandbox.bochum_id.wire import Id, rfc3339

router = APIRouter(prefix="/v1/account")
_MERGE_PATCH = "application/merge-patch+json"
_CONSENTS: tuple[wire.ConsentId, ...] = ("electronicDelivery", "mailboxNotificationEmail")
_FIXED = frozenset({"id", "type", "username", "attributes", "actingFor", *NAMES_OF_CARD.values()})


def _only_what_may_change(request: Request, body: BodyDep) -> None:
    """Say that a detail is fixed, rather than that it is unknown."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != _MERGE_PATCH:
        raise ProblemError(Code.UNSUPPORTED_MEDIA_TYPE)
    try:
        patch = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ProblemError(Code.MALFORMED_REQUEST) from error
    fixed = sorted(_FIXED & patch.keys()) if isinstance(patch, dict) else []
    if fixed:
        raise ProblemError(
            Code.LOCKED_FIELD, errors=tuple(FieldError(f"/{name}", "locked") for name in fixed)
        )


@router.get("", status_code=200, response_model=wire.AccountView, responses=refusals(Code.ACCOUNT_NOT_FOUND))
def get_account(backend: BackendDep, caller: KnownDep) -> Response:
    """Show the account; each detail says where it comes from, how sure that is, and since when."""
    with backend.store.transaction() as db:
        return shown(db, backend, own_account(db, caller)).as_response()


@router.patch(
    "",
    status_code=200,
    response_model=wire.AccountView,
    responses=refusals(Code.ACCOUNT_NOT_FOUND, Code.LOCKED_FIELD, Code.UNSUPPORTED_MEDIA_TYPE),
)
def change_account(
    backend: BackendDep,
    caller: KnownDep,
    if_match: IfMatchDep,
    _changeable: Annotated[None, Depends(_only_what_may_change)],
    patch: Annotated[wire.AccountPatch, Body(media_type=_MERGE_PATCH)],
) -> Response:
    """Change contact and preferences (RFC 7396); what a card said is `locked-field`."""
    with backend.store.transaction(account_lock(caller.account_id)) as db:
        account = own_account(db, caller)
        demand(if_match, account.version)
        change(db, backend, account, patch)
        record_activity(db, backend, account.id, "accountChanged", terminal_id=caller.terminal_id)
        reply = shown(db, backend, account)
    return reply.as_response()


@router.get(
    "/consents", status_code=200, response_model=wire.ConsentList, responses=refusals(Code.ACCOUNT_NOT_FOUND)
)
def list_consents(backend: BackendDep, caller: KnownDep) -> Response:
    """Show what was agreed to, and what nobody was asked yet."""
    with backend.store.transaction() as db:
        account = own_account(db, caller)
    items = [_consent(account, consent_id) for consent_id in _CONSENTS]
    return json_reply(200, wire.ConsentList(items=items)).as_response()


@router.get(
    "/consents/{consent_id}",
    status_code=200,
    response_model=wire.ConsentView,
    responses=refusals(Code.ACCOUNT_NOT_FOUND),
)
def get_consent(consent_id: wire.ConsentId, backend: BackendDep, caller: KnownDep) -> Response:
    """Show one consent."""
    with backend.store.transaction() as db:
        return json_reply(200, _consent(own_account(db, caller), consent_id)).as_response()


@router.put(
    "/consents/{consent_id}",
    status_code=200,
    response_model=wire.ConsentView,
    responses=refusals(Code.ACCOUNT_NOT_FOUND),
)
def decide_consent(
    consent_id: wire.ConsentId, decision: wire.ConsentDecision, backend: BackendDep, caller: KnownDep
) -> Response:
    """Give a consent or take it back; the same again changes nothing."""
    with backend.store.transaction(account_lock(caller.account_id)) as db:
        account = own_account(db, caller)
        if account.consents.get(consent_id) is not decision.granted:
            account.consents = {**account.consents, consent_id: decision.granted}
            moment = rfc3339(backend.clock.now())
            account.consents_changed = {**account.consents_changed, consent_id: moment}
            record_activity(
                db,
                backend,
                account.id,
                "consentChanged",
                terminal_id=caller.terminal_id,
                reference=consent_id,
            )
        view = _consent(account, consent_id)
    return json_reply(200, view).as_response()


@router.get(
    "/activity", status_code=200, response_model=wire.ActivityPage, responses=refusals(Code.ACCOUNT_NOT_FOUND)
)
def list_activity(
    backend: BackendDep, caller: KnownDep, limit: Limit = 50, cursor: Cursor | None = None
) -> Response:
    """Show who saw or used what, the latest first; of the organisation that one acts for, if so."""
    with backend.store.transaction() as db:
        own_account(db, caller)
        mine = select(Activity).where(Activity.account_id == caller.owner_id)
        rows, next_cursor = page_of(db, mine, (Activity.at, Activity.id), limit, cursor)
    items = [wire.ActivityView.model_validate(row, from_attributes=True) for row in rows]
    return json_reply(200, wire.ActivityPage(items=items, next_cursor=next_cursor)).as_response()


@router.get(
    "/eid-links", status_code=200, response_model=wire.EidLinkList, responses=refusals(Code.ACCOUNT_NOT_FOUND)
)
def list_eid_links(backend: BackendDep, caller: KnownDep) -> Response:
    """Show the cards that open the account."""
    with backend.store.transaction() as db:
        links = _links(db, own_account(db, caller))
    items = [
        wire.EidLinkView(
            id=link.id, type=link.document_type, linked_at=link.linked_at, valid_until=link.valid_until
        )
        for link in links
    ]
    return json_reply(200, wire.EidLinkList(items=items)).as_response()


@router.post(
    "/eid-links",
    status_code=201,
    response_model=wire_login.LoginAttemptView,
    responses=refusals(Code.ACCOUNT_NOT_FOUND),
)
def begin_eid_link(
    body: wire_login.CardRequest,
    backend: BackendDep,
    caller: KnownDep,
    keyed: CitizenKeyed,
    scenarios: ScenarioDep,
) -> Response:
    """Ask for another card of the same person; `session` of the attempt links it, as a step-up does."""
    if body.service_id is not None:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/serviceId", "not"),))

    def begin(db: Session) -> Reply:
        own_account(db, caller)
        return begin_for_session(db, backend, caller.session_id, "linkCard", body, scenarios)

    return keyed.under(terminal_lock(caller.terminal_id)).run(begin)


@router.delete(
    "/eid-links/{link_id}",
    status_code=204,
    responses=refusals(Code.ACCOUNT_NOT_FOUND, Code.LEVEL_TOO_LOW, Code.NOT_READY),
)
def remove_eid_link(link_id: Annotated[Id, Path()], backend: BackendDep, caller: KnownDep) -> Response:
    """Let a card open the account no more; the last one stays as long as there is no password.

    Needs level hoch: else a stolen password would lock the owner's card out.
    """
    with backend.store.transaction(account_lock(caller.account_id)) as db:
        account = own_account(db, caller)
        links = _links(db, account)
        link = next((link for link in links if link.id == link_id), None)
        if link is None:
            raise ProblemError(Code.NOT_FOUND)
        _demand_level(caller, "hoch")
        if len(links) == 1 and account.password_hash is None:
            raise ProblemError(Code.NOT_READY, extensions={"missing": ["password"]})
        db.delete(link)
        record_activity(db, backend, account.id, "cardUnlinked", terminal_id=caller.terminal_id)
    return Response(status_code=204)


@router.post(
    "/deletion-requests",
    status_code=202,
    response_model=wire.DeletionRequestView,
    responses=refusals(Code.ACCOUNT_NOT_FOUND, Code.LEVEL_TOO_LOW),
)
def request_deletion(backend: BackendDep, caller: KnownDep, keyed: CitizenKeyed) -> Response:
    """Ask for the end of the account; until it is due, the city can take it back."""

    def note_down(db: Session) -> Reply:
        account = own_account(db, caller)
        _demand_level(caller, "substantiell")
        request = db.get(DeletionRequest, account.id)
        if request is None:
            now = backend.clock.now()
            request = DeletionRequest(
                id=backend.ids.new("del"),
                account_id=account.id,
                requested_at=now,
                effective_at=now + backend.lifetimes.deletion,
            )
            db.add(request)
            record_activity(db, backend, account.id, "deletionRequested", terminal_id=caller.terminal_id)
        view = wire.DeletionRequestView(
            id=request.id, requested_at=request.requested_at, effective_at=request.effective_at
        )
        return json_reply(202, view)

    return keyed.under(account_lock(caller.account_id)).run(note_down)


def _consent(account: Account, consent_id: wire.ConsentId) -> wire.ConsentView:
    changed = account.consents_changed.get(consent_id)
    return wire.ConsentView(
        id=consent_id,
        granted=account.consents.get(consent_id) is True,
        changed_at=datetime.fromisoformat(str(changed)) if changed else None,
    )


def _links(db: Session, account: Account) -> list[Pseudonym]:
    mine = select(Pseudonym).where(Pseudonym.account_id == account.id)
    return list(db.scalars(mine.order_by(Pseudonym.linked_at, Pseudonym.id)))


def _demand_level(caller: CitizenCaller, needed: str) -> None:
    if not reaches(caller.level, needed):
        raise level_too_low(needed, caller.level)
