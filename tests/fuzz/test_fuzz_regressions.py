"""What once broke a parser, and what is good, tried again; and the judge finds what is planted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cardreader import tlv
from cardreader.tlv import TlvError
from tests.fuzz.__main__ import DOCUMENT, REGRESSIONS, tally_of, with_table
from tests.fuzz.judge import Fault, judge
from tests.fuzz.mutations import mutate
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS, Shape, Target

FOUND = sorted(path for path in REGRESSIONS.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[bytes]]:
    return seeds(tmp_path_factory.mktemp("seeds") / "pki")


def test_every_parser_has_good_inputs_that_it_reads(good: dict[str, list[bytes]]) -> None:
    assert good.keys() == TARGETS.keys()
    for name, inputs in good.items():
        assert inputs
        assert all(judge(TARGETS[name], data) for data in inputs), name


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_broke_a_parser_no_longer_does(path: Path) -> None:
    judge(TARGETS[path.parent.name], path.read_bytes())


# The library warns of serial numbers below one; the terminal does not mind them.
@pytest.mark.filterwarnings("ignore:Parsed a serial number")
@pytest.mark.parametrize("name", sorted(TARGETS))
def test_changed_inputs_are_read_or_refused(name: str, good: dict[str, list[bytes]]) -> None:
    target = TARGETS[name]
    verdicts = {judge(target, data) for data in _changed(good[name], target.shape, 100)}
    assert verdicts  # nothing else was raised


def _changed(inputs: list[bytes], shape: Shape, count: int) -> Iterator[bytes]:
    for seed in range(count):
        data = inputs[seed % len(inputs)]
        if shape is Shape.TLV:
            yield mutate(data, seed)
        else:
            place = seed * 7919 % (len(data) + 1)
            yield data[:place] + bytes([seed % 256]) + data[place + seed % 3 :]


def _raise_something_else(data: bytes) -> None:
    raise KeyError(len(data))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (Target(_raise_something_else, TlvError, Shape.TLV), KeyError),
        (Target(tlv.parse_all, TlvError, Shape.TLV, lambda _items: b""), Fault),
        (Target(bytes.hex, TlvError, Shape.TEXT, lambda _text: b"", is_exact=False), Fault),
    ],
)
def test_the_judge_sees_what_is_wrong(target: Target, expected: type[Exception]) -> None:
    with pytest.raises(expected):
        judge(target, b"\x04\x01a")


def test_the_judge_sees_what_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    spent = iter([0.0, 1.5])
    monkeypatch.setattr("tests.fuzz.judge.time.process_time", lambda: next(spent))
    with pytest.raises(Fault, match=r"took 1\.5 s"):
        judge(TARGETS["tlv"], b"")


def test_a_refusal_is_an_answer() -> None:
    assert not judge(TARGETS["tlv"], b"\x04")


def test_changes_keep_the_lengths_right() -> None:
    nested = tlv.encode(0x30, tlv.encode(0x30, tlv.encode(0x04, b"value")) + tlv.encode(0x02, b"\x01"))
    changed = [mutate(nested, seed) for seed in range(300)]
    assert len(set(changed)) > 30
    for data in changed:
        tlv.parse_all(data)


def test_the_document_tells_what_was_tried() -> None:
    assert tally_of().keys() <= TARGETS.keys()
    text = DOCUMENT.read_text()
    assert with_table(text, tally_of()) == text, "run `make fuzz ARGS=--record`"
    assert with_table(text, {"tlv": 1}) != text
