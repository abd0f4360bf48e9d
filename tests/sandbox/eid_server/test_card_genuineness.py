"""Passive and chip authentication: BSI's numbers, OpenSSL's opinion, and every way to be a forgery."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import bsi_worked_example as bsi
import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_private_key

from cardreader import elliptic, tlv
from cardreader.key_derivation import AES_128, authentication_token, kdf_mac
from cardreader.security_infos import SecurityInfos
from sandbox.eid_server import card_security, chip_check
from sandbox.eid_server.card_security import CardSecurityError
from sandbox.eid_server.chip_check import ChipChallenge, ChipCheckError
from sandbox.eid_server.country_signer import open_country_signer
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.restricted_identification import PseudonymKey
from sandbox.eid_server.state_directory import StateDirectory
from sandbox.id_card.keys import CardKeys, card_security_infos

NOW = datetime.now(UTC)


def test_bsi_worked_example_is_signed_by_its_document_signer() -> None:
    content, signer = card_security.verify_signature(bsi.EF_CARD_SECURITY)
    assert signer.subject.rfc4514_string() == "CN=HJP PB DS,OU=Document Signer,O=HJP Consulting,C=DE"
    assert SecurityInfos.parse(content).chip_authentication_version_2() is not None


def test_bsi_worked_example_gives_its_session_keys() -> None:
    content, _signer = card_security.verify_signature(bsi.EF_CARD_SECURITY)
    signed = SecurityInfos.parse(content)
    variant = SecurityInfos.parse(bsi.EF_CARD_ACCESS).chip_authentication_version_2()
    assert variant is not None
    key = elliptic.PrivateKey.from_bytes(elliptic.BRAINPOOL_P256R1, bsi.TERMINAL_PRIVATE_KEY)
    assert key.public == bsi.TERMINAL_PUBLIC_KEY
    sent = ChipChallenge(bsi.EF_CARD_ACCESS, variant, key)
    keys = chip_check._session_keys(sent, signed, bsi.NONCE, bsi.TOKEN)
    assert (keys.enc, keys.mac) == (bsi.KEY_ENC, bsi.KEY_MAC)
    with pytest.raises(ChipCheckError, match="token is wrong"):
        chip_check._session_keys(sent, signed, bsi.NONCE, bytes(8))


def test_bsi_worked_example_is_not_of_this_sandbox(pki: Pki) -> None:
    with pytest.raises(CardSecurityError, match="no trusted country signer"):
        card_security.verify(bsi.EF_CARD_SECURITY, pki.trusted_country_signers, NOW)


def test_openssl_verifies_what_we_sign(pki: Pki, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("the openssl program is not installed: apt install openssl")
    keys = pki.personalise("erika")
    (tmp_path / "card-security").write_bytes(keys.ef_card_security)
    authority = pki._country_signer.authority.certificate_file
    command = [openssl, "cms", "-verify", "-inform", "DER", "-purpose", "any", "-CAfile", str(authority)]
    done = subprocess.run(
        [*command, "-in", str(tmp_path / "card-security"), "-out", str(tmp_path / "content")],
        capture_output=True,
        check=False,
        timeout=20,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "content").read_bytes() == card_security.verify(
        keys.ef_card_security, pki.trusted_country_signers, NOW
    )


def test_any_flipped_bit_is_a_forgery(pki: Pki) -> None:
    genuine = pki.personalise("erika").ef_card_security
    for position in range(0, len(genuine), 7):
        forged = bytearray(genuine)
        forged[position] ^= 0x01
        try:
            content = card_security.verify(bytes(forged), pki.trusted_country_signers, NOW)
        except CardSecurityError:
            continue
        # A few bits are outside both signatures, such as the version; the content is still the signed one.
        assert content == card_security.verify(genuine, pki.trusted_country_signers, NOW)


@pytest.mark.parametrize("garbage", [b"", b"\x30", b"\x30\x80", bytes(range(64)), b"\x30\x03\x02\x01\x05"])
def test_garbage_is_no_card_security(garbage: bytes) -> None:
    with pytest.raises(CardSecurityError):
        card_security.verify_signature(garbage)


def test_the_chain_must_be_valid_now(pki: Pki) -> None:
    keys = pki.personalise("erika")
    for now in (NOW - timedelta(days=1), NOW + timedelta(days=14 * 365)):
        with pytest.raises(CardSecurityError):
            card_security.verify(keys.ef_card_security, pki.trusted_country_signers, now)


def test_another_country_signer_is_not_trusted(pki: Pki, tmp_path: Path) -> None:
    other = open_country_signer(StateDirectory(tmp_path), NOW)
    with pytest.raises(CardSecurityError, match="no trusted country signer"):
        card_security.verify(pki.personalise("erika").ef_card_security, [other.authority.certificate], NOW)


def test_the_country_signer_itself_does_not_sign_cards(pki: Pki) -> None:
    authority = pki._country_signer.authority
    signed = card_security.sign(card_security_infos(b"\x04" + bytes(64)), authority)
    with pytest.raises(CardSecurityError, match="not for signatures"):
        card_security.verify(signed, pki.trusted_country_signers, NOW)


def _altered(signed: bytes, change: Callable[[cms.SignedData], None]) -> bytes:
    outer = cms.ContentInfo.load(signed)
    change(outer["content"])
    return bytes(outer.dump(force=True))


def _other_content(data: cms.SignedData) -> None:
    data["encap_content_info"]["content"] = card_security_infos(b"\x04" + bytes(64))


def _other_type(data: cms.SignedData) -> None:
    data["encap_content_info"]["content_type"] = "1.2.840.113549.1.7.1"


def _two_signers(data: cms.SignedData) -> None:
    data["signer_infos"].append(data["signer_infos"][0])


def _no_certificate(data: cms.SignedData) -> None:
    data["certificates"] = []


def _other_digest_algorithm(data: cms.SignedData) -> None:
    data["signer_infos"][0]["digest_algorithm"] = {"algorithm": "sha1"}


@pytest.mark.parametrize(
    "change", [_other_content, _other_type, _two_signers, _no_certificate, _other_digest_algorithm]
)
def test_altered_structures_are_refused(pki: Pki, change: Callable[[cms.SignedData], None]) -> None:
    with pytest.raises(CardSecurityError):
        card_security.verify_signature(_altered(pki.personalise("erika").ef_card_security, change))


class Chip:
    """The card's half of chip authentication."""

    def __init__(self, keys: CardKeys) -> None:
        key = load_der_private_key(keys.ca_private_key_der, password=None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        self.key = key
        self.nonce = os.urandom(8)

    def token(self, sent: ChipChallenge) -> bytes:
        point = sent.ephemeral_key.public
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.BrainpoolP256R1(), point)
        mac = kdf_mac(self.key.exchange(ec.ECDH(), public), AES_128, self.nonce)
        return authentication_token(mac, sent.variant.protocol, point)


def test_a_genuine_chip_is_believed(pki: Pki) -> None:
    keys = pki.personalise("erika")
    sent, chip = chip_check.challenge(keys.ef_card_access), Chip(keys)
    genuine = chip_check.verify(
        sent, keys.ef_card_security, chip.nonce, chip.token(sent), pki.trusted_country_signers, NOW
    )
    assert genuine.pseudonym_key == PseudonymKey("0.4.0.127.0.7.2.2.5.2.3", 2)
    assert sent.variant.version == 2
    assert sent.variant.key_id == 0x29


def test_a_copied_card_lacks_the_key(pki: Pki) -> None:
    copied = pki.personalise("erika")
    sent, chip = chip_check.challenge(copied.ef_card_access), Chip(pki.personalise("hans"))
    with pytest.raises(ChipCheckError, match="token is wrong"):
        chip_check.verify(
            sent, copied.ef_card_security, chip.nonce, chip.token(sent), pki.trusted_country_signers, NOW
        )


def test_card_access_must_be_covered_by_card_security(pki: Pki) -> None:
    keys = pki.personalise("erika")
    extra = tlv.encode(0x30, tlv.encode(0x06, tlv.oid_bytes("0.4.0.127.0.7.2.2.99")))
    more = tlv.encode(0x31, tlv.parse_one(keys.ef_card_access).value + extra)
    sent, chip = chip_check.challenge(more), Chip(keys)
    with pytest.raises(ChipCheckError, match="does not sign"):
        chip_check.verify(
            sent, keys.ef_card_security, chip.nonce, chip.token(sent), pki.trusted_country_signers, NOW
        )


def test_a_nonce_has_eight_bytes(pki: Pki) -> None:
    keys = pki.personalise("erika")
    sent, chip = chip_check.challenge(keys.ef_card_access), Chip(keys)
    chip.nonce = bytes(7)
    with pytest.raises(ChipCheckError, match="7 bytes"):
        chip_check.verify(
            sent, keys.ef_card_security, chip.nonce, chip.token(sent), pki.trusted_country_signers, NOW
        )


@pytest.mark.parametrize("garbage", [b"", b"\x31\x00", b"\x31\x02\x30\x00", bytes(range(40))])
def test_a_card_access_without_chip_authentication_ends_it(garbage: bytes) -> None:
    with pytest.raises(ChipCheckError):
        chip_check.challenge(garbage)


def test_digests_are_of_the_strong_kind() -> None:
    assert set(card_security._HASHES) == {"sha256", "sha384", "sha512"}
    assert all(isinstance(value, hashes.HashAlgorithm) for value in card_security._HASHES.values())
