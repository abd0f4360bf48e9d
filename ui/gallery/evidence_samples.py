"""Situations around attachments and appointments, for whoever's application is given."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from kiosk.bochum_id.appointments import Appointment, Hold, Office, QueueTicket, Slot
from kiosk.bochum_id.attachments import Attachment, AttachmentSource, AttachmentState, UploadLink
from kiosk.bochum_id.values import LocalisedText, Quote
from kiosk.scanning.page import Box, ScannedPage
from kiosk.services.beyond_form import AppointmentNeed, AttachmentSlot
from kiosk.services.condition import ALWAYS
from kiosk.services.definition import ServiceDefinition, StepDefinition, StepKind
from kiosk.services.evidence import Evidence, HeldSlot, HeldTime
from kiosk.services.form import Form
from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import file_states as fs
from kiosk.session.delivery import NotPrinted, OnItsWay, Printed
from kiosk.session.errand import Application, FormPlace
from kiosk.session.failure import Failure
from kiosk.session.scenes.keeping_time import contact_of
from kiosk.session.states import Review, Scene

LETTER_STEP: Final = "papers/letter"
PHOTO_STEP: Final = "papers/photo"
TIME_STEP: Final = "time"

LETTER: Final = AttachmentSlot(
    id="letter",
    title=LocalisedText.of({"de": "Wohnungsgeberbestätigung", "en": "Landlord's confirmation"}),
    help=LocalisedText.of(
        {"de": "Ihr Vermieter hat sie unterschrieben.", "en": "Your landlord has signed it."}
    ),
    accept=("application/pdf", "image/jpeg"),
    max_bytes=10 * 1024 * 1024,
    max_files=2,
    sources=frozenset(AttachmentSource),
    required=ALWAYS,
)
PHOTO: Final = AttachmentSlot(
    id="photo",
    title=LocalisedText.of({"de": "Foto vom Klingelschild", "en": "Photo of the doorbell"}),
    help=None,
    accept=("image/jpeg",),
    max_bytes=5 * 1024 * 1024,
    max_files=1,
    sources=frozenset({AttachmentSource.PHONE}),
)

MITTE: Final = Office("buero-mitte", "Bürgerbüro Mitte", "Willy-Brandt-Platz 2–6, 44777 Bochum", walk_in=True)
OFFICES: Final = (
    MITTE,
    Office("buero-langendreer", "Bürgerbüro Langendreer", "Carl-von-Ossietzky-Platz 2, 44892 Bochum", False),  # noqa: FBT003 - a value of the contract
    Office("buero-wattenscheid", "Bürgerbüro Wattenscheid", "Friedrich-Ebert-Straße 7, 44866 Bochum", True),  # noqa: FBT003
)
DAYS: Final = tuple(date(2026, 11, day) for day in (24, 25, 26, 27, 30)) + tuple(
    date(2026, 12, day) for day in (1, 2, 4, 7, 9, 10, 11)
)
DAY: Final = DAYS[2]
SLOTS: Final = tuple(
    Slot(MITTE.id, start, start + timedelta(minutes=15))
    for start in (
        datetime(2026, 11, 26, 7, 0, tzinfo=UTC) + timedelta(minutes=15 * number)
        for number in (0, 1, 3, 4, 5, 8, 9, 13, 20, 21, 22, 26, 27, 30)
    )
)
HELD: Final = HeldSlot(Hold("hld_0001", datetime(2026, 11, 23, 9, 10, tzinfo=UTC)), SLOTS[4], MITTE)
TICKET: Final = QueueTicket("B-0472", "1", 12)
LINK: Final = UploadLink("https://id.bochum.example/upload/Zx81kQbVtW3nLr0s", 300.0)


@dataclass(frozen=True, slots=True)
class Somebody:
    """Whose papers and appointments they are."""

    family_name: str
    reach: str
    file_name: str


def with_evidence(definition: ServiceDefinition) -> ServiceDefinition:
    """Give a service that also wants papers and an appointment."""
    title = LocalisedText.of({"de": "Ihr Termin", "en": "Your appointment"})
    steps = (
        StepDefinition("papers", StepKind.ATTACHMENTS, definition.title, None, (), ALWAYS),
        StepDefinition(TIME_STEP, StepKind.APPOINTMENT, title, None, (), ALWAYS),
    )
    forms = tuple(step for step in definition.steps if step.kind is StepKind.FORM)
    rest = tuple(step for step in definition.steps if step.kind is not StepKind.FORM)
    return replace(
        definition,
        steps=(*forms, *steps, *rest),
        attachments=(LETTER, PHOTO),
        appointment=AppointmentNeed(definition.id, required=True, count=1),
    )


def file(name: str, slot: AttachmentSlot = LETTER) -> Attachment:
    """Give a file that the city has taken."""
    return Attachment(f"att_{slot.id}", slot.id, name, 184_233, AttachmentState.ACCEPTED, 184_233, None)


def place(application: Application, form: Form, step_id: str, *files: Attachment) -> FormPlace:
    """Give a step of the form of a service with papers and an appointment."""
    whole = replace(form, definition=with_evidence(form.definition), evidence=Evidence(files=files))
    return FormPlace(application, whole, step_id, reviewing=False)


def appointment() -> Appointment:
    bring = ("Ihren Ausweis", "Ein Passfoto mit QR-Code")
    return Appointment(
        "apt_0001", "B-0472", SLOTS[4].start, SLOTS[4].end, MITTE, "svc", bring, "K7Q2", "rcp_0009"
    )


@cache
def sheet() -> ScannedPage:
    """Draw a letter that lies a little off the middle of the glass."""
    glass = Image.new("RGB", (620, 877), (70, 70, 74))
    pen = ImageDraw.Draw(glass)
    pen.rectangle((44, 30, 590, 812), fill=(250, 249, 245))
    pen.rectangle((90, 90, 300, 112), fill=(40, 44, 52))
    for line in range(17):
        right = 540 if line % 5 != 4 else 380
        pen.rectangle((90, 180 + 30 * line, right, 190 + 30 * line), fill=(96, 100, 108))
    pen.line((90, 745, 150, 715, 190, 752, 250, 720), fill=(30, 40, 120), width=5)
    kept = BytesIO()
    glass.save(kept, "JPEG", quality=85)
    paper = Box(60, 22, 962, 936)
    return ScannedPage(kept.getvalue(), glass.width, glass.height, paper, paper)


def file_scenes(application: Application, form: Form, somebody: Somebody) -> dict[str, Scene]:
    """Every scene around papers."""
    there = file(somebody.file_name)
    empty, full = place(application, form, LETTER_STEP), place(application, form, LETTER_STEP, there)
    optional = place(application, form, PHOTO_STEP, there)
    pages = (sheet(),)
    quiet = fs.FileWord.NOTHING
    return {
        "LookingAtFiles": fs.LookingAtFiles(empty),
        "RemovingFile": fs.RemovingFile(full, there),
        "AttachFiles": fs.AttachFiles(empty, scanner=True, word=quiet),
        "AttachFiles-there": fs.AttachFiles(full, scanner=True, word=quiet),
        "AttachFiles-optional": fs.AttachFiles(optional, scanner=False, word=quiet),
        "AttachFiles-refused": fs.AttachFiles(empty, scanner=True, word=fs.FileWord.ENCRYPTED),
        "AttachFiles-reviewing": fs.AttachFiles(replace(full, reviewing=True), scanner=True, word=quiet),
        "LayPaper": fs.LayPaper(empty, ()),
        "LayPaper-next": fs.LayPaper(empty, pages),
        "Scanning": fs.Scanning(empty, ()),
        "CheckScan": fs.CheckScan(empty, pages),
        "CheckScan-second": fs.CheckScan(empty, pages * 2),
        "TrimScan": fs.TrimScan(empty, pages, pages[0].cut),
        "AttachingScan": fs.AttachingScan(empty, pages),
        "MakingUploadLink": fs.MakingUploadLink(empty),
        "SendFromPhone": fs.SendFromPhone(empty, LINK),
        "CheckingFile": fs.CheckingFile(empty),
    }


def appointment_scenes(
    application: Application, form: Form, quote: Quote, somebody: Somebody
) -> dict[str, Scene]:
    """Every scene around appointments and waiting numbers."""
    errand = application.errand
    purpose = ap.AppointmentPurpose(errand.service.id, errand.definition.title)
    own = ap.OnItsOwn(errand, purpose)
    applying = ap.ForApplication(place(application, form, TIME_STEP))
    known = ap.KnownContact(somebody.family_name, "1948", somebody.reach)
    here = ap.AtOffice(own, OFFICES, MITTE)
    day = ap.OnDay(here, DAYS, DAY)
    applying_day = replace(day, where=replace(here, occasion=applying))
    month = DAY.replace(day=1)
    quiet, gone = ap.OfficeWord.NOTHING, ap.OfficeWord.GONE
    question, number = ap.ContactQuestion, dk.NumberQuestion
    made = appointment()
    check_in, cancel = dk.DeskWish.CHECK_IN, dk.DeskWish.CANCEL
    held = HeldTime(HELD, contact_of(known))
    keeping = replace(
        applying.at, form=replace(applying.at.form, evidence=Evidence(time=held)), reviewing=True
    )
    letter = file(somebody.file_name)
    with_file = replace(keeping.form, evidence=Evidence((letter,), held))
    return {
        "AppointmentDesk": dk.AppointmentDesk(errand),
        "ChooseConcern": dk.ChooseConcern(errand, dk.DeskWish.BOOK),
        "ChooseConcern-waiting": dk.ChooseConcern(errand, dk.DeskWish.WAITING_NUMBER),
        "FindingOffices": ap.FindingOffices(own),
        "ChooseOffice": ap.ChooseOffice(own, OFFICES, quiet),
        "ChooseOffice-gone": ap.ChooseOffice(applying, OFFICES, gone),
        "FindingDays": ap.FindingDays(here),
        "ChooseDay": ap.ChooseDay(here, DAYS, month),
        "FindingTimes": ap.FindingTimes(day),
        "ChooseTime": ap.ChooseTime(day, SLOTS, gone=False),
        "ChooseTime-gone": ap.ChooseTime(applying_day, SLOTS[5:], gone=True),
        "ChooseTime-none": ap.ChooseTime(day, (), gone=False),
        "HoldingTime": ap.HoldingTime(day, SLOTS[4]),
        "EnterContact": ap.EnterContact(day, HELD, known, question.FAMILY_NAME, wrong=False),
        "EnterContact-empty": ap.EnterContact(day, HELD, ap.KnownContact(), question.FAMILY_NAME, wrong=True),
        "EnterContact-year": ap.EnterContact(day, HELD, known, question.BIRTH_YEAR, wrong=False),
        "EnterContact-reach": ap.EnterContact(day, HELD, known, question.REACH, wrong=False),
        "CheckAppointment": ap.CheckAppointment(day, HELD, known),
        "BookingTime": ap.BookingTime(day, HELD, known),
        "AppointmentMade": ap.AppointmentMade(errand, purpose, made, OnItsWay()),
        "AppointmentMade-slip": ap.AppointmentMade(errand, purpose, made, Printed()),
        "AppointmentMade-missing": ap.AppointmentMade(
            errand, purpose, made, NotPrinted(Failure.PRINTER_EMPTY)
        ),
        "KeepingTime": ap.KeepingTime(keeping, held, quote),
        "Review-evidence": Review(keeping.application, with_file, quote, declared=True),
        "EnterNumber": dk.EnterNumber(errand, check_in, number.NUMBER, "B-0472", "", dk.NumberWord.NOTHING),
        "EnterNumber-unknown": dk.EnterNumber(
            errand, check_in, number.NUMBER, "B-0472", "", dk.NumberWord.UNKNOWN
        ),
        "EnterNumber-year": dk.EnterNumber(
            errand, check_in, number.BIRTH_YEAR, "B-0472", "1948", dk.NumberWord.NOTHING
        ),
        "EnterNumber-code": dk.EnterNumber(
            errand, cancel, number.CANCEL_CODE, "B-0472", "K7Q2", dk.NumberWord.NOTHING
        ),
        "CheckingIn": dk.CheckingIn(errand, "B-0472", 1948),
        "TooEarly": dk.TooEarly(errand, SLOTS[0].start),
        "DrawingNumber": dk.DrawingNumber(errand, errand.service.id),
        "NoWalkIn": dk.NoWalkIn(errand),
        "TicketDrawn": dk.TicketDrawn(errand, TICKET, Printed()),
        "TicketDrawn-coming": dk.TicketDrawn(errand, TICKET, OnItsWay()),
        "TicketDrawn-missing": dk.TicketDrawn(errand, TICKET, NotPrinted(Failure.PRINTER_JAM)),
        "CancellingAppointment": dk.CancellingAppointment(errand, "B-0472", "K7Q2"),
        "AppointmentCancelled": dk.AppointmentCancelled(errand),
    }
