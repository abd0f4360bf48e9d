"""Each kind of question by finger: dates in boxes, streets that are offered, keys for what is typed."""

import json
from collections.abc import Callable

import pytest
from playing import Play
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from seeing import called, find, sample, shown, tap, words

from kiosk.services.days import typed
from kiosk.session import states as st
from kiosk.session.preferences import Language, Preferences, TextSize
from ui.gallery.render import LANDSCAPE, PORTRAIT

ENGLISH = Preferences(language=Language.ENGLISH)
WINDOWS = [PORTRAIT, LANDSCAPE]
KEY_MM = 12.7


def press(play: Play, *names: str) -> None:
    for name in names:
        tap(play, called(play, name))


def keys(play: Play) -> set[str]:
    return {each.objectName().removeprefix("key:") for each in shown(play, "TypeKey")}


def digits(play: Play, text: str) -> None:
    press(play, *(f"key:{digit}" for digit in text))


def boxes(play: Play) -> tuple[str, ...]:
    """The digits in the three boxes of a date."""
    entry = find(play, "DateEntry")
    return entry.property("day"), entry.property("month"), entry.property("year")


# ---------------------------------------------------------------- dates


def test_a_date_is_typed_from_box_to_box(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-moved")
    assert find(play, "DateEntry").property("here") == 0
    digits(play, "09112025")
    assert boxes(play) == ("09", "11", "2025")
    assert play.contents()["moved"] == "2025-11-09"


def test_a_digit_that_none_can_follow_leads_on(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-moved")
    digits(play, "4")
    assert find(play, "DateEntry").property("here") == 1
    digits(play, "112026")
    assert boxes(play) == ("4", "11", "2026")
    assert play.contents()["moved"] == "2026-11-04"
    press(play, "day:/moved:0")
    digits(play, "23")
    assert play.contents()["moved"] == "2026-11-23", "a full box begins anew"


def test_deleting_goes_back_through_the_boxes(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-moved")
    digits(play, "0911")
    press(play, "key:delete", "key:delete", "key:delete")
    assert boxes(play) == ("0", "", "")
    press(play, "key:delete", "key:delete")
    assert boxes(play) == ("", "", "")
    assert "moved" not in play.contents()


def test_a_real_keyboard_fills_the_boxes_as_well(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-moved")
    called(play, "day:/moved:0").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    for key in "05":
        QTest.keyClick(play.app.window, key)
    play.settle()
    called(play, "day:/moved:2").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(play.app.window, "2")
    QTest.keyClick(play.app.window, Qt.Key.Key_Backspace)
    QTest.keyClick(play.app.window, "1")
    play.settle()
    assert boxes(play) == ("05", "", "1")


@pytest.mark.parametrize("window", WINDOWS, ids=["portrait", "landscape"])
def test_a_day_too_late_is_told_with_the_last_that_is_possible(
    open_stage: Callable[..., Play], window: tuple[int, int]
) -> None:
    play = open_stage("FillIn-moved", ENGLISH, window)
    digits(play, "24112026")
    assert not find(play, "DateEntry").property("wrong")
    press(play, "primary")
    assert words(play).count("This day is too late. Possible until 23 November 2026.") == 1
    press(play, "day:/moved:0")
    digits(play, "23")
    assert not find(play, "DateEntry").property("wrong")
    press(play, "primary")
    assert isinstance(play.visit.scene, st.FillIn)
    assert play.visit.scene.step_id == "born"


def test_a_year_may_be_enough(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-born")
    assert "You may leave the day and the month empty." in words(play)
    press(play, "day:/born:2")
    digits(play, "1948")
    assert play.contents()["born"] == "1948-XX-XX"
    assert typed("..1948") == boxes(play)


# ---------------------------------------------------------------- addresses


@pytest.mark.parametrize("window", WINDOWS, ids=["portrait", "landscape"])
def test_a_street_is_tapped_after_a_few_letters(
    open_stage: Callable[..., Play], window: tuple[int, int]
) -> None:
    play = open_stage("FillIn-home", ENGLISH, window)
    assert "Type the first letters." in words(play)
    press(play, "key:K", "key:o", "key:r")
    press(play, "word:Kortumstraße")
    address = play.contents()["home"]
    assert address == {"street": "Kortumstraße", "postcode": "44787", "city": "Bochum"}
    press(play, "key:1", "key:2")
    assert play.contents()["home"] == address | {"houseNumber": "12"}  # type: ignore[operator]  # a JSON object
    answers = shown(play, "Answers")[0]
    press(play, *["nextPage"] * (answers.property("pages") - 1 - answers.property("page")), "primary")
    assert isinstance(play.visit.scene, st.FillIn)
    assert play.visit.scene.step_id == "moved"


def test_another_street_takes_the_postcode_with_it(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-home-right")
    assert "44787 Bochum" in words(play)
    press(play, "text:/home/street", "key:delete")
    assert "postcode" not in json.loads(json.dumps(play.contents()["home"]))
    assert "44787 Bochum" not in words(play)


def test_a_street_that_nobody_knows_needs_a_postcode(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-home")
    press(play, *(f"key:{letter}" for letter in "Xxyy"))
    assert "Please type the whole name." in words(play)
    assert "Postcode" not in words(play)
    press(play, "text:/home/houseNumber", "key:7")
    assert "Postcode" in words(play)
    press(play, "text:/home/postcode")
    assert keys(play) == {*"1234567890", "delete"}
    digits(play, "44801")
    assert play.contents()["home"] == {
        "street": "Xxyy",
        "houseNumber": "7",
        "postcode": "44801",
        "city": "Bochum",
    }


def test_an_address_elsewhere_is_typed_freely(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-home-right")
    press(play, "check:/home:elsewhere")
    assert {"Postcode", "Town"} <= set(words(play))
    press(play, "text:/home/city", "key:H", "key:e")
    assert play.contents()["home"] == {"street": "Kortumstraße", "houseNumber": "12a", "city": "He"}
    press(play, "check:/home:elsewhere")
    assert play.contents()["home"] == {
        "street": "Kortumstraße",
        "houseNumber": "12a",
        "postcode": "44787",
        "city": "Bochum",
    }


def test_the_long_street_says_which_postcodes_it_has(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-home")
    press(play, *(f"key:{letter}" for letter in "Jos"), "word:Josephinenstraße", "text:/home/postcode")
    assert "In this street: 44791 / 44807" in words(play)


# ---------------------------------------------------------------- keys


def test_an_account_is_grouped_as_it_is_typed(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-account")
    assert keys(play) == {*"1234567890QWERTYUIOPASDFGHJKLZXCVBNM", "delete"}
    digits(play, "DE021203")
    assert find(play, "TextEntry").property("value") == "DE02 1203"
    digits(play, "0")
    assert find(play, "TextEntry").property("value") == "DE02 1203 0"
    press(play, "key:delete", "key:delete")
    assert find(play, "TextEntry").property("value") == "DE02 120"
    digits(play, "300000000202051")
    press(play, "primary")
    assert isinstance(play.visit.scene, st.FillIn)
    assert play.visit.scene.step_id == "area"


def test_a_wrong_account_is_told_in_plain_words(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-account-wrong")
    assert "This IBAN is not right. Please compare it with your card." in words(play)


def test_a_number_has_a_comma_and_its_unit(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-area")
    assert keys(play) == {*"1234567890,", "delete"}
    assert "square metres" in words(play)
    digits(play, "64,5")
    assert play.contents()["area"] == 6450
    press(play, "key:delete", "key:delete")
    assert find(play, "TextEntry").property("value") == "64"
    press(play, "key:delete", "primary")
    assert "At least 10.00 square metres, please." in words(play)


def test_mail_and_telephone_have_the_keys_that_they_need(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-contact")
    press(play, "text:/email")
    assert {"@", ".", "-", "_", "+", ".de", ".com"} <= keys(play)
    assert not {"shift", "ä", "ß", " "} & keys(play)
    press(play, "key:a", "key:@", "key:b", "key:.de")
    assert play.contents()["email"] == "a@b.de"
    press(play, "text:/phone")
    assert keys(play) == {*"1234567890+", "delete"}
    digits(play, "+49")
    assert play.contents()["phone"] == "+49"


def test_letters_with_accents_are_one_or_two_keys_away(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-authority")
    found = set()
    for _ in range(3):
        found |= keys(play)
        press(play, "key:layer")
    assert set("áéñçłşğıİőșţžåæøëàê’'") <= found
    press(play, "key:layer", "key:ł", "key:shift", "key:É", "key:layer", "key:ž", "key:layer", "key:a")
    assert play.contents()["authority"] == "Amtsgericht BochumłÉža"


def test_the_key_that_turns_the_layers_keeps_the_focus(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-authority")
    called(play, "key:layer").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QTest.keyClick(play.app.window, Qt.Key.Key_Return)
        play.settle()
        assert play.app.window.activeFocusItem().objectName() == "key:layer"


# ---------------------------------------------------------------- yes, no and consent


def test_yes_and_no_are_two_cards(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-shared")
    press(play, "choice:/shared:true")
    assert play.contents()["shared"] is True
    press(play, "choice:/shared:false")
    assert play.contents()["shared"] is False
    assert called(play, "choice:/shared:true").property("chosen") is False


def test_without_the_tick_nothing_goes_on(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-agreed")
    press(play, "primary")
    assert "Without your tick we cannot go on." in words(play)
    press(play, "check:/agreed:true")
    assert play.contents()["agreed"] is True
    assert "Without your tick we cannot go on." not in words(play)
    press(play, "check:/agreed:true")
    assert "agreed" not in play.contents()


# ---------------------------------------------------------------- large enough


@pytest.mark.parametrize("window", WINDOWS, ids=["portrait", "landscape"])
def test_every_key_is_as_large_as_a_finger(open_stage: Callable[..., Play], window: tuple[int, int]) -> None:
    for name in ("home", "moved", "account", "area"):
        play = open_stage(f"FillIn-{name}", Preferences(text_size=TextSize.LARGEST), window)
        least = KEY_MM * play.app.theme.property("mm")
        assert shown(play, "TypeKey"), name
        for key in shown(play, "TypeKey"):
            assert key.height() >= least - 0.5, f"{name}: {key.objectName()}"
            assert key.width() >= least - 0.5, f"{name}: {key.objectName()}"


def test_the_review_reads_every_answer_in_plain_words(open_stage: Callable[..., Play]) -> None:
    play = open_stage("FillIn-home-right")
    scene = play.visit.scene
    assert isinstance(scene, st.FillIn)
    review = sample("Review", ENGLISH).visit.scene
    assert isinstance(review, st.Review)
    play.start(
        st.Visit(ENGLISH, scene=st.Review(scene.application, scene.form, review.quote, declared=False))
    )
    said = " | ".join(str(each.property("value")) for each in shown(play, "ReviewRow")).replace("\u00a0", " ")
    for answer in ("Kortumstraße 12a, 44787 Bochum", "1 November 2026", "DE02 1203 0000 0000 2020 51"):
        assert answer in said
    assert "64.50 square metres" in said
    assert "1948" in said
