"""The PIN passes once, as a secret; QML knows how many digits there are and never which."""

import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from seeing import eyes, find, items, sample, show, tap

from cardreader.secret import Secret
from kiosk.session import events as ev
from kiosk.session.preferences import Language
from ui.gallery.render import Studio
from ui.pages.context import PageContext
from ui.pages.enter_pin import EnterPinPage

PIN = "902174"


def page() -> tuple[EnterPinPage, list[ev.Event]]:
    events: list[ev.Event] = []
    scene = sample("EnterPin").visit.scene
    return EnterPinPage(scene, PageContext(events.append, Language.GERMAN)), events  # type: ignore[arg-type]


def held(of: EnterPinPage) -> bytes:
    """What the page's buffer holds."""
    return bytes(of._typed._buffer)


def type_in(room: Studio, digits: str) -> None:
    for digit in digits:
        tap(room, find(room, "PinKey", digit=digit))


def test_six_taps_and_a_confirmation_hand_it_over(room: Studio) -> None:
    show(room, "EnterPin")
    type_in(room, PIN)
    tap(room, find(room, "PrimaryButton", label="PIN bestätigen"))
    (event,) = room.events
    assert isinstance(event, ev.PinEntered)
    with event.pin.opened() as view:
        assert bytes(view) == PIN.encode()


def test_number_keys_type_as_well(room: Studio) -> None:
    show(room, "EnterPin")
    for digit in PIN:
        QTest.keyClick(room.app.window, digit)
    QTest.keyClick(room.app.window, Qt.Key.Key_Delete)
    room.settle()
    assert room.app.session.page.property("typed") == 5


def test_five_digits_are_not_confirmed(room: Studio) -> None:
    show(room, "EnterPin")
    type_in(room, PIN[:5])
    tap(room, find(room, "PrimaryButton", label="PIN bestätigen"))
    assert room.events == []


def test_no_property_of_any_object_holds_the_digits(room: Studio) -> None:
    show(room, "EnterPin")
    type_in(room, PIN)
    look = eyes(room)
    told = [look.told(each) for each in items(room.app.window.contentItem())]
    told += [look.told(room.app.session), look.told(room.app.session.page)]
    assert any("typed=6" in each for each in told)
    # Addresses and the numbers of QML's types are anybody's digits.
    told = [re.sub(r"0x[0-9a-f]+|_QML(TYPE)?_\d+", "", each) for each in told]
    assert not [each for each in told if PIN[:4] in each]


def test_what_is_handed_over_is_kept_nowhere() -> None:
    made, events = page()
    for digit in PIN:
        made.press(int(digit))
    made.confirm()
    assert isinstance(events[0], ev.PinEntered)
    assert isinstance(events[0].pin, Secret)
    assert not any(held(made))
    assert made.typed == 0


def test_deleting_overwrites() -> None:
    made, _ = page()
    for digit in PIN:
        made.press(int(digit))
    made.deleteLast()
    assert held(made).rstrip(b"\0") == PIN[:5].encode()
    made.deleteAll()
    assert not any(held(made))


def test_a_seventh_digit_is_dropped() -> None:
    made, events = page()
    for digit in PIN + "1":
        made.press(int(digit))
    made.confirm()
    assert isinstance(events[0], ev.PinEntered)
    assert bytes(events[0].pin.reveal()) == PIN.encode()


def test_leaving_the_screen_wipes_what_was_typed(room: Studio) -> None:
    show(room, "EnterPin")
    type_in(room, PIN[:4])
    left = room.app.session.page
    show(room, "ChooseTopic")
    assert not any(held(left))
