"""How a request came in: at which origin, and with which terminal's certificate (RFC 8705 2.1)."""

import asyncio
import base64
import hashlib
import ssl
from dataclasses import dataclass
from datetime import datetime
from typing import override

from fastapi import Request
from sqlalchemy.orm import Session
from starlette.types import Receive, Send
from starlette.types import Scope as AsgiScope
from uvicorn.protocols.http.h11_impl import H11Protocol

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.tables import TerminalCertificate

_EXTENSION = "bochum.clientCertificate"
"""DER. The ASGI extension for TLS wants PEM and more; this is the sandbox's own."""


@dataclass(frozen=True, slots=True)
class CertifiedPeer:
    """The terminal whose certificate the connection showed; TLS has checked that it holds the key."""

    terminal_id: str
    thumbprint: str


class CertifiedHttp(H11Protocol):
    """HTTP over TLS that tells the application whose certificate the peer showed."""

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        connection: ssl.SSLObject = transport.get_extra_info("ssl_object")
        certificate = connection.getpeercert(binary_form=True)
        application = self.app

        async def certified(scope: AsgiScope, receive: Receive, send: Send) -> None:
            scope["extensions"] = {_EXTENSION: certificate}
            await application(scope, receive, send)

        self.app = certified


def thumbprint_of(certificate_der: bytes) -> str:
    """Hash a certificate as `x5t#S256` (RFC 8705 3.1)."""
    return base64.urlsafe_b64encode(hashlib.sha256(certificate_der).digest()).rstrip(b"=").decode()


def origin_of(request: Request, backend: Backend) -> str:
    """Tell the origin the request came in at: what `htu` of a proof has to name."""
    return backend.origins.api if _certificate(request) is None else backend.origins.api_mtls


def certified_peer(db: Session, request: Request, now: datetime) -> CertifiedPeer | None:
    """Tell whose certificate the connection showed; None at the origin that asks for none.

    ProblemError when the certificate is nobody's, revoked or too old.
    """
    certificate = _certificate(request)
    if certificate is None:
        return None
    row = db.get(TerminalCertificate, thumbprint_of(certificate))
    if row is None:
        raise ProblemError(Code.TERMINAL_UNKNOWN)
    if row.revoked:
        raise ProblemError(Code.TERMINAL_BLOCKED)
    if now >= row.not_after:
        raise ProblemError(Code.TERMINAL_CERTIFICATE_EXPIRED)
    return CertifiedPeer(row.terminal_id, row.thumbprint)


def _certificate(request: Request) -> bytes | None:
    certificate: bytes | None = request.scope.get("extensions", {}).get(_EXTENSION)
    return certificate
