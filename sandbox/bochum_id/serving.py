"""A web application on a loopback port of its own, that can be cut off and restored like a network."""

import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from sandbox.bochum_id.connections import CertifiedHttp

LOOPBACK = "127.0.0.1"
_START_TIMEOUT_S = 20.0
_NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL, which the ssl module does not name."""


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """PEM files of a server certificate and its key."""

    certificate: Path
    key: Path
    client_authority: Path | None = None
    """Whose certificates a client has to show one of; None: nobody is asked for any."""


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.running = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.running.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for connection in list(self.server_state.connections):
            transport = connection.transport
            if transport is not None:
                transport.abort()
        await super().shutdown(sockets)


class Serving:
    """Answers with `app` on a socket, in a thread of its own, until stopped; it takes the socket over."""

    def __init__(self, app: ASGIApp, tls: TlsFiles | None, listening: socket.socket) -> None:
        """RuntimeError when the server does not come up; the log says why."""
        self._server = _Server(_configuration(app, tls))
        name = f"sandbox-{listening.getsockname()[1]}"
        self._thread = threading.Thread(target=self._server.run, args=([listening],), name=name, daemon=True)
        self._thread.start()
        if not self._server.running.wait(_START_TIMEOUT_S):
            raise RuntimeError(f"the server {name} did not start; see the log above")

    def stop(self) -> None:
        """Drop every connection and refuse new ones."""
        self._server.should_exit = True
        self._server.force_exit = True
        self._thread.join()


def _configuration(app: ASGIApp, tls: TlsFiles | None) -> uvicorn.Config:
    authority = tls.client_authority if tls else None
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        http=CertifiedHttp if authority else "h11",
        proxy_headers=False,
        ws="none",
        server_header=False,
        timeout_keep_alive=30,
        ssl_certfile=tls.certificate if tls else None,
        ssl_keyfile=tls.key if tls else None,
        ssl_ca_certs=str(authority) if authority else None,
        ssl_cert_reqs=ssl.CERT_REQUIRED if authority else ssl.CERT_NONE,
        ssl_context_factory=(_terminal_context if authority else _eid_context) if tls else None,
    )


class LoopbackServer:
    """Holds `port` of 127.0.0.1 from the start to `close()`, listening or not; 0 takes a free one.

    OSError when the port is taken.
    """

    def __init__(self, port: int = 0) -> None:
        # Bound and never listening: while cut off, connections are refused and nobody else gets the port.
        self._reservation = _bound_socket(port)
        self.port: int = self._reservation.getsockname()[1]
        self._running: Serving | None = None
        self._serve: Callable[[], Serving] | None = None
        self._lock = threading.Lock()

    def serve(self, app: ASGIApp, tls: TlsFiles | None = None) -> None:
        """Start answering with `app`, over TLS when given a certificate."""
        self._serve = lambda: Serving(app, tls, self.another_socket())
        self.restore()

    def another_socket(self) -> socket.socket:
        """Give another socket bound to this port, for whoever shall listen there."""
        return _bound_socket(self.port)

    @property
    def available(self) -> bool:
        return self._running is not None

    def restore(self) -> None:
        """Accept connections (again)."""
        with self._lock:
            if self._running is None and self._serve is not None:
                self._running = self._serve()

    def cut(self) -> None:
        """Drop every connection and refuse new ones."""
        with self._lock:
            if self._running is not None:
                self._running.stop()
                self._running = None

    def close(self) -> None:
        """Stop for good and give the port back."""
        self.cut()
        self._reservation.close()


def _bound_socket(port: int) -> socket.socket:
    # Naming the protocol makes asyncio switch off Nagle's delay, some 40 ms an answer otherwise.
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((LOOPBACK, port))
    except OSError as error:
        bound.close()
        raise OSError(error.errno, f"port {port} on {LOOPBACK} is taken; choose another one") from error
    return bound


def _terminal_context(_config: uvicorn.Config, make_default: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    """Demand a certificate, and leave its times to the application, which can say what is wrong with them."""
    context = make_default()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_flags |= ssl.VerifyFlags(_NO_CHECK_TIME)
    return context


def _eid_context(_config: uvicorn.Config, make_default: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    """TLS 1.2 and up: eID clients speak 1.2 (TR-03124-1), browsers 1.3."""
    context = make_default()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
