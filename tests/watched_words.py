"""What must never be written: secrets, names and streets of people with simulated cards, and of samples."""

import re
from collections.abc import Iterable

from sandbox.id_card.personas import Persona, StructuredPlace

_SHORTEST = 5
_CANARY = "[Cc]anary"


def words_of(personas: Iterable[Persona]) -> frozenset[str]:
    """Return the secrets, names and streets of people with simulated cards, but for very short ones."""
    words: set[str] = set()
    for each in personas:
        holder = each.holder
        words |= {each.pin, each.can, each.puk, holder.given_names, holder.family_names, holder.birth_name}
        if isinstance(holder.residence, StructuredPlace):
            words.add(holder.residence.street)
    return frozenset(word for word in words if len(word) >= _SHORTEST)


def expression_of(words: Iterable[str]) -> str:
    """Return the regular expression that finds any of these, or a sample's canary."""
    return "|".join((_CANARY, *(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words))))
