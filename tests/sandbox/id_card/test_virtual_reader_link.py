"""The card's end of the virtual reader driver's protocol, against a driver played here."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sandbox.id_card.card import ATR
from sandbox.id_card.vpcd import VirtualReaderLink
from tests.sandbox.id_card.authority import Authority

OFF, ON, RESET, ASK_ATR = b"\x00", b"\x01", b"\x02", b"\x04"
SELECT = bytes.fromhex("00A4000C023F00")


class Driver:
    """Listens as the driver does; `slot` is the line to the card, while there is one."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(10)
        self.port: int = self._listening.getsockname()[1]
        self.looks_in_vain = 0

    @contextmanager
    def slot(self) -> Iterator[socket.socket]:
        """Look for a card until one answers, as the driver does, and yield the line to it."""
        while True:
            slot, _ = self._listening.accept()
            with slot:
                slot.settimeout(10)
                if not _is_present(slot):
                    self.looks_in_vain += 1
                    continue
                yield slot
                return

    def close(self) -> None:
        self._listening.close()


def _ask(slot: socket.socket, message: bytes) -> bytes:
    slot.sendall(len(message).to_bytes(2) + message)
    length = int.from_bytes(slot.recv(2, socket.MSG_WAITALL))
    return slot.recv(length, socket.MSG_WAITALL)


def _is_present(slot: socket.socket) -> bool:
    try:
        return _ask(slot, ASK_ATR) == ATR
    except ConnectionError:
        return False


def _tell(slot: socket.socket, message: bytes) -> None:
    slot.sendall(len(message).to_bytes(2) + message)


@pytest.fixture
def driver() -> Iterator[Driver]:
    driver = Driver()
    yield driver
    driver.close()


@pytest.fixture
def link(driver: Driver) -> Iterator[VirtualReaderLink]:
    link = VirtualReaderLink(port=driver.port)
    yield link
    driver.close()
    link.close()


def test_card_answers_through_the_driver(
    driver: Driver, link: VirtualReaderLink, authority: Authority
) -> None:
    link.place(authority.card())
    with driver.slot() as slot:
        _tell(slot, ON)
        assert _ask(slot, ASK_ATR) == ATR
        assert _ask(slot, SELECT) == b"\x90\x00"
        assert len(_ask(slot, bytes.fromhex("00B09C00000000"))) > 200  # extended length
    assert link.apdu_count == 2


def test_power_and_reset_take_the_session(
    driver: Driver, link: VirtualReaderLink, authority: Authority
) -> None:
    link.place(authority.card())
    with driver.slot() as slot:
        for interruption in (RESET, OFF):
            _tell(slot, ON)
            assert _ask(slot, bytes.fromhex("00A4020C02011C")) == b"\x90\x00"
            assert _ask(slot, bytes.fromhex("00B0000001"))[-2:] != b"\x69\x86"
            _tell(slot, interruption)
            assert _ask(slot, bytes.fromhex("00B0000001")) == b"\x69\x86"  # no current file any more


def test_pulling_ends_the_line_and_placing_opens_another(
    driver: Driver, link: VirtualReaderLink, authority: Authority
) -> None:
    card = authority.card()
    link.place(card)
    with driver.slot() as slot:
        link.pull()
        assert slot.recv(1) == b""
    link.place(card)
    with driver.slot() as slot:
        assert _ask(slot, ASK_ATR) == ATR
    assert driver.looks_in_vain >= 1


def test_card_comes_back_when_the_driver_does(
    driver: Driver, link: VirtualReaderLink, authority: Authority
) -> None:
    link.place(authority.card())
    for _ in range(3):
        with driver.slot() as slot:
            assert _ask(slot, ASK_ATR) == ATR
    assert driver.looks_in_vain == 0


def test_another_card_replaces_the_one_that_lies_there(
    driver: Driver, link: VirtualReaderLink, authority: Authority
) -> None:
    link.place(authority.card("blocked"))
    with driver.slot() as slot:
        link.place(authority.card("erika"))
        assert slot.recv(1) == b""
    with driver.slot() as slot:
        assert driver.looks_in_vain >= 1  # never two cards as one
        template = bytes.fromhex("0022C1A412800A04007F0007020204020283010384010D")
        assert _ask(slot, template) == b"\x90\x00"


def test_closing_without_a_driver_is_quick(authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as reserved:
        port = reserved.getsockname()[1]
    link = VirtualReaderLink(port=port)
    link.place(authority.card())
    link.close()
