"""Debian's AusweisApp without a screen: started for a test, driven over its WebSocket, ended with it."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.sync.connection import Connection

PROGRAM = shutil.which("AusweisApp") or shutil.which("AusweisApp2")
MISSING = (
    None if PROGRAM else "AusweisApp is not there: install ausweisapp (Debian 13) or ausweisapp2 (Debian 12)"
)
_SETPRIV = shutil.which("setpriv") or "setpriv"  # of util-linux, which every Debian has
_LISTENING = re.compile(r'Listening on port: (\d+) \| QHostAddress\("127\.0\.0\.1"\)')
_START_S = 20.0
_MESSAGE_S = 20.0
# Its list of trusted CVCAs is built in: for any other one, the chain must not be looked at before the PIN.
_SETTINGS = "[preverification]\nenabled=false\n"
_SETTINGS_FILES = (
    ".config/AusweisApp/AusweisApp2.conf",  # 2.x
    ".config/Unknown Organization/AusweisApp2.conf",  # 1.x
)

type Message = Mapping[str, Any]


class AusweisAppDiedError(Exception):
    """The program ended or hung up in the middle of a run."""


class AusweisApp:
    """A running program; use `running_ausweisapp`."""

    def __init__(self, process: subprocess.Popen[str], socket: Connection) -> None:
        self._process = process
        self._socket = socket
        self.messages: list[Message] = []

    @property
    def pid(self) -> int:
        return self._process.pid

    def authenticate(self, tc_token_url: str, decide: Callable[[Message], Message | None]) -> Message:
        """Run an authentication: `decide` answers a message with a command or None; return the last one.

        Not in developer mode, which would only log what is wrong with origins and TLS certificates.
        """
        self._send({"cmd": "RUN_AUTH", "tcTokenURL": tc_token_url, "developerMode": False, "status": False})
        while True:
            message = _with_bare_refresh_address(self._receive())
            self.messages.append(message)
            if message["msg"] == "AUTH" and ("result" in message or "error" in message):
                return message
            command = decide(message)
            if command is not None:
                self._send(command)

    def _send(self, command: Message) -> None:
        try:
            self._socket.send(json.dumps(command))
        except ConnectionClosed as error:
            raise AusweisAppDiedError(str(error)) from error

    def _receive(self) -> Message:
        try:
            message: Message = json.loads(self._socket.recv(timeout=_MESSAGE_S))
        except (ConnectionClosed, TimeoutError) as error:
            raise AusweisAppDiedError(f"no message: {error!r}; exit code {self._process.poll()}") from error
        return message


def _with_bare_refresh_address(message: Message) -> Message:
    """Leave away the good result that 2.x reports with the refresh address; 1.x reports the address alone."""
    if message["msg"] != "AUTH" or "url" not in message:
        return message
    return {**message, "url": message["url"].removesuffix("?ResultMajor=ok")}


class _Program:
    """The process; its log is read to the end, so that it never waits for a reader."""

    def __init__(self, home: str, environment: Mapping[str, str]) -> None:
        assert PROGRAM is not None, MISSING
        command = [PROGRAM, "--no-proxy", "--no-logfile", "--ui", "websocket", "--port", "0"]
        self.process = subprocess.Popen(
            [_SETPRIV, "--pdeathsig", "TERM", *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env={
                "PATH": os.environ["PATH"],
                "LANG": "C.UTF-8",
                "HOME": home,
                "XDG_RUNTIME_DIR": home,
                "QT_QPA_PLATFORM": "offscreen",
                **environment,
            },
        )
        self._port: int | None = None
        self._knows_port = threading.Event()
        self._reading = threading.Thread(target=self._read_log, name="ausweisapp-log", daemon=True)
        self._reading.start()

    def port(self) -> int:
        """Wait until the log says where the program listens."""
        if not self._knows_port.wait(_START_S) or self._port is None:
            raise AusweisAppDiedError(f"{PROGRAM} does not listen; exit code {self.process.poll()}")
        return self._port

    def end(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)
        self._reading.join(10)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def _read_log(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if self._port is None and (match := _LISTENING.search(line)):
                self._port = int(match[1])
                self._knows_port.set()
        self._knows_port.set()


@contextmanager
def running_ausweisapp(environment: Mapping[str, str]) -> Iterator[AusweisApp]:
    """Run the program in a home of its own for the length of a block; `environment` is added to its own."""
    with tempfile.TemporaryDirectory(prefix="ausweisapp-") as home:
        for name in _SETTINGS_FILES:
            settings = Path(home, name)
            settings.parent.mkdir(parents=True)
            settings.write_text(_SETTINGS)
        program = _Program(home, environment)
        try:
            with connect(f"ws://127.0.0.1:{program.port()}/eID-Kernel", proxy=None) as socket:
                yield AusweisApp(program.process, socket)
        finally:
            program.end()
