"""Keys and tokens against published numbers."""

import hashlib
import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from cardreader.key_derivation import (
    AES_128,
    AES_192,
    AES_256,
    CipherSuite,
    authentication_token,
    cipher_by_protocol,
    cmac,
    kdf_enc,
    kdf_mac,
    kdf_pi,
)

VECTORS = Path(__file__).parent.parent / "vectors"
BSI = json.loads((VECTORS / "bsi_eac_pace.json").read_text())
ICAO = json.loads((VECTORS / "icao_9303_11_g1_pace.json").read_text())
PACE_ECDH_GM_AES_128 = "0.4.0.127.0.7.2.2.4.2.2"


def _bsi(name: str) -> bytes:
    return bytes.fromhex(BSI[name])


def _icao(name: str) -> bytes:
    return bytes.fromhex(ICAO[name])


def test_pin_key_of_the_bsi_example_deciphers_its_nonce() -> None:
    key = kdf_pi(b"123456", AES_128)
    nonce = Cipher(AES(key), CBC(bytes(16))).decryptor().update(_bsi("nonce_enc"))
    assert nonce == _bsi("nonce")


def test_session_keys_of_the_bsi_example() -> None:
    assert kdf_enc(_bsi("shared_secret_k"), AES_128) == _bsi("k_enc")
    assert kdf_mac(_bsi("shared_secret_k"), AES_128) == _bsi("k_mac")


def test_keys_of_icao_9303_11_g1() -> None:
    assert kdf_pi(_icao("k_sha1_mrz"), AES_128) == _icao("k_pi")
    assert kdf_enc(_icao("shared_secret"), AES_128) == _icao("k_enc")
    assert kdf_mac(_icao("shared_secret"), AES_128) == _icao("k_mac")


def test_tokens_of_the_bsi_example() -> None:
    assert authentication_token(_bsi("k_mac"), PACE_ECDH_GM_AES_128, _bsi("picc_pub_key")) == _bsi(
        "authentication_token_pcd"
    )
    assert authentication_token(_bsi("k_mac"), PACE_ECDH_GM_AES_128, _bsi("pcd_pub_key")) == _bsi(
        "authentication_token_picc"
    )


def test_token_of_icao_9303_11_g1() -> None:
    token = authentication_token(_icao("k_mac"), PACE_ECDH_GM_AES_128, _icao("chip_ephemeral_public"))
    assert token == _icao("token_terminal")


@pytest.mark.parametrize(
    ("data", "tag"),
    [
        ("", "bb1d6929e9593728"),
        ("6bc1bee22e409f96e93d7e117393172a", "070a16b46b4d4144"),
        (
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411",
            "dfa66747de9ae630",
        ),
    ],
)
def test_checksums_are_the_first_half_of_rfc_4493(data: str, tag: str) -> None:
    key = bytes.fromhex("2b7e151628aed2a6abf7158809cf4f3c")
    assert cmac(key, bytes.fromhex(data)).hex() == tag


@pytest.mark.parametrize(
    ("cipher", "hash_name", "size"), [(AES_128, "sha1", 16), (AES_192, "sha256", 24), (AES_256, "sha256", 32)]
)
def test_each_suite_hashes_secret_nonce_and_counter(cipher: CipherSuite, hash_name: str, size: int) -> None:
    """A.2.3.2: AES-128 takes SHA-1, longer keys SHA-256; nonce r stands between secret and counter."""
    for derived, nonce, counter in (
        (kdf_enc(b"K", cipher, b"r"), b"r", 1),
        (kdf_mac(b"K", cipher, b"r"), b"r", 2),
        (kdf_pi(b"K", cipher), b"", 3),
    ):
        digest = hashlib.new(hash_name, b"K" + nonce + counter.to_bytes(4)).digest()
        assert derived == digest[:size]


@pytest.mark.parametrize(
    ("protocol", "cipher"),
    [
        ("0.4.0.127.0.7.2.2.4.2.2", AES_128),
        ("0.4.0.127.0.7.2.2.4.2.3", AES_192),
        ("0.4.0.127.0.7.2.2.4.2.4", AES_256),
        ("0.4.0.127.0.7.2.2.3.2.2", AES_128),
        ("0.4.0.127.0.7.2.2.3.2.4", AES_256),
        ("0.4.0.127.0.7.2.2.4.2.1", None),
        ("0.4.0.127.0.7.2.2.4.1.2", None),
        ("0.4.0.127.0.7.2.2.4.4.2", None),
        ("0.4.0.127.0.7.2.2.4.6.2", None),
        ("0.4.0.127.0.7.2.2.3.1.2", None),
    ],
)
def test_only_ecdh_with_generic_mapping_and_aes_is_spoken(protocol: str, cipher: CipherSuite | None) -> None:
    assert cipher_by_protocol(protocol) is cipher
