#!/bin/sh
# Collects the texts of all screens into translations/*.ts (German whole, English for plurals) and compiles them.
# tests/ui fails while a text is unfinished.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
bin=$(dirname "$python")
files=$(find ui -name '*.qml' | sort)
# shellcheck disable=SC2086  # one word a file
"$bin/pyside6-lupdate" -silent -locations none -no-obsolete -source-language en $files -ts translations/kiosk_de.ts -target-language de
# shellcheck disable=SC2086
"$bin/pyside6-lupdate" -silent -locations none -no-obsolete -source-language en -pluralonly $files -ts translations/kiosk_en.ts -target-language en
for source in translations/*.ts; do
    # Never in place: a running terminal may have mapped the old one.
    "$bin/pyside6-lrelease" -silent "$source" -qm "${source%.ts}.$$.qm"
    mv "${source%.ts}.$$.qm" "${source%.ts}.qm"
done
