"""One visit process: the window, the runtime and the adapters joined, and its line to the supervisor."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt

from cardreader.reader import ReaderStatus
from cardreader.steady import watch_steadily
from kiosk.config import Config
from kiosk.journal import Line, journal, write_to_stderr
from kiosk.own_things import OwnThingsAtBochumId
from kiosk.paper.watch import watch_printer
from kiosk.performer import VisitPerformer
from kiosk.ports import Devices
from kiosk.runtime import Runtime, SilenceLimits
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.delivery import PaperState
from kiosk.session.effects import EndedHow
from kiosk.session.failure import Failure
from kiosk.session.step import begin
from kiosk.sign_in import SigningIn
from ui.app import App, Settings
from ui.loop_clock import LoopClock
from ui.messages import MessageSink, to_log
from ui.terminal import Terminal

CARD_PATIENCE_SECONDS = 5
"""How long the end of a process waits for the card thread to let go of card and servers."""


class VisitWindow:
    """A visit and its window, from the first scene to the last; made and used on the Qt thread."""

    def __init__(
        self,
        terminal: Terminal,
        config: Config,
        settings: Settings,
        *,
        on_shown: Callable[[st.Visit], None] = lambda _visit: None,
        on_ended: Callable[[EndedHow, Failure | None], None],
        write: Callable[[Line], None] = write_to_stderr,
        messages_to: MessageSink = to_log,
    ) -> None:
        self._terminal = terminal
        self._loop = asyncio.get_running_loop()
        self._on_shown = on_shown
        self._on_ended = on_ended
        self._failure: Failure | None = None
        signing_in = SigningIn(terminal.backend, terminal.converse)
        self._performer = VisitPerformer(
            terminal.backend,
            signing_in,
            Devices(
                terminal.printer, terminal.slips, terminal.till, terminal.scanner, terminal.reader.connect
            ),
            OwnThingsAtBochumId(terminal.backend),
            terminal.clock,
            self._ended,
        )
        limits = SilenceLimits(config.silence.ask_after_seconds, config.silence.end_after_seconds)
        self.runtime = Runtime(self._performer, LoopClock(), limits, show=self._show, journal=journal(write))
        self.app = App(self.runtime.by_hand, settings, somebody=self.runtime.touched, messages_to=messages_to)
        self._beside: list[asyncio.Task[None]] = []

    def begin(self) -> None:
        """Show the first scene, watch the reader, and let the visit prepare itself."""
        self.runtime.begin(begin())
        self._watching = watch_steadily(self._terminal.reader, self._reader_changed)
        printer = watch_printer(self._terminal.printer, LoopClock(), self._printer_changed)
        for work in (self._performer.keep_signed_in(), printer):
            self._beside.append(self._loop.create_task(work))

    def put_on_screen(self) -> None:
        """Come to the front: from here on there may be a visitor."""
        self.app.appear()
        self.runtime.touched()
        self.runtime.dispatch(ev.PutOnScreen())

    def on_first_picture(self, painted: Callable[[int], None]) -> None:
        """Call `painted` once, with the milliseconds from now to the next picture on the screen."""
        asked = time.monotonic()
        window = self.app.window

        def once() -> None:
            # A second picture may already be on its way when the first one is told of.
            if QObject.disconnect(connection):
                painted(round((time.monotonic() - asked) * 1000))

        connection = window.frameSwapped.connect(once, Qt.ConnectionType.QueuedConnection)
        window.update()

    async def close(self) -> None:
        """Take everything down in order; the window last, so that nobody sees it go."""
        for work in self._beside:
            work.cancel()
        await asyncio.to_thread(self._watching.stop)
        await self.runtime.stop()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._performer.give_up_signing_in(), CARD_PATIENCE_SECONDS)
        self.app.close()
        self._terminal.stop()

    def _show(self, visit: st.Visit) -> None:
        if isinstance(visit.scene, st.Failed):
            self._failure = visit.scene.failure
        elif not isinstance(visit.scene, st.Goodbye):
            self._failure = None
        self.app.show(visit)
        self._on_shown(visit)

    def _ended(self, how: EndedHow) -> None:
        self._on_ended(how, self._failure)

    def _printer_changed(self, paper: PaperState) -> None:
        self.runtime.dispatch(ev.PrinterChanged(paper))

    def _reader_changed(self, status: ReaderStatus) -> None:
        self._loop.call_soon_threadsafe(self.runtime.dispatch, ev.ReaderChanged(status))
