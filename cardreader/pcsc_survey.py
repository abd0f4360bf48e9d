"""A look at all readers of this machine for whoever repairs it: drivers, features, and what lies on them."""

from collections.abc import Iterator
from contextlib import contextmanager

from smartcard import scard

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.card import IdCard, detect
from cardreader.channel import run
from cardreader.errors import CardError, CardGoneError, ReaderGoneError
from cardreader.pcsc import control_codes
from cardreader.survey import (
    CardLook,
    Driver,
    Reader,
    Service,
    Survey,
)
from cardreader.watch import ACCESS_DENIED, SlotState, open_context, slots_now

_ANY_PROTOCOL = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
_WRONG_LENGTH = 0x6700
_READ_LONG = CommandApdu(0x00, 0xB0, 0x9C, 0x00, le=65536)  # EF.CardAccess, asked for with an extended length


def look() -> Survey:
    """Look at everything once; waits for nobody, and leaves a card in use alone."""
    try:
        context = open_context()
    except ReaderGoneError as error:
        return Survey(Service.DENIED if str(error) == ACCESS_DENIED else Service.DOWN)
    try:
        slots = slots_now(context)
    except ReaderGoneError:
        return Survey(Service.DOWN)
    else:
        return Survey(Service.RUNNING, tuple(_reader(context, slot) for slot in slots if slot.is_attached))
    finally:
        scard.SCardReleaseContext(context)


def _reader(context: int, slot: SlotState) -> Reader:
    card = _card(context, slot)
    if card is CardLook.IN_USE:
        return Reader(slot.name, card)
    shared = slot.has_card and card is not CardLook.MUTE
    mode, protocols = (scard.SCARD_SHARE_SHARED, _ANY_PROTOCOL) if shared else (scard.SCARD_SHARE_DIRECT, 0)
    with _opened(context, slot.name, mode, protocols) as handle:
        if handle is None:
            return Reader(slot.name, card)
        driver = Driver(
            _text(handle, scard.SCARD_ATTR_VENDOR_NAME),
            _text(handle, scard.SCARD_ATTR_VENDOR_IFD_TYPE),
            _version(handle),
        )
        return Reader(slot.name, card, driver, tuple(sorted(control_codes(handle))))


def _card(context: int, slot: SlotState) -> CardLook:
    if not slot.has_card:
        return CardLook.NONE
    # pcsc-lite makes every call wait while another program has a transaction: so nothing is asked then.
    if slot.event & (scard.SCARD_STATE_INUSE | scard.SCARD_STATE_EXCLUSIVE):
        return CardLook.IN_USE
    if slot.event & scard.SCARD_STATE_MUTE:
        return CardLook.MUTE
    result, handle, protocol = scard.SCardConnect(context, slot.name, scard.SCARD_SHARE_SHARED, _ANY_PROTOCOL)
    if result == scard.SCARD_E_SHARING_VIOLATION:
        return CardLook.IN_USE
    if result != scard.SCARD_S_SUCCESS:
        return CardLook.MUTE
    try:
        return _kind(_Plain(handle, protocol))
    finally:
        scard.SCardDisconnect(handle, scard.SCARD_LEAVE_CARD)


def _kind(channel: "_Plain") -> CardLook:
    try:
        if not isinstance(run(detect(), channel), IdCard):
            return CardLook.OTHER
        too_long = channel.transmit(_READ_LONG).sw == _WRONG_LENGTH
    except CardError:
        return CardLook.UNREADABLE
    return CardLook.SHORT_LENGTH_ONLY if too_long else CardLook.ID_CARD


class _Plain:
    """A channel without a transaction, which would keep a terminal out."""

    def __init__(self, handle: int, protocol: int) -> None:
        self._handle = handle
        self._header = scard.SCARD_PCI_T0 if protocol == scard.SCARD_PROTOCOL_T0 else scard.SCARD_PCI_T1

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        result, answer = scard.SCardTransmit(self._handle, self._header, list(command.to_bytes()))
        if result != scard.SCARD_S_SUCCESS or len(answer) < 2:
            raise CardGoneError("the card does not answer")
        return ResponseApdu.from_bytes(bytes(answer))


@contextmanager
def _opened(context: int, name: str, mode: int, protocols: int) -> Iterator[int | None]:
    result, handle, _ = scard.SCardConnect(context, name, mode, protocols)
    if result != scard.SCARD_S_SUCCESS:
        yield None
        return
    try:
        yield int(handle)
    finally:
        scard.SCardDisconnect(handle, scard.SCARD_LEAVE_CARD)


def _text(handle: int, attribute: int) -> str:
    result, value = scard.SCardGetAttrib(handle, attribute)
    if result != scard.SCARD_S_SUCCESS:
        return ""
    return bytes(value).rstrip(b"\x00").decode("utf-8", "replace")


def _version(handle: int) -> str:
    """Major and minor in the upper bytes, the build in the lower two (PC/SC part 3)."""
    result, value = scard.SCardGetAttrib(handle, scard.SCARD_ATTR_VENDOR_IFD_VERSION)
    if result != scard.SCARD_S_SUCCESS or len(value) < 4:
        return ""
    number = int.from_bytes(bytes(value)[:4], "little")
    return f"{number >> 24}.{number >> 16 & 0xFF}.{number & 0xFFFF}"
