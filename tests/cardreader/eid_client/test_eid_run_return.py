"""The way back to the service (TR-03124-2, module A4)."""

import pytest
from eid_world import ERROR_ADDRESS, REFRESH, SERVICE, TOKEN_URL, World, token

from cardreader.eid_client.exchange import (
    CloseConnections,
    FetchPage,
    HttpFailed,
    HttpProblem,
    PeekCertificate,
)
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.paos_messages import ServerMessage, StartPaosResponse
from cardreader.eid_client.result import ResultMinor, failed

A, B, C = (f"https://redirect-{letter}.example/x" for letter in "abc")
COMMUNICATION_ERROR = f"{ERROR_ADDRESS}?ResultMajor=error&ResultMinor=communicationError"


def _refresh_at(world: World, address: str, **changes: str | None) -> None:
    world.pages[TOKEN_URL] = world.page(200, token(RefreshAddress=address, **changes))


def _walk(world: World) -> list[tuple[type, str]]:
    """Return what was fetched and looked at after the dialogue."""
    last = max(i for i, request in enumerate(world.asked) if isinstance(request, CloseConnections))
    return [
        (type(request), request.url)
        for request in world.asked[last:]
        if isinstance(request, FetchPage | PeekCertificate)
    ]


def test_own_origin_is_only_looked_at(world: World) -> None:
    assert world.run() == EidSucceeded(f"{REFRESH}&ResultMajor=ok")
    assert _walk(world) == [(PeekCertificate, REFRESH)]


@pytest.mark.parametrize("address", ["https://service.example", "https://service.example:443/refresh"])
def test_default_port_may_be_written_or_not(world: World, address: str) -> None:
    _refresh_at(world, address)
    assert world.run() == EidSucceeded(f"{address}?ResultMajor=ok")


def test_fragment_stays_behind_the_query(world: World) -> None:
    _refresh_at(world, f"{SERVICE}/refresh?a=b#part")
    assert world.run() == EidSucceeded(f"{SERVICE}/refresh?a=b&ResultMajor=ok#part")


def test_other_origins_redirect_until_the_services_own_names_the_end(world: World) -> None:
    _refresh_at(world, A)
    end = "https://service.example/done?x=1"
    world.pages[A] = world.page(302, location=B)
    world.pages[B] = world.page(303, location=C)
    world.pages[C] = world.page(307, location=f"{SERVICE}/step")
    world.pages[f"{SERVICE}/step"] = world.page(302, location=end)
    assert world.run() == EidSucceeded(f"{end}&ResultMajor=ok")
    assert _walk(world) == [
        (FetchPage, A),
        (FetchPage, B),
        (FetchPage, C),
        (FetchPage, f"{SERVICE}/step"),
        (PeekCertificate, end),
    ]


@pytest.mark.parametrize(
    ("status", "location"),
    [
        (404, None),
        (200, None),
        (302, "http://service.example/x"),
        (302, None),
        (301, f"{SERVICE}/step"),
        (302, A),
    ],
)
def test_broken_walk_goes_to_the_error_address(world: World, status: int, location: str | None) -> None:
    _refresh_at(world, A)
    world.pages[A] = world.page(status, location=location)
    outcome = world.run()
    assert outcome == EidFailed(
        COMMUNICATION_ERROR, EidFailure.REFRESH_INVALID, ResultMinor.COMMUNICATION_ERROR
    )


def test_unlisted_certificate_on_the_way(world: World) -> None:
    _refresh_at(world, A)
    page = world.page(302, location=f"{SERVICE}/step")
    world.pages[A] = type(page)(page.status, page.location, page.body, b"unlisted")
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert (outcome.refresh_url, outcome.failure) == (COMMUNICATION_ERROR, EidFailure.REFRESH_INVALID)
    assert _walk(world) == [(FetchPage, A)]


def test_unlisted_certificate_at_the_refresh_address(world: World) -> None:
    world.before_pin = lambda _number: setattr(world, "service_certificate", b"another")
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert (outcome.refresh_url, outcome.failure) == (COMMUNICATION_ERROR, EidFailure.REFRESH_INVALID)


def test_without_an_error_address_there_is_no_way_back(world: World) -> None:
    _refresh_at(world, A, CommunicationErrorAddress=None)
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert (outcome.refresh_url, outcome.failure) == (None, EidFailure.REFRESH_INVALID)


def test_unreachable_refresh_server(world: World) -> None:
    world.pages[REFRESH] = HttpFailed(HttpProblem.UNREACHABLE)
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert (outcome.refresh_url, outcome.failure) == (COMMUNICATION_ERROR, EidFailure.REFRESH_INVALID)


def test_failure_keeps_its_cause_when_the_way_back_fails_too(world: World) -> None:
    world.citizen = [None]
    world.pages[REFRESH] = HttpFailed(HttpProblem.UNREACHABLE)
    outcome = world.run()
    assert outcome == EidFailed(COMMUNICATION_ERROR, EidFailure.CANCELLED, ResultMinor.CANCELLATION_BY_USER)


def test_error_before_the_description_compares_with_the_tokens_address(world: World) -> None:
    def refuse(_number: int, _message: ServerMessage) -> ServerMessage:
        return StartPaosResponse(failed(ResultMinor.INTERNAL_ERROR))

    world.distort = refuse
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.refresh_url == f"{REFRESH}&ResultMajor=error&ResultMinor=serverError"
    assert _walk(world) == [(PeekCertificate, REFRESH)]


def test_connections_are_dropped_before_the_way_back(world: World) -> None:
    world.run()
    kinds = [type(request) for request in world.asked]
    assert kinds.index(CloseConnections) == kinds.index(PeekCertificate) - 1
