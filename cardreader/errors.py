"""What can go wrong between the terminal and a card."""


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
