"""The words on the sandbox's papers: official German, and a gloss in the visitor's language."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

TEXTS: Final[Mapping[str, Mapping[str, str]]] = tomllib.loads(
    Path(__file__).with_name("paper_texts.toml").read_text(encoding="utf-8")
)
"""Key to language (BCP 47) to text; German is always there."""

type Both = tuple[str, str]
"""German, and the visitor's words or ""."""


def german(key: str, **facts: str) -> str:
    return TEXTS[key]["de"].format(**facts)


def gloss(key: str, language: str, **facts: str) -> str:
    """Give the visitor's words; "" for someone who reads German, or whose language is not written yet."""
    return "" if language == "de" else TEXTS[key].get(language, "").format(**facts)


def both(key: str, language: str, **facts: str) -> Both:
    return german(key, **facts), gloss(key, language, **facts)


def german_or_gloss(key: str, language: str, **facts: str) -> str:
    """Give the words in the visitor's language, German where there are no others."""
    return gloss(key, language, **facts) or german(key, **facts)


def date_in_words(year: int, month: int, day: int, language: str) -> str:
    month_name = german_or_gloss("months", language).split()[month - 1]
    return german_or_gloss("day", language, day=str(day), month=month_name, year=str(year))


def day_in_words(text: str, language: str) -> str:
    """Write `1964-08-12` in words; X marks what a card leaves blank (`1964-XX-XX`)."""
    year, month, day = text.split("-")
    if "X" in month or "X" in day:
        return f"{day}.{month}.{year}"
    return date_in_words(int(year), int(month), int(day), language)


def weekday_in_words(day: date, language: str) -> str:
    return german_or_gloss("weekdays", language).split()[day.weekday()]


def amount_in_words(cents: int) -> str:
    """Write an amount the German way: 1.234,50 €."""
    euros = f"{cents // 100:,}".replace(",", ".")
    return f"{euros},{cents % 100:02d} €"
