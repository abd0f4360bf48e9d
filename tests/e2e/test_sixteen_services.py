"""Services from the start screen to their end, by touch alone, through real QML and the real sandbox.

Here with nothing in the way; with what likely goes wrong: test_likely_failures.
"""

from dataclasses import dataclass, field

import pytest
from answering import Answers, day, fill_in_form
from good_ways import good_way
from stage import Play, Stage

from kiosk.services import form as forms
from kiosk.services.schema import ViolationKind
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.delivery import SavedTo
from sandbox.id_card.personas import load_personas
from ui.guided import walk

PLACE = "Kortumstraße/99/44787"
FEE, DEFECT, CERTIFICATE = "svc_kassenzeichen", "svc_mangel", "svc_meldebescheinigung"
MOST_TOUCHES = 12
"""From the PIN to a free certificate in hand."""


@dataclass(frozen=True)
class Way:
    """What a visitor answers on the way through one service, where the first option will not do."""

    service: str
    answers: Answers = field(default_factory=dict)
    persona: str = "erika"


WITH_A_CARD = (
    Way(CERTIFICATE, {"/purpose": "pension"}),
    Way("svc_uebermittlungssperre", {"/blocks": "parties churches"}),
    Way(
        "svc_hundesteuer_anmelden",
        {
            "/dog/name": "fiete",
            "/dog/breed": "dackel",
            "/dog/keptSince": day(-8),
            "/dog/large": "false",
            "/dogs": "2",
            "/bank/iban": "DE02120300000000202051",
        },
        "hannelore",
    ),
    Way(
        "svc_hundesteuer_aendern",
        {"/tag": "260110", "/change": "address", "/address": PLACE, "/from": day(-27)},
        "hannelore",
    ),
    Way(
        "svc_hundesteuer_abmelden",
        {"/tag": "260111", "/reason": "givenAway", "/newKeeper": "max muster", "/endedOn": day(-27)},
        "hannelore",
    ),
)
REPORTED: Answers = {"/kind": "light", "/place": PLACE, "/what": "die laterne flackert"}


@good_way(*(each.service for each in WITH_A_CARD))
@pytest.mark.parametrize("way", WITH_A_CARD, ids=lambda way: way.service)
def test_an_application_with_a_card_reaches_the_city(stage: Stage, way: Way) -> None:
    async def story(play: Play) -> None:
        await to_the_form(play, stage, way)
        await fill_in_form(play.hands, way.answers, unseen, st.Review)
        await play.look("check everything")
        await walk.send(play.hands, unseen)
        await play.hands.until_scene(st.TakeCard)
        stage.reader.pull()
        visit = await play.hands.until_scene(st.Done)
        await play.look("done")
        assert isinstance(visit.scene, st.Done)
        assert isinstance(visit.scene.delivery, SavedTo)
        assert visit.preferences.language is stage.language

    stage.play(story)


@good_way(DEFECT)
def test_a_defect_is_reported_without_a_name(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await without_signing_in(play, DEFECT)
        await fill_in_form(play.hands, REPORTED, unseen, st.Review)
        await play.look("check everything")
        await walk.send(play.hands, unseen)
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert visit.scene.outcome.submission.reference.startswith("BO-")

    stage.play(story)


def test_a_free_certificate_takes_at_most_twelve_touches_after_the_pin(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_form(play, stage, Way(CERTIFICATE))
        touched = 0
        press = play.hands.press

        async def counted(name: str) -> None:
            nonlocal touched
            touched += 1
            await press(name)

        play.hands.press = counted  # type: ignore[method-assign]
        await fill_in_form(play.hands, {"/purpose": "pension"}, unseen, st.Review)
        await walk.send(play.hands, unseen)
        await play.hands.until_scene(st.TakeCard)
        stage.reader.pull()
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert isinstance(visit.scene.delivery, SavedTo)
        assert 1 < touched <= MOST_TOUCHES

    stage.play(story)


# ---------------------------------------------------------------- the ways


async def to_the_form(play: Play, stage: Stage, way: Way) -> None:
    await walk.to_the_card(play.hands, way.service, unseen)
    await play.hands.until_scene(st.PlaceCard)
    stage.reader.place(way.persona)
    await play.hands.until_scene(st.WhoAsks)
    await play.hands.press("primary")
    await play.hands.until_scene(st.EnterPin)
    await walk.enter_pin(play.hands, load_personas()[way.persona].pin)
    await play.hands.until_scene(st.FillIn)


async def without_signing_in(play: Play, service: str) -> None:
    await walk.to_the_sign_in(play.hands, service, unseen)
    visit = await play.hands.until_scene(si.ChooseSignIn, st.FillIn)
    if isinstance(visit.scene, si.ChooseSignIn):
        await play.hands.press("signIn:without")
    await play.hands.until_scene(st.FillIn)


async def objection(play: Play, scope: str, kind: ViolationKind) -> None:
    """Wait until the city's word stands at the answer."""

    def said(visit: st.Visit) -> bool:
        scene = visit.scene
        return isinstance(scene, st.FillIn) and (scope, kind) in {
            (each.pointer, each.kind) for each in forms.errors_in_step(scene.form, scene.step_id)
        }

    await play.hands.until(said, f"{kind.value} at {scope}")
    await play.look(f"{scope}: {kind.value}")


async def unseen(_what: str) -> None:
    """Walk on without a look: every screen has pictures of its own elsewhere."""
