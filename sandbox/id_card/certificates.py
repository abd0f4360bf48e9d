"""The chain of CV certificates from the card's trust point down to a terminal (TR-03110-3 2.5, 2.7)."""

from dataclasses import replace

from cardreader.chat import AccessRight, Role
from cardreader.cv_certificate import CvCertificate, CvCertificateError
from cardreader.cv_public_key import CvPublicKeyError
from sandbox.id_card.memory import CardState
from sandbox.id_card.session import Issuer
from sandbox.id_card.status import RefusedError, Status

_MAX_TRUST_POINTS = 2
_DOCUMENT_VERIFIERS = frozenset({Role.DV_OFFICIAL_DOMESTIC, Role.DV_NON_OFFICIAL_OR_FOREIGN})


def trust_point_references(state: CardState) -> tuple[str, ...]:
    """Return the holder references of the trust points, the most recent first."""
    return tuple(CvCertificate.from_bytes(point).chr for point in state.trust_points)


def find_trust_point(state: CardState, reference: str) -> Issuer | None:
    """Return the trust point of that name."""
    for point in state.trust_points:
        certificate = CvCertificate.from_bytes(point)
        if certificate.chr == reference:
            types = frozenset({certificate.chat.terminal_type})
            return Issuer(certificate, certificate.verifying_key(), certificate.chat.rights, types)
    return None


def verify(state: CardState, issuer: Issuer, data: bytes) -> tuple[CardState, Issuer]:
    """Check a certificate (7F4E, 5F37) against its issuer; return the memory after it and the holder.

    RefusedError when the card must not believe it. Only link certificates may have expired (2.5).
    """
    try:
        certificate = CvCertificate.from_body_and_signature(data)
        key = certificate.verifying_key(issuer.key.curve)
    except (CvCertificateError, CvPublicKeyError) as error:
        raise RefusedError(Status.WRONG_DATA) from error
    if certificate.car != issuer.certificate.chr or not _may_issue(issuer, certificate):
        raise RefusedError(Status.WRONG_DATA)
    if not certificate.is_signed_by(issuer.key) or _is_outdated(state, issuer, certificate):
        raise RefusedError(Status.AUTHENTICATION_FAILED)
    rights: frozenset[AccessRight] = certificate.chat.rights
    types = frozenset({certificate.chat.terminal_type})
    if certificate.chat.role is Role.CVCA:
        state = _with_trust_point(state, certificate)
    else:
        rights &= issuer.rights
        types |= issuer.terminal_types
    if _is_trusted_for_time(issuer):
        state = replace(state, current_date=max(state.current_date, certificate.effective))
    return state, Issuer(certificate, key, rights, types)


def _may_issue(issuer: Issuer, certificate: CvCertificate) -> bool:
    match issuer.certificate.chat.role:
        case Role.CVCA:
            return certificate.chat.role is Role.CVCA or certificate.chat.role in _DOCUMENT_VERIFIERS
        case Role.TERMINAL:
            return False
        case _:
            return certificate.chat.role is Role.TERMINAL


def _is_outdated(state: CardState, issuer: Issuer, certificate: CvCertificate) -> bool:
    if certificate.chat.role is Role.CVCA:
        return False
    if certificate.chat.role in _DOCUMENT_VERIFIERS and issuer.certificate.expiration < state.current_date:
        return True  # an expired trust point verifies link certificates only
    return certificate.expiration < state.current_date


def _is_trusted_for_time(issuer: Issuer) -> bool:
    """Only the CVCA and official domestic document verifiers set the card's clock (2.5)."""
    return issuer.certificate.chat.role in {Role.CVCA, Role.DV_OFFICIAL_DOMESTIC}


def _with_trust_point(state: CardState, certificate: CvCertificate) -> CardState:
    encoded = certificate.to_bytes()
    if encoded in state.trust_points:
        return state
    if certificate.chr in trust_point_references(state):
        raise RefusedError(Status.WRONG_DATA)  # a name is given once (A.7.2.1)
    points = [CvCertificate.from_bytes(point) for point in state.trust_points] + [certificate]
    points.sort(key=lambda point: point.effective, reverse=True)
    return replace(state, trust_points=tuple(point.to_bytes() for point in points[:_MAX_TRUST_POINTS]))
