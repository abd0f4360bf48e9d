"""The matrix: which faults meet which requests in which visits."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import recording
from fault_rules import SEALED, Recorded, screen_of
from faults import FAULTS, Fault, Looks

WHOLE = bool(os.environ.get("WHOLE_FAULT_MATRIX"))
"""True runs everything there is, alone and together; it takes an hour or so."""


@dataclass(frozen=True, slots=True)
class Case:
    """A visit, and which fault hits which of its requests, by number."""

    visit: str
    hits: Sequence[tuple[int, Fault]]
    lasts: bool

    def __str__(self) -> str:
        requests = recording.recorded(self.visit)
        return "; ".join(f"{at} {requests[at].name}: {fault.name}" for at, fault in self.hits)


def alone() -> Iterator[tuple[str, Case]]:
    """Every pair of a request and a fault in a visit of its own."""
    for visit in recording.VISITS:
        requests = recording.recorded(visit)
        for at in range(len(requests)):
            for fault in FAULTS.values():
                for lasts in (False, True):
                    name = f"{visit}: {_name(requests, at)} meets {fault.name}{', lasting' if lasts else ''}"
                    yield name, Case(visit, [(at, fault)], lasts)


def together(*, whole: bool) -> Iterator[tuple[str, Case]]:
    """Every pair once more, in few visits: each request of a visit meets another fault.

    What the visits have in common is hit in the first one only. Of outages, every request has every
    fourth, unless `whole`.
    """
    faults = list(FAULTS.values())
    grave = [fault for fault in faults if fault.looks is not Looks.HARMLESS and not fault.maybe]
    for visit in recording.VISITS:
        requests = recording.recorded(visit)
        own = range(_parting(visit), len(requests))
        for turn in range(len(faults)):
            yield f"{visit}: blips, turn {turn}", Case(visit, _hits(own, faults, turn), lasts=False)
        for number, lane in enumerate(_lanes(requests, own)):
            for turn in range(0 if whole else number % 4, len(grave), 1 if whole else 4):
                case = Case(visit, _hits(lane, grave, turn), lasts=True)
                yield f"{visit}: outages {number}, turn {turn}", case


def from_one_request_on(*, whole: bool) -> Iterator[tuple[str, Case]]:
    """What does no harm everywhere, from one request on until it does some."""
    visit = next(iter(recording.VISITS))
    requests = recording.recorded(visit)
    sealed = {at for at, request in enumerate(requests) if request.name in SEALED}
    starts = {
        "unknown members": sorted(sealed | {at + 1 for at in sealed}),
        "wrong type": range(0, len(requests), 1 if whole else 3),
    }
    for name, numbers in starts.items():
        for at in numbers:
            yield (
                f"{visit}: {name} from {_name(requests, at)} on",
                Case(visit, [(at, FAULTS[name])], lasts=True),
            )


def _hits(numbers: Sequence[int], faults: Sequence[Fault], turn: int) -> Sequence[tuple[int, Fault]]:
    return [(at, faults[(at + turn) % len(faults)]) for at in numbers]


def _parting(visit: str) -> int:
    """Give the first request that sets a visit apart from the first visit of all."""
    first, *_ = recording.VISITS
    if visit == first:
        return 0
    pairs = zip(recording.recorded(first), recording.recorded(visit), strict=False)
    return next(at for at, (one, other) in enumerate(pairs) if one != other)


def _lanes(requests: Sequence[Recorded], numbers: Sequence[int]) -> Sequence[Sequence[int]]:
    """Share requests out to visits so that no outage lasts on into the next one's request."""
    lanes: list[list[int]] = []
    ends: list[int] = []
    for at in numbers:
        seen_at = next(
            (number for number in range(at, len(requests)) if screen_of(requests[number])), len(requests)
        )
        free = next((lane for lane, end in enumerate(ends) if end < at), None)
        if free is None:
            lanes.append([at])
            ends.append(seen_at)
        else:
            lanes[free].append(at)
            ends[free] = seen_at
    return lanes


def _name(requests: Sequence[Recorded], at: int) -> str:
    before = sum(each.name == requests[at].name for each in requests[:at])
    return requests[at].name + (f" ({before + 1})" if before else "")
