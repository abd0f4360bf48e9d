"""The eID server's network side: PAOS as HTTP over TLS-PSK (TR-03112-6 3.2.5, TR-03124-1 2.5.2)."""

import logging
import ssl
from http import HTTPStatus
from typing import Any, override

from cardreader.eid_client import paos, xml_document
from cardreader.eid_client.paos import PaosError
from cardreader.eid_client.paos_messages import Envelope, ServerMessage
from cardreader.eid_client.result import ResultMajor, ResultMinor
from sandbox.eid_server.psk_tls import psk_context
from sandbox.eid_server.sessions import Sessions
from sandbox.eid_server.tls_http_server import Handling, KeepAliveHandler, TlsHttpServer
from sandbox.eid_server.x509_identity import X509Identity

PATH = "/paos"
_MAX_BODY_BYTES = 1 << 20
_log = logging.getLogger(__name__)


class PaosEndpoint(TlsHttpServer):
    """Lets in who knows the key of an open session; `silence_s` includes a citizen who looks for the PIN."""

    def __init__(self, port: int, tls: X509Identity, sessions: Sessions, silence_s: float) -> None:
        self.sessions = sessions
        self._tls = tls
        super().__init__(port, silence_s)

    @override
    def prepare(self) -> tuple[ssl.SSLContext, Handling]:
        named: list[str] = []

        def key_of(psk_identity: str) -> bytes | None:
            named.append(psk_identity)
            return self.sessions.psk(psk_identity)

        return psk_context(self._tls, key_of), lambda connection, address: _PaosHandler(
            connection, address, self, named[-1]
        )


class _PaosHandler(KeepAliveHandler):
    """Reads one PAOS message a request and writes the answer."""

    server: PaosEndpoint

    def __init__(self, connection: Any, address: Any, endpoint: PaosEndpoint, session_id: str) -> None:
        self._session_id = session_id
        super().__init__(connection, address, endpoint)

    def do_POST(self) -> None:  # noqa: N802 - the name http.server looks for
        body = self._body()
        if isinstance(body, HTTPStatus):
            self.close_connection = True  # the rest of the request is not read
            self.answer(body, "text/plain", b"")
            return
        reply = self._reply(body)
        if reply is None:
            self.answer(HTTPStatus.BAD_REQUEST, "text/plain", b"")
        else:
            self.answer(HTTPStatus.OK, paos.CONTENT_TYPE, paos.build_server_message(reply))

    def _reply(self, body: bytes) -> Envelope[ServerMessage] | None:
        """Return the message to send; None when there was not even one that could be answered."""
        sessions = self.server.sessions
        try:
            return sessions.answer(self._session_id, paos.parse_client_message(body))
        except PaosError as error:
            minor = _reported_minor(body) or ResultMinor.PARAMETER_ERROR
            reply = sessions.abort(self._session_id, minor, error.message_id)
            return reply if error.message_id else None
        except Exception:  # noqa: BLE001 - whatever it is, the other sessions go on
            _log.exception("a session failed inside the eID server")
            return sessions.abort(self._session_id, ResultMinor.INTERNAL_ERROR, "")

    def _body(self) -> bytes | HTTPStatus:
        """Return the request's body, or the status that refuses it."""
        length = self.headers.get("Content-Length", "")
        if self.path.partition("?")[0] != PATH:
            return HTTPStatus.NOT_FOUND
        if self.headers.get("Transfer-Encoding") is not None or not length:
            return HTTPStatus.LENGTH_REQUIRED
        if not (length.isascii() and length.isdigit()):
            return HTTPStatus.BAD_REQUEST
        if len(length) > 9 or int(length) > _MAX_BODY_BYTES:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        body = self.rfile.read(int(length))
        return body if len(body) == int(length) else HTTPStatus.BAD_REQUEST


def _reported_minor(body: bytes) -> str | None:
    """Find the error that a message reports which is malformed otherwise.

    AusweisApp, when it gives up before there is a card, fills the output it owes with empty elements.
    """
    try:
        parts = {part.name: part.text for part in xml_document.parse(body).walk()}
    except xml_document.XmlError:
        return None
    return parts.get("ResultMinor") if parts.get("ResultMajor") == ResultMajor.ERROR else None
