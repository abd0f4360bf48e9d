"""Signing in with the card: every state of a card × everything that can happen at its number.

The visit is the real one, the eID client the real one, its server and the card the sandbox's; every message
and every command passes as the bytes that would travel. What has to be is worked out from a few rules.
"""

from collections.abc import Callable
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

from cardreader.eid_client.conversation import EidConversation
from cardreader.reader import Connection
from kiosk.bochum_id.values import SignInMethod
from kiosk.session import events as ev
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.pin_values import CardTrouble, PinWish
from sandbox.eid_server.pki import Pki
from tests import samples
from tests.cardreader.eid_client.eid_world import WorldTransport, make_card, make_world

MOST_TOUCHES: Final = 12


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return Pki.open(tmp_path_factory.mktemp("pki"))


def desk_with(pki: Pki, persona: str) -> PinDesk:
    """Somebody with a card, before the ways in."""
    world = make_world(pki)
    today = world.pki.clock().date()

    def converse(connect: Callable[[], Connection]) -> EidConversation:
        return EidConversation(WorldTransport(world), connect, today=lambda: today)

    return PinDesk(make_card(pki, persona), si.ChooseSignIn(samples.ERRAND), converse)


def come_to_the_number(desk: PinDesk) -> type[st.Scene]:
    """Go on until a number is asked for, and tell which it has to be, by the card's own counter."""
    desk(ev.SignInMethodChosen(SignInMethod.EID))
    if desk.card.persona.id == "deactivated":
        assert_mended_by(desk.visit.scene, Failure.EID_SWITCHED_OFF, CardTrouble.SWITCHED_OFF)
        desk(ev.TryAgain())
        return pin.CardAdvice
    if desk.attempts == 0:
        assert_mended_by(desk.visit.scene, Failure.PIN_BLOCKED, PinWish.UNBLOCK)
        desk(ev.TryAgain())
    else:
        assert isinstance(desk.visit.scene, st.WhoAsks)
        desk(ev.Continue())
    return asks_for(desk.attempts, st.EnterPin)


def assert_mended_by(scene: st.Scene, failure: Failure, mend: PinWish | CardTrouble) -> None:
    assert isinstance(scene, st.Failed)
    assert scene.failure is failure
    assert isinstance(scene.again, pin.MendCard)
    assert scene.again.mend is mend


OF_LETTER: Final = {
    Happens.RIGHT: Happens.TOO_SHORT,
    Happens.TOO_LONG: Happens.WRONG,
    Happens.RIGHT_BUT_PULLED: Happens.PULLED_BEFORE_THE_VERDICT,
}
"""What a letter's five digits are to a sign-in, which takes six."""


@pytest.mark.parametrize("happens", Happens, ids=lambda each: each.name)
@pytest.mark.parametrize("state", STATES)
def test_right_screen_right_counter_right_next_step(pki: Pki, state: str, happens: Happens) -> None:
    desk = desk_with(pki, state)
    before = desk.attempts
    kind = come_to_the_number(desk)
    assert isinstance(desk.visit.scene, kind)
    if kind is pin.CardAdvice:
        return
    if kind is pin.EnterCan:  # its mishaps are a test of their own; here the last attempt
        assert isinstance(desk.type(desk.right()), st.EnterPin)
    asked = desk.visit.scene
    scene = happen(desk, happens)
    judged = OF_LETTER.get(happens, happens) if state == "transport" else happens
    left = attempts_after(before, judged, of_puk=kind is pin.EnterPuk)
    assert desk.attempts == left
    if judged in WRONG_LENGTH:
        assert scene is asked
    elif kind is pin.EnterPuk:
        assert_scene_of_puk(scene, judged)
    else:
        assert_scene(scene, judged, left)
    assert all_wiped(desk)
    ends_well(desk, left)


def assert_scene(scene: st.Scene, judged: Happens, left: int) -> None:
    match judged:
        case Happens.RIGHT:
            assert isinstance(scene, st.OpeningApplication)
        case Happens.WRONG if left == 0:
            assert_mended_by(scene, Failure.PIN_BLOCKED, PinWish.UNBLOCK)
        case Happens.WRONG:
            assert isinstance(scene, asks_for(left, st.EnterPin))
            assert not isinstance(scene, st.EnterPin) or (scene.rejected and scene.attempts_left == left)
        case Happens.CANCELLED:
            assert isinstance(scene, st.WhoAsks)
        case _:
            assert_gone(scene, judged, st.SignInAgain)


def assert_scene_of_puk(scene: st.Scene, judged: Happens) -> None:
    match judged:
        case Happens.RIGHT:
            assert isinstance(scene, pin.PinMended)
        case Happens.WRONG:
            assert isinstance(scene, pin.EnterPuk)
            assert scene.rejected
        case Happens.CANCELLED:
            assert isinstance(scene, st.AboutService)
        case _:
            assert_gone(scene, judged, pin.PinAgain)


def assert_gone(scene: st.Scene, judged: Happens, again: type[st.Again]) -> None:
    assert isinstance(scene, st.Failed)
    assert isinstance(scene.again, again)
    expected = Failure.READER_GONE if judged is Happens.READER_PULLED else Failure.CARD_REMOVED
    assert scene.failure is expected


def ends_well(desk: PinDesk, left: int) -> None:
    """Whoever has the numbers is signed in, by screens that ask for the right one, each taken at once.

    A letter's five digits are not among them.
    """
    asked, failures = list[type[st.Scene]](), 0
    for _ in range(MOST_TOUCHES):
        match desk.visit.scene:
            case st.OpeningApplication():
                break
            case st.Failed():
                failures += 1
                desk.come_back()
            case si.ChooseSignIn():
                desk(ev.SignInMethodChosen(SignInMethod.EID))
            case st.WhoAsks() | st.AboutService() | pin.PinMended():
                desk(ev.Continue())
            case scene:
                asked.append(type(scene))
                desk.type(desk.right())
    assert failures <= 1, "what happened, or a blocked PIN; and nothing on the way from there"
    if desk.card.persona.id == "transport":
        assert set(asked) == {asks_for(left, st.EnterPin)}
        assert desk.attempts == left
        return
    assert isinstance(desk.visit.scene, st.OpeningApplication)
    assert desk.attempts == FULL
    assert len(asked) == len(set(asked)), "no number is asked for twice"


@pytest.mark.parametrize("happens", list(Happens)[1:], ids=lambda each: each.name)
def test_a_can_costs_no_attempt_whatever_happens(pki: Pki, happens: Happens) -> None:
    desk = desk_with(pki, "suspended")
    assert come_to_the_number(desk) is pin.EnterCan
    asked = desk.visit.scene
    scene = happen(desk, happens)
    assert desk.attempts == 1
    match happens:
        case Happens.TOO_SHORT | Happens.TOO_LONG:
            assert scene is asked
        case Happens.WRONG:
            assert isinstance(scene, pin.EnterCan)
            assert scene.rejected
        case Happens.CANCELLED:
            assert isinstance(scene, st.WhoAsks)
        case _:
            assert_gone(scene, happens, st.SignInAgain)
    assert all_wiped(desk)
    ends_well(desk, left=1)


@pytest.mark.parametrize("resumed", [False, True])
@pytest.mark.parametrize("state", ["erika", "two_attempts", "suspended", "transport"])
def test_a_number_of_no_possible_length_never_meets_the_card(pki: Pki, state: str, *, resumed: bool) -> None:
    desk = desk_with(pki, state)
    come_to_the_number(desk)
    before = desk.attempts
    for length in range(LONGEST + 1):
        if resumed and isinstance(desk.visit.scene, pin.EnterCan):
            desk.type(desk.right())
        asked = desk.visit.scene
        if length in LENGTHS[type(asked)]:
            continue
        sent = desk.reader.apdu_count
        scene = below_the_screen(desk, length)
        assert desk.reader.apdu_count == sent + 1, "the counter was read, and nothing more"
        assert desk.attempts == before
        assert isinstance(scene, st.EnterPin | pin.EnterCan)
        assert isinstance(scene, type(asked))
        assert scene.rejected
    assert all_wiped(desk)
    ends_well(desk, before)
