"""A login over real TLS: our transport and conversation, the sandbox's eID server, a service's pages."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
from eid_world import PERSONAS, make_card, token
from tls_servers import Server, read_request, response, serving

from cardreader.chat import AccessRight
from cardreader.eid_client.client import ClientProfile
from cardreader.eid_client.conversation import EidConversation, PinRejected, WhoAsks
from cardreader.eid_client.exchange import Progress
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.secret import Secret
from sandbox.eid_server.eid_interface import EidError, EidResult, UseIdRequest, UseIdResponse
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer
from sandbox.id_card.direct import DirectReader

NAMES = frozenset({AccessRight.GIVEN_NAMES, AccessRight.FAMILY_NAMES})


class Login:
    """A service with one open session at its eID server, and a terminal with a card."""

    def __init__(self, pki: Pki, service: Server, eid_server: EidServer) -> None:
        self.eid_server = eid_server
        opened = eid_server.use_id(UseIdRequest(required=NAMES))
        assert isinstance(opened, UseIdResponse)
        self.session = opened
        self.token_url, self.refresh = service.url("/token"), service.url("/refresh?session=1")
        self.reader = DirectReader(lambda persona_id: make_card(pki, persona_id))
        self.reader.place("erika")
        roots = (pki.authority.roots[-1].certificate,)
        self.conversation = EidConversation(
            HttpTransport("Test/1.0", timeout_s=10), self.reader.connect, ClientProfile(trusted_roots=roots)
        )

    def token(self) -> bytes:
        return token(
            ServerAddress=self.session.server_address,
            SessionIdentifier=self.session.session_id,
            RefreshAddress=self.refresh,
            PSK=self.session.psk.hex(),
        )

    def proceed(self, pin: str) -> EidSucceeded | PinRejected | EidFailed:
        progress: list[Progress] = []
        return self.conversation.proceed(frozenset(), Secret(pin.encode()), progress.append)


@pytest.fixture
def login(pki: Pki) -> Iterator[Login]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_path(pki.eservice_tls.certificate_file), _path(pki.eservice_tls.key_file))
    pages: list[Login] = []

    def serve(connection: ssl.SSLSocket) -> bool:
        request = read_request(connection)
        if request.startswith(b"GET /token "):
            connection.sendall(response(body=pages[0].token(), Content_Type="text/xml"))
        return bool(request)

    with serving(context, serve) as service:
        eid_server = EidServer(pki, service.url("").rstrip("/"))
        eid_server.start()
        try:
            pages.append(Login(pki, service, eid_server))
            yield pages[0]
        finally:
            eid_server.stop()


def _path(path: Path) -> Path:
    assert path.exists()
    return path


def test_login(login: Login) -> None:
    who = login.conversation.start(login.token_url)
    assert isinstance(who, WhoAsks)
    assert who.request.provider_name == "Stadt Bochum"
    assert who.request.required == NAMES
    assert login.proceed("123456") == EidSucceeded(f"{login.refresh}&ResultMajor=ok")
    result = login.eid_server.get_result(login.session.session_id)
    assert isinstance(result, EidResult)
    assert result.personal_data.family_names == PERSONAS["erika"].holder.family_names
    assert login.reader.apdu_count > 20


def test_wrong_pin_then_right(login: Login) -> None:
    assert isinstance(login.conversation.start(login.token_url), WhoAsks)
    assert login.proceed("654321") == PinRejected(2)
    assert isinstance(login.proceed("123456"), EidSucceeded)


def test_cancelled_login_is_known_to_the_server(login: Login) -> None:
    assert isinstance(login.conversation.start(login.token_url), WhoAsks)
    outcome = login.conversation.cancel()
    expected = f"{login.refresh}&ResultMajor=error&ResultMinor=cancellationByUser"
    assert (outcome.refresh_url, outcome.failure) == (expected, EidFailure.CANCELLED)
    assert isinstance(login.eid_server.get_result(login.session.session_id), EidError)


def test_card_pulled_during_the_login(login: Login) -> None:
    assert isinstance(login.conversation.start(login.token_url), WhoAsks)
    login.reader.pull_at(10)
    outcome = login.proceed("123456")
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CARD_REMOVED
    assert isinstance(login.eid_server.get_result(login.session.session_id), EidError)


def test_eid_server_that_goes_away(login: Login) -> None:
    assert isinstance(login.conversation.start(login.token_url), WhoAsks)
    login.eid_server.stop()
    outcome = login.proceed("123456")
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.SERVER_UNREACHABLE
    assert outcome.refresh_url is not None
    assert outcome.refresh_url.startswith(login.refresh)
