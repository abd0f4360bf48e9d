"""docs/conformance.md: a row a case, made of the case lists, the marks of the tests and their outcomes."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
ROOT = TESTS.parent
DOCUMENT = ROOT / "docs" / "conformance.md"
MARKS = ("tr03124", "tr03105")
PASSED = "passed"
_MODULES = {
    "EID_CLIENT_A1": "Module A1: activation",
    "EID_CLIENT_A2": "Module A2: token and connections",
    "EID_CLIENT_A3": "Module A3: certificate description, same origin",
    "EID_CLIENT_A4": "Module A4: the way back",
    "EID_CLIENT_B": "Module B: PAOS and extended access control",
    "EID_CLIENT_C2": "Module C2: rights sent to the card",
    "EID_CLIENT_C3": "Module C3: certificate chains",
    "EID_CLIENT_D": "Module D: user interface",
    "EID_CLIENT_E": "Module E: TLS",
    "CARD_PACE": "PACE",
    "CARD_TA": "Terminal authentication",
    "CARD_CA": "Chip authentication",
    "CARD_SM": "Secure messaging",
    "CARD_EID": "The eID application",
    "CARD_PIN": "PIN management",
}


@dataclass(frozen=True)
class Case:
    """One test case; `exempt` says why it does not apply, empty if it does."""

    id: str
    purpose: str
    exempt: str

    @property
    def module(self) -> str:
        found = [prefix for prefix in _MODULES if self.id.startswith(f"{prefix}_")]
        return _MODULES[found[0]]


@cache
def cases() -> tuple[Case, ...]:
    """Read both lists, in their order."""
    return tuple(
        Case(*(part.strip() for part in line.split("|")))
        for name in ("tr03124_cases.txt", "card_cases.txt")
        for line in (HERE / name).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )


@cache
def marked_tests() -> Mapping[str, tuple[str, ...]]:
    """Find the tests of each case by their marks, as `file::function`, whether or not they are collected."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in TESTS.rglob("test_*.py"):
        source = path.read_text(encoding="utf-8")
        if any(f"mark.{mark}(" in source for mark in MARKS):
            for function, case in _marks(ast.parse(source)):
                found[case].add(f"{path.relative_to(ROOT)}::{function}")
    return {case: tuple(sorted(tests)) for case, tests in found.items()}


def write(outcomes: Mapping[str, str]) -> str:
    """Return the document; `outcomes` are by test, and a case passes when all its tests did."""
    lines = [(HERE / "head.txt").read_text(encoding="utf-8")]
    module = ""
    for case in cases():
        if case.module != module:
            module = case.module
            lines += ["", f"## {module}", "", "| case | purpose | test | result |", "|---|---|---|---|"]
        tests = marked_tests().get(case.id, ())
        named = "<br>".join(f"`{test}`" for test in tests) or "–"
        result = f"does not apply: {case.exempt}" if case.exempt else _result(tests, outcomes)
        lines.append(f"| {case.id} | {case.purpose} | {named} | {result} |")
    lines += ["", _summary()]
    return "\n".join(lines) + "\n"


def expected() -> str:
    """What the document must say: every case that applies has passed."""
    return write({test: PASSED for tests in marked_tests().values() for test in tests})


def _result(tests: Iterable[str], outcomes: Mapping[str, str]) -> str:
    results = {outcomes.get(test, "not run") for test in tests}
    return PASSED if results == {PASSED} else ", ".join(sorted(results - {PASSED})) or "no test"


def _summary() -> str:
    official = [case for case in cases() if case.id.startswith("EID_CLIENT")]
    own = len(cases()) - len(official)
    exempt = sum(bool(case.exempt) for case in official)
    return (
        f"{len(official)} cases of TR-03124-2: {len(official) - exempt} apply, {exempt} do not. "
        f"{own} cases of the card's side."
    )


def _marks(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for decorator in function.decorator_list:
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) in {
                    f"pytest.mark.{mark}" for mark in MARKS
                }:
                    yield from ((function.name, ast.literal_eval(each)) for each in decorator.args)
