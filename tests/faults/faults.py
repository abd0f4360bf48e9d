"""Every way in which the line to Bochum-ID breaks, and what a terminal can know of each."""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from http_messages import Answer, Request

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None
type Alter = Callable[[Request, Answer, int], Answer | bytes]
"""What comes in place of an answer; the number tells how often this fault has struck before."""


# ---------------------------------------------------------------- what happens on the line


@dataclass(frozen=True, slots=True)
class Refuses:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class NoSuchName:
    """The name does not resolve."""


@dataclass(frozen=True, slots=True)
class WrongCertificate:
    """Somebody else answers."""


@dataclass(frozen=True, slots=True)
class Silent:
    """No answer, ever."""

    acted: bool


@dataclass(frozen=True, slots=True)
class Resets:
    acted: bool


@dataclass(frozen=True, slots=True)
class ResetsInTheMiddle:
    """Of the answer."""


@dataclass(frozen=True, slots=True)
class Says:
    """Something else than the backend did, which may never have seen the request."""

    alter: Alter
    acted: bool


@dataclass(frozen=True, slots=True)
class ClockOff:
    """The terminal's own clock jumps."""

    seconds: float


type Event = Refuses | NoSuchName | WrongCertificate | Silent | Resets | ResetsInTheMiddle | Says | ClockOff

NO_CONNECTION = (Refuses, NoSuchName, WrongCertificate)
BEFOREHAND = (*NO_CONNECTION, ClockOff, Silent)
"""What has to be there before the request is sent; for silence, so that the client is not patient."""


# ---------------------------------------------------------------- what it looks like from the terminal


class Looks(Enum):
    """How the client has to understand it. The value is the code on the screen once tries are used up."""

    GONE = "BI-50"
    REFUSAL = "BI-51"
    NONSENSE = "BI-52"
    FORGERY = "BI-55"
    HARMLESS = ""


@dataclass(frozen=True, slots=True)
class Fault:
    name: str
    event: Event
    looks: Looks
    retried: bool = True
    """The client itself tries again."""
    forges: bool = False
    """Changes what a signature or a digest covers, where there is one, into something well-formed."""
    of_body: bool = False
    """Happens to the body of an answer, and to nothing where there is none."""
    or_looks: tuple[Looks, ...] = ()
    """What else it may look like, because chance decides where it hits, or when patience is over."""
    maybe: bool = False
    """Harmless, too, where it hits what the terminal does not read."""


def _says(status: int, media_type: str, body: bytes, **headers: str) -> Alter:
    lines = (
        ("Content-Type", media_type),
        *((name.replace("_", "-"), value) for name, value in headers.items()),
    )
    return lambda _request, _answer, _times: Answer(status, lines, body)


def _problem(status: int, code: str, **members: Json) -> Alter:
    document: dict[str, Json] = {
        "type": f"https://id.bochum.example/problems/{code}",
        "title": code,
        "status": status,
        "code": code,
        "traceId": "0" * 32,
        "retryable": True,
        **members,
    }
    retry_after = {"Retry_After": "2"} if status == 503 else {}
    return _says(status, "application/problem+json", json.dumps(document).encode(), **retry_after)


def _half(_request: Request, answer: Answer, _times: int) -> Answer:
    return answer.saying(answer.body[: len(answer.body) // 2])


def _half_of_what_was_announced(_request: Request, answer: Answer, _times: int) -> bytes:
    body = answer.body[: len(answer.body) // 2]
    length = len(answer.body) or 20
    return answer.saying(body).to_bytes(stated_length=length, last=True)


# ---------------------------------------------------------------- members

OPEN_MAPS = frozenset({"data", "provenance"})
"""Objects whose keys are not members of the contract."""


def positions(value: Json, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Walk every place in a document, the whole first."""
    yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from positions(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from positions(inner, (*path, index))


def of_another_type(value: Json, place: tuple[str | int, ...]) -> Json:
    """Give the document with what stands at `place` replaced by something of another type."""
    if not place:
        return _another(value)
    step, rest = place[0], place[1:]
    if isinstance(value, dict):
        return {
            name: of_another_type(inner, rest) if name == step else inner for name, inner in value.items()
        }
    if isinstance(value, list):
        return [of_another_type(inner, rest) if index == step else inner for index, inner in enumerate(value)]
    raise TypeError(f"{place} is not in the document")


def _another(value: Json) -> Json:
    match value:
        case bool():
            return "yes"
        case int() | float():
            return "seven"
        case str():
            return 7
        case list():
            return {"0": "was a list"}
        case dict():
            return ["was", "an object"]
        case None:
            return {"was": "nothing"}


def _one_member_of_another_type(request: Request, answer: Answer, times: int) -> Answer:
    if not answer.media_type.endswith("json") or not answer.body:
        return answer.saying(b"[]") if answer.body else answer
    document = json.loads(answer.body)
    places = list(positions(document))
    random.Random(request.name).shuffle(places)  # noqa: S311 - the same every time
    wrong = of_another_type(document, places[times % len(places)])
    return answer.saying(json.dumps(wrong).encode())


def with_unknown_members(value: Json, *, closed: bool = True) -> Json:
    """Add members that no contract knows, wherever members are."""
    if isinstance(value, list):
        return [with_unknown_members(inner, closed=closed) for inner in value]
    if not isinstance(value, dict):
        return value
    known = {
        name: with_unknown_members(inner, closed=closed and name not in OPEN_MAPS)
        for name, inner in value.items()
    }
    return {**known, "xxFutureMember": "of a later version"} if closed else known


def _unknown_members(_request: Request, answer: Answer, _times: int) -> Answer:
    if not answer.media_type.endswith("json") or not answer.body:
        return answer
    return answer.saying(json.dumps(with_unknown_members(json.loads(answer.body))).encode())


# ---------------------------------------------------------------- the list

_HTML = b"<!doctype html><html><title>Sign in to the network</title></html>"

FAULTS: Mapping[str, Fault] = {
    fault.name: fault
    for fault in (
        Fault("connection refused", Refuses(), Looks.GONE),
        Fault("name does not resolve", NoSuchName(), Looks.GONE),
        Fault("wrong certificate", WrongCertificate(), Looks.GONE),
        Fault("time-out before", Silent(acted=False), Looks.GONE),
        Fault("time-out after", Silent(acted=True), Looks.GONE),
        Fault("reset before", Resets(acted=False), Looks.GONE),
        Fault("reset after", Resets(acted=True), Looks.GONE),
        Fault("reset in the answer", ResetsInTheMiddle(), Looks.GONE, or_looks=(Looks.NONSENSE,)),
        Fault("429", Says(_says(429, "text/plain", b"slower", Retry_After="2"), acted=False), Looks.GONE),
        Fault("500", Says(_problem(500, "internal-error"), acted=True), Looks.REFUSAL, retried=False),
        Fault("503", Says(_problem(503, "maintenance"), acted=False), Looks.GONE),
        Fault(
            "503 of a proxy", Says(_says(503, "text/plain", b"busy", Retry_After="1"), acted=True), Looks.GONE
        ),
        Fault("HTML", Says(_says(200, "text/html", _HTML), acted=True), Looks.NONSENSE, retried=False),
        Fault("502 in HTML", Says(_says(502, "text/html", _HTML), acted=True), Looks.GONE),
        Fault("truncated", Says(_half, acted=True), Looks.NONSENSE, retried=False, of_body=True),
        Fault(
            "cut off",
            Says(_half_of_what_was_announced, acted=True),
            Looks.NONSENSE,
            of_body=True,
            or_looks=(Looks.GONE,),
        ),
        Fault(
            "wrong type",
            Says(_one_member_of_another_type, acted=True),
            Looks.NONSENSE,
            retried=False,
            of_body=True,
            forges=True,
            or_looks=(Looks.NONSENSE, Looks.FORGERY),
            maybe=True,
        ),
        Fault(
            "unknown members",
            Says(_unknown_members, acted=True),
            Looks.HARMLESS,
            retried=False,
            of_body=True,
            forges=True,
        ),
        Fault("clock a day behind", ClockOff(-86400), Looks.HARMLESS),
        Fault("clock ten minutes ahead", ClockOff(600), Looks.HARMLESS),
    )
}
