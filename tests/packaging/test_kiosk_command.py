"""`kiosk` is one command: from the installed package, and from a clone, in whatever directory."""

import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from kiosk.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


def test_the_installed_command_is_the_program() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert scripts.keys() == {"kiosk"}
    assert EntryPoint("kiosk", scripts["kiosk"], "console_scripts").load() is main


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--help"], "usage: kiosk "),
        (["doctor", "--help"], "usage: kiosk doctor"),
        (["services", "check", "nothing.json"], "nothing.json"),
    ],
)
def test_a_clone_has_it_as_well(tmp_path: Path, words: list[str], told: str) -> None:
    for each in ("kiosk", "cardreader", "resources"):
        (tmp_path / each).symlink_to(ROOT / each)
    bin_directory = tmp_path / ".venv" / "bin"
    bin_directory.mkdir(parents=True)
    python = bin_directory / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    shutil.copy(ROOT / "packaging" / "setup" / "kiosk.sh", bin_directory / "kiosk")
    done = subprocess.run(
        [str(bin_directory / "kiosk"), *words],
        cwd=tmp_path / ".venv",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert told in done.stdout + done.stderr
