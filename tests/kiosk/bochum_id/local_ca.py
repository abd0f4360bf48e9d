"""A certificate authority for one test: it signs servers, terminals, and terminals of another time."""

from datetime import UTC, datetime, timedelta
from functools import cached_property
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.bochum_id.terminal_certificate import URI_PREFIX, TerminalCertificate

DAY = timedelta(days=1)


class LocalCa:
    def __init__(self, name: str = "municipal test CA") -> None:
        self.name = name
        self.key = ec.generate_private_key(ec.SECP256R1())

    @cached_property
    def certificate(self) -> x509.Certificate:
        return (
            self._builder(self.name, self.key.public_key(), datetime.now(UTC) - DAY, 3650)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=False,
                    content_commitment=False,
                    key_encipherment=False,
                    data_encipherment=False,
                    key_agreement=False,
                    key_cert_sign=True,
                    crl_sign=True,
                    encipher_only=False,
                    decipher_only=False,
                ),
                critical=True,
            )
            .sign(self.key, SHA256())
        )

    def bundle(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def write_bundle(self, folder: Path) -> Path:
        path = folder / f"{self.name}.pem"
        path.write_bytes(self.bundle())
        return path

    def sign(
        self,
        public_key: ec.EllipticCurvePublicKey,
        names: list[x509.GeneralName],
        begins: datetime | None = None,
        days: int = 90,
    ) -> x509.Certificate:
        usage = [ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH]
        return (
            self._builder("end entity", public_key, begins or datetime.now(UTC) - DAY, days)
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .add_extension(x509.ExtendedKeyUsage(usage), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False
            )
            .sign(self.key, SHA256())
        )

    def terminal(
        self, terminal_id: str = "BB-1", begins: datetime | None = None, days: int = 90
    ) -> TerminalCertificate:
        return TerminalCertificate(terminal_id, self.terminal_pem(terminal_id, begins, days), "here")

    def terminal_pem(
        self, terminal_id: str = "BB-1", begins: datetime | None = None, days: int = 90
    ) -> bytes:
        key = ec.generate_private_key(ec.SECP256R1())
        names: list[x509.GeneralName] = [x509.UniformResourceIdentifier(URI_PREFIX + terminal_id)]
        signed = self.sign(key.public_key(), names, begins, days)
        return pem_of(key) + signed.public_bytes(Encoding.PEM) + self.bundle()

    def write_server(self, folder: Path, host: str = "127.0.0.1") -> Path:
        """Write key and certificate of a server of this name or address."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.IPAddress(ip_address(host)) if host[0].isdigit() else x509.DNSName(host)
        signed = self.sign(key.public_key(), [name])
        path = folder / f"server-{host}-{self.name}.pem"
        path.write_bytes(pem_of(key) + signed.public_bytes(Encoding.PEM))
        return path

    def _builder(
        self, name: str, public_key: ec.EllipticCurvePublicKey, begins: datetime, days: int
    ) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
            .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)]))
            .public_key(public_key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(begins)
            .not_valid_after(begins + timedelta(days=days))
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        )


def pem_of(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
