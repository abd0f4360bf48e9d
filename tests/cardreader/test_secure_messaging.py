"""Secure messaging: the published sample, both sides against each other, and every check that can fail."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.secure_messaging import (
    SecureChannel,
    SecureMessaging,
    SecureMessagingError,
    SessionKeys,
    UnprotectedStatusError,
)

BSI = json.loads((Path(__file__).parent.parent / "vectors" / "bsi_eac_pace.json").read_text())
KEYS = SessionKeys(bytes.fromhex(BSI["k_enc"]), bytes.fromhex(BSI["k_mac"]))
READ = CommandApdu(0x00, 0xB0, 0x9D, 0x00, le=200)
SIZES = [0, 1, 15, 16, 17, 127, 128, 223, 224, 239, 240, 255, 256, 1000, 60000]


def test_command_and_answer_of_the_bsi_example() -> None:
    """The first exchange after PACE: MSE:Set DST with the reference of the CVCA, answered with 9000 alone."""
    terminal = SecureMessaging(KEYS)
    protected = terminal.protect(CommandApdu(0x00, 0x22, 0x81, 0xB6, bytes.fromhex(BSI["d1"])))
    objects = tlv.fields(protected.data)
    assert objects[0x87] == b"\x01" + bytes.fromhex(BSI["e1"])
    assert protected.header.hex() == "0c2281b6"
    answer = bytes.fromhex(BSI["ad1"]) + tlv.encode(0x8E, bytes.fromhex(BSI["a1"]))
    assert terminal.unprotect(ResponseApdu(answer, 0x9000)) == ResponseApdu(b"", 0x9000)


def test_the_card_answers_the_bsi_example_with_its_bytes() -> None:
    card = SecureMessaging(KEYS, ssc=1)
    answer = bytes.fromhex(BSI["ad1"]) + tlv.encode(0x8E, bytes.fromhex(BSI["a1"]))
    assert card.protect_response(ResponseApdu(b"", 0x9000)) == ResponseApdu(answer, 0x9000)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.builds(
                CommandApdu,
                st.sampled_from([0x00, 0x10, 0x80]),
                st.integers(0, 255),
                st.integers(0, 255),
                st.integers(0, 255),
                st.binary(max_size=300),
                st.one_of(st.none(), st.integers(1, 65536)),
            ),
            st.builds(ResponseApdu, st.binary(max_size=300), st.integers(0, 0xFFFF)),
        ),
        max_size=5,
    )
)
def test_both_sides_understand_each_other(exchanges: list[tuple[CommandApdu, ResponseApdu]]) -> None:
    terminal, card = SecureMessaging(KEYS), SecureMessaging(KEYS)
    for command, response in exchanges:
        on_the_wire = terminal.protect(command).to_bytes()
        assert card.unprotect_command(CommandApdu.from_bytes(on_the_wire)) == command
        answer = card.protect_response(response).to_bytes()
        assert terminal.unprotect(ResponseApdu.from_bytes(answer)) == response


@pytest.mark.parametrize("size", SIZES)
def test_sizes_around_blocks_and_length_fields(size: int) -> None:
    terminal, card = SecureMessaging(KEYS), SecureMessaging(KEYS)
    command = CommandApdu(0x00, 0xD6, 0x00, 0x00, bytes(size), 1)
    assert card.unprotect_command(terminal.protect(command)) == command
    response = ResponseApdu(bytes(size), 0x9000)
    assert terminal.unprotect(card.protect_response(response)) == response


@pytest.mark.parametrize("le", [1, 128, 222, 223])
def test_what_fits_a_short_answer_is_asked_short(le: int) -> None:
    """TR-03110-3 B.12.2 allows extended length only for a few commands: no more of it than needed."""
    terminal, card = SecureMessaging(KEYS), SecureMessaging(KEYS)
    protected = terminal.protect(CommandApdu(0x00, 0xB0, 0x00, 0x00, le=le))
    assert protected.le == 256
    assert not protected.is_extended
    card.unprotect_command(protected)
    assert len(card.protect_response(ResponseApdu(bytes(le), 0x9000)).data) <= 256


@pytest.mark.parametrize("le", [224, 256, 257, 65536])
def test_what_does_not_fit_a_short_answer_is_asked_extended(le: int) -> None:
    terminal, card = SecureMessaging(KEYS), SecureMessaging(KEYS)
    protected = terminal.protect(CommandApdu(0x00, 0xB0, 0x00, 0x00, le=le))
    assert protected.le == 65536
    card.unprotect_command(protected)
    assert le > 256 or len(card.protect_response(ResponseApdu(bytes(le), 0x9000)).data) > 256


def test_a_command_without_le_still_leaves_room_for_the_checksum() -> None:
    protected = SecureMessaging(KEYS).protect(CommandApdu(0x00, 0x22, 0xC1, 0xA4, b"\x80\x00"))
    assert protected.le == 256
    assert 0x97 not in tlv.fields(protected.data)


def test_the_same_command_never_looks_the_same() -> None:
    terminal = SecureMessaging(KEYS)
    command = CommandApdu(0x00, 0xD6, 0x00, 0x00, b"same")
    assert terminal.protect(command) != terminal.protect(command)


def _flip_last(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 0x01])


@pytest.mark.parametrize(
    "tamper",
    [
        lambda answer: ResponseApdu(_flip_last(answer.data), answer.sw),
        lambda answer: ResponseApdu(
            answer.data[:3] + _flip_last(answer.data[3:4]) + answer.data[4:], answer.sw
        ),
        lambda answer: ResponseApdu(answer.data, 0x6982),
        lambda answer: ResponseApdu(answer.data[:-10], answer.sw),
        lambda answer: ResponseApdu(answer.data[:-10] + b"\x8e\x04" + answer.data[-8:-4], answer.sw),
        lambda answer: ResponseApdu(answer.data[-10:], answer.sw),
        lambda answer: ResponseApdu(answer.data[-10:] + answer.data[:-10], answer.sw),
        lambda answer: ResponseApdu(answer.data + b"\x99", answer.sw),
        lambda answer: ResponseApdu(answer.data + answer.data, answer.sw),
        lambda answer: ResponseApdu(b"\x81\x01\x00" + answer.data, answer.sw),
        lambda _answer: ResponseApdu(b"plain text", 0x9000),
        lambda _answer: ResponseApdu(b"", 0x9000),
        lambda _answer: ResponseApdu(b"", 0x6988),
    ],
)
def test_any_failed_check_ends_the_session_for_good(tamper: Callable[[ResponseApdu], ResponseApdu]) -> None:
    terminal, card = SecureMessaging(KEYS), SecureMessaging(KEYS)
    card.unprotect_command(terminal.protect(READ))
    answer = card.protect_response(ResponseApdu(b"DE", 0x9000))
    with pytest.raises(SecureMessagingError):
        terminal.unprotect(tamper(answer))
    with pytest.raises(SecureMessagingError, match="ended"):
        terminal.protect(READ)
    with pytest.raises(SecureMessagingError, match="ended"):
        terminal.unprotect(answer)


def test_an_answer_played_again_is_refused() -> None:
    terminal, card = SecureMessaging(KEYS), SecureMessaging(KEYS)
    card.unprotect_command(terminal.protect(READ))
    answer = card.protect_response(ResponseApdu(b"DE", 0x9000))
    terminal.unprotect(answer)
    terminal.protect(READ)
    with pytest.raises(SecureMessagingError, match="checksum"):
        terminal.unprotect(answer)


def test_a_bare_status_word_is_told_apart() -> None:
    terminal = SecureMessaging(KEYS)
    terminal.protect(READ)
    with pytest.raises(UnprotectedStatusError, match="6700") as caught:
        terminal.unprotect(ResponseApdu(b"", 0x6700))
    assert caught.value.sw == 0x6700


def _rightly_signed(objects: Callable[[SecureMessaging], bytes]) -> ResponseApdu:
    """An answer whose checksum is right, so that only its form can give it away."""
    card = SecureMessaging(KEYS)
    card._step()
    body = objects(card) + tlv.encode(0x99, b"\x90\x00")
    padded = body + b"\x80" + bytes(-(len(body) + 1) % 16)
    return ResponseApdu(body + tlv.encode(0x8E, card._mac(padded)), 0x9000)


@pytest.mark.parametrize(
    "padded",
    [bytes(16), b"\x80" + bytes(14) + b"\x01", b"text\x80" + bytes(27), b"no padding here."],
)
def test_wrong_padding_is_refused(padded: bytes) -> None:
    answer = _rightly_signed(lambda card: tlv.encode(0x87, b"\x01" + card._cbc().encryptor().update(padded)))
    with pytest.raises(SecureMessagingError, match="padding is wrong"):
        SecureMessaging(KEYS).unprotect(answer)


@pytest.mark.parametrize("cryptogram", [b"", b"\x01", b"\x01" + bytes(15), b"\x02" + bytes(16), bytes(17)])
def test_a_cryptogram_of_the_wrong_form_is_refused(cryptogram: bytes) -> None:
    answer = _rightly_signed(lambda _card: tlv.encode(0x87, cryptogram))
    with pytest.raises(SecureMessagingError, match="whole blocks with padding indicator"):
        SecureMessaging(KEYS).unprotect(answer)


def test_a_foreign_object_is_refused() -> None:
    answer = _rightly_signed(lambda _card: tlv.encode(0x81, b"plain"))
    with pytest.raises(SecureMessagingError, match="wrong parts"):
        SecureMessaging(KEYS).unprotect(answer)


@pytest.mark.parametrize("size", [230, 300])
def test_long_data_make_both_length_fields_extended(size: int) -> None:
    protected = SecureMessaging(KEYS).protect(CommandApdu(0x00, 0x82, 0x00, 0x00, bytes(size)))
    assert (len(protected.data) > 255, protected.le) in {(False, 256), (True, 65536)}
    assert (len(protected.data) > 255) == (size == 300)


@pytest.mark.parametrize(
    "tamper",
    [
        lambda command: CommandApdu(0x00, command.ins, command.p1, command.p2, command.data, command.le),
        lambda command: CommandApdu(0x0C, command.ins, command.p1, command.p2 ^ 1, command.data, command.le),
        lambda command: CommandApdu(0x0C, command.ins, command.p1, command.p2, _flip_last(command.data), 256),
        lambda command: CommandApdu(0x0C, command.ins, command.p1, command.p2, command.data[3:], 256),
        lambda command: CommandApdu(0x0C, command.ins, command.p1, command.p2, b"", 256),
    ],
)
def test_the_card_refuses_what_was_changed(tamper: Callable[[CommandApdu], CommandApdu]) -> None:
    terminal, card = SecureMessaging(KEYS), SecureMessaging(KEYS)
    with pytest.raises(SecureMessagingError):
        card.unprotect_command(tamper(terminal.protect(READ)))
    with pytest.raises(SecureMessagingError, match="ended"):
        card.protect_response(ResponseApdu(b"", 0x9000))


class SecuredCard:
    def __init__(self, answer: ResponseApdu) -> None:
        self.messaging = SecureMessaging(KEYS)
        self.answer = answer
        self.seen: list[CommandApdu] = []

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        self.seen.append(self.messaging.unprotect_command(command))
        return self.messaging.protect_response(self.answer)


def test_the_channel_protects_and_unprotects() -> None:
    card = SecuredCard(ResponseApdu(b"D<<", 0x9000))
    channel = SecureChannel(card, KEYS)
    assert [channel.transmit(READ), channel.transmit(READ)] == [card.answer, card.answer]
    assert card.seen == [READ, READ]


def test_keys_do_not_print() -> None:
    assert repr(KEYS) == "SessionKeys()"
