"""Papers on their way: answers saved first, one file a scan, the phone's file by itself, plain refusals."""

import asyncio
from dataclasses import replace

import pytest
from fake_clock import FakeClock
from fake_evidence import FakeAttachments, FakeScanner, Noting, refused, unreachable

from kiosk.attaching import Attaching
from kiosk.bochum_id.attachments import AttachmentState
from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.values import Draft, JsonObject
from kiosk.scanning.scanner import NoScanBecause, NotScanned, Scanned, Scanner
from kiosk.session import events as ev
from kiosk.session import file_effects as fx
from kiosk.session import file_events as fe
from kiosk.session.failure import Failure
from kiosk.session.file_states import FileWord
from tests import evidence_samples as evidence
from tests.samples import APPLICATION, FOR_PENSION, SAVED
from ui.gallery import evidence_samples as gallery

SCAN = fx.AttachScan(APPLICATION, gallery.LETTER, (gallery.sheet(),))
LOOK = fx.LookAtFiles(APPLICATION, FOR_PENSION)


class City:
    def __init__(self) -> None:
        self.attachments = FakeAttachments(Noting())
        self.saved: list[JsonObject] = []

    def save_answers(self, draft: Draft, data: JsonObject) -> Draft:
        self.attachments.noting.called("save", draft.etag)
        self.saved.append(data)
        return SAVED

    @property
    def calls(self) -> list[str]:
        return [call.partition(" ")[0] for call in self.attachments.noting.calls]


def done(city: City, effect: fx.FileEffect, scanner: Scanner | None = None) -> ev.Event:
    return asyncio.run(Attaching(city, scanner or FakeScanner(), FakeClock()).perform(effect, _nothing))


def _nothing(_event: ev.Event) -> None:
    raise AssertionError("nothing to report")


def test_the_answers_are_saved_before_anybody_asks_what_is_there() -> None:
    city = City()
    city.attachments.there["a"] = evidence.FILE
    assert done(city, LOOK) == fe.FilesSeen(SAVED, (evidence.FILE,), scanner=True)
    assert city.calls == ["save", "of_application"]
    assert city.saved[0]["purpose"] == "pension"


def test_half_of_a_scan_that_nobody_wants_is_taken_away() -> None:
    city = City()
    city.attachments.there = {each.id: each for each in (evidence.HALF_SENT, evidence.FILE)}
    assert done(city, LOOK) == fe.FilesSeen(SAVED, (evidence.FILE,), scanner=True)
    assert f"delete {evidence.HALF_SENT.id}" in city.attachments.noting.calls


def test_a_file_that_is_gone_already_is_removed() -> None:
    city = City()
    city.attachments.noting.errors["delete"] = [refused("not-found", 404)]
    removed = done(city, fx.RemoveFile(APPLICATION, FOR_PENSION, evidence.FILE))
    assert removed == fe.FilesSeen(SAVED, (), scanner=True)


def test_a_scan_becomes_one_pdf_that_the_city_has_looked_into() -> None:
    city = City()
    city.attachments.looks_needed = 3
    assert done(city, SCAN) == fe.FileSettled(FileWord.NOTHING)
    (paper,) = city.attachments.papers
    assert paper.media_type == "application/pdf"
    assert paper.content.startswith(b"%PDF-")


def test_where_no_pdf_is_taken_a_picture_is_sent() -> None:
    city = City()
    assert done(city, replace(SCAN, slot=gallery.PHOTO)) == fe.FileSettled(FileWord.NOTHING)
    assert city.attachments.papers[0].media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("reason", "word"),
    [
        ("malware", FileWord.MALWARE),
        ("type", FileWord.TYPE),
        ("encrypted", FileWord.ENCRYPTED),
        ("unreadable", FileWord.UNREADABLE),
        ("haunted", FileWord.UNREADABLE),
        (None, FileWord.UNREADABLE),
    ],
)
def test_what_the_city_finds_in_a_file_is_told(reason: str | None, word: FileWord) -> None:
    city = City()
    city.attachments.verdict = (AttachmentState.REJECTED, reason)
    assert done(city, SCAN) == fe.FileSettled(word)


@pytest.mark.parametrize(
    ("code", "word"),
    [("attachment-too-large", FileWord.TOO_LARGE), ("attachment-type", FileWord.TYPE)],
)
def test_what_is_refused_before_it_is_sent_is_told(code: str, word: FileWord) -> None:
    city = City()
    city.attachments.noting.errors["announce"] = [refused(code, 413)]
    assert done(city, SCAN) == fe.FileSettled(word)


def test_a_scan_that_cannot_be_small_enough_is_not_sent() -> None:
    city = City()
    tiny = replace(SCAN, slot=replace(gallery.LETTER, max_bytes=500))
    assert done(city, tiny) == fe.FileSettled(FileWord.TOO_LARGE)
    assert city.calls == []


def test_after_a_break_the_same_scan_goes_on_and_is_announced_once() -> None:
    city = City()
    city.attachments.noting.errors["upload"] = [unreachable()]

    async def story() -> ev.Event:
        attaching = Attaching(city, FakeScanner(), FakeClock())
        with pytest.raises(BackendError):
            await attaching.perform(SCAN, _nothing)
        return await attaching.perform(SCAN, _nothing)

    assert asyncio.run(story()) == fe.FileSettled(FileWord.NOTHING)
    assert city.calls.count("announce") == 1


def test_a_check_without_end_is_no_answer_of_the_city() -> None:
    city = City()
    city.attachments.looks_needed = 1000
    with pytest.raises(BackendError):
        done(city, SCAN)


@pytest.mark.parametrize("reason", NoScanBecause)
def test_what_the_scanner_has_against_it_has_a_code(reason: NoScanBecause) -> None:
    told = done(City(), fx.Scan(), FakeScanner(NotScanned(reason)))
    assert isinstance(told, ev.Failing)
    assert told.failure.value.startswith("SC-")


def test_a_scan_is_a_page_and_garbage_is_none() -> None:
    assert isinstance(done(City(), fx.Scan()), fe.PageScanned)
    told = done(City(), fx.Scan(), FakeScanner(Scanned(b"no picture")))
    assert told == ev.Failing(Failure.SCANNER_OFF)


# ---------------------------------------------------------------- the phone

WAIT = fx.WaitForPhone(APPLICATION, gallery.LETTER, gallery.LINK, frozenset({"att_old"}))


def waiting(city: City, on_sleep: int) -> tuple[ev.Event, list[ev.Event]]:
    """What comes of waiting, where a file arrives after so many looks."""
    reported: list[ev.Event] = []
    old = replace(evidence.FILE, id="att_old")
    city.attachments.there["att_old"] = old

    class Sleeping(FakeClock):
        slept = 0

        async def sleep(self, seconds: float) -> None:
            self.slept += 1
            if self.slept == on_sleep:
                arrived = replace(evidence.FILE, id="att_new", state=AttachmentState.SCANNING)
                city.attachments.there["att_new"] = arrived
            self._now += seconds  # time passes at once

    clock = Sleeping()
    attaching = Attaching(city, FakeScanner(), clock)
    return asyncio.run(attaching.perform(WAIT, reported.append)), reported


def test_a_file_from_the_phone_arrives_by_itself() -> None:
    assert waiting(City(), on_sleep=3) == (fe.FileSettled(FileWord.NOTHING), [fe.PhoneFileCame()])


def test_a_city_that_is_away_for_a_moment_is_asked_again() -> None:
    city = City()
    city.attachments.noting.errors["of_application"] = [unreachable(), unreachable()]
    assert waiting(city, on_sleep=3)[0] == fe.FileSettled(FileWord.NOTHING)


def test_when_the_time_of_the_link_is_over_so_is_the_wait() -> None:
    assert waiting(City(), on_sleep=10_000) == (fe.FileSettled(FileWord.LINK_OVER), [])


def test_a_session_that_is_over_ends_the_wait() -> None:
    city = City()
    city.attachments.noting.errors["of_application"] = [refused("session-ended", 401)]
    with pytest.raises(BackendError):
        waiting(city, on_sleep=3)


def test_whoever_does_something_else_waits_for_no_phone_any_more() -> None:
    async def story() -> ev.Event:
        city = City()
        clock = FakeClock()
        attaching = Attaching(city, FakeScanner(), clock)
        wait = asyncio.ensure_future(attaching.perform(WAIT, _nothing))
        await clock.asleep(1)
        attaching.stop()
        await clock.advance(2)
        return await wait

    assert asyncio.run(story()) == ev.Settled()
