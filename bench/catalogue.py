"""A catalogue of a thousand services: read as a visit reads it, and searched as a visitor types."""

import json
import re
import time
from pathlib import Path
from typing import Any, cast

from cryptography.hazmat.primitives.asymmetric import ec

from bench.figures import Figure
from kiosk.bochum_id.catalogue import read_catalogue as read_signed
from kiosk.bochum_id.catalogue_keys import CatalogueKeys, key_id
from kiosk.bochum_id.values import Catalogue
from kiosk.services.search import search
from kiosk.services.search_index import KEPT_INDEX
from sandbox.bochum_id.catalogue import read_catalogue
from sandbox.bochum_id.catalogue_signature import signature_over

SERVICES = 1000
OPENINGS = 15
OPENING_LIMIT_MS = 100.0
LAYING_LIMIT_MS = 1000.0
"""In a thread of a process that nobody sees yet: no visitor waits for it."""
KEYSTROKE_LIMIT_MS = 16.0
"""One frame of a screen that shows sixty a second."""
TYPED = (
    "perso",
    "ausweis verloren",
    "ikamet",
    "meldebeshceinigung",
    "anwohnerparkausweis",
    "ich habe meinen Hund abgemeldet",
    "паспорт",
    "zzzzzzzz",
)
"""What visitors type, letter by letter: short, in other languages, with slips, and what nothing is called."""

_DIRECTORY = Path(__file__).parents[1] / "resources" / "catalogue"
_SYLLABLES = tuple(a + b for a in "bdfgklmnprstwz" for b in "aeiou")
_WORD = re.compile(r"\w+")


def measure() -> tuple[Figure, ...]:
    key = ec.generate_private_key(ec.SECP256R1())
    keys = CatalogueKeys({key_id(key.public_key()): key.public_key()})
    content = a_thousand(key)
    readings: list[float] = []
    layings: list[float] = []
    openings: list[float] = []
    catalogue = read_signed(content, keys)
    for _ in range(OPENINGS):
        begun = time.perf_counter()
        catalogue = read_signed(content, keys)
        read = time.perf_counter()
        KEPT_INDEX.of(catalogue)
        laid_out = time.perf_counter()
        search(KEPT_INDEX.of(catalogue), "", "de")
        readings.append((read - begun) * 1000)
        layings.append((laid_out - read) * 1000)
        openings.append((time.perf_counter() - laid_out) * 1000)
    return (
        Figure("catalogue of 1,000: signed bytes to topics", tuple(readings), OPENING_LIMIT_MS, "ms"),
        Figure("catalogue of 1,000: words laid out, by a spare", tuple(layings), LAYING_LIMIT_MS, "ms"),
        Figure("catalogue of 1,000: search field opened", tuple(openings), OPENING_LIMIT_MS, "ms"),
        Figure("search of 1,000: one keystroke", _keystrokes(catalogue), KEYSTROKE_LIMIT_MS, "ms"),
    )


def _keystrokes(catalogue: Catalogue) -> tuple[float, ...]:
    index = KEPT_INDEX.of(catalogue)
    taken: list[float] = []
    for typed in TYPED:
        for length in range(1, len(typed) + 1):
            begun = time.perf_counter()
            search(index, typed[:length], "de")
            taken.append((time.perf_counter() - begun) * 1000)
    return tuple(taken)


def a_thousand(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Make a signed catalogue of the shipped services, each many times under other words."""
    whole: dict[str, Any] = json.loads(read_catalogue(_DIRECTORY, key).content)
    shipped = cast("list[dict[str, Any]]", whole["services"])
    whole["services"] = [_another(shipped[number % len(shipped)], number) for number in range(SERVICES)]
    situations = cast("list[dict[str, Any]]", whole["lifeSituations"])
    for number, situation in enumerate(situations):
        own = whole["services"][number :: len(situations)]
        situation["services"] = [each["id"] for each in own]
    del whole["signature"]
    whole["signature"] = signature_over(whole, key)
    return json.dumps(whole, ensure_ascii=False).encode()


def _another(service: dict[str, Any], number: int) -> dict[str, Any]:
    """Give a service like this one whose words nobody else has; the first of each kind keeps its own."""
    turn, syllable = divmod(number, len(_SYLLABLES))
    ending = "" if number < 2 else _SYLLABLES[syllable] + _SYLLABLES[turn]

    def other(text: str) -> str:
        return _WORD.sub(lambda word: word.group() + ending, text)

    words = cast("dict[str, list[str]]", service.get("keywords", {}))
    return {
        **service,
        "id": f"{service['id']}_{number}",
        "definition": f"/v1/catalogue/services/{service['id']}_{number}/versions/1",
        "title": {code: other(text) for code, text in service["title"].items()},
        "summary": {code: other(text) for code, text in service["summary"].items()},
        "keywords": {code: [other(each) for each in listed] for code, listed in words.items()},
    }
