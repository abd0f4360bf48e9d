"""The sandbox as a whole: one process, its controls, real sign-ins, faults that cut, state that stays."""

import contextlib
import json
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from cardreader.chat import AccessRight
from cardreader.eid_client.conversation import EidConversation, PinRejected, WhoAsks
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.secret import Secret
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Unreachable
from kiosk.bochum_id.terminal_key import key_from_file
from kiosk.bochum_id.timing import Timing
from kiosk.bochum_id.values import AcceptedDeclaration, AccountMode
from kiosk.scanning.page import Box
from kiosk.scanning.pictures import page_of
from kiosk.scanning.scanimage import ScanimageScanner
from kiosk.scanning.scanner import NoScanBecause, NotScanned, Scanned
from sandbox.control import CardSlot, UnknownPersonaError
from sandbox.id_card.direct import DirectReader
from sandbox.world import Ports, SandboxWorld

SERVICE = "svc_meldebescheinigung"
TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxWorld]:
    with SandboxWorld.start(tmp_path_factory.mktemp("world")) as world:
        yield world


@pytest.fixture
def control(world: SandboxWorld) -> Iterator["Control"]:
    control = Control(world.urls.control)
    yield control
    control.put("network", {"bochumId": "ok", "eidServer": "ok"})
    control.put("card", {"persona": None})


class Control:
    def __init__(self, url: str) -> None:
        self._url = url

    def get(self, path: str) -> requests.Response:
        return requests.get(f"{self._url}/control/{path}", timeout=30)

    def put(self, path: str, order: object) -> requests.Response:
        return requests.put(f"{self._url}/control/{path}", json=order, timeout=10)

    def post(self, path: str, order: object) -> requests.Response:
        return requests.post(f"{self._url}/control/{path}", json=order, timeout=10)


@pytest.fixture
def client(world: SandboxWorld) -> Iterator[BochumId]:
    key = key_from_file(world.enrolment.terminal_id, world.enrolment.private_key_path)
    keys = CatalogueKeys.of_file(world.enrolment.catalogue_key_path)
    client = BochumId(world.urls.api, key, catalogue_keys=keys, timing=Timing(sleep=lambda _: None))
    yield client
    client.close()


def reader_with(world: SandboxWorld, persona: str) -> DirectReader:
    reader = DirectReader(world.wallet.card)
    reader.place(persona)
    return reader


type Converse = Callable[[str], EidConversation]


@pytest.fixture
def converse(world: SandboxWorld) -> Iterator[Converse]:
    """Begin a run of the eID client with a persona's card; whatever is left of it ends with the test."""
    begun: list[EidConversation] = []

    def begin(persona: str) -> EidConversation:
        begun.append(EidConversation(HttpTransport("test"), reader_with(world, persona).connect))
        return begun[-1]

    yield begin
    for conversation in begun:
        conversation.cancel()


def pin_of(world: SandboxWorld, persona: str) -> Secret:
    return Secret(world.wallet.personas[persona].pin.encode())


# ---------------------------------------------------------------- a real sign-in


def test_a_card_signs_in_for_real_and_its_data_becomes_a_certificate(
    world: SandboxWorld, client: BochumId, converse: Converse
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    conversation = converse("erika")
    asked = conversation.start(attempt.tc_token_url)
    assert isinstance(asked, WhoAsks)
    assert asked.request.provider_name == "Stadt Bochum"
    assert attempt.confirmation_code in asked.request.transaction_info
    assert asked.request.optional == {AccessRight.DOCTORAL_DEGREE}
    done = conversation.proceed(frozenset(), pin_of(world, "erika"), lambda _: None)
    assert isinstance(done, EidSucceeded), done
    session = client.finish_login(attempt, done.refresh_url)
    holder = world.wallet.personas["erika"].holder
    assert holder.family_names.casefold() in session.display_name.casefold()
    draft = client.create_application(client.catalogue().service(SERVICE))
    draft = client.save_answers(draft, {"kind": "simple", "purpose": "pension", "copies": 1})
    submission = client.submit(draft, [TRUTHFUL])
    assert client.document(submission).content.startswith(b"%PDF-")


def test_the_same_card_is_the_same_account_and_another_card_another(
    world: SandboxWorld, client: BochumId, converse: Converse
) -> None:
    modes = []
    for persona in ("eu_citizen", "eu_citizen", "no_given_name", "hannelore"):
        attempt = client.begin_login(SERVICE, "de")
        conversation = converse(persona)
        assert isinstance(conversation.start(attempt.tc_token_url), WhoAsks)
        done = conversation.proceed(frozenset(), pin_of(world, persona), lambda _: None)
        assert isinstance(done, EidSucceeded), (persona, done)
        modes.append(client.finish_login(attempt, done.refresh_url).account_mode)
    # Hannelore's account is there beforehand, and her card with it.
    known = AccountMode.EXISTING
    assert modes == [AccountMode.CREATE, known, AccountMode.CREATE, known]


def test_a_wrong_pin_costs_an_attempt_and_a_renewed_card_has_it_back(
    world: SandboxWorld, client: BochumId, control: Control, converse: Converse
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    conversation = converse("erika")
    conversation.start(attempt.tc_token_url)
    rejected = conversation.proceed(frozenset(), Secret(b"000000"), lambda _: None)
    assert rejected == PinRejected(2)
    conversation.cancel()
    assert control.post("card-renewals", {"persona": "erika"}).status_code == 204
    assert world.wallet.card("erika").memory.read().pin_attempts == 3


def test_a_visitor_who_declines_is_known_to_have_declined(
    world: SandboxWorld, client: BochumId, converse: Converse
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    conversation = converse("erika")
    conversation.start(attempt.tc_token_url)
    outcome = conversation.cancel()
    assert isinstance(outcome, EidFailed)
    assert outcome.refresh_url is not None
    with pytest.raises(BackendError, match="eid-cancelled"):
        client.finish_login(attempt, outcome.refresh_url)


def test_an_expired_card_is_refused_with_its_reason(
    world: SandboxWorld, client: BochumId, converse: Converse
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    conversation = converse("expired")
    assert isinstance(conversation.start(attempt.tc_token_url), WhoAsks)
    outcome = conversation.proceed(frozenset(), pin_of(world, "expired"), lambda _: None)
    assert isinstance(outcome, EidFailed)
    assert outcome.refresh_url is not None
    with pytest.raises(BackendError, match="eid-document-expired"):
        client.finish_login(attempt, outcome.refresh_url)


# ---------------------------------------------------------------- faults


def is_dropped(line: socket.socket) -> bool:
    try:
        return line.recv(1) == b""
    except ConnectionResetError:
        return True


def test_a_broken_eid_server_is_told_apart_from_a_broken_backend(
    world: SandboxWorld, client: BochumId, control: Control, converse: Converse
) -> None:
    control.put("network", {"eidServer": "down"})
    attempt = client.begin_login(SERVICE, "de")
    outcome = converse("erika").start(attempt.tc_token_url)
    assert isinstance(outcome, EidFailed)
    problem = client.attempt_problem(attempt)
    assert problem is not None
    assert problem.code == "eid-server-unavailable"
    address = urlsplit(world.urls.eid_server)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", address.port or 0))


def test_an_eid_server_that_goes_in_the_middle(
    world: SandboxWorld, client: BochumId, control: Control, converse: Converse
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    conversation = converse("erika")
    assert isinstance(conversation.start(attempt.tc_token_url), WhoAsks)
    control.put("network", {"eidServer": "down"})
    outcome = conversation.proceed(frozenset(), pin_of(world, "erika"), lambda _: None)
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.SERVER_UNREACHABLE
    control.put("network", {"eidServer": "ok"})
    attempt = client.begin_login(SERVICE, "de")
    assert isinstance(converse("erika").start(attempt.tc_token_url), WhoAsks)


def test_a_broken_backend_refuses_and_drops_and_comes_back_on_the_same_ports(
    world: SandboxWorld, client: BochumId, control: Control
) -> None:
    client.catalogue()
    with socket.create_connection(("127.0.0.1", urlsplit(world.urls.api).port or 0)) as open_line:
        assert control.put("network", {"bochumId": "down"}).json() == {"bochumId": "down", "eidServer": "ok"}
        open_line.settimeout(5)
        assert is_dropped(open_line)
    with pytest.raises(BackendError) as caught:
        client.catalogue()
    assert isinstance(caught.value.fault, Unreachable)
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{world.urls.eservice}/eid/refresh/x", timeout=5, verify=False)  # noqa: S501 - refused before TLS
    assert control.put("network", {"bochumId": "ok"}).json()["bochumId"] == "ok"
    client.catalogue()


# ---------------------------------------------------------------- the dock's controls


def test_the_card_lies_where_it_was_put(control: Control) -> None:
    before = control.get("card").json()["version"]
    assert control.put("card", {"persona": "erika"}).json() == {"version": before + 1, "persona": "erika"}
    assert control.get("card").json()["persona"] == "erika"
    assert control.put("card", {"persona": None}).json() == {"version": before + 2, "persona": None}


def test_whoever_waits_for_the_card_hears_of_it_at_once(world: SandboxWorld, control: Control) -> None:
    version = control.get("card").json()["version"]
    heard: list[object] = []
    waiting = threading.Thread(
        target=lambda: heard.append(control.get(f"card?version={version}&wait=25").json())
    )
    waiting.start()
    control.put("card", {"persona": "hannelore"})
    waiting.join(timeout=10)
    assert heard == [{"version": version + 1, "persona": "hannelore"}]


def test_waiting_ends_without_news(control: Control) -> None:
    card = control.get("card").json()
    assert control.get(f"card?version={card['version']}&wait=0.05").json() == card


def test_unknown_orders_are_refused_with_advice(control: Control) -> None:
    refused = control.put("card", {"persona": "nobody"})
    assert refused.status_code == 404
    assert "erika" in refused.json()["detail"]
    assert control.post("card-renewals", {"persona": "nobody"}).status_code == 404
    for path, order in (
        ("network", {"bochumId": "slow"}),
        ("network", {"moon": "down"}),
        ("printer", {"state": "on fire"}),
        ("card", {}),
    ):
        assert control.put(path, order).status_code == 422


@pytest.mark.parametrize("state", ["jam", "empty", "off", "ok"])
def test_the_printer_is_as_the_dock_says(control: Control, state: str) -> None:
    assert control.put("printer", {"state": state}).json() == {"state": state}
    assert control.get("state").json()["printer"] == {"state": state}


def test_the_dock_knows_the_people(world: SandboxWorld, control: Control) -> None:
    people = {person["id"]: person for person in control.get("personas").json()}
    assert people.keys() == world.wallet.personas.keys()
    for person in people.values():
        assert person["title"]
        assert person["description"]["de"]
        assert person["description"]["en"]
        assert person["pin"]


def test_a_web_page_cannot_turn_the_controls(control: Control, world: SandboxWorld) -> None:
    """A browser would ask first, and the answer allows no other origin."""
    asked = requests.options(
        f"{world.urls.control}/control/card",
        headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "PUT"},
        timeout=5,
    )
    assert "access-control-allow-origin" not in asked.headers


def test_a_slot_tells_its_followers() -> None:
    slot = CardSlot({})
    told: list[str | None] = []
    slot.follow(told.append)
    slot.place(None)
    with pytest.raises(UnknownPersonaError):
        slot.place("nobody")
    assert told == [None]


# ---------------------------------------------------------------- the process


class Process:
    """`python -m sandbox`, ready."""

    def __init__(self, state: Path, *options: str) -> None:
        self.popen = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "sandbox", "--state", str(state), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self.popen.stdout is not None
        assert select.select([self.popen.stdout], [], [], 60)[0], "the sandbox does not get ready"
        self.line = self.popen.stdout.readline()

    def __enter__(self) -> "Process":
        return self

    def __exit__(self, *_: object) -> None:
        self.popen.kill()
        self.popen.communicate()


def test_it_prints_one_line_of_addresses_and_ends_when_its_input_does(tmp_path: Path) -> None:
    with Process(tmp_path, "--terminal", "BB-TEST-01") as process:
        said = json.loads(process.line)
        assert requests.get(f"{said['api']}/v1/status", timeout=5).json()["status"] == "ok"
        assert requests.get(f"{said['control']}/control/state", timeout=5).json()["card"]["persona"] is None
        assert said["eService"].startswith("https://localhost:")
        assert said["eidServer"].startswith("https://localhost:")
        assert said["terminal"]["id"] == "BB-TEST-01"
        key = Path(said["terminal"]["privateKey"])
        assert key.stat().st_mode & 0o077 == 0
        assert CatalogueKeys.of_file(Path(said["terminal"]["catalogueKey"])).by_id
        out, errors = process.popen.communicate(b"", timeout=20)
        assert (process.popen.returncode, out, errors) == (0, b"", b"")


def test_it_ends_on_sigterm_even_while_somebody_waits_for_the_card(tmp_path: Path) -> None:
    with Process(tmp_path) as process:
        control = json.loads(process.line)["control"]

        def wait_for_card() -> None:
            with contextlib.suppress(requests.ConnectionError):
                requests.get(f"{control}/control/card?version=0&wait=25", timeout=30)

        waiting = threading.Thread(target=wait_for_card)
        waiting.start()
        process.popen.send_signal(signal.SIGTERM)
        assert process.popen.wait(timeout=20) == 0
        waiting.join(timeout=10)
        assert not waiting.is_alive()


def test_a_restart_takes_up_keys_and_accounts(tmp_path: Path) -> None:
    with SandboxWorld.start(tmp_path) as first:
        ports = Ports(
            api=urlsplit(first.urls.api).port or 0,
            eservice=urlsplit(first.urls.eservice).port or 0,
        )
        key = first.enrolment.private_key_path.read_bytes()
        client = BochumId(
            first.urls.api,
            key_from_file("BB-MITTE-03", first.enrolment.private_key_path),
            catalogue_keys=CatalogueKeys.of_file(first.enrolment.catalogue_key_path),
        )
        client.open_terminal()
    with SandboxWorld.start(tmp_path, ports=ports) as second:
        assert second.urls.api == first.urls.api
        assert second.enrolment.private_key_path.read_bytes() == key
        client.catalogue()  # the token of before the restart is still good
    client.close()


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "sandbox", "--state", str(tmp_path), "--api-port", str(port)]
        run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    assert run.returncode == 1
    assert f"port {port}" in run.stderr.decode()


def test_the_scanner_takes_in_what_lies_there_as_a_real_one_would(
    control: Control, world: SandboxWorld
) -> None:
    command = (sys.executable, "-m", "sandbox.sheet_scanner", "--control", world.urls.control)
    scanner = ScanimageScanner(command, silence_seconds=30, deadline_seconds=60)
    first, second = scanner.scan(), scanner.scan()
    assert isinstance(first, Scanned)
    assert isinstance(second, Scanned)
    page = page_of(first.picture)
    assert page.paper != Box(), "the sheet is found on the glass"
    assert page.picture != page_of(second.picture).picture, "another try, another sheet"
    for state, reason in (("jam", NoScanBecause.JAM), ("empty", NoScanBecause.EMPTY)):
        assert control.put("scanner", {"state": state}).ok
        assert control.get("state").json()["scanner"] == {"state": state}
        assert scanner.scan() == NotScanned(reason)
    control.put("scanner", {"state": "page"})
