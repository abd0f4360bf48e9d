"""Fuzzes the parsers by coverage (`make fuzz`): those named, all without a name; what is found fails the run.

Inputs that break a parser are kept in `tests/fuzz/regressions`, where `make test` tries them again.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS, Shape

ROOT = Path(__file__).parents[2]
REGRESSIONS = ROOT / "tests/fuzz/regressions"
TALLY = ROOT / "tests/fuzz/inputs_tried.json"
WORK = ROOT / "build/fuzz"
DOCUMENT = ROOT / "docs/fuzzing.md"
_TRIED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_WORDS = [
    "Envelope",
    "Header",
    "Body",
    "MessageID",
    "RelatesTo",
    "Result",
    "ResultMajor",
    "ResultMinor",
    "DIDAuthenticate",
    "EAC1InputType",
    "EAC2InputType",
    "EACAdditionalInputType",
    "Certificate",
    "Signature",
    "Transmit",
    "InputAPDU",
    "xmlns=",
    "xsi:type=",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "&lt;",
    "&#xA;",
    "&amp;",
    "PSK",
    "Binding",
    "ServerAddress",
    "RefreshAddress",
    "https://",
    "Content-Length",
    "Transfer-Encoding",
    "chunked",
    "HTTP/1.1",
    "Location",
]


def main() -> int:
    options = _options()
    WORK.mkdir(parents=True, exist_ok=True)
    dictionary = WORK / "words.txt"
    dictionary.write_text("".join(f'"{word}"\n' for word in _WORDS))
    with tempfile.TemporaryDirectory() as state:
        good = seeds(Path(state))
    seconds = max(1, round(60 * options.minutes / len(options.parsers)))
    findings = 0
    for name in options.parsers:
        corpus = WORK / "corpus" / name
        corpus.mkdir(parents=True, exist_ok=True)
        for data in good[name]:
            _keep(corpus, data)
        tried, found = _fuzz(name, corpus, dictionary, seconds)
        findings += found
        if options.record:
            _record(name, tried)
    return 1 if findings else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("parsers", nargs="*", metavar="PARSER", help=", ".join(TARGETS))
    parser.add_argument("--minutes", type=float, default=10.0, help="for all of them together (default: 10)")
    parser.add_argument("--record", action="store_true", help=f"add the number of inputs to {TALLY.name}")
    options = parser.parse_args()
    unknown = set(options.parsers) - TARGETS.keys()
    if unknown:
        parser.error(f"no such parser: {', '.join(sorted(unknown))}")
    options.parsers = options.parsers or list(TARGETS)
    return options


def _fuzz(name: str, corpus: Path, dictionary: Path, seconds: int) -> tuple[int, int]:
    """Fuzz one parser; return how many inputs were tried and how many broke it."""
    target = TARGETS[name]
    command = [sys.executable, "-m", "tests.fuzz.one_target", name, str(corpus), f"-max_total_time={seconds}"]
    command += [f"-max_len={target.max_bytes}", "-timeout=10", "-rss_limit_mb=512", "-print_final_stats=1"]
    if target.shape is not Shape.TLV:
        command.append(f"-dict={dictionary}")
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as found:
        done = subprocess.run(
            [*command, f"-artifact_prefix={found}/"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        broken = [path.read_bytes() for path in Path(found).iterdir()]
    counts = _TRIED.findall(done.stdout)
    tried = int(counts[-1]) if counts else 0
    rate = tried / max(0.1, time.monotonic() - started)
    sys.stdout.write(f"{name:24} {tried:>10} inputs  {rate:>7.0f}/s  {len(broken)} broke it\n")
    if done.returncode or broken:
        sys.stdout.write("".join(f"    {line}\n" for line in done.stdout.splitlines()[-40:]))
    for data in broken:
        sys.stdout.write(f"    kept as {_keep(REGRESSIONS / name, data).relative_to(ROOT)}\n")
    sys.stdout.flush()
    return tried, len(broken) or int(done.returncode != 0)


def _keep(folder: Path, data: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / hashlib.sha256(data).hexdigest()[:12]
    path.write_bytes(data)
    return path


def tally_of() -> dict[str, int]:
    """Return how many inputs all recorded runs tried, by parser."""
    tally: dict[str, int] = json.loads(TALLY.read_text()) if TALLY.exists() else {}
    return tally


def _record(name: str, tried: int) -> None:
    tally = tally_of()
    tally[name] = tally.get(name, 0) + tried
    TALLY.write_text(json.dumps(dict(sorted(tally.items())), indent=1) + "\n")
    DOCUMENT.write_text(with_table(DOCUMENT.read_text(), tally))


def with_table(document: str, tally: dict[str, int]) -> str:
    """Return the document with the table of the inputs tried written anew."""
    rows = [
        ("parser", "inputs"),
        ("---", "--:"),
        *((f"`{name}`", f"{tally[name]:,}") for name in sorted(tally)),
    ]
    rows.append(("all", f"{sum(tally.values()):,}"))
    table = "".join(f"| {name} | {count} |\n" for name, count in rows)
    before, begin, rest = document.partition("<!-- fuzz:begin -->\n")
    _, end, after = rest.partition("<!-- fuzz:end -->")
    return before + begin + table + end + after


if __name__ == "__main__":
    sys.exit(main())
