"""Card-verifiable certificates: reading, verifying and issuing them (TR-03110-3 C.1, D)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from cryptography.hazmat.primitives.asymmetric import ec

from cardreader import chat as chat_module
from cardreader import cv_public_key, tlv
from cardreader.chat import Chat, ChatError
from cardreader.cv_public_key import ECDSA_SHA_256, CvPublicKey, CvPublicKeyError, VerifyingKey

TAG = 0x7F21
_TAG_BODY = 0x7F4E
_TAG_SIGNATURE = 0x5F37
_TAG_PROFILE = 0x5F29
_TAG_CAR = 0x42
_TAG_CHR = 0x5F20
_TAG_EFFECTIVE = 0x5F25
_TAG_EXPIRATION = 0x5F24
_TAG_EXTENSIONS = 0x65
_TAG_EXTENSION = 0x73
_TAG_OID = 0x06
_TAG_HASH = 0x80
_BODY_TAGS = [
    _TAG_PROFILE,
    _TAG_CAR,
    cv_public_key.TAG,
    _TAG_CHR,
    chat_module.TAG,
    _TAG_EFFECTIVE,
    _TAG_EXPIRATION,
]
DESCRIPTION_EXTENSION = "0.4.0.127.0.7.3.1.3.1"
SECTOR_EXTENSION = "0.4.0.127.0.7.3.1.3.2"


class CvCertificateError(ValueError):
    """The bytes are not a CV certificate."""


@dataclass(frozen=True, slots=True)
class Extension:
    """One discretionary data template: its type and the objects after the object identifier."""

    oid: str
    parts: tuple[tlv.Tlv, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class CvCertificate:
    """One certificate; `body` is the complete object 7F4E, the bytes under the signature."""

    car: str
    public_key: CvPublicKey
    chr: str
    chat: Chat
    effective: date
    expiration: date
    extensions: tuple[Extension, ...]
    body: bytes = field(repr=False)
    signature: bytes = field(repr=False)

    @property
    def is_self_signed(self) -> bool:
        """Say whether issuer and holder are the same name, as in a root CVCA certificate."""
        return self.car == self.chr

    @property
    def hash_name(self) -> str:
        """The hash of this certificate's own key, which also hashes description and TLS certificates."""
        return self.public_key.hash_name

    @property
    def description_hash(self) -> bytes | None:
        """The digest of the certificate description, if the certificate binds one."""
        for extension in self.extensions:
            if extension.oid == DESCRIPTION_EXTENSION:
                return next((part.value for part in extension.parts if part.tag == _TAG_HASH), None)
        return None

    @property
    def sector_key_hashes(self) -> tuple[bytes, ...]:
        """The digests of the terminal's sector public keys for restricted identification."""
        found = [extension for extension in self.extensions if extension.oid == SECTOR_EXTENSION]
        return tuple(part.value for extension in found for part in extension.parts)

    def is_valid_on(self, today: date) -> bool:
        """Both dates are part of the validity (TR-03110-3 C.1)."""
        return self.effective <= today <= self.expiration

    def verifying_key(self, inherited: ec.EllipticCurve | None = None) -> VerifyingKey:
        """Return this certificate's key; `inherited` is the issuer's curve. CvPublicKeyError if unusable."""
        return self.public_key.verifying_key(inherited)

    def is_signed_by(self, issuer: VerifyingKey) -> bool:
        """Say whether `issuer` signed the body."""
        return issuer.is_signed(self.body, self.signature)

    def signature_object(self) -> bytes:
        """Return the complete object 5F37; together with `body` the data of PSO:Verify Certificate."""
        return tlv.encode(_TAG_SIGNATURE, self.signature)

    def to_bytes(self) -> bytes:
        """Return the complete object 7F21."""
        return tlv.encode(TAG, self.body + self.signature_object())

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a complete object 7F21; CvCertificateError on anything else."""
        outer = _one(data, TAG)
        return cls.from_body_and_signature(outer)

    @classmethod
    def from_body_and_signature(cls, data: bytes) -> Self:
        """Read 7F4E followed by 5F37, as the card receives it; CvCertificateError on anything else."""
        try:
            parts = tlv.parse_all(data)
            if [part.tag for part in parts] != [_TAG_BODY, _TAG_SIGNATURE]:
                raise CvCertificateError("a CV certificate is 7F4E followed by 5F37")
            return cls._from_parts(tlv.parse_all(parts[0].value), parts)
        except (tlv.TlvError, ChatError, CvPublicKeyError) as error:
            raise CvCertificateError(f"the CV certificate is malformed: {error}") from error

    @classmethod
    def _from_parts(cls, fields: tuple[tlv.Tlv, ...], outer: tuple[tlv.Tlv, ...]) -> Self:
        tags = [part.tag for part in fields]
        if tags not in (_BODY_TAGS, [*_BODY_TAGS, _TAG_EXTENSIONS]):
            raise CvCertificateError("missing, repeated or misplaced objects in the certificate body")
        profile, car, key, holder, template, effective, expiration = (part.value for part in fields[:7])
        if profile != b"\x00":
            raise CvCertificateError("only certificate profile 1 is known")
        return cls(
            _reference(car),
            CvPublicKey.from_value(key),
            _reference(holder),
            Chat.from_value(template),
            _date(effective),
            _date(expiration),
            _extensions(fields[7].value) if len(fields) > 7 else (),
            tlv.encode(_TAG_BODY, outer[0].value),
            outer[1].value,
        )


def issue(  # noqa: PLR0913 - the fields of the standard's certificate profile, all by name
    *,
    issuer_key: ec.EllipticCurvePrivateKey,
    authority: str,
    holder: str,
    public_key: ec.EllipticCurvePublicKey,
    chat: Chat,
    effective: date,
    expiration: date,
    with_domain_parameters: bool = False,
    description_hash: bytes | None = None,
    sector_key_hashes: Iterable[bytes] = (),
    algorithm: str = ECDSA_SHA_256,
    issuer_algorithm: str | None = None,
) -> CvCertificate:
    """Issue a certificate for `holder` (its CHR) under `authority` (the CAR), signed with `issuer_key`.

    `algorithm` belongs to the certified key, `issuer_algorithm` (the same by default) to the issuer's.
    A self-signed or link CVCA certificate needs `with_domain_parameters`. Dates lie in 2000 to 2099.
    """
    key = CvPublicKey.of(public_key, algorithm, with_domain_parameters=with_domain_parameters)
    extensions = b""
    if description_hash is not None:
        extensions += _extension(DESCRIPTION_EXTENSION, [(_TAG_HASH, description_hash)])
    sectors = list(enumerate(sector_key_hashes, start=_TAG_HASH))
    if sectors:
        extensions += _extension(SECTOR_EXTENSION, sectors)
    inner = (
        tlv.encode(_TAG_PROFILE, b"\x00")
        + tlv.encode(_TAG_CAR, _reference_bytes(authority))
        + key.to_bytes()
        + tlv.encode(_TAG_CHR, _reference_bytes(holder))
        + chat.to_bytes()
        + tlv.encode(_TAG_EFFECTIVE, _date_bytes(effective))
        + tlv.encode(_TAG_EXPIRATION, _date_bytes(expiration))
        + (tlv.encode(_TAG_EXTENSIONS, extensions) if extensions else b"")
    )
    body = tlv.encode(_TAG_BODY, inner)
    signature = cv_public_key.sign(issuer_algorithm or algorithm, issuer_key, body)
    return CvCertificate.from_body_and_signature(body + tlv.encode(_TAG_SIGNATURE, signature))


def _one(data: bytes, tag: int) -> bytes:
    try:
        found = tlv.parse_one(data)
    except tlv.TlvError as error:
        raise CvCertificateError(f"the CV certificate is malformed: {error}") from error
    if found.tag != tag:
        raise CvCertificateError(f"expected tag {tag:X}, found {found.tag:X}")
    return found.value


def _reference(value: bytes) -> str:
    if not 1 <= len(value) <= 16:
        raise CvCertificateError("a certificate reference has 1 to 16 characters")
    return value.decode("latin-1")


def _reference_bytes(text: str) -> bytes:
    value = text.encode("latin-1")
    _reference(value)
    return value


def _date(value: bytes) -> date:
    if len(value) != 6 or max(value) > 9:
        raise CvCertificateError("a certificate date is YYMMDD in six bytes of 0 to 9")
    year, month, day = (10 * value[i] + value[i + 1] for i in (0, 2, 4))
    try:
        return date(2000 + year, month, day)
    except ValueError as error:
        raise CvCertificateError("a certificate date does not exist") from error


def _date_bytes(day: date) -> bytes:
    if not 2000 <= day.year <= 2099:
        raise CvCertificateError("a certificate date lies in 2000 to 2099")
    return bytes(int(digit) for digit in day.strftime("%y%m%d"))


def _extensions(value: bytes) -> tuple[Extension, ...]:
    found: list[Extension] = []
    for template in tlv.parse_all(value):
        parts = tlv.parse_all(template.value)
        if template.tag != _TAG_EXTENSION or not parts or parts[0].tag != _TAG_OID:
            raise CvCertificateError("a certificate extension is 73 beginning with 06")
        found.append(Extension(tlv.oid_text(parts[0].value), parts[1:]))
    if len({extension.oid for extension in found}) != len(found):
        raise CvCertificateError("the certificate has two extensions of one type")
    return tuple(found)


def _extension(dotted: str, values: Iterable[tuple[int, bytes]]) -> bytes:
    inner = b"".join(tlv.encode(tag, value) for tag, value in values)
    return tlv.encode(_TAG_EXTENSION, tlv.encode(_TAG_OID, tlv.oid_bytes(dotted)) + inner)
