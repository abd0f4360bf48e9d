"""Readers without extended length: the same conversation in parts, through secure messaging as well."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.card import PinReady, detect, read_retry_counter
from cardreader.channel import run
from cardreader.length_fit import LengthFit
from cardreader.secure_messaging import SecureChannel, SessionKeys
from sandbox.id_card.short_length import ShortLengthCard
from tests.sandbox.id_card.authority import EVERYTHING, Authority
from tests.sandbox.id_card.terminal import PACE, Terminal

READ_LONG = CommandApdu(0x00, 0xB0, 0x9C, 0x00, le=65536)
LONG = CommandApdu(0x00, 0x2A, 0x00, 0xBE, bytes(range(256)) * 3, le=65536)


class Line:
    """A reader's line, and every command that went over it."""

    def __init__(self, card: ShortLengthCard) -> None:
        self._card = card
        self.sent: list[CommandApdu] = []

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        self.sent.append(command)
        return ResponseApdu.from_bytes(self._card.process(command.to_bytes()))


class Scripted:
    """Answers in order, whatever is asked."""

    def __init__(self, *answers: tuple[bytes, int]) -> None:
        self._answers = list(answers)
        self.sent: list[CommandApdu] = []

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        self.sent.append(command)
        return ResponseApdu(*self._answers.pop(0))


def test_a_whole_authentication_goes_through_a_reader_without_extended_length(authority: Authority) -> None:
    card = authority.card()
    card.power_on()
    line = Line(ShortLengthCard(card))
    fit = LengthFit(line)
    run(detect(), fit)
    assert run(read_retry_counter(PACE), fit) == PinReady(3)
    terminal = Terminal(card, fit)
    terminal.enter(authority, EVERYTHING)
    assert terminal.read(4).data == bytes.fromhex("64070C054572696B61")
    refused = [each for each in line.sent if each.is_extended]
    assert len(refused) == 1, "one refusal is enough"
    assert any(each.ins == 0xC0 for each in line.sent), "an answer fetched"


def test_without_the_fallback_that_reader_ends_it(authority: Authority) -> None:
    card = authority.card()
    card.power_on()
    assert Line(ShortLengthCard(card)).transmit(READ_LONG).sw == 0x6700


@given(some.binary(min_size=256, max_size=3000))
def test_the_parts_are_the_whole(data: bytes) -> None:
    script = Scripted((b"", 0x6700), *[(b"", 0x9000)] * (len(data) // 255 + 1))
    LengthFit(script).transmit(CommandApdu(0x0C, 0x2A, 0x00, 0xBE, data, le=65536))
    first, *parts, last = script.sent
    assert first.data == data == b"".join(part.data for part in parts) + last.data
    assert all(part.cla == 0x1C and part.le is None and len(part.data) == 255 for part in parts)
    assert (last.cla, last.le) == (0x0C, 256)
    assert 0 < len(last.data) <= 255


@pytest.mark.parametrize("sw", [0x6700, 0x6884, 0x6987, 0x6E00])
def test_a_card_that_cannot_chain_either_has_said_wrong_length(sw: int) -> None:
    script = Scripted((b"", 0x6700), (b"", sw), (b"", 0x6700), (b"", sw))
    fit = LengthFit(script)
    assert fit.transmit(LONG).sw == 0x6700
    assert fit.transmit(LONG).sw == 0x6700
    assert len(script.sent) == 4, "the next long command tries extended length again"


@pytest.mark.parametrize("sw", [0x9000, 0x6A80, 0x6982])
def test_what_the_card_says_to_an_extended_command_is_its_answer(sw: int) -> None:
    script = Scripted((b"", sw))
    assert LengthFit(script).transmit(LONG) == ResponseApdu(b"", sw)


def test_a_protected_6700_is_the_cards_own_and_nothing_is_sent_again() -> None:
    script = Scripted((b"\x99\x02\x67\x00", 0x6700))
    assert LengthFit(script).transmit(LONG).sw == 0x6700
    assert len(script.sent) == 1


def test_an_answer_is_fetched_to_its_end_and_another_length_obeyed() -> None:
    script = Scripted((b"", 0x6C05), (b"abc", 0x6102), (b"de", 0x6100), (b"f", 0x9000))
    answer = LengthFit(script).transmit(CommandApdu(0x0C, 0xB0, 0x00, 0x00, le=256))
    assert answer == ResponseApdu(b"abcdef", 0x9000)
    assert [(each.cla, each.ins, each.le) for each in script.sent] == [
        (0x0C, 0xB0, 256),
        (0x0C, 0xB0, 5),
        (0x00, 0xC0, 2),
        (0x00, 0xC0, 256),
    ]


def test_an_answer_without_an_end_has_one() -> None:
    class Endless:
        def transmit(self, _command: CommandApdu) -> ResponseApdu:
            return ResponseApdu(bytes(256), 0x6100)

    assert len(LengthFit(Endless()).transmit(READ_LONG).data) == 65536


def test_a_secure_channel_survives_what_the_reader_refused(authority: Authority) -> None:
    card = authority.card()
    card.power_on()
    line = Line(ShortLengthCard(card))
    terminal = Terminal(card, LengthFit(line))
    keys = terminal.pin().keys
    assert isinstance(keys, SessionKeys)
    assert isinstance(terminal.channel, SecureChannel)
    long_command = CommandApdu(0x00, 0x22, 0xC1, 0xA4, bytes(1000))
    assert terminal.channel.transmit(long_command).sw == 0x6A80
    assert [each.cla for each in line.sent].count(0x1C) >= 4, "protected once, and then sent in parts"
    assert terminal.channel.transmit(READ_LONG).sw == 0x9000
