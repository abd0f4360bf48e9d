"""The states of an application and who may move it from one to the next (contract section 5)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Actor(StrEnum):
    """Who moved it."""

    SYSTEM = "system"
    AUTHORITY = "authority"
    CITIZEN = "citizen"


class State(StrEnum):
    """The words of the wire; from `submitted` on they are the ZBP's status codes."""

    DRAFT = "draft"
    READY = "ready"
    AWAITING_PAYMENT = "awaitingPayment"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    PROCESSING = "processing"
    ACTION_REQUIRED = "actionRequired"
    COMPLETED = "completed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


_CITIZEN = frozenset({Actor.CITIZEN})
_SYSTEM = frozenset({Actor.SYSTEM})
_AUTHORITY = frozenset({Actor.AUTHORITY})
_REGISTER_OR_OFFICE = _SYSTEM | _AUTHORITY

MOVES: Final[Mapping[State, Mapping[State, frozenset[Actor]]]] = MappingProxyType(
    {
        State.DRAFT: {State.READY: _CITIZEN, State.EXPIRED: _SYSTEM},
        State.READY: {
            State.DRAFT: _CITIZEN,
            State.AWAITING_PAYMENT: _CITIZEN,
            State.SUBMITTED: _CITIZEN,
            State.EXPIRED: _SYSTEM,
        },
        State.AWAITING_PAYMENT: {
            State.SUBMITTED: _SYSTEM,
            State.WITHDRAWN: _CITIZEN,
            State.EXPIRED: _SYSTEM,
        },
        State.SUBMITTED: {
            State.RECEIVED: _REGISTER_OR_OFFICE,
            State.COMPLETED: _SYSTEM,
            State.WITHDRAWN: _CITIZEN,
        },
        State.RECEIVED: {
            State.PROCESSING: _AUTHORITY,
            State.ACTION_REQUIRED: _AUTHORITY,
            State.COMPLETED: _AUTHORITY,
            State.REJECTED: _AUTHORITY,
            State.WITHDRAWN: _CITIZEN,
        },
        State.PROCESSING: {
            State.ACTION_REQUIRED: _AUTHORITY,
            State.COMPLETED: _AUTHORITY,
            State.REJECTED: _AUTHORITY,
            State.WITHDRAWN: _CITIZEN,
        },
        State.ACTION_REQUIRED: {
            State.PROCESSING: _AUTHORITY | _CITIZEN,
            State.COMPLETED: _AUTHORITY,
            State.REJECTED: _AUTHORITY,
            State.WITHDRAWN: _CITIZEN,
        },
        State.COMPLETED: {},
        State.REJECTED: {},
        State.WITHDRAWN: {},
        State.EXPIRED: {},
    }
)
"""From, to, by whom. The register answering at once completes what was submitted; nothing goes back."""

OPEN_DRAFT_STATES: Final = (State.DRAFT, State.READY)
"""As long as the citizen may still change it."""

EXPIRING_STATES: Final = tuple(state for state, onward in MOVES.items() if State.EXPIRED in onward)


def may_move(before: State, after: State, actor: Actor) -> bool:
    return actor in MOVES[before].get(after, frozenset())
