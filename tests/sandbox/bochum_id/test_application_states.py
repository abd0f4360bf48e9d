"""The moves of an application, as data: what can follow what, and by whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.bochum_id.application_states import (
    EXPIRING_STATES,
    MOVES,
    OPEN_DRAFT_STATES,
    Actor,
    State,
    may_move,
)

FINAL = {State.COMPLETED, State.REJECTED, State.WITHDRAWN, State.EXPIRED}
SENT = set(State) - {State.DRAFT, State.READY, State.AWAITING_PAYMENT, State.EXPIRED, State.WITHDRAWN}


@given(st.data())
def test_any_walk_of_moves_ends_and_nothing_sent_becomes_a_draft_again(data: st.DataObject) -> None:
    state, was_sent = State.DRAFT, False
    for _ in range(30):
        was_sent = was_sent or state in SENT
        if was_sent:
            assert state not in {*OPEN_DRAFT_STATES, State.AWAITING_PAYMENT, State.EXPIRED}
        onward = sorted(MOVES[state])
        if not onward:
            assert state in FINAL
            return
        state = data.draw(st.sampled_from(onward))


@given(st.sampled_from(State), st.sampled_from(State), st.sampled_from(Actor))
def test_who_may_move_is_what_the_table_says(before: State, after: State, actor: Actor) -> None:
    assert may_move(before, after, actor) == (actor in MOVES[before].get(after, ()))


@pytest.mark.parametrize("state", [state for state in State if state not in FINAL])
def test_from_everywhere_there_is_a_way_to_an_end(state: State) -> None:
    seen, edge = {state}, [state]
    while edge:
        for after in MOVES[edge.pop()]:
            if after not in seen:
                seen.add(after)
                edge.append(after)
    assert seen & FINAL


def test_ends_are_ends_and_the_authority_touches_no_draft() -> None:
    assert {state for state, onward in MOVES.items() if not onward} == FINAL
    assert set(EXPIRING_STATES) == {State.DRAFT, State.READY, State.AWAITING_PAYMENT}
    for state in (*OPEN_DRAFT_STATES, State.AWAITING_PAYMENT):
        assert all(Actor.AUTHORITY not in actors for actors in MOVES[state].values())


def test_only_the_citizen_withdraws_and_only_what_is_not_decided() -> None:
    withdrawing = {state for state, onward in MOVES.items() if State.WITHDRAWN in onward}
    assert withdrawing == {
        State.AWAITING_PAYMENT,
        State.SUBMITTED,
        State.RECEIVED,
        State.PROCESSING,
        State.ACTION_REQUIRED,
    }
    assert all(MOVES[state][State.WITHDRAWN] == {Actor.CITIZEN} for state in withdrawing)
