"""PIN first aid by touch at the card itself: each visit ends where its service, or its office, waits."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from answering import fill_in_form
from stage import SERVICE, Hurried, Play, Stage
from test_papers_and_times import book, take_a_time
from test_password_visits import give_password, sent_code, to_the_password
from test_trouble import failed_with, to_the_pin

from kiosk.bochum_id.values import CitizenSession
from kiosk.session import door_states as door
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.delivery import SavedTo
from kiosk.session.effects import EndedHow
from kiosk.session.failure import Failure
from kiosk.session.pin_values import CardTrouble
from sandbox.id_card.personas import Persona
from ui.guided import walk

NEW_PIN = "739146"


async def unseen(_what: str) -> None:
    """Look at nothing; the screens of these ways are looked at elsewhere."""


def person(stage: Stage, persona: str) -> Persona:
    return stage.world.wallet.personas[persona]


def test_a_letters_pin_becomes_ones_own_and_the_service_that_waited_comes_to_its_end(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_how_to_sign_in(play)
        await play.hands.press("pinHelp")
        await play.hands.press("has:letter")
        await play.look("it becomes your own PIN")
        await play.hands.press("firstAid")
        await play.hands.until_scene(door.PinFirstAid)
        await play.hands.press("has:letter")
        await play.hands.until_scene(pin.LayCard)
        await play.look("lay the card")
        stage.reader.place("transport")
        await play.hands.until_scene(pin.EnterCardPin)
        await walk.enter_pin(play.hands, person(stage, "transport").pin)
        await a_new_pin_twice(play)
        await go_on_and_sign_in(play, NEW_PIN)
        await certificate_in_hand(play, stage)

    stage.play(story)


def test_a_blocked_pin_is_unblocked_by_the_puk_and_signs_in(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, unseen)
        await play.hands.until_scene(st.PlaceCard)
        stage.reader.place("blocked")
        await failed_with(play, Failure.PIN_BLOCKED)
        await play.hands.press("tryAgain")
        await play.hands.until_scene(pin.EnterPuk)
        await walk.enter_pin(play.hands, "1111111111")
        await play.hands.until(_puk_rejected, "the wrong PUK")
        await play.look("not the PUK")
        await walk.enter_pin(play.hands, person(stage, "blocked").puk)
        await go_on_and_sign_in(play, person(stage, "blocked").pin)

    stage.play(story)
    assert stage.attempts_left("blocked") == 3


def test_a_suspended_pin_wants_the_can_and_signs_in(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, unseen)
        await play.hands.until_scene(st.PlaceCard)
        stage.reader.place("suspended")
        await play.hands.until_scene(st.WhoAsks)
        await play.hands.press("primary")
        await play.hands.until_scene(pin.EnterCan)
        await walk.enter_pin(play.hands, "111111")
        await play.hands.until(_can_rejected, "the wrong CAN")
        await play.look("not the digits on the card")
        await walk.enter_pin(play.hands, person(stage, "suspended").can)
        await play.hands.until_scene(st.EnterPin)
        await walk.enter_pin(play.hands, person(stage, "suspended").pin)
        await play.hands.until_scene(st.FillIn)

    stage.play(story)
    assert stage.attempts_left("suspended") == 3


def test_a_card_that_is_switched_off_gets_a_slip_and_a_time_at_the_counter(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, unseen)
        await play.hands.until_scene(st.PlaceCard)
        stage.reader.place("deactivated")
        await failed_with(play, Failure.EID_SWITCHED_OFF)
        await play.hands.press("tryAgain")
        await advised(play, CardTrouble.SWITCHED_OFF)
        await play.hands.press("appointment")
        await take_a_time(play)
        await book(play)

    stage.play(story)
    assert stage.attempts_left("deactivated") == 3


def test_an_expired_card_is_told_after_its_pin_and_gets_a_slip(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_pin(play, stage, "expired")
        await walk.enter_pin(play.hands, person(stage, "expired").pin)
        await failed_with(play, Failure.CARD_EXPIRED)
        await play.hands.press("tryAgain")
        await advised(play, CardTrouble.EXPIRED)

    stage.play(story)


def test_a_residence_permit_signs_in_like_an_identity_card(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_pin(play, stage, "residence_permit")
        await walk.enter_pin(play.hands, person(stage, "residence_permit").pin)
        await play.hands.until_scene(st.FillIn)

    stage.play(story)


def test_a_card_that_cannot_raise_a_session_leaves_it_open(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_password(play)
        await give_password(play, "hannelore")
        await play.hands.until_scene(si.EnterCode)
        await walk.enter_pin(play.hands, sent_code(stage, "sms"))
        session = await asked_for_the_card(play)
        stage.reader.place("deactivated")
        await failed_with(play, Failure.EID_SWITCHED_OFF)
        await play.hands.press("tryAgain")
        await advised(play, CardTrouble.SWITCHED_OFF)
        await play.hands.press("back")
        assert await asked_for_the_card(play) == session
        stage.reader.place("hannelore")
        await walk.sign_in(play.hands, person(stage, "hannelore").pin, unseen)
        scene = play.visit.scene
        assert isinstance(scene, st.FillIn)
        assert scene.application.session.id == session.id

    stage.play(story)


# ---------------------------------------------------------------- without the city


@pytest.fixture(scope="module")
def cache(opened_stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a terminal keeps that has reached the city once."""
    folder = tmp_path_factory.mktemp("cache")

    async def kept(play: Play) -> None:
        backend = play.window._terminal.backend
        await play.hands.until(lambda _visit: backend.kept_catalogue() is not None, "the whole cache")

    opened_stage.play(kept, cache_dir=folder, clock=Hurried())
    return folder


@pytest.fixture
def cut_off(stage: Stage, cache: Path) -> Callable[[Callable[[Play], Awaitable[None]]], Play]:
    """Give `play` at a terminal that knows the city and does not reach it."""

    def play(story: Callable[[Play], Awaitable[None]]) -> Play:
        stage.world.bochum_id.set_available(available=False)
        stage.world.eid_network.set_available(available=False)
        return stage.play(story, cache_dir=cache, clock=Hurried())

    return play


def test_a_pin_is_changed_while_the_city_cannot_be_reached(
    stage: Stage, cut_off: Callable[[Callable[[Play], Awaitable[None]]], Play]
) -> None:
    async def story(play: Play) -> None:
        assert isinstance(play.visit.city, st.CityClosed)
        await to_first_aid(play)
        await play.hands.press("has:own")
        await play.hands.press("wish:change")
        await play.hands.until_scene(pin.LayCard)
        stage.reader.place("two_attempts")
        await play.hands.until_scene(pin.EnterCardPin)
        await play.look("somebody mistyped before")
        await walk.enter_pin(play.hands, person(stage, "two_attempts").pin)
        await a_new_pin_twice(play)
        await play.hands.press("primary")
        await play.hands.until(lambda _visit: bool(play.ended), "the end")

    assert cut_off(story).ended == [(EndedHow.FINISHED, None)]
    assert stage.attempts_left("two_attempts") == 3
    assert stage.world.wallet.card("two_attempts").memory.read().pin == NEW_PIN


def test_a_puk_that_is_used_up_ends_with_a_slip_while_the_city_cannot_be_reached(
    stage: Stage, cut_off: Callable[[Callable[[Play], Awaitable[None]]], Play]
) -> None:
    async def story(play: Play) -> None:
        await to_first_aid(play)
        await play.hands.press("has:own")
        await play.hands.press("wish:unblock")
        await play.hands.until_scene(pin.LayCard)
        stage.reader.place("puk_used_up")
        await play.hands.until_scene(pin.EnterPuk)
        await walk.enter_pin(play.hands, person(stage, "puk_used_up").puk)
        await advised(play, CardTrouble.PUK_USED_UP)
        assert "appointment" not in play.hands.names(), "nobody could book it"

    cut_off(story)
    assert stage.attempts_left("puk_used_up") == 0


# ---------------------------------------------------------------- the ways


async def to_how_to_sign_in(play: Play) -> None:
    await walk.to_the_sign_in(play.hands, SERVICE, unseen)
    await play.hands.until_scene(si.ChooseSignIn)


async def to_first_aid(play: Play) -> None:
    await play.hands.press("primary")
    await play.hands.until_scene(st.ChooseTopic)
    await play.hands.press("door:pinFirstAid")
    await play.hands.until_scene(door.PinFirstAid)


async def asked_for_the_card(play: Play) -> CitizenSession:
    """Signed in with a password, and asked for the card as well."""
    visit = await play.hands.until_scene(si.StepUp)
    assert isinstance(visit.scene, si.StepUp)
    return visit.scene.session


async def a_new_pin_twice(play: Play) -> None:
    """Differently first, then the same; an easy one would be warned of."""
    await play.hands.until_scene(pin.ChooseNewPin)
    for typed in (NEW_PIN, "914637", NEW_PIN, NEW_PIN):
        await walk.enter_pin(play.hands, typed)
        await play.look("a new PIN")
    await play.hands.until_scene(pin.PinMended)
    await play.look("mended")


async def go_on_and_sign_in(play: Play, number: str) -> None:
    """From a PIN that is mended to the form of the service that waited; the card lies there."""
    visit = await play.hands.until_scene(pin.PinMended)
    assert isinstance(visit.scene, pin.PinMended)
    await play.hands.press("primary")
    await walk.sign_in(play.hands, number, unseen)
    scene = play.visit.scene
    assert isinstance(scene, st.FillIn)
    assert scene.application.errand.service.id == SERVICE


async def certificate_in_hand(play: Play, stage: Stage) -> None:
    await fill_in_form(play.hands, {"/purpose": "pension"}, unseen, st.Review)
    await walk.send(play.hands, unseen)
    await play.hands.until_scene(st.TakeCard)
    stage.reader.pull()
    visit = await play.hands.until_scene(st.Done)
    assert isinstance(visit.scene, st.Done)
    assert isinstance(visit.scene.delivery, SavedTo)


async def advised(play: Play, trouble: CardTrouble) -> None:
    """Read what an office does about the card, and take the slip that says so."""
    visit = await play.hands.until_scene(pin.CardAdvice)
    assert isinstance(visit.scene, pin.CardAdvice)
    assert visit.scene.trouble is trouble
    await play.look("what an office does")
    await play.hands.press("primary")
    await play.hands.until(
        lambda visit: isinstance(visit.scene, pin.CardAdvice) and isinstance(visit.scene.slip, SavedTo),
        "the slip",
    )
    await play.look("the slip is out")


def _puk_rejected(visit: st.Visit) -> bool:
    return isinstance(visit.scene, pin.EnterPuk) and visit.scene.rejected


def _can_rejected(visit: st.Visit) -> bool:
    return isinstance(visit.scene, pin.EnterCan) and visit.scene.rejected
