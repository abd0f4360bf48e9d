"""Whatever is lost, late, doubled or out of order: money is never forgotten, and never kept twice."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.bochum_id.payment_messages import (
    Begin,
    Cancel,
    Expire,
    Message,
    Outcome,
    PaymentMessage,
    PaymentState,
    Refunded,
    Reported,
    ReversalReported,
    SubmissionFailed,
    Taking,
)
from sandbox.bochum_id.payment_states import NEW, Refused, Standing, next_state, step

ATTEMPTS = st.integers(1, 3)
MESSAGES: st.SearchStrategy[PaymentMessage] = st.one_of(
    st.builds(Begin, ATTEMPTS),
    st.builds(Reported, ATTEMPTS, st.sampled_from(Outcome)),
    st.builds(ReversalReported, st.none() | ATTEMPTS, st.booleans()),
    st.sampled_from([Cancel(), Expire(), SubmissionFailed(), Refunded()]),
)
KEPT = {PaymentState.PAID, PaymentState.REVERSAL_REQUIRED, PaymentState.REFUNDED}
MONEY = {Taking.APPROVED, Taking.EXCESS, Taking.REVERSED}


def after(*messages: PaymentMessage, start: Standing = NEW) -> Standing:
    standing = start
    for message in messages:
        outcome = step(standing, message)
        standing = standing if isinstance(outcome, Refused) else outcome
    return standing


def approved(attempt: int = 1) -> Reported:
    return Reported(attempt, Outcome.APPROVED)


def reported(outcome: Outcome, attempt: int = 1) -> Reported:
    return Reported(attempt, outcome)


@pytest.mark.parametrize("state", PaymentState)
@pytest.mark.parametrize("message", Message)
def test_the_table_has_an_answer_for_everything(state: PaymentState, message: Message) -> None:
    assert isinstance(next_state(state, message), PaymentState | Refused)


@given(st.lists(MESSAGES, max_size=12))
def test_money_that_was_taken_is_never_forgotten_and_kept_once_at_most(
    messages: list[PaymentMessage],
) -> None:
    standing, taken = NEW, set()
    for message in messages:
        outcome = step(standing, message)
        if isinstance(message, Reported) and message.outcome is Outcome.APPROVED:
            assert isinstance(outcome, Standing), "an approval was refused"
            taken.add(message.attempt)
        standing = standing if isinstance(outcome, Refused) else outcome
        states = list(standing.takings.values())
        assert {number for number, taking in standing.takings.items() if taking in MONEY} == taken
        kept = states.count(Taking.APPROVED)
        assert kept == (1 if standing.state in KEPT else 0)
        excess = {number for number, taking in standing.takings.items() if taking is Taking.EXCESS}
        assert excess <= set(standing.to_go_back)
        assert (standing.state is PaymentState.REVERSAL_REQUIRED) <= (len(standing.to_go_back) > 0)


@given(st.lists(MESSAGES, max_size=12), MESSAGES)
def test_a_paid_payment_stays_paid_until_somebody_wants_the_money_back(
    messages: list[PaymentMessage], last: PaymentMessage
) -> None:
    before = after(*messages)
    if before.state is not PaymentState.PAID:
        return
    now = after(last, start=before).state
    wanted_back = isinstance(last, Cancel | SubmissionFailed)
    assert now is (PaymentState.REVERSAL_REQUIRED if wanted_back else PaymentState.PAID)


@given(st.lists(MESSAGES, max_size=10), MESSAGES)
def test_the_same_message_twice_is_the_message_once(
    messages: list[PaymentMessage], last: PaymentMessage
) -> None:
    before = after(*messages)
    once = step(before, last)
    if isinstance(once, Refused):
        return
    if isinstance(last, ReversalReported) and last.attempt is None and last.succeeded and once.to_go_back:
        return  # names whatever has to go back next: another attempt by now
    assert step(once, last) == once


@given(st.lists(MESSAGES, max_size=10), ATTEMPTS)
def test_no_attempt_begins_while_money_may_be_on_its_way(
    messages: list[PaymentMessage], attempt: int
) -> None:
    before = after(*messages)
    outcome = step(before, Begin(attempt))
    if isinstance(outcome, Standing) and outcome != before:
        assert before.open_attempt is None
        assert not MONEY & set(before.takings.values())
        assert before.state in {PaymentState.CREATED, PaymentState.FAILED}


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ([Outcome.APPROVED], PaymentState.PAID),
        ([Outcome.UNKNOWN, Outcome.APPROVED], PaymentState.PAID),
        ([Outcome.UNKNOWN, Outcome.DECLINED], PaymentState.FAILED),
        ([Outcome.UNKNOWN, Outcome.ABORTED], PaymentState.FAILED),
        ([Outcome.UNKNOWN, Outcome.ABORTED, Outcome.APPROVED], PaymentState.PAID),
        ([Outcome.UNKNOWN], PaymentState.UNKNOWN),
    ],
)
def test_reports_in_any_order_and_number_come_to_the_same(said: list[Outcome], state: PaymentState) -> None:
    for order in permutations(said + said):
        assert after(Begin(1), *map(reported, order)).state is state


@pytest.mark.parametrize("given_up", [Cancel(), Expire(), SubmissionFailed()])
def test_an_approval_after_the_end_has_to_go_back(given_up: PaymentMessage) -> None:
    for order in permutations([given_up, approved()]):
        standing = after(Begin(1), *order)
        if isinstance(given_up, Expire) and order[0] == approved():
            assert standing.state is PaymentState.PAID
            continue
        assert standing.state is PaymentState.REVERSAL_REQUIRED
        assert standing.to_go_back == (1,)
        done = after(
            ReversalReported(1, succeeded=False), ReversalReported(None, succeeded=True), start=standing
        )
        assert done.state is PaymentState.REVERSED
        assert done.to_go_back == ()


def test_what_is_unknown_blocks_the_next_attempt_and_does_not_expire() -> None:
    unknown = after(Begin(1), reported(Outcome.UNKNOWN), Expire())
    assert unknown.state is PaymentState.UNKNOWN
    assert step(unknown, Begin(2)) == Refused()
    failed = after(reported(Outcome.DECLINED), start=unknown)
    assert after(Begin(2), start=failed).state is PaymentState.PENDING


def test_a_late_report_of_an_older_attempt_does_not_end_the_running_one() -> None:
    running = after(Begin(1), reported(Outcome.DECLINED), Begin(2))
    late = after(
        reported(Outcome.DECLINED), reported(Outcome.UNKNOWN), reported(Outcome.ABORTED), start=running
    )
    assert late == running


def test_money_taken_twice_goes_back_once() -> None:
    both = after(Begin(1), reported(Outcome.DECLINED), Begin(2), approved(1), approved(2))
    assert (both.state, both.to_go_back) == (PaymentState.PAID, (2,))
    done = after(ReversalReported(2, succeeded=True), start=both)
    assert (done.state, done.to_go_back) == (PaymentState.PAID, ())
    assert step(done, ReversalReported(1, succeeded=True)) == Refused()


def test_attempts_count_without_gaps_and_are_repeated_only_while_they_run() -> None:
    assert step(NEW, Begin(2)) == Refused()
    running = after(Begin(1))
    assert step(running, Begin(1)) == running
    for end in (reported(Outcome.APPROVED), reported(Outcome.UNKNOWN), reported(Outcome.DECLINED), Cancel()):
        assert step(after(end, start=running), Begin(1)) == Refused()


def test_while_one_attempt_is_unknown_no_other_begins_whatever_else_is_reported() -> None:
    """A report of an attempt nobody announced moves the payment, but not what is unknown of the first."""
    both = after(Begin(1), reported(Outcome.UNKNOWN), Reported(2, Outcome.DECLINED))
    assert both.takings == {1: Taking.UNKNOWN, 2: Taking.DECLINED}
    assert (both.state, both.open_attempt) == (PaymentState.FAILED, 1)
    assert step(both, Begin(3)) == Refused()
    known = after(reported(Outcome.DECLINED), start=both)
    assert after(Begin(3), start=known).state is PaymentState.PENDING


def test_a_late_doubt_about_an_older_attempt_is_kept_and_moves_nothing() -> None:
    unannounced = after(Begin(1), Reported(2, Outcome.DECLINED))
    doubtful = after(reported(Outcome.UNKNOWN), start=unannounced)
    assert doubtful == Standing(PaymentState.FAILED, {1: Taking.UNKNOWN, 2: Taking.DECLINED})
    assert after(approved(1), start=doubtful).state is PaymentState.PAID
