"""Good inputs for every parser, to begin mutating from; made by the product and its sandbox."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.auxiliary_data import AuxiliaryData
from cardreader.card import EID_APPLICATION
from cardreader.channel import run
from cardreader.chat import AccessRight, Chat, Role
from cardreader.eid_client import paos
from cardreader.eid_client.paos_messages import (
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
    StartPaos,
    StartPaosResponse,
    Transmit,
    TransmitResponse,
    UserAgent,
    Version,
)
from cardreader.eid_client.result import OK, ResultMinor, failed
from cardreader.pace import PasswordId, pace
from cardreader.secret import Secret
from cardreader.secure_messaging import SecureMessaging
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.terminal import Terminal
from sandbox.id_card.card import IdCard
from sandbox.id_card.chip import initial_state
from sandbox.id_card.memory import RamMemory
from sandbox.id_card.personas import load_personas
from tests.fuzz import conversations
from tests.fuzz.targets import HOST, NOW

_OK = b"\x90\x00"
_TOKEN = (
    f'<?xml version="1.0" encoding="UTF-8"?><TCTokenType><ServerAddress>https://{HOST}:8443/paos?sessionid=1'
    f"</ServerAddress><SessionIdentifier>1</SessionIdentifier><RefreshAddress>https://{HOST}/refresh?a=b"
    f"</RefreshAddress><CommunicationErrorAddress>https://{HOST}/sorry</CommunicationErrorAddress>"
    "<Binding>urn:liberty:paos:2006-08</Binding><PathSecurity-Protocol>urn:ietf:rfc:4279"
    "</PathSecurity-Protocol><PathSecurity-Parameters><PSK>0011AAff</PSK></PathSecurity-Parameters></TCTokenType>"
)


def seeds(state: Path) -> dict[str, list[bytes]]:
    """Return good inputs by parser; keys and certificates are made in the directory `state`."""
    pki = Pki.open(state, lambda: NOW)
    keys = pki.personalise("erika")
    terminal = pki.issue_terminal(f"https://{HOST}")
    root = pki.authority.roots[-1].certificate
    chat = Chat(Role.TERMINAL, frozenset({AccessRight.ADDRESS, AccessRight.AGE_VERIFICATION}))
    auxiliary = [
        AuxiliaryData.of(valid_on=NOW.date()),
        AuxiliaryData.of(born_on_or_before=date(2008, 11, 23), municipality_id=b"\x02\x76\x09"),
    ]
    access, security = keys.ef_card_access, keys.ef_card_security
    chip_answer = _answer(0x81, bytes(8), 0x82, bytes(8))
    return {
        "tlv": [access, terminal.description.raw, b""],
        "object_identifier": [tlv.oid_bytes(oid) for oid in ("0.4.0.127.0.7.2.2.4.2.2", "2.999.3")],
        "command_apdu": [
            bytes.fromhex(apdu) for apdu in ("00B0000000", "00A40000023F00", "0CB00000000001AA0000")
        ],
        "cv_certificate": [each.to_bytes() for each in (terminal.certificate, terminal.verifier, root)],
        "certificate_description": [terminal.description.raw],
        "chat": [chat.to_bytes(), root.chat.to_bytes()],
        "auxiliary_data": [each.to_bytes() for each in auxiliary],
        "security_infos": [access],
        "card_security": [security],
        "secured_answer": [_sealed(b""), _sealed(b"some data")],
        "card_answers": [_card_recording(access, security, chip_answer)],
        "pace_answers": [_pace_recording(pki)],
        "tc_token": [_TOKEN.encode()],
        "paos_of_server": _from_server(terminal, chat, auxiliary[1]),
        "paos_of_client": _from_client(chat),
        "location": [
            b"https://service.example/x?y=1#z",
            b"/relative",
            b"//other.example:8443/a",
            b"https://[::1]:1/",
        ],
        "tls_certificate": _tls_certificates(),
        "reader_features": [bytes.fromhex("060442330006 0704 42330007 2004 42330020")],
        "reader_pace": [
            _from_reader(
                0,
                b"\x90\x00"
                + _counted(2, access)
                + _counted(1, b"DECVCA00001")
                + b"\0"
                + _counted(2, bytes(32)),
            ),
            _from_reader(0, b"\x90\x00" + _counted(2, access)),
            _from_reader(0xF00663C2, b"\x90\x00\0\0"),
        ],
        "http_answer": [
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: text/xml\r\n\r\nhello",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nTrailer: 1\r\n\r\n",
            b"HTTP/1.0 302 Found\r\nLocation: https://service.example/x\r\n\r\n",
            b"HTTP/1.1 100 Go on\r\n\r\nHTTP/1.1 303 See Other\r\nLocation: /y\r\nContent-Length: 0\r\n\r\n",
        ],
    }


def _answer(*tags_and_values: int | bytes) -> bytes:
    pairs = zip(tags_and_values[::2], tags_and_values[1::2], strict=True)
    return tlv.encode(0x7C, b"".join(tlv.encode(int(tag), bytes(value)) for tag, value in pairs))


def _card_recording(access: bytes, security: bytes, chip_answer: bytes) -> bytes:
    directory = tlv.encode(0x61, tlv.encode(0x4F, EID_APPLICATION))
    before = (_OK, _OK, directory + _OK, access + _OK, _OK, bytes(8) + _OK)
    return conversations.recording(*before, security + _OK, _OK, chip_answer + _OK)


class _Recording:
    def __init__(self, card: IdCard) -> None:
        self._card = card
        self.answers: list[bytes] = []

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        self.answers.append(self._card.process(command.to_bytes()))
        return ResponseApdu.from_bytes(self.answers[-1])


def _pace_recording(pki: Pki) -> bytes:
    persona, keys = load_personas()["erika"], pki.personalise("erika")
    card = IdCard(persona, keys, RamMemory(initial_state(persona, keys)))
    card.power_on()
    recorder = _Recording(card)
    pin = Secret(conversations.PIN)
    run(
        pace(conversations.PACE, PasswordId.PIN, pin, None, key_source=lambda _curve: conversations.KEY),
        recorder,
    )
    return conversations.recording(*recorder.answers)


def _sealed(data: bytes) -> bytes:
    """Return what stands before the checksum of a protected answer."""
    messaging = SecureMessaging(conversations.KEYS)
    return messaging.protect_response(ResponseApdu(data, 0x9000)).data[:-10]


def _from_server(terminal: Terminal, chat: Chat, auxiliary: AuxiliaryData) -> list[bytes]:
    verifier = terminal.verifier
    first = Eac1Input((terminal.certificate, verifier), terminal.description)
    full = replace(
        first,
        required_chat=chat,
        optional_chat=Chat(Role.TERMINAL),
        auxiliary_data=auxiliary,
        transaction_info="Antrag <7>",
        accepted_eid_types=("CardCertified",),
    )
    point = conversations.KEY.public
    messages = [
        InitializeFramework(),
        DidList(),
        DidAuthenticate(first),
        DidAuthenticate(full),
        DidAuthenticate(Eac2Input(point, bytes(64))),
        DidAuthenticate(Eac2Input(point, None, (verifier,))),
        DidAuthenticate(EacAdditionalInput(bytes(64))),
        Transmit((InputApdu(bytes.fromhex("0CB0000000")), InputApdu(bytes(20), ("9000", "62"))), "01"),
        Disconnect(),
        StartPaosResponse(OK),
        StartPaosResponse(failed(ResultMinor.INTERNAL_ERROR)),
    ]
    return [paos.build_server_message(Envelope("urn:uuid:1", "urn:uuid:2", message)) for message in messages]


def _from_client(chat: Chat) -> list[bytes]:
    messages = [
        StartPaos("session", UserAgent("Kiosk", Version(1, 2, 3))),
        InitializeFrameworkResponse(),
        DidListResponse(),
        DidAuthenticateResponse(failed(ResultMinor.CANCELLATION_BY_USER)),
        DidAuthenticateResponse(OK, Eac1Output(b"\x31\x00", bytes(32), bytes(8), chat, ("DECVCA00001",))),
        DidAuthenticateResponse(OK, EacSignatureWanted(bytes(8))),
        DidAuthenticateResponse(OK, Eac2Output(b"\x30\x00", bytes(8), bytes(8))),
        TransmitResponse(OK, (_OK, b"data" + _OK)),
        DisconnectResponse(),
    ]
    return [paos.build_client_message(Envelope("urn:uuid:1", None, message)) for message in messages]


def _counted(length_bytes: int, value: bytes) -> bytes:
    return len(value).to_bytes(length_bytes, "little") + value


def _from_reader(result: int, data: bytes) -> bytes:
    return result.to_bytes(4, "little") + _counted(2, data)


def _tls_certificates() -> list[bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    return [made.public_bytes(Encoding.DER)]
