"""The watch over the logs sees what it should, wherever in a record it stands, and nothing else."""

import logging

import pytest

from sandbox.id_card.personas import load_personas
from tests.log_watch import LogWatch, words_of

WORDS = words_of(load_personas().values())


@pytest.fixture
def watch() -> LogWatch:
    return LogWatch(WORDS)


def _record(message: object, *arguments: object, error: BaseException | None = None) -> logging.LogRecord:
    raised = (type(error), error, None) if error is not None else None
    return logging.LogRecord("kiosk.test", logging.DEBUG, "file", 7, message, arguments, raised)


@pytest.mark.parametrize(
    "record",
    [
        _record("the PIN was 123456"),
        _record("the PIN was %s", "123456"),
        _record("the PIN was %s", b"123456"),
        _record("%s too few", "MUSTERMANN Mustermann"),
        _record("crashed", error=ValueError("no street Kortumstraße 112")),
        _record("canary-words"),
        _record("field Canary-Family"),
    ],
)
def test_what_is_personal_is_seen(watch: LogWatch, record: logging.LogRecord) -> None:
    watch.emit(record)
    assert len(watch.found) == 1
    assert not any(word in watch.found[0] for word in WORDS)


@pytest.mark.parametrize("message", ["number 91234567", "Bochum is a city", "the PIN was wrong"])
def test_what_is_not_personal_is_not(watch: LogWatch, message: str) -> None:
    watch.emit(_record(message))
    assert watch.found == []


def test_every_persona_is_watched() -> None:
    for each in load_personas().values():
        assert {each.pin, each.can, each.puk} & WORDS >= {each.can, each.puk}


def test_a_librarys_chatter_is_seen_and_goes_no_further(watch: LogWatch) -> None:
    assert not watch.filter_of_library(_record("GET /people?name=Mustermann"))
    assert watch.found == ["kiosk.test, None, line 7"]
