"""Requests that can be sent twice and happen once: Idempotency-Key (contract section 1)."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import (
    BackendDep,
    CitizenCaller,
    CitizenDep,
    EitherDep,
    TerminalCaller,
    TerminalDep,
)
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.replies import Reply
from sandbox.bochum_id.store import terminal_lock
from sandbox.bochum_id.tables import IdempotencyRecord, JsonObject

_KEY = re.compile(r'"([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"')

type Action = Callable[[Session], Reply | ProblemError]
"""What a request does; a returned problem keeps what was written, a raised one undoes it."""


async def _raw_body(request: Request) -> bytes:
    return await request.body()


@dataclass(frozen=True, slots=True)
class Keyed:
    """A request that carries a key."""

    backend: Backend
    terminal_id: str
    session_id: str | None
    locks: tuple[str, ...]
    """Whose things it changes: requests of one citizen, or of one terminal, come one after another."""
    key: str
    route: str
    request_digest: str

    def under(self, lock: str) -> "Keyed":
        """Take another lock instead: when the request changes things of somebody else than the caller."""
        return replace(self, locks=(lock,))

    def run(self, action: Action) -> Response:
        """Do `action` once; its effect and the stored answer are one transaction: both or neither.

        A repetition that arrives meanwhile waits for the transaction and then gets the stored answer.
        """
        now = self.backend.clock.now()
        with self.backend.store.transaction(*self.locks) as db:
            record = db.get(IdempotencyRecord, (self.terminal_id, self.key, self.route))
            if record is not None and record.expires_at > now:
                return self._stored(record)
            outcome = action(db)
            if isinstance(outcome, Reply):
                db.merge(self._record(outcome, now))
        if isinstance(outcome, ProblemError):
            raise outcome
        return outcome.as_response()

    def _stored(self, record: IdempotencyRecord) -> Response:
        if record.request_digest != self.request_digest:
            raise ProblemError(Code.IDEMPOTENCY_KEY_REUSE)
        headers = cast("dict[str, str]", record.headers)
        reply = Reply(record.status, record.body, {**headers, "Idempotency-Replayed": "true"})
        return reply.as_response()

    def _record(self, reply: Reply, now: datetime) -> IdempotencyRecord:
        return IdempotencyRecord(
            terminal_id=self.terminal_id,
            key=self.key,
            route=self.route,
            request_digest=self.request_digest,
            session_id=reply.session_id or self.session_id,
            status=reply.status,
            headers=cast("JsonObject", dict(reply.headers)),
            body=reply.body,
            expires_at=now + self.backend.lifetimes.idempotency_key,
        )


BodyDep = Annotated[bytes, Depends(_raw_body)]


def bare_key(request: Request) -> str:
    """Read the key; a dependency of its own for requests of nobody in particular."""
    key = _KEY.fullmatch(request.headers.get("idempotency-key", ""))
    if key is None:
        raise ProblemError(Code.IDEMPOTENCY_KEY_MISSING)
    return key.group(1).lower()


BareKey = Annotated[str, Depends(bare_key)]


def keyed_by(request: Request, backend: Backend, key: str, body: bytes, terminal_id: str) -> Keyed:
    """Key a request without a token, that is about a terminal."""
    route = f"{request.method} {request.url.path}"
    digest = hashlib.sha256(body).hexdigest()
    return Keyed(backend, terminal_id, None, (terminal_lock(terminal_id),), key, route, digest)


def _keyed(request: Request, backend: Backend, body: bytes, caller: TerminalCaller | CitizenCaller) -> Keyed:
    key = bare_key(request)
    # The session is part of the request: the next citizen at this terminal never gets this one's answer.
    match caller:
        case CitizenCaller():
            locks = caller.locks
        case TerminalCaller():
            locks = (terminal_lock(caller.terminal_id),)
    session_id = caller.session_id if isinstance(caller, CitizenCaller) else None
    said = f"{session_id}\n{request.headers.get('if-match', '')}\n".encode() + body
    route = f"{request.method} {request.url.path}"
    digest = hashlib.sha256(said).hexdigest()
    return Keyed(backend, caller.terminal_id, session_id, locks, key, route, digest)


def terminal_keyed(request: Request, backend: BackendDep, caller: TerminalDep, body: BodyDep) -> Keyed:
    return _keyed(request, backend, body, caller)


def citizen_keyed(request: Request, backend: BackendDep, caller: CitizenDep, body: BodyDep) -> Keyed:
    return _keyed(request, backend, body, caller)


def either_keyed(request: Request, backend: BackendDep, caller: EitherDep, body: BodyDep) -> Keyed:
    return _keyed(request, backend, body, caller)


TerminalKeyed = Annotated[Keyed, Depends(terminal_keyed)]
CitizenKeyed = Annotated[Keyed, Depends(citizen_keyed)]
EitherKeyed = Annotated[Keyed, Depends(either_keyed)]
