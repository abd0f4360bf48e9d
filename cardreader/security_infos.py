"""What a card can do: the SecurityInfos of EF.CardAccess and EF.CardSecurity (TR-03110-3 A.1).

Their order is kept: cards list chip authentication version 3 before version 2, and whoever takes the first
takes the wrong one.
"""

from dataclasses import dataclass, field
from typing import Self, assert_never

from cardreader import tlv
from cardreader.elliptic import Curve, CurveError, Point, curve_by_parameter_id
from cardreader.errors import ProtocolError
from cardreader.key_derivation import CipherSuite, cipher_by_protocol

_SMARTCARD = "0.4.0.127.0.7.2.2"
_PUBLIC_KEY_ECDH = f"{_SMARTCARD}.1.2"
_TERMINAL_AUTHENTICATION = f"{_SMARTCARD}.2"
_CHIP_AUTHENTICATION = f"{_SMARTCARD}.3"
_CHIP_AUTHENTICATION_ECDH = f"{_CHIP_AUTHENTICATION}.2"
_PACE = f"{_SMARTCARD}.4"
_STANDARDISED_DOMAIN_PARAMETERS = "0.4.0.127.0.7.1.2"

_SET = 0x31
_SEQUENCE = 0x30
_OID = 0x06
_INTEGER = 0x02
_BIT_STRING = 0x03
_MAX_INTEGER_BYTES = 4


class SecurityInfosError(ProtocolError):
    """The bytes are not SecurityInfos."""


@dataclass(frozen=True, slots=True)
class PaceInfo:
    """A variant of PACE the card speaks."""

    protocol: str
    version: int = 2
    parameter_id: int | None = None

    @property
    def cipher(self) -> CipherSuite | None:
        """The suite if this is ECDH with generic mapping and AES, else None."""
        return cipher_by_protocol(self.protocol)

    @property
    def curve(self) -> Curve | None:
        """The standardised curve, None if there is none or OpenSSL does not offer it."""
        try:
            return None if self.parameter_id is None else curve_by_parameter_id(self.parameter_id)
        except CurveError:
            return None

    @property
    def is_supported(self) -> bool:
        """Whether `pace` can run it."""
        return self.version == 2 and self.cipher is not None and self.curve is not None


@dataclass(frozen=True, slots=True)
class ChipAuthenticationInfo:
    """A variant of chip authentication and the key it uses."""

    protocol: str
    version: int
    key_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChipAuthenticationDomainParameterInfo:
    """The standardised curve of a chip authentication key."""

    parameter_id: int
    key_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChipAuthenticationPublicKeyInfo:
    """A chip authentication public key on a standardised curve (EF.CardSecurity only)."""

    parameter_id: int
    public_key: Point = field(repr=False)
    key_id: int | None = None


@dataclass(frozen=True, slots=True)
class TerminalAuthenticationInfo:
    """The version of terminal authentication the card speaks."""

    version: int = 2


@dataclass(frozen=True, slots=True)
class UnknownInfo:
    """An info of another protocol, or in a form not read here; `content` is all that follows its protocol."""

    protocol: str
    content: bytes = field(repr=False)


type SecurityInfo = (
    PaceInfo
    | ChipAuthenticationInfo
    | ChipAuthenticationDomainParameterInfo
    | ChipAuthenticationPublicKeyInfo
    | TerminalAuthenticationInfo
    | UnknownInfo
)


@dataclass(frozen=True, slots=True)
class SecurityInfos:
    """The infos of one file, in the card's order."""

    infos: tuple[SecurityInfo, ...]

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Read SecurityInfos; infos of unknown protocols or forms are kept as UnknownInfo.

        Raises SecurityInfosError if `data` is not a SET of SEQUENCEs that begin with an object identifier.
        """
        try:
            return cls(tuple(_parse_info(item) for item in _items(tlv.parse_one(data), _SET)))
        except tlv.TlvError as error:
            raise SecurityInfosError(f"not SecurityInfos: {error}") from error

    def encode(self) -> bytes:
        """Write the infos in their order (DER would sort them; cards do not)."""
        return tlv.encode(_SET, b"".join(_encode_info(info) for info in self.infos))

    @property
    def pace(self) -> tuple[PaceInfo, ...]:
        return tuple(info for info in self.infos if isinstance(info, PaceInfo))

    @property
    def chip_authentication(self) -> tuple[ChipAuthenticationInfo, ...]:
        """All versions, as listed; see `chip_authentication_version_2`."""
        return tuple(info for info in self.infos if isinstance(info, ChipAuthenticationInfo))

    @property
    def terminal_authentication(self) -> tuple[TerminalAuthenticationInfo, ...]:
        return tuple(info for info in self.infos if isinstance(info, TerminalAuthenticationInfo))

    @property
    def chip_authentication_public_keys(self) -> tuple[ChipAuthenticationPublicKeyInfo, ...]:
        return tuple(info for info in self.infos if isinstance(info, ChipAuthenticationPublicKeyInfo))

    def supported_pace(self) -> PaceInfo | None:
        """Return the first variant of PACE that this terminal can run."""
        return next((info for info in self.pace if info.is_supported), None)

    def chip_authentication_version_2(self) -> ChipAuthenticationInfo | None:
        """Return the first variant of version 2 that this terminal can run, wherever it stands."""
        return next(
            (
                info
                for info in self.chip_authentication
                if info.version == 2 and cipher_by_protocol(info.protocol)
            ),
            None,
        )

    def chip_authentication_public_key(self, key_id: int | None) -> ChipAuthenticationPublicKeyInfo | None:
        """Return the public key with that id; None means the only key of a card that does not number them."""
        return next((info for info in self.chip_authentication_public_keys if info.key_id == key_id), None)


def _parse_info(item: tlv.Tlv) -> SecurityInfo:
    parts = _items(item, _SEQUENCE)
    if not parts or parts[0].tag != _OID:
        raise tlv.TlvError("a SecurityInfo does not begin with an object identifier")
    protocol = tlv.oid_text(parts[0].value)
    try:
        known = _parse_known(protocol, parts[1:])
    except tlv.TlvError:
        known = None
    return known or UnknownInfo(protocol, b"".join(tlv.encode(part.tag, part.value) for part in parts[1:]))


def _parse_known(protocol: str, parts: tuple[tlv.Tlv, ...]) -> SecurityInfo | None:
    """Read an info of a protocol named here; None for others, TlvError if it has not the form expected."""
    if protocol == _TERMINAL_AUTHENTICATION and len(parts) == 1:
        return TerminalAuthenticationInfo(_integer(parts[0]))
    if protocol == _CHIP_AUTHENTICATION_ECDH and parts:
        return ChipAuthenticationDomainParameterInfo(_parameter_id(parts[0]), _optional_integer(parts[1:]))
    if protocol == _PUBLIC_KEY_ECDH and parts:
        return _parse_public_key(parts[0], _optional_integer(parts[1:]))
    if protocol.startswith(f"{_PACE}.") and _is_integer(parts):
        return PaceInfo(protocol, _integer(parts[0]), _optional_integer(parts[1:]))
    if protocol.startswith(f"{_CHIP_AUTHENTICATION}.") and _is_integer(parts):
        return ChipAuthenticationInfo(protocol, _integer(parts[0]), _optional_integer(parts[1:]))
    return None


def _parse_public_key(subject: tlv.Tlv, key_id: int | None) -> ChipAuthenticationPublicKeyInfo:
    """Read a SubjectPublicKeyInfo with a standardised curve."""
    parts = _items(subject, _SEQUENCE)
    if len(parts) != 2 or parts[1].tag != _BIT_STRING or parts[1].value[:1] != b"\0":
        raise tlv.TlvError("not a SubjectPublicKeyInfo")
    return ChipAuthenticationPublicKeyInfo(_parameter_id(parts[0]), parts[1].value[1:], key_id)


def _parameter_id(algorithm: tlv.Tlv) -> int:
    """Read an AlgorithmIdentifier with standardised domain parameters."""
    parts = _items(algorithm, _SEQUENCE)
    if len(parts) != 2 or parts[0] != tlv.Tlv(_OID, tlv.oid_bytes(_STANDARDISED_DOMAIN_PARAMETERS)):
        raise tlv.TlvError("not standardised domain parameters")
    return _integer(parts[1])


def _items(outer: tlv.Tlv, expected_tag: int) -> tuple[tlv.Tlv, ...]:
    if outer.tag != expected_tag:
        raise tlv.TlvError(f"expected {expected_tag:X}, found {outer.tag:X}")
    return tlv.parse_all(outer.value)


def _is_integer(parts: tuple[tlv.Tlv, ...]) -> bool:
    return bool(parts) and parts[0].tag == _INTEGER


def _integer(item: tlv.Tlv) -> int:
    """Read a number that is not negative, in its shortest form: versions and identifiers are nothing else."""
    if item.tag != _INTEGER or not 1 <= len(item.value) <= _MAX_INTEGER_BYTES:
        raise tlv.TlvError("expected a short INTEGER")
    number = int.from_bytes(item.value, signed=True)
    if number < 0 or _encode_integer(number) != tlv.encode(_INTEGER, item.value):
        raise tlv.TlvError("the INTEGER is negative or not in its shortest form")
    return number


def _optional_integer(parts: tuple[tlv.Tlv, ...]) -> int | None:
    if len(parts) > 1:
        raise tlv.TlvError("expected at most one more INTEGER")
    return _integer(parts[0]) if parts else None


def _encode_info(info: SecurityInfo) -> bytes:
    match info:
        case PaceInfo(protocol, version, number) | ChipAuthenticationInfo(protocol, version, number):
            content = _encode_integer(version) + _encode_integer(number)
        case ChipAuthenticationDomainParameterInfo(parameter_id, key_id):
            protocol = _CHIP_AUTHENTICATION_ECDH
            content = _encode_parameter_id(parameter_id) + _encode_integer(key_id)
        case ChipAuthenticationPublicKeyInfo(parameter_id, public_key, key_id):
            protocol = _PUBLIC_KEY_ECDH
            bits = tlv.encode(_BIT_STRING, b"\0" + public_key)
            subject = tlv.encode(_SEQUENCE, _encode_parameter_id(parameter_id) + bits)
            content = subject + _encode_integer(key_id)
        case TerminalAuthenticationInfo(version):
            protocol, content = _TERMINAL_AUTHENTICATION, _encode_integer(version)
        case UnknownInfo(protocol, content):
            pass
        case _:
            assert_never(info)
    return tlv.encode(_SEQUENCE, tlv.encode(_OID, tlv.oid_bytes(protocol)) + content)


def _encode_parameter_id(parameter_id: int) -> bytes:
    oid = tlv.encode(_OID, tlv.oid_bytes(_STANDARDISED_DOMAIN_PARAMETERS))
    return tlv.encode(_SEQUENCE, oid + _encode_integer(parameter_id))


def _encode_integer(value: int | None) -> bytes:
    """Encode an INTEGER; nothing for an absent optional one."""
    if value is None:
        return b""
    return tlv.encode(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1, signed=True))
