"""The city's own authority for terminals: it certifies their keys, and the API's TLS towards them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from sandbox.eid_server import x509_identity
from sandbox.eid_server.state_directory import StateDirectory
from sandbox.eid_server.x509_identity import X509Identity

URI_PREFIX: Final = "urn:bochum:terminal:"
TERMINAL_LIFE: Final = timedelta(days=90)
RENEW_AFTER: Final = timedelta(days=60)
_CA_LIFE: Final = timedelta(days=20 * 365)
_API_LIFE: Final = timedelta(days=365)
_API_RENEWAL: Final = timedelta(days=30)
_CA_NAME: Final = "device-ca"
_API_NAME: Final = "tls-api"
_CURVES: Final = (ec.SECP256R1, ec.SECP384R1)


class CsrError(ValueError):
    """The request for a certificate cannot be granted; the text says why and is no secret."""


@dataclass(frozen=True, slots=True)
class DeviceCa:
    """The authority with its key; `certificate` is what terminals trust."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey = field(repr=False)
    certificate_file: Path

    @property
    def bundle(self) -> str:
        return self.certificate.public_bytes(Encoding.PEM).decode()

    def certify(self, csr_pem: str, terminal_id: str, now: datetime) -> x509.Certificate:
        """Certify the key of a request (PKCS #10) for 90 days; CsrError.

        Whose it is stands in the registration; what the request says about that is not read.
        """
        key = key_of_request(csr_pem)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, terminal_id)])
        uri = x509.UniformResourceIdentifier(URI_PREFIX + terminal_id)
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self.certificate.subject)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now)
            .not_valid_after(now + TERMINAL_LIFE)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509_identity.key_usage(digital_signature=True), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=True)
            .add_extension(x509.SubjectAlternativeName([uri]), critical=False)
            .add_extension(_authority_key(self), critical=False)
            .sign(self.key, hashes.SHA256())
        )


def open_device_ca(state: StateDirectory) -> DeviceCa:
    """Read the authority, or make one at the first start; PkiStateError when its files are damaged."""
    kept = x509_identity.load(state, _CA_NAME)
    if kept is None:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509_identity.name("Terminals", "Device CA")
        builder = (
            x509_identity.builder(subject, subject, key, _real_time(), _CA_LIFE)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(x509_identity.key_usage(key_cert_sign=True, crl_sign=True), critical=True)
        )
        kept = x509_identity.keep(state, _CA_NAME, builder, key)
    if not isinstance(kept.private_key, ec.EllipticCurvePrivateKey):
        raise state.damaged(f"{_CA_NAME}.key.pem", "it holds no elliptic-curve key")
    return DeviceCa(kept.certificate, kept.private_key, kept.certificate_file)


def api_identity(state: StateDirectory, ca: DeviceCa) -> X509Identity:
    """Return the API's TLS identity towards terminals that trust this authority."""
    kept, now = x509_identity.load(state, _API_NAME), _real_time()
    if kept is not None and now < kept.certificate.not_valid_after_utc - _API_RENEWAL:
        return kept
    key = ec.generate_private_key(ec.SECP256R1())
    names = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    builder = (
        x509_identity.builder(x509_identity.name("TLS", "API"), ca.certificate.subject, key, now, _API_LIFE)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509_identity.key_usage(digital_signature=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(_authority_key(ca), critical=False)
    )
    return x509_identity.keep(state, _API_NAME, builder, key, ca.key)


def key_of_request(csr_pem: str) -> ec.EllipticCurvePublicKey:
    """Read the key that a request is for and is signed with; CsrError unless it is P-256 or P-384."""
    try:
        request = x509.load_pem_x509_csr(csr_pem.encode())
        key = request.public_key()
        signed = request.is_signature_valid
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise CsrError("it cannot be read") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, _CURVES):
        raise CsrError("its key is not on P-256 or P-384")
    if not signed:
        raise CsrError("it is not signed with its own key")
    return key


def terminal_named_in(certificate: x509.Certificate) -> str | None:
    """Read whose a terminal's certificate is; None when it is no terminal's."""
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return None
    for uri in names.get_values_for_type(x509.UniformResourceIdentifier):
        if uri.startswith(URI_PREFIX):
            return uri.removeprefix(URI_PREFIX)
    return None


def _authority_key(ca: DeviceCa) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(ca.key.public_key())


def _real_time() -> datetime:
    """Tell the time as TLS peers do, whatever clock the backend was given."""
    return datetime.now(UTC)
