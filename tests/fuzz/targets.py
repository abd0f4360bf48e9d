"""Every parser of `cardreader` that reads what others wrote, with what must hold for any bytes at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from cardreader import part10, tlv
from cardreader.apdu import ApduError, CommandApdu
from cardreader.auxiliary_data import AuxiliaryData, AuxiliaryDataError
from cardreader.certificate_description import CertificateDescription, CertificateDescriptionError
from cardreader.chat import Chat, ChatError
from cardreader.chip_authentication import signed_security_infos
from cardreader.cv_certificate import CvCertificate, CvCertificateError
from cardreader.cv_public_key import CvPublicKeyError
from cardreader.eid_client import addresses, paos, tctoken, tls
from cardreader.eid_client.paos import PaosError
from cardreader.eid_client.result import BrowserMinor, with_result
from cardreader.eid_client.tctoken import TcToken, TcTokenError
from cardreader.errors import CardError, ProtocolError
from cardreader.security_infos import SecurityInfos
from tests.fuzz import conversations

HOST = "service.example"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class NeverRefusedError(Exception):
    """Nobody raises it: the parser takes any bytes and returns what it makes of them."""


class Shape(Enum):
    """What the bytes mostly are, so that mutations keep it."""

    TLV = auto()
    XML = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """One parser: `refusal` is all it may raise, `write` turns what it read back into bytes.

    `is_exact` says that writing gives the very bytes; otherwise they are only read back as the same value.
    """

    read: Callable[[bytes], Any]
    refusal: type[Exception]
    shape: Shape
    write: Callable[[Any], bytes] | None = None
    is_exact: bool = True
    max_bytes: int = 2048


def _certificate(data: bytes) -> CvCertificate:
    certificate = CvCertificate.from_bytes(data)
    try:
        key = certificate.verifying_key(ec.BrainpoolP256R1())
    except CvPublicKeyError:
        return certificate
    certificate.is_signed_by(key)
    return certificate


def _description(data: bytes) -> CertificateDescription:
    description = CertificateDescription.from_bytes(data)
    description.hash("sha256")
    addresses.same_origin(description.subject_url, f"https://{HOST}/")
    assert description.terms_text.encode() == description.terms or not description.terms_text
    return description


def _security_infos(data: bytes) -> SecurityInfos:
    infos = SecurityInfos.parse(data)
    chosen = infos.supported_pace()
    assert chosen is None or chosen.is_supported
    chip = infos.chip_authentication_version_2()
    assert chip is None or infos.chip_authentication_public_key(chip.key_id) is not chip
    return infos


def _token(data: bytes) -> TcToken:
    try:
        token = tctoken.parse(data)
    except TcTokenError as error:
        for address in (error.refresh_address, error.communication_error_address):
            if address is not None:
                with_result(address, BrowserMinor.CLIENT_ERROR)
        raise
    addresses.origin(token.server_address)
    addresses.request_target(token.server_address)
    with_result(token.refresh_address, None)
    if token.communication_error_address is not None:
        with_result(token.communication_error_address, BrowserMinor.COMMUNICATION_ERROR)
    return token


def _location(data: bytes) -> str | None:
    target = addresses.redirect_target(f"https://{HOST}/a/b?c", data.decode("latin-1"))
    if target is not None:
        host, _port = addresses.origin(target)
        host.encode("idna")  # what resolving the name will do
        addresses.request_target(target)
        with_result(target, None)
    return target


TARGETS: dict[str, Target] = {
    "tlv": Target(
        tlv.parse_all,
        tlv.TlvError,
        Shape.TLV,
        lambda items: b"".join(tlv.encode(item.tag, item.value) for item in items),
    ),
    "object_identifier": Target(tlv.oid_text, tlv.TlvError, Shape.TEXT, tlv.oid_bytes, max_bytes=256),
    "command_apdu": Target(
        CommandApdu.from_bytes, ApduError, Shape.TLV, CommandApdu.to_bytes, is_exact=False, max_bytes=600
    ),
    "cv_certificate": Target(_certificate, CvCertificateError, Shape.TLV, CvCertificate.to_bytes),
    "certificate_description": Target(
        _description, CertificateDescriptionError, Shape.TLV, CertificateDescription.to_bytes
    ),
    "chat": Target(Chat.from_bytes, ChatError, Shape.TLV, Chat.to_bytes, max_bytes=128),
    "auxiliary_data": Target(
        AuxiliaryData.from_bytes, AuxiliaryDataError, Shape.TLV, AuxiliaryData.to_bytes, max_bytes=512
    ),
    "security_infos": Target(_security_infos, ProtocolError, Shape.TLV, SecurityInfos.encode),
    "card_security": Target(signed_security_infos, ProtocolError, Shape.TLV),
    "secured_answer": Target(conversations.unprotect_sealed, CardError, Shape.TLV, max_bytes=600),
    "card_answers": Target(conversations.ask_card, CardError, Shape.TLV),
    "pace_answers": Target(conversations.run_pace, CardError, Shape.TLV, max_bytes=600),
    "tc_token": Target(_token, TcTokenError, Shape.XML),
    "paos_of_server": Target(
        paos.parse_server_message,
        PaosError,
        Shape.XML,
        paos.build_server_message,
        is_exact=False,
        max_bytes=8192,
    ),
    "paos_of_client": Target(
        paos.parse_client_message,
        PaosError,
        Shape.XML,
        paos.build_client_message,
        is_exact=False,
        max_bytes=8192,
    ),
    "location": Target(_location, NeverRefusedError, Shape.TEXT, max_bytes=512),
    "tls_certificate": Target(
        lambda data: tls.check_certificate(data, HOST, NOW, tls.KeySizes()),
        tls.CertificateRefusedError,
        Shape.TLV,
    ),
    "reader_features": Target(part10.read_features, ProtocolError, Shape.TLV, max_bytes=128),
    "reader_pace": Target(conversations.run_reader_pace, CardError, Shape.TEXT, max_bytes=600),
    "http_answer": Target(conversations.read_http, NeverRefusedError, Shape.TEXT),
}
