"""Putting a backend together from its state directory; the same in every process that serves it."""

import os
from dataclasses import dataclass
from pathlib import Path

from argon2 import PasswordHasher
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from sandbox.bochum_id.backend import Backend, Lifetimes, Origins
from sandbox.bochum_id.catalogue import read_catalogue
from sandbox.bochum_id.device_ca import api_identity, open_device_ca
from sandbox.bochum_id.fault_plan import FaultPlan
from sandbox.bochum_id.identifiers import Identifiers, SeededChance, SystemChance
from sandbox.bochum_id.key_file import load_or_create, public_pem
from sandbox.bochum_id.maintenance import Maintenance
from sandbox.bochum_id.movable_clock import MovableClock
from sandbox.bochum_id.papers import Papers
from sandbox.bochum_id.passwords import Passwords
from sandbox.bochum_id.ports import Clock, EidServerPort
from sandbox.bochum_id.serving import TlsFiles
from sandbox.bochum_id.shared_number import SharedNumber
from sandbox.bochum_id.store import Store, sqlite_url
from sandbox.bochum_id.tokens import TokenSigner
from sandbox.eid_server.state_directory import StateDirectory

CATALOGUE_DIRECTORY = Path(__file__).parents[2] / "resources" / "catalogue"


@dataclass(frozen=True, slots=True)
class Premises:
    """Where a backend keeps what it has, and what it builds on."""

    state_dir: Path
    """Holds keys, and the SQLite file unless `database` says otherwise; 0700."""
    database: str | None = None
    """A URL as `Store` takes it."""
    catalogue: Path = CATALOGUE_DIRECTORY
    """A directory with `catalogue.json` and `services/`."""
    seed: int | None = None
    """The same names and codes each time, for demonstrations; None: such as nobody can guess."""

    @property
    def device_ca_dir(self) -> Path:
        """The authority for terminals, and the API's TLS identity towards them."""
        return self.state_dir / "device-ca"

    @property
    def clock_path(self) -> Path:
        """How far the sandbox's clock is ahead; `MovableClock` shares it through this file."""
        return self.state_dir / "clock-ahead"

    @property
    def catalogue_key_path(self) -> Path:
        """The public keys (PEM) that prove catalogue and configurations, for whoever sets terminals up."""
        return self.state_dir / "catalogue-key.pem"


def open_backend(
    premises: Premises,
    origins: Origins,
    eid_server: EidServerPort,
    *,
    clock: Clock | None = None,
    lifetimes: Lifetimes | None = None,
    password_hasher: PasswordHasher | None = None,
) -> Backend:
    """Open keys and database; what was acknowledged before is still there. StoreError, ValueError."""
    premises.state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = load_or_create(premises.state_dir / "token-key.pem")
    catalogue_key, config_key = _signing_keys(premises)
    clock = clock or MovableClock(premises.clock_path)
    chance = SystemChance() if premises.seed is None else SeededChance(premises.seed)
    ids = Identifiers(clock, chance)
    store = Store(premises.database or sqlite_url(premises.state_dir / "bochum-id.sqlite"))
    return Backend(
        store=store,
        clock=clock,
        ids=ids,
        catalogue=read_catalogue(premises.catalogue, catalogue_key),
        catalogue_key=public_pem(catalogue_key) + public_pem(config_key),
        device_ca=open_device_ca(StateDirectory(premises.device_ca_dir)),
        tokens=TokenSigner(key, origins.api, ids.token),
        papers=Papers(),
        passwords=Passwords(chance, password_hasher),
        eid_server=eid_server,
        origins=origins,
        lifetimes=lifetimes or Lifetimes(),
        faults=FaultPlan(store, SharedNumber(premises.state_dir / "faults-planned")),
        maintenance=Maintenance(clock, SharedNumber(premises.state_dir / "maintenance-until")),
        config_key=config_key,
    )


def tls_for_terminals(premises: Premises, backend: Backend) -> TlsFiles:
    """Name the API's TLS identity towards terminals, and whose certificates it demands of them."""
    identity = api_identity(StateDirectory(premises.device_ca_dir), backend.device_ca)
    return TlsFiles(identity.certificate_file, identity.key_file, backend.device_ca.certificate_file)


def _signing_keys(premises: Premises) -> tuple[EllipticCurvePrivateKey, EllipticCurvePrivateKey]:
    """Load the keys that sign catalogue and configurations; one file for terminals has the public halves."""
    catalogue = load_or_create(premises.state_dir / "catalogue-signing-key.pem")
    config = load_or_create(premises.state_dir / "config-signing-key.pem")
    public = public_pem(catalogue) + public_pem(config)
    path = premises.catalogue_key_path
    if not path.exists() or path.read_text(encoding="ascii") != public:
        # Whole or not at all: other processes read it at any moment.
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.write_text(public, encoding="ascii")
        fresh.replace(path)
    return catalogue, config
