"""Collects reference cycles on the Qt thread alone: a QObject must not die in a worker thread."""

import asyncio
import gc
from collections.abc import Iterator
from contextlib import contextmanager

LOOK_EVERY_SECONDS = 1.0


@contextmanager
def collected_here() -> Iterator[None]:
    """Keep Python from collecting in whatever thread allocates; collect once on the way out."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        if was_enabled:
            gc.enable()


async def collect_now_and_then() -> None:
    """Do on this thread what Python would have done anywhere, by its own thresholds, until cancelled."""
    while True:
        await asyncio.sleep(LOOK_EVERY_SECONDS)
        for generation, (count, threshold) in reversed(
            tuple(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > threshold > 0:
                gc.collect(generation)
                break
