"""The line itself, bent in every way: what is tried again, how long, and what each failure becomes."""

import gzip
import socket
from collections.abc import Iterator
from uuid import UUID

import jwt
import pytest
from lines import Clock, line_to
from scripted_server import Script, ScriptedServer, answer, hang_up, problem, raw, reset

from kiosk.bochum_id.errors import BackendError, BackendFault, Garbage, Refused, Unreachable
from kiosk.bochum_id.timing import Timing
from kiosk.bochum_id.transport import PDF, Call, Transport

OK = answer(200, b'{"fine": true}')
GET = Call("GET", "/v1/thing")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(server: ScriptedServer, clock: Clock) -> Iterator[Transport]:
    transport = line_to(server.origin, clock)
    yield transport
    transport.close()


def fault_of(line: Transport, call: Call = GET) -> BackendFault:
    with pytest.raises(BackendError) as caught:
        line.send(call)
    return caught.value.fault


def test_every_request_says_who_speaks_which_contract(server: ScriptedServer, line: Transport) -> None:
    server.play([OK])
    assert line.send(GET).json().member("fine").truth()
    (seen,) = server.seen
    assert seen.headers["user-agent"] == "bochum-kiosk/1.2.3"
    assert seen.headers["kiosk-contract"] == "1.0"
    assert "application/problem+json" in seen.headers["accept"]


PASSING: dict[str, list[Script]] = {
    "hangs up": [hang_up],
    "reset": [reset],
    "bad gateway": [answer(502, b"<html>", "text/html")],
    "unavailable": [answer(503)],
    "gateway timeout": [answer(504)],
    "too many requests": [problem(429, "too-many-attempts")],
    "problem that may pass": [problem(503, "upstream-unavailable")],
    "still running": [problem(409, "idempotency-in-progress")],
    "cut off": [answer(200, b'{"fine"', length=14)],
    "no HTTP": [raw(b"SSH-2.0-OpenSSH\r\n")],
    "three in a row": [hang_up, answer(503), reset],
}


@pytest.mark.parametrize("scripts", PASSING.values(), ids=PASSING.keys())
def test_what_may_pass_is_tried_again(
    server: ScriptedServer, line: Transport, clock: Clock, scripts: list[Script]
) -> None:
    server.play([*scripts, OK])
    assert line.send(GET).json().member("fine").truth()
    assert clock.sleeps == [0.5, 1.5, 4.0][: len(scripts)]


LASTING: dict[str, tuple[Script, type[BackendFault], int]] = {
    "never a word": (hang_up, Unreachable, 4),
    "always reset": (reset, Unreachable, 4),
    "always 502 in HTML": (answer(502, b"<html>", "text/html"), Unreachable, 4),
    "always a passing problem": (problem(503, "maintenance"), Refused, 4),
    "always cut off": (answer(200, b"{", length=99), Garbage, 4),
    "refused": (problem(403, "terminal-blocked", retryable=False), Refused, 1),
    "crashed": (problem(500, "internal-error"), Refused, 1),
    "crashed without a problem": (answer(500, b"oops", "text/plain"), Garbage, 1),
    "HTML": (answer(200, b"<html>", "text/html"), Garbage, 1),
    "HTML as 404": (answer(404, b"<html>", "text/html"), Garbage, 1),
    "a problem that is no JSON": (answer(400, b"{", "application/problem+json"), Garbage, 1),
    "a problem without code": (answer(400, b"{}", "application/problem+json"), Garbage, 1),
    "a redirect": (answer(302, b"", extra="Location: https://elsewhere.example/\r\n"), Garbage, 1),
    "broken gzip": (answer(200, b"no gzip", extra="Content-Encoding: gzip\r\n"), Garbage, 1),
    "a bomb": (
        answer(200, gzip.compress(b" " * 8_000_000), extra="Content-Encoding: gzip\r\n"),
        Garbage,
        1,
    ),
}


@pytest.mark.parametrize(("script", "kind", "tries"), LASTING.values(), ids=LASTING.keys())
def test_what_lasts_has_its_kind(
    server: ScriptedServer, line: Transport, script: Script, kind: type[BackendFault], tries: int
) -> None:
    server.play([script])
    assert isinstance(fault_of(line), kind)
    assert len(server.seen) == tries


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"NaN", b'"text"', b"[]"],
    ids=lambda body: repr(body[:9]),
)
def test_json_that_is_none_is_garbage(server: ScriptedServer, line: Transport, body: bytes) -> None:
    server.play([answer(200, body)])
    with pytest.raises(BackendError) as caught:
        line.send(GET).json().member("fine").truth()
    assert isinstance(caught.value.fault, Garbage)


def test_a_pdf_has_to_be_one(server: ScriptedServer, line: Transport) -> None:
    call = Call("GET", "/v1/documents/doc/content", accept=PDF)
    whole = b"%PDF-1.7\n...\n%%EOF\n"
    for script in (
        answer(200, b"<html>", PDF),
        answer(200, whole, "text/html"),
        answer(200, whole[:-8], PDF),
    ):
        server.play([script])
        assert isinstance(fault_of(line, call), Garbage)
    server.play([answer(200, whole, PDF)])
    assert line.send(call).body == whole


@pytest.mark.parametrize(
    "script",
    [
        problem(503, "maintenance", extra="Retry-After: 7\r\n"),
        problem(503, "maintenance", retryAfter=7),
        answer(503, b"<html>", "text/html", extra="Retry-After: 7\r\n"),
        problem(503, "maintenance", extra="Retry-After: Thu, 01 Jan 1970 00:16:47 GMT\r\n"),
        problem(
            503,
            "maintenance",
            extra="Date: Sat, 28 Nov 2026 12:00:00 GMT\r\nRetry-After: Sat, 28 Nov 2026 12:00:07 GMT\r\n",
        ),
        problem(503, "maintenance", extra="Retry-After: Sunday, 06-Nov-94 08:49:37 GMT\r\n", retryAfter=7),
    ],
    ids=["header", "member", "a gateway's header", "date", "date by the server's clock", "member first"],
)
def test_the_server_says_how_long_to_wait(
    server: ScriptedServer, line: Transport, clock: Clock, script: Script
) -> None:
    server.play([script, OK])
    line.send(GET)
    assert clock.sleeps == [7.0]


def test_a_wait_beyond_the_budget_is_not_waited(
    server: ScriptedServer, line: Transport, clock: Clock
) -> None:
    server.play([problem(503, "maintenance", retryAfter=60)])
    fault = fault_of(line)
    assert isinstance(fault, Refused)
    assert fault.problem.retry_after_s == 60
    assert clock.sleeps == []
    assert len(server.seen) == 1


def test_the_budget_is_fifteen_seconds_in_all(server: ScriptedServer, line: Transport, clock: Clock) -> None:
    started = clock.time
    server.play([problem(503, "maintenance", retryAfter=6)])
    fault_of(line)
    assert clock.time - started <= 15
    assert clock.sleeps == [6.0, 6.0]


def test_fetching_a_token_on_the_way_shares_the_budget(
    server: ScriptedServer, line: Transport, clock: Clock
) -> None:
    from local_ca import LocalCa  # noqa: PLC0415 - used here only

    from kiosk.bochum_id.terminal_key import PemTerminalKey  # noqa: PLC0415 - used here only
    from kiosk.bochum_id.terminal_profiles import AssertedTerminal  # noqa: PLC0415 - used here only

    started = clock.time
    server.play([hang_up])
    terminal = AssertedTerminal(line, PemTerminalKey("BB-1", LocalCa().terminal_pem(), "here"))
    with pytest.raises(BackendError):
        terminal.send(GET)
    assert clock.time - started <= 15


@pytest.mark.parametrize("retry_after", ["soon", -1, True, float("inf")])
def test_a_senseless_wait_is_garbage(server: ScriptedServer, line: Transport, retry_after: object) -> None:
    server.play([problem(503, "maintenance", retryAfter=retry_after)])
    assert isinstance(fault_of(line), Garbage)


def test_nobody_there(clock: Clock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    for origin in (f"http://127.0.0.1:{port}", f"https://127.0.0.1:{port}", "https://no-such-host.invalid"):
        transport = line_to(origin, clock)
        with pytest.raises(BackendError) as caught:
            transport.send(GET)
        assert isinstance(caught.value.fault, Unreachable)
        transport.close()


def test_plain_http_is_for_this_machine_only() -> None:
    for origin in ("http://api.id.bochum.example", "ftp://127.0.0.1", "127.0.0.1:80"):
        with pytest.raises(ValueError, match="https"):
            Transport(origin, software_version="0", ca_bundle=None, timing=Timing())


def test_each_try_has_a_proof_of_its_own_and_the_same_key(server: ScriptedServer, line: Transport) -> None:
    from kiosk.bochum_id.access import BoundToken, proven  # noqa: PLC0415 - used here only
    from kiosk.bochum_id.dpop import DpopKey  # noqa: PLC0415 - used here only
    from kiosk.bochum_id.once import new_key  # noqa: PLC0415 - used here only

    server.play([hang_up, answer(503), OK])
    token = BoundToken("token", DpopKey(), float("inf"))
    line.send(Call("POST", "/v1/thing?x=1", b"{}", headers=new_key()), proven(line, token))
    proofs = [seen.headers["dpop"] for seen in server.seen]
    claims = [jwt.decode(proof, options={"verify_signature": False}) for proof in proofs]
    assert len({claim["jti"] for claim in claims}) == 3
    assert {(claim["htm"], claim["htu"]) for claim in claims} == {("POST", f"{server.origin}/v1/thing")}
    (key,) = {seen.headers["idempotency-key"] for seen in server.seen}
    assert UUID(key.strip('"')).version == 4
    assert {seen.headers["authorization"] for seen in server.seen} == {"DPoP token"}


def test_the_proxy_settings_of_the_machine_are_not_asked(
    server: ScriptedServer, line: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    server.play([OK])
    line.send(GET)


def test_failures_print_places_and_codes_only(server: ScriptedServer, line: Transport) -> None:
    server.play([answer(200, b'{"displayName": 5, "familyName": "Geheim"}')])
    with pytest.raises(BackendError) as caught:
        line.send(GET).json().member("displayName").text()
    assert "GET /v1/thing.displayName" in str(caught.value)
    assert "Geheim" not in str(caught.value) + repr(caught.value)
