"""Secure messaging on the card's side: what is broken stays broken, and no bytes crash the card."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.secure_messaging import SecureMessaging
from sandbox.id_card.session import Session
from tests.sandbox.id_card.authority import EVERYTHING, Authority
from tests.sandbox.id_card.terminal import Plain, Terminal

SELECT_MF = CommandApdu(0x00, 0xA4, 0x00, 0x0C, b"\x3f\x00")


@pytest.fixture
def secured(authority: Authority) -> tuple[Terminal, SecureMessaging]:
    terminal = Terminal(authority.card())
    return terminal, SecureMessaging(terminal.pin(rights=EVERYTHING).keys)


def _exchange(terminal: Terminal, command: CommandApdu) -> ResponseApdu:
    return Plain(terminal.card).transmit(command)


def test_protected_commands_are_answered_protected(secured: tuple[Terminal, SecureMessaging]) -> None:
    terminal, messaging = secured
    answer = _exchange(terminal, messaging.protect(SELECT_MF))
    assert messaging.unprotect(answer) == ResponseApdu(b"", 0x9000)


def _wrong_checksum(command: CommandApdu) -> CommandApdu:
    return replace(command, data=command.data[:-1] + bytes([command.data[-1] ^ 1]))


def _no_checksum(command: CommandApdu) -> CommandApdu:
    return replace(command, data=command.data[:-10])


def _another_header(command: CommandApdu) -> CommandApdu:
    return replace(command, p1=0x04)


def _nothing(command: CommandApdu) -> CommandApdu:
    return replace(command, data=b"")


def _no_tlv(command: CommandApdu) -> CommandApdu:
    return replace(command, data=b"\x87\x80\x00")


@pytest.mark.parametrize(
    ("spoil", "status"),
    [
        (_wrong_checksum, 0x6988),
        (_no_checksum, 0x6987),
        (_another_header, 0x6988),
        (_nothing, 0x6987),
        (_no_tlv, 0x6988),
    ],
)
def test_broken_channel_is_closed_for_good(
    secured: tuple[Terminal, SecureMessaging], spoil: object, status: int
) -> None:
    terminal, messaging = secured
    assert callable(spoil)
    assert _exchange(terminal, spoil(messaging.protect(SELECT_MF))) == ResponseApdu(b"", status)
    # Even what would have been right for the next step of either counter comes too late.
    assert _exchange(terminal, messaging.protect(SELECT_MF)).sw == 0x6988
    assert terminal.card._session == Session()


def test_replayed_command_breaks_the_channel(secured: tuple[Terminal, SecureMessaging]) -> None:
    terminal, messaging = secured
    command = messaging.protect(SELECT_MF)
    assert _exchange(terminal, command).sw == 0x9000
    assert _exchange(terminal, command).sw == 0x6988


def test_plain_command_ends_the_session_and_is_answered_plainly(
    secured: tuple[Terminal, SecureMessaging],
) -> None:
    terminal, messaging = secured
    assert _exchange(terminal, SELECT_MF) == ResponseApdu(b"", 0x9000)
    assert _exchange(terminal, messaging.protect(SELECT_MF)).sw == 0x6988


def test_closing_the_channel_by_an_empty_template(secured: tuple[Terminal, SecureMessaging]) -> None:
    terminal, _ = secured
    assert _exchange(terminal, CommandApdu(0x00, 0x22, 0xC1, 0xA4)).sw == 0x6700
    assert _exchange(terminal, CommandApdu(0x00, 0x84, 0x00, 0x00, le=8)).sw == 0x6982


def test_readers_pseudo_command_leaves_the_session_alone(secured: tuple[Terminal, SecureMessaging]) -> None:
    terminal, messaging = secured
    assert _exchange(terminal, CommandApdu(0xFF, 0x9A, 0x01, 0x03, le=256)).sw == 0x6E00
    assert _exchange(terminal, messaging.protect(SELECT_MF)).sw == 0x9000


def test_reset_ends_the_session(secured: tuple[Terminal, SecureMessaging]) -> None:
    terminal, messaging = secured
    terminal.card.reset()
    assert _exchange(terminal, messaging.protect(SELECT_MF)).sw == 0x6988


INSTRUCTIONS = (0x04, 0x20, 0x22, 0x2A, 0x2C, 0x44, 0x82, 0x84, 0x86, 0xA4, 0xB0)
COMMANDS = st.builds(
    CommandApdu,
    cla=st.sampled_from((0x00, 0x10, 0x80)),
    ins=st.sampled_from(INSTRUCTIONS),
    p1=st.sampled_from((0x00, 0x02, 0x03, 0x04, 0x10, 0x41, 0x80, 0x81, 0x9C, 0xC1)),
    p2=st.sampled_from((0x00, 0x03, 0x0C, 0xA4, 0xB6, 0xBE)),
    data=st.binary(max_size=300)
    | st.binary(max_size=60).map(lambda value: b"\x7c" + bytes([len(value)]) + value)
    | st.binary(max_size=20).map(lambda value: bytes.fromhex("800A04007F00070202040202830103") + value),
    le=st.sampled_from((None, 8, 256, 65536)),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=64))
def test_garbage_is_always_answered_with_a_status(authority: Authority, raw: bytes) -> None:
    assert len(authority.card().process(raw)) >= 2


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(commands=st.lists(COMMANDS, min_size=1, max_size=6), depth=st.sampled_from(("plain", "pace", "eid")))
def test_nonsense_in_any_session_is_answered_and_spends_no_attempt(
    authority: Authority, commands: list[CommandApdu], depth: str
) -> None:
    terminal = Terminal(authority.card())
    if depth == "pace":
        terminal.pin(rights=EVERYTHING)
    if depth == "eid":
        terminal.enter(authority, EVERYTHING)
    state = terminal.card.memory.read()
    for command in commands:
        assert terminal.channel.transmit(command).sw != 0
    assert terminal.card.memory.read().pin_attempts == state.pin_attempts
