"""The PAOS dialogue with the eID server: one message out, one message in, and which answer is owed."""

from dataclasses import dataclass
from typing import assert_never

from cardreader.eid_client import paos
from cardreader.eid_client.exchange import Conversation, ExchangePaos, HttpFailed, Page, PreSharedKey, ask
from cardreader.eid_client.outcome import EidAbort, EidFailure
from cardreader.eid_client.paos_messages import (
    ClientMessage,
    DidAuthenticate,
    DidAuthenticateResponse,
    DidList,
    Disconnect,
    DisconnectResponse,
    Envelope,
    InitializeFramework,
    InitializeFrameworkResponse,
    ServerMessage,
    StartPaos,
    StartPaosResponse,
    Transmit,
    TransmitResponse,
    UserAgent,
)
from cardreader.eid_client.result import ResultMinor, failed
from cardreader.eid_client.tctoken import TcToken
from cardreader.eid_client.tls_trail import TlsTrail
from cardreader.eid_client.token_fetch import failure_of


@dataclass(frozen=True, slots=True)
class Incomprehensible:
    """A message that could not be read; `request` is the element's name if that much was understood."""

    request: str


type Received = ServerMessage | Incomprehensible


class Dialogue:
    """Sends and receives; after a failure of the channel nothing more can be said."""

    def __init__(self, token: TcToken, trail: TlsTrail) -> None:
        self._url = token.server_address
        self._session_identifier = token.session_identifier
        self._psk = PreSharedKey(token.session_identifier, token.psk) if token.psk is not None else None
        self._trail = trail
        self._last_received: str | None = None

    def start(self, user_agent: UserAgent) -> Conversation[Received]:
        """Open the dialogue; EidAbort if the server cannot be reached or trusted."""
        return (yield from self.send(StartPaos(self._session_identifier, user_agent)))

    def send(self, message: ClientMessage) -> Conversation[Received]:
        """Send a message and return what comes back; EidAbort if the channel fails."""
        body = paos.build_client_message(Envelope(paos.new_message_id(), self._last_received, message))
        answer = yield from ask(ExchangePaos(self._url, self._psk, body), Page, HttpFailed)
        if isinstance(answer, HttpFailed):
            raise EidAbort(failure_of(answer, otherwise=EidFailure.SERVER_UNREACHABLE))
        self._trail.note(answer.certificate)
        if answer.status != 200:
            raise EidAbort(EidFailure.SERVER_UNREACHABLE)
        try:
            received = paos.parse_server_message(answer.body)
        except paos.PaosError as error:
            self._last_received = error.message_id or None
            return Incomprehensible(error.request)
        self._last_received = received.message_id or None
        return received.message


def error_answer(received: Received, minor: str) -> ClientMessage | None:
    """Return the answer that reports an error to what came; none if nothing is owed."""
    result = failed(minor)
    match received:
        case InitializeFramework() | Incomprehensible("InitializeFramework"):
            return InitializeFrameworkResponse(result)
        case Disconnect() | Incomprehensible("Disconnect"):
            return DisconnectResponse(result)
        case DidAuthenticate() | Incomprehensible("DIDAuthenticate"):
            return DidAuthenticateResponse(result)
        case Transmit() | Incomprehensible("Transmit"):
            return TransmitResponse(result)
        case DidList() | StartPaosResponse() | Incomprehensible():
            return None
        case _:
            assert_never(received)


def server_abort(response: StartPaosResponse, *, is_complete: bool) -> EidAbort | None:
    """Judge the end the server declares; success before the card was authenticated is none."""
    if response.result.is_ok and is_complete:
        return None
    minor = response.result.minor or ResultMinor.INTERNAL_ERROR
    return EidAbort(EidFailure.SERVER_ERROR, minor, reported_by_server=True)
