"""The card's side replayed against numbers it did not make: BSI's worked example of EAC (TR-03110)."""

import json
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from cardreader import tlv
from cardreader.cv_certificate import CvCertificate
from cardreader.elliptic import BRAINPOOL_P256R1, Curve, PrivateKey
from cardreader.secure_messaging import SecureChannel, SessionKeys
from cardreader.terminal_authentication import verify_certificates
from sandbox.id_card import chip_authentication, pace
from sandbox.id_card.card import IdCard
from sandbox.id_card.chip import Chip, initial_state
from sandbox.id_card.keys import CardKeys, ef_card_access
from sandbox.id_card.memory import RamMemory
from sandbox.id_card.session import AuthenticatedTerminal, Session
from tests.sandbox.id_card.authority import PERSONAS
from tests.sandbox.id_card.terminal import Plain, Terminal

VECTORS = Path(__file__).parents[2] / "vectors"
PACE = json.loads((VECTORS / "bsi_eac_pace.json").read_text())
EAC = json.loads((VECTORS / "bsi_eac_terminal_chip.json").read_text())
ERIKA = PERSONAS["erika"]  # her PIN 123456 is the example's


def _bytes(vector: dict[str, str], name: str) -> bytes:
    return bytes.fromhex(vector[name])


def _keys() -> CardKeys:
    scalar = int.from_bytes(_bytes(EAC, "ca_picc_priv_key"))
    key = ec.derive_private_key(scalar, ec.BrainpoolP256R1())
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return CardKeys(der, ef_card_access(), _bytes(EAC, "ef_cardsecurity"), _bytes(EAC, "cvca_cert"))


@pytest.fixture
def after_pace(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Replay PACE with the example's random numbers; the card must answer with the example's bytes."""
    scalars: Iterator[bytes] = iter([_bytes(PACE, "map_picc_priv_key"), _bytes(PACE, "picc_priv_key")])

    def next_key(curve: Curve) -> PrivateKey:
        return PrivateKey.from_bytes(curve, next(scalars))

    monkeypatch.setattr(pace, "generate_key", next_key)
    monkeypatch.setattr(secrets, "token_bytes", lambda _count: _bytes(PACE, "nonce"))
    keys = _keys()
    terminal = Terminal(IdCard(ERIKA, keys, RamMemory(initial_state(ERIKA, keys))))
    chat = "7F4C12060904007F0007030102025305000000 0110"
    steps = [
        ("", 0x80, _bytes(PACE, "nonce_enc")),
        (f"8141{PACE['map_pcd_pub_key']}", 0x82, _bytes(PACE, "map_picc_pub_key")),
        (f"8341{PACE['pcd_pub_key']}", 0x84, _bytes(PACE, "picc_pub_key")),
        (f"8508{PACE['authentication_token_pcd']}", 0x86, _bytes(PACE, "authentication_token_picc")),
    ]
    assert terminal.status(f"0022C1A4 24 800A04007F00070202040202 830103 {chat}") == "9000"
    for sent, tag, expected in steps:
        data = tlv.encode(0x7C, bytes.fromhex(sent))
        answer = terminal.send(f"{'00' if tag == 0x86 else '10'}860000 {len(data):02X} {data.hex()} 00")
        assert answer.sw == 0x9000
        assert tlv.fields(tlv.parse_one(answer.data).value)[tag] == expected
    monkeypatch.undo()
    terminal.channel = SecureChannel(
        Plain(terminal.card), SessionKeys(_bytes(PACE, "k_enc"), _bytes(PACE, "k_mac"))
    )
    return terminal


def test_pace_answers_and_keys_are_the_examples(after_pace: Terminal) -> None:
    assert after_pace.status("00840000 08") == "9000"  # the example's keys open the channel


@pytest.mark.parametrize(("spoil", "status"), [(0, "6985"), (1, "6300")])
def test_published_chain_and_signature_are_verified(after_pace: Terminal, spoil: int, status: str) -> None:
    """The example's root is of another terminal type: a genuine signature is told 6985, a spoilt one 6300."""
    chain = [CvCertificate.from_bytes(_bytes(EAC, name)) for name in ("dv_cert", "ta_cert")]
    after_pace.run(verify_certificates(chain))
    session = after_pace.card._session
    session.challenge = _bytes(EAC, "ta_nonce")
    algorithm = tlv.encode(0x80, tlv.oid_bytes(chain[1].public_key.algorithm))
    reference = tlv.encode(0x83, chain[1].chr.encode())
    ephemeral = tlv.encode(0x91, _bytes(EAC, "ca_pcd_pub_key")[1:33])
    data = algorithm + reference + ephemeral
    assert after_pace.status(f"002281A4 {len(data):02X} {data.hex()}") == "9000"
    signature = bytearray(_bytes(EAC, "ta_pcd_signature"))
    signature[-1] ^= spoil
    assert after_pace.status(f"00820000 {len(signature):02X} {signature.hex()}") == status


def test_chip_authentication_answers_and_keys_are_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "token_bytes", lambda _count: _bytes(EAC, "ca_nonce"))
    keys = _keys()
    chip = Chip.personalised(ERIKA, keys, RamMemory(initial_state(ERIKA, keys)))
    certificate = CvCertificate.from_bytes(_bytes(EAC, "ta_cert"))
    point = _bytes(EAC, "ca_pcd_pub_key")
    session = Session(terminal=AuthenticatedTerminal(certificate, frozenset(), {}, point[1:33]))
    answer = tlv.fields(chip_authentication.authenticate(chip, session, {0x80: point}))
    assert answer == {0x81: _bytes(EAC, "ca_nonce"), 0x82: _bytes(EAC, "ca_picc_token")}
    assert PrivateKey(BRAINPOOL_P256R1, chip.chip_key.openssl).public == _bytes(EAC, "ca_picc_pub_key")
    assert session.next_messaging is not None
    assert session.next_messaging._keys == SessionKeys(_bytes(EAC, "ca_k_enc"), _bytes(EAC, "ca_k_mac"))
