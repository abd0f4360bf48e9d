"""HTTPS hosts with names that exist nowhere, on loopback; each says what it saw of the client."""

import contextlib
import socket
import ssl
import threading
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.cardreader.eid_client.tls_servers import Identity, read_request, response
from tests.conformance.client_hello import ClientHello, parse_hello

RECORD_HEADER_BYTES = 5


@dataclass(frozen=True)
class Request:
    """One HTTP request."""

    method: str
    target: str
    body: bytes = field(repr=False)


@dataclass(frozen=True)
class Reply:
    """One HTTP answer; `then` is done to the connection afterwards."""

    content: bytes = field(repr=False)
    closes: bool = False
    """End TLS with a close_notify right after the answer."""


def page(status: str = "200 OK", body: bytes = b"", **headers: str) -> Reply:
    return Reply(response(status, body, **headers))


def redirect(status: str, location: str) -> Reply:
    return page(status, Location=location)


type Handler = Callable[[Request], Reply]


def always(reply: Reply) -> Handler:
    return lambda _: reply


def tls_1_2(identity: Identity, ciphers: str = "", curve: str = "") -> ssl.SSLContext:
    """A server's context of TLS 1.2, as weak as the certificate or the suites want it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers(f"{ciphers or 'DEFAULT'}:@SECLEVEL=0")
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(identity.certificate_file, identity.key_file)
    if curve:
        context.set_ecdh_curve(curve)
    return context


def only_version(context: ssl.SSLContext, version: str) -> ssl.SSLContext:
    """Have a context take nothing but one old version."""
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = context.maximum_version = getattr(ssl.TLSVersion, version)
    return context


class TlsHost:
    """Listens on a port of its own; `context` and `answer` may be changed between connections.

    `by_hand`, when set, answers the ClientHello in the place of OpenSSL, and returns the client's next words.
    """

    def __init__(self, context: ssl.SSLContext, answer: Handler) -> None:
        self.context = context
        self.answer = answer
        self.hellos: list[ClientHello] = []
        self.handshakes = 0
        self.resumed: list[bool] = []
        self.requests: list[Request] = []
        self.failures: list[str] = []
        """Why handshakes did not succeed, as OpenSSL names it."""
        self.by_hand: Callable[[socket.socket, ClientHello], bytes] | None = None
        self.heard_by_hand: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    @property
    def connections(self) -> int:
        return len(self.hellos)

    @property
    def peeks(self) -> int:
        """How many handshakes were followed by no request: a client that only looks at the certificate."""
        return self.handshakes - self._with_requests

    _with_requests = 0

    @property
    def port(self) -> int:
        """Where it listens on loopback, whatever its name says."""
        return int(self._listener.getsockname()[1])

    def dial(self, timeout_s: float) -> socket.socket:
        return socket.create_connection(self._listener.getsockname(), timeout_s)

    def settle(self) -> None:
        """Wait until every connection has ended, so that all of them have been counted."""
        for thread in self._threads[1:]:
            thread.join()

    def close(self) -> None:
        for each in (*self._open, self._listener):
            with contextlib.suppress(OSError):
                socket.socket.shutdown(each, socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()
        for each in self._open:
            each.close()

    def _accept(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(plain)
            thread = threading.Thread(target=self._serve, args=(plain,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, plain: socket.socket) -> None:
        plain.settimeout(10)
        try:
            with plain:
                hello = parse_hello(_peek_record(plain))
                self.hellos.append(hello)
                if self.by_hand is not None:
                    self.heard_by_hand.append(self.by_hand(plain, hello))
                    return
                with self.context.wrap_socket(plain, server_side=True) as connection:
                    self._open.append(connection)
                    self.handshakes += 1
                    self.resumed.append(bool(connection.session_reused))
                    self._converse(connection)
        except ssl.SSLError as error:
            self.failures.append(error.reason or "")
        except OSError as error:
            self.failures.append(type(error).__name__)

    def _converse(self, connection: ssl.SSLSocket) -> None:
        first = True
        while raw := read_request(connection):
            self._with_requests += first
            first = False
            head, _, body = raw.partition(b"\r\n\r\n")
            method, target, _ = head.decode().split("\r\n")[0].split(" ")
            request = Request(method, target, body)
            self.requests.append(request)
            reply = self.answer(request)
            connection.sendall(reply.content)
            if reply.closes:
                connection.unwrap()
                return


def _peek_record(plain: socket.socket) -> bytes:
    """Look at the first TLS record without taking it."""
    header = plain.recv(RECORD_HEADER_BYTES, socket.MSG_PEEK | socket.MSG_WAITALL)
    length = RECORD_HEADER_BYTES + int.from_bytes(header[3:5])
    return plain.recv(length, socket.MSG_PEEK | socket.MSG_WAITALL)
