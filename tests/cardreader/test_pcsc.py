"""PC/SC for real: pyscard, a pcscd of our own, the virtual reader, and a card that checks what it is told."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from smartcard import scard

from cardreader.apdu import CommandApdu
from cardreader.card import IdCard as DetectedCard
from cardreader.card import PinReady, detect, read_retry_counter
from cardreader.channel import run
from cardreader.errors import CardGoneError, ReaderGoneError
from cardreader.pace import PaceEstablished, PaceRejected, PasswordId, pace
from cardreader.part10 import DESTROY_CHANNEL, Feature, change_pin_order, check_pin_changed
from cardreader.pcsc import PcscConnection, PcscReaders, control_codes
from cardreader.reader import CardPresent, ReaderPort
from cardreader.reader_pace import ReaderChannel, establish_order, read_outcome
from cardreader.secret import Secret
from cardreader.secure_messaging import SecureChannel
from sandbox.comfort_reader.pad import Pad
from sandbox.comfort_reader.reader import ComfortReader, UnknownControlError
from sandbox.id_card.short_length import ShortLengthCard
from sandbox.id_card.vpcd import VirtualReaderLink
from tests.pcscd_service import NEEDS_PCSCD, PcscdService, running_pcscd
from tests.reader_reports import ReaderReports
from tests.sandbox.id_card.authority import EVERYTHING, Authority
from tests.sandbox.id_card.terminal import PACE, Terminal

pytestmark = NEEDS_PCSCD

CHALLENGE = CommandApdu(0x00, 0x84, 0x00, 0x00, le=8)
SELECT = CommandApdu(0x00, 0xA4, 0x00, 0x0C, b"\x3f\x00")


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


def test_card_is_detected_through_pcscd(
    connection: PcscConnection, link: VirtualReaderLink, service: PcscdService
) -> None:
    logged, answered = service.transmitted_apdus(), link.apdu_count
    assert isinstance(run(detect(), connection), DetectedCard)
    assert run(read_retry_counter(PACE), connection) == PinReady(3)
    assert link.apdu_count > answered
    service.wait_for_apdus(logged + link.apdu_count - answered)


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


class TestResetByAnotherProgram:
    """The service says so once, as after the reset of a program that had no transaction; the rest is real."""

    @pytest.fixture
    def reset(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
        really_transmit = scard.SCardTransmit
        pending: list[int] = []

        def transmit(handle: int, header: int, data: list[int]) -> tuple[int, list[int]]:
            if pending:
                return pending.pop(), []
            answered: tuple[int, list[int]] = really_transmit(handle, header, data)
            return answered

        monkeypatch.setattr(scard, "SCardTransmit", transmit)
        return lambda: pending.append(scard.SCARD_W_RESET_CARD)

    def test_a_card_that_knows_nothing_yet_is_taken_anew(
        self, connection: PcscConnection, reset: Callable[[], None]
    ) -> None:
        reset()
        assert connection.transmit(SELECT).sw == 0x9000
        reset()
        assert isinstance(run(detect(), connection), DetectedCard)

    def test_a_card_that_was_told_something_is_gone(
        self, connection: PcscConnection, reset: Callable[[], None]
    ) -> None:
        assert run(read_retry_counter(PACE), connection) == PinReady(3)
        reset()
        with pytest.raises(CardGoneError, match="reset"):
            connection.transmit(SELECT)

    def test_a_challenge_is_not_asked_for_twice(
        self, connection: PcscConnection, reset: Callable[[], None]
    ) -> None:
        reset()
        with pytest.raises(CardGoneError, match="reset"):
            connection.transmit(CHALLENGE)


def test_a_reader_without_extended_length_works_through_pcscd(
    link: VirtualReaderLink, authority: Authority, reports: ReaderReports
) -> None:
    card = authority.card()
    short = ShortLengthCard(card)
    really_process, depth = card.process, threading.local()

    def process(raw_command: bytes) -> bytes:
        if getattr(depth, "inside", False):
            return really_process(raw_command)
        depth.inside = True
        try:
            return short.process(raw_command)
        finally:
            depth.inside = False

    card.process = process  # type: ignore[method-assign]  # the reader between pcscd and the card
    link.place(card)
    reports.wait_for(CardPresent)
    with closing(PcscReaders().connect()) as connection:
        terminal = Terminal(card, connection)
        terminal.enter(authority, EVERYTHING)
        assert terminal.read(4).data == bytes.fromhex("64070C054572696B61")


class TestComfortReader:
    """A reader with a pad of its own, at the level of SCardControl; commands still go through pcscd.

    The virtual driver has no features, so pyscard's two calls are answered by the simulated reader, which
    reaches the card by the real SCardTransmit.
    """

    @pytest.fixture
    def pad(self, monkeypatch: pytest.MonkeyPatch) -> Pad:
        comfort = ComfortReader(Pad())
        really_transmit = scard.SCardTransmit

        def to_card(handle: int, header: int) -> Callable[[bytes], bytes]:
            def send(raw: bytes) -> bytes:
                result, answer = really_transmit(handle, header, list(raw))
                if result != scard.SCARD_S_SUCCESS:
                    raise CardGoneError("the card has been removed")
                return bytes(answer)

            return send

        def control(handle: int, code: int, data: list[int]) -> tuple[int, list[int]]:
            try:
                return 0, list(comfort.control(code, bytes(data), to_card(handle, scard.SCARD_PCI_T1)))
            except UnknownControlError:
                return scard.SCARD_E_INVALID_PARAMETER, []

        def transmit(handle: int, header: int, data: list[int]) -> tuple[int, list[int]]:
            return 0, list(comfort.transmit(bytes(data), to_card(handle, header)))

        monkeypatch.setattr(scard, "SCardControl", control)
        monkeypatch.setattr(scard, "SCardTransmit", transmit)
        return comfort.pad

    def test_the_pin_is_typed_on_the_reader(self, pad: Pad, connection: PcscConnection) -> None:
        assert connection.features == {Feature.EXECUTE_PACE, Feature.MODIFY_PIN_DIRECT}
        pad.type("000000")
        order = establish_order(PasswordId.PIN, None, b"")
        rejected = read_outcome(connection.use(Feature.EXECUTE_PACE, order), PasswordId.PIN)
        assert rejected == PaceRejected(2)
        pad.type("123456")
        channel = read_outcome(connection.use(Feature.EXECUTE_PACE, order), PasswordId.PIN)
        assert isinstance(channel, ReaderChannel)
        assert len(channel.id_picc) == 32
        assert connection.transmit(SELECT).sw == 0x9000  # in the clear here, protected by the reader

    def test_a_new_pin_is_typed_on_the_reader(self, pad: Pad, connection: PcscConnection) -> None:
        for digits in ("123456", "654321", "654321"):
            pad.type(digits)
        order = establish_order(PasswordId.PIN, None, b"")
        read_outcome(connection.use(Feature.EXECUTE_PACE, order), PasswordId.PIN)
        check_pin_changed(connection.use(Feature.MODIFY_PIN_DIRECT, change_pin_order()))
        connection.close()
        with pytest.raises(CardGoneError):
            connection.use(Feature.EXECUTE_PACE, order)
        with closing(PcscReaders().connect()) as again:
            pad.type("654321")
            outcome = read_outcome(again.use(Feature.EXECUTE_PACE, order), PasswordId.PIN)
            assert isinstance(outcome, ReaderChannel)

    def test_closing_ends_the_readers_channel(
        self, pad: Pad, connection: PcscConnection, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pad.type("123456")
        connection.use(Feature.EXECUTE_PACE, establish_order(PasswordId.PIN, None, b""))
        told: list[bytes] = []
        answer = scard.SCardControl

        def listening(handle: int, code: int, data: list[int]) -> tuple[int, list[int]]:
            told.append(bytes(data))
            answered: tuple[int, list[int]] = answer(handle, code, data)
            return answered

        monkeypatch.setattr(scard, "SCardControl", listening)
        connection.close()
        assert told == [DESTROY_CHANNEL]

    @pytest.mark.parametrize(
        "capabilities", [b"\x00\x00\x00\x00\x01\x00\x10", b"\x00"], ids=["none", "garbage"]
    )
    def test_pace_that_cannot_do_the_eid_leaves_a_basic_reader(
        self, monkeypatch: pytest.MonkeyPatch, capabilities: bytes
    ) -> None:
        answers = [bytes.fromhex("200442330020"), capabilities]
        monkeypatch.setattr(scard, "SCardControl", lambda *_asked: (0, list(answers.pop(0))))
        assert control_codes(0) == {}
        monkeypatch.setattr(scard, "SCardControl", lambda *_asked: (0, [0x20, 0x04]))
        assert control_codes(0) == {}


def test_the_virtual_reader_is_a_basic_one(connection: PcscConnection) -> None:
    assert connection.features == frozenset()


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
