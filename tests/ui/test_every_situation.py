"""One name through the layers: every scene and overlay has its page, its QML file, its words and a sample."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from kiosk.session import states as st
from tests.unions import members
from ui.gallery.samples import samples
from ui.pages import PAGES
from ui.resources import TRANSLATIONS, VIEW

SCENES = members(st.Scene)
OVERLAYS = tuple(each for each in members(st.Overlay) if each is not st.NothingOver)

NOT_DRAWN_YET: set[str] = set()
"""Shrinks to nothing: whoever draws one takes it out, for this test fails when it stays."""


def _situations() -> list[Any]:
    pairs = [(each, "screens") for each in SCENES] + [(each, "overlays") for each in OVERLAYS]
    return [
        pytest.param(
            state,
            folder,
            id=state.__name__,
            marks=pytest.mark.xfail(strict=True, reason="not drawn yet")
            if state.__name__ in NOT_DRAWN_YET
            else (),
        )
        for state, folder in pairs
    ]


@pytest.mark.parametrize(("state", "folder"), _situations())
def test_has_a_page_and_a_drawing_of_the_same_name(state: type, folder: str) -> None:
    assert f"{state.__name__}Page" in {page.__name__ for page in PAGES}
    text = (VIEW / folder / f"{state.__name__}.qml").read_text(encoding="utf-8")
    page = f"{state.__name__}Page"
    assert re.search(rf"required property {page} page\b|: screen\.page as {page}$", text, re.MULTILINE)


@pytest.mark.parametrize(
    "state",
    [each for each in (*SCENES, *OVERLAYS) if each.__name__ not in NOT_DRAWN_YET],
    ids=lambda state: state.__name__,
)
def test_has_a_sample(state: type) -> None:
    assert any(state in (type(each.visit.scene), type(each.visit.overlay)) for each in samples())


def test_every_context_of_the_translation_is_a_qml_file() -> None:
    files = {path.stem for path in VIEW.rglob("*.qml")}
    contexts = {context.findtext("name") for context in _contexts("de")}
    assert contexts <= files


def test_every_file_with_words_has_a_context() -> None:
    contexts = {context.findtext("name") for context in _contexts("de")}
    wordy = {path.stem for path in VIEW.rglob("*.qml") if "qsTr(" in path.read_text(encoding="utf-8")}
    assert wordy == contexts


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_text_is_unfinished(language: str) -> None:
    unfinished = [
        message.findtext("source")
        for context in _contexts(language)
        for message in context.iter("message")
        if message.find("translation[@type]") is not None
        or not "".join(message.find("translation").itertext()).strip()  # type: ignore[union-attr] - always there
    ]
    assert unfinished == []


def test_placeholders_survive_translation() -> None:
    for context in _contexts("de"):
        for message in context.iter("message"):
            wanted = set(re.findall(r"%(?:n|\d)", message.findtext("source") or ""))
            plurals = message.findall("translation/numerusform")
            for number, form in enumerate(plurals or message.findall("translation")):
                found = set(re.findall(r"%(?:n|\d)", form.text or ""))
                # One attempt may be "einen Versuch", without the numeral.
                allowed = (wanted, wanted - {"%n"}) if plurals and number == 0 else (wanted,)
                assert found in allowed, message.findtext("source")


def test_every_text_has_a_translators_note() -> None:
    bare = {
        (context.findtext("name"), message.findtext("source"))
        for context in _contexts("de")
        for message in context.iter("message")
        if not message.findtext("extracomment")
    }
    # Parts of a duration or an amount explain themselves.
    assert {source for name, source in bare if name != "Formats"} == set()


def _contexts(language: str) -> list[ET.Element]:
    return list(ET.parse(TRANSLATIONS / f"kiosk_{language}.ts").getroot().iter("context"))  # noqa: S314 - our own
