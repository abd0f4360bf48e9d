"""The terminal's own key: who this device is. A file in the sandbox, a keyring in production."""

from pathlib import Path
from typing import Protocol
from uuid import uuid4

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

KEYRING_SERVICE = "bochum-id-kiosk"
_ASSERTION_SECONDS = 60


class TerminalKeyError(Exception):
    """The key is not there or not usable; the text says what to do, never what the key is."""


class TerminalKey(Protocol):
    """Signs for the terminal; the key itself may be one that cannot be read out."""

    @property
    def terminal_id(self) -> str: ...

    def assertion(self, audience: str, issued_at: int) -> str:
        """Sign a client assertion (RFC 7523 3), `issued_at` in Unix seconds, good for a minute."""
        ...


class PemTerminalKey:
    """A P-256 key that was read from PEM; TerminalKeyError when it is something else."""

    def __init__(self, terminal_id: str, pem: bytes, origin: str) -> None:
        try:
            key = load_pem_private_key(pem, password=None)
        except (ValueError, TypeError) as error:
            raise TerminalKeyError(
                f"{origin} holds no readable private key; enrol the terminal again"
            ) from error
        if not isinstance(key, EllipticCurvePrivateKey) or not isinstance(key.curve, SECP256R1):
            raise TerminalKeyError(f"{origin} holds no P-256 key; enrol the terminal again")
        self._key = key
        self._terminal_id = terminal_id

    @property
    def terminal_id(self) -> str:
        return self._terminal_id

    def assertion(self, audience: str, issued_at: int) -> str:
        claims: dict[str, str | int] = {
            "iss": self._terminal_id,
            "sub": self._terminal_id,
            "aud": audience,
            "jti": str(uuid4()),
            "iat": issued_at,
            "exp": issued_at + _ASSERTION_SECONDS,
        }
        return jwt.encode(claims, self._key, algorithm="ES256")

    def __repr__(self) -> str:
        return f"<key of terminal {self._terminal_id}>"


def key_from_file(terminal_id: str, path: Path) -> PemTerminalKey:
    """Read the key the sandbox made."""
    try:
        pem = path.read_bytes()
    except OSError as error:
        raise TerminalKeyError(f"{path} cannot be read: {error.strerror}; start the sandbox first") from error
    return PemTerminalKey(terminal_id, pem, str(path))


def key_from_keyring(terminal_id: str, ring: KeyringBackend) -> PemTerminalKey:
    """Read the key that enrolment stored."""
    return PemTerminalKey(terminal_id, stored_pem(terminal_id, ring), origin_of(terminal_id))


def stored_pem(terminal_id: str, ring: KeyringBackend) -> bytes:
    """Read key and certificates; TerminalKeyError when they are not there or cannot be had."""
    try:
        pem = ring.get_password(KEYRING_SERVICE, terminal_id)
    except KeyringError as error:
        raise TerminalKeyError(
            f"{origin_of(terminal_id)} cannot be read: {error}; check store and folder in [secrets]"
        ) from error
    if pem is None:
        raise TerminalKeyError(f"{origin_of(terminal_id)} does not exist; enrol the terminal")
    return pem.encode()


def origin_of(terminal_id: str) -> str:
    return f"the keyring entry {KEYRING_SERVICE}/{terminal_id}"
