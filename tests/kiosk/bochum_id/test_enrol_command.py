"""The technician's commands: what they leave on the machine, and what they say when it does not work."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from enrolling_server import CATALOGUE_KEY, signing
from keyring.backends import fail
from lines import Clock
from local_ca import LocalCa
from ram_keyring import RamKeyring
from scripted_server import Script, ScriptedServer, answer, hang_up, problem

from kiosk import __main__, enrol_command
from kiosk.bochum_id.terminal_certificate import certificate_from_keyring
from kiosk.bochum_id.terminal_key import KEYRING_SERVICE
from kiosk.config import Identity, read_config

CODE = "7F3K-92QD"
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


class Desk:
    """A machine, its keyring, and what the command said."""

    def __init__(self, folder: Path, server: ScriptedServer) -> None:
        self.config = folder / "kiosk.toml"
        self.config.write_text(f'sandbox = true\n[bochum_id]\napi_url = "{server.origin}"\n')
        self.ring = RamKeyring()
        self.clock = Clock()
        self.said: list[str] = []

    def run(self, *arguments: str) -> int:
        return enrol_command.main(
            [*arguments, "--config", str(self.config)], self.said.append, self.clock.timing
        )

    def enrol(self) -> int:
        return self.run("enrol", "--terminal", "BB-1", "--code", CODE)

    @property
    def words(self) -> str:
        return "\n".join(self.said)


@pytest.fixture
def desk(tmp_path: Path, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    desk = Desk(tmp_path, server)
    monkeypatch.setattr(enrol_command, "open_keyring", lambda *_: desk.ring)
    yield desk
    assert CODE not in desk.words


@pytest.fixture(scope="module")
def ca() -> LocalCa:
    return LocalCa()


def test_enrolment_leaves_what_a_terminal_needs(
    desk: Desk, server: ScriptedServer, ca: LocalCa, tmp_path: Path
) -> None:
    server.play([signing(server, ca)])
    assert desk.enrol() == 0
    assert (tmp_path / "municipal-ca.pem").read_text() == ca.bundle().decode()
    assert (tmp_path / "catalogue-key.pem").read_text() == CATALOGUE_KEY
    assert certificate_from_keyring("BB-1", desk.ring).terminal_id == "BB-1"
    for file in tmp_path.iterdir():
        assert "PRIVATE" not in file.read_text()


def test_the_words_it_ends_with_are_a_configuration(
    desk: Desk, server: ScriptedServer, ca: LocalCa, tmp_path: Path
) -> None:
    server.play([signing(server, ca)])
    desk.enrol()
    file = tmp_path / "as-told.toml"
    file.write_text("\n".join(desk.said[2:]) + '\napi_url = "https://api.id.bochum.example"\n')
    config = read_config(file)
    assert config.terminal.id == "BB-1"
    assert config.bochum_id.identity is Identity.CERTIFICATE
    assert Path(config.bochum_id.ca_bundle).exists()


FAILURES: dict[str, tuple[Script, str]] = {
    "wrong code": (problem(403, "enrolment-refused", retryable=False), "register the terminal again"),
    "unknown": (problem(401, "terminal-unknown", retryable=False), "Register it"),
    "another no": (problem(403, "something-new", retryable=False), "Ask those who run Bochum-ID"),
    "nobody there": (hang_up, "Check network and address"),
    "another server": (answer(200, b"<html>", "text/html"), "not Bochum-ID's"),
}


@pytest.mark.parametrize(("script", "words"), FAILURES.values(), ids=FAILURES.keys())
def test_what_goes_wrong_is_said_with_what_to_do(
    desk: Desk, server: ScriptedServer, script: Script, words: str
) -> None:
    server.play([script])
    assert desk.enrol() == 1
    assert words in desk.words
    assert desk.ring.entries == {}


def test_a_keyring_that_takes_nothing_is_found_before_the_code_is_spent(
    desk: Desk, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enrol_command, "open_keyring", lambda *_: fail.Keyring())
    assert desk.enrol() == 1
    assert "the code is still good" in desk.words
    assert server.seen == []


def test_a_folder_that_takes_nothing_is_found_before_the_code_is_spent(
    desk: Desk, server: ScriptedServer, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    desk.config.write_text(desk.config.read_text() + f'ca_bundle = "{tmp_path / "file" / "ca.pem"}"\n')
    assert desk.enrol() == 1
    assert "the code is still good" in desk.words
    assert server.seen == []
    assert desk.ring.entries == {}


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--api", "http://api.id.bochum.example", "must be https"),
        ("--ca", "/nonexistent.pem", "Give the PEM file with --ca"),
        ("--ca", __file__, "Give the PEM file with --ca"),
    ],
)
def test_a_wrong_option_is_said(desk: Desk, option: str, value: str, words: str) -> None:
    assert desk.run("enrol", "--terminal", "BB-1", "--code", CODE, option, value) == 1
    assert words in desk.words


def test_renewal_waits_for_day_sixty_and_then_replaces_the_entry(
    desk: Desk, server: ScriptedServer, ca: LocalCa
) -> None:
    desk.config.write_text(desk.config.read_text() + 'identity = "certificate"\n[terminal]\nid = "BB-1"\n')
    before = ca.terminal_pem(begins=BEGIN).decode()
    desk.ring.set_password(KEYRING_SERVICE, "BB-1", before)
    desk.clock.time = (BEGIN + timedelta(days=59)).timestamp()
    assert desk.run("renew") == 0
    assert "Nothing to do" in desk.words
    desk.clock.time = (BEGIN + timedelta(days=61)).timestamp()
    token = {"access_token": "t", "token_type": "Bearer", "expires_in": 600}
    server.play([answer(200, json.dumps(token).encode()), signing(server, ca)])
    assert desk.run("renew") == 0
    assert "Renewed until" in desk.words
    assert desk.ring.get_password(KEYRING_SERVICE, "BB-1") != before
    assert certificate_from_keyring("BB-1", desk.ring).terminal_id == "BB-1"


def test_a_certificate_that_has_ended_or_is_not_there_needs_a_new_code(desk: Desk, ca: LocalCa) -> None:
    assert desk.run("renew") == 1
    assert "enrol the terminal" in desk.words
    desk.config.write_text(desk.config.read_text() + '[terminal]\nid = "BB-1"\n')
    desk.ring.set_password(KEYRING_SERVICE, "BB-1", ca.terminal_pem(begins=BEGIN).decode())
    desk.clock.time = (BEGIN + timedelta(days=91)).timestamp()
    assert desk.run("renew") == 1
    assert "Enrol again with a new code" in desk.words


def test_the_program_knows_the_verbs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["kiosk", "enrol", "--terminal", "BB-1"])
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 2
    assert "--code" in capsys.readouterr().err


def test_the_firmware_says_which_machine_it_is(tmp_path: Path) -> None:
    (tmp_path / "product_name").write_text("Stele 3\n")
    (tmp_path / "product_serial").write_text("\n")
    machine = enrol_command.this_machine(tmp_path)
    assert (machine.model, machine.serial, machine.bios_uuid) == ("Stele 3", "unknown", "unknown")
