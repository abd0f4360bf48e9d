"""The PIN's three attempts, the CAN before the third, the PUK's ten uses, over power cycles too."""

from dataclasses import replace

import pytest

from cardreader.card import (
    PinBlocked,
    PinDeactivated,
    PinReady,
    PinSuspended,
    RetryCounter,
    read_retry_counter,
)
from cardreader.errors import PasswordState, PasswordUnusableError, UnexpectedStatus
from cardreader.pace import PaceEstablished, PaceRejected, PasswordId, PasswordRejected
from sandbox.id_card.card import IdCard
from sandbox.id_card.memory import CardState, RamMemory
from tests.sandbox.id_card.authority import EVERYTHING, PERSONAS, Authority
from tests.sandbox.id_card.terminal import PACE, Terminal

WRONG = "999999"


def _counter(card: IdCard) -> RetryCounter:
    card.power_on()
    return Terminal(card).run(read_retry_counter(PACE))


def _wrong_pin(card: IdCard) -> PaceEstablished | PaceRejected | PasswordRejected:
    card.power_on()
    return Terminal(card).pace(PasswordId.PIN, WRONG)


def test_wrong_pins_suspend_then_block(authority: Authority) -> None:
    card = authority.card()
    assert _counter(card) == PinReady(3)
    assert _wrong_pin(card) == PaceRejected(2)
    assert _counter(card) == PinReady(2)
    assert _wrong_pin(card) == PaceRejected(1)
    assert _counter(card) == PinSuspended()
    terminal = Terminal(card)
    assert isinstance(terminal.pace(PasswordId.CAN, card.persona.can), PaceEstablished)
    assert terminal.pace(PasswordId.PIN, WRONG) == PaceRejected(0)
    assert _counter(card) == PinBlocked()


def test_right_pin_resets_the_counter(authority: Authority) -> None:
    card = authority.card("two_attempts")
    Terminal(card).pin()
    assert _counter(card) == PinReady(3)


def test_asking_spends_no_attempt(authority: Authority) -> None:
    card = authority.card("two_attempts")
    assert [_counter(card) for _ in range(5)] == [PinReady(2)] * 5


def test_abandoned_pace_spends_no_attempt(authority: Authority) -> None:
    card = authority.card()
    terminal = Terminal(card)
    assert terminal.status("0022C1A4 12 800A04007F00070202040202 830103 84010D") == "9000"
    assert terminal.status("10860000 02 7C00 00") == "9000"
    assert _counter(card) == PinReady(3)


@pytest.mark.parametrize(
    ("persona", "selection", "nonce"),
    [("suspended", "63C1", "6985"), ("blocked", "63C0", "6983"), ("deactivated", "6283", "6984")],
)
def test_unusable_pin_is_refused_before_any_secret(
    authority: Authority, persona: str, selection: str, nonce: str
) -> None:
    terminal = Terminal(authority.card(persona))
    assert terminal.status("0022C1A4 12 800A04007F00070202040202 830103 84010D") == selection
    assert terminal.status("10860000 02 7C00 00") == nonce


def test_suspended_pin_is_resumed_by_the_can_in_the_same_session(authority: Authority) -> None:
    card = authority.card("suspended")
    terminal = Terminal(card)
    assert isinstance(terminal.pace(PasswordId.CAN, card.persona.can), PaceEstablished)
    assert terminal.run(read_retry_counter(PACE)) == PinSuspended()
    terminal.pin()
    assert _counter(card) == PinReady(3)


def test_resumption_does_not_outlive_the_session(authority: Authority) -> None:
    card = authority.card("suspended")
    assert isinstance(Terminal(card).pace(PasswordId.CAN, card.persona.can), PaceEstablished)
    card.reset()
    with pytest.raises(PasswordUnusableError) as refused:
        Terminal(card).pace(PasswordId.PIN, card.persona.pin)
    assert refused.value.state is PasswordState.SUSPENDED


def test_wrong_pin_after_the_can_leaves_the_first_channel_standing(authority: Authority) -> None:
    card = authority.card("suspended")
    terminal = Terminal(card)
    terminal.pace(PasswordId.CAN, card.persona.can)
    assert terminal.pace(PasswordId.PIN, WRONG) == PaceRejected(0)
    assert terminal.run(read_retry_counter(PACE)) == PinBlocked()  # over that channel


def test_second_pace_without_need_is_refused(authority: Authority) -> None:
    card = authority.card()
    terminal = Terminal(card)
    terminal.pace(PasswordId.CAN, card.persona.can)
    assert terminal.status("0022C1A4 12 800A04007F00070202040202 830103 84010D") == "9000"
    assert terminal.status("10860000 02 7C00 00") == "6982"


@pytest.mark.parametrize(("password", "wrong"), [(PasswordId.CAN, "000000"), (PasswordId.PUK, "0000000000")])
def test_wrong_can_and_puk_are_not_counted(authority: Authority, password: PasswordId, wrong: str) -> None:
    card = authority.card()
    for _ in range(5):
        assert Terminal(card).pace(password, wrong) == PasswordRejected()
    assert _counter(card) == PinReady(3)
    right = card.persona.can if password is PasswordId.CAN else card.persona.puk
    assert isinstance(Terminal(card).pace(password, right), PaceEstablished)


def test_puk_unblocks_ten_times_at_most(authority: Authority) -> None:
    card = authority.card("blocked")
    terminal = Terminal(card)
    terminal.pace(PasswordId.PUK, card.persona.puk)
    statuses = [terminal.status("002C0303") for _ in range(11)]
    assert statuses == ["9000"] * 10 + ["6982"]
    assert _counter(card) == PinReady(3)


def test_puk_does_not_change_the_pin(authority: Authority) -> None:
    card = authority.card("blocked")
    terminal = Terminal(card)
    terminal.pace(PasswordId.PUK, card.persona.puk)
    assert terminal.status("002C0203 06 313131313131") == "6982"
    assert _counter(card) == PinBlocked()


def test_pin_is_changed_by_whoever_knows_it(authority: Authority) -> None:
    card = authority.card()
    terminal = Terminal(card)
    terminal.pin()
    assert terminal.status("002C0203 05 3131313131") == "6A80"  # five digits
    assert terminal.status("002C0203 06 31313131313A") == "6A80"  # not digits
    assert terminal.status("002C0203 06 313131313131") == "9000"
    card.reset()
    assert isinstance(Terminal(card).pace(PasswordId.PIN, "111111"), PaceEstablished)
    card.reset()
    assert Terminal(card).pace(PasswordId.PIN, card.persona.pin) == PaceRejected(2)


@pytest.mark.parametrize("command", ["002C0303", "002C0203 06 313131313131", "00441003", "00041003"])
def test_can_alone_manages_no_pin(authority: Authority, command: str) -> None:
    terminal = Terminal(authority.card())
    terminal.pace(PasswordId.CAN, terminal.card.persona.can)
    assert terminal.status(command) == "6982"


def test_transport_pin_is_good_for_a_pin_of_ones_own_and_nothing_else(authority: Authority) -> None:
    card = authority.card("transport")
    terminal, holder = Terminal(card), authority.new_terminal()
    terminal.pin(rights=EVERYTHING)
    terminal.verify(authority.verifier.certificate, holder.certificate)
    with pytest.raises(UnexpectedStatus, match="6982"):
        terminal.authenticate(holder)
    card.reset()
    terminal = Terminal(card)
    terminal.pin()
    assert terminal.status("002C0203 06 323334353637") == "9000"
    card.reset()
    terminal = Terminal(card)
    terminal.pin("234567", EVERYTHING)
    terminal.verify(authority.verifier.certificate, holder.certificate)
    terminal.authenticate(holder)


def test_authority_with_the_right_switches_the_pin_off_and_on(authority: Authority) -> None:
    card = authority.card()
    terminal = Terminal(card)
    terminal.enter(authority, EVERYTHING)
    assert terminal.status("00041003") == "9000"
    assert _counter(card) == PinDeactivated()
    state = card.memory.read()
    card.memory.write(replace(state, pin_active=True))
    card.reset()
    terminal = Terminal(card)
    terminal.enter(authority, EVERYTHING)
    assert terminal.status("00441003") == "9000"
    assert _counter(card) == PinReady(3)


class _PowerLostError(Exception):
    """The card was pulled in the middle of its work."""


class _PulledAfterWriting(RamMemory):
    """Loses power right after the first write has become durable."""

    armed = True

    def write(self, state: CardState) -> None:
        super().write(state)
        if self.armed:
            raise _PowerLostError


@pytest.mark.parametrize("pin", [WRONG, PERSONAS["two_attempts"].pin])
def test_card_pulled_before_the_verdict_has_spent_the_attempt(authority: Authority, pin: str) -> None:
    memory = _PulledAfterWriting(authority.initial_state("two_attempts"))
    card = authority.card("two_attempts", memory)
    with pytest.raises(_PowerLostError):
        Terminal(card).pace(PasswordId.PIN, pin)
    assert memory.read().pin_attempts == 1
