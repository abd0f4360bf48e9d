"""A pcscd of the tests' own, with nothing but the virtual reader: on its own socket, beside any other one.

Debian's pcscd always talks on /run/pcscd/pcscd.comm, unless a socket is handed to it as systemd does: so that
is what happens here. It also writes /run/pcscd/pcscd.pid, which belongs to the system's pcscd: ours runs as a
user who may not, or in a mount namespace of its own. Clients find the socket by PCSCLITE_CSOCK_NAME, which
libpcsclite reads once a process: hence one path for the test process, set before anything talks PC/SC.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.log_watch import LogWatch

_PCSCD = Path("/usr/sbin/pcscd")
_DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
_RUN_DIRECTORY = Path("/run/pcscd")
_NOBODY = 65534
_START_S = 20.0

_DIRECTORY = Path(tempfile.gettempdir()) / f"pcscd-of-tests-{os.getpid()}"
SOCKET = _DIRECTORY / "pcscd.comm"
os.environ["PCSCLITE_CSOCK_NAME"] = str(SOCKET)

# The listening socket comes as standard input and must become descriptor 3 of this process (sd_listen_fds).
_HAND_OVER = 'export LISTEN_PID=$$ LISTEN_FDS=1; exec "$@" 3<&0 0</dev/null'
# Without root: hide the system's pid file and its USB readers from our pcscd.
_HIDE_SYSTEM = (
    "mount -t tmpfs none /run && mkdir /run/pcscd"
    " && { [ ! -d /dev/bus/usb ] || mount -t tmpfs none /dev/bus/usb; } && " + _HAND_OVER
)


def missing_packages() -> str | None:
    """Say what to install when the service cannot run here; None when it can."""
    absent = [str(path) for path in (_PCSCD, _DRIVER) if not path.exists()]
    return f"{' and '.join(absent)} not there: install pcscd and vsmartcard-vpcd" if absent else None


NEEDS_PCSCD = [
    pytest.mark.pcscd,
    pytest.mark.skipif(bool(missing_packages()), reason=str(missing_packages())),
]
"""The marks of a module whose tests talk to a service."""


class PcscdService:
    """One pcscd that can be stopped and started again; its log proves what went through it."""

    def __init__(self, *, logs_commands: bool = True) -> None:
        self._logs_commands = logs_commands
        self.reader_port = _free_port_pair()
        """TCP port of the virtual reader, for `VirtualReaderLink`; its second slot is one above."""
        self.log_file = _DIRECTORY / "pcscd.log"
        self._process: subprocess.Popen[str] | None = None
        self._reading: threading.Thread | None = None
        self._ready = threading.Event()
        self._logged = threading.Condition()
        _DIRECTORY.mkdir(exist_ok=True)
        _DIRECTORY.chmod(0o755)  # the service's user reads its configuration there
        self.log_file.write_text("")

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs in its environment to use this service."""
        return {"PCSCLITE_CSOCK_NAME": str(SOCKET)}

    def start(self, *, with_reader: bool = True) -> None:
        """Start the service and wait until it is ready."""
        assert self._process is None, "it is running"
        self._configure(with_reader=with_reader)
        self._ready.clear()
        with socket.socket(socket.AF_UNIX) as listening:
            SOCKET.unlink(missing_ok=True)
            listening.bind(str(SOCKET))
            SOCKET.chmod(0o600)
            listening.listen(16)
            self._process = self._spawn(listening)
        self._reading = threading.Thread(target=self._read_log, args=(self._process,), daemon=True)
        self._reading.start()
        if not self._ready.wait(_START_S):
            self.stop()
            pytest.fail(f"pcscd did not become ready:\n{self.log()}")

    def stop(self) -> None:
        """End the service; harmless when it is not running. Readers and cards vanish with it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        if self._reading is not None:
            self._reading.join(10)
        if process.stdout is not None:
            process.stdout.close()

    def log(self) -> str:
        """Return all that the service has logged, over all its lives."""
        return self.log_file.read_text(errors="replace")

    def wait_for_log(self, text: str, *, times: int = 1) -> None:
        """Wait until the log holds a text that often; fails the test if that does not happen."""
        with self._logged:
            if not self._logged.wait_for(lambda: self.log().count(text) >= times, _START_S):
                pytest.fail(f"pcscd did not log {text!r} {times} times")

    def transmitted_apdus(self) -> int:
        """Count the commands that went through the service so far, by its own log."""
        return self.log().count(" APDU: ")

    def wait_for_apdus(self, least: int) -> None:
        """Wait until that many commands went through in all: the log comes a little after the answers."""
        self.wait_for_log(" APDU: ", times=least)

    def _configure(self, *, with_reader: bool) -> None:
        directory = _DIRECTORY / "reader.conf.d"
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir()
        if with_reader:
            (directory / "vpcd").write_text(
                'FRIENDLYNAME "Virtual PCD"\n'
                f"DEVICENAME /dev/null:{self.reader_port:#x}\n"
                f"LIBPATH {_DRIVER}\n"
                f"CHANNELID {self.reader_port:#x}\n"
            )

    def _spawn(self, listening: socket.socket) -> subprocess.Popen[str]:
        service = [
            str(_PCSCD),
            "--foreground",
            *(("--debug", "--apdu") if self._logs_commands else ("--info",)),
            "--config",
            str(_DIRECTORY / "reader.conf.d"),
            *_without_polkit(),
        ]
        dies_with_us = ["setpriv", "--pdeathsig", "TERM"]
        is_root = os.geteuid() == 0
        if is_root:
            _RUN_DIRECTORY.mkdir(mode=0o755, exist_ok=True)  # pcscd only looks whether it is there
            command = ["sh", "-c", _HAND_OVER, "sh", *dies_with_us, *service]
        elif _RUN_DIRECTORY.exists() and not _can_unshare():
            command = ["sh", "-c", _HAND_OVER, "sh", *dies_with_us, *service]
        else:
            command = ["unshare", "--user", "--map-root-user", "--mount"]
            command += ["sh", "-c", _HIDE_SYSTEM, "sh", *dies_with_us, *service]
        return subprocess.Popen(
            command,
            stdin=listening.fileno(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            user=_NOBODY if is_root else None,
            group=_NOBODY if is_root else None,
            extra_groups=[] if is_root else None,
        )

    def _read_log(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        watch = LogWatch.of_this_run()
        with self.log_file.open("a") as log:
            for line in process.stdout:
                log.write(line)
                if watch is not None:
                    watch.look_at(line, "pcscd")
                log.flush()
                with self._logged:
                    self._logged.notify_all()
                if "daemon ready" in line:
                    self._ready.set()


@contextlib.contextmanager
def running_pcscd(*, logs_commands: bool = True) -> Iterator[PcscdService]:
    """Run a service for the length of a block; its log is slower than what it is about."""
    service = PcscdService(logs_commands=logs_commands)
    try:
        service.start()
        yield service
    finally:
        service.stop()
        shutil.rmtree(_DIRECTORY, ignore_errors=True)


@pytest.fixture
def pcscd() -> Iterator[PcscdService]:
    """A running service with an empty virtual reader; skips where the packages are not installed."""
    if reason := missing_packages():
        pytest.skip(reason)
    with running_pcscd() as service:
        yield service


def _without_polkit() -> list[str]:
    """Keep pcscd 2.x from asking polkit, which may be absent or refuse us; our socket admits only us."""
    usage = subprocess.run([_PCSCD, "--help"], check=False, capture_output=True, text=True).stdout
    return ["--disable-polkit"] if "--disable-polkit" in usage else []


def _can_unshare() -> bool:
    trial = ["unshare", "--user", "--map-root-user", "--mount", "true"]
    return subprocess.run(trial, check=False, capture_output=True).returncode == 0


def _free_port_pair() -> int:
    """Find two neighbouring TCP ports that nobody listens on."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            with contextlib.suppress(OSError, OverflowError):
                second.bind(("127.0.0.1", port + 1))
                return port
