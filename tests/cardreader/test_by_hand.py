"""The client by hand: a technician's sign-in at a server over real TLS, and a browser's activation."""

import getpass
import http.client
import io
import runpy
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest

from cardreader.auxiliary_data import AuxiliaryData
from cardreader.by_hand import activation, command
from cardreader.by_hand.keyboard import Lines, Unseen
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidOutcome, EidSucceeded
from cardreader.reader import Connection
from sandbox.comfort_reader.pad import Pad
from sandbox.comfort_reader.reader import ComfortReader
from sandbox.eid_server.pki import Pki
from sandbox.id_card.direct import DirectReader
from tests.conformance.bed import PIN, REFRESH, ROOT, TOKEN_URL, Bed

ACTIVATION = f"http://127.0.0.1:24727/eID-Client?tcTokenURL={quote(TOKEN_URL, safe='')}"
CAN = "500540"


def on_the_reader(bed: Bed, pad: ComfortReader | None = None) -> Callable[[], Connection]:
    reader = DirectReader(lambda _: bed.card, comfort=pad)
    reader.place("erika")
    return reader.connect


def places(bed: Bed) -> list[str]:
    """Where the hosts of the test bed really are, as options."""
    found = [f"{name}:{port}=127.0.0.1:{host.port}" for (name, port), host in bed.hosts.items()]
    return [part for place in found for part in ("--connect", place)]


class Desk:
    """A technician's terminal: what is typed, and what was said."""

    def __init__(self, bed: Bed, *typed: str) -> None:
        self.bed = bed
        self.typed = "".join(f"{each}\n" for each in typed)
        self.said: list[str] = []
        self.noted: list[str] = []

    def __call__(self, *arguments: str) -> int:
        keyboard = Lines(io.BytesIO(self.typed.encode()))
        return command.main(
            [*arguments, *places(self.bed)],
            on_the_reader(self.bed),
            keyboard,
            self.said.append,
            self.noted.append,
        )


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return Pki.open(tmp_path_factory.mktemp("by_hand_pki"))


@pytest.fixture
def bed(pki: Pki) -> Iterator[Bed]:
    opened = Bed.open(pki)
    yield opened
    opened.close()


@pytest.fixture
def root_file(tmp_path: Path) -> Path:
    path = tmp_path / "root.cvcert"
    path.write_bytes(ROOT.to_bytes())
    return path


def test_login(bed: Bed, root_file: Path) -> None:
    desk = Desk(bed, PIN)
    bed.script.transaction_info = "file 7"
    bed.script.auxiliary_data = AuxiliaryData.of(born_on_or_before=date(2008, 2, 29))
    assert desk("login", "--tc-token-url", TOKEN_URL, "--trust", str(root_file)) == 0
    assert desk.said == [f"{REFRESH}&ResultMajor=ok"]
    text = "\n".join(desk.noted)
    assert "GIVEN_NAMES" in text
    assert "file 7" in text
    assert "born on or before 2008-02-29" in text
    assert "signed in" in text
    assert PIN not in text


def test_login_by_the_link_of_a_page(bed: Bed) -> None:
    desk = Desk(bed, PIN)
    assert desk("login", "--activation", ACTIVATION) == 0
    assert desk("login", "--activation", "http://127.0.0.1:24727/eID-Client?ShowUI=PINManagement") == 2


def test_the_reader_of_this_machine_and_a_pin_from_stdin(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    class Readers:
        connect = staticmethod(on_the_reader(bed))

    monkeypatch.setattr("cardreader.pcsc.PcscReaders", Readers)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{PIN}\n".encode())))
    assert command.main(["login", "--tc-token-url", TOKEN_URL, "--pin-from-stdin", *places(bed)]) == 0


def test_pin_is_typed_on_a_reader_with_a_pad(bed: Bed) -> None:
    pad = Pad()
    pad.type(PIN)
    noted: list[str] = []
    arguments = ["login", "--tc-token-url", TOKEN_URL, *places(bed)]
    assert (
        command.main(arguments, on_the_reader(bed, ComfortReader(pad)), None, noted.append, noted.append) == 0
    )
    assert "Type the PIN on the card reader." in noted


def test_wrong_pin_and_the_can(bed: Bed) -> None:
    desk = Desk(bed, "000000", "111111", "123", CAN, PIN)
    assert desk("login", "--tc-token-url", TOKEN_URL) == 0
    assert [line for line in desk.noted if line.startswith("That")] == [
        "That is not the PIN; attempts left: 2.",
        "That is not the PIN; attempts left: 1.",
        "That is not the CAN.",
    ]


@pytest.mark.parametrize(("typed", "options"), [((), ()), ((PIN,), ("--cancel",)), (("",), ())])
def test_who_gives_no_number_refuses(bed: Bed, typed: tuple[str, ...], options: tuple[str, ...]) -> None:
    desk = Desk(bed, *typed)
    assert desk("login", "--tc-token-url", TOKEN_URL, *options) == 1
    assert desk.said == [f"{REFRESH}&ResultMajor=error&ResultMinor=cancellationByUser"]
    assert "CANCELLED" in desk.noted[-1]


def test_what_is_declined_is_not_granted(bed: Bed) -> None:
    desk = Desk(bed, PIN)
    assert desk("login", "--tc-token-url", TOKEN_URL, "--decline", "GIVEN_NAMES", "--decline", "ADDRESS") == 0
    announced = bed.card.announced
    assert announced is not None
    names = {right.name for right in announced.rights}
    assert "FAMILY_NAMES" in names
    assert not names & {"GIVEN_NAMES", "ADDRESS"}


def test_server_that_cannot_be_reached(bed: Bed) -> None:
    desk = Desk(bed, PIN)
    assert desk("login", "--tc-token-url", "https://127.0.0.1:1/token") == 1
    assert desk.said == []
    assert "TOKEN_UNREACHABLE" in desk.noted[-1]


@pytest.mark.parametrize("content", [None, b"no certificate"])
def test_root_that_is_none(bed: Bed, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "root"
    if content is not None:
        path.write_bytes(content)
    assert Desk(bed)("login", "--tc-token-url", TOKEN_URL, "--trust", str(path)) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("login",),
        ("login", "--tc-token-url", TOKEN_URL, "--pin", PIN),
        ("login", "--tc-token-url", TOKEN_URL, "--decline", "HOUSE"),
        ("login", "--tc-token-url", TOKEN_URL, "--connect", "host"),
    ],
)
def test_called_wrongly(bed: Bed, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        Desk(bed)(*arguments)
    assert ended.value.code == 2
    assert "usage: python -m cardreader" in capsys.readouterr().err


def test_the_module_is_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["cardreader", "login", "--activation", "x"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("cardreader", run_name="__main__")
    assert ended.value.code == 2
    runpy.run_module("cardreader.__main__", run_name="imported")


def test_numbers_are_typed_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([PIN, ""])
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: next(answers))
    typed = Unseen().ask("PIN")
    assert typed is not None
    assert bytes(typed.reveal()) == PIN.encode()
    assert Unseen().ask("PIN") is None

    def broken(_prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(getpass, "getpass", broken)
    assert Unseen().ask("PIN") is None


# A browser


@pytest.fixture
def browser() -> Iterator[Callable[[str], tuple[int, str | None, str]]]:
    outcomes: dict[str, EidOutcome] = {
        "https://a.example/": EidSucceeded("https://a.example/back?ResultMajor=ok"),
        "https://b.example/": EidFailed("https://b.example/back", EidFailure.CANCELLED, "x"),
        "https://c.example/": EidFailed(None, EidFailure.TOKEN_UNREACHABLE, "x"),
        "https://d.example/": EidFailed(None, EidFailure.REFRESH_INVALID, "x"),
    }
    server = activation.ActivationServer(outcomes.__getitem__, "Name: Test\r\n", port=0)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()

    def get(target: str) -> tuple[int, str | None, str]:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
        connection.request("GET", target)
        answer = connection.getresponse()
        said = answer.status, answer.getheader("Location"), answer.read().decode()
        connection.close()
        return said

    yield get
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("query", "status", "location"),
    [
        ("?tcTokenURL=https%3A%2F%2Fa.example%2F", 303, "https://a.example/back?ResultMajor=ok"),
        ("?TCTOKENURL=https%3A%2F%2Fb.example%2F", 303, "https://b.example/back"),
        ("?tcTokenURL=https%3A%2F%2Fc.example%2F", 404, None),
        ("?tcTokenURL=https%3A%2F%2Fd.example%2F", 400, None),
        ("?tcTokenURL=http%3A%2F%2Fa.example%2F", 400, None),
        ("?tcTokenURL=", 400, None),
        ("", 404, None),
        ("?ShowUI=Settings", 404, None),
        ("?Status", 200, None),
    ],
)
def test_what_a_browser_is_told(
    browser: Callable[[str], tuple[int, str | None, str]], query: str, status: int, location: str | None
) -> None:
    told = browser(f"/eID-Client{query}")
    assert told[:2] == (status, location)
    assert bool(told[2]) == (location is None)
    assert browser(f"/elsewhere{query}")[0] == 404


def test_listening_carries_out_what_browsers_ask_for(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    """One activation; then the interrupt key."""
    answers: list[str | None] = []

    def serve_one(server: activation.ActivationServer) -> None:
        def ask() -> None:
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
            connection.request("GET", ACTIVATION.partition("24727")[2])
            answers.append(connection.getresponse().getheader("Location"))
            connection.close()

        asking = threading.Thread(target=ask)
        asking.start()
        server.handle_request()
        asking.join()
        raise KeyboardInterrupt

    monkeypatch.setattr(activation.ActivationServer, "serve_forever", serve_one)
    assert Desk(bed, PIN)("listen", "--port", "0") == 0
    assert answers == [f"{REFRESH}&ResultMajor=ok"]


def test_port_that_is_taken(bed: Bed) -> None:
    with activation.ActivationServer(lambda _: EidSucceeded(""), "", port=0) as taken:
        desk = Desk(bed)
        assert desk("listen", "--port", str(taken.server_port)) == 1
    assert "cannot be had" in desk.noted[-1]
