"""Samples around attachments and appointments, with somebody whose data may stand in no repr."""

from dataclasses import replace
from datetime import UTC, datetime

from kiosk.bochum_id.attachments import AttachmentSource, AttachmentState
from kiosk.bochum_id.values import Draft, Quote
from kiosk.scanning.page import Edge
from kiosk.services.form import Form
from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import events as ev
from kiosk.session import file_events as fe
from kiosk.session import file_states as fs
from kiosk.session import states as st
from kiosk.session.errand import Application
from ui.gallery import evidence_samples as gallery

PERSONAL = ("Canary-Kin", "canary-mail@example.org", "Canary-Scan")
SOMEBODY = gallery.Somebody("Canary-Kin", "canary-mail@example.org", "Canary-Scan.pdf")
FILE = gallery.file(SOMEBODY.file_name)
HALF_SENT = replace(FILE, id="att_half", state=AttachmentState.ANNOUNCED, received_bytes=4096)
MADE = gallery.appointment()
DAY_WITHOUT_TIME = gallery.DAYS[0].replace(day=1)


def scenes(application: Application, form: Form, quote: Quote) -> dict[str, st.Scene]:
    """Every scene around papers and appointments."""
    found = {
        **gallery.file_scenes(application, form, SOMEBODY),
        **gallery.appointment_scenes(application, form, quote, SOMEBODY),
    }
    return {name: scene for name, scene in found.items() if name not in _ONLY_TO_LOOK_AT}


def agains(found: dict[str, st.Scene]) -> dict[str, st.Again]:
    """Ways on after scenes that wait."""
    files = (fs.LookingAtFiles, fs.Scanning, fs.AttachingScan)
    times = (ap.FindingOffices, ap.FindingTimes, ap.BookingTime, dk.CheckingIn)
    again: dict[str, st.Again] = {}
    for name, scene in found.items():
        if isinstance(scene, files):
            again[f"files-{name}"] = st.FilesAgain(scene)
        elif isinstance(scene, times):
            again[f"appointment-{name}"] = st.AppointmentAgain(scene)
    return again


def events(saved: Draft) -> tuple[ev.Event, ...]:
    """Every event around papers and appointments."""
    return (
        *(fe.SourceChosen(source) for source in AttachmentSource),
        fe.FileDropped(FILE.id),
        fe.FileDropped("no such file"),
        fe.PageAgain(),
        fe.AnotherPage(),
        fe.PageTurned(),
        fe.TrimAsked(),
        fe.EdgeMoved(Edge.TOP, inwards=True),
        fe.EdgeMoved(Edge.LEFT, inwards=False),
        fe.WholePageAsked(),
        fe.FilesSeen(saved, (FILE,), scanner=True),
        fe.PageScanned(gallery.sheet()),
        fe.UploadLinkMade(gallery.LINK),
        fe.PhoneFileCame(),
        fe.FileSettled(fs.FileWord.NOTHING),
        fe.FileSettled(fs.FileWord.MALWARE),
        *(ae.DeskWishChosen(wish) for wish in dk.DeskWish),
        ae.OfficeChosen(gallery.MITTE.id),
        ae.OfficeChosen("no such office"),
        ae.MonthTurned(forward=True),
        ae.MonthTurned(forward=False),
        ae.DayChosen(gallery.DAY),
        ae.DayChosen(DAY_WITHOUT_TIME),
        ae.TimeChosen(gallery.SLOTS[6].start),
        ae.TimeChosen(datetime.max.replace(tzinfo=UTC)),
        ae.Noted("1948"),
        ae.Noted(""),
        ae.NoTimeWanted(),
        ae.OfficesFound(gallery.OFFICES),
        ae.DaysFound(gallery.DAYS),
        ae.DaysFound(()),
        ae.TimesFound(gallery.SLOTS),
        ae.TimeHeld(gallery.HELD.hold),
        ae.TimeGone(),
        ae.TimeBooked(MADE),
        ae.TicketGiven(gallery.TICKET),
        ae.NumberUnknown(),
        ae.CheckInOpensLater(gallery.SLOTS[0].start),
        ae.WalkInClosed(),
        ae.CancelDone(),
    )


_ONLY_TO_LOOK_AT = frozenset(
    {
        *("AttachFiles-optional", "AttachFiles-refused", "AttachFiles-reviewing", "LayPaper-next"),
        *("CheckScan-second", "ChooseTime-none", "EnterContact-empty", "AppointmentMade-slip"),
        *("EnterNumber-unknown", "TicketDrawn"),
    }
)
"""What answers to events as another sample of its kind does."""

FITTING: dict[type[st.Scene], set[type[ev.Event]]] = {
    fs.LookingAtFiles: {fe.FilesSeen, ev.Failing},
    fs.RemovingFile: {fe.FilesSeen, ev.Failing},
    fs.AttachFiles: {fe.SourceChosen, fe.FileDropped, ev.Continue, ev.Back},
    fs.LayPaper: {ev.Continue, ev.Back},
    fs.Scanning: {fe.PageScanned, ev.Failing},
    fs.CheckScan: {ev.Continue, ev.Back, fe.PageAgain, fe.AnotherPage, fe.PageTurned, fe.TrimAsked},
    fs.TrimScan: {ev.Continue, ev.Back, fe.EdgeMoved, fe.WholePageAsked},
    fs.AttachingScan: {fe.FileSettled, ev.Failing},
    fs.MakingUploadLink: {fe.UploadLinkMade, ev.Failing},
    fs.SendFromPhone: {fe.PhoneFileCame, fe.FileSettled, ev.Back, ev.Failing},
    fs.CheckingFile: {fe.FileSettled, ev.Failing},
    dk.AppointmentDesk: {ae.DeskWishChosen, ev.Back},
    dk.ChooseConcern: {ev.ServiceChosen, ev.Back},
    ap.FindingOffices: {ae.OfficesFound, ev.Failing},
    ap.ChooseOffice: {ae.OfficeChosen, ev.Back},
    ap.FindingDays: {ae.DaysFound, ev.Failing},
    ap.ChooseDay: {ae.DayChosen, ae.MonthTurned, ev.Back},
    ap.FindingTimes: {ae.TimesFound, ev.Failing},
    ap.ChooseTime: {ae.TimeChosen, ev.Back},
    ap.HoldingTime: {ae.TimeHeld, ae.TimeGone, ev.Failing},
    ap.EnterContact: {ae.Noted, ev.Continue, ev.Back},
    ap.CheckAppointment: {ev.Continue, ev.Back},
    ap.BookingTime: {ae.TimeBooked, ae.TimeGone, ev.Failing},
    ap.AppointmentMade: {ev.SlipAsked, ev.SlipHandled, ev.Failing, ev.Continue},
    ap.KeepingTime: {ae.TimeBooked, ae.TimeGone, ev.Failing},
    dk.EnterNumber: {ae.Noted, ev.Continue, ev.Back},
    dk.CheckingIn: {ae.TicketGiven, ae.CheckInOpensLater, ae.NumberUnknown, ev.Failing},
    dk.TooEarly: {ev.Continue, ev.Back},
    dk.DrawingNumber: {ae.TicketGiven, ae.WalkInClosed, ev.Failing},
    dk.NoWalkIn: {ev.Continue, ev.Back},
    dk.TicketDrawn: {ev.SlipAsked, ev.SlipHandled, ev.Failing, ev.Continue},
    dk.CancellingAppointment: {ae.CancelDone, ae.NumberUnknown, ev.Failing},
    dk.AppointmentCancelled: {ev.Continue},
}
"""What each scene answers to, besides what concerns every scene."""
