"""Signing in, in the card's thread: what it answers, what becomes of the PIN, and which run is stopped."""

from concurrent.futures import Future

import pytest
from fake_sign_in import (
    PATIENCE_S,
    SUCCEEDED,
    UNREACHABLE,
    FakeConversation,
    FakeLogin,
    Gate,
    failed,
    refused,
)

from cardreader.eid_client.conversation import PinRejected
from cardreader.eid_client.exchange import Progress
from cardreader.eid_client.outcome import EidFailure
from cardreader.secret import Secret
from kiosk.bochum_id.errors import BackendError, Problem
from kiosk.bochum_id.values import AccountQuestion
from kiosk.session import events as ev
from kiosk.session.failure import Failure
from kiosk.sign_in import SigningIn
from tests import samples
from tests.samples import CITIZEN, DEGREE, NOTHING, SIGN_IN

EXPIRED = Problem("eid-document-expired", 403, retryable=False, trace_id="")


class Counter:
    """A sign-in with its stand-ins; each conversation of `planned` is used once, in order."""

    def __init__(self, *planned: FakeConversation) -> None:
        self.login = FakeLogin()
        self.conversations = list(planned)
        self._next = iter(planned)
        self.signing_in = SigningIn(self.login, lambda: next(self._next))
        self.progress: list[Progress] = []

    def begin(self) -> Future[ev.Event]:
        return self.signing_in.begin("svc", "en")

    def confirm(self, pin: Secret | None = None) -> Future[ev.Event]:
        return self.signing_in.confirm(DEGREE, pin or samples.pin(), self.progress.append)


def done[T](work: Future[T]) -> T:
    return work.result(PATIENCE_S)


def test_a_sign_in_from_the_question_to_the_session() -> None:
    conversation, pin = FakeConversation(), samples.pin()
    counter = Counter(conversation)
    assert done(counter.begin()) == ev.SignInPrepared(SIGN_IN)
    assert done(counter.confirm(pin)) == ev.SignedIn(CITIZEN)
    assert counter.login.calls == ["begin 1 svc en", "finish la_1 True"]
    assert conversation.calls == ["start 1", "proceed"]
    assert (conversation.pins, conversation.chosen) == ([b"271828"], [DEGREE])
    assert counter.progress == list(Progress)
    assert pin.is_wiped
    assert conversation.threads == {"card_0"}


def test_after_a_wrong_pin_the_same_run_goes_on() -> None:
    conversation = FakeConversation(proceeded=[PinRejected(2), SUCCEEDED])
    counter = Counter(conversation)
    done(counter.begin())
    assert done(counter.confirm()) == ev.PinRejected(attempts_left=2)
    assert done(counter.confirm()) == ev.SignedIn(CITIZEN)
    assert conversation.calls == ["start 1", "proceed", "proceed"]


# ---------------------------------------------------------------- failures


@pytest.mark.parametrize("failure", [EidFailure.PIN_BLOCKED, EidFailure.CARD_REMOVED, EidFailure.SAME_ORIGIN])
def test_what_the_client_knows_itself_needs_no_second_opinion(failure: EidFailure) -> None:
    at_start = Counter(FakeConversation(started=failed(failure)))
    assert done(at_start.begin()) == ev.Failing(Failure[_told(failure)])
    at_the_card = Counter(FakeConversation(proceeded=[failed(failure)]))
    done(at_the_card.begin())
    assert done(at_the_card.confirm()) == ev.Failing(Failure[_told(failure)])
    for counter in (at_start, at_the_card):
        assert counter.login.calls == ["begin 1 svc en"]


def _told(failure: EidFailure) -> str:
    return "EID_UNTRUSTED" if failure is EidFailure.SAME_ORIGIN else failure.name


@pytest.mark.parametrize(
    ("problem", "told"),
    [(EXPIRED, Failure.CARD_EXPIRED), (None, Failure.EID_REFUSED), (UNREACHABLE, Failure.EID_REFUSED)],
    ids=["the backend knows", "the backend knows nothing", "the backend is gone"],
)
def test_where_the_cause_lies_behind_the_backend_is_asked_and_else_the_client_believed(
    problem: Problem | Exception | None, told: Failure
) -> None:
    counter = Counter(FakeConversation(proceeded=[failed(EidFailure.SERVER_ERROR, "https://refresh")]))
    counter.login.problem = problem
    done(counter.begin())
    assert done(counter.confirm()) == ev.Failing(told)
    assert counter.login.calls == ["begin 1 svc en", "problem la_1 https://refresh"]


def test_a_city_that_cannot_be_asked_raises_what_the_performer_understands() -> None:
    counter = Counter()
    counter.login.begin_error = UNREACHABLE
    with pytest.raises(BackendError, match="cannot be reached"):
        done(counter.begin())


@pytest.mark.parametrize(
    "error", [refused("eid-document-expired"), UNREACHABLE, ValueError("a bug")], ids=str
)
def test_a_session_that_is_not_given_leaves_nothing_that_spoils_the_next_try(error: Exception) -> None:
    first, second, pin = FakeConversation(), FakeConversation(), samples.pin()
    counter = Counter(first, second)
    counter.login.session = error
    done(counter.begin())
    with pytest.raises(type(error)):
        done(counter.confirm(pin))
    assert pin.is_wiped
    counter.login.session = CITIZEN
    assert done(counter.begin()) == ev.SignInPrepared(SIGN_IN)
    assert done(counter.confirm()) == ev.SignedIn(CITIZEN)
    assert first.calls == ["start 1", "proceed"]


@pytest.mark.parametrize(
    "broken",
    [FakeConversation(started=ValueError("a bug")), FakeConversation(proceeded=[ValueError("a bug")])],
    ids=["start", "proceed"],
)
def test_a_bug_in_one_run_does_not_spoil_the_next(broken: FakeConversation) -> None:
    counter, pin = Counter(broken, FakeConversation()), samples.pin()
    begun = counter.begin()
    confirmed = counter.confirm(pin)
    errors = [work.exception(PATIENCE_S) for work in (begun, confirmed)]
    assert any(isinstance(error, ValueError) for error in errors)
    assert pin.is_wiped
    assert done(counter.begin()) == ev.SignInPrepared(SIGN_IN)
    assert "cancel" not in broken.calls, "a run that broke is not talked to again"


def test_a_pin_for_nobody_is_wiped_and_never_given_away() -> None:
    counter, pin = Counter(), samples.pin()
    with pytest.raises(RuntimeError, match="begin one first"):
        done(counter.confirm(pin))
    assert pin.is_wiped


# ---------------------------------------------------------------- going away


def test_a_visitor_who_does_not_go_on_is_reported_once_to_both() -> None:
    conversation = FakeConversation()
    counter = Counter(conversation)
    done(counter.begin())
    done(counter.signing_in.cancel())
    done(counter.signing_in.cancel())
    assert conversation.calls == ["start 1", "cancel"]
    assert counter.login.calls == ["begin 1 svc en", "cancel la_1"]


def test_cancelling_without_a_sign_in_is_harmless() -> None:
    counter = Counter(FakeConversation())
    done(counter.signing_in.cancel())
    done(counter.begin())
    done(counter.confirm())
    done(counter.signing_in.cancel())
    assert counter.login.calls == ["begin 1 svc en", "finish la_1 True"]


def test_nobody_hears_that_a_cancellation_could_not_be_delivered() -> None:
    counter = Counter(FakeConversation(), FakeConversation())
    counter.login.cancel_error = UNREACHABLE
    done(counter.begin())
    done(counter.signing_in.cancel())
    assert done(counter.begin()) == ev.SignInPrepared(SIGN_IN)


def test_a_new_sign_in_gives_the_one_before_up() -> None:
    first, second = FakeConversation(), FakeConversation()
    counter = Counter(first, second)
    done(counter.begin())
    assert done(counter.begin()) == ev.SignInPrepared(SIGN_IN)
    assert first.calls == ["start 1", "cancel"]
    assert counter.login.calls == ["begin 1 svc en", "cancel la_1", "begin 2 svc en"]


# ---------------------------------------------------------------- races


def test_back_and_on_again_at_once_stops_the_first_run_and_not_the_second() -> None:
    first, second = FakeConversation(cancel_gate=Gate()), FakeConversation()
    counter = Counter(first, second)
    done(counter.begin())
    cancelled = counter.signing_in.cancel()
    first.cancel_gate.wait_until_reached()
    begun = counter.begin()  # while the card thread still takes leave of the first
    first.cancel_gate.opened.set()
    done(cancelled)
    assert done(begun) == ev.SignInPrepared(SIGN_IN)
    assert first.cancel_requested.is_set()
    assert not second.cancel_requested.is_set()
    assert done(counter.confirm()) == ev.SignedIn(CITIZEN)


def test_a_run_that_is_left_before_it_had_its_attempt_never_touches_the_card() -> None:
    never, second = FakeConversation(), FakeConversation()
    counter = Counter(never, second)
    counter.login.begin_gate = Gate()
    begun = counter.begin()
    counter.login.begin_gate.wait_until_reached()
    cancelled = counter.signing_in.cancel()
    again = counter.begin()
    counter.login.begin_gate.opened.set()
    done(begun)
    done(cancelled)
    assert never.calls == []
    assert done(again) == ev.SignInPrepared(SIGN_IN)
    assert counter.login.calls == ["begin 1 svc en", "cancel la_1", "begin 2 svc en"]


def test_a_run_that_is_left_before_its_turn_asks_the_city_nothing() -> None:
    blocking, second = FakeConversation(start_gate=Gate()), FakeConversation()
    counter = Counter(blocking, second)
    counter.begin()
    blocking.start_gate.wait_until_reached()
    counter.begin()
    last = counter.begin()
    blocking.start_gate.opened.set()
    assert done(last) == ev.SignInPrepared(SIGN_IN)
    assert counter.login.calls == ["begin 1 svc en", "cancel la_1", "begin 2 svc en"]


def test_a_run_that_is_left_while_it_begins_ends_and_is_cancelled() -> None:
    conversation = FakeConversation(start_gate=Gate())
    counter = Counter(conversation)
    begun = counter.begin()
    conversation.start_gate.wait_until_reached()
    cancelled = counter.signing_in.cancel()
    assert conversation.cancel_requested.is_set(), "at once, from the other thread"
    conversation.start_gate.opened.set()
    assert isinstance(done(begun), ev.Failing)
    done(cancelled)
    assert conversation.calls == ["start 1"]
    assert counter.login.calls == ["begin 1 svc en", "cancel la_1"]


def test_a_pin_is_not_wiped_under_the_hands_of_the_card() -> None:
    conversation, pin = FakeConversation(proceed_gate=Gate()), samples.pin()
    counter = Counter(conversation)
    done(counter.begin())
    confirmed = counter.confirm(pin)
    conversation.proceed_gate.wait_until_reached()
    confirmed.cancel()
    cancelled = counter.signing_in.cancel()
    assert not pin.is_wiped
    conversation.proceed_gate.opened.set()
    done(cancelled)
    assert conversation.pins == [b"271828"], "what the card is given is the PIN, whole"
    assert pin.is_wiped


def test_a_pin_that_never_reaches_the_card_is_wiped_too() -> None:
    conversation, pin = FakeConversation(start_gate=Gate()), samples.pin()
    counter = Counter(conversation)
    counter.begin()
    conversation.start_gate.wait_until_reached()
    waiting = counter.confirm(pin)
    assert waiting.cancel()
    assert pin.is_wiped
    conversation.start_gate.opened.set()


def test_a_pin_is_not_given_for_a_visitor_who_has_left() -> None:
    conversation, pin = FakeConversation(start_gate=Gate()), samples.pin()
    counter = Counter(conversation)
    counter.begin()
    conversation.start_gate.wait_until_reached()
    confirmed = counter.confirm(pin)
    counter.signing_in.cancel()
    conversation.start_gate.opened.set()
    assert isinstance(done(confirmed), ev.Failing)
    assert conversation.calls == ["start 1"]
    assert pin.is_wiped


def test_no_session_is_opened_for_a_visitor_who_left_while_the_card_was_read() -> None:
    conversation = FakeConversation(proceed_gate=Gate(), heeds_cancel=False)
    counter = Counter(conversation)
    done(counter.begin())
    confirmed = counter.confirm()
    conversation.proceed_gate.wait_until_reached()
    cancelled = counter.signing_in.cancel()
    conversation.proceed_gate.opened.set()
    assert isinstance(done(confirmed), ev.Failing)
    done(cancelled)
    assert counter.login.calls == ["begin 1 svc en", "cancel la_1"]


def test_who_chose_nothing_gives_nothing() -> None:
    conversation = FakeConversation()
    counter = Counter(conversation)
    done(counter.begin())
    done(counter.signing_in.confirm(NOTHING, samples.pin(), lambda _progress: None))
    assert conversation.chosen == [NOTHING]


# ---------------------------------------------------------------- stepping up, and whose account it is

QUESTION = AccountQuestion("c0de", "acc_1")


def test_a_step_up_is_a_sign_in_begun_by_the_session() -> None:
    counter = Counter(FakeConversation())
    assert done(counter.signing_in.begin_step_up("svc", "en")) == ev.SignInPrepared(SIGN_IN)
    assert done(counter.confirm()) == ev.SignedIn(CITIZEN)
    assert counter.login.calls == ["step up svc en", "finish la_7 True"]


@pytest.mark.parametrize("link", [True, False], ids=["mine", "not mine"])
def test_an_account_in_question_waits_for_its_answer(*, link: bool) -> None:
    conversation = FakeConversation()
    counter = Counter(conversation)
    counter.login.session = QUESTION
    done(counter.begin())
    assert done(counter.confirm()) == ev.AccountAsked()
    assert done(counter.signing_in.decide(link=link)) == ev.SignedIn(CITIZEN)
    assert counter.login.calls[2:] == [f"answer la_1 acc_1 {link}"]
    done(counter.signing_in.cancel())
    assert len(counter.login.calls) == 3, "nothing is left to give up"
    assert conversation.calls == ["start 1", "proceed"]


def test_who_leaves_the_question_is_reported_to_the_city_and_not_to_the_card() -> None:
    conversation = FakeConversation()
    counter = Counter(conversation)
    counter.login.session = QUESTION
    done(counter.begin())
    done(counter.confirm())
    done(counter.signing_in.cancel())
    assert counter.login.calls[2:] == ["cancel la_1"]
    assert conversation.calls == ["start 1", "proceed"]
    with pytest.raises(RuntimeError, match="finish a sign-in first"):
        done(counter.signing_in.decide(link=True))


def test_an_answer_for_a_visitor_who_has_left_opens_no_account() -> None:
    counter = Counter(FakeConversation(proceed_gate=Gate()))
    counter.login.session = QUESTION
    done(counter.begin())
    confirmed = counter.confirm()
    counter.conversations[0].proceed_gate.wait_until_reached()
    decided = counter.signing_in.decide(link=True)
    counter.signing_in.cancel()
    counter.conversations[0].proceed_gate.opened.set()
    assert isinstance(done(confirmed), ev.Failing)
    assert isinstance(done(decided), ev.Failing)
    assert not [call for call in counter.login.calls if call.startswith("answer")]
