"""Signing a citizen in: the attempt at Bochum-ID and the eID client's run, in the card's own thread."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Protocol, assert_never

from cardreader.card import PinReady, PinSuspended
from cardreader.chat import AccessRight
from cardreader.eid_client.conversation import CanAccepted, CanRejected, PinRejected, WhoAsks
from cardreader.eid_client.exchange import Progress
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.secret import Secret, TypedOnReader
from kiosk import failures
from kiosk.bochum_id.errors import BackendError, Problem
from kiosk.bochum_id.password_values import PasswordAttempt
from kiosk.bochum_id.values import AccountQuestion, CitizenSession, LoginAttempt
from kiosk.session import events as ev
from kiosk.session import pin_events as pe
from kiosk.session.errand import SignIn
from kiosk.session.failure import Failure

type OnProgress = Callable[[Progress], None]


class SignInBackend(Protocol):
    """The part of Bochum-ID a sign-in needs; every method blocks and may raise BackendError."""

    def begin_login(self, service_id: str, language: str) -> LoginAttempt: ...
    def begin_step_up(self, service_id: str, language: str) -> LoginAttempt: ...
    def finish_login(self, attempt: LoginAttempt, refresh_url: str) -> CitizenSession | AccountQuestion: ...
    def answer_account(
        self, attempt: LoginAttempt, question: AccountQuestion, *, link: bool
    ) -> CitizenSession: ...
    def attempt_problem(self, attempt: LoginAttempt, refresh_url: str | None) -> Problem | None: ...
    def cancel_login(self, attempt: LoginAttempt | PasswordAttempt) -> None: ...


class Conversation(Protocol):
    """The eID client, see `EidConversation`; `request_cancel` alone may come from another thread."""

    def start(self, tc_token_url: str) -> WhoAsks | EidFailed: ...
    def proceed(
        self, chosen_optional: frozenset[AccessRight], pin: Secret | TypedOnReader, on_progress: OnProgress
    ) -> EidSucceeded | PinRejected | CanRejected | EidFailed: ...
    def resume(self, can: Secret | TypedOnReader) -> CanAccepted | CanRejected | PinRejected | EidFailed: ...
    def cancel(self) -> EidFailed: ...
    def request_cancel(self) -> None: ...


class _Run:
    """One sign-in from its beginning; all but `stop` and `was_stopped` belongs to the card thread."""

    def __init__(self) -> None:
        self.attempt: LoginAttempt | None = None
        """Open at Bochum-ID while something waits for the citizen; None before and after."""
        self.conversation: Conversation | None = None
        """Begun, and not over; None again once only the account is in question."""
        self.question: AccountQuestion | None = None
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Have it end before its next card command, or before it has begun; from any thread."""
        # `_begin` makes the conversation known and then asks whether it is stopped: none slips through.
        self._stopped.set()
        if self.conversation is not None:
            self.conversation.request_cancel()

    def was_stopped(self) -> bool:
        return self._stopped.is_set()


class SigningIn:
    """At most one sign-in at a time.

    Every method returns at once; its work is done in the card thread, in order. What is begun or cancelled
    stops the run before it and no other, wherever that run is.
    """

    def __init__(self, backend: SignInBackend, converse: Callable[[], Conversation]) -> None:
        self._backend = backend
        self._converse = converse
        self._run = _Run()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="card")

    def begin(self, service_id: str, language: str) -> Future[ev.Event]:
        """Ask the city for a sign-in, hear who asks for what, and look at the card."""
        return self._begun(lambda: self._backend.begin_login(service_id, language))

    def begin_step_up(self, service_id: str, language: str) -> Future[ev.Event]:
        """Do the same to raise the level of the session there is."""
        return self._begun(lambda: self._backend.begin_step_up(service_id, language))

    def _begun(self, ask: Callable[[], LoginAttempt]) -> Future[ev.Event]:
        before, self._run = self._run, _Run()
        before.stop()
        return self._thread.submit(self._begin, before, self._run, ask)

    def confirm(
        self, chosen: frozenset[AccessRight], pin: Secret | TypedOnReader, on_progress: OnProgress
    ) -> Future[ev.Event]:
        """Give the PIN to the card, once; on success exchange the result for the citizen's session.

        The PIN is wiped when the work is done or will never be; not before, for a card that is given a PIN
        half wiped counts a wrong one.
        """
        work = self._thread.submit(self._confirm, self._run, chosen, pin, on_progress)
        work.add_done_callback(lambda _done: pin.wipe())
        return work

    def resume(self, can: Secret | TypedOnReader) -> Future[ev.Event]:
        """Open the last attempt with the CAN, which is wiped like a PIN."""
        work = self._thread.submit(self._resume, self._run, can)
        work.add_done_callback(lambda _done: can.wipe())
        return work

    def decide(self, *, link: bool) -> Future[ev.Event]:
        """Answer whose account it is: the card is linked to it, or gets one of its own."""
        return self._thread.submit(self._decide, self._run, link=link)

    def cancel(self) -> Future[None]:
        """Stop, and tell the eID server and Bochum-ID that nobody goes on; harmless without a sign-in."""
        before, self._run = self._run, _Run()
        before.stop()
        return self._thread.submit(self._give_up, before)

    # ------------------------------------------------------------ in the card thread

    def _begin(self, before: _Run, run: _Run, ask: Callable[[], LoginAttempt]) -> ev.Event:
        self._give_up(before)
        if run.was_stopped():
            return NOBODY_WAITS
        attempt = ask()
        run.conversation = self._converse()
        if run.was_stopped():
            return self._abandoned(attempt)
        match run.conversation.start(attempt.tc_token_url):
            case WhoAsks(request, retry, on_reader):
                run.attempt = attempt
                code = attempt.confirmation_code
                return ev.SignInPrepared(SignIn(request, _left(retry), code, on_reader))
            case EidFailed() as failed:
                return self._failed(run, attempt, failed)

    def _confirm(
        self,
        run: _Run,
        chosen: frozenset[AccessRight],
        pin: Secret | TypedOnReader,
        on_progress: OnProgress,
    ) -> ev.Event:
        if run.was_stopped():
            return NOBODY_WAITS
        attempt, run.attempt = run.attempt, None
        if attempt is None or run.conversation is None:
            raise RuntimeError("no sign-in waits for a PIN: begin one first")
        match run.conversation.proceed(chosen, pin, on_progress):
            case PinRejected(attempts_left):
                run.attempt = attempt
                return ev.PinRejected(attempts_left)
            case CanRejected():
                run.attempt = attempt
                return pe.CanRejected()
            case EidSucceeded(refresh_url):
                if run.was_stopped():
                    return self._abandoned(attempt)
                return self._finished(run, attempt, self._backend.finish_login(attempt, refresh_url))
            case EidFailed() as failed:
                return self._failed(run, attempt, failed)
            case unexpected:
                assert_never(unexpected)

    def _resume(self, run: _Run, can: Secret | TypedOnReader) -> ev.Event:
        if run.was_stopped():
            return NOBODY_WAITS
        attempt, run.attempt = run.attempt, None
        if attempt is None or run.conversation is None:
            raise RuntimeError("no sign-in waits for a CAN: begin one first")
        match run.conversation.resume(can):
            case EidFailed() as failed:
                return self._failed(run, attempt, failed)
            case CanAccepted():
                answer: ev.Event = pe.CanAccepted()
            case CanRejected():
                answer = pe.CanRejected()
            case PinRejected(attempts_left):
                answer = ev.PinRejected(attempts_left)
            case unexpected:
                assert_never(unexpected)
        run.attempt = attempt
        return answer

    def _finished(
        self, run: _Run, attempt: LoginAttempt, found: CitizenSession | AccountQuestion
    ) -> ev.Event:
        match found:
            case AccountQuestion():
                run.attempt, run.conversation, run.question = attempt, None, found
                return ev.AccountAsked()
            case CitizenSession():
                return ev.SignedIn(found)
            case unexpected:
                assert_never(unexpected)

    def _decide(self, run: _Run, *, link: bool) -> ev.Event:
        if run.was_stopped():
            return NOBODY_WAITS
        attempt, run.attempt = run.attempt, None
        if attempt is None or run.question is None:
            raise RuntimeError("no account is in question: finish a sign-in first")
        return ev.SignedIn(self._backend.answer_account(attempt, run.question, link=link))

    def _give_up(self, run: _Run) -> None:
        """End what still waits for the citizen, once."""
        attempt, run.attempt = run.attempt, None
        if attempt is not None:
            if run.conversation is not None:
                run.conversation.cancel()
            self._abandoned(attempt)

    def _failed(self, run: _Run, attempt: LoginAttempt, failed: EidFailed) -> ev.Failing:
        if run.was_stopped():
            return self._abandoned(attempt)
        if failed.failure in _CAUSE_IS_BEHIND:
            # After a failed run the contract has us ask for the cause the backend saw (2.2, step 2).
            with suppress(BackendError):
                problem = self._backend.attempt_problem(attempt, failed.refresh_url)
                if problem is not None:
                    return ev.Failing(failures.of_problem(problem.code))
        return ev.Failing(failures.of_eid(failed.failure))

    def _abandoned(self, attempt: LoginAttempt) -> ev.Failing:
        """Tell Bochum-ID; what it says to that interests nobody."""
        with suppress(BackendError):
            self._backend.cancel_login(attempt)
        return NOBODY_WAITS


def _left(retry: PinReady | PinSuspended) -> int:
    return retry.attempts_left if isinstance(retry, PinReady) else 1


NOBODY_WAITS = ev.Failing(Failure.SIGN_IN_DECLINED)
"""The answer of a run that was stopped: whoever stopped it has gone on and does not hear it."""

_CAUSE_IS_BEHIND = frozenset(
    {
        EidFailure.SERVER_ERROR,
        EidFailure.TOKEN_INVALID,
        EidFailure.TOKEN_UNREACHABLE,
        EidFailure.SERVER_UNREACHABLE,
    }
)
