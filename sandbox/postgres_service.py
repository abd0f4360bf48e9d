"""A PostgreSQL server of our own, for tests and benchmarks: Debian's programs, a temporary directory."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

_OWNER = "postgres"
"""PostgreSQL refuses to run as root; its package makes this user."""


def programs() -> Path | None:
    """Find the directory with initdb and pg_ctl; None when the packages are missing."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return installed[-1].parent if installed else None


class PostgresService:
    """A running server; every `database()` is a fresh one in it."""

    def __init__(self, directory: Path, bin_directory: Path) -> None:
        self._bin = bin_directory
        self._directory = directory
        self._as_owner = ["setpriv", f"--reuid={_OWNER}", f"--regid={_OWNER}", "--clear-groups"]
        if os.geteuid() == 0:
            shutil.chown(directory, _OWNER, _OWNER)
        else:
            self._as_owner = []

    def start(self) -> None:
        data = str(self._directory / "data")
        self._run("initdb", "--pgdata", data, "--username", "kiosk", "--auth", "trust", "--encoding", "UTF8")
        # Durability as in production: what is acknowledged survives; only the network is kept off.
        options = f"-k {self._directory} -c listen_addresses='' -c max_connections=200 -c shared_buffers=64MB"
        log = str(self._directory / "log")
        self._run("pg_ctl", "start", "--wait", "--pgdata", data, "--log", log, "--options", options)

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--pgdata", str(self._directory / "data"), "--mode", "immediate")

    def database(self) -> str:
        """Make an empty database; give its URL."""
        name = f"kiosk_{uuid4().hex}"
        self._run("createdb", "--host", str(self._directory), "--username", "kiosk", name)
        return f"postgresql://kiosk@/{name}?host={self._directory}"

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [*self._as_owner, str(self._bin / program), *arguments],
            cwd=self._directory,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr.decode(errors='replace')}")


@contextmanager
def running_postgres(bin_directory: Path) -> Iterator[PostgresService]:
    # Not below pytest's directory, which only root may enter.
    directory = Path(tempfile.mkdtemp(prefix="kiosk-pg-"))
    service = PostgresService(directory, bin_directory)
    try:
        service.start()
        try:
            yield service
        finally:
            service.stop()
    finally:
        shutil.rmtree(directory, ignore_errors=True)
