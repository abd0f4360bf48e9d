"""The watcher against a real pcscd: the first report is true, and nothing that happens kills it."""

import threading
import time
from collections.abc import Iterator

import pytest

from cardreader.pcsc import PcscReaders
from cardreader.reader import CardPresent, EmptyReader, NoReader, ReaderStatus
from cardreader.watch import SlotState
from sandbox.id_card.card import ATR
from sandbox.id_card.vpcd import VirtualReaderLink
from tests.pcscd_service import NEEDS_PCSCD, PcscdService, running_pcscd
from tests.reader_reports import ReaderReports
from tests.sandbox.id_card.authority import Authority

pytestmark = NEEDS_PCSCD

READER = "Virtual PCD 00 00"
EMPTY, PRESENT = EmptyReader(READER), CardPresent(READER, ATR)


@pytest.fixture
def service() -> Iterator[PcscdService]:
    with running_pcscd() as service:
        yield service


def _watch() -> ReaderReports:
    return ReaderReports(PcscReaders())


def test_card_present_at_the_start_is_the_first_report(link: VirtualReaderLink, authority: Authority) -> None:
    early = _watch()
    assert early.next() == EMPTY
    link.place(authority.card())
    assert early.next() == PRESENT
    late = _watch()
    assert late.next() == PRESENT
    link.pull()
    assert (early.next(), late.next()) == (EMPTY, EMPTY)
    early.stop()
    late.stop()
    assert early.nothing_waits()
    assert late.nothing_waits()


def test_restarted_service_is_found_again(
    service: PcscdService, link: VirtualReaderLink, authority: Authority
) -> None:
    reports = _watch()
    link.place(authority.card())
    reports.wait_for(CardPresent)
    for _ in range(2):
        service.stop()
        assert reports.next() == NoReader()
        service.start()
        assert reports.wait_for(CardPresent) == PRESENT  # the card still lies there
    reports.stop()


def test_service_that_comes_later_is_found(service: PcscdService) -> None:
    service.stop()
    reports = _watch()
    assert reports.next() == NoReader()
    service.start(with_reader=False)
    service.stop()
    service.start()
    assert reports.next() == EMPTY
    reports.stop()


def test_reader_unplugged_and_plugged(service: PcscdService) -> None:
    reports = _watch()
    assert reports.next() == EMPTY
    service.stop()
    service.start(with_reader=False)
    assert reports.next() == NoReader()
    service.stop()
    service.start()
    assert reports.next() == EMPTY
    reports.stop()


@pytest.mark.parametrize("is_running", [True, False])
def test_stop_is_quick(service: PcscdService, *, is_running: bool) -> None:
    if not is_running:
        service.stop()
    reports = _watch()
    reports.next()
    begun = time.monotonic()
    reports.stop()
    assert time.monotonic() - begun < 0.5
    reports.stop()


def test_may_be_stopped_from_its_own_report(service: PcscdService) -> None:
    seen: list[ReaderStatus] = []
    created, done = threading.Event(), threading.Event()

    def stop_at_once(status: ReaderStatus) -> None:
        created.wait(10)
        seen.append(status)
        watching.stop()
        done.set()

    watching = PcscReaders().watch(stop_at_once)
    created.set()
    assert done.wait(10)
    assert seen == [EMPTY]


def test_slot_prints_no_card() -> None:
    assert ATR.hex() not in repr(SlotState(READER, 0x20, ATR))
