"""The checks a client owes the citizen before the PIN, each a function of its own (TR-03124-1 2.5.3, 2.7).

Each returns None if all is well, else what is wrong.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cardreader.certificate_description import CertificateDescription
from cardreader.cv_certificate import CvCertificate
from cardreader.cv_public_key import CvPublicKeyError, VerifyingKey
from cardreader.eid_client import addresses
from cardreader.eid_client.certificate_chain import chain_from, document_verifiers, terminals
from cardreader.eid_client.outcome import EidAbort, EidFailure

CARD_CERTIFIED = "CardCertified"


@dataclass(frozen=True, slots=True)
class CheckFailed:
    """What is wrong: the failure for the citizen and the result code, the reason for the log."""

    failure: EidFailure
    reason: str


type Check = CheckFailed | None


def enforce(check: Check) -> None:
    """End the run if the check failed."""
    if check is not None:
        raise EidAbort(check.failure)


def has_one_terminal_and_one_document_verifier(certificates: Iterable[CvCertificate]) -> Check:
    """Exactly one of each, whatever their order."""
    received = tuple(certificates)
    if len(terminals(received)) != 1:
        return _invalid("there is not exactly one terminal certificate")
    if len(document_verifiers(received)) != 1:
        return _invalid("there is not exactly one document verifier certificate")
    return None


def is_valid_today(certificate: CvCertificate, today: date) -> Check:
    """Both dates of a certificate include today."""
    if not certificate.is_valid_on(today):
        return _invalid("a certificate is not valid today")
    return None


def chain_is_trusted(
    terminal: CvCertificate,
    received: Iterable[CvCertificate],
    trusted: tuple[CvCertificate, ...],
    today: date,
) -> Check:
    """Verify the path from one of our own roots (pre-verification); without roots this check is off.

    Signatures are verified all along; dates only of terminal, document verifier and the CVCA above it.
    """
    if not trusted:
        return None
    whole = trusted_chain(terminal, received, trusted)
    if whole is None:
        return _invalid("no path leads from a trusted root to the terminal")
    try:
        if not _signatures_verify(whole):
            return _invalid("a signature in the certificate chain is wrong")
    except CvPublicKeyError:
        return _invalid("a key in the certificate chain cannot be used")
    problems = (is_valid_today(certificate, today) for certificate in whole[-3:])
    return next((problem for problem in problems if problem is not None), None)


def trusted_chain(
    terminal: CvCertificate, received: Iterable[CvCertificate], trusted: tuple[CvCertificate, ...]
) -> tuple[CvCertificate, ...] | None:
    """Return the path from one of our roots, with it, down to the terminal; by names only."""
    roots = {root.chr: root for root in trusted}
    chain = chain_from(roots.__contains__, terminal, received)
    return (roots[chain[0].car], *chain) if chain else None


def description_has_subject_url(description: CertificateDescription) -> Check:
    """The service names its own address."""
    if not description.subject_url:
        return CheckFailed(EidFailure.DESCRIPTION_MISMATCH, "the description has no subjectURL")
    return None


def description_belongs_to(terminal: CvCertificate, description: CertificateDescription) -> Check:
    """The terminal's certificate carries the hash of the description."""
    try:
        digest = description.hash(terminal.hash_name)
    except CvPublicKeyError:
        return _invalid("the terminal's signature algorithm is not known")
    if digest != terminal.description_hash:
        return CheckFailed(EidFailure.DESCRIPTION_MISMATCH, "the description is not the certificate's")
    return None


def token_came_from_subject(description: CertificateDescription, tc_token_url: str) -> Check:
    """The address that started the run has the origin of the service's own address."""
    if not addresses.same_origin(description.subject_url, tc_token_url):
        return CheckFailed(EidFailure.SAME_ORIGIN, "the token's address is not the service's origin")
    return None


def tls_certificates_are_listed(
    description: CertificateDescription, document_verifier: CvCertificate, seen: Iterable[bytes]
) -> Check:
    """Every TLS certificate (DER) is in the description, by the document verifier's hash."""
    try:
        algorithm = document_verifier.hash_name
    except CvPublicKeyError:
        return _invalid("the document verifier's signature algorithm is not known")
    for certificate in seen:
        if hashlib.new(algorithm, certificate).digest() not in description.tls_certificate_hashes:
            return CheckFailed(EidFailure.TLS_UNTRUSTED, "a TLS certificate is not in the description")
    return None


def card_type_is_accepted(accepted_eid_types: tuple[str, ...]) -> Check:
    """The service accepts certified cards; a terminal reads nothing else. No list means it does."""
    if accepted_eid_types and CARD_CERTIFIED not in accepted_eid_types:
        return CheckFailed(EidFailure.CARD_TYPE_NOT_ACCEPTED, "the service does not accept identity cards")
    return None


def _signatures_verify(chain: tuple[CvCertificate, ...]) -> bool:
    issuer: VerifyingKey = chain[0].verifying_key()
    for certificate in chain[1:]:
        if not certificate.is_signed_by(issuer):
            return False
        issuer = certificate.verifying_key(issuer.curve)
    return True


def _invalid(reason: str) -> CheckFailed:
    return CheckFailed(EidFailure.CERTIFICATE_INVALID, reason)
