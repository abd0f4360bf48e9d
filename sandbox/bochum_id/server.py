"""The sandbox backend as a running thing: its ports, its database, its terminal, started and stopped."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from argon2 import PasswordHasher

from sandbox.bochum_id.apps import api_app, eservice_app
from sandbox.bochum_id.backend import Backend, Lifetimes, Origins
from sandbox.bochum_id.key_file import load_or_create, public_pem
from sandbox.bochum_id.long_poll import Patience
from sandbox.bochum_id.opening import Premises, open_backend, tls_for_terminals
from sandbox.bochum_id.ports import Clock, EidServerPort
from sandbox.bochum_id.seeding import seed_everything
from sandbox.bochum_id.serving import LOOPBACK, LoopbackServer, TlsFiles
from sandbox.bochum_id.tables import Terminal
from sandbox.bochum_id.workers import Crew, WorkerOrder
from sandbox.eid_server.door import EidDoor

DEFAULT_TERMINAL_ID = "BB-MITTE-03"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A terminal that the backend knows, and the keys it is given (PEM, P-256)."""

    terminal_id: str
    private_key_path: Path
    catalogue_key_path: Path
    """The public key of whoever signs the catalogue."""


class BochumIdServer:
    """Holds its ports from its making on, so that certificates can name them before anything answers.

    It answers in threads of this process, or with `workers` in as many processes of their own.
    OSError when a port is taken. 0 takes a free one.
    """

    def __init__(
        self,
        premises: Premises,
        *,
        api_port: int = 0,
        eservice_port: int = 0,
        api_mtls_port: int = 0,
        workers: int = 0,
    ) -> None:
        self.premises = premises
        with ExitStack() as taken:
            self._api = LoopbackServer(api_port)
            taken.callback(self._api.close)
            self._api_mtls = LoopbackServer(api_mtls_port)
            taken.callback(self._api_mtls.close)
            self._eservice = LoopbackServer(eservice_port)
            taken.pop_all()
        self._ports = (self._api, self._api_mtls, self._eservice)
        self.origins = Origins(
            api=f"http://{LOOPBACK}:{self._api.port}",
            api_mtls=f"https://localhost:{self._api_mtls.port}",
            eservice=f"https://localhost:{self._eservice.port}",
        )
        self._backend: Backend | None = None
        self._worker_count = workers
        self._crew: Crew | None = None
        self._door: EidDoor | None = None

    def start(
        self,
        eid_server: EidServerPort,
        tls: TlsFiles,
        *,
        clock: Clock | None = None,
        lifetimes: Lifetimes | None = None,
        patience: Patience | None = None,
        password_hasher: PasswordHasher | None = None,
        cards: Mapping[str, bytes] | None = None,
    ) -> Backend:
        """Open the database and answer on every origin; what was acknowledged before is still there.

        `password_hasher` sets the cost of a password; it, `clock`, `lifetimes` and `patience` do not reach
        worker processes. `cards` are the pseudonyms of simulated cards, by persona, for seeded accounts.
        """
        backend = open_backend(
            self.premises,
            self.origins,
            eid_server,
            clock=clock,
            lifetimes=lifetimes,
            password_hasher=password_hasher,
        )
        backend = replace(backend, patience=patience or backend.patience, cards=cards or {})
        self._backend = backend
        seed_everything(backend)
        if self._worker_count:
            door = self.premises.state_dir / "eid-door"
            self._door = EidDoor(eid_server, door)
            order = WorkerOrder(self.premises, self.origins, tls, door)
            self._crew = Crew(order, self._worker_count, self._ports)
            self._crew.restore()
        else:
            self._api.serve(api_app(backend))
            self._api_mtls.serve(api_app(backend), tls_for_terminals(self.premises, backend))
            self._eservice.serve(eservice_app(backend), tls)
        return backend

    def enrol(self, terminal_id: str = DEFAULT_TERMINAL_ID) -> Enrolment:
        """Make the backend know a terminal; its key is made at the first enrolment and stays."""
        if self._backend is None:
            raise RuntimeError("start the backend before enrolling terminals")
        path = self.premises.state_dir / "terminals" / f"{terminal_id}.key.pem"
        pem = public_pem(load_or_create(path))
        with self._backend.store.transaction() as db:
            terminal = db.get(Terminal, terminal_id)
            if terminal is None:
                db.add(Terminal(id=terminal_id, public_key_pem=pem))
            else:
                terminal.public_key_pem = pem
        return Enrolment(terminal_id, path, self.premises.catalogue_key_path)

    @property
    def available(self) -> bool:
        return self._api.available if self._crew is None else self._crew.available

    @property
    def worker_pids(self) -> tuple[int, ...]:
        """The worker processes, as they are now; none when this process answers itself."""
        return () if self._crew is None else self._crew.pids

    def set_available(self, *, available: bool) -> None:
        """Mend or break the network: broken, every connection is dropped and new ones are refused."""
        for part in self._ports if self._crew is None else (self._crew,):
            if available:
                part.restore()
            else:
                part.cut()

    def stop(self) -> None:
        """Close ports and database; harmless when repeated."""
        if self._crew is not None:
            self._crew.cut()
        if self._door is not None:
            self._door.close()
        for port in self._ports:
            port.close()
        if self._backend is not None:
            self._backend.store.close()
