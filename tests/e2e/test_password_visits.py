"""Whole visits that begin with a password: second factors, the card as well, wrong tries, a renewed card."""

import json
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyotp
import pytest
from stage import LANDSCAPE, SERVICE, Play, Stage

from kiosk.bochum_id.password_values import FactorKind
from kiosk.bochum_id.values import AccountMode, Level, SignInMethod
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.delivery import SavedTo
from kiosk.session.failure import Failure
from sandbox.bochum_id.opening import CATALOGUE_DIRECTORY
from sandbox.bochum_id.outbox import everything_sent
from sandbox.id_card.direct import DirectReader
from sandbox.world import Backing, SandboxWorld
from ui.guided import walk

ACCOUNTS: dict[str, dict[str, Any]] = tomllib.loads(
    Path("resources/simulated_accounts.toml").read_text(encoding="utf-8")
)


async def to_the_password(play: Play) -> None:
    await walk.to_the_sign_in(play.hands, SERVICE, play.look)
    await play.hands.until_scene(si.ChooseSignIn)
    await play.hands.press("signIn:password")


async def give_password(play: Play, account: str, password: str | None = None) -> None:
    told = password or ACCOUNTS[account]["password"]
    await walk.enter_password(play.hands, ACCOUNTS[account]["username"], told, play.look)


async def choose(play: Play, kind: FactorKind) -> None:
    visit = await play.hands.until_scene(si.ChooseFactor)
    assert isinstance(visit.scene, si.ChooseFactor)
    await play.look("which factor")
    (factor,) = [each for each in visit.scene.second.factors if each.kind is kind]
    await play.hands.press(f"factor:{factor.id}")
    await play.hands.until_scene(si.EnterCode)


async def give_recovery_code(play: Play, account: str, number: int) -> None:
    await choose(play, FactorKind.RECOVERY)
    await walk.type_text(play.hands, ACCOUNTS[account]["recovery_codes"][number])
    await play.look("the recovery code")
    await play.hands.press("primary")


def sent_code(stage: Stage, kind: str) -> str:
    """The code that left the house last."""
    with stage.world.backend.store.transaction() as db:
        codes = [str(item.content["code"]) for item in everything_sent(db) if item.kind == kind]
    return codes[-1]


def pin_of(stage: Stage, persona: str) -> str:
    return stage.world.wallet.personas[persona].pin


async def by_card(play: Play, stage: Stage, persona: str) -> None:
    """Lay the card down, agree, and give its PIN."""
    stage.reader.place(persona)
    await play.hands.until_scene(st.WhoAsks)
    await play.hands.press("primary")
    await play.hands.until_scene(st.EnterPin)
    await walk.enter_pin(play.hands, pin_of(stage, persona))


async def failed_with(play: Play, failure: Failure) -> None:
    visit = await play.hands.until_scene(st.Failed)
    assert isinstance(visit.scene, st.Failed)
    assert visit.scene.failure is failure
    await play.look("the kind screen")


def test_a_password_an_app_and_then_the_card_lead_to_the_certificate(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_password(play)
        await give_password(play, "erika")
        await choose(play, FactorKind.TOTP)
        await walk.enter_pin(play.hands, pyotp.TOTP(ACCOUNTS["erika"]["totp_secret"]).now())
        visit = await play.hands.until_scene(si.StepUp)
        assert isinstance(visit.scene, si.StepUp)
        password = visit.scene.session
        assert (password.level, password.methods) == (Level.NORMAL, {SignInMethod.PASSWORD})
        await play.look("now the card as well")
        stage.reader.place("erika")
        await walk.sign_in(play.hands, pin_of(stage, "erika"), play.look)
        assert isinstance(play.visit.scene, st.FillIn)
        raised = play.visit.scene.application.session
        assert (raised.id, raised.level, raised.methods) == (password.id, Level.HOCH, set(SignInMethod))
        await walk.fill_in(play.hands, {"/purpose": "pension"}, play.look)
        await walk.send(play.hands, play.look)
        await play.hands.until_scene(st.TakeCard)
        stage.reader.pull()
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert isinstance(visit.scene.delivery, SavedTo)

    stage.play(story)


def test_wrong_passwords_and_codes_cost_nothing_but_another_try(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_password(play)
        await give_password(play, "hannelore", "wrong")
        await play.hands.until(
            lambda visit: isinstance(visit.scene, si.EnterPassword) and visit.scene.rejected, "another try"
        )
        await play.look("not right")
        await give_password(play, "hannelore")
        await play.hands.until_scene(si.EnterCode)
        right = sent_code(stage, "sms")
        await walk.enter_pin(play.hands, "000000" if right != "000000" else "111111")
        visit = await play.hands.until(
            lambda visit: isinstance(visit.scene, si.EnterCode) and visit.scene.before != si.FirstTry(),
            "another try",
        )
        assert isinstance(visit.scene, si.EnterCode)
        assert visit.scene.before == si.WrongBefore(2), "as the city counts"
        await play.hands.press("newCode")
        await play.hands.until(
            lambda visit: isinstance(visit.scene, si.EnterCode) and visit.scene.before == si.FirstTry(),
            "a new code",
        )
        await walk.enter_pin(play.hands, sent_code(stage, "sms"))
        await play.hands.until_scene(si.StepUp)

    stage.play(story, size=LANDSCAPE)


def test_a_locked_account_is_opened_again_by_its_card(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_password(play)
        await give_password(play, "meryem")
        await failed_with(play, Failure.ACCOUNT_LOCKED)
        await by_card(play, stage, "two_attempts")
        visit = await play.hands.until_scene(st.FillIn)
        assert isinstance(visit.scene, st.FillIn)
        assert visit.scene.application.session.account_mode is AccountMode.EXISTING

    async def afterwards(play: Play) -> None:
        await to_the_password(play)
        await give_password(play, "meryem")
        await play.hands.until_scene(si.EnterCode)

    stage.play(story)
    stage.reader.pull()
    stage.play(afterwards)


def test_the_card_of_somebody_else_leaves_the_password_session_as_it_was(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_password(play)
        await give_password(play, "erika")
        await give_recovery_code(play, "erika", 0)
        await play.hands.until_scene(si.StepUp)
        await by_card(play, stage, "hannelore")
        await failed_with(play, Failure.CARD_OF_ANOTHER)
        stage.reader.pull()
        await by_card(play, stage, "erika")
        visit = await play.hands.until_scene(st.FillIn)
        assert isinstance(visit.scene, st.FillIn)
        assert visit.scene.application.session.methods == set(SignInMethod)

    stage.play(story)


def test_too_many_wrong_passwords_make_a_pause_that_the_card_needs_not(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_password(play)
        await walk.enter_password(play.hands, "nobody", "x", play.look)
        for number in range(4):
            await play.hands.until(_rejected, f"try {number + 2}")
            await walk.enter_password(play.hands, "nobody", "x", play.look)
            await play.hands.until(lambda visit: not _rejected(visit), "the city's answer")
        await play.hands.until(_rejected, "the last try")
        await walk.enter_password(play.hands, "nobody", "x", play.look)
        await failed_with(play, Failure.TOO_MANY_TRIES)
        await by_card(play, stage, "erika")
        await play.hands.until_scene(st.FillIn)

    stage.play(story)


def _rejected(visit: st.Visit) -> bool:
    return isinstance(visit.scene, si.EnterPassword) and visit.scene.rejected


def test_a_new_card_opens_the_old_account_when_its_owner_says_so(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, play.look)
        await play.hands.until_scene(st.PlaceCard)
        await by_card(play, stage, "abroad")
        await play.hands.until_scene(si.LinkAccount)
        await play.look("whose account?")
        await play.hands.press("account:mine")
        visit = await play.hands.until_scene(st.FillIn)
        assert isinstance(visit.scene, st.FillIn)
        assert visit.scene.application.session.account_mode is AccountMode.EXISTING

    async def next_time(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, play.look)
        await play.hands.until_scene(st.PlaceCard)
        await by_card(play, stage, "abroad")
        await play.hands.until_scene(st.FillIn)

    stage.play(story)
    stage.reader.pull()
    stage.play(next_time)


# ---------------------------------------------------------------- a service that a password is enough for


@pytest.fixture(scope="module")
def for_anybody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A stage whose service asks for no more than a password."""
    folder = tmp_path_factory.mktemp("normal")
    catalogue = folder / "catalogue"
    shutil.copytree(CATALOGUE_DIRECTORY, catalogue)
    for file in catalogue.rglob("*.json"):
        document = json.loads(file.read_bytes())
        for each in document.get("services", [document]):
            each["requiredLevel"] = "normal"
        file.write_text(json.dumps(document), encoding="utf-8")
    with SandboxWorld.start(folder / "state", backing=Backing(catalogue=catalogue)) as world:
        yield Stage(world, DirectReader(world.wallet.card), folder / "paper")


def test_a_service_of_level_normal_needs_no_card(for_anybody: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_password(play)
        await give_password(play, "claudia")
        await play.hands.until_scene(si.EnterCode)
        await walk.enter_pin(play.hands, sent_code(for_anybody, "email"))
        await walk.fill_in(play.hands, {"/purpose": "pension"}, play.look)
        await walk.send(play.hands, play.look)
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert isinstance(visit.scene.delivery, SavedTo)

    for_anybody.play(story)
