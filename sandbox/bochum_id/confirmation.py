"""From a submitted application to the confirmation of what was declared, whatever the service."""

from collections.abc import Iterator
from datetime import datetime
from typing import cast

from sandbox.bochum_id import paper_words as words
from sandbox.bochum_id.json_documents import ABSENT, lookup
from sandbox.bochum_id.sheets import ConfirmationSheet, Entry
from sandbox.bochum_id.tables import JsonObject, JsonValue

type Texts = dict[str, str]


def confirmation_sheet(
    definition: JsonObject,
    data: JsonObject,
    *,
    language: str,
    issued_at: datetime,
    reference: str,
    code: str,
    url: str,
) -> ConfirmationSheet:
    """Lay out valid data of any service for paper, question by question as its definition asks."""
    title = cast("Texts", definition["title"])
    legal = cast("list[JsonObject]", definition.get("legalBasis", []))
    return ConfirmationSheet(
        language=language,
        title=(title["de"], _gloss(title, language)),
        legal=", ".join(str(each["text"]) for each in legal),
        entries=tuple(_entries(definition, data, language)),
        issued_at=issued_at,
        reference=reference,
        verification_code=code,
        verification_url=url,
    )


def _entries(definition: JsonObject, data: JsonObject, language: str) -> Iterator[Entry]:
    for step in cast("list[JsonObject]", definition["steps"]):
        for element in cast("list[JsonObject]", step.get("elements", [])):
            value = lookup(data, str(element["scope"]))
            if value is ABSENT or value is None:
                continue
            label = cast("Texts", element.get("title", step["title"]))
            german, foreign = _words(element, value, "de"), _words(element, value, language)
            gloss = "" if foreign == german else foreign
            yield Entry(label["de"], _gloss(label, language), german, gloss)


def _words(element: JsonObject, value: object, language: str) -> str:
    """Write an answer as the form showed it."""
    options = cast("dict[str, JsonObject]", element.get("options", {}))
    match value:
        case bool():
            return words.german_or_gloss("yes" if value else "no", language)
        case str() if value in options:
            return _in(cast("Texts", options[value]["title"]), language)
        case str() if element["widget"] == "date":
            return words.day_in_words(value, language)
        case list():
            return "; ".join(_words(element, each, language) for each in cast("list[JsonValue]", value))
        case dict():
            return _address(cast("JsonObject", value))
        case _:
            return str(value)


def _address(value: JsonObject) -> str:
    street, town = (
        " ".join(str(value[name]) for name in names if name in value)
        for names in (("street", "houseNumber"), ("postcode", "city"))
    )
    return f"{street}, {town}"


def _gloss(texts: Texts, language: str) -> str:
    return "" if language == "de" else _in(texts, language)


def _in(texts: Texts, language: str) -> str:
    return texts.get(language, texts["de"])
