"""Eyes and fingers for the tests of the view: a window nobody sees, its items, its samples."""

from collections.abc import Iterator
from contextlib import contextmanager
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
            f'case "{name}": return item instanceof {folder.title()}.{name};\n'
            for folder, found in names.items()
            for name in found
        )
        text = f"""import QtQml
            {imports}
            QtObject {{
                function isA(item, name) {{ switch (name) {{ {cases} default: return false; }} }}
                function visibleOnes(root, name) {{
                    let flags = "";
                    function walk(item) {{
                        for (let i = 0; i < item.children.length; ++i) {{
                            const child = item.children[i];
                            flags += child.visible && isA(child, name) ? "1" : "0";
                            walk(child);
                        }}
                    }}
                    walk(root);
                    return flags;
                }}
                function told(item) {{
                    let all = "";
                    for (const name in item)
                        if (typeof item[name] !== "function") all += name + "=" + item[name] + "\\n";
                    return all;
                }}
                function setting(item) {{
                    return [item.wrapMode, item.textFormat, item.effectiveHorizontalAlignment,
                            item.contentWidth, item.contentHeight].join(" ");
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

    def visible_ones(self, root: QQuickItem, component: str) -> list[QQuickItem]:
        """Items below `root` that are or extend the component and can be seen; asked in one go."""
        flags = str(self._ask("visibleOnes", root, component).toString())
        below = list(items(root))
        assert len(flags) == len(below), "QML and Python see different items"
        return [item for item, flag in zip(below, flags, strict=True) if flag == "1"]

    def told(self, item: QObject) -> str:
        """All that QML can read of an item, a line a property."""
        return str(self._ask("told", item).toString())

    def setting(self, text: QObject) -> tuple[int, int, int, float, float]:
        """Of a Text: wrap mode, format, alignment, and the width and height it paints, in pixels."""
        wrap, form, side, width, height = str(self._ask("setting", text).toString()).split()
        return int(wrap), int(form), int(side), float(width), float(height)

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
    return eyes(room).visible_ones(room.app.window.contentItem(), component)


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
    """All words that can be read now."""
    return [str(each.property("text")) for each in shown(room, "Words") if each.property("text")]
