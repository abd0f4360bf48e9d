"""Time as the running asyncio loop has it."""

import asyncio
import time


class LoopClock:
    """The clock of a terminal; tests hand in another."""

    def now(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
