"""What a card remembers without power: counters, the PIN, trust points, its idea of today."""

import json
import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

PIN_ATTEMPTS = 3
PUK_USES = 10
"""How often the PUK resets the PIN's counter (TR-03127 3.5.5)."""


class CardMemoryError(Exception):
    """The file of a card's memory cannot be read or written; the text says what to do."""


@dataclass(frozen=True, slots=True)
class CardState:
    """One state of the non-volatile memory."""

    pin: str = field(repr=False)
    """Six digits, or the five of a transport PIN."""
    pin_attempts: int
    """3 to 0; at 1 the PIN is suspended, at 0 blocked."""
    pin_active: bool
    """Whether the eID function is switched on."""
    puk_uses: int
    """How often the PUK may still reset the PIN's counter."""
    trust_points: tuple[bytes, ...]
    """One or two CVCA certificates (7F21 …), the most recent first."""
    current_date: date
    """The latest date a trusted certificate has shown the card (TR-03110-3 2.5)."""


class CardMemory(Protocol):
    """Holds one state; what `write` was given is durable when it returns."""

    def read(self) -> CardState:
        """Return the last state written; CardMemoryError if it cannot be read."""
        ...

    def write(self, state: CardState) -> None:
        """Replace the state; CardMemoryError if it cannot be made durable."""
        ...


class RamMemory:
    """A memory for tests: gone with the object, but not with the card's power."""

    def __init__(self, initial: CardState) -> None:
        self._state = initial

    def read(self) -> CardState:
        return self._state

    def write(self, state: CardState) -> None:
        self._state = state


class FileMemory:
    """A memory in a JSON file of its own; written atomically, so that pulling power never loses a count.

    `issue` names the personalisation; a file of another one (the PKI was made anew, the persona was edited)
    is not this card's and is ignored.
    """

    def __init__(self, path: Path, initial: CardState, issue: str) -> None:
        self._path = path
        self._initial = initial
        self._issue = issue

    def read(self) -> CardState:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            return _decode(content["state"]) if content["issue"] == self._issue else self._initial
        except FileNotFoundError:
            return self._initial
        except (ValueError, KeyError, TypeError, OSError) as error:
            raise CardMemoryError(
                f"{self._path} is no card's memory; delete it and place the card again"
            ) from error

    def write(self, state: CardState) -> None:
        draft = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8") as file:
                json.dump({"issue": self._issue, "state": _encode(state)}, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._path)
        except OSError as error:
            raise CardMemoryError(f"{self._path} cannot be written; check the disk and its rights") from error


def _encode(state: CardState) -> dict[str, object]:
    return {
        "pin": state.pin,
        "pin_attempts": state.pin_attempts,
        "pin_active": state.pin_active,
        "puk_uses": state.puk_uses,
        "trust_points": [certificate.hex() for certificate in state.trust_points],
        "current_date": state.current_date.isoformat(),
    }


def _decode(content: dict[str, Any]) -> CardState:
    return CardState(
        pin=str(content["pin"]),
        pin_attempts=int(content["pin_attempts"]),
        pin_active=bool(content["pin_active"]),
        puk_uses=int(content["puk_uses"]),
        trust_points=tuple(bytes.fromhex(certificate) for certificate in content["trust_points"]),
        current_date=date.fromisoformat(content["current_date"]),
    )
