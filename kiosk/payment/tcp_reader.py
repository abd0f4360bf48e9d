"""A card reader on the network: drives conversations over TCP, with the protocol's two time-outs."""

import selectors
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final, assert_never

from kiosk.payment.card_reader import NOBODY, Line, Listeners, ReaderGoneError
from kiosk.payment.zvt.apdu import Apdu, Frames
from kiosk.payment.zvt.commands import Command, LogOff, Register
from kiosk.payment.zvt.conversation import (
    AwaitAnswer,
    AwaitEnd,
    Broken,
    Done,
    Ended,
    Happened,
    Keep,
    Lost,
    Silence,
    StopAsked,
    Tell,
    Wish,
    Write,
    converse,
)
from kiosk.payment.zvt.errors import ZvtError

_PORTION: Final = 4096
_LONGEST_FRAME: Final = 16_384
"""More than any receipt needs; whoever announces more sends no ZVT."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the terminal waits, in seconds; the defaults of PA00P016, 5.2.5 and 5.2.6."""

    connect: float = 3.0
    answer: float = 5.0
    """T3: from a command to its acknowledgement."""
    end: float = 180.0
    """T4: from one message to the next until the command is done."""


class TcpReader:
    """One card reader at an address. `stop` may be called from another thread."""

    def __init__(self, host: str, port: int, password: str, patience: Patience | None = None) -> None:
        self._address = (host, port)
        self._password = password
        self._patience = patience or Patience()
        self._wakes: socket.socket | None = None

    @property
    def password(self) -> str:
        return self._password

    def stop(self) -> None:
        wakes = self._wakes
        if wakes is not None:
            with suppress(OSError):  # the line was just given up
                wakes.send(b"!")

    @contextmanager
    def line(self) -> Iterator[Line]:
        """Connect and register; ReaderGoneError when the reader does not answer or refuses."""
        try:
            connection = socket.create_connection(self._address, timeout=self._patience.connect)
        except OSError as error:
            raise ReaderGoneError(f"the card reader cannot be reached ({type(error).__name__})") from error
        woken, wakes = socket.socketpair()
        with connection, woken, wakes:
            self._wakes = wakes
            line = _TcpLine(connection, woken, self._patience)
            if not isinstance(line.do(Register(self._password)), Done):
                raise ReaderGoneError("the card reader does not let itself be registered")
            try:
                yield line
            finally:
                line.log_off()


@dataclass(slots=True)
class _TcpLine:
    connection: socket.socket
    stop: socket.socket
    patience: Patience
    frames: Frames = field(default_factory=lambda: Frames(_LONGEST_FRAME))
    arrived: list[Apdu] = field(default_factory=list)
    broken: bool = False
    rests: bool = False
    """The last command has ended, and the reader knows it."""

    def do(self, command: Command, listeners: Listeners = NOBODY) -> Ended:
        talk = converse(command)
        happened: Happened = None
        self.rests = False
        try:
            while True:
                happened = self._grant(talk.send(happened), listeners)
        except StopIteration as over:
            ended: Ended = over.value
            self.rests = not isinstance(ended, Lost)
            return ended

    def log_off(self) -> None:
        """Tell a reader that has nothing under way that nobody listens any more; no answer changes that."""
        if self.rests:
            self.do(LogOff())

    def _grant(self, wish: Wish, listeners: Listeners) -> Happened:
        match wish:
            case Write(apdu):
                return self._write(apdu)
            case AwaitAnswer():
                return self._next(self.patience.answer, may_stop=False)
            case AwaitEnd(may_stop):
                return self._next(self.patience.end, may_stop=may_stop)
            case Tell(status):
                listeners.on_status(status)
                return None
            case Keep(information):
                listeners.on_information(information)
                return None
            case _:
                assert_never(wish)

    def _write(self, apdu: Apdu) -> Happened:
        try:
            self.connection.settimeout(self.patience.answer)
            self.connection.sendall(bytes(apdu))
        except OSError:
            self.broken = True
            return Broken()
        return None

    def _next(self, seconds: float, *, may_stop: bool) -> Happened:
        # One deadline for a whole frame: portions that never make one must not begin the time anew.
        deadline = time.monotonic() + seconds
        while not self.arrived:
            if self.broken:
                return Broken()
            ready = self._wait(max(0.0, deadline - time.monotonic()), may_stop=may_stop)
            if self.stop in ready:
                self.stop.recv(_PORTION)
                return StopAsked()
            if not ready:
                return Silence()
            self._read()
        return self.arrived.pop(0)

    def _wait(self, seconds: float, *, may_stop: bool) -> list[object]:
        with selectors.DefaultSelector() as selector:
            selector.register(self.connection, selectors.EVENT_READ)
            if may_stop:
                selector.register(self.stop, selectors.EVENT_READ)
            return [key.fileobj for key, _ in selector.select(seconds)]

    def _read(self) -> None:
        try:
            data = self.connection.recv(_PORTION)
            self.arrived.extend(self.frames.feed(data))
        except (OSError, ZvtError):
            self.broken = True
            return
        self.broken = not data
