"""The reader in this process: it reports, connects, and can lose its card at any command."""

import queue
import threading
from collections.abc import Iterator

import pytest

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.card import IdCard as DetectedCard
from cardreader.card import detect
from cardreader.channel import run
from cardreader.errors import CardGoneError
from cardreader.pace import PaceRejected, PasswordId, pace
from cardreader.reader import CardPresent, Connection, EmptyReader, ReaderPort, ReaderStatus
from cardreader.secret import Secret
from sandbox.id_card.card import ATR
from sandbox.id_card.direct import READER_NAME, DirectReader
from sandbox.id_card.wallet import Wallet
from tests.sandbox.id_card.authority import Authority
from tests.sandbox.id_card.terminal import PACE

EMPTY, PRESENT = EmptyReader(READER_NAME), CardPresent(READER_NAME, ATR)
SELECT = CommandApdu(0x00, 0xA4, 0x00, 0x0C, b"\x3f\x00")


@pytest.fixture
def reader(authority: Authority) -> DirectReader:
    return DirectReader(Wallet(authority.personalise).card)


class Reports:
    """What a watch reports, to be waited for."""

    def __init__(self) -> None:
        self._queue: queue.Queue[ReaderStatus] = queue.Queue()
        self.threads: set[int | None] = set()

    def __call__(self, status: ReaderStatus) -> None:
        self.threads.add(threading.current_thread().ident)
        self._queue.put(status)

    def next(self) -> ReaderStatus:
        return self._queue.get(timeout=10)

    def is_empty(self) -> bool:
        return self._queue.empty()


@pytest.fixture
def reports() -> Reports:
    return Reports()


@pytest.fixture
def wrong_pin_card(reader: DirectReader) -> Iterator[tuple[DirectReader, Connection]]:
    reader.place("erika")
    connection = reader.connect()
    yield reader, connection
    connection.close()


def test_first_report_is_the_truth_then_every_change(reader: DirectReader, reports: Reports) -> None:
    port: ReaderPort = reader
    reader.place("erika")
    watching = port.watch(reports)
    assert reports.next() == PRESENT
    reader.pull()
    assert reports.next() == EMPTY
    reader.place("hannelore")
    assert reports.next() == PRESENT
    reader.place("erika")  # instead of hers: taken away, laid down
    assert (reports.next(), reports.next()) == (EMPTY, PRESENT)
    watching.stop()
    reader.pull()
    assert reports.is_empty()
    assert len(reports.threads) == 1
    assert threading.current_thread().ident not in reports.threads


def test_equal_status_is_not_repeated(reader: DirectReader, reports: Reports) -> None:
    watching = reader.watch(reports)
    assert reports.next() == EMPTY
    reader.pull()
    reader.pull()
    reader.place("erika")
    assert reports.next() == PRESENT
    watching.stop()
    watching.stop()
    assert reports.is_empty()


def test_watch_may_be_stopped_from_its_own_report(reader: DirectReader) -> None:
    seen: queue.Queue[ReaderStatus] = queue.Queue()
    begun = threading.Event()

    def stop_at_once(status: ReaderStatus) -> None:
        begun.wait(10)
        seen.put(status)
        watching.stop()

    watching = reader.watch(stop_at_once)
    begun.set()
    assert seen.get(timeout=10) == EMPTY


def test_connects_to_the_card_that_lies_there(reader: DirectReader) -> None:
    with pytest.raises(CardGoneError):
        reader.connect()
    reader.place("erika")
    assert reader.persona_id == "erika"
    connection = reader.connect()
    assert isinstance(run(detect(), connection), DetectedCard)
    before = reader.apdu_count
    assert connection.transmit(SELECT) == ResponseApdu(b"", 0x9000)
    assert reader.apdu_count == before + 1
    connection.close()
    connection.close()
    with pytest.raises(CardGoneError):
        connection.transmit(SELECT)


def test_pulled_card_is_gone_for_its_connection_even_when_laid_down_again(reader: DirectReader) -> None:
    reader.place("erika")
    connection = reader.connect()
    reader.pull()
    reader.place("erika")
    with pytest.raises(CardGoneError):
        connection.transmit(SELECT)
    assert reader.connect().transmit(SELECT).sw == 0x9000


@pytest.mark.parametrize("number", range(1, 6))
def test_pulled_at_any_command_the_counter_is_right(
    wrong_pin_card: tuple[DirectReader, Connection], number: int
) -> None:
    reader, connection = wrong_pin_card
    reader.pull_at(number)
    with pytest.raises(CardGoneError):
        run(pace(PACE, PasswordId.PIN, Secret(b"999999"), None), connection)
    assert reader.apdu_count == number
    assert reader.persona_id is None
    reader.place("erika")
    # Only the fifth command decides; then the attempt is spent although nobody heard the verdict.
    outcome = run(pace(PACE, PasswordId.PIN, Secret(b"999999"), None), reader.connect())
    assert outcome == PaceRejected(1 if number == 5 else 2)


def test_card_pulled_by_another_thread_during_a_command(authority: Authority) -> None:
    wallet = Wallet(authority.personalise)
    reader = DirectReader(wallet.card)
    card = wallet.card("erika")
    process = card.process

    def pulled_meanwhile(raw_command: bytes) -> bytes:
        puller = threading.Thread(target=reader.pull)
        puller.start()
        puller.join(10)
        assert not puller.is_alive()
        return process(raw_command)

    card.process = pulled_meanwhile  # type: ignore[method-assign]  # the moment between asking and answering
    reader.place("erika")
    with pytest.raises(CardGoneError):
        reader.connect().transmit(SELECT)


def test_unknown_persona_is_named(reader: DirectReader) -> None:
    with pytest.raises(KeyError, match="nobody"):
        reader.place("nobody")
