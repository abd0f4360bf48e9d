#!/bin/sh
# Writes requirements.lock: every package of every extra, its hashes, and no address of any index.
set -eu
cd "$(dirname "$0")/../.."
.venv/bin/uv pip compile pyproject.toml packaging/setup/build-tools.in \
    --all-extras --universal --python-version 3.13 --generate-hashes --no-annotate --quiet \
    --no-emit-index-url --no-emit-find-links --custom-compile-command "packaging/setup/lock.sh" \
    --output-file requirements.lock "$@"
