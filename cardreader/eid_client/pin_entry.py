"""From the card on the reader to the secure channel: which card, how is its PIN, and the attempts at it."""

from dataclasses import dataclass

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
    AskCitizen,
    AskPinAgain,
    AuthorizationRequest,
    Consent,
    Conversation,
    Progress,
    Refused,
    Report,
    ask,
    tell,
)
from cardreader.eid_client.outcome import EidAbort, EidFailure
from cardreader.eid_client.rights import AskedRights
from cardreader.errors import ProtocolError
from cardreader.pace import PaceEstablished, PaceRejected, PasswordId, pace
from cardreader.reader_pace import NothingTyped, ReaderChannel
from cardreader.secret import Secret


@dataclass(frozen=True, slots=True)
class SecureCard:
    """The card after PACE, and the rights the person granted."""

    pace: PaceEstablished | ReaderChannel
    chat: Chat


def find_card(session: CardSession) -> Conversation[tuple[IdCard, PinReady]]:
    """Connect to the card and find out whether it can be used; EidAbort or CardError if not."""
    yield from session.connect()
    found = yield from session.run(card.detect())
    if isinstance(found, NotAnIdCard):
        raise EidAbort(EidFailure.NOT_AN_ID_CARD)
    return found, _usable((yield from session.run(card.read_retry_counter(found.pace_info))))


def establish_channel(
    session: CardSession,
    id_card: IdCard,
    retry: PinReady,
    request: AuthorizationRequest,
    asked: AskedRights,
    description: bytes = b"",
) -> Conversation[SecureCard]:
    """Ask the citizen until the PIN is right; EidAbort when refused or out of attempts.

    The card's own counter is compared before each attempt: if it moved, somebody put another card on the
    reader, and the PIN that was typed for the first one is thrown away. `description` is what a reader with
    a pad of its own is told of who asks.
    """
    consent = _agreed((yield from ask(AskCitizen(request, retry, session.has_pad), Consent, Refused)))
    try:
        while True:
            current = _usable((yield from session.run(card.read_retry_counter(id_card.pace_info))))
            if current == retry:
                chat = asked.granted(consent.chosen_optional)
                yield from tell(Report(Progress.PIN))
                outcome = yield from _pace(session, id_card, consent, retry, chat, description)
                if not isinstance(outcome, PaceRejected):
                    return SecureCard(outcome, chat)
                current = _usable(_counter(outcome.attempts_left))
            consent.pin.wipe()
            retry = current
            consent = _agreed((yield from ask(AskPinAgain(retry.attempts_left), Consent, Refused)))
    finally:
        consent.pin.wipe()


def _pace(
    session: CardSession,
    id_card: IdCard,
    consent: Consent,
    retry: PinReady,
    chat: Chat,
    description: bytes,
) -> Conversation[PaceEstablished | ReaderChannel | PaceRejected]:
    """Open the channel with the PIN given here, or have the reader ask for it and open it."""
    if isinstance(consent.pin, Secret):
        own = yield from session.run(pace(id_card.pace_info, PasswordId.PIN, consent.pin, chat.to_bytes()))
        if isinstance(own, PaceEstablished):
            session.secure(own.keys)
        return own
    outcome = yield from session.pace_on_reader(
        PasswordId.PIN, chat.to_bytes(), description, retry.attempts_left
    )
    match outcome:
        case NothingTyped.CANCELLED:
            raise EidAbort(EidFailure.CANCELLED)
        case NothingTyped.TIMED_OUT:
            raise EidAbort(EidFailure.PIN_TIMED_OUT)
        case ReaderChannel(certification_authorities=()):
            raise ProtocolError("the reader named no certification authority, though rights were asked for")
        case ReaderChannel() | PaceRejected():
            return outcome
        case _:
            raise AssertionError("a PIN cannot be rejected without a count")


def _agreed(answer: Consent | Refused) -> Consent:
    if isinstance(answer, Refused):
        raise EidAbort(EidFailure.CANCELLED)
    return answer


def _counter(attempts_left: int) -> RetryCounter:
    match attempts_left:
        case 0:
            return PinBlocked()
        case 1:
            return PinSuspended()
        case _:
            return PinReady(attempts_left)


def _usable(retry: RetryCounter) -> PinReady:
    match retry:
        case PinReady():
            return retry
        case PinSuspended():
            raise EidAbort(EidFailure.PIN_SUSPENDED)
        case PinBlocked():
            raise EidAbort(EidFailure.PIN_BLOCKED)
        case PinDeactivated():
            raise EidAbort(EidFailure.PIN_DEACTIVATED)
