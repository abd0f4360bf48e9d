"""Looks at the printer while a visit lasts, and tells whenever paper begins or ceases to come."""

import asyncio
from collections.abc import Callable
from typing import Final

from kiosk import failures
from kiosk.printing import NoPaperBecause, Printer
from kiosk.runtime import Clock
from kiosk.session.delivery import NoPaper, PaperComes, PaperState

LOOK_AGAIN_SECONDS: Final = 5


async def watch_printer(printer: Printer, clock: Clock, tell: Callable[[PaperState], None]) -> None:
    """Look without end, every few seconds; `tell` is called on the loop, once a change."""
    known: PaperState = PaperComes()
    while True:
        now = _paper(await asyncio.to_thread(printer.trouble))
        if now != known:
            known = now
            tell(now)
        await clock.sleep(LOOK_AGAIN_SECONDS)


def _paper(trouble: NoPaperBecause | None) -> PaperState:
    return PaperComes() if trouble is None else NoPaper(failures.of_paper(trouble))
