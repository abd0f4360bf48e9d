"""The sandbox's controls as a client: lay cards down, break networks, jam the printer."""

from dataclasses import dataclass
from typing import Any, Literal

import requests

_PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody whose simulated card can be laid on the reader. Nobody real: the PIN may be shown."""

    id: str
    title: str
    description: tuple[tuple[str, str], ...]
    """(language code, text)."""
    pin: str
    can: str


@dataclass(frozen=True, slots=True)
class SandboxState:
    persona: str | None
    """Whose card lies on the reader."""
    bochum_id: str
    eid_server: str
    printer: str
    card_terminal: str
    card_wanted: bool
    scanner: str


class Controls:
    """Blocking calls on loopback; requests.RequestException when the sandbox is gone."""

    def __init__(self, control_url: str) -> None:
        self._url = f"{control_url}/control"

    def personas(self) -> tuple[Persona, ...]:
        return tuple(
            Persona(each["id"], each["title"], tuple(each["description"].items()), each["pin"], each["can"])
            for each in self._get("personas")
        )

    def state(self) -> SandboxState:
        state = self._get("state")
        return SandboxState(
            state["card"]["persona"],
            state["network"]["bochumId"],
            state["network"]["eidServer"],
            state["printer"]["state"],
            state["cardTerminal"]["mode"],
            state["cardTerminal"]["waitsForCard"],
            state["scanner"]["state"],
        )

    def lay_down(self, persona: str) -> None:
        self._put("card", {"persona": persona})

    def pull(self) -> None:
        self._put("card", {"persona": None})

    def network(self, part: Literal["bochumId", "eidServer"], *, ok: bool) -> None:
        self._put("network", {part: "ok" if ok else "down"})

    def printer(self, state: str) -> None:
        self._put("printer", {"state": state})

    def scanner(self, state: str) -> None:
        """Say what lies on the scanner: `page`, `empty`, `jam`, or `off`."""
        self._put("scanner", {"state": state})

    def card_terminal(self, mode: str) -> None:
        """Say who stands at the card terminal: `automatic`, `manual`, or `off`."""
        self._put("card-terminal", {"mode": mode})

    def touch_card_terminal(self, hand: str) -> None:
        self._put("card-terminal", {"hand": hand})

    def renew(self, persona: str) -> None:
        """Hand this person a new card: attempts and PIN as at the beginning."""
        answer = requests.post(f"{self._url}/card-renewals", json={"persona": persona}, timeout=_PATIENCE_S)
        answer.raise_for_status()

    def _get(self, path: str) -> Any:
        answer = requests.get(f"{self._url}/{path}", timeout=_PATIENCE_S)
        answer.raise_for_status()
        return answer.json()

    def _put(self, path: str, order: dict[str, str | None]) -> None:
        requests.put(f"{self._url}/{path}", json=order, timeout=_PATIENCE_S).raise_for_status()
