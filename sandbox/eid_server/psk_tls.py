"""TLS 1.2 with RSA-PSK on the server's side (RFC 4279 4, TR-03124-1 2.5.2)."""

import ssl
from collections.abc import Callable

from sandbox.eid_server.x509_identity import X509Identity

CIPHERS = "RSA-PSK-AES256-GCM-SHA384:RSA-PSK-AES128-GCM-SHA256:RSA-PSK-AES256-CBC-SHA"


def psk_context(identity: X509Identity, key_of: Callable[[str], bytes | None]) -> ssl.SSLContext:
    """Return a context for one connection; `key_of` is asked for the key of the identity the client names.

    An identity without a key fails the handshake. There is no session resumption: it would skip the question.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_TICKET
    context.set_ciphers(CIPHERS)
    context.load_cert_chain(identity.certificate_file, identity.key_file)

    def answer(psk_identity: str | None) -> bytes:
        return (key_of(psk_identity) if psk_identity else None) or b""

    context.set_psk_server_callback(answer)
    return context
