"""The simulated reader with a pad: every answer it can give, to terminals that ask rightly and wrongly."""

import struct
from collections.abc import Callable

import pytest

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.errors import CardGoneError, UnexpectedStatus
from cardreader.pace import PasswordId
from cardreader.part10 import (
    DESTROY_CHANNEL,
    GET_CAPABILITIES,
    EntriesDifferError,
    EntryLengthError,
    Feature,
    PaceCapability,
    PadCancelledError,
    PadTimeOutError,
    change_pin_order,
    check_pin_changed,
    read_capabilities,
    read_features,
    take_output,
)
from cardreader.reader_pace import ReaderChannel, establish_order, read_outcome
from sandbox.comfort_reader.pad import Pad
from sandbox.comfort_reader.reader import GET_FEATURES, ComfortReader, UnknownControlError
from sandbox.id_card.card import IdCard
from tests.sandbox.id_card.authority import Authority

SELECT = CommandApdu(0x00, 0xA4, 0x00, 0x0C, b"\x3f\x00")
ESTABLISH = establish_order(PasswordId.PIN, None, b"")


class Reader:
    """A terminal's view: features instead of control codes."""

    def __init__(self, card: IdCard) -> None:
        self.card = card
        self.pad = Pad(patience_seconds=0)
        self.comfort = ComfortReader(self.pad)
        self.codes = read_features(self.comfort.control(GET_FEATURES, b"", self.card.process))

    def use(self, feature: Feature, data: bytes) -> bytes:
        return self.comfort.control(self.codes[feature], data, self.card.process)

    def establish(self, order: bytes = ESTABLISH) -> int:
        return take_output(self.use(Feature.EXECUTE_PACE, order))[0]

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        raw = self.comfort.transmit(command.to_bytes(), self.card.process)
        return ResponseApdu.from_bytes(raw)


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def reader(authority: Authority) -> Reader:
    card = authority.card()
    card.power_on()
    return Reader(card)


def test_it_says_what_it_can_do(reader: Reader) -> None:
    assert reader.codes.keys() == {Feature.EXECUTE_PACE, Feature.MODIFY_PIN_DIRECT}
    can = read_capabilities(reader.use(Feature.EXECUTE_PACE, GET_CAPABILITIES))
    assert PaceCapability.EID | PaceCapability.DESTROY_CHANNEL in can
    with pytest.raises(UnknownControlError):
        reader.comfort.control(0x42000001, b"", reader.card.process)


def test_its_channel_protects_until_it_is_destroyed(reader: Reader) -> None:
    reader.pad.type("123456")
    channel = read_outcome(reader.use(Feature.EXECUTE_PACE, ESTABLISH), PasswordId.PIN)
    assert isinstance(channel, ReaderChannel)
    assert channel.ef_card_access
    assert reader.transmit(SELECT).sw == 0x9000
    assert reader.card._session.messaging is not None
    assert reader.establish(DESTROY_CHANNEL) == 0
    assert reader.transmit(SELECT).sw == 0x9000
    assert reader.card._session.messaging is None  # a command in the clear ended it


def test_somebody_elses_channel_ends_its_own(reader: Reader) -> None:
    reader.pad.type("123456")
    assert reader.establish() == 0
    assert reader.transmit(CommandApdu(0x0C, 0xB0, 0x9C, 0x00, b"\x00", 256)).sw in {0x6987, 0x6988}


@pytest.mark.parametrize(
    ("order", "result"),
    [
        (b"", 0xD0000001),
        (b"\x02\x01\x00", 0xD0000001),
        (b"\x02\x01\x00\x03", 0xD0000001),
        (b"\x02\x06\x00\x03\x00\x00\x00\x00\x00", 0xD0000001),
        (b"\x09\x00\x00", 0xD0000002),
        (b"\x02\x0b\x00\x03\x00\x06123456\x00\x00", 0xD0000002),
        (establish_order(PasswordId.MRZ, None, b""), 0xE0000003),
    ],
    ids=["empty", "short", "cut", "long", "unknown", "a PIN of the host", "MRZ"],
)
def test_what_it_is_told_wrongly_is_said(reader: Reader, order: bytes, result: int) -> None:
    assert reader.establish(order) == result


@pytest.mark.parametrize(
    ("press", "result"),
    [
        (lambda pad: pad.cancel(), 0xF0200001),
        (lambda pad: pad.walk_off(), 0xF0200002),
        (lambda _pad: None, 0xF0200002),
        (lambda pad: pad.type("000000"), 0xF00663C2),
    ],
    ids=["cancelled", "walked off", "patience", "wrong"],
)
def test_what_the_person_did_is_said(reader: Reader, press: Callable[[Pad], None], result: int) -> None:
    press(reader.pad)
    assert reader.establish() == result


def test_other_passwords_are_typed_as_well(reader: Reader) -> None:
    reader.pad.type("000000")
    assert reader.establish(establish_order(PasswordId.CAN, None, b"")) == 0xF0066300
    reader.pad.type(reader.card.persona.can)
    assert reader.establish(establish_order(PasswordId.CAN, None, b"")) == 0
    reader.card.power_on()
    reader.comfort.reset()
    reader.pad.type(reader.card.persona.puk)
    assert reader.establish(establish_order(PasswordId.PUK, None, b"")) == 0


def test_what_the_card_says_is_passed_on(reader: Reader) -> None:
    for _ in range(2):
        reader.pad.type("000000")
        reader.establish()
    reader.pad.type("123456")
    answer = reader.use(Feature.EXECUTE_PACE, ESTABLISH)
    result, output = take_output(answer)
    assert (result, output) == (0xF0036985, b"\x63\xc1")


@pytest.mark.parametrize(
    ("answer", "result"),
    [(b"\x6a\x82", 0xF0016A82), (b"\x30\x00\x90\x00", 0xE0000002), (b"\x30", 0xE0000002)],
)
def test_a_card_without_pace_is_told(reader: Reader, answer: bytes, result: int) -> None:
    reader.pad.type("123456")
    code = reader.codes[Feature.EXECUTE_PACE]
    given = [answer, b"\x6b\x00"]
    output = reader.comfort.control(code, ESTABLISH, lambda _raw: given.pop(0) if given else b"\x6b\x00")
    assert take_output(output)[0] == result


def test_no_card_is_told(reader: Reader) -> None:
    def gone(_raw: bytes) -> bytes:
        raise CardGoneError("no card lies on the reader")

    reader.pad.type("123456")
    answer = reader.comfort.control(reader.codes[Feature.EXECUTE_PACE], ESTABLISH, gone)
    assert struct.unpack("<IH", answer) == (0xF0100002, 0)


# ---------------------------------------------------------------- a new PIN


def _change(reader: Reader, *entries: str | Callable[[Pad], None]) -> None:
    for each in entries:
        if isinstance(each, str):
            reader.pad.type(each)
        else:
            each(reader.pad)
    check_pin_changed(reader.use(Feature.MODIFY_PIN_DIRECT, change_pin_order()))


def test_a_pin_is_changed_in_the_readers_channel(reader: Reader) -> None:
    reader.pad.type("123456")
    assert reader.establish() == 0
    _change(reader, "654321", "654321")
    assert reader.card.memory.read().pin == "654321"


@pytest.mark.parametrize(
    ("entries", "error"),
    [
        (("654321", "654322"), EntriesDifferError),
        (("12345",), EntryLengthError),
        ((Pad.cancel,), PadCancelledError),
        (("654321", Pad.walk_off), PadTimeOutError),
    ],
    ids=["differ", "short", "cancelled", "timed out"],
)
def test_a_pin_stays_when_the_entries_are_not_one(
    reader: Reader, entries: tuple[str | Callable[[Pad], None], ...], error: type[Exception]
) -> None:
    reader.pad.type("123456")
    assert reader.establish() == 0
    with pytest.raises(error):
        _change(reader, *entries)
    assert reader.card.memory.read().pin == "123456"


def test_without_a_channel_the_card_refuses(reader: Reader) -> None:
    with pytest.raises(UnexpectedStatus) as told:
        _change(reader, "654321", "654321")
    assert told.value.sw == 0x6982
    refused = reader.use(Feature.MODIFY_PIN_DIRECT, b"\x00")
    assert refused == b"\x6a\x80"


def test_its_display_says_what_it_wants(reader: Reader) -> None:
    assert reader.pad.asked_for is None
    asked: list[str | None] = []
    take = reader.pad._presses.get

    def looking(timeout: float) -> object:
        asked.append(reader.pad.asked_for)
        return take(timeout=timeout)

    reader.pad._presses.get = looking  # type: ignore[method-assign, assignment]  # the moment of asking
    reader.pad.cancel()
    reader.establish()
    assert (asked, reader.pad.asked_for) == (["PIN"], None)
