"""What a client offers in its ClientHello (RFC 5246 7.4.1.2), by the numbers of IANA's registries."""

from dataclasses import dataclass

_GROUPS, _SIGNATURE_ALGORITHMS, _TICKET, _VERSIONS = 10, 13, 35, 43


@dataclass(frozen=True)
class ClientHello:
    """Version, suites, groups and signature algorithms as sent; `random` for those who answer by hand."""

    version: int
    random: bytes
    session_id: bytes
    suites: tuple[int, ...]
    groups: tuple[int, ...]
    signature_algorithms: tuple[int, ...]
    newer_versions: tuple[int, ...]
    offers_ticket: bool


def parse_hello(record: bytes) -> ClientHello:
    """Read one TLS record with a whole ClientHello."""
    body = record[5 + 4 :]
    version, random = int.from_bytes(body[:2]), body[2:34]
    session_id, rest = _vector(body[34:], 1)
    suites, rest = _vector(rest, 2)
    _compression, rest = _vector(rest, 1)
    extensions = dict(_extensions(_vector(rest, 2)[0]) if rest else ())
    return ClientHello(
        version,
        random,
        session_id,
        _numbers(suites),
        _numbers(extensions.get(_GROUPS, b"\0\0")[2:]),
        _numbers(extensions.get(_SIGNATURE_ALGORITHMS, b"\0\0")[2:]),
        _numbers(extensions.get(_VERSIONS, b"\0")[1:]),
        _TICKET in extensions,
    )


def _vector(data: bytes, length_bytes: int) -> tuple[bytes, bytes]:
    length = int.from_bytes(data[:length_bytes])
    return data[length_bytes : length_bytes + length], data[length_bytes + length :]


def _extensions(data: bytes) -> list[tuple[int, bytes]]:
    found = []
    while data:
        kind = int.from_bytes(data[:2])
        content, data = _vector(data[2:], 2)
        found.append((kind, content))
    return found


def _numbers(data: bytes) -> tuple[int, ...]:
    return tuple(int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))
