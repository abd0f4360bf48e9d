"""What a terminal may ask without a citizen: its token, the catalogue, the public status."""

from urllib.parse import parse_qsl

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import delete
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_catalogue as catalogue_wire
from sandbox.bochum_id import wire_terminal as wire
from sandbox.bochum_id.account_removal import remove_accounts_due
from sandbox.bochum_id.callers import BackendDep, TerminalDep, proof_in
from sandbox.bochum_id.components import health_of, status_of
from sandbox.bochum_id.guessing import forget_old_guesses
from sandbox.bochum_id.idempotency import BodyDep
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.proofs import check_client_assertion, claimed_terminal, spend
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import JSON_MEDIA_TYPE, json_reply
from sandbox.bochum_id.session_end import end_all_at
from sandbox.bochum_id.store import terminal_lock
from sandbox.bochum_id.tables import FactorChallenge, IdempotencyRecord, Terminal, UsedNonce

router = APIRouter(prefix="/v1")
_TOKEN_REQUEST = {
    "grant_type": "client_credentials",
    "scope": "terminal",
    "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
}
"""What the form says beside the assertion (RFC 6749 4.4.2, RFC 7523 2.2)."""


@router.post("/oauth/token", response_model=wire.TerminalTokenView)
def issue_terminal_token(request: Request, body: BodyDep, backend: BackendDep) -> Response:
    """Profile J: a signed client assertion and a DPoP proof for a short token bound to the proof's key."""
    form = dict(parse_qsl(body.decode("ascii", "replace")))
    client_assertion = form.pop("client_assertion", "")
    if form != _TOKEN_REQUEST:
        raise ProblemError(Code.MALFORMED_REQUEST)
    now = backend.clock.now()
    endpoint = backend.origins.api + request.url.path
    with backend.store.transaction() as db:
        _forget_expired(backend, db)
        terminal = db.get(Terminal, claimed_terminal(client_assertion))
        if terminal is None:
            raise ProblemError(Code.TERMINAL_UNKNOWN)
        assertion = check_client_assertion(client_assertion, terminal.public_key_pem, endpoint, now)
        if terminal.blocked:
            raise ProblemError(Code.TERMINAL_BLOCKED)
        proof = proof_in(db, request, backend, "dpop", None, Code.TERMINAL_UNKNOWN)
        spend(db, assertion, Code.TERMINAL_UNKNOWN)
    life = backend.lifetimes.terminal_token
    token = wire.TerminalTokenView(
        access_token=backend.tokens.for_terminal(terminal.id, proof.jkt, now, life),
        token_type="DPoP",  # noqa: S106 - the name of the scheme
        expires_in=int(life.total_seconds()),
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
