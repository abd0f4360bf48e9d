"""The card's side in the style of TR-03105-5.2: every variant that is spoken, and cards that misbehave."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from cardreader import elliptic, key_derivation, tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.auxiliary_data import DATE_OF_BIRTH, MUNICIPALITY_ID, AuxiliaryData
from cardreader.chat import AccessRight
from cardreader.cv_public_key import ECDSA_SHA_256
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.paos_messages import CARD_APPLICATION, TransmitResponse
from cardreader.eid_client.result import OK
from cardreader.key_derivation import CipherSuite
from cardreader.security_infos import ChipAuthenticationInfo, PaceInfo, SecurityInfo
from sandbox.eid_server import restricted_identification
from sandbox.eid_server.restricted_identification import PseudonymKey
from sandbox.id_card import chip_authentication, keys, pace, security_environment
from tests.conformance import cv_world
from tests.conformance.bed import ORIGIN, REFRESH, ROOT, Bed, make_card, returned_with
from tests.conformance.eid_script import READ_CARD_ACCESS, Order

SELECT_EID = CommandApdu(0x00, 0xA4, 0x04, 0x0C, CARD_APPLICATION)
READABLE = (1, 2, 4, 5, 6, 7, 8, 9, 13, 17)
OK_STATUS = 0x9000
SUITES = {2: key_derivation.AES_128, 3: key_derivation.AES_192, 4: key_derivation.AES_256}
RSA = "0.4.0.127.0.7.2.2.2.1.2"
"""id-TA-RSA-v1-5-SHA-256, which is not spoken."""
_GENERAL_AUTHENTICATE = 0x86
type Patch = pytest.MonkeyPatch
type Answer = Callable[[ResponseApdu], ResponseApdu]


def fails(bed: Bed, failure: EidFailure, minor: str = "clientError") -> None:
    """Carry out a run that has to end for `failure`, in a way the service can understand."""
    outcome = bed.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is failure
    assert returned_with(outcome, REFRESH) == minor
    assert bed.script.heard_of(TransmitResponse) == [], "nothing is read from such a card"


def refusing(status: int) -> Answer:
    return lambda _: ResponseApdu(b"", status)


def answering(data: bytes) -> Answer:
    return lambda _: ResponseApdu(data, OK_STATUS)


def bend_command(bed: Bed, ins: int, p1: int, p2: int, answer: Answer) -> None:
    """Change what the card answers to one kind of command."""
    wanted = (ins, p1, p2)
    bed.card.bend = lambda command, original: (
        answer(original) if (command.ins, command.p1, command.p2) == wanted else original
    )


def bend_step(bed: Bed, step: int, answer: Answer) -> None:
    """Change what the card answers to the n-th GENERAL AUTHENTICATE: PACE has 1 to 4, the chip's is 5."""

    def bend(command: CommandApdu, original: ResponseApdu) -> ResponseApdu:
        steps = sum(each.ins == _GENERAL_AUTHENTICATE for each in bed.card.commands)
        is_it = command.ins == _GENERAL_AUTHENTICATE and steps == step
        return answer(original) if is_it else original

    bed.card.bend = bend


def step_object(tag: int, value: bytes) -> bytes:
    return tlv.encode(0x7C, tlv.encode(tag, value))


def with_other_infos(patch: Patch, change: Callable[[SecurityInfo], tuple[SecurityInfo, ...]]) -> None:
    """Have cards that are made from now on list other abilities."""
    abilities = keys._abilities()
    changed = tuple(info for each in abilities for info in change(each))
    patch.setattr(keys, "_abilities", lambda: changed)


# PACE


def speak_pace(patch: Patch, bed: Bed, arc: int, suite: CipherSuite, parameter_id: int = 13) -> None:
    protocol = f"0.4.0.127.0.7.2.2.4.2.{arc}"
    patch.setattr(pace, "PACE_PROTOCOL", protocol)
    patch.setattr(pace, "AES_128", suite)
    patch.setattr(pace, "CURVE", elliptic.curve_by_parameter_id(parameter_id))
    patch.setattr(pace, "DOMAIN_PARAMETERS", parameter_id)
    info = PaceInfo(protocol, 2, parameter_id)
    with_other_infos(patch, lambda each: (info if isinstance(each, PaceInfo) else each,))
    bed.card = make_card(bed.pki, ROOT)


@pytest.mark.parametrize("arc", SUITES)
@pytest.mark.tr03105("CARD_PACE_AES_128", "CARD_PACE_AES_192", "CARD_PACE_AES_256")
def test_pace_with_each_cipher(monkeypatch: Patch, bed: Bed, arc: int) -> None:
    speak_pace(monkeypatch, bed, arc, SUITES[arc])
    bed.run_well()
    assert len(bed.script.answers) == 1


@pytest.mark.parametrize("curve", elliptic.CURVES, ids=lambda curve: curve.name)
@pytest.mark.tr03105("CARD_PACE_CURVES")
def test_pace_on_each_curve(monkeypatch: Patch, bed: Bed, curve: elliptic.Curve) -> None:
    speak_pace(monkeypatch, bed, 2, SUITES[2], curve.parameter_id)
    bed.run_well()


@pytest.mark.parametrize(
    "protocol", ["0.4.0.127.0.7.2.2.4.1.2", "0.4.0.127.0.7.2.2.4.2.1"], ids=["DH", "3DES"]
)
@pytest.mark.tr03105("CARD_PACE_DH")
def test_card_with_nothing_that_is_spoken(monkeypatch: Patch, bed: Bed, protocol: str) -> None:
    other = PaceInfo(protocol, 2, 13)
    with_other_infos(monkeypatch, lambda each: (other if isinstance(each, PaceInfo) else each,))
    bed.card = make_card(bed.pki, ROOT)
    fails(bed, EidFailure.NOT_AN_ID_CARD)
    assert bed.card.announced is None


@pytest.mark.tr03105("CARD_PACE_MANY_INFOS")
def test_card_with_more_variants_than_are_spoken(monkeypatch: Patch, bed: Bed) -> None:
    strange = (
        PaceInfo("0.4.0.127.0.7.2.2.4.1.2", 2, 0),
        PaceInfo("0.4.0.127.0.7.2.2.4.2.1", 2, 13),
        PaceInfo("0.4.0.127.0.7.2.2.4.2.2", 1, 13),
        PaceInfo("0.4.0.127.0.7.2.2.4.2.2", 2, 14),
    )
    with_other_infos(monkeypatch, lambda each: (*strange, each) if isinstance(each, PaceInfo) else (each,))
    bed.card = make_card(bed.pki, ROOT)
    bed.run_well()


@pytest.mark.parametrize(
    "data",
    [b"", b"\x7c\x00", step_object(0x80, b""), step_object(0x80, bytes(15)), step_object(0x82, bytes(16))],
    ids=["nothing", "no object", "empty", "not whole", "another object"],
)
@pytest.mark.tr03105("CARD_PACE_NONCE")
def test_pace_nonce(bed: Bed, data: bytes) -> None:
    bend_step(bed, 1, answering(data))
    fails(bed, EidFailure.CARD_PROTOCOL)


OFF_THE_CURVE = b"\x04" + bytes(31) + b"\x01" + bytes(31) + b"\x01"
POINTS = [OFF_THE_CURVE, b"\x04" + bytes(64), b"\x04", b"\x02" + bytes(32), b"\x00"]
POINT_NAMES = ["off the curve", "zero", "cut off", "compressed", "infinity"]


@pytest.mark.parametrize("point", POINTS, ids=POINT_NAMES)
@pytest.mark.tr03105("CARD_PACE_MAPPING_KEY")
def test_pace_mapping_key(bed: Bed, point: bytes) -> None:
    bend_step(bed, 2, answering(step_object(0x82, point)))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.parametrize("point", POINTS, ids=POINT_NAMES)
@pytest.mark.tr03105("CARD_PACE_EPHEMERAL_KEY")
def test_pace_ephemeral_key(bed: Bed, point: bytes) -> None:
    bend_step(bed, 3, answering(step_object(0x84, point)))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.tr03105("CARD_PACE_SAME_KEY")
def test_pace_ephemeral_key_of_the_terminal(bed: Bed) -> None:
    def mirror(_: ResponseApdu) -> ResponseApdu:
        sent = tlv.fields(tlv.parse_one(bed.card.commands[-1].data).value)[0x83]
        return ResponseApdu(step_object(0x84, sent), OK_STATUS)

    bend_step(bed, 3, mirror)
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.parametrize(
    "data", [b"\x7c\x00", step_object(0x86, bytes(8)), step_object(0x86, b"")], ids=["none", "wrong", "empty"]
)
@pytest.mark.tr03105("CARD_PACE_TOKEN")
def test_pace_token(bed: Bed, data: bytes) -> None:
    bend_step(bed, 4, answering(data))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.parametrize("step", [1, 2, 3, 4])
@pytest.mark.tr03105("CARD_PACE_STATUS")
def test_pace_refused(bed: Bed, step: int) -> None:
    bend_step(bed, step, refusing(0x6A80))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.tr03105("CARD_PACE_STATUS")
def test_pace_refused_at_once(bed: Bed) -> None:
    bend_command(bed, 0x22, 0xC1, 0xA4, refusing(0x6A80))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.parametrize(
    ("status", "failure", "minor"),
    [
        (0x6985, EidFailure.PIN_SUSPENDED, "communicationError"),
        (0x6983, EidFailure.PIN_BLOCKED, "communicationError"),
        (0x6984, EidFailure.PIN_DEACTIVATED, "clientError"),
    ],
    ids=["suspended", "blocked", "deactivated"],
)
@pytest.mark.tr03105("CARD_PACE_PIN_STATE")
def test_pin_turns_out_to_be_unusable(bed: Bed, status: int, failure: EidFailure, minor: str) -> None:
    bend_step(bed, 1, refusing(status))
    fails(bed, failure, minor)


@pytest.mark.tr03105("CARD_PACE_WRONG_PIN")
def test_wrong_pin_then_the_right_one(bed: Bed) -> None:
    assert isinstance(bed.run(pin="654321"), EidSucceeded)
    assert bed.rejected == [2]
    assert bed.card.memory.read().pin_attempts == 3


@pytest.mark.parametrize("command", [7, 8, 9, 10, 11])
@pytest.mark.tr03105("CARD_PACE_PULLED")
def test_card_pulled_in_pace(bed: Bed, command: int) -> None:
    bed.pulls_card_at = command
    fails(bed, EidFailure.CARD_REMOVED, "cancellationByUser")


# Terminal authentication


@pytest.mark.parametrize("arc", [2, 3, 4, 5])
@pytest.mark.tr03105("CARD_TA_ECDSA_224", "CARD_TA_ECDSA_256", "CARD_TA_ECDSA_384", "CARD_TA_ECDSA_512")
def test_whole_chain_with_each_hash(bed: Bed, arc: int) -> None:
    algorithm = f"0.4.0.127.0.7.2.2.2.2.{arc}"
    root = cv_world.make_root(f"DECVCAHASH{arc:05}", algorithm)
    verifier = cv_world.make_verifier(root, algorithm)
    hash_name = {2: "sha224", 3: "sha256", 4: "sha384", 5: "sha512"}[arc]
    described = cv_world.description(bed.listed(), subject_url=ORIGIN, hash_name=hash_name)
    bed.script.terminal = cv_world.terminal(verifier, described, algorithm=algorithm)
    bed.trust(root.certificate, card=(root.certificate,))
    bed.run_well()
    assert bed.card.certificates == [verifier.certificate.chr, bed.script.terminal.certificate.chr]


@pytest.mark.parametrize("whose", ["terminal", "verifier", "root"])
@pytest.mark.parametrize("client_has_roots", [True, False])
@pytest.mark.tr03105("CARD_TA_RSA")
def test_chain_with_rsa_is_refused_before_the_pin(bed: Bed, whose: str, *, client_has_roots: bool) -> None:
    root, verifier, terminal = (
        RSA if whose == each else ECDSA_SHA_256 for each in ("root", "verifier", "terminal")
    )
    issuer = cv_world.make_root("DECVCARSA00001", root)
    described = bed.script.terminal.description
    bed.script.terminal = cv_world.terminal(
        cv_world.make_verifier(issuer, verifier), described, algorithm=terminal
    )
    bed.trust(*[issuer.certificate] if client_has_roots else [], card=(ROOT,))
    if whose == "root" and not client_has_roots:
        fails(bed, EidFailure.CARD_TRUSTS_NO_CERTIFICATE)  # the card knows no such root, and says so
        return
    outcome = bed.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CERTIFICATE_INVALID
    assert bed.asked is None


@pytest.mark.parametrize(
    "answer", [answering(bytes(7)), answering(b""), refusing(0x6A86)], ids=["short", "empty", "refused"]
)
@pytest.mark.tr03105("CARD_TA_CHALLENGE")
def test_challenge(bed: Bed, answer: Answer) -> None:
    bend_command(bed, 0x84, 0x00, 0x00, answer)
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.tr03105("CARD_TA_REFERENCE")
def test_reference_that_the_card_does_not_know(bed: Bed) -> None:
    bend_command(bed, 0x22, 0x81, 0xB6, refusing(0x6A88))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.parametrize("status", [0x6300, 0x6A80])
@pytest.mark.tr03105("CARD_TA_CERTIFICATE")
def test_certificate_that_the_card_refuses(bed: Bed, status: int) -> None:
    bend_command(bed, 0x2A, 0x00, 0xBE, refusing(status))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.parametrize("status", [0x6300, 0x6982])
@pytest.mark.tr03105("CARD_TA_SIGNATURE")
def test_signature_that_the_card_refuses(bed: Bed, status: int) -> None:
    bend_command(bed, 0x82, 0x00, 0x00, refusing(status))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.tr03105("CARD_TA_LENGTH")
def test_reader_that_carries_no_long_commands(bed: Bed) -> None:
    bed.card.bend_raw = lambda command, original: (
        ResponseApdu(b"", 0x6700) if command.is_extended else original
    )
    fails(bed, EidFailure.EXTENDED_LENGTH)


# Chip authentication


def speak_chip_authentication(patch: Patch, bed: Bed, arc: int) -> None:
    protocol = f"0.4.0.127.0.7.2.2.3.2.{arc}"
    for module in (chip_authentication, security_environment):
        patch.setattr(module, "CHIP_AUTHENTICATION_PROTOCOL", protocol)
    patch.setattr(chip_authentication, "AES_128", SUITES[arc])
    with_other_infos(
        patch,
        lambda each: (
            (replace(each, protocol=protocol) if isinstance(each, ChipAuthenticationInfo) else each),
        ),
    )
    bed.card = make_card(bed.pki, ROOT)


@pytest.mark.parametrize("arc", SUITES)
@pytest.mark.tr03105("CARD_CA_AES_128", "CARD_CA_AES_192", "CARD_CA_AES_256")
def test_chip_authentication_with_each_cipher(monkeypatch: Patch, bed: Bed, arc: int) -> None:
    speak_chip_authentication(monkeypatch, bed, arc)
    bed.run_well()
    assert [answer.sw for answer in bed.script.answers] == [OK_STATUS]


@pytest.mark.tr03105("CARD_CA_KEY_ID")
def test_key_of_version_2_is_named(bed: Bed) -> None:
    bed.run_well()
    (selected,) = (each for each in bed.card.commands if (each.ins, each.p1, each.p2) == (0x22, 0x41, 0xA4))
    assert tlv.fields(selected.data)[0x84] == bytes([keys.CHIP_KEY_ID])


@pytest.mark.tr03105("CARD_CA_NO_VERSION_2")
def test_card_without_version_2(monkeypatch: Patch, bed: Bed) -> None:
    with_other_infos(
        monkeypatch,
        lambda each: (replace(each, version=3) if isinstance(each, ChipAuthenticationInfo) else each,),
    )
    # What EF.CardAccess says stays as it was: the server chooses by it, and the signed file disagrees.
    signed = make_card(bed.pki, ROOT).keys.ef_card_security
    bend_command(bed, 0xB0, 0x9D, 0x00, answering(signed))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.parametrize(
    "answer", [refusing(0x6982), refusing(0x6A82), answering(bytes(8)), answering(tlv.encode(0x30, b""))]
)
@pytest.mark.tr03105("CARD_CA_FILE")
def test_card_security_that_is_none(bed: Bed, answer: Answer) -> None:
    bend_command(bed, 0xB0, 0x9D, 0x00, answer)
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.tr03105("CARD_CA_STATUS")
def test_chip_authentication_refused(bed: Bed) -> None:
    bend_command(bed, 0x22, 0x41, 0xA4, refusing(0x6A80))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.tr03105("CARD_CA_STATUS")
def test_agreement_refused(bed: Bed) -> None:
    bend_step(bed, 5, refusing(0x6300))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        step_object(0x81, bytes(8)),
        tlv.encode(0x7C, tlv.encode(0x81, bytes(7)) + tlv.encode(0x82, bytes(8))),
        tlv.encode(0x7C, tlv.encode(0x81, bytes(8)) + tlv.encode(0x82, bytes(16))),
    ],
    ids=["nothing", "no token", "short nonce", "long token"],
)
@pytest.mark.tr03105("CARD_CA_ANSWER")
def test_chip_authentication_answer(bed: Bed, data: bytes) -> None:
    bend_step(bed, 5, answering(data))
    fails(bed, EidFailure.CARD_PROTOCOL)


@pytest.mark.tr03105("CARD_CA_TOKEN")
def test_chip_authentication_token(bed: Bed) -> None:
    forged = tlv.encode(0x7C, tlv.encode(0x81, bytes(8)) + tlv.encode(0x82, bytes(8)))
    bend_step(bed, 5, answering(forged))
    fails(bed, EidFailure.SERVER_ERROR, "serverError")


# Secure messaging


@pytest.mark.parametrize("place", [3, -1])
@pytest.mark.parametrize("nth", [1, 3, 6])
@pytest.mark.tr03105("CARD_SM_CHECKSUM")
def test_changed_bit_in_the_channel(bed: Bed, nth: int, place: int) -> None:
    def bend(command: CommandApdu, original: ResponseApdu) -> ResponseApdu:
        if command.cla != 0x0C or len(bed.card.commands) != pace_commands(bed) + nth:
            return original
        data = bytearray(original.data)
        data[place] ^= 1
        return ResponseApdu(bytes(data), original.sw)

    bed.card.bend_raw = bend
    fails(bed, EidFailure.CARD_PROTOCOL)


def pace_commands(bed: Bed) -> int:
    """How many commands came up to the end of PACE."""
    return max(place for place, each in enumerate(bed.card.commands, 1) if each.ins == _GENERAL_AUTHENTICATE)


@pytest.mark.parametrize("status", [0x9000, 0x6987, 0x6988])
@pytest.mark.tr03105("CARD_SM_PLAIN")
def test_answer_outside_the_channel(bed: Bed, status: int) -> None:
    bed.card.bend_raw = lambda command, original: (
        ResponseApdu(b"", status) if command.cla == 0x0C else original
    )
    fails(bed, EidFailure.CARD_PROTOCOL)


# The eID application, read by the server through the client


def read_group(number: int) -> CommandApdu:
    return CommandApdu(0x00, 0xB0, 0x80 | number, 0x00, le=256)


def statuses(bed: Bed, *commands: CommandApdu) -> list[int]:
    bed.script.orders = tuple(Order(command) for command in commands)
    bed.run_well()
    (transmitted,) = bed.script.heard_of(TransmitResponse)
    assert transmitted.result == OK
    return [answer.sw for answer in bed.script.answers]


@pytest.mark.parametrize("selections", [1, 2])
@pytest.mark.tr03105("CARD_EID_READ", "CARD_EID_TWICE")
def test_application_is_selected_and_read(bed: Bed, selections: int) -> None:
    commands = (*[SELECT_EID] * selections, *map(read_group, READABLE))
    assert statuses(bed, *commands) == [OK_STATUS] * len(commands)


@pytest.mark.tr03105("CARD_EID_RESTRICTED_IDENTIFICATION")
def test_restricted_identification(bed: Bed) -> None:
    sector = bed.pki.sector_public_key
    bed.script.terminal = cv_world.terminal(
        cv_world.document_verifier(1), bed.script.terminal.description, sector_public_key=sector
    )
    key = PseudonymKey(keys.RESTRICTED_IDENTIFICATION_PROTOCOL, keys.PSEUDONYM_KEY_ID)
    commands = (SELECT_EID, *restricted_identification.commands(key, sector))
    pseudonyms = set()
    for _ in range(2):
        assert statuses(bed, *commands) == [OK_STATUS] * 3
        pseudonyms.add(restricted_identification.pseudonym(bed.script.answers[-1]))
        bed.script.heard.clear()
    (pseudonym,) = pseudonyms
    assert len(pseudonym) == 32


@pytest.mark.parametrize(
    ("born_on_or_before", "verdict"),
    [
        (date(1898, 1, 9), 0x6300),
        (date(1984, 8, 11), 0x6300),
        (date(1984, 8, 12), OK_STATUS),
        (date(1984, 8, 13), OK_STATUS),
        (date(2031, 3, 14), OK_STATUS),
    ],
    ids=str,
)
@pytest.mark.tr03105("CARD_EID_AGE")
def test_age_verification(bed: Bed, born_on_or_before: date, verdict: int) -> None:
    bed.script.auxiliary_data = AuxiliaryData.of(born_on_or_before=born_on_or_before)
    assert statuses(bed, SELECT_EID, verify(DATE_OF_BIRTH)) == [OK_STATUS, verdict]


@pytest.mark.parametrize(
    ("reference", "verdict"), [("02760509110000", OK_STATUS), ("02761100000000", 0x6300)], ids=str
)
@pytest.mark.tr03105("CARD_EID_MUNICIPALITY")
def test_municipality_verification(bed: Bed, reference: str, verdict: int) -> None:
    bed.script.auxiliary_data = AuxiliaryData.of(municipality_id=bytes.fromhex(reference))
    assert statuses(bed, SELECT_EID, verify(MUNICIPALITY_ID)) == [OK_STATUS, verdict]


def verify(kind: str) -> CommandApdu:
    return CommandApdu(0x80, 0x20, 0x80, 0x00, tlv.encode(0x06, tlv.oid_bytes(kind)))


@pytest.mark.tr03105("CARD_EID_NOT_GRANTED")
def test_group_that_was_not_granted(bed: Bed) -> None:
    bed.script.required = frozenset({AccessRight.GIVEN_NAMES})
    assert statuses(bed, SELECT_EID, read_group(4), read_group(5)) == [OK_STATUS, OK_STATUS, 0x6982]


@pytest.mark.tr03105("CARD_EID_EXTENDED")
def test_long_commands_and_answers(bed: Bed) -> None:
    whole = CommandApdu(0x00, 0xB0, 0x9D, 0x00, le=65536)
    chained = CommandApdu(0x10, 0x2A, 0x00, 0xBE, bytes(300))
    assert statuses(bed, whole, chained, READ_CARD_ACCESS) == [OK_STATUS, 0x6884, OK_STATUS]
    assert bed.script.answers[0].data == bed.card.keys.ef_card_security
    assert chained in [replace(each, le=None) for each in bed.card.commands]
