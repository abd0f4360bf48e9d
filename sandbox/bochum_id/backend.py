"""What every route of the sandbox backend works with, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from sandbox.bochum_id.catalogue import Catalogue
from sandbox.bochum_id.device_ca import DeviceCa
from sandbox.bochum_id.fault_plan import FaultPlan
from sandbox.bochum_id.identifiers import Identifiers
from sandbox.bochum_id.long_poll import Patience
from sandbox.bochum_id.maintenance import Maintenance
from sandbox.bochum_id.papers import Papers
from sandbox.bochum_id.passwords import Passwords
from sandbox.bochum_id.ports import Clock, EidServerPort
from sandbox.bochum_id.rate_limits import RateLimits
from sandbox.bochum_id.store import Store
from sandbox.bochum_id.tokens import TokenSigner


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long things live (contract section 2.3)."""

    terminal_token: timedelta = timedelta(seconds=600)
    login_attempt: timedelta = timedelta(seconds=300)
    link: timedelta = timedelta(seconds=60)
    code: timedelta = timedelta(seconds=60)
    linking_code: timedelta = timedelta(seconds=180)
    """A code that comes with the question whether a renewed card belongs to an account."""
    factor_code: timedelta = timedelta(seconds=180)
    """A code sent by SMS or e-mail."""
    citizen_token: timedelta = timedelta(seconds=300)
    idle: timedelta = timedelta(seconds=180)
    absolute: timedelta = timedelta(minutes=20)
    anonymous: timedelta = timedelta(minutes=15)
    """A session that nobody has signed in to, whatever is done in it."""
    draft: timedelta = timedelta(days=30)
    attachment_scan: timedelta = timedelta(seconds=1)
    """How long the scan of a file takes."""
    upload_link: timedelta = timedelta(seconds=300)
    receipt_link: timedelta = timedelta(seconds=300)
    quote: timedelta = timedelta(minutes=15)
    payment: timedelta = timedelta(days=14)
    """At the cash desk or by bank transfer."""
    payment_here: timedelta = timedelta(minutes=15)
    """By card at the terminal, or by phone beside it."""
    deletion: timedelta = timedelta(days=14)
    """How long the end of an account can be taken back."""
    hold: timedelta = timedelta(minutes=10)
    """A time that is kept until somebody says who comes."""
    idempotency_key: timedelta = timedelta(hours=24)
    proof: timedelta = timedelta(seconds=60)
    """How far a DPoP proof's clock may be off, either way (RFC 9449 11.1)."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Scheme, host and port of each origin, without a slash at the end."""

    api: str
    api_mtls: str
    """The API for terminals that show their certificate (profile M)."""
    eservice: str


@dataclass(frozen=True, slots=True)
class Backend:
    store: Store
    clock: Clock
    ids: Identifiers
    catalogue: Catalogue
    catalogue_key: str
    """The public keys (PEM) that prove the catalogue and the configurations, the catalogue's first."""
    device_ca: DeviceCa
    tokens: TokenSigner
    papers: Papers
    passwords: Passwords
    eid_server: EidServerPort
    origins: Origins
    lifetimes: Lifetimes
    faults: FaultPlan
    maintenance: Maintenance
    config_key: EllipticCurvePrivateKey = field(repr=False)
    """Signs the terminals' configurations."""
    cards: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The pseudonym of each simulated card towards the city, by persona; seeded accounts know their cards."""
    patience: Patience = field(default_factory=Patience)
    limits: RateLimits = field(default_factory=RateLimits)
