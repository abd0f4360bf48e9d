"""TR-03124-2, modules A1 to A3: activation, token, connections, certificate description, same origin."""

import ssl

import pytest

from cardreader.eid_client.outcome import EidFailed, EidFailure
from cardreader.eid_client.paos_messages import Eac1Output
from sandbox.eid_server.psk_tls import CIPHERS
from tests.cardreader.eid_client.tls_servers import psk_server_context
from tests.conformance import cv_world
from tests.conformance.bed import ERROR_ADDRESS, ORIGIN, PSK, SERVER_ADDRESS, TOKEN_URL, Bed, returned_with
from tests.conformance.identities import EID_SERVER, PROVIDER, REDIRECTS, SERVICE, identity
from tests.conformance.tls_hosts import Reply, Request, page, redirect, tls_1_2

UNTRUSTED = "trustedChannelEstablishmentFailed"
EMPTY_TOKEN = {
    "ServerAddress": "",
    "SessionIdentifier": "",
    "RefreshAddress": "",
    "Binding": "",
    "PathSecurity_Protocol": "",
    "PSK": "",
}


def goes_nowhere(bed: Bed, url: str = TOKEN_URL) -> EidFailed:
    """Carry out a run that finds no token: nobody is asked, there is no address to go to."""
    outcome = bed.run(url)
    assert isinstance(outcome, EidFailed)
    assert outcome.refresh_url is None
    assert bed.asked is None
    assert bed.started == []
    return outcome


# Module A1. The kiosk starts the client itself, so that only the token's address is left of this module


@pytest.mark.tr03124("EID_CLIENT_A1_01")
def test_activation_with_a_token_url(bed: Bed) -> None:
    bed.run_well()
    assert bed.dialled[0] == (SERVICE, 443)
    assert bed.service.requests[0].target == "/token?session=1"


@pytest.mark.parametrize("url", ["", " ", "token"])
@pytest.mark.tr03124("EID_CLIENT_A1_03")
def test_activation_without_a_token_url(bed: Bed, url: str) -> None:
    assert goes_nowhere(bed, url).failure is EidFailure.TOKEN_UNREACHABLE
    assert bed.dialled == []


@pytest.mark.tr03124("EID_CLIENT_A1_04")
def test_activation_with_an_http_url(bed: Bed) -> None:
    goes_nowhere(bed, TOKEN_URL.replace("https", "http"))
    assert bed.dialled == []


# Module A2, the token and the connections


@pytest.mark.tr03124("EID_CLIENT_A2_01")
def test_token_with_a_key_of_its_own(bed: Bed) -> None:
    psk = "f0" * 32
    bed.token_changes = {"PSK": psk, "SessionIdentifier": "another-session"}
    named: list[str | None] = []

    def key_of(name: str | None) -> bytes:
        named.append(name)
        return bytes.fromhex(psk)

    bed.eid_server.context.set_psk_server_callback(key_of)
    bed.run_well()
    assert named == ["another-session"]
    assert [start.session_identifier for start in bed.started] == ["another-session"]
    assert bed.eid_server.requests[0].target == "/paos?sessionid=1"


@pytest.mark.tr03124("EID_CLIENT_A2_05")
def test_empty_token_with_an_error_address(bed: Bed) -> None:
    bed.token_changes = dict(EMPTY_TOKEN)
    bed.fails("communicationError", to=ERROR_ADDRESS)


@pytest.mark.tr03124("EID_CLIENT_A2_27")
def test_empty_token_with_an_error_address_of_http(bed: Bed) -> None:
    address = f"http://{SERVICE}:8080/error"
    bed.token_changes = {**EMPTY_TOKEN, "CommunicationErrorAddress": address}
    bed.fails("communicationError", to=address)


@pytest.mark.parametrize("status", ["302 Found", "303 See Other", "307 Temporary Redirect"])
@pytest.mark.tr03124("EID_CLIENT_A2_06", "EID_CLIENT_A2_07", "EID_CLIENT_A2_08")
def test_token_behind_a_redirect(bed: Bed, status: str) -> None:
    target = f"https://{REDIRECTS[0]}/token?a=b"
    bed.service.answer = lambda _: redirect(status, target)
    delivering = bed.add(REDIRECTS[0], bed.serve_token)
    bed.run_well()
    assert [request.target for request in delivering.requests] == ["/token?a=b"]


@pytest.mark.tr03124("EID_CLIENT_A2_09")
def test_redirect_to_a_page_that_is_not_there(bed: Bed) -> None:
    bed.service.answer = lambda _: redirect("303 See Other", f"https://{REDIRECTS[0]}/token")
    there = bed.add(REDIRECTS[0], lambda _: page("404 Not Found"))
    goes_nowhere(bed)
    assert len(there.requests) == 1


@pytest.mark.tr03124("EID_CLIENT_A2_10")
def test_redirect_to_http(bed: Bed) -> None:
    bed.service.answer = lambda _: redirect("303 See Other", f"http://{REDIRECTS[0]}/token")
    there = bed.add(REDIRECTS[0], bed.serve_token, port=80)
    goes_nowhere(bed)
    assert there.connections == 0


@pytest.mark.parametrize("status", ["404 Not Found", "500 Broken", "301 Moved Permanently", "204 Empty"])
@pytest.mark.tr03124("EID_CLIENT_A2_11")
def test_token_that_is_not_there(bed: Bed, status: str) -> None:
    bed.service.answer = lambda _: redirect(status, f"https://{REDIRECTS[0]}/token")
    elsewhere = bed.add(REDIRECTS[0], bed.serve_token)
    goes_nowhere(bed)
    assert elsewhere.connections == 0


@pytest.mark.tr03124("EID_CLIENT_A2_12")
def test_blank_instead_of_a_token(bed: Bed) -> None:
    bed.service.answer = lambda _: page(body=b" ", Content_Type="text/xml")
    assert goes_nowhere(bed).failure is EidFailure.TOKEN_INVALID


@pytest.mark.parametrize(
    "change",
    [
        {"ServerAddress": ""},
        {"ServerAddress": SERVER_ADDRESS.replace("https", "http")},
        {"PSK": PSK.hex() + "0"},
        {"PSK": "XX" + PSK.hex()},
    ],
    ids=["no server", "http server", "odd key", "key of letters"],
)
@pytest.mark.tr03124("EID_CLIENT_A2_13", "EID_CLIENT_A2_14", "EID_CLIENT_A2_20", "EID_CLIENT_A2_21")
def test_token_that_breaks_a_rule(bed: Bed, change: dict[str, str | None]) -> None:
    bed.token_changes = change
    assert bed.fails(UNTRUSTED).failure is EidFailure.TOKEN_INVALID
    assert bed.service.peeks == 1
    assert bed.eid_server.connections == 0


@pytest.mark.tr03124("EID_CLIENT_A2_15")
def test_eid_server_that_is_none(bed: Bed) -> None:
    bed.eid_server.answer = lambda _: page("404 Not Found")
    bed.fails(UNTRUSTED)
    assert bed.eid_server.handshakes == 1


@pytest.mark.tr03124("EID_CLIENT_A2_26")
def test_refresh_address_of_http(bed: Bed) -> None:
    bed.token_changes = {"RefreshAddress": f"http://{SERVICE}/refresh"}
    bed.fails("communicationError", to=ERROR_ADDRESS)
    assert bed.service.peeks == 0
    assert bed.eid_server.connections == 0


def attach(bed: Bed, *, protocol: str | None = None, psk: str | None = None) -> None:
    """Make the service its own eID server."""
    bed.attached = True
    bed.token_changes = {
        "ServerAddress": f"{ORIGIN}/paos",
        "PathSecurity_Protocol": protocol,
        "PSK": psk,
    }


@pytest.mark.tr03124("EID_CLIENT_A2_18")
def test_attached_server(bed: Bed) -> None:
    attach(bed)
    bed.run_well()
    assert bed.eid_server.connections == 0
    assert (bed.service.handshakes, bed.service.peeks) == (2, 1), "token and PAOS, then the peek"


@pytest.mark.tr03124("EID_CLIENT_A2_19")
def test_attached_server_with_empty_parameters(bed: Bed) -> None:
    attach(bed, protocol="urn:ietf:rfc:4279")
    token = bed.token().replace(
        b"</TCTokenType>", b"<PathSecurity-Parameters></PathSecurity-Parameters></TCTokenType>"
    )

    def answer(request: Request) -> Reply:
        return page(body=token) if request.method == "GET" else bed.serve_paos(request)

    bed.service.answer = answer
    bed.run_well()
    assert bed.service.handshakes == 2


def _close_after_eac1(bed: Bed) -> None:
    def answer(request: Request) -> Reply:
        reply = bed.serve_token(request)
        has_asked = request.method == "POST" and bed.script.heard == []
        return Reply(reply.content, closes=has_asked)

    bed.service.answer = answer


@pytest.mark.parametrize("by_ticket", [False, True], ids=["session id", "ticket"])
@pytest.mark.tr03124("EID_CLIENT_A2_28")
def test_closed_session_is_resumed(bed: Bed, *, by_ticket: bool) -> None:
    attach(bed)
    if not by_ticket:
        bed.service.context.options |= ssl.OP_NO_TICKET
    _close_after_eac1(bed)
    bed.run_well()
    assert bed.service.resumed == [False, True, False], "token, after the citizen's answer, peek"
    assert len(bed.script.outputs(Eac1Output)) == 1


@pytest.mark.parametrize("by_ticket", [False, True], ids=["session id", "ticket"])
@pytest.mark.tr03124("EID_CLIENT_A2_29")
def test_session_that_is_not_resumed(bed: Bed, *, by_ticket: bool) -> None:
    attach(bed)
    if not by_ticket:
        bed.service.context.options |= ssl.OP_NO_TICKET
    _close_after_eac1(bed)

    def forget() -> None:
        bed.service.context = tls_1_2(identity(SERVICE))

    outcome = bed.run(meanwhile=forget)
    assert isinstance(outcome, EidFailed)
    assert returned_with(outcome, f"{ORIGIN}/refresh?session=1") == UNTRUSTED
    assert bed.service.resumed[1] is False
    assert bed.script.heard == [], "nothing was sent on a session that is not the token's"


# Module A3, certificate description and same origin


@pytest.mark.tr03124("EID_CLIENT_A3_01")
def test_service_certificate_is_not_in_the_description(bed: Bed) -> None:
    bed.service.context = tls_1_2(identity(SERVICE, number=2))
    outcome = bed.fails("communicationError", to=ERROR_ADDRESS)
    assert outcome.failure is EidFailure.TLS_UNTRUSTED
    assert (len(bed.started), bed.asked, bed.service.peeks) == (1, None, 1)


@pytest.mark.tr03124("EID_CLIENT_A3_02")
def test_eid_server_certificate_is_not_in_the_description(bed: Bed) -> None:
    other = identity(EID_SERVER, "rsa:3072", number=2)
    bed.eid_server.context = psk_server_context(other, PSK, CIPHERS)
    assert bed.fails(UNTRUSTED, "clientError").failure is EidFailure.TLS_UNTRUSTED
    assert (len(bed.started), bed.asked) == (1, None)


def _described(bed: Bed, subject_url: str) -> None:
    """Issue the service another certificate whose description names `subject_url`."""
    listed = [identity(host).der for host in (SERVICE, PROVIDER)]
    listed.append(identity(EID_SERVER, "rsa:3072").der)
    described = cv_world.description(listed, subject_url=subject_url)
    bed.script.terminal = cv_world.terminal(cv_world.document_verifier(1), described)


@pytest.mark.tr03124("EID_CLIENT_A3_03")
def test_description_without_subject_url(bed: Bed) -> None:
    _described(bed, "")
    assert bed.fails(UNTRUSTED, "clientError").failure is EidFailure.DESCRIPTION_MISMATCH
    assert (len(bed.started), bed.asked) == (1, None)


@pytest.mark.parametrize(
    ("host", "port"), [(PROVIDER, 443), (SERVICE, 446)], ids=["another host", "another port"]
)
@pytest.mark.tr03124("EID_CLIENT_A3_04", "EID_CLIENT_A3_05")
def test_token_of_another_origin(bed: Bed, host: str, port: int) -> None:
    _described(bed, ORIGIN)
    bed.add(host, bed.serve_token, port=port)
    outcome = bed.run(f"https://{host}:{port}/token")
    assert isinstance(outcome, EidFailed)
    assert returned_with(outcome, f"{ORIGIN}/refresh?session=1") in {UNTRUSTED, "clientError"}
    assert outcome.failure is EidFailure.SAME_ORIGIN
    assert (len(bed.started), bed.asked) == (1, None)


@pytest.mark.tr03124("EID_CLIENT_A3_06")
def test_description_of_another_certificate(bed: Bed) -> None:
    own = bed.script.terminal.description
    other = cv_world.description(own.tls_certificate_hashes, subject_url=ORIGIN, issuer_url="")
    bed.script.description = other.to_bytes()
    assert bed.fails(UNTRUSTED, "clientError").failure is EidFailure.DESCRIPTION_MISMATCH
    assert (len(bed.started), bed.asked) == (1, None)


@pytest.mark.parametrize("host", ["a..b", ".a", "a" * 64, "*"])
@pytest.mark.tr03124("EID_CLIENT_A2_14")
def test_eid_server_at_a_host_that_is_none(bed: Bed, host: str) -> None:
    bed.token_changes = {"ServerAddress": f"https://{host}/paos"}
    assert bed.fails(UNTRUSTED).failure is EidFailure.TOKEN_INVALID
