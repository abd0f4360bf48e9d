"""How a terminal gets its certificate, and the next one before the first ends (contract 2.1)."""

from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_public_key,
)
from cryptography.x509.oid import NameOID
from keyring.backend import KeyringBackend

from kiosk.bochum_id.access import TerminalAccess
from kiosk.bochum_id.once import new_key
from kiosk.bochum_id.reading import Part, garbage
from kiosk.bochum_id.terminal_certificate import URI_PREFIX, TerminalCertificate
from kiosk.bochum_id.terminal_key import KEYRING_SERVICE, TerminalKeyError
from kiosk.bochum_id.transport import JSON, Call, Transport, json_bytes

_ENROLMENT_PATH = "/v1/terminals/enrolments"
_RENEWAL_PATH = "/v1/terminals/self/certificate"


@dataclass(frozen=True, slots=True)
class Hardware:
    """Which machine this is, as its firmware says (SMBIOS); "unknown" where it says nothing."""

    model: str
    serial: str
    bios_uuid: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a terminal needs to be one."""

    certificate: TerminalCertificate
    ca_bundle: str = field(repr=False)
    """The municipal CA (PEM): whom the terminal trusts from now on."""
    catalogue_key: str = field(repr=False)
    """The public key the catalogue is signed with (PEM)."""
    config_path: str


def enrol(transport: Transport, terminal_id: str, code: str, hardware: Hardware) -> Enrolment:
    """Trade the technician's code (good for 30 minutes, once) for a certificate of a new key.

    The key is made in this process. Keys that never leave a TPM, with its attestation, are later work. A
    lost answer is asked for again with the same key; a second call needs a new code.
    """
    key = generate_private_key(SECP256R1())
    body = json_bytes(
        {
            "terminalId": terminal_id,
            "code": code,
            "csr": _request(key, terminal_id),
            "hardware": {
                "model": hardware.model,
                "serial": hardware.serial,
                "biosUuid": hardware.bios_uuid,
            },
        }
    )
    part = transport.send(Call("POST", _ENROLMENT_PATH, body, JSON, headers=new_key())).json()
    return Enrolment(
        certificate=_certificate(part.member("certificateChain"), key, terminal_id),
        ca_bundle=_authorities(part.member("caBundle")),
        catalogue_key=_public_key(part.member("catalogueKey")),
        config_path=part.member("configUrl").text(),
    )


def renew(
    terminal: TerminalAccess, current: TerminalCertificate, now: datetime
) -> TerminalCertificate | None:
    """Get a certificate for a new key, from day 60 of the current one's 90 on; before, None."""
    if not current.is_to_be_renewed(now):
        return None
    key = generate_private_key(SECP256R1())
    body = json_bytes({"csr": _request(key, terminal.terminal_id)})
    part = terminal.send(Call("POST", _RENEWAL_PATH, body, JSON, headers=new_key())).json()
    return _certificate(part.member("certificateChain"), key, terminal.terminal_id)


def store(ring: KeyringBackend, certificate: TerminalCertificate) -> None:
    """Put key and chain into the keyring as one entry, so that they never belong to different ones."""
    ring.set_password(KEYRING_SERVICE, certificate.terminal_id, certificate.pem().decode("ascii"))


def _request(key: EllipticCurvePrivateKey, terminal_id: str) -> str:
    """Write a certification request (PKCS #10, RFC 2986)."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, terminal_id)])
    uri = x509.UniformResourceIdentifier(URI_PREFIX + terminal_id)
    builder = x509.CertificateSigningRequestBuilder(name).add_extension(
        x509.SubjectAlternativeName([uri]), critical=False
    )
    return builder.sign(key, SHA256()).public_bytes(Encoding.PEM).decode("ascii")


def _certificate(chain: Part, key: EllipticCurvePrivateKey, terminal_id: str) -> TerminalCertificate:
    own = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    certificates = "\n".join(part.text() for part in chain.items())
    if "PRIVATE KEY" in certificates:
        raise garbage(f"{chain.place} holds a private key")
    try:
        return TerminalCertificate(terminal_id, own + certificates.encode(), chain.place)
    except TerminalKeyError as error:
        raise garbage(f"{chain.place} is no chain for the key and terminal that were sent") from error


def _authorities(bundle: Part) -> str:
    pem = bundle.text()
    try:
        x509.load_pem_x509_certificates(pem.encode())
    except ValueError as error:
        raise garbage(f"{bundle.place} holds no certificates") from error
    return pem


def _public_key(key: Part) -> str:
    pem = key.text()
    try:
        read = load_pem_public_key(pem.encode())
    except ValueError as error:
        raise garbage(f"{key.place} is no public key") from error
    if not isinstance(read, EllipticCurvePublicKey) or not isinstance(read.curve, SECP256R1):
        raise garbage(f"{key.place} is no P-256 key")
    return pem
