"""Names that cannot be guessed: resource ids, one-time tokens, codes; and digests as the wire writes them."""

import base64
import hashlib
import random
import secrets
import threading
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from sandbox.bochum_id.ports import Clock

_RANDOM_BITS = 74
_CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs that nobody confuses with each other on paper."""


class Chance(Protocol):
    """Where randomness comes from."""

    def bits(self, count: int) -> int:
        """Give a number of `count` random bits."""
        ...


class SystemChance:
    """The operating system's: nobody can guess it."""

    def bits(self, count: int) -> int:
        return secrets.randbits(count)


class SeededChance:
    """The same numbers for the same seed: for demonstrations and examples, never for secrets of anybody."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - to be repeatable is what it is for
        self._lock = threading.Lock()

    def bits(self, count: int) -> int:
        with self._lock:
            return self._random.getrandbits(count)


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Makes names from a clock and from chance."""

    clock: Clock
    chance: Chance

    def new(self, prefix: str) -> str:
        """Make `<prefix>_<uuidv7>`: sorted by time, 74 random bits (RFC 9562 5.7)."""
        milliseconds = int(self.clock.now().timestamp() * 1000) & ((1 << 48) - 1)
        noise = self.chance.bits(_RANDOM_BITS)
        value = milliseconds << 80 | 7 << 76 | (noise >> 62) << 64 | 0b10 << 62 | (noise & ((1 << 62) - 1))
        return f"{prefix}_{UUID(int=value)}"

    def token(self) -> str:
        """Make a 256-bit token for a link, a code or a nonce; base64url, 43 signs."""
        return base64.urlsafe_b64encode(self.chance.bits(256).to_bytes(32, "big")).rstrip(b"=").decode()

    def digits(self, count: int) -> str:
        """Make a number of `count` digits, zeros in front included."""
        # 64 bits more than needed: what is left of the bias is below 2^-60.
        wide = 4 * count + 64
        return f"{self.chance.bits(wide) % 10**count:0{count}d}"

    def signs(self, *groups: int) -> str:
        """Make a code to be read from paper, 5 bits a sign, in groups of so many signs: `7F3K-92QD`."""
        return "-".join("".join(_CODE_ALPHABET[self.chance.bits(5)] for _ in range(size)) for size in groups)

    def confirmation_code(self) -> str:
        """Make the two digits that terminal and citizen compare."""
        return self.digits(2)

    def verification_code(self) -> str:
        """Make the 80-bit code printed on a certificate."""
        return self.signs(4, 4, 4, 4)


def sha256_base64url(value: str) -> str:
    """Hash a token, verifier or key the way RFC 7636, 7638 and 9449 write it."""
    digest = hashlib.sha256(value.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def content_digest(content: bytes) -> str:
    """Write a SHA-256 digest as a structured field (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"
