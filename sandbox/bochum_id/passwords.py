"""Passwords and short codes as Argon2id (RFC 9106), and user names in the one form they are compared in."""

import threading
import unicodedata
from functools import cache
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY

from sandbox.bochum_id.identifiers import Chance

_AT_ONCE = 4
"""Each computation takes 64 MiB."""


class Passwords:
    """Hashes and compares; the default cost is RFC 9106's second recommended option.

    An account made at another cost is recognised (`outdated`) and can be hashed anew when it signs in.
    """

    def __init__(self, chance: Chance, hasher: PasswordHasher | None = None) -> None:
        self._chance = chance
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._few = threading.Semaphore(_AT_ONCE)
        self._nobodys = self.hash(chance.bits(128).to_bytes(16, "big").hex())

    def hash(self, secret: str) -> str:
        salt = self._chance.bits(128).to_bytes(16, "big")
        with self._few:
            return self._hasher.hash(_prepared(secret), salt=salt)

    def hash_of_sample(self, secret: str) -> str:
        """Hash an invented password, once a process: it may be known, so its salt may follow from it."""
        cost = self._hasher
        return _hash_of_sample(cost.time_cost, cost.memory_cost, cost.parallelism, _prepared(secret))

    def fits(self, secret: str, stored: str | None) -> bool:
        """Compare; where nothing is stored, take just as long to say no."""
        with self._few:
            try:
                self._hasher.verify(stored or self._nobodys, _prepared(secret))
            except VerifyMismatchError:
                return False
        return stored is not None

    def outdated(self, stored: str) -> bool:
        """Tell whether `stored` was made at another cost than this one's."""
        return self._hasher.check_needs_rehash(stored)


@cache
def _hash_of_sample(time_cost: int, memory_cost: int, parallelism: int, secret: bytes) -> str:
    hasher = PasswordHasher(time_cost, memory_cost, parallelism)
    return hasher.hash(secret, salt=sha256(secret).digest()[:16])


def comparable(username: str) -> str:
    """Bring a user name into the form in which two spellings of the same are equal."""
    return unicodedata.normalize("NFKC", username).casefold().strip()


def _prepared(secret: str) -> bytes:
    return unicodedata.normalize("NFC", secret).encode()
