"""Driving a run: blocks in the card thread, stops where a person must decide, never raises the expected."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, assert_never

from cardreader.card import PinReady, PinSuspended
from cardreader.chat import AccessRight
from cardreader.eid_client.client import ClientProfile, authenticate
from cardreader.eid_client.exchange import (
    Answer,
    AskCan,
    AskCanAgain,
    AskCitizen,
    AskOnSite,
    AskPinAfterCan,
    AskPinAgain,
    AuthorizationRequest,
    CanGiven,
    CardAnswered,
    CardFailed,
    CardProblem,
    CloseConnections,
    ConnectCard,
    ConnectedToPad,
    Consent,
    Conversation,
    Done,
    Errand,
    ExchangePaos,
    FetchPage,
    HttpFailed,
    PadAnswered,
    Page,
    PeekCertificate,
    PeerCertificate,
    Progress,
    Question,
    Refused,
    Report,
    SendToCard,
    UsePad,
)
from cardreader.eid_client.outcome import (
    MINOR_BY_FAILURE,
    EidAbort,
    EidFailed,
    EidFailure,
    EidOutcome,
    EidSucceeded,
)
from cardreader.errors import CardError, CardGoneError, ReaderGoneError
from cardreader.part10 import Feature
from cardreader.reader import Connection
from cardreader.secret import Secret, TypedOnReader


class Transport(Protocol):
    """Whatever carries a run's HTTP requests."""

    def fetch(self, url: str) -> Page | HttpFailed: ...
    def peek(self, url: str) -> PeerCertificate | HttpFailed: ...
    def exchange_paos(self, request: ExchangePaos) -> Page | HttpFailed: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class WhoAsks:
    """The citizen is to decide: who asks, and how many attempts the card's PIN has."""

    request: AuthorizationRequest
    retry: PinReady | PinSuspended
    on_reader: bool = False
    """Whether the PIN is typed on the reader: `proceed` then takes `TYPED_ON_READER`."""


@dataclass(frozen=True, slots=True)
class PinRejected:
    """The PIN was wrong; `proceed` may be called again.

    Or it was not tried, as the card was exchanged meanwhile, or as it had not six digits.

    With one attempt left, `resume` comes first.
    """

    attempts_left: int


@dataclass(frozen=True, slots=True)
class CanAccepted:
    """The last attempt is open: `proceed` may be called."""


@dataclass(frozen=True, slots=True)
class CanRejected:
    """The CAN was wrong, or is still missing; `resume` may be called again, as often as one likes."""


type OnProgress = Callable[[Progress], None]
type _Stop = Question | EidOutcome
_STOPPABLE = (SendToCard, ConnectCard, UsePad, Report)


class EidConversation:
    """One run, from the token to its outcome. All methods but `request_cancel` belong to one thread."""

    def __init__(
        self,
        transport: Transport,
        connect: Callable[[], Connection],
        profile: ClientProfile | None = None,
        today: Callable[[], date] = lambda: datetime.now().astimezone().date(),
    ) -> None:
        """`connect` opens the card on the reader, such as `ReaderPort.connect`; it is closed in the end."""
        self._transport = transport
        self._connect = connect
        self._profile = profile or ClientProfile()
        self._today = today
        self._connection: Connection | None = None
        self._run: Conversation[EidOutcome] | None = None
        self._outcome: EidOutcome | None = None
        self._cancelled = threading.Event()

    def start(self, tc_token_url: str) -> WhoAsks | EidFailed:
        """Fetch the token, hear who asks, and look at the card; may be called once."""
        match self._begin(authenticate(tc_token_url, self._profile, self._today())):
            case AskCitizen(request, retry, on_reader):
                return WhoAsks(request, retry, on_reader)
            case EidFailed() as failed:
                return failed
            case unexpected:
                raise AssertionError(f"the run began with {type(unexpected).__name__}")

    def proceed(
        self, chosen_optional: frozenset[AccessRight], pin: Secret | TypedOnReader, on_progress: OnProgress
    ) -> EidSucceeded | PinRejected | CanRejected | EidFailed:
        """Go on with the citizen's choice and PIN (its digits in ASCII), which is wiped in every case."""
        try:
            match self._advance(Consent(chosen_optional, pin), on_progress):
                case AskPinAgain(attempts_left):
                    return PinRejected(attempts_left)
                case AskCan():
                    return CanRejected()
                case EidSucceeded() | EidFailed() as outcome:
                    return outcome
                case unexpected:
                    raise AssertionError(f"the run went on with {type(unexpected).__name__}")
        finally:
            pin.wipe()

    def resume(self, can: Secret | TypedOnReader) -> CanAccepted | CanRejected | PinRejected | EidFailed:
        """Open the last attempt with the CAN (its digits in ASCII), which is wiped in every case.

        On a reader with a pad it is typed there, and the PIN after it: `TYPED_ON_READER`.

        PinRejected tells of a card that needs no CAN: another one than before.
        """
        try:
            match self._advance(CanGiven(can), _ignore):
                case AskPinAfterCan():
                    return CanAccepted()
                case AskCan():
                    return CanRejected()
                case AskPinAgain(attempts_left):
                    return PinRejected(attempts_left)
                case EidFailed() as failed:
                    return failed
                case unexpected:
                    raise AssertionError(f"the run went on with {type(unexpected).__name__} after a CAN")
        finally:
            can.wipe()

    def cancel(self) -> EidFailed:
        """End the run where the citizen was asked: tell the server, find the way back. Harmless later."""
        if self._outcome is not None:
            return EidFailed(None, EidFailure.CANCELLED, MINOR_BY_FAILURE[EidFailure.CANCELLED])
        match self._advance(Refused(), _ignore):
            case EidFailed() as failed:
                return failed
            case unexpected:
                raise AssertionError(f"the refused run went on with {type(unexpected).__name__}")

    def request_cancel(self) -> None:
        """Have `start` or `proceed`, running in another thread, end the run before the next command."""
        self._cancelled.set()

    def _begin(self, run: Conversation[EidOutcome]) -> _Stop:
        if self._run is not None:
            raise RuntimeError("a conversation is for one run; make another one")
        self._run = run
        return self._advance(None, _ignore)

    def _advance(self, answer: Answer | None, on_progress: OnProgress) -> _Stop:
        """Answer requests until a person must decide or the run is over."""
        run = self._run
        if run is None or self._outcome is not None:
            raise RuntimeError("the conversation is not waiting for anybody: start it first, once")
        is_waiting = False
        try:
            request = next(run) if answer is None else run.send(answer)
            while not isinstance(
                request, AskCitizen | AskPinAgain | AskPinAfterCan | AskCan | AskOnSite | AskCanAgain
            ):
                if self._cancelled.is_set() and isinstance(request, _STOPPABLE):
                    self._cancelled.clear()
                    request = run.throw(EidAbort(EidFailure.CANCELLED))
                else:
                    request = run.send(self._perform(request, on_progress))
            is_waiting = True
        except StopIteration as done:
            self._outcome = done.value
            return self._outcome
        else:
            return request
        finally:
            if not is_waiting:
                run.close()
                self._release()

    def _release(self) -> None:
        self._transport.close()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _perform(self, request: Errand, on_progress: OnProgress) -> Answer:
        match request:
            case FetchPage(url):
                return self._transport.fetch(url)
            case PeekCertificate(url):
                return self._transport.peek(url)
            case ExchangePaos():
                return self._transport.exchange_paos(request)
            case CloseConnections():
                self._transport.close()
                return Done()
            case Report(progress):
                on_progress(progress)
                return Done()
            case ConnectCard() | SendToCard() | UsePad():
                return self._ask_card(request)
            case _:
                assert_never(request)

    def _ask_card(self, request: ConnectCard | SendToCard | UsePad) -> Answer:
        try:
            if isinstance(request, ConnectCard):
                self._connection = self._connect()
                has_pad = Feature.EXECUTE_PACE in self._connection.features
                return ConnectedToPad() if has_pad else Done()
            if self._connection is None:
                return CardFailed(CardProblem.CARD_GONE)
            if isinstance(request, UsePad):
                return PadAnswered(self._connection.use(request.feature, request.data))
            return CardAnswered(self._connection.transmit(request.command))
        except CardGoneError:
            return CardFailed(CardProblem.CARD_GONE)
        except ReaderGoneError:
            return CardFailed(CardProblem.READER_GONE)
        except CardError:
            return CardFailed(CardProblem.FAILED)


def _ignore(_progress: Progress) -> None:
    """Nobody waits for progress here."""
