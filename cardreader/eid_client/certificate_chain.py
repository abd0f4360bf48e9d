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
    """Return the shortest path from what a trust point issued down to `terminal`; none without one.

    References are names: CAR of the lower, CHR of the upper. Roots and other terminals are never part of it.
    Each certificate is looked at once, so that names in a ring cost no more than others.
    """
    unused = [found for found in others if not found.is_self_signed and found.chat.role is not Role.TERMINAL]
    paths: list[tuple[CvCertificate, ...]] = [(terminal,)]
    for _ in range(_MAX_LENGTH):
        for path in paths:
            if is_trust_point(path[0].car):
                return path
        longer: list[tuple[CvCertificate, ...]] = []
        for path in paths:
            longer += [(issuer, *path) for issuer in unused if issuer.chr == path[0].car]
            unused = [found for found in unused if found.chr != path[0].car]
        paths = longer
    return None
