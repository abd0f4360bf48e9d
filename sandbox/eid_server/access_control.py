"""Extended access control as the server sees it: EAC1, EAC2, perhaps a late signature (TR-03112-7 3.6)."""

from dataclasses import dataclass

from cardreader.chat import AccessRight, Chat, Role
from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client.paos_messages import (
    ClientMessage,
    DidAuthenticate,
    DidAuthenticateResponse,
    Eac1Input,
    Eac1Output,
    Eac2Input,
    Eac2Output,
    EacAdditionalInput,
    EacInput,
    EacOutput,
    EacSignatureWanted,
)
from cardreader.eid_client.result import Result, ResultMinor
from cardreader.terminal_authentication import CHALLENGE_BYTES, signature_input
from sandbox.eid_server import chip_check
from sandbox.eid_server.chip_check import ChipChallenge, GenuineChip
from sandbox.eid_server.session_plan import Conversation, SessionEndedError, SessionPlan

_MAX_COORDINATE_BYTES = 66  # of the largest standardised curve


@dataclass(frozen=True, slots=True)
class Access:
    """Both sides have proved themselves; `rights` are what the citizen granted."""

    rights: frozenset[AccessRight]
    chip: GenuineChip


def gain_access(plan: SessionPlan) -> Conversation[Access]:
    """Ask for consent and PIN, authenticate the terminal, check the chip.

    Raises SessionEndedError when the client gives up or answers nonsense, ChipCheckError when the card is
    not genuine.
    """
    eac1 = yield from _ask(_eac1_input(plan))
    if not isinstance(eac1, Eac1Output):
        raise SessionEndedError(ResultMinor.INTERNAL_ERROR)
    rights = _effective_rights(plan, eac1)
    challenge = chip_check.challenge(eac1.ef_card_access)
    eac2 = yield from _authenticate(plan, eac1, challenge)
    chip = chip_check.verify(
        challenge,
        eac2.ef_card_security,
        eac2.nonce,
        eac2.authentication_token,
        plan.trusted_country_signers,
        plan.now,
    )
    return Access(rights, chip)


def expect_ok(result: Result) -> None:
    """Raise SessionEndedError with the client's own reason when it reports an error."""
    if not result.is_ok:
        raise SessionEndedError(result.minor or ResultMinor.UNKNOWN_ERROR)


def _authenticate(plan: SessionPlan, eac1: Eac1Output, challenge: ChipChallenge) -> Conversation[Eac2Output]:
    if not 1 <= len(eac1.id_picc) <= _MAX_COORDINATE_BYTES:
        raise SessionEndedError(ResultMinor.PARAMETER_ERROR)
    public_key = challenge.ephemeral_key.public
    links = _links(plan, eac1.authority_references)
    if plan.signs_late:
        wanted = yield from _ask(Eac2Input(public_key, None, links))
        if not isinstance(wanted, EacSignatureWanted) or wanted.challenge != eac1.challenge:
            raise SessionEndedError(ResultMinor.INTERNAL_ERROR)
        eac2 = yield from _ask(EacAdditionalInput(_signature(plan, eac1, public_key)))
    else:
        eac2 = yield from _ask(Eac2Input(public_key, _signature(plan, eac1, public_key), links))
    if not isinstance(eac2, Eac2Output):
        raise SessionEndedError(ResultMinor.INTERNAL_ERROR)
    return eac2


def _ask(eac_input: EacInput) -> Conversation[EacOutput]:
    answer: ClientMessage = yield DidAuthenticate(eac_input)
    if not isinstance(answer, DidAuthenticateResponse):
        raise SessionEndedError(ResultMinor.INTERNAL_ERROR)
    expect_ok(answer.result)
    if answer.output is None:
        raise SessionEndedError(ResultMinor.PARAMETER_ERROR)
    return answer.output


def _eac1_input(plan: SessionPlan) -> Eac1Input:
    return Eac1Input(
        certificates=(plan.terminal.certificate, plan.terminal.verifier, *plan.authority.links),
        description=plan.terminal.description,
        required_chat=Chat(Role.TERMINAL, plan.required),
        optional_chat=Chat(Role.TERMINAL, plan.optional),
        auxiliary_data=plan.auxiliary_data,
        transaction_info=plan.transaction_info,
    )


def _effective_rights(plan: SessionPlan, eac1: Eac1Output) -> frozenset[AccessRight]:
    if eac1.chat is None:
        return plan.requested
    if not eac1.chat.rights <= plan.requested or eac1.chat.unnamed_bits:
        raise SessionEndedError(ResultMinor.PARAMETER_ERROR)  # the citizen was never asked for these
    return eac1.chat.rights


def _links(plan: SessionPlan, references: tuple[str, ...]) -> tuple[CvCertificate, ...]:
    """The client names the card's trust points only when it found no way from them to our certificates."""
    if not references:
        return ()
    for reference in references:
        links = plan.authority.links_from(reference)
        if links is not None:
            return links
    raise SessionEndedError(ResultMinor.INVALID_CERTIFICATE_PATH)


def _signature(plan: SessionPlan, eac1: Eac1Output, public_key: bytes) -> bytes:
    if len(eac1.challenge) != CHALLENGE_BYTES:
        raise SessionEndedError(ResultMinor.PARAMETER_ERROR)
    auxiliary_data = plan.auxiliary_data.to_bytes()
    return plan.terminal.sign(signature_input(eac1.id_picc, eac1.challenge, public_key, auxiliary_data))
