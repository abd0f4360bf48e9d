"""Getting the token, and tokens that are none (TR-03124-2, module A2)."""

import pytest
from eid_world import ERROR_ADDRESS, PSK, REFRESH, SERVER, TOKEN_URL, World, token

from cardreader.eid_client import tctoken
from cardreader.eid_client.exchange import ExchangePaos, FetchPage, HttpFailed, HttpProblem, PeekCertificate
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.result import ResultMinor

ELSEWHERE = "https://redirect.example/a"
COMMUNICATION_ERROR = f"{ERROR_ADDRESS}?ResultMajor=error&ResultMinor=communicationError"
UNTRUSTED = f"{REFRESH}&ResultMajor=error&ResultMinor=trustedChannelEstablishmentFailed"


def _fetched(world: World) -> list[str]:
    return [request.url for request in world.asked if isinstance(request, FetchPage)]


def test_token_opens_the_channel_with_its_key(world: World) -> None:
    world.run()
    first = next(request for request in world.asked if isinstance(request, ExchangePaos))
    assert first.url == SERVER
    assert first.psk is not None
    assert first.psk.identity == "session-1"
    assert first.psk.key.is_wiped, "the run is over"
    assert PSK not in repr(world.asked)


@pytest.mark.parametrize("status", [302, 303, 307])
def test_redirects_are_followed(world: World, status: int) -> None:
    world.pages[TOKEN_URL] = world.page(status, location=ELSEWHERE)
    world.pages[ELSEWHERE] = world.page(200, token())
    assert isinstance(world.run(), EidSucceeded)
    assert _fetched(world)[:2] == [TOKEN_URL, ELSEWHERE]


def test_relative_redirect(world: World) -> None:
    world.pages[TOKEN_URL] = world.page(303, location="/other?x=1")
    world.pages["https://service.example/other?x=1"] = world.page(200, token())
    assert isinstance(world.run(), EidSucceeded)


@pytest.mark.parametrize(
    ("status", "location"),
    [
        (303, "http://redirect.example/a"),
        (303, None),
        (303, ""),
        (303, "ftp://redirect.example/a"),
        (303, "https:///nowhere"),
        (301, ELSEWHERE),
        (308, ELSEWHERE),
        (404, None),
        (500, None),
        (503, None),
        (204, None),
    ],
)
def test_answers_without_a_token(world: World, status: int, location: str | None) -> None:
    world.pages[TOKEN_URL] = world.page(status, token(), location)
    assert world.run() == EidFailed(None, EidFailure.TOKEN_UNREACHABLE, ResultMinor.COMMUNICATION_ERROR)
    assert _fetched(world) == [TOKEN_URL]
    assert world.told_server == []


def test_redirect_to_a_page_that_is_not_there(world: World) -> None:
    world.pages[TOKEN_URL] = world.page(303, location=ELSEWHERE)
    world.pages[ELSEWHERE] = world.page(404)
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert (outcome.refresh_url, outcome.failure) == (None, EidFailure.TOKEN_UNREACHABLE)


def test_redirect_in_a_circle_ends(world: World) -> None:
    world.pages[TOKEN_URL] = world.page(302, location=TOKEN_URL)
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.TOKEN_UNREACHABLE
    assert len(_fetched(world)) == 10


@pytest.mark.parametrize(
    "url",
    ["", "http://service.example/token", "file:///etc/passwd", "https://", "https://a b/", "https://x:y/"],
)
def test_address_that_is_no_https_url_is_never_fetched(world: World, url: str) -> None:
    outcome = world.run(url)
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.TOKEN_UNREACHABLE
    assert world.asked == []


@pytest.mark.parametrize(
    ("problem", "failure"),
    [
        (HttpProblem.UNREACHABLE, EidFailure.TOKEN_UNREACHABLE),
        (HttpProblem.TIMED_OUT, EidFailure.TOKEN_UNREACHABLE),
        (HttpProblem.MALFORMED, EidFailure.TOKEN_UNREACHABLE),
        (HttpProblem.CERTIFICATE_REFUSED, EidFailure.TLS_UNTRUSTED),
        (HttpProblem.TLS_REFUSED, EidFailure.TLS_UNTRUSTED),
    ],
)
def test_server_of_the_token_fails(world: World, problem: HttpProblem, failure: EidFailure) -> None:
    world.pages[TOKEN_URL] = HttpFailed(problem)
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert (outcome.refresh_url, outcome.failure) == (None, failure)


@pytest.mark.parametrize(
    "body", [b"", b" ", b"<html></html>", b"<TCTokenType/>", b"\xff\xfe", token() + b"x"]
)
def test_page_that_is_no_token(world: World, body: bytes) -> None:
    world.pages[TOKEN_URL] = world.page(200, body)
    assert world.run() == EidFailed(None, EidFailure.TOKEN_INVALID, ResultMinor.TRUSTED_CHANNEL_FAILED)


@pytest.mark.parametrize(
    "changes",
    [
        {"ServerAddress": ""},
        {"ServerAddress": None},
        {"ServerAddress": "http://eid.example/"},
        {"SessionIdentifier": ""},
        {"SessionIdentifier": None},
        {"Binding": "urn:liberty:paos:2003-08"},
        {"Binding": None},
        {"PathSecurity_Protocol": "urn:ietf:rfc:4120"},
        {"PSK": f"{PSK}0"},
        {"PSK": f"XX{PSK}"},
        {"PSK": ""},
    ],
)
def test_broken_rule_is_reported_to_the_refresh_address(world: World, changes: dict[str, str | None]) -> None:
    world.pages[TOKEN_URL] = world.page(200, token(**changes))
    outcome = world.run()
    assert outcome == EidFailed(UNTRUSTED, EidFailure.TOKEN_INVALID, ResultMinor.TRUSTED_CHANNEL_FAILED)
    assert [type(request) for request in world.asked[-1:]] == [PeekCertificate]
    assert world.told_server == []


@pytest.mark.parametrize("refresh", ["", None, "http://service.example/refresh", "nowhere"])
def test_unusable_refresh_address_goes_to_the_error_address_at_once(
    world: World, refresh: str | None
) -> None:
    world.pages[TOKEN_URL] = world.page(200, token(RefreshAddress=refresh))
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert (outcome.refresh_url, outcome.failure) == (COMMUNICATION_ERROR, EidFailure.TOKEN_INVALID)
    assert world.asked_for(PeekCertificate) == []
    assert world.told_server == []


def test_service_that_could_not_make_a_token(world: World) -> None:
    empty = token(ServerAddress="", SessionIdentifier="", RefreshAddress="", Binding="", PSK=None)
    world.pages[TOKEN_URL] = world.page(200, empty)
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.refresh_url == COMMUNICATION_ERROR


def test_error_address_may_be_http(world: World) -> None:
    address = "http://service.example:8080/sorry?a=b"
    world.pages[TOKEN_URL] = world.page(200, token(RefreshAddress="", CommunicationErrorAddress=address))
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.refresh_url == f"{address}&ResultMajor=error&ResultMinor=communicationError"


@pytest.mark.parametrize("address", [None, "", "javascript:alert(1)"])
def test_without_any_address_there_is_no_way_back(world: World, address: str | None) -> None:
    changed = token(RefreshAddress="", CommunicationErrorAddress=address)
    world.pages[TOKEN_URL] = world.page(200, changed)
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.refresh_url is None


@pytest.mark.parametrize("protocol", [None, "urn:ietf:rfc:4279"])
def test_attached_server_is_reached_without_a_key(world: World, protocol: str | None) -> None:
    attached = token(PathSecurity_Protocol=protocol, PSK=None)
    world.pages[TOKEN_URL] = world.page(200, attached)
    assert isinstance(world.run(), EidSucceeded)
    assert all(request.psk is None for request in world.asked if isinstance(request, ExchangePaos))


def test_elements_are_found_at_any_depth_and_by_local_name() -> None:
    document = (
        f'<t:TCTokenType xmlns:t="urn:x"><t:A><t:ServerAddress>{SERVER}</t:ServerAddress></t:A>'
        f"<t:RefreshAddress>{REFRESH}</t:RefreshAddress><Binding>urn:liberty:paos:2006-08</Binding>"
        "<SessionIdentifier>s</SessionIdentifier><PSK>0A</PSK></t:TCTokenType>"
    )
    found = tctoken.parse(document.encode())
    assert (found.server_address, found.refresh_address) == (SERVER, REFRESH)
    assert found.psk is not None
    assert bytes(found.psk.reveal()) == b"\x0a"
    assert found.communication_error_address is None


def test_element_that_comes_twice_breaks_a_rule() -> None:
    double = token().replace(b"<Binding>", b"<PSK>0A</PSK><Binding>")
    with pytest.raises(tctoken.TcTokenError, match="twice") as caught:
        tctoken.parse(double)
    assert caught.value.refresh_address == REFRESH
    assert caught.value.communication_error_address == ERROR_ADDRESS


def test_token_prints_nothing_of_its_run() -> None:
    text = repr(tctoken.parse(token()))
    assert "session-1" not in text
    assert PSK not in text
