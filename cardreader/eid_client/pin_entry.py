"""From the card on the reader to the secure channel: which card, how is its PIN, and the attempts at it."""

from dataclasses import dataclass
from typing import assert_never

from cardreader import card
from cardreader.card import (
    IdCard,
    NotAnIdCard,
    PinBlocked,
    PinDeactivated,
    PinReady,
    PinSuspended,
    RetryCounter,
)
from cardreader.chat import Chat
from cardreader.eid_client.card_session import CardSession
from cardreader.eid_client.exchange import (
    AskCan,
    AskCitizen,
    AskPinAfterCan,
    AskPinAgain,
    AuthorizationRequest,
    CanGiven,
    Consent,
    Conversation,
    Progress,
    Question,
    Refused,
    Report,
    ask,
    tell,
)
from cardreader.eid_client.outcome import EidAbort, EidFailure
from cardreader.eid_client.rights import AskedRights
from cardreader.errors import ProtocolError
from cardreader.pace import PaceEstablished, PaceRejected, PasswordId, pace
from cardreader.pin_management import CAN_DIGITS, PIN_DIGITS, counter_of
from cardreader.reader_pace import NothingTyped, ReaderChannel
from cardreader.secret import Secret, TypedOnReader


@dataclass(frozen=True, slots=True)
class SecureCard:
    """The card after PACE, and the rights the person granted."""

    pace: PaceEstablished | ReaderChannel
    chat: Chat


def find_card(session: CardSession) -> Conversation[tuple[IdCard, PinReady | PinSuspended]]:
    """Connect to the card and find out whether it can be used; EidAbort or CardError if not."""
    yield from session.connect()
    found = yield from session.run(card.detect())
    if isinstance(found, NotAnIdCard):
        raise EidAbort(EidFailure.NOT_AN_ID_CARD)
    return found, usable((yield from session.run(card.read_retry_counter(found.pace_info))))


def establish_channel(
    session: CardSession,
    id_card: IdCard,
    retry: PinReady | PinSuspended,
    request: AuthorizationRequest,
    asked: AskedRights,
    description: bytes = b"",
) -> Conversation[SecureCard]:
    """Ask the citizen until the PIN is right; EidAbort when refused or out of attempts.

    The card's own counter is compared before each attempt: if it moved, somebody put another card on the
    reader, and what was typed for the first one is thrown away. The last attempt is spent inside the channel
    that the CAN opened, and nowhere else. `description` is what a reader with a pad of its own is told of
    who asks.
    """
    attempts = _Attempts(session, id_card, retry, description)
    question: Question = AskCitizen(request, retry, session.has_pad)
    while True:
        match (yield from ask(question, Consent, CanGiven, Refused)):
            case Refused():
                raise EidAbort(EidFailure.CANCELLED)
            case CanGiven() as given:
                question = yield from attempts.resume(given)
            case Consent() as consent:
                chat = asked.granted(consent.chosen_optional)
                tried = yield from attempts.enter(consent, chat)
                if isinstance(tried, PaceEstablished | ReaderChannel):
                    return SecureCard(tried, chat)
                question = tried
            case answer:
                assert_never(answer)


class _Attempts:
    """What was tried at one card; `retry` is its counter as it is known by now."""

    def __init__(
        self, session: CardSession, id_card: IdCard, retry: PinReady | PinSuspended, description: bytes
    ) -> None:
        self._session = session
        self._description = description
        self._id_card = id_card
        self._retry = retry
        self._resumed = False

    def resume(self, given: CanGiven) -> Conversation[Question]:
        """Open the channel in which the last attempt may be spent; wipes the CAN.

        One that is open stays so: inside it no card runs PACE with the CAN once more.
        """
        try:
            if (yield from self._is_swapped()) or not isinstance(self._retry, PinSuspended):
                return AskPinAgain(_left(self._retry))
            if self._resumed:
                return AskPinAfterCan()
            if isinstance(given.can, Secret) and len(given.can) != CAN_DIGITS:
                return AskCan()
            self._resumed = yield from _opened_by_can(self._session, self._id_card, given.can)
        finally:
            given.can.wipe()
        return AskPinAfterCan() if self._resumed else AskCan()

    def enter(self, consent: Consent, chat: Chat) -> Conversation[PaceEstablished | ReaderChannel | Question]:
        """Try the PIN, once, unless the card is another one, the CAN missing, or this no PIN; wipes it."""
        try:
            if (yield from self._is_swapped()):
                return AskPinAgain(_left(self._retry))
            if isinstance(self._retry, PinSuspended) and not self._resumed:
                return AskCan()
            if isinstance(consent.pin, Secret) and len(consent.pin) != PIN_DIGITS:
                return AskPinAgain(_left(self._retry))  # the letter's PIN opens nothing (TR-03127 3.5.3.1)
            yield from tell(Report(Progress.PIN))
            outcome = yield from _pace(
                self._session, self._id_card, consent, _left(self._retry), chat, self._description
            )
        finally:
            consent.pin.wipe()
        if not isinstance(outcome, PaceRejected):
            return outcome
        # A card may call a resumed PIN ready, and refuse it without a number: one is gone in any case.
        left = min(outcome.attempts_left, _left(self._retry) - 1)
        self._retry = usable(counter_of(left))
        return AskPinAgain(_left(self._retry))

    def _is_swapped(self) -> Conversation[bool]:
        """Read the counter anew and remember it; whether it is another card's.

        Only the card that opened a channel answers inside it; whether it calls its resumed PIN suspended or
        ready there is its own affair.
        """
        read = usable((yield from self._session.run(card.read_retry_counter(self._id_card.pace_info))))
        if self._resumed:
            return False
        before, self._retry = self._retry, read
        return self._retry != before


def _opened_by_can(session: CardSession, id_card: IdCard, can: Secret | TypedOnReader) -> Conversation[bool]:
    """Open a channel with the CAN, here or on the reader; whether it was right."""
    if isinstance(can, Secret):
        own = yield from session.run(pace(id_card.pace_info, PasswordId.CAN, can, None))
        if isinstance(own, PaceEstablished):
            session.secure(own.keys)
        return isinstance(own, PaceEstablished)
    outcome = yield from session.can_on_reader()
    if isinstance(outcome, NothingTyped):
        raise _nothing(outcome)
    return isinstance(outcome, ReaderChannel)


def _pace(
    session: CardSession,
    id_card: IdCard,
    consent: Consent,
    attempts_left: int,
    chat: Chat,
    description: bytes,
) -> Conversation[PaceEstablished | ReaderChannel | PaceRejected]:
    """Open the channel with the PIN given here, or have the reader ask for it and open it."""
    if isinstance(consent.pin, Secret):
        own = yield from session.run(pace(id_card.pace_info, PasswordId.PIN, consent.pin, chat.to_bytes()))
        if isinstance(own, PaceEstablished):
            session.secure(own.keys)
        return own
    outcome = yield from session.pace_on_reader(chat.to_bytes(), description, attempts_left)
    match outcome:
        case NothingTyped():
            raise _nothing(outcome)
        case ReaderChannel(certification_authorities=()):
            raise ProtocolError("the reader named no certification authority, though rights were asked for")
        case ReaderChannel() | PaceRejected():
            return outcome
        case _:
            assert_never(outcome)


def _nothing(typed: NothingTyped) -> EidAbort:
    cancelled = typed is NothingTyped.CANCELLED
    return EidAbort(EidFailure.CANCELLED if cancelled else EidFailure.PIN_TIMED_OUT)


def _left(retry: PinReady | PinSuspended) -> int:
    return retry.attempts_left if isinstance(retry, PinReady) else 1


def usable(retry: RetryCounter) -> PinReady | PinSuspended:
    """Give a PIN that may be tried; EidAbort for any other."""
    match retry:
        case PinReady() | PinSuspended():
            return retry
        case PinBlocked():
            raise EidAbort(EidFailure.PIN_BLOCKED)
        case PinDeactivated():
            raise EidAbort(EidFailure.PIN_DEACTIVATED)
        case _:
            assert_never(retry)
