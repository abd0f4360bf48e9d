#!/bin/sh
# Makes a fresh clone ready for `make run` (run) or `make test` (test). Quick when there is nothing to do.
# Uses Debian's packages and PyPI with whatever settings the machine has for them; changes nothing in $HOME.
set -eu
kind=${1:-run}
cd "$(dirname "$0")/../.."
mkdir -p build/setup

# One at a time: two shells may start `make` at once.
if [ -z "${KIOSK_BOOTSTRAP_LOCKED:-}" ] && command -v flock >/dev/null 2>&1; then
    exec env KIOSK_BOOTSTRAP_LOCKED=1 flock build/setup/lock sh packaging/setup/bootstrap.sh "$kind"
fi

packaging/setup/system-packages.sh "$kind"

venv_fits() { .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info[:2] != (3, 13))' >/dev/null 2>&1; }
if ! venv_fits; then
    python=$(packaging/setup/find-python.sh)
    echo "Making .venv with $python"
    rm -rf .venv
    "$python" -m venv .venv
fi

# Prints the block of one package, or everything but that block.
block() { awk -v name="$1==" '/^[a-zA-Z]/ {in_it = index($0, name) == 1} in_it' requirements.lock; }
without() { awk -v name="$1==" '/^[a-zA-Z]/ {in_it = index($0, name) == 1} !in_it' requirements.lock; }

stamp=.venv/requirements.lock
if ! cmp -s requirements.lock "$stamp"; then
    echo "Installing the locked Python packages (half a minute)"
    without pyscard >build/setup/requirements.txt
    .venv/bin/pip install -qq --disable-pip-version-check --no-deps --require-hashes -r build/setup/requirements.txt
    cp requirements.lock "$stamp"
fi

cmp -s packaging/setup/kiosk.sh .venv/bin/kiosk || cp packaging/setup/kiosk.sh .venv/bin/kiosk

# pyscard has no wheel for Linux. Without a compiler everything but real readers works.
if ! .venv/bin/python -c 'import cardreader.pcsc' >/dev/null 2>&1; then
    header=$(find /usr/include /usr/local/include -name winscard.h 2>/dev/null | head -n 1)
    if [ -z "$header" ] || ! command -v cc >/dev/null 2>&1; then
        echo "pyscard cannot be built: missing are$(command -v cc >/dev/null 2>&1 || echo " a C compiler (gcc)")$([ -n "$header" ] || echo " PC/SC's headers (libpcsclite-dev)")." >&2
        echo "Real card readers do not work then; the sandbox's own card does." >&2
    else
        echo "Building pyscard for PC/SC"
        block pyscard >build/setup/pyscard.txt
        PATH="$PWD/.venv/bin:$PATH" .venv/bin/pip install -qq --disable-pip-version-check --no-deps \
            --no-build-isolation --require-hashes -r build/setup/pyscard.txt >build/setup/pyscard.log 2>&1 ||
            echo "pyscard could not be built (build/setup/pyscard.log); real card readers do not work." >&2
    fi
fi
