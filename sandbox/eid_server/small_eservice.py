"""The smallest service there is: hands out tcTokens and takes citizens back. For trying out eID clients."""

import ssl
from collections.abc import Callable
from http import HTTPStatus
from typing import Self, override
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from sandbox.eid_server.eid_interface import MISSING_ARGUMENT, UseIdError, UseIdRequest, UseIdResponse
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer
from sandbox.eid_server.tls_http_server import Handling, KeepAliveHandler, TlsHttpServer


class SmallEService:
    """An HTTPS origin on loopback with one page per visit; a context manager.

    Make it first: its origin is what the `EidServer` puts into the certificate's description. Then `serve`.
    """

    def __init__(self, pki: Pki) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_2
        context.load_cert_chain(pki.eservice_tls.certificate_file, pki.eservice_tls.key_file)
        self._http = _Endpoint(context)

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
        self._http.start()

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Endpoint(TlsHttpServer):
    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        self.sessions: list[UseIdResponse] = []
        self.returned: list[str] = []
        self.open_session: Callable[[], UseIdResponse | UseIdError] = lambda: UseIdError(MISSING_ARGUMENT)
        super().__init__(0, silence_s=30.0)

    @override
    def prepare(self) -> tuple[ssl.SSLContext, Handling]:
        return self._context, lambda connection, address: _Handler(connection, address, self)


class _Handler(KeepAliveHandler):
    server: _Endpoint

    def do_GET(self) -> None:  # noqa: N802 - the name http.server looks for
        address = urlsplit(self.path)
        match address.path:
            case "/tctoken":
                self._hand_out_token()
            case "/refresh" | "/error":
                self.server.returned.append(address.query)
                self.answer(HTTPStatus.OK, "text/plain; charset=utf-8", b"You are back.")
            case _:
                self.answer(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def _hand_out_token(self) -> None:
        opened = self.server.open_session()
        if isinstance(opened, UseIdError):
            self.answer(HTTPStatus.SERVICE_UNAVAILABLE, "text/plain", opened.minor.encode())
            return
        self.server.sessions.append(opened)
        origin = f"https://{self.headers['Host']}"
        self.answer(HTTPStatus.OK, "text/xml; charset=utf-8", _tc_token(opened, origin).encode())


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
