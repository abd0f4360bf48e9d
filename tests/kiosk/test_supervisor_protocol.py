"""The pipe between visit and supervisor: four messages, and nothing else gets through."""

import json

import pytest

from kiosk.session.effects import EndedHow
from kiosk.session.failure import Failure
from kiosk.supervisor_protocol import (
    LONGEST_LINE,
    Ended,
    EndedBy,
    FromVisit,
    Heartbeat,
    Lines,
    Painted,
    ProtocolError,
    Ready,
    parse,
)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"ready":true}', Ready()),
        (b' {"ready": true} ', Ready()),
        (b'{"heartbeat":0}', Heartbeat(0)),
        (b'{"heartbeat":2147483647}', Heartbeat(2**31 - 1)),
        (b'{"painted":210}', Painted(210)),
        (b'{"ended":"left"}', Ended(EndedBy.LEFT, "")),
        (b'{"ended":"failed","code":"KA-10"}', Ended(EndedBy.FAILED, "KA-10")),
        (b'{"code":"","ended":"closed"}', Ended(EndedBy.CLOSED, "")),
    ],
)
def test_the_four_messages(line: bytes, message: FromVisit) -> None:
    assert parse(line) == message


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"hello",
        b"[]",
        b"7",
        b"null",
        b"{}",
        b"\xff\xfe",
        b'{"ready":false}',
        b'{"ready":1}',
        b'{"ready":"Erika"}',
        b'{"ready":true,"name":"Erika"}',
        b'{"ready":"Erika","ready":true}',
        b'{"heartbeat":true}',
        b'{"heartbeat":1.0}',
        b'{"heartbeat":"1"}',
        b'{"heartbeat":-1}',
        b'{"heartbeat":2147483648}',
        b'{"heartbeat":1,"ready":true}',
        b'{"painted":600000}',
        b'{"ended":"mueller"}',
        b'{"ended":null}',
        b'{"ended":["left"]}',
        b'{"ended":"failed","code":"KA-99"}',
        b'{"ended":"failed","code":null}',
        b'{"ended":"failed","code":["KA-10"]}',
        b'{"ended":"failed","code":"KA-10","pin":"123456"}',
        b'{"show":true}',
    ],
)
def test_everything_else_is_a_breach_and_is_not_repeated(line: bytes) -> None:
    with pytest.raises(ProtocolError) as caught:
        parse(line)
    assert "Erika" not in str(caught.value)
    assert "mueller" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_every_end_of_a_visit_and_every_failure_can_be_told() -> None:
    for how in EndedHow:
        for failure in Failure:
            told = json.dumps({"ended": how.value, "code": failure.value}).encode()
            assert parse(told) == Ended(EndedBy(how.value), failure.value)


def test_lines_are_cut_wherever_the_stream_is() -> None:
    stream = b'{"ready":true}\n{"heartbeat":1}\n{"heart'
    for cut in range(len(stream)):
        lines = Lines()
        assert lines.feed(stream[:cut]) + lines.feed(stream[cut:]) == [b'{"ready":true}', b'{"heartbeat":1}']
        assert lines.feed(b'beat":2}\n') == [b'{"heartbeat":2}']


def test_a_line_without_end_is_a_breach() -> None:
    lines = Lines()
    assert lines.feed(b"x" * LONGEST_LINE) == []
    with pytest.raises(ProtocolError):
        lines.feed(b"x")
