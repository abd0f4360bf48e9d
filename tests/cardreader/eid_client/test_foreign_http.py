"""HTTP as other servers speak it: each form of an answer that RFC 9112 allows, and cookies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from eid_world import TOKEN_URL, World, token
from tls_servers import (
    Identity,
    answering,
    make_identity,
    psk_server_context,
    response,
    server_context,
    serving,
)

from cardreader.eid_client.exchange import ExchangePaos, FetchPage, Page, PreSharedKey
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidSucceeded
from cardreader.secret import Secret

PSK = bytes(range(32))
SUITE = "RSA-PSK-AES128-CBC-SHA256"
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKS = b"Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n"
ANSWERS = {
    "chunks": OK + CHUNKS + b"\r\n",
    "chunks with extensions and a trailer": OK
    + CHUNKS.replace(b"\r\n3\r\n", b"\r\n003;name=value\r\n")
    + b"Server-Timing: x\r\n\r\n",
    "no reason": b"HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello",
    "a blank behind the reason": b"HTTP/1.1 200 OK \r\nContent-Length: 5\r\n\r\nhello",
    "small letters": b"HTTP/1.1 200 ok\r\ncontent-type:text/xml\r\ncontent-length:5\r\n\r\nhello",
    "continue first": b"HTTP/1.1 100 Continue\r\n\r\n" + response(),
    "another type": response(Content_Type='application/soap+xml; charset="utf-8"; action="x"'),
    "many headers": response(**{f"X_Own_{number}": "value" for number in range(60)}),
}


@pytest.fixture(scope="module")
def identity(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    directory: Path = tmp_path_factory.mktemp("tls")
    return make_identity(directory, rsa.generate_private_key(65537, 3072))


@pytest.fixture
def transport() -> Iterator[HttpTransport]:
    transport = HttpTransport("Test/1.0", timeout_s=5)
    yield transport
    transport.close()


def exchange(transport: HttpTransport, url: str) -> Page:
    key = PreSharedKey("session-1", Secret(PSK))
    page = transport.exchange_paos(ExchangePaos(url, key, b"<a/>"))
    assert isinstance(page, Page)
    return page


def cookies(requests: list[bytes]) -> list[str]:
    lines = [[line for line in each.split(b"\r\n") if line.startswith(b"Cookie:")] for each in requests]
    return [b"".join(found).decode() for found in lines]


def test_each_form_of_an_answer(transport: HttpTransport, identity: Identity) -> None:
    """All in one connection: whoever misreads the end of one answer misreads the next."""
    context = psk_server_context(identity, PSK, SUITE)
    with serving(context, answering(*ANSWERS.values(), *ANSWERS.values())) as server:
        for name in (*ANSWERS, *ANSWERS):
            page = exchange(transport, server.url("/paos"))
            assert (page.status, page.body) == (200, b"hello"), name
        assert len(server.handshakes) == 1
        transport.close()


def test_server_that_closes_after_each_answer(transport: HttpTransport, identity: Identity) -> None:
    closing = answering(response(Connection="close"), keep_open=False)
    with serving(psk_server_context(identity, PSK, SUITE), closing) as server:
        assert [exchange(transport, server.url()).body for _ in range(3)] == [b"hello"] * 3
        assert len(server.handshakes) == 3


def test_cookies_go_back_to_their_server_within_the_run(transport: HttpTransport, identity: Identity) -> None:
    seen: list[bytes] = []
    given = response(Set_Cookie="node=7; Path=/; Secure; HttpOnly")
    with serving(server_context(identity), answering(given, response(), seen=seen)) as server:
        for path in ("/token", "/token?again", "/else"):
            assert isinstance(transport.fetch(server.url(path)), Page)
        transport.close()
        assert isinstance(transport.fetch(server.url()), Page), "connections go, the run goes on"
        transport.close()
        other = HttpTransport("Test/1.0", timeout_s=5)
        other.fetch(server.url())
        other.close()
    assert cookies(seen) == ["", "Cookie: node=7", "Cookie: node=7", "Cookie: node=7", ""]


@pytest.mark.parametrize(
    "cookie", ["node=7; Domain=example.org", "node=7; Path=/else", "node=7; Max-Age=0", "=;;="]
)
def test_cookies_of_others_stay_away(transport: HttpTransport, identity: Identity, cookie: str) -> None:
    seen: list[bytes] = []
    given = response(Set_Cookie=cookie)
    with serving(server_context(identity), answering(given, response(), seen=seen)) as server:
        for _ in range(2):
            assert isinstance(transport.fetch(server.url("/token")), Page)
        transport.close()
    assert cookies(seen) == ["", ""]


@pytest.mark.parametrize(
    ("location", "meant"),
    [
        ("/saml/token?x=1", "https://service.example/saml/token?x=1"),
        ("token2", "https://service.example/token2"),
        ("//other.example/token", "https://other.example/token"),
        (" https://service.example/t#part ", "https://service.example/t#part"),
    ],
)
def test_token_behind_a_location_of_any_form(world: World, location: str, meant: str) -> None:
    world.pages[TOKEN_URL] = world.page(303, location=location)
    world.pages[meant] = world.page(200, token())
    assert isinstance(world.run(), EidSucceeded)
    assert [request.url for request in world.asked if isinstance(request, FetchPage)] == [TOKEN_URL, meant]
