"""Something to say of a definition: where, what, and what to do about it."""

from dataclasses import dataclass
from enum import Enum


class Weight(Enum):
    """How much it matters."""

    MISTAKE = "mistake"
    """The definition cannot be offered like this."""
    ADVICE = "advice"
    """It can, but people will understand it less well than they could."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`pointer` is a JSON Pointer (RFC 6901) to the value that it is about."""

    weight: Weight
    pointer: str
    problem: str
    advice: str


def mistake(pointer: str, problem: str, advice: str) -> Finding:
    return Finding(Weight.MISTAKE, pointer, problem, advice)


def advised(pointer: str, problem: str, advice: str) -> Finding:
    return Finding(Weight.ADVICE, pointer, problem, advice)
