"""PIN first aid at the card: holds the reader's connection between the steps of a visit, without the city."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import assert_never

from cardreader import pin_on_pad
from cardreader.card import NotAnIdCard, PinSuspended, RetryCounter
from cardreader.channel import CardOperation, run
from cardreader.eid_client.client import abort_of
from cardreader.errors import CardError, CardGoneError, ReaderGoneError
from cardreader.pin_management import (
    CardChannel,
    NotThisNumber,
    PinSet,
    PinWrong,
    PukUsedUp,
    SeenCard,
    Swapped,
    Unblocked,
    attempts_of,
    look,
    open_by_can,
    open_by_pin,
    set_pin,
    unblock,
)
from cardreader.pin_on_pad import NewPinRefused, OpenOnReader, pad_of
from cardreader.reader import Connection
from cardreader.reader_pace import NothingTyped
from cardreader.secret import Secret, TypedOnReader
from kiosk import failures
from kiosk.session import events as ev
from kiosk.session import pin_effects as px
from kiosk.session import pin_events as pe
from kiosk.session.failure import Failure


def no_reader() -> Connection:
    """Stand in where a terminal has no reader."""
    raise ReaderGoneError("this terminal has no card reader")


class PinAid:
    """One card at a time; everything happens in one thread, in order."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        """`connect` opens the card on the reader, such as `ReaderPort.connect`."""
        self._connect = connect
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pin")
        self._connection: Connection | None = None
        self._seen: SeenCard | None = None
        self._resumed: CardChannel | OpenOnReader | None = None
        """What the CAN opened: the last attempt goes through it."""
        self._opened: CardChannel | OpenOnReader | None = None
        """What the PIN opened: a new one goes through it."""

    async def perform(self, effect: px.PinEffect) -> ev.Event:
        """Do it; what the card does not allow or answer is an event. The secret is wiped in every case."""
        work = self._thread.submit(self._perform, effect)
        secret = secret_of(effect)
        if secret is not None:
            # Not before: a card that is given a PIN half wiped counts a wrong one.
            work.add_done_callback(lambda _done: secret.wipe())
        return await asyncio.wrap_future(work)

    def leave(self) -> Future[None]:
        """Let go of the card; harmless without one."""
        return self._thread.submit(self._leave)

    def _perform(self, effect: px.PinEffect) -> ev.Event:
        try:
            match effect:
                case px.LookAtCard():
                    return self._look()
                case px.TryPin(pin):
                    return self._try_pin(pin)
                case px.TryCan(can):
                    return self._try_can(can)
                case px.TryPuk(puk):
                    return self._try_puk(puk)
                case px.SetPin(pin):
                    return self._set_pin(pin)
                case px.LeaveCard():
                    self._leave()
                    return ev.Settled()
                case _:
                    assert_never(effect)
        except CardError as error:
            self._leave()
            return ev.Failing(failures.of_eid(abort_of(error).failure))

    # ------------------------------------------------------------ in the card thread

    def _look(self) -> ev.Event:
        self._leave()
        self._connection = self._connect()
        found = self._run(look())
        if isinstance(found, NotAnIdCard):
            self._leave()
            return ev.Failing(Failure.NOT_AN_ID_CARD)
        self._seen = found
        return pe.CardLooked(found.counter, pad_of(self._connection))

    def _try_pin(self, pin: Secret | TypedOnReader) -> ev.Event:
        seen = self._card()
        if isinstance(seen.counter, PinSuspended) and self._resumed is None:
            return pe.CanRejected()
        resumed, self._resumed = self._resumed, None
        match self._opened_by_pin(seen, pin, resumed):
            case CardChannel() | OpenOnReader() as opened:
                self._opened = opened
                return pe.PinOpened()
            case PinWrong(counter):
                # A fresh session: nothing that was opened before may meet the next attempt.
                self._reconnect(seen, counter)
                return ev.PinRejected(attempts_of(counter))
            case Swapped(counter):
                return self._swapped(counter)
            case NothingTyped() as nothing:
                return _nothing(nothing)
            case unexpected:
                assert_never(unexpected)

    def _opened_by_pin(
        self, seen: SeenCard, pin: Secret | TypedOnReader, resumed: CardChannel | OpenOnReader | None
    ) -> CardChannel | OpenOnReader | PinWrong | Swapped | NothingTyped:
        if isinstance(pin, Secret):
            return self._run(open_by_pin(seen, pin, resumed if isinstance(resumed, CardChannel) else None))
        return pin_on_pad.open_by_pin(seen, self._connected())

    def _try_can(self, can: Secret | TypedOnReader) -> ev.Event:
        seen = self._card()
        match (
            self._run(open_by_can(seen, can))
            if isinstance(can, Secret)
            else pin_on_pad.open_by_can(seen, self._connected())
        ):
            case CardChannel() | OpenOnReader() as resumed:
                self._resumed = resumed
                return pe.CanAccepted()
            case NotThisNumber():
                return pe.CanRejected()
            case Swapped(counter):
                return self._swapped(counter)
            case NothingTyped() as nothing:
                return _nothing(nothing)
            case unexpected:
                assert_never(unexpected)

    def _try_puk(self, puk: Secret | TypedOnReader) -> ev.Event:
        seen = self._card()
        match (
            self._run(unblock(seen, puk))
            if isinstance(puk, Secret)
            else pin_on_pad.unblock(seen, self._connected())
        ):
            case Unblocked():
                return pe.PinUnblocked()
            case NotThisNumber():
                return pe.PukRejected()
            case PukUsedUp():
                return pe.PukSpent()
            case Swapped(counter):
                return self._swapped(counter)
            case NothingTyped() as nothing:
                return _nothing(nothing)
            case unexpected:
                assert_never(unexpected)

    def _set_pin(self, pin: Secret | TypedOnReader) -> ev.Event:
        match self._opened, pin:
            case CardChannel() as opened, Secret():
                self._opened = None
                outcome: PinSet | NewPinRefused | NothingTyped = self._run(set_pin(opened, pin))
            case OpenOnReader(), TypedOnReader():
                outcome = pin_on_pad.set_pin(self._connected())
            case _:
                raise CardGoneError("the channel that the PIN opened is gone")
        match outcome:
            case PinSet():
                return pe.PinRenewed()
            case NewPinRefused() as why:
                return pe.NewPinRejected(why)
            case NothingTyped() as nothing:
                return _nothing(nothing)
            case unexpected:
                assert_never(unexpected)

    def _swapped(self, counter: RetryCounter) -> ev.Event:
        self._reconnect(self._card(), counter)
        return pe.CardLooked(counter, pad_of(self._connected()))

    def _reconnect(self, seen: SeenCard, counter: RetryCounter) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = self._connect()
        self._seen, self._resumed, self._opened = replace(seen, counter=counter), None, None

    def _card(self) -> SeenCard:
        if self._seen is None:
            raise CardGoneError("no card has been looked at")
        return self._seen

    def _connected(self) -> Connection:
        if self._connection is None:
            raise CardGoneError("the connection to the card is closed")
        return self._connection

    def _run[T](self, operation: CardOperation[T]) -> T:
        return run(operation, self._connected())

    def _leave(self) -> None:
        connection, self._connection = self._connection, None
        self._seen = self._resumed = self._opened = None
        if connection is not None:
            with suppress(CardError):
                connection.close()


def _nothing(typed: NothingTyped) -> ev.Event:
    """Tell why nobody typed on the reader."""
    match typed:
        case NothingTyped.CANCELLED:
            return pe.PadCancelled()
        case NothingTyped.TIMED_OUT:
            return ev.Failing(Failure.PIN_TIMED_OUT)
        case _:
            assert_never(typed)


def secret_of(effect: px.PinEffect) -> Secret | TypedOnReader | None:
    """Give the secret that `effect` carries."""
    match effect:
        case px.TryPin(secret) | px.TryCan(secret) | px.TryPuk(secret) | px.SetPin(secret):
            return secret
        case px.LookAtCard() | px.LeaveCard():
            return None
        case _:
            assert_never(effect)
