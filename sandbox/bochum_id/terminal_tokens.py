"""How a terminal gets its token: by a signed assertion, or by its certificate (contract 2.1)."""

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl

from fastapi import Request
from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import proof_in
from sandbox.bochum_id.connections import certified_peer, origin_of
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.proofs import check_client_assertion, claimed_terminal, spend
from sandbox.bochum_id.tables import Terminal
from sandbox.bochum_id.tokens import CERTIFICATE_THUMBPRINT

_GRANT: Final = {"grant_type": "client_credentials", "scope": "terminal"}
_ASSERTION: Final = {"client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"}

_NOT_EMPTY: Final = {"type": "string", "minLength": 1}
TOKEN_FORM: Final[dict[str, Any]] = {
    "required": True,
    "content": {
        "application/x-www-form-urlencoded": {
            "schema": {
                "oneOf": [
                    {
                        "title": "Profile J",
                        "type": "object",
                        "required": [*_GRANT, *_ASSERTION, "client_assertion"],
                        "properties": {
                            **{name: {"const": value} for name, value in (_GRANT | _ASSERTION).items()},
                            "client_assertion": _NOT_EMPTY | {"description": "RFC 7523, ES256"},
                        },
                        "additionalProperties": False,
                    },
                    {
                        "title": "Profile M",
                        "type": "object",
                        "required": [*_GRANT, "client_id"],
                        "properties": {
                            **{name: {"const": value} for name, value in _GRANT.items()},
                            "client_id": _NOT_EMPTY | {"description": "The terminal's id"},
                        },
                        "additionalProperties": False,
                    },
                ]
            }
        }
    },
}
"""What the request looks like, for the OpenAPI document."""


@dataclass(frozen=True, slots=True)
class Granted:
    """A token, and how it is to be sent."""

    token: str
    token_type: str


def grant(db: Session, request: Request, backend: Backend, body: bytes) -> Granted:
    """Read the form (RFC 6749 4.4.2) and who sends it; ProblemError unless a terminal in good order."""
    form = dict(parse_qsl(body.decode("ascii", "replace"), keep_blank_values=True))
    assertion = form.pop("client_assertion", None)
    if assertion is not None and form == _GRANT | _ASSERTION:
        return _by_assertion(db, request, backend, assertion)
    client_id = form.pop("client_id", None)
    if client_id is not None and form == _GRANT:
        return _by_certificate(db, request, backend, client_id)
    raise ProblemError(Code.MALFORMED_REQUEST)


def _by_assertion(db: Session, request: Request, backend: Backend, client_assertion: str) -> Granted:
    """Profile J (RFC 7523 2.2): the token is bound to the key of the request's DPoP proof."""
    now = backend.clock.now()
    terminal = db.get(Terminal, claimed_terminal(client_assertion))
    if terminal is None:
        raise ProblemError(Code.TERMINAL_UNKNOWN)
    endpoint = origin_of(request, backend) + request.url.path
    assertion = check_client_assertion(client_assertion, terminal.public_key_pem, endpoint, now)
    if terminal.blocked:
        raise ProblemError(Code.TERMINAL_BLOCKED)
    proof = proof_in(db, request, backend, "dpop", None, Code.TERMINAL_UNKNOWN)
    spend(db, assertion, Code.TERMINAL_UNKNOWN)
    life = backend.lifetimes.terminal_token
    return Granted(backend.tokens.for_terminal(terminal.id, {"jkt": proof.jkt}, now, life), "DPoP")


def _by_certificate(db: Session, request: Request, backend: Backend, client_id: str) -> Granted:
    """Profile M (RFC 8705 2.1, 3): the token works on connections with this very certificate."""
    now = backend.clock.now()
    peer = certified_peer(db, request, now)
    terminal = db.get(Terminal, peer.terminal_id) if peer is not None else None
    if peer is None or terminal is None or terminal.id != client_id:
        raise ProblemError(Code.TERMINAL_UNKNOWN)
    if terminal.blocked:
        raise ProblemError(Code.TERMINAL_BLOCKED)
    confirmation = {CERTIFICATE_THUMBPRINT: peer.thumbprint}
    token = backend.tokens.for_terminal(terminal.id, confirmation, now, backend.lifetimes.terminal_token)
    return Granted(token, "Bearer")
