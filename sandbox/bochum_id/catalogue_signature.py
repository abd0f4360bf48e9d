"""The city's signature over its catalogue: a detached ES256 JWS over the canonical form of the document."""

import base64
import hashlib
import json

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey

from sandbox.bochum_id.tables import JsonObject, JsonValue

_LARGEST_EXACT = 2**53 - 1


def signature_over(document: JsonObject, key: EllipticCurvePrivateKey) -> str:
    """Sign `document` as it is, without a `signature` member (RFC 7515 appendix F, RFC 7797)."""
    header = {"b64": False, "crit": ["b64"], "kid": key_id(key.public_key()), "typ": ""}
    return jwt.api_jws.encode(canonical(document), key, "ES256", header, is_payload_detached=True)


def key_id(key: EllipticCurvePublicKey) -> str:
    """Name a key by its JWK thumbprint (RFC 7638)."""
    jwk = jwt.algorithms.ECAlgorithm.to_jwk(key, as_dict=True)
    members = canonical({name: jwk[name] for name in ("crv", "kty", "x", "y")})
    return base64.urlsafe_b64encode(hashlib.sha256(members).digest()).rstrip(b"=").decode("ascii")


def canonical(value: JsonValue) -> bytes:
    """Write JSON in its one canonical form (RFC 8785); ValueError for numbers that are not whole.

    The contract has money in cents and times as texts, so no catalogue needs anything else.
    """
    return _written(value).encode()


def _written(value: JsonValue) -> str:
    match value:
        case dict():
            # RFC 8785 3.2.3 sorts by UTF-16 code units, which is not the order of code points.
            names = sorted(value, key=lambda name: name.encode("utf-16-be"))
            return "{" + ",".join(f"{_text(name)}:{_written(value[name])}" for name in names) + "}"
        case list():
            return "[" + ",".join(map(_written, value)) + "]"
        case str():
            return _text(value)
        case bool() | None:
            return json.dumps(value)
        case int() if abs(value) <= _LARGEST_EXACT:
            return str(value)
        case _:
            raise ValueError("a catalogue has whole numbers below 2^53 only; write amounts in cents")


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
