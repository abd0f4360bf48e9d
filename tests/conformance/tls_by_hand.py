"""Servers' handshakes that OpenSSL would not make: SSL 3.0, and key exchange on a curve nobody asked for."""

import secrets
import socket

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from tests.cardreader.eid_client.tls_servers import Identity
from tests.conformance.client_hello import ClientHello
from tests.conformance.tls_hosts import RECORD_HEADER_BYTES

SSL_3, TLS_1_2 = 0x0300, 0x0303
RSA_AES_128_CBC_SHA = 0x002F
_HANDSHAKE, _SERVER_HELLO, _CERTIFICATE, _KEY_EXCHANGE, _DONE = 22, 2, 11, 12, 14
_NAMED_CURVE, _SECP192R1 = 3, 19
_SHA256, _RSA, _ECDSA = 4, 1, 3
_RENEGOTIATION_INFO = bytes.fromhex("FF01")
_SECP192R1_GENERATOR = bytes.fromhex(
    "04188DA80EB03090F67CBF20EB43A18800F4FF0AFD82FF101207192B95FFC8DA78631011ED6B24CDD573F977A11E794811"
)
"""A point on the curve (SEC 2, 2.2.2): the server's public key for the private key 1."""


def answer_with_version(connection: socket.socket, hello: ClientHello, version: int, suite: int) -> bytes:
    """Answer with a ServerHello of that version and suite; return what the client says to it."""
    _take_hello(connection)
    connection.sendall(_record(version, _server_hello(version, suite)))
    return connection.recv(4096)


def answer_on_a_weak_curve(
    connection: socket.socket, hello: ClientHello, identity: Identity, key: object, suite: int
) -> bytes:
    """Do a TLS 1.2 server's first flight right but for the curve, secp192r1; return the client's answer."""
    _take_hello(connection)
    server_random = secrets.token_bytes(32)
    parameters = bytes([_NAMED_CURVE, 0, _SECP192R1, len(_SECP192R1_GENERATOR)]) + _SECP192R1_GENERATOR
    signature = _signature(key, hello.random + server_random + parameters)
    flight = (
        _server_hello(TLS_1_2, suite, server_random),
        _message(_CERTIFICATE, _vector(_vector(identity.der, 3), 3)),
        _message(_KEY_EXCHANGE, parameters + signature),
        _message(_DONE, b""),
    )
    connection.sendall(b"".join(_record(TLS_1_2, message) for message in flight))
    return connection.recv(4096)


def _take_hello(connection: socket.socket) -> None:
    header = connection.recv(RECORD_HEADER_BYTES, socket.MSG_WAITALL)
    connection.recv(int.from_bytes(header[3:5]), socket.MSG_WAITALL)


def _server_hello(version: int, suite: int, random: bytes = bytes(32)) -> bytes:
    no_session, no_compression = b"\0", b"\0"
    content = version.to_bytes(2) + random + no_session + suite.to_bytes(2) + no_compression
    if version > SSL_3:
        content += _vector(_RENEGOTIATION_INFO + _vector(b"\0", 2), 2)
    return _message(_SERVER_HELLO, content)


def _signature(key: object, message: bytes) -> bytes:
    match key:
        case ec.EllipticCurvePrivateKey():
            return bytes([_SHA256, _ECDSA]) + _vector(key.sign(message, ec.ECDSA(hashes.SHA256())), 2)
        case rsa.RSAPrivateKey():
            signed = key.sign(message, padding.PKCS1v15(), hashes.SHA256())
            return bytes([_SHA256, _RSA]) + _vector(signed, 2)
        case _:
            raise TypeError("a server signs with RSA or ECDSA here")


def _message(kind: int, content: bytes) -> bytes:
    return bytes([kind]) + _vector(content, 3)


def _record(version: int, message: bytes) -> bytes:
    return bytes([_HANDSHAKE]) + version.to_bytes(2) + _vector(message, 2)


def _vector(content: bytes, length_bytes: int) -> bytes:
    return len(content).to_bytes(length_bytes) + content
