"""All simulated cards of one sandbox: made when first asked for, then the same card every time."""

import hashlib
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from sandbox.id_card import restricted_identification
from sandbox.id_card.card import IdCard
from sandbox.id_card.chip import Chip, initial_state
from sandbox.id_card.keys import CardKeys
from sandbox.id_card.memory import FileMemory, RamMemory
from sandbox.id_card.personas import Persona, load_personas


class Wallet:
    """Hands out the cards by persona; safe to use from several threads."""

    def __init__(
        self,
        personalise: Callable[[str], CardKeys],
        state_directory: Path | None = None,
        personas: Mapping[str, Persona] | None = None,
    ) -> None:
        """`personalise` is the PKI's; without a directory the cards' memories live as long as the wallet."""
        self._personalise = personalise
        self._state_directory = state_directory
        self.personas = load_personas() if personas is None else personas
        self._cards: dict[str, IdCard] = {}
        self._lock = threading.Lock()

    def card(self, persona_id: str) -> IdCard:
        """Return this persona's card; KeyError that names the ids there are, for any other."""
        with self._lock:
            if persona_id not in self._cards:
                self._cards[persona_id] = self._issue(persona_id)
            return self._cards[persona_id]

    def renew(self, persona_id: str) -> None:
        """Set a card's memory back to how it was handed out: counters, PIN, trust points."""
        card = self.card(persona_id)
        card.memory.write(initial_state(card.persona, self._personalise(persona_id)))

    def pseudonym(self, persona_id: str, sector_public_key: bytes) -> bytes:
        """Compute by what name a sector (its key as 7F49 …) knows the card, which is not touched."""
        persona, keys = self.personas[persona_id], self._personalise(persona_id)
        chip = Chip.personalised(persona, keys, RamMemory(initial_state(persona, keys)))
        return restricted_identification.pseudonym(chip, sector_public_key)

    def _issue(self, persona_id: str) -> IdCard:
        if persona_id not in self.personas:
            raise KeyError(f"there is no persona {persona_id}; there are {', '.join(self.personas)}")
        persona = self.personas[persona_id]
        keys = self._personalise(persona_id)
        initial = initial_state(persona, keys)
        if self._state_directory is None:
            return IdCard(persona, keys, RamMemory(initial))
        # Repeats everything the first state depends on: an edited persona or a new PKI is a new card.
        issue = hashlib.sha256(
            repr((initial, initial.pin, persona.can, persona.puk, keys.ca_private_key_der)).encode()
        ).hexdigest()
        return IdCard(persona, keys, FileMemory(self._state_directory / f"{persona_id}.json", initial, issue))
