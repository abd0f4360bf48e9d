"""What a terminal asks a card before any password: is it an identity card, what can it do, how is its PIN."""

from collections.abc import Callable
from dataclasses import dataclass, field

from cardreader import tlv
from cardreader.apdu import CommandApdu
from cardreader.channel import CardOperation
from cardreader.errors import ProtocolError, UnexpectedStatus
from cardreader.pace import PIN_ATTEMPTS, PasswordId, set_authentication_template
from cardreader.security_infos import PaceInfo, SecurityInfos

EID_APPLICATION = bytes.fromhex("E80704007F00070302")
"""Application identifier of the eID application (TR-03127)."""

_PERSOSIM_APPLICATION = bytes.fromhex("F04E66E75C02D8")
"""Phones that play the simulator PersoSim answer to this name before they answer to the eID's."""

_SELECTED_OR_PROTECTED = frozenset({0x9000, 0x6982, 0x6D00})

_SFI_DIR = 0x1E
_SFI_CARD_ACCESS = 0x1C

_LE_SHORT = 256
_OFFSET_MAX = 0x7FFF


@dataclass(frozen=True, slots=True)
class IdCard:
    """An identity card with PACE this terminal can run."""

    ef_card_access: bytes = field(repr=False)
    """The file as the card has it, without padding: the eID server wants these very bytes."""
    security_infos: SecurityInfos
    pace_info: PaceInfo
    """The variant of PACE to use."""


@dataclass(frozen=True, slots=True)
class NotAnIdCard:
    """Some other card: a passport, a bank card, an identity card without the eID application."""


@dataclass(frozen=True, slots=True)
class PinReady:
    """The PIN can be tried; 3 or 2 attempts are left."""

    attempts_left: int


@dataclass(frozen=True, slots=True)
class PinSuspended:
    """One attempt is left, and only after the CAN."""


@dataclass(frozen=True, slots=True)
class PinBlocked:
    """No attempt is left; the PUK unblocks it."""


@dataclass(frozen=True, slots=True)
class PinDeactivated:
    """The citizen had the eID function switched off."""


type RetryCounter = PinReady | PinSuspended | PinBlocked | PinDeactivated


def detect() -> CardOperation[IdCard | NotAnIdCard]:
    """Find out whether this is an identity card and what it says about itself.

    Leaves the master file selected. Raises ProtocolError if the card contradicts itself.
    """
    if not (yield from _has_application()):
        return NotAnIdCard()
    try:
        yield from _select_master_file()
        directory = yield from read_file(_SFI_DIR, "EF.DIR", is_whole=_names_the_eid)
        if EID_APPLICATION not in _applications(directory):
            return NotAnIdCard()
        ef_card_access = yield from read_card_access()
    except UnexpectedStatus:
        return NotAnIdCard()
    security_infos = SecurityInfos.parse(ef_card_access)
    pace_info = security_infos.supported_pace()
    if pace_info is None:
        return NotAnIdCard()
    return IdCard(ef_card_access, security_infos, pace_info)


def read_card_access() -> CardOperation[bytes]:
    """Read EF.CardAccess from the master file, without padding after it."""
    content = yield from read_file(_SFI_CARD_ACCESS, "EF.CardAccess", is_whole=holds_an_object)
    try:
        _, padding = tlv.parse_prefix(content)
    except tlv.TlvError as error:
        raise ProtocolError(f"EF.CardAccess is malformed: {error}") from error
    return content[: len(content) - len(padding)]


def holds_an_object(content: bytes) -> bool:
    """Say whether a file that is one data object has been read: nothing but padding can follow it."""
    try:
        tlv.parse_prefix(content)
    except tlv.TlvError:
        return False
    return True


def read_file(
    sfi: int,
    name: str,
    *,
    chunk_bytes: int = _LE_SHORT,
    is_whole: Callable[[bytes], bool] = lambda _content: False,
) -> CardOperation[bytes]:
    """Read a whole transparent file of the current directory, `chunk_bytes` a command.

    `is_whole` tells of what was read that nothing is missing; otherwise the card tells by where it ends, each
    in its own way. `name` is for the error text. Raises UnexpectedStatus if the file is not there or must not
    be read.
    """
    response = yield CommandApdu(0x00, 0xB0, 0x80 | sfi, 0x00, le=chunk_bytes)
    content = response.data
    while response.sw == 0x9000 and response.data and len(content) <= _OFFSET_MAX and not is_whole(content):
        # The short identifier selected the file: from now on P1 and P2 are the offset.
        response = yield CommandApdu(0x00, 0xB0, len(content) >> 8, len(content) & 0xFF, le=chunk_bytes)
        if response.sw == 0x6B00:
            return content  # the offset lies just behind the end
        content += response.data
    if response.sw not in {0x9000, 0x6282}:
        raise UnexpectedStatus(f"READ BINARY of {name}", response.sw)
    return content


def read_retry_counter(info: PaceInfo) -> CardOperation[RetryCounter]:
    """Ask how many attempts the PIN has left; spends none, since PACE is only selected, not run."""
    response = yield set_authentication_template(info, PasswordId.PIN, None)
    match response.sw:
        case 0x9000:
            return PinReady(PIN_ATTEMPTS)
        case 0x63C2:
            return PinReady(2)
        case 0x63C1:
            return PinSuspended()
        case 0x63C0:
            return PinBlocked()
        case 0x6283:
            return PinDeactivated()
        case sw:
            raise UnexpectedStatus("MSE:Set AT for the PIN", sw)


def _has_application() -> CardOperation[bool]:
    for identifier in (EID_APPLICATION, _PERSOSIM_APPLICATION):
        response = yield CommandApdu(0x00, 0xA4, 0x04, 0x0C, identifier)
        if response.sw in _SELECTED_OR_PROTECTED:
            return True
    return False


def _select_master_file() -> CardOperation[None]:
    response = yield CommandApdu(0x00, 0xA4, 0x00, 0x0C, b"\x3f\x00")
    if response.sw != 0x9000:
        raise UnexpectedStatus("SELECT of the master file", response.sw)


def _names_the_eid(directory: bytes) -> bool:
    """Say whether the part of EF.DIR that was read is enough."""
    try:
        return EID_APPLICATION in _applications(directory)
    except ProtocolError:  # cut off so far
        return False


def _applications(directory: bytes) -> set[bytes]:
    """Return the application identifiers in EF.DIR (ISO 7816-4 12.2.2), whose end may be padded.

    Each stands in a template of its application or by itself.
    """
    identifiers = set()
    try:
        while directory[:1] in (b"\x61", b"\x4f"):
            found, directory = tlv.parse_prefix(directory)
            identifiers.add(found.value if found.tag == 0x4F else tlv.fields(found.value).get(0x4F, b""))
    except tlv.TlvError as error:
        raise ProtocolError(f"EF.DIR is malformed: {error}") from error
    return identifiers
