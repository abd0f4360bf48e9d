"""Proof that a caller holds a key: DPoP (RFC 9449 4.3) and signed client assertions (RFC 7523 3)."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from jwt.types import Options
from sqlalchemy.orm import Session

from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.store import mark_once
from sandbox.bochum_id.tables import UsedNonce
from sandbox.bochum_id.wire import rfc3339

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
    """Check a proof for one request; ProblemError token-invalid, or clock-skew if only its time is off."""
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
    if not (right_request and right_token):
        raise ProblemError(Code.TOKEN_INVALID)
    if not right_time:
        raise clock_skew(now)
    thumbprint = _thumbprint(key)
    return Proof(thumbprint, f"dpop:{thumbprint}:{nonce}", now + 2 * tolerance)


def check_client_assertion(assertion: str, public_key_pem: str, audience: str, now: datetime) -> Proof:
    """Check a terminal's assertion; ProblemError terminal-unknown, clock-skew if only its time is off."""
    try:
        key = load_pem_public_key(public_key_pem.encode())
        if not isinstance(key, EllipticCurvePublicKey):
            raise ProblemError(Code.TERMINAL_UNKNOWN)
        claims = jwt.decode(assertion, key, algorithms=["ES256"], audience=audience, options=_OWN_CLOCK)
        expires_at = float(claims["exp"])
        life_s = expires_at - float(claims["iat"])
        nonce, issuer, subject = str(claims["jti"]), str(claims["iss"]), str(claims["sub"])
    except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
        raise ProblemError(Code.TERMINAL_UNKNOWN) from error
    longest_s = _MAX_ASSERTION_LIFE.total_seconds()
    if issuer != subject or not 0 < life_s <= longest_s:
        raise ProblemError(Code.TERMINAL_UNKNOWN)
    if not 0 < expires_at - now.timestamp() <= longest_s:
        raise clock_skew(now)
    return Proof("", f"assertion:{subject}:{nonce}", now + _MAX_ASSERTION_LIFE)


def clock_skew(now: datetime) -> ProblemError:
    """Tell a caller whose proof is right in everything but its time what time it is here."""
    return ProblemError(Code.CLOCK_SKEW, extensions={"serverTime": rfc3339(now)})


def claimed_terminal(assertion: str) -> str:
    """Read whom an assertion claims to be from, unchecked, to find the key; "" when unreadable."""
    try:
        claims = jwt.decode(assertion, options={"verify_signature": False})
    except jwt.PyJWTError:
        return ""
    return str(claims.get("sub", ""))


def spend(db: Session, proof: Proof, refusal: Code) -> None:
    """Use up a proof's nonce; ProblemError(refusal) when it was used before."""
    digest = sha256_base64url(proof.nonce)
    if not mark_once(db, UsedNonce, digest=digest, expires_at=proof.expires_at):
        raise ProblemError(refusal)


def _thumbprint(key: EllipticCurvePublicKey) -> str:
    """Compute the JWK thumbprint (RFC 7638 3)."""
    numbers = key.public_numbers()
    x = jwt.utils.base64url_encode(numbers.x.to_bytes(32, "big")).decode()
    y = jwt.utils.base64url_encode(numbers.y.to_bytes(32, "big")).decode()
    return sha256_base64url(f'{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}')
