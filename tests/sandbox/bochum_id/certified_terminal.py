"""A terminal of profile M: enrolled with a technician's code, known by its certificate."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import requests
from backend_world import BackendWorld
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from raw_citizen import new_key

from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.enrolment import Enrolment, Hardware, enrol
from kiosk.bochum_id.terminal_certificate import TerminalCertificate
from kiosk.bochum_id.transport import Transport

ENROLMENTS = "/v1/terminals/enrolments"
HARDWARE = Hardware("Sample", "0815", "11111111-2222-4333-8444-555555555555")


def technicians_code(world: BackendWorld, terminal_id: str) -> str:
    url = f"{world.server.origins.api}/sandbox/enrolment-codes"
    response = requests.post(url, json={"terminalId": terminal_id}, timeout=10)
    assert response.status_code == 201, response.text
    return str(response.json()["code"])


def plain_transport(world: BackendWorld) -> Transport:
    return Transport(world.server.origins.api, software_version="0", ca_bundle=None, timing=world.timing)


def enrolled(world: BackendWorld, terminal_id: str) -> Enrolment:
    return enrol(plain_transport(world), terminal_id, technicians_code(world, terminal_id), HARDWARE)


def csr(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey) -> str:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "BB-EVIL-66")])
    uri = x509.UniformResourceIdentifier("urn:bochum:terminal:BB-EVIL-66")
    builder = x509.CertificateSigningRequestBuilder(name).add_extension(
        x509.SubjectAlternativeName([uri]), critical=False
    )
    algorithm = None if isinstance(key, ed25519.Ed25519PrivateKey) else SHA256()
    return builder.sign(key, algorithm).public_bytes(Encoding.PEM).decode()


def ask(world: BackendWorld, key: dict[str, str] | None = None, **members: object) -> requests.Response:
    body = {"csr": csr(ec.generate_private_key(ec.SECP256R1())), **members}
    return requests.post(
        world.server.origins.api + ENROLMENTS, json=body, headers=key or new_key(), timeout=10
    )


@dataclass(frozen=True)
class Certified:
    """A certificate and the files that HTTP libraries want."""

    world: BackendWorld
    certificate: TerminalCertificate
    folder: Path

    @classmethod
    def enrol(cls, world: BackendWorld, terminal_id: str) -> "Certified":
        return cls.holding(world, enrolled(world, terminal_id).certificate)

    @classmethod
    def holding(cls, world: BackendWorld, certificate: TerminalCertificate) -> "Certified":
        folder = Path(tempfile.mkdtemp(dir=world.tls.certificate.parent))
        (folder / "identity.pem").write_bytes(certificate.pem())
        (folder / "ca.pem").write_text(world.backend.device_ca.bundle)
        return cls(world, certificate, folder)

    @property
    def ca_bundle(self) -> Path:
        return self.folder / "ca.pem"

    def client(self) -> BochumId:
        """The product's own client with this certificate."""
        keys = CatalogueKeys.of_file(self.world.server.premises.catalogue_key_path)
        return BochumId(
            self.world.server.origins.api_mtls,
            self.certificate,
            catalogue_keys=keys,
            ca_bundle=self.ca_bundle,
            timing=self.world.timing,
        )

    def request(
        self, method: str, path: str, *, data: object = None, headers: dict[str, str] | None = None
    ) -> requests.Response:
        """Any request over a connection that shows this certificate."""
        return requests.request(
            method,
            self.world.server.origins.api_mtls + path,
            data=data,  # type: ignore[arg-type]
            headers=headers,
            cert=str(self.folder / "identity.pem"),
            verify=str(self.ca_bundle),
            timeout=10,
        )

    def token_response(self, client_id: str | None = None) -> requests.Response:
        form = {
            "grant_type": "client_credentials",
            "scope": "terminal",
            "client_id": client_id or self.certificate.terminal_id,
        }
        return self.request("POST", "/v1/oauth/token", data=form)

    def token(self) -> str:
        response = self.token_response()
        assert response.status_code == 200, response.text
        return str(response.json()["access_token"])
