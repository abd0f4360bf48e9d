"""HTTPS for a run: pages, PAOS exchanges, certificates; TLS as `tls` wants it, bounds on everything."""

import http.client
import http.cookiejar
import socket
import ssl
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cardreader.eid_client import tls
from cardreader.eid_client.addresses import origin, request_target
from cardreader.eid_client.deadline import DeadlineSocket
from cardreader.eid_client.exchange import (
    ExchangePaos,
    HttpFailed,
    HttpProblem,
    Page,
    PeerCertificate,
    PreSharedKey,
)
from cardreader.eid_client.paos import HTTP_HEADERS

MAX_BODY_BYTES = 1 << 20
TIMEOUT_S = 30.0
# How OpenSSL names a handshake that another group may save: refused by the server, or a key on another curve.
_GROUP_REFUSALS = frozenset(
    {"SSLV3_ALERT_HANDSHAKE_FAILURE", "SSLV3_ALERT_ILLEGAL_PARAMETER", "WRONG_CURVE", "BAD_ECC_CERT"}
)
type _Origin = tuple[str, int]
type _Clock = Callable[[], datetime]


class _NotResumedError(Exception):
    """The TLS session of an attached eID server could not be resumed."""


@dataclass(slots=True)
class _Connection:
    """One TLS connection whose certificate has passed."""

    context: ssl.SSLContext
    tls_socket: ssl.SSLSocket
    stream: DeadlineSocket
    http: http.client.HTTPConnection
    certificate: bytes = field(repr=False)

    def close(self) -> None:
        self.http.close()
        self.tls_socket.close()


@dataclass(slots=True)
class _Session:
    """What it takes to resume the TLS session with one server."""

    context: ssl.SSLContext
    session: ssl.SSLSession | None


class HttpTransport:
    """Executes a run's HTTP requests, one after the other; keeps connections and cookies within the run.

    Behind a balancer of load a cookie may say which machine has the session; it dies with the transport.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        timeout_s: float = TIMEOUT_S,
        now: _Clock = lambda: datetime.now(UTC),
        dial: Callable[[_Origin, float], socket.socket] = socket.create_connection,
        key_sizes: tls.KeySizes = tls.KeySizes(),  # noqa: B008  # frozen
    ) -> None:
        """`dial` opens a TCP connection to host and port within so many seconds; OSError if it cannot."""
        self._user_agent = user_agent
        self._timeout_s = timeout_s
        self._now = now
        self._dial = dial
        self._key_sizes = key_sizes
        self._open: dict[tuple[_Origin, str | None], _Connection] = {}
        self._sessions: dict[_Origin, _Session] = {}
        self._cookies = http.cookiejar.CookieJar()
        self._has_cookies = False

    def fetch(self, url: str) -> Page | HttpFailed:
        """GET a page; redirects are the caller's to judge."""
        target = origin(url)
        return self._answer((target, None), url, "GET", None, lambda: self._connect_web(target))

    def peek(self, url: str) -> PeerCertificate | HttpFailed:
        """Learn a server's certificate by a handshake."""
        try:
            connection = self._connect_web(origin(url))
        except (OSError, tls.CertificateRefusedError) as error:
            return HttpFailed(_problem(error))
        connection.close()
        return PeerCertificate(connection.certificate)

    def exchange_paos(self, request: ExchangePaos) -> Page | HttpFailed:
        """POST a PAOS message over RSA-PSK, or over the session on which the token came."""
        target, psk = origin(request.url), request.psk
        if psk is None:
            return self._answer(
                (target, None), request.url, "POST", request.body, lambda: self._resume(target)
            )
        key = (target, psk.identity)
        return self._answer(key, request.url, "POST", request.body, lambda: self._connect_psk(target, psk))

    def close(self) -> None:
        """Drop all connections and sessions."""
        for connection in self._open.values():
            connection.close()
        self._open.clear()
        self._sessions.clear()

    def _answer(
        self,
        key: tuple[_Origin, str | None],
        url: str,
        method: str,
        body: bytes | None,
        connect: Callable[[], _Connection],
    ) -> Page | HttpFailed:
        try:
            connection = self._open.pop(key, None)
            if connection is not None:
                try:
                    return self._exchange(key, connection, url, method, body)
                except (http.client.RemoteDisconnected, ConnectionError, ssl.SSLEOFError):
                    pass  # the server had closed it while the citizen was reading
            return self._exchange(key, connect(), url, method, body)
        except (OSError, http.client.HTTPException, tls.CertificateRefusedError, _NotResumedError) as error:
            return HttpFailed(_problem(error))

    def _exchange(
        self,
        key: tuple[_Origin, str | None],
        connection: _Connection,
        url: str,
        method: str,
        body: bytes | None,
    ) -> Page | HttpFailed:
        connection.stream.allow(self._timeout_s)
        finished = False
        try:
            connection.http.request(method, request_target(url), body, self._headers(url, body))
            response = connection.http.getresponse()
            if response.getheader("Set-Cookie") is not None:
                self._cookies.extract_cookies(response, _in_the_form_of_cookies(url))
                self._has_cookies = True
            content = response.read(MAX_BODY_BYTES + 1)
            if len(content) > MAX_BODY_BYTES:
                return HttpFailed(HttpProblem.TOO_LARGE)
            if response.length:  # what `read` with a limit does not tell: bytes announced that never came
                return HttpFailed(HttpProblem.MALFORMED)
            finished = not response.will_close
            return Page(response.status, response.getheader("Location"), content, connection.certificate)
        finally:
            if finished:
                self._open[key] = connection
            else:
                self._leave(key, connection)

    def _leave(self, key: tuple[_Origin, str | None], connection: _Connection) -> None:
        """Close a connection; an attached eID server may be reached over its session later."""
        target, psk_identity = key
        if psk_identity is None:
            self._sessions[target] = _Session(connection.context, connection.tls_socket.session)
        connection.close()

    def _headers(self, url: str, body: bytes | None) -> Mapping[str, str]:
        host, port = origin(url)
        name = f"[{host}]" if ":" in host else host
        common = {
            "Host": name if port == 443 else f"{name}:{port}",
            "User-Agent": self._user_agent,
            "Accept-Encoding": "identity",
        }
        return common | self._kept_for(url) | ({"Accept": "*/*"} if body is None else dict(HTTP_HEADERS))

    def _kept_for(self, url: str) -> dict[str, str]:
        if not self._has_cookies:
            return {}
        asked = _in_the_form_of_cookies(url)
        self._cookies.add_cookie_header(asked)
        cookie = asked.get_header("Cookie")
        return {"Cookie": cookie} if cookie else {}

    def _connect_web(self, target: _Origin) -> _Connection:
        """Connect with one group after the other, then with DHE, until the server takes one."""
        refused: ssl.SSLError | None = None
        for context in tls.web_contexts():
            try:
                connection = self._connect(target, context, None)
            except ssl.SSLError as error:
                refused = error
                if error.reason not in _GROUP_REFUSALS:
                    raise
                continue
            return connection
        raise refused or OSError("no group to offer")

    def _connect_psk(self, target: _Origin, psk: PreSharedKey) -> _Connection:
        return self._connect(target, tls.psk_context(psk.identity, psk.key), None)

    def _resume(self, target: _Origin) -> _Connection:
        known = self._sessions.get(target)
        if known is None or known.session is None:
            raise _NotResumedError
        connection = self._connect(target, known.context, known.session)
        if not connection.tls_socket.session_reused:
            connection.close()
            raise _NotResumedError
        return connection

    def _connect(
        self, target: _Origin, context: ssl.SSLContext, session: ssl.SSLSession | None
    ) -> _Connection:
        host, port = target
        plain = self._dial(target, self._timeout_s)
        try:
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            # A connection cut off without close_notify is an error, not an end.
            tls_socket = context.wrap_socket(
                plain, server_hostname=host, session=session, suppress_ragged_eofs=False
            )
        except BaseException:
            plain.close()
            raise
        try:
            certificate = tls_socket.getpeercert(binary_form=True) or b""
            tls.check_certificate(certificate, host, self._now(), self._key_sizes)
        except BaseException:
            tls_socket.close()
            raise
        stream = DeadlineSocket(tls_socket, self._timeout_s)
        connection = http.client.HTTPConnection(host, port)
        connection.auto_open = 0
        connection.sock = stream
        return _Connection(context, tls_socket, stream, connection, certificate)


def _in_the_form_of_cookies(url: str) -> urllib.request.Request:
    return urllib.request.Request(url)  # noqa: S310  # never opened


def _problem(error: Exception) -> HttpProblem:
    match error:
        case _NotResumedError():
            return HttpProblem.NOT_RESUMED
        case tls.CertificateRefusedError():
            return HttpProblem.CERTIFICATE_REFUSED
        case TimeoutError():
            return HttpProblem.TIMED_OUT
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return HttpProblem.UNREACHABLE
        case ssl.SSLError():
            return HttpProblem.TLS_REFUSED
        case OSError() | http.client.RemoteDisconnected():
            return HttpProblem.UNREACHABLE
        case _:
            return HttpProblem.MALFORMED
