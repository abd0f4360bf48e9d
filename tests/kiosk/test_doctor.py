"""`kiosk doctor`: each finding, its words, its exit code, and the same for programs."""

import builtins
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from cardreader.part10 import Feature
from cardreader.survey import CardLook, Driver, Reader, Service, Survey
from kiosk import __main__, doctor_command
from kiosk.doctor import Finding, Kind, Weight, diagnose

BASIC = Reader("Basic", CardLook.NONE, Driver("Maker", "Model B", "1.2.3"))
COMFORT = replace(BASIC, name="Comfort", features=(Feature.MODIFY_PIN_DIRECT, Feature.EXECUTE_PACE))


def at(card: CardLook) -> Survey:
    return Survey(Service.RUNNING, (replace(BASIC, card=card),))


CASES: Mapping[Kind, Survey] = {
    Kind.BINDING_MISSING: Survey(Service.NOT_INSTALLED),
    Kind.SERVICE_DOWN: Survey(Service.DOWN),
    Kind.ACCESS_DENIED: Survey(Service.DENIED),
    Kind.NO_READER: Survey(Service.RUNNING),
    Kind.SEVERAL_READERS: Survey(Service.RUNNING, (BASIC, replace(BASIC, name="Other"))),
    Kind.CARD_MUTE: at(CardLook.MUTE),
    Kind.CARD_UNREADABLE: at(CardLook.UNREADABLE),
    Kind.NOT_AN_ID_CARD: at(CardLook.OTHER),
    Kind.EXTENDED_LENGTH: at(CardLook.SHORT_LENGTH_ONLY),
    Kind.IN_USE: at(CardLook.IN_USE),
    Kind.PIN_ON_READER: Survey(Service.RUNNING, (COMFORT,)),
    Kind.PIN_CHANGE_MISSING: Survey(Service.RUNNING, (replace(COMFORT, features=(Feature.EXECUTE_PACE,)),)),
}
NOTES = {
    Kind.SEVERAL_READERS,
    Kind.NOT_AN_ID_CARD,
    Kind.EXTENDED_LENGTH,
    Kind.IN_USE,
    Kind.PIN_ON_READER,
    Kind.PIN_CHANGE_MISSING,
}


def run(survey: Survey, *options: str) -> tuple[int, str]:
    shown: list[str] = []
    return doctor_command.main(["doctor", *options], shown.append, lambda: survey), "\n".join(shown)


def test_every_finding_is_tried_here() -> None:
    assert set(CASES) == set(Kind)


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.value)
def test_each_finding_is_found_alone_and_told(kind: Kind) -> None:
    (finding,) = diagnose(CASES[kind])
    assert finding.kind is kind
    assert finding.weight is (Weight.NOTE if kind in NOTES else Weight.WRONG)
    for words in (finding.problem, finding.advice):
        assert words.endswith(".")
        assert len(words.split()) >= 4
    code, told = run(CASES[kind])
    assert code == (0 if kind in NOTES else 1)
    assert finding.problem in told
    assert finding.advice in told


@pytest.mark.parametrize("card", [CardLook.NONE, CardLook.ID_CARD])
def test_nothing_wrong_is_said_as_well(card: CardLook) -> None:
    assert diagnose(at(card)) == ()
    code, told = run(at(card))
    assert code == 0
    assert told.endswith("Nothing is wrong.")


def test_what_there_is_is_listed() -> None:
    _, told = run(Survey(Service.RUNNING, (replace(COMFORT, card=CardLook.ID_CARD),)))
    assert "Reader: Comfort" in told
    assert "Maker Model B 1.2.3" in told
    assert "MODIFY_PIN_DIRECT, EXECUTE_PACE" in told
    assert "an identity card" in told
    assert "says nothing of itself" in run(Survey(Service.RUNNING, (Reader("Bare", CardLook.NONE),)))[1]


def test_what_is_wrong_stands_before_what_is_worth_knowing() -> None:
    two = Survey(Service.RUNNING, (replace(BASIC, card=CardLook.OTHER), replace(BASIC, card=CardLook.MUTE)))
    kinds = [each.kind for each in diagnose(two)]
    assert kinds == [Kind.CARD_MUTE, Kind.SEVERAL_READERS, Kind.NOT_AN_ID_CARD]
    assert run(two)[1].endswith("1 wrong.")


def test_programs_read_the_same() -> None:
    survey = Survey(Service.RUNNING, (replace(COMFORT, card=CardLook.MUTE),))
    code, told = run(survey, "--json")
    (finding,) = diagnose(survey)
    assert code == 1
    assert json.loads(told) == {
        "service": "running",
        "readers": [
            {
                "name": "Comfort",
                "driver": {"vendor": "Maker", "model": "Model B", "version": "1.2.3"},
                "features": ["MODIFY_PIN_DIRECT", "EXECUTE_PACE"],
                "card": "mute",
            }
        ],
        "findings": [
            {
                "kind": "cardMute",
                "weight": "wrong",
                "problem": finding.problem,
                "advice": finding.advice,
            }
        ],
    }


def test_a_machine_without_the_binding_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    really_import = builtins.__import__

    def without_pyscard(name: str, *rest: object) -> object:
        if name == "cardreader" and rest[2] == ("pcsc_survey",):
            raise ImportError("No module named 'smartcard'")
        return really_import(name, *rest)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(builtins, "__import__", without_pyscard)
    assert doctor_command.look_at_this_machine() == Survey(Service.NOT_INSTALLED)


def test_it_is_a_command_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor_command, "look_at_this_machine", lambda: CASES[Kind.NO_READER])
    monkeypatch.setattr("sys.argv", ["kiosk", "doctor"])
    assert __main__.main() == 1
    assert "No card reader is attached." in capsys.readouterr().out


def test_every_finding_is_documented() -> None:
    document = (Path(__file__).resolve().parents[2] / "docs" / "card-readers.md").read_text(encoding="utf-8")
    for kind, survey in CASES.items():
        finding: Finding = diagnose(survey)[0]
        assert f"| `{kind.value}` | {finding.weight.value} |" in document
