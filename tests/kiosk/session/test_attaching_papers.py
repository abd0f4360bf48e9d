"""A paper from the first touch to the review: every way comes together where the city says what is there."""

from walking import after, effect

from kiosk.bochum_id.attachments import AttachmentSource
from kiosk.session import events as ev
from kiosk.session import file_effects as fx
from kiosk.session import file_events as fe
from kiosk.session import file_states as fs
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.step import step
from tests import evidence_samples as evidence
from tests.samples import APPLICATION, EMPTY, FOR_PENSION, SAVED, visit
from ui.gallery import evidence_samples as gallery

AT = gallery.place(APPLICATION, FOR_PENSION, gallery.LETTER_STEP)
HERE = visit(fs.AttachFiles(AT, scanner=True, word=fs.FileWord.NOTHING))
SEEN = fe.FilesSeen(SAVED, (evidence.FILE,), scanner=True)


def test_a_paper_that_is_needed_keeps_the_visitor_until_it_is_there() -> None:
    assert step(HERE, ev.Continue()).visit is HERE
    there = after(visit(fs.LookingAtFiles(AT)), SEEN)
    assert isinstance(there.scene, fs.AttachFiles)
    assert there.scene.at.application.draft == SAVED
    onward = after(there, ev.Continue())
    assert isinstance(onward.scene, fs.LookingAtFiles), "the next paper, which nobody has to attach"
    assert onward.scene.at.step_id == gallery.PHOTO_STEP


def test_a_scan_is_checked_before_it_is_sent() -> None:
    laid = after(HERE, fe.SourceChosen(AttachmentSource.SCANNER))
    assert isinstance(laid.scene, fs.LayPaper)
    assert effect(laid, ev.Continue()) == fx.Scan()
    scanned = after(laid, ev.Continue(), fe.PageScanned(gallery.sheet()))
    again = after(scanned, fe.PageAgain())
    assert again.scene == fs.LayPaper(AT, ())
    two = after(scanned, fe.AnotherPage(), ev.Continue(), fe.PageScanned(gallery.sheet()), fe.PageTurned())
    assert isinstance(two.scene, fs.CheckScan)
    assert [page.turns for page in two.scene.pages] == [0, 1]
    sent = step(two, ev.Continue())
    assert sent.effects == (fx.AttachScan(APPLICATION, gallery.LETTER, two.scene.pages),)
    refused = after(sent.visit, fe.FileSettled(fs.FileWord.MALWARE), SEEN)
    assert isinstance(refused.scene, fs.AttachFiles)
    assert refused.scene.word is fs.FileWord.MALWARE


def test_edges_moved_by_mistake_come_back() -> None:
    scanned = visit(fs.CheckScan(AT, (gallery.sheet(),)))
    moved = after(scanned, fe.TrimAsked(), fe.WholePageAsked())
    assert isinstance(moved.scene, fs.TrimScan)
    assert after(moved, ev.Back()) == scanned
    kept = after(moved, ev.Continue()).scene
    assert isinstance(kept, fs.CheckScan)
    assert kept.pages[0].cut != gallery.sheet().cut


def test_the_phones_file_comes_without_a_touch() -> None:
    made = step(HERE, fe.SourceChosen(AttachmentSource.PHONE))
    assert made.effects == (fx.MakeUploadLink(APPLICATION, gallery.LETTER),)
    waiting = step(made.visit, fe.UploadLinkMade(gallery.LINK))
    assert waiting.effects == (fx.WaitForPhone(APPLICATION, gallery.LETTER, gallery.LINK, frozenset()),)
    arrived = after(waiting.visit, fe.PhoneFileCame(), fe.FileSettled(fs.FileWord.NOTHING), SEEN)
    assert isinstance(arrived.scene, fs.AttachFiles)
    over = after(waiting.visit, fe.FileSettled(fs.FileWord.LINK_OVER))
    assert over.scene == fs.LookingAtFiles(AT, fs.FileWord.LINK_OVER)


def test_a_scanner_that_fails_leaves_the_phone() -> None:
    failed = after(visit(fs.Scanning(AT, ())), ev.Failing(Failure.SCANNER_JAM))
    assert failed.scene == st.Failed(Failure.SCANNER_JAM, st.FilesAgain(fs.Scanning(AT, ())))
    assert effect(failed, ev.TryAgain()) == fx.Scan()
    assert isinstance(after(failed, ev.Back()).scene, fs.LookingAtFiles)


def test_what_is_open_is_covered_while_its_card_is_away() -> None:
    assert after(HERE, ev.ReaderChanged(EMPTY)).overlay == st.PutCardBack()
