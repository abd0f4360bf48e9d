#!/bin/sh
# `.venv/bin/kiosk` of a clone: runs the clone's own files from any directory. An installed package brings its own.
set -eu
clone=$(cd "$(dirname "$0")/../.." && pwd)
PYTHONPATH="$clone${PYTHONPATH:+:$PYTHONPATH}" exec "$clone/.venv/bin/python" -m kiosk "$@"
