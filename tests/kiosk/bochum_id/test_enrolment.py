"""A machine becomes a terminal, and stays one: what is sent, what is believed, what is kept."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from enrolling_server import CATALOGUE_KEY, signing
from lines import Clock, line_to
from local_ca import LocalCa, pem_of
from ram_keyring import RamKeyring
from scripted_server import ScriptedServer, answer, hang_up, problem

from kiosk.bochum_id import enrolment
from kiosk.bochum_id.enrolment import Hardware
from kiosk.bochum_id.errors import BackendError, Garbage, Refused
from kiosk.bochum_id.terminal_certificate import certificate_from_keyring
from kiosk.bochum_id.terminal_key import key_from_keyring
from kiosk.bochum_id.terminal_profiles import CertifiedTerminal
from kiosk.bochum_id.transport import Transport

MACHINE = Hardware("Stele 3", "S-0815", "4c4c4544-0000-2010-8020-80c04f202020")
CODE = "7F3K-92QD"


@pytest.fixture(scope="module")
def ca() -> LocalCa:
    return LocalCa()


@pytest.fixture
def line(server: ScriptedServer) -> Iterator[Transport]:
    transport = line_to(server.origin, Clock())
    yield transport
    transport.close()


def test_a_machine_is_enrolled_with_a_key_of_its_own(
    server: ScriptedServer, line: Transport, ca: LocalCa
) -> None:
    server.play([signing(server, ca)])
    enrolled = enrolment.enrol(line, "BB-1", CODE, MACHINE)
    (seen,) = server.seen
    sent = json.loads(seen.body)
    assert seen.line.startswith("POST /v1/terminals/enrolments ")
    assert "authorization" not in seen.headers
    assert (sent["terminalId"], sent["code"]) == ("BB-1", CODE)
    assert sent["hardware"] == {"model": "Stele 3", "serial": "S-0815", "biosUuid": MACHINE.bios_uuid}
    assert b"PRIVATE" not in seen.body
    assert enrolled.certificate.terminal_id == "BB-1"
    assert enrolled.ca_bundle == ca.bundle().decode()
    assert enrolled.catalogue_key == CATALOGUE_KEY
    assert enrolled.config_path == "/v1/terminals/self/config"


def test_what_is_kept_serves_both_profiles(server: ScriptedServer, line: Transport, ca: LocalCa) -> None:
    server.play([signing(server, ca)])
    ring = RamKeyring()
    enrolled = enrolment.enrol(line, "BB-1", CODE, MACHINE)
    enrolment.store(ring, enrolled.certificate)
    assert certificate_from_keyring("BB-1", ring).pem() == enrolled.certificate.pem()
    assert key_from_keyring("BB-1", ring).terminal_id == "BB-1"
    assert len(ring.entries) == 1


def test_a_lost_answer_is_asked_for_with_the_same_key_and_code(
    server: ScriptedServer, line: Transport, ca: LocalCa
) -> None:
    server.play([hang_up, signing(server, ca)])
    enrolment.enrol(line, "BB-1", CODE, MACHINE)
    first, second = server.seen
    assert first.body == second.body
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"]


def other_key(document: Any) -> Any:
    chain = LocalCa().terminal_pem().partition(b"-----BEGIN CERTIFICATE")
    return {**document, "certificateChain": [(chain[1] + chain[2]).decode()]}


def changed(name: str, value: object) -> Callable[[Any], Any]:
    return lambda document: {**document, name: value}


def left_out(name: str) -> Callable[[Any], Any]:
    return lambda document: {key: value for key, value in document.items() if key != name}


P384 = ec.generate_private_key(ec.SECP384R1()).public_key()
BENT: dict[str, Callable[[Any], Any]] = {
    "another key's certificate": other_key,
    "no certificate": changed("certificateChain", []),
    "certificates that are none": changed("certificateChain", ["-----BEGIN CERTIFICATE-----"]),
    "a chain of another kind": changed("certificateChain", 7),
    "a key where certificates should be": changed(
        "certificateChain", [pem_of(ec.generate_private_key(ec.SECP256R1())).decode()]
    ),
    "no CA": changed("caBundle", "none"),
    "an empty CA": changed("caBundle", ""),
    "no catalogue key": changed("catalogueKey", "none"),
    "a catalogue key of another curve": changed(
        "catalogueKey", P384.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    ),
    **{f"{name} left out": left_out(name) for name in ("certificateChain", "caBundle", "catalogueKey")},
    "configUrl left out": left_out("configUrl"),
}


@pytest.mark.parametrize("bend", BENT.values(), ids=BENT.keys())
def test_an_answer_that_makes_no_terminal_is_garbage(
    server: ScriptedServer, line: Transport, ca: LocalCa, bend: Callable[[Any], Any]
) -> None:
    server.play([signing(server, ca, bend)])
    with pytest.raises(BackendError) as caught:
        enrolment.enrol(line, "BB-1", CODE, MACHINE)
    assert isinstance(caught.value.fault, Garbage)
    assert "PRIVATE" not in str(caught.value)


def test_a_wrong_code_is_refused_and_says_nothing_of_it(server: ScriptedServer, line: Transport) -> None:
    server.play([problem(403, "enrolment-refused", retryable=False)])
    with pytest.raises(BackendError) as caught:
        enrolment.enrol(line, "BB-1", CODE, MACHINE)
    assert isinstance(caught.value.fault, Refused)
    assert CODE not in repr(caught.value)


def test_renewal_makes_a_new_key_from_day_sixty_on(
    server: ScriptedServer, line: Transport, ca: LocalCa
) -> None:
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    current = ca.terminal(begins=begins)
    terminal = CertifiedTerminal(line, "BB-1")
    assert enrolment.renew(terminal, current, begins + timedelta(days=59)) is None
    assert server.seen == []
    token = {"access_token": "t", "token_type": "Bearer", "expires_in": 600}
    server.play([answer(200, json.dumps(token).encode()), signing(server, ca)])
    renewed = enrolment.renew(terminal, current, begins + timedelta(days=60))
    assert renewed is not None
    assert server.seen[1].line.startswith("POST /v1/terminals/self/certificate ")
    assert set(json.loads(server.seen[1].body)) == {"csr"}
    assert "idempotency-key" in server.seen[1].headers
    own_key = current.pem().partition(b"-----BEGIN CERTIFICATE")[0]
    assert own_key not in renewed.pem()
