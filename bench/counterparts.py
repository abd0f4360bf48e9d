"""What a sign-in needs around the client: card, reader, service and eID server, and when each was at work."""

import tempfile
import time
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, takewhile
from operator import itemgetter
from pathlib import Path
from typing import override

from cardreader.chat import AccessRight
from sandbox.eid_server.eid_interface import UseIdRequest
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer
from sandbox.eid_server.small_eservice import SmallEService
from sandbox.eid_server.tls_http_server import TlsHttpServer
from sandbox.id_card.card import IdCard
from sandbox.id_card.vpcd import VirtualReaderLink
from sandbox.id_card.wallet import Wallet
from tests import pcscd_service

_ASKED = frozenset({AccessRight.GIVEN_NAMES, AccessRight.FAMILY_NAMES, AccessRight.ADDRESS})
_SESSIONS = 10_000
"""Nobody fetches the results: so many may lie there."""

type Span = tuple[float, float]
"""Begin and end, in seconds of the machine's steady clock, which all processes share."""


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Ready for clients; the spans grow while they come."""

    url: str
    pin: str
    environment: dict[str, str]
    """What a client's process needs to find the reader."""
    card: list[Span] = field(default_factory=list)
    """One span a command: from its arrival at the card to its answer."""
    servers: list[Span] = field(default_factory=list)
    """One span an HTTP request, and the server's computation of each handshake (`TlsHttpServer.on_busy`)."""

    def own(self, begun: float, ended: float) -> float:
        """Give the seconds of a sign-in in which neither the card nor a server was at work."""
        busy, reached = 0.0, begun
        for begins, ends in sorted(within(self.card, begun, ended) + within(self.servers, begun, ended)):
            busy += max(0.0, ends - max(begins, reached))
            reached = max(reached, ends)
        return ended - begun - busy


def within(spans: list[Span], begun: float, ended: float) -> list[Span]:
    """Give what lies between two moments of the spans, which were noted as they ended.

    An answer may be with the client before the server has noted that it is sent.
    """
    first = bisect_left(spans, begun, key=itemgetter(1))
    found = takewhile(lambda span: span[0] < ended, islice(spans, first, None))
    return [(max(begins, begun), min(ends, ended)) for begins, ends in found]


class _WatchedLink(VirtualReaderLink):
    """A slot that notes when its card works."""

    def __init__(self, port: int, spans: list[Span]) -> None:
        self._spans = spans
        super().__init__(port=port)

    @override
    def _answer(self, card: IdCard, message: bytes) -> bytes | None:
        begun = time.perf_counter()
        answer = super()._answer(card, message)
        if answer is not None and len(message) > 1:
            self._spans.append((begun, time.perf_counter()))
        return answer


@contextmanager
def running_counterparts() -> Iterator[Counterparts]:
    """Lay Erika's card on a virtual reader of a pcscd of its own, and start service and eID server.

    The reader's link sets TCP_NODELAY and TCP_QUICKACK, else delayed acknowledgements would be measured; the
    pcscd writes no log, which takes longer than the command it is about.
    """
    with tempfile.TemporaryDirectory() as folder, pcscd_service.running_pcscd(logs_commands=False) as pcscd:
        pki = Pki.open(Path(folder))
        card = Wallet(pki.personalise).card("erika")
        with SmallEService(pki) as service:
            server = EidServer(pki, service.origin, max_sessions=_SESSIONS)
            server.start()
            service.serve(server, UseIdRequest(required=_ASKED))
            found = Counterparts(service.tc_token_url, card.persona.pin, pcscd.environment)
            link = _WatchedLink(pcscd.reader_port, found.card)
            TlsHttpServer.on_busy = found.servers.append
            link.place(card)
            time.sleep(1)  # pcscd looks some times a second
            try:
                yield found
            finally:
                TlsHttpServer.on_busy = None
                link.close()
                server.stop()
