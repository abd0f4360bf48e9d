"""A stage for whole visits: the real window, runtime, clients and card against the real sandbox."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from cardreader.reader import ReaderPort
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.terminal_key import key_from_file
from kiosk.bochum_id.timing import Timing
from kiosk.config import SANDBOX, CardTerminal, Printing
from kiosk.paper.folder import FolderPrinter
from kiosk.paper.slip_on_a4 import SlipOnA4
from kiosk.payment.choice import choose_till
from kiosk.printing import Printer
from kiosk.runtime import Clock
from kiosk.scanning.scanner import NO_SCANNER, Scanner
from kiosk.session import states as st
from kiosk.session.effects import EndedHow
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language
from kiosk.session.scenes.finishing import GOODBYE_SECONDS
from sandbox.card_terminal.server import Mode
from sandbox.id_card.direct import DirectReader
from sandbox.world import Backing, SandboxWorld
from ui.app import Settings, run
from ui.guided.hands import Hands
from ui.loop_clock import LoopClock
from ui.terminal import Terminal
from ui.visit import VisitWindow

SERVICE = "svc_meldebescheinigung"
PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)
SMALL = (540, 960)
"""The same millimetres, drawn with a quarter of the work."""


class BriefGoodbye(LoopClock):
    """A clock on which the last words stand for a moment only: nobody is there to read them."""

    async def sleep(self, seconds: float) -> None:
        await super().sleep(0.05 if seconds == GOODBYE_SECONDS else seconds)


@dataclass(slots=True)
class Play:
    """One visit on the stage."""

    window: VisitWindow
    hands: Hands
    complaints: list[str] = field(default_factory=list)
    """What Qt warned of."""
    looks: bool = True
    """False leaves pictures out, where another run of the same story takes them."""
    ended: list[tuple[EndedHow, Failure | None]] = field(default_factory=list)

    @property
    def visit(self) -> st.Visit:
        return self.window.runtime.visit

    async def look(self, _what: str) -> None:
        """See the screen as a visitor would, so that what does not paint is found."""
        if not self.looks:
            return
        image = await self.hands.picture()
        assert not image.isNull()

    async def speak(self, language: Language) -> None:
        """Have every word in the visitor's language from this screen on."""
        if self.visit.preferences.language is not language:
            await self.hands.press("language")
            await self.hands.press(f"language:{language.value}")
            await self.hands.until(lambda visit: visit.preferences.language is language, "the language")


@dataclass(slots=True)
class Stage:
    world: SandboxWorld
    reader: DirectReader
    paper: Path
    language: Language = Language.GERMAN
    """What its visitors touch first; the terminal itself begins in German."""

    def terminal(
        self,
        reader: ReaderPort | None = None,
        printer: Printer | None = None,
        cache_dir: Path | None = None,
        clock: Clock | None = None,
        scanner: Scanner = NO_SCANNER,
    ) -> Terminal:
        key = key_from_file(self.world.enrolment.terminal_id, self.world.enrolment.private_key_path)
        # Retries at once: what happens when they are used up is what the stories are about.
        backend = BochumId(
            self.world.urls.api,
            key,
            catalogue_keys=CatalogueKeys.of_file(self.world.enrolment.catalogue_key_path),
            cache_dir=cache_dir,
            timing=Timing(sleep=lambda _seconds: None),
        )
        paper = printer or FolderPrinter(self.paper)
        device = CardTerminal(host="127.0.0.1", port=self.world.card_terminal.port)
        return Terminal(
            reader or self.reader,
            backend,
            paper,
            SlipOnA4(paper),
            backend.close,
            choose_till(device, self.paper.parent / "till", backend),
            scanner,
            clock=clock or BriefGoodbye(),
        )

    def play(
        self,
        story: Callable[[Play], Awaitable[None]],
        *,
        size: tuple[int, int] | None = None,
        reader: ReaderPort | None = None,
        printer: Printer | None = None,
        cache_dir: Path | None = None,
        clock: Clock | None = None,
        scanner: Scanner = NO_SCANNER,
        first: type[st.Scene] = st.Start,
    ) -> Play:
        """Let a visitor come to a freshly shown `first` screen, play `story`, and take everything down."""
        played: list[Play] = []

        async def whole() -> None:
            looks = self.language is Language.GERMAN
            config = replace(SANDBOX, printing=Printing(folder=str(self.paper)))
            ended: list[tuple[EndedHow, Failure | None]] = []
            complaints: list[str] = []
            window = VisitWindow(
                self.terminal(reader, printer, cache_dir, clock, scanner),
                config,
                Settings(full_screen=False, size=size or (PORTRAIT if looks else SMALL), motion=False),
                on_ended=lambda how, why: ended.append((how, why)),
                messages_to=lambda _level, text: complaints.append(text),
            )
            hands = Hands(window.app.window, lambda: window.runtime.visit)
            play = Play(window, hands, complaints, looks, ended)
            played.append(play)
            window.begin()
            try:
                await play.hands.until_scene(first)
                window.put_on_screen()
                await play.speak(self.language)
                await story(play)
            finally:
                await window.close()

        run(whole)
        complaints = played[0].complaints
        assert not complaints, complaints
        return played[0]

    def attempts_left(self, persona: str) -> int:
        """Ask the card's own memory how often its PIN may still be tried."""
        return self.world.wallet.card(persona).memory.read().pin_attempts


@contextmanager
def open_stage(folder: Path, backing: Backing | None = None) -> Iterator[Stage]:
    with SandboxWorld.start(folder / "state", backing=backing or Backing()) as world:
        world.card_terminal.set_mode(Mode.MANUAL)
        yield Stage(world, DirectReader(world.wallet.card), folder / "paper")


class Hurried:
    """A clock on which a minute is over at once."""

    def now(self) -> float:
        return time.monotonic()

    async def sleep(self, _seconds: float) -> None:
        await asyncio.sleep(0.02)


async def settled() -> None:
    """Let everything that is already on its way arrive."""
    for _ in range(20):
        await asyncio.sleep(0)
