"""Points and keys on the standardised curves: every multiplication by a secret scalar is OpenSSL's.

`cryptography` offers k·G as a point and the x-coordinate of k·P. PACE also needs k·P with its y-coordinate,
for P other than the curve's generator. With Q = k·P and A = k·G, the addition law makes y(Q) a rational
expression in x(Q), x(Q + A) and A, and both of these x-coordinates are ECDH results of k: with P, and with
P + G.
"""

import secrets
from dataclasses import dataclass, field
from functools import cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

type Point = bytes
"""An uncompressed point: 04 ‖ x ‖ y, both coordinates as long as the field."""


class CurveError(ValueError):
    """A point, key or parameter id that does not fit."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Standardised domain parameters (TR-03110-3 A.2.1.1); y² = x³ + ax + b over GF(p), prime order n."""

    parameter_id: int
    name: str
    oid: str
    p: int = field(repr=False)
    a: int = field(repr=False)
    b: int = field(repr=False)
    n: int = field(repr=False)
    openssl: ec.EllipticCurve = field(repr=False, compare=False)

    @property
    def size_bytes(self) -> int:
        """How many bytes a coordinate has."""
        return (self.p.bit_length() + 7) // 8


@dataclass(frozen=True, slots=True, eq=False)
class PrivateKey:
    """A secret scalar; `public` is its product with the curve's own generator."""

    curve: Curve
    openssl: ec.EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def from_bytes(cls, curve: Curve, scalar: bytes) -> "PrivateKey":
        """Take a scalar as a big-endian number of any length; CurveError unless it is from 1 to n - 1."""
        return _key_from_scalar(curve, int.from_bytes(scalar))

    def to_bytes(self) -> bytes:
        """Encode the scalar, as long as the curve's order."""
        return _scalar(self).to_bytes((self.curve.n.bit_length() + 7) // 8)

    @property
    def public(self) -> Point:
        return self.openssl.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def generate_key(curve: Curve) -> PrivateKey:
    """Make a fresh random key."""
    return PrivateKey(curve, ec.generate_private_key(curve.openssl))


def check_point(curve: Curve, point: Point) -> None:
    """Raise CurveError unless `point` is an uncompressed point of the curve other than infinity."""
    _load(curve, point)


def shared_x(key: PrivateKey, point: Point) -> bytes:
    """Return the x-coordinate of key·point; CurveError if the point is not on the key's curve."""
    return key.openssl.exchange(ec.ECDH(), _load(key.curve, point))


def multiply(key: PrivateKey, base: Point) -> Point:
    """Return key·base as a point; CurveError if `base` is not on the key's curve."""
    curve = key.curve
    p = curve.p
    x = int.from_bytes(shared_x(key, base))
    own_x, own_y = _coordinates(curve, key.public)
    generator = _generator(curve)
    if _coordinates(curve, base)[0] == _coordinates(curve, generator)[0]:
        return _point(curve, own_x, own_y if base == generator else p - own_y)
    sum_x = int.from_bytes(shared_x(key, _sum(curve, base, generator)))
    y_squared = (x * x * x + curve.a * x + curve.b) % p
    numerator = y_squared + own_y * own_y - (sum_x + x + own_x) * (x - own_x) ** 2
    return _point(curve, x, numerator * _blinded_inverse(2 * own_y, p) % p)


def ephemeral_point(key: PrivateKey, generator: Point) -> Point:
    """Return key·generator, or its negative: of the two the one whose y-coordinate is even.

    Good where only x-coordinates are agreed on: key and n - key lead to the same ones. CurveError if the
    generator is not on the key's curve.
    """
    x = shared_x(key, generator)
    point = ec.EllipticCurvePublicKey.from_encoded_point(key.curve.openssl, b"\x02" + x)
    return point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def map_nonce(key: PrivateKey, their_point: Point, nonce: bytes) -> Point:
    """Return the ephemeral generator s·G + key·their_point of the generic mapping (TR-03110-3 A.3.5.1).

    `key` is our mapping key and `their_point` the other side's mapping point; terminal and card get the same
    result. Raises CurveError if the point is not on the curve or the result would be the point at infinity.
    """
    curve = key.curve
    scaled_generator = _key_from_scalar(curve, int.from_bytes(nonce) % curve.n).public
    generator = _sum(curve, scaled_generator, multiply(key, their_point))
    check_point(curve, generator)
    return generator


def x_coordinate(curve: Curve, point: Point) -> bytes:
    """Return the x-coordinate of a point, as long as the field."""
    check_point(curve, point)
    return point[1 : 1 + curve.size_bytes]


def curve_by_parameter_id(parameter_id: int) -> Curve:
    """Return the curve of a standardised parameter id; CurveError for one not offered."""
    try:
        return _BY_PARAMETER_ID[parameter_id]
    except KeyError:
        raise CurveError(f"parameter id {parameter_id} is none of {sorted(_BY_PARAMETER_ID)}") from None


def curve_by_oid(oid: str) -> Curve:
    """Return the curve of a dotted object identifier; CurveError for one not offered."""
    for curve in CURVES:
        if curve.oid == oid:
            return curve
    raise CurveError(f"no curve {oid} here")


def _key_from_scalar(curve: Curve, scalar: int) -> PrivateKey:
    if not 0 < scalar < curve.n:
        raise CurveError("a private key must be at least 1 and less than the curve's order")
    return PrivateKey(curve, ec.derive_private_key(scalar, curve.openssl))


@cache
def _generator(curve: Curve) -> Point:
    return _key_from_scalar(curve, 1).public


def _scalar(key: PrivateKey) -> int:
    return key.openssl.private_numbers().private_value


def _load(curve: Curve, point: Point) -> ec.EllipticCurvePublicKey:
    if len(point) != 1 + 2 * curve.size_bytes or point[0] != 0x04:
        raise CurveError(f"not an uncompressed point of {curve.name}")
    try:
        return ec.EllipticCurvePublicKey.from_encoded_point(curve.openssl, point)
    except ValueError:
        raise CurveError(f"the point is not on {curve.name}") from None


def _coordinates(curve: Curve, point: Point) -> tuple[int, int]:
    """Return x and y of a point that was checked, or is yet to be."""
    return int.from_bytes(point[1 : 1 + curve.size_bytes]), int.from_bytes(point[1 + curve.size_bytes :])


def _point(curve: Curve, x: int, y: int) -> Point:
    """Write a point; it is checked, so that a miscalculation never leaves."""
    point = _uncompressed(curve, x, y)
    check_point(curve, point)
    return point


def _uncompressed(curve: Curve, x: int, y: int) -> Point:
    return b"\x04" + x.to_bytes(curve.size_bytes) + y.to_bytes(curve.size_bytes)


def _sum(curve: Curve, first: Point, second: Point) -> Point:
    """Add two points with different x-coordinates; the sum is unchecked as yet."""
    p = curve.p
    x1, y1 = _coordinates(curve, first)
    x2, y2 = _coordinates(curve, second)
    if x1 == x2:
        raise CurveError("the nonce and the mapping keys do not make a generator; start again")
    slope = (y2 - y1) * _blinded_inverse(x2 - x1, p) % p
    x = (slope * slope - x1 - x2) % p
    return _uncompressed(curve, x, (slope * (x1 - x) - y1) % p)


def _blinded_inverse(value: int, p: int) -> int:
    # Euclid's running time follows its input: a random factor hides a value that depends on the nonce.
    blind = secrets.randbelow(p - 1) + 1
    return blind * pow(value * blind, -1, p) % p


# Domain parameters: SEC 2 (secp…) and RFC 5639 (brainpool…).
SECP192R1 = Curve(
    8,
    "secp192r1",
    "1.2.840.10045.3.1.1",
    p=0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFFFFFFFFFF,
    a=-3,
    b=0x64210519E59C80E70FA7E9AB72243049FEB8DEECC146B9B1,
    n=0xFFFFFFFFFFFFFFFFFFFFFFFF99DEF836146BC9B1B4D22831,
    openssl=ec.SECP192R1(),
)
SECP224R1 = Curve(
    10,
    "secp224r1",
    "1.3.132.0.33",
    p=0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF000000000000000000000001,
    a=-3,
    b=0xB4050A850C04B3ABF54132565044B0B7D7BFD8BA270B39432355FFB4,
    n=0xFFFFFFFFFFFFFFFFFFFFFFFFFFFF16A2E0B8F03E13DD29455C5C2A3D,
    openssl=ec.SECP224R1(),
)
SECP256R1 = Curve(
    12,
    "secp256r1",
    "1.2.840.10045.3.1.7",
    p=0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF,
    a=-3,
    b=0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
    n=0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    openssl=ec.SECP256R1(),
)
BRAINPOOL_P256R1 = Curve(
    13,
    "brainpoolP256r1",
    "1.3.36.3.3.2.8.1.1.7",
    p=0xA9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377,
    a=0x7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9,
    b=0x26DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCCDC18FF8C07B6,
    n=0xA9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7,
    openssl=ec.BrainpoolP256R1(),
)
SECP384R1 = Curve(
    15,
    "secp384r1",
    "1.3.132.0.34",
    p=0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFF,
    a=-3,
    b=0xB3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF,
    n=0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
    openssl=ec.SECP384R1(),
)
BRAINPOOL_P384R1 = Curve(
    16,
    "brainpoolP384r1",
    "1.3.36.3.3.2.8.1.1.11",
    p=0x8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B412B1DA197FB71123ACD3A729901D1A71874700133107EC53,
    a=0x7BC382C63D8C150C3C72080ACE05AFA0C2BEA28E4FB22787139165EFBA91F90F8AA5814A503AD4EB04A8C7DD22CE2826,
    b=0x04A8C7DD22CE28268B39B55416F0447C2FB77DE107DCD2A62E880EA53EEB62D57CB4390295DBC9943AB78696FA504C11,
    n=0x8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B31F166E6CAC0425A7CF3AB6AF6B7FC3103B883202E9046565,
    openssl=ec.BrainpoolP384R1(),
)
BRAINPOOL_P512R1 = Curve(
    17,
    "brainpoolP512r1",
    "1.3.36.3.3.2.8.1.1.13",
    p=int(
        "AADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA70330871"
        "7D4D9B009BC66842AECDA12AE6A380E62881FF2F2D82C68528AA6056583A48F3",
        16,
    ),
    a=int(
        "7830A3318B603B89E2327145AC234CC594CBDD8D3DF91610A83441CAEA9863BC"
        "2DED5D5AA8253AA10A2EF1C98B9AC8B57F1117A72BF2C7B9E7C1AC4D77FC94CA",
        16,
    ),
    b=int(
        "3DF91610A83441CAEA9863BC2DED5D5AA8253AA10A2EF1C98B9AC8B57F1117A7"
        "2BF2C7B9E7C1AC4D77FC94CADC083E67984050B75EBAE5DD2809BD638016F723",
        16,
    ),
    n=int(
        "AADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA70330870"
        "553E5C414CA92619418661197FAC10471DB1D381085DDADDB58796829CA90069",
        16,
    ),
    openssl=ec.BrainpoolP512R1(),
)
SECP521R1 = Curve(
    18,
    "secp521r1",
    "1.3.132.0.35",
    p=2**521 - 1,
    a=-3,
    b=int(
        "0051953EB9618E1C9A1F929A21A0B68540EEA2DA725B99B315F3B8B489918EF109E1"
        "56193951EC7E937B1652C0BD3BB1BF073573DF883D2C34F1EF451FD46B503F00",
        16,
    ),
    n=int(
        "01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFA"
        "51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409",
        16,
    ),
    openssl=ec.SECP521R1(),
)

CURVES = (
    SECP192R1,
    SECP224R1,
    SECP256R1,
    BRAINPOOL_P256R1,
    SECP384R1,
    BRAINPOOL_P384R1,
    BRAINPOOL_P512R1,
    SECP521R1,
)
_BY_PARAMETER_ID = {curve.parameter_id: curve for curve in CURVES}
