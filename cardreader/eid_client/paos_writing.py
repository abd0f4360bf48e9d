"""Writing each message as the element inside the SOAP body."""

from typing import assert_never

from cardreader.eid_client.paos_messages import (
    CARD_APPLICATION,
    EAC_PROTOCOL,
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
    Version,
)
from cardreader.eid_client.result import Result
from cardreader.eid_client.xml_document import Element, element, elements

_PROFILE = {"Profile": "http://www.bsi.bund.de/ecard/api/1.1"}


def client_body(message: ClientMessage) -> Element:
    """Return the element for a client's message."""
    match message:
        case StartPaos():
            return _start_paos(message)
        case InitializeFrameworkResponse(result, version):
            numbers = _version("ecard:Version", version, ("ecard:Major", "ecard:Minor", "ecard:SubMinor"))
            return element("ecard:InitializeFrameworkResponse", _result(result), numbers, attributes=_PROFILE)
        case DidListResponse(result, names):
            listed = element("iso:DIDNameList", *elements("iso:DIDName", names)) if names else None
            return element("iso:DIDListResponse", _result(result), listed, attributes=_PROFILE)
        case DidAuthenticateResponse(result, output):
            data = _eac_output(output) if output is not None else None
            return element("iso:DIDAuthenticateResponse", _result(result), data, attributes=_PROFILE)
        case TransmitResponse(result, apdus):
            outputs = elements("iso:OutputAPDU", (apdu.hex().upper() for apdu in apdus))
            return element("iso:TransmitResponse", _result(result), *outputs, attributes=_PROFILE)
        case DisconnectResponse(result, slot_handle):
            slot = element("iso:SlotHandle", slot_handle)
            return element("iso:DisconnectResponse", _result(result), slot, attributes=_PROFILE)
        case _:
            assert_never(message)


def server_body(message: ServerMessage) -> Element:
    """Return the element for a server's message."""
    match message:
        case InitializeFramework():
            return element("ecard:InitializeFramework")
        case DidList():
            handle = element("iso:ConnectionHandle", element("iso:SlotHandle", SLOT_HANDLE))
            return element("iso:DIDList", handle)
        case DidAuthenticate(eac_input, did_name):
            return element(
                "iso:DIDAuthenticate",
                element("iso:ConnectionHandle", element("iso:SlotHandle", SLOT_HANDLE)),
                element("iso:DIDName", did_name),
                _eac_input(eac_input),
            )
        case Transmit(apdus, slot_handle):
            infos = (_input_apdu(apdu) for apdu in apdus)
            return element("iso:Transmit", element("iso:SlotHandle", slot_handle), *infos)
        case Disconnect(slot_handle):
            return element("iso:Disconnect", element("iso:SlotHandle", slot_handle))
        case StartPaosResponse(result):
            return element("iso:StartPAOSResponse", _result(result), attributes=_PROFILE)
        case _:
            assert_never(message)


def _start_paos(message: StartPaos) -> Element:
    handle = element(
        "iso:ConnectionHandle",
        element("iso:CardApplication", CARD_APPLICATION.hex().upper()),
        element("iso:SlotHandle", SLOT_HANDLE),
        attributes={"xsi:type": "iso:ConnectionHandleType"},
    )
    version = message.user_agent.version
    agent = element(
        "iso:UserAgent",
        element("iso:Name", message.user_agent.name),
        element("iso:VersionMajor", str(version.major)),
        element("iso:VersionMinor", str(version.minor)),
        element("iso:VersionSubminor", str(version.subminor)),
    )
    versions = (
        _version("iso:SupportedAPIVersions", known, ("iso:Major", "iso:Minor", "iso:Subminor"))
        for known in message.api_versions
    )
    session = element("iso:SessionIdentifier", message.session_identifier)
    return element("iso:StartPAOS", session, handle, agent, *versions)


def _version(name: str, version: Version, names: tuple[str, str, str]) -> Element:
    numbers = (version.major, version.minor, version.subminor)
    return element(name, *(element(part, str(n)) for part, n in zip(names, numbers, strict=True)))


def _result(result: Result) -> Element:
    return element(
        "dss:Result",
        element("dss:ResultMajor", result.major),
        element("dss:ResultMinor", result.minor) if result.minor else None,
        element("dss:ResultMessage", result.message) if result.message else None,
    )


def _eac_data(kind: str, *content: Element | None) -> Element:
    attributes = {"Protocol": EAC_PROTOCOL, "xsi:type": f"iso:{kind}"}
    return element("iso:AuthenticationProtocolData", *content, attributes=attributes)


def _hex(name: str, value: bytes | None) -> Element | None:
    return element(f"iso:{name}", value.hex().upper()) if value is not None else None


def _eac_output(output: EacOutput) -> Element:
    match output:
        case Eac1Output(ef_card_access, id_picc, challenge, chat, references):
            return _eac_data(
                "EAC1OutputType",
                _hex("CertificateHolderAuthorizationTemplate", chat.to_bytes() if chat else None),
                *elements("iso:CertificationAuthorityReference", references),
                _hex("EFCardAccess", ef_card_access),
                _hex("IDPICC", id_picc),
                _hex("Challenge", challenge),
            )
        case Eac2Output(ef_card_security, token, nonce):
            return _eac_data(
                "EAC2OutputType",
                _hex("EFCardSecurity", ef_card_security),
                _hex("AuthenticationToken", token),
                _hex("Nonce", nonce),
            )
        case EacSignatureWanted(challenge):
            return _eac_data("EAC2OutputType", _hex("Challenge", challenge))
        case _:
            assert_never(output)


def _eac_input(eac_input: EacInput) -> Element:
    match eac_input:
        case Eac1Input():
            return _eac1_input(eac_input)
        case Eac2Input(key, signature, certificates):
            return _eac_data(
                "EAC2InputType",
                *(_hex("Certificate", certificate.to_bytes()) for certificate in certificates),
                _hex("EphemeralPublicKey", key),
                _hex("Signature", signature),
            )
        case EacAdditionalInput(signature):
            return _eac_data("EACAdditionalInputType", _hex("Signature", signature))
        case _:
            assert_never(eac_input)


def _eac1_input(eac_input: Eac1Input) -> Element:
    required, optional, auxiliary = (
        value.to_bytes() if value is not None else None
        for value in (eac_input.required_chat, eac_input.optional_chat, eac_input.auxiliary_data)
    )
    info = element("iso:TransactionInfo", eac_input.transaction_info) if eac_input.transaction_info else None
    return _eac_data(
        "EAC1InputType",
        *(_hex("Certificate", certificate.to_bytes()) for certificate in eac_input.certificates),
        _hex("CertificateDescription", eac_input.description.to_bytes()),
        _hex("RequiredCHAT", required),
        _hex("OptionalCHAT", optional),
        _hex("AuthenticatedAuxiliaryData", auxiliary),
        info,
        *elements("iso:AcceptedEIDType", eac_input.accepted_eid_types),
    )


def _input_apdu(info: InputApdu) -> Element:
    return element(
        "iso:InputAPDUInfo",
        _hex("InputAPDU", info.apdu),
        *elements("iso:AcceptableStatusCode", info.acceptable_status_codes),
    )
