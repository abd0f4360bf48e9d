"""What the visitor does becomes one event; what changes on the visit changes no more than it must."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from seeing import find, show, tap

from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Language
from ui.gallery.render import Studio


def test_a_tap_becomes_one_event(room: Studio) -> None:
    show(room, "ChooseTopic")
    tap(room, find(room, "TopicCard"))
    assert room.events == [ev.TopicChosen("umzug")]


def test_sliding_off_a_button_presses_nothing(room: Studio) -> None:
    show(room, "AboutService")
    button = find(room, "PrimaryButton", label="Jetzt anmelden")
    middle = button.mapRectToScene(button.boundingRect()).center().toPoint()
    QTest.mousePress(room.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseMove(room.app.window, QPoint(500, 300))
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseRelease(room.app.window, Qt.MouseButton.LeftButton, none, QPoint(500, 300))
    room.settle()
    assert room.events == []


def test_keys_move_the_focus_and_press(room: Studio) -> None:
    show(room, "ChooseTopic")
    QTest.keyClick(room.app.window, Qt.Key.Key_Down)
    QTest.keyClick(room.app.window, Qt.Key.Key_Down)
    room.settle()
    assert room.app.theme.property("keyboardUsed")
    QTest.keyClick(room.app.window, Qt.Key.Key_Return)
    room.settle()
    assert room.events == [ev.TopicChosen("umzug")], "behind the line to search in"


def test_assistive_devices_press_as_well(room: Studio) -> None:
    QAccessible.setActive(True)
    show(room, "AboutService")
    button = find(room, "PrimaryButton", label="Jetzt anmelden")
    QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Press")
    assert room.events == [ev.Continue()]


def test_the_bar_offers_only_what_would_do_something(room: Studio) -> None:
    show(room, "Start")
    assert not room.app.session.property("canGoBack")
    assert not room.app.session.property("canEnd")
    show(room, "AboutService")
    assert room.app.session.property("canGoBack")
    assert room.app.session.property("canEnd")


def test_the_same_place_keeps_its_screen_and_gets_a_new_page(room: Studio) -> None:
    visit = show(room, "EnterPin")
    before = find(room, "EnterPin")
    assert isinstance(visit.scene, st.EnterPin)
    room.app.show(replace(visit, scene=replace(visit.scene, attempts_left=1)))
    room.settle()
    assert find(room, "EnterPin") is before
    assert find(room, "TagRow").property("text") == "Sie haben einen Versuch"


def test_a_language_is_switched_while_the_screen_stands(room: Studio) -> None:
    visit = show(room, "AboutService")
    screen = find(room, "AboutService")
    find(room, "PrimaryButton", label="Jetzt anmelden")
    english = replace(visit, preferences=replace(visit.preferences, language=Language.ENGLISH))
    room.app.show(english)
    room.settle()
    find(room, "PrimaryButton", label="Sign in now")
    assert find(room, "AboutService") is screen
    assert screen.property("question") == "Proof that you are registered as living in Bochum."
    assert find(room, "InfoRow", value="at most 5 minutes")
    room.app.show(visit)
    room.settle()
    find(room, "PrimaryButton", label="Jetzt anmelden")
