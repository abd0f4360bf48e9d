"""TR-03124-2, module B: PAOS and the messages of extended access control."""

from datetime import date

import pytest

from cardreader import tlv
from cardreader.apdu import CommandApdu
from cardreader.auxiliary_data import DATE_OF_BIRTH, DATE_OF_EXPIRY, MUNICIPALITY_ID, AuxiliaryData
from cardreader.chat import AccessRight
from cardreader.eid_client.outcome import EidFailure, EidSucceeded
from cardreader.eid_client.paos_messages import (
    API_VERSION,
    CARD_APPLICATION,
    Eac1Output,
    Eac2Output,
    EacSignatureWanted,
    InitializeFramework,
    InitializeFrameworkResponse,
    TransmitResponse,
)
from cardreader.eid_client.result import OK, ResultMajor
from sandbox.eid_server.terminal import Terminal
from tests.conformance import cv_world
from tests.conformance.bed import ROOT, Bed
from tests.conformance.eid_script import READ_CARD_ACCESS, Order, chain_names, twice, without

SELECT_EID = CommandApdu(0x00, 0xA4, 0x04, 0x0C, CARD_APPLICATION)
GIVEN_NAMES, FAMILY_NAMES = frozenset({AccessRight.GIVEN_NAMES}), frozenset({AccessRight.FAMILY_NAMES})
FIRST_BYTE = bytes([0x31])
"""The first byte of EF.CardAccess: a SET."""
MUNICIPALITY = bytes.fromhex("02760509110000")


def read_group(number: int) -> CommandApdu:
    return CommandApdu(0x00, 0xB0, 0x80 | number, 0x00, le=1)


def verify(kind: str) -> CommandApdu:
    return CommandApdu(0x80, 0x20, 0x80, 0x00, tlv.encode(0x06, tlv.oid_bytes(kind)))


def statuses(bed: Bed) -> list[int]:
    return [answer.sw for answer in bed.script.answers]


def not_asked_for_the_pin(bed: Bed) -> None:
    assert bed.asked is None
    assert bed.card.commands == []


def other_terminal(bed: Bed, root: int, *, is_expired: bool = False) -> Terminal:
    """A terminal of another chain for the same service, below a generation of the root."""
    described = bed.script.terminal.description
    return cv_world.terminal(cv_world.document_verifier(root), described, is_expired=is_expired)


@pytest.mark.tr03124("EID_CLIENT_B_01")
def test_good_run(bed: Bed) -> None:
    bed.run_well()
    (start,) = bed.started
    assert start.session_identifier == "session-1"
    assert start.user_agent == bed.profile.user_agent
    assert start.api_versions == (API_VERSION,)
    (eac1,) = bed.script.outputs(Eac1Output)
    assert eac1.ef_card_access == bed.card.keys.ef_card_access
    assert eac1.authority_references == ()
    (eac2,) = bed.script.outputs(Eac2Output)
    assert eac2.ef_card_security == bed.card.keys.ef_card_security
    (transmitted,) = bed.script.heard_of(TransmitResponse)
    assert (transmitted.result, len(transmitted.output_apdus)) == (OK, 1)
    assert [(answer.data, answer.sw) for answer in bed.script.answers] == [(FIRST_BYTE, 0x9000)]
    assert bed.service.peeks == 1, "the refresh address is looked at, and nothing is asked there"


@pytest.mark.tr03124("EID_CLIENT_B_03")
def test_signature_comes_late(bed: Bed) -> None:
    bed.script.signs_late = True
    bed.run_well()
    (wanted,) = bed.script.outputs(EacSignatureWanted)
    (eac1,) = bed.script.outputs(Eac1Output)
    assert wanted.challenge == eac1.challenge
    assert len(bed.script.outputs(Eac2Output)) == 1


@pytest.mark.tr03124("EID_CLIENT_B_04")
def test_declined_right_is_declined_on_the_card(bed: Bed) -> None:
    bed.script.required, bed.script.optional = GIVEN_NAMES, GIVEN_NAMES | FAMILY_NAMES
    bed.script.orders = tuple(Order(each) for each in (SELECT_EID, *map(read_group, (4, 5, 9))))
    outcome = bed.run(declines=FAMILY_NAMES)
    assert isinstance(outcome, EidSucceeded)
    (eac1,) = bed.script.outputs(Eac1Output)
    assert eac1.chat is not None
    assert eac1.chat.rights == GIVEN_NAMES
    assert bed.card.announced == eac1.chat
    assert statuses(bed) == [0x9000, 0x9000, 0x6982, 0x6982]


@pytest.mark.tr03124("EID_CLIENT_B_05")
def test_comparisons_with_auxiliary_data(bed: Bed) -> None:
    bed.script.auxiliary_data = AuxiliaryData.of(
        born_on_or_before=date(1992, 11, 19), valid_on=cv_world.TODAY, municipality_id=MUNICIPALITY
    )
    kinds = (DATE_OF_BIRTH, DATE_OF_EXPIRY, MUNICIPALITY_ID)
    bed.script.orders = tuple(Order(each) for each in (SELECT_EID, *map(verify, kinds)))
    bed.run_well()
    assert statuses(bed) == [0x9000] * 4
    assert bed.asked is not None
    assert bed.asked.request.born_on_or_before == date(1992, 11, 19)


@pytest.mark.tr03124("EID_CLIENT_B_06")
def test_acceptable_status_codes(bed: Bed) -> None:
    bed.script.orders = (Order(acceptable=("9000",)), Order(acceptable=("9000", "6300")))
    bed.run_well()
    assert [(answer.data, answer.sw) for answer in bed.script.answers] == [(FIRST_BYTE, 0x9000)] * 2


@pytest.mark.parametrize(
    "codes", [("9000", "6300", "9000"), ("90", "63", "90")], ids=["two bytes", "one byte"]
)
@pytest.mark.tr03124("EID_CLIENT_B_07", "EID_CLIENT_B_33")
def test_unacceptable_status_code_stops_the_batch(bed: Bed, codes: tuple[str, ...]) -> None:
    bed.script.orders = tuple(Order(READ_CARD_ACCESS, (code,)) for code in codes)
    bed.fails("serverError")
    (transmitted,) = bed.script.heard_of(TransmitResponse)
    assert transmitted.result.major == ResultMajor.ERROR
    assert [(answer.data, answer.sw) for answer in bed.script.answers] == [(FIRST_BYTE, 0x9000)] * 2


@pytest.mark.tr03124("EID_CLIENT_B_08")
def test_link_that_does_not_fit_the_card(bed: Bed) -> None:
    bed.trust(card=(ROOT,))
    bed.script.terminal = other_terminal(bed, 2)
    strange = cv_world.document_verifier(3).certificate
    bed.script.later_certificates = (strange, cv_world.foreign_link())
    outcome = bed.fails("clientError", "trustedChannelEstablishmentFailed")
    assert outcome.failure is EidFailure.CARD_TRUSTS_NO_CERTIFICATE
    (eac1,) = bed.script.outputs(Eac1Output)
    assert eac1.authority_references == (ROOT.chr,)
    assert bed.card.certificates == []


def _second_set(bed: Bed) -> None:
    """Set 2: the service's chain hangs on a newer root, which a link certificate introduces."""
    bed.script.terminal = terminal = other_terminal(bed, 2)
    bed.script.certificates = (terminal.certificate, terminal.verifier, cv_world.link(1))


@pytest.mark.parametrize("is_expired", [False, True], ids=["valid", "out of date"])
@pytest.mark.tr03124("EID_CLIENT_B_09", "EID_CLIENT_B_10")
def test_other_terminal_in_eac2_is_ignored(bed: Bed, *, is_expired: bool) -> None:
    _second_set(bed)
    intruder = other_terminal(bed, 2, is_expired=is_expired)
    bed.script.later_certificates = (intruder.certificate, bed.script.terminal.verifier)
    bed.run_well()
    assert bed.card.certificates == chain_names(
        (cv_world.link(1), bed.script.terminal.verifier, bed.script.terminal.certificate)
    )


@pytest.mark.tr03124("EID_CLIENT_B_11")
def test_eac1_without_certificates(bed: Bed) -> None:
    bed.script.bend_eac1 = without("Certificate")
    assert bed.fails("clientError", "trustedChannelEstablishmentFailed").failure is EidFailure.PROTOCOL
    not_asked_for_the_pin(bed)


@pytest.mark.tr03124("EID_CLIENT_B_12")
def test_eac1_without_description(bed: Bed) -> None:
    bed.script.bend_eac1 = without("CertificateDescription")
    assert bed.fails("clientError", "trustedChannelEstablishmentFailed").failure is EidFailure.PROTOCOL
    not_asked_for_the_pin(bed)


@pytest.mark.tr03124("EID_CLIENT_B_13")
def test_eac1_with_two_descriptions(bed: Bed) -> None:
    bed.script.bend_eac1 = twice("CertificateDescription")
    assert bed.fails("clientError", "trustedChannelEstablishmentFailed").failure is EidFailure.PROTOCOL
    not_asked_for_the_pin(bed)


@pytest.mark.tr03124("EID_CLIENT_B_14")
def test_eac2_without_key(bed: Bed) -> None:
    bed.script.bend_eac2 = without("EphemeralPublicKey")
    assert bed.fails("clientError").failure is EidFailure.PROTOCOL
    assert len(bed.script.outputs(Eac1Output)) == 1
    assert bed.script.outputs(Eac2Output) == []


@pytest.mark.tr03124("EID_CLIENT_B_15")
def test_eac2_with_two_keys(bed: Bed) -> None:
    bed.script.bend_eac2 = twice("EphemeralPublicKey")
    assert bed.fails("clientError").failure is EidFailure.PROTOCOL
    assert bed.script.outputs(Eac2Output) == []


@pytest.mark.parametrize(
    ("stage", "answers"), [("eac1", 1), ("eac2", 2), ("late", 3), ("transmit", 3)], ids=str
)
@pytest.mark.tr03124("EID_CLIENT_B_20", "EID_CLIENT_B_21", "EID_CLIENT_B_22", "EID_CLIENT_B_23")
def test_server_ends_the_dialogue_with_an_error(bed: Bed, stage: str, answers: int) -> None:
    bed.script.signs_late = stage == "late"
    bed.script.ends_at = "eac2" if stage == "late" else stage
    bed.fails("serverError")
    assert len(bed.script.heard) == answers, "each answer before the error was given, and none after it"


@pytest.mark.tr03124("EID_CLIENT_B_24")
def test_document_verifier_with_wrong_signature(bed: Bed) -> None:
    terminal = bed.script.terminal
    bed.script.certificates = (terminal.certificate, cv_world.damaged(terminal.verifier))
    outcome = bed.fails("clientError", "trustedChannelEstablishmentFailed")
    assert outcome.failure is EidFailure.CERTIFICATE_INVALID
    not_asked_for_the_pin(bed)


@pytest.mark.tr03124("EID_CLIENT_B_25")
def test_initialize_framework(bed: Bed) -> None:
    bed.script.first = (InitializeFramework(),)
    bed.run_well()
    assert bed.script.heard[0] == InitializeFrameworkResponse(OK, API_VERSION)


@pytest.mark.tr03124("EID_CLIENT_B_27")
def test_link_certificate_is_remembered(bed: Bed) -> None:
    _second_set(bed)
    bed.run_well()
    bed.script.certificates = ()
    bed.run_well()


@pytest.mark.tr03124("EID_CLIENT_B_28")
def test_terminal_out_of_date(bed: Bed) -> None:
    expired = other_terminal(bed, 2, is_expired=True)
    bed.script.terminal = expired
    bed.script.certificates = (expired.certificate, expired.verifier, cv_world.link(1))
    outcome = bed.fails("clientError", "trustedChannelEstablishmentFailed")
    assert outcome.failure is EidFailure.CERTIFICATE_INVALID
    not_asked_for_the_pin(bed)


@pytest.mark.tr03124("EID_CLIENT_B_29")
def test_no_path_to_the_trust_point(bed: Bed) -> None:
    bed.script.terminal = other_terminal(bed, 2)
    outcome = bed.fails("clientError", "trustedChannelEstablishmentFailed")
    assert outcome.failure is EidFailure.CERTIFICATE_INVALID
    not_asked_for_the_pin(bed)


@pytest.mark.tr03124("EID_CLIENT_B_30")
def test_link_comes_with_eac2(bed: Bed) -> None:
    bed.trust(card=(ROOT,))
    bed.script.terminal = terminal = other_terminal(bed, 2)
    bed.script.later_certificates = (
        other_terminal(bed, 2).certificate,
        terminal.verifier,
        cv_world.link(1),
    )
    bed.run_well()
    (eac1,) = bed.script.outputs(Eac1Output)
    assert eac1.authority_references == (ROOT.chr,)
    assert bed.card.certificates == chain_names((cv_world.link(1), terminal.verifier, terminal.certificate))


@pytest.mark.tr03124("EID_CLIENT_B_31")
def test_certificates_in_reverse_order(bed: Bed) -> None:
    bed.script.certificates = (bed.script.terminal.verifier, bed.script.terminal.certificate)
    bed.run_well()
