"""`python -m bench.profiled_client URL PIN N`: signs in N times and tells what each errand took."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.eid_client.conversation import EidConversation, Transport, WhoAsks
from cardreader.eid_client.exchange import ExchangePaos, HttpFailed, Page, PeerCertificate
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidSucceeded
from cardreader.part10 import Feature
from cardreader.pcsc import PcscReaders
from cardreader.reader import Connection
from cardreader.secret import Secret

_COMMANDS = {
    (0xA4, 0x04): "SELECT application",
    (0xA4, 0x00): "SELECT master file",
    (0xB0, 0x9E): "READ BINARY EF.DIR",
    (0xB0, 0x9C): "READ BINARY EF.CardAccess",
    (0xB0, 0x9D): "READ BINARY EF.CardSecurity",
    (0x22, 0xC1): "MSE:Set AT (PACE)",
    (0x22, 0x81): "MSE:Set DST or AT (terminal)",
    (0x22, 0x41): "MSE:Set AT (chip)",
    (0x2A, 0x00): "PSO:VERIFY CERTIFICATE",
    (0x82, 0x00): "EXTERNAL AUTHENTICATE",
    (0x84, 0x00): "GET CHALLENGE",
    (0x86, 0x00): "GENERAL AUTHENTICATE",
    (0x20, 0x80): "VERIFY (validity)",
}


@dataclass(slots=True)
class Trace:
    """What one sign-in did: name, bytes out, bytes in, begin, end, seconds of processor."""

    rows: list[tuple[str, int, int, float, float, float]] = field(default_factory=list)

    def timed[T](self, name: str, sent: int, call: Callable[[], T], received: Callable[[T], int]) -> T:
        begun, processor = time.perf_counter(), time.process_time()
        answer = call()
        used, ended = time.process_time() - processor, time.perf_counter()
        self.rows.append((name, sent, received(answer), begun, ended, used))
        return answer


class _Transport:
    def __init__(self, inner: Transport, trace: Trace) -> None:
        self._inner, self._trace = inner, trace
        self._messages = 0

    def fetch(self, url: str) -> Page | HttpFailed:
        return self._trace.timed("GET token, with handshake", 0, lambda: self._inner.fetch(url), _length)

    def peek(self, url: str) -> PeerCertificate | HttpFailed:
        return self._trace.timed(
            "handshake with refresh address", 0, lambda: self._inner.peek(url), lambda _answer: 0
        )

    def exchange_paos(self, request: ExchangePaos) -> Page | HttpFailed:
        self._messages += 1
        name = f"POST PAOS {self._messages}" + (", with handshake" if self._messages == 1 else "")
        return self._trace.timed(name, len(request.body), lambda: self._inner.exchange_paos(request), _length)

    def close(self) -> None:
        self._trace.timed("close TLS", 0, self._inner.close, lambda _none: 0)


class _Connection:
    def __init__(self, inner: Connection, trace: Trace) -> None:
        self._inner, self._trace = inner, trace

    @property
    def features(self) -> frozenset[Feature]:
        return self._inner.features

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        fallback = "READ BINARY" if command.ins == 0xB0 else f"{command.ins:02X} {command.p1:02X}"
        name = _COMMANDS.get((command.ins, command.p1), fallback)
        sent = len(command.to_bytes())
        return self._trace.timed(
            name, sent, lambda: self._inner.transmit(command), lambda answer: len(answer.data) + 2
        )

    def use(self, feature: Feature, data: bytes) -> bytes:
        return self._inner.use(feature, data)

    def close(self) -> None:
        self._trace.timed("disconnect card", 0, self._inner.close, lambda _none: 0)


def _length(answer: Page | HttpFailed) -> int:
    return len(answer.body) if isinstance(answer, Page) else 0


def main() -> None:
    """Write one line of JSON a sign-in: its rows, and a last one for the whole; the first warms up."""
    url, pin, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
    for number in range(times + 1):
        trace, whole = Trace(), Trace()

        def connect(trace: Trace = trace) -> Connection:
            opened = trace.timed("connect card", 0, PcscReaders().connect, lambda _opened: 0)
            return _Connection(opened, trace)

        conversation = EidConversation(_Transport(HttpTransport("bench"), trace), connect)

        def sign_in(conversation: EidConversation = conversation) -> bool:
            if not isinstance(conversation.start(url), WhoAsks):
                return False
            outcome = conversation.proceed(frozenset(), Secret(pin.encode()), lambda _progress: None)
            return isinstance(outcome, EidSucceeded)

        if not whole.timed("whole", 0, sign_in, int):
            sys.exit("a sign-in failed")
        if number:
            print(json.dumps(trace.rows + whole.rows), flush=True)


if __name__ == "__main__":
    main()
