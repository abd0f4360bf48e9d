"""What the eID server of a test case says, message by message: a good run, and every bend of it."""

import re
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cryptography import x509

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.auxiliary_data import AuxiliaryData
from cardreader.chat import AccessRight, Chat, Role
from cardreader.cv_certificate import CvCertificate
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
    InputApdu,
    ServerMessage,
    StartPaosResponse,
    Transmit,
    TransmitResponse,
)
from cardreader.eid_client.result import OK, ResultMinor, failed
from cardreader.secure_messaging import SecureMessaging, SessionKeys
from cardreader.terminal_authentication import signature_input
from sandbox.eid_server import chip_check
from sandbox.eid_server.chip_check import ChipCheckError
from sandbox.eid_server.terminal import Terminal

BAD_NEWS = StartPaosResponse(failed(ResultMinor.INTERNAL_ERROR))
READ_CARD_ACCESS = CommandApdu(0x00, 0xB0, 0x9C, 0x00, le=1)
type Said = ServerMessage | bytes
type Dialogue = Generator[Said, ClientMessage]
type Bend = Callable[[str], str]


class ClientGaveUpError(Exception):
    """The client reported an error, or left out what it owed; the dialogue ends with its own reason."""


@dataclass(frozen=True)
class Order:
    """One command of a batch, in the clear, with what the server calls acceptable."""

    command: CommandApdu = READ_CARD_ACCESS
    acceptable: tuple[str, ...] = ()


@dataclass
class EidScript:
    """The messages of one run. Change what the case is about; the rest is a good run."""

    terminal: Terminal
    signers: tuple[x509.Certificate, ...]
    certificates: tuple[CvCertificate, ...] = ()
    """Of EAC1; empty stands for terminal and document verifier."""
    description: bytes | None = None
    """Sent instead of the terminal's own description."""
    later_certificates: tuple[CvCertificate, ...] = ()
    required: frozenset[AccessRight] | None = None
    optional: frozenset[AccessRight] | None = None
    auxiliary_data: AuxiliaryData | None = None
    transaction_info: str = ""
    accepted_eid_types: tuple[str, ...] = ()
    first: tuple[ServerMessage, ...] = ()
    """Asked before EAC1."""
    signs_late: bool = False
    orders: tuple[Order, ...] = (Order(),)
    bend_eac1: Bend = lambda text: text
    bend_eac2: Bend = lambda text: text
    ends_at: str = ""
    """`start`, `eac1`, `eac2`, `late` or `transmit`: bad news comes in place of the next message."""
    heard: list[ClientMessage] = field(default_factory=list)
    answers: tuple[ResponseApdu, ...] = ()
    """What the card said to the orders, out of secure messaging."""

    def heard_of[M: ClientMessage](self, kind: type[M]) -> list[M]:
        return [message for message in self.heard if isinstance(message, kind)]

    def outputs[M](self, kind: type[M]) -> list[M]:
        """What the client put out in EAC, of one kind."""
        outputs = [message.output for message in self.heard_of(DidAuthenticateResponse)]
        return [output for output in outputs if isinstance(output, kind)]

    def play(self) -> Dialogue:
        """Yield what is said, be sent what is heard; begins after StartPAOS and ends with the last word.

        A client that gives up, or a chip that proves nothing, ends it with bad news.
        """
        try:
            yield from self._run()
        except (ClientGaveUpError, ChipCheckError):
            yield BAD_NEWS

    def _run(self) -> Dialogue:
        for question in self.first:
            yield from self._hear(question)
        if self._is_over("start"):
            yield BAD_NEWS
            return
        eac1 = yield from self._eac(self._eac1(), self.bend_eac1, Eac1Output)
        if self._is_over("eac1"):
            yield BAD_NEWS
            return
        keys = yield from self._authenticate(eac1)
        if keys is None:
            yield BAD_NEWS
            return
        yield from self._transmit(keys)
        yield BAD_NEWS if self._is_over("transmit") else StartPaosResponse(OK)

    def _is_over(self, stage: str) -> bool:
        return self.ends_at == stage

    def _eac1(self) -> DidAuthenticate:
        eac_input = Eac1Input(
            self.certificates or (self.terminal.certificate, self.terminal.verifier),
            self.terminal.description,
            Chat(Role.TERMINAL, self.required) if self.required is not None else None,
            Chat(Role.TERMINAL, self.optional) if self.optional is not None else None,
            self.auxiliary_data,
            self.transaction_info,
            self.accepted_eid_types,
        )
        return DidAuthenticate(eac_input)

    def _authenticate(self, eac1: Eac1Output) -> Generator[Said, ClientMessage, SessionKeys | None]:
        challenge = chip_check.challenge(eac1.ef_card_access)
        point = challenge.ephemeral_key.public
        auxiliary_data = self.auxiliary_data.to_bytes() if self.auxiliary_data else b""
        signature = self.terminal.sign(signature_input(eac1.id_picc, eac1.challenge, point, auxiliary_data))
        if self.signs_late:
            eac2 = DidAuthenticate(Eac2Input(point, None, self.later_certificates))
            yield from self._eac(eac2, self.bend_eac2, EacSignatureWanted)
            late = DidAuthenticate(EacAdditionalInput(signature))
            output = yield from self._eac(late, lambda text: text, Eac2Output)
        else:
            eac2 = DidAuthenticate(Eac2Input(point, signature, self.later_certificates))
            output = yield from self._eac(eac2, self.bend_eac2, Eac2Output)
        if self._is_over("eac2"):
            return None
        now = datetime.now(UTC)
        proof = (output.ef_card_security, output.nonce, output.authentication_token)
        return chip_check.verify(challenge, *proof, self.signers, now).keys

    def _transmit(self, keys: SessionKeys) -> Dialogue:
        places = [SecureMessaging(keys, 2 * index) for index in range(len(self.orders))]
        apdus = tuple(
            InputApdu(place.protect(order.command).to_bytes(), order.acceptable)
            for place, order in zip(places, self.orders, strict=True)
        )
        answer = yield from self._hear(Transmit(apdus))
        if not isinstance(answer, TransmitResponse):
            raise ClientGaveUpError
        raw = [ResponseApdu.from_bytes(output) for output in answer.output_apdus]
        self.answers = tuple(place.unprotect(each) for place, each in zip(places, raw, strict=False))
        if not answer.result.is_ok:
            raise ClientGaveUpError

    def _eac[M](
        self, message: DidAuthenticate, bend: Bend, expected: type[M]
    ) -> Generator[Said, ClientMessage, M]:
        text = paos.build_server_message(Envelope(paos.new_message_id(), None, message)).decode()
        if self.description is not None:
            text = re.sub(r"(<iso:CertificateDescription>)[^<]*", rf"\g<1>{self.description.hex()}", text)
        answer = yield from self._hear(bend(text).encode())
        if not isinstance(answer, DidAuthenticateResponse) or not isinstance(answer.output, expected):
            raise ClientGaveUpError
        return answer.output

    def _hear(self, said: Said) -> Generator[Said, ClientMessage, ClientMessage]:
        message = yield said
        self.heard.append(message)
        return message


def without(name: str) -> Bend:
    """Leave out every element of that name."""
    return lambda text: re.sub(rf"<iso:{name}>[^<]*</iso:{name}>", "", text)


def twice(name: str) -> Bend:
    """Have the element of that name a second time."""
    return lambda text: re.sub(rf"(<iso:{name}>[^<]*</iso:{name}>)", r"\1\1", text)


def chain_names(certificates: Iterable[CvCertificate]) -> list[str]:
    return [certificate.chr for certificate in certificates]
