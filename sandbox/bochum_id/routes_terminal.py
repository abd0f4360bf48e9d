"""What a terminal may ask without a citizen: its token, the catalogue, the public status."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import delete
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_catalogue as catalogue_wire
from sandbox.bochum_id import wire_terminal as wire
from sandbox.bochum_id.account_removal import remove_accounts_due
from sandbox.bochum_id.callers import BackendDep, TerminalDep
from sandbox.bochum_id.components import health_of, status_of
from sandbox.bochum_id.guessing import forget_old_guesses
from sandbox.bochum_id.idempotency import BodyDep
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import JSON_MEDIA_TYPE, json_reply
from sandbox.bochum_id.session_end import end_all_at
from sandbox.bochum_id.store import terminal_lock
from sandbox.bochum_id.tables import FactorChallenge, IdempotencyRecord, UsedNonce
from sandbox.bochum_id.terminal_tokens import TOKEN_FORM, grant

router = APIRouter(prefix="/v1")


@router.post(
    "/oauth/token",
    status_code=200,
    response_model=wire.TerminalTokenView,
    responses=refusals(
        Code.MALFORMED_REQUEST,
        Code.TERMINAL_UNKNOWN,
        Code.TERMINAL_BLOCKED,
        Code.TERMINAL_CERTIFICATE_EXPIRED,
        Code.CLOCK_SKEW,
        Code.REQUEST_TOO_LARGE,
    ),
    openapi_extra={"requestBody": TOKEN_FORM},
)
def issue_terminal_token(request: Request, body: BodyDep, backend: BackendDep) -> Response:
    """Give the terminal a short token.

    Profile J: for a signed client assertion and a DPoP proof, bound to the proof's key. Profile M: for the
    certificate of the connection, bound to it.
    """
    with backend.store.transaction() as db:
        _forget_expired(backend, db)
        granted = grant(db, request, backend, body)
    token = wire.TerminalTokenView(
        access_token=granted.token,
        token_type=granted.token_type,
        expires_in=int(backend.lifetimes.terminal_token.total_seconds()),
        scope="terminal",
    )
    return json_reply(200, token).as_response()


def _forget_expired(backend: BackendDep, db: Session) -> None:
    now = backend.clock.now()
    db.execute(delete(UsedNonce).where(UsedNonce.expires_at < now))
    db.execute(delete(IdempotencyRecord).where(IdempotencyRecord.expires_at < now))
    db.execute(delete(FactorChallenge).where(FactorChallenge.expires_at < now))
    forget_old_guesses(db, now)
    remove_accounts_due(db, now)


@router.delete("/terminals/self/sessions", status_code=204)
def end_terminals_sessions(backend: BackendDep, caller: TerminalDep) -> Response:
    """End what a crash left open."""
    with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
        end_all_at(db, caller.terminal_id, "revoked")
    return Response(status_code=204)


@router.get(
    "/catalogue",
    response_model=catalogue_wire.CatalogueView,
    responses={304: {"description": "Nothing has changed since the version in If-None-Match."}},
)
def get_catalogue(request: Request, backend: BackendDep, caller: TerminalDep) -> Response:  # noqa: ARG001 - proves who calls
    """Give life situations and services, signed as a whole; `ETag`, five minutes fresh."""
    catalogue = backend.catalogue
    headers = {
        "ETag": catalogue.etag,
        "Cache-Control": "max-age=300, stale-if-error=604800",
    }
    if request.headers.get("if-none-match") == catalogue.etag:
        return Response(status_code=304, headers=headers)
    return Response(catalogue.content, headers={**headers, "Content-Type": JSON_MEDIA_TYPE})


@router.get(
    "/catalogue/services/{service_id}/versions/{version}",
    response_model=catalogue_wire.ServiceDefinitionView,
    responses=refusals(Code.NOT_FOUND),
)
def get_definition(
    service_id: str,
    version: int,
    backend: BackendDep,
    caller: TerminalDep,  # noqa: ARG001 - proves who calls
) -> Response:
    """Give one version of a service definition, for ever the same; checked with the catalogue's digest."""
    service = backend.catalogue.version(service_id, version)
    if service is None:
        raise ProblemError(Code.NOT_FOUND)
    headers = {
        "ETag": f'"{service.id}.{service.version}"',
        "Cache-Control": "max-age=31536000, immutable",
        "Content-Type": JSON_MEDIA_TYPE,
    }
    return Response(service.content, headers=headers)


@router.get("/status", response_model=wire.StatusView)
def get_status(backend: BackendDep) -> Response:
    """Tell anybody whether the backend is well, and each of its parts."""
    health = health_of(backend)
    view = wire.StatusView(status=status_of(backend, health), components=health)
    return json_reply(200, view).as_response()
