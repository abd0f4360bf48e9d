"""How a payment goes, whatever message is lost, late, doubled or out of order (contract section 6). Pure.

A payment is a state and a ledger of attempts at taking the money. The ledger makes messages harmless that say
nothing new; the table says what the rest does. Money that was taken is never forgotten: an approval is never
refused, and what was taken once too often has to go back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from sandbox.bochum_id.payment_messages import (
    Begin,
    Cancel,
    Expire,
    Message,
    Outcome,
    PaymentMessage,
    PaymentState,
    Refunded,
    Reported,
    ReversalReported,
    SubmissionFailed,
    Taking,
)


@dataclass(frozen=True, slots=True)
class Refused:
    """The message asks for what cannot be; nothing changed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a payment stands."""

    state: PaymentState
    takings: Mapping[int, Taking]

    @property
    def to_go_back(self) -> tuple[int, ...]:
        """Numbers of the attempts whose money has to be given back now."""
        wanted_back = {Taking.EXCESS}
        if self.state is PaymentState.REVERSAL_REQUIRED:
            wanted_back.add(Taking.APPROVED)
        return tuple(sorted(number for number, taking in self.takings.items() if taking in wanted_back))

    @property
    def open_attempt(self) -> int | None:
        """The attempt of which nobody knows yet whether it took money."""
        for number, taking in self.takings.items():
            if taking in {Taking.BEGUN, Taking.UNKNOWN}:
                return number
        return None


NEW = Standing(PaymentState.CREATED, {})

_S, _M = PaymentState, Message
_UNPAID: Mapping[Message, PaymentState] = {
    _M.APPROVED: _S.PAID,
    _M.DECLINED: _S.FAILED,
    _M.ABORTED: _S.FAILED,
    _M.UNKNOWN: _S.UNKNOWN,
    _M.CANCEL: _S.CANCELLED,
    _M.SUBMISSION_FAILED: _S.CANCELLED,
}
_GIVEN_UP: Mapping[Message, PaymentState] = {_M.APPROVED: _S.REVERSAL_REQUIRED}
_MOVES: Mapping[PaymentState, Mapping[Message, PaymentState]] = {
    _S.CREATED: {**_UNPAID, _M.BEGIN: _S.PENDING, _M.EXPIRE: _S.EXPIRED},
    _S.PENDING: {**_UNPAID, _M.EXPIRE: _S.EXPIRED},
    _S.UNKNOWN: _UNPAID,
    _S.FAILED: {**_UNPAID, _M.BEGIN: _S.PENDING, _M.EXPIRE: _S.EXPIRED},
    _S.PAID: {_M.CANCEL: _S.REVERSAL_REQUIRED, _M.SUBMISSION_FAILED: _S.REVERSAL_REQUIRED},
    _S.CANCELLED: _GIVEN_UP,
    _S.EXPIRED: _GIVEN_UP,
    _S.REVERSAL_REQUIRED: {_M.REVERSED: _S.REVERSED, _M.REFUNDED: _S.REFUNDED},
    _S.REVERSED: {},
    _S.REFUNDED: {},
}
_REFUSED_UNLESS_IT_MOVES = frozenset({_M.BEGIN, _M.REVERSED, _M.REFUNDED})
_HAPPENED_ALREADY = frozenset({(_S.REVERSED, _M.REVERSED), (_S.REFUNDED, _M.REFUNDED)})


def next_state(state: PaymentState, message: Message) -> PaymentState | Refused:
    """Look up the table; the same state when the message changes nothing."""
    moved = _MOVES[state].get(message)
    if moved is not None:
        return moved
    if message in _REFUSED_UNLESS_IT_MOVES and (state, message) not in _HAPPENED_ALREADY:
        return Refused()
    return state


def step(standing: Standing, message: PaymentMessage) -> Standing | Refused:
    """Take in a message; an equal standing when it says nothing new."""
    match message:
        case Begin(attempt):
            return _begun(standing, attempt)
        case Reported(attempt, outcome):
            return _reported(standing, attempt, outcome)
        case Cancel():
            return _moved(standing, Message.CANCEL)
        case Expire():
            return _moved(standing, Message.EXPIRE)
        case SubmissionFailed():
            return _moved(standing, Message.SUBMISSION_FAILED)
        case ReversalReported(attempt, succeeded):
            return _given_back(standing, attempt, succeeded=succeeded)
        case Refunded():
            return _moved(standing, Message.REFUNDED)
        case _:
            assert_never(message)


def _moved(
    standing: Standing, message: Message, takings: Mapping[int, Taking] | None = None
) -> Standing | Refused:
    state = next_state(standing.state, message)
    if isinstance(state, Refused):
        return state
    return Standing(state, standing.takings if takings is None else takings)


def _begun(standing: Standing, attempt: int) -> Standing | Refused:
    running = standing.takings.get(attempt) is Taking.BEGUN and standing.state is PaymentState.PENDING
    if running:
        return standing
    if attempt != max(standing.takings, default=0) + 1 or standing.open_attempt is not None:
        return Refused()
    return _moved(standing, Message.BEGIN, {**standing.takings, attempt: Taking.BEGUN})


_KNOWLEDGE: Mapping[Taking, int] = {
    Taking.BEGUN: 0,
    Taking.UNKNOWN: 1,
    Taking.DECLINED: 2,
    Taking.ABORTED: 2,
    Taking.APPROVED: 3,
    Taking.EXCESS: 3,
    Taking.REVERSED: 3,
}
"""A report counts when it knows more. That money was taken is believed against every other report."""


def _reported(standing: Standing, attempt: int, outcome: Outcome) -> Standing | Refused:
    said, known = Taking(outcome.value), standing.takings.get(attempt, Taking.BEGUN)
    if _KNOWLEDGE[said] <= _KNOWLEDGE[known]:
        return standing
    taken = any(_KNOWLEDGE[taking] == 3 for taking in standing.takings.values())
    if said is Taking.APPROVED and taken:
        return Standing(standing.state, {**standing.takings, attempt: Taking.EXCESS})
    takings = {**standing.takings, attempt: said}
    superseded = said is not Taking.APPROVED and attempt < max(takings)
    return (
        Standing(standing.state, takings) if superseded else _moved(standing, Message(outcome.value), takings)
    )


def _given_back(standing: Standing, attempt: int | None, *, succeeded: bool) -> Standing | Refused:
    number = next(iter(standing.to_go_back), _last_reversed(standing)) if attempt is None else attempt
    taking = None if number is None else standing.takings.get(number)
    if number is None or taking is None:
        return Refused()
    if taking is Taking.REVERSED:
        return standing
    if number not in standing.to_go_back:
        return Refused()
    if not succeeded:
        return standing
    takings = {**standing.takings, number: Taking.REVERSED}
    if taking is Taking.EXCESS:
        return Standing(standing.state, takings)
    return _moved(standing, Message.REVERSED, takings)


def _last_reversed(standing: Standing) -> int | None:
    reversed_ones = [number for number, taking in standing.takings.items() if taking is Taking.REVERSED]
    return max(reversed_ones, default=None)
