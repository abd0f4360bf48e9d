"""The one-method channel to a card, and the driver that runs a card operation over it."""

from collections.abc import Generator
from typing import Protocol

from cardreader.apdu import CommandApdu, ResponseApdu

type CardOperation[T] = Generator[CommandApdu, ResponseApdu, T]
"""A conversation with a card: yields commands, is sent responses, returns its outcome. No I/O inside."""


class Channel(Protocol):
    """Whatever answers commands: a reader's connection, secure messaging around one, a simulated card."""

    def transmit(self, command: CommandApdu) -> ResponseApdu: ...


def run[T](operation: CardOperation[T], channel: Channel) -> T:
    """Run `operation` to its end over `channel` and return its outcome.

    What the channel or the operation raises passes through; the operation is closed in every case, so its
    `finally` clauses (wiping a PIN) have run before this returns.
    """
    try:
        command = next(operation)
        while True:
            response = channel.transmit(command)
            command = operation.send(response)
    except StopIteration as done:
        outcome: T = done.value
        return outcome
    finally:
        operation.close()
