"""Signing a citizen in: the attempt at Bochum-ID and the eID client's run, in the card's own thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, assert_never

from cardreader.chat import AccessRight
from cardreader.eid_client.conversation import EidConversation, PinRejected, WhoAsks
from cardreader.eid_client.exchange import Progress
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.secret import Secret
from kiosk import failures
from kiosk.bochum_id.errors import Problem
from kiosk.bochum_id.values import CitizenSession, LoginAttempt
from kiosk.session import events as ev
from kiosk.session.states import SignIn


class SignInBackend(Protocol):
    """The part of Bochum-ID a sign-in needs; every method blocks and may raise BackendError."""

    def begin_login(self, service_id: str, language: str) -> LoginAttempt: ...
    def finish_login(self, attempt: LoginAttempt, refresh_url: str) -> CitizenSession: ...
    def attempt_problem(self, attempt: LoginAttempt) -> Problem | None: ...
    def cancel_login(self, attempt: LoginAttempt) -> None: ...


class SigningIn:
    """At most one sign-in at a time. All methods but `stop_soon` block: call them on `thread`."""

    def __init__(self, backend: SignInBackend, converse: Callable[[], EidConversation]) -> None:
        self._backend = backend
        self._converse = converse
        self._under_way: tuple[LoginAttempt, EidConversation] | None = None
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="card")

    def begin(self, service_id: str, language: str) -> ev.Event:
        """Ask the city for a sign-in, hear who asks for what, and look at the card."""
        self.cancel()
        attempt = self._backend.begin_login(service_id, language)
        conversation = self._converse()
        self._under_way = (attempt, conversation)
        match conversation.start(attempt.tc_token_url):
            case WhoAsks(request, retry):
                return ev.SignInPrepared(SignIn(request, retry.attempts_left, attempt.confirmation_code))
            case EidFailed() as failed:
                return self._failed(attempt, failed)

    def confirm(
        self, chosen: frozenset[AccessRight], pin: Secret, on_progress: Callable[[Progress], None]
    ) -> ev.Event:
        """Give the PIN to the card, once; on success exchange the result for the citizen's session."""
        if self._under_way is None:
            pin.wipe()
            raise RuntimeError("no sign-in is under way: begin one first")
        attempt, conversation = self._under_way
        match conversation.proceed(chosen, pin, on_progress):
            case PinRejected(attempts_left):
                return ev.PinRejected(attempts_left)
            case EidSucceeded(refresh_url):
                session = self._backend.finish_login(attempt, refresh_url)
                self._under_way = None
                return ev.SignedIn(session)
            case EidFailed() as failed:
                return self._failed(attempt, failed)
            case unexpected:
                assert_never(unexpected)

    def cancel(self) -> None:
        """Tell the eID server and Bochum-ID that nobody goes on; harmless when nothing is under way."""
        if self._under_way is None:
            return
        attempt, conversation = self._under_way
        self._under_way = None
        conversation.cancel()
        self._backend.cancel_login(attempt)

    def stop_soon(self) -> None:
        """Have a run in the card thread end before its next command; from any thread."""
        under_way = self._under_way
        if under_way is not None:
            under_way[1].request_cancel()

    def _failed(self, attempt: LoginAttempt, failed: EidFailed) -> ev.Failing:
        self._under_way = None
        if failed.failure in _CAUSE_IS_BEHIND:
            # After a failed run the contract has us ask for the cause the backend saw (2.2, step 2).
            problem = self._backend.attempt_problem(attempt)
            if problem is not None:
                return ev.Failing(failures.of_problem(problem.code))
        return ev.Failing(failures.of_eid(failed.failure))


_CAUSE_IS_BEHIND = frozenset(
    {
        EidFailure.SERVER_ERROR,
        EidFailure.TOKEN_INVALID,
        EidFailure.TOKEN_UNREACHABLE,
        EidFailure.SERVER_UNREACHABLE,
    }
)
