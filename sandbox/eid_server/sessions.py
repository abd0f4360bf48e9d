"""The open sessions: who may connect with which key, whose turn it is, results that are given out once."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from cardreader.eid_client import paos
from cardreader.eid_client.paos_messages import (
    ClientMessage,
    Envelope,
    ServerMessage,
    StartPaos,
    StartPaosResponse,
)
from cardreader.eid_client.result import Result, ResultMinor, failed
from sandbox.eid_server.conversation import Outcome, result_for_client
from sandbox.eid_server.eid_interface import INVALID_SESSION, EidError, GetResultResponse, NoResultYet
from sandbox.eid_server.session_plan import Conversation

_ID_BYTES = 16
_PSK_BYTES = 32


class _Stage(Enum):
    OPENED = auto()
    CONVERSING = auto()
    ENDED = auto()


@dataclass(slots=True)
class _Session:
    psk: bytes = field(repr=False)
    conversation: Conversation[Outcome]
    last_sign_of_life_s: float
    stage: _Stage = _Stage.OPENED
    outcome: Outcome | None = None
    last_message_id: str | None = None


class Sessions:
    """All sessions of one server; every method may be called from any thread.

    `clock_s` is a steady clock in seconds. A session that hears nothing for `idle_s` ends with a timeout; a
    result that nobody fetches for as long is deleted.
    """

    def __init__(self, limit: int, idle_s: float, clock_s: Callable[[], float]) -> None:
        self._limit = limit
        self._idle_s = idle_s
        self._clock_s = clock_s
        self._sessions: dict[str, _Session] = {}
        self._lock = threading.RLock()

    def open(self, conversation: Conversation[Outcome]) -> tuple[str, bytes] | None:
        """Return identifier and key of a new session; None when there are too many."""
        with self._lock:
            self._expire()
            if len(self._sessions) >= self._limit:
                return None
            session_id = secrets.token_hex(_ID_BYTES)
            psk = secrets.token_bytes(_PSK_BYTES)
            self._sessions[session_id] = _Session(psk, conversation, self._clock_s())
            return session_id, psk

    def psk(self, session_id: str) -> bytes | None:
        """Return the key of a session that has not ended; None for any other name."""
        with self._lock:
            self._expire()
            session = self._sessions.get(session_id)
            return session.psk if session is not None and session.stage is not _Stage.ENDED else None

    def answer(self, session_id: str, received: Envelope[ClientMessage]) -> Envelope[ServerMessage]:
        """Take the client's message and return the server's; StartPAOSResponse is always the last one."""
        with self._lock:
            self._expire()
            session = self._sessions.get(session_id)
            if session is None or session.stage is _Stage.ENDED:
                return _enveloped(StartPaosResponse(failed(ResultMinor.TIMEOUT)), received.message_id)
            session.last_sign_of_life_s = self._clock_s()
            objection = _objection(session, session_id, received)
            if objection is not None:
                reply: ServerMessage = self._end(session, EidError(objection))
            else:
                reply = self._advance(session, received.message)
            answer = _enveloped(reply, received.message_id)
            session.last_message_id = answer.message_id
            return answer

    def abort(self, session_id: str, minor: str, relates_to: str) -> Envelope[ServerMessage]:
        """End a session from the server's side, such as after a message that could not be read."""
        with self._lock:
            session = self._sessions.get(session_id)
            if session is not None and session.stage is not _Stage.ENDED:
                self._end(session, EidError(minor))
            return _enveloped(StartPaosResponse(result_for_client(EidError(minor))), relates_to)

    def take_result(self, session_id: str) -> GetResultResponse:
        """Return the result of an ended session and delete it."""
        with self._lock:
            self._expire()
            session = self._sessions.get(session_id)
            if session is None:
                return EidError(INVALID_SESSION)
            if session.outcome is None:
                return NoResultYet()
            del self._sessions[session_id]
            return session.outcome

    def clear(self) -> None:
        """Forget every session."""
        with self._lock:
            self._sessions.clear()

    def _advance(self, session: _Session, message: ClientMessage) -> ServerMessage:
        try:
            if session.stage is _Stage.OPENED:
                session.stage = _Stage.CONVERSING
                return next(session.conversation)
            return session.conversation.send(message)
        except StopIteration as finished:
            outcome: Outcome = finished.value
            return self._end(session, outcome)

    def _end(self, session: _Session, outcome: Outcome) -> StartPaosResponse:
        session.conversation.close()
        session.stage = _Stage.ENDED
        session.outcome = outcome
        result: Result = result_for_client(outcome)
        return StartPaosResponse(result)

    def _expire(self) -> None:
        deadline_s = self._clock_s() - self._idle_s
        for session_id, session in list(self._sessions.items()):
            if session.last_sign_of_life_s > deadline_s:
                continue
            if session.stage is _Stage.ENDED:
                del self._sessions[session_id]
            else:
                self._end(session, EidError(ResultMinor.TIMEOUT))
                session.last_sign_of_life_s = self._clock_s()


def _objection(session: _Session, session_id: str, received: Envelope[ClientMessage]) -> ResultMinor | None:
    """Say what is wrong with the place or the address of a message, if anything."""
    match received.message:
        case StartPaos(session_identifier):
            if session.stage is not _Stage.OPENED:
                return ResultMinor.INTERNAL_ERROR
            return None if session_identifier == session_id else ResultMinor.PARAMETER_ERROR
        case _:
            if session.stage is _Stage.OPENED:
                return ResultMinor.INTERNAL_ERROR
            fits = received.relates_to == session.last_message_id
            return None if fits else ResultMinor.PARAMETER_ERROR


def _enveloped(message: ServerMessage, relates_to: str) -> Envelope[ServerMessage]:
    return Envelope(paos.new_message_id(), relates_to or None, message)
