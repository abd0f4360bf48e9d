"""What the code imports is what pyproject.toml declares: a fresh clone has nothing else."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
OURS = ("kiosk", "ui", "cardreader", "sandbox", "bench", "tests")

PARTS = {"shiboken6": "pyside6-essentials", "pydantic": "fastapi", "starlette": "fastapi"}
"""What another package brings along as part of its own interface, in a version of its choice."""

BASE = frozenset(PROJECT["dependencies"])
SANDBOX = BASE | frozenset(PROJECT["optional-dependencies"]["sandbox"])
EVERYTHING = SANDBOX | frozenset(PROJECT["optional-dependencies"]["dev"])


def distributions(requirements: frozenset[str]) -> set[str]:
    return {re.sub(r"[-_.]+", "-", each.partition("==")[0]).lower() for each in requirements}


def imported(package: str) -> dict[str, Path]:
    """Top-level names that any module of `package` imports, each with one that does."""
    found: dict[str, Path] = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(), str(path))):
            match node:
                case ast.Import(names):
                    found |= {alias.name.partition(".")[0]: path for alias in names}
                case ast.ImportFrom(module=str(module), level=0):
                    found[module.partition(".")[0]] = path
                case _:
                    pass
    return found


@pytest.mark.parametrize(
    ("package", "declared"),
    [
        ("kiosk", BASE),
        ("cardreader", BASE),
        ("ui", SANDBOX),
        ("sandbox", SANDBOX),
        ("bench", EVERYTHING),
        ("tests", EVERYTHING),
    ],
)
def test_nothing_undeclared_is_imported(package: str, declared: frozenset[str]) -> None:
    known = packages_distributions()
    allowed = distributions(declared)
    local = {name for path in (ROOT / package).rglob("*.py") for name in (path.stem, path.parent.name)}
    undeclared = {
        name: str(path.relative_to(ROOT))
        for name, path in imported(package).items()
        if name not in sys.stdlib_module_names
        and name not in (*OURS, *local)
        and PARTS.get(name) not in allowed
        and not allowed & {re.sub(r"[-_.]+", "-", each).lower() for each in known.get(name, [name])}
    }
    assert undeclared == {}, "add them to pyproject.toml and run `make lock`"
