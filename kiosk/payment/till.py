"""What taking money by card can end in, and a terminal without a card reader; every method blocks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.bochum_id.payment_values import Payment
from kiosk.session.paying import CardStep, NotPaidBecause

type OnStep = Callable[[CardStep], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """The money is there, and the city knows: the payment as the city then answered."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class NotTaken:
    why: NotPaidBecause


@dataclass(frozen=True, slots=True)
class Unclear:
    """Money may have been taken; written down until the card reader or the city can say."""


@dataclass(frozen=True, slots=True)
class GivenBack:
    """The card reader took the payment back, and the city knows."""

    lines: tuple[str, ...] = field(default=(), repr=False)
    """What the reader wrote for the one whose card it is; empty where that was lost."""


@dataclass(frozen=True, slots=True)
class NotYetBack:
    """It has to wait, and whoever settles next tries again."""


type GivingBack = GivenBack | NotYetBack
type Taking = Taken | NotTaken | Unclear


class CardTill(Protocol):
    """A card reader with its journal. One thing at a time: a second caller waits."""

    def works(self) -> bool:
        """Say whether a card payment can begin now, after settling whatever was left open."""

    def settle(self) -> bool:
        """Settle what earlier visits left open; False while something is still unknown."""

    def take(self, payment: Payment, on_step: OnStep) -> Taking:
        """Ask for the money, once; BackendError when the city does not let it begin."""

    def stop(self) -> None:
        """Ask `take` to end soon; does not wait."""

    def look(self, payment: Payment) -> Taking:
        """Find out what became of a payment that was unclear."""

    def give_back(self, payment: Payment) -> GivingBack:
        """Take the payment back that the city wants reversed."""


class NoCardReader:
    """A terminal without one: nothing to settle, nothing to take."""

    def works(self) -> bool:
        return False

    def settle(self) -> bool:
        return True

    def take(self, _payment: Payment, _on_step: OnStep) -> Taking:
        return NotTaken(NotPaidBecause.READER)

    def stop(self) -> None:
        pass

    def look(self, _payment: Payment) -> Taking:
        return Unclear()

    def give_back(self, _payment: Payment) -> GivingBack:
        return NotYetBack()
