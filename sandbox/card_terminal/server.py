"""The card terminal on a TCP port of loopback, with the hands and the mishaps that a demonstration wants."""

import contextlib
import selectors
import socket
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from sandbox.card_terminal import frames as f
from sandbox.card_terminal.machine import Hand, Machine
from sandbox.card_terminal.memory import load, save

LOOPBACK: Final = "127.0.0.1"
_TICK_S: Final = 0.05
HAND_AFTER_S: Final = 2.0
"""How long an automatic visitor looks for the card."""


class Mode(StrEnum):
    """Who stands at the device."""

    AUTOMATIC = "automatic"
    """Somebody with a good card: it is held as soon as the device waits for it."""
    MANUAL = "manual"
    """Whoever presses the dock's buttons."""
    OFF = "off"
    """The device has no power."""


class Mishap(StrEnum):
    """What becomes of one frame that the device sends."""

    DROP = "drop"
    DELAY = "delay"
    DUPLICATE = "duplicate"
    DISCONNECT = "disconnect"
    GARBAGE = "garbage"


@dataclass(slots=True)
class Plan:
    """Which frame, counted from now on, meets what; for tests and bad demonstrations."""

    mishaps: dict[int, Mishap] = field(default_factory=dict)
    delay_s: float = 0.5
    sent: int = 0

    def next_one(self) -> Mishap | None:
        self.sent += 1
        return self.mishaps.pop(self.sent, None)


class CardTerminal:
    """A device that listens from `start` to `stop`. Its memory outlives it in `file`."""

    def __init__(
        self, file: Path, port: int = 0, mode: Mode = Mode.MANUAL, *, hand_after_s: float = HAND_AFTER_S
    ) -> None:
        self._file = file
        self._machine = Machine(load(file))
        self._mode = mode
        self._hand_after_s = hand_after_s
        self._lock = threading.Lock()
        self._hands: deque[Hand] = deque()
        self._plan = Plan()
        self._stopping = threading.Event()
        self._listener = socket.create_server((LOOPBACK, port))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._run, name="card-terminal", daemon=True)
        self._waiting_since: float | None = None

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Pull the plug for good; harmless when repeated."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()
        self._listener.close()

    # ------------------------------------------------------------ what the dock sees and does

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def waits_for_card(self) -> bool:
        with self._lock:
            return self._machine.waits_for_card is not None

    @property
    def account_cents(self) -> int:
        """What the bank took from cards and did not give back."""
        with self._lock:
            return self._machine.memory.account

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode

    def touch(self, hand: Hand) -> None:
        """Do something at the device, as soon as it can be done."""
        self._hands.append(hand)

    def expect(self, plan: Plan) -> None:
        self._plan = plan

    # ------------------------------------------------------------ the device at work

    def _run(self) -> None:
        self._listener.settimeout(_TICK_S)
        while not self._stopping.is_set():
            if self._mode is Mode.OFF:
                time.sleep(_TICK_S)
                self._refuse()
                continue
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                self._serve(connection)
            with self._lock:
                self._machine.disconnected()
                save(self._file, self._machine.memory)

    def _refuse(self) -> None:
        """Let nobody in: what has no power does not answer."""
        with contextlib.suppress(TimeoutError, OSError):
            self._listener.accept()[0].close()

    def _serve(self, connection: socket.socket) -> None:
        held = b""
        self._hands.clear()
        with selectors.DefaultSelector() as selector:
            selector.register(connection, selectors.EVENT_READ)
            while not self._stopping.is_set() and self._mode is not Mode.OFF:
                if selector.select(_TICK_S):
                    data = connection.recv(4096)
                    if not data:
                        return
                    whole, held = f.split(held + data)
                    for each in whole:
                        self._put(connection, self._told(each))
                self._put(connection, self._touched())

    def _told(self, whole: bytes) -> list[bytes]:
        with self._lock:
            out = self._machine.receive(whole)
            save(self._file, self._machine.memory)  # before anybody hears of it
            return out

    def _touched(self) -> list[bytes]:
        with self._lock:
            waits = self._machine.waits_for_card is not None and not self._machine.steps
            if not waits:
                self._waiting_since = None
                return []
            now = time.monotonic()
            self._waiting_since = now if self._waiting_since is None else self._waiting_since
            if self._mode is Mode.AUTOMATIC and now - self._waiting_since >= self._hand_after_s:
                return self._machine.touched(Hand.HOLD_CARD)
            return self._machine.touched(self._hands.popleft()) if self._hands else []

    def _put(self, connection: socket.socket, frames: list[bytes]) -> None:
        for each in frames:
            match self._plan.next_one():
                case Mishap.DROP:
                    continue
                case Mishap.DELAY:
                    time.sleep(self._plan.delay_s)
                    connection.sendall(each)
                case Mishap.DUPLICATE:
                    connection.sendall(each + each)
                case Mishap.DISCONNECT:
                    raise ConnectionAbortedError
                case Mishap.GARBAGE:
                    connection.sendall(b"\x04\x0f\xff\xff\xff" + each)
                case None:
                    connection.sendall(each)
