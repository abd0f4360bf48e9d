"""The card during a run: card operations as part of the conversation, with or without secure messaging."""

from typing import assert_never

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import CardOperation
from cardreader.eid_client.exchange import (
    CardAnswered,
    CardFailed,
    CardProblem,
    ConnectCard,
    ConnectedToPad,
    Conversation,
    Done,
    PadAnswered,
    SendToCard,
    UsePad,
    ask,
)
from cardreader.errors import CardError, CardGoneError, ReaderGoneError
from cardreader.pace import PaceRejected, PasswordId
from cardreader.part10 import Feature
from cardreader.reader_pace import (
    NothingTyped,
    ReaderChannel,
    ReaderPaceOutcome,
    establish_order,
    read_outcome,
)
from cardreader.secure_messaging import SecureMessaging, SessionKeys

_SECURE_MESSAGING_BITS = 0x0C


class CardSession:
    """One card's channel; the keys of PACE live here and nowhere else."""

    def __init__(self) -> None:
        self._messaging: SecureMessaging | None = None
        self.has_pad = False
        """Whether the reader runs PACE itself, with a pad for the PIN; known once connected."""

    def connect(self) -> Conversation[None]:
        """Connect to the card; raises CardGoneError or ReaderGoneError."""
        answer = yield from ask(ConnectCard(), Done, ConnectedToPad, CardFailed)
        if isinstance(answer, CardFailed):
            raise _error(answer.problem)
        self.has_pad = isinstance(answer, ConnectedToPad)

    def pace_on_reader(
        self, chat: bytes | None, description: bytes, attempts_before: int
    ) -> Conversation[ReaderChannel | PaceRejected | NothingTyped]:
        """Have the reader ask for the PIN and run PACE; from then on it protects what is sent.

        `attempts_before` is the PIN's counter. Raises what `read_outcome` raises, and CardError.
        """
        answer = yield from self._on_reader(establish_order(PasswordId.PIN, chat, description))
        return read_outcome(answer, PasswordId.PIN, attempts_before)

    def can_on_reader(self) -> Conversation[ReaderPaceOutcome]:
        """Have the reader ask for the CAN and open a channel, in which it then runs the PIN's PACE.

        Raises what `read_outcome` raises, and CardError.
        """
        answer = yield from self._on_reader(establish_order(PasswordId.CAN, None, b""))
        return read_outcome(answer, PasswordId.CAN)

    def _on_reader(self, order: bytes) -> Conversation[bytes]:
        answer = yield from ask(UsePad(Feature.EXECUTE_PACE, order), PadAnswered, CardFailed)
        if isinstance(answer, CardFailed):
            raise _error(answer.problem)
        return answer.data

    def secure(self, keys: SessionKeys) -> None:
        """Protect every further command with `keys`."""
        self._messaging = SecureMessaging(keys)

    def release(self) -> None:
        """Stop protecting: the card has keys now that only the server knows, or the run is over."""
        self._messaging = None

    def run[T](self, operation: CardOperation[T]) -> Conversation[T]:
        """Run a card operation to its end; raises what it raises, and CardError when the card fails."""
        try:
            command = next(operation)
            while True:
                response = yield from self.transmit(command)
                command = operation.send(response)
        except StopIteration as done:
            outcome: T = done.value
            return outcome
        finally:
            operation.close()

    def transmit(self, command: CommandApdu) -> Conversation[ResponseApdu]:
        """Send one command, protected if there is a channel and the command has no protection of its own."""
        if command.cla & _SECURE_MESSAGING_BITS:
            self.release()
        if self._messaging is None:
            return (yield from self._send(command))
        protected = self._messaging.protect(command)
        return self._messaging.unprotect((yield from self._send(protected)))

    def _send(self, command: CommandApdu) -> Conversation[ResponseApdu]:
        answer = yield from ask(SendToCard(command), CardAnswered, CardFailed)
        if isinstance(answer, CardFailed):
            raise _error(answer.problem)
        return answer.response


def _error(problem: CardProblem) -> CardError:
    match problem:
        case CardProblem.CARD_GONE:
            return CardGoneError("the card was taken away")
        case CardProblem.READER_GONE:
            return ReaderGoneError("the reader can no longer be reached")
        case CardProblem.FAILED:
            return CardError("the card could not be understood")
        case _:
            assert_never(problem)
