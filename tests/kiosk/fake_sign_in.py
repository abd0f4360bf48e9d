"""Stand-ins for the eID client and for Bochum-ID's part of a sign-in, which stop where a test says so."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from cardreader.card import PinReady
from cardreader.chat import AccessRight
from cardreader.eid_client.conversation import PinRejected, WhoAsks
from cardreader.eid_client.exchange import Progress
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.secret import Secret
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Problem, Refused, Unreachable
from kiosk.bochum_id.password_values import CodeWrong, PasswordAttempt, PasswordWrong, SecondFactor
from kiosk.bochum_id.values import AccountQuestion, CitizenSession, LoginAttempt
from tests.samples import BY_PASSWORD, CITIZEN, SIGN_IN, SMS, TOTP

PATIENCE_S = 10.0
"""How long anything may take before a test is called stuck."""

WHO_ASKS = WhoAsks(SIGN_IN.request, PinReady(3))
SUCCEEDED = EidSucceeded("https://id.bochum.example/eid/refresh/1?ResultMajor=ok")
UNREACHABLE = BackendError(Unreachable("ConnectTimeout"))


def failed(failure: EidFailure, refresh_url: str | None = None) -> EidFailed:
    return EidFailed(refresh_url, failure, "minor")


def refused(code: str) -> BackendError:
    return BackendError(Refused(Problem(code, 409, retryable=False, trace_id="")))


def attempt(number: int) -> LoginAttempt:
    url = f"https://id.bochum.example/eid/tctoken/{number}"
    return LoginAttempt(f"la_{number}", url, "47", "Stadt Bochum", "Anmeldung", "verifier", DpopKey())


@dataclass(slots=True)
class Gate:
    """A place in a thread where it waits until the test opens; open from the start unless shut."""

    reached: threading.Event = field(default_factory=threading.Event)
    opened: threading.Event = field(default_factory=threading.Event)

    def pass_through(self) -> None:
        self.reached.set()
        if not self.opened.wait(PATIENCE_S):
            raise TimeoutError("the test never opened the gate")

    def wait_until_reached(self) -> None:
        if not self.reached.wait(PATIENCE_S):
            raise TimeoutError("nobody came to the gate")


def open_gate() -> Gate:
    gate = Gate()
    gate.opened.set()
    return gate


@dataclass(slots=True)
class FakeConversation:
    """One run: answers as told, ends with CANCELLED where it was asked to end."""

    started: WhoAsks | EidFailed | Exception = WHO_ASKS
    proceeded: list[EidSucceeded | PinRejected | EidFailed | Exception] = field(
        default_factory=lambda: [SUCCEEDED]
    )
    heeds_cancel: bool = True
    """False for a cancellation that comes too late: the card has answered everything."""
    start_gate: Gate = field(default_factory=open_gate)
    proceed_gate: Gate = field(default_factory=open_gate)
    cancel_gate: Gate = field(default_factory=open_gate)
    calls: list[str] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    pins: list[bytes] = field(default_factory=list)
    chosen: list[frozenset[AccessRight]] = field(default_factory=list)
    cancel_requested: threading.Event = field(default_factory=threading.Event)

    def start(self, tc_token_url: str) -> WhoAsks | EidFailed:
        self._called(f"start {tc_token_url.rpartition('/')[2]}")
        self.start_gate.pass_through()
        if self._ends():
            return failed(EidFailure.CANCELLED)
        if isinstance(self.started, Exception):
            raise self.started
        return self.started

    def proceed(
        self, chosen_optional: frozenset[AccessRight], pin: Secret, on_progress: Callable[[Progress], None]
    ) -> EidSucceeded | PinRejected | EidFailed:
        self._called("proceed")
        self.chosen.append(chosen_optional)
        self.proceed_gate.pass_through()
        with pin.opened() as digits:
            self.pins.append(bytes(digits))
        if self._ends():
            return failed(EidFailure.CANCELLED)
        for progress in Progress:
            on_progress(progress)
        outcome = self.proceeded.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def cancel(self) -> EidFailed:
        self._called("cancel")
        self.cancel_gate.pass_through()
        return failed(EidFailure.CANCELLED)

    def request_cancel(self) -> None:
        self.cancel_requested.set()

    def _called(self, name: str) -> None:
        self.calls.append(name)
        self.threads.add(threading.current_thread().name)

    def _ends(self) -> bool:
        return self.heeds_cancel and self.cancel_requested.is_set()


def _raised[T](found: T | Exception) -> T:
    if isinstance(found, Exception):
        raise found
    return found


@dataclass(slots=True)
class FakeLogin:
    """Bochum-ID as far as a sign-in goes; an exception in place of an answer is raised."""

    calls: list[str] = field(default_factory=list)
    begin_gate: Gate = field(default_factory=open_gate)
    begin_error: Exception | None = None
    session: CitizenSession | AccountQuestion | Exception = CITIZEN
    factors: tuple[SecondFactor, ...] | PasswordWrong | Exception = (TOTP, SMS)
    sending_error: Exception | None = None
    by_code: CitizenSession | CodeWrong | Exception = BY_PASSWORD
    secrets: list[bytes] = field(default_factory=list)
    """Passwords and codes as they arrived."""
    secret_gate: Gate = field(default_factory=open_gate)
    problem: Problem | Exception | None = None
    cancel_error: Exception | None = None
    _attempts: int = 0

    def begin_login(self, service_id: str, language: str) -> LoginAttempt:
        self._attempts += 1
        self.calls.append(f"begin {self._attempts} {service_id} {language}")
        self.begin_gate.pass_through()
        if self.begin_error is not None:
            raise self.begin_error
        return attempt(self._attempts)

    def begin_step_up(self, service_id: str, language: str) -> LoginAttempt:
        self.calls.append(f"step up {service_id} {language}")
        if self.begin_error is not None:
            raise self.begin_error
        return attempt(7)

    def answer_account(
        self, attempt: LoginAttempt, question: AccountQuestion, *, link: bool
    ) -> CitizenSession:
        self.calls.append(f"answer {attempt.id} {question.link_to} {link}")
        if isinstance(self.session, Exception):
            raise self.session
        return CITIZEN

    def begin_password_login(self, service_id: str, language: str) -> PasswordAttempt:
        self._attempts += 1
        self.calls.append(f"begin {self._attempts} {service_id} {language}")
        if self.begin_error is not None:
            raise self.begin_error
        return PasswordAttempt(f"la_{self._attempts}", "verifier", DpopKey())

    def give_password(
        self, attempt: PasswordAttempt, user_name: str, password: Secret, number: int
    ) -> tuple[SecondFactor, ...] | PasswordWrong:
        self._secret(f"password {attempt.id} {user_name} {number}", password)
        return _raised(self.factors)

    def send_code(self, attempt: PasswordAttempt, factor: SecondFactor) -> None:
        self.calls.append(f"send {attempt.id} {factor.id}")
        if self.sending_error is not None:
            raise self.sending_error

    def give_code(
        self, attempt: PasswordAttempt, factor: SecondFactor, code: Secret, number: int
    ) -> CitizenSession | CodeWrong:
        self._secret(f"code {attempt.id} {factor.id} {number}", code)
        return _raised(self.by_code)

    def _secret(self, call: str, secret: Secret) -> None:
        self.calls.append(call)
        self.secret_gate.pass_through()
        with secret.opened() as text:
            self.secrets.append(bytes(text))

    def finish_login(self, attempt: LoginAttempt, refresh_url: str) -> CitizenSession | AccountQuestion:
        self.calls.append(f"finish {attempt.id} {refresh_url == SUCCEEDED.refresh_url}")
        if isinstance(self.session, Exception):
            raise self.session
        return self.session

    def attempt_problem(self, attempt: LoginAttempt, refresh_url: str | None) -> Problem | None:
        self.calls.append(f"problem {attempt.id} {refresh_url}")
        if isinstance(self.problem, Exception):
            raise self.problem
        return self.problem

    def cancel_login(self, attempt: LoginAttempt | PasswordAttempt) -> None:
        self.calls.append(f"cancel {attempt.id}")
        if self.cancel_error is not None:
            raise self.cancel_error
