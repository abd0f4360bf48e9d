"""What can go wrong between the terminal and a card."""

from enum import Enum


class CardError(Exception):
    """Something between the terminal and the card went wrong."""


class CardGoneError(CardError):
    """The card is not (or no longer) on the reader."""


class ReaderGoneError(CardError):
    """The reader, or the service that drives it, can no longer be reached."""


class ProtocolError(CardError):
    """The card answered something the standard does not allow."""


class UnexpectedStatus(CardError):  # noqa: N818  # the card did not fail, its status is unknown to the command
    """A status word that means nothing to the command that received it."""

    def __init__(self, command: str, sw: int) -> None:
        super().__init__(f"{command} was answered with status {sw:04X}")
        self.command = command
        self.sw = sw

    @property
    def means_no_extended_length(self) -> bool:
        """6700 to a well-formed command: the reader cannot do extended length."""
        return self.sw == 0x6700


class PasswordState(Enum):
    """Why a card refuses a password without looking at it."""

    SUSPENDED = "suspended"
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"


class PasswordUnusableError(CardError):
    """The card refuses this password, right or wrong; no attempt was spent."""

    def __init__(self, state: PasswordState) -> None:
        super().__init__(f"the password is {state.value}")
        self.state = state
