"""TLS as the guidelines want it: 1.2, few suites, strong keys, and the checks that are ours to make.

An unknown issuer is not refused here: the description of the authorisation certificate vouches for each TLS
certificate by its hash (TR-03124-1 2.7.3). Name, dates and key strength are checked at every handshake.
"""

import ipaddress
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes

from cardreader.secret import Secret

# A server may offer the CBC suites alone up to the end of 2026 (TR-03116-4 2.2.1, tables 1 and 2). OpenSSL
# offers encrypt-then-MAC with them, as 2.2.3.2 wants it.
_WEB_SUITES = (
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    "ECDHE-ECDSA-AES128-SHA256:ECDHE-RSA-AES128-SHA256"
)
# Python cannot tell how long the server's DH parameters are, so OpenSSL judges them: its level 3 takes none
# of less than 3072 bits. It also forbids session tickets, which is why the other suites do without it.
_DHE_SUITES = "DHE-RSA-AES256-GCM-SHA384:DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=3"
# The last is TR-03124-1's (4.5), the one before it TR-03116-4's (table 3): servers need not have others.
_PSK_SUITES = (
    "RSA-PSK-AES256-GCM-SHA384:RSA-PSK-AES128-GCM-SHA256:"
    "RSA-PSK-AES256-CBC-SHA384:RSA-PSK-AES128-CBC-SHA256:RSA-PSK-AES256-CBC-SHA"
)
GROUPS = ("prime256v1", "brainpoolP256r1", "secp384r1", "brainpoolP384r1", "brainpoolP512r1")
"""The groups allowed, in the order in which they are tried: Python offers a server one at a time."""

_CERTIFICATE_HASHES = (hashes.SHA256, hashes.SHA384, hashes.SHA512)


class CertificateRefusedError(Exception):
    """A server's certificate has the wrong name, dates, or too weak a key."""


@dataclass(frozen=True, slots=True)
class KeySizes:
    """The shortest keys a certificate may have, in bits; the guideline's numbers unless somebody says less.

    Less is for test beds that are older than the guideline, never for a terminal.
    """

    rsa: int = 3000
    ec: int = 250


def web_contexts() -> Iterator[ssl.SSLContext]:
    """Yield contexts for token, attached eID server and refresh address: one for each of GROUPS, then DHE.

    They are made once and hold nothing of a run: a session is resumed only where it is handed in.
    """
    for group in GROUPS:
        yield _web_context(group)
    yield _dhe_context()


def psk_context(identity: str, key: Secret) -> ssl.SSLContext:
    """Return the context for the eID server: RSA-PSK with what the token gave."""
    context = _context(_PSK_SUITES)
    context.set_psk_client_callback(lambda _hint: (identity, bytes(key.reveal())))
    return context


def check_certificate(der: bytes, host: str, now: datetime, shortest: KeySizes) -> None:
    """Raise CertificateRefusedError unless name, dates, key and signature hash of a certificate are right."""
    try:
        certificate, names, key, hash_algorithm = _contents(der)
    except (ValueError, x509.InvalidVersion, x509.ExtensionNotFound, x509.DuplicateExtension) as error:
        raise CertificateRefusedError("the certificate is malformed or names no host") from error
    except (x509.UnsupportedGeneralNameType, UnsupportedAlgorithm, TypeError) as error:
        raise CertificateRefusedError("the certificate has contents that are not known") from error
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        raise CertificateRefusedError("the certificate is not valid now")
    if not _names_host(names, host):
        raise CertificateRefusedError("the certificate is for another host")
    if not isinstance(hash_algorithm, _CERTIFICATE_HASHES):
        raise CertificateRefusedError("the certificate is signed with a hash that is not allowed")
    match key:
        case rsa.RSAPublicKey(key_size=bits) if bits >= shortest.rsa:
            return
        case ec.EllipticCurvePublicKey(key_size=bits) if bits >= shortest.ec:
            return
        case _:
            raise CertificateRefusedError("the certificate's key is too short or of a kind not allowed")


@lru_cache(maxsize=16)
def _contents(
    der: bytes,
) -> tuple[
    x509.Certificate, x509.SubjectAlternativeName, CertificatePublicKeyTypes, hashes.HashAlgorithm | None
]:
    """Read a certificate; a server shows the same one at every handshake."""
    certificate = x509.load_der_x509_certificate(der)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return certificate, names, certificate.public_key(), certificate.signature_hash_algorithm


@cache
def _web_context(group: str) -> ssl.SSLContext:
    context = _context(_WEB_SUITES)
    context.set_ecdh_curve(group)
    return context


@cache
def _dhe_context() -> ssl.SSLContext:
    return _context(_DHE_SUITES)


def _context(suites: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # OpenSSL checks names only together with issuers; see check_certificate
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_RENEGOTIATION | ssl.OP_NO_COMPRESSION
    context.set_ciphers(suites)
    return context


def _names_host(names: x509.SubjectAlternativeName, host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return any(_matches(name, host.lower()) for name in names.get_values_for_type(x509.DNSName))
    return address in names.get_values_for_type(x509.IPAddress)


def _matches(pattern: str, host: str) -> bool:
    """Compare names; a `*` stands for exactly one whole leftmost label (RFC 6125 6.4.3)."""
    wanted, labels = pattern.lower().split("."), host.split(".")
    if wanted[0] == "*" and len(wanted) > 2:
        wanted, labels = wanted[1:], labels[1:]
    return wanted == labels
