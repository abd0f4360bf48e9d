"""The public keys the city signs its catalogue with, from a PEM file that a technician put there."""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

_PEM_KEY: Final = re.compile(rb"-----BEGIN PUBLIC KEY-----.+?-----END PUBLIC KEY-----", re.DOTALL)
_COORDINATE_BYTES: Final = 32


class CatalogueKeyError(Exception):
    """The file holds no usable key; the text says what to do."""


@dataclass(frozen=True, slots=True)
class CatalogueKeys:
    """P-256 keys by their `kid`: more than one while the city changes over from one to the next."""

    by_id: Mapping[str, EllipticCurvePublicKey] = field(repr=False)

    @classmethod
    def of_file(cls, path: Path) -> "CatalogueKeys":
        """Read one PEM key or several, one after another; CatalogueKeyError when there is none."""
        try:
            found = [_key(pem) for pem in _PEM_KEY.findall(path.read_bytes())]
        except OSError as error:
            raise CatalogueKeyError(f"{path} cannot be read ({error.strerror})") from error
        except ValueError as error:
            raise CatalogueKeyError(f"{path} holds a key that is no P-256 public key") from error
        if not found:
            raise CatalogueKeyError(f"{path} holds no public key in PEM form")
        return cls({key_id(key): key for key in found})


def key_id(key: EllipticCurvePublicKey) -> str:
    """Name a P-256 key by its JWK thumbprint (RFC 7638 3)."""
    numbers = key.public_numbers()
    x, y = (_base64url(number.to_bytes(_COORDINATE_BYTES)) for number in (numbers.x, numbers.y))
    jwk = f'{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}'
    return _base64url(hashlib.sha256(jwk.encode("ascii")).digest())


def _key(pem: bytes) -> EllipticCurvePublicKey:
    key = load_pem_public_key(pem)
    if not isinstance(key, EllipticCurvePublicKey) or not isinstance(key.curve, SECP256R1):
        raise ValueError("another kind of key")  # noqa: TRY004 - the file is wrong, not a type
    return key


def _base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode("ascii")
