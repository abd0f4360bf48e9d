"""`kiosk services check` and `preview`: for the people who write service definitions."""

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.services.checking.check import Placed, check

VERBS = ("services",)


def main(arguments: Sequence[str], say: Callable[[str], None], show: Callable[[str], None] = print) -> int:
    """Run one of the two; 0 when nothing is wrong, 1 when something is, 2 when it was asked wrongly."""
    options = _parser().parse_args(arguments)
    if options.verb == "check":
        return _check(options.files, say, show)
    return _preview(options, say)


def _check(files: Sequence[Path], say: Callable[[str], None], show: Callable[[str], None]) -> int:
    mistakes = advice = 0
    for file in files:
        try:
            content = file.read_bytes()
        except OSError as error:
            say(f"{file} cannot be read: {error.strerror}.")
            return 2
        for each in check(content):
            show(_line(file, each))
            mistakes += each.is_mistake
            advice += not each.is_mistake
    say(f"{_count(len(files), 'file')}: {_count(mistakes, 'mistake')}, {advice} to think about.")
    return 1 if mistakes else 0


def _line(file: Path, placed: Placed) -> str:
    """Write it as compilers do, so that editors lead to the place."""
    place, found = placed.place, placed.finding
    where = f"{file}:{place.line}:{place.column}: {found.weight.value}"
    return f"{where}: {found.pointer or 'the whole'}: {found.problem}; {found.advice}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _preview(options: argparse.Namespace, say: Callable[[str], None]) -> int:
    """Open the window in a process of its own: only the view knows how to draw."""
    if not options.file.is_file():
        say(f"{options.file} cannot be read: there is no such file.")
        return 2
    command = [sys.executable, "-m", "ui", "--role", "preview", "--definition", str(options.file)]
    return subprocess.run([*command, "--language", options.language], check=False).returncode


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description=__doc__)
    services = parser.add_subparsers(required=True).add_parser("services", help="service definitions")
    verbs = services.add_subparsers(dest="verb", required=True)
    checks = verbs.add_parser("check", help="say what is wrong with definitions, and where")
    checks.add_argument("files", type=Path, nargs="+", metavar="FILE")
    preview = verbs.add_parser("preview", help="open one in a window, with an invented citizen")
    preview.add_argument("file", type=Path, metavar="FILE")
    preview.add_argument("--language", choices=("de", "en"), default="de")
    return parser
