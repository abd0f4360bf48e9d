"""Secrets sealed to the machine: with the real systemd-creds, and with one that fails in every way."""

import os
import shutil
import stat
import sys
from pathlib import Path

import keyring.backend
import pytest
from keyring.errors import PasswordDeleteError

from kiosk.config import Secrets, SecretStore
from kiosk.secrets.choice import open_keyring
from kiosk.secrets.sealed_keyring import SealedKeyring
from kiosk.secrets.sealing import SealedSecretError, Sealing

SECRET = "-----BEGIN PRIVATE KEY-----\nnobody may read this, ä\n"
SERVICE, USER = "bochum-id-kiosk", "BB-MITTE-03"
NAME = f"{SERVICE}.{USER}"


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sealing:
    """The program with a machine key of its own."""
    if shutil.which("systemd-creds") is None:
        pytest.skip("systemd-creds is not there: install systemd 250 or later")
    if os.geteuid() != 0:
        pytest.skip("systemd-creds seals for root only")
    monkeypatch.setenv("SYSTEMD_CREDENTIAL_SECRET", str(tmp_path / "machine-key"))
    return Sealing()


def files_below(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def program(tmp_path: Path, body: str) -> Sealing:
    """A stand-in for systemd-creds: a script that begins with what it was told."""
    path = tmp_path / "systemd-creds"
    path.write_text(
        f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\ngiven = sys.stdin.buffer.read()\n"
        f"Path({str(tmp_path / 'arguments')!r}).write_text(repr(sys.argv))\n{body}\n"
    )
    path.chmod(0o755)
    return Sealing(str(path))


MIRROR = "sys.stdout.buffer.write(given[::-1])"
"""Turns texts around, so that what comes back can be told from what went in."""


def test_what_was_sealed_is_opened_again(tmp_path: Path, real: Sealing) -> None:
    ring = SealedKeyring(tmp_path / "credstore", None, real)
    assert ring.get_password(SERVICE, USER) is None
    ring.set_password(SERVICE, USER, SECRET)
    ring.set_password(SERVICE, "other", "something else")
    assert SealedKeyring(tmp_path / "credstore", None, real).get_password(SERVICE, USER) == SECRET
    ring.set_password(SERVICE, USER, "newer")
    assert ring.get_password(SERVICE, USER) == "newer"
    ring.delete_password(SERVICE, USER)
    assert ring.get_password(SERVICE, USER) is None
    with pytest.raises(PasswordDeleteError):
        ring.delete_password(SERVICE, USER)


def test_the_secret_is_on_no_disk_in_plain(tmp_path: Path, real: Sealing) -> None:
    folder = tmp_path / "credstore"
    SealedKeyring(folder, None, real).set_password(SERVICE, USER, SECRET)
    assert [path.name for path in files_below(folder)] == [NAME]
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for content in files_below(tmp_path).values():
        assert b"nobody may read this" not in content


def test_another_machine_cannot_open_it_nor_this_one_under_another_name(
    tmp_path: Path, real: Sealing, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "credstore"
    ring = SealedKeyring(folder, None, real)
    ring.set_password(SERVICE, USER, SECRET)
    (folder / f"{SERVICE}.thief").write_bytes((folder / NAME).read_bytes())
    with pytest.raises(SealedSecretError, match="on the machine that sealed"):
        ring.get_password(SERVICE, "thief")
    monkeypatch.setenv("SYSTEMD_CREDENTIAL_SECRET", str(tmp_path / "another-machine"))
    with pytest.raises(SealedSecretError, match="enrol the terminal again"):
        ring.get_password(SERVICE, USER)


def test_systemds_copy_comes_first_and_needs_no_program(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    opened.mkdir()
    (opened / NAME).write_text(SECRET)
    ring = SealedKeyring(tmp_path / "none", opened, Sealing("no-such-program"))
    assert ring.get_password(SERVICE, USER) == SECRET
    assert ring.get_password(SERVICE, "other") is None


def test_the_secret_is_no_argument_and_its_draft_no_plain_text(tmp_path: Path) -> None:
    ring = SealedKeyring(tmp_path / "credstore", None, program(tmp_path, MIRROR))
    ring.set_password(SERVICE, USER, SECRET)
    assert "nobody" not in (tmp_path / "arguments").read_text()
    assert "--with-key=auto" in (tmp_path / "arguments").read_text()
    assert ring.get_password(SERVICE, USER) == SECRET
    assert "nobody" not in (tmp_path / "arguments").read_text()


FAILING = {
    "refuses": ("sys.exit('TPM2 says no')", "TPM2 says no"),
    "dies silently": ("sys.exit(3)", "without a word"),
    "talks nonsense": ("sys.stderr.buffer.write(b'\\xff\\n'); sys.exit(1)", "run it as root"),
}


@pytest.mark.parametrize(("body", "words"), FAILING.values(), ids=FAILING.keys())
def test_a_program_that_fails_leaves_what_was_there(tmp_path: Path, body: str, words: str) -> None:
    folder = tmp_path / "credstore"
    SealedKeyring(folder, None, program(tmp_path, MIRROR)).set_password(SERVICE, USER, "older")
    before = files_below(folder)
    ring = SealedKeyring(folder, None, program(tmp_path, body))
    for act in (lambda: ring.set_password(SERVICE, USER, SECRET), lambda: ring.get_password(SERVICE, USER)):
        with pytest.raises(SealedSecretError, match=words) as caught:
            act()
        assert "nobody" not in repr(caught.value)
        assert "redlo" not in str(caught.value)
    assert files_below(folder) == before


def test_a_missing_program_and_one_that_is_none_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SealedSecretError, match="install systemd"):
        SealedKeyring(tmp_path, None, Sealing("no-such-program")).set_password(SERVICE, USER, SECRET)
    (tmp_path / "text").write_text("no program")
    with pytest.raises(SealedSecretError, match="cannot be run"):
        SealedKeyring(tmp_path, None, Sealing(str(tmp_path / "text"))).set_password(SERVICE, USER, SECRET)


def test_a_program_that_never_ends_is_given_up_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.secrets.sealing._DEADLINE_S", 0.2)
    ring = SealedKeyring(tmp_path, None, program(tmp_path, "import time; time.sleep(60)"))
    with pytest.raises(SealedSecretError, match="does not end") as caught:
        ring.set_password(SERVICE, USER, SECRET)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_what_is_no_text_and_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    opened.mkdir()
    (opened / NAME).write_bytes(b"\xff")
    with pytest.raises(SealedSecretError, match="holds no text"):
        SealedKeyring(tmp_path, opened).get_password(SERVICE, USER)
    (opened / NAME).unlink()
    (opened / NAME).mkdir()
    with pytest.raises(SealedSecretError, match="its own service"):
        SealedKeyring(tmp_path, opened).get_password(SERVICE, USER)
    (tmp_path / NAME).mkdir()
    with pytest.raises(SealedSecretError, match=f"LoadCredentialEncrypted={NAME}"):
        SealedKeyring(tmp_path, None).get_password(SERVICE, USER)
    with pytest.raises(SealedSecretError, match="run this as root"):
        SealedKeyring(tmp_path, None).delete_password(SERVICE, USER)
    (tmp_path / "file").write_text("")
    with pytest.raises(SealedSecretError, match="name another folder"):
        SealedKeyring(tmp_path / "file", None, program(tmp_path, MIRROR)).set_password(SERVICE, USER, SECRET)


@pytest.mark.parametrize("user", ["../../etc/shadow", "a/b", "a\0b", "a b", "ü", "x" * 200, ""])
def test_a_name_that_could_leave_the_folder_is_refused(tmp_path: Path, user: str) -> None:
    ring = SealedKeyring(tmp_path, tmp_path, Sealing("no-such-program"))
    with pytest.raises(SealedSecretError, match="cannot be the name"):
        ring.get_password(SERVICE, user)


def test_the_configuration_chooses_and_the_library_never_does(tmp_path: Path) -> None:
    sealed = Secrets(SecretStore.SEALED, str(tmp_path))
    assert isinstance(open_keyring(sealed, {}), SealedKeyring)
    (tmp_path / NAME).write_text(SECRET)
    given = open_keyring(sealed, {"CREDENTIALS_DIRECTORY": str(tmp_path)})
    assert given.get_password(SERVICE, USER) == SECRET
    assert open_keyring(Secrets(), {}) is keyring.get_keyring()
    assert not SealedKeyring.viable
    assert SealedKeyring not in set(keyring.backend.KeyringBackend.get_viable_backends())
