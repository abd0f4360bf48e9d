"""One sign-in with a technician in the citizen's place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from cardreader.by_hand.keyboard import Keyboard
from cardreader.card import PinSuspended
from cardreader.chat import AccessRight
from cardreader.eid_client.conversation import (
    CanAccepted,
    CanRejected,
    EidConversation,
    PinRejected,
    WhoAsks,
)
from cardreader.eid_client.exchange import AuthorizationRequest
from cardreader.eid_client.outcome import EidFailed, EidOutcome, EidSucceeded
from cardreader.secret import TYPED_ON_READER, Secret, TypedOnReader

type Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the technician grants: all but the optional rights that are declined, or nothing at all."""

    declined: frozenset[AccessRight] = frozenset()
    cancels: bool = False


def sign_in(
    tc_token_url: str, conversation: EidConversation, keyboard: Keyboard, wishes: Wishes, note: Note
) -> EidOutcome:
    """Carry out one run; `note` is told line by line who asks, what the card does and what is wanted."""
    begun = conversation.start(tc_token_url)
    if isinstance(begun, EidFailed):
        return begun
    for line in _who_asks(begun.request):
        note(line)
    if wishes.cancels:
        return conversation.cancel()
    return _go_on(conversation, begun, keyboard, begun.request.optional - wishes.declined, note)


def _go_on(
    conversation: EidConversation,
    begun: WhoAsks,
    keyboard: Keyboard,
    granted: frozenset[AccessRight],
    note: Note,
) -> EidOutcome:
    wants_can = isinstance(begun.retry, PinSuspended)
    while True:
        number = _number("CAN" if wants_can else "PIN", keyboard, note, on_reader=begun.on_reader)
        if number is None:
            return conversation.cancel()
        said: CanAccepted | CanRejected | PinRejected | EidSucceeded | EidFailed
        if wants_can:
            said = conversation.resume(number)
        else:
            said = conversation.proceed(granted, number, lambda progress: note(f"card: {progress.name}"))
        match said:
            case EidSucceeded() | EidFailed():
                return said
            case CanAccepted():
                wants_can = False
            case CanRejected():
                note("That is not the CAN.")
                wants_can = True
            case PinRejected(attempts_left):
                note(f"That is not the PIN; attempts left: {attempts_left}.")
                wants_can = attempts_left == 1
            case _:
                assert_never(said)


def _number(name: str, keyboard: Keyboard, note: Note, *, on_reader: bool) -> Secret | TypedOnReader | None:
    if on_reader:
        note(f"Type the {name} on the card reader.")
        return TYPED_ON_READER
    return keyboard.ask(name)


def _who_asks(request: AuthorizationRequest) -> list[str]:
    lines = [
        f"service:   {request.provider_name} ({request.provider_url})",
        f"issuer:    {request.issuer_name} ({request.issuer_url})",
        f"valid:     {request.valid_from} to {request.valid_to}",
        f"required:  {_names(request.required)}",
        f"optional:  {_names(request.optional)}",
    ]
    if request.born_on_or_before is not None:
        lines.append(f"age:       born on or before {request.born_on_or_before}")
    if request.transaction_info:
        lines.append(f"about:     {request.transaction_info}")
    return lines


def _names(rights: frozenset[AccessRight]) -> str:
    return ", ".join(right.name for right in sorted(rights)) or "nothing"
