"""The generic step of a form: choosing, ticking, typing, counting, and what is said when it is wrong."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playing import Play, with_form
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from seeing import called, find, sample, shown, tap, words

from kiosk.services import form as forms
from kiosk.services.reading import read_definition
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Language, Preferences, TextSize
from kiosk.session.states import NothingOver
from tests.samples import TODAY
from ui.gallery.render import LANDSCAPE, PORTRAIT

ENGLISH = Preferences(language=Language.ENGLISH)


def press(play: Play, *names: str) -> None:
    for name in names:
        tap(play, called(play, name))


def type_by_keys(play: Play, text: str) -> None:
    """Type as a visitor does: press the capital key when the letter is not there."""
    for letter in text:
        there = {each.objectName() for each in shown(play, "TypeKey")}
        if f"key:{letter}" not in there:
            press(play, "key:shift")
        press(play, f"key:{letter}")


# ---------------------------------------------------------------- cards


def test_choosing_a_card_is_one_event_and_moves_the_mark(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-purpose")
    assert called(play, "choice:/purpose:pension").property("chosen") is True
    press(play, "choice:/purpose:private")
    assert play.events == [ev.Answered("/purpose", "private")]
    assert called(play, "choice:/purpose:private").property("chosen") is True
    assert called(play, "choice:/purpose:pension").property("chosen") is False


def test_what_is_missing_is_said_only_after_going_on(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-purpose-missing")
    assert isinstance(play.visit.scene, st.FillIn)
    play.start(with_form(sample("FillIn-purpose", ENGLISH).visit, play.form(), "purpose"))
    assert "Please choose one answer." not in words(play)
    press(play, "primary")
    assert play.events == [ev.Continue()]
    assert "Please choose one answer." in words(play)
    press(play, "choice:/purpose:pension")
    assert "Please choose one answer." not in words(play)
    press(play, "primary")
    assert play.events[-1:] == [ev.Continue()]
    assert len(play.events) == 3
    assert isinstance(play.visit.scene, st.FillIn)
    assert play.visit.scene.step_id == "kind"


def test_ticked_cards_keep_the_order_of_the_cards(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-extras")
    press(play, "check:/extras:children", "check:/extras:religion", "check:/extras:nationality")
    assert [each.value for each in play.events if isinstance(each, ev.Answered)] == [
        ["maritalStatus", "nationality", "children"],
        ["maritalStatus", "religion", "nationality", "children"],
        ["maritalStatus", "religion", "children"],
    ]
    assert called(play, "check:/extras:children").property("chosen") is True
    assert called(play, "check:/extras:nationality").property("chosen") is False


def test_the_price_at_the_end_of_a_card_is_the_services_own_word(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-purpose")
    assert "9 euros (sample value)" in words(play)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize(
    "name", ["FillIn-purpose", "FillIn-purpose-missing", "FillIn-extras", "FillIn-copies", "Review"]
)
def test_every_step_fits_one_page_in_the_usual_size(
    open_stage: Callable[..., Play], name: str, size: tuple[int, int]
) -> None:
    play = open_stage(name, Preferences(), size)
    pages = shown(play, "Answers")[0].property("pages")
    assert pages == 1 or (name == "Review" and size == LANDSCAPE)


# ---------------------------------------------------------------- text


def test_typing_with_the_terminals_own_keyboard(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-authority", Preferences())
    for _ in "Amtsgericht Bochum":
        press(play, "key:delete")
    assert "authority" not in play.contents()
    before = len(play.events)
    type_by_keys(play, "Jugendamt Köln-Süd, Straße 1 & 2ß")
    assert play.contents()["authority"] == "Jugendamt Köln-Süd, Straße 1 & 2ß"
    assert len(play.events) - before == len("Jugendamt Köln-Süd, Straße 1 & 2ß")
    assert find(play, "TextEntry").property("value") == "Jugendamt Köln-Süd, Straße 1 & 2ß"


def test_the_first_letter_is_a_capital_by_itself(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-authority", Preferences())
    for _ in "Amtsgericht Bochum":
        press(play, "key:delete")
    press(play, "key:A", "key:m", "key:delete", "key:delete", "key:B", "key:b")
    assert play.contents()["authority"] == "Bb"


def test_english_keys_with_german_letters(open_stage: Callable[..., Play]) -> None:
    def row_of(play: Play, letter: str) -> float:
        return called(play, f"key:{letter}").mapToScene(QPointF(0, 0)).y()

    german = open_stage("FillIn-authority", Preferences())
    assert row_of(german, "z") < row_of(german, "y")
    english = open_stage("FillIn-authority")
    assert row_of(english, "y") < row_of(english, "z")
    type_by_keys(english, "äöüß")
    assert english.contents()["authority"] == "Amtsgericht Bochumäöüß"


def test_a_real_keyboard_types_as_well(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-authority")
    for letter in " Nord":
        QTest.keyClick(play.app.window, letter)
    play.settle()
    assert play.contents()["authority"] == "Amtsgericht Bochum Nord"
    QTest.keyClick(play.app.window, Qt.Key.Key_Backspace)
    play.settle()
    assert play.contents()["authority"] == "Amtsgericht Bochum Nor"


def test_no_more_is_typed_than_there_is_room_for(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-authority")
    full = forms.answer(play.form(), "/authority", "x" * 119)
    play.start(with_form(play.visit, full, "authority"))
    press(play, "key:y", "key:z", "key:z")
    assert play.contents()["authority"] == "x" * 119 + "y"
    assert len(play.events) == 1


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_too_short_a_text_is_said_in_plain_words(
    open_stage: Callable[..., Play], size: tuple[int, int]
) -> None:
    play = open_stage("FillIn-authority", ENGLISH, size)
    short = forms.answer(play.form(), "/authority", "A")
    play.start(with_form(play.visit, short, "authority"))
    said = "This is too short. Please type at least 2 letters."
    assert said not in words(play)
    press(play, "primary")
    assert words(play).count(said) == 1
    type_by_keys(play, "g")
    assert said not in words(play)
    assert find(play, "TextEntry").property("problem") == ""


# ---------------------------------------------------------------- numbers


def test_counting_stops_at_the_limits_and_says_why(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-copies")
    press(play, "plus:/copies")
    assert play.contents()["copies"] == 3
    assert "Not more than 3" in words(play)
    press(play, "plus:/copies")
    assert play.events == [ev.Answered("/copies", 3)]
    press(play, "minus:/copies", "minus:/copies")
    assert play.contents()["copies"] == 1
    assert "Not less than 1" in words(play)
    assert "Not more than 3" not in words(play)


def test_what_is_paid_for_is_reckoned_at_once(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-copies")
    assert "This will probably cost 18 euros." in words(play)
    press(play, "plus:/copies")
    assert "This will probably cost 27 euros." in words(play)
    free = forms.answer(play.form(), "/purpose", "pension")
    play.start(with_form(play.visit, free, "copies"))
    assert not [each for each in words(play) if "probably" in each]


def test_a_change_from_the_review_goes_back_there(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-copies")
    assert called(play, "primary").property("label") == "Keep it so"
    press(play, "primary")
    assert play.events == [ev.Continue()]
    assert isinstance(play.visit.scene, st.Pricing)


# ---------------------------------------------------------------- several questions in one step


def several(first: str = "yes") -> st.Visit:
    """A service nobody offers: one step with cards, a number and two texts."""
    visit = sample("FillIn-purpose", ENGLISH).visit
    definition = read_definition(json.loads(_EXAMPLE.read_text(encoding="utf-8")), strict=True)
    form = forms.answer(forms.start(definition, {}, frozenset(), TODAY), "/first", first)
    return with_form(visit, form, "more")


_EXAMPLE = Path(__file__).with_name("several_questions.json")


def test_one_keyboard_at_a_time(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-purpose")
    play.start(several())
    assert not shown(play, "Keyboard")
    press(play, "text:/name")
    assert len(shown(play, "Keyboard")) == 1
    type_by_keys(play, "Eva")
    press(play, "nextPage", "text:/note")
    assert len(shown(play, "Keyboard")) == 1
    type_by_keys(play, "Ja")
    assert (play.contents()["name"], play.contents()["note"]) == ("Eva", "Ja")


def test_each_question_of_several_has_its_name_above_it(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-purpose")
    play.start(several())
    assert {"Farben", "Name", "Notiz"} <= set(words(play))


def test_the_page_with_the_problem_is_shown(open_stage: Callable[..., Play]) -> None:
    largest = Preferences(language=Language.ENGLISH, text_size=TextSize.LARGEST)
    play = open_stage("FillIn-purpose", largest)
    visit = several()
    play.start(st.Visit(largest, visit.reader, visit.scene, NothingOver()))
    answers = shown(play, "Answers")[0]
    assert answers.property("pages") > 1
    for _ in range(answers.property("pages") - 1):
        press(play, "nextPage")
    press(play, "primary")
    assert "Please choose at least one answer." in words(play)
    assert answers.property("page") == 0


def test_a_question_that_is_ruled_out_says_so(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-purpose")
    play.start(several("no"))
    assert "With your other answers, this is not needed." in words(play)
    assert not shown(play, "Stepper")
    play.start(several("yes"))
    assert shown(play, "Stepper")
