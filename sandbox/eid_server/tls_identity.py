"""The TLS keys and self-signed certificates of the eID server and of the eService."""

from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID

from sandbox.eid_server import x509_identity
from sandbox.eid_server.state_directory import StateDirectory
from sandbox.eid_server.x509_identity import PrivateKey, X509Identity

_LIFE = timedelta(days=365)
_RENEWAL = timedelta(days=30)
_RSA_BITS = 3072


def eid_server_identity(state: StateDirectory, hostnames: tuple[str, ...], now: datetime) -> X509Identity:
    """Return the eID server's identity: RSA, because RSA-PSK needs it; clients ask for 3000 bits."""
    kept = _kept(state, "tls-eid-server", hostnames, now)
    if kept is not None:
        return kept
    key = rsa.generate_private_key(public_exponent=65537, key_size=_RSA_BITS)
    return _make(state, "tls-eid-server", key, hostnames, now)


def eservice_identity(state: StateDirectory, hostnames: tuple[str, ...], now: datetime) -> X509Identity:
    """Return the eService's identity: EC P-256, which every client's token profile has."""
    kept = _kept(state, "tls-eservice", hostnames, now)
    return kept or _make(state, "tls-eservice", ec.generate_private_key(ec.SECP256R1()), hostnames, now)


def _kept(state: StateDirectory, name: str, hostnames: tuple[str, ...], now: datetime) -> X509Identity | None:
    identity = x509_identity.load(state, name)
    if identity is None:
        return None
    certificate = identity.certificate
    listed = {
        str(entry.value)
        for extension in certificate.extensions
        if isinstance(extension.value, x509.SubjectAlternativeName)
        for entry in extension.value
    }
    valid = certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc - _RENEWAL
    return identity if valid and listed == set(hostnames) else None


def _make(
    state: StateDirectory, name: str, key: PrivateKey, hostnames: tuple[str, ...], now: datetime
) -> X509Identity:
    subject = x509_identity.name("TLS", hostnames[0])
    alternatives = [
        x509.DNSName(host) if (address := _address(host)) is None else x509.IPAddress(address)
        for host in hostnames
    ]
    usage = x509_identity.key_usage(
        digital_signature=True, key_encipherment=isinstance(key, rsa.RSAPrivateKey)
    )
    builder = (
        x509_identity.builder(subject, subject, key, now, _LIFE)
        .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    )
    return x509_identity.keep(state, name, builder, key)


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
