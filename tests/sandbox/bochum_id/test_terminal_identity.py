"""Who the device is: enrolment with a code, certificates and their end, profile M beside profile J."""

import json

import jwt
import pytest
import requests
from backend_world import SERVICE, BackendWorld, Person
from certified_terminal import HARDWARE, Certified, ask, csr, enrolled, plain_transport, technicians_code
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID
from raw_citizen import code_of, new_key

from kiosk.bochum_id import enrolment as kiosk_enrolment
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.terminal_certificate import TerminalCertificate as KioskCertificate
from kiosk.bochum_id.terminal_key import key_from_file
from kiosk.bochum_id.terminal_profiles import AssertedTerminal, CertifiedTerminal
from kiosk.bochum_id.transport import Call, Transport
from kiosk.bochum_id.values import AccountMode
from sandbox.bochum_id.connections import thumbprint_of
from sandbox.bochum_id.device_ca import CsrError, key_of_request, open_device_ca
from sandbox.bochum_id.tables import Terminal, TerminalCertificate
from sandbox.eid_server.state_directory import StateDirectory

DAY = 24 * 3600


def refused(error: BackendError) -> str:
    assert isinstance(error.fault, Refused), error
    return error.fault.problem.code


def the_certificate(response: requests.Response) -> x509.Certificate:
    assert response.status_code == 201, response.text
    return x509.load_pem_x509_certificate(response.json()["certificateChain"][0].encode())


@pytest.fixture
def certified(world: BackendWorld) -> Certified:
    return Certified.enrol(world, "BB-CERT-01")


def test_the_registration_says_whose_certificate_it_is_not_the_request(world: BackendWorld) -> None:
    code = technicians_code(world, "BB-NEU-01")
    response = ask(world, terminalId="BB-NEU-01", code=code)
    certificate = the_certificate(response)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.UniformResourceIdentifier) == ["urn:bochum:terminal:BB-NEU-01"]
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(usage) == [ExtendedKeyUsageOID.CLIENT_AUTH]
    assert (certificate.not_valid_after_utc - certificate.not_valid_before_utc).days == 90
    document = response.json()
    authority = x509.load_pem_x509_certificate(document["caBundle"].encode())
    certificate.verify_directly_issued_by(authority)
    assert document["catalogueKey"] == world.backend.catalogue_key
    assert document["configUrl"] == "/v1/terminals/self/config"


def test_the_terminals_own_client_enrols(world: BackendWorld) -> None:
    done = enrolled(world, "BB-NEU-02")
    assert done.certificate.terminal_id == "BB-NEU-02"
    with world.backend.store.transaction() as db:
        hardware = db.get_one(Terminal, "BB-NEU-02").hardware
    assert hardware == {
        "hardware": {
            "model": HARDWARE.model,
            "serial": HARDWARE.serial,
            "biosUuid": HARDWARE.bios_uuid,
        }
    }


def test_a_code_works_once_and_a_lost_answer_comes_again(world: BackendWorld) -> None:
    code = technicians_code(world, "BB-NEU-03")
    key, request = new_key(), csr(ec.generate_private_key(ec.SECP256R1()))
    first = ask(world, key, terminalId="BB-NEU-03", code=code, csr=request)
    again = ask(world, key, terminalId="BB-NEU-03", code=code, csr=request)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.json() == first.json()
    assert code_of(ask(world, terminalId="BB-NEU-03", code=code)) == "enrolment-refused"
    assert code_of(ask(world, key, terminalId="BB-NEU-03", code="AAAA-AAAA")) == "idempotency-key-reuse"


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}-"])
def test_a_code_is_read_as_people_type_it(world: BackendWorld, typed: str) -> None:
    code = technicians_code(world, "BB-NEU-04").replace("-", " ").lower()
    assert ask(world, terminalId="BB-NEU-04", code=typed.format(code)).status_code == 201


def test_a_code_is_for_one_terminal_and_half_an_hour(world: BackendWorld) -> None:
    code = technicians_code(world, "BB-NEU-05")
    technicians_code(world, "BB-NEU-06")
    assert code_of(ask(world, terminalId="BB-NEU-06", code=code)) == "enrolment-refused"
    assert code_of(ask(world, terminalId="BB-NEVER-01", code=code)) == "enrolment-refused"
    world.clock.advance(30 * 60)
    assert code_of(ask(world, terminalId="BB-NEU-05", code=code)) == "enrolment-refused"


def test_five_wrong_tries_close_a_code(world: BackendWorld) -> None:
    code = technicians_code(world, "BB-NEU-07")
    for _ in range(5):
        assert code_of(ask(world, terminalId="BB-NEU-07", code="AAAA-AAAA")) == "enrolment-refused"
    assert code_of(ask(world, terminalId="BB-NEU-07", code=code)) == "enrolment-refused"
    assert ask(world, terminalId="BB-NEU-07", code=technicians_code(world, "BB-NEU-07")).status_code == 201


def tampered() -> str:
    """A request whose signature is another key's."""
    mine, other = (csr(ec.generate_private_key(ec.SECP256R1())) for _ in range(2))
    first, second = (x509.load_pem_x509_csr(each.encode()) for each in (mine, other))
    der = first.public_bytes(Encoding.DER).replace(
        first.signature, second.signature.ljust(len(first.signature), b"\x00")[: len(first.signature)]
    )
    return x509.load_der_x509_csr(der).public_bytes(Encoding.PEM).decode()


@pytest.mark.parametrize(
    "request_pem",
    [
        csr(rsa.generate_private_key(public_exponent=65537, key_size=2048)),
        csr(ec.generate_private_key(ec.SECP256K1())),
        csr(ed25519.Ed25519PrivateKey.generate()),
        tampered(),
        "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
    ],
    ids=["RSA", "another curve", "Ed25519", "another key's signature", "rubbish"],
)
def test_a_request_that_proves_nothing_is_refused_and_the_code_stays(
    world: BackendWorld, request_pem: str
) -> None:
    with pytest.raises(CsrError):
        key_of_request(request_pem)
    code = technicians_code(world, "BB-NEU-08")
    response = ask(world, terminalId="BB-NEU-08", code=code, csr=request_pem)
    assert code_of(response) == "validation-failed"
    assert response.json()["errors"][0]["pointer"] == "/csr"
    p384 = csr(ec.generate_private_key(ec.SECP384R1()))
    assert ask(world, terminalId="BB-NEU-08", code=code, csr=p384).status_code == 201


def test_the_authority_outlives_a_restart(world: BackendWorld) -> None:
    directory = StateDirectory(world.server.premises.device_ca_dir)
    assert open_device_ca(directory).bundle == world.backend.device_ca.bundle


def test_the_certified_key_also_signs_assertions(world: BackendWorld, certified: Certified) -> None:
    path = certified.folder / "key.pem"
    path.write_bytes(_pem(certified.certificate._key))
    AssertedTerminal(plain_transport(world), key_from_file("BB-CERT-01", path)).renew()


def test_a_certificates_token_is_bound_to_it(certified: Certified) -> None:
    response = certified.token_response()
    document = response.json()
    assert (document["token_type"], document["scope"], document["expires_in"]) == ("Bearer", "terminal", 600)
    claims = jwt.decode(document["access_token"], options={"verify_signature": False})
    own = x509.load_pem_x509_certificates(certified.certificate.pem())[0]
    assert claims["cnf"] == {"x5t#S256": thumbprint_of(own.public_bytes(Encoding.DER))}


def test_a_whole_visit_goes_by_certificate(world: BackendWorld, certified: Certified) -> None:
    client = certified.client()
    world.sign_in(client, Person("Zertifikat", "Zoe", b"\x61" * 32), AccountMode.CREATE)
    draft = client.create_application(client.catalogue().service(SERVICE))
    client.keep_session()
    client.save_answers(draft, {"kind": "simple"})
    client.end_session()
    client.close()


def test_without_a_certificate_nobody_gets_through(world: BackendWorld) -> None:
    with pytest.raises(requests.exceptions.ConnectionError):
        requests.get(
            f"{world.server.origins.api_mtls}/v1/status",
            verify=str(Certified.enrol(world, "BB-CERT-02").ca_bundle),
            timeout=5,
        )


def test_a_certificate_of_another_authority_does_not_get_through(
    world: BackendWorld, certified: Certified, tmp_path_factory: pytest.TempPathFactory
) -> None:
    foreign = open_device_ca(StateDirectory(tmp_path_factory.mktemp("foreign")))
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = foreign.certify(csr(key), "BB-CERT-01", world.clock.now())
    forged = certified.folder / "forged.pem"
    forged.write_bytes(
        KioskCertificate("BB-CERT-01", _pem(key) + certificate.public_bytes(Encoding.PEM), "the test").pem()
    )
    with pytest.raises(requests.exceptions.ConnectionError):
        requests.get(
            f"{world.server.origins.api_mtls}/v1/status",
            cert=str(forged),
            verify=str(certified.ca_bundle),
            timeout=5,
        )


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def test_a_certificate_speaks_for_its_own_terminal_only(world: BackendWorld, certified: Certified) -> None:
    Certified.enrol(world, "BB-CERT-03")
    assert code_of(certified.token_response("BB-CERT-03")) == "terminal-unknown"


def test_a_stolen_bearer_token_is_worthless_without_its_certificate(
    world: BackendWorld, certified: Certified
) -> None:
    thief = Certified.enrol(world, "BB-CERT-04")
    stolen = {"Authorization": f"Bearer {certified.token()}"}
    assert certified.request("GET", "/v1/catalogue", headers=stolen).status_code == 200
    assert code_of(thief.request("GET", "/v1/catalogue", headers=stolen)) == "token-invalid"
    plain = requests.get(f"{world.server.origins.api}/v1/catalogue", headers=stolen, timeout=5)
    assert code_of(plain) == "token-invalid"
    dressed_up = {"Authorization": f"DPoP {certified.token()}"}
    assert code_of(certified.request("GET", "/v1/catalogue", headers=dressed_up)) == "token-invalid"


def test_at_the_plain_origin_there_is_no_token_for_a_name_alone(world: BackendWorld) -> None:
    Certified.enrol(world, "BB-CERT-05")
    form = {"grant_type": "client_credentials", "scope": "terminal", "client_id": "BB-CERT-05"}
    response = requests.post(f"{world.server.origins.api}/v1/oauth/token", data=form, timeout=5)
    assert code_of(response) == "terminal-unknown"


def test_every_request_of_a_certified_visit_comes_with_the_certificate(
    world: BackendWorld, certified: Certified
) -> None:
    client = certified.client()
    world.sign_in(client, Person("Gebunden", "Gitta", b"\x62" * 32), AccountMode.CREATE)
    token = client._citizen._token
    assert token is not None

    def look(certificate: Certified | None, origin: str) -> requests.Response:
        url = f"{origin}/v1/session"
        proof = token.key.proof("GET", url, int(world.clock.now().timestamp()), token.value)
        headers = {"Authorization": f"DPoP {token.value}", "DPoP": proof}
        if certificate is None:
            return requests.get(url, headers=headers, timeout=5)
        return certificate.request("GET", "/v1/session", headers=headers)

    thief = Certified.enrol(world, "BB-CERT-06")
    origins = world.server.origins
    assert look(certified, origins.api_mtls).status_code == 200
    assert code_of(look(thief, origins.api_mtls)) == "token-invalid"
    assert code_of(look(None, origins.api)) == "token-invalid"
    assert code_of(look(certified, origins.api)) == "token-invalid"  # a proof for the other origin
    client.close()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"blocked": True}, "terminal-blocked"),
        ({"revoked": True}, "terminal-blocked"),
        ({"forgotten": True}, "terminal-unknown"),
        ({"days": 90}, "terminal-certificate-expired"),
    ],
    ids=["blocked", "revoked", "unknown", "expired"],
)
def test_a_terminal_that_is_out_of_service_is_told_so(
    world: BackendWorld, change: dict[str, int], code: str
) -> None:
    certified = Certified.enrol(world, f"BB-OUT-{next(iter(change))}")
    token = certified.token()
    with world.backend.store.transaction() as db:
        terminal = db.get_one(Terminal, certified.certificate.terminal_id)
        terminal.blocked = "blocked" in change
        row = db.query(TerminalCertificate).where(TerminalCertificate.terminal_id == terminal.id).one()
        row.revoked = "revoked" in change
        if "forgotten" in change:
            db.delete(row)
    world.clock.advance(change.get("days", 0) * DAY)
    assert code_of(certified.token_response()) == code
    if "days" not in change:  # the token itself is too old by then
        held = {"Authorization": f"Bearer {token}"}
        assert code_of(certified.request("GET", "/v1/catalogue", headers=held)) == code


def test_enrolling_anew_revokes_the_certificate_before(world: BackendWorld) -> None:
    before, after = (Certified.enrol(world, "BB-CERT-07") for _ in range(2))
    assert code_of(before.token_response()) == "terminal-blocked"
    assert after.token_response().status_code == 200


def test_the_next_certificate_comes_from_day_60_on_and_the_old_one_still_works(world: BackendWorld) -> None:
    old = Certified.enrol(world, "BB-CERT-08")
    transport = Transport(
        world.server.origins.api_mtls,
        software_version="0",
        ca_bundle=old.ca_bundle,
        timing=world.timing,
        identity=old.certificate,
    )
    terminal = CertifiedTerminal(transport, "BB-CERT-08")
    world.clock.advance(60 * DAY - 1)
    body = json.dumps({"csr": csr(ec.generate_private_key(ec.SECP256R1()))}).encode()
    early = Call("POST", "/v1/terminals/self/certificate", body, "application/json", headers=new_key())
    with pytest.raises(BackendError) as caught:
        terminal.send(early)
    assert refused(caught.value) == "not-ready"
    world.clock.advance(1)
    renewed = kiosk_enrolment.renew(terminal, old.certificate, world.clock.now())
    assert renewed is not None
    new = Certified.holding(world, renewed)
    assert old.token_response().status_code == new.token_response().status_code == 200
    held = {"Authorization": f"Bearer {new.token()}"}
    assert new.request("GET", "/v1/catalogue", headers=held).status_code == 200
    assert code_of(old.request("GET", "/v1/catalogue", headers=held)) == "token-invalid"
    world.clock.advance(30 * DAY)
    assert code_of(old.token_response()) == "terminal-certificate-expired"
    assert new.token_response().status_code == 200
    transport.close()
