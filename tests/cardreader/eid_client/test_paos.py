"""PAOS messages: real layouts, both directions, and garbage."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader.auxiliary_data import AuxiliaryData
from cardreader.chat import AccessRight, Chat, Role
from cardreader.eid_client import paos
from cardreader.eid_client.paos import PaosError, build_client_message, build_server_message
from cardreader.eid_client.paos_messages import (
    API_VERSION,
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
    EacSignatureWanted,
    Envelope,
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
from cardreader.eid_client.result import OK, Result, ResultMajor, ResultMinor, failed
from sandbox.eid_server.pki import Pki

POINT = b"\x04" + bytes(range(64))
CHAT = Chat(Role.TERMINAL, frozenset({AccessRight.ADDRESS}))
RESULTS = [OK, failed(ResultMinor.CANCELLATION_BY_USER), Result(ResultMajor.WARNING, None, "text & more")]


def _client_messages() -> list[ClientMessage]:
    return [
        StartPaos("session-1", UserAgent("Kiosk", Version(1, 2, 3)), (API_VERSION, Version(1, 1, 4))),
        *(InitializeFrameworkResponse(result) for result in RESULTS),
        *(DidAuthenticateResponse(result) for result in RESULTS),
        DidAuthenticateResponse(
            OK, Eac1Output(b"\x31\x00", b"id", b"challeng", CHAT, ("DECVCA1", "DECVCA2"))
        ),
        DidAuthenticateResponse(OK, Eac1Output(b"\x31\x00", b"id", b"challeng")),
        DidAuthenticateResponse(OK, Eac2Output(b"\x30\x00", b"token", b"nonce")),
        DidAuthenticateResponse(OK, EacSignatureWanted(b"challeng")),
        TransmitResponse(OK, (b"\x90\x00", b"data\x90\x00")),
        TransmitResponse(failed(ResultMinor.UNKNOWN_ERROR)),
        DidListResponse(),
        DidListResponse(failed(ResultMinor.INTERNAL_ERROR), ()),
        DisconnectResponse(slot_handle="01"),
    ]


def _server_messages(pki: Pki) -> list[ServerMessage]:
    terminal = pki.issue_terminal("https://service.example")
    eac1 = Eac1Input((terminal.certificate, terminal.verifier), terminal.description)
    full = replace(
        eac1,
        required_chat=CHAT,
        optional_chat=Chat(Role.TERMINAL),
        auxiliary_data=AuxiliaryData.of(valid_on=date(2026, 1, 1)),
        transaction_info="Antrag <7>",
        accepted_eid_types=("CardCertified", "SECertified"),
    )
    return [
        InitializeFramework(),
        DidList(),
        DidAuthenticate(eac1),
        DidAuthenticate(full),
        DidAuthenticate(Eac2Input(POINT)),
        DidAuthenticate(Eac2Input(POINT, b"signature", (terminal.certificate,))),
        DidAuthenticate(EacAdditionalInput(b"signature")),
        Transmit((InputApdu(b"\x00\xb0\x9c\x00"), InputApdu(b"\x0c\xb0\x9c\x00\x00", ("9000", "63")))),
        Disconnect("01"),
        *(StartPaosResponse(result) for result in RESULTS),
    ]


@pytest.mark.parametrize("message", _client_messages(), ids=lambda message: type(message).__name__)
def test_client_messages_read_back(message: ClientMessage) -> None:
    sent = Envelope(paos.new_message_id(), "urn:uuid:1", message)
    assert paos.parse_client_message(build_client_message(sent)) == sent


def test_server_messages_read_back(pki: Pki) -> None:
    for message in _server_messages(pki):
        sent = Envelope(paos.new_message_id(), None, message)
        assert paos.parse_server_message(build_server_message(sent)) == sent


def test_start_is_laid_out_as_servers_expect() -> None:
    text = build_client_message(Envelope("urn:uuid:1", None, _client_messages()[0])).decode()
    for part in (
        '<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"',
        '<paos:PAOS soap:mustUnderstand="1" soap:actor="http://schemas.xmlsoap.org/soap/actor/next">',
        "<paos:ServiceType>http://www.bsi.bund.de/ecard/api/1.1/PAOS/GetNextCommand</paos:ServiceType>",
        "<wsa:Address>http://www.projectliberty.org/2006/02/role/paos</wsa:Address>",
        "<wsa:MessageID>urn:uuid:1</wsa:MessageID>",
        "<iso:SessionIdentifier>session-1</iso:SessionIdentifier>",
        '<iso:ConnectionHandle xsi:type="iso:ConnectionHandleType">',
        "<iso:CardApplication>E80704007F00070302</iso:CardApplication>",
        "<iso:VersionSubminor>3</iso:VersionSubminor>",
        "<iso:SupportedAPIVersions><iso:Major>1</iso:Major><iso:Minor>1</iso:Minor><iso:Subminor>5</iso:Subminor>",
    ):
        assert part in text
    assert "RelatesTo" not in text


def test_other_prefixes_and_unknown_elements_are_understood() -> None:
    document = b"""<?xml version='1.0'?>
    <S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/' xmlns:x='http://www.w3.org/2001/XMLSchema-instance'>
      <S:Header><MessageID xmlns='urn:w'>urn:uuid:7</MessageID><Unknown xmlns='urn:w'/></S:Header>
      <S:Body><ns4:DIDAuthenticate xmlns:ns4='urn:iso:std:iso-iec:24727:tech:schema'>
        <ns4:New/><ns4:AuthenticationProtocolData x:type='ns4:EACAdditionalInputType'>
          <ns4:Signature> 0a 0B </ns4:Signature><ns4:Other>x</ns4:Other>
        </ns4:AuthenticationProtocolData></ns4:DIDAuthenticate></S:Body></S:Envelope>"""
    received = paos.parse_server_message(document)
    assert received == Envelope("urn:uuid:7", None, DidAuthenticate(EacAdditionalInput(b"\x0a\x0b"), ""))


def _server(body: str, header: str = "") -> bytes:
    return f"<Envelope><Header>{header}</Header><Body>{body}</Body></Envelope>".encode()


@pytest.mark.parametrize(
    ("body", "request_name"),
    [
        ("", ""),
        ("<InitializeFramework/><InitializeFramework/>", ""),
        ("<DIDGet/>", ""),
        ("<Disconnect><SlotHandle/><SlotHandle/></Disconnect>", "Disconnect"),
        ("<StartPAOS/>", ""),
        ("<StartPAOSResponse/>", "StartPAOSResponse"),
        ("<StartPAOSResponse><Result/></StartPAOSResponse>", "StartPAOSResponse"),
        (
            (
                "<StartPAOSResponse><Result><ResultMajor>a</ResultMajor><ResultMajor>b</ResultMajor></Result>"
                "</StartPAOSResponse>"
            ),
            "StartPAOSResponse",
        ),
        ("<Transmit/>", "Transmit"),
        ("<Transmit><InputAPDUInfo/></Transmit>", "Transmit"),
        ("<Transmit><InputAPDUInfo><InputAPDU>0A</InputAPDU></InputAPDUInfo></Transmit>", "Transmit"),
        ("<Transmit><InputAPDUInfo><InputAPDU>00B0000G</InputAPDU></InputAPDUInfo></Transmit>", "Transmit"),
        ("<DIDAuthenticate/>", "DIDAuthenticate"),
        ("<DIDAuthenticate><AuthenticationProtocolData/></DIDAuthenticate>", "DIDAuthenticate"),
        (
            (
                '<DIDAuthenticate><AuthenticationProtocolData type="EAC2InputType">'
                "<EphemeralPublicKey>051234</EphemeralPublicKey></AuthenticationProtocolData></DIDAuthenticate>"
            ),
            "DIDAuthenticate",
        ),
        (
            (
                '<DIDAuthenticate><AuthenticationProtocolData type="EAC1InputType">'
                "<Certificate>00</Certificate></AuthenticationProtocolData></DIDAuthenticate>"
            ),
            "DIDAuthenticate",
        ),
    ],
)
def test_malformed_messages_say_what_they_wanted_to_be(body: str, request_name: str) -> None:
    with pytest.raises(PaosError) as caught:
        paos.parse_server_message(_server(body, "<MessageID>urn:uuid:9</MessageID>"))
    assert caught.value.request == request_name
    if request_name:
        assert caught.value.message_id == "urn:uuid:9"


@pytest.mark.parametrize("header", ["<MessageID>a</MessageID>" * 2, "<RelatesTo>a</RelatesTo>" * 2])
def test_repeated_addressing_is_refused(header: str) -> None:
    with pytest.raises(PaosError, match="repeats"):
        paos.parse_server_message(_server("<InitializeFramework/>", header))


@pytest.mark.parametrize(
    "body",
    [
        "<InitializeFramework/>",
        "<StartPAOS/>",
        (
            "<StartPAOS><SessionIdentifier>a</SessionIdentifier><UserAgent><Name>n</Name><VersionMajor>x</VersionMajor>"
            "</UserAgent></StartPAOS>"
        ),
        "<DIDAuthenticateResponse/>",
        (
            "<TransmitResponse><Result><ResultMajor>m</ResultMajor></Result><OutputAPDU>9</OutputAPDU>"
            "</TransmitResponse>"
        ),
    ],
)
def test_malformed_client_messages_are_refused(body: str) -> None:
    with pytest.raises(PaosError):
        paos.parse_client_message(_server(body))


def test_personal_data_is_not_printed() -> None:
    printed = repr(
        [TransmitResponse(OK, (b"ERIKA",)), InputApdu(b"ERIKA"), StartPaos("s1", UserAgent("A", API_VERSION))]
    )
    assert "ERIKA" not in printed
    assert "s1" not in printed


@given(st.binary(max_size=200))
def test_garbage_raises_nothing_but_its_own_error(data: bytes) -> None:
    for parse in (paos.parse_server_message, paos.parse_client_message):
        with pytest.raises(PaosError):
            parse(data)


HEADER_AND_BODY = build_server_message(
    Envelope("urn:uuid:1", "urn:uuid:2", Transmit((InputApdu(b"\x00\xb0\x9c\x00\x01", ("9000",)),)))
)


@given(st.integers(0, len(HEADER_AND_BODY) - 1), st.integers(0, 255))
def test_damaged_message_raises_nothing_but_its_own_error(position: int, value: int) -> None:
    damaged = bytearray(HEADER_AND_BODY)
    damaged[position] = value
    try:
        paos.parse_server_message(bytes(damaged))
    except PaosError:
        return
