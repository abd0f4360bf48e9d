"""The terminal's certificate and its key: who this device is where TLS says so (contract 2.1, profile M)."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from keyring.backend import KeyringBackend

from kiosk.bochum_id.terminal_key import TerminalKeyError, origin_of, stored_pem

URI_PREFIX = "urn:bochum:terminal:"
RENEW_AFTER = timedelta(days=60)
"""Of 90 days; the rest is for a terminal that was switched off or cut off."""


class TerminalCertificate:
    """A P-256 key and the chain that says whose it is, the terminal's own certificate first."""

    def __init__(self, terminal_id: str, pem: bytes, origin: str) -> None:
        """Read key and chain from one PEM text; TerminalKeyError says what is wrong with it.

        `origin` names where it came from.
        """
        try:
            key = load_pem_private_key(pem, password=None)
            self._chain = x509.load_pem_x509_certificates(pem)
        except (ValueError, TypeError) as error:
            raise TerminalKeyError(
                f"{origin} holds no readable key with a certificate; enrol the terminal again"
            ) from error
        if not isinstance(key, EllipticCurvePrivateKey) or not isinstance(key.curve, SECP256R1):
            raise TerminalKeyError(f"{origin} holds no P-256 key; enrol the terminal again")
        if key.public_key() != self._chain[0].public_key():
            raise TerminalKeyError(f"{origin} holds a certificate of another key; enrol the terminal again")
        if URI_PREFIX + terminal_id not in _uris(self._chain[0]):
            raise TerminalKeyError(f"{origin} is not for {terminal_id}; enrol this terminal again")
        self._key = key
        self._terminal_id = terminal_id

    @property
    def terminal_id(self) -> str:
        return self._terminal_id

    @property
    def not_after(self) -> datetime:
        """When it ends, in UTC."""
        return self._chain[0].not_valid_after_utc

    def is_to_be_renewed(self, now: datetime) -> bool:
        return now >= self._chain[0].not_valid_before_utc + RENEW_AFTER

    def has_expired(self, now: datetime) -> bool:
        return now > self.not_after

    def pem(self, password: bytes | None = None) -> bytes:
        """Write key and chain, the key encrypted if there is a password."""
        encryption = BestAvailableEncryption(password) if password else NoEncryption()
        key = self._key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
        return key + b"".join(each.public_bytes(Encoding.PEM) for each in self._chain)

    def __repr__(self) -> str:
        return f"<certificate of terminal {self._terminal_id} until {self.not_after:%Y-%m-%d}>"


def certificate_from_keyring(terminal_id: str, ring: KeyringBackend) -> TerminalCertificate:
    """Read what enrolment stored."""
    return TerminalCertificate(terminal_id, stored_pem(terminal_id, ring), origin_of(terminal_id))


def _uris(certificate: x509.Certificate) -> list[str]:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return []
    return names.get_values_for_type(x509.UniformResourceIdentifier)
