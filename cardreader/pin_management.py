"""Looking after a card's PIN: trying it, the last attempt with the CAN, a new one, the PUK (TR-03110-3)."""

from dataclasses import dataclass, field
from typing import assert_never

from cardreader.apdu import CommandApdu
from cardreader.card import (
    IdCard,
    NotAnIdCard,
    PinBlocked,
    PinDeactivated,
    PinReady,
    PinSuspended,
    RetryCounter,
    detect,
    read_retry_counter,
)
from cardreader.channel import CardOperation
from cardreader.errors import UnexpectedStatus
from cardreader.pace import PaceEstablished, PasswordId, pace
from cardreader.secret import Secret
from cardreader.secure_messaging import SecureMessaging, SessionKeys

PIN_DIGITS = 6
TRANSPORT_PIN_DIGITS = 5
CAN_DIGITS = 6
PUK_DIGITS = 10

_LENGTHS = {
    PasswordId.PIN: (TRANSPORT_PIN_DIGITS, PIN_DIGITS),
    PasswordId.CAN: (CAN_DIGITS,),
    PasswordId.PUK: (PUK_DIGITS,),
}
"""In digits. A card takes a number of any other length for a wrong one, and counts it: so it gets none."""

_RESET_RETRY_COUNTER = 0x2C
_NEW_PIN, _ONLY_THE_COUNTER = 0x02, 0x03


@dataclass(frozen=True, slots=True)
class SeenCard:
    """An identity card, and what its own counter said before any attempt."""

    id_card: IdCard
    counter: RetryCounter


@dataclass(frozen=True, slots=True, eq=False)
class CardChannel:
    """What a password opened; each command goes through it once, in order."""

    messaging: SecureMessaging = field(repr=False)


@dataclass(frozen=True, slots=True)
class Swapped:
    """The counter is another one than before: so is the card. What was typed was wiped, not tried."""

    counter: RetryCounter


@dataclass(frozen=True, slots=True)
class PinWrong:
    """It was not the PIN, or could not be one and was not tried; `counter` is what is left."""

    counter: RetryCounter


@dataclass(frozen=True, slots=True)
class NotThisNumber:
    """It was not the CAN, or not the PUK; no card counts that."""


@dataclass(frozen=True, slots=True)
class PinSet:
    """The card has its new PIN."""


@dataclass(frozen=True, slots=True)
class Unblocked:
    """The PIN has all its attempts again; it is the one it was."""


@dataclass(frozen=True, slots=True)
class PukUsedUp:
    """The PUK is right, and has been used ten times: only an office can help (TR-03127 3.5.5)."""


def look() -> CardOperation[SeenCard | NotAnIdCard]:
    """Recognise the card and ask for its counter; spends no attempt."""
    found = yield from detect()
    if isinstance(found, NotAnIdCard):
        return found
    return SeenCard(found, (yield from read_retry_counter(found.pace_info)))


def open_by_can(seen: SeenCard, can: Secret) -> CardOperation[CardChannel | NotThisNumber | Swapped]:
    """Resume a suspended PIN: inside the channel, and nowhere else, it may be tried once more.

    Wipes `can` in every case. Raises what `pace` raises.
    """
    return (yield from _opened(seen, PasswordId.CAN, can))


def open_by_pin(
    seen: SeenCard, pin: Secret, resumed: CardChannel | None = None
) -> CardOperation[CardChannel | PinWrong | Swapped]:
    """Try the PIN, once; a suspended one inside the channel `resumed` that the CAN opened.

    Only the card that opened the channel answers inside it, so there its counter is not compared: some cards
    call a resumed PIN suspended, some ready. Wipes `pin` in every case. Raises what `pace` raises.
    """
    try:
        counter = yield from _through(resumed, read_retry_counter(seen.id_card.pace_info))
        if counter != seen.counter and resumed is None:
            return Swapped(counter)
        if len(pin) not in _LENGTHS[PasswordId.PIN]:
            return PinWrong(seen.counter)
        outcome = yield from _through(resumed, pace(seen.id_card.pace_info, PasswordId.PIN, pin, None))
    finally:
        pin.wipe()
    if isinstance(outcome, PaceEstablished):
        return _channel(outcome.keys)
    return PinWrong(counter_of(outcome.attempts_left if resumed is None else 0))


def set_pin(opened: CardChannel, new_pin: Secret) -> CardOperation[PinSet]:
    """Give a card whose PIN opened the channel another one, of six digits.

    Wipes `new_pin` in every case. Raises UnexpectedStatus if the card keeps the old one.
    """
    try:
        with new_pin.opened() as digits:
            command = CommandApdu(0x00, _RESET_RETRY_COUNTER, _NEW_PIN, PasswordId.PIN, bytes(digits))
        answer = yield from _through(opened, _send(command))
    finally:
        new_pin.wipe()
    if answer != 0x9000:
        raise UnexpectedStatus("RESET RETRY COUNTER with a new PIN", answer)
    return PinSet()


def unblock(seen: SeenCard, puk: Secret) -> CardOperation[Unblocked | NotThisNumber | PukUsedUp | Swapped]:
    """Give a blocked PIN its attempts back, which takes one of the PUK's ten uses.

    Wipes `puk` in every case. Raises what `pace` raises, and UnexpectedStatus.
    """
    opened = yield from _opened(seen, PasswordId.PUK, puk)
    if not isinstance(opened, CardChannel):
        return opened
    return judge_reset((yield from _through(opened, _send(reset_counter_order()))))


def reset_counter_order() -> CommandApdu:
    """Build the command that gives a blocked PIN its attempts back, in a channel that the PUK opened."""
    return CommandApdu(0x00, _RESET_RETRY_COUNTER, _ONLY_THE_COUNTER, PasswordId.PIN)


def judge_reset(sw: int) -> Unblocked | PukUsedUp:
    """Judge the status word that answers `reset_counter_order`; UnexpectedStatus."""
    match sw:
        case 0x9000:
            return Unblocked()
        case 0x6900 | 0x6982 | 0x6983 | 0x6984 | 0x6985:  # the PUK was right: each maker's word for "no more"
            return PukUsedUp()
        case _:
            raise UnexpectedStatus("RESET RETRY COUNTER with the PUK", sw)


def counter_of(attempts_left: int) -> RetryCounter:
    """The state of a PIN that has so many attempts left."""
    match attempts_left:
        case 0:
            return PinBlocked()
        case 1:
            return PinSuspended()
        case _:
            return PinReady(attempts_left)


def attempts_of(counter: RetryCounter) -> int:
    """How many attempts a PIN in this state has left."""
    match counter:
        case PinReady(attempts_left):
            return attempts_left
        case PinSuspended():
            return 1
        case PinBlocked() | PinDeactivated():
            return 0
        case _:
            assert_never(counter)


def _opened(
    seen: SeenCard, password: PasswordId, secret: Secret
) -> CardOperation[CardChannel | NotThisNumber | Swapped]:
    try:
        counter = yield from read_retry_counter(seen.id_card.pace_info)
        if counter != seen.counter:
            return Swapped(counter)
        if len(secret) not in _LENGTHS[password]:
            return NotThisNumber()
        outcome = yield from pace(seen.id_card.pace_info, password, secret, None)
    finally:
        secret.wipe()
    return _channel(outcome.keys) if isinstance(outcome, PaceEstablished) else NotThisNumber()


def _channel(keys: SessionKeys) -> CardChannel:
    return CardChannel(SecureMessaging(keys))


def _send(command: CommandApdu) -> CardOperation[int]:
    """Send one command of which only the status matters."""
    return (yield command).sw


def _through[T](channel: CardChannel | None, operation: CardOperation[T]) -> CardOperation[T]:
    """Run `operation` with each command protected, or as it is without a channel."""
    if channel is None:
        return (yield from operation)
    try:
        command = next(operation)
        while True:
            answer = yield channel.messaging.protect(command)
            command = operation.send(channel.messaging.unprotect(answer))
    except StopIteration as done:
        outcome: T = done.value
        return outcome
    finally:
        operation.close()
