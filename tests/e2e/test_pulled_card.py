"""The card is pulled at the APDUs of a sign-in: never a crash, always a kind screen."""

import os

import pytest
from stage import SERVICE, Play, Stage

from cardreader.secret import Secret
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.failure import Failure

SLICES = 4
"""The pulls are shared among so many tests, so that workers can share them too."""
PARTS = range(SLICES) if os.environ.get("WHOLE_PULLS") else range(1)
"""`WHOLE_PULLS=1` pulls at every single one, else at every fourth."""


async def sign_in(play: Play, stage: Stage) -> None:
    """Sign in by events, as quickly as can be; every screen on the way is really drawn."""
    happen = play.window.runtime.by_hand
    happen(ev.Continue())
    visit = await play.hands.until_scene(st.ChooseTopic)
    assert isinstance(visit.scene, st.ChooseTopic)
    happen(ev.TopicChosen(visit.scene.catalogue.topics[0].id))
    happen(ev.ServiceChosen(SERVICE))
    await play.hands.until_scene(st.AboutService)
    happen(ev.Continue())
    stage.reader.place("erika")
    visit = await play.hands.until_scene(st.WhoAsks, st.Failed)
    if isinstance(visit.scene, st.WhoAsks):
        happen(ev.Continue())
        happen(ev.PinEntered(Secret(b"123456")))
    await play.hands.until_scene(st.FillIn, st.Failed)


@pytest.fixture(scope="session")
def apdus_of_a_visit(opened_stage: Stage) -> int:
    """Count the commands of a whole sign-in."""
    before = opened_stage.reader.apdu_count

    async def story(play: Play) -> None:
        await sign_in(play, opened_stage)
        assert isinstance(play.visit.scene, st.FillIn)

    opened_stage.play(story)
    opened_stage.reader.pull()
    return opened_stage.reader.apdu_count - before


@pytest.mark.parametrize("part", PARTS)
def test_a_card_pulled_at_any_apdu_ends_kindly(stage: Stage, apdus_of_a_visit: int, part: int) -> None:
    assert apdus_of_a_visit > 20
    for number in range(1 + part, apdus_of_a_visit + 1, SLICES):
        stage.world.wallet.renew("erika")
        stage.reader.pull_at(number)

        async def story(play: Play, number: int = number) -> None:
            await sign_in(play, stage)
            scene = play.visit.scene
            if isinstance(scene, st.FillIn):
                # Pulled after the server had everything: the application is covered instead.
                await play.hands.until(lambda visit: isinstance(visit.overlay, st.PutCardBack), "the cover")
            else:
                assert isinstance(scene, st.Failed)
                assert scene.failure is Failure.CARD_REMOVED, f"at APDU {number}"
            await play.look("a kind screen")
            play.window.runtime.by_hand(ev.EndAsked())
            play.window.runtime.by_hand(ev.EndConfirmed())
            await play.hands.until_scene(st.Goodbye)

        stage.play(story)
        stage.reader.pull()
        assert stage.attempts_left("erika") in (2, 3), f"at APDU {number}"
