"""The watch over what is written sees what it should, wherever it stands, whoever wrote it, and no more."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sandbox.id_card.personas import load_personas
from tests.log_watch import FOLDER, WORDS, LogWatch
from tests.watched_words import expression_of, words_of

PERSONAS = load_personas()
FORBIDDEN = words_of(PERSONAS.values())
NAME = PERSONAS["erika"].holder.family_names


@pytest.fixture
def watch(tmp_path: Path) -> LogWatch:
    (tmp_path / WORDS).write_text(expression_of(FORBIDDEN), encoding="utf-8")
    return LogWatch(tmp_path)


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
    watch.look(record)
    found = watch.take_found()
    assert found == ["kiosk.test, None, line 7"]
    assert watch.take_found() == []


@pytest.mark.parametrize("message", ["number 91234567", "Bochum is a city", "the PIN was wrong"])
def test_what_is_not_personal_is_not(watch: LogWatch, message: str) -> None:
    watch.look(_record(message))
    assert watch.take_found() == []


def test_every_persona_is_watched() -> None:
    for each in PERSONAS.values():
        assert {each.pin, each.can, each.puk} & FORBIDDEN >= {each.can, each.puk}


# ---------------------------------------------------------------- processes


def run(folder: Path, program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, FOLDER: str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "program",
    [
        "import logging; logging.getLogger('kiosk.anywhere').debug('%s', NAME)",
        "import logging; logging.getLogger('urllib3.connectionpool').debug('GET /?name=' + NAME)",
        "import logging; logging.basicConfig(level=20); logging.getLogger('sandbox').info(NAME)",
        "print(NAME)",
        "import sys; print(NAME, file=sys.stderr)",
        "raise ValueError(NAME)",
        "import os; os.fork() or print(NAME)",
        f"import subprocess; subprocess.run([{sys.executable!r}, '-c', 'print({NAME!r})'])",
    ],
    ids=["log", "library", "sandbox", "stdout", "stderr", "crash", "fork", "grandchild"],
)
def test_what_a_process_writes_is_seen(watch: LogWatch, tmp_path: Path, program: str) -> None:
    run(tmp_path, f"NAME = {NAME!r}\n{program}")
    found = watch.take_found()
    assert found
    assert NAME not in "".join(found)


def test_the_watch_changes_nothing_that_a_process_writes(watch: LogWatch, tmp_path: Path) -> None:
    program = """
import logging
logging.getLogger("kiosk").debug("nobody reads this")
logging.getLogger("kiosk").warning("before")
logging.basicConfig(level=logging.INFO, format="%(message)s")
logging.getLogger("kiosk").debug("nor this")
logging.getLogger("kiosk").info("after")
print("told", len(logging.getLogger().handlers))
"""
    done = run(tmp_path, program)
    assert (done.stderr, done.stdout) == ("before\nafter\n", "told 1\n")
    assert watch.take_found() == []
