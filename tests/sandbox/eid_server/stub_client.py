"""A client and card in one, for the server's tests: enough of both to be believed, and ways to misbehave."""

import http.client
import os
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_private_key

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.chat import AccessRight, Chat, Role
from cardreader.eid_client import paos
from cardreader.eid_client.paos_messages import (
    ClientMessage,
    DidAuthenticate,
    DidAuthenticateResponse,
    Eac1Input,
    Eac1Output,
    Eac2Input,
    Eac2Output,
    EacAdditionalInput,
    EacSignatureWanted,
    Envelope,
    ServerMessage,
    StartPaos,
    StartPaosResponse,
    Transmit,
    TransmitResponse,
    UserAgent,
    Version,
)
from cardreader.eid_client.result import OK
from cardreader.key_derivation import AES_128, authentication_token, kdf_enc, kdf_mac
from cardreader.secure_messaging import SecureMessaging, SessionKeys
from sandbox.eid_server.eid_interface import UseIdResponse
from sandbox.id_card.keys import CardKeys

CHIP_AUTHENTICATION = "0.4.0.127.0.7.2.2.3.2.2"
USER_AGENT = UserAgent("Stub", Version(1, 0, 0))
NOT_FOUND = ResponseApdu(b"", 0x6A82)
DONE = ResponseApdu(b"", 0x9000)


@dataclass
class StubCard:
    """A card that has agreed to everything; it compares `refused` with no, `files` are its data groups."""

    keys: CardKeys
    files: Mapping[int, bytes] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    longest_answer: int = 65536
    seen: list[CommandApdu] = field(default_factory=list)
    id_picc: bytes = field(default_factory=lambda: os.urandom(32))
    challenge: bytes = field(default_factory=lambda: os.urandom(8))
    nonce: bytes = field(default_factory=lambda: os.urandom(8))
    _current: bytes = b""
    _messaging: SecureMessaging | None = None

    def agree_on_keys(self, server_point: bytes) -> bytes:
        """Do chip authentication version 2 and return the token."""
        private = load_der_private_key(self.keys.ca_private_key_der, password=None)
        assert isinstance(private, ec.EllipticCurvePrivateKey)
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.BrainpoolP256R1(), server_point)
        shared = private.exchange(ec.ECDH(), public)
        keys = SessionKeys(kdf_enc(shared, AES_128, self.nonce), kdf_mac(shared, AES_128, self.nonce))
        self._messaging = SecureMessaging(keys)
        return authentication_token(keys.mac, CHIP_AUTHENTICATION, server_point)

    def process(self, raw: bytes) -> bytes:
        assert self._messaging is not None
        command = self._messaging.unprotect_command(CommandApdu.from_bytes(raw))
        self.seen.append(command)
        return self._messaging.protect_response(self._answer(command)).to_bytes()

    def _answer(self, command: CommandApdu) -> ResponseApdu:
        match command.ins, command.p1:
            case 0xB0, p1 if p1 & 0x80:
                self._current = self.files.get(p1 & 0x1F, b"")
                return self._read(command.p2, command.le) if self._current else NOT_FOUND
            case 0xB0, p1:
                return self._read(p1 << 8 | command.p2, command.le)
            case 0x20, 0x80:
                kind = tlv.oid_text(tlv.parse_one(command.data).value)
                return ResponseApdu(b"", 0x6300 if kind in self.refused else 0x9000)
            case 0x86, 0x00:
                return ResponseApdu(bytes.fromhex("7C0681044142430A")[:8], 0x9000)
            case _:
                return DONE

    def _read(self, offset: int, le: int | None) -> ResponseApdu:
        wanted = min(le or 0, self.longest_answer)
        return ResponseApdu(self._current[offset : offset + wanted], 0x9000)


@dataclass
class StubClient:
    """Answers each message as an obedient client does; `post` carries one envelope to the server and back."""

    card: StubCard
    post: Callable[[bytes], bytes]
    granted: frozenset[AccessRight] | None = None
    received: list[ServerMessage] = field(default_factory=list)

    def run(self, session_id: str) -> StartPaosResponse:
        message: ClientMessage = StartPaos(session_id, USER_AGENT)
        relates_to = None
        while True:
            sent = Envelope(paos.new_message_id(), relates_to, message)
            answer = paos.parse_server_message(self.post(paos.build_client_message(sent)))
            assert answer.relates_to == sent.message_id
            self.received.append(answer.message)
            if isinstance(answer.message, StartPaosResponse):
                return answer.message
            message, relates_to = self.answer(answer.message), answer.message_id

    def answer(self, message: ServerMessage) -> ClientMessage:
        match message:
            case DidAuthenticate(Eac1Input()):
                chat = None if self.granted is None else Chat(Role.TERMINAL, self.granted)
                card = self.card
                return DidAuthenticateResponse(
                    OK, Eac1Output(card.keys.ef_card_access, card.id_picc, card.challenge, chat)
                )
            case DidAuthenticate(Eac2Input(point, signature)):
                self._point = point
                if signature is None:
                    return DidAuthenticateResponse(OK, EacSignatureWanted(self.card.challenge))
                return self._eac2_output(signature)
            case DidAuthenticate(EacAdditionalInput(signature)):
                return self._eac2_output(signature)
            case Transmit(apdus):
                return TransmitResponse(OK, tuple(self.card.process(info.apdu) for info in apdus))
            case _:
                raise AssertionError(f"unexpected {message}")

    def _eac2_output(self, signature: bytes) -> DidAuthenticateResponse:
        eac1 = next(
            message.input
            for message in self.received
            if isinstance(message, DidAuthenticate) and isinstance(message.input, Eac1Input)
        )
        assert eac1.auxiliary_data is not None
        signed = self.card.id_picc + self.card.challenge + self._point[1:33] + eac1.auxiliary_data.raw
        assert eac1.certificates[0].verifying_key(ec.BrainpoolP256R1()).is_signed(signed, signature)
        token = self.card.agree_on_keys(self._point)
        return DidAuthenticateResponse(
            OK, Eac2Output(self.card.keys.ef_card_security, token, self.card.nonce)
        )


class PskConnection:
    """An HTTPS connection by RSA-PSK that stays open between requests."""

    def __init__(
        self, opened: UseIdResponse, *, psk: bytes | None = None, identity: str | None = None
    ) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        context.set_ciphers("RSA-PSK-AES256-GCM-SHA384")
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        secret = psk if psk is not None else opened.psk
        name = opened.session_id if identity is None else identity
        context.set_psk_client_callback(lambda _hint: (name, secret))
        address = opened.server_address.removeprefix("https://")
        host, _, self.path = address.partition("/")
        port = int(host.rpartition(":")[2])
        self.http = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=10)

    def post(self, body: bytes) -> bytes:
        status, content = self.request("POST", f"/{self.path}", body)
        assert status == 200
        return content

    def request(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str] | None = None
    ) -> tuple[int, bytes]:
        self.http.request(method, path, body, {**paos.HTTP_HEADERS, **(headers or {})})
        response = self.http.getresponse()
        return response.status, response.read()

    def close(self) -> None:
        self.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
