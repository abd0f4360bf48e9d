"""Parsers that read more than one answer, fed from one string of bytes: a card's, and a web server's."""

import http.client
import io
from typing import Any, cast

from cardreader import card, reader_pace, tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import CardOperation, run
from cardreader.chip_authentication import authenticate_chip
from cardreader.eid_client.exchange import HttpFailed, Page
from cardreader.eid_client.http import HttpTransport, _Connection
from cardreader.elliptic import BRAINPOOL_P256R1, PrivateKey
from cardreader.errors import CardError
from cardreader.key_derivation import cmac
from cardreader.pace import PasswordId, pace
from cardreader.secret import Secret
from cardreader.secure_messaging import SecureMessaging, SessionKeys
from cardreader.security_infos import PaceInfo
from cardreader.terminal_authentication import get_challenge

KEYS = SessionKeys(bytes(range(16)), bytes(range(16, 32)))
KEY = PrivateKey.from_bytes(BRAINPOOL_P256R1, bytes(range(1, 33)))
PIN = b"123456"
PACE = PaceInfo("0.4.0.127.0.7.2.2.4.2.2", 2, 13)


class Recorded:
    """A card that gives the answers of a recording: each its length in two bytes, then data and status."""

    def __init__(self, recording: bytes) -> None:
        self._rest = recording

    def transmit(self, _command: CommandApdu) -> ResponseApdu:
        length = int.from_bytes(self._rest[:2])
        answer, self._rest = self._rest[2 : 2 + length], self._rest[2 + length :]
        if len(answer) < 2:
            raise CardError("the recording has no more answers")
        return ResponseApdu.from_bytes(answer)


def recording(*answers: bytes) -> bytes:
    """Write answers as `Recorded` reads them."""
    return b"".join(len(answer).to_bytes(2) + answer for answer in answers)


def ask_card(data: bytes) -> tuple[object, ...]:
    """Ask what a run asks a card before and after PACE."""
    channel = Recorded(data)
    found = run(card.detect(), channel)
    info = found.pace_info if isinstance(found, card.IdCard) else PACE
    operations: tuple[CardOperation[Any], ...] = (
        card.read_retry_counter(info),
        get_challenge(),
        authenticate_chip(KEY.public),
    )
    return tuple(run(operation, channel) for operation in operations)


def run_pace(data: bytes) -> object:
    """Run PACE with keys that are always the same."""
    secret = Secret(PIN)
    try:
        return run(pace(PACE, PasswordId.PIN, secret, None, key_source=lambda _curve: KEY), Recorded(data))
    finally:
        assert secret.is_wiped


def run_reader_pace(data: bytes) -> object:
    """Read what a reader with a pad says of the PACE it ran."""
    return reader_pace.read_outcome(data, PasswordId.PIN)


def unprotect_sealed(data: bytes) -> ResponseApdu:
    """Read a protected answer whose checksum is right, so that what lies behind it is reached."""
    status = 0x9000
    padded = data + b"\x80" + bytes(-(len(data) + 1) % 16)
    checksum = cmac(KEYS.mac, (1).to_bytes(16) + padded)
    return SecureMessaging(KEYS).unprotect(ResponseApdu(data + tlv.encode(0x8E, checksum), status))


class _Line:
    """As much of a socket as `http.client` needs to read an answer that is there already."""

    session = None

    def __init__(self, answer: bytes) -> None:
        self._answer = answer

    def allow(self, _timeout_s: float) -> None:
        """No answer takes any time here."""

    def sendall(self, _request: bytes) -> None:
        """The answer does not depend on the request."""

    def makefile(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._answer)

    def close(self) -> None:
        """Nothing is open."""


def read_http(data: bytes) -> Page | HttpFailed:
    """Read a web server's answer, with the connection already made; it never raises."""

    line = _Line(data)
    connection = http.client.HTTPConnection("service.example", 443)
    connection.auto_open = 0
    connection.sock = cast("Any", line)
    transport = HttpTransport("fuzz")
    made = _Connection(cast("Any", None), cast("Any", line), cast("Any", line), connection, b"certificate")
    url = "https://service.example/"
    answer = transport._answer((("service.example", 443), None), url, "GET", None, lambda: made)
    assert isinstance(answer, Page | HttpFailed)
    transport.close()
    return answer
