"""Whole visits to one's own things, and one in the name of a company, all by touch."""

from good_ways import good_way
from stage import LANDSCAPE, Play, Stage
from test_password_visits import by_card, give_password, sent_code

from kiosk.bochum_id.mailbox import MessageKind
from kiosk.bochum_id.own_applications import ApplicationState
from kiosk.bochum_id.values import Level
from kiosk.session import own_states as own
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.delivery import SavedTo
from kiosk.session.effects import EndedHow
from kiosk.session.errand import ForOrganisation
from kiosk.session.preferences import Language
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.seeds_organisations import COMPANY_ID
from sandbox.bochum_id.tables import Application, Message
from ui.guided import walk

ACCOUNT, DOG_TAX = "svc_konto", "svc_hundesteuer_anmelden"
READERS = {Language.GERMAN: "erika", Language.ENGLISH: "hannelore"}
"""Each has a decision that nobody has read, and reads it once."""


async def sign_in(play: Play, stage: Stage, service: str, persona: str) -> None:
    await walk.to_the_card(play.hands, service, play.look)
    await play.hands.until_scene(st.PlaceCard)
    stage.reader.place(persona)
    await play.hands.until_scene(st.WhoAsks)
    await play.hands.press("primary")
    await play.hands.until_scene(st.EnterPin)
    await walk.enter_pin(play.hands, stage.world.wallet.personas[persona].pin)


@good_way(ACCOUNT)
def test_a_decision_is_read_after_a_warning_printed_and_answered_and_its_application_seen(
    stage: Stage,
) -> None:
    async def story(play: Play) -> None:
        await sign_in(play, stage, ACCOUNT, READERS[stage.language])
        visit = await play.hands.until_scene(own.Account)
        assert isinstance(visit.scene, own.Account)
        unread = visit.scene.overview.unread
        await play.look("what there is")
        await play.hands.press("room:mailbox")
        visit = await play.hands.until_scene(own.MyMailbox)
        assert isinstance(visit.scene, own.MyMailbox)
        decision = next(
            each for each in visit.scene.messages.items if each.kind is MessageKind.DECISION and not each.read
        )
        await play.hands.press(f"message:{decision.id}")
        await play.hands.until_scene(own.AskFirst)
        await play.look("opening has a legal effect")
        with stage.world.backend.store.transaction() as db:
            assert db.get_one(Message, decision.id).served_at is None, "asking is not opening"
        await play.hands.press("primary")
        visit = await play.hands.until_scene(own.ReadMessage)
        assert isinstance(visit.scene, own.ReadMessage)
        assert visit.scene.message.served_at is not None
        await play.look("the decision")
        if visit.scene.message.attachments:
            await play.hands.press("print:1")
            await play.hands.until(_is_on_paper, "the paper")
            await play.look("the paper lies there")
        await play.hands.press("reply")
        await play.hands.until_scene(own.WriteReply)
        await walk.type_text(play.hands, "Danke")
        await play.look("the answer")
        await play.hands.press("primary")
        visit = await play.hands.until(_is_answered, "the answer")
        for back in (own.MyMailbox, own.Account):
            await play.hands.press("back")
            visit = await play.hands.until_scene(back)
        assert isinstance(visit.scene, own.Account)
        assert visit.scene.overview.unread == unread - 1
        await play.hands.press("room:applications")
        visit = await play.hands.until_scene(own.MyApplications)
        assert isinstance(visit.scene, own.MyApplications)
        await play.look("the applications")
        (waiting, *_) = [
            each for each in visit.scene.applications.items if each.state is ApplicationState.ACTION_REQUIRED
        ]
        await play.hands.press(f"application:{waiting.id}")
        visit = await play.hands.until_scene(own.ApplicationStatus)
        assert isinstance(visit.scene, own.ApplicationStatus)
        assert [each.kind for each in visit.scene.status.letters] == [MessageKind.REQUEST]
        await play.look("how far it is")
        await play.hands.press("end")
        await play.hands.until_scene(st.Goodbye)

    played = stage.play(story)
    assert [how for how, _ in played.ended] in ([], [EndedHow.FINISHED])


def _is_on_paper(visit: st.Visit) -> bool:
    return isinstance(visit.scene, own.ReadMessage) and isinstance(visit.scene.paper, SavedTo)


def _is_answered(visit: st.Visit) -> bool:
    return isinstance(visit.scene, own.ReadMessage) and len(visit.scene.message.replies) == 1


def test_every_room_of_ones_own_things_can_be_seen_and_left(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await sign_in(play, stage, ACCOUNT, "hannelore")
        await play.hands.until_scene(own.Account)
        for room, scene in (
            ("appointments", own.MyAppointments),
            ("activity", own.MyActivity),
            ("data", own.MyData),
        ):
            await play.hands.press(f"room:{room}")
            await play.hands.until_scene(scene)
            await play.look(room)
            await play.hands.press("back")
            await play.hands.until_scene(own.Account)
        stage.reader.pull()
        await play.hands.until(lambda visit: visit.overlay == st.PutCardBack(), "the cover")
        stage.reader.place("hannelore")
        await play.hands.until_scene(st.WhoAsks)

    stage.play(story, size=LANDSCAPE)


def test_a_representative_registers_a_dog_in_the_name_of_the_company(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await sign_in(play, stage, DOG_TAX, "erika")
        await play.hands.until_scene(own.ChooseCapacity)
        await play.look("for whom?")
        await play.hands.press(f"capacity:{COMPANY_ID}")
        visit = await play.hands.until_scene(st.FillIn)
        await play.look("the form, for the company")
        assert isinstance(visit.scene, st.FillIn)
        application = visit.scene.application
        assert isinstance(application.errand.capacity, ForOrganisation)
        assert play.window.app.session.actingFor == "Förderrad Fahrzeugbau GmbH (Muster)"
        assert "Förderrad" in str(application.draft.data)
        with stage.world.backend.store.transaction() as db:
            row = db.get_one(Application, application.draft.id)
            assert (row.account_id, row.opened_by) == (COMPANY_ID, sample_account_id("erika"))

    stage.play(story)


def test_a_representative_changes_for_whom_they_look_without_signing_in_again(stage: Stage) -> None:
    name = "Förderrad Fahrzeugbau GmbH (Muster)"

    async def story(play: Play) -> None:
        await sign_in(play, stage, ACCOUNT, "erika")
        visit = await play.hands.until_scene(own.Account)
        assert isinstance(visit.scene, own.Account)
        session, mine = visit.scene.owner.session, visit.scene.overview
        await play.hands.press("capacity")
        await play.hands.until_scene(own.ChooseCapacity)
        await play.hands.press(f"capacity:{COMPANY_ID}")
        visit = await play.hands.until_scene(own.Account)
        assert isinstance(visit.scene, own.Account)
        await play.look("the company's things")
        assert visit.scene.owner.session == session
        assert visit.scene.overview.unread == 0 != mine.unread
        assert "room:data" not in play.hands.names()
        await play.hands.press("room:mailbox")
        visit = await play.hands.until_scene(own.MyMailbox)
        assert isinstance(visit.scene, own.MyMailbox)
        assert (visit.scene.messages.items, play.window.app.session.actingFor) == ((), name)
        await play.hands.press("back")
        await play.hands.until_scene(own.Account)
        await play.hands.press("capacity")
        await play.hands.until_scene(own.ChooseCapacity)
        await play.hands.press("capacity:self")
        visit = await play.hands.until_scene(own.Account)
        assert isinstance(visit.scene, own.Account)
        assert (visit.scene.overview, play.window.app.session.actingFor) == (mine, "")

    stage.play(story)


def test_a_letter_too_high_for_a_password_asks_for_the_card_and_is_then_read(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await walk.to_the_sign_in(play.hands, ACCOUNT, play.look)
        await play.hands.until_scene(si.ChooseSignIn)
        await play.hands.press("signIn:password")
        await give_password(play, "hannelore")
        await play.hands.until_scene(si.EnterCode)
        await walk.enter_pin(play.hands, sent_code(stage, "sms"))
        await play.hands.until_scene(own.Account)
        await play.hands.press("room:mailbox")
        visit = await play.hands.until_scene(own.MyMailbox)
        assert isinstance(visit.scene, own.MyMailbox)
        high = next(each for each in visit.scene.messages.items if each.level is Level.SUBSTANTIELL)
        await play.hands.press(f"message:{high.id}")
        await play.hands.until_scene(si.StepUp)
        await play.hands.press("back")
        await play.hands.until_scene(own.MyMailbox)
        await play.hands.press(f"message:{high.id}")
        await play.hands.until_scene(si.StepUp)
        await by_card(play, stage, "hannelore")
        visit = await play.hands.until_scene(own.ReadMessage)
        assert isinstance(visit.scene, own.ReadMessage)
        assert visit.scene.message.head.id == high.id

    stage.play(story, size=LANDSCAPE)
