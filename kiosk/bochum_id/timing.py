"""Time and chance as the client uses them, so that a test can hold both in its hands."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass


def _alarm(seconds: float, ring: Callable[[], None]) -> Callable[[], None]:
    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    return timer.cancel


@dataclass(frozen=True, slots=True)
class Timing:
    """All in seconds."""

    now: Callable[[], float] = time.time
    """Unix time, for proofs and assertions."""
    steady: Callable[[], float] = time.monotonic
    """For budgets."""
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    """0 to 1, for the jitter between retries."""
    patience: Callable[[], float] = lambda: 10.0
    """How long a server may say nothing, asked before each try."""
    alarm: Callable[[float, Callable[[], None]], Callable[[], None]] = _alarm
    """Calls something in another thread after so long; what it gives calls that off."""
