"""What the dock knows of the sandbox: looked at again and again, so that it never shows a wish for a fact."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, Protocol

import requests

from ui.guided.controls import Persona, SandboxState

LOOK_AGAIN_SECONDS = 1.0


class SandboxControls(Protocol):
    """The sandbox's controls; every call blocks and may raise requests.RequestException."""

    def personas(self) -> tuple[Persona, ...]: ...
    def state(self) -> SandboxState: ...
    def lay_down(self, persona: str) -> None: ...
    def pull(self) -> None: ...
    def network(self, part: Literal["bochumId", "eidServer"], *, ok: bool) -> None: ...
    def printer(self, state: str) -> None: ...
    def scanner(self, state: str) -> None: ...
    def renew(self, persona: str) -> None: ...
    def card_terminal(self, mode: str) -> None: ...
    def touch_card_terminal(self, hand: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Answering:
    """The sandbox as it stands now."""

    personas: tuple[Persona, ...]
    state: SandboxState


@dataclass(frozen=True, slots=True)
class Silent:
    """The sandbox does not answer; what was known of it may be wrong."""


type Seen = Answering | Silent
type Order = Callable[[SandboxControls], None]


class Desk:
    """Looks and acts, one after the other: an old look never covers a new act."""

    def __init__(self, controls: SandboxControls, show: Callable[[Seen], None]) -> None:
        self._controls = controls
        self._show = show
        self._personas: tuple[Persona, ...] = ()
        self._turn = asyncio.Lock()

    async def watch(self) -> None:
        """Look until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def look(self) -> None:
        """Show how the sandbox stands now."""
        async with self._turn:
            self._show(await asyncio.to_thread(self._seen))

    async def do(self, order: Order) -> None:
        """Do it, and show what came of it."""
        async with self._turn:
            self._show(await asyncio.to_thread(self._done, order))

    def _done(self, order: Order) -> Seen:
        with suppress(requests.RequestException):  # the look that follows tells the truth
            order(self._controls)
        return self._seen()

    def _seen(self) -> Seen:
        try:
            self._personas = self._personas or self._controls.personas()
            return Answering(self._personas, self._controls.state())
        except requests.RequestException:
            return Silent()
