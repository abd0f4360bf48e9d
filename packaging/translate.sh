#!/bin/sh
# Collects the texts of all screens into translations/*.ts (German whole, English for plurals) and compiles them.
# --check changes nothing and fails when a text is missing, unfinished or no longer used.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
bin=$(dirname "$python")
files=$(find ui -name '*.qml' | sort)

# Brings the sources in folder $1 up to date with the screens.
collect() {
    # shellcheck disable=SC2086  # one word a file
    "$bin/pyside6-lupdate" -silent -locations none -no-obsolete -source-language en $files \
        -ts "$1/kiosk_de.ts" -target-language de
    # shellcheck disable=SC2086
    "$bin/pyside6-lupdate" -silent -locations none -no-obsolete -source-language en -pluralonly $files \
        -ts "$1/kiosk_en.ts" -target-language en
}

if [ "${1:-}" = --check ]; then
    trial=$(mktemp -d)
    trap 'rm -rf "$trial"' EXIT
    cp translations/*.ts "$trial"
    collect "$trial"
    wrong=0
    for source in translations/*.ts; do
        if ! cmp -s "$source" "$trial/$(basename "$source")"; then
            echo "$source does not have the texts of the screens: run make translate, then translate what is new" >&2
            wrong=1
        elif grep -q 'type="unfinished"' "$source"; then
            echo "$source has texts that nobody has translated: $(grep -c 'type="unfinished"' "$source")" >&2
            wrong=1
        fi
    done
    exit "$wrong"
fi

collect translations
for source in translations/*.ts; do
    # Never in place: a running terminal may have mapped the old one.
    "$bin/pyside6-lrelease" -silent "$source" -qm "${source%.ts}.$$.qm"
    mv "${source%.ts}.$$.qm" "${source%.ts}.qm"
done
