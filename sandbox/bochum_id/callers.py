"""Who calls: the terminal and the citizen, each known by a token and a proof of possession (contract 2)."""

from dataclasses import dataclass, field
from typing import Annotated, cast

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from sandbox.bochum_id.account_attributes import display_name
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.connections import certified_peer, origin_of
from sandbox.bochum_id.levels import NOBODYS_LEVEL, PASSWORD_LEVEL, level_too_low
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.proofs import Proof, check_dpop, spend
from sandbox.bochum_id.rate_limits import count_terminal_call
from sandbox.bochum_id.representation import ActingFor, Reach, acting_for
from sandbox.bochum_id.session_end import end_session, overdue
from sandbox.bochum_id.store import account_lock
from sandbox.bochum_id.tables import Account, CitizenSession, JsonObject, Terminal
from sandbox.bochum_id.tokens import Access, Scope, claimed_scope

VISIT_PROOF_HEADER = "Visit-DPoP"
"""Carries the visit key's proof at the session exchange; `DPoP`, allowed once, carries the terminal's."""


def _backend(request: Request) -> Backend:
    return cast("Backend", request.app.state.backend)


BackendDep = Annotated[Backend, Depends(_backend)]


@dataclass(frozen=True, slots=True)
class TerminalCaller:
    terminal_id: str
    certified: bool = False
    """It showed its certificate (profile M)."""


@dataclass(frozen=True, slots=True)
class CitizenCaller:
    terminal_id: str
    session_id: str
    account_id: str
    level: str
    attributes: JsonObject = field(repr=False)
    """What the card said, by its TR-03130 names."""
    acting_for: ActingFor | None = None
    actor: str | None = field(default=None, repr=False)
    """Who acts for the organisation, by name; None in the person's own name."""

    @property
    def owner_id(self) -> str:
        """Whose things are meant: the person's own, or the organisation's."""
        return self.acting_for.organisation_id if self.acting_for else self.account_id

    @property
    def locks(self) -> tuple[str, ...]:
        """What a transaction takes that changes the person's things or the organisation's."""
        return tuple({account_lock(self.account_id), account_lock(self.owner_id)})

    def demand_change(self) -> None:
        """Refuse who may only look: ProblemError representation-too-narrow."""
        if self.acting_for is not None and self.acting_for.reach is not Reach.FULL:
            raise ProblemError(Code.REPRESENTATION_TOO_NARROW)


def proof_in(
    db: Session,
    request: Request,
    backend: Backend,
    header: str,
    access_token: str | None,
    refusal: Code = Code.TOKEN_INVALID,
) -> Proof:
    """Check and spend the one proof in `header`; ProblemError when it does not fit this very request."""
    proofs = request.headers.getlist(header)
    if len(proofs) != 1:
        raise ProblemError(refusal)
    proof = check_dpop(
        proofs[0],
        method=request.method,
        url=origin_of(request, backend) + request.url.path,
        now=backend.clock.now(),
        tolerance=backend.lifetimes.proof,
        access_token=access_token,
    )
    spend(db, proof, refusal)
    return proof


def _access(db: Session, request: Request, backend: Backend, scope: Scope) -> Access:
    """Check the token and who holds it: the key of the proof, or the certificate of the connection.

    A request over a connection with a certificate comes from that terminal and from no other.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() not in {"dpop", "bearer"} or not token:
        raise ProblemError(Code.TOKEN_INVALID)
    access = backend.tokens.read(token, scope, backend.clock.now())
    peer = certified_peer(db, request, backend.clock.now())
    if scheme.lower() == "dpop":
        held = access.jkt is not None and proof_in(db, request, backend, "dpop", token).jkt == access.jkt
    else:
        held = access.certificate is not None and peer is not None and peer.thumbprint == access.certificate
    if not held or (peer is not None and peer.terminal_id != access.terminal_id):
        raise ProblemError(Code.TOKEN_INVALID)
    return access


def terminal_caller(request: Request, backend: BackendDep) -> TerminalCaller:
    with backend.store.transaction() as db:
        access = _access(db, request, backend, Scope.TERMINAL)
        terminal_id = _admitted(db, access.terminal_id)
        count_terminal_call(db, request, backend.limits, terminal_id, backend.clock)
        return TerminalCaller(terminal_id, access.certificate is not None)


def _admitted(db: Session, terminal_id: str) -> str:
    """Let a terminal in, unless it is unknown or blocked."""
    terminal = db.get(Terminal, terminal_id)
    if terminal is None:
        raise ProblemError(Code.TERMINAL_UNKNOWN)
    if terminal.blocked:
        raise ProblemError(Code.TERMINAL_BLOCKED)
    return terminal.id


def citizen_caller(request: Request, backend: BackendDep) -> CitizenCaller:
    now = backend.clock.now()
    with backend.store.transaction() as db:
        access = _access(db, request, backend, Scope.CITIZEN)
        _admitted(db, access.terminal_id)
        session = db.get(CitizenSession, access.session_id)
        if session is None:
            raise ProblemError(Code.SESSION_ENDED, extensions={"reason": "revoked"})
        if session.certified and certified_peer(db, request, now) is None:
            raise ProblemError(Code.TOKEN_INVALID)
        if session.ended_reason is None:
            over = overdue(session, backend.lifetimes.idle, now)
            if over is None:
                session.last_seen = now
            else:
                end_session(db, session, over)
        chosen = session.acting_for
        mandate = acting_for(db, chosen, session.account_id, now) if chosen else None
        actor = None
        if mandate is None:
            session.acting_for = None
        else:
            actor = display_name(session.attributes or {}, db.get(Account, session.account_id))
    if session.ended_reason is not None:
        raise ProblemError(Code.SESSION_ENDED, extensions={"reason": session.ended_reason})
    if chosen and mandate is None:
        # Never silently in the person's own name: this request ends here, the next one is the person's.
        raise ProblemError(Code.REPRESENTATION_ENDED)
    return CitizenCaller(
        session.terminal_id,
        session.id,
        session.account_id,
        session.level,
        session.attributes or {},
        mandate,
        actor,
    )


def known_caller(caller: Annotated[CitizenCaller, Depends(citizen_caller)]) -> CitizenCaller:
    """Let in who has said who they are: ProblemError level-too-low for an anonymous session."""
    if caller.level == NOBODYS_LEVEL:
        raise level_too_low(PASSWORD_LEVEL, caller.level)
    return caller


def either_caller(request: Request, backend: BackendDep) -> TerminalCaller | CitizenCaller:
    """Let in whoever the token is of: the citizen, or the terminal alone."""
    _, _, token = request.headers.get("authorization", "").partition(" ")
    if claimed_scope(token) is Scope.CITIZEN:
        return citizen_caller(request, backend)
    return terminal_caller(request, backend)


TerminalDep = Annotated[TerminalCaller, Depends(terminal_caller)]
CitizenDep = Annotated[CitizenCaller, Depends(citizen_caller)]
KnownDep = Annotated[CitizenCaller, Depends(known_caller)]
"""A citizen with an account, or with a card: whoever has one of these routes has things of their own."""
EitherDep = Annotated[TerminalCaller | CitizenCaller, Depends(either_caller)]
