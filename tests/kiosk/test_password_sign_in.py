"""Signing in with a password, in its own thread: which attempt is tried how often, and what becomes of it."""

from concurrent.futures import Future

import pytest
from fake_sign_in import PATIENCE_S, UNREACHABLE, FakeLogin, Gate, refused

from cardreader.secret import Secret
from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.password_values import CodeWrong, PasswordWrong
from kiosk.password_sign_in import GOOD_FOR_SECONDS, PasswordSigningIn
from kiosk.session import events as ev
from tests.samples import BY_PASSWORD, SMS, TOTP


class Counter:
    """A sign-in with its stand-in; time stands still unless a test moves it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.login = FakeLogin()
        self.signing_in = PasswordSigningIn(self.login, lambda: self.now)

    def password(self, secret: Secret | None = None) -> Future[ev.Event]:
        return self.signing_in.give_password("svc", "erika", secret or Secret(b"Kortum"), "de")

    def code(self, secret: Secret | None = None) -> Future[ev.Event]:
        return self.signing_in.give_code(SMS, secret or Secret(b"271828"))


def done[T](work: Future[T]) -> T:
    return work.result(PATIENCE_S)


def test_from_the_password_to_the_session() -> None:
    counter, password, code = Counter(), Secret(b"Kortum"), Secret(b"271828")
    assert done(counter.password(password)) == ev.PasswordAccepted((TOTP, SMS))
    assert done(counter.signing_in.send_code(SMS)) == ev.CodeSent()
    assert done(counter.code(code)) == ev.SignedIn(BY_PASSWORD)
    assert counter.login.calls == [
        "begin 1 svc de",
        "password la_1 erika 1",
        "send la_1 f2",
        "code la_1 f2 1",
    ]
    assert counter.login.secrets == [b"Kortum", b"271828"]
    assert password.is_wiped
    assert code.is_wiped


def test_wrong_tries_are_counted_in_the_same_attempt() -> None:
    counter = Counter()
    counter.login.factors = PasswordWrong()
    assert done(counter.password()) == ev.PasswordRejected()
    assert done(counter.password()) == ev.PasswordRejected()
    counter.login.factors = (SMS,)
    done(counter.password())
    counter.login.by_code = CodeWrong(2)
    assert done(counter.code()) == ev.CodeRejected(remaining=2)
    done(counter.signing_in.send_code(SMS))
    counter.login.by_code = BY_PASSWORD
    assert done(counter.code()) == ev.SignedIn(BY_PASSWORD)
    assert counter.login.calls == [
        "begin 1 svc de",
        "password la_1 erika 1",
        "password la_1 erika 2",
        "password la_1 erika 3",
        "code la_1 f2 1",
        "send la_1 f2",
        "code la_1 f2 2",
    ]


@pytest.mark.parametrize(("seconds", "attempts"), [(GOOD_FOR_SECONDS - 1, 1), (GOOD_FOR_SECONDS, 2)])
def test_an_attempt_that_would_not_last_for_a_code_is_begun_anew(seconds: int, attempts: int) -> None:
    counter = Counter()
    counter.login.factors = PasswordWrong()
    done(counter.password())
    counter.now = seconds
    done(counter.password())
    assert counter.login.calls[-1] == ("password la_1 erika 2" if attempts == 1 else "password la_2 erika 1")


@pytest.mark.parametrize("error", [UNREACHABLE, refused("login-failed"), ValueError("a bug")], ids=str)
@pytest.mark.parametrize("step", ["password", "sending", "code"])
def test_whatever_goes_wrong_ends_the_attempt_and_spoils_no_other(step: str, error: Exception) -> None:
    counter, secret = Counter(), Secret(b"x")
    if step == "password":
        counter.login.factors = error
        work = counter.password(secret)
    else:
        done(counter.password(secret))
        counter.login.sending_error = error
        counter.login.by_code = error
        work = counter.signing_in.send_code(SMS) if step == "sending" else counter.code()
    with pytest.raises(type(error)):
        done(work)
    assert secret.is_wiped
    counter.login.factors = (SMS,)
    assert done(counter.password()) == ev.PasswordAccepted((SMS,))
    assert counter.login.calls[-1] == "password la_2 erika 1"


def test_a_city_that_cannot_be_asked_is_told_to_the_performer_and_the_password_wiped() -> None:
    counter, secret = Counter(), Secret(b"x")
    counter.login.begin_error = UNREACHABLE
    with pytest.raises(BackendError, match="cannot be reached"):
        done(counter.password(secret))
    assert secret.is_wiped
    assert counter.login.secrets == []


def test_a_code_for_nobody_is_wiped_and_never_given_away() -> None:
    counter, secret = Counter(), Secret(b"x")
    with pytest.raises(RuntimeError, match="give a password first"):
        done(counter.code(secret))
    assert secret.is_wiped
    assert counter.login.calls == []


def test_who_leaves_is_reported_once_and_an_outage_told_to_nobody() -> None:
    counter = Counter()
    counter.login.cancel_error = UNREACHABLE
    done(counter.password())
    done(counter.signing_in.cancel())
    done(counter.signing_in.cancel())
    assert counter.login.calls[2:] == ["cancel la_1"]
    done(counter.password())
    assert counter.login.calls[3:] == ["begin 2 svc de", "password la_2 erika 1"]


def test_a_secret_is_not_wiped_under_the_hands_of_the_city_and_leaving_waits_for_it() -> None:
    counter, secret = Counter(), Secret(b"Kortum")
    counter.login.secret_gate = Gate()
    work = counter.password(secret)
    counter.login.secret_gate.wait_until_reached()
    left = counter.signing_in.cancel()
    assert not secret.is_wiped
    assert not left.done()
    counter.login.secret_gate.opened.set()
    done(work)
    done(left)
    assert secret.is_wiped
    assert counter.login.secrets == [b"Kortum"]
    assert counter.login.calls[-1] == "cancel la_1"


def test_a_secret_that_never_reaches_the_city_is_wiped_too() -> None:
    counter, waiting = Counter(), Secret(b"x")
    counter.login.secret_gate = Gate()
    counter.password()
    counter.login.secret_gate.wait_until_reached()
    assert counter.code(waiting).cancel()
    assert waiting.is_wiped
    counter.login.secret_gate.opened.set()
