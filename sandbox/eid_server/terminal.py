"""The terminal of the Stadt Bochum: authorisation certificate, description, sector (TR-03110-4 2.2)."""

import hashlib
import secrets
import string
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from cryptography.hazmat.primitives.asymmetric import ec

from cardreader import cv_certificate, cv_public_key
from cardreader.certificate_description import CertificateDescription
from cardreader.chat import AccessRight, Chat, Role
from cardreader.cv_certificate import CvCertificate
from sandbox.eid_server.verification_authority import CvIdentity

_MNEMONIC = "DEATBOCHUM"
_LIFE = timedelta(days=2)
_SEQUENCE_CHARACTERS = string.digits + string.ascii_uppercase
RIGHTS = frozenset(
    {
        AccessRight.AGE_VERIFICATION,
        AccessRight.COMMUNITY_VERIFICATION,
        AccessRight.RESTRICTED_IDENTIFICATION,
        AccessRight.DOCUMENT_TYPE,
        AccessRight.ISSUING_ENTITY,
        AccessRight.DATE_OF_EXPIRY,
        AccessRight.GIVEN_NAMES,
        AccessRight.FAMILY_NAMES,
        AccessRight.ARTISTIC_NAME,
        AccessRight.DOCTORAL_DEGREE,
        AccessRight.DATE_OF_BIRTH,
        AccessRight.PLACE_OF_BIRTH,
        AccessRight.NATIONALITY,
        AccessRight.BIRTH_NAME,
        AccessRight.ADDRESS,
        AccessRight.MUNICIPALITY,
        AccessRight.RESIDENCE_PERMIT_1,
        AccessRight.RESIDENCE_PERMIT_2,
    }
)
"""What the city is authorised to ask for. Reading by CAN is not: the terminal stands unattended."""

_TERMS = """\
Name, Anschrift und E-Mail-Adresse des Diensteanbieters:
Stadt Bochum
Willy-Brandt-Platz 2-6
44777 Bochum
info@bochum.example

Geschäftszweck:
Anmeldung bei der Bochum-ID und Übernahme der Ausweisdaten in Anträge an die Stadt \
(Sandbox, keine echten Daten)

Hinweis auf die für den Diensteanbieter zuständigen Stellen, die die Einhaltung der Vorschriften zum \
Datenschutz kontrollieren:
Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen
Kavalleriestraße 2-4
40213 Düsseldorf
poststelle@ldi.nrw.de
https://www.ldi.nrw.de
"""


@dataclass(frozen=True, slots=True)
class Terminal:
    """An authorisation certificate with its key, and the description that its extension binds."""

    identity: CvIdentity
    verifier: CvCertificate
    description: CertificateDescription
    sector_public_key: bytes = field(repr=False)
    """The sector's key as the complete object 7F49 with domain parameters (TR-03110-3 D.3.3)."""

    @property
    def certificate(self) -> CvCertificate:
        return self.identity.certificate

    def sign(self, message: bytes) -> bytes:
        """Sign as terminal authentication wants it: plain r ‖ s (TR-03110-3 A.7.4.1)."""
        return cv_public_key.sign(self.certificate.public_key.algorithm, self.identity.private_key, message)


def issue_terminal(
    verifier: CvIdentity,
    sector_public_key: bytes,
    eservice_origin: str,
    tls_certificates: Iterable[bytes],
    today: date,
) -> Terminal:
    """Issue a fresh key and certificate, valid for two days, for the eService at `eservice_origin`.

    `tls_certificates` (DER) are those that clients will meet; they are listed by the hash of the algorithm
    with which the certificate is signed (TR-03110-4 2.2.6).
    """
    hash_name = verifier.certificate.hash_name
    description = CertificateDescription.of(
        issuer_name="Sandbox Berechtigungs-CA",
        issuer_url="https://www.bochum.example/berechtigungs-ca",
        subject_name="Stadt Bochum",
        subject_url=eservice_origin,
        terms=_TERMS,
        tls_certificate_hashes=[hashlib.new(hash_name, der).digest() for der in tls_certificates],
    )
    key = ec.generate_private_key(ec.BrainpoolP256R1())
    sequence = "".join(secrets.choice(_SEQUENCE_CHARACTERS) for _ in range(5))
    certificate = cv_certificate.issue(
        issuer_key=verifier.private_key,
        authority=verifier.certificate.chr,
        holder=f"{_MNEMONIC}{sequence}",
        public_key=key.public_key(),
        chat=Chat(Role.TERMINAL, RIGHTS),
        effective=today,
        expiration=min(today + _LIFE, verifier.certificate.expiration),
        description_hash=description.hash(hash_name),
        sector_key_hashes=[hashlib.new(hash_name, sector_public_key).digest()],
    )
    return Terminal(CvIdentity(certificate, key), verifier.certificate, description, sector_public_key)
