"""What a visitor has to see when a request of a visit meets a fault: computed, for every pair of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from faults import Fault, Looks
from visitor import Trouble


@dataclass(frozen=True, slots=True)
class Screen:
    """The kind screen of a stage, and what its "try again" does."""

    scene: str
    way_on: str


CLOSED = Screen("Closed", "")
STAGES: dict[str, Screen | None] = {
    "POST /oauth/token": CLOSED,
    "GET /catalogue": CLOSED,
    "DELETE /terminals/self/sessions": None,
    "GET /catalogue/services/svc_meldebescheinigung/versions/3": Screen("Failed", "OpenServiceAgain"),
    "POST /login-attempts": Screen("Failed", "SignInAgain"),
    "POST /login-attempts/*/eid-result": Screen("Failed", "SignInAgain"),
    "POST /login-attempts/*/session": Screen("Failed", "SignInAgain"),
    "POST /applications": Screen("Failed", "OpenApplicationAgain"),
    "POST /session/renew": None,
    "POST /terminals/self/assistance": None,
    "PATCH /applications/*": Screen("Failed", "PriceAgain"),
    "POST /applications/*/quote": Screen("Failed", "PriceAgain"),
    "GET /status": None,
    "POST /payments": Screen("Failed", "SendAgain"),
    "POST /applications/*/submission": Screen("Failed", "SendAgain"),
    "GET /documents/*": Screen("Done", "PrintAgain"),
    "GET /documents/*/content": Screen("Done", "PrintAgain"),
    "POST /documents/*/print-jobs": Screen("Done", "PrintAgain"),
    "POST /print-jobs/*/result": None,
    "GET /receipts/*": Screen("Done", "PrintAgain"),
    "GET /receipts/*/rendering": Screen("Done", "PrintAgain"),
    "DELETE /session": None,
}
"""By request; None where no screen waits for the answer."""

_NOTHING_NEW = 304

SEALED = frozenset({"GET /catalogue", "GET /catalogue/services/svc_meldebescheinigung/versions/3"})
"""Documents that a signature or a digest covers: nothing may be added there."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A request of a visit in which nothing goes wrong."""

    name: str
    status: int

    @property
    def has_body(self) -> bool:
        return self.status not in {204, 304}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a fault leads to."""

    screens: tuple[Trouble, ...]
    maybe: bool
    """Any number of them, from none on."""
    codes: frozenset[str]


def expectation(number: int, visit: Sequence[Recorded], at: int, fault: Fault, *, lasts: bool) -> Expectation:
    """Tell what the fault, the `number`-th of its visit, shows from the request `at` on.

    One that lasts is seen twice, because the visitor tries once while it lasts; one that does not is seen
    where the client does not try again by itself.
    """
    screen, looks = _first_sight(visit, at, fault, lasts=lasts)
    often = 2 if lasts else int(not fault.retried)
    if screen is None or looks is Looks.HARMLESS:
        return Expectation((), maybe=False, codes=frozenset())
    seen = Trouble(number, screen.scene, looks.value, screen.way_on)
    codes = frozenset(each.value for each in (looks, *fault.or_looks))
    return Expectation((seen,) * often, fault.maybe, codes)


def _first_sight(
    visit: Sequence[Recorded], at: int, fault: Fault, *, lasts: bool
) -> tuple[Screen | None, Looks]:
    for recorded in visit[at:] if lasts else visit[at : at + 1]:
        looks, screen = _looks(recorded, fault), screen_of(recorded)
        if looks is not Looks.HARMLESS and screen is not None:
            return screen, looks
    return None, Looks.HARMLESS


def screen_of(recorded: Recorded) -> Screen | None:
    """Give the screen of a failed request; none where the city is asked again behind somebody's back."""
    return None if recorded.status == _NOTHING_NEW else STAGES[recorded.name]


def _looks(recorded: Recorded, fault: Fault) -> Looks:
    if fault.of_body and not recorded.has_body:
        return Looks.HARMLESS
    if fault.forges and recorded.name in SEALED:
        return Looks.FORGERY
    return fault.looks


def agrees(seen: Sequence[Trouble], expected: Expectation) -> bool:
    """Say whether what was seen is what had to be."""
    if expected.maybe:
        return len(seen) <= len(expected.screens) and all(each.code in expected.codes for each in seen)
    same_screens = [(each.scene, each.way_on) for each in seen] == [
        (each.scene, each.way_on) for each in expected.screens
    ]
    return same_screens and all(each.code in expected.codes for each in seen)
