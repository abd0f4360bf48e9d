"""The dock shows what the sandbox says, and wishes only what it is told to wish."""

import asyncio
from dataclasses import replace
from typing import Literal

import pytest
import requests
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from seeing import items

from ui.dock.desk import Answering, Desk, Order, Seen, Silent
from ui.dock.window import DockWindow
from ui.guided.controls import Persona, SandboxState

PEOPLE = (
    Persona("blocked", "Bodo Gesperrt", (("de", "Gesperrt."), ("en", "Blocked.")), "111111", "222222"),
    Persona("erika", "Erika Mustermann", (("de", "Normal."), ("en", "Quite ordinary.")), "123456", "500540"),
)
CALM = SandboxState(None, "ok", "ok", "ok", "automatic", card_wanted=False, scanner="page")


class FakeControls:
    """A sandbox in memory, which may have gone silent."""

    def __init__(self) -> None:
        self.now = CALM
        self.renewed: list[str] = []
        self.hands: list[str] = []
        self.silent = False

    def personas(self) -> tuple[Persona, ...]:
        self._answer()
        return PEOPLE

    def state(self) -> SandboxState:
        self._answer()
        return self.now

    def lay_down(self, persona: str) -> None:
        self._answer()
        self.now = replace(self.now, persona=persona)

    def pull(self) -> None:
        self._answer()
        self.now = replace(self.now, persona=None)

    def network(self, part: Literal["bochumId", "eidServer"], *, ok: bool) -> None:
        self._answer()
        word = "ok" if ok else "down"
        changed = {"bochum_id": word} if part == "bochumId" else {"eid_server": word}
        self.now = replace(self.now, **changed)

    def printer(self, state: str) -> None:
        self._answer()
        self.now = replace(self.now, printer=state)

    def scanner(self, state: str) -> None:
        self._answer()
        self.now = replace(self.now, scanner=state)

    def card_terminal(self, mode: str) -> None:
        self._answer()
        self.now = replace(self.now, card_terminal=mode, card_wanted=mode == "manual")

    def touch_card_terminal(self, hand: str) -> None:
        self._answer()
        self.hands.append(hand)

    def renew(self, persona: str) -> None:
        self._answer()
        self.renewed.append(persona)

    def _answer(self) -> None:
        if self.silent:
            raise requests.ConnectionError


class Room:
    """The dock's window on a desk that acts at once."""

    def __init__(self) -> None:
        self.controls = FakeControls()
        self.closed = 0
        self.complaints: list[str] = []
        self.dock = DockWindow(self._do, self._close, lambda _level, text: self.complaints.append(text))
        self.desk = Desk(self.controls, self.dock.show)
        self.look()

    def look(self) -> None:
        asyncio.run(self.desk.look())
        self.settle()

    def settle(self) -> None:
        for _ in range(6):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def called(self, name: str) -> QQuickItem:
        found = [
            each
            for each in items(self.dock.window.contentItem())
            if each.objectName() == name and each.isVisible()
        ]
        assert found, f"nothing is called {name}"
        return found[0]

    def tap(self, name: str) -> None:
        self.dock.window.grabWindow()  # rows lay out what is new just before they are drawn
        self.settle()
        item = self.called(name)
        middle = item.mapRectToScene(item.boundingRect()).center().toPoint()
        QTest.mouseClick(self.dock.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        self.settle()

    def words(self) -> list[str]:
        texts = (each.property("text") for each in items(self.dock.window.contentItem()) if each.isVisible())
        return [text for text in texts if isinstance(text, str) and text]

    def _do(self, order: Order) -> None:
        asyncio.run(self.desk.do(order))

    def _close(self) -> None:
        self.closed += 1


@pytest.fixture
def room() -> object:
    made = Room()
    yield made
    made.dock.close()
    harmless = {"This plugin does not support raise()"}
    assert set(made.complaints) <= harmless, made.complaints


def test_everybody_is_listed_with_pin_and_can_the_usual_one_first(room: Room) -> None:
    said = room.words()
    assert said.index("Erika Mustermann") < said.index("Bodo Gesperrt")
    assert "PIN 123456     CAN 500540" in said
    assert "Normal." in said


def test_it_speaks_both_languages(room: Room) -> None:
    german = set(room.words())
    room.tap("language:en")
    english = set(room.words())
    assert "Quite ordinary." in english
    same = german & english
    assert not [each for each in same if " " in each and not each.startswith(("PIN", "Erika", "Bodo"))]


def test_a_card_is_laid_down_and_taken_away(room: Room) -> None:
    room.tap("layDown:erika")
    assert room.controls.now.persona == "erika"
    room.tap("takeAway:erika")
    assert room.controls.now.persona is None
    room.called("layDown:erika")


def test_another_card_replaces_the_one_that_lies_there(room: Room) -> None:
    room.tap("layDown:erika")
    room.tap("layDown:blocked")
    assert room.controls.now.persona == "blocked"
    room.called("layDown:erika")


def test_a_new_card_is_handed_out(room: Room) -> None:
    room.tap("renew:blocked")
    assert room.controls.renewed == ["blocked"]


def test_the_list_stays_where_it_is_when_a_card_moves(room: Room) -> None:
    room.dock.window.resize(430, 520)
    room.settle()
    moves = room.called("people")
    moves.setProperty("contentY", 40)
    room.tap("layDown:erika")
    assert moves.property("contentY") == 40


@pytest.mark.parametrize(("switch", "part"), [("bochumId", "bochum_id"), ("eidServer", "eid_server")])
def test_a_server_is_broken_and_mended(room: Room, switch: str, part: str) -> None:
    room.tap(switch)
    assert getattr(room.controls.now, part) == "down"
    assert room.called(switch).property("on") is False
    room.tap(switch)
    assert room.controls.now == CALM


@pytest.mark.parametrize("state", ["jam", "empty", "off", "ok"])
def test_the_printer_is_as_chosen(room: Room, state: str) -> None:
    room.tap(f"printer:{state}")
    assert room.controls.now.printer == state
    assert room.called(f"printer:{state}").property("chosen") is True


@pytest.mark.parametrize("state", ["jam", "empty", "off", "page"])
def test_the_scanner_holds_what_is_chosen(room: Room, state: str) -> None:
    room.tap(f"scanner:{state}")
    assert room.controls.now.scanner == state
    assert room.called(f"scanner:{state}").property("chosen") is True


def test_what_others_do_to_the_sandbox_is_shown(room: Room) -> None:
    room.controls.now = SandboxState(
        "blocked", "ok", "down", "jam", "manual", card_wanted=True, scanner="empty"
    )
    room.look()
    room.called("takeAway:blocked")
    assert room.called("eidServer").property("on") is False
    assert room.called("printer:jam").property("chosen") is True
    assert room.called("scanner:empty").property("chosen") is True


def test_a_wish_that_failed_is_not_shown_as_done(room: Room) -> None:
    room.controls.silent = True
    room.tap("layDown:erika")
    assert "Die Sandbox antwortet nicht. Einen Moment …" in room.words()
    room.controls.silent = False
    room.look()
    room.called("layDown:erika")


def test_closing_the_window_ends_it(room: Room) -> None:
    room.dock.window.close()
    room.settle()
    assert room.closed == 1


def test_a_look_during_an_act_waits_for_it() -> None:
    controls = FakeControls()
    seen: list[Seen] = []

    async def both() -> None:
        desk = Desk(controls, seen.append)
        await asyncio.gather(desk.do(lambda to: to.lay_down("erika")), desk.look())

    asyncio.run(both())
    assert [each for each in seen if isinstance(each, Answering) and each.state.persona == "erika"] == seen


def test_people_are_asked_for_again_once_the_sandbox_is_back() -> None:
    controls = FakeControls()
    controls.silent = True
    seen: list[Seen] = []
    desk = Desk(controls, seen.append)
    asyncio.run(desk.look())
    controls.silent = False
    asyncio.run(desk.look())
    assert seen == [Silent(), Answering(PEOPLE, CALM)]


def test_the_card_terminal_is_worked_by_hand(room: Room) -> None:
    assert "Kartengerät" in " ".join(room.words())
    room.tap("cardTerminal:manual")
    assert room.controls.now.card_terminal == "manual"
    for hand in ("holdCard", "cardWithPin", "rightPin", "wrongPin", "declinedCard", "cancel"):
        room.tap(f"hand:{hand}")
    assert room.controls.hands == [
        "holdCard",
        "cardWithPin",
        "rightPin",
        "wrongPin",
        "declinedCard",
        "cancel",
    ]
    room.tap("cardTerminal:off")
    assert room.controls.now.card_terminal == "off"
