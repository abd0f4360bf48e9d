"""A terminal whose clock is wrong takes over the server's time, from one kind of answer only, and goes on."""

import json
import logging
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from urllib.parse import parse_qs

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from lines import Clock, line_to
from scripted_server import Script, ScriptedServer, Seen, answer, problem

from kiosk.bochum_id.access import BoundToken, proven
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.terminal_key import PemTerminalKey
from kiosk.bochum_id.terminal_profiles import AssertedTerminal
from kiosk.bochum_id.transport import Call, Transport

GET = Call("GET", "/v1/thing")
OK = answer(200, b"{}")
SERVER_NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
SKEWED = problem(401, "clock-skew", serverTime="2026-11-28T12:00:00Z")


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.time = SERVER_NOW.timestamp() + 86_400
    return clock


@pytest.fixture
def line(server: ScriptedServer, clock: Clock) -> Iterator[Transport]:
    transport = line_to(server.origin, clock)
    yield transport
    transport.close()


def issued_at(token: str) -> int:
    claims = jwt.decode(token, options={"verify_signature": False})
    assert isinstance(claims["iat"], int)
    return claims["iat"]


def proof_times(seen: list[Seen]) -> list[int]:
    return [issued_at(request.headers["dpop"]) - int(SERVER_NOW.timestamp()) for request in seen]


def citizen(line: Transport) -> BoundToken:
    return BoundToken("token", DpopKey(), float("inf"))


def test_the_request_is_repeated_with_the_servers_time_and_so_are_all_later_ones(
    server: ScriptedServer, line: Transport, clock: Clock
) -> None:
    server.play([SKEWED, OK])
    credentials = proven(line, citizen(line))
    line.send(GET, credentials)
    clock.time += 60
    line.send(GET, credentials)
    assert proof_times(server.seen) == [86_400, 0, 60]
    assert clock.sleeps == []


def test_assertion_and_proof_of_the_terminal_follow_as_well(server: ScriptedServer, line: Transport) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    token = {"access_token": "t", "token_type": "DPoP", "expires_in": 600}
    server.play([SKEWED, answer(200, json.dumps(token).encode()), OK])
    AssertedTerminal(line, PemTerminalKey("BB-1", pem, "here")).send(GET)
    assert proof_times(server.seen) == [86_400, 0, 0]
    assertions = [parse_qs(seen.body.decode())["client_assertion"][0] for seen in server.seen[:2]]
    assert [issued_at(each) - int(SERVER_NOW.timestamp()) for each in assertions] == [86_400, 0]


def test_it_is_repeated_once(server: ScriptedServer, line: Transport) -> None:
    server.play([SKEWED])
    with pytest.raises(BackendError) as caught:
        line.send(GET, proven(line, citizen(line)))
    assert isinstance(caught.value.fault, Refused)
    assert caught.value.fault.problem.code == "clock-skew"
    assert len(server.seen) == 2


def test_a_clock_that_is_set_right_meanwhile_is_followed(
    server: ScriptedServer, line: Transport, clock: Clock
) -> None:
    credentials = proven(line, citizen(line))
    server.play([SKEWED, OK, SKEWED, OK])
    line.send(GET, credentials)
    clock.time -= 86_400
    line.send(GET, credentials)
    assert proof_times(server.seen) == [86_400, 0, -86_400, 0]


@pytest.mark.parametrize(
    "script",
    [
        answer(200, b"{}", extra="Date: Sat, 28 Nov 2026 12:00:00 GMT\r\n"),
        problem(401, "token-expired", retryable=False, serverTime="2026-11-28T12:00:00Z"),
        problem(403, "clock-skew", serverTime="2026-11-28T12:00:00Z"),
        answer(401, b'{"code": "clock-skew", "serverTime": "2026-11-28T12:00:00Z"}'),
    ],
    ids=["a Date header", "another problem", "another status", "no problem document"],
)
def test_nothing_else_moves_the_clock(
    server: ScriptedServer, line: Transport, clock: Clock, script: Script
) -> None:
    server.play([script])
    with suppress(BackendError):
        line.send(GET)
    assert line.now() == clock.time
    assert len(server.seen) == 1


def test_the_jump_is_logged_without_values(
    server: ScriptedServer, line: Transport, caplog: pytest.LogCaptureFixture
) -> None:
    server.play([SKEWED, OK])
    with caplog.at_level(logging.WARNING):
        line.send(GET)
    (record,) = caplog.records
    assert "clock of this terminal is wrong" in record.getMessage()
    assert not any(character.isdigit() for character in record.getMessage())
