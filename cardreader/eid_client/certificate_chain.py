"""Finding the path from a trust point to the terminal among the certificates a server sent."""

from collections.abc import Callable, Iterable

from cardreader.chat import Role
from cardreader.cv_certificate import CvCertificate

_MAX_LENGTH = 12


def terminals(certificates: Iterable[CvCertificate]) -> tuple[CvCertificate, ...]:
    """Return the certificates of terminals."""
    return tuple(found for found in certificates if found.chat.role is Role.TERMINAL)


def document_verifiers(certificates: Iterable[CvCertificate]) -> tuple[CvCertificate, ...]:
    """Return the certificates of document verifiers."""
    roles = (Role.DV_OFFICIAL_DOMESTIC, Role.DV_NON_OFFICIAL_OR_FOREIGN)
    return tuple(found for found in certificates if found.chat.role in roles)


def chain_from(
    is_trust_point: Callable[[str], bool], terminal: CvCertificate, others: Iterable[CvCertificate]
) -> tuple[CvCertificate, ...] | None:
    """Return the path from the first certificate a trust point issued down to `terminal`; none without one.

    References are names: CAR of the lower, CHR of the upper. Roots and other terminals are never part of it.
    """
    usable = [found for found in others if not found.is_self_signed and found.chat.role is not Role.TERMINAL]
    return _climb(is_trust_point, (terminal,), usable)


def _climb(
    is_trust_point: Callable[[str], bool], path: tuple[CvCertificate, ...], usable: list[CvCertificate]
) -> tuple[CvCertificate, ...] | None:
    if is_trust_point(path[0].car):
        return path
    if len(path) >= _MAX_LENGTH:
        return None
    for issuer in usable:
        if issuer.chr == path[0].car and issuer not in path:
            found = _climb(is_trust_point, (issuer, *path), usable)
            if found is not None:
                return found
    return None
