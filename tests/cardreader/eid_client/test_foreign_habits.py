"""Whole sign-ins with every habit of other makers' cards, eID servers and services."""

from itertools import cycle

import pytest
from eid_world import CAN, ERROR_ADDRESS, NAMES, PSK, REFRESH, SERVER, TOKEN_URL, World, make_world
from foreign_cards import CARD_HABITS, CardHabit, abilities, make_foreign_card
from foreign_servers import SERVER_HABITS, TOKEN_HABITS, Writing, with_status_codes

from cardreader.eid_client import paos, tctoken
from cardreader.eid_client.exchange import AskCitizen, AskPinAgain
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.paos_messages import DidAuthenticate, Eac1Input, Envelope, ServerMessage
from sandbox.eid_server.eid_interface import EidResult
from sandbox.eid_server.pki import Pki
from sandbox.id_card import file_system, keys

type Patch = pytest.MonkeyPatch
PAIRS = list(zip(cycle(CARD_HABITS), SERVER_HABITS, strict=False))
"""Every habit of a server, each with one of a card; there are more of the former."""
TOLD_OF_PASSWORDS = (
    "a resumed PIN is called ready",
    "objects come in the other order",
    "PACE answers one object more",
)


def give_habit(patch: Patch, pki: Pki, world: World, habit: CardHabit, persona: str = "erika") -> None:
    """Lay a card with that habit on the reader."""
    for name, content in habit.files.items():
        patch.setattr(file_system, name, content)
    listed = abilities(habit)
    patch.setattr(keys, "_abilities", lambda: listed)
    world.card = make_foreign_card(pki, persona, habit)


def write_as(world: World, writing: Writing) -> None:
    """Have the server write all its messages in that way."""

    def write(_number: int, message: ServerMessage) -> bytes:
        text = paos.build_server_message(Envelope(paos.new_message_id(), None, message)).decode()
        written = writing(text)
        return written if isinstance(written, bytes) else written.encode()

    world.distort = write


def signs_in(world: World) -> None:
    """Carry out a run, after which the server must have read the names."""
    outcome = world.run()
    assert isinstance(outcome, EidSucceeded), (outcome, world.server_outcome, world.told_server[-1:])
    assert isinstance(world.server_outcome, EidResult)
    read = world.server_outcome.personal_data
    assert (read.given_names, read.family_names) == ("Erika", "Mustermann")


@pytest.mark.parametrize("name", TOKEN_HABITS)
def test_token(name: str) -> None:
    read = tctoken.parse(TOKEN_HABITS[name])
    assert (read.server_address, read.session_identifier, read.refresh_address) == (
        SERVER,
        "session-1",
        REFRESH,
    )
    assert read.communication_error_address == (None if name == "no error address" else ERROR_ADDRESS)
    key = None if name.startswith("an attached server") else bytes.fromhex(PSK)
    assert (None if read.psk is None else bytes(read.psk.reveal())) == key


@pytest.mark.parametrize("name", ["as the standard's example", "an attached server with the name of TLS"])
def test_sign_in_with_such_a_token(world: World, name: str) -> None:
    world.pages[TOKEN_URL] = world.page(200, TOKEN_HABITS[name])
    signs_in(world)


@pytest.mark.parametrize(("card", "server"), PAIRS)
def test_card_and_server(monkeypatch: Patch, pki: Pki, world: World, card: str, server: str) -> None:
    give_habit(monkeypatch, pki, world, CARD_HABITS[card])
    write_as(world, SERVER_HABITS[server])
    signs_in(world)


@pytest.mark.parametrize("name", TOLD_OF_PASSWORDS)
def test_suspended_card_is_read_after_its_can(monkeypatch: Patch, pki: Pki, world: World, name: str) -> None:
    give_habit(monkeypatch, pki, world, CARD_HABITS[name], "suspended")
    world.citizen = [f"{CAN}141421", "112358"]
    assert isinstance(world.run(), EidSucceeded)
    assert world.citizen == [], "the PIN is asked for once"


def test_wrong_pins_of_a_card_that_tells_no_number(monkeypatch: Patch, pki: Pki, world: World) -> None:
    habit = CARD_HABITS["a wrong PIN is refused without a number"]
    give_habit(monkeypatch, pki, world, habit, "two_attempts")
    world.citizen = ["000000", f"{CAN}271828", "246810"]
    assert isinstance(world.run(), EidSucceeded)
    assert [asked for asked in world.asked if isinstance(asked, AskPinAgain)] == [AskPinAgain(1)]


def test_wrong_pin_in_the_channel_of_the_can_blocks_it(monkeypatch: Patch, pki: Pki, world: World) -> None:
    habit = CARD_HABITS["a wrong PIN is refused without a number"]
    give_habit(monkeypatch, pki, world, habit, "suspended")
    world.citizen = [f"{CAN}141421", "000000"]
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.PIN_BLOCKED


@pytest.mark.parametrize("codes", [("9000", "6282"), ("90",), ("9000", "63c0", "6A82"), ("",), ("6A", "")])
def test_status_codes_of_a_batch(world: World, codes: tuple[str, ...]) -> None:
    world.distort = lambda _number, message: with_status_codes(message, *codes)
    signs_in(world)


@pytest.mark.parametrize("elements", ["RequiredCHAT", "OptionalCHAT", "both"])
def test_rights_that_are_there_and_empty_ask_for_nothing(world: World, elements: str) -> None:
    """An element without a value is no element that is missing: that would ask for all there is."""

    def empty(text: str) -> str:
        names = ("RequiredCHAT", "OptionalCHAT") if elements == "both" else (elements,)
        for name in names:
            head, found, rest = text.partition(f"<iso:{name}>")
            text = f"{head}{found}{rest[rest.index('<') :]}" if found else text
        return text

    write_as(world, empty)
    world.run()
    (asked,) = world.asked_for(AskCitizen)
    assert isinstance(asked, AskCitizen)
    assert asked.request.required == (NAMES if elements == "OptionalCHAT" else frozenset())
    assert bool(asked.request.optional) == (elements == "RequiredCHAT")


def test_auxiliary_data_without_a_value_is_none(pki: Pki) -> None:
    terminal = pki.issue_terminal("https://service.example")
    eac1 = DidAuthenticate(Eac1Input((terminal.certificate, terminal.verifier), terminal.description))
    text = paos.build_server_message(Envelope("urn:uuid:1", None, eac1))
    more = b"<iso:AuthenticatedAuxiliaryData/></iso:AuthenticationProtocolData>"
    read = paos.parse_server_message(text.replace(b"</iso:AuthenticationProtocolData>", more))
    assert read.message == eac1


def test_every_habit_of_a_card_is_tried() -> None:
    assert {card for card, _ in PAIRS} == set(CARD_HABITS)


def test_a_habit_changes_what_is_said(pki: Pki) -> None:
    """The tables hold nothing that leaves every message as it was."""
    world = make_world(pki)
    said: list[str] = []

    def listen(_number: int, message: ServerMessage) -> ServerMessage:
        said.append(paos.build_server_message(Envelope("urn:uuid:1", None, message)).decode())
        return message

    world.distort = listen
    signs_in(world)
    for name, writing in SERVER_HABITS.items():
        assert any(writing(text) not in (text, text.encode()) for text in said), name
