"""Services that want papers, a time at the counter, another portal or only to be read: to their end."""

import asyncio
import shutil
import sys
from collections.abc import Callable
from typing import Any

import pytest
import requests
from answering import Answers, day, fill_in_form, write
from good_ways import good_way
from sqlalchemy import select
from stage import Play, Stage
from test_sixteen_services import PLACE, Way, to_the_form, unseen, without_signing_in

from kiosk.config import ScannerDevice
from kiosk.scanning.choice import choose_scanner
from kiosk.scanning.scanimage import ScanimageScanner
from kiosk.session import appointment_states as ap
from kiosk.session import door_states as door
from kiosk.session import file_states as fs
from kiosk.session import payment_states as pay
from kiosk.session import states as st
from kiosk.session.cover import BY_INVOICE, Paid
from kiosk.session.delivery import SavedTo
from kiosk.session.effects import EndedHow
from sandbox.bochum_id.paper_words import date_in_words
from sandbox.bochum_id.tables import Message
from ui.guided import walk

DOCUMENTS = ("svc_personalausweis", "svc_reisepass")
ELSEWHERE = ("svc_fuehrungszeugnis", "svc_gewerbe")
PAPER = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
PERSON: Answers = {
    "/wish": "apply",
    "/person/givenNames": "max",
    "/person/familyName": "muster",
    "/person/dateOfBirth": "12081964",
}
PARKING = Way(
    "svc_bewohnerparken", {"/vehicle/plate": "bo ab 123", "/vehicle/owned": "true", "/startsOn": day(3)}
)
MOVING_IN = Way("svc_anmeldung", {"/newAddress": PLACE, "/movedOn": day(-8), "/dwelling": "only"})

A_PAGE = "import sys; sys.stdout.buffer.write(b'P6 200 280 255 ' + b'\\xfa' * (200 * 280 * 3))"
SCANNER = (
    choose_scanner(ScannerDevice("test", source="Flatbed", resolution_dpi=50))
    if shutil.which("scanimage")
    else ScanimageScanner((sys.executable, "-c", A_PAGE), silence_seconds=20, deadline_seconds=60)
)
"""SANE's test backend, or a program in its place where SANE is not installed."""

NOT_ASKED_BY_THE_FORM: tuple[type[st.Scene], ...] = (st.Review, fs.AttachFiles, ap.ChooseOffice)


@good_way(*DOCUMENTS)
@pytest.mark.parametrize("service", DOCUMENTS)
def test_a_document_is_prepared_with_a_time_at_the_counter(stage: Stage, service: str) -> None:
    async def story(play: Play) -> None:
        await without_signing_in(play, service)
        await through(play, stage, PERSON)
        await play.look("check everything")
        await walk.send(play.hands, unseen)
        visit = await play.hands.until_scene(st.Done)
        await play.look("done")
        assert isinstance(visit.scene, st.Done)
        assert isinstance(visit.scene.delivery, SavedTo)
        await play.hands.press("primary")
        expected = await play.hands.until_scene(ap.AppointmentMade)
        assert isinstance(expected.scene, ap.AppointmentMade)
        assert expected.scene.appointment.bring

    stage.play(story)


@good_way(MOVING_IN.service)
def test_moving_in_is_prepared_with_the_landlords_paper_and_a_time(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_the_form(play, stage, MOVING_IN)
        await through(play, stage, MOVING_IN.answers)
        await walk.send(play.hands, unseen)
        await play.hands.until_scene(st.TakeCard)
        stage.reader.pull()
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert isinstance(visit.scene.delivery, SavedTo)

    stage.play(story)


@good_way(PARKING.service)
def test_a_parking_permit_comes_with_scanned_papers_and_is_paid_by_phone(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_paying_for_parking(play, stage)
        await play.hands.press("pay:qr")
        visit = await play.hands.until_scene(pay.PayByPhone)
        await play.look("the code of the pay page")
        assert isinstance(visit.scene, pay.PayByPhone)
        page = visit.scene.payment.pay_page
        assert page is not None
        await asyncio.to_thread(on_phone, stage, page.url, data={"status": "PAYED"})
        await play.hands.until_scene(st.TakeCard)
        stage.reader.pull()
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert isinstance(visit.scene.outcome.cover, Paid)

    stage.play(story, scanner=SCANNER)


def test_a_parking_permit_is_billed_and_the_last_screen_says_by_when(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await to_paying_for_parking(play, stage)
        await play.hands.press("pay:invoice")
        await play.hands.until_scene(st.TakeCard)
        stage.reader.pull()
        visit = await play.hands.until_scene(st.Done)
        await play.look("a bill follows")
        assert isinstance(visit.scene, st.Done)
        outcome = visit.scene.outcome
        assert outcome.cover == BY_INVOICE
        by = outcome.submission.pay_by
        assert by is not None
        (letter,) = letters_about(stage, outcome.submission.reference, "Rechnung")
        assert date_in_words(by.year, by.month, by.day, "de") in letter

    stage.play(story, scanner=SCANNER)


@good_way(*ELSEWHERE)
@pytest.mark.parametrize("service", ELSEWHERE)
def test_another_portal_goes_on_and_a_slip_says_where(stage: Stage, service: str) -> None:
    async def story(play: Play) -> None:
        await walk.to_the_sign_in(play.hands, service, unseen)
        await play.hands.until_scene(door.HandOver)
        await play.look("the code")
        await printed_slip(play, "slip")
        await play.hands.press("primary")
        await play.hands.until(lambda _visit: bool(play.ended), "the end")

    assert stage.play(story).ended == [(EndedHow.FINISHED, None)]


@good_way("svc_karte_verloren")
def test_who_lost_a_card_reads_what_to_do_and_books_a_time(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await open_service(play, "svc_karte_verloren")
        await play.hands.until_scene(door.Information)
        await printed_slip(play, "slip")
        await play.hands.press("appointment")
        await take_a_time(play)
        await book(play)

    stage.play(story)


@good_way("svc_pin_hilfe")
def test_pin_first_aid_prints_a_slip_for_the_counter_and_books_a_time(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await play.hands.press("primary")
        await play.hands.until_scene(st.ChooseTopic)
        await play.hands.press("door:pinFirstAid")
        await play.hands.until_scene(door.PinFirstAid)
        await play.look("which number")
        await play.hands.press("has:nothing")
        await play.hands.until_scene(door.PinAdvice)
        await printed_slip(play, "primary")
        await play.hands.press("appointment")
        await take_a_time(play)
        await book(play)

    stage.play(story)


# ---------------------------------------------------------------- the ways


async def to_paying_for_parking(play: Play, stage: Stage) -> None:
    await to_the_form(play, stage, PARKING)
    await through(play, stage, PARKING.answers)
    await play.look("check everything")
    visit = await play.hands.until_scene(st.Review)
    assert isinstance(visit.scene, st.Review)
    assert [file.filename for file in visit.scene.form.evidence.files] == ["scan.pdf"]
    await play.hands.press("declaration")
    await play.hands.press("primary")
    await play.hands.until_scene(pay.ChoosePayment)


async def open_service(play: Play, service: str) -> None:
    await play.hands.press("primary")
    visit = await play.hands.until_scene(st.ChooseTopic)
    assert isinstance(visit.scene, st.ChooseTopic)
    topic = next(each for each in visit.scene.catalogue.topics if service in each.service_ids)
    await play.hands.press(f"topic:{topic.id}")
    await play.hands.until_scene(st.ChooseService)
    await play.hands.press(f"service:{service}")


async def through(play: Play, stage: Stage, answers: Answers) -> None:
    """Answer, send papers from a phone and take a time, until everything is there to be checked."""
    while True:
        await fill_in_form(play.hands, answers, unseen, *NOT_ASKED_BY_THE_FORM)
        match play.visit.scene:
            case st.Review():
                return
            case fs.AttachFiles():
                await (scan if "scan" in play.hands.names() else send_from_phone)(play, stage)
            case _:
                await take_a_time(play)
                await say_who_comes(play)
        await play.hands.until_scene(st.FillIn, *NOT_ASKED_BY_THE_FORM)


async def scan(play: Play, _stage: Stage) -> None:
    """Lay the paper on the glass, look at the page, and go on."""
    await play.hands.press("scan")
    await play.hands.until_scene(fs.LayPaper)
    await play.hands.press("primary")
    await play.hands.until_scene(fs.CheckScan)
    await play.look("the page")
    await play.hands.press("primary")
    await on_with_the_paper(play)


async def send_from_phone(play: Play, stage: Stage) -> None:
    await play.hands.press("phone")
    visit = await play.hands.until_scene(fs.SendFromPhone)
    await play.look("the code for the phone")
    assert isinstance(visit.scene, fs.SendFromPhone)
    sent = {"file": ("paper.pdf", PAPER, "application/pdf")}
    await asyncio.to_thread(on_phone, stage, visit.scene.link.url, files=sent)
    await on_with_the_paper(play)


async def on_with_the_paper(play: Play) -> None:
    visit = await play.hands.until_scene(fs.AttachFiles)
    await play.look("the paper is there")
    await play.hands.press("primary")
    await play.hands.until(beyond(visit.scene), "the next step")


async def take_a_time(play: Play) -> None:
    """The first office, the first day, the first time."""
    visit = await play.hands.until_scene(ap.ChooseOffice)
    assert isinstance(visit.scene, ap.ChooseOffice)
    await play.hands.press(f"office:{visit.scene.offices[0].id}")
    visit = await play.hands.until_scene(ap.ChooseDay)
    assert isinstance(visit.scene, ap.ChooseDay)
    await play.look("which day")
    await play.hands.press(f"day:{visit.scene.days[0].day}")
    await play.hands.until_scene(ap.ChooseTime)
    await play.look("which time")
    await play.hands.press(next(name for name in play.hands.names() if name.startswith("time:")))


async def say_who_comes(play: Play) -> None:
    """Answer what the office wants to know of whoever comes, as far as it is not known."""
    while True:
        visit = await play.hands.until_scene(
            ap.EnterContact, ap.CheckAppointment, st.FillIn, *NOT_ASKED_BY_THE_FORM
        )
        before = visit.scene
        if not isinstance(before, ap.EnterContact):
            return
        match before.asking:
            case ap.ContactQuestion.FAMILY_NAME:
                await write(play.hands, "muster")
            case ap.ContactQuestion.BIRTH_YEAR:
                for digit in "1964":
                    await play.hands.press(f"pin:{digit}")
            case ap.ContactQuestion.REACH:
                pass
        await play.hands.press("primary")
        await play.hands.until(beyond(before), "the next question")


async def book(play: Play) -> None:
    """Say who comes, and have the appointment made."""
    await say_who_comes(play)
    await play.hands.until_scene(ap.CheckAppointment)
    await play.look("check the appointment")
    await play.hands.press("primary")
    await play.hands.until_scene(ap.AppointmentMade)


def on_phone(stage: Stage, url: str, **sent: Any) -> None:
    """Do on the visitor's phone what the code on the screen leads to."""
    trusted = stage.world.pki.eservice_tls.certificate_file
    answer = requests.post(url, verify=str(trusted), timeout=20, **sent)
    assert answer.ok, answer.status_code


def letters_about(stage: Stage, reference: str, subject: str) -> list[str]:
    """Read from the city's shelves what it wrote about an application."""
    asked = select(Message.body).where(Message.reference == reference, Message.subject.contains(subject))
    with stage.world.backend.store.transaction() as db:
        return list(db.scalars(asked))


def beyond(before: st.Scene) -> Callable[[st.Visit], bool]:
    return lambda visit: visit.scene != before


async def printed_slip(play: Play, button: str) -> None:
    await play.hands.press(button)

    def is_out(visit: st.Visit) -> bool:
        scene = visit.scene
        return isinstance(scene, door.HandOver | door.Information | door.PinAdvice) and isinstance(
            scene.slip, SavedTo
        )

    await play.hands.until(is_out, "the slip")
    await play.look("the slip is out")
