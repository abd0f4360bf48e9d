"""What a card remembers on disk, and that the wallet hands out the same card every time."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cardreader.errors import UnexpectedStatus
from cardreader.pace import PaceRejected, PasswordId
from sandbox.id_card.memory import CardMemoryError, CardState, FileMemory
from sandbox.id_card.wallet import Wallet
from tests.sandbox.id_card.authority import PERSONAS, Authority
from tests.sandbox.id_card.terminal import Terminal

STATE = CardState(
    "123456", 3, pin_active=True, puk_uses=10, trust_points=(b"\x7f\x21",), current_date=date(2026, 1, 2)
)


def test_state_survives_in_its_file(tmp_path: Path) -> None:
    path = tmp_path / "cards" / "erika.json"
    memory = FileMemory(path, STATE, "issue")
    assert memory.read() == STATE
    changed = replace(STATE, pin_attempts=1, pin_active=False, puk_uses=9, trust_points=(b"\x01", b"\x02"))
    memory.write(changed)
    assert FileMemory(path, STATE, "issue").read() == changed
    assert [entry.name for entry in path.parent.iterdir()] == ["erika.json"]


def test_file_of_another_personalisation_is_not_this_cards(tmp_path: Path) -> None:
    path = tmp_path / "erika.json"
    FileMemory(path, STATE, "old").write(replace(STATE, pin_attempts=0))
    assert FileMemory(path, STATE, "new").read() == STATE


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"issue": "issue", "state": {"pin": "1"}}', "\x00"])
def test_damaged_file_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "erika.json"
    path.write_text(content)
    with pytest.raises(CardMemoryError, match=r"erika\.json"):
        FileMemory(path, STATE, "issue").read()


def test_card_with_a_damaged_memory_says_so(authority: Authority, tmp_path: Path) -> None:
    wallet = Wallet(authority.personalise, tmp_path)
    card = wallet.card("erika")
    (tmp_path / "erika.json").write_text("?")
    assert Terminal(card).status("0022C1A4 12 800A04007F00070202040202 830103 84010D") == "6581"


def test_attempt_that_cannot_be_written_down_is_not_granted(authority: Authority, tmp_path: Path) -> None:
    card = Wallet(authority.personalise, tmp_path / "cards").card("erika")
    (tmp_path / "cards").write_text("a file where the directory should be")
    terminal = Terminal(card)
    with pytest.raises(UnexpectedStatus, match="6581"):
        terminal.pace(PasswordId.PIN, card.persona.pin)


def test_counters_outlive_the_process(authority: Authority, tmp_path: Path) -> None:
    first, second = (Wallet(authority.personalise, tmp_path).card("erika") for _ in range(2))
    assert Terminal(first).pace(PasswordId.PIN, "000000") == PaceRejected(2)
    assert Terminal(second).pace(PasswordId.PIN, "000000") == PaceRejected(1)


def test_same_persona_same_card(authority: Authority) -> None:
    wallet = Wallet(authority.personalise)
    assert wallet.card("erika") is wallet.card("erika")
    assert wallet.card("erika") is not wallet.card("hannelore")
    assert set(wallet.personas) == set(PERSONAS)


def test_renewed_card_is_as_handed_out(authority: Authority, tmp_path: Path) -> None:
    wallet = Wallet(authority.personalise, tmp_path)
    card = wallet.card("two_attempts")
    assert Terminal(card).pace(PasswordId.PIN, "000000") == PaceRejected(1)
    wallet.renew("two_attempts")
    card.reset()
    assert Terminal(card).pace(PasswordId.PIN, "000000") == PaceRejected(1)


def test_edited_persona_is_a_new_card(authority: Authority, tmp_path: Path) -> None:
    erika = PERSONAS["erika"]
    old = Wallet(authority.personalise, tmp_path).card("erika")
    assert Terminal(old).pace(PasswordId.PIN, "000000") == PaceRejected(2)
    edited = Wallet(authority.personalise, tmp_path, {"erika": replace(erika, pin="246813")}).card("erika")
    assert Terminal(edited).pace(PasswordId.PIN, "000000") == PaceRejected(2)


def test_memory_prints_no_pin() -> None:
    assert "123456" not in repr(STATE)
    assert json.loads(json.dumps(repr(STATE)))  # and is printable at all
