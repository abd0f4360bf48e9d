"""Proof that a caller holds a key: DPoP (RFC 9449 4.3) and signed client assertions (RFC 7523 3)."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from jwt.types import Options

from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.store import Store
from sandbox.bochum_id.tables import UsedNonce

_OWN_CLOCK: Options = {"verify_exp": False, "verify_iat": False, "verify_nbf": False}
"""Times are compared with the backend's clock, below."""
_MAX_ASSERTION_LIFE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that holds: the key's thumbprint, and the nonce to spend."""

    jkt: str
    nonce: str
    expires_at: datetime


def check_dpop(
    proof: str, *, method: str, url: str, now: datetime, tolerance: timedelta, access_token: str | None
) -> Proof:
    """Check one proof for one request; ProblemError token-invalid when anything is off."""
    try:
        header = jwt.get_unverified_header(proof)
        jwk = header["jwk"]
        if header.get("typ") != "dpop+jwt" or "d" in jwk:
            raise ProblemError(Code.TOKEN_INVALID)
        key = jwt.PyJWK.from_dict(jwk, algorithm="ES256").key
        if not isinstance(key, EllipticCurvePublicKey) or not isinstance(key.curve, SECP256R1):
            raise ProblemError(Code.TOKEN_INVALID)
        claims = jwt.decode(proof, key, algorithms=["ES256"], options=_OWN_CLOCK)
        issued_at = float(claims["iat"])
        nonce, bound_method, bound_url = str(claims["jti"]), str(claims["htm"]), str(claims["htu"])
        token_hash = str(claims.get("ath", ""))
    except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
        raise ProblemError(Code.TOKEN_INVALID) from error
    right_request = bound_method == method and bound_url == url
    right_time = abs(now.timestamp() - issued_at) <= tolerance.total_seconds()
    right_token = access_token is None or hmac.compare_digest(token_hash, sha256_base64url(access_token))
    if not (right_request and right_time and right_token):
        raise ProblemError(Code.TOKEN_INVALID)
    thumbprint = _thumbprint(key)
    return Proof(thumbprint, f"dpop:{thumbprint}:{nonce}", now + 2 * tolerance)


def check_client_assertion(assertion: str, public_key_pem: str, audience: str, now: datetime) -> Proof:
    """Check a terminal's signed assertion; ProblemError terminal-unknown when anything is off."""
    try:
        key = load_pem_public_key(public_key_pem.encode())
        if not isinstance(key, EllipticCurvePublicKey):
            raise ProblemError(Code.TERMINAL_UNKNOWN)
        claims = jwt.decode(assertion, key, algorithms=["ES256"], audience=audience, options=_OWN_CLOCK)
        expires_at = float(claims["exp"])
        nonce, issuer, subject = str(claims["jti"]), str(claims["iss"]), str(claims["sub"])
    except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
        raise ProblemError(Code.TERMINAL_UNKNOWN) from error
    life_left = expires_at - now.timestamp()
    if issuer != subject or not 0 < life_left <= _MAX_ASSERTION_LIFE.total_seconds():
        raise ProblemError(Code.TERMINAL_UNKNOWN)
    return Proof("", f"assertion:{subject}:{nonce}", now + _MAX_ASSERTION_LIFE)


def claimed_terminal(assertion: str) -> str:
    """Read whom an assertion claims to be from, unchecked, to find the key; "" when unreadable."""
    try:
        claims = jwt.decode(assertion, options={"verify_signature": False})
    except jwt.PyJWTError:
        return ""
    return str(claims.get("sub", ""))


def spend(store: Store, proof: Proof, refusal: Code) -> None:
    """Use up a proof's nonce; ProblemError(refusal) when it was used before."""
    digest = sha256_base64url(proof.nonce)
    with store.transaction() as db:
        if db.get(UsedNonce, digest) is not None:
            raise ProblemError(refusal)
        db.add(UsedNonce(digest=digest, expires_at=proof.expires_at))


def _thumbprint(key: EllipticCurvePublicKey) -> str:
    """Compute the JWK thumbprint (RFC 7638 3)."""
    numbers = key.public_numbers()
    x = jwt.utils.base64url_encode(numbers.x.to_bytes(32, "big")).decode()
    y = jwt.utils.base64url_encode(numbers.y.to_bytes(32, "big")).decode()
    return sha256_base64url(f'{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}')
