"""The test bed of a case: token provider, eID server and redirectors over TLS, a card, and the client."""

import socket
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from cardreader.chat import AccessRight
from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client import paos
from cardreader.eid_client.client import ClientProfile
from cardreader.eid_client.conversation import EidConversation, PinRejected, WhoAsks
from cardreader.eid_client.exchange import Progress
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidFailed, EidOutcome, EidSucceeded
from cardreader.eid_client.paos_messages import Envelope, StartPaos
from cardreader.secret import TYPED_ON_READER, Secret
from sandbox.comfort_reader.pad import Pad
from sandbox.comfort_reader.reader import ComfortReader
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.psk_tls import CIPHERS
from sandbox.id_card.chip import initial_state
from sandbox.id_card.direct import DirectReader
from sandbox.id_card.memory import RamMemory
from tests.cardreader.eid_client.eid_world import PERSONAS, token
from tests.cardreader.eid_client.tls_servers import Identity, psk_server_context
from tests.conformance import cv_world
from tests.conformance.eid_script import Dialogue, EidScript
from tests.conformance.identities import EID_SERVER, REDIRECTS, SERVICE, identity
from tests.conformance.tls_hosts import Handler, Reply, Request, TlsHost, page, tls_1_2
from tests.conformance.watched_card import WatchedCard

ROOT = cv_world.root(1).certificate
ORIGIN = f"https://{SERVICE}"
TOKEN_URL = f"{ORIGIN}/token?session=1"
REFRESH = f"{ORIGIN}/refresh?session=1"
ERROR_ADDRESS = f"{ORIGIN}:444/error"
SERVER_ADDRESS = f"https://{EID_SERVER}:8443/paos?sessionid=1"
PSK = bytes(range(32))
PIN = "123456"
_TIMEOUT_S = 10.0


@dataclass
class Bed:
    """Change what the case is about, then `run`; afterwards the hosts, the script and the card tell."""

    pki: Pki
    script: EidScript
    service: TlsHost
    eid_server: TlsHost
    card: WatchedCard
    hosts: dict[tuple[str, int], TlsHost] = field(default_factory=dict)
    """Who answers at which name and port."""
    dialled: list[tuple[str, int]] = field(default_factory=list)
    token_changes: dict[str, str | None] = field(default_factory=dict)
    profile: ClientProfile = field(default_factory=lambda: ClientProfile(trusted_roots=(ROOT,)))
    started: list[StartPaos] = field(default_factory=list)
    asked: WhoAsks | None = None
    progress: list[Progress] = field(default_factory=list)
    rejected: list[int] = field(default_factory=list)
    """The attempts left after each wrong PIN; the right one is tried next."""
    _dialogue: Dialogue | None = None
    attached: bool = False
    pad: Pad | None = None
    """The keys of a reader that has some; the PIN is typed there then."""
    pulls_card_at: int = 0
    """Pull the card in its n-th command; 0 leaves it there."""

    @classmethod
    def open(cls, pki: Pki) -> Self:
        service_identity, server_identity = identity(SERVICE), identity(EID_SERVER, "rsa:3072")
        described = cv_world.description(cls.listed(), subject_url=ORIGIN)
        script = EidScript(
            cv_world.terminal(cv_world.document_verifier(1), described), pki.trusted_country_signers
        )
        bed = cls(
            pki,
            script,
            TlsHost(tls_1_2(service_identity), lambda _: page()),
            TlsHost(psk_server_context(server_identity, PSK, CIPHERS), lambda _: page()),
            make_card(pki, ROOT),
        )
        bed.service.answer = bed.serve_token
        bed.eid_server.answer = bed.serve_paos
        bed.hosts |= {(SERVICE, 443): bed.service, (EID_SERVER, 8443): bed.eid_server}
        return bed

    @staticmethod
    def listed() -> list[bytes]:
        """The TLS certificates (DER) that the service's description lists."""
        good = (identity(SERVICE), identity(EID_SERVER, "rsa:3072"), *map(identity, REDIRECTS))
        return [each.der for each in good]

    def close(self) -> None:
        for host in {id(host): host for host in (*self.hosts.values(), self.service)}.values():
            host.close()

    def add(self, host: str, answer: Handler, *, port: int = 443, shown: Identity | None = None) -> TlsHost:
        """Have one more HTTPS host; its certificate is its own good one unless `shown`."""
        self.hosts[host, port] = TlsHost(tls_1_2(shown or identity(host)), answer)
        return self.hosts[host, port]

    def trust(self, *roots: CvCertificate, card: tuple[CvCertificate, ...] | None = None) -> None:
        """Set the roots of the client, none if it leaves the check to the card, and those of the card."""
        self.profile = replace(self.profile, trusted_roots=roots)
        if card is not None:
            self.card = make_card(self.pki, *card)

    def token(self, **changes: str | None) -> bytes:
        common: dict[str, str | None] = {
            "ServerAddress": SERVER_ADDRESS,
            "SessionIdentifier": "session-1",
            "RefreshAddress": REFRESH,
            "CommunicationErrorAddress": ERROR_ADDRESS,
            "PSK": PSK.hex(),
        }
        return token(**(common | self.token_changes | changes))

    def serve_token(self, request: Request) -> Reply:
        """What the service answers: its token, and its half of PAOS when the eID server is attached."""
        if request.target.startswith("/token"):
            return page(body=self.token(), Content_Type="text/xml; charset=utf-8")
        if request.method == "POST" and self.attached:
            return self.serve_paos(request)
        return page("404 Not Found")

    def serve_paos(self, request: Request) -> Reply:
        received = paos.parse_client_message(request.body)
        if isinstance(received.message, StartPaos):
            self.started.append(received.message)
            self._dialogue = self.script.play()
            said = next(self._dialogue)
        else:
            assert self._dialogue is not None
            said = self._dialogue.send(received.message)
        if not isinstance(said, bytes):
            said = paos.build_server_message(Envelope(paos.new_message_id(), received.message_id, said))
        return page(body=said, Content_Type=paos.CONTENT_TYPE)

    def dial(self, target: tuple[str, int], timeout_s: float) -> socket.socket:
        self.dialled.append(target)
        if target not in self.hosts:
            raise ConnectionRefusedError(f"nobody answers at {target}")
        return self.hosts[target].dial(timeout_s)

    def run(
        self,
        url: str = TOKEN_URL,
        *,
        pin: str | None = PIN,
        declines: frozenset[AccessRight] = frozenset(),
        meanwhile: Callable[[], None] = lambda: None,
        cancels_after_pin: bool = False,
    ) -> EidOutcome:
        """Carry out a run. The citizen grants all but what is declined; a `pin` of None cancels."""
        outcome = self._run(url, pin, declines, meanwhile, cancels_after_pin=cancels_after_pin)
        for host in self.hosts.values():
            host.settle()
        return outcome

    def _run(
        self,
        url: str,
        pin: str | None,
        declines: frozenset[AccessRight],
        meanwhile: Callable[[], None],
        *,
        cancels_after_pin: bool,
    ) -> EidOutcome:
        self.asked = None
        reader = DirectReader(lambda _: self.card, comfort=ComfortReader(self.pad) if self.pad else None)
        reader.place("erika")
        if self.pulls_card_at:
            reader.pull_at(self.pulls_card_at)
        transport = HttpTransport(self.profile.http_user_agent, timeout_s=_TIMEOUT_S, dial=self.dial)
        conversation = EidConversation(transport, reader.connect, self.profile)
        begun = conversation.start(url)
        if isinstance(begun, EidFailed):
            return begun
        self.asked = begun
        meanwhile()
        if pin is None:
            return conversation.cancel()

        def report(progress: Progress) -> None:
            self.progress.append(progress)
            if cancels_after_pin:
                conversation.request_cancel()

        granted = begun.request.optional - declines
        typed = TYPED_ON_READER if self.pad else Secret(pin.encode())
        outcome = conversation.proceed(granted, typed, report)
        while isinstance(outcome, PinRejected):
            self.rejected.append(outcome.attempts_left)
            outcome = conversation.proceed(granted, Secret(PIN.encode()), report)
        return outcome

    def run_well(self) -> EidSucceeded:
        """Carry out a run that has to succeed."""
        outcome = self.run()
        assert isinstance(outcome, EidSucceeded), (outcome, self.script.heard)
        assert outcome.refresh_url == f"{REFRESH}&ResultMajor=ok"
        return outcome

    def fails(self, *minors: str, to: str = REFRESH) -> EidFailed:
        """Carry out a run that has to fail, and to lead to `to` with one of the minors."""
        outcome = self.run()
        assert isinstance(outcome, EidFailed)
        assert returned_with(outcome, to) in minors
        return outcome

    def fails_without_address(self) -> EidFailed:
        """Carry out a run after which a browser would be told 400 or 404: there is nowhere to go."""
        outcome = self.run()
        assert isinstance(outcome, EidFailed)
        assert outcome.refresh_url is None
        return outcome


def make_card(pki: Pki, *trusted: CvCertificate) -> WatchedCard:
    """Make Erika's card with one or two trust points, the newer one first."""
    persona, keys = PERSONAS["erika"], pki.personalise("erika")
    state = replace(initial_state(persona, keys), trust_points=tuple(each.to_bytes() for each in trusted))
    return WatchedCard(persona, keys, RamMemory(replace(state, current_date=trusted[0].effective)))


def returned_with(outcome: EidFailed, address: str) -> str:
    """Return the ResultMinor; the address must be `address` with nothing added but the result."""
    url = outcome.refresh_url or ""
    base, added = url[: len(address)], url[len(address) + 1 :]
    assert base == address, url
    parameters = dict(parse_qsl(added))
    assert parameters.keys() == {"ResultMajor", "ResultMinor"}, url
    assert parameters["ResultMajor"] == "error"
    assert urlsplit(url).query.endswith(added)
    return parameters["ResultMinor"]
