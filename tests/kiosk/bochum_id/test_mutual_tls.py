"""Profile M against a real TLS server that demands certificates: who gets in, with which token, over what."""

import hashlib
import json
import os
import secrets
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from lines import Clock
from local_ca import LocalCa
from ram_keyring import RamKeyring
from scripted_server import ScriptedServer, answer, problem

from kiosk.bochum_id.access import BoundToken, proven
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, BackendFault, Refused, Unreachable
from kiosk.bochum_id.terminal_certificate import TerminalCertificate, certificate_from_keyring
from kiosk.bochum_id.terminal_key import KEYRING_SERVICE, TerminalKeyError
from kiosk.bochum_id.terminal_profiles import CertifiedTerminal
from kiosk.bochum_id.tls import client_context
from kiosk.bochum_id.transport import Call, Transport

GET = Call("GET", "/v1/catalogue")


class CertificateApi:
    """What RFC 8705 asks of a server, and no more: tokens for certificates, and only on their connections."""

    def __init__(self, folder: Path, ca: LocalCa, host: str = "127.0.0.1") -> None:
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(ca.write_server(folder, host))
        self.context.load_verify_locations(ca.write_bundle(folder))
        self.context.verify_mode = ssl.CERT_REQUIRED
        self.server = ScriptedServer(lambda plain: self.context.wrap_socket(plain, server_side=True))
        self.server.origin = self.server.origin.replace("http:", "https:")
        self.server.play([self._answer])
        self.tokens: dict[str, bytes] = {}
        self.spoken: set[tuple[str | None, str]] = set()

    def _answer(self, connection: socket.socket) -> None:
        assert isinstance(connection, ssl.SSLSocket)
        cipher = connection.cipher()
        self.spoken.add((connection.version(), cipher[0] if cipher else ""))
        shown = connection.getpeercert(binary_form=True)
        assert shown is not None
        thumbprint = hashlib.sha256(shown).digest()
        request = self.server.seen[-1]
        if request.line.startswith("POST /v1/oauth/token "):
            names = connection.getpeercert()
            assert names is not None
            self._token(
                connection, dict(parse_qsl(request.body.decode())), names["subjectAltName"], thumbprint
            )
            return
        scheme, _, token = request.headers["authorization"].partition(" ")
        if scheme == "DPoP" or (scheme == "Bearer" and self.tokens.get(token) == thumbprint):
            answer(200, b"{}")(connection)
        else:
            problem(401, "token-invalid", retryable=False)(connection)

    def _token(
        self, connection: socket.socket, form: dict[str, str], names: object, thumbprint: bytes
    ) -> None:
        expected = {"grant_type": "client_credentials", "scope": "terminal", "client_id": form["client_id"]}
        if form != expected or names != (("URI", f"urn:bochum:terminal:{form['client_id']}"),):
            problem(401, "terminal-unknown", retryable=False)(connection)
            return
        token = secrets.token_urlsafe(16)
        self.tokens[token] = thumbprint
        body = {"access_token": token, "token_type": "Bearer", "expires_in": 600, "scope": "terminal"}
        answer(200, json.dumps(body).encode())(connection)


@pytest.fixture(scope="module")
def ca() -> LocalCa:
    return LocalCa()


@pytest.fixture
def api(tmp_path: Path, ca: LocalCa) -> Iterator[CertificateApi]:
    api = CertificateApi(tmp_path, ca)
    yield api
    api.server.close()


type Dial = Callable[[TerminalCertificate | None], Transport]


@pytest.fixture
def dial(tmp_path: Path, ca: LocalCa, api: CertificateApi) -> Iterator[Dial]:
    """Make transports that trust the CA and show a certificate, or none."""
    opened = []

    def dialled(identity: TerminalCertificate | None) -> Transport:
        transport = Transport(
            api.server.origin,
            software_version="0",
            ca_bundle=ca.write_bundle(tmp_path),
            timing=Clock().timing,
            identity=identity,
        )
        opened.append(transport)
        return transport

    yield dialled
    for transport in opened:
        transport.close()


def fault_of(act: Callable[[], object]) -> BackendFault:
    with pytest.raises(BackendError) as caught:
        act()
    return caught.value.fault


def code_of(fault: BackendFault) -> str:
    assert isinstance(fault, Refused)
    return fault.problem.code


def test_a_terminal_gets_a_token_for_its_certificate_and_uses_it(
    api: CertificateApi, ca: LocalCa, dial: Dial
) -> None:
    terminal = CertifiedTerminal(dial(ca.terminal()), "BB-1")
    assert terminal.send(GET).status == 200
    assert terminal.send(GET).status == 200
    lines = [seen.line.split()[1] for seen in api.server.seen]
    assert lines == ["/v1/oauth/token", "/v1/catalogue", "/v1/catalogue"]
    assert all("dpop" not in seen.headers for seen in api.server.seen)
    assert {version for version, _ in api.spoken} == {"TLSv1.3"}


def test_the_facade_takes_a_certificate_in_place_of_a_key(
    api: CertificateApi, ca: LocalCa, tmp_path: Path
) -> None:
    client = BochumId(
        api.server.origin,
        ca.terminal(),
        catalogue_keys=CatalogueKeys({}),
        ca_bundle=ca.write_bundle(tmp_path),
        timing=Clock().timing,
    )
    client.open_terminal()
    client.close()
    assert len(api.tokens) == 1


def test_the_citizen_proves_with_dpop_on_the_same_kind_of_connection(
    api: CertificateApi, ca: LocalCa, dial: Dial
) -> None:
    transport = dial(ca.terminal())
    transport.send(GET, proven(transport, BoundToken("citizens", DpopKey(), float("inf"))))
    (seen,) = api.server.seen
    assert seen.headers["authorization"] == "DPoP citizens"
    assert "dpop" in seen.headers


def test_without_a_certificate_nothing_is_heard(api: CertificateApi, dial: Dial) -> None:
    assert isinstance(fault_of(lambda: CertifiedTerminal(dial(None), "BB-1").renew()), Unreachable)
    assert api.server.seen == []


def test_a_certificate_of_another_authority_is_not_admitted(api: CertificateApi, dial: Dial) -> None:
    stranger = LocalCa(name="somebody's CA").terminal()
    assert isinstance(fault_of(lambda: CertifiedTerminal(dial(stranger), "BB-1").renew()), Unreachable)
    assert api.server.seen == []


def test_an_expired_certificate_is_not_admitted(api: CertificateApi, ca: LocalCa, dial: Dial) -> None:
    old = ca.terminal(begins=datetime.now(UTC) - timedelta(days=100))
    assert old.has_expired(datetime.now(UTC))
    assert isinstance(fault_of(lambda: CertifiedTerminal(dial(old), "BB-1").renew()), Unreachable)
    assert api.server.seen == []


def test_another_terminals_certificate_gets_no_token_for_this_one(ca: LocalCa, dial: Dial) -> None:
    other = CertifiedTerminal(dial(ca.terminal("BB-2")), "BB-1")
    assert code_of(fault_of(other.renew)) == "terminal-unknown"


def test_a_stolen_token_opens_nothing_over_another_certificate(
    api: CertificateApi, ca: LocalCa, dial: Dial
) -> None:
    CertifiedTerminal(dial(ca.terminal()), "BB-1").renew()
    (token,) = api.tokens
    thief = dial(ca.terminal("BB-2"))
    fault = fault_of(lambda: thief.send(GET, lambda _method, _url: {"Authorization": f"Bearer {token}"}))
    assert code_of(fault) == "token-invalid"


def test_a_token_that_is_refused_is_fetched_anew_once(api: CertificateApi, ca: LocalCa, dial: Dial) -> None:
    terminal = CertifiedTerminal(dial(ca.terminal()), "BB-1")
    terminal.renew()
    api.tokens.clear()
    assert terminal.send(GET).status == 200
    assert len(api.tokens) == 1


def test_a_token_of_the_other_profile_is_garbage(api: CertificateApi, ca: LocalCa, dial: Dial) -> None:
    body = b'{"access_token": "t", "token_type": "DPoP", "expires_in": 600}'
    api.server.play([answer(200, body)])
    fault = fault_of(CertifiedTerminal(dial(ca.terminal()), "BB-1").renew)
    assert "is not Bearer" in str(BackendError(fault))


# ---------------------------------------------------------------- whom the terminal trusts


@contextmanager
def server_of(folder: Path, ca: LocalCa, host: str = "127.0.0.1") -> Iterator[CertificateApi]:
    api = CertificateApi(folder, ca, host)
    try:
        yield api
    finally:
        api.server.close()


def test_only_the_pinned_authority_is_trusted(tmp_path: Path, ca: LocalCa) -> None:
    with server_of(tmp_path, LocalCa(name="somebody's CA")) as api:
        for bundle in (ca.write_bundle(tmp_path), None):
            transport = Transport(
                api.server.origin,
                software_version="0",
                ca_bundle=bundle,
                timing=Clock().timing,
                identity=ca.terminal(),
            )
            assert fault_of(lambda line=transport: line.send(GET)) == Unreachable("SSLError")
            transport.close()
        assert api.server.seen == []


def test_the_host_name_is_checked(tmp_path: Path, ca: LocalCa) -> None:
    with server_of(tmp_path, ca, "elsewhere.example") as api:
        transport = Transport(
            api.server.origin,
            software_version="0",
            ca_bundle=ca.write_bundle(tmp_path),
            timing=Clock().timing,
            identity=ca.terminal(),
        )
        assert fault_of(lambda: transport.send(GET)) == Unreachable("SSLError")
        transport.close()
        assert api.server.seen == []


def test_a_connection_adds_nobody_to_those_who_are_trusted(ca: LocalCa, dial: Dial) -> None:
    transport = dial(ca.terminal())
    CertifiedTerminal(transport, "BB-1").send(GET)
    assert transport._tls.cert_store_stats()["x509_ca"] == 1


def test_a_pinned_context_trusts_nobody_else(tmp_path: Path, ca: LocalCa) -> None:
    context = client_context(ca.write_bundle(tmp_path), None)
    assert context.cert_store_stats()["x509_ca"] == 1
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED


def test_tls_1_2_is_spoken_with_the_suites_of_the_guideline_only(
    api: CertificateApi, ca: LocalCa, dial: Dial
) -> None:
    api.context.maximum_version = ssl.TLSVersion.TLSv1_2
    assert CertifiedTerminal(dial(ca.terminal()), "BB-1").send(GET).status == 200
    assert api.spoken == {("TLSv1.2", "ECDHE-ECDSA-AES256-GCM-SHA384")}
    for suite in ("ECDHE-ECDSA-AES256-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305"):
        api.context.set_ciphers(suite)
        assert isinstance(fault_of(lambda: dial(ca.terminal()).send(GET)), Unreachable)


def test_a_bundle_that_is_not_there_is_said_at_once() -> None:
    with pytest.raises(OSError, match="No such file"):
        client_context(Path("/nonexistent"), None)


# ---------------------------------------------------------------- the key and its certificate


def test_the_key_is_in_no_file(ca: LocalCa, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_file(*_arguments: object, **_settings: object) -> None:
        raise AssertionError("a file was made")

    monkeypatch.setattr("tempfile.TemporaryDirectory", no_file)
    monkeypatch.setattr(Path, "write_bytes", no_file)
    client_context(None, ca.terminal())
    open_now = [str(each.readlink()) for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
    assert not any("memfd:identity" in target for target in open_now)


def test_elsewhere_the_key_is_encrypted_and_its_file_gone(
    ca: LocalCa, monkeypatch: pytest.MonkeyPatch, api: CertificateApi, dial: Dial
) -> None:
    written: dict[Path, bytes] = {}
    write_bytes = Path.write_bytes

    def watched(path: Path, content: bytes) -> int:
        written[path] = content
        return write_bytes(path, content)

    identity = ca.terminal()
    monkeypatch.delattr(os, "memfd_create")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", watched)
        client_context(None, identity)
    ((path, content),) = written.items()
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in content
    assert b"BEGIN PRIVATE KEY" not in content
    assert not path.exists()
    assert CertifiedTerminal(dial(identity), "BB-1").send(GET).status == 200


def test_a_certificate_comes_from_the_keyring_and_does_not_print(ca: LocalCa) -> None:
    ring = RamKeyring()
    ring.set_password(KEYRING_SERVICE, "BB-1", ca.terminal_pem().decode())
    found = certificate_from_keyring("BB-1", ring)
    assert found.terminal_id == "BB-1"
    assert repr(found) == f"<certificate of terminal BB-1 until {found.not_after:%Y-%m-%d}>"
    with pytest.raises(TerminalKeyError, match="enrol the terminal"):
        certificate_from_keyring("BB-2", ring)


def test_a_certificate_that_is_none_of_this_terminal_is_refused_with_advice(ca: LocalCa) -> None:
    pem = ca.terminal_pem()
    key, _, chain = pem.partition(b"-----BEGIN CERTIFICATE")
    other_key, _, _ = ca.terminal_pem().partition(b"-----BEGIN CERTIFICATE")
    for wrong, words in {
        b"": "no readable key",
        key: "no readable key",
        other_key + b"-----BEGIN CERTIFICATE" + chain: "of another key",
        ca.terminal_pem("BB-2"): "is not for BB-1",
    }.items():
        with pytest.raises(TerminalKeyError, match=words) as caught:
            TerminalCertificate("BB-1", wrong, "here")
        assert "enrol" in str(caught.value)


def test_it_is_to_be_renewed_from_day_sixty_of_ninety(ca: LocalCa) -> None:
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    identity = ca.terminal(begins=begins)
    days = [day for day in range(91) if identity.is_to_be_renewed(begins + timedelta(days=day))]
    assert days[0] == 60
    assert not identity.has_expired(begins + timedelta(days=90))
    assert identity.has_expired(begins + timedelta(days=90, seconds=1))
