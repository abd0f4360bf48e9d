"""Requests and answers as they pass between terminal and Bochum-ID."""

import re
import socket
from dataclasses import dataclass, replace

_ID = re.compile(r"/[a-z]+_[0-9a-f]{8}-[0-9a-f-]{27}(?=/|$)")
_HOP_BY_HOP = frozenset({"connection", "keep-alive", "transfer-encoding", "content-length"})


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def name(self) -> str:
        """Method and path, ids left out: the same in every visit."""
        path = self.target.partition("?")[0].removeprefix("/v1")
        return f"{self.method} {_ID.sub('/*', path)}"


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def media_type(self) -> str:
        stated = {name.lower(): value for name, value in self.headers}.get("content-type", "")
        return stated.partition(";")[0]

    def saying(self, body: bytes) -> "Answer":
        return replace(self, body=body)

    def to_bytes(self, *, stated_length: int | None = None, last: bool = False) -> bytes:
        """Write it out; `stated_length` is what Content-Length claims, `last` announces the end."""
        lines = [f"HTTP/1.1 {self.status} X"]
        lines += [f"{name}: {value}" for name, value in self.headers if name.lower() not in _HOP_BY_HOP]
        if self.status not in {204, 304}:
            lines.append(f"Content-Length: {len(self.body) if stated_length is None else stated_length}")
        if last:
            lines.append("Connection: close")
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + self.body


def read_request(connection: socket.socket) -> Request | None:
    """Read one request; None when the client has hung up instead."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(65536)
        if not part:
            return None
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ")
    pairs = [line.partition(":") for line in lines]
    headers = tuple((name, value.strip()) for name, _, value in pairs)
    length = next((int(value) for name, value in headers if name.lower() == "content-length"), 0)
    while len(body) < length:
        part = connection.recv(65536)
        if not part:
            return None
        body += part
    return Request(method, target, headers, body)
