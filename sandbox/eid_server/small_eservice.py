"""The smallest service there is: hands out tcTokens and takes citizens back. For trying out eID clients."""

import logging
import ssl
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self, override
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from sandbox.eid_server.eid_interface import MISSING_ARGUMENT, UseIdError, UseIdRequest, UseIdResponse
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer

_log = logging.getLogger(__name__)


class SmallEService:
    """An HTTPS origin on loopback with one page per visit; a context manager.

    Make it first: its origin is what the `EidServer` puts into the certificate's description. Then `serve`.
    """

    def __init__(self, pki: Pki) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_2
        context.load_cert_chain(pki.eservice_tls.certificate_file, pki.eservice_tls.key_file)
        self._http = _HttpsServer(context)
        self._thread: threading.Thread | None = None

    @property
    def origin(self) -> str:
        return f"https://localhost:{self._http.server_address[1]}"

    @property
    def tc_token_url(self) -> str:
        """Every GET opens a new session."""
        return f"{self.origin}/tctoken"

    @property
    def sessions(self) -> list[UseIdResponse]:
        """The sessions opened so far, oldest first."""
        return self._http.sessions

    @property
    def returned(self) -> list[str]:
        """Queries with which citizens came back to the refresh address, oldest first."""
        return self._http.returned

    def serve(self, eid_server: EidServer, request: UseIdRequest) -> None:
        """Begin to answer: each token asks for `request`."""
        self._http.open_session = lambda: eid_server.use_id(request)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), name="small-eservice")
        self._thread.start()

    def close(self) -> None:
        if self._thread is not None:
            self._http.shutdown()
            self._thread.join()
        self._http.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _HttpsServer(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        self.sessions: list[UseIdResponse] = []
        self.returned: list[str] = []
        self.open_session: Callable[[], UseIdResponse | UseIdError] = lambda: UseIdError(MISSING_ARGUMENT)
        super().__init__(("127.0.0.1", 0), _Handler)

    @override
    def finish_request(self, request: Any, client_address: Any) -> None:  # types of socketserver
        request.settimeout(_Handler.timeout)
        with self._context.wrap_socket(request, server_side=True) as connection:
            _Handler(connection, client_address, self)

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:
        _log.debug("a connection broke off", exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    """One request a connection, so that closing the server never waits for an idle client."""

    timeout = 10.0
    server: _HttpsServer

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        match address.path:
            case "/tctoken":
                self._hand_out_token()
            case "/refresh" | "/error":
                self.server.returned.append(address.query)
                self._answer(HTTPStatus.OK, "text/plain; charset=utf-8", b"You are back.")
            case _:
                self._answer(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def _hand_out_token(self) -> None:
        opened = self.server.open_session()
        if isinstance(opened, UseIdError):
            self._answer(HTTPStatus.SERVICE_UNAVAILABLE, "text/plain", opened.minor.encode())
            return
        self.server.sessions.append(opened)
        origin = f"https://{self.headers['Host']}"
        self._answer(HTTPStatus.OK, "text/xml; charset=utf-8", _tc_token(opened, origin).encode())

    def _answer(self, status: HTTPStatus, content_type: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    @override
    def log_message(self, format: str, *args: Any) -> None:
        _log.debug(format, *args)


def _tc_token(opened: UseIdResponse, origin: str) -> str:
    """Write the token of TR-03124-1 2.5.1 for a separate eID server."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><TCTokenType>'
        f"<ServerAddress>{escape(opened.server_address)}</ServerAddress>"
        f"<SessionIdentifier>{escape(opened.session_id)}</SessionIdentifier>"
        f"<RefreshAddress>{escape(origin)}/refresh</RefreshAddress>"
        f"<CommunicationErrorAddress>{escape(origin)}/error</CommunicationErrorAddress>"
        "<Binding>urn:liberty:paos:2006-08</Binding>"
        "<PathSecurity-Protocol>urn:ietf:rfc:4279</PathSecurity-Protocol>"
        f"<PathSecurity-Parameters><PSK>{opened.psk.hex()}</PSK></PathSecurity-Parameters>"
        "</TCTokenType>"
    )
