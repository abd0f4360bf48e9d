"""The PIN's counter and the PUK's: pure steps from one state of the memory to the next (TR-03110-2 2.2.3)."""

from dataclasses import replace
from enum import IntEnum

from sandbox.id_card.memory import PIN_ATTEMPTS, CardState
from sandbox.id_card.status import RefusedError, Status, attempts

SUSPENDED = 1
BLOCKED = 0
TRANSPORT_PIN_DIGITS = 5
PIN_DIGITS = 6


class Password(IntEnum):
    """The passwords of this card by their reference in MSE:Set AT (TR-03110-3 B.14.1)."""

    CAN = 2
    PIN = 3
    PUK = 4


def selection_status(state: CardState, password: Password) -> int:
    """Return what MSE:Set AT answers: it tells the PIN's state and spends no attempt."""
    if password is not Password.PIN:
        return Status.OK
    if not state.pin_active:
        return Status.DEACTIVATED
    return Status.OK if state.pin_attempts == PIN_ATTEMPTS else attempts(state.pin_attempts)


def check_usable(state: CardState, password: Password, *, resumed: bool) -> None:
    """Raise RefusedError when the PIN may not be tried; `resumed` by the CAN since power came."""
    if password is not Password.PIN:
        return
    if not state.pin_active:
        raise RefusedError(Status.PASSWORD_DEACTIVATED)
    if state.pin_attempts == BLOCKED:
        raise RefusedError(Status.PASSWORD_BLOCKED)
    if state.pin_attempts == SUSPENDED and not resumed:
        raise RefusedError(Status.CONDITIONS_NOT_SATISFIED)


def attempt_begun(state: CardState, password: Password) -> CardState:
    """Count an attempt before its verdict is known; a pulled card has spent it."""
    if password is not Password.PIN:
        return state
    return replace(state, pin_attempts=state.pin_attempts - 1)


def attempt_succeeded(state: CardState, password: Password) -> CardState:
    """Reset the counter after the right PIN."""
    if password is not Password.PIN:
        return state
    return replace(state, pin_attempts=PIN_ATTEMPTS)


def attempt_failed_status(state: CardState, password: Password) -> int:
    """Return the verdict on a wrong password, `state` being the one after the attempt was counted."""
    return attempts(state.pin_attempts) if password is Password.PIN else Status.AUTHENTICATION_FAILED


def pin_changed(state: CardState, new_pin: bytes) -> CardState:
    """Set a new PIN of six digits, which also resets the counter; RefusedError for anything else."""
    if len(new_pin) != PIN_DIGITS or not new_pin.isdigit():
        raise RefusedError(Status.WRONG_DATA)
    return replace(state, pin=new_pin.decode("ascii"), pin_attempts=PIN_ATTEMPTS)


def unblocked_by_puk(state: CardState) -> CardState:
    """Reset the PIN's counter and spend one of the PUK's uses; RefusedError when all are spent."""
    if state.puk_uses == 0:
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    return replace(state, pin_attempts=PIN_ATTEMPTS, puk_uses=state.puk_uses - 1)


def unblocked_by_authority(state: CardState) -> CardState:
    """Reset the PIN's counter for a terminal with the right of PIN management."""
    return replace(state, pin_attempts=PIN_ATTEMPTS)


def has_transport_pin(state: CardState) -> bool:
    """Say whether the PIN is the letter's, good only for choosing one's own (TR-03127 3.5.3.1)."""
    return len(state.pin) == TRANSPORT_PIN_DIGITS
