"""Whole visits in which something goes wrong: a kind screen, the right code, nothing lost."""

import pytest
from breaking import JamsOnce
from stage import SERVICE, Play, Stage

from kiosk.paper.folder import FolderPrinter
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.delivery import NotPrinted as StayedIn
from kiosk.session.delivery import SavedTo
from kiosk.session.failure import Failure
from ui.guided import walk


async def to_the_pin(play: Play, stage: Stage, persona: str = "erika") -> None:
    await walk.to_the_card(play.hands, SERVICE, play.look)
    await play.hands.until_scene(st.PlaceCard)
    stage.reader.place(persona)
    await play.hands.until_scene(st.WhoAsks)
    await play.hands.press("primary")
    await play.hands.until_scene(st.EnterPin)


async def failed_with(play: Play, failure: Failure) -> st.Failed:
    visit = await play.hands.until_scene(st.Failed)
    assert isinstance(visit.scene, st.Failed)
    assert visit.scene.failure is failure
    await play.look("the kind screen")
    return visit.scene


def test_a_wrong_pin_costs_one_attempt_and_the_right_one_gives_it_back(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_pin(play, stage)
        await walk.enter_pin(play.hands, "111111")
        visit = await play.hands.until(
            lambda visit: isinstance(visit.scene, st.EnterPin) and visit.scene.rejected, "the second try"
        )
        assert isinstance(visit.scene, st.EnterPin)
        assert visit.scene.attempts_left == stage.attempts_left("erika") == 2
        await walk.enter_pin(play.hands, "123456")
        await play.hands.until_scene(st.FillIn)
        assert stage.attempts_left("erika") == 3

    stage.play(story)


def test_after_two_wrong_pins_the_can_opens_the_last_attempt(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_pin(play, stage)
        await walk.enter_pin(play.hands, "111111")
        await play.hands.until(
            lambda visit: isinstance(visit.scene, st.EnterPin) and visit.scene.rejected, "the second try"
        )
        await walk.enter_pin(play.hands, "222222")
        await play.hands.until_scene(pin.EnterCan)
        assert stage.attempts_left("erika") == 1
        await walk.enter_pin(play.hands, stage.world.wallet.card("erika").persona.can)
        await play.hands.until_scene(st.EnterPin)
        await walk.enter_pin(play.hands, stage.world.wallet.card("erika").persona.pin)
        await play.hands.until_scene(st.FillIn)
        assert stage.attempts_left("erika") == 3

    stage.play(story)


@pytest.mark.parametrize(
    ("persona", "failure"),
    [
        ("blocked", Failure.PIN_BLOCKED),
        ("deactivated", Failure.EID_SWITCHED_OFF),
    ],
)
def test_a_card_that_cannot_sign_in_is_told_before_any_pin(
    stage: Stage, persona: str, failure: Failure
) -> None:
    before = stage.attempts_left(persona)

    async def story(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, play.look)
        await play.hands.until_scene(st.PlaceCard)
        stage.reader.place(persona)
        await failed_with(play, failure)

    stage.play(story)
    assert stage.attempts_left(persona) == before


def test_no_to_who_asks_reads_nothing(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, play.look)
        stage.reader.place("erika")
        await play.hands.until_scene(st.WhoAsks)
        await play.hands.press("decline")
        await failed_with(play, Failure.SIGN_IN_DECLINED)

    stage.play(story)
    assert stage.attempts_left("erika") == 3


def test_a_card_taken_before_the_pin_can_come_back(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_pin(play, stage)
        stage.reader.pull()
        await failed_with(play, Failure.CARD_REMOVED)
        stage.reader.place("erika")
        await play.hands.until_scene(st.WhoAsks)

    stage.play(story)
    assert stage.attempts_left("erika") == 3


def test_an_application_is_covered_while_the_card_is_away_and_goes_on_for_its_citizen(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_pin(play, stage)
        await walk.enter_pin(play.hands, "123456")
        await play.hands.until_scene(st.FillIn)
        await play.hands.press("choice:/purpose:private")
        await play.hands.press("primary")
        stage.reader.pull()
        await play.hands.until(lambda visit: isinstance(visit.overlay, st.PutCardBack), "the cover")
        await play.look("covered")
        assert not [name for name in play.hands.names() if name.startswith("choice:")]
        stage.reader.place("erika")
        await play.hands.until_scene(st.WhoAsks)
        await play.hands.press("primary")
        await walk.enter_pin(play.hands, "123456")
        visit = await play.hands.until_scene(st.FillIn, st.Review)
        assert isinstance(visit.scene, st.FillIn | st.Review)
        assert visit.scene.form.answers["/purpose"] == "private"

    stage.play(story)


def test_another_citizens_card_does_not_uncover_an_application(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_pin(play, stage)
        await walk.enter_pin(play.hands, "123456")
        await play.hands.until_scene(st.FillIn)
        stage.reader.pull()
        await play.hands.until(lambda visit: isinstance(visit.overlay, st.PutCardBack), "the cover")
        stage.reader.place("hannelore")
        await play.hands.until_scene(st.WhoAsks)
        await play.hands.press("primary")
        await walk.enter_pin(play.hands, stage.world.wallet.personas["hannelore"].pin)
        scene = await failed_with(play, Failure.BACKEND_REFUSED)
        assert isinstance(scene.again, st.StartOver)

    stage.play(story)


@pytest.mark.parametrize("part", ["bochumId", "eidServer"])
def test_a_broken_network_before_the_card_ends_kindly_and_heals(stage: Stage, part: str) -> None:
    switch = stage.world.bochum_id if part == "bochumId" else stage.world.eid_network

    async def story(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, play.look)
        await play.hands.until_scene(st.PlaceCard)
        switch.set_available(available=False)
        stage.reader.place("erika")
        await failed_with(
            play, Failure.BACKEND_UNREACHABLE if part == "bochumId" else Failure.EID_UNREACHABLE
        )
        switch.set_available(available=True)
        await play.hands.press("tryAgain")
        await play.hands.until_scene(st.WhoAsks)

    stage.play(story)


def test_a_backend_that_goes_away_at_the_binding_act_loses_nothing_and_sends_once(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_pin(play, stage)
        await walk.enter_pin(play.hands, "123456")
        await walk.fill_in(play.hands, {"/purpose": "pension"}, play.look)
        await play.hands.press("declaration")
        stage.world.bochum_id.set_available(available=False)
        await play.hands.press("primary")
        await failed_with(play, Failure.BACKEND_UNREACHABLE)
        stage.world.bochum_id.set_available(available=True)
        await play.hands.press("tryAgain")
        await play.hands.until_scene(st.TakeCard)

    stage.play(story)


def test_a_jammed_printer_says_so_and_prints_when_asked_again(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_pin(play, stage)
        await walk.enter_pin(play.hands, "123456")
        await walk.fill_in(play.hands, {"/purpose": "pension"}, play.look)
        await walk.send(play.hands, play.look)
        stage.reader.pull()
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert visit.scene.delivery == StayedIn(Failure.PRINTER_JAM)
        await play.look("not printed")
        await play.hands.press("printAgain")
        visit = await play.hands.until(
            lambda visit: isinstance(visit.scene, st.Done) and isinstance(visit.scene.delivery, SavedTo),
            "the paper",
        )

    stage.play(story, printer=JamsOnce(FolderPrinter(stage.paper)))
