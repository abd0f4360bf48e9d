"""Every screen in every mode: no warning of Qt, targets a finger can hit, names an ear can hear."""

import itertools
import os
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from seeing import named, sample, shown

from kiosk.session.failure import Failure
from kiosk.session.preferences import Contrast, Language, Preferences, TextSize
from ui.gallery.render import LANDSCAPE, PORTRAIT, Studio
from ui.gallery.samples import samples
from ui.pages import PageMissingError

WISHES = {
    "default": Preferences(),
    "english": Preferences(language=Language.ENGLISH),
    "largest": Preferences(text_size=TextSize.LARGEST, contrast=Contrast.WHITE_ON_BLACK),
    "small": Preferences(text_size=TextSize.SMALL, contrast=Contrast.BLACK_ON_WHITE),
    "low": Preferences(low_position=True, contrast=Contrast.LOW_GLARE),
}
TRIED = list(WISHES) if os.environ.get("WHOLE_LAYOUT") else ["largest", "low"]
LEAST_MM = 12.7
GAP_MM = 2.5


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("wishes", [WISHES[each] for each in TRIED], ids=TRIED)
def test_targets_are_big_enough_apart_and_on_the_screen(
    open_room: Callable[..., Studio], size: tuple[int, int], wishes: Preferences
) -> None:
    room = open_room(size)
    for each in samples(wishes):
        if (
            "-Failed-" in each.name
            and wishes != Preferences()
            and Failure.CARD_REMOVED.value not in each.name
        ):
            continue  # they differ in their words only
        try:
            room.app.show(each.visit)
        except PageMissingError:
            continue
        room.settle()
        for turn in _pages(room):
            _check_targets(room, f"{each.name} page {turn}")


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


def test_every_button_has_a_spoken_name(room: Studio) -> None:
    QAccessible.setActive(True)
    for each in samples():
        try:
            room.app.show(each.visit)
        except PageMissingError:
            continue
        room.settle()
        for button in shown(room, "Pressable"):
            told = QAccessible.queryAccessibleInterface(button)
            assert told.text(QAccessible.Text.Name).strip(), f"{each.name}: a button has no name"


def _pages(room: Studio) -> list[int]:
    found = shown(room, "Answers")
    if not found:
        return [0]
    pages = int(found[-1].property("pages"))
    turned = []
    for number in range(pages):
        found[-1].setProperty("page", number)
        room.settle()
        turned.append(number)
    found[-1].setProperty("page", 0)
    room.settle()
    return turned


def _check_targets(room: Studio, where: str) -> None:
    mm = room.app.theme.property("mm")
    targets = [each for each in shown(room, "Pressable") if each.isEnabled()]
    targets += shown(room, "TypeKey")
    boxes = {each: each.mapRectToScene(each.boundingRect()) for each in targets}
    window = room.app.window.size()
    for each, box in boxes.items():
        assert box.width() >= LEAST_MM * mm - 1, f"{where}: {named(each)} is {box.width() / mm:.1f} mm wide"
        assert box.height() >= LEAST_MM * mm - 1, f"{where}: {named(each)} is {box.height() / mm:.1f} mm high"
        assert box.left() >= -1, f"{where}: {named(each)} leaves the screen"
        assert box.right() <= window.width() + 1, f"{where}: {named(each)} leaves the screen"
        assert box.bottom() <= window.height() + 1, f"{where}: {named(each)} leaves the screen"
    for (one, first), (other, second) in itertools.combinations(boxes.items(), 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        grown = first.adjusted(-GAP_MM * mm + 1.5, -GAP_MM * mm + 1.5, GAP_MM * mm - 1.5, GAP_MM * mm - 1.5)
        assert not grown.intersects(second), f"{where}: {named(one)} and {named(other)} are too close"


def _left(item: QQuickItem) -> float:
    return item.mapRectToScene(item.boundingRect()).left()
