"""The configuration file: defaults, and every mistake with its file, line and a way out."""

import dataclasses
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk.config import SANDBOX, Config, ConfigError, ReaderKind, read_config

GOOD = """\
sandbox = false

[terminal]
id = "BB-MITTE-03"   # the name on the door

[bochum_id]
api_url = "https://api.id.bochum.example"
catalogue_key = "city.pem"
cache_dir = "/var/cache/kiosk"

[card]
reader = "pcsc"
# the first reader with a card on it

[printing]
queue = "a4"
deadline_seconds = 45

[silence]
ask_after_seconds = 60
end_after_seconds = 120
"""


def public_pem(key: ec.EllipticCurvePrivateKey | Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


CITY, OTHER_CURVE = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP384R1())
KEY_FILES = {
    "city.pem": public_pem(CITY),
    "curve.pem": public_pem(OTHER_CURVE),
    "edwards.pem": public_pem(Ed25519PrivateKey.generate()),
    "cut-off.pem": public_pem(CITY)[:60] + b"\n-----END PUBLIC KEY-----",
    "empty.pem": b"",
}


def config(tmp_path: Path, text: str) -> Config:
    for name, pem in KEY_FILES.items():
        (tmp_path / name).write_bytes(pem)
        text = text.replace(f'"{name}"', f'"{tmp_path / name}"')
    file = tmp_path / "kiosk.toml"
    file.write_text(text)
    return read_config(file)


def test_a_whole_file(tmp_path: Path) -> None:
    read = config(tmp_path, GOOD)
    assert read.terminal.id == "BB-MITTE-03"
    assert read.card.reader is ReaderKind.PCSC
    assert read.printing.deadline_seconds == 45
    assert read.watchdog == Config().watchdog
    assert read.bochum_id.catalogue_key == str(tmp_path / "city.pem")
    assert not read.sandbox


def test_nothing_changes_it(tmp_path: Path) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        config(tmp_path, GOOD).terminal.id = "other"  # type: ignore[misc]


def test_the_sandbox_needs_no_file() -> None:
    assert SANDBOX.sandbox
    assert SANDBOX.card.reader is ReaderKind.SIMULATED
    assert SANDBOX.printing.folder


def test_a_sandbox_may_use_stand_ins(tmp_path: Path) -> None:
    read = config(tmp_path, 'sandbox = true\n[card]\nreader = "simulated"\n[printing]\nfolder = "/tmp/x"\n')
    assert read.card.reader is ReaderKind.SIMULATED
    assert read.bochum_id.api_url.startswith("http://127.0.0.1")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('id = "BB', 'idd = "BB', 4, "nobody reads 'terminal.idd'; did you mean 'id'?"),
        (
            "[printing]",
            '[slip_printer]\nline = "network"\n[printing]',
            15,
            "'place' cannot be ''; write \"host:port\"",
        ),
        (
            "[printing]",
            '[slip_printer]\nplace = "x:1"\n[printing]',
            16,
            "'place' cannot be 'x:1'; leave it out",
        ),
        (
            "[printing]",
            "[slip_printer]\ndots = 577\n[printing]",
            16,
            "'dots' cannot be 577; give a multiple of 8",
        ),
        ("[printing]", "[print]", 15, "nobody reads 'print'; did you mean 'printing'?"),
        ("sandbox = false", "sandbx = false", 1, "did you mean 'sandbox'?"),
        ("sandbox = false", "colour = 3", 1, "nobody reads 'colour'; known are sandbox, terminal"),
        ("sandbox = false", "sandbox = 0", 1, "'sandbox' cannot be 0; write true or false"),
        ("= 45", '= "45"', 17, "'deadline_seconds' cannot be '45'; write a whole number"),
        ("= 45", "= true", 17, "write a whole number"),
        ("= 45", "= 4", 17, "4 s are too short for 'deadline_seconds'; give 10 s or more"),
        ("= 120", "= 70", 21, "70 s are too short for 'end_after_seconds'; give 80 s or more"),
        ("ask_after_seconds = 60", "ask_after_seconds = 19", 20, "give 20 s or more"),
        ('"pcsc"', '"pcs"', 12, "'reader' cannot be 'pcs'; use one of pcsc, simulated"),
        ('"pcsc"', '"simulated"', 12, "simulated cards are for the sandbox"),
        ("https://", "http://", 7, "is not encrypted; use https://…"),
        ('queue = "a4"', 'folder = "/home/kiosk"', 16, "do not lie on a terminal's disk"),
        ("[terminal]\nid =", "terminal =", 3, "'terminal' is a table; write [terminal]"),
        ('id = "BB-MITTE-03"', "id = BB", 4, "this is no TOML"),
        ('catalogue_key = "city.pem"', "", 6, "'catalogue_key' is missing; name the PEM file"),
        ('"city.pem"', '"/nowhere.pem"', 8, "/nowhere.pem cannot be read (No such file or directory); name"),
        ('"city.pem"', '"curve.pem"', 8, "curve.pem holds a key that is no P-256 public key"),
        ('"city.pem"', '"edwards.pem"', 8, "edwards.pem holds a key that is no P-256 public key"),
        ('"city.pem"', '"cut-off.pem"', 8, "cut-off.pem holds a key that is no P-256 public key"),
        ('"city.pem"', '"empty.pem"', 8, "empty.pem holds no public key in PEM form"),
        ("/var/cache", "cache", 9, "'cache/kiosk' depends on where the terminal is started; write /…"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert old in GOOD
    with pytest.raises(ConfigError) as caught:
        config(tmp_path, GOOD.replace(old, new))
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{tmp_path / 'kiosk.toml'}:{line}: ")
    assert words in str(caught.value)


def test_keys_with_dots_are_found_too(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"kiosk\.toml:2: nobody reads 'card\.readr'"):
        config(tmp_path, 'sandbox = true\ncard.readr = "pcsc"\n')


def test_a_production_file_has_to_name_the_city(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is not encrypted"):
        config(tmp_path, "sandbox = false\n")


def test_a_sandbox_makes_its_own_key_for_the_catalogue_and_needs_none(tmp_path: Path) -> None:
    assert config(tmp_path, "sandbox = true\n").bochum_id.catalogue_key == ""


def test_http_in_the_sandbox_stays_on_loopback(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is not encrypted"):
        config(tmp_path, 'sandbox = true\n[bochum_id]\napi_url = "http://192.168.0.7"\n')


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_config(tmp_path / "none.toml")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_bytes(b"id = '\xff'")
    with pytest.raises(ConfigError, match="UTF-8"):
        read_config(file)
