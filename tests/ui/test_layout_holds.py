"""Every sample in every orientation and language: whole words, nothing overlaps, all in sight and reach."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from measuring import Measured
from PySide6.QtQuick import QQuickItem
from seeing import eyes, sample, shown

from kiosk.session.failure import Failure
from kiosk.session.preferences import Contrast, Language, Preferences, TextSize
from kiosk.session.states import FillIn
from ui.gallery.render import LANDSCAPE, PORTRAIT, Studio
from ui.gallery.samples import Sample, samples

WINDOWS = {"portrait": PORTRAIT, "landscape": LANDSCAPE}
GERMAN, ENGLISH = Language.GERMAN, Language.ENGLISH
MEDIUM, LARGEST = TextSize.MEDIUM, TextSize.LARGEST


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at all samples."""

    window: str
    wishes: Preferences
    right_to_left: bool = False

    def __str__(self) -> str:
        wishes = self.wishes
        words = [self.window, wishes.language.value, wishes.text_size.name.lower()]
        return "-".join(words + ["low"] * wishes.low_position + ["mirrored"] * self.right_to_left)


LOOKS = [
    Look("portrait", Preferences(GERMAN, LARGEST)),
    Look("landscape", Preferences(GERMAN, LARGEST, Contrast.WHITE_ON_BLACK)),
    Look("portrait", Preferences(ENGLISH, LARGEST, Contrast.LOW_GLARE, low_position=True)),
    Look("landscape", Preferences(ENGLISH, LARGEST), right_to_left=True),
    Look("portrait", Preferences(GERMAN, MEDIUM, Contrast.BLACK_ON_WHITE), right_to_left=True),
    Look("landscape", Preferences(GERMAN, MEDIUM)),
]
"""Each language in each window in the largest letters, where things break first; the rest in pairs.

Upright with the usual letters is the roomiest of them: there one sample of each situation and question does.
"""
EVERY_LOOK = [
    Look(window, Preferences(language, size, low_position=low), right_to_left)
    for window in WINDOWS
    for language in Language
    for size in TextSize
    for low in (False, True)
    for right_to_left in (False, True)
]
WHOLE = bool(os.environ.get("WHOLE_LAYOUT"))
KEY_MM = 12.7
CODE_MM = 50
"""Edge of a code that a phone reads from where one stands."""


@pytest.mark.parametrize("look", EVERY_LOOK if WHOLE else LOOKS, ids=str)
def test_words_are_whole_nothing_overlaps_and_all_can_be_hit_and_named(
    open_room: Callable[..., Studio], look: Look
) -> None:
    room = open_room(WINDOWS[look.window], right_to_left=look.right_to_left)
    faults = []
    for each in _tried(look):
        room.app.show(each.visit)
        room.draw()
        for page in _pages(room):
            seen = Measured(room)
            faults += [f"{each.name} page {page}: {fault}" for fault in seen.faults()]
        assert not room.complaints, (each.name, room.complaints)
    assert faults == []


@pytest.mark.parametrize("window", WINDOWS if WHOLE else ["portrait"])
def test_nothing_overlaps_after_another_size_and_language(
    open_room: Callable[..., Studio], window: str
) -> None:
    room = open_room(WINDOWS[window])
    faults = []
    for each in _screens(Preferences()):
        for wishes in (Preferences(ENGLISH), Preferences(GERMAN, LARGEST)):
            room.app.show(replace(each.visit, preferences=wishes))
            room.draw()
        faults += [f"{each.name}: {fault}" for fault in Measured(room).collisions()]
        assert not room.complaints, (each.name, room.complaints)
    assert faults == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("window", WINDOWS)
def test_pin_keys_are_whole_and_their_digits_as_large_as_text(
    open_room: Callable[..., Studio], window: str, text_size: TextSize, language: Language
) -> None:
    room = open_room(WINDOWS[window])
    for name in ("EnterPin", "EnterPin-two", "EnterPin-rejected"):
        room.app.show(sample(name, Preferences(language, text_size)).visit)
        room.draw()
        keys = shown(room, "PinKey")
        assert len(keys) == 12, name
        for key in keys:
            assert key.height() >= KEY_MM * room.app.theme.property("mm"), name
            if key.property("digit"):
                (digit,) = (each for each in _below(room, key) if each.property("text"))
                assert digit.property("font").pixelSize() >= room.app.theme.property("bodyPx"), name


@pytest.mark.parametrize(
    ("window", "position"), [("portrait", "high"), ("portrait", "low"), ("landscape", "high")]
)
@pytest.mark.parametrize("text_size", [MEDIUM, LARGEST])
def test_a_code_for_the_phone_is_in_sight_and_large(
    open_room: Callable[..., Studio], text_size: TextSize, window: str, position: str
) -> None:
    room = open_room(WINDOWS[window])
    wishes = Preferences(text_size=text_size, low_position=position == "low")
    for name in ("HandOver", "HandOver-printed", "SendFromPhone", "PayByPhone", "ReceiptOnPhone"):
        room.app.show(sample(name, wishes).visit)
        room.draw()
        (code,) = shown(room, "QrCode")
        assert code.width() >= CODE_MM * room.app.theme.property("mm"), name


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text_size", TextSize)
@pytest.mark.parametrize("window", WINDOWS)
def test_the_door_to_pin_help_is_in_sight(
    open_room: Callable[..., Studio], window: str, text_size: TextSize, language: Language
) -> None:
    room = open_room(WINDOWS[window])
    room.app.show(sample("ChooseTopic", Preferences(language, text_size)).visit)
    room.draw()
    # With the largest letters the home screen has pages, and the doors are on one of them.
    found = [len(shown(room, "NamedDoor")) + len(shown(room, "PinHelpDoor")) for _ in _pages(room)]
    assert sum(map(bool, found)) >= 1
    assert text_size is LARGEST or found[0]


def _tried(look: Look) -> Iterator[Sample]:
    """Give the samples; below the largest letters, only one of those that differ in their words only.

    What is too long for a failure's place is too long in the largest letters first.
    """
    largest = look.wishes.text_size is LARGEST
    roomy = look.window == "portrait" and not largest
    for each in _screens(look.wishes) if roomy and not WHOLE else samples(look.wishes):
        same = "-Failed-" in each.name and not each.name.endswith(Failure.CARD_REMOVED.value)
        if WHOLE or roomy or largest or not same:
            yield each


def _screens(wishes: Preferences) -> Iterator[Sample]:
    """Give one sample of each situation, and of each question of the forms."""
    one = {}
    for each in samples(wishes):
        question = each.name.split("-")[2:3] if isinstance(each.visit.scene, FillIn) else []
        one[type(each.visit.scene), type(each.visit.overlay), *question] = each
    yield from one.values()


def _pages(room: Studio) -> Iterator[int]:
    answers = eyes(room).last(room.app.window.contentItem(), "Answers")
    yield 0
    if answers is not None:
        for page in range(1, int(answers.property("pages"))):
            answers.setProperty("page", page)
            room.draw()
            yield page


def _below(room: Studio, item: QQuickItem) -> list[QQuickItem]:
    return [each for each in shown(room, "Words") if item.isAncestorOf(each)]
