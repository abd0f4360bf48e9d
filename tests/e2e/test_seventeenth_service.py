"""Another service is one file: the example of docs/services.md, offered, found, filled in and sent."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from answering import fill_in_form
from stage import Play, Stage, open_stage

from kiosk.services.checking.check import check
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from sandbox.bochum_id.opening import CATALOGUE_DIRECTORY
from sandbox.world import Backing
from ui.guided import walk

ROOT = Path(__file__).parents[2]
EXAMPLE = re.search(
    r"```json\n(.*?)```", (ROOT / "docs" / "services.md").read_text(encoding="utf-8"), re.DOTALL
)
ANSWERS = {
    "/place": "Kortumstraße/99/44787",
    "/things": "furniture mattresses",
    "/pieces": "3",
    "/stairs": "true",
    "/email": "erika@example.org",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, beside all the others of a copy of the catalogue, with nothing else changed."""
    assert EXAMPLE is not None
    catalogue = tmp_path_factory.mktemp("city") / "catalogue"
    shutil.copytree(CATALOGUE_DIRECTORY, catalogue)
    name = json.loads(EXAMPLE[1])["id"]
    file = catalogue / "services" / f"{name}.1.json"
    file.write_text(EXAMPLE[1], encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def city(service: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with open_stage(tmp_path_factory.mktemp("stage"), Backing(catalogue=service.parents[1])) as stage:
        yield stage


def test_the_example_has_nothing_to_mend(service: Path) -> None:
    assert check(service.read_bytes()) == ()


def test_a_visitor_finds_it_and_sends_it(city: Stage, service: Path) -> None:
    service_id, _, _ = service.stem.rpartition(".")

    async def story(play: Play) -> None:
        await walk.to_the_sign_in(play.hands, service_id, play.look)
        visit = await play.hands.until_scene(si.ChooseSignIn, st.FillIn)
        if isinstance(visit.scene, si.ChooseSignIn):
            await play.hands.press("signIn:without")
        await fill_in_form(play.hands, ANSWERS, play.look, st.Review)
        await walk.send(play.hands, play.look)
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert visit.scene.outcome.errand.service.id == service_id
        assert visit.scene.outcome.submission.reference.startswith("BO-")

    city.play(story)
