"""The card reader through PC/SC: a shared connection in a transaction, errors in the terminal's terms."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from smartcard import scard

from cardreader.apdu import ApduError, CommandApdu, ResponseApdu
from cardreader.errors import CardError, CardGoneError, ProtocolError, ReaderGoneError
from cardreader.length_fit import LengthFit
from cardreader.part10 import (
    DESTROY_CHANNEL,
    GET_CAPABILITIES,
    Feature,
    PaceCapability,
    read_capabilities,
    read_features,
)
from cardreader.reader import ReaderStatus
from cardreader.watch import ACCESS_DENIED, SERVICE_DOWN, ReaderWatch, open_context, slots_now

_CONNECT_TRIES = 3
_CONNECT_PAUSE_S = 0.1
# Windows resets a card whose transaction is idle for five seconds, which would end secure messaging.
_KEEP_AWAKE_S = 4.0
_GET_FEATURES = scard.SCARD_CTL_CODE(3400)  # CM_IOCTL_GET_FEATURE_REQUEST

_ANY_PROTOCOL = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
_SELECT, _READ = 0xA4, 0xB0

_CARD_GONE = {
    scard.SCARD_W_REMOVED_CARD: "the card has been removed",
    scard.SCARD_E_NO_SMARTCARD: "no card lies on the reader",
    scard.SCARD_E_NOT_TRANSACTED: "the card stopped answering; place it again and do not move it",
    scard.SCARD_E_COMM_DATA_LOST: "the card stopped answering; place it again and do not move it",
    scard.SCARD_W_UNRESPONSIVE_CARD: "the card does not answer; place it again, the right way up",
    scard.SCARD_W_UNPOWERED_CARD: "the card has no power; place it again",
    scard.SCARD_W_RESET_CARD: "another program has reset the card; place it again",
    scard.SCARD_E_PROTO_MISMATCH: "the card speaks neither T=0 nor T=1",
}
_READER_GONE = {
    scard.SCARD_E_NO_SERVICE: SERVICE_DOWN,
    scard.SCARD_E_SERVICE_STOPPED: SERVICE_DOWN,
    scard.SCARD_E_INVALID_HANDLE: SERVICE_DOWN,
    scard.SCARD_F_COMM_ERROR: SERVICE_DOWN,
    scard.SCARD_W_SECURITY_VIOLATION: ACCESS_DENIED,
    scard.SCARD_E_READER_UNAVAILABLE: "the card reader is no longer attached; check its cable",
    scard.SCARD_E_UNKNOWN_READER: "the card reader is no longer attached; check its cable",
    scard.SCARD_E_SHARING_VIOLATION: "another program holds the card reader for itself; end that program",
}


class PcscConnection:
    """One card in one transaction; kept awake by a thread of its own until closed."""

    def __init__(self, context: int, card: int, protocol: int) -> None:
        self._context = context
        self._card = card
        self._send_header = _send_header(protocol)
        self._fit = LengthFit(_Sender(self._send))
        self._is_used = False
        """Whether the card has been told something that a reset makes it forget."""
        self._control_codes = control_codes(card)
        self._has_channel = False
        self._in_use = threading.Lock()
        self._closed = threading.Event()
        threading.Thread(target=self._keep_awake, name="card-keep-awake", daemon=True).start()

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        """Send one command, in parts if the reader needs that.

        CardGoneError, ReaderGoneError, or ProtocolError for an answer without status.
        """
        with self._in_use:
            if self._closed.is_set():
                raise CardGoneError("the connection to the card is closed")
            return self._fit.transmit(command)

    def _send(self, command: CommandApdu) -> ResponseApdu:
        result, answer = self._transmitted(command)
        if result == scard.SCARD_W_RESET_CARD and self._may_repeat(command):
            _check(self._reconnected())
            result, answer = self._transmitted(command)
        self._is_used |= result == scard.SCARD_S_SUCCESS and not _begins_anew(command)
        _check(result)
        if not answer:
            raise CardGoneError("the card stopped answering; place it again and do not move it")
        try:
            return ResponseApdu.from_bytes(bytes(answer))
        except ApduError as error:
            raise ProtocolError("the card's answer has no status word") from error

    def _transmitted(self, command: CommandApdu) -> tuple[int, list[int]]:
        result, answer = scard.SCardTransmit(self._card, self._send_header, list(command.to_bytes()))
        return int(result), answer

    def _may_repeat(self, command: CommandApdu) -> bool:
        """A reset has cost nothing while the card knew nothing yet."""
        return not (self._is_used or self._has_channel) and _begins_anew(command)

    def _reconnected(self) -> int:
        """Take the card that another program has reset, as it is now; the result is PC/SC's."""
        result, protocol = scard.SCardReconnect(
            self._card, scard.SCARD_SHARE_SHARED, _ANY_PROTOCOL, scard.SCARD_LEAVE_CARD
        )
        if result == scard.SCARD_S_SUCCESS:
            self._send_header = _send_header(protocol)
            result = scard.SCardBeginTransaction(self._card)
        return int(result)

    @property
    def features(self) -> frozenset[Feature]:
        """What the reader's own pad can do; empty for a basic reader."""
        return frozenset(self._control_codes)

    def use(self, feature: Feature, data: bytes) -> bytes:
        """Have the pad do something, and wait while the person types; CardGoneError, ReaderGoneError."""
        with self._in_use:
            if self._closed.is_set():
                raise CardGoneError("the connection to the card is closed")
            self._has_channel |= feature is Feature.EXECUTE_PACE
            result, answer = scard.SCardControl(self._card, self._control_codes[feature], list(data))
        _check(result)
        return bytes(answer)

    def close(self) -> None:
        """Reset the card and release the reader; harmless when the card is gone, or when repeated."""
        with self._in_use:
            if self._closed.is_set():
                return
            self._closed.set()
            if self._has_channel:
                scard.SCardControl(
                    self._card, self._control_codes[Feature.EXECUTE_PACE], list(DESTROY_CHANNEL)
                )
            scard.SCardEndTransaction(self._card, scard.SCARD_LEAVE_CARD)
            scard.SCardDisconnect(self._card, scard.SCARD_RESET_CARD)
            scard.SCardReleaseContext(self._context)

    def _keep_awake(self) -> None:
        while not self._closed.wait(_KEEP_AWAKE_S):
            with self._in_use:
                if not self._closed.is_set():
                    scard.SCardStatus(self._card)


@dataclass(frozen=True, slots=True)
class _Sender:
    """One command exactly as it is, as a channel."""

    send: Callable[[CommandApdu], ResponseApdu]

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        return self.send(command)


def _begins_anew(command: CommandApdu) -> bool:
    """Whether a command means the same to a card that was just reset: files by their short number."""
    return command.cla == 0 and (command.ins == _SELECT or (command.ins == _READ and command.p1 & 0x80 != 0))


def _send_header(protocol: int) -> int:
    return int(scard.SCARD_PCI_T0 if protocol == scard.SCARD_PROTOCOL_T0 else scard.SCARD_PCI_T1)


def control_codes(card: int) -> dict[Feature, int]:
    """Ask a reader for the features of its pad, by its open handle; none when it knows no such question.

    PACE that cannot do the eID's kind is left out: the reader is then as good as a basic one.
    """
    result, answer = scard.SCardControl(card, _GET_FEATURES, [])
    if result != scard.SCARD_S_SUCCESS:
        return {}
    try:
        codes = dict(read_features(bytes(answer)))
    except ProtocolError:
        return {}
    if Feature.EXECUTE_PACE in codes and not _does_eid(card, codes[Feature.EXECUTE_PACE]):
        del codes[Feature.EXECUTE_PACE]
    return codes


def _does_eid(card: int, code: int) -> bool:
    result, answer = scard.SCardControl(card, code, list(GET_CAPABILITIES))
    try:
        return result == scard.SCARD_S_SUCCESS and PaceCapability.EID in read_capabilities(bytes(answer))
    except ProtocolError:
        return False


class PcscReaders:
    """The readers of this machine as one port: the one with a card on it, else the first."""

    def __init__(self, pause: Callable[[float], None] = time.sleep) -> None:
        """`pause` waits between two tries to connect; it is given seconds."""
        self._pause = pause

    def connect(self) -> PcscConnection:
        """Connect to the card present, in up to 3 tries 100 ms apart; see `ReaderPort.connect`."""
        for _ in range(_CONNECT_TRIES - 1):
            try:
                return _connect_once()
            except CardError:
                self._pause(_CONNECT_PAUSE_S)
        return _connect_once()

    def watch(self, report: Callable[[ReaderStatus], None]) -> ReaderWatch:
        """Report the status now and after each change; see `ReaderPort.watch`."""
        return ReaderWatch(report)


def _connect_once() -> PcscConnection:
    context = open_context()
    try:
        card, protocol = _open_card(context, _reader_with_card(context))
    except CardError:
        scard.SCardReleaseContext(context)
        raise
    return PcscConnection(context, card, protocol)


def _reader_with_card(context: int) -> str:
    slots = [slot for slot in slots_now(context) if slot.is_attached]
    if not slots:
        raise ReaderGoneError("no card reader is attached; plug it in, or check its driver")
    for slot in slots:
        if slot.has_card:
            return slot.name
    raise CardGoneError("no card lies on the reader")


def _open_card(context: int, reader: str) -> tuple[int, int]:
    """Return handle and protocol of the card, in a transaction that no other program can enter."""
    result, card, protocol = scard.SCardConnect(context, reader, scard.SCARD_SHARE_SHARED, _ANY_PROTOCOL)
    _check(result)
    result = scard.SCardBeginTransaction(card)
    if result != scard.SCARD_S_SUCCESS:
        scard.SCardDisconnect(card, scard.SCARD_RESET_CARD)
    _check(result)
    return int(card), int(protocol)


def _check(result: int) -> None:
    if result == scard.SCARD_S_SUCCESS:
        return
    if result in _CARD_GONE:
        raise CardGoneError(_CARD_GONE[result])
    raise ReaderGoneError(
        _READER_GONE.get(result, f"the smart-card service failed with code {result & 0xFFFFFFFF:08X}")
    )
