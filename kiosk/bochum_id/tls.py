"""TLS as the city demands it: who is trusted, which suites, and who the terminal is (contract 1, 2.1)."""

import os
import secrets
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.bochum_id.terminal_certificate import TerminalCertificate

_TLS_1_2_SUITES = ":".join(
    f"ECDHE-{signature}-{cipher}"
    for cipher in ("AES256-GCM-SHA384", "AES128-GCM-SHA256")
    for signature in ("ECDSA", "RSA")
)
"""With forward secrecy and authenticated encryption (BSI TR-02102-2, 3.3.1)."""


def client_context(ca_bundle: Path | None, identity: TerminalCertificate | None) -> ssl.SSLContext:
    """Make the context of every connection: server's chain and host name are checked, TLS 1.3 comes first.

    With `ca_bundle` (PEM) nobody else is trusted, without it the system's authorities are. With `identity`
    the terminal shows its certificate (RFC 8705 2.1). OSError when the bundle cannot be read.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(_TLS_1_2_SUITES)
    if ca_bundle is None:
        context.load_default_certs()
    else:
        context.load_verify_locations(str(ca_bundle))
    if identity is not None:
        _load(context, identity)
    return context


def _load(context: ssl.SSLContext, identity: TerminalCertificate) -> None:
    """Hand key and chain to OpenSSL, which takes them from files only.

    On Linux that file is anonymous memory. Elsewhere it is a temporary one, in which the key is encrypted
    under a password that exists in this process alone, for as long as the call takes.
    """
    if hasattr(os, "memfd_create"):
        with _in_memory(identity.pem()) as path:
            context.load_cert_chain(path)
        return
    password = secrets.token_bytes(32).hex().encode()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "identity.pem")  # noqa: PTH118 - one name, no path arithmetic
        Path(path).write_bytes(identity.pem(password))
        context.load_cert_chain(path, password=password)


@contextmanager
def _in_memory(content: bytes) -> Iterator[str]:
    descriptor = os.memfd_create("identity", os.MFD_CLOEXEC)
    try:
        os.write(descriptor, content)
        yield f"/proc/self/fd/{descriptor}"
    finally:
        os.close(descriptor)
