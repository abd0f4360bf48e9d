"""PC/SC for real: pyscard, a pcscd of our own, the virtual reader, and a card that checks what it is told."""

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from cardreader.apdu import CommandApdu
from cardreader.card import IdCard as DetectedCard
from cardreader.card import PinReady, detect, read_retry_counter
from cardreader.channel import run
from cardreader.errors import CardGoneError, ReaderGoneError
from cardreader.pace import PaceEstablished, PaceRejected, PasswordId, pace
from cardreader.pcsc import PcscConnection, PcscReaders
from cardreader.reader import CardPresent, ReaderPort
from cardreader.secret import Secret
from cardreader.secure_messaging import SecureChannel
from sandbox.id_card.vpcd import VirtualReaderLink
from tests.pcscd_service import PcscdService, missing_packages, running_pcscd
from tests.reader_reports import ReaderReports
from tests.sandbox.id_card.authority import EVERYTHING, Authority
from tests.sandbox.id_card.terminal import PACE, Terminal

pytestmark = [pytest.mark.pcscd, pytest.mark.skipif(bool(missing_packages()), reason=str(missing_packages()))]

CHALLENGE = CommandApdu(0x00, 0x84, 0x00, 0x00, le=8)
SELECT = CommandApdu(0x00, 0xA4, 0x00, 0x0C, b"\x3f\x00")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="module")
def service() -> Iterator[PcscdService]:
    with running_pcscd() as service:
        yield service


@pytest.fixture
def link(service: PcscdService) -> Iterator[VirtualReaderLink]:
    link = VirtualReaderLink(port=service.reader_port)
    yield link
    link.close()


@pytest.fixture
def reports() -> Iterator[ReaderReports]:
    reports = ReaderReports(PcscReaders())
    yield reports
    reports.stop()


@pytest.fixture
def connection(
    link: VirtualReaderLink, authority: Authority, reports: ReaderReports
) -> Iterator[PcscConnection]:
    """A connection to Erika's card."""
    link.place(authority.card())
    reports.wait_for(CardPresent)
    connection = PcscReaders().connect()
    yield connection
    connection.close()


def test_card_is_detected_through_pcscd(connection: PcscConnection, service: PcscdService) -> None:
    before = service.transmitted_apdus()
    assert isinstance(run(detect(), connection), DetectedCard)
    assert run(read_retry_counter(PACE), connection) == PinReady(3)
    service.wait_for_apdus(before + 6)


def test_right_pin_opens_a_channel(connection: PcscConnection) -> None:
    established = run(pace(PACE, PasswordId.PIN, Secret(b"123456"), None), connection)
    assert isinstance(established, PaceEstablished)
    assert SecureChannel(connection, established.keys).transmit(SELECT).sw == 0x9000


def test_wrong_pin_costs_one_attempt(connection: PcscConnection, link: VirtualReaderLink) -> None:
    assert run(pace(PACE, PasswordId.PIN, Secret(b"000000"), None), connection) == PaceRejected(2)
    assert run(read_retry_counter(PACE), connection) == PinReady(2)


def test_extended_length_passes_both_ways(connection: PcscConnection) -> None:
    answer = connection.transmit(CommandApdu(0x00, 0xB0, 0x9C, 0x00, le=65536))
    assert (answer.sw, answer.data[0]) == (0x9000, 0x31)
    long_command = CommandApdu(0x00, 0x22, 0xC1, 0xA4, bytes(1000))
    assert connection.transmit(long_command).sw == 0x6A80


def test_whole_authentication_reads_a_name(
    link: VirtualReaderLink, authority: Authority, reports: ReaderReports
) -> None:
    card = authority.card()
    link.place(card)
    reports.wait_for(CardPresent)
    with closing(PcscReaders().connect()) as connection:
        terminal = Terminal(card, connection)
        terminal.enter(authority, EVERYTHING)
        assert terminal.read(4).data == bytes.fromhex("64070C054572696B61")


def test_closing_resets_the_card(connection: PcscConnection) -> None:
    assert connection.transmit(CommandApdu(0x00, 0xA4, 0x02, 0x0C, b"\x01\x1c")).sw == 0x9000
    connection.close()
    connection.close()
    with pytest.raises(CardGoneError):
        connection.transmit(SELECT)
    with closing(PcscReaders().connect()) as again:
        assert again.transmit(CommandApdu(0x00, 0xB0, 0x00, 0x00, le=1)).sw == 0x6986


def test_card_pulled_between_commands(connection: PcscConnection, link: VirtualReaderLink) -> None:
    link.pull()
    with pytest.raises(CardGoneError):
        connection.transmit(SELECT)
    connection.close()


def test_card_pulled_in_the_middle_of_a_command(
    link: VirtualReaderLink, authority: Authority, reports: ReaderReports
) -> None:
    card = authority.card()
    process = card.process

    def pulled_meanwhile(raw_command: bytes) -> bytes:
        if raw_command == CHALLENGE.to_bytes():
            link.pull()
        return process(raw_command)

    card.process = pulled_meanwhile  # type: ignore[method-assign]  # the moment between asking and answering
    link.place(card)
    reports.wait_for(CardPresent)
    with closing(PcscReaders().connect()) as connection:
        assert connection.transmit(SELECT).sw == 0x9000
        with pytest.raises(CardGoneError):
            connection.transmit(CHALLENGE)


def test_without_a_card_three_tries_are_made(service: PcscdService) -> None:
    pauses: list[float] = []
    with pytest.raises(CardGoneError, match="no card"):
        PcscReaders(pause=pauses.append).connect()
    assert pauses == [0.1, 0.1]


def test_second_try_finds_the_card(
    link: VirtualReaderLink, authority: Authority, reports: ReaderReports
) -> None:
    def place_it(_seconds: float) -> None:
        link.place(authority.card())
        reports.wait_for(CardPresent)

    with closing(PcscReaders(pause=place_it).connect()) as connection:
        assert connection.transmit(SELECT).sw == 0x9000


def test_transaction_keeps_a_second_connection_out(connection: PcscConnection) -> None:
    got_in = threading.Event()

    def enter() -> None:
        with closing(PcscReaders().connect()):
            got_in.set()

    second = threading.Thread(target=enter)
    second.start()
    connection.transmit(SELECT)
    assert not got_in.is_set()
    connection.close()
    assert got_in.wait(10)
    second.join(10)


def test_idle_transaction_is_kept_awake(
    link: VirtualReaderLink,
    authority: Authority,
    reports: ReaderReports,
    service: PcscdService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    link.place(authority.card())
    reports.wait_for(CardPresent)
    monkeypatch.setattr("cardreader.pcsc._KEEP_AWAKE_S", 0.01)
    with closing(PcscReaders().connect()):
        service.wait_for_log("Received command: STATUS", times=3)


class TestServiceGone:
    """Each of these stops its own service, so each starts one."""

    @pytest.fixture
    def service(self) -> Iterator[PcscdService]:
        with running_pcscd() as service:
            yield service

    def test_service_that_dies_is_a_reader_gone(
        self, connection: PcscConnection, service: PcscdService
    ) -> None:
        service.stop()
        with pytest.raises(ReaderGoneError, match="pcscd"):
            connection.transmit(SELECT)
        connection.close()

    def test_absent_service_is_told_in_words_for_staff(self, service: PcscdService) -> None:
        service.stop()
        port: ReaderPort = PcscReaders(pause=lambda _seconds: None)
        with pytest.raises(ReaderGoneError, match="systemctl start pcscd"):
            port.connect()

    def test_service_without_reader(self, service: PcscdService) -> None:
        service.stop()
        service.start(with_reader=False)
        with pytest.raises(ReaderGoneError, match="plug it in"):
            PcscReaders(pause=lambda _seconds: None).connect()
