#!/bin/sh
# Prints the path of a Python 3.13 that can make virtual environments, or says what to install.
# In this order: $KIOSK_PYTHON, the one on PATH, pyenv's, one that uv installs under build/.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)

fits() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 13))' >/dev/null 2>&1
}

# A shim of pyenv runs only where its home is set; the interpreter it stands for runs anywhere.
found() {
    "$1" -c 'import sys; print(sys._base_executable)'
    exit 0
}

if [ -n "${KIOSK_PYTHON:-}" ]; then
    if fits "$KIOSK_PYTHON"; then found "$KIOSK_PYTHON"; fi
    echo "KIOSK_PYTHON=$KIOSK_PYTHON is no Python 3.13 with venv and ensurepip" >&2
    exit 1
fi
for python in python3.13 python3 /usr/bin/python3.13; do
    if fits "$python"; then found "$python"; fi
done
shims=$(IFS=:; for folder in $PATH; do case $folder in */shims) printf '%s\n' "${folder%/shims}" ;; esac; done)
for pyenv in ${PYENV_ROOT:-} ${HOME:+"$HOME/.pyenv"} $shims; do
    for python in "$pyenv"/versions/3.13*/bin/python3.13; do
        if fits "$python"; then found "$python"; fi
    done
done

echo "No Python 3.13 here; uv fetches one into build/python. (Or install it and set KIOSK_PYTHON.)" >&2
uv=$root/build/uv
if [ ! -x "$uv/bin/uv" ]; then
    python3 -m venv "$uv" &&
        awk '/^uv==/ {block = 1} /^[a-z]/ && !/^uv==/ {block = 0} block' "$root/requirements.lock" >"$uv/uv.lock" &&
        "$uv/bin/pip" install -qq --require-hashes -r "$uv/uv.lock" || {
        echo "uv cannot be installed: that needs python3 with venv (Debian package python3-venv) and PyPI." >&2
        exit 1
    }
fi
UV_PYTHON_INSTALL_DIR=$root/build/python "$uv/bin/uv" python install --quiet 3.13 >&2 || {
    echo "Python 3.13 cannot be fetched. Install Python 3.13 and set KIOSK_PYTHON to its path." >&2
    exit 1
}
for python in "$root"/build/python/*/bin/python3.13; do
    if fits "$python"; then found "$python"; fi
done
echo "The Python that uv fetched does not run here. Install Python 3.13 and set KIOSK_PYTHON." >&2
exit 1
