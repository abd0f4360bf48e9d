"""Catalogues signed as a city would, by a hand of this file's own, and ways to tamper with them."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from kiosk.bochum_id.catalogue_keys import CatalogueKeys, key_id
from sandbox.bochum_id.catalogue_entries import completed, entry_of

CATALOGUE = Path(__file__).parents[3] / "resources" / "catalogue"
CITY, STRANGER = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
DEFINITION = (CATALOGUE / "services" / "svc_meldebescheinigung.3.json").read_bytes()
DIGEST = f"sha-256=:{base64.b64encode(hashlib.sha256(DEFINITION).digest()).decode()}:"


def keys(*of: ec.EllipticCurvePrivateKey) -> CatalogueKeys:
    public = [key.public_key() for key in of or (CITY,)]
    return CatalogueKeys({key_id(key): key for key in public})


def document() -> dict[str, Any]:
    """One service of the shipped catalogue as the wire has it, without a signature."""
    found: dict[str, Any] = json.loads((CATALOGUE / "catalogue.json").read_bytes())
    entry = entry_of(completed(json.loads(DEFINITION)), DIGEST)
    situations = [each for each in found["lifeSituations"] if each["id"] in ("umzug", "nachweise")]
    return {
        **found,
        "lifeSituations": [each | {"services": [entry["id"]]} for each in situations],
        "services": [entry],
    }


def protected(key: ec.EllipticCurvePrivateKey = CITY, **changed: object) -> str:
    """The protected header of a detached signature; what is None is left out."""
    header = {"alg": "ES256", "b64": False, "crit": ["b64"], "kid": key_id(key.public_key()), **changed}
    return _base64url(json.dumps({name: each for name, each in header.items() if each is not None}).encode())


def jws(payload: bytes, key: ec.EllipticCurvePrivateKey = CITY, head: str = "") -> str:
    """Sign as RFC 7515 and 7797 say, without the library that the product checks with."""
    head = head or protected(key)
    r, s = decode_dss_signature(key.sign(head.encode() + b"." + payload, ec.ECDSA(SHA256())))
    return f"{head}..{_base64url(r.to_bytes(32) + s.to_bytes(32))}"


def canonical(value: object) -> bytes:
    """The canonical form of a document whose names are ASCII."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def signed(found: dict[str, Any] | None = None, key: ec.EllipticCurvePrivateKey = CITY) -> bytes:
    """The bytes of a catalogue as they come over the wire."""
    whole = document() if found is None else found
    return json.dumps({**whole, "signature": jws(canonical(whole), key)}, ensure_ascii=False).encode()


def _base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
