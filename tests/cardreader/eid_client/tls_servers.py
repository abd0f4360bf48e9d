"""Small TLS servers on loopback for the transport's tests, and certificates of every quality."""

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

type PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | dsa.DSAPrivateKey
type Handler = Callable[[ssl.SSLSocket], bool]
"""Serves one request on an open connection; true to wait for the next one."""

NOW = dt.datetime.now(dt.UTC)
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Identity:
    """A self-signed certificate with its key, also as files for OpenSSL."""

    certificate: x509.Certificate
    certificate_file: Path
    key_file: Path

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)


def make_identity(
    directory: Path,
    key: PrivateKey,
    *,
    names: tuple[str, ...] = ("localhost",),
    addresses: tuple[str, ...] = ("127.0.0.1",),
    start: dt.datetime = NOW - DAY,
    end: dt.datetime = NOW + DAY,
    hash_algorithm: hashes.HashAlgorithm | None = None,
    common_name: str = "localhost",
) -> Identity:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
    )
    general: list[x509.GeneralName] = [x509.DNSName(name) for name in names]
    general += [x509.IPAddress(ipaddress.ip_address(address)) for address in addresses]
    if general:
        builder = builder.add_extension(x509.SubjectAlternativeName(general), critical=False)
    algorithm = hash_algorithm or hashes.SHA256()
    certificate = builder.sign(key, algorithm)  # type: ignore[arg-type]  # the hash is any that a test names
    name = f"{certificate.serial_number:x}"
    certificate_file, key_file = directory / f"{name}.crt", directory / f"{name}.key"
    certificate_file.write_bytes(certificate.public_bytes(Encoding.PEM))
    key_file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return Identity(certificate, certificate_file, key_file)


def server_context(identity: Identity) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(identity.certificate_file, identity.key_file)
    return context


def psk_server_context(identity: Identity, key: bytes, ciphers: str) -> ssl.SSLContext:
    context = server_context(identity)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(ciphers)
    context.set_psk_server_callback(lambda _identity: key)
    return context


@dataclass
class Server:
    """What a running server has seen."""

    port: int
    requests: list[bytes] = field(default_factory=list)
    handshakes: list[ssl.SSLSocket] = field(default_factory=list)
    resumed: list[bool | None] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "localhost") -> str:
        return f"https://{host}:{self.port}{path}"


@contextmanager
def serving(context: ssl.SSLContext, handler: Handler) -> Iterator[Server]:
    """Serve one connection after the other until the block ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(listener.getsockname()[1])
    open_sockets: list[socket.socket] = []
    stopped = threading.Event()

    def accept() -> None:
        while not stopped.is_set():
            try:
                plain, _ = listener.accept()
            except OSError:
                return
            open_sockets.append(plain)
            try:
                with context.wrap_socket(plain, server_side=True) as connection:
                    open_sockets.append(connection)
                    server.handshakes.append(connection)
                    server.resumed.append(connection.session_reused)
                    while handler(connection):
                        pass
            except (OSError, ssl.SSLError) as error:
                server.failures.append(str(error))
            finally:
                plain.close()

    thread = threading.Thread(target=accept)
    thread.start()
    try:
        yield server
    finally:
        stopped.set()
        for open_socket in [*open_sockets, listener]:
            try:
                socket.socket.shutdown(open_socket, socket.SHUT_RDWR)
            except OSError:
                continue
        listener.close()
        thread.join()
        for open_socket in open_sockets:
            open_socket.close()


def read_request(connection: ssl.SSLSocket) -> bytes:
    """Read head and body of one HTTP request; empty at the end of the connection."""
    received = b""
    while b"\r\n\r\n" not in received:
        part = connection.recv(4096)
        if not part:
            return b""
        received += part
    head, _, body = received.partition(b"\r\n\r\n")
    length = next(
        (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
    )
    while len(body) < length:
        body += connection.recv(4096)
    return head + b"\r\n\r\n" + body


def answering(*answers: bytes, keep_open: bool = True, seen: list[bytes] | None = None) -> Handler:
    """Give the answers in turn, the last one ever again."""
    remaining = list(answers)

    def handle(connection: ssl.SSLSocket) -> bool:
        request = read_request(connection)
        if not request:
            return False
        if seen is not None:
            seen.append(request)
        connection.sendall(remaining.pop(0) if len(remaining) > 1 else remaining[0])
        return keep_open

    return handle


def response(status: str = "200 OK", body: bytes = b"hello", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body
