"""The guided visit: for machines without a display; every step told, pictured, and the paper kept."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from kiosk.config import SANDBOX
from kiosk.journal import write_nowhere
from kiosk.paper.folder import FolderPrinter
from kiosk.sandbox_child import SandboxAddresses
from kiosk.session import states as st
from kiosk.session.delivery import SavedTo
from ui.app import Settings
from ui.guided import walk
from ui.guided.controls import Controls
from ui.guided.hands import Hands, NothingThereError
from ui.terminal import sandbox_terminal
from ui.visit import VisitWindow

SIZE = (1080, 1920)
PERSONA = "erika"
SERVICE = "svc_meldebescheinigung"
ANSWERS = {"/purpose": "pension"}
"""Free of charge: the certificate comes at once."""


def guided(addresses: SandboxAddresses, out: Path) -> Callable[[], Awaitable[int]]:
    """Make the role: play one visit into `out` and give the exit code."""
    out.mkdir(parents=True, exist_ok=True)

    async def play() -> int:
        try:
            await _Tour(addresses, out).play()
        except NothingThereError as stuck:
            _say(f"The visit got stuck: {stuck}")
            return 1
        return 0

    return play


class _Tour:
    def __init__(self, addresses: SandboxAddresses, out: Path) -> None:
        self._controls = Controls(addresses.control)
        self._out = out
        self._steps = 0
        self._over = asyncio.Event()
        self._window = VisitWindow(
            # Never on a real printer that happens to be there: nobody waits for the paper.
            replace(sandbox_terminal(SANDBOX, addresses), printer=FolderPrinter(out.absolute())),
            SANDBOX,
            Settings(full_screen=False, size=SIZE, motion=False),
            on_ended=lambda _how, _why: self._over.set(),
            write=write_nowhere,
        )
        self._hands = Hands(self._window.app.window, lambda: self._window.runtime.visit)

    async def play(self) -> None:
        self._window.begin()
        try:
            await self._hands.until_scene(st.Start)
            self._window.put_on_screen()
            await self._visit()
            await self._over.wait()
        finally:
            await self._window.close()

    async def _visit(self) -> None:
        persona = next(each for each in self._controls.personas() if each.id == PERSONA)
        await asyncio.to_thread(self._controls.renew, persona.id)
        await asyncio.to_thread(self._controls.pull)
        await walk.to_the_card(self._hands, SERVICE, self._saw)
        await self._hands.until_scene(st.PlaceCard)
        await self._saw("Place your card")
        await asyncio.to_thread(self._controls.lay_down, persona.id)
        await walk.sign_in(self._hands, persona.pin, self._saw)
        await walk.fill_in(self._hands, ANSWERS, self._saw)
        await walk.send(self._hands, self._saw)
        await self._hands.until_scene(st.TakeCard)
        await self._saw("Sent: take your card")
        await asyncio.to_thread(self._controls.pull)
        visit = await self._hands.until_scene(st.Done)
        await self._saw("Done")
        if isinstance(visit.scene, st.Done) and isinstance(visit.scene.delivery, SavedTo):
            _say(f"    the certificate: {Path(visit.scene.delivery.folder, visit.scene.delivery.file)}")
        await self._hands.press("primary")
        await self._hands.until_scene(st.Goodbye)
        await self._saw("Goodbye")

    async def _saw(self, what: str) -> None:
        self._steps += 1
        scene = type(self._window.runtime.visit.scene).__name__
        file = self._out / f"{self._steps:02d}-{scene}.png"
        (await self._hands.picture()).save(str(file))
        _say(f"{self._steps:2d}. {what} ({file})")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
