"""Writes what QML needs to know of our Python classes, so that qmllint checks every screen against them.

`python -m ui.qml_types DIRECTORY` makes DIRECTORY/Kiosk/{qmldir,kiosk.qmltypes} from the live meta-objects.
"""

import sys
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QMetaMethod, QMetaObject, QMetaProperty, QObject

from ui.art_boxes import Art
from ui.dock.view_model import SandboxDock
from ui.pages import PAGES
from ui.pages.digits import DigitsPage
from ui.theme import Theme
from ui.view_model import SessionViewModel

SINGLETONS: tuple[type[QObject], ...] = (Theme, Art)
TYPES: tuple[type[QObject], ...] = (
    DigitsPage,
    *dict.fromkeys(PAGES),
    SessionViewModel,
    SandboxDock,
    *SINGLETONS,
)
"""Each once, though a page may show several situations."""

_NAMES = {"QObject*": "QObject", "void": ""}


def write(directory: Path) -> None:
    """Write the module `Kiosk` for tools; at run time the classes register themselves."""
    module = directory / "Kiosk"
    module.mkdir(parents=True, exist_ok=True)
    directions = "module Kiosk\ntypeinfo kiosk.qmltypes\ndepends QtQuick\n"
    (module / "qmldir").write_text(directions, encoding="utf-8")
    components = "".join(_component(each) for each in TYPES)
    (module / "kiosk.qmltypes").write_text(
        f"import QtQuick.tooling 1.2\nModule {{\n{components}}}\n", encoding="utf-8"
    )


def _component(kind: type[QObject]) -> str:
    meta = cast(QMetaObject, vars(kind)["staticMetaObject"])
    name = kind.__name__
    single = kind in SINGLETONS
    lines = [
        f'name: "{name}"',
        f'prototype: "{kind.__bases__[0].__name__}"',
        'accessSemantics: "reference"',
        f'exports: ["Kiosk/{name} 1.0"]',
        "exportMetaObjectRevisions: [256]",
        f"isCreatable: {'true' if single else 'false'}",
        f"isSingleton: {'true' if single else 'false'}",
    ]
    lines += [_property(meta.property(i)) for i in range(meta.propertyOffset(), meta.propertyCount())]
    lines += [_method(meta.method(i)) for i in range(meta.methodOffset(), meta.methodCount())]
    body = "\n".join(f"        {line}" for line in lines)
    return f"    Component {{\n{body}\n    }}\n"


def _property(found: QMetaProperty) -> str:
    kind = _text(found.typeName())
    parts = [f'name: "{_text(found.name())}"', f'type: "{_NAMES.get(kind, kind)}"', "isReadonly: true"]
    if kind.endswith("*"):
        parts.append("isPointer: true")
    if found.isConstant():
        parts.append("isPropertyConstant: true")
    if found.hasNotifySignal():
        parts.append(f'notify: "{_text(found.notifySignal().name())}"')
    return f"Property {{ {'; '.join(parts)} }}"


def _method(found: QMetaMethod) -> str:
    name = _text(found.name())
    sort = "Signal" if found.methodType() is QMetaMethod.MethodType.Signal else "Method"
    returned = _text(found.returnMetaType().name())
    result = _NAMES.get(returned, returned)
    parts = [f'name: "{name}"']
    if result:
        parts.append(f'type: "{result}"')
    kinds = [_text(found.parameterMetaType(i).name()) for i in range(found.parameterCount())]
    # A semicolon follows a binding, never a nested object.
    inner = [f'Parameter {{ name: "argument{i}"; type: "{each}" }}' for i, each in enumerate(kinds)]
    return f"{sort} {{ {'; '.join(parts)}{'; ' if inner else ''}{' '.join(inner)} }}"


def _text(name: object) -> str:
    """Take a name as PySide gives it: a str, bytes, or a QByteArray."""
    if isinstance(name, QByteArray):
        return bytes(name.data()).decode()
    return name.decode() if isinstance(name, bytes) else str(name)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
