"""The card reader on a real socket, against the sandbox's device: silence, garbage, pulled plugs, kills."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pay_world import NOW, PASSWORD, PRICE, City, Schedule, TerminalAlone

from kiosk.bochum_id.payment_values import Outcome
from kiosk.config import CardTerminal as CardTerminalSettings
from kiosk.payment.card_reader import ReaderGoneError, last_transaction
from kiosk.payment.choice import choose_till
from kiosk.payment.journal import Act, Entry, FileJournal, JournalError, Stage
from kiosk.payment.tcp_reader import Patience, TcpReader
from kiosk.payment.till import CardTill, NoCardReader, NotTaken, Taken, Unclear
from kiosk.payment.turn import Turn
from kiosk.payment.zvt import commands as zvt
from kiosk.payment.zvt.conversation import Done, Failed, Lost
from kiosk.session.paying import CardStep, NotPaidBecause
from sandbox.bochum_id import payment_messages as told
from sandbox.card_terminal.machine import Hand
from sandbox.card_terminal.server import CardTerminal, Mishap, Mode, Plan

HURRIED = Patience(connect=2, answer=0.4, end=0.4)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def device(tmp_path: Path) -> Iterator[CardTerminal]:
    made = CardTerminal(tmp_path / "device.json", hand_after_s=0)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def reader(device: CardTerminal) -> TcpReader:
    return TcpReader("127.0.0.1", device.port, PASSWORD, HURRIED)


class Office:
    """A city in memory, as the till's backend."""

    def __init__(self) -> None:
        self.payments = City(Schedule())
        self.settlement = TerminalAlone(self.payments)


def till_at(port: int, place: Path, office: Office) -> CardTill:
    return choose_till(CardTerminalSettings(host="127.0.0.1", port=port, end_seconds=2), place, office)


# ---------------------------------------------------------------- what may happen on a line


def test_a_payment_and_its_reversal_over_a_real_socket(device: CardTerminal, reader: TcpReader) -> None:
    device.set_mode(Mode.AUTOMATIC)
    with reader.line() as line:
        assert last_transaction(reader, line) is None
        assert isinstance(line.do(zvt.Authorise(PRICE)), Done)
        told = last_transaction(reader, line)
        assert told is not None
        assert (told.amount_cents, told.receipt_number, told.pan_truncated) == (PRICE, 1, "************4711")
        assert device.account_cents == PRICE
        assert isinstance(line.do(zvt.Reverse(PASSWORD, 1, PRICE)), Done)
        assert line.do(zvt.Reverse(PASSWORD, 1, PRICE)) == Failed(0xB4, None)
        assert isinstance(line.do(zvt.EndOfDay(PASSWORD)), Done)
    assert device.account_cents == 0


@pytest.mark.parametrize("mishap", [Mishap.DROP, Mishap.DISCONNECT, Mishap.GARBAGE], ids=str)
def test_an_answer_that_does_not_come_ends_the_conversation(
    device: CardTerminal, reader: TcpReader, mishap: Mishap
) -> None:
    with reader.line() as line:
        device.expect(Plan({1: mishap}))
        assert line.do(zvt.Diagnose()) == Lost(None)
    with reader.line() as line:
        assert isinstance(line.do(zvt.Diagnose()), Done)


def test_what_comes_late_or_twice_does_no_harm(device: CardTerminal, reader: TcpReader) -> None:
    with reader.line() as line:
        device.expect(Plan({1: Mishap.DELAY, 2: Mishap.DUPLICATE}, delay_s=0.05))
        assert isinstance(line.do(zvt.Diagnose()), Done)
        assert isinstance(line.do(zvt.EnquireStatus(PASSWORD)), Done)


def test_a_device_that_is_off_or_gone_cannot_be_reached(device: CardTerminal, reader: TcpReader) -> None:
    device.set_mode(Mode.OFF)
    with pytest.raises(ReaderGoneError), reader.line():
        pass
    device.stop()
    with pytest.raises(ReaderGoneError), reader.line():
        pass


def test_a_wrong_password_is_no_registration(device: CardTerminal) -> None:
    stranger = TcpReader("127.0.0.1", device.port, "123456", HURRIED)
    with pytest.raises(ReaderGoneError, match="registered"), stranger.line():
        pass


@contextmanager
def talking(bytes_a_time: bytes, times: int) -> Iterator[int]:
    """Somebody on a port who is no card reader: sends that, so many times, and then nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def talk() -> None:
            connection, _ = listener.accept()
            with connection:
                for _ in range(times):
                    connection.sendall(bytes_a_time)
                connection.recv(4096)
                while connection.recv(4096):
                    pass

        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(5)


@pytest.mark.parametrize(
    ("said", "times"), [(b"", 0), (b"HTTP/1.1 200 OK\r\n\r\n", 1), (b"\x04", 1), (b"\x06\x0f\x00", 50)]
)
def test_somebody_who_is_no_card_reader(said: bytes, times: int) -> None:
    with talking(said, times) as port:
        reader = TcpReader("127.0.0.1", port, PASSWORD, HURRIED)
        with pytest.raises(ReaderGoneError), reader.line():
            pass


# ---------------------------------------------------------------- the till on it


def test_a_card_with_a_pin_that_is_wrong_once(device: CardTerminal, tmp_path: Path) -> None:
    office, steps = Office(), list[CardStep]()
    till = till_at(device.port, tmp_path, office)
    hands = {
        CardStep.SHOW_CARD: Hand.CARD_WITH_PIN,
        CardStep.LOOK_AT_READER: Hand.WRONG_PIN,
        CardStep.PIN_WRONG: Hand.RIGHT_PIN,
    }

    def on_step(step: CardStep) -> None:
        steps.append(step)
        if step in hands:
            device.touch(hands[step])

    payment = office.payments.arrive()
    assert till.works()
    taken = till.take(payment, on_step)
    assert isinstance(taken, Taken)
    assert taken.payment.receipt_id
    assert steps == [*hands, CardStep.ASKING_BANK]
    assert device.account_cents == PRICE
    assert FileJournal(tmp_path / "card-payments.json").read().entries == ()


@pytest.mark.parametrize(
    ("hand", "why"),
    [(Hand.DECLINED_CARD, NotPaidBecause.DECLINED), (Hand.CANCEL, NotPaidBecause.TOO_LATE)],
    ids=str,
)
def test_a_card_that_is_not_charged(
    device: CardTerminal, tmp_path: Path, hand: Hand, why: NotPaidBecause
) -> None:
    office = Office()
    till = till_at(device.port, tmp_path, office)
    taking = till.take(office.payments.arrive(), lambda _step: device.touch(hand))
    assert taking == NotTaken(why)
    assert device.account_cents == 0


def test_a_visitor_who_stops(device: CardTerminal, tmp_path: Path) -> None:
    office = Office()
    till = till_at(device.port, tmp_path, office)
    taking = till.take(office.payments.arrive(), lambda _step: till.stop())
    assert taking == NotTaken(NotPaidBecause.STOPPED)


def test_a_reader_that_dies_in_the_middle_is_unclear_until_it_is_back(
    device: CardTerminal, tmp_path: Path
) -> None:
    office = Office()
    till = till_at(device.port, tmp_path, office)
    payment = office.payments.arrive()
    assert till.take(payment, lambda _step: device.set_mode(Mode.OFF)) == Unclear()
    assert not till.works()
    assert till.look(payment) == Unclear()
    device.set_mode(Mode.MANUAL)
    back = next(taking for _ in range(200) if (taking := till.look(payment)) != Unclear())
    assert back == NotTaken(NotPaidBecause.READER)
    assert till.works()


def test_a_terminal_without_a_card_reader_takes_no_cards(tmp_path: Path) -> None:
    assert isinstance(choose_till(CardTerminalSettings(), tmp_path, Office()), NoCardReader)
    with pytest.raises(JournalError, match="journal_dir"):
        choose_till(CardTerminalSettings(host="127.0.0.1"), None, Office())


# ---------------------------------------------------------------- processes that die

VISIT = """
import sys
from pathlib import Path
from types import SimpleNamespace
sys.path[:0] = [{here!r}, {root!r}]
from kiosk.config import CardTerminal
from kiosk.payment.choice import choose_till
from pay_world import City, Schedule, TerminalAlone


class MuteCity(City):
    def report(self, _payment, _result):
        print("reporting", flush=True)
        sys.stdin.read()


city = MuteCity(Schedule())
settings = CardTerminal(host="127.0.0.1", port={port})
office = SimpleNamespace(payments=city, settlement=TerminalAlone(city))
till = choose_till(settings, Path({place!r}), office)
till.take(city.arrive(), lambda step: print(step.value, flush=True))
"""


def killed_when(said: str, port: int, place: Path) -> None:
    """A process takes a payment, and is killed as soon as it says that."""
    code = VISIT.format(here=str(Path(__file__).parent), root=str(ROOT), port=port, place=str(place))
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    ) as doomed:
        assert doomed.stdout is not None
        assert any(line.strip() == said for line in doomed.stdout)
        os.kill(doomed.pid, signal.SIGKILL)


@pytest.mark.parametrize(
    ("said", "end", "charged"),
    [
        ("showCard", "left", 0),
        ("askingBank", "sent", PRICE),
        ("reporting", "sent", PRICE),
        ("reporting", "left", 0),
    ],
)
def test_what_a_killed_process_left_the_next_one_settles(
    device: CardTerminal, tmp_path: Path, said: str, end: str, charged: int
) -> None:
    device.set_mode(Mode.MANUAL if said == "showCard" else Mode.AUTOMATIC)
    place = tmp_path / "state"
    killed_when(said, device.port, place)
    (entry,) = FileJournal(place / "card-payments.json").read().entries
    assert (entry.payment_id, entry.attempt, entry.amount_cents) == ("pay_1", 1, PRICE)
    if said == "reporting":
        assert (entry.stage, entry.outcome, device.account_cents) == (Stage.ANSWERED, Outcome.APPROVED, PRICE)
    office = Office()
    city, lost = office.payments, office.payments.arrive()
    city.begin_attempt(lost, 1, NOW)
    if end == "left":
        city.session_ends()
    device.set_mode(Mode.AUTOMATIC)
    till = till_at(device.port, place, office)
    assert till.settle()
    assert FileJournal(place / "card-payments.json").read().entries == ()
    account = city.accounts[lost.id]
    if end == "sent":
        if account.standing.state is not told.PaymentState.PAID:  # it was killed before the bank had said yes
            assert (said, device.account_cents) == ("askingBank", 0)
            assert isinstance(till.take(city.look(lost), lambda _step: None), Taken)
        city.submit(city.look(lost))
    elif said == "reporting":
        assert account.standing.state is told.PaymentState.REVERSED
    assert (account.submitted, device.account_cents) == (end == "sent", charged)
    assert till.settle()
    assert isinstance(till.take(city.arrive(), lambda _step: None), Taken)
    assert device.account_cents == charged + PRICE


def test_only_one_process_uses_the_card_reader_at_a_time(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\nfrom kiosk.payment.turn import Turn\n"
        f"with Turn(Path({str(file)!r})).taken():\n    print('mine', flush=True)\n    sys.stdin.read()\n"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "mine\n"
    got = threading.Event()

    def wait() -> None:
        with Turn(file).taken():
            got.set()

    waiting = threading.Thread(target=wait, daemon=True)
    waiting.start()
    assert not got.is_set()
    other.kill()
    other.wait(10)
    other.stdout.close()
    if other.stdin is not None:
        other.stdin.close()
    assert got.wait(10)
    waiting.join(10)


# ---------------------------------------------------------------- the journal


def test_the_journal_outlives_a_process_and_says_nothing_of_anybody(tmp_path: Path) -> None:
    journal = FileJournal(tmp_path / "card-payments.json")
    entry = Entry("pay_1", 1, Act.TAKE, Stage.ASKED, PRICE, 7)
    journal.write(journal.read().with_entry(entry))
    assert FileJournal(tmp_path / "card-payments.json").read().entries == (entry,)
    written = json.loads((tmp_path / "card-payments.json").read_text(encoding="utf-8"))
    assert set(written["entries"][0]) == {
        "paymentId", "attempt", "act", "stage", "amount", "before", "outcome", "receiptNumber", "traceNumber",
    }  # fmt: skip
    journal.write(journal.read().without(entry))
    assert journal.read().entries == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"entries": [{}], "closedOn": null}'])
def test_a_journal_that_cannot_be_read_charges_no_card(
    device: CardTerminal, tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "card-payments.json").write_bytes(content)
    with pytest.raises(JournalError, match="cannot be read"):
        FileJournal(tmp_path / "card-payments.json").read()
    office = Office()
    till = till_at(device.port, tmp_path, office)
    assert not till.works()
    assert till.take(office.payments.arrive(), lambda _step: None) == NotTaken(NotPaidBecause.READER)
    assert device.account_cents == 0
    caplog.clear()
