"""The journal: names and codes, never values, and nothing for a touch that changes no screen."""

import dataclasses
import socket
from pathlib import Path

import pytest

from kiosk import journal
from kiosk.bochum_id.values import Catalogue, LocalisedText
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language
from kiosk.session.step import begin

OFFICE = LocalisedText.of({"de": "CANARY"})
CATALOGUE = Catalogue("CANARY", OFFICE, OFFICE, (), ())


def at(scene: st.Scene) -> st.Visit:
    return dataclasses.replace(begin().visit, scene=scene)


START = at(st.Start(CATALOGUE))
TOPICS = at(st.ChooseTopic(CATALOGUE))


def test_a_line_says_which_screen_followed_which() -> None:
    line = journal.line(START, ev.Continue(), TOPICS)
    assert line is not None
    assert str(line) == "Start -Continue-> ChooseTopic"
    assert dict(line.fields())["KIOSK_AFTER"] == "ChooseTopic"
    assert dict(line.fields())["PRIORITY"] == "6"


def test_an_overlay_is_named() -> None:
    covered = dataclasses.replace(START, overlay=st.LanguageChoice())
    assert (
        str(journal.line(START, ev.LanguageAsked(), covered))
        == "Start -LanguageAsked-> Start under LanguageChoice"
    )
    assert str(journal.line(covered, ev.OverlayClosed(), START)) == "Start -OverlayClosed-> Start"


@pytest.mark.parametrize(
    "event",
    [
        ev.Answered("/name", "CANARY"),
        ev.LanguageChosen(Language.ENGLISH),
        ev.Continue(),
        ev.Declared(accepted=True),
    ],
)
def test_what_changes_no_screen_is_no_line(event: ev.Event) -> None:
    assert journal.line(START, event, START) is None


def test_a_failure_is_named_by_its_code() -> None:
    failed = at(st.Failed(Failure.CARD_REMOVED, st.StartOver()))
    line = journal.line(START, ev.Failing(Failure.CARD_REMOVED), failed)
    assert str(line) == "Start -Failing-> Failed KA-10"
    assert line is not None
    assert dict(line.fields())["PRIORITY"] == "4"


def test_a_failure_that_changes_no_screen_is_a_line_all_the_same() -> None:
    line = journal.line(START, ev.Failing(Failure.BACKEND_UNREACHABLE), START)
    assert str(line) == "Start -Failing-> Start BI-50"


def test_a_crash_is_named_by_what_the_citizen_sees() -> None:
    failed = at(st.Failed(Failure.TERMINAL_FAULT, st.StartOver()))
    assert (
        str(journal.line(START, ev.EffectCrashed("Price"), failed)) == "Start -EffectCrashed-> Failed TE-90"
    )


AWAY = st.CityClosed(Failure.BACKEND_UNREACHABLE)
FROM_CACHE = ev.PreparedFromCache(CATALOGUE, Failure.BACKEND_UNREACHABLE)


def test_an_outage_is_told_when_it_begins_and_when_it_ends_and_not_at_every_try() -> None:
    cut_off = dataclasses.replace(START, city=AWAY)
    began = journal.line(START, FROM_CACHE, cut_off)
    assert str(began) == "Start -PreparedFromCache-> Start BI-50"
    assert began is not None
    assert dict(began.fields())["PRIORITY"] == "4"
    assert journal.line(cut_off, FROM_CACHE, cut_off) is None
    assert str(journal.line(cut_off, ev.Prepared(CATALOGUE), START)) == "Start -Prepared-> Start"
    assert journal.line(START, ev.Prepared(CATALOGUE), START) is None


def test_another_cause_of_the_same_outage_is_told_too() -> None:
    cut_off = dataclasses.replace(START, city=AWAY)
    forged = dataclasses.replace(START, city=st.CityClosed(Failure.BACKEND_UNTRUSTED))
    line = journal.line(cut_off, ev.PreparedFromCache(CATALOGUE, Failure.BACKEND_UNTRUSTED), forged)
    assert str(line) == "Start -PreparedFromCache-> Start BI-55"


def test_no_value_of_the_visit_shows() -> None:
    line = journal.line(START, ev.TopicChosen("CANARY"), TOPICS)
    assert "CANARY" not in repr(line)


def test_it_speaks_journald(tmp_path: Path) -> None:
    place = tmp_path / "socket"
    line = journal.line(START, ev.Continue(), TOPICS)
    assert line is not None
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as journald:
        journald.bind(str(place))
        journald.settimeout(5)
        journal.write_to_journald(line, place)
        received = journald.recv(4096).decode().splitlines()
    assert "MESSAGE=Start -Continue-> ChooseTopic" in received
    assert "KIOSK_EVENT=Continue" in received
    assert all("=" in field for field in received)


def test_a_journal_that_is_gone_never_stops_a_visit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep = journal.journal(lambda line: journal.write_to_journald(line, tmp_path / "nobody"))
    keep(START, ev.Continue(), TOPICS)
    keep(START, ev.Continue(), START)
    assert capsys.readouterr().err == "Start -Continue-> ChooseTopic\n"
