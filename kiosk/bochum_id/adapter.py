"""Connections with one given TLS context, which another thread can break off when time is up."""

import contextlib
import socket
import ssl
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class Adapter(HTTPAdapter):
    """For one thread that sends one request at a time; trusts whom its context trusts and nobody else."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        self._socket: socket.socket | None = None
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **settings: Any) -> None:
        super().init_poolmanager(*arguments, **settings, ssl_context=self._context)
        adapter = self

        class Plain(HTTPConnection):
            def connect(self) -> None:
                super().connect()
                adapter._socket = self.sock

        class Secure(HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                adapter._socket = self.sock

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

    def cert_verify(self, conn: Any, url: str, verify: object, cert: object) -> None:  # noqa: ARG002 - its API
        """Leave the context as it is: requests would load the authorities it ships into it."""
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = None
        conn.ca_cert_dir = None

    def break_off(self) -> None:
        """End whatever is being received: a time-out for one read does not end an answer that trickles."""
        if self._socket is not None:
            with contextlib.suppress(OSError):
                # The plain socket's method: the one of a TLS socket drops what its reader still uses.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
