"""Reading the one element inside a SOAP body: strict on what matters, blind to what is unknown."""

from collections.abc import Callable

from cardreader.auxiliary_data import AuxiliaryData
from cardreader.certificate_description import CertificateDescription
from cardreader.chat import Chat, Role
from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client.paos_messages import (
    SLOT_HANDLE,
    ClientMessage,
    DidAuthenticate,
    DidAuthenticateResponse,
    DidList,
    DidListResponse,
    Disconnect,
    DisconnectResponse,
    Eac1Input,
    Eac1Output,
    Eac2Input,
    Eac2Output,
    EacAdditionalInput,
    EacInput,
    EacOutput,
    EacSignatureWanted,
    InitializeFramework,
    InitializeFrameworkResponse,
    InputApdu,
    ServerMessage,
    StartPaos,
    StartPaosResponse,
    Transmit,
    TransmitResponse,
    UserAgent,
    Version,
)
from cardreader.eid_client.result import Result
from cardreader.eid_client.xml_document import Element

_MAX_APDU_BYTES = 65_544  # header 4, extended Lc 3, data 65535, Le 2
# What goes to the card has to fit one protected command, whatever else that carries.
_MAX_CERTIFICATE_BYTES = 8192
_MAX_AUXILIARY_DATA_BYTES = 1024
_MAX_POINT_BYTES = 1 + 2 * 66  # of 521 bits, the longest curve
_MAX_SIGNATURE_BYTES = 1024


class PaosError(ValueError):
    """The body is no message of this protocol.

    `request` names the element that was understood enough to be answered with an error, if any;
    `message_id` is what that answer relates to.
    """

    def __init__(self, text: str, request: str = "", message_id: str = "") -> None:
        super().__init__(text)
        self.request = request
        self.message_id = message_id


def server_message(body: Element, message_id: str) -> ServerMessage:
    """Read a server's message; PaosError on anything unknown or malformed."""
    readers: dict[str, Callable[[Element], ServerMessage]] = {
        "InitializeFramework": lambda _: InitializeFramework(),
        "DIDList": lambda _: DidList(),
        "DIDAuthenticate": _did_authenticate,
        "Transmit": _transmit,
        "Disconnect": lambda body: Disconnect(_optional_text(body, "SlotHandle") or SLOT_HANDLE),
        "StartPAOSResponse": lambda body: StartPaosResponse(_result(body)),
    }
    return _read(body, message_id, readers)


def client_message(body: Element, message_id: str) -> ClientMessage:
    """Read a client's message; PaosError on anything unknown or malformed."""
    readers: dict[str, Callable[[Element], ClientMessage]] = {
        "StartPAOS": _start_paos,
        "InitializeFrameworkResponse": _initialize_framework_response,
        "DIDListResponse": _did_list_response,
        "DIDAuthenticateResponse": _did_authenticate_response,
        "TransmitResponse": lambda body: TransmitResponse(_result(body), _hexes(body, "OutputAPDU")),
        "DisconnectResponse": lambda body: DisconnectResponse(
            _result(body), _optional_text(body, "SlotHandle") or SLOT_HANDLE
        ),
    }
    return _read(body, message_id, readers)


def _read[M](body: Element, message_id: str, readers: dict[str, Callable[[Element], M]]) -> M:
    if body.name not in readers:
        raise PaosError("the message is of an unknown type", "", message_id)
    try:
        return readers[body.name](body)
    except ValueError as error:
        raise PaosError(f"{body.name} is malformed: {error}", body.name, message_id) from error


def _one(parent: Element, name: str) -> Element:
    found = _at_most_one(parent, name)
    if found is None:
        raise ValueError(f"{name} is missing")
    return found


def _at_most_one(parent: Element, name: str) -> Element | None:
    found = parent.named(name)
    if len(found) > 1:
        raise ValueError(f"{name} comes twice")
    return found[0] if found else None


def _text(parent: Element, name: str) -> str:
    text = _one(parent, name).text
    if not text:
        raise ValueError(f"{name} is empty")
    return text


def _optional_text(parent: Element, name: str) -> str | None:
    found = _at_most_one(parent, name)
    return found.text if found else None


def _bytes(found: Element) -> bytes:
    try:
        value = bytes.fromhex(found.text)
    except ValueError as error:
        raise ValueError(f"{found.name} is not hexadecimal") from error
    if not value:
        raise ValueError(f"{found.name} is empty")
    return value


def _no_longer_than(limit: int, value: bytes) -> bytes:
    if len(value) > limit:
        raise ValueError(f"a value has {len(value)} bytes, {limit} are allowed")
    return value


def _hex(parent: Element, name: str) -> bytes:
    return _bytes(_one(parent, name))


def _optional_hex(parent: Element, name: str) -> bytes | None:
    """Read an element that may be missing; one that is there and empty says as little."""
    found = _at_most_one(parent, name)
    return _bytes(found) if found and found.text else None


def _chat(parent: Element, name: str) -> Chat | None:
    """Read the rights that are asked for; an empty element asks for none, which is less than no element."""
    found = _at_most_one(parent, name)
    if found is None:
        return None
    return Chat.from_bytes(_bytes(found)) if found.text else Chat(Role.TERMINAL)


def _point(parent: Element, name: str) -> bytes:
    """Read an uncompressed point; some servers leave out its first byte 04 (TR-03111 3.2.1)."""
    value = _hex(parent, name)
    point = value if len(value) % 2 else b"\x04" + value
    if point[0] != 0x04:
        raise ValueError(f"{name} is not an uncompressed point")
    return _no_longer_than(_MAX_POINT_BYTES, point)


def _signature(parent: Element) -> bytes | None:
    value = _optional_hex(parent, "Signature")
    return value and _no_longer_than(_MAX_SIGNATURE_BYTES, value)


def _hexes(parent: Element, name: str) -> tuple[bytes, ...]:
    return tuple(_bytes(found) for found in parent.named(name))


def _result(parent: Element) -> Result:
    found = _one(parent, "Result")
    minor, message = (_optional_text(found, name) for name in ("ResultMinor", "ResultMessage"))
    return Result(_text(found, "ResultMajor"), minor or None, message or None)


def _number(parent: Element, name: str, default: int | None = None) -> int:
    text = _optional_text(parent, name)
    if text is None and default is not None:
        return default
    if text is None or not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(f"{name} is not a number")
    return int(text)


def _did_authenticate(body: Element) -> DidAuthenticate:
    data = _one(body, "AuthenticationProtocolData")
    return DidAuthenticate(_eac_input(data), _optional_text(body, "DIDName") or "")


def _kind(data: Element) -> str:
    return data.attributes.get("type", "").rpartition(":")[2]


def _eac_input(data: Element) -> EacInput:
    match _kind(data):
        case "EAC1InputType":
            return _eac1_input(data)
        case "EAC2InputType":
            key, signature = _point(data, "EphemeralPublicKey"), _signature(data)
            return Eac2Input(key, signature, _certificates(data))
        case "EACAdditionalInputType":
            return EacAdditionalInput(_no_longer_than(_MAX_SIGNATURE_BYTES, _hex(data, "Signature")))
        case _:
            raise ValueError("the authentication data is of an unknown type")


def _eac1_input(data: Element) -> Eac1Input:
    certificates = _certificates(data)
    if not certificates:
        raise ValueError("Certificate is missing")
    auxiliary = _optional_hex(data, "AuthenticatedAuxiliaryData")
    return Eac1Input(
        certificates,
        CertificateDescription.from_bytes(_hex(data, "CertificateDescription")),
        _chat(data, "RequiredCHAT"),
        _chat(data, "OptionalCHAT"),
        AuxiliaryData.from_bytes(_no_longer_than(_MAX_AUXILIARY_DATA_BYTES, auxiliary))
        if auxiliary
        else None,
        _optional_text(data, "TransactionInfo") or "",
        tuple(found.text for found in data.named("AcceptedEIDType") if found.text),
    )


def _certificates(data: Element) -> tuple[CvCertificate, ...]:
    found = _hexes(data, "Certificate")
    return tuple(CvCertificate.from_bytes(_no_longer_than(_MAX_CERTIFICATE_BYTES, raw)) for raw in found)


def _transmit(body: Element) -> Transmit:
    apdus = tuple(_input_apdu(info) for info in body.named("InputAPDUInfo"))
    if not apdus:
        raise ValueError("InputAPDUInfo is missing")
    return Transmit(apdus, _optional_text(body, "SlotHandle") or SLOT_HANDLE)


def _input_apdu(info: Element) -> InputApdu:
    apdu = _hex(info, "InputAPDU")
    if not 4 <= len(apdu) <= _MAX_APDU_BYTES:
        raise ValueError("InputAPDU has an impossible length")
    return InputApdu(apdu, tuple(found.text for found in info.named("AcceptableStatusCode")))


def _start_paos(body: Element) -> StartPaos:
    agent = _one(body, "UserAgent")
    version = Version(
        _number(agent, "VersionMajor"), _number(agent, "VersionMinor"), _number(agent, "VersionSubminor", 0)
    )
    if not body.named("ConnectionHandle"):
        raise ValueError("ConnectionHandle is missing")
    versions = tuple(
        Version(_number(known, "Major"), _number(known, "Minor", 0), _number(known, "Subminor", 0))
        for known in body.named("SupportedAPIVersions")
    )
    return StartPaos(_text(body, "SessionIdentifier"), UserAgent(_text(agent, "Name"), version), versions)


def _initialize_framework_response(body: Element) -> InitializeFrameworkResponse:
    version = _one(body, "Version")
    numbers = Version(
        _number(version, "Major"), _number(version, "Minor", 0), _number(version, "SubMinor", 0)
    )
    return InitializeFrameworkResponse(_result(body), numbers)


def _did_list_response(body: Element) -> DidListResponse:
    names = _at_most_one(body, "DIDNameList")
    return DidListResponse(
        _result(body), tuple(found.text for found in names.named("DIDName")) if names else ()
    )


def _did_authenticate_response(body: Element) -> DidAuthenticateResponse:
    data = _at_most_one(body, "AuthenticationProtocolData")
    empty = data is None or not data.children
    return DidAuthenticateResponse(_result(body), None if data is None or empty else _eac_output(data))


def _eac_output(data: Element) -> EacOutput:
    match _kind(data):
        case "EAC1OutputType":
            chat = _optional_hex(data, "CertificateHolderAuthorizationTemplate")
            return Eac1Output(
                _hex(data, "EFCardAccess"),
                _hex(data, "IDPICC"),
                _hex(data, "Challenge"),
                Chat.from_bytes(chat) if chat else None,
                tuple(found.text for found in data.named("CertificationAuthorityReference")),
            )
        case "EAC2OutputType" if data.named("Challenge"):
            return EacSignatureWanted(_hex(data, "Challenge"))
        case "EAC2OutputType":
            return Eac2Output(
                _hex(data, "EFCardSecurity"), _hex(data, "AuthenticationToken"), _hex(data, "Nonce")
            )
        case _:
            raise ValueError("the authentication data is of an unknown type")
