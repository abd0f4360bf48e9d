"""One place for files: scanner or phone, page after page, until the city has taken the file."""

from dataclasses import replace
from typing import assert_never

from kiosk.bochum_id.attachments import AttachmentSource, UploadLink
from kiosk.scanning.page import trimmed, turned, whole
from kiosk.services import form as forms
from kiosk.services.evidence import PaperSlot
from kiosk.session import events as ev
from kiosk.session import file_effects as fx
from kiosk.session import file_events as fe
from kiosk.session import file_states as fs
from kiosk.session import states as st
from kiosk.session.errand import Application, FormPlace
from kiosk.session.failure import Failure
from kiosk.session.scenes import form_steps, sending
from kiosk.session.scenes.turn import STAY, Turn

MOST_PAGES = 10
"""So many pages make one file."""


def turn(scene: fs.FileScene, event: ev.Event) -> Turn:
    match scene, event:
        case (
            fs.LookingAtFiles()
            | fs.RemovingFile()
            | fs.Scanning()
            | fs.AttachingScan()
            | fs.MakingUploadLink()
            | fs.CheckingFile(),
            ev.Failing(failure),
        ):
            return _failed(failure, scene)
        case fs.LookingAtFiles(at, word), fe.FilesSeen():
            return Turn(fs.AttachFiles(_seen(at, event), event.scanner, word))
        case fs.RemovingFile(at), fe.FilesSeen():
            return Turn(fs.AttachFiles(_seen(at, event), event.scanner, fs.FileWord.NOTHING))
        case fs.AttachFiles(), _:
            return _attach(scene, event)
        case fs.LayPaper(at, pages), ev.Continue():
            return Turn(fs.Scanning(at, pages), (fx.Scan(),))
        case fs.LayPaper(at, pages), ev.Back():
            return Turn(fs.CheckScan(at, pages)) if pages else look(at)
        case fs.Scanning(at, pages), fe.PageScanned(page):
            return Turn(fs.CheckScan(at, (*pages, page)))
        case fs.CheckScan(), _:
            return _check(scene, event)
        case fs.TrimScan(), _:
            return _trim(scene, event)
        case fs.MakingUploadLink(at), fe.UploadLinkMade(link):
            return _wait_for_phone(at, link)
        case fs.SendFromPhone(at), fe.PhoneFileCame():
            return Turn(fs.CheckingFile(at))
        case fs.SendFromPhone(at), ev.Back():
            return look(at)
        case fs.SendFromPhone(at), ev.Failing(failure):
            return _failed(failure, fs.MakingUploadLink(at))
        case fs.SendFromPhone(at) | fs.AttachingScan(at) | fs.CheckingFile(at), fe.FileSettled(word):
            return look(at, word)
        case _:
            return STAY


def look(at: FormPlace, word: fs.FileWord = fs.FileWord.NOTHING) -> Turn:
    """Ask the city what is there now: from whichever way, this is where it comes together."""
    return begin(fs.LookingAtFiles(at, word))


def begin(scene: fs.WaitingForFiles) -> Turn:
    """Begin one of the scenes that wait, or begin it anew."""
    match scene:
        case fs.LookingAtFiles(at):
            effect: fx.FileEffect = fx.LookAtFiles(at.application, at.form)
        case fs.RemovingFile(at, file):
            effect = fx.RemoveFile(at.application, at.form, file)
        case fs.Scanning():
            effect = fx.Scan()
        case fs.AttachingScan(at, pages):
            effect = fx.AttachScan(at.application, place(at).slot, pages)
        case fs.MakingUploadLink(at):
            effect = fx.MakeUploadLink(at.application, place(at).slot)
        case fs.CheckingFile(at):
            return look(at)
        case _:
            assert_never(scene)
    return Turn(scene, (effect,))


def back(scene: fs.WaitingForFiles) -> Turn:
    """Back from where waiting led to nothing: to the ways to attach, or out of this step."""
    match scene:
        case fs.LookingAtFiles(at):
            return form_steps.backward(at.application, at.form, at.step_id, reviewing=False)
        case fs.AttachingScan(at, pages):
            return Turn(fs.CheckScan(at, pages))
        case fs.RemovingFile(at) | fs.Scanning(at) | fs.MakingUploadLink(at) | fs.CheckingFile(at):
            return look(at)
        case _:
            assert_never(scene)


def place(at: FormPlace) -> PaperSlot:
    """Give the place for files as it stands; LookupError where `at` is another kind of step."""
    found = forms.paper_slot(at.form, at.step_id)
    if found is None:
        raise LookupError(f"the step {at.step_id!r} takes no files now")
    return found


def _attach(scene: fs.AttachFiles, event: ev.Event) -> Turn:
    at = scene.at
    if not isinstance(event, fe.SourceChosen | fe.FileDropped | ev.Continue | ev.Back):
        return STAY
    here = place(at)
    match event:
        case fe.SourceChosen(source) if here.is_full or source not in here.slot.sources:
            return STAY
        case fe.SourceChosen(AttachmentSource.SCANNER) if scene.scanner:
            return Turn(fs.LayPaper(at, ()))
        case fe.SourceChosen(AttachmentSource.PHONE):
            return begin(fs.MakingUploadLink(at))
        case fe.FileDropped(file_id):
            dropped = [file for file in here.files if file.id == file_id]
            return begin(fs.RemovingFile(at, dropped[0])) if dropped else STAY
        case ev.Continue() if here.is_complete:
            return form_steps.onward(at.application, at.form, at.step_id, reviewing=at.reviewing)
        case ev.Back():
            return form_steps.backward(at.application, at.form, at.step_id, reviewing=at.reviewing)
        case _:
            return STAY


def _check(scene: fs.CheckScan, event: ev.Event) -> Turn:
    at, pages = scene.at, scene.pages
    *before, last = pages
    match event:
        case ev.Continue():
            return begin(fs.AttachingScan(at, pages))
        case fe.PageAgain() | ev.Back():
            return Turn(fs.LayPaper(at, tuple(before)))
        case fe.AnotherPage() if takes_another_page(scene):
            return Turn(fs.LayPaper(at, pages))
        case fe.PageTurned():
            return Turn(fs.CheckScan(at, (*before, turned(last))))
        case fe.TrimAsked():
            return Turn(fs.TrimScan(at, pages, last.cut))
        case _:
            return STAY


def takes_another_page(scene: fs.CheckScan) -> bool:
    """Only a PDF file has pages."""
    return "application/pdf" in place(scene.at).slot.accept and len(scene.pages) < MOST_PAGES


def _trim(scene: fs.TrimScan, event: ev.Event) -> Turn:
    *before, last = scene.pages
    match event:
        case fe.EdgeMoved(edge, inwards):
            return Turn(replace(scene, pages=(*before, trimmed(last, edge, inwards=inwards))))
        case fe.WholePageAsked():
            return Turn(replace(scene, pages=(*before, whole(last))))
        case ev.Continue():
            return Turn(fs.CheckScan(scene.at, scene.pages))
        case ev.Back():
            return Turn(fs.CheckScan(scene.at, (*before, replace(last, cut=scene.before))))
        case _:
            return STAY


def _wait_for_phone(at: FormPlace, link: UploadLink) -> Turn:
    known = frozenset(file.id for file in at.form.evidence.files)
    return Turn(fs.SendFromPhone(at, link), (fx.WaitForPhone(at.application, place(at).slot, link, known),))


def _seen(at: FormPlace, event: fe.FilesSeen) -> FormPlace:
    """Take in what the city has: the draft as it was saved, and the files."""
    application = Application(at.application.errand, at.application.session, event.draft)
    evidence = replace(at.form.evidence, files=event.files)
    return replace(at, application=application, form=replace(at.form, evidence=evidence))


def _failed(failure: Failure, scene: fs.WaitingForFiles) -> Turn:
    application, form = scene.at.application, scene.at.form
    errand = sending.unfinished(application, form)
    return sending.failed(failure, errand, application.session, st.FilesAgain(scene))
