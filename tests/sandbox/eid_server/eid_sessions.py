"""Opening sessions at an eID server under test, and going through them."""

from stub_client import USER_AGENT, PskConnection, StubCard, StubClient

from cardreader import tlv
from cardreader.chat import AccessRight
from cardreader.eid_client import paos
from cardreader.eid_client.paos_messages import Envelope, StartPaos, StartPaosResponse
from sandbox.eid_server.eid_interface import UseIdRequest, UseIdResponse
from sandbox.eid_server.server import EidServer

NAMES = UseIdRequest(required=frozenset({AccessRight.GIVEN_NAMES}))
FILES = {4: tlv.encode(0x64, tlv.encode(0x0C, b"ERIKA"))}
ORIGIN = "https://localhost:8443"


class SteadyClock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def opened(server: EidServer, request: UseIdRequest = NAMES) -> UseIdResponse:
    response = server.use_id(request)
    assert isinstance(response, UseIdResponse)
    return response


def start_paos(session_id: str) -> bytes:
    message = StartPaos(session_id, USER_AGENT)
    return paos.build_client_message(Envelope(paos.new_message_id(), None, message))


def log_in(session: UseIdResponse, card: StubCard) -> StartPaosResponse:
    with PskConnection(session) as connection:
        return StubClient(card, connection.post).run(session.session_id)
