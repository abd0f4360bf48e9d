"""The driver of card operations."""

import pytest

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import CardOperation, run
from cardreader.errors import CardGoneError

READ = CommandApdu(0x00, 0xB0, 0x00, 0x00, le=256)


class Echo:
    def transmit(self, command: CommandApdu) -> ResponseApdu:
        return ResponseApdu(command.header, 0x9000)


class Gone:
    def transmit(self, command: CommandApdu) -> ResponseApdu:
        raise CardGoneError(f"before {command.ins:02X}")


def test_answers_reach_the_operation_and_its_outcome_comes_back() -> None:
    def operation() -> CardOperation[list[bytes]]:
        first = yield READ
        second = yield CommandApdu(0x00, 0x84, 0x00, 0x00, le=8)
        return [first.data, second.data]

    assert run(operation(), Echo()) == [bytes.fromhex("00b00000"), bytes.fromhex("00840000")]


def test_an_operation_may_need_no_command() -> None:
    def operation() -> CardOperation[str]:
        yield from ()
        return "nothing to do"

    assert run(operation(), Gone()) == "nothing to do"


def test_the_operation_has_cleaned_up_when_the_card_is_gone() -> None:
    cleaned = []

    def operation() -> CardOperation[None]:
        try:
            yield READ
        finally:
            cleaned.append(True)

    running = operation()
    with pytest.raises(CardGoneError):
        run(running, Gone())
    assert cleaned == [True], "not only when the last reference to the operation goes"


def test_what_the_operation_raises_passes_through() -> None:
    def operation() -> CardOperation[None]:
        yield READ
        raise ValueError("the operation's own")

    with pytest.raises(ValueError, match="the operation's own"):
        run(operation(), Echo())
