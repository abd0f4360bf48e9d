"""Every sample in every size, orientation and language: whole words, nothing overlaps, all in sight."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from measuring import Measured
from PySide6.QtQuick import QQuickItem
from seeing import sample, shown

from kiosk.session.failure import Failure
from kiosk.session.preferences import Language, Preferences, TextSize
from kiosk.session.states import FillIn
from ui.gallery.render import LANDSCAPE, PORTRAIT, Studio
from ui.gallery.samples import Sample, samples

WINDOWS = {"portrait": PORTRAIT, "landscape": LANDSCAPE}
WHOLE = bool(os.environ.get("WHOLE_LAYOUT"))
"""True tries every size and language; else the usual size and the one that breaks first, in longer words."""
SPOKEN = [
    (size, language)
    for size in TextSize
    for language in Language
    if WHOLE or size is TextSize.LARGEST or (size is TextSize.MEDIUM and language is Language.GERMAN)
]
LARGE = [
    (size, language)
    for size in (TextSize.LARGE, TextSize.LARGEST)
    for language in Language
    if WHOLE or (size is TextSize.LARGEST and language is Language.GERMAN)
]
RESIZED = list(WINDOWS) if WHOLE else ["portrait"]
LARGEST = Preferences(text_size=TextSize.LARGEST)
KEY_MM = 12.7
CODE_MM = 50
"""Edge of a code that a phone reads from where one stands."""


@pytest.mark.parametrize(("text_size", "language"), SPOKEN)
@pytest.mark.parametrize("window", WINDOWS)
def test_words_stay_whole_and_nothing_overlaps(
    open_room: Callable[..., Studio], window: str, text_size: TextSize, language: Language
) -> None:
    room = open_room(WINDOWS[window])
    wishes = Preferences(language, text_size)
    # What is too long for a failure's place is too long in the largest letters first.
    tried = samples(wishes) if WHOLE or text_size is TextSize.LARGEST else _shapes(wishes)
    assert list(_faults(room, tried)) == []


@pytest.mark.parametrize(("text_size", "language"), LARGE)
@pytest.mark.parametrize("window", WINDOWS)
def test_nothing_overlaps_when_mirrored(
    open_room: Callable[..., Studio], window: str, text_size: TextSize, language: Language
) -> None:
    room = open_room(WINDOWS[window], right_to_left=True)
    assert list(_faults(room, _shapes(Preferences(language, text_size)))) == []


@pytest.mark.parametrize(("text_size", "language"), LARGE)
def test_nothing_overlaps_in_the_low_position(
    open_room: Callable[..., Studio], text_size: TextSize, language: Language
) -> None:
    room = open_room(PORTRAIT)
    assert list(_faults(room, _shapes(Preferences(language, text_size, low_position=True)))) == []


@pytest.mark.parametrize("window", RESIZED)
def test_nothing_overlaps_after_another_size_and_language(
    open_room: Callable[..., Studio], window: str
) -> None:
    room = open_room(WINDOWS[window])
    faults = []
    for each in _shapes(Preferences()) if WHOLE else _screens(Preferences()):
        room.app.show(replace(each.visit, preferences=LARGEST))
        room.draw()
        for wishes in (Preferences(Language.ENGLISH), LARGEST):
            room.app.show(replace(each.visit, preferences=wishes))
            room.draw()
            seen = Measured(room)
            faults += [f"{each.name} {wishes.text_size.name}: {fault}" for fault in seen.collisions()]
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
@pytest.mark.parametrize("text_size", [TextSize.MEDIUM, TextSize.LARGEST])
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
    assert text_size is TextSize.LARGEST or found[0]


def _shapes(wishes: Preferences) -> Iterator[Sample]:
    """Give the samples without those that differ from another one in their words only."""
    for each in samples(wishes):
        if "-Failed-" not in each.name or each.name.endswith(Failure.CARD_REMOVED.value):
            yield each


def _screens(wishes: Preferences) -> Iterator[Sample]:
    """Give one sample of each situation, and of each question of the forms."""
    one = {}
    for each in samples(wishes):
        question = each.name.split("-")[2:3] if isinstance(each.visit.scene, FillIn) else []
        one[type(each.visit.scene), type(each.visit.overlay), *question] = each
    yield from one.values()


def _faults(room: Studio, tried: Iterable[Sample]) -> Iterator[str]:
    for each in tried:
        room.app.show(each.visit)
        room.draw()
        for page in _pages(room):
            seen = Measured(room)
            for fault in (*seen.broken_words(), *seen.collisions(), *seen.spills()):
                yield f"{each.name} page {page}: {fault}"


def _pages(room: Studio) -> Iterator[int]:
    answers = shown(room, "Answers")[-1:]
    pages = int(answers[0].property("pages")) if answers else 1
    yield 0
    for page in range(1, pages):
        answers[0].setProperty("page", page)
        room.draw()
        yield page


def _below(room: Studio, item: QQuickItem) -> list[QQuickItem]:
    return [each for each in shown(room, "Words") if item.isAncestorOf(each)]
