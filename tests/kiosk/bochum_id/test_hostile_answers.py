"""Everything a server can do wrong, in one table, and the typed failure each becomes."""

import gzip
import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from lines import Clock, line_to
from scripted_server import Script, ScriptedServer, answer, problem, raw

from kiosk.bochum_id.errors import BackendError, Garbage, Refused, Unreachable
from kiosk.bochum_id.transport import JSON, PDF, Call, Transport, json_bytes

GET = Call("GET", "/v1/thing")
FINE = b'{"fine": true}'
PROBLEM: dict[str, Any] = {"code": "internal-error", "status": 200, "retryable": True, "traceId": "t"}
SECRET = "Geheim"


def head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join((f"HTTP/1.1 {status}", *lines, "", "")).encode()


def chunked(*chunks: bytes) -> bytes:
    start = head("Content-Type: application/json", "Transfer-Encoding: chunked")
    return start + b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks)


@dataclass(frozen=True)
class Case:
    script: Script
    kind: type[object]
    words: str = ""
    call: Call = field(default=GET)
    tries: int = 1
    """4 where trying again can help."""


CASES: dict[str, Case] = {
    # ---- an answer of the wrong kind
    "a redirect elsewhere": Case(
        answer(302, extra="Location: https://elsewhere.example/\r\n"), Garbage, "answers 302"
    ),
    "a permanent redirect to itself": Case(answer(308, extra="Location: /v1/thing\r\n"), Garbage, "308"),
    "nothing new, though nobody asked": Case(answer(304), Garbage, "answers 304"),
    "early hints for ever": Case(raw(head("Link: </x>", status="103 Early Hints")), Garbage, "answers 103"),
    "another protocol": Case(raw(head("Upgrade: h2c", status="101 Switching Protocols")), Garbage, "101"),
    "a status beyond all": Case(raw(head("Content-Length: 0", status="999 ?")), Garbage, "answers 999"),
    "no status line": Case(raw(b"\x15\x03\x01\x00\x02\x02\x28"), Unreachable, tries=4),
    "no content type": Case(raw(head("Content-Length: 14") + FINE), Garbage, "media type"),
    "another content type": Case(answer(200, FINE, "text/html"), Garbage, "media type"),
    "an unknown encoding": Case(answer(200, FINE, extra="Content-Encoding: br\r\n"), Garbage, "encoding"),
    "a bomb": Case(
        answer(200, gzip.compress(bytes(50_000_000)), extra="Content-Encoding: gzip\r\n"), Garbage, "encoding"
    ),
    "a bomb in a problem": Case(
        answer(500, gzip.compress(b"{}"), "application/problem+json", extra="Content-Encoding: gzip\r\n"),
        Garbage,
        "encoding",
    ),
    "a problem with status 200": Case(problem(200, "internal-error"), Garbage, "media type"),
    "a problem dressed as a success": Case(
        answer(200, json.dumps(PROBLEM).encode()), Garbage, "problem inside"
    ),
    "a problem of another status": Case(
        answer(409, json.dumps({**PROBLEM, "status": 503}).encode(), "application/problem+json"),
        Garbage,
        "status of the answer",
    ),
    "HTML where a PDF should be": Case(
        answer(200, b"<html>", PDF), Garbage, "no PDF", Call("GET", "/v1/thing", accept=PDF)
    ),
    # ---- an answer of the wrong length
    "too long a Content-Length": Case(answer(200, FINE, length=99), Garbage, "cut off", tries=4),
    "too short a Content-Length": Case(answer(200, FINE, length=5), Garbage, "not JSON"),
    "a Content-Length that is none": Case(
        raw(head("Content-Type: application/json", "Content-Length: many") + FINE),
        Garbage,
        "the length is not stated",
        tries=4,
    ),
    "no length at all": Case(
        raw(head("Content-Type: application/json") + FINE), Garbage, "the length is not stated", tries=4
    ),
    "headers that break off": Case(
        raw(b"HTTP/1.1 200 OK\r\nContent-Type: appli"), Garbage, "the length is not stated", tries=4
    ),
    "two Content-Lengths": Case(
        raw(head("Content-Type: application/json", "Content-Length: 14", "Content-Length: 3") + FINE),
        Unreachable,
        tries=4,
    ),
    "chunks without an end": Case(raw(chunked(FINE)), Garbage, "cut off", tries=4),
    "chunks that are none": Case(
        raw(head("Content-Type: application/json", "Transfer-Encoding: chunked") + b"zz\r\n{}"),
        Garbage,
        "cut off",
        tries=4,
    ),
    "more than anybody needs": Case(answer(200, b" " * 4_200_000 + FINE), Garbage, "more than"),
    "an endless header": Case(raw(head(f"X: {'x' * 70_000}")), Unreachable, tries=4),
    "headers without number": Case(raw(head(*(f"X-{n}: 1" for n in range(200)))), Unreachable, tries=4),
    # ---- a body that is not what it says
    "empty": Case(answer(200), Garbage, "not JSON"),
    "another encoding of texts": Case(answer(200, FINE.decode().encode("utf-16")), Garbage, "not JSON"),
    "Latin-1": Case(answer(200, '{"x": "ü"}'.encode("latin-1")), Garbage, "not JSON"),
    "a number that is none": Case(answer(200, b'{"fine": NaN}'), Garbage, "not JSON"),
    "a number without end": Case(answer(200, b'{"fine": ' + b"9" * 9999 + b"}"), Garbage, "not JSON"),
    "a tower": Case(answer(200, b"[" * 100_000), Garbage, "not JSON"),
    "NUL in a text": Case(answer(200, rb'{"name": "Geheim\u0000"}'), Garbage, "half a character or NUL"),
    "half a character": Case(answer(200, rb'[{"name": ["Geheim\ud83d"]}]'), Garbage, "half a character"),
    "half a character in a name": Case(answer(200, rb'{"\udc00": 1}'), Garbage, "half a character"),
    "NUL in a problem": Case(
        answer(400, rb'{"code": "\u0000", "status": 400, "retryable": false}', "application/problem+json"),
        Garbage,
        "half a character or NUL",
    ),
    "a problem in HTML": Case(answer(404, b"<html>", "application/problem+json"), Garbage, "not JSON"),
    # ---- a refusal that says too much or too little
    "a wait that is none": Case(problem(503, "maintenance", retryAfter="soon"), Garbage, "retryAfter"),
    "a level nobody knows": Case(
        problem(403, "level-too-low", requiredLevel="top"), Garbage, "requiredLevel"
    ),
    "no number of tries": Case(problem(401, "login-failed", remaining=-1), Garbage, "remaining"),
    "a time that is none": Case(problem(401, "clock-skew", serverTime="now"), Garbage, "serverTime"),
    "a time without zone": Case(
        problem(401, "clock-skew", serverTime="2026-11-28T12:00:00"), Garbage, "serverTime"
    ),
    "a skewed clock without a time": Case(problem(401, "clock-skew"), Refused, "clock-skew"),
}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(server: ScriptedServer, clock: Clock) -> Iterator[Transport]:
    transport = line_to(server.origin, clock)
    yield transport
    transport.close()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_becomes_a_typed_failure(server: ScriptedServer, line: Transport, case: Case) -> None:
    server.play([case.script])
    with pytest.raises(BackendError) as caught:
        line.send(case.call)
    assert type(caught.value.fault) is case.kind
    assert case.words in str(caught.value)
    assert SECRET not in repr(caught.value)
    assert len(server.seen) == case.tries


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_next_answer_is_understood_again(server: ScriptedServer, line: Transport, case: Case) -> None:
    """Nothing of a broken answer is taken for a part of the next one."""
    server.play([*[case.script] * case.tries, answer(200, FINE)])
    with pytest.raises(BackendError):
        line.send(case.call)
    assert line.send(GET).json().member("fine").truth()


def test_what_follows_too_short_an_answer_is_not_the_next_one(
    server: ScriptedServer, line: Transport
) -> None:
    kept = head("Content-Type: application/json", "Content-Length: 14") + FINE
    smuggled = head("Content-Type: application/json", "Content-Length: 15") + b'{"fine": false}'
    server.play([raw(kept + smuggled), answer(200, FINE)])
    assert line.send(GET).json().member("fine").truth()
    assert line.send(GET).json().member("fine").truth()


def test_a_body_that_trickles_is_given_up_when_the_budget_is_spent(
    server: ScriptedServer, line: Transport, clock: Clock
) -> None:
    def trickle(connection: socket.socket) -> None:
        clock.time += 16
        connection.sendall(head("Content-Type: application/json", "Content-Length: 1000") + b" ")
        connection.recv(1)  # until the client goes

    server.play([trickle])
    with pytest.raises(BackendError) as caught:
        line.send(GET)
    assert caught.value.fault == Unreachable("the answer trickles")


HEADER_BY_HEADER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Slow: "
FOR_EVER = b"HTTP/1.1 100 Continue\r\n\r\n"


@pytest.mark.parametrize(
    "beginning", [b"", HEADER_BY_HEADER, FOR_EVER], ids=["silence", "headers", "continue"]
)
def test_an_answer_that_never_begins_is_broken_off_when_time_is_up(
    server: ScriptedServer, line: Transport, clock: Clock, beginning: bytes
) -> None:
    gone: list[bytes] = []

    def begin_only(connection: socket.socket) -> None:
        connection.sendall(beginning)
        clock.time += 16
        clock.ring()
        connection.settimeout(4)  # less than the client's own patience
        gone.append(connection.recv(1))

    server.play([begin_only])
    with pytest.raises(BackendError) as caught:
        line.send(GET)
    fault = caught.value.fault
    assert isinstance(fault, Unreachable) or (isinstance(fault, Garbage) and fault.cut_off)
    assert len(server.seen) == 1
    assert gone == [b""], "the client went at once"
    server.play([answer(200, FINE)])
    assert line.send(GET).json().member("fine").truth()


def test_nothing_new_is_an_answer_where_it_was_asked_for(server: ScriptedServer, line: Transport) -> None:
    server.play([answer(304)])
    assert line.send(Call("GET", "/v1/thing", headers={"If-None-Match": '"1"'})).status == 304


def test_a_refusal_is_read_whole(server: ScriptedServer, line: Transport) -> None:
    extensions: dict[str, object] = {
        "requiredLevel": "hoch",
        "methods": ["eid", "wallet"],
        "remaining": 2,
        "missing": ["payment"],
        "migratedTo": 4,
        "serverTime": "2026-11-28T13:00:00+01:00",
        "retryAfter": 7,
        "reason": "idle",
        "errors": [{"pointer": "/a", "keyword": "enum"}],
    }
    server.play([problem(403, "level-too-low", **extensions)])
    with pytest.raises(BackendError) as caught:
        line.send(Call("POST", "/v1/thing", json_bytes({}), JSON))
    assert isinstance(caught.value.fault, Refused)
    read = caught.value.fault.problem
    assert (read.required_level and read.required_level.value, read.methods) == ("hoch", ("eid", "wallet"))
    assert (read.remaining, read.missing, read.migrated_to) == (2, ("payment",), 4)
    assert (read.retry_after_s, read.reason, read.errors[0].pointer) == (7, "idle", "/a")
    assert read.server_time is not None
    assert read.server_time.isoformat() == "2026-11-28T12:00:00+00:00"
