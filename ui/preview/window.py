"""The window of a preview: it begins anew whenever the file changes, and ends when it is closed."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

from kiosk.services.document import DefinitionError
from kiosk.services.reading import parse_definition
from kiosk.session.events import Event
from kiosk.session.preferences import Language, Preferences
from kiosk.session.states import Visit
from ui import messages
from ui.app import App, Settings
from ui.preview.rehearsal import Rehearsal

LOOK_EVERY_S = 0.5
"""How long a change of the file may stay unseen."""


class PreviewWindow:
    """Shows the definition in `file` as it is now; what is wrong with it is told by `say`."""

    def __init__(
        self,
        file: Path,
        preferences: Preferences,
        today: date,
        settings: Settings,
        say: Callable[[str], None],
        messages_to: messages.MessageSink = messages.to_log,
    ) -> None:
        self._file, self._today, self._say = file, today, say
        self._preferences = preferences
        self._seen: bytes | None = None
        self._rehearsal: Rehearsal | None = None
        self._visit = Visit(preferences=preferences)
        self.app = App(self._take, settings, messages_to=messages_to)

    @property
    def visit(self) -> Visit:
        return self._visit

    def look(self) -> bool:
        """Read the file again when it has changed; False while nothing of it can be shown."""
        try:
            content = self._file.read_bytes()
        except OSError as error:
            if self._seen is None:
                self._say(f"{self._file} cannot be read: {error.strerror}.")
            return self._rehearsal is not None  # editors take a file away for a moment
        if content != self._seen:
            self._seen = content
            self._read(content)
        return self._rehearsal is not None

    def _read(self, content: bytes) -> None:
        try:
            definition = parse_definition(content, strict=True)
        except DefinitionError as error:
            self._say(f"{error}. What is on the screen is older.")
            return
        self._rehearsal = Rehearsal(definition, self._today)
        self._show(self._rehearsal.begin(self._visit.preferences))

    def _take(self, event: Event) -> None:
        if self._rehearsal is not None:
            self._show(self._rehearsal.after(self._visit, event))

    def _show(self, visit: Visit) -> None:
        if visit is not self._visit:
            self._visit = visit
            self.app.show(visit)


def preview(file: Path, language: Language) -> Callable[[], Awaitable[int]]:
    """Be the window until somebody closes it; the code is 1 when the file holds nothing to show."""

    async def play() -> int:
        over: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        settings = Settings(full_screen=False, size=None, hidden=True, may_be_resized=True)
        window = PreviewWindow(file, Preferences(language), date.today(), settings, _say)  # noqa: DTZ011 - the writer's own day

        def end() -> None:
            if not over.done():
                over.set_result(0)

        window.app.on_closed(end)
        if not window.look():
            window.app.close()
            return 1
        window.app.appear()
        while not over.done():
            await asyncio.wait([over], timeout=LOOK_EVERY_S)
            window.look()
        window.app.close()
        return over.result()

    return play


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()
