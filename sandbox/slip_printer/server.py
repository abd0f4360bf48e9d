"""The receipt printer as it stands on the network, with the mishaps that a demonstration wants."""

import socket
import threading
from enum import StrEnum
from typing import Final

from PIL import Image

from sandbox.slip_printer.paper_roll import Cut, PaperRoll, Question

LOOPBACK: Final = "127.0.0.1"
_TICK_S: Final = 0.05


class State(StrEnum):
    """How the printer is."""

    READY = "ready"
    EMPTY = "empty"
    """The roll is at its end."""
    OPEN = "open"
    """Its cover is open."""
    OFF = "off"
    """It has no power."""
    SLOW = "slow"
    """It takes everything and never says that it is done."""


class SlipPrinter:
    """A printer that listens from `start` to `stop`, one line at a time; `slips` has what came out."""

    def __init__(self, port: int = 0, dots: int = 576) -> None:
        self._dots = dots
        self.state = State.READY
        self.slips: list[Image.Image] = []
        self.words: list[tuple[str, ...]] = []
        """The text of each slip, line by line; of one that was a picture, nothing."""
        self._stopping = threading.Event()
        self._listener = socket.create_server((LOOPBACK, port))
        self._listener.settimeout(_TICK_S)
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._run, name="slip-printer", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Pull the plug for good; harmless when repeated."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()
        self._listener.close()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                line, _ = self._listener.accept()
            except TimeoutError:
                continue
            with line:
                if self.state is not State.OFF:
                    self._serve(line)

    def _serve(self, line: socket.socket) -> None:
        line.settimeout(_TICK_S)
        roll = PaperRoll(self._dots)
        while not self._stopping.is_set():
            try:
                received = line.recv(65536)
            except TimeoutError:
                continue
            except OSError:
                return
            if not received:
                return
            for news in roll.feed(received):
                match news:
                    case Cut() if self.state in (State.READY, State.SLOW):
                        self.words.append(tuple(roll.words))
                        self.slips.append(roll.slip())
                    case Cut():
                        pass
                    case Question(number):
                        if number or self.state is not State.SLOW:
                            line.sendall(bytes([self._answer(number)]))

    def _answer(self, number: int) -> int:
        """The status bytes of the command reference: bits 1 and 4 are always set in real-time ones."""
        empty, cover = self.state is State.EMPTY, self.state is State.OPEN
        match number:
            case 0:
                return 0b1100 if empty else 0
            case 1:
                return 0b0001_0010 | (0b1000 if empty or cover else 0)
            case 2:
                return 0b0001_0010 | (0b0010_0000 if empty else 0) | (0b0100 if cover else 0)
            case _:
                return 0b0001_0010 | (0b0110_0000 if empty else 0)
