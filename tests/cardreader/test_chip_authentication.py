"""Chip authentication: the BSI's published keys and token, each command, and cards that answer nonsense."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import run
from cardreader.chip_authentication import (
    ChipAuthenticated,
    authenticate_chip,
    chip_authentication_info,
    derive_keys,
    is_token_of_card,
    read_card_security,
    signed_security_infos,
)
from cardreader.elliptic import BRAINPOOL_P256R1, PrivateKey
from cardreader.errors import ProtocolError, UnexpectedStatus
from cardreader.security_infos import ChipAuthenticationInfo, SecurityInfos

BSI = json.loads((Path(__file__).parent.parent / "vectors" / "bsi_eac_terminal_chip.json").read_text())
CA_AES_128 = "0.4.0.127.0.7.2.2.3.2.2"


def _bsi(name: str) -> bytes:
    return bytes.fromhex(BSI[name])


CARD_SECURITY = _bsi("ef_cardsecurity")
SERVER_KEY = PrivateKey.from_bytes(BRAINPOOL_P256R1, _bsi("ca_pcd_priv_key"))


class PublishedCard:
    """Answers as the card of the worked example; `overrides` replaces answers by instruction byte."""

    def __init__(self, file: bytes = CARD_SECURITY, overrides: dict[int, ResponseApdu] | None = None) -> None:
        self._file = file
        self._overrides = overrides or {}
        self.received: list[CommandApdu] = []

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        self.received.append(command)
        answer = self._overrides.get(command.ins)
        if answer is not None:
            return answer
        match command.ins:
            case 0xB0:
                offset = 0 if command.p1 & 0x80 else command.p1 << 8 | command.p2
                return ResponseApdu(self._file[offset:], 0x9000 if offset < len(self._file) else 0x6B00)
            case 0x86:
                objects = tlv.encode(0x81, _bsi("ca_nonce")) + tlv.encode(0x82, _bsi("ca_picc_token"))
                return ResponseApdu(tlv.encode(0x7C, objects), 0x9000)
            case _:
                return ResponseApdu(b"", 0x9000)


def test_published_keys_follow_from_both_sides() -> None:
    card_key = PrivateKey.from_bytes(BRAINPOOL_P256R1, _bsi("ca_picc_priv_key"))
    for key, other in ((SERVER_KEY, _bsi("ca_picc_pub_key")), (card_key, _bsi("ca_pcd_pub_key"))):
        keys = derive_keys(key, other, _bsi("ca_nonce"), CA_AES_128)
        assert (keys.enc, keys.mac) == (_bsi("ca_k_enc"), _bsi("ca_k_mac"))


def test_published_token_is_recognised_and_no_other() -> None:
    keys = derive_keys(SERVER_KEY, _bsi("ca_picc_pub_key"), _bsi("ca_nonce"), CA_AES_128)
    assert is_token_of_card(keys, _bsi("ca_picc_token"), SERVER_KEY.public, CA_AES_128)
    assert not is_token_of_card(keys, _bsi("ca_picc_token")[:7], SERVER_KEY.public, CA_AES_128)
    assert not is_token_of_card(keys, bytes(8), SERVER_KEY.public, CA_AES_128)
    assert not is_token_of_card(keys, _bsi("ca_picc_token"), _bsi("ca_picc_pub_key"), CA_AES_128)


def test_key_agreement_refuses_foreign_points_and_protocols() -> None:
    with pytest.raises(ProtocolError, match="not on the curve"):
        derive_keys(SERVER_KEY, b"\x04" + bytes(64), bytes(8), CA_AES_128)
    with pytest.raises(ProtocolError, match="not spoken here"):
        derive_keys(SERVER_KEY, SERVER_KEY.public, bytes(8), "0.4.0.127.0.7.2.2.3.2.1")


def test_published_card_security_names_key_and_protocol() -> None:
    info = chip_authentication_info(CARD_SECURITY)
    assert info == ChipAuthenticationInfo(CA_AES_128, 2, 1)
    key = signed_security_infos(CARD_SECURITY).chip_authentication_public_key(1)
    assert key is not None
    assert key.public_key == _bsi("ca_picc_pub_key")


def test_commands_of_the_published_example() -> None:
    card = PublishedCard()
    outcome = run(authenticate_chip(SERVER_KEY.public), card)
    assert outcome == ChipAuthenticated(_bsi("ca_nonce"), _bsi("ca_picc_token"), CARD_SECURITY)
    assert card.received[0] == CommandApdu(0x00, 0xB0, 0x9D, 0x00, le=65536)
    assert card.received[-2].to_bytes() == bytes.fromhex("002241a40f800a04007f00070202030202840101")
    key_object = bytes.fromhex("7c438041") + SERVER_KEY.public
    assert card.received[-1] == CommandApdu(0x00, 0x86, 0x00, 0x00, key_object, 256)


def test_version_three_before_version_two_is_passed_over() -> None:
    # Real cards list version 3 first (id-CA-ECDH-AES-CBC-CMAC-128 twice, key id 29).
    infos = SecurityInfos(
        (ChipAuthenticationInfo(CA_AES_128, 3, 0x29), ChipAuthenticationInfo(CA_AES_128, 2, 0x2D))
    )
    card = PublishedCard(_card_security(infos))
    run(authenticate_chip(SERVER_KEY.public), card)
    assert card.received[-2].data.endswith(bytes.fromhex("84012d"))


def test_only_version_three_is_refused() -> None:
    infos = SecurityInfos((ChipAuthenticationInfo(CA_AES_128, 3, 0x29),))
    with pytest.raises(ProtocolError, match="no chip authentication of version 2"):
        run(authenticate_chip(SERVER_KEY.public), PublishedCard(_card_security(infos)))


def test_padding_after_the_file_is_not_passed_on() -> None:
    assert run(read_card_security(), PublishedCard(CARD_SECURITY + bytes(20))) == CARD_SECURITY


@pytest.mark.parametrize(
    ("instruction", "answer", "error"),
    [
        (0x22, ResponseApdu(b"", 0x6A80), UnexpectedStatus),
        (0x86, ResponseApdu(b"", 0x6300), UnexpectedStatus),
        (0x86, ResponseApdu(b"", 0x9000), ProtocolError),
        (0x86, ResponseApdu(bytes.fromhex("7c0a8108") + bytes(8), 0x9000), ProtocolError),
        (
            0x86,
            ResponseApdu(bytes.fromhex("7c138107") + bytes(7) + b"\x82\x08" + bytes(8), 0x9000),
            ProtocolError,
        ),
        (
            0x86,
            ResponseApdu(bytes.fromhex("7d148108") + bytes(8) + b"\x82\x08" + bytes(8), 0x9000),
            ProtocolError,
        ),
        (0xB0, ResponseApdu(b"", 0x6982), UnexpectedStatus),
        (0xB0, ResponseApdu(b"\x30\x05", 0x6282), ProtocolError),
        (0xB0, ResponseApdu(b"\x30\x00", 0x6282), ProtocolError),
    ],
)
def test_nonsense_from_the_card_is_a_typed_error(
    instruction: int, answer: ResponseApdu, error: type[Exception]
) -> None:
    with pytest.raises(error):
        run(authenticate_chip(SERVER_KEY.public), PublishedCard(overrides={instruction: answer}))


def test_nothing_secret_is_printed() -> None:
    outcome = run(authenticate_chip(SERVER_KEY.public), PublishedCard())
    assert repr(outcome) == "ChipAuthenticated()"


@given(st.binary(max_size=80))
def test_garbage_as_card_security_raises_nothing_but_its_own_error(data: bytes) -> None:
    with pytest.raises(ProtocolError):
        signed_security_infos(data)


@given(st.integers(0, 340), st.integers(0, 255))
def test_damaged_card_security_raises_nothing_but_its_own_error(position: int, value: int) -> None:
    damaged = bytearray(CARD_SECURITY)
    damaged[position] = value
    try:
        signed_security_infos(bytes(damaged))
    except ProtocolError:
        return


def _card_security(infos: SecurityInfos) -> bytes:
    """Wrap infos as CMS SignedData does, without certificates and signatures."""
    content = tlv.encode(0xA0, tlv.encode(0x04, infos.encode()))
    security_object = tlv.encode(0x06, tlv.oid_bytes("0.4.0.127.0.7.3.2.1"))
    signed_data = tlv.encode(
        0x30, bytes.fromhex("020103 3100") + tlv.encode(0x30, security_object + content) + b"\x31\x00"
    )
    signed_data_type = tlv.encode(0x06, tlv.oid_bytes("1.2.840.113549.1.7.2"))
    return tlv.encode(0x30, signed_data_type + tlv.encode(0xA0, signed_data))
