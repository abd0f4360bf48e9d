"""The public key inside a CV certificate, and verifying with it (TR-03110-3 A.2.1.2, D.3; TR-03111 5.2)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardreader import tlv
from cardreader.elliptic import CURVES, Curve, PrivateKey

TAG = 0x7F49
_TAG_OID = 0x06
_TAG_P, _TAG_A, _TAG_B, _TAG_G, _TAG_R, _TAG_Q, _TAG_H = range(0x81, 0x88)
_DOMAIN_TAGS = (_TAG_P, _TAG_A, _TAG_B, _TAG_G, _TAG_R)
_COFACTOR = b"\x01"
_TA_ECDSA = "0.4.0.127.0.7.2.2.2.2"
ECDSA_SHA_256 = f"{_TA_ECDSA}.3"
ECDSA_SHA_384 = f"{_TA_ECDSA}.4"
ECDSA_SHA_512 = f"{_TA_ECDSA}.5"
_HASHES: dict[str, hashes.HashAlgorithm] = {
    f"{_TA_ECDSA}.2": hashes.SHA224(),
    ECDSA_SHA_256: hashes.SHA256(),
    ECDSA_SHA_384: hashes.SHA384(),
    ECDSA_SHA_512: hashes.SHA512(),
}


class CvPublicKeyError(ValueError):
    """The bytes are not a public key, or not one that this software can use."""


@dataclass(frozen=True, slots=True)
class VerifyingKey:
    """An ECDSA key with its curve and its hash; signatures are plain r ‖ s."""

    algorithm: str
    key: ec.EllipticCurvePublicKey

    @property
    def curve(self) -> ec.EllipticCurve:
        return self.key.curve

    def is_signed(self, message: bytes, signature: bytes) -> bool:
        """Say whether `signature` is this key's over `message`."""
        size = (self.curve.key_size + 7) // 8
        if len(signature) != 2 * size:
            return False
        r, s = int.from_bytes(signature[:size]), int.from_bytes(signature[size:])
        try:
            self.key.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(_HASHES[self.algorithm]))
        except InvalidSignature:
            return False
        return True


def sign(algorithm: str, key: ec.EllipticCurvePrivateKey, message: bytes) -> bytes:
    """Sign as terminals and authorities do: plain r ‖ s, each as long as the curve's order."""
    r, s = utils.decode_dss_signature(key.sign(message, ec.ECDSA(_HASHES[algorithm])))
    size = (key.curve.key_size + 7) // 8
    return r.to_bytes(size) + s.to_bytes(size)


@dataclass(frozen=True, slots=True)
class CvPublicKey:
    """The objects of 7F49 after the object identifier, in their order; RSA keys are kept but not used."""

    algorithm: str
    parts: tuple[tlv.Tlv, ...] = field(repr=False)

    @classmethod
    def of(
        cls, key: ec.EllipticCurvePublicKey, algorithm: str = ECDSA_SHA_256, *, with_domain_parameters: bool
    ) -> Self:
        """Make the object of an EC key; only CVCA (and link) certificates carry domain parameters."""
        point = tlv.Tlv(_TAG_Q, key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
        if not with_domain_parameters:
            return cls(algorithm, (point,))
        try:
            curve = next(known for known in CURVES if known.openssl.name == key.curve.name)
        except StopIteration as error:
            raise CvPublicKeyError(f"no domain parameters are known for {key.curve.name}") from error
        before = (tlv.Tlv(*pair) for pair in zip(_DOMAIN_TAGS, _domain(curve), strict=True))
        return cls(algorithm, (*before, point, tlv.Tlv(_TAG_H, _COFACTOR)))

    @property
    def hash_name(self) -> str:
        """The hash of the signature algorithm, as hashlib names it."""
        try:
            return _HASHES[self.algorithm].name
        except KeyError as error:
            raise CvPublicKeyError(f"signature algorithm {self.algorithm} is not supported") from error

    def verifying_key(self, inherited: ec.EllipticCurve | None = None) -> VerifyingKey:
        """Return the usable key; without domain parameters of its own it lies on the `inherited` curve.

        CvPublicKeyError when the algorithm or the curve is not supported, or the point is not on the curve.
        """
        if self.algorithm not in _HASHES:
            raise CvPublicKeyError(f"signature algorithm {self.algorithm} is not supported")
        values = {part.tag: part.value for part in self.parts}
        curve = _curve(values) or inherited
        if curve is None:
            raise CvPublicKeyError("the key has no domain parameters and inherits none")
        try:
            key = ec.EllipticCurvePublicKey.from_encoded_point(curve, values[_TAG_Q])
        except (KeyError, ValueError) as error:
            raise CvPublicKeyError("the public point is missing or not on the curve") from error
        return VerifyingKey(self.algorithm, key)

    def to_bytes(self) -> bytes:
        """Return the complete object 7F49."""
        inner = tlv.encode(_TAG_OID, tlv.oid_bytes(self.algorithm))
        return tlv.encode(TAG, inner + b"".join(tlv.encode(part.tag, part.value) for part in self.parts))

    @classmethod
    def from_value(cls, value: bytes) -> Self:
        """Read what is inside tag 7F49; CvPublicKeyError on anything else."""
        try:
            parts = tlv.parse_all(value)
            if not parts or parts[0].tag != _TAG_OID:
                raise CvPublicKeyError("a public key begins with its algorithm")
            algorithm = tlv.oid_text(parts[0].value)
        except tlv.TlvError as error:
            raise CvPublicKeyError("the public key is not well-formed") from error
        tags = [part.tag for part in parts[1:]]
        if tags != sorted(set(tags)) or not set(tags) <= set(range(0x81, 0x88)):
            raise CvPublicKeyError("unknown, repeated or misplaced objects in the public key")
        return cls(algorithm, parts[1:])


def _curve(values: dict[int, bytes]) -> ec.EllipticCurve | None:
    if _TAG_P not in values:
        return None
    given = [values.get(tag, b"") for tag in _DOMAIN_TAGS]
    for known in CURVES:
        if _same_numbers(_domain(known), given) and _same_numbers([_COFACTOR], [values.get(_TAG_H, b"")]):
            return known.openssl
    raise CvPublicKeyError("the domain parameters are of no supported curve")


@cache
def _domain(curve: Curve) -> tuple[bytes, bytes, bytes, bytes, bytes]:
    """Return p, a, b, the base point and its order."""
    base_point = PrivateKey.from_bytes(curve, b"\x01").public
    p, a, b = (number.to_bytes(curve.size_bytes) for number in (curve.p, curve.a % curve.p, curve.b))
    return p, a, b, base_point, curve.n.to_bytes((curve.n.bit_length() + 7) // 8)


def _same_numbers(ours: Sequence[bytes], theirs: Sequence[bytes]) -> bool:
    return all(a.lstrip(b"\0") == b.lstrip(b"\0") for a, b in zip(ours, theirs, strict=True))
