"""Carry a reading through the client: batches under the server's own secure messaging (TR-03112-6 3.2.5)."""

from cardreader.apdu import ApduError, CommandApdu, ResponseApdu
from cardreader.eid_client.paos_messages import InputApdu, Transmit, TransmitResponse
from cardreader.eid_client.result import ResultMinor
from cardreader.secure_messaging import SecureMessaging, SecureMessagingError, SessionKeys
from sandbox.eid_server.access_control import expect_ok
from sandbox.eid_server.card_reading import Reading
from sandbox.eid_server.session_plan import Conversation, SessionEndedError

_COUNTER_STEPS = 2  # one for the command, one for the response (TR-03110-3 F.3)


def transmit_all[T](reading: Reading[T], keys: SessionKeys) -> Conversation[T]:
    """Run `reading` with the keys of chip authentication; SessionEndedError when client or card fail."""
    done = 0
    try:
        batch = next(reading)
        while True:
            # A batch is protected before its first answer is known: each command gets its place in the count.
            places = [SecureMessaging(keys, _COUNTER_STEPS * (done + index)) for index in range(len(batch))]
            protected = (place.protect(command) for place, command in zip(places, batch, strict=True))
            raw_answers = yield from _transmit(tuple(protected))
            answers = tuple(place.unprotect(raw) for place, raw in zip(places, raw_answers, strict=True))
            done += len(batch)
            batch = reading.send(answers)
    except StopIteration as finished:
        outcome: T = finished.value
        return outcome
    except SecureMessagingError as error:
        raise SessionEndedError(ResultMinor.INTERNAL_ERROR) from error


def _transmit(commands: tuple[CommandApdu, ...]) -> Conversation[tuple[ResponseApdu, ...]]:
    answer = yield Transmit(tuple(InputApdu(command.to_bytes()) for command in commands))
    if not isinstance(answer, TransmitResponse):
        raise SessionEndedError(ResultMinor.INTERNAL_ERROR)
    expect_ok(answer.result)
    if len(answer.output_apdus) != len(commands):
        raise SessionEndedError(ResultMinor.PARAMETER_ERROR)
    try:
        return tuple(ResponseApdu.from_bytes(raw) for raw in answer.output_apdus)
    except ApduError as error:
        raise SessionEndedError(ResultMinor.PARAMETER_ERROR) from error
