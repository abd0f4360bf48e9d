"""HTTP/1.1 over TLS on loopback: a thread a connection, and an end that does not wait for idle clients."""

import contextlib
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar, Self, override

_HANDSHAKE_S = 10.0
_POLL_S = 0.05
_log = logging.getLogger(__name__)

type Handling = Callable[[ssl.SSLSocket, Any], object]
"""Answers the requests of a connection (with its address) until it ends."""


class TlsHttpServer(ThreadingHTTPServer):
    """Listens from construction on, answers between `start` and `close`; a subclass says how.

    `silence_s` is how long a connection may be silent between two requests.
    """

    on_busy: ClassVar[Callable[[tuple[float, float]], None] | None] = None
    """Whoever measures is told when any server was at work: begin and end by `time.perf_counter`.

    That is from a request's first line to the last byte of its answer, and of a handshake, which is mostly
    waiting for the client, as much as it took of the processor, put at its end.
    """
    daemon_threads = False  # `close` waits for them, after it has cut their connections

    def __init__(self, port: int, silence_s: float) -> None:
        self._silence_s = silence_s
        self._connections: set[socket.socket] = set()
        self._connections_lock = threading.Lock()
        self._thread: threading.Thread | None = None
        super().__init__(("127.0.0.1", port), BaseHTTPRequestHandler)

    def prepare(self) -> tuple[ssl.SSLContext, Handling]:
        """Return the TLS context for one new connection, and what answers it after the handshake."""
        raise NotImplementedError

    def start(self) -> Self:
        self._thread = threading.Thread(
            target=self.serve_forever, args=(_POLL_S,), name=type(self).__name__, daemon=True
        )
        self._thread.start()
        return self

    def close(self) -> None:
        """Stop listening, cut every connection and wait for its thread; harmless when repeated."""
        if self._thread is not None:
            self.shutdown()
            self._thread.join()
            self._thread = None
        with self._connections_lock:
            for connection in self._connections:
                with contextlib.suppress(OSError):
                    # Not SSLSocket.shutdown: that would let the connection's own thread go on in plain text.
                    socket.socket.shutdown(connection, socket.SHUT_RDWR)
        self.server_close()

    @override
    def finish_request(self, request: Any, client_address: Any) -> None:  # types of socketserver
        request.settimeout(_HANDSHAKE_S)
        begun = time.perf_counter()
        context, handle = self.prepare()
        _was_busy(begun)
        with context.wrap_socket(request, server_side=True, do_handshake_on_connect=False) as connection:
            with self._connections_lock:
                self._connections.add(connection)
            try:
                before = time.thread_time()
                connection.do_handshake()
                _was_busy(time.perf_counter() - (time.thread_time() - before))
                connection.settimeout(self._silence_s)
                handle(connection, client_address)
            finally:
                with self._connections_lock:
                    self._connections.discard(connection)

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:  # called inside the except clause
        _log.debug("a connection broke off", exc_info=True)


def _was_busy(begun: float) -> None:
    if TlsHttpServer.on_busy is not None:
        TlsHttpServer.on_busy((begun, time.perf_counter()))


class KeepAliveHandler(BaseHTTPRequestHandler):
    """What all our handlers have in common: keep-alive, no delay, no name, no noise."""

    protocol_version = "HTTP/1.1"
    server_version = "Bochum-ID-Sandbox"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body of an answer in one piece
    _begun = 0.0

    def answer(self, status: int, content_type: str, content: bytes) -> None:
        """Send a whole response."""
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()
        _was_busy(self._begun)

    @override
    def parse_request(self) -> bool:
        self._begun = time.perf_counter()
        return super().parse_request()

    @override
    def log_message(self, format: str, *args: Any) -> None:
        _log.debug(format, *args)
