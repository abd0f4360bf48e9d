"""The description of an authorisation certificate: who asks, for what, over which TLS keys (TR-03110-4 E)."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Self

from cardreader import tlv

_SEQUENCE = 0x30
_SET = 0x31
_OCTETS = 0x04
_OID = 0x06
_UTF8 = 0x0C
_PRINTABLE = 0x13
_IA5 = 0x16
_ISSUER_NAME, _ISSUER_URL, _SUBJECT_NAME, _SUBJECT_URL, _TERMS, _REDIRECT_URL, _HASHES = range(0xA1, 0xA8)


class CertificateDescriptionError(ValueError):
    """The bytes are not a certificate description."""


class TermsType(Enum):
    """How the terms of usage are written; the value is the description type's object identifier."""

    PLAIN_TEXT = "0.4.0.127.0.7.3.1.3.1.1"
    HTML = "0.4.0.127.0.7.3.1.3.1.2"
    PDF = "0.4.0.127.0.7.3.1.3.1.3"


@dataclass(frozen=True, slots=True)
class CertificateDescription:
    """What a service says about itself; missing texts are empty; the certificate's hash covers `raw`."""

    terms_type: TermsType
    issuer_name: str
    issuer_url: str
    subject_name: str
    subject_url: str
    terms: bytes = field(repr=False)
    redirect_url: str
    tls_certificate_hashes: frozenset[bytes] = field(repr=False)
    raw: bytes = field(repr=False)

    @classmethod
    def of(
        cls,
        *,
        issuer_name: str,
        subject_name: str,
        subject_url: str,
        terms: str,
        issuer_url: str = "",
        redirect_url: str = "",
        tls_certificate_hashes: Iterable[bytes] = (),
    ) -> Self:
        """Make a description with plain-text terms."""
        hashes = sorted(set(tls_certificate_hashes))
        inner = tlv.encode(_OID, tlv.oid_bytes(TermsType.PLAIN_TEXT.value))
        inner += _text(_ISSUER_NAME, _UTF8, issuer_name) + _text(_ISSUER_URL, _PRINTABLE, issuer_url)
        inner += _text(_SUBJECT_NAME, _UTF8, subject_name) + _text(_SUBJECT_URL, _PRINTABLE, subject_url)
        inner += tlv.encode(_TERMS, tlv.encode(_UTF8, terms.encode()))
        inner += _text(_REDIRECT_URL, _PRINTABLE, redirect_url)
        if hashes:
            members = b"".join(tlv.encode(_OCTETS, value) for value in hashes)
            inner += tlv.encode(_HASHES, tlv.encode(_SET, members))
        return cls.from_bytes(tlv.encode(_SEQUENCE, inner))

    @property
    def terms_text(self) -> str:
        """The terms as text; empty when they are HTML or PDF, which a terminal does not show."""
        return self.terms.decode() if self.terms_type is TermsType.PLAIN_TEXT else ""

    def hash(self, algorithm: str) -> bytes:
        """Return the digest that the authorisation certificate's extension must carry (TR-03110-4 E.3)."""
        return hashlib.new(algorithm, self.raw).digest()

    def to_bytes(self) -> bytes:
        return self.raw

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read one description; CertificateDescriptionError on anything else."""
        try:
            outer = tlv.parse_one(data)
            if outer.tag != _SEQUENCE:
                raise CertificateDescriptionError("a certificate description is a SEQUENCE")
            kind, rest = tlv.parse_prefix(outer.value)
            parts = tlv.parse_all(rest)
            tags = [part.tag for part in parts]
            if kind.tag != _OID or tags != sorted(set(tags)) or not set(tags) <= set(range(0xA1, 0xA8)):
                raise CertificateDescriptionError("unknown, repeated or misplaced fields in the description")
            values = {part.tag: part.value for part in parts}
            return cls._from_fields(_terms_type(tlv.oid_text(kind.value)), values, data)
        except (tlv.TlvError, UnicodeDecodeError) as error:
            raise CertificateDescriptionError("the certificate description is not well-formed") from error

    @classmethod
    def _from_fields(cls, kind: TermsType, values: dict[int, bytes], raw: bytes) -> Self:
        for tag in (_ISSUER_NAME, _SUBJECT_NAME, _TERMS):
            if tag not in values:
                raise CertificateDescriptionError(f"the description lacks field [{tag - 0xA0}]")
        hashes: list[bytes] = []
        if _HASHES in values:
            members = tlv.parse_all(_inner(values[_HASHES], _SET))
            if any(member.tag != _OCTETS for member in members):
                raise CertificateDescriptionError("a TLS certificate hash is an OCTET STRING")
            hashes = [member.value for member in members]
        terms = tlv.parse_one(values[_TERMS])
        if kind is TermsType.PLAIN_TEXT:
            if terms.tag != _UTF8:
                raise CertificateDescriptionError("plain-text terms are a UTF8String")
            terms.value.decode()  # checked here once, so that terms_text cannot fail later
        return cls(
            kind,
            _string(values, _ISSUER_NAME),
            _string(values, _ISSUER_URL),
            _string(values, _SUBJECT_NAME),
            _string(values, _SUBJECT_URL),
            terms.value,
            _string(values, _REDIRECT_URL),
            frozenset(hashes),
            raw,
        )


def _text(tag: int, string_tag: int, value: str) -> bytes:
    return tlv.encode(tag, tlv.encode(string_tag, value.encode())) if value else b""


def _inner(value: bytes, tag: int) -> bytes:
    found = tlv.parse_one(value)
    if found.tag != tag:
        raise CertificateDescriptionError(f"expected tag {tag:02X} in the description, found {found.tag:X}")
    return found.value


def _string(values: dict[int, bytes], tag: int) -> str:
    if tag not in values:
        return ""
    found = tlv.parse_one(values[tag])
    if found.tag not in (_UTF8, _PRINTABLE, _IA5):
        raise CertificateDescriptionError("a text of the description has an unknown string type")
    return found.value.decode()


def _terms_type(dotted: str) -> TermsType:
    try:
        return TermsType(dotted)
    except ValueError as error:
        raise CertificateDescriptionError(f"{dotted} is no known type of description") from error
