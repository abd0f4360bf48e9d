"""The TLS certificates of the hosts; keys are made once a process, since RSA keys of this length are slow."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa

from tests.cardreader.eid_client.tls_servers import Identity, PrivateKey, make_identity

SERVICE, EID_SERVER = "service.example", "eid-server.example"
PROVIDER = "token-provider.example"
REDIRECTS = ("redirect-a.example", "redirect-b.example", "redirect-c.example")
OTHER_NAME = "elsewhere.example"
"""A name that leads to the service's and the eID server's machines, too, but is in no certificate."""


@cache
def _directory() -> Path:
    made = tempfile.mkdtemp(prefix="conformance")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


@cache
def key(kind: str) -> PrivateKey:
    """Make a key: `rsa:3072`, `dsa:2048` or the name of a curve in `cryptography`, such as `SECP256R1`."""
    name, _, bits = kind.partition(":")
    match name:
        case "rsa":
            return rsa.generate_private_key(65537, int(bits))
        case "dsa":
            return dsa.generate_private_key(int(bits))
        case _:
            curve: type[ec.EllipticCurve] = getattr(ec, name)
            return ec.generate_private_key(curve())


@cache
def identity(host: str, kind: str = "SECP256R1", number: int = 1) -> Identity:
    """Return a host's certificate; another `number` is another certificate of the same key and name."""
    return make_identity(_directory(), key(kind), names=(host,), addresses=(), hash_algorithm=hashes.SHA256())


@cache
def named_in_common_name_only(host: str, kind: str) -> Identity:
    """Return a certificate as of old: it names its host nowhere but in the subject."""
    return make_identity(_directory(), key(kind), names=(), addresses=(), common_name=host)
