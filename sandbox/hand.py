"""The hand that lays simulated cards on a reader in another process, as the dock's controls say."""

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Final

_WAIT_S: Final = 20
_PAUSE_S: Final = 1.0


class Hand:
    """Follows the controls from a thread of its own until stopped; a broken connection is tried again."""

    def __init__(self, control_url: str, place: Callable[[str], None], pull: Callable[[], None]) -> None:
        """`control_url` is the sandbox's own, on loopback; the first answer is the card lying there now."""
        self._url = f"{control_url}/control/card"
        self._place = place
        self._pull = pull
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="sandbox-hand", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop following; the thread ends with its last answer, which nobody hears any more."""
        self._stopping.set()

    def _follow(self) -> None:
        version: int | None = None
        while not self._stopping.is_set():
            try:
                version, persona = self._ask(version)
            except (OSError, ValueError, KeyError):
                version = None
                self._stopping.wait(_PAUSE_S)
                continue
            if self._stopping.is_set():
                return
            if persona is None:
                self._pull()
            else:
                self._place(persona)

    def _ask(self, version: int | None) -> tuple[int, str | None]:
        """Wait for a card other than the one of `version`."""
        while True:
            url = self._url if version is None else f"{self._url}?version={version}&wait={_WAIT_S}"
            with urllib.request.urlopen(url, timeout=_WAIT_S + 5) as answer:  # noqa: S310 - loopback, http
                card = json.load(answer)
            if card["version"] != version or self._stopping.is_set():
                return int(card["version"]), card["persona"]
