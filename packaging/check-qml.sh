#!/bin/sh
# Checks every QML file with qmllint against the types of our Python classes; one warning fails.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
types=$(mktemp -d)
trap 'rm -rf "$types"' EXIT
QT_QPA_PLATFORM=offscreen "$python" -m ui.qml_types "$types"
find ui -name '*.qml' -print0 |
    xargs -0 "$(dirname "$python")/pyside6-qmllint" --max-warnings 0 -I "$types" \
        --duplicated-name error --unused-imports warning
