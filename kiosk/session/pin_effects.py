"""What PIN first aid wants done with the card; all of it without the city.

In the place of a number stands `TYPED_ON_READER` where the reader asks for it on its own pad; then nothing
typed may be the answer as well: PadCancelled, or Failing.
"""

from dataclasses import dataclass

from cardreader.secret import Secret, TypedOnReader


@dataclass(frozen=True, slots=True)
class LookAtCard:
    """Recognise the card and ask for its counter → CardLooked."""


@dataclass(frozen=True, slots=True)
class TryPin:
    """Give the PIN to the card, once → PinOpened | PinRejected | CanRejected | CardLooked."""

    pin: Secret | TypedOnReader


@dataclass(frozen=True, slots=True)
class TryCan:
    """Open the last attempt → CanAccepted | CanRejected | CardLooked."""

    can: Secret | TypedOnReader


@dataclass(frozen=True, slots=True)
class TryPuk:
    """Give a blocked PIN its attempts back → PinUnblocked | PukRejected | PukSpent | CardLooked."""

    puk: Secret | TypedOnReader


@dataclass(frozen=True, slots=True)
class SetPin:
    """Replace the PIN that was just right → PinRenewed | NewPinRejected."""

    pin: Secret | TypedOnReader


@dataclass(frozen=True, slots=True)
class LeaveCard:
    """Let go of the card; nobody waits for it → Settled."""


type PinEffect = LookAtCard | TryPin | TryCan | TryPuk | SetPin | LeaveCard

PIN_EFFECTS = (LookAtCard, TryPin, TryCan, TryPuk, SetPin, LeaveCard)


@dataclass(frozen=True, slots=True)
class ResumeSignIn:
    """Open the last attempt of the sign-in under way → CanAccepted | CanRejected | PinRejected."""

    can: Secret | TypedOnReader
