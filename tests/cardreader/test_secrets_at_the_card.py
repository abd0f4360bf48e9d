"""Whatever a card answers, if it does: no number stands in an error or a value, and each is wiped."""

import traceback
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import CardOperation, run
from cardreader.chat import Chat, Role
from cardreader.errors import CardError, CardGoneError
from cardreader.pace import PasswordId, pace
from cardreader.pin_management import CardChannel, SeenCard, look, open_by_can, open_by_pin, set_pin, unblock
from cardreader.secret import Secret
from sandbox.id_card.card import IdCard
from tests.made_up import shows
from tests.sandbox.id_card.authority import PERSONAS, Authority
from tests.sandbox.id_card.terminal import PACE, Plain

HOLDER = replace(PERSONAS["erika"], pin="141592", can="265358", puk="9793238462")
NEW_PIN = "643383"
NUMBERS = (HOLDER.pin, HOLDER.can, HOLDER.puk, NEW_PIN)

type Trial = Callable[[SeenCard, Callable[[str], Secret]], CardOperation[object]]


def change(seen: SeenCard, typed: Callable[[str], Secret]) -> CardOperation[object]:
    opened = yield from open_by_pin(seen, typed(HOLDER.pin))
    if not isinstance(opened, CardChannel):
        return opened
    return (yield from set_pin(opened, typed(NEW_PIN)))


TRIALS: dict[str, Trial] = {
    "PIN": lambda seen, typed: open_by_pin(seen, typed(HOLDER.pin)),
    "PIN to sign in": lambda _seen, typed: pace(
        PACE, PasswordId.PIN, typed(HOLDER.pin), Chat(Role.TERMINAL).to_bytes()
    ),
    "CAN": lambda seen, typed: open_by_can(seen, typed(HOLDER.can)),
    "PUK": lambda seen, typed: unblock(seen, typed(HOLDER.puk)),
    "new PIN": change,
}


class Breaking:
    """A card that gives one answer of its own choice, or none from there on."""

    def __init__(self, card: IdCard, at: int, answer: ResponseApdu | None) -> None:
        self._card = card
        self._left = at
        self._answer = answer

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        self._left -= 1
        if self._left == 0 and self._answer is not None:
            return self._answer
        if self._left <= 0 and self._answer is None:
            raise CardGoneError("the card is gone")
        return ResponseApdu.from_bytes(self._card.process(command.to_bytes()))


@pytest.fixture(scope="module")
def lay_card() -> Callable[[], IdCard]:
    """Give a card as it was issued."""
    card = Authority().card(HOLDER)
    issued = card.memory.read()

    def lay() -> IdCard:
        card.memory.write(issued)
        card.power_on()
        return card

    return lay


STATUS = some.sampled_from([0x9000, 0x6300, 0x63C0, 0x63C1, 0x6982, 0x6983, 0x6984, 0x6985, 0x6A80])
DATA = some.sampled_from([b"", b"\x7c\x00", b"\x7c\x0a\x86\x08" + bytes(8)]) | some.binary(max_size=70)


@pytest.mark.parametrize("name", TRIALS)
@settings(max_examples=20, deadline=None)
@given(
    at=some.integers(1, 9),
    answer=some.none() | some.builds(ResponseApdu, DATA, STATUS | some.integers(0x6000, 0x6FFF)),
)
def test_no_number_stands_anywhere_afterwards(
    lay_card: Callable[[], IdCard], name: str, at: int, answer: ResponseApdu | None
) -> None:
    card = lay_card()
    seen = run(look(), Plain(card))
    assert isinstance(seen, SeenCard)
    typed: list[Secret] = []

    def typing(digits: str) -> Secret:
        typed.append(Secret(digits.encode()))
        return typed[-1]

    try:
        outcome = run(TRIALS[name](seen, typing), Breaking(card, at, answer))
    except CardError as error:
        told = "".join(traceback.format_exception(error)) + repr(error)
    else:
        told = repr(outcome)
    assert not [each for each in NUMBERS if shows(told, each)]
    assert typed
    assert all(each.is_wiped for each in typed)
