"""Runs libFuzzer over one parser: `python -m tests.fuzz.one_target NAME DIRECTORY [-option=value …]`."""

import sys

import atheris

with atheris.instrument_imports(include=["cardreader"]):
    from tests.fuzz.targets import TARGETS, Shape

from tests.fuzz.judge import judge
from tests.fuzz.mutations import mutate


def main() -> None:
    target = TARGETS[sys.argv.pop(1)]

    def keep_lengths(data: bytes, max_size: int, seed: int) -> bytes:
        changed = mutate(data, seed) if seed % 2 else atheris.Mutate(data, len(data))
        return changed[:max_size]

    def try_one(data: bytes) -> None:
        judge(target, data)

    if target.shape is Shape.TLV:
        atheris.Setup(sys.argv, try_one, custom_mutator=keep_lengths)
    else:
        atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
