"""Signing a citizen in with user name, password and second factor, in a thread of its own."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from cardreader.secret import Secret
from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.password_values import CodeWrong, PasswordAttempt, PasswordWrong, SecondFactor
from kiosk.bochum_id.values import CitizenSession, LoginAttempt
from kiosk.session import events as ev

GOOD_FOR_SECONDS = 120
"""How long after its beginning an attempt is worth another password: the city ends it after 300 s, and a
code takes its time."""


class PasswordBackend(Protocol):
    """The part of Bochum-ID this needs; every method blocks and may raise BackendError."""

    def begin_password_login(self, service_id: str, language: str) -> PasswordAttempt: ...
    def give_password(
        self, attempt: PasswordAttempt, user_name: str, password: Secret, number: int
    ) -> tuple[SecondFactor, ...] | PasswordWrong: ...
    def send_code(self, attempt: PasswordAttempt, factor: SecondFactor) -> None: ...
    def give_code(
        self, attempt: PasswordAttempt, factor: SecondFactor, code: Secret, number: int
    ) -> CitizenSession | CodeWrong: ...
    def cancel_login(self, attempt: LoginAttempt | PasswordAttempt) -> None: ...


@dataclass(slots=True)
class _Under:
    """The attempt under way, and how often it has been tried."""

    attempt: PasswordAttempt
    begun_at: float
    passwords: int = 0
    codes: int = 0


class PasswordSigningIn:
    """At most one sign-in at a time. Every method returns at once; its work is done in order.

    A secret is wiped when its work is done or will never be. Whatever Bochum-ID refuses ends the attempt.
    """

    def __init__(self, backend: PasswordBackend, steady: Callable[[], float] = time.monotonic) -> None:
        """`steady` gives seconds on a clock that never goes back."""
        self._backend = backend
        self._steady = steady
        self._under_way: _Under | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="password")

    def give_password(
        self, service_id: str, user_name: str, password: Secret, language: str
    ) -> Future[ev.Event]:
        """Try a password, once → PasswordAccepted | PasswordRejected."""
        work = self._thread.submit(self._give_password, service_id, user_name, password, language)
        work.add_done_callback(lambda _done: password.wipe())
        return work

    def send_code(self, factor: SecondFactor) -> Future[ev.Event]:
        """Have a code sent → CodeSent."""
        return self._thread.submit(self._send_code, factor)

    def give_code(self, factor: SecondFactor, code: Secret) -> Future[ev.Event]:
        """Try a code, once → SignedIn | CodeRejected."""
        work = self._thread.submit(self._give_code, factor, code)
        work.add_done_callback(lambda _done: code.wipe())
        return work

    def cancel(self) -> Future[None]:
        """Tell Bochum-ID that nobody goes on; harmless without a sign-in."""
        return self._thread.submit(self._give_up)

    # ------------------------------------------------------------ in the thread

    def _give_password(self, service_id: str, user_name: str, password: Secret, language: str) -> ev.Event:
        under = self._begun(service_id, language)
        under.passwords += 1
        match self._backend.give_password(under.attempt, user_name, password, under.passwords):
            case PasswordWrong():
                self._under_way = under
                return ev.PasswordRejected()
            case factors:
                self._under_way = under
                return ev.PasswordAccepted(factors)

    def _send_code(self, factor: SecondFactor) -> ev.Event:
        under = self._taken()
        self._backend.send_code(under.attempt, factor)
        self._under_way = under
        return ev.CodeSent()

    def _give_code(self, factor: SecondFactor, code: Secret) -> ev.Event:
        under = self._taken()
        under.codes += 1
        match self._backend.give_code(under.attempt, factor, code, under.codes):
            case CodeWrong(remaining):
                self._under_way = under
                return ev.CodeRejected(remaining)
            case session:
                return ev.SignedIn(session)

    def _begun(self, service_id: str, language: str) -> _Under:
        """Take the attempt under way while it is young, else a new one."""
        under, self._under_way = self._under_way, None
        now = self._steady()
        if under is not None and now - under.begun_at < GOOD_FOR_SECONDS:
            return under
        return _Under(self._backend.begin_password_login(service_id, language), now)

    def _taken(self) -> _Under:
        """Take the attempt under way; whoever goes on with it puts it back."""
        under, self._under_way = self._under_way, None
        if under is None:
            raise RuntimeError("no sign-in waits for a code: give a password first")
        return under

    def _give_up(self) -> None:
        under, self._under_way = self._under_way, None
        if under is not None:
            with suppress(BackendError):
                self._backend.cancel_login(under.attempt)
