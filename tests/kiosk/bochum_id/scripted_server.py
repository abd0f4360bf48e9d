"""A small HTTP server that answers with given bytes, or breaks off, connection by connection."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

type Script = Callable[[socket.socket], None]


@dataclass(frozen=True)
class Seen:
    """One request as it arrived."""

    line: str
    headers: dict[str, str]
    body: bytes


def answer(
    status: int,
    body: bytes = b"",
    media_type: str = "application/json",
    length: int | None = None,
    extra: str = "",
) -> Script:
    """Answer and close; `length` is what Content-Length claims."""
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {media_type}\r\nContent-Length: "
    head += f"{len(body) if length is None else length}\r\nConnection: close\r\n{extra}\r\n"

    def run(connection: socket.socket) -> None:
        connection.sendall(head.encode() + body)

    return run


def problem(status: int, code: str, *, retryable: bool = True, extra: str = "", **members: object) -> Script:
    document = {
        "code": code,
        "status": status,
        "retryable": retryable,
        "traceId": "t",
        "title": "x",
        **members,
    }
    return answer(status, json.dumps(document).encode(), "application/problem+json", extra=extra)


def raw(data: bytes) -> Script:
    """Say exactly this and close."""

    def run(connection: socket.socket) -> None:
        connection.sendall(data)

    return run


def reset(connection: socket.socket) -> None:
    """Break the connection off with a TCP reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def hang_up(connection: socket.socket) -> None:
    """Close without a word."""


class ScriptedServer:
    """Plays one script a request, the last one for ever."""

    def __init__(self, wrap: Callable[[socket.socket], socket.socket] = lambda plain: plain) -> None:
        """`wrap` may put TLS around a connection; OSError from it ends the connection."""
        self._wrap = wrap
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.origin = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self.seen: list[Seen] = []
        self._scripts: list[Script] = [hang_up]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def play(self, scripts: Sequence[Script]) -> None:
        self._scripts = list(scripts)

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with connection, suppress(OSError), self._wrap(connection) as wrapped:
                request = self._read(wrapped)
                if request is not None:
                    self.seen.append(request)
                    script = self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]
                    script(wrapped)

    def _read(self, connection: socket.socket) -> Seen | None:
        data = b""
        while b"\r\n\r\n" not in data:
            part = connection.recv(65536)
            if not part:
                return None
            data += part
        head, _, body = data.partition(b"\r\n\r\n")
        line, *lines = head.decode().split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (entry.partition(":") for entry in lines)
        }
        while len(body) < int(headers.get("content-length", "0")):
            body += connection.recv(65536)
        return Seen(line, headers, body)
