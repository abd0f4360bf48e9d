"""What people who write definitions are told: each mistake once, with its line, its column and a way out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import services_command
from kiosk.services.checking.check import check
from kiosk.services.checking.finding import Weight
from kiosk.services.checking.places import Place, Places
from kiosk.services.checking.readability import grade, sentences, syllables

SHIPPED = Path("resources/catalogue/services/svc_meldebescheinigung.3.json")
EVERY_WIDGET = Path("ui/gallery/every_widget.json")
DEFINITIONS = [*sorted(Path("resources/catalogue/services").glob("*.json")), EVERY_WIDGET]

type Document = dict[str, Any]
type Said = list[tuple[str, str, str]]


def document() -> Document:
    return json.loads(SHIPPED.read_bytes())


def said_of(changed: Document) -> Said:
    """Of each finding its weight, its pointer and its problem."""
    found = check(json.dumps(changed, indent=1).encode())
    return [(each.finding.weight.value, each.finding.pointer, each.finding.problem) for each in found]


@pytest.mark.parametrize("file", DEFINITIONS, ids=lambda file: file.stem)
def test_nothing_is_wrong_with_what_is_shipped(file: Path) -> None:
    assert [each.finding for each in check(file.read_bytes()) if each.is_mistake] == []


# ---------------------------------------------------------------- where


def test_the_place_is_the_one_that_an_editor_shows() -> None:
    text = '{\n  "a": [1, {"b/c": "x\\n\\"y"},\n    null],\n  "d": {}, "é": true\n}\n'
    assert Places.of(text).at == {
        "": Place(1, 1),
        "/a": Place(2, 8),
        "/a/0": Place(2, 9),
        "/a/1": Place(2, 12),
        "/a/1/b~1c": Place(2, 20),
        "/a/2": Place(3, 5),
        "/d": Place(4, 8),
        "/é": Place(4, 17),
    }


def test_what_is_missing_is_found_at_what_is_around_it() -> None:
    assert Places.of('{\n "a": {}}').find("/a/b/c") == Place(2, 7)
    assert Places.of("[]").find("/x") == Place(1, 1)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON, st.sampled_from([None, 1, 4]))
def test_every_value_of_any_document_has_its_place(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    lines = text.split("\n")
    decoder = json.JSONDecoder()
    for pointer, place in Places.of(text).at.items():
        here = "\n".join([lines[place.line - 1][place.column - 1 :], *lines[place.line :]])
        assert decoder.raw_decode(here)[0] == looked_up(value, pointer)


def looked_up(value: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


@pytest.mark.parametrize(
    ("content", "place", "problem"),
    [
        (b'{\n "a": 1,\n}', Place(2, 8), "this is no JSON"),
        (b"", Place(1, 1), "this is no JSON"),
        (b"\xff", Place(1, 1), "this is no UTF-8"),
    ],
)
def test_what_cannot_be_read_at_all(content: bytes, place: Place, problem: str) -> None:
    (found,) = check(content)
    assert problem in found.finding.problem
    assert (found.place, found.is_mistake) == (place, True)


@given(JSON)
def test_whatever_the_file_holds_nothing_breaks(value: Any) -> None:
    assert any(each.is_mistake for each in check(json.dumps(value).encode()))


# ---------------------------------------------------------------- what


def test_several_mistakes_are_told_in_one_go() -> None:
    broken = document()
    broken["steps"][1]["elements"][0]["widget"] = "choiceCrads"
    broken["steps"][2]["visible"]["scope"] = "/purpse"
    broken["steps"][5]["elements"][0]["scope"] = "/copis"
    broken["duration"]["unit"] = "years"
    broken["prefill"][0]["from"] = 7
    broken["colour"] = "red"
    del broken["privacy"]
    assert {(pointer, problem) for _, pointer, problem in said_of(broken)} == {
        ("", "the member 'privacy' is missing"),
        ("/duration/unit", "'years' is not known here"),
        ("/prefill/0/from", "this is a number"),
        ("/steps/1/elements/0/widget", "'choiceCrads' is not known here"),
        ("/steps/2/visible/scope", "the data schema knows no '/purpse'"),
        ("/steps/5/elements/0/scope", "the data schema knows no '/copis'"),
        ("/colour", "the member 'colour' is not known here"),
    }


def _no_english(broken: Document) -> None:
    del broken["steps"][1]["help"]["en"]


def _contradiction(broken: Document) -> None:
    both = [{"scope": "/purpose", "schema": {"const": value}} for value in ("authority", "pension")]
    broken["steps"][2]["visible"] = {"all": both}


def _never_offered(broken: Document) -> None:
    broken["steps"][4]["elements"][0]["visible"] = {"scope": "/kind", "schema": {"const": "extnded"}}


def _hangs_on_what_is_hidden(broken: Document) -> None:
    broken["steps"][4]["visible"] = {
        "all": [
            {"scope": "/authority", "schema": {"minLength": 1}},
            {"scope": "/purpose", "schema": {"const": "private"}},
        ]
    }


def _nobody_is_asked(broken: Document) -> None:
    broken["dataSchema"]["properties"]["weather"] = {"type": "string"}
    broken["steps"][4]["visible"] = {"scope": "/weather", "schema": {"minLength": 1}}


def _fee_without_a_law(broken: Document) -> None:
    del broken["fees"][0]["legalBasis"]


def _fee_never_charged(broken: Document) -> None:
    broken["fees"][0]["when"] = {"scope": "/purpose", "schema": {"const": "gift"}}


def _default_too_large(broken: Document) -> None:
    broken["dataSchema"]["properties"]["copies"]["default"] = 7


def _attachment_without_a_reason(broken: Document) -> None:
    broken["attachments"] = [
        {
            "slot": "letter",
            "title": {"de": "Brief", "en": "Letter"},
            "accept": ["application/pdf"],
            "maxBytes": 1000,
            "maxFiles": 1,
            "sources": ["scanner"],
        }
    ]


def _limits_that_nobody_reads(broken: Document) -> None:
    broken["dataSchema"]["properties"]["authority"]["notBefore"] = "today"


MISTAKES: list[tuple[Callable[[Document], None], str, str]] = [
    (_no_english, "/steps/1/help", "the language 'en' is missing"),
    (_contradiction, "/steps/2/visible", "'authority' can never be visible"),
    (_never_offered, "/steps/4/elements/0", "'/extras' can never be visible"),
    (_hangs_on_what_is_hidden, "/steps/4/visible", "'extras' can never be visible"),
    (_nobody_is_asked, "/steps/4/visible", "nobody is asked for '/weather'"),
    (_fee_without_a_law, "/fees/0", "has no legal basis"),
    (_fee_never_charged, "/fees/0/when", "is never charged"),
    (_default_too_large, "/dataSchema/properties/copies", "the default 7 of '/copies' is not offered"),
    (_attachment_without_a_reason, "/attachments/0", "nobody is told why 'letter' is needed"),
    (_limits_that_nobody_reads, "/dataSchema/properties/authority", "are not held to"),
]


@pytest.mark.parametrize(
    ("change", "pointer", "problem"), MISTAKES, ids=[change.__name__[1:] for change, _, _ in MISTAKES]
)
def test_a_mistake_that_reads_well_is_found(
    change: Callable[[Document], None], pointer: str, problem: str
) -> None:
    broken = document()
    change(broken)
    said = [(at, what) for weight, at, what in said_of(broken) if weight == Weight.MISTAKE.value]
    assert [at for at, what in said if problem in what] == [pointer]


def test_what_might_be_visible_is_never_called_unreachable() -> None:
    harmless = document()
    harmless["steps"][4]["elements"][0]["visible"] = {
        "any": [
            {"scope": "/authority", "schema": {"pattern": "^x"}},
            {"not": {"scope": "/authority", "schema": {"pattern": "^x"}}},
        ]
    }
    assert said_of(harmless) == []


# ---------------------------------------------------------------- how it reads


def test_long_sentences_and_half_a_language_are_advice() -> None:
    changed = document()
    changed["title"]["tr"] = "İkametgâh belgesi"
    changed["about"]["de"] = "Wir " + "prüfen und " * 8 + "drucken. Fertig."
    assert [(weight, pointer) for weight, pointer, _ in said_of(changed)] == [
        ("advice", ""),
        ("advice", "/about/de"),
    ]
    problems = " ".join(problem for _, _, problem in said_of(changed))
    assert "'tr' is not complete: 1 of" in problems
    assert "has 18 words" in problems


HARD = (
    "Die Verwaltungsgebührenordnung berücksichtigt einkommensabhängige Ermäßigungstatbestände. "
    "Leistungsberechtigte Antragstellende erhalten Gebührenbefreiungen. "
    "Entsprechende Nachweisunterlagen verbleiben anschließend vorübergehend archiviert. "
    "Weitergehende Auskünfte erteilen ausschließlich zuständige Sachbearbeitende. "
) * 2
EASY = (
    "Sie brauchen ein Blatt Papier vom Amt. Das Blatt sagt: Sie wohnen hier. Das Amt druckt es gleich. " * 3
)


def test_easy_german_has_to_be_easy() -> None:
    changed = document()
    changed["about"]["de-x-leicht"] = HARD
    hard = [problem for _, pointer, problem in said_of(changed) if pointer == "/about/de-x-leicht"]
    assert len([each for each in hard if "as hard as school grade" in each]) == 1
    changed["about"]["de-x-leicht"] = EASY
    assert [pointer for _, pointer, _ in said_of(changed)] == [""], "only that the others are missing"


def test_grades_rise_with_long_words_and_long_sentences() -> None:
    assert grade(EASY) < 4
    assert grade(HARD) > 12
    assert grade("") == 0


@pytest.mark.parametrize(("word", "count"), [("Amt", 1), ("Karte", 2), ("Ausweis", 2), ("Anmeldung", 3)])
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_short_forms_end_no_sentence() -> None:
    assert len(sentences("Bringen Sie z. B. Ihren Ausweis mit. Es dauert ca. 5 Minuten.")) == 2


# ---------------------------------------------------------------- the command


def test_the_command_leads_editors_to_the_place(tmp_path: Path) -> None:
    broken = document()
    del broken["fees"][0]["legalBasis"]
    file = tmp_path / "service.json"
    file.write_text(json.dumps(broken, indent=2), encoding="utf-8")
    lines: list[str] = []
    said: list[str] = []
    code = services_command.main(["services", "check", str(SHIPPED), str(file)], said.append, lines.append)
    assert code == 1
    number = file.read_text(encoding="utf-8").splitlines().index('  "fees": [') + 2
    problem, advice = "the fee 'base' has no legal basis", 'add "legalBasis": the law or statute that sets it'
    assert lines == [f"{file}:{number}:5: mistake: /fees/0: {problem}; {advice}"]
    assert said == ["2 files: 1 mistake, 0 to think about."]


def test_the_command_is_content_with_what_is_shipped_and_names_what_is_not_there(tmp_path: Path) -> None:
    said: list[str] = []
    assert services_command.main(["services", "check", str(SHIPPED)], said.append, said.append) == 0
    missing = tmp_path / "nothing.json"
    assert services_command.main(["services", "check", str(missing)], said.append, said.append) == 2
    assert services_command.main(["services", "preview", str(missing)], said.append, said.append) == 2
    assert said[1:] == [
        f"{missing} cannot be read: No such file or directory.",
        f"{missing} cannot be read: there is no such file.",
    ]
