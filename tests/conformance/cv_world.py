"""CV certificates of the test cases: generations of roots, document verifiers, terminals of every quality."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count

from cryptography.hazmat.primitives.asymmetric import ec

from cardreader.certificate_description import CertificateDescription
from cardreader.chat import AccessRight, Chat, Role
from cardreader.cv_certificate import CvCertificate, issue
from cardreader.cv_public_key import ECDSA_SHA_256, CvPublicKey
from sandbox.eid_server.terminal import Terminal
from sandbox.eid_server.verification_authority import CvIdentity

TODAY = datetime.now(UTC).date()
DAY = timedelta(days=1)
YEAR = timedelta(days=365)
ALL_RIGHTS = frozenset(AccessRight)
TERMS = """\
Name, Anschrift und E-Mail-Adresse des Diensteanbieters:
Testdienst, Testweg 1, 44777 Bochum

Geschäftszweck:
Konformitätsprüfung

Zuständige Datenschutzbehörde:
Kavalleriestraße 2-4, 40213 Düsseldorf
"""
_ECDSA = "0.4.0.127.0.7.2.2.2.2."
_numbers = count(1)


@cache
def root(number: int) -> CvIdentity:
    """The root of a generation, self-signed; 1 is the oldest."""
    return make_root(f"DECVCATEST{number:05}")


def make_root(name: str, algorithm: str = ECDSA_SHA_256) -> CvIdentity:
    made = ec.generate_private_key(ec.BrainpoolP256R1())
    chat = Chat(Role.CVCA, ALL_RIGHTS)
    return CvIdentity(
        _certify(made, name, made, name, chat, is_root=True, algorithm=algorithm, issuer_algorithm=algorithm),
        made,
    )


@cache
def link(number: int) -> CvCertificate:
    """The link certificate from root `number` to the next one."""
    old, new = root(number), root(number + 1)
    chat = Chat(Role.CVCA, ALL_RIGHTS)
    return _certify(
        old.private_key, old.certificate.chr, new.private_key, new.certificate.chr, chat, is_root=True
    )


def links(first: int, last: int) -> tuple[CvCertificate, ...]:
    """`link(first)` to `link(last)`, oldest first."""
    return tuple(link(number) for number in range(first, last + 1))


@cache
def foreign_link() -> CvCertificate:
    """A link certificate to root 2, issued by a root that nobody knows."""
    stranger = ec.generate_private_key(ec.BrainpoolP256R1())
    new = root(2)
    chat = Chat(Role.CVCA, ALL_RIGHTS)
    return _certify(stranger, "DECVCAUNKNOWN1", new.private_key, new.certificate.chr, chat, is_root=True)


@cache
def document_verifier(root_number: int) -> CvIdentity:
    return make_verifier(root(root_number))


def make_verifier(issuer: CvIdentity, algorithm: str = ECDSA_SHA_256) -> CvIdentity:
    made = ec.generate_private_key(ec.BrainpoolP256R1())
    name, authority = f"DEDVTEST{next(_numbers):05}", issuer.certificate.chr
    chat = Chat(Role.DV_OFFICIAL_DOMESTIC, ALL_RIGHTS)
    return CvIdentity(
        _certify(
            issuer.private_key,
            authority,
            made,
            name,
            chat,
            algorithm=algorithm,
            issuer_algorithm=issuer.certificate.public_key.algorithm,
        ),
        made,
    )


def damaged(certificate: CvCertificate) -> CvCertificate:
    """The same certificate with one bit of its signature changed."""
    first, *rest = certificate.signature
    return replace(certificate, signature=bytes([first ^ 1, *rest]))


def description(
    tls_certificates: Iterable[bytes],
    *,
    subject_url: str,
    issuer_url: str = "https://issuer.example",
    hash_name: str = "sha256",
) -> CertificateDescription:
    return CertificateDescription.of(
        issuer_name="Test-BerCA",
        issuer_url=issuer_url,
        subject_name="Testdienst",
        subject_url=subject_url,
        terms=TERMS,
        tls_certificate_hashes=[hashlib.new(hash_name, der).digest() for der in tls_certificates],
    )


def terminal(
    verifier: CvIdentity,
    described: CertificateDescription,
    rights: frozenset[AccessRight] = ALL_RIGHTS,
    *,
    is_expired: bool = False,
    algorithm: str = ECDSA_SHA_256,
    sector_public_key: bytes = b"",
) -> Terminal:
    """A terminal under `verifier` whose certificate binds the description."""
    made = ec.generate_private_key(ec.BrainpoolP256R1())
    certificate = issue(
        issuer_key=verifier.private_key,
        authority=verifier.certificate.chr,
        holder=f"DEATTEST{next(_numbers):05}",
        public_key=made.public_key(),
        chat=Chat(Role.TERMINAL, rights),
        effective=TODAY - 10 * DAY if is_expired else TODAY - DAY,
        expiration=TODAY - 5 * DAY if is_expired else TODAY + DAY,
        description_hash=described.hash(CvPublicKey(_signing(algorithm), ()).hash_name),
        algorithm=algorithm,
        issuer_algorithm=_signing(verifier.certificate.public_key.algorithm),
        sector_key_hashes=[hashlib.sha256(sector_public_key).digest()] if sector_public_key else (),
    )
    return Terminal(CvIdentity(certificate, made), verifier.certificate, described, sector_public_key)


def _certify(
    issuer_key: ec.EllipticCurvePrivateKey,
    authority: str,
    key: ec.EllipticCurvePrivateKey,
    holder: str,
    chat: Chat,
    *,
    is_root: bool = False,
    algorithm: str = ECDSA_SHA_256,
    issuer_algorithm: str = ECDSA_SHA_256,
) -> CvCertificate:
    return issue(
        issuer_key=issuer_key,
        authority=authority,
        holder=holder,
        public_key=key.public_key(),
        chat=chat,
        effective=TODAY - 30 * DAY,
        expiration=TODAY + (3 * YEAR if is_root else 30 * DAY),
        with_domain_parameters=is_root,
        algorithm=algorithm,
        issuer_algorithm=_signing(issuer_algorithm),
    )


def _signing(algorithm: str) -> str:
    """A key that claims to be none of ECDSA signs as one all the same: it has to be met by somebody first."""
    return algorithm if algorithm.startswith(_ECDSA) else ECDSA_SHA_256
