"""An X.509 certificate with its private key, kept as two PEM files."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from sandbox.eid_server.state_directory import StateDirectory

type PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

_BACKDATING = timedelta(hours=1)  # clocks of client and server need not agree to the second


@dataclass(frozen=True, slots=True)
class X509Identity:
    """A certificate, its private key, and the PEM files of both, as servers like to be given them."""

    certificate: x509.Certificate
    private_key: PrivateKey = field(repr=False)
    certificate_file: Path
    key_file: Path

    @property
    def certificate_der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)


def load(state: StateDirectory, name: str) -> X509Identity | None:
    """Read an identity; None when there is none yet, PkiStateError when its two files are not a pair."""
    certificate = state.load(f"{name}.crt.pem", x509.load_pem_x509_certificate)
    key = state.load(f"{name}.key.pem", key_from_pem)
    if certificate is None and key is None:
        return None
    if certificate is None or key is None:
        raise state.damaged(f"{name}.{'crt' if certificate is None else 'key'}.pem", "it is missing")
    if certificate.public_key() != key.public_key():
        raise state.damaged(f"{name}.key.pem", "it does not belong to the certificate beside it")
    return X509Identity(certificate, key, state.path(f"{name}.crt.pem"), state.path(f"{name}.key.pem"))


def keep(
    state: StateDirectory,
    name: str,
    builder: x509.CertificateBuilder,
    key: PrivateKey,
    issuer_key: PrivateKey | None = None,
) -> X509Identity:
    """Sign a certificate (with its own key unless `issuer_key` is given) and write both files."""
    certificate = builder.sign(issuer_key or key, hashes.SHA256())
    state.write(f"{name}.key.pem", key_to_pem(key))
    state.write(f"{name}.crt.pem", certificate.public_bytes(serialization.Encoding.PEM))
    return X509Identity(certificate, key, state.path(f"{name}.crt.pem"), state.path(f"{name}.key.pem"))


def builder(
    subject: x509.Name, issuer: x509.Name, key: PrivateKey, now: datetime, life: timedelta
) -> x509.CertificateBuilder:
    """Begin a certificate that is valid from now on."""
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACKDATING)
        .not_valid_after(now + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def name(unit: str, title: str) -> x509.Name:
    """Return the distinguished name of one part of the sandbox."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "DE"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Bochum-ID Sandbox"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit),
            x509.NameAttribute(NameOID.COMMON_NAME, title),
        ]
    )


def key_usage(
    *,
    digital_signature: bool = False,
    key_encipherment: bool = False,
    key_cert_sign: bool = False,
    crl_sign: bool = False,
) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=False,
        key_encipherment=key_encipherment,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        encipher_only=False,
        decipher_only=False,
    )


def key_to_pem(key: PrivateKey) -> bytes:
    """Encode a private key as PKCS#8 without a password; the file's mode is its protection."""
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def key_from_pem(pem: bytes) -> PrivateKey:
    """Decode a private key; ValueError or TypeError when it is none."""
    key = serialization.load_pem_private_key(pem, password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise TypeError("the key is neither RSA nor EC")
    return key
