"""The line between terminal and Bochum-ID: TLS to the one, HTTP to the other, and it breaks."""

import http.client
import socket
import ssl
import struct
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import assert_never

from faults import (
    BEFOREHAND,
    NO_CONNECTION,
    ClockOff,
    Event,
    NoSuchName,
    Refuses,
    Resets,
    ResetsInTheMiddle,
    Says,
    Silent,
    WrongCertificate,
)
from http_messages import Answer, Request, read_request

from sandbox.bochum_id.serving import TlsFiles

LOOPBACK = "127.0.0.1"
_UPSTREAM_TIMEOUT_S = 20.0


@dataclass(frozen=True, slots=True)
class Strike:
    """At which request of the undisturbed visit, counted from 0, what happens.

    Once; or it lasts, with whatever is sent meanwhile, until it is mended.
    """

    at: int
    event: Event
    lasts: bool


@dataclass(frozen=True, slots=True)
class Exchange:
    request: Request
    answer: Answer | None
    """What the backend said; None when it was not asked, or did not answer."""


class FaultyLine:
    """Listens at https://localhost:`port`. One visit at a time passes, and one request after another."""

    def __init__(self, upstream_port: int, right: TlsFiles, wrong: TlsFiles) -> None:
        self._upstream_port = upstream_port
        self._right, self._wrong = server_context(right), server_context(wrong)
        self._reservation = _bound(0)
        self.port: int = self._reservation.getsockname()[1]
        self._lock = threading.RLock()
        self._under_way = 0
        self._nothing_under_way = threading.Condition(self._lock)
        self._listening: socket.socket | None = None
        self._idle: set[socket.socket] = set()
        self._expected: Sequence[str] = ()
        self._unawaited: frozenset[int] = frozenset()
        self._reached = 0
        self._plan: dict[int, Strike] = {}
        self._active: Strike | None = None
        self._times = 0
        self.clock_off_s = 0.0
        self.begun: list[Strike] = []
        self.exchanges: list[Exchange] = []
        self.when_asked = self.when_answered = _nothing
        """Called while the backend is at work on a request, and when it has answered it."""
        self._listen()

    # ------------------------------------------------------------ a visit begins, a fault ends

    def begin(
        self,
        expected: Sequence[str] = (),
        plan: Sequence[Strike] = (),
        unawaited: frozenset[int] = frozenset(),
    ) -> None:
        """Begin with the next request. `expected` names the requests of an undisturbed visit, in order.

        Those that nobody waits for, `unawaited` by number, are not made up for once they have failed.
        """
        with self._lock:
            self._expected, self._unawaited, self._reached = expected, unawaited, 0
            self._plan = {strike.at: strike for strike in plan}
            self._active, self._times, self.clock_off_s = None, 0, 0.0
            self.begun, self.exchanges = [], []
            self._hang_up_idle()
            self._listen()
            self._break_beforehand()

    def mend(self) -> None:
        """End what is broken now."""
        with self._lock:
            self._active = None
            self._listen()

    def tried(self) -> None:
        """Tell that a try is over: that a connection was refused is seen by nobody but the client."""
        with self._lock:
            if self._active is not None and isinstance(self._active.event, Refuses):
                self._struck()
                if self._active is None:
                    self._listen()

    @property
    def is_silent(self) -> bool:
        """Whether the next request may get no answer."""
        with self._lock:
            return self._active is not None and isinstance(self._active.event, Silent)

    def resolves(self) -> bool:
        """Whether this line's host has an address, asked before each connection."""
        with self._lock:
            if self._active is not None and isinstance(self._active.event, NoSuchName):
                self._struck()
                return False
            return True

    def settle(self) -> None:
        """Wait until the backend is through with every request, also those that nobody waits for any more."""
        with self._nothing_under_way:
            self._nothing_under_way.wait_for(lambda: not self._under_way, _UPSTREAM_TIMEOUT_S)

    def close(self) -> None:
        with self._lock:
            self._stop_listening()
            self._hang_up_idle()
        self._reservation.close()

    # ------------------------------------------------------------ when it strikes

    def _activate(self) -> None:
        self._active, self._times = self._plan.pop(self._reached), 0
        self.begun.append(self._active)
        if isinstance(self._active.event, ClockOff):
            self.clock_off_s = self._active.event.seconds

    def _struck(self) -> int:
        """Count; give how often the fault has struck before."""
        self._times += 1
        if self._active is not None and not self._active.lasts:
            self._active = None
        return self._times - 1

    def _break_beforehand(self) -> bool:
        """Break what has to be broken before the next request comes; say whether connections have to end."""
        strike = self._plan.get(self._reached)
        if self._active is None and strike is not None and isinstance(strike.event, BEFOREHAND):
            self._activate()
        if self._active is None or not isinstance(self._active.event, NO_CONNECTION):
            return False
        self._hang_up_idle()
        if isinstance(self._active.event, Refuses):
            self._stop_listening()
        return True

    def _take(self, name: str) -> tuple[Event | None, int]:
        """Give what happens to the request that has just come, and how often it has happened before."""
        with self._lock:
            is_next = self._is_next(name)
            unforeseen = is_next and self._active is None and self._reached in self._plan
            if unforeseen:
                self._activate()
            self._reached += is_next
            if self._active is None:
                return None, 0
            event = self._active.event
            if isinstance(event, NO_CONNECTION):  # it came by a connection that was still open
                self._break_beforehand()
                return Resets(acted=False), 0
            if isinstance(event, Silent) and unforeseen:  # the client would be patient
                event = Resets(event.acted)
            return event, self._struck()

    def _is_next(self, name: str) -> bool:
        """Say whether the visit goes on with this request, and leave out what is not made up for."""
        for number in range(self._reached, len(self._expected)):
            if self._expected[number] == name:
                self._reached = number
                return True
            if number not in self._unawaited:
                return False
        return False

    def _passed(self, name: str) -> bool:
        """Look ahead when a request has got through; say whether connections have to end."""
        with self._lock:
            if self._reached and name == self._expected[self._reached - 1]:
                return self._break_beforehand()
            return False

    # ------------------------------------------------------------ connections

    def _listen(self) -> None:
        if self._listening is None:
            self._listening = _bound(self.port)
            self._listening.listen(64)
            thread = threading.Thread(target=self._accept, args=(self._listening,), daemon=True)
            thread.start()

    def _stop_listening(self) -> None:
        if self._listening is not None:
            with suppress(OSError):
                self._listening.shutdown(socket.SHUT_RDWR)
            self._listening.close()
            self._listening = None

    def _hang_up_idle(self) -> None:
        for connection in self._idle:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._idle.clear()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                plain, _ = listening.accept()
            except OSError:
                return
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(plain,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        with self._lock:
            wrong = self._active is not None and isinstance(self._active.event, WrongCertificate)
            if wrong:
                self._struck()
        with plain, suppress(OSError, ssl.SSLError):
            context = self._wrong if wrong else self._right
            with context.wrap_socket(plain, server_side=True) as connection:
                while self._serve_one(connection):
                    pass

    def _serve_one(self, connection: ssl.SSLSocket) -> bool:
        """Serve a request; false when the connection is over."""
        with self._lock:
            self._idle.add(connection)
        request = read_request(connection)
        with self._lock:
            self._idle.discard(connection)
        if request is None:
            return False
        event, times = self._take(request.name)
        acted = event is None or not isinstance(event, Silent | Resets | Says) or event.acted
        answer = self._forward(request) if acted else None
        with self._lock:
            self.exchanges.append(Exchange(request, answer))
            last = event is None and self._passed(request.name)
        if acted and answer is None:
            return False
        return self._reply(connection, request, answer, event, times, last=last)

    def _reply(
        self,
        connection: ssl.SSLSocket,
        request: Request,
        answer: Answer | None,
        event: Event | None,
        times: int,
        *,
        last: bool,
    ) -> bool:
        whole = b"" if answer is None else answer.to_bytes(last=last)
        match event:
            case None | ClockOff() | Refuses() | NoSuchName() | WrongCertificate():
                connection.sendall(whole)
                return not last
            case Silent():
                connection.recv(1)  # until the client has had enough
                return False
            case Resets():
                _reset(connection)
                return False
            case ResetsInTheMiddle():
                connection.sendall(whole[: len(whole) // 2])
                _reset(connection)
                return False
            case Says(alter):
                said = alter(request, answer or Answer(500, (), b""), times)
                connection.sendall(said if isinstance(said, bytes) else said.to_bytes(last=last))
                return isinstance(said, Answer) and not last
            case _:
                assert_never(event)

    def _forward(self, request: Request) -> Answer | None:
        with self._lock:
            self._under_way += 1
        try:
            return self._ask_backend(request)
        finally:
            with self._nothing_under_way:
                self._under_way -= 1
                self._nothing_under_way.notify_all()

    def _ask_backend(self, request: Request) -> Answer | None:
        upstream = http.client.HTTPConnection(LOOPBACK, self._upstream_port, timeout=_UPSTREAM_TIMEOUT_S)
        try:
            upstream.putrequest(request.method, request.target, skip_host=True, skip_accept_encoding=True)
            for name, value in request.headers:
                upstream.putheader(name, value)
            upstream.endheaders(request.body)
            self.when_asked(request)
            response = upstream.getresponse()
            answer = Answer(response.status, tuple(response.getheaders()), response.read())
            self.when_answered(request)
        except (OSError, http.client.HTTPException):
            return None
        else:
            return answer
        finally:
            upstream.close()


def _nothing(_request: Request) -> None:
    """Let it be."""


def _reset(connection: socket.socket) -> None:
    """End a connection with RST in place of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def server_context(files: TlsFiles) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files.certificate, files.key)
    return context


def _bound(port: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((LOOPBACK, port))
    return bound
