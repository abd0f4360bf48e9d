"""What holds for the frame of every screen: mirrored, low, whole, and named for the ear."""

import itertools
from collections.abc import Callable

from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from seeing import named, sample, shown

from kiosk.session.preferences import Preferences, TextSize
from ui.gallery.render import LANDSCAPE, PORTRAIT, Studio


def test_the_layout_mirrors_without_complaint(open_room: Callable[..., Studio]) -> None:
    room = open_room(PORTRAIT, right_to_left=True)
    room.app.show(sample("AboutService").visit)
    room.settle()
    primary = [each for each in shown(room, "PrimaryButton") if each.property("label")][-1]
    other = shown(room, "SecondaryButton")[0]
    assert _left(primary) < _left(other)


def test_digits_stay_left_to_right_when_mirrored(open_room: Callable[..., Studio]) -> None:
    room = open_room(PORTRAIT, right_to_left=True)
    room.app.show(sample("EnterPin").visit)
    room.settle()
    keys = {each.property("digit"): each for each in shown(room, "PinKey")}
    assert _left(keys["1"]) < _left(keys["2"]) < _left(keys["3"])


def test_the_pin_pad_is_never_torn_apart(open_room: Callable[..., Studio]) -> None:
    for size, text, low in itertools.product((PORTRAIT, LANDSCAPE), TextSize, (False, True)):
        room = open_room(size)
        room.app.show(sample("EnterPin", Preferences(text_size=text, low_position=low)).visit)
        room.settle()
        assert len(shown(room, "PinKey")) == 12, (size, text, low)
        assert len(shown(room, "PinBoxes")) == 1, (size, text, low)


def test_low_position_keeps_controls_in_the_lower_half(open_room: Callable[..., Studio]) -> None:
    room = open_room(PORTRAIT)
    for name in ("ChooseTopic", "ChooseService", "AboutService", "EnterPin", "Start"):
        room.app.show(sample(name, Preferences(low_position=True)).visit)
        room.settle()
        for each in shown(room, "Pressable"):
            assert each.mapToScene(each.boundingRect().topLeft()).y() >= PORTRAIT[1] / 2 - 1, (
                name,
                named(each),
            )


def test_what_is_spoken_is_the_name_that_a_screen_reader_hears(room: Studio) -> None:
    QAccessible.setActive(True)
    for name in ("Start", "ChooseTopic", "FindService", "EnterPin", "Review", "Done"):
        room.app.show(sample(name).visit)
        room.settle()
        for each in [*shown(room, "Pressable"), *shown(room, "TypeKey")]:
            told = QAccessible.queryAccessibleInterface(each)
            assert told.text(QAccessible.Text.Name) == each.property("spoken"), name


def _left(item: QQuickItem) -> float:
    return item.mapRectToScene(item.boundingRect()).left()
