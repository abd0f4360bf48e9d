"""The visit's end of the line to its supervisor: signs of life out, "come to the front" in."""

import asyncio
import contextlib
import json
import socket
from collections.abc import Callable

from kiosk.session.effects import EndedHow
from kiosk.session.failure import Failure

HEARTBEAT_SECONDS = 1.0


class SupervisorLink:
    """Speaks the protocol of `kiosk.supervisor_protocol` from the loop that also draws: a hang is silence."""

    def __init__(self, descriptor: int, on_show: Callable[[], None], on_orphaned: Callable[[], None]) -> None:
        """`on_orphaned` is called when the supervisor is gone: a visit process does not live on alone."""
        self._socket = socket.socket(fileno=descriptor)
        self._socket.setblocking(False)  # noqa: FBT003 - the standard library's signature
        self._on_show = on_show
        self._on_orphaned = on_orphaned
        self._received = b""
        self._beating: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start to listen and to beat on the running loop."""
        asyncio.get_running_loop().add_reader(self._socket.fileno(), self._hear)
        self._beating = asyncio.get_running_loop().create_task(self._beat())

    def ready(self) -> None:
        self._send({"ready": True})

    def painted(self, milliseconds: int) -> None:
        self._send({"painted": milliseconds})

    def ended(self, how: EndedHow, failure: Failure | None) -> None:
        self._send({"ended": how.value, "code": "" if failure is None else failure.value})

    def closed(self) -> None:
        """Tell that somebody closed the window, which only the sandbox allows."""
        self._send({"ended": "closed"})

    def stop(self) -> None:
        if self._beating is not None:
            self._beating.cancel()
        asyncio.get_running_loop().remove_reader(self._socket.fileno())
        self._socket.close()

    def _send(self, message: dict[str, object]) -> None:
        # Messages are tiny and the supervisor reads all the time: a full or closed line means it is gone.
        with contextlib.suppress(OSError):
            self._socket.send(json.dumps(message, separators=(",", ":")).encode() + b"\n")

    def _hear(self) -> None:
        try:
            received = self._socket.recv(4096)
        except BlockingIOError:
            return
        except OSError:
            received = b""
        if not received:
            asyncio.get_running_loop().remove_reader(self._socket.fileno())
            self._on_orphaned()
            return
        *lines, self._received = (self._received + received).split(b"\n")
        for line in lines:
            if json.loads(line) == {"show": True}:
                self._on_show()

    async def _beat(self) -> None:
        number = 0
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            number += 1
            self._send({"heartbeat": number})
