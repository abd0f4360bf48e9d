"""The certificate holder authorisation template: who a terminal is, what it may do (TR-03110-4 2.2.3.2)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from typing import Self

from cardreader import tlv

TAG = 0x7F4C
_TAG_OID = 0x06
_TAG_DISCRETIONARY = 0x53
_ROLE_BITS = 2


class ChatError(ValueError):
    """The bytes are not a holder authorisation template."""


class Role(IntEnum):
    """The top two bits of every template."""

    TERMINAL = 0
    DV_NON_OFFICIAL_OR_FOREIGN = 1
    DV_OFFICIAL_DOMESTIC = 2
    CVCA = 3


class TerminalType(Enum):
    """The kind of terminal; the value is its id-roles object identifier and the length of the template."""

    INSPECTION = ("0.4.0.127.0.7.3.1.2.1", 1)
    AUTHENTICATION = ("0.4.0.127.0.7.3.1.2.2", 5)
    SIGNATURE = ("0.4.0.127.0.7.3.1.2.3", 1)

    @property
    def oid(self) -> str:
        return self.value[0]

    @property
    def size_bytes(self) -> int:
        return self.value[1]


class AccessRight(IntEnum):
    """One bit of an authentication terminal's template (TR-03110-4 2.2.3.2, table of access rights)."""

    AGE_VERIFICATION = 0
    COMMUNITY_VERIFICATION = 1
    RESTRICTED_IDENTIFICATION = 2
    PRIVILEGED_TERMINAL = 3
    CAN_ALLOWED = 4
    PIN_MANAGEMENT = 5
    INSTALL_CERTIFICATE = 6
    INSTALL_QUALIFIED_CERTIFICATE = 7
    DOCUMENT_TYPE = 8
    ISSUING_ENTITY = 9
    DATE_OF_EXPIRY = 10
    GIVEN_NAMES = 11
    FAMILY_NAMES = 12
    ARTISTIC_NAME = 13
    DOCTORAL_DEGREE = 14
    DATE_OF_BIRTH = 15
    PLACE_OF_BIRTH = 16
    NATIONALITY = 17
    SEX = 18
    OPTIONAL_DATA = 19
    BIRTH_NAME = 20
    WRITTEN_SIGNATURE = 21
    DATE_OF_ISSUANCE = 22
    READ_DG16 = 23
    ADDRESS = 24
    MUNICIPALITY = 25
    RESIDENCE_PERMIT_1 = 26
    RESIDENCE_PERMIT_2 = 27
    PHONE_NUMBER = 28
    EMAIL_ADDRESS = 29
    PSEUDONYMOUS_SIGNATURE = 30
    WRITE_EMAIL_ADDRESS = 32
    WRITE_PHONE_NUMBER = 33
    WRITE_RESIDENCE_PERMIT_2 = 34
    WRITE_RESIDENCE_PERMIT_1 = 35
    WRITE_MUNICIPALITY = 36
    WRITE_ADDRESS = 37

    @classmethod
    def reading(cls, data_group: int) -> Self:
        """Return the right to read data group 1 to 22."""
        if not 1 <= data_group <= 22:
            raise ValueError(f"data group {data_group} does not exist; use 1 to 22")
        return cls(data_group + 7)

    @property
    def data_group(self) -> int | None:
        """The data group this right reads, 1 to 22; none for every other right."""
        return self.value - 7 if 8 <= self.value <= 29 else None


@dataclass(frozen=True, slots=True)
class Chat:
    """One template; `unnamed_bits` keeps the bits that have no name here, so that encoding loses nothing."""

    role: Role
    rights: frozenset[AccessRight] = frozenset()
    terminal_type: TerminalType = TerminalType.AUTHENTICATION
    unnamed_bits: int = 0

    def restricted_to(self, allowed: Iterable[AccessRight]) -> Self:
        """Return the template with only those of its rights that are also in `allowed`."""
        return replace(self, rights=self.rights & frozenset(allowed), unnamed_bits=0)

    @property
    def discretionary_data(self) -> bytes:
        """Role and rights as the bit string of tag 53, 5 bytes for an authentication terminal."""
        size = self.terminal_type.size_bytes
        bits = int(self.role) << (8 * size - _ROLE_BITS) | self.unnamed_bits
        for right in self.rights:
            bits |= 1 << right
        return bits.to_bytes(size)

    def to_bytes(self) -> bytes:
        """Return the complete object 7F4C."""
        inner = tlv.encode(_TAG_OID, tlv.oid_bytes(self.terminal_type.oid))
        return tlv.encode(TAG, inner + tlv.encode(_TAG_DISCRETIONARY, self.discretionary_data))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read one complete object 7F4C; ChatError on anything else."""
        try:
            outer = tlv.parse_one(data)
            if outer.tag != TAG:
                raise ChatError(f"expected tag 7F4C, found {outer.tag:X}")
            return cls.from_value(outer.value)
        except tlv.TlvError as error:
            raise ChatError("the authorisation template is not well-formed") from error

    @classmethod
    def from_value(cls, value: bytes) -> Self:
        """Read what is inside tag 7F4C."""
        try:
            parts = tlv.parse_all(value)
            if [part.tag for part in parts] != [_TAG_OID, _TAG_DISCRETIONARY]:
                raise ChatError("an authorisation template holds exactly tags 06 and 53")
            kind = _terminal_type(tlv.oid_text(parts[0].value))
        except tlv.TlvError as error:
            raise ChatError("the authorisation template is not well-formed") from error
        return cls._from_bits(kind, parts[1].value)

    @classmethod
    def _from_bits(cls, kind: TerminalType, data: bytes) -> Self:
        if len(data) != kind.size_bytes:
            raise ChatError(f"this type's template has {kind.size_bytes} bytes, found {len(data)}")
        bits = int.from_bytes(data)
        role_shift = 8 * kind.size_bytes - _ROLE_BITS
        lower = bits & ((1 << role_shift) - 1)
        rights: frozenset[AccessRight] = frozenset()
        if kind is TerminalType.AUTHENTICATION:
            rights = frozenset(right for right in AccessRight if lower >> right & 1)
        named = sum(1 << right for right in rights)
        return cls(Role(bits >> role_shift), rights, kind, lower & ~named)


def _terminal_type(dotted: str) -> TerminalType:
    for kind in TerminalType:
        if kind.oid == dotted:
            return kind
    raise ChatError(f"{dotted} is no terminal type of TR-03110")
