"""A world without network for one run of the client: pages, an eID server, a card, a citizen.

The server's and the card's logic are the sandbox's; everything passes as the bytes that would travel.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.auxiliary_data import AuxiliaryData
from cardreader.chat import AccessRight
from cardreader.eid_client import paos
from cardreader.eid_client.client import ClientProfile, authenticate
from cardreader.eid_client.exchange import (
    Answer,
    AskCan,
    AskCanAgain,
    AskCitizen,
    AskOnSite,
    AskPinAfterCan,
    AskPinAgain,
    CanGiven,
    CardAnswered,
    CardFailed,
    CardProblem,
    CloseConnections,
    ConnectCard,
    Consent,
    Done,
    ExchangePaos,
    FetchPage,
    HttpFailed,
    HttpProblem,
    Page,
    PeekCertificate,
    PeerCertificate,
    Refused,
    Report,
    Request,
    SendToCard,
    UsePad,
)
from cardreader.eid_client.outcome import EidOutcome
from cardreader.eid_client.paos_messages import (
    ClientMessage,
    Envelope,
    ServerMessage,
    StartPaos,
    StartPaosResponse,
)
from cardreader.secret import Secret
from sandbox.eid_server.conversation import Outcome, converse, result_for_client
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.session_plan import SessionPlan
from sandbox.id_card.card import IdCard
from sandbox.id_card.chip import initial_state
from sandbox.id_card.memory import RamMemory
from sandbox.id_card.personas import load_personas

SERVICE = "https://service.example"
TOKEN_URL = f"{SERVICE}/token?session=1"
REFRESH = f"{SERVICE}/refresh?session=1"
ERROR_ADDRESS = f"{SERVICE}/sorry"
SERVER = "https://eid.example:8443/paos?sessionid=1"
PSK = "0011223344556677889900aabbccddeeff"
CAN = "CAN "
"""Before what is typed as the digits on the card."""
NAMES = frozenset({AccessRight.GIVEN_NAMES, AccessRight.FAMILY_NAMES})
PERSONAS = load_personas()

type Distortion = Callable[[int, ServerMessage], ServerMessage | bytes | HttpFailed]


def token(**changes: str | None) -> bytes:
    """Return a TC token; elements changed by name, left out when None."""
    fields: dict[str, str | None] = {
        "ServerAddress": SERVER,
        "SessionIdentifier": "session-1",
        "RefreshAddress": REFRESH,
        "CommunicationErrorAddress": ERROR_ADDRESS,
        "Binding": "urn:liberty:paos:2006-08",
        "PathSecurity_Protocol": "urn:ietf:rfc:4279",
        "PSK": PSK,
    }
    fields |= changes
    psk = fields.pop("PSK")
    inner = "".join(
        f"<{name.replace('_', '-')}>{value.replace('&', '&amp;')}</{name.replace('_', '-')}>"
        for name, value in fields.items()
        if value is not None
    )
    if psk is not None:
        inner += f"<PathSecurity-Parameters><PSK>{psk}</PSK></PathSecurity-Parameters>"
    return f'<?xml version="1.0" encoding="UTF-8"?><TCTokenType>{inner}</TCTokenType>'.encode()


def make_card(pki: Pki, persona_id: str = "erika") -> IdCard:
    persona, keys = PERSONAS[persona_id], pki.personalise(persona_id)
    return IdCard(persona, keys, RamMemory(initial_state(persona, keys)))


def make_plan(pki: Pki) -> SessionPlan:
    return SessionPlan(
        terminal=pki.issue_terminal(SERVICE),
        authority=pki.authority,
        trusted_country_signers=pki.trusted_country_signers,
        required=NAMES,
        optional=frozenset({AccessRight.ADDRESS}),
        auxiliary_data=AuxiliaryData.of(valid_on=pki.clock().date()),
        transaction_info="Aktenzeichen 1",
        now=pki.clock(),
    )


@dataclass
class World:
    """Change any part before `run`; afterwards see what was asked, sent and told."""

    pki: Pki
    plan: SessionPlan
    card: IdCard | None
    pages: dict[str, Page | HttpFailed] = field(default_factory=dict)
    citizen: list[str | None] = field(default_factory=lambda: ["123456"])
    """What is typed each time the citizen is asked, a CAN behind `CAN`; None refuses."""
    chosen: frozenset[AccessRight] = frozenset()
    distort: Distortion = lambda _number, message: message
    answer_card: Callable[[int, CommandApdu], ResponseApdu | CardProblem | None] = lambda _number, _apdu: None
    """Answers in the card's place; None leaves it to the card."""
    before_pin: Callable[[int], None] = lambda _number: None
    profile: ClientProfile = field(default_factory=ClientProfile)
    asked: list[Request] = field(default_factory=list)
    told_server: list[ClientMessage] = field(default_factory=list)
    pins: list[Secret] = field(default_factory=list)
    server_outcome: Outcome | None = None
    commands: int = 0
    _server: Generator[ServerMessage, ClientMessage, Outcome] | None = None
    _server_turns: int = 0

    def __post_init__(self) -> None:
        self.service_certificate = self.pki.eservice_tls.certificate_der
        self.server_certificate = self.pki.eid_server_tls.certificate_der
        self.pages.setdefault(TOKEN_URL, self.page(200, token()))

    def page(self, status: int, body: bytes = b"", location: str | None = None) -> Page:
        return Page(status, location, body, self.service_certificate)

    def run(self, url: str = TOKEN_URL) -> EidOutcome:
        run = authenticate(url, self.profile, self.pki.clock().date())
        try:
            request = next(run)
            while True:
                self.asked.append(request)
                request = run.send(self._answer(request))
        except StopIteration as done:
            outcome: EidOutcome = done.value
            return outcome

    def asked_for(self, kind: type[Request]) -> list[Request]:
        return [request for request in self.asked if isinstance(request, kind)]

    def _answer(self, request: Request) -> Answer:  # noqa: C901 - one case a request
        match request:
            case FetchPage(url):
                return self.pages.get(url, HttpFailed(HttpProblem.UNREACHABLE))
            case PeekCertificate(url):
                page = self.pages.get(url)
                if isinstance(page, HttpFailed):
                    return page
                return PeerCertificate(page.certificate if page else self.service_certificate)
            case ExchangePaos(_, _, body):
                return self._paos(body)
            case CloseConnections() | Report():
                return Done()
            case ConnectCard():
                if self.card is None:
                    return CardFailed(CardProblem.CARD_GONE)
                self.card.power_on()
                return Done()
            case SendToCard(command):
                return self._card(command)
            case UsePad():
                raise AssertionError("this reader has no pad")
            case AskCitizen() | AskPinAgain() | AskPinAfterCan() | AskCan() | AskOnSite() | AskCanAgain():
                return self._citizen()

    def _citizen(self) -> Consent | CanGiven | Refused:
        self.before_pin(len(self.pins))
        typed = self.citizen.pop(0)
        if typed is None:
            return Refused()
        if typed.startswith(CAN):
            self.pins.append(Secret(typed.removeprefix(CAN).encode()))
            return CanGiven(self.pins[-1])
        self.pins.append(Secret(typed.encode()))
        return Consent(self.chosen, self.pins[-1])

    def _card(self, command: CommandApdu) -> CardAnswered | CardFailed:
        self.commands += 1
        instead = self.answer_card(self.commands, command)
        if isinstance(instead, CardProblem):
            return CardFailed(instead)
        if instead is not None:
            return CardAnswered(instead)
        assert self.card is not None
        return CardAnswered(ResponseApdu.from_bytes(self.card.process(command.to_bytes())))

    def _paos(self, body: bytes) -> Page | HttpFailed:
        received = paos.parse_client_message(body)
        self.told_server.append(received.message)
        self._server_turns += 1
        message = self.distort(self._server_turns, self._serve(received.message))
        if isinstance(message, HttpFailed):
            return message
        if not isinstance(message, bytes):
            message = paos.build_server_message(Envelope(paos.new_message_id(), received.message_id, message))
        return Page(200, None, message, self.server_certificate)

    def _serve(self, message: ClientMessage) -> ServerMessage:
        try:
            if isinstance(message, StartPaos):
                self._server = converse(self.plan)
                return next(self._server)
            assert self._server is not None
            return self._server.send(message)
        except StopIteration as done:
            if done.value is not None:
                self.server_outcome = done.value
            assert self.server_outcome is not None
            return StartPaosResponse(result_for_client(self.server_outcome))


class WorldTransport:
    """The world's pages and server behind the transport's methods."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.closed = 0

    def fetch(self, url: str) -> Page | HttpFailed:
        answer = self._world._answer(FetchPage(url))
        assert isinstance(answer, Page | HttpFailed)
        return answer

    def peek(self, url: str) -> PeerCertificate | HttpFailed:
        answer = self._world._answer(PeekCertificate(url))
        assert isinstance(answer, PeerCertificate | HttpFailed)
        return answer

    def exchange_paos(self, request: ExchangePaos) -> Page | HttpFailed:
        answer = self._world._answer(request)
        assert isinstance(answer, Page | HttpFailed)
        return answer

    def close(self) -> None:
        self.closed += 1


def make_world(pki: Pki) -> World:
    return World(pki, make_plan(pki), make_card(pki))


def with_plan(world: World, **changes: object) -> None:
    """Change the server's plan."""
    world.plan = replace(world.plan, **changes)  # type: ignore[arg-type]  # names and types are the caller's
