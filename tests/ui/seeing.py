"""Eyes and fingers for the tests of the view: a window nobody sees, its items, its samples."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtQml import QJSValue, QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.session import states as st
from kiosk.session.preferences import Preferences
from ui.app import App
from ui.gallery.render import Studio, studio
from ui.gallery.samples import Sample, samples
from ui.resources import VIEW

FOLDERS = ("components", "screens", "overlays")


@contextmanager
def open_studio(size: tuple[int, int], *, right_to_left: bool = False) -> Iterator[Studio]:
    """A studio that fails the test when Qt complained."""
    with studio(size, right_to_left=right_to_left) as room:
        yield room
    assert not room.complaints, "\n".join(room.complaints)


def sample(name: str, preferences: Preferences | None = None) -> Sample:
    """The first sample of this state or variant."""
    found = [each for each in samples(preferences) if each.name.split("-", 1)[1] == name]
    assert found, f"no sample is called {name}"
    return found[0]


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """All items below `root`, in the order they are drawn; findChild misses what a Repeater makes."""
    for child in root.childItems():
        yield child
        yield from items(child)


def named(item: QObject) -> str:
    """What an item says of itself; for messages."""
    return f"“{item.property('spoken')}”"


class Eyes:
    """Looks at items from within QML.

    Not through QMetaObject: PySide keeps its wrappers of a QML type's meta-object, and finds them again when
    an item lies where the meta-object of an engine long gone once lay.
    """

    def __init__(self, engine: QQmlEngine) -> None:
        self._engine = engine
        names = {folder: sorted(each.stem for each in (VIEW / folder).glob("*.qml")) for folder in FOLDERS}
        imports = "".join(f'import "{(VIEW / folder).as_uri()}" as {folder.title()}\n' for folder in FOLDERS)
        cases = "".join(
            f'case "{name}": return {folder.title()}.{name};\n'
            for folder, found in names.items()
            for name in found
        )
        text = f"""import QtQuick
            {imports}
            QtObject {{
                function type(name) {{ switch (name) {{ {cases} }} throw new Error("no component " + name); }}
                function isA(item, name) {{ return item instanceof type(name); }}
                function kindsSeen(root, names) {{
                    const wanted = names.split(" ").map(type), found = [];
                    function walk(item) {{
                        const below = item.children;
                        for (let i = 0; i < below.length; ++i) {{
                            const child = below[i];
                            let kinds = 0;
                            if (child.visible)
                                for (let bit = 0; bit < wanted.length; ++bit)
                                    if (child instanceof wanted[bit]) kinds |= 1 << bit;
                            found.push(kinds);
                            walk(child);
                        }}
                    }}
                    walk(root);
                    return found.join(" ");
                }}
                function told(item) {{
                    let all = "";
                    for (const name in item)
                        if (typeof item[name] !== "function") all += name + "=" + item[name] + "\\n";
                    return all;
                }}
                function last(root, name) {{
                    const wanted = type(name), below = root.children;
                    for (let i = below.length - 1; i >= 0; --i) {{
                        const found = below[i].visible ? last(below[i], name) : null;
                        if (found !== null || below[i].visible && below[i] instanceof wanted)
                            return found || below[i];
                    }}
                    return null;
                }}
                function survey(root, names) {{
                    const wanted = names.split(" ").map(type), found = [];
                    let place = 0;
                    function walk(item, clear) {{
                        const below = item.children;
                        for (let i = 0; i < below.length; ++i) {{
                            const child = below[i];
                            if (!child.visible)
                                continue;
                            const now = {{ place: ++place, kinds: 0, clear: clear || child.opacity === 0 }};
                            for (let bit = 0; bit < wanted.length; ++bit)
                                if (child instanceof wanted[bit]) now.kinds |= 1 << bit;
                            now.text = child instanceof Text && !now.clear ? child.text : "";
                            if (now.kinds !== 0 || now.text !== "")
                                found.push(look(child, now));
                            walk(child, now.clear);
                            now.last = place;
                        }}
                    }}
                    walk(root, false);
                    return JSON.stringify(found);
                }}
                function look(item, now) {{
                    const box = item.mapToItem(null, 0, 0, item.width, item.height);
                    now.box = [box.x, box.y, box.width, box.height];
                    now.spoken = item.spoken || "";
                    now.enabled = item.enabled;
                    if (now.text !== "") {{
                        now.wraps = item.wrapMode !== Text.NoWrap;
                        now.plain = item.textFormat === Text.PlainText;
                        const free = item.width - item.contentWidth, air = item.font.pixelSize * 0.15;
                        const share = {{ [Text.AlignHCenter]: 0.5, [Text.AlignRight]: 1 }};
                        const aside = (share[item.effectiveHorizontalAlignment] || 0) * free;
                        const high = Math.max(1, item.contentHeight - 2 * air);
                        const seen = item.mapToItem(null, aside, air, item.contentWidth, high);
                        now.painted = [seen.x, seen.y, seen.width, seen.height];
                        now.font = [item.font.pixelSize, item.font.weight];
                        now.features = Object.entries(item.font.features || {{}});
                    }}
                    return now;
                }}
            }}"""
        component = QQmlComponent(engine)
        component.setData(text.encode(), QUrl())
        self._made = component.create()
        assert self._made is not None, component.errorString()
        self._script = engine.newQObject(self._made)

    def is_a(self, item: QObject, component: str) -> bool:
        """True when the item is or extends the component of this name."""
        return bool(self._ask("isA", item, component).toBool())

    def visible_ones(self, root: QQuickItem, *components: str) -> list[list[QQuickItem]]:
        """For each component, the items below `root` that are or extend it and can be seen."""
        kinds = str(self._ask("kindsSeen", root, " ".join(components)).toString()).split()
        below = list(items(root))
        assert len(kinds) == len(below), "QML and Python see different items"
        seen = [(item, int(each)) for item, each in zip(below, kinds, strict=True) if each != "0"]
        return [[item for item, each in seen if each >> bit & 1] for bit in range(len(components))]

    def last(self, root: QQuickItem, component: str) -> QObject | None:
        """The last item drawn below `root` that is or extends the component and can be seen."""
        found = self._ask("last", root, component)
        return None if found.isNull() else found.toQObject()

    def told(self, item: QObject) -> str:
        """All that QML can read of an item, a line a property."""
        return str(self._ask("told", item).toString())

    def survey(self, root: QQuickItem, *components: str) -> list[dict[str, Any]]:
        """Of all that can be seen below `root`: each Text with words, and each of the components.

        `place` counts the visible items in the order they are drawn, `last` is the last one within; `kinds`
        has a bit for each component; `box` is x, y, width and height in the scene, and `painted` the same of
        the words alone, without the air that the line height adds above and below.
        """
        found: list[dict[str, Any]] = json.loads(self._ask("survey", root, " ".join(components)).toString())
        return found

    def _ask(self, question: str, item: QObject, *more: str) -> QJSValue:
        seen = self._engine.newQObject(item)
        answer = self._script.property(question).callWithInstance(self._script, [seen, *map(QJSValue, more)])
        assert not answer.isError(), answer.toString()
        return answer


def eyes(room: Studio) -> Eyes:
    if room.app not in _EYES:
        _EYES[room.app] = Eyes(room.app._engine)
    return _EYES[room.app]


_EYES: WeakKeyDictionary[App, Eyes] = WeakKeyDictionary()


def shown(room: Studio, component: str) -> list[QQuickItem]:
    """Visible items of a component, in the order they are drawn."""
    (found,) = eyes(room).visible_ones(room.app.window.contentItem(), component)
    return found


def tap(room: Studio, item: QQuickItem) -> None:
    middle = item.mapRectToScene(item.boundingRect()).center()
    QTest.mouseClick(
        room.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle.toPoint()
    )
    room.settle()


def find(room: Studio, component: str, **properties: object) -> QQuickItem:
    found = [
        each
        for each in shown(room, component)
        if all(each.property(name) == value for name, value in properties.items())
    ]
    assert found, f"no {component} with {properties} on the screen"
    return found[0]


def show(room: Studio, name: str, preferences: Preferences | None = None) -> st.Visit:
    visit = sample(name, preferences).visit
    room.app.show(visit)
    room.settle()
    return visit


def called(room: Studio, name: str) -> QQuickItem:
    """The item of this object name that can be pressed now."""
    found = [
        each
        for each in items(room.app.window.contentItem())
        if each.objectName() == name and each.isVisible() and each.isEnabled()
    ]
    assert found, f"nothing is called {name}"
    return found[0]


def words(room: Studio) -> list[str]:
    """All words that can be read now; blanks that end no line are blanks."""
    texts = (str(each.property("text")) for each in shown(room, "Words"))
    return [each.replace("\u00a0", " ") for each in texts if each]
