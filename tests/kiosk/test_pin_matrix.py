"""PIN first aid: every state of a card × everything that can happen at its number, against a simulated card.

The visit is the real one (`step`), the adapter the real one, the card real in every byte. What the screen,
the card's counter and the next screen have to be is worked out from a few rules, not listed.
"""

from collections.abc import Iterator
from itertools import product
from typing import Final

import pytest
from pin_desk import (
    FULL,
    LENGTHS,
    LONGEST,
    STATES,
    WRONG_LENGTH,
    Happens,
    PinDesk,
    all_wiped,
    asks_for,
    attempts_after,
    below_the_screen,
    happen,
)

from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.pin_values import CardTrouble, PinWish
from sandbox.id_card.card import IdCard
from tests import samples
from tests.sandbox.id_card.authority import PERSONAS, Authority

NEW_PIN: Final = "246802"


def counter_with(card: IdCard) -> PinDesk:
    """Somebody who has told that they have a card, and not what they want with it."""
    return PinDesk(card, samples.SCENES["ChoosePinWish"])


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def cases() -> Iterator[tuple[str, PinWish, Happens]]:
    """Each card with each wish that its front door leads to."""
    for state, happens in product(STATES, Happens):
        for wish in (PinWish.SET,) if state == "transport" else (PinWish.CHECK, PinWish.CHANGE):
            yield state, wish, happens


def asks(counter: PinDesk, wish: PinWish) -> type[st.Scene]:
    """Look at the card and tell which number the screen has to ask for, by the card's own counter."""
    scene = counter(pe.WishTold(wish))
    match counter.card.persona.id, counter.attempts:
        case "deactivated", _:
            expected: type[st.Scene] = pin.CardAdvice
        case _, attempts:
            expected = asks_for(attempts, pin.EnterCardPin)
    assert isinstance(scene, expected)
    return expected


@pytest.mark.parametrize(
    ("state", "wish", "happens"), list(cases()), ids=lambda each: each if isinstance(each, str) else each.name
)
def test_right_screen_right_counter_right_next_step(
    authority: Authority, state: str, wish: PinWish, happens: Happens
) -> None:
    counter = counter_with(authority.card(state))
    before = counter.attempts
    kind = asks(counter, wish)
    if kind is pin.CardAdvice:
        assert isinstance(counter.visit.scene, pin.CardAdvice)
        assert counter.visit.scene.trouble is CardTrouble.SWITCHED_OFF
        return
    if kind is pin.EnterCan:  # its mishaps are a test of their own; here the last attempt
        assert isinstance(counter.type(counter.right()), pin.EnterCardPin)
        kind = pin.EnterCardPin
    asked = counter.visit.scene
    scene = happen(counter, happens)
    left = attempts_after(before, happens, of_puk=kind is pin.EnterPuk)
    assert counter.attempts == left
    if happens in WRONG_LENGTH:
        assert scene is asked
    else:
        assert_scene(scene, wish, happens, left, of_puk=kind is pin.EnterPuk)
    assert all_wiped(counter)
    if isinstance(scene, st.Failed):
        assert isinstance(scene.again, pin.PinAgain)
        asks_again(counter, left)
    if happens is not Happens.CANCELLED:
        ends_well(counter)


def ends_well(counter: PinDesk) -> None:
    """Whoever has the numbers gets there: each screen asks for the right one, and it is taken at once."""
    for _ in ("the CAN", "the PIN or the PUK"):
        if isinstance(counter.visit.scene, pin.EnterCardPin | pin.EnterCan | pin.EnterPuk):
            counter.type(counter.right())
    assert isinstance(counter.visit.scene, pin.PinMended | pin.ChooseNewPin)
    assert counter.attempts == FULL


def assert_scene(scene: st.Scene, wish: PinWish, happens: Happens, left: int, *, of_puk: bool) -> None:
    match happens:
        case Happens.RIGHT if of_puk or wish is PinWish.CHECK:
            assert isinstance(scene, pin.PinMended)
        case Happens.RIGHT:
            assert isinstance(scene, pin.ChooseNewPin)
        case Happens.WRONG if of_puk:
            assert isinstance(scene, pin.EnterPuk)
            assert scene.rejected
        case Happens.WRONG:
            assert isinstance(scene, asks_for(left, pin.EnterCardPin))
            assert not isinstance(scene, pin.EnterCardPin) or (scene.rejected and scene.attempts_left == left)
        case Happens.CANCELLED:
            assert not isinstance(scene, pin.EnterCardPin | pin.EnterCan | pin.EnterPuk | st.Failed)
        case Happens.READER_PULLED:
            assert isinstance(scene, st.Failed)
            assert scene.failure is Failure.READER_GONE
        case _:
            assert isinstance(scene, st.Failed)
            assert scene.failure is Failure.CARD_REMOVED


def asks_again(counter: PinDesk, left: int) -> None:
    """Whatever went wrong, the next screen asks for what the card wants by now."""
    counter.come_back()
    assert isinstance(counter.visit.scene, asks_for(left, pin.EnterCardPin))


@pytest.mark.parametrize("happens", [each for each in Happens if each is not Happens.RIGHT])
def test_a_can_costs_no_attempt_whatever_happens(authority: Authority, happens: Happens) -> None:
    counter = counter_with(authority.card("suspended"))
    assert asks(counter, PinWish.CHECK) is pin.EnterCan
    asked = counter.visit.scene
    scene = happen(counter, happens)
    assert counter.attempts == 1
    if happens in WRONG_LENGTH:
        assert scene is asked
    elif happens is Happens.WRONG:
        assert isinstance(scene, pin.EnterCan)
        assert scene.rejected
    elif happens is not Happens.CANCELLED:
        assert isinstance(scene, st.Failed)
        asks_again(counter, 1)
    assert all_wiped(counter)


@pytest.mark.parametrize("state", ["transport", "erika"])
@pytest.mark.parametrize("pulled_at", [None, 1])
def test_a_new_pin_is_the_cards_and_one_in_doubt_is_tried(
    authority: Authority, state: str, pulled_at: int | None
) -> None:
    counter = counter_with(authority.card(state))
    asks(counter, PinWish.SET if state == "transport" else PinWish.CHANGE)
    assert isinstance(counter.type(counter.right()), pin.ChooseNewPin)
    if pulled_at is not None:
        counter.reader.pull_at(pulled_at)
    scene = counter.type(NEW_PIN)
    assert counter.card.memory.read().pin == NEW_PIN, "the card had the command"
    if pulled_at is None:
        assert isinstance(scene, pin.PinMended)
    else:
        assert isinstance(scene, st.Failed)
        assert scene.failure is Failure.PIN_UNCERTAIN
        asks_again(counter, FULL)
        assert isinstance(counter.type(NEW_PIN), pin.PinMended)
    assert all_wiped(counter)


def test_another_card_laid_down_meanwhile_is_not_tried_with_the_first_ones_pin(authority: Authority) -> None:
    counter = counter_with(authority.card("erika"))
    asks(counter, PinWish.CHECK)
    counter.card.memory.write(authority.card("two_attempts").memory.read())  # as another card has it
    scene = counter.type(PERSONAS["erika"].pin)
    assert isinstance(scene, pin.EnterCardPin)
    assert scene.attempts_left == counter.attempts == 2
    assert not scene.rejected
    assert counter.typed[0].is_wiped


@pytest.mark.parametrize("resumed", [False, True])
@pytest.mark.parametrize("state", [each for each in STATES if each != "deactivated"])
def test_a_number_of_no_possible_length_never_meets_the_card(
    authority: Authority, state: str, *, resumed: bool
) -> None:
    counter = counter_with(authority.card(state))
    kind = asks(counter, PinWish.SET if state == "transport" else PinWish.CHECK)
    before = counter.attempts
    for length in range(LONGEST + 1):
        if resumed and isinstance(counter.visit.scene, pin.EnterCan):
            counter.type(counter.right())
        asked = counter.visit.scene
        if length in LENGTHS[type(asked)]:
            continue
        sent = counter.reader.apdu_count
        scene = below_the_screen(counter, length)
        assert counter.reader.apdu_count == sent + 1, "the counter was read, and nothing more"
        assert counter.attempts == before
        assert isinstance(scene, kind)
        assert isinstance(scene, pin.EnterCardPin | pin.EnterCan | pin.EnterPuk)
        assert scene.rejected == (not isinstance(asked, pin.EnterCardPin) or before > 1)
    assert all_wiped(counter)
    ends_well(counter)
