"""Terminal authentication: the BSI's published signature, and each command byte for byte."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from cardreader import cv_public_key
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.cv_certificate import CvCertificate
from cardreader.elliptic import BRAINPOOL_P512R1, PrivateKey
from cardreader.errors import ProtocolError, UnexpectedStatus
from cardreader.terminal_authentication import (
    authenticate,
    compressed,
    get_challenge,
    signature_input,
    verify_certificates,
)

BSI = json.loads((Path(__file__).parent.parent / "vectors" / "bsi_eac_terminal_chip.json").read_text())
OK = ResponseApdu(b"", 0x9000)


def _bsi(name: str) -> bytes:
    return bytes.fromhex(BSI[name])


CHAIN = [CvCertificate.from_bytes(_bsi(name)) for name in ("dv_cert", "ta_cert")]
TERMINAL = CHAIN[-1]
CURVE = ec.BrainpoolP512R1()


def _signed() -> bytes:
    id_picc = compressed(_bsi("picc_pub_key"))
    return signature_input(id_picc, _bsi("ta_nonce"), _bsi("ca_pcd_pub_key"), None)


def test_published_signature_is_over_our_signature_input() -> None:
    key = TERMINAL.verifying_key(CURVE)
    assert key.is_signed(_signed(), _bsi("ta_pcd_signature"))
    assert not key.is_signed(_signed() + b"\x67\x00", _bsi("ta_pcd_signature"))


def test_published_private_key_signs_what_its_certificate_verifies() -> None:
    # The example prints PKCS#8 with explicit domain parameters; its ECPrivateKey begins 02 01 01 04 40.
    raw = _bsi("ta_pcd_key")
    scalar = raw[raw.rindex(bytes.fromhex("0201010440")) + 5 :][:64]
    key = PrivateKey.from_bytes(BRAINPOOL_P512R1, scalar).openssl
    signature = cv_public_key.sign(TERMINAL.public_key.algorithm, key, _signed())
    assert len(signature) == 128
    assert TERMINAL.verifying_key(CURVE).is_signed(_signed(), signature)


def test_auxiliary_data_is_signed_as_a_whole_object() -> None:
    signed = signature_input(b"I" * 32, b"C" * 8, b"\x04" + b"X" * 32 + b"Y" * 32, b"\x67\x00")
    assert signed == b"I" * 32 + b"C" * 8 + b"X" * 32 + b"\x67\x00"


def test_challenge_command() -> None:
    operation = get_challenge()
    assert next(operation).to_bytes() == bytes.fromhex("0084000008")
    with pytest.raises(StopIteration) as done:
        operation.send(ResponseApdu(b"12345678", 0x9000))
    assert done.value.value == b"12345678"


def test_challenge_of_another_length_or_refused() -> None:
    operation = get_challenge()
    next(operation)
    with pytest.raises(ProtocolError, match="7 bytes"):
        operation.send(ResponseApdu(b"1234567", 0x9000))
    operation = get_challenge()
    next(operation)
    with pytest.raises(UnexpectedStatus, match="GET CHALLENGE was answered with status 6985"):
        operation.send(ResponseApdu(b"", 0x6985))


def test_certificates_go_to_the_card_as_reference_and_body() -> None:
    operation = verify_certificates(CHAIN)
    assert next(operation).to_bytes() == bytes.fromhex("002281b60f830d44454356434141543030303031")
    command = operation.send(OK)
    assert (command.cla, command.ins, command.p1, command.p2) == (0x00, 0x2A, 0x00, 0xBE)
    assert command.data == CHAIN[0].to_bytes()[5:], "7F4E and 5F37 without the 7F21 around them"
    assert operation.send(OK).data == b"\x83\x0dDETESTDVDE019"
    assert operation.send(OK).data == CHAIN[1].to_bytes()[5:]
    with pytest.raises(StopIteration):
        operation.send(OK)


def test_authentication_names_protocol_terminal_key_and_data() -> None:
    key = b"\x04" + b"X" * 32 + b"Y" * 32
    operation = authenticate(TERMINAL, key, b"signature", b"\x67\x00")
    command = next(operation)
    expected = "800a04007f00070202020205830d44455445535441544445303139 6700 9120"
    assert (command.cla, command.ins, command.p1, command.p2) == (0x00, 0x22, 0x81, 0xA4)
    assert command.data == bytes.fromhex(expected) + b"X" * 32
    assert operation.send(OK) == CommandApdu(0x00, 0x82, 0x00, 0x00, b"signature")
    with pytest.raises(StopIteration):
        operation.send(OK)


@pytest.mark.parametrize(("answered", "name"), [(0, "MSE:Set AT"), (1, "EXTERNAL AUTHENTICATE")])
def test_refused_authentication_names_the_command(answered: int, name: str) -> None:
    operation = authenticate(TERMINAL, b"\x04" + bytes(64), b"signature", None)
    next(operation)
    for _ in range(answered):
        operation.send(OK)
    with pytest.raises(UnexpectedStatus, match=name):
        operation.send(ResponseApdu(b"", 0x6300))


@pytest.mark.parametrize(("answered", "name"), [(0, "MSE:Set DST"), (1, "PSO:Verify Certificate")])
def test_refused_certificate_names_the_command(answered: int, name: str) -> None:
    operation = verify_certificates(CHAIN)
    next(operation)
    for _ in range(answered):
        operation.send(OK)
    with pytest.raises(UnexpectedStatus, match=name):
        operation.send(ResponseApdu(b"", 0x6A88))
