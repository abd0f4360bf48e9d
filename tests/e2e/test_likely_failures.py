"""Every service with the two things that most likely go wrong on the way; each still ends right."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
from answering import Answers, fill_in_form, write
from breaking import JamsOnce, end_every_hold, erase, fill_in_correcting, somebody_is_faster, upload
from good_ways import GOOD_WAYS, IN_LANGUAGES
from stage import Play, Stage
from test_at_the_desk import to_the_desk
from test_own_visits import ACCOUNT
from test_papers_and_times import (
    MOVING_IN,
    PAPER,
    PARKING,
    PERSON,
    beyond,
    book,
    open_service,
    printed_slip,
    say_who_comes,
    send_from_phone,
    take_a_time,
    through,
)
from test_paying_by_card import waits
from test_seventeenth_service import ROOT
from test_sixteen_services import (
    CERTIFICATE,
    DEFECT,
    FEE,
    REPORTED,
    WITH_A_CARD,
    objection,
    to_the_form,
    unseen,
    without_signing_in,
)

from kiosk.bochum_id.payment_values import Channel
from kiosk.paper.folder import FolderPrinter
from kiosk.services.schema import ViolationKind
from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import door_states as door
from kiosk.session import events as ev
from kiosk.session import file_states as fs
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import states as st
from kiosk.session.cover import Paid
from kiosk.session.delivery import NotPrinted, SavedTo
from kiosk.session.failure import Failure
from kiosk.session.paying import CardStep, NotPaidBecause
from kiosk.session.preferences import Language
from sandbox.bochum_id.seeds_appointments import NUMBER
from sandbox.card_terminal.machine import Hand
from sandbox.id_card.personas import load_personas
from ui.guided import walk

type Story = Callable[[Play, Stage], Awaitable[None]]
WAYS = {each.service: each for each in WITH_A_CARD}
VIRUS = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

LOCKED = PAPER.replace(b"/Root", b"/Encrypt 2 0 R/Root")


@dataclass(frozen=True)
class Likely:
    """A visit for one service in which both of these happen."""

    service: str
    failures: tuple[str, str]
    story: Story
    jams: bool


LIKELY: list[Likely] = []


def likely(service: str, first: str, second: str) -> Callable[[Story], Story]:
    """Enter a story into the table; a jam is the printer's, which is there before the visit."""

    def enter(story: Story) -> Story:
        LIKELY.append(Likely(service, (first, second), story, "a jammed printer" in (first, second)))
        return story

    return enter


@likely(CERTIFICATE, "a wrong PIN", "a jammed printer")
async def certificate(play: Play, stage: Stage) -> None:
    await to_the_pin(play, stage, CERTIFICATE)
    await a_wrong_pin_and_the_right_one(play, stage)
    await fill_in_form(play.hands, {"/purpose": "pension"}, unseen, st.Review)
    await walk.send(play.hands, unseen)
    await play.hands.until_scene(st.TakeCard)
    stage.reader.pull()
    visit = await play.hands.until_scene(st.Done)
    assert isinstance(visit.scene, st.Done)
    assert visit.scene.delivery == NotPrinted(Failure.PRINTER_JAM)
    await play.hands.press("printAgain")
    await on_paper(play)


@likely("svc_uebermittlungssperre", "a card taken too early", "a city that is away at the binding act")
async def block(play: Play, stage: Stage) -> None:
    way = WAYS["svc_uebermittlungssperre"]
    await to_the_pin(play, stage, way.service)
    stage.reader.pull()
    await failed_with(play, Failure.CARD_REMOVED)
    stage.reader.place("erika")
    await who_asks_then_pin(play)
    await fill_in_form(play.hands, way.answers, unseen, st.Review)
    await sent_after_an_outage(play, stage)
    await taken_and_done(play, stage)


@likely("svc_hundesteuer_anmelden", "an IBAN with a wrong digit", "a card taken while the form is filled in")
async def dog_comes(play: Play, stage: Stage) -> None:
    way = WAYS["svc_hundesteuer_anmelden"]
    await to_the_form(play, stage, way)
    await taken_and_put_back(play, stage, way.persona)
    mistakes = {"/bank/iban": ("DE02120300000000202052", ViolationKind.NO_IBAN)}
    assert await fill_in_correcting(play, way.answers, mistakes, st.Review) == ["/bank/iban"]
    await sent(play, stage)


@likely("svc_hundesteuer_aendern", "the tag of somebody else's dog", "a wrong PIN")
async def dog_changes(play: Play, stage: Stage) -> None:
    way = WAYS["svc_hundesteuer_aendern"]
    await to_the_pin(play, stage, way.service, way.persona)
    await a_wrong_pin_and_the_right_one(play, stage, way.persona)
    await fill_in_form(play.hands, {**way.answers, "/tag": "260100"}, unseen, st.Pricing)
    await corrected(play, "/tag", "260100", way.answers)
    await sent(play, stage)


@likely("svc_hundesteuer_abmelden", "a tag that there is not", "a city that is away at saving")
async def dog_goes(play: Play, stage: Stage) -> None:
    way = WAYS["svc_hundesteuer_abmelden"]
    await to_the_form(play, stage, way)
    await fill_in_form(play.hands, {**way.answers, "/tag": "999999"}, unseen, st.Pricing)
    await objection(play, "/tag", ViolationKind.NOT_IN_REGISTER)
    await erase(play, 6)
    stage.world.bochum_id.set_available(available=False)
    await fill_in_form(play.hands, way.answers, unseen, st.Failed)
    await failed_with(play, Failure.BACKEND_UNREACHABLE)
    stage.world.bochum_id.set_available(available=True)
    await play.hands.press("tryAgain")
    await fill_in_form(play.hands, way.answers, unseen, st.Review)
    await sent(play, stage)


@likely(DEFECT, "an answer left out", "a city that is away at the binding act")
async def defect(play: Play, stage: Stage) -> None:
    await without_signing_in(play, DEFECT)
    mistakes = {"/what": ("", ViolationKind.REQUIRED)}
    assert await fill_in_correcting(play, REPORTED, mistakes, st.Review) == ["/what"]
    await sent_after_an_outage(play, stage)
    await on_paper(play)


@likely(FEE, "a reference that nobody knows", "one that is paid")
async def fee(play: Play, stage: Stage) -> None:
    await without_signing_in(play, FEE)
    await fill_in_form(play.hands, {"/reference": "bo26999999"}, unseen, st.Pricing)
    await objection(play, "/reference", ViolationKind.NOT_IN_REGISTER)
    await erase(play, 8)
    await fill_in_form(play.hands, {"/reference": "26100099"}, unseen, st.Pricing)
    await objection(play, "/reference", ViolationKind.SETTLED)
    await erase(play, 8)
    await fill_in_form(play.hands, {"/reference": "26100042"}, unseen, st.Review)
    assert isinstance(play.visit.scene, st.Review)
    assert play.visit.scene.quote.total.amount_cents == 4250
    await to_the_ways_to_pay(play)
    await play.hands.press("pay:cashDesk")
    await on_paper(play)


@likely("svc_personalausweis", "somebody who takes the time first", "a jammed printer")
async def identity_card(play: Play, stage: Stage) -> None:
    await without_signing_in(play, "svc_personalausweis")
    await fill_in_form(play.hands, PERSON, unseen, ap.ChooseOffice)
    await a_time_that_is_gone_and_another(play, stage)
    await say_who_comes(play)
    await walk.send(play.hands, unseen)
    await on_paper(play, jams=True)


@likely("svc_reisepass", "a time that is not kept any more", "a city that is away while times are looked for")
async def passport(play: Play, stage: Stage) -> None:
    await without_signing_in(play, "svc_reisepass")
    await fill_in_form(play.hands, PERSON, unseen, ap.ChooseOffice)
    stage.world.bochum_id.set_available(available=False)
    assert isinstance(play.visit.scene, ap.ChooseOffice)
    await play.hands.press(f"office:{play.visit.scene.offices[0].id}")
    await failed_with(play, Failure.BACKEND_UNREACHABLE)
    stage.world.bochum_id.set_available(available=True)
    await play.hands.press("tryAgain")
    await play.hands.until_scene(ap.ChooseDay)
    await play.hands.press("back")
    await through(play, stage, PERSON)
    end_every_hold(stage)
    await play.hands.press("declaration")
    await play.hands.press("primary")
    visit = await play.hands.until_scene(ap.ChooseOffice)
    assert isinstance(visit.scene, ap.ChooseOffice)
    assert visit.scene.word is ap.OfficeWord.GONE
    await play.look("the time is gone")
    await through(play, stage, PERSON)
    await walk.send(play.hands, unseen)
    await on_paper(play)


@likely("svc_anmeldung", "a file that is a virus", "somebody who takes the time first")
async def moving_in(play: Play, stage: Stage) -> None:
    await to_the_form(play, stage, MOVING_IN)
    await fill_in_form(play.hands, MOVING_IN.answers, unseen, fs.AttachFiles)
    await refused_from_phone(play, stage, "paper.pdf", PAPER + VIRUS + PAPER, fs.FileWord.MALWARE)
    await send_from_phone(play, stage)
    await fill_in_form(play.hands, MOVING_IN.answers, unseen, ap.ChooseOffice)
    await a_time_that_is_gone_and_another(play, stage)
    await through(play, stage, MOVING_IN.answers)
    await sent(play, stage)


@likely("svc_bewohnerparken", "a file with a password", "a bank card that is declined")
async def parking(play: Play, stage: Stage) -> None:
    await to_the_form(play, stage, PARKING)
    await fill_in_form(play.hands, PARKING.answers, unseen, fs.AttachFiles)
    await refused_from_phone(play, stage, "paper.pdf", LOCKED, fs.FileWord.ENCRYPTED)
    await through(play, stage, PARKING.answers)
    await to_the_ways_to_pay(play)
    await play.hands.press("pay:cardTerminal")
    await play.hands.until(waits(CardStep.SHOW_CARD), "the card reader waits")
    stage.world.card_terminal.touch(Hand.DECLINED_CARD)
    visit = await play.hands.until_scene(pay.NotPaid)
    assert isinstance(visit.scene, pay.NotPaid)
    assert (visit.scene.channel, visit.scene.why) == (Channel.CARD_TERMINAL, NotPaidBecause.DECLINED)
    await play.look("declined")
    await play.hands.press("tryAgain")
    await play.hands.until(waits(CardStep.SHOW_CARD), "the card reader waits again")
    stage.world.card_terminal.touch(Hand.HOLD_CARD)
    await play.hands.until_scene(st.TakeCard)
    stage.reader.pull()
    visit = await on_paper(play)
    assert isinstance(visit.scene, st.Done)
    assert isinstance(visit.scene.outcome.cover, Paid)


@likely("svc_fuehrungszeugnis", "a jammed printer", "nobody touches the screen for a while")
async def conduct(play: Play, stage: Stage) -> None:
    await walk.to_the_sign_in(play.hands, "svc_fuehrungszeugnis", unseen)
    await handed_over(play)


@likely("svc_gewerbe", "a jammed printer", "nobody touches the screen for a while")
async def trade(play: Play, stage: Stage) -> None:
    await walk.to_the_sign_in(play.hands, "svc_gewerbe", unseen)
    await handed_over(play)


@likely("svc_karte_verloren", "a jammed printer", "somebody who takes the time first")
async def lost_card(play: Play, stage: Stage) -> None:
    await open_service(play, "svc_karte_verloren")
    await play.hands.until_scene(door.Information)
    await a_slip_that_jams(play, "slip")
    await play.hands.press("appointment")
    await a_time_that_is_gone_and_another(play, stage)
    await book(play)


@likely("svc_pin_hilfe", "a jammed printer", "a city that is away while times are looked for")
async def pin_first_aid(play: Play, stage: Stage) -> None:
    await play.hands.press("primary")
    await play.hands.until_scene(st.ChooseTopic)
    await play.hands.press("door:pinFirstAid")
    await play.hands.until_scene(door.PinFirstAid)
    await play.hands.press("has:nothing")
    await play.hands.until_scene(door.PinAdvice)
    await a_slip_that_jams(play, "primary")
    stage.world.bochum_id.set_available(available=False)
    await play.hands.press("appointment")
    await failed_with(play, Failure.BACKEND_UNREACHABLE)
    stage.world.bochum_id.set_available(available=True)
    await play.hands.press("tryAgain")
    await take_a_time(play)
    await book(play)


@likely(ACCOUNT, "a wrong PIN", "a city that is away while a room is opened")
async def account(play: Play, stage: Stage) -> None:
    await to_the_pin(play, stage, ACCOUNT)
    await a_wrong_pin_and_the_right_one(play, stage, then=own.Account)
    stage.world.bochum_id.set_available(available=False)
    await play.hands.press("room:applications")
    await failed_with(play, Failure.BACKEND_UNREACHABLE)
    stage.world.bochum_id.set_available(available=True)
    await play.hands.press("tryAgain")
    await play.hands.until_scene(own.MyApplications)


@likely("svc_termin", "a number that there is not", "a code that is not on the slip")
async def at_the_desk(play: Play, _stage: Stage) -> None:
    await to_the_desk(play)
    await play.hands.press("checkIn")
    await typed(play, "a9999")
    for digit in "1984":
        await play.hands.press(f"pin:{digit}")
    await play.hands.press("primary")
    await unknown(play)
    await play.hands.press("back")
    await play.hands.press("cancel")
    await typed(play, NUMBER.lower())
    await typed(play, "xxxx")
    await unknown(play)
    await play.hands.press("primary")
    await play.hands.until(asks(dk.NumberQuestion.CANCEL_CODE), "the question for the code")
    await typed(play, "k7q2")
    await play.hands.until_scene(dk.AppointmentCancelled)


@pytest.mark.parametrize("likely", LIKELY, ids=lambda each: each.service)
def test_what_likely_goes_wrong_is_told_and_the_visit_still_ends_right(stage: Stage, likely: Likely) -> None:
    async def story(play: Play) -> None:
        await play.speak(Language.ENGLISH)
        await likely.story(play, stage)

    stage.play(story, printer=JamsOnce(FolderPrinter(stage.paper)) if likely.jams else None)


def test_no_service_is_without_its_good_way_and_its_likely_failures() -> None:
    files = (ROOT / "resources" / "catalogue" / "services").glob("*.json")
    offered = sorted(json.loads(each.read_text())["id"] for each in files)
    assert sorted(GOOD_WAYS) == offered
    assert set(IN_LANGUAGES) == set(Language)
    assert sorted(each.service for each in LIKELY) == offered
    assert all(first != second for first, second in (each.failures for each in LIKELY))


# ---------------------------------------------------------------- signing in


async def to_the_pin(play: Play, stage: Stage, service: str, persona: str = "erika") -> None:
    await walk.to_the_card(play.hands, service, unseen)
    await play.hands.until_scene(st.PlaceCard)
    stage.reader.place(persona)
    await play.hands.until_scene(st.WhoAsks)
    await play.hands.press("primary")
    await play.hands.until_scene(st.EnterPin)


async def who_asks_then_pin(play: Play, persona: str = "erika") -> None:
    await play.hands.until_scene(st.WhoAsks)
    await play.hands.press("primary")
    await play.hands.until_scene(st.EnterPin)
    await walk.enter_pin(play.hands, load_personas()[persona].pin)


async def a_wrong_pin_and_the_right_one(
    play: Play, stage: Stage, persona: str = "erika", then: type[st.Scene] = st.FillIn
) -> None:
    await walk.enter_pin(play.hands, "111111")
    await play.hands.until(
        lambda visit: isinstance(visit.scene, st.EnterPin) and visit.scene.rejected, "the second try"
    )
    assert stage.attempts_left(persona) == 2
    await walk.enter_pin(play.hands, load_personas()[persona].pin)
    await play.hands.until_scene(then)
    assert stage.attempts_left(persona) == 3


async def taken_and_put_back(play: Play, stage: Stage, persona: str) -> None:
    stage.reader.pull()
    await play.hands.until(lambda visit: isinstance(visit.overlay, st.PutCardBack), "the cover")
    await play.look("covered")
    stage.reader.place(persona)
    await who_asks_then_pin(play, persona)
    await play.hands.until_scene(st.FillIn)


# ---------------------------------------------------------------- what goes wrong


async def failed_with(play: Play, failure: Failure) -> None:
    visit = await play.hands.until_scene(st.Failed)
    assert isinstance(visit.scene, st.Failed)
    assert visit.scene.failure is failure
    await play.look("the kind screen")


async def corrected(play: Play, scope: str, typed: str, answers: Answers) -> None:
    """Read what the city says to an answer, and give the right one."""
    await objection(play, scope, ViolationKind.NOT_IN_REGISTER)
    await erase(play, len(typed))
    await fill_in_form(play.hands, answers, unseen, st.Review)


async def sent_after_an_outage(play: Play, stage: Stage) -> None:
    await play.hands.press("declaration")
    stage.world.bochum_id.set_available(available=False)
    await play.hands.press("primary")
    await failed_with(play, Failure.BACKEND_UNREACHABLE)
    stage.world.bochum_id.set_available(available=True)
    await play.hands.press("tryAgain")


async def a_time_that_is_gone_and_another(play: Play, stage: Stage) -> None:
    """Somebody at another terminal takes the time just as it is touched."""
    visit = await play.hands.until_scene(ap.ChooseOffice)
    assert isinstance(visit.scene, ap.ChooseOffice)
    await play.hands.press(f"office:{visit.scene.offices[0].id}")
    visit = await play.hands.until_scene(ap.ChooseDay)
    assert isinstance(visit.scene, ap.ChooseDay)
    await play.hands.press(f"day:{visit.scene.days[0].day}")
    visit = await play.hands.until_scene(ap.ChooseTime)
    assert isinstance(visit.scene, ap.ChooseTime)
    somebody_is_faster(stage, visit.scene, 0)
    await play.hands.press("time:0")
    visit = await play.hands.until(
        lambda visit: isinstance(visit.scene, ap.ChooseTime) and visit.scene.gone, "it is gone"
    )
    await play.look("somebody was faster")
    if isinstance(visit.scene, ap.ChooseTime) and not visit.scene.slots:  # late on a day it was the last one
        await play.hands.press("primary")
        visit = await play.hands.until_scene(ap.ChooseDay)
        assert isinstance(visit.scene, ap.ChooseDay)
        await play.hands.press(f"day:{visit.scene.days[0].day}")
        visit = await play.hands.until_scene(ap.ChooseTime)
    await play.hands.press("time:0")
    await play.hands.until(beyond(visit.scene), "the time is kept")


async def refused_from_phone(play: Play, stage: Stage, name: str, content: bytes, word: fs.FileWord) -> None:
    await play.hands.press("phone")
    visit = await play.hands.until_scene(fs.SendFromPhone)
    assert isinstance(visit.scene, fs.SendFromPhone)
    await asyncio.to_thread(upload, stage, visit.scene.link.url, name, content, "application/pdf")
    visit = await play.hands.until_scene(fs.AttachFiles)
    assert isinstance(visit.scene, fs.AttachFiles)
    assert visit.scene.word is word
    await play.look("why the file does not do")


async def a_slip_that_jams(play: Play, button: str) -> None:
    await play.hands.press(button)

    def stayed_in(visit: st.Visit) -> bool:
        scene = visit.scene
        return isinstance(scene, door.HandOver | door.Information | door.PinAdvice) and isinstance(
            scene.slip, NotPrinted
        )

    await play.hands.until(stayed_in, "no slip")
    await play.look("no slip")
    await printed_slip(play, button)


async def handed_over(play: Play) -> None:
    """A slip that jams, and somebody who writes the code down: silence, a question, and on."""
    await play.hands.until_scene(door.HandOver)
    await a_slip_that_jams(play, "slip")
    play.window.runtime.dispatch(ev.SilenceTold(30))
    await play.hands.until(lambda visit: isinstance(visit.overlay, st.StillThere), "are you still there")
    await play.look("still there?")
    await play.hands.press("primary")
    await play.hands.until(lambda visit: visit.overlay == st.NothingOver(), "the code again")
    await play.hands.press("primary")
    await play.hands.until(lambda _visit: bool(play.ended), "the end")


# ---------------------------------------------------------------- the right ends


async def to_the_ways_to_pay(play: Play) -> None:
    await play.hands.press("declaration")
    await play.hands.press("primary")
    await play.hands.until_scene(pay.ChoosePayment)
    await play.look("how to pay")


async def sent(play: Play, stage: Stage) -> None:
    await walk.send(play.hands, unseen)
    await taken_and_done(play, stage)


async def taken_and_done(play: Play, stage: Stage) -> None:
    await play.hands.until_scene(st.TakeCard)
    stage.reader.pull()
    await on_paper(play)


async def on_paper(play: Play, *, jams: bool = False) -> st.Visit:
    if jams:
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert visit.scene.delivery == NotPrinted(Failure.PRINTER_JAM)
        await play.hands.press("printAgain")
    return await play.hands.until(
        lambda visit: isinstance(visit.scene, st.Done) and isinstance(visit.scene.delivery, SavedTo),
        "the paper",
    )


# ---------------------------------------------------------------- the appointment desk


async def typed(play: Play, text: str) -> None:
    visit = await play.hands.until_scene(dk.EnterNumber)
    await write(play.hands, text)
    await play.hands.press("primary")
    await play.hands.until(beyond(visit.scene), "what follows")


async def unknown(play: Play) -> None:
    await play.hands.until(
        lambda visit: isinstance(visit.scene, dk.EnterNumber) and visit.scene.word is dk.NumberWord.UNKNOWN,
        "no such appointment",
    )
    await play.look("no such appointment")


def asks(question: dk.NumberQuestion) -> Callable[[st.Visit], bool]:
    return lambda visit: isinstance(visit.scene, dk.EnterNumber) and visit.scene.asking is question
