"""The whole visit over a real pcscd and its virtual reader: the service's own log proves it."""

import pytest
from pcscd_service import PcscdService, pcscd
from stage import SERVICE, Play, Stage

from cardreader.pcsc import PcscReaders
from kiosk.session import states as st
from kiosk.session.delivery import SavedTo
from sandbox.id_card.vpcd import VirtualReaderLink
from ui.guided import walk

__all__ = ["pcscd"]


@pytest.mark.pcscd
@pytest.mark.xdist_group("pcscd")
def test_a_whole_visit_goes_through_pcscd(stage: Stage, pcscd: PcscdService) -> None:
    link = VirtualReaderLink("127.0.0.1", pcscd.reader_port)
    before = pcscd.transmitted_apdus()

    async def story(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, play.look)
        await play.hands.until_scene(st.PlaceCard)
        link.place(stage.world.wallet.card("erika"))
        await walk.sign_in(play.hands, "123456", play.look)
        await walk.fill_in(play.hands, {"/purpose": "pension"}, play.look)
        await walk.send(play.hands, play.look)
        await play.hands.until_scene(st.TakeCard)
        link.pull()
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert isinstance(visit.scene.delivery, SavedTo)

    try:
        stage.play(story, reader=PcscReaders())
    finally:
        link.close()
    pcscd.wait_for_apdus(before + 25)
