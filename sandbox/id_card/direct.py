"""A reader in this very process, with a simulated card on it: no daemon, no driver."""

import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.errors import CardGoneError
from cardreader.part10 import Feature, read_features
from cardreader.reader import CardPresent, EmptyReader, ReaderStatus
from sandbox.comfort_reader.reader import GET_FEATURES, ComfortReader, UnknownControlError
from sandbox.id_card.card import ATR, IdCard

READER_NAME = "Simulated reader"


@dataclass(frozen=True, slots=True, eq=False)
class _Placement:
    """One laying down of one card; over when it is pulled, even if the same card is laid down again."""

    card: IdCard
    over: threading.Event = field(default_factory=threading.Event)


class DirectReader:
    """Implements `cardreader.reader.ReaderPort`; `place` and `pull` may come from any thread."""

    def __init__(
        self,
        card_of: Callable[[str], IdCard],
        name: str = READER_NAME,
        comfort: ComfortReader | None = None,
    ) -> None:
        """`card_of` gives the card of a persona's id, as `Wallet.card` does; `comfort` has a pad."""
        self._card_of = card_of
        self._name = name
        self.comfort = comfort
        self._lock = threading.Lock()
        self._card_in_use = threading.Lock()  # taken before the other one
        self._placement: _Placement | None = None
        self._watches: list[DirectWatch] = []
        self._transmitted = 0
        self._pull_at: int | None = None

    @property
    def apdu_count(self) -> int:
        """How many commands have reached a card so far."""
        return self._transmitted

    @property
    def persona_id(self) -> str | None:
        """Whose card lies on the reader; none if it is empty."""
        placement = self._placement
        return placement.card.persona.id if placement else None

    def place(self, persona_id: str) -> None:
        """Lay this persona's card on the reader, in place of any other; KeyError for an unknown one."""
        card = self._card_of(persona_id)
        with self._lock:
            self._pull()
            self._placement = _Placement(card)
            self._report(CardPresent(self._name, ATR))

    def pull(self) -> None:
        """Take the card away; a command under way is carried out and its answer lost."""
        with self._lock:
            self._pull()

    def pull_at(self, apdu_number: int) -> None:
        """Pull the card in the n-th command from now (1 is the next), which is done and not answered."""
        with self._lock:
            self._pull_at = self._transmitted + apdu_number

    def connect(self) -> "DirectConnection":
        """Connect to the card that lies there, which gives it power; CardGoneError when there is none."""
        with self._lock:
            placement = self._placement
        if placement is None:
            raise CardGoneError("no card lies on the reader")
        with self._card_in_use:
            placement.card.power_on()
        return DirectConnection(self, placement)

    def watch(self, report: Callable[[ReaderStatus], None]) -> "DirectWatch":
        """Report the status now and after each change; see `ReaderPort.watch`."""
        with self._lock:
            watch = DirectWatch(report, self._status())
            self._watches = [known for known in self._watches if known.is_alive] + [watch]
            return watch

    def exchange(self, placement: _Placement, raw_command: bytes) -> bytes:
        """Have the card process one command, unless it is or gets pulled."""
        with self._card_in_use:
            if placement.over.is_set():
                raise CardGoneError("the card has been removed")
            answer = placement.card.process(raw_command)
            with self._lock:
                self._transmitted += 1
                if self._transmitted == self._pull_at:
                    self._pull()
            if placement.over.is_set():
                placement.card.power_off()
                raise CardGoneError("the card has been removed")
            return answer

    def release(self, placement: _Placement) -> None:
        """Take power from the card, if it still lies there."""
        with self._card_in_use:
            if not placement.over.is_set():
                placement.card.power_off()

    def _pull(self) -> None:
        if self._placement is not None:
            self._placement.over.set()
            self._placement = None
            if self.comfort is not None:
                self.comfort.pad.card_gone()
            self._report(EmptyReader(self._name))

    def _status(self) -> ReaderStatus:
        return CardPresent(self._name, ATR) if self._placement else EmptyReader(self._name)

    def _report(self, status: ReaderStatus) -> None:
        for watch in self._watches:
            watch.tell(status)


class DirectConnection:
    """A channel to one laying down of a card."""

    def __init__(self, reader: DirectReader, placement: _Placement) -> None:
        self._reader = reader
        self._placement = placement
        self._closed = False

    @property
    def features(self) -> frozenset[Feature]:
        """What the reader's own pad can do; empty for a basic reader."""
        return frozenset(self._control_codes())

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        """Raises CardGoneError once the card has been pulled or the connection closed."""
        comfort, raw = self._reader.comfort, command.to_bytes()
        answer = self._to_card(raw) if comfort is None else comfort.transmit(raw, self._to_card)
        return ResponseApdu.from_bytes(answer)

    def use(self, feature: Feature, data: bytes) -> bytes:
        """Have the pad do something, and wait for whoever presses its keys; KeyError without that feature."""
        return self._control(self._control_codes()[feature], data)

    def _control_codes(self) -> Mapping[Feature, int]:
        return {} if self._reader.comfort is None else read_features(self._control(GET_FEATURES, b""))

    def _control(self, code: int, data: bytes) -> bytes:
        if self._reader.comfort is None:
            raise UnknownControlError(f"{code:08X}")
        return self._reader.comfort.control(code, data, self._to_card)

    def _to_card(self, raw_command: bytes) -> bytes:
        if self._closed:
            raise CardGoneError("the connection to the card is closed")
        return self._reader.exchange(self._placement, raw_command)

    def close(self) -> None:
        """Reset the card; harmless when it is gone, or when repeated."""
        if not self._closed:
            self._closed = True
            if self._reader.comfort is not None:
                self._reader.comfort.reset()
            self._reader.release(self._placement)


class DirectWatch:
    """Reports from a thread of its own until stopped."""

    def __init__(self, report: Callable[[ReaderStatus], None], first: ReaderStatus) -> None:
        self._report = report
        self._changes: queue.SimpleQueue[ReaderStatus | None] = queue.SimpleQueue()
        self._changes.put(first)
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="direct-reader-watch", daemon=True)
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        return not self._stopping

    def tell(self, status: ReaderStatus) -> None:
        """Queue a change for the thread to report."""
        self._changes.put(status)

    def stop(self) -> None:
        """End the watch; no report comes after this returns. Harmless when repeated."""
        self._stopping = True
        self._changes.put(None)
        if self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        last: ReaderStatus | None = None
        while (status := self._changes.get()) is not None and not self._stopping:
            if status != last:
                last = status
                self._report(status)
