"""The transport against real TLS servers on loopback: profiles, certificates, bounds, resumption."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dh_groups
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from tls_servers import (
    DAY,
    NOW,
    Identity,
    answering,
    make_identity,
    psk_server_context,
    response,
    server_context,
    serving,
)

from cardreader.eid_client import tls
from cardreader.eid_client.exchange import (
    ExchangePaos,
    HttpFailed,
    HttpProblem,
    Page,
    PeerCertificate,
    PreSharedKey,
)
from cardreader.eid_client.http import MAX_BODY_BYTES, HttpTransport
from cardreader.secret import Secret

PSK = bytes(range(32))
RSA_KEY = rsa.generate_private_key(65537, 3072)
EC_KEY = ec.generate_private_key(ec.SECP256R1())


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tls")


@pytest.fixture(scope="module")
def identity(directory: Path) -> Identity:
    return make_identity(directory, RSA_KEY)


@pytest.fixture
def transport() -> Iterator[HttpTransport]:
    transport = HttpTransport("Test/1.0", timeout_s=5)
    yield transport
    transport.close()


def _paos(url: str, body: bytes = b"<a/>") -> ExchangePaos:
    return ExchangePaos(url, PreSharedKey("session-1", Secret(PSK)), body)


# Pages


def test_page_with_its_certificate(transport: HttpTransport, identity: Identity) -> None:
    seen: list[bytes] = []
    with serving(server_context(identity), answering(response(), seen=seen)) as server:
        page = transport.fetch(server.url("/token?a=b"))
        assert page == Page(200, None, b"hello", identity.der)
        transport.close()
    head = seen[0].decode().split("\r\n")
    assert head[0] == "GET /token?a=b HTTP/1.1"
    assert f"Host: localhost:{server.port}" in head
    assert "User-Agent: Test/1.0" in head


@pytest.mark.parametrize("length", [True, False], ids=["announced", "until the end"])
def test_a_server_that_closes_after_its_answer_is_heard_out(
    transport: HttpTransport, identity: Identity, *, length: bool
) -> None:
    announced = response(Connection="close")
    answer = announced if length else announced.replace(b"Content-Length: 5\r\n", b"")

    def answer_and_close(connection: ssl.SSLSocket) -> bool:
        handled = answering(answer)(connection)
        connection.unwrap()
        return not handled

    with serving(server_context(identity), answer_and_close) as server:
        page = transport.fetch(server.url())
    assert isinstance(page, Page)
    assert page.body == b"hello"


def test_redirects_are_not_followed(transport: HttpTransport, identity: Identity) -> None:
    answer = response("303 See Other", b"", Location="https://elsewhere.example/")
    with serving(server_context(identity), answering(answer)) as server:
        page = transport.fetch(server.url())
        transport.close()
    assert isinstance(page, Page)
    assert (page.status, page.location) == (303, "https://elsewhere.example/")


def test_only_the_profiles_suites_and_version_are_offered(
    transport: HttpTransport, identity: Identity
) -> None:
    with serving(server_context(identity), answering(response())) as server:
        transport.fetch(server.url())
        connection = server.handshakes[0]
        assert connection.version() == "TLSv1.2"
        offered = {name for name, _, _ in connection.shared_ciphers() or ()}
        transport.close()
    suites = ("AES256-GCM-SHA384", "AES128-GCM-SHA256", "AES128-SHA256")
    assert offered == {f"ECDHE-{key}-{suite}" for key in ("RSA", "ECDSA") for suite in suites}


@pytest.mark.parametrize(
    "group", ["prime256v1", "secp384r1", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"]
)
def test_server_with_one_group_of_the_list(transport: HttpTransport, identity: Identity, group: str) -> None:
    context = server_context(identity)
    context.set_ecdh_curve(group)
    with serving(context, answering(response())) as server:
        assert isinstance(transport.fetch(server.url()), Page)
        transport.close()


@pytest.mark.parametrize("curve", [ec.BrainpoolP256R1(), ec.SECP384R1()], ids=lambda curve: curve.name)
def test_server_with_an_elliptic_key(
    transport: HttpTransport, directory: Path, curve: ec.EllipticCurve
) -> None:
    identity = make_identity(directory, ec.generate_private_key(curve))
    context = server_context(identity)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ecdh_curve(curve.name)
    with serving(context, answering(response())) as server:
        assert isinstance(transport.fetch(server.url()), Page)
        transport.close()


def _refused_handshake(transport: HttpTransport, context: ssl.SSLContext) -> HttpProblem:
    with serving(context, answering(response())) as server:
        outcome = transport.fetch(server.url())
        transport.close()
    assert isinstance(outcome, HttpFailed)
    return outcome.problem


def _dhe_server(identity: Identity, directory: Path, suite: str, bits: int) -> ssl.SSLContext:
    context = _tls_1_2(identity)
    context.set_ciphers(f"{suite}:@SECLEVEL=0")
    context.load_dh_params(dh_groups.write_parameters(directory, bits))
    return context


@pytest.mark.parametrize("suite", ["DHE-RSA-AES256-GCM-SHA384", "DHE-RSA-AES128-GCM-SHA256"])
def test_server_with_nothing_but_dhe(
    transport: HttpTransport, identity: Identity, directory: Path, suite: str
) -> None:
    with serving(_dhe_server(identity, directory, suite, 3072), answering(response())) as server:
        assert isinstance(transport.fetch(server.url()), Page)
        assert [chosen.cipher() for chosen in server.handshakes] == [
            (suite, "TLSv1.2", 256 if "256-" in suite else 128)
        ]
        transport.close()


@pytest.mark.parametrize("bits", [1536, 2048])
def test_dhe_parameters_too_short(
    transport: HttpTransport, identity: Identity, directory: Path, bits: int
) -> None:
    context = _dhe_server(identity, directory, "DHE-RSA-AES256-GCM-SHA384", bits)
    assert _refused_handshake(transport, context) is HttpProblem.TLS_REFUSED


def test_group_outside_the_list(transport: HttpTransport, identity: Identity) -> None:
    context = server_context(identity)
    context.set_ecdh_curve("secp521r1")
    assert _refused_handshake(transport, context) is HttpProblem.TLS_REFUSED


def test_suite_outside_the_list(transport: HttpTransport, identity: Identity) -> None:
    context = server_context(identity)
    context.set_ciphers("AES128-SHA")
    assert _refused_handshake(transport, context) is HttpProblem.TLS_REFUSED


def test_version_outside_the_profile(transport: HttpTransport, identity: Identity) -> None:
    context = server_context(identity)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    assert _refused_handshake(transport, context) is HttpProblem.TLS_REFUSED


# Certificates


def _fetch_with(transport: HttpTransport, identity: Identity, host: str = "localhost") -> Page | HttpFailed:
    seen: list[bytes] = []
    with serving(server_context(identity), answering(response(), seen=seen)) as server:
        outcome = transport.fetch(server.url(host=host))
        transport.close()
    assert bool(seen) == isinstance(outcome, Page), "nothing is sent before the certificate is checked"
    return outcome


REFUSED = HttpFailed(HttpProblem.CERTIFICATE_REFUSED)


def test_certificate_for_the_address_instead_of_the_name(
    transport: HttpTransport, identity: Identity
) -> None:
    assert isinstance(_fetch_with(transport, identity, "127.0.0.1"), Page)


@pytest.mark.parametrize(
    ("names", "addresses", "host"),
    [
        (("elsewhere.example",), (), "localhost"),
        (("*",), (), "localhost"),
        (("127.0.0.1",), (), "127.0.0.1"),
        ((), ("127.0.0.2",), "127.0.0.1"),
        ((), (), "localhost"),
    ],
)
def test_certificate_for_another_host(
    transport: HttpTransport, directory: Path, names: tuple[str, ...], addresses: tuple[str, ...], host: str
) -> None:
    identity = make_identity(directory, EC_KEY, names=names, addresses=addresses)
    assert _fetch_with(transport, identity, host) == REFUSED


@pytest.mark.parametrize(("start", "end"), [(NOW - 2 * DAY, NOW - DAY), (NOW + DAY, NOW + 2 * DAY)])
def test_certificate_out_of_date(
    transport: HttpTransport, directory: Path, start: datetime, end: datetime
) -> None:
    identity = make_identity(directory, EC_KEY, start=start, end=end)
    assert _fetch_with(transport, identity) == REFUSED


def test_clock_is_given_from_outside(identity: Identity) -> None:
    late = HttpTransport("Test/1.0", timeout_s=5, now=lambda: datetime.now(UTC) + timedelta(days=2))
    assert _fetch_with(late, identity) == REFUSED


def test_rsa_key_too_short(transport: HttpTransport, directory: Path) -> None:
    identity = make_identity(directory, rsa.generate_private_key(65537, 2048))
    assert _fetch_with(transport, identity) == REFUSED


def test_shorter_keys_are_taken_where_somebody_says_so(directory: Path) -> None:
    identity = make_identity(directory, rsa.generate_private_key(65537, 2048))
    lenient = HttpTransport("Test/1.0", timeout_s=5, key_sizes=tls.KeySizes(rsa=2048))
    assert isinstance(_fetch_with(lenient, identity), Page)
    stricter = HttpTransport("Test/1.0", timeout_s=5, key_sizes=tls.KeySizes(rsa=2049))
    assert _fetch_with(stricter, identity) == REFUSED


def test_elliptic_key_too_short(transport: HttpTransport, directory: Path) -> None:
    identity = make_identity(directory, ec.generate_private_key(ec.SECP224R1()))
    assert isinstance(_fetch_with(transport, identity), HttpFailed)


def test_hash_too_weak(transport: HttpTransport, directory: Path) -> None:
    identity = make_identity(directory, EC_KEY, hash_algorithm=hashes.SHA224())
    assert _fetch_with(transport, identity) == REFUSED


ECDSA_SHA_256, P_256 = bytes.fromhex("2A8648CE3D040302"), bytes.fromhex("2A8648CE3D030107")
NO_SIGNATURE, NO_CURVE = bytes.fromhex("2A8648CE3D040377"), bytes.fromhex("2A8648CE3D030177")


def test_certificate_signed_in_a_way_nobody_knows(transport: HttpTransport, directory: Path) -> None:
    identity = make_identity(directory, EC_KEY)
    strange = identity.der.replace(ECDSA_SHA_256, NO_SIGNATURE)
    assert strange != identity.der
    identity.certificate_file.write_text(ssl.DER_cert_to_PEM_cert(strange))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.load_cert_chain(identity.certificate_file, identity.key_file)
    with serving(context, answering(response())) as server:
        assert transport.fetch(server.url()) == REFUSED
        transport.close()


def test_key_on_a_curve_nobody_knows(directory: Path) -> None:
    strange = make_identity(directory, EC_KEY).der.replace(P_256, NO_CURVE)
    with pytest.raises(tls.CertificateRefusedError):
        tls.check_certificate(strange, "localhost", datetime.now(UTC), tls.KeySizes())


def test_peek_sees_the_certificate_and_sends_nothing(transport: HttpTransport, identity: Identity) -> None:
    seen: list[bytes] = []
    with serving(server_context(identity), answering(response(), seen=seen)) as server:
        assert transport.peek(server.url()) == PeerCertificate(identity.der)
        assert transport.peek(server.url(host="127.0.0.1")) == PeerCertificate(identity.der)
    assert seen == []


# The pre-shared key


@pytest.mark.parametrize(
    "suite",
    ["AES256-GCM-SHA384", "AES128-GCM-SHA256", "AES256-CBC-SHA384", "AES128-CBC-SHA256", "AES256-CBC-SHA"],
)
def test_paos_over_each_suite(transport: HttpTransport, identity: Identity, suite: str) -> None:
    seen: list[bytes] = []
    context = psk_server_context(identity, PSK, f"RSA-PSK-{suite}")
    with serving(context, answering(response(), seen=seen)) as server:
        page = transport.exchange_paos(_paos(server.url("/paos?sessionid=1"), b"<message/>"))
        assert page == Page(200, None, b"hello", identity.der)
        transport.exchange_paos(_paos(server.url("/paos?sessionid=1")))
        assert len(server.handshakes) == 1, "the connection stays open between messages"
        transport.close()
    head, _, body = seen[0].decode().partition("\r\n\r\n")
    assert head.startswith("POST /paos?sessionid=1 HTTP/1.1\r\n")
    assert 'PAOS: ver="urn:liberty:paos:2006-08"' in head
    assert "Content-Type: application/vnd.paos+xml; charset=UTF-8" in head
    assert body == "<message/>"


def test_wrong_key_fails(transport: HttpTransport, identity: Identity) -> None:
    context = psk_server_context(identity, PSK[::-1], "RSA-PSK-AES256-GCM-SHA384")
    with serving(context, answering(response())) as server:
        outcome = transport.exchange_paos(_paos(server.url()))
    assert outcome == HttpFailed(HttpProblem.TLS_REFUSED)


@pytest.mark.parametrize(
    "suites", ["PSK-AES256-GCM-SHA384", "DHE-PSK-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384"]
)
def test_server_without_rsa_psk(transport: HttpTransport, identity: Identity, suites: str) -> None:
    with serving(psk_server_context(identity, PSK, suites), answering(response())) as server:
        outcome = transport.exchange_paos(_paos(server.url()))
    assert outcome == HttpFailed(HttpProblem.TLS_REFUSED)


def test_certificate_is_checked_beside_the_key(transport: HttpTransport, directory: Path) -> None:
    weak = make_identity(directory, rsa.generate_private_key(65537, 2048))
    context = psk_server_context(weak, PSK, "RSA-PSK-AES256-GCM-SHA384")
    with serving(context, answering(response())) as server:
        assert transport.exchange_paos(_paos(server.url())) == REFUSED


def test_idle_connection_that_the_server_closed_is_made_anew(
    transport: HttpTransport, identity: Identity
) -> None:
    context = psk_server_context(identity, PSK, "RSA-PSK-AES256-GCM-SHA384")
    with serving(context, answering(response(), keep_open=False)) as server:
        for _ in range(3):
            assert isinstance(transport.exchange_paos(_paos(server.url())), Page)
        assert len(server.handshakes) == 3
        transport.close()


# The attached server


def _tls_1_2(identity: Identity) -> ssl.SSLContext:
    context = server_context(identity)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    return context


def test_attached_server_is_spoken_to_over_the_tokens_connection(
    transport: HttpTransport, identity: Identity
) -> None:
    with serving(_tls_1_2(identity), answering(response())) as server:
        transport.fetch(server.url("/token"))
        assert isinstance(transport.exchange_paos(ExchangePaos(server.url("/paos"), None, b"<a/>")), Page)
        assert len(server.handshakes) == 1
        transport.close()


def test_closed_session_of_an_attached_server_is_resumed(
    transport: HttpTransport, identity: Identity
) -> None:
    with serving(_tls_1_2(identity), answering(response(), keep_open=False)) as server:
        transport.fetch(server.url("/token"))
        for _ in range(2):
            request = ExchangePaos(server.url("/paos"), None, b"<a/>")
            assert isinstance(transport.exchange_paos(request), Page)
        assert server.resumed == [False, True, True]
        transport.close()


def test_session_that_is_not_resumed_is_refused(transport: HttpTransport, identity: Identity) -> None:
    seen: list[bytes] = []
    context = _tls_1_2(identity)
    with serving(context, answering(response(), keep_open=False, seen=seen)) as server:
        transport.fetch(server.url("/token"))
        context.options |= ssl.OP_NO_TICKET  # from now on the server knows no session
        outcome = transport.exchange_paos(ExchangePaos(server.url(), None, b"<a/>"))
    assert outcome == HttpFailed(HttpProblem.NOT_RESUMED)
    assert server.resumed == [False, False]
    assert len(seen) == 1, "no data on a session that is not the token's"


def test_attached_server_that_gave_no_token(transport: HttpTransport, identity: Identity) -> None:
    with serving(_tls_1_2(identity), answering(response())) as server:
        outcome = transport.exchange_paos(ExchangePaos(server.url(), None, b"<a/>"))
    assert outcome == HttpFailed(HttpProblem.NOT_RESUMED)


# Bounds


def test_nobody_listens(transport: HttpTransport) -> None:
    unreachable = HttpFailed(HttpProblem.UNREACHABLE)
    assert transport.fetch("https://localhost:1/") == unreachable
    assert transport.peek("https://localhost:1/") == unreachable
    assert transport.exchange_paos(_paos("https://localhost:1/")) == unreachable


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (b"", HttpProblem.UNREACHABLE),
        (b"SMTP ready\r\n\r\n", HttpProblem.MALFORMED),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort", HttpProblem.UNREACHABLE),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", HttpProblem.MALFORMED),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", HttpProblem.MALFORMED),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (MAX_BODY_BYTES + 1)
            + b"x" * (MAX_BODY_BYTES + 1),
            HttpProblem.TOO_LARGE,
        ),
    ],
    ids=["nothing", "no http", "cut off", "many headers", "bad chunk", "too large"],
)
def test_answers_that_are_none(
    transport: HttpTransport, identity: Identity, answer: bytes, problem: HttpProblem
) -> None:
    with serving(server_context(identity), answering(answer, keep_open=False)) as server:
        assert transport.fetch(server.url()) == HttpFailed(problem)


def test_answer_that_stops_halfway_ends_by_the_deadline(identity: Identity) -> None:
    impatient = HttpTransport("Test/1.0", timeout_s=0.5)

    def silent(connection: ssl.SSLSocket) -> bool:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1")
        connection.recv(1)
        return False

    with serving(server_context(identity), silent) as server:
        assert impatient.fetch(server.url()) == HttpFailed(HttpProblem.TIMED_OUT)


def test_answer_ended_properly_but_too_early(transport: HttpTransport, identity: Identity) -> None:
    def end_early(connection: ssl.SSLSocket) -> bool:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort")
        connection.unwrap()
        return False

    with serving(server_context(identity), end_early) as server:
        assert transport.fetch(server.url()) == HttpFailed(HttpProblem.MALFORMED)
