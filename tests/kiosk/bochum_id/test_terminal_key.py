"""The terminal's key: from a file, from the keyring, and what is said when it is not there."""

from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from keyring.backends import fail
from ram_keyring import RamKeyring

from kiosk.bochum_id.terminal_key import (
    KEYRING_SERVICE,
    PemTerminalKey,
    TerminalKeyError,
    key_from_file,
    key_from_keyring,
)


def pem_of(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.fixture
def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def test_an_assertion_is_for_one_endpoint_and_a_minute(key: ec.EllipticCurvePrivateKey) -> None:
    terminal = PemTerminalKey("BB-1", pem_of(key), "here")
    claims = jwt.decode(
        terminal.assertion("https://api/token", 1000),
        key.public_key(),
        algorithms=["ES256"],
        audience="https://api/token",
        options={"verify_exp": False, "verify_iat": False},
    )
    assert (claims["iss"], claims["sub"]) == ("BB-1", "BB-1")
    assert claims["exp"] - claims["iat"] == 60
    other = jwt.decode(terminal.assertion("https://api/token", 1000), options={"verify_signature": False})
    assert other["jti"] != claims["jti"]


def test_a_key_comes_from_a_file(tmp_path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    path = tmp_path / "key.pem"
    path.write_bytes(pem_of(key))
    assert key_from_file("BB-1", path).terminal_id == "BB-1"


def test_a_key_comes_from_the_keyring(key: ec.EllipticCurvePrivateKey) -> None:
    ring = RamKeyring()
    ring.set_password(KEYRING_SERVICE, "BB-1", pem_of(key).decode())
    assert key_from_keyring("BB-1", ring).terminal_id == "BB-1"
    with pytest.raises(TerminalKeyError, match="enrol the terminal"):
        key_from_keyring("BB-2", ring)


def test_a_keyring_that_cannot_be_read_says_what_to_do() -> None:
    with pytest.raises(TerminalKeyError, match=r"check store and folder in \[secrets\]"):
        key_from_keyring("BB-1", fail.Keyring())


@pytest.mark.parametrize(
    "pem",
    [
        b"",
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        pem_of(rsa.generate_private_key(public_exponent=65537, key_size=2048)),
        pem_of(ec.generate_private_key(ec.SECP384R1())),
    ],
    ids=["empty", "broken", "RSA", "another curve"],
)
def test_another_key_is_refused_with_advice(tmp_path: Path, pem: bytes) -> None:
    path = tmp_path / "key.pem"
    path.write_bytes(pem)
    with pytest.raises(TerminalKeyError, match="enrol the terminal again"):
        key_from_file("BB-1", path)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(TerminalKeyError, match="start the sandbox first"):
        key_from_file("BB-1", tmp_path / "none.pem")


def test_the_key_does_not_print(key: ec.EllipticCurvePrivateKey) -> None:
    pem = pem_of(key)
    shown = repr(PemTerminalKey("BB-1", pem, "here"))
    assert shown == "<key of terminal BB-1>"
