"""Watches PC/SC for readers and cards: the whole truth at the start, every change after, healing itself."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from smartcard import scard

from cardreader.errors import ReaderGoneError
from cardreader.reader import CardPresent, EmptyReader, NoReader, ReaderStatus

SERVICE_DOWN = (
    "the smart-card service does not answer; start it (Linux: systemctl start pcscd.socket, package pcscd; "
    "Windows: service SCardSvr)"
)

ACCESS_DENIED = (
    "the smart-card service denies access (pcscd 2 asks polkit): run in the active local session, or allow "
    "this user org.debian.pcsc-lite.access_pcsc and .access_card in /etc/polkit-1/rules.d"
)

# A slot that changes when a reader comes or goes. On Windows its state is their number and must be handed
# back; pcsc-lite tells only a call that was waiting already, so readers are listed anew now and then.
_PLUG_AND_PLAY = "\\\\?PnP?\\Notification"
_RELIST_MS = 1000
_SERVICE_RETRY_S = 0.5
_READERS_RETRY_S = 0.1
_COUNTER_SHIFT = 16  # the upper half of an event state counts insertions and removals


class ReaderUnpluggedError(ReaderGoneError):
    """A reader went away between being listed and being asked for its state."""


@dataclass(frozen=True, slots=True)
class SlotState:
    """One reader as PC/SC sees it; `event` is the raw state word, which the next wait is compared with."""

    name: str
    event: int
    atr: bytes = field(repr=False)

    @property
    def has_card(self) -> bool:
        return bool(self.event & scard.SCARD_STATE_PRESENT)

    @property
    def is_attached(self) -> bool:
        return not self.event & (scard.SCARD_STATE_UNAVAILABLE | scard.SCARD_STATE_UNKNOWN)


def open_context() -> int:
    """Return a new PC/SC context; ReaderGoneError when the service is down or does not admit this user."""
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM)
    if result == scard.SCARD_W_SECURITY_VIOLATION:
        raise ReaderGoneError(ACCESS_DENIED)
    if result != scard.SCARD_S_SUCCESS:
        raise ReaderGoneError(SERVICE_DOWN)
    return int(context)


def slots_now(context: int) -> tuple[SlotState, ...]:
    """Return every reader with its state at this moment; ReaderGoneError when the service is down."""
    slots = tuple(_unseen(name) for name in _reader_names(context))
    return _wait(context, slots, timeout_ms=0) if slots else ()


class ReaderWatch:
    """Runs in a thread of its own from construction until `stop`; see `reader.ReaderPort.watch`."""

    def __init__(self, report: Callable[[ReaderStatus], None]) -> None:
        self._report = report
        self._stopping = threading.Event()
        self._context: int | None = None
        self._last: ReaderStatus | None = None
        self._thread = threading.Thread(target=self._run, name="reader-watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the watch; no report comes after this returns. Harmless when repeated."""
        self._stopping.set()
        if self._thread is threading.current_thread():
            return
        while self._thread.is_alive():
            # A cancellation just before the wait begins is lost: repeat it until the thread has ended.
            context = self._context
            if context is not None:
                scard.SCardCancel(context)
            self._thread.join(0.02)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._watch_service()
            except ReaderUnpluggedError:
                self._stopping.wait(_READERS_RETRY_S)
            except ReaderGoneError:
                self._tell(NoReader())
                self._stopping.wait(_SERVICE_RETRY_S)

    def _watch_service(self) -> None:
        """Follow the service through one context; ReaderGoneError when it ends."""
        context = open_context()
        self._context = context
        try:
            known: dict[str, SlotState] = {}
            while not self._stopping.is_set():
                names = (*_reader_names(context), _PLUG_AND_PLAY)
                before = tuple(known.get(name) or _unseen(name) for name in names)
                now = _wait(context, before, _RELIST_MS if known else 0)
                known = {slot.name: slot for slot in now}
                self._tell_all(before[:-1], now[:-1])
        finally:
            self._context = None
            scard.SCardReleaseContext(context)

    def _tell_all(self, before: tuple[SlotState, ...], now: tuple[SlotState, ...]) -> None:
        for old, new in zip(before, now, strict=True):
            if _was_swapped(old, new):
                self._tell(EmptyReader(new.name))
        self._tell(_truth(now))

    def _tell(self, status: ReaderStatus) -> None:
        if status != self._last and not self._stopping.is_set():
            self._last = status
            self._report(status)


def _reader_names(context: int) -> list[str]:
    result, names = scard.SCardListReaders(context, [])
    if result == scard.SCARD_E_NO_READERS_AVAILABLE:
        return []
    if result != scard.SCARD_S_SUCCESS:
        raise ReaderGoneError(SERVICE_DOWN)
    return [str(name) for name in names]


def _unseen(name: str) -> SlotState:
    return SlotState(name, scard.SCARD_STATE_UNAWARE, b"")


def _wait(context: int, slots: tuple[SlotState, ...], timeout_ms: int) -> tuple[SlotState, ...]:
    """Wait until a slot differs from what is known of it, then return all of them anew, in their order."""
    asked = [(slot.name, slot.event) for slot in slots]
    result, answered = scard.SCardGetStatusChange(context, timeout_ms, asked)
    if result in {scard.SCARD_E_TIMEOUT, scard.SCARD_E_CANCELLED}:
        return slots
    if result in {scard.SCARD_E_UNKNOWN_READER, scard.SCARD_E_READER_UNAVAILABLE}:
        raise ReaderUnpluggedError("the card reader has just been unplugged; check its cable")
    if result != scard.SCARD_S_SUCCESS:
        raise ReaderGoneError(SERVICE_DOWN)
    return tuple(
        SlotState(str(name), event & ~scard.SCARD_STATE_CHANGED, bytes(atr)) for name, event, atr in answered
    )


def _was_swapped(before: SlotState, now: SlotState) -> bool:
    """Whether a card was taken and a card laid between two looks: it may be another one."""
    counted = (now.event >> _COUNTER_SHIFT) - (before.event >> _COUNTER_SHIFT)
    return before.has_card and now.has_card and counted != 0


def _truth(slots: tuple[SlotState, ...]) -> ReaderStatus:
    attached = [slot for slot in slots if slot.is_attached]
    for slot in attached:
        if slot.has_card:
            return CardPresent(slot.name, slot.atr)
    return EmptyReader(attached[0].name) if attached else NoReader()
