"""Measures what stands on the screen: words that break in the middle, things on top of each other."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from seeing import eyes

from ui.gallery.render import Studio

BREAKS = re.compile(r"[ \t\r\n\u00ad\u200b]+|(?<=[-/–])")
"""Where a line may end: spaces, soft hyphens, and after what joins words."""
BOLD = re.compile(r"<b>(.*?)</b>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
SHEET = "SheetOverlay"
CONTROLS = ("Pressable", "Notice", "PinBoxes", "Tag", "TypeKey")
TARGETS = ("Pressable", "TypeKey")
FRAMES = ("Pressable", "Notice", "Tag")
SLACK = 1.0
"""Pixels that rounding may take."""
LEAST_MM = 12.7
"""Edge of what a finger must hit."""
GAP_MM = 2.5
"""Between two things to touch."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What the width of a word depends on: pixels, weight, and features such as tabular digits."""

    size: int
    weight: int
    features: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the screen: a control, or words."""

    place: int
    last: int
    """The items within have places up to this one."""
    box: QRectF
    """In the scene; of words without the air that the line height adds above and below."""
    name: str

    def holds(self, other: "Thing") -> bool:
        return self.place < other.place <= self.last


@dataclass(frozen=True, slots=True)
class Control(Thing):
    """Something that acts, or that frames words."""

    spoken: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class Line(Thing):
    """A Text as it stands on the screen."""

    said: str
    plain: bool
    wraps: bool
    width: float
    """Of the Text, in pixels."""
    font: Letters


class Measured:
    """What the visitor looks at: the sheet over a screen, else all of the window."""

    def __init__(self, room: Studio) -> None:
        window = room.app.window
        self._window = QRectF(0, 0, window.width(), window.height())
        self._mm = float(room.app.theme.property("mm"))
        seen = eyes(room).survey(window.contentItem(), SHEET, *CONTROLS)
        sheets = [each for each in seen if each["kinds"] & 1]
        if sheets:
            seen = [each for each in seen if sheets[-1]["place"] < each["place"] <= sheets[-1]["last"]]
        self._controls = {
            kind: [_control(kind, each) for each in seen if each["kinds"] >> bit & 1]
            for bit, kind in enumerate(CONTROLS, start=1)
        }
        self._targets = [each for kind in TARGETS for each in self._controls[kind] if each.enabled]
        self._lines = [_line(each) for each in seen if each["text"]]

    def faults(self) -> list[str]:
        """All that is wrong with what stands there, in words."""
        return [
            *self.broken_words(),
            *self.collisions(),
            *self.spills(),
            *self.narrow_targets(),
            *self.nameless(),
        ]

    def broken_words(self) -> list[str]:
        """Words wider than the Text that wraps them: Qt would end the line at any letter."""
        return [
            f"“{word}” of {wide:.0f} px breaks in {line.width:.0f} px"
            for line in self._lines
            if line.wraps
            for word, wide in _words(line)
            if wide > line.width + SLACK
        ]

    def collisions(self) -> list[str]:
        """Texts, frames and controls that lie on each other or leave the window."""
        things: list[Thing] = [*itertools.chain.from_iterable(self._controls.values()), *self._lines]
        allowed = _grown(self._window)
        found = [f"{each.name} leaves the window" for each in things if not allowed.contains(each.box)]
        for one, other in itertools.combinations(things, 2):
            if not one.box.intersects(other.box):
                continue
            both = one.box.intersected(other.box)
            if min(both.width(), both.height()) <= 2 * SLACK:
                continue
            if not one.holds(other) and not other.holds(one):
                found.append(
                    f"{one.name} and {other.name} overlap by {both.width():.0f} × {both.height():.0f} px"
                )
        return found

    def spills(self) -> list[str]:
        """Words larger than the control they stand in."""
        found = []
        for kind in FRAMES:
            for control in self._controls[kind]:
                frame = _grown(control.box)
                found += [
                    f"{line.name} is larger than its {kind}"
                    for line in self._lines
                    if control.holds(line) and not frame.contains(line.box)
                ]
        return found

    def narrow_targets(self) -> list[str]:
        """Things to touch that are too small for a finger, or too close to each other."""
        least, gap = LEAST_MM * self._mm - SLACK, GAP_MM * self._mm - 1.5 * SLACK
        found = [
            f"{each.name} is {each.box.width() / self._mm:.1f} × {each.box.height() / self._mm:.1f} mm"
            for each in self._targets
            if min(each.box.width(), each.box.height()) < least
        ]
        for one, other in itertools.combinations(self._targets, 2):
            near = one.box.adjusted(-gap, -gap, gap, gap).intersects(other.box)
            if near and not one.holds(other) and not other.holds(one):
                found.append(f"{one.name} and {other.name} are too close")
        return found

    def nameless(self) -> list[str]:
        """Things to touch that say nothing to an ear."""
        return [f"{each.name} has no name" for each in self._targets if not each.spoken.strip()]


def _control(kind: str, seen: dict[str, Any]) -> Control:
    spoken = seen["spoken"]
    return Control(
        seen["place"], seen["last"], QRectF(*seen["box"]), f"{kind} “{spoken}”", spoken, seen["enabled"]
    )


def _line(seen: dict[str, Any]) -> Line:
    return Line(
        seen["place"],
        seen["last"],
        QRectF(*seen["painted"]),
        f"“{seen['text']}”",
        said=seen["text"],
        plain=seen["plain"],
        wraps=seen["wraps"],
        width=seen["box"][2],
        font=_letters(seen),
    )


def _letters(seen: dict[str, Any]) -> Letters:
    size, weight = seen["font"]
    return Letters(size, weight, tuple((name, value) for name, value in seen["features"]))


def _words(line: Line) -> Iterator[tuple[str, float]]:
    """Each word and its width in pixels."""
    said = line.said
    if not line.plain:
        for part in BOLD.findall(said):
            yield from _wide(TAG.sub(" ", part), replace(line.font, weight=QFont.Weight.Bold.value))
        said = TAG.sub(" ", BOLD.sub(" ", said))
    yield from _wide(said, line.font)


def _wide(said: str, font: Letters) -> Iterator[tuple[str, float]]:
    for word in BREAKS.split(said):
        if word:
            yield word, _advance(word, font)


@cache
def _advance(word: str, font: Letters) -> float:
    return _metrics(font).horizontalAdvance(word)


@cache
def _metrics(letters: Letters) -> QFontMetricsF:
    font = QFont()
    font.setPixelSize(letters.size)
    font.setWeight(QFont.Weight(letters.weight))
    for name, value in letters.features:
        font.setFeature(QFont.Tag(name), value)
    return QFontMetricsF(font)


def _grown(box: QRectF) -> QRectF:
    return box.adjusted(-SLACK, -SLACK, SLACK, SLACK)
