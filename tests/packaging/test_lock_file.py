"""The lock file: it agrees with pyproject.toml, holds hashes for everything, and names no index."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def locked() -> dict[str, str]:
    """Every package of the lock with its version."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", LOCK, re.MULTILINE)
    return {_plain(name): version for name, version in found}


def _plain(name: str) -> str:
    """The normalised name of a package (PyPA, "Names and normalization")."""
    return re.sub(r"[-_.]+", "-", name).lower()


def direct() -> list[str]:
    extras = [each for extra in PROJECT["optional-dependencies"].values() for each in extra]
    tools = (ROOT / "packaging/setup/build-tools.in").read_text().splitlines()
    return [*PROJECT["dependencies"], *extras, *(line for line in tools if not line.startswith("#"))]


def test_every_direct_dependency_is_pinned_and_locked_as_pinned() -> None:
    for requirement in direct():
        name, pinned, version = re.sub(r"\[.*\]", "", requirement.partition(";")[0]).partition("==")
        assert pinned, f"{requirement} is not pinned"
        assert locked().get(_plain(name)) == version, f"{requirement} is not in the lock; run `make lock`"


def test_everything_has_hashes() -> None:
    blocks = re.split(r"^(?=[A-Za-z])", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(locked())
    assert [block.split("=")[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_no_index_is_named() -> None:
    assert re.findall(r"https?://|--index|--find-links|--extra", LOCK) == []
