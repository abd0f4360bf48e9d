"""RESET RETRY COUNTER, ACTIVATE, DEACTIVATE: whoever may, changes or revives the PIN (TR-03110-3 B.7)."""

from dataclasses import replace

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.chat import AccessRight
from sandbox.id_card import retry_counters
from sandbox.id_card.chip import Chip
from sandbox.id_card.retry_counters import Password
from sandbox.id_card.session import Session
from sandbox.id_card.status import RefusedError, Status, done

_CHANGE, _UNBLOCK = 0x02, 0x03


def reset_retry_counter(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """RESET RETRY COUNTER: set a new PIN (P1 02), or only reset the counter (P1 03)."""
    if command.p1 not in {_CHANGE, _UNBLOCK}:
        raise RefusedError(Status.WRONG_PARAMETERS)
    if command.p2 != Password.PIN:
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)  # no other password can be changed
    is_authority = AccessRight.PIN_MANAGEMENT in session.rights
    known = _unauthenticated_password(session)
    state = chip.memory.read()
    if command.p1 == _CHANGE:
        if not (is_authority or known is Password.PIN):
            raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
        state = retry_counters.pin_changed(state, command.data)
    else:
        if command.data:
            raise RefusedError(Status.WRONG_LENGTH)
        if not (is_authority or known is Password.PUK):
            raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
        by_puk = not is_authority
        state = (retry_counters.unblocked_by_puk if by_puk else retry_counters.unblocked_by_authority)(state)
    chip.memory.write(state)
    return done()


def activate(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """ACTIVATE: switch the eID function on."""
    return _switch(chip, session, command, active=True)


def deactivate(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """DEACTIVATE: switch the eID function off."""
    return _switch(chip, session, command, active=False)


def _switch(chip: Chip, session: Session, command: CommandApdu, *, active: bool) -> ResponseApdu:
    if (command.p1, command.p2) != (0x10, Password.PIN):
        raise RefusedError(Status.WRONG_PARAMETERS)
    if AccessRight.PIN_MANAGEMENT not in session.rights:
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    if command.data:
        raise RefusedError(Status.WRONG_LENGTH)
    chip.memory.write(replace(chip.memory.read(), pin_active=active))
    return done()


def _unauthenticated_password(session: Session) -> Password | None:
    """Return the password PACE has verified; it counts for this only until terminal authentication."""
    return session.verified.password if session.verified and session.terminal is None else None
