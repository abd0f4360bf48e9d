"""The catalogue on the disk: given back only whole, signed and young, whatever happens to the files."""

import logging
import os
import stat
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from signed import CITY, DEFINITION, DIGEST, STRANGER, document, keys, signed

from kiosk.bochum_id.catalogue import SignedCatalogue, read_catalogue
from kiosk.bochum_id.catalogue_cache import CONFIRM_EVERY_S, STALE_AFTER_S, CatalogueCache

NOW = 1_795_000_000.0
OLD = SignedCatalogue('"old"', signed(), read_catalogue(signed(), keys()))
NEW_CONTENT = signed({**document(), "version": "2026-11-21.1"})
NEW = SignedCatalogue('"new"', NEW_CONTENT, read_catalogue(NEW_CONTENT, keys()))


@dataclass
class Shelf:
    """A cache with a clock, and what is on the disk below it."""

    directory: Path
    now: float = NOW
    cache: CatalogueCache = field(init=False)

    def __post_init__(self) -> None:
        self.cache = CatalogueCache(self.directory, keys(), lambda: self.now)

    @property
    def file(self) -> Path:
        return self.directory / "catalogue"

    @property
    def definition(self) -> Path:
        (found,) = self.directory.glob("*.definition")
        return found


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "below" / "cache")


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    shelf.cache.keep(OLD)
    shelf.cache.keep_definition(DEFINITION)
    return shelf


def test_what_was_kept_is_there_for_the_next_process(filled: Shelf) -> None:
    next_process = CatalogueCache(filled.directory, keys(), lambda: NOW + 5)
    assert next_process.catalogue() == OLD
    assert next_process.definition(DIGEST) == DEFINITION
    filled.cache.keep(NEW)
    assert next_process.catalogue() == NEW


def test_nothing_was_ever_kept(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    assert shelf.cache.catalogue() is None
    assert shelf.cache.definition(DIGEST) is None
    assert not caplog.records, "that is no trouble"


def test_only_the_terminal_reads_it(filled: Shelf) -> None:
    assert stat.S_IMODE(filled.directory.stat().st_mode) == 0o700
    for file in filled.directory.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_no_unfinished_file_stays_behind(filled: Shelf) -> None:
    filled.cache.keep(NEW)
    assert {file.name for file in filled.directory.iterdir()} == {"catalogue", filled.definition.name}


# ---------------------------------------------------------------- too old


@pytest.mark.parametrize("age_s", [0, STALE_AFTER_S, -300])
def test_a_catalogue_is_good_for_a_week_after_the_city_confirmed_it(filled: Shelf, age_s: float) -> None:
    filled.now += age_s
    assert filled.cache.catalogue() == OLD


@pytest.mark.parametrize("age_s", [STALE_AFTER_S + 1, -301])
def test_a_catalogue_from_too_long_ago_or_from_the_future_is_not_used(
    filled: Shelf, age_s: float, caplog: pytest.LogCaptureFixture
) -> None:
    filled.now += age_s
    assert filled.cache.catalogue() is None
    (words,) = caplog.messages
    assert words.endswith("not used: its last confirmation is too old, or ahead of this clock")


def test_each_confirmation_starts_the_week_anew_but_wears_out_no_disk(filled: Shelf) -> None:
    before = filled.file.stat().st_ino
    filled.now += CONFIRM_EVERY_S - 1
    filled.cache.keep(OLD)
    assert filled.file.stat().st_ino == before
    filled.now += 1
    filled.cache.keep(OLD)
    assert filled.file.stat().st_ino != before
    filled.now += STALE_AFTER_S
    assert filled.cache.catalogue() == OLD


def test_a_clock_that_was_set_back_does_not_keep_the_old_confirmation(filled: Shelf) -> None:
    filled.now -= 10 * STALE_AFTER_S
    assert filled.cache.catalogue() is None
    filled.cache.keep(OLD)
    assert filled.cache.catalogue() == OLD


def test_the_same_catalogue_under_another_etag_is_kept(filled: Shelf) -> None:
    again = replace(OLD, etag='"again"')
    filled.cache.keep(again)
    assert filled.cache.catalogue() == again


def test_definitions_that_nothing_names_go_after_a_week_and_so_does_what_a_crash_left(filled: Shelf) -> None:
    filled.cache.keep_definition(b"{}")
    (filled.directory / ".new-crash").write_bytes(b"half")
    (filled.directory / "somebody-else's").write_bytes(b"")
    for file in filled.directory.iterdir():
        os.utime(file, (NOW, NOW))
    filled.now += STALE_AFTER_S
    filled.cache.keep(NEW)
    assert len(list(filled.directory.iterdir())) == 5, "another process may still be reading it"
    filled.now += 1 + CONFIRM_EVERY_S
    filled.cache.keep(NEW)
    names = {file.name for file in filled.directory.iterdir()}
    assert names == {"catalogue", filled.definition.name, "somebody-else's"}
    assert filled.cache.definition(DIGEST) == DEFINITION


# ---------------------------------------------------------------- damaged and foreign


def damaged(file: Path, change: Callable[[bytes], bytes]) -> None:
    file.write_bytes(change(file.read_bytes()))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_no_byte_of_the_catalogue_can_be_changed(filled: Shelf, data: some.DataObject) -> None:
    """Where a changed byte changes nothing that is read, such as a space, what is read is the same."""
    filled.cache.keep(OLD)
    whole = filled.file.read_bytes()
    place = data.draw(some.integers(whole.index(b"\n") + 1, len(whole) - 1))
    other = data.draw(some.integers(0, 255))
    filled.file.write_bytes(whole[:place] + bytes([other]) + whole[place + 1 :])
    kept = filled.cache.catalogue()
    filled.file.write_bytes(whole)
    assert kept is None or kept.catalogue == OLD.catalogue


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=some.binary(max_size=200))
def test_garbage_is_no_catalogue_and_no_definition(filled: Shelf, content: bytes) -> None:
    filled.file.write_bytes(content)
    filled.definition.write_bytes(content)
    assert filled.cache.catalogue() is None
    assert filled.cache.definition(DIGEST) is None


def test_a_cut_off_catalogue_is_none_wherever_it_is_cut(filled: Shelf) -> None:
    whole = filled.file.read_bytes()
    for length in range(0, len(whole), 7):
        filled.file.write_bytes(whole[:length])
        assert filled.cache.catalogue() is None, length


@pytest.mark.parametrize(
    ("head", "why"),
    [
        (b"", "the cache is not JSON"),
        (b"[]", "the cache is not an object"),
        (b'{"etag": "x"}', "the cache.confirmedAt is missing"),
        (b'{"confirmedAt": 1795000000}', "the cache.etag is missing"),
        (b'{"confirmedAt": 1795000000, "etag": 7}', "the cache.etag is not a text"),
        (b'{"confirmedAt": "now", "etag": "x"}', "the cache.confirmedAt is not a whole number"),
        (b'{"confirmedAt": NaN, "etag": "x"}', "the cache is not JSON"),
    ],
)
def test_a_damaged_head_is_named_and_mended_by_the_next_answer(
    filled: Shelf, head: bytes, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    damaged(filled.file, lambda whole: head + b"\n" + whole.partition(b"\n")[2])
    assert filled.cache.catalogue() is None
    assert why in caplog.text
    filled.cache.keep(OLD)
    assert filled.cache.catalogue() == OLD


def test_a_catalogue_that_another_city_signed_is_foreign(
    filled: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    filled.cache.keep(replace(OLD, content=signed(key=STRANGER)))
    assert filled.cache.catalogue() is None
    assert "signed with a key this terminal does not know" in caplog.text
    assert CatalogueCache(filled.directory, keys(CITY, STRANGER), lambda: NOW).catalogue()


def test_a_changed_definition_is_not_used_and_put_right(
    filled: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    damaged(filled.definition, lambda whole: whole.replace(b"900", b"100"))
    assert filled.cache.definition(DIGEST) is None
    assert caplog.messages == [
        "the catalogue in the cache is not used: a definition does not have its digest"
    ]
    filled.cache.keep_definition(DEFINITION)
    assert filled.cache.definition(DIGEST) == DEFINITION


@pytest.mark.parametrize("digest", ["", "sha-256=:AAAA:", "sha-256=:../../x:", "sha-512=:AAAA:", "ä"])
def test_what_is_no_digest_names_no_file(filled: Shelf, digest: str) -> None:
    assert filled.cache.definition(digest) is None


# ---------------------------------------------------------------- a disk that will not


def test_a_place_that_cannot_be_written_costs_one_line_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    shelf = Shelf(tmp_path / "file" / "cache")
    for _ in range(3):
        shelf.cache.keep(OLD)
        shelf.cache.keep_definition(DEFINITION)
    assert caplog.messages == ["the catalogue cannot be kept: Not a directory"]
    assert shelf.cache.catalogue() is None


def test_a_disk_that_is_full_leaves_the_old_catalogue_and_no_half_of_the_new_one(
    filled: Shelf, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        filled.cache.keep(NEW)
    assert caplog.messages == ["the catalogue cannot be kept: No space left on device"]
    assert filled.cache.catalogue() == OLD
    assert not list(filled.directory.glob(".new-*"))


def test_trouble_that_goes_on_is_told_once_and_a_new_one_again(
    filled: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    filled.now += 2 * STALE_AFTER_S
    for _ in range(3):
        filled.cache.catalogue()
    filled.file.write_bytes(b"garbage")
    for _ in range(3):
        filled.cache.catalogue()
    assert len(caplog.records) == 2
    assert {record.levelno for record in caplog.records} == {logging.WARNING}


def test_a_line_in_the_log_has_no_word_of_what_was_found(
    filled: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    damaged(filled.file, lambda whole: whole.replace(b"Meldebescheinigung", b"Canary"))
    assert filled.cache.catalogue() is None
    assert "Canary" not in caplog.text
    assert caplog.messages


# ---------------------------------------------------------------- several processes


def test_readers_among_writers_have_the_one_or_the_other_and_never_a_mixture(filled: Shelf) -> None:
    done = threading.Event()
    seen: list[SignedCatalogue | None] = []

    def read() -> None:
        reader = CatalogueCache(filled.directory, keys(), lambda: NOW)
        while not done.is_set():
            seen.append(reader.catalogue())

    def write(one: SignedCatalogue) -> None:
        writer = CatalogueCache(filled.directory, keys(), lambda: NOW)
        for _ in range(60):
            writer.keep(one)
            writer.keep_definition(DEFINITION)

    reading = [threading.Thread(target=read) for _ in range(2)]
    writing = [threading.Thread(target=write, args=(one,)) for one in (OLD, NEW)]
    for thread in (*reading, *writing):
        thread.start()
    for thread in writing:
        thread.join()
    done.set()
    for thread in reading:
        thread.join()
    assert seen
    assert [each for each in seen if each not in (OLD, NEW)] == []
    assert filled.cache.definition(DIGEST) == DEFINITION
