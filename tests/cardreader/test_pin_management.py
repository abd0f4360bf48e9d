"""Looking after a PIN, against the simulated card: every counter, every number, every secret."""

import traceback
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.card import NotAnIdCard, PinBlocked, PinDeactivated, PinReady, PinSuspended, RetryCounter
from cardreader.channel import CardOperation, run
from cardreader.errors import PasswordState, PasswordUnusableError, UnexpectedStatus
from cardreader.pin_management import (
    CardChannel,
    NotThisNumber,
    PinSet,
    PinWrong,
    PukUsedUp,
    SeenCard,
    Swapped,
    Unblocked,
    counter_of,
    judge_reset,
    look,
    open_by_can,
    open_by_pin,
    set_pin,
    unblock,
)
from cardreader.secret import Secret
from sandbox.id_card import retry_counters
from sandbox.id_card.card import IdCard
from sandbox.id_card.status import Status
from tests.sandbox.id_card.authority import PERSONAS, Authority
from tests.sandbox.id_card.terminal import Plain

WRONG_PIN, WRONG_PUK, NEW_PIN = "918273", "5550001112", "246802"


class Desk:
    """One card on a reader, and every secret that was typed for it."""

    def __init__(self, card: IdCard) -> None:
        self.card = card
        self.secrets: list[Secret] = []
        card.power_on()
        seen = self.run(look())
        assert isinstance(seen, SeenCard)
        self.seen = seen

    def run[T](self, operation: CardOperation[T]) -> T:
        return run(operation, Plain(self.card))

    def secret(self, digits: str) -> Secret:
        self.secrets.append(Secret(digits.encode()))
        return self.secrets[-1]

    def pin(
        self, digits: str | None = None, resumed: CardChannel | None = None
    ) -> CardChannel | PinWrong | Swapped:
        pin = self.secret(digits or self.card.memory.read().pin)
        return self.run(open_by_pin(self.seen, pin, resumed))

    def can(self, digits: str | None = None) -> CardChannel | NotThisNumber | Swapped:
        return self.run(open_by_can(self.seen, self.secret(digits or self.card.persona.can)))

    def puk(self, digits: str | None = None) -> Unblocked | NotThisNumber | PukUsedUp | Swapped:
        return self.run(unblock(self.seen, self.secret(digits or self.card.persona.puk)))

    def set(self, opened: CardChannel, digits: str = NEW_PIN) -> PinSet:
        return self.run(set_pin(opened, self.secret(digits)))

    @property
    def attempts(self) -> int:
        return self.card.memory.read().pin_attempts


def desk(authority: Authority, persona: str) -> Desk:
    return Desk(authority.card(persona))


@pytest.mark.parametrize(
    ("persona", "counter"),
    [
        ("erika", PinReady(3)),
        ("two_attempts", PinReady(2)),
        ("suspended", PinSuspended()),
        ("blocked", PinBlocked()),
        ("deactivated", PinDeactivated()),
        ("transport", PinReady(3)),
    ],
)
def test_looking_tells_the_counter_and_spends_nothing(
    authority: Authority, persona: str, counter: RetryCounter
) -> None:
    card = authority.card(persona)
    before = card.memory.read()
    assert Desk(card).seen.counter == counter
    assert card.memory.read() == before


def test_other_cards_are_told_as_such() -> None:
    class Passport:
        def transmit(self, _command: CommandApdu) -> ResponseApdu:
            return ResponseApdu(b"", 0x6A82)

    assert run(look(), Passport()) == NotAnIdCard()


@pytest.mark.parametrize("persona", ["erika", "two_attempts", "transport"])
def test_right_pin_is_told_and_gives_all_attempts_back(authority: Authority, persona: str) -> None:
    at = desk(authority, persona)
    assert isinstance(at.pin(), CardChannel)
    assert at.attempts == 3


@pytest.mark.parametrize(("persona", "left"), [("erika", 2), ("two_attempts", 1), ("transport", 2)])
def test_wrong_pin_tells_what_is_left(authority: Authority, persona: str, left: int) -> None:
    at = desk(authority, persona)
    assert at.pin(WRONG_PIN) == PinWrong(counter_of(left))
    assert at.attempts == left


def test_third_attempt_is_spent_inside_the_cans_channel(authority: Authority) -> None:
    at = desk(authority, "suspended")
    resumed = at.can()
    assert isinstance(resumed, CardChannel)
    assert isinstance(at.pin(resumed=resumed), CardChannel)
    assert at.attempts == 3


def test_third_wrong_pin_blocks(authority: Authority) -> None:
    at = desk(authority, "suspended")
    resumed = at.can()
    assert isinstance(resumed, CardChannel)
    assert at.pin(WRONG_PIN, resumed) == PinWrong(PinBlocked())
    assert at.attempts == 0


def test_wrong_can_costs_nothing_and_may_be_tried_again(authority: Authority) -> None:
    at = desk(authority, "suspended")
    assert [at.can("000000") for _ in range(3)] == [NotThisNumber()] * 3
    assert at.attempts == 1
    assert isinstance(at.can(), CardChannel)


@pytest.mark.parametrize(
    ("persona", "state"),
    [
        ("suspended", PasswordState.SUSPENDED),
        ("blocked", PasswordState.BLOCKED),
        ("deactivated", PasswordState.DEACTIVATED),
    ],
)
def test_pin_that_cannot_be_tried_is_not(authority: Authority, persona: str, state: PasswordState) -> None:
    at = desk(authority, persona)
    before = at.attempts
    with pytest.raises(PasswordUnusableError) as refused:
        at.pin()
    assert refused.value.state is state
    assert at.attempts == before
    assert at.secrets[0].is_wiped


@pytest.mark.parametrize("persona", ["erika", "two_attempts", "transport"])
def test_who_knows_the_pin_sets_another_one(authority: Authority, persona: str) -> None:
    at = desk(authority, persona)
    opened = at.pin()
    assert isinstance(opened, CardChannel)
    assert at.set(opened) == PinSet()
    again = Desk(at.card)
    assert isinstance(again.pin(NEW_PIN), CardChannel)
    assert at.attempts == 3


@pytest.mark.parametrize("unfit", ["12345", "1234567", "12345A"])
def test_card_that_does_not_take_a_pin_keeps_the_old_one(authority: Authority, unfit: str) -> None:
    at = desk(authority, "transport")
    opened = at.pin()
    assert isinstance(opened, CardChannel)
    with pytest.raises(UnexpectedStatus, match="6A80"):
        at.set(opened, unfit)
    assert at.card.memory.read().pin == PERSONAS["transport"].pin


def test_puk_gives_the_attempts_back_and_is_counted(authority: Authority) -> None:
    at = desk(authority, "blocked")
    assert at.puk(WRONG_PUK) == NotThisNumber()
    assert at.attempts == 0
    assert at.puk() == Unblocked()
    state = at.card.memory.read()
    assert (state.pin_attempts, state.puk_uses) == (3, 9)
    assert isinstance(Desk(at.card).pin(), CardChannel)


def test_eleventh_use_of_the_puk_is_told(authority: Authority) -> None:
    at = desk(authority, "blocked")
    at.card.memory.write(replace(at.card.memory.read(), puk_uses=0))
    assert at.puk() == PukUsedUp()
    assert at.attempts == 0


def test_nonsense_after_the_puk_is_no_success(authority: Authority) -> None:
    at = desk(authority, "blocked")
    operation = unblock(at.seen, at.secret(at.card.persona.puk))
    command = next(operation)
    with pytest.raises(UnexpectedStatus, match="6F00"):  # noqa: PT012  # it is the last of several answers
        while True:
            answer = ResponseApdu.from_bytes(at.card.process(command.to_bytes()))
            if at.card.memory.read().puk_uses == 9:
                answer = _told_otherwise(at.card)
            command = operation.send(answer)


def _told_otherwise(card: IdCard) -> ResponseApdu:
    """The answer that the card would have protected with another status: its very own keys are at hand."""
    messaging = card._session.messaging
    assert messaging is not None
    messaging._ssc -= 1
    return messaging.protect_response(ResponseApdu(b"", 0x6F00))


@pytest.mark.parametrize("act", ["pin", "can", "puk"])
def test_what_was_typed_for_another_card_is_thrown_away(authority: Authority, act: str) -> None:
    at = desk(authority, "suspended")
    at.card = authority.card("two_attempts")
    at.card.power_on()
    assert {"pin": at.pin, "can": at.can, "puk": at.puk}[act]() == Swapped(PinReady(2))
    assert at.secrets[0].is_wiped
    assert at.attempts == 2


def test_secrets_reach_the_card_once_and_are_wiped(authority: Authority) -> None:
    at = desk(authority, "transport")
    opened = at.pin()
    assert isinstance(opened, CardChannel)
    at.set(opened)
    blocked = desk(authority, "blocked")
    blocked.puk()
    suspended = desk(authority, "suspended")
    suspended.can()
    for secret in (*at.secrets, *blocked.secrets, *suspended.secrets):
        assert secret.is_wiped
        assert repr(secret) == "<Secret>"


def test_no_number_stands_in_a_repr_or_an_error(authority: Authority) -> None:
    at = desk(authority, "transport")
    opened = at.pin()
    assert isinstance(opened, CardChannel)
    unfit = "31415926"
    with pytest.raises(UnexpectedStatus) as refused:
        at.set(opened, unfit)
    told = "".join(traceback.format_exception(refused.value)) + repr((at.seen, opened, refused.value))
    assert unfit not in told
    assert PERSONAS["transport"].pin not in told


@settings(max_examples=12, deadline=None)
@given(acts=some.lists(some.sampled_from(["wrong", "right", "can", "puk", "power"]), max_size=6))
def test_whatever_is_done_the_counter_is_told_truly(authority: Authority, acts: list[str]) -> None:
    at, resumed = desk(authority, "erika"), None
    for act in acts:
        now = Desk(at.card) if resumed is None or act in {"can", "puk", "power"} else at
        at, counter = now, at.card.memory.read().pin_attempts
        match act, counter:
            case "can", 1:
                opened = at.can()
                resumed = opened if isinstance(opened, CardChannel) else None
                assert resumed is not None
                continue
            case "puk", 0:
                assert at.puk() == Unblocked()
                assert at.attempts == 3
            case "wrong", 3 | 2:
                assert at.pin(WRONG_PIN) == PinWrong(counter_of(counter - 1))
            case "wrong", 1 if resumed is not None:
                assert at.pin(WRONG_PIN, resumed) == PinWrong(PinBlocked())
            case "right", 3 | 2:
                assert isinstance(at.pin(), CardChannel)
            case "right", 1 if resumed is not None:
                assert isinstance(at.pin(resumed=resumed), CardChannel)
            case _:
                assert at.seen.counter == counter_of(counter)
        resumed = None


def test_card_that_calls_a_resumed_pin_ready(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside the CAN's channel no other card can answer: nothing there tells of an exchange."""
    at = desk(authority, "suspended")
    resumed = at.can()
    assert isinstance(resumed, CardChannel)
    monkeypatch.setattr(retry_counters, "selection_status", lambda _state, _password: Status.OK)
    assert isinstance(at.pin(resumed=resumed), CardChannel)


def test_wrong_pin_after_the_can_blocks_it_whatever_number_comes(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = desk(authority, "suspended")
    resumed = at.can()
    assert isinstance(resumed, CardChannel)
    monkeypatch.setattr(retry_counters, "selection_status", lambda _state, _password: Status.OK)
    refused = Status.AUTHENTICATION_FAILED
    monkeypatch.setattr(retry_counters, "attempt_failed_status", lambda _state, _password: refused)
    assert at.pin("000000", resumed) == PinWrong(PinBlocked())
    assert at.attempts == 0


@pytest.mark.parametrize("sw", [0x6900, 0x6982, 0x6983, 0x6984, 0x6985])
def test_refusals_behind_the_right_puk_mean_that_it_is_used_up(sw: int) -> None:
    """TR-03110-3 B.14.11 names 6982 and leaves the rest to the card."""
    assert judge_reset(sw) == PukUsedUp()


@pytest.mark.parametrize("length", [0, 4, 7, 9, 11])
def test_what_cannot_be_the_number_is_not_tried(authority: Authority, length: int) -> None:
    typed = "12345678901"[:length] or "0" * 12
    at, suspended = desk(authority, "erika"), desk(authority, "suspended")
    assert at.pin(typed) == PinWrong(PinReady(3))
    assert suspended.can(typed) == NotThisNumber()
    assert (at.attempts, suspended.attempts) == (3, 1)
    assert all(each.is_wiped for each in (*at.secrets, *suspended.secrets))
