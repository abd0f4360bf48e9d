"""From a technician's code to a visit over certificates, and to the next certificate: the real backend."""

import os
import shutil
from pathlib import Path

import pytest
from backend_world import ERIKA, SERVICE, BackendWorld
from certified_terminal import technicians_code

from kiosk import enrol_command
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.terminal_certificate import TerminalCertificate, certificate_from_keyring
from kiosk.bochum_id.values import AcceptedDeclaration, Level
from kiosk.config import Config, read_config
from kiosk.secrets.choice import open_keyring

TERMINAL = "BB-NEU-77"
TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")
DAY_S = 86_400


class Machine:
    """A kiosk with a configuration, a folder of sealed secrets and nothing else."""

    def __init__(self, world: BackendWorld, folder: Path) -> None:
        self.world = world
        self.folder = folder
        self.file = folder / "kiosk.toml"
        self.file.write_text(
            f'sandbox = true\n[terminal]\nid = "{TERMINAL}"\n'
            f'[secrets]\nstore = "sealed"\nfolder = "{folder / "credstore"}"\n'
            f'[bochum_id]\napi_url = "{world.server.origins.api_mtls}"\nidentity = "certificate"\n'
            f'ca_bundle = "{folder / "municipal-ca.pem"}"\n'
            f'catalogue_key = "{folder / "catalogue-key.pem"}"\n'
        )
        self.said: list[str] = []

    def run(self, *arguments: str) -> int:
        command = [*arguments, "--config", str(self.file)]
        return enrol_command.main(command, self.said.append, self.world.timing)

    def enrol(self) -> int:
        code, api = technicians_code(self.world, TERMINAL), self.world.server.origins.api
        return self.run("enrol", "--terminal", TERMINAL, "--code", code, "--api", api)

    @property
    def config(self) -> Config:
        return read_config(self.file)

    def certificate(self) -> TerminalCertificate:
        return certificate_from_keyring(TERMINAL, open_keyring(self.config.secrets, os.environ))

    def client(self) -> BochumId:
        settings = self.config.bochum_id
        return BochumId(
            settings.api_url,
            self.certificate(),
            catalogue_keys=CatalogueKeys.of_file(Path(settings.catalogue_key)),
            ca_bundle=Path(settings.ca_bundle),
            timing=self.world.timing,
        )


@pytest.fixture
def machine(world: BackendWorld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    if shutil.which("systemd-creds") is None:
        pytest.skip("systemd-creds is not there: install systemd 250 or later")
    if os.geteuid() != 0:
        pytest.skip("systemd-creds seals for root only")
    monkeypatch.setenv("SYSTEMD_CREDENTIAL_SECRET", str(tmp_path / "machine-key"))
    return Machine(world, tmp_path)


def test_an_enrolled_machine_serves_a_whole_visit(world: BackendWorld, machine: Machine) -> None:
    assert machine.enrol() == 0, machine.said
    client = machine.client()
    client.open_terminal()
    assert client.fleet_config.fetch().terminal_id == TERMINAL
    service = client.catalogue().service(SERVICE)
    attempt = client.begin_login(SERVICE, "de")
    session = client.finish_login(attempt, world.read_card(attempt, ERIKA.result()))
    assert getattr(session, "level", None) is Level.HOCH
    draft = client.save_answers(
        client.create_application(service), {"kind": "simple", "purpose": "pension", "copies": 1}
    )
    client.quote(draft)
    assert client.document(client.submit(draft, [TRUTHFUL])).content.startswith(b"%PDF-")
    client.end_session()
    client.close()


def test_no_key_lies_on_the_disk_in_plain(machine: Machine) -> None:
    assert machine.enrol() == 0, machine.said
    key = machine.certificate().pem().splitlines()[1]
    for file in machine.folder.rglob("*"):
        assert not file.is_file() or key not in file.read_bytes(), file


def test_the_certificate_is_renewed_in_time_and_the_old_one_still_good(
    world: BackendWorld, machine: Machine
) -> None:
    assert machine.enrol() == 0, machine.said
    old, enrolled_at = machine.certificate(), world.clock.time
    assert machine.run("renew") == 0
    assert machine.certificate().pem() == old.pem()
    old_client = machine.client()
    try:
        world.clock.advance(60 * DAY_S)
        assert machine.run("renew") == 0, machine.said
        renewed = machine.certificate()
        assert renewed.pem() != old.pem()
        for client in (old_client, machine.client()):
            client.open_terminal()
            client.close()
        world.clock.advance(31 * DAY_S)
        new_client = machine.client()
        new_client.open_terminal()
        new_client.close()
        with pytest.raises(BackendError) as caught:
            old_client.open_terminal()
        assert isinstance(caught.value.fault, Refused)
        assert caught.value.fault.problem.code == "terminal-certificate-expired"
    finally:
        old_client.close()
        world.clock.time = enrolled_at


def test_a_used_code_says_what_to_do(world: BackendWorld, machine: Machine) -> None:
    code = technicians_code(world, TERMINAL)
    words = ("enrol", "--terminal", TERMINAL, "--code", code, "--api", world.server.origins.api)
    assert machine.run(*words) == 0, machine.said
    assert machine.run(*words) == 1
    assert "register the terminal again for a new code" in machine.said[-1]
