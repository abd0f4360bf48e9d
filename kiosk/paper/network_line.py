"""The line to a receipt printer on the network: a TCP connection to its port 9100, open for one slip."""

import socket
from dataclasses import dataclass, field


@dataclass(slots=True)
class NetworkLine:
    """Raises OSError when nobody is there, TimeoutError when nothing moves for `timeout` seconds."""

    host: str
    port: int
    timeout: float
    _socket: socket.socket | None = field(default=None, repr=False)

    def open(self) -> None:
        self._socket = socket.create_connection((self.host, self.port), self.timeout)

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()

    def query_status(self, mode: bytes) -> bytes:
        self._raw(mode)
        return self._open().recv(16)

    def _raw(self, msg: bytes) -> None:
        self._open().sendall(msg)

    def _open(self) -> socket.socket:
        if self._socket is None:
            raise OSError("the line is not open")
        return self._socket
