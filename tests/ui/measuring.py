"""Measures what stands on the screen: words that break in the middle, things on top of each other."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQuick import QQuickItem
from seeing import eyes, items

from ui.gallery.render import Studio

BREAKS = re.compile(r"[ \t\r\n\u00ad\u200b]+|(?<=[-/–])")
"""Where a line may end: spaces, soft hyphens, and after what joins words."""
BOLD = re.compile(r"<b>(.*?)</b>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
CONTROLS = ("Pressable", "Notice", "PinBoxes", "Tag")
NO_WRAP = 0
PLAIN = Qt.TextFormat.PlainText.value
SLACK = 1.0
"""Pixels that rounding may take."""


@dataclass(frozen=True, slots=True)
class Line:
    """A Text as it stands on the screen."""

    item: QQuickItem
    said: str
    plain: bool
    wraps: bool
    painted: QRectF
    """In the scene, without the air that the line height adds above and below."""


class Measured:
    """What the visitor looks at: the sheet over a screen, else all of the window."""

    def __init__(self, room: Studio) -> None:
        self._room = room
        look = eyes(room)
        sheets, *controls = look.visible_ones(room.app.window.contentItem(), "SheetOverlay", *CONTROLS)
        self.root = sheets[-1] if sheets else room.app.window.contentItem()
        self._controls = dict(zip(CONTROLS, controls, strict=True))
        texts = [
            each
            for each in items(self.root)
            if each.inherits("QQuickText") and each.isVisible() and each.property("text") and not _clear(each)
        ]
        self.lines = [_line(*each) for each in zip(texts, look.settings(texts), strict=True)]

    def broken_words(self) -> list[str]:
        """Words wider than the Text that wraps them: Qt would end the line at any letter."""
        return [
            f"“{word}” of {wide:.0f} px breaks in {line.item.width():.0f} px"
            for line in self.lines
            if line.wraps
            for word, wide in _words(line)
            if wide > line.item.width() + SLACK
        ]

    def collisions(self) -> list[str]:
        """Texts, frames and controls that lie on each other or leave the window."""
        boxes = [
            (each, each.mapRectToScene(each.boundingRect()), f"{kind} “{each.property('spoken') or ''}”")
            for kind, found in self._controls.items()
            for each in found
            if self.root.isAncestorOf(each)
        ]
        boxes += [(line.item, line.painted, f"“{line.said}”") for line in self.lines]
        window = QRectF(0, 0, self._room.app.window.width(), self._room.app.window.height())
        allowed = _grown(window)
        found = [f"{name} leaves the window" for _, box, name in boxes if not allowed.contains(box)]
        for (one, first, name), (other, second, other_name) in itertools.combinations(boxes, 2):
            both = first.intersected(second)
            if min(both.width(), both.height()) <= 2 * SLACK:
                continue
            if not one.isAncestorOf(other) and not other.isAncestorOf(one):
                found.append(
                    f"{name} and {other_name} overlap by {both.width():.0f} × {both.height():.0f} px"
                )
        return found

    def spills(self) -> list[str]:
        """Words larger than the control they stand in."""
        found = []
        for kind in ("Pressable", "Notice", "Tag"):
            for control in self._controls[kind]:
                frame = _grown(control.mapRectToScene(control.boundingRect()))
                found += [
                    f"“{line.said}” is larger than its {kind}"
                    for line in self.lines
                    if control.isAncestorOf(line.item) and not frame.contains(line.painted)
                ]
        return found


def _line(item: QQuickItem, setting: tuple[int, int, int, float, float]) -> Line:
    wrap, form, side, wide, high = setting
    aside = {
        Qt.AlignmentFlag.AlignHCenter.value: (item.width() - wide) / 2,
        Qt.AlignmentFlag.AlignRight.value: item.width() - wide,
    }.get(side, 0.0)
    air = QFont(item.property("font")).pixelSize() * 0.15
    painted = item.mapRectToScene(QRectF(aside, air, wide, max(1.0, high - 2 * air)))
    return Line(item, str(item.property("text")), form == PLAIN, wrap != NO_WRAP, painted)


def _words(line: Line) -> Iterator[tuple[str, float]]:
    """Each word and its width in pixels."""
    font = QFont(line.item.property("font"))
    said = line.said
    if not line.plain:
        bold = QFont(font)
        bold.setBold(True)
        for part in BOLD.findall(said):
            yield from _wide(TAG.sub(" ", part), bold)
        said = TAG.sub(" ", BOLD.sub(" ", said))
    yield from _wide(said, font)


def _wide(said: str, font: QFont) -> Iterator[tuple[str, float]]:
    metrics = QFontMetricsF(font)
    for word in BREAKS.split(said):
        if word:
            yield word, metrics.horizontalAdvance(word)


def _grown(box: QRectF) -> QRectF:
    return box.adjusted(-SLACK, -SLACK, SLACK, SLACK)


def _clear(item: QQuickItem) -> bool:
    """Nothing of it can be seen: it or what it stands in is transparent."""
    now: QQuickItem | None = item
    while now is not None:
        if now.opacity() == 0:
            return True
        now = now.parentItem()
    return False
