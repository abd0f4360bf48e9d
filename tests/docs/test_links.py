"""What the documents point at exists: relative links with their anchors, back-quoted paths, names."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"))
)
MADE_LATER = frozenset({"docs/screens", "docs/screens/overview.png"})
"""Drawn by `make screens`; nothing else may be missing."""

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_QUOTED = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
_PATH = re.compile(r"[\w.@-]+(?:/[\w.*<>@-]+)*/?")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_FILE_NAME = re.compile(r"[\w-]+\.(?:py|md|toml|qml|ts|json|sh|typ|lock)")


def prose(document: str) -> str:
    """Return a document without its code blocks."""
    return _FENCE.sub("", (ROOT / document).read_text(encoding="utf-8"))


@cache
def tops() -> frozenset[str]:
    """Return the directories of the repository; what starts with another word is no path of ours."""
    return frozenset(path.name for path in ROOT.iterdir() if path.is_dir()) - {"out", "dist", "build"}


@cache
def file_names() -> frozenset[str]:
    found = {path.name for path in ROOT.iterdir() if path.is_file()}
    for top in tops() - {".git", ".venv"}:
        found |= {path.name for path in (ROOT / top).rglob("*") if path.is_file()}
    return frozenset(found)


def exists(path: str) -> bool:
    """Say whether a path leads somewhere; `<x>` and `*` stand for anything, modules need no `.py`."""
    if path.rstrip("/") in MADE_LATER:
        return True
    pattern = re.sub(r"<\w+>", "*", path.rstrip("/"))
    return any(any(ROOT.glob(each)) for each in (pattern, f"{pattern}.py"))


def paths(document: str) -> Iterator[str]:
    for quoted in _QUOTED.findall(prose(document)):
        if "/" in quoted and _PATH.fullmatch(quoted) and quoted.partition("/")[0] in tops():
            yield quoted


def anchors(path: Path) -> set[str]:
    """Return a document's anchors as GitHub makes them of its headings."""
    headings = _HEADING.findall(_FENCE.sub("", path.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    broken = []
    for link in _LINK.findall(prose(document)):
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        path = ((ROOT / document).parent / target).resolve() if target else ROOT / document
        is_there = path.is_relative_to(ROOT) and exists(path.relative_to(ROOT).as_posix())
        if not is_there or (anchor and anchor not in anchors(path)):
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("document", DOCUMENTS)
def test_paths_exist(document: str) -> None:
    assert [path for path in paths(document) if not exists(path)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_named_without_their_folder_exist(document: str) -> None:
    named = {quoted for quoted in _QUOTED.findall(prose(document)) if _FILE_NAME.fullmatch(quoted)}
    assert named - file_names() == set()


def test_something_is_looked_at() -> None:
    assert len(DOCUMENTS) > 10
    assert "kiosk/session" in {path.rstrip("/") for path in paths("docs/architecture.md")}
    assert not exists("kiosk/no_such_file.py")


@cache
def words() -> frozenset[str]:
    """Return every word of the code, so that a name in a document is one that is really used."""
    kinds = {".py", ".qml", ".json", ".toml", ".sh", ".typ"}
    sources = [ROOT / "Makefile", ROOT / "pyproject.toml"]
    for top in ("kiosk", "ui", "cardreader", "sandbox", "packaging", "resources", "tests"):
        sources += [path for path in (ROOT / top).rglob("*") if path.suffix in kinds]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources if path != Path(__file__))
    return frozenset(re.findall(r"\w+", text))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_names_of_the_code_are_names_of_the_code(document: str) -> None:
    quoted = set(_QUOTED.findall(prose(document)))
    named = {each for each in quoted if _NAME.fullmatch(each) and not _FILE_NAME.fullmatch(each)}
    parts = {part for name in named for part in name.split(".")}
    assert parts - words() == set()
