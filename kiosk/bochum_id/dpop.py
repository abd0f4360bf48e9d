"""Keys that prove possession of a token (DPoP, RFC 9449); ES256, in memory only."""

import base64
import hashlib
import json
import secrets
from typing import NoReturn

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)


class DpopKey:
    """An ephemeral P-256 key and the proofs it signs; dies with the process, never printed or pickled."""

    __slots__ = ("_private", "_public_jwk")

    def __init__(self, private: EllipticCurvePrivateKey | None = None) -> None:
        self._private = private or generate_private_key(SECP256R1())
        numbers = self._private.public_key().public_numbers()
        self._public_jwk = {
            "crv": "P-256",
            "kty": "EC",
            "x": _base64url(numbers.x.to_bytes(32, "big")),
            "y": _base64url(numbers.y.to_bytes(32, "big")),
        }

    @property
    def thumbprint(self) -> str:
        """JWK thumbprint `jkt` (RFC 7638, SHA-256)."""
        canonical = json.dumps(self._public_jwk, sort_keys=True, separators=(",", ":"))
        return _base64url(hashlib.sha256(canonical.encode()).digest())

    def proof(self, method: str, url: str, issued_at: int, access_token: str | None = None) -> str:
        """Sign a proof for one request: `issued_at` in Unix seconds, `url` without query (RFC 9449 4.2)."""
        claims: dict[str, str | int] = {
            "jti": secrets.token_urlsafe(16),
            "htm": method,
            "htu": url.partition("#")[0].partition("?")[0],
            "iat": issued_at,
        }
        if access_token is not None:
            claims["ath"] = _base64url(hashlib.sha256(access_token.encode("ascii")).digest())
        header = {"typ": "dpop+jwt", "jwk": self._public_jwk}
        return jwt.encode(claims, self._private, algorithm="ES256", headers=header)

    def __repr__(self) -> str:
        return "<DpopKey>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a visit's key stays in its process")


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
