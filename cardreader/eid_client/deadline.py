"""A socket whose every operation ends by one deadline, however slowly the other side drips its bytes."""

import io
import socket
import time
from typing import override


class DeadlineSocket:
    """As much of a socket as `http.client` uses; TimeoutError once the deadline has passed.

    What is sent waits until an answer is wanted, so that head and body of a request travel together.
    """

    def __init__(self, inner: socket.socket, timeout_s: float) -> None:
        self._inner = inner
        self._deadline = 0.0
        self._unsent = b""
        self.allow(timeout_s)

    def allow(self, timeout_s: float) -> None:
        """Set the deadline anew, counted from now."""
        self._deadline = time.monotonic() + timeout_s

    def sendall(self, data: bytes) -> None:
        self._arm()
        self._unsent += data

    def receive_into(self, buffer: memoryview) -> int:
        self._arm()
        if self._unsent:
            self._inner.sendall(self._unsent)
            self._unsent = b""
        return self._inner.recv_into(buffer)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return a reader; closing it leaves the socket open for the next request."""
        return io.BufferedReader(_Reader(self))

    def close(self) -> None:
        """Do nothing: `http.client` closes while the body is still to be read; the owner closes `inner`."""

    def _arm(self) -> None:
        remaining = self._deadline - time.monotonic()
        if remaining <= 0:
            raise TimeoutError("the server took too long")
        self._inner.settimeout(remaining)


class _Reader(io.RawIOBase):
    def __init__(self, source: DeadlineSocket) -> None:
        super().__init__()
        self._source = source

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer is wider
        return self._source.receive_into(buffer)
