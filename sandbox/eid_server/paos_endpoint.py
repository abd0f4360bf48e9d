"""The eID server's network side: PAOS as HTTP/1.1 over TLS-PSK, one thread a connection, on loopback only."""

import contextlib
import logging
import socket
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, override

from cardreader.eid_client import paos
from cardreader.eid_client.paos import PaosError
from cardreader.eid_client.paos_messages import Envelope, ServerMessage
from cardreader.eid_client.result import ResultMinor
from sandbox.eid_server.psk_tls import psk_context
from sandbox.eid_server.sessions import Sessions
from sandbox.eid_server.x509_identity import X509Identity

PATH = "/paos"
_MAX_BODY_BYTES = 1 << 20
_HANDSHAKE_S = 10.0
_log = logging.getLogger(__name__)


class PaosEndpoint(ThreadingHTTPServer):
    """Listens from construction on; `serve_forever` in a thread of its own, `close` from any other.

    `silence_s` is how long a connection may be silent, which includes a citizen who looks for the PIN.
    """

    daemon_threads = False  # `close` waits for them, after it has cut their connections

    def __init__(self, port: int, tls: X509Identity, sessions: Sessions, silence_s: float) -> None:
        self.sessions = sessions
        self.silence_s = silence_s
        self._tls = tls
        self._connections: set[socket.socket] = set()
        self._connections_lock = threading.Lock()
        super().__init__(("127.0.0.1", port), BaseHTTPRequestHandler)

    def close(self) -> None:
        """Stop listening, cut every connection and wait for its thread."""
        self.shutdown()
        with self._connections_lock:
            for connection in self._connections:
                with contextlib.suppress(OSError):
                    # Not SSLSocket.shutdown: that would let the connection's own thread go on in plain text.
                    socket.socket.shutdown(connection, socket.SHUT_RDWR)
        self.server_close()

    @override
    def finish_request(self, request: Any, client_address: Any) -> None:  # types of socketserver
        named: list[str] = []

        def key_of(psk_identity: str) -> bytes | None:
            named.append(psk_identity)
            return self.sessions.psk(psk_identity)

        request.settimeout(_HANDSHAKE_S)
        context = psk_context(self._tls, key_of)
        with context.wrap_socket(request, server_side=True, do_handshake_on_connect=False) as connection:
            with self._connections_lock:
                self._connections.add(connection)
            try:
                connection.do_handshake()
                connection.settimeout(self.silence_s)
                _PaosHandler(connection, client_address, self, named[-1])
            finally:
                with self._connections_lock:
                    self._connections.discard(connection)

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:  # called inside the except clause
        _log.debug("a connection broke off", exc_info=True)


class _PaosHandler(BaseHTTPRequestHandler):
    """Reads one PAOS message a request and writes the answer."""

    protocol_version = "HTTP/1.1"
    server_version = "Bochum-ID-Sandbox"
    sys_version = ""
    disable_nagle_algorithm = True
    server: PaosEndpoint

    def __init__(self, connection: socket.socket, address: Any, endpoint: PaosEndpoint, session: str) -> None:
        self._session_id = session
        super().__init__(connection, address, endpoint)

    def do_POST(self) -> None:
        body = self._body()
        if body is None:
            return
        answer = self._answer(body)
        if answer is None:
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        content = paos.build_server_message(answer)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", paos.CONTENT_TYPE)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _answer(self, body: bytes) -> Envelope[ServerMessage] | None:
        sessions = self.server.sessions
        try:
            return sessions.answer(self._session_id, paos.parse_client_message(body))
        except PaosError as error:
            reply = sessions.abort(self._session_id, ResultMinor.PARAMETER_ERROR, error.message_id)
            return reply if error.message_id else None
        except Exception:  # noqa: BLE001 - whatever it is, the other sessions go on
            _log.exception("a session failed inside the eID server")
            return sessions.abort(self._session_id, ResultMinor.INTERNAL_ERROR, "")

    def _body(self) -> bytes | None:
        """Return the request's body; None when it was refused."""
        length = self.headers.get("Content-Length", "")
        if self.path.partition("?")[0] != PATH:
            self._refuse(HTTPStatus.NOT_FOUND)
        elif self.headers.get("Transfer-Encoding") is not None or not length:
            self._refuse(HTTPStatus.LENGTH_REQUIRED)
        elif not (length.isascii() and length.isdigit()):
            self._refuse(HTTPStatus.BAD_REQUEST)
        elif len(length) > 9 or int(length) > _MAX_BODY_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            body = self.rfile.read(int(length))
            if len(body) == int(length):
                return body
            self.close_connection = True
        return None

    def _refuse(self, status: HTTPStatus) -> None:
        """Answer without a message and hang up: the rest of the request is not read."""
        self.close_connection = True
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    @override
    def log_message(self, format: str, *args: Any) -> None:
        _log.debug(format, *args)
