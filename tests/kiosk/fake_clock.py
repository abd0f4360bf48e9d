"""Time that passes only when a test says so."""

import asyncio


class FakeClock:
    """A clock for the runtime and the performer; `advance` wakes who slept long enough, in order."""

    def __init__(self) -> None:
        self._now = 1000.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []
        self._somebody_slept = asyncio.Event()

    def now(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        sleeper = (self._now + seconds, asyncio.get_running_loop().create_future())
        self._sleepers.append(sleeper)
        self._somebody_slept.set()
        try:
            await sleeper[1]
        finally:
            self._sleepers.remove(sleeper)

    async def asleep(self, count: int) -> None:
        """Wait until so many sleep at once."""
        while len(self._sleepers) < count:
            self._somebody_slept.clear()
            await self._somebody_slept.wait()

    async def advance(self, seconds: float) -> None:
        await settle()
        end = self._now + seconds
        while due := [each for each in self._sleepers if each[0] <= end and not each[1].done()]:
            when, wake = min(due, key=lambda each: each[0])
            self._now = max(self._now, when)
            wake.set_result(None)
            await settle()
        self._now = end


async def settle() -> None:
    """Let everything happen that only waits for its turn on the loop."""
    for _ in range(10):
        await asyncio.sleep(0)
