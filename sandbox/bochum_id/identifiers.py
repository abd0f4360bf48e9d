"""Names that cannot be guessed: resource ids, one-time tokens, codes and references."""

import base64
import hashlib
import secrets
from datetime import datetime
from uuid import UUID

_RANDOM_BITS = 74
_CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs that nobody confuses with each other on paper."""


def new_id(prefix: str, now: datetime) -> str:
    """Make `<prefix>_<uuidv7>`: sorted by time, 74 random bits (RFC 9562 5.7)."""
    milliseconds = int(now.timestamp() * 1000) & ((1 << 48) - 1)
    random = secrets.randbits(_RANDOM_BITS)
    value = milliseconds << 80 | 7 << 76 | (random >> 62) << 64 | 0b10 << 62 | (random & ((1 << 62) - 1))
    return f"{prefix}_{UUID(int=value)}"


def one_time_token() -> str:
    """Make a 256-bit token for a link."""
    return secrets.token_urlsafe(32)


def confirmation_code() -> str:
    """Make the two digits that terminal and citizen compare."""
    return f"{secrets.randbelow(100):02d}"


def verification_code() -> str:
    """Make the 80-bit code printed on a certificate, in four groups."""
    signs = "".join(secrets.choice(_CODE_ALPHABET) for _ in range(16))
    return "-".join(signs[start : start + 4] for start in range(0, 16, 4))


def sha256_base64url(value: str) -> str:
    """Hash a token, verifier or key the way RFC 7636, 7638 and 9449 write it."""
    digest = hashlib.sha256(value.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def content_digest(content: bytes) -> str:
    """Write a SHA-256 digest as a structured field (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"
