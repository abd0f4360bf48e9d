"""The sandbox backend as a running thing: its ports, its database, its terminal, started and stopped."""

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from sandbox.bochum_id.apps import api_app, eservice_app
from sandbox.bochum_id.backend import Backend, Lifetimes, Origins
from sandbox.bochum_id.catalogue import read_catalogue
from sandbox.bochum_id.identifiers import Chance, Identifiers, SystemChance
from sandbox.bochum_id.key_file import load_or_create, public_pem
from sandbox.bochum_id.papers import Papers
from sandbox.bochum_id.ports import Clock, EidServerPort, SystemClock
from sandbox.bochum_id.seeding import seed_everything
from sandbox.bochum_id.serving import LOOPBACK, LoopbackServer, TlsFiles
from sandbox.bochum_id.store import Store, sqlite_url
from sandbox.bochum_id.tables import Terminal
from sandbox.bochum_id.tokens import TokenSigner

CATALOGUE_DIRECTORY = Path(__file__).parents[2] / "resources" / "catalogue"
DEFAULT_TERMINAL_ID = "BB-MITTE-03"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A terminal that the backend knows, and the keys it is given (PEM, P-256)."""

    terminal_id: str
    private_key_path: Path
    catalogue_key_path: Path
    """The public key of whoever signs the catalogue."""


class BochumIdServer:
    """Holds both ports from its making on, so that certificates can name them before anything answers.

    OSError when a port is taken. 0 takes a free one.
    """

    def __init__(self, state_dir: Path, *, api_port: int = 0, eservice_port: int = 0) -> None:
        self._state_dir = state_dir
        self._api = LoopbackServer(api_port)
        try:
            self._eservice = LoopbackServer(eservice_port)
        except OSError:
            self._api.close()
            raise
        self.origins = Origins(
            api=f"http://{LOOPBACK}:{self._api.port}", eservice=f"https://localhost:{self._eservice.port}"
        )
        self._catalogue_key_path = state_dir / "catalogue-key.pem"
        self._store: Store | None = None

    def start(
        self,
        eid_server: EidServerPort,
        tls: TlsFiles,
        *,
        clock: Clock | None = None,
        lifetimes: Lifetimes | None = None,
        chance: Chance | None = None,
        database: str | None = None,
        catalogue: Path = CATALOGUE_DIRECTORY,
    ) -> Backend:
        """Open the database and answer on both origins; what was acknowledged before is still there.

        `database` is a URL as `Store` takes it; None is a SQLite file in the state directory. `catalogue` is
        a directory with `catalogue.json` and `services/`.
        """
        self._state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = load_or_create(self._state_dir / "token-key.pem")
        self._store = Store(database or sqlite_url(self._state_dir / "bochum-id.sqlite"))
        clock = clock or SystemClock()
        ids = Identifiers(clock, chance or SystemChance())
        backend = Backend(
            store=self._store,
            clock=clock,
            ids=ids,
            catalogue=read_catalogue(catalogue, self._catalogue_key()),
            tokens=TokenSigner(key, self.origins.api, ids.token),
            papers=Papers(),
            eid_server=eid_server,
            origins=self.origins,
            lifetimes=lifetimes or Lifetimes(),
        )
        seed_everything(backend)
        self._api.serve(api_app(backend))
        self._eservice.serve(eservice_app(backend), tls)
        return backend

    def enrol(self, terminal_id: str = DEFAULT_TERMINAL_ID) -> Enrolment:
        """Make the backend know a terminal; its key is made at the first enrolment and stays."""
        if self._store is None:
            raise RuntimeError("start the backend before enrolling terminals")
        path = self._state_dir / "terminals" / f"{terminal_id}.key.pem"
        pem = public_pem(load_or_create(path))
        with self._store.transaction() as db:
            terminal = db.get(Terminal, terminal_id)
            if terminal is None:
                db.add(Terminal(id=terminal_id, public_key_pem=pem))
            else:
                terminal.public_key_pem = pem
        return Enrolment(terminal_id, path, self._catalogue_key_path)

    def _catalogue_key(self) -> EllipticCurvePrivateKey:
        """Load the key that signs the catalogue, and lay its public half where a technician finds it."""
        key = load_or_create(self._state_dir / "catalogue-signing-key.pem")
        self._catalogue_key_path.write_text(public_pem(key), encoding="ascii")
        return key

    @property
    def available(self) -> bool:
        return self._api.available

    def set_available(self, *, available: bool) -> None:
        """Mend or break the network: broken, every connection is dropped and new ones are refused."""
        for server in (self._api, self._eservice):
            if available:
                server.restore()
            else:
                server.cut()

    def stop(self) -> None:
        """Close ports and database; harmless when repeated."""
        self._api.close()
        self._eservice.close()
        if self._store is not None:
            self._store.close()
