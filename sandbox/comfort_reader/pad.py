"""The pad of a simulated reader, and what somebody presses on it; safe to use from several threads."""

import queue
from collections.abc import Callable
from enum import Enum
from typing import Final

TYPING_SECONDS: Final = 60.0


class Ended(Enum):
    """How asking ends without digits."""

    CANCELLED = "cancelled"
    TIMED_OUT = "timed out"
    CARD_GONE = "card gone"


class Pad:
    """Presses wait here until the reader asks, as by somebody who knows what comes."""

    def __init__(self, patience_seconds: float = TYPING_SECONDS) -> None:
        self._patience = patience_seconds
        self._presses: queue.Queue[str | Ended] = queue.Queue()
        self._asked: str | None = None
        self._followers: list[Callable[[str | None], None]] = []

    @property
    def asked_for(self) -> str | None:
        """What the reader's display asks for at this moment; None when it asks for nothing."""
        return self._asked

    def follow(self, follower: Callable[[str | None], None]) -> None:
        """Tell `follower`, in the asking thread, what the display asks for, and with None of its end."""
        self._followers.append(follower)

    def type(self, digits: str) -> None:
        """Press these digits and the confirm key."""
        self._presses.put(digits)

    def cancel(self) -> None:
        """Press the cancel key."""
        self._presses.put(Ended.CANCELLED)

    def walk_off(self) -> None:
        """Let the reader's patience end at once."""
        self._presses.put(Ended.TIMED_OUT)

    def card_gone(self) -> None:
        """End the asking there may be: the card it was for is away."""
        if self._asked is not None:
            self._presses.put(Ended.CARD_GONE)

    def ask(self, what: str) -> str | Ended:
        """Show `what` on the display and wait for digits."""
        self._show(what)
        try:
            return self._presses.get(timeout=self._patience)
        except queue.Empty:
            return Ended.TIMED_OUT
        finally:
            self._show(None)

    def _show(self, what: str | None) -> None:
        self._asked = what
        for follower in self._followers:
            follower(what)
