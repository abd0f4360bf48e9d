"""From the question how to sign in to the code: what is typed, what is handed over, what nobody can read."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playing import Play
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from seeing import called, eyes, find, items, sample, show, shown, tap, words

from kiosk.bochum_id.values import SignInMethod
from kiosk.session import events as ev
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.preferences import Language, Preferences, TextSize
from ui.gallery.render import LANDSCAPE, PORTRAIT, Studio
from ui.gallery.samples import SMS, TOTP
from ui.pages.enter_code import EnterCodePage
from ui.pages.enter_password import EnterPasswordPage

ENGLISH = Preferences(language=Language.ENGLISH)
LARGE = replace(ENGLISH, text_size=TextSize.LARGEST)
GERMAN_KEYBOARD = (
    "1234567890ßqwertzuiopüasdfghjklöäyxcvbnmQWERTZUIOPÜASDFGHJKLÖÄYXCVBNM"
    "!\"§$%&/()=?+*~#'^°´`{[]}\\<>|€@,;:.-_ ²³µ"
)
"""Every character that a German keyboard types with one key, shift or AltGr."""


def type_by_keys(room: Studio, text: str) -> None:
    for letter in text:
        there = {each.objectName() for each in items(room.app.window.contentItem()) if each.isVisible()}
        if f"key:{letter}" not in there and "key:shift" not in there:
            tap(room, called(room, "key:layer"))
            there = {each.objectName() for each in items(room.app.window.contentItem()) if each.isVisible()}
        if f"key:{letter}" not in there:
            tap(room, called(room, "key:shift" if letter.isalpha() and letter != "µ" else "key:layer"))
        tap(room, called(room, f"key:{letter}"))


def handed_over(event: ev.Event) -> str:
    secret = ev.secret_in(event)
    assert secret is not None
    with secret.opened() as text:
        return bytes(text).decode()


# ---------------------------------------------------------------- how to sign in


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("signIn:eid", ev.SignInMethodChosen(SignInMethod.EID)),
        ("signIn:password", ev.SignInMethodChosen(SignInMethod.PASSWORD)),
        ("pinHelp", ev.PinHelpAsked()),
    ],
)
def test_each_way_is_one_touch(room: Studio, name: str, event: ev.Event) -> None:
    show(room, "ChooseSignIn")
    tap(room, called(room, name))
    assert room.events == [event]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("preferences", [ENGLISH, LARGE], ids=["medium", "largest"])
def test_the_card_comes_first_and_both_ways_are_seen_together(
    open_room: Callable[..., Studio], size: tuple[int, int], preferences: Preferences
) -> None:
    room = open_room(size)
    show(room, "ChooseSignIn", preferences)
    room.draw()
    card, password = called(room, "signIn:eid"), called(room, "signIn:password")
    assert card.mapToScene(card.position()).y() < password.mapToScene(password.position()).y()


def test_the_password_says_when_the_card_will_be_needed_as_well(room: Studio) -> None:
    show(room, "ChooseSignIn", ENGLISH)
    assert "For this service you will need your card as well." in words(room)
    show(room, "ChooseSignIn-normal", ENGLISH)
    assert "For this service you will need your card as well." not in words(room)


# ---------------------------------------------------------------- user name and password


def test_both_are_typed_on_the_screen_and_handed_over_once(room: Studio) -> None:
    show(room, "EnterPassword")
    room.draw()
    tap(room, called(room, "primary"))
    type_by_keys(room, "erika_M@example.org")
    tap(room, called(room, "primary"))
    assert room.events == [], "there is no password yet"
    tap(room, called(room, "password"))
    type_by_keys(room, "Kortum")
    tap(room, called(room, "key:delete"))
    assert "5 Zeichen" in words(room)
    tap(room, called(room, "primary"))
    (event,) = room.events
    assert isinstance(event, ev.PasswordEntered)
    assert event.user_name == "erika_M@example.org"
    assert handed_over(event) == "Kortu"
    tap(room, called(room, "primary"))
    assert len(room.events) == 1


def test_every_character_of_a_german_keyboard_can_be_typed(room: Studio) -> None:
    show(room, "EnterPassword-rejected")
    room.draw()
    tap(room, called(room, "password"))
    type_by_keys(room, GERMAN_KEYBOARD)
    tap(room, called(room, "primary"))
    assert handed_over(room.events[0]) == GERMAN_KEYBOARD


def test_a_real_keyboard_types_both(room: Studio) -> None:
    show(room, "EnterPassword")
    room.draw()
    for letter in "erika":
        QTest.keyClick(room.app.window, letter)
    QTest.keyClick(room.app.window, Qt.Key.Key_Tab)
    for letter in "Kor!x":
        QTest.keyClick(room.app.window, letter)
    QTest.keyClick(room.app.window, Qt.Key.Key_Backspace)
    room.settle()
    tap(room, called(room, "primary"))
    (event,) = room.events
    assert isinstance(event, ev.PasswordEntered)
    assert (event.user_name, handed_over(event)) == ("erika", "Kor!")


def test_no_property_of_any_object_holds_the_password(room: Studio) -> None:
    show(room, "EnterPassword-rejected")
    room.draw()
    tap(room, called(room, "password"))
    type_by_keys(room, "Kortum")
    look = eyes(room)
    told = [look.told(each) for each in items(room.app.window.contentItem())]
    told += [look.told(room.app.session), look.told(room.app.session.page)]
    assert any("typed=6" in each for each in told)
    assert not [each for each in told if "Kort" in each]


def test_another_language_keeps_what_is_typed(open_stage: Callable[..., Play]) -> None:
    play = open_stage("EnterPassword")
    play.draw()
    type_by_keys(play, "erika")
    tap(play, called(play, "password"))
    type_by_keys(play, "Kor")
    before = play.app.session.page
    for language in (Language.GERMAN, Language.ENGLISH):
        play.dispatch(ev.LanguageChosen(language))
        play.settle()
    type_by_keys(play, "tum")
    assert play.app.session.page is not before
    assert isinstance(before, EnterPasswordPage)
    assert len(before._password) == 0, "the page before keeps nothing"
    tap(play, called(play, "primary"))
    event = play.events[-1]
    assert isinstance(event, ev.PasswordEntered)
    assert (event.user_name, handed_over(event)) == ("erika", "Kortum")


def test_leaving_the_screen_wipes_the_password(room: Studio) -> None:
    show(room, "EnterPassword-rejected")
    room.draw()
    tap(room, called(room, "password"))
    type_by_keys(room, "Kor")
    left = room.app.session.page
    assert isinstance(left, EnterPasswordPage)
    show(room, "ChooseTopic")
    assert not any(left._password._buffer)


def test_who_comes_back_with_a_name_goes_on_with_the_password(room: Studio) -> None:
    show(room, "EnterPassword-rejected", ENGLISH)
    room.draw()
    assert "User name or password was not right." in words(room)
    type_by_keys(room, "x")
    assert room.app.session.page.property("typed") == 1


def test_large_text_on_a_low_screen_asks_for_one_after_the_other(open_room: Callable[..., Studio]) -> None:
    room = open_room(LANDSCAPE)
    show(room, "EnterPassword", LARGE)
    room.draw()
    assert not shown(room, "SecretEntry")
    type_by_keys(room, "erika")
    tap(room, called(room, "primary"))
    room.draw()
    assert not shown(room, "TextEntry")
    type_by_keys(room, "Kor")
    tap(room, called(room, "changeName"))
    room.draw()
    assert find(room, "TextEntry").property("value") == "erika"
    tap(room, called(room, "primary"))
    tap(room, called(room, "primary"))
    (event,) = room.events
    assert isinstance(event, ev.PasswordEntered)
    assert (event.user_name, handed_over(event)) == ("erika", "Kor")


def test_the_card_may_be_used_instead(room: Studio) -> None:
    show(room, "EnterPassword")
    tap(room, called(room, "card"))
    assert room.events == [ev.SignInMethodChosen(SignInMethod.EID)]


# ---------------------------------------------------------------- the keyboard by keys


def focused(room: Studio) -> QQuickItem:
    item = room.app.window.activeFocusItem()
    assert item is not None
    return item


def press_keys(room: Studio, *keys: Qt.Key) -> str:
    """The object that has the focus after these keys."""
    for key in keys:
        QTest.keyClick(room.app.window, key)
        room.settle()
    return focused(room).objectName()


def test_arrow_keys_walk_over_the_keyboard_and_out_of_it(room: Studio) -> None:
    key = Qt.Key
    show(room, "EnterPassword")
    room.draw()
    assert press_keys(room, key.Key_Tab, key.Key_Tab) == "key:1", "one stop for all keys"
    assert press_keys(room, key.Key_Right, key.Key_Right) == "key:3"
    assert press_keys(room, key.Key_Down) == "key:e"
    assert press_keys(room, key.Key_Left, key.Key_Left, key.Key_Left) == "key:q", "the edge holds"
    assert press_keys(room, key.Key_Down, key.Key_Down) == "key:shift"
    press_keys(room, key.Key_Return)
    assert press_keys(room, key.Key_Up) == "key:A"
    press_keys(room, key.Key_Space)
    assert room.app.session.page.property("typed") == 1, "it types where the visitor was"
    assert press_keys(room, key.Key_Down, key.Key_Down) == "key:layer"
    assert press_keys(room, key.Key_Return) == "key:layer", "the focus stays on the key that turned the layer"
    assert press_keys(room, key.Key_Up) == "key:,"
    assert press_keys(room, key.Key_Down, key.Key_Down) in ("card", "primary")


# ---------------------------------------------------------------- the second factor


def test_each_factor_is_one_touch(room: Studio) -> None:
    show(room, "ChooseFactor", ENGLISH)
    assert "+49 *** 4711" in words(room)
    tap(room, called(room, f"factor:{SMS.id}"))
    assert room.events == [ev.FactorChosen(SMS.id)]


def test_six_digits_and_a_confirmation_hand_the_code_over(room: Studio) -> None:
    show(room, "EnterCode-app")
    for digit in "90217":
        tap(room, called(room, f"pin:{digit}"))
    tap(room, called(room, "primary"))
    assert room.events == []
    QTest.keyClick(room.app.window, "x")
    QTest.keyClick(room.app.window, "4")
    room.settle()
    tap(room, called(room, "pin:4"))
    tap(room, called(room, "primary"))
    (event,) = room.events
    assert isinstance(event, ev.CodeEntered)
    assert handed_over(event) == "902174"
    assert room.app.session.page.property("typed") == 0


def test_a_recovery_code_is_typed_on_the_keyboard(room: Studio) -> None:
    show(room, "EnterCode-recovery")
    room.draw()
    type_by_keys(room, "K7QD-3mxn")
    QTest.keyClick(room.app.window, "9")
    room.settle()
    tap(room, called(room, "primary"))
    assert handed_over(room.events[0]) == "K7QD-3mxn9"


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("preferences", [ENGLISH, LARGE], ids=["medium", "largest"])
@pytest.mark.parametrize("name", ["EnterCode-app", "EnterCode-recovery"])
def test_a_wrong_code_is_said_with_the_tries_that_are_left(
    open_room: Callable[..., Studio], size: tuple[int, int], preferences: Preferences, name: str
) -> None:
    room = open_room(size)
    visit = sample(name, preferences).visit
    assert isinstance(visit.scene, si.EnterCode)
    room.app.show(replace(visit, scene=replace(visit.scene, before=si.WrongBefore(1))))
    room.draw()
    assert "That code was not right." in words(room)
    assert "You can try 1 more time." in words(room)


def test_another_code_is_sent_only_where_one_was_sent(room: Studio) -> None:
    show(room, "EnterCode")
    tap(room, called(room, "newCode"))
    assert room.events == [ev.NewCodeAsked()]
    show(room, "EnterCode-app")
    with pytest.raises(AssertionError, match="newCode"):
        called(room, "newCode")


def test_another_language_keeps_the_digits_and_leaving_wipes_them(open_stage: Callable[..., Play]) -> None:
    play = open_stage("EnterCode-app")
    for digit in "902":
        tap(play, called(play, f"pin:{digit}"))
    play.dispatch(ev.LanguageChosen(Language.GERMAN))
    play.settle()
    page = play.app.session.page
    assert isinstance(page, EnterCodePage)
    assert page.property("typed") == 3
    play.dispatch(ev.Back())
    play.settle()
    assert isinstance(play.visit.scene, si.ChooseFactor)
    assert not any(page._code._buffer)


# ---------------------------------------------------------------- which account, and how sure


def test_stepping_up_goes_on_or_helps(room: Studio) -> None:
    show(room, "StepUp")
    tap(room, called(room, "primary"))
    tap(room, called(room, "pinHelp"))
    assert room.events == [ev.Continue(), ev.PinHelpAsked()]


@pytest.mark.parametrize(("name", "mine"), [("account:mine", True), ("account:other", False)])
def test_whose_account_it_is_is_one_touch(room: Studio, name: str, *, mine: bool) -> None:
    show(room, "LinkAccount")
    tap(room, called(room, name))
    assert room.events == [ev.AccountDecided(mine)]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Failed-AN-70", "Sign in with the card"),
        ("Failed-AN-71", "Sign in with the card"),
        ("Failed-AN-73", "Try again"),
    ],
)
def test_what_the_card_cures_offers_the_card(room: Studio, name: str, label: str) -> None:
    visit = show(room, name, ENGLISH)
    assert isinstance(visit.scene, st.Failed)
    assert find(room, "PrimaryButton", label=label).isVisible()
    tap(room, called(room, "tryAgain"))
    assert room.events == [ev.TryAgain()]


def test_an_app_is_named_by_its_hint(room: Studio) -> None:
    show(room, "EnterCode-app", ENGLISH)
    assert TOTP.hint in words(room)
