"""The client's side of extended access control: each message becomes an answer (TR-03112-7 3.6)."""

from dataclasses import dataclass, field
from datetime import date

from cardreader import chip_authentication, terminal_authentication
from cardreader.apdu import ApduError, CommandApdu
from cardreader.auxiliary_data import AuxiliaryData
from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client import checks, rights
from cardreader.eid_client.authorization import authorization_request
from cardreader.eid_client.card_session import CardSession
from cardreader.eid_client.certificate_chain import chain_from, document_verifiers, terminals
from cardreader.eid_client.dialogue import Received
from cardreader.eid_client.exchange import Conversation, Progress, Report, tell
from cardreader.eid_client.link_store import LinkStore
from cardreader.eid_client.on_site import (
    OnSiteReading,
    establish_channel_on_site,
    find_card_on_site,
)
from cardreader.eid_client.outcome import EidAbort, EidFailure
from cardreader.eid_client.paos_messages import (
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
    InitializeFramework,
    InitializeFrameworkResponse,
    InputApdu,
    Transmit,
    TransmitResponse,
)
from cardreader.eid_client.pin_entry import establish_channel, find_card
from cardreader.eid_client.result import OK, ResultMinor, failed
from cardreader.eid_client.tls_trail import TlsTrail


@dataclass(frozen=True, slots=True)
class _AwaitRequest:
    """Nothing is known yet."""


@dataclass(frozen=True, slots=True)
class _AwaitKey:
    """PACE is done: the server must send its key and its signature."""

    terminal: CvCertificate
    certificates: tuple[CvCertificate, ...]
    auxiliary_data: AuxiliaryData | None
    trust_points: tuple[str, ...]
    challenge: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class _AwaitSignature:
    """The key came alone."""

    before: _AwaitKey
    ephemeral_key: bytes
    chain: tuple[CvCertificate, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """The card is authenticated: the server reads through its own channel."""


@dataclass(frozen=True, slots=True)
class _LetGo:
    """The server has let the card go: nothing but the end can come."""

    was_read: bool


type _State = _AwaitRequest | _AwaitKey | _AwaitSignature | _Reading | _LetGo


class EacSteps:
    """Answers the server's messages in their order; anything out of order ends the run."""

    def __init__(
        self,
        tc_token_url: str,
        trusted: tuple[CvCertificate, ...],
        links: LinkStore,
        today: date,
        trail: TlsTrail,
        on_site: OnSiteReading | None = None,
    ) -> None:
        self._tc_token_url = tc_token_url
        self._trusted = trusted
        self._links = links
        self._today = today
        self._trail = trail
        self._on_site = on_site
        self._card = CardSession()
        self._state: _State = _AwaitRequest()
        self.service_url = tc_token_url
        """Whose origin the way back must have: the service's own address once its description is known."""

    @property
    def is_complete(self) -> bool:
        """Whether card and terminal are authenticated."""
        match self._state:
            case _Reading() | _LetGo(was_read=True):
                return True
            case _:
                return False

    def answer(self, received: Received) -> Conversation[ClientMessage]:
        """Do what a message asks and return the answer; raises EidAbort or CardError."""
        match self._state, received:
            case _AwaitRequest(), InitializeFramework():
                return InitializeFrameworkResponse()
            case _, DidList():
                return DidListResponse()
            case _, Disconnect(slot_handle):
                self._card.release()
                self._state = _LetGo(self.is_complete)
                return DisconnectResponse(slot_handle=slot_handle)
            case _AwaitRequest(), DidAuthenticate(Eac1Input() as eac_input):
                return (yield from self._begin(eac_input))
            case _AwaitKey() as state, DidAuthenticate(Eac2Input() as eac_input):
                return (yield from self._take_key(state, eac_input))
            case _AwaitSignature() as state, DidAuthenticate(EacAdditionalInput(signature)):
                output = yield from self._authenticate(
                    state.before, state.chain, state.ephemeral_key, signature
                )
                return DidAuthenticateResponse(OK, output)
            case _Reading(), Transmit(apdus):
                return (yield from self._transmit(apdus))
            case _:
                raise EidAbort(EidFailure.PROTOCOL)

    def _begin(self, eac_input: Eac1Input) -> Conversation[ClientMessage]:
        terminal = self._check(eac_input)
        asked = rights.asked(
            terminal.chat, eac_input.required_chat, eac_input.optional_chat, eac_input.auxiliary_data
        )
        if self._on_site is not None:
            asked = rights.on_site(terminal.chat, asked)
        request = authorization_request(eac_input, terminal, asked)
        if self._on_site is not None:
            id_card = yield from find_card_on_site(self._card)
            channel = yield from establish_channel_on_site(self._card, id_card, request, asked)
        else:
            id_card, retry = yield from find_card(self._card)
            channel = yield from establish_channel(
                self._card, id_card, retry, request, asked, eac_input.description.raw
            )
        yield from tell(Report(Progress.TERMINAL))
        challenge = yield from self._card.run(terminal_authentication.get_challenge())
        trust_points = channel.pace.certification_authorities
        known = (*eac_input.certificates, *self._links.links)
        self._state = _AwaitKey(terminal, known, eac_input.auxiliary_data, trust_points, challenge)
        complete = chain_from(trust_points.__contains__, terminal, known) is not None
        output = Eac1Output(
            id_card.ef_card_access,
            channel.pace.id_picc,
            challenge,
            channel.chat,
            () if complete else trust_points,
        )
        return DidAuthenticateResponse(OK, output)

    def _check(self, eac_input: Eac1Input) -> CvCertificate:
        """Run every check that comes before the PIN, in the order of the standard; return the terminal."""
        certificates, description = eac_input.certificates, eac_input.description
        checks.enforce(checks.has_one_terminal_and_one_document_verifier(certificates))
        (terminal,), (verifier,) = terminals(certificates), document_verifiers(certificates)
        known = (*certificates, *self._links.links)
        checks.enforce(checks.chain_is_trusted(terminal, known, self._trusted, self._today))
        checks.enforce(checks.description_has_subject_url(description))
        checks.enforce(checks.description_belongs_to(terminal, description))
        # Whatever fails from here on, the way back is judged by this description.
        self.service_url = description.subject_url
        self._trail.set_description(description, verifier)
        checks.enforce(checks.token_came_from_subject(description, self._tc_token_url))
        self._trail.check_all()
        self._links.keep_from(checks.trusted_chain(terminal, known, self._trusted) or ())
        checks.enforce(checks.card_type_is_accepted(eac_input.accepted_eid_types))
        return terminal

    def _take_key(self, state: _AwaitKey, eac_input: Eac2Input) -> Conversation[ClientMessage]:
        certificates = (*state.certificates, *eac_input.certificates)
        chain = chain_from(state.trust_points.__contains__, state.terminal, certificates)
        if chain is None:
            raise EidAbort(EidFailure.CARD_TRUSTS_NO_CERTIFICATE)
        if eac_input.signature is None:
            self._state = _AwaitSignature(state, eac_input.ephemeral_public_key, chain)
            return DidAuthenticateResponse(OK, EacSignatureWanted(state.challenge))
        key, signature = eac_input.ephemeral_public_key, eac_input.signature
        return DidAuthenticateResponse(OK, (yield from self._authenticate(state, chain, key, signature)))

    def _authenticate(
        self, state: _AwaitKey, chain: tuple[CvCertificate, ...], key: bytes, signature: bytes
    ) -> Conversation[Eac2Output]:
        auxiliary_data = state.auxiliary_data.to_bytes() if state.auxiliary_data else None
        yield from self._card.run(terminal_authentication.verify_certificates(chain))
        yield from self._card.run(
            terminal_authentication.authenticate(state.terminal, key, signature, auxiliary_data)
        )
        yield from tell(Report(Progress.CHIP))
        chip = yield from self._card.run(chip_authentication.authenticate_chip(key))
        self._card.release()
        self._state = _Reading()
        return Eac2Output(chip.ef_card_security, chip.token, chip.nonce)

    def _transmit(self, apdus: tuple[InputApdu, ...]) -> Conversation[ClientMessage]:
        yield from tell(Report(Progress.READING))
        outputs: list[bytes] = []
        for info in apdus:
            try:
                command = CommandApdu.from_bytes(info.apdu)
            except ApduError as error:
                raise EidAbort(EidFailure.PROTOCOL) from error
            response = yield from self._card.transmit(command)
            outputs.append(response.to_bytes())
            if not _is_acceptable(response.sw, info.acceptable_status_codes):
                return TransmitResponse(failed(ResultMinor.UNKNOWN_ERROR), tuple(outputs))
        return TransmitResponse(OK, tuple(outputs))


def _is_acceptable(sw: int, acceptable: tuple[str, ...]) -> bool:
    """Compare beginnings: one byte stands for all status words that begin with it, an empty code for all."""
    status = f"{sw:04x}"
    return not acceptable or any(status.startswith(code.lower()) for code in acceptable)
