"""What is typed on a pad is in no property that QML can read and in no repr; it leaves once, as a secret."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from kiosk.session import events as ev
from kiosk.session.preferences import Language
from tests import samples
from ui.pages import page_for
from ui.pages.context import HoldsSecret, PageContext
from ui.pages.digits import DigitsPage

TYPED = "9021748365"


def pads() -> Iterator[str]:
    """The sample scenes whose page has keys and something to wipe."""
    for name, scene in samples.SCENES.items():
        page = page_for(scene, PageContext(lambda _event: None, Language.GERMAN))
        if isinstance(page, HoldsSecret) and hasattr(page, "press"):
            yield name


PADS = tuple(pads())


def press(page: QObject, text: str) -> None:
    for each in text:
        page.press(int(each) if isinstance(page, DigitsPage) else each)  # type: ignore[attr-defined]


def told(page: QObject) -> str:
    """Everything that QML, a debugger's list or a log could make of the page."""
    meta = page.metaObject()
    names = [meta.property(index).name() for index in range(meta.propertyCount())]
    names += [bytes(each).decode() for each in page.dynamicPropertyNames()]
    return repr([(name, page.property(name)) for name in names]) + repr(page) + repr(vars(page))


@pytest.mark.parametrize("name", PADS)
def test_what_is_typed_is_told_to_nobody(name: str) -> None:
    events: list[ev.Event] = []
    page = page_for(samples.SCENES[name], PageContext(events.append, Language.GERMAN))
    if "userName" in told(page):
        page.nameUser("somebody")  # type: ignore[attr-defined]  # without a name there is nothing to confirm
    press(page, TYPED)
    assert page.property("typed") > 4
    assert TYPED[:4] not in told(page)
    page.confirm()  # type: ignore[attr-defined]
    if not events:  # a new PIN is typed twice
        assert TYPED[:4] not in told(page)
        press(page, TYPED)
        page.confirm()  # type: ignore[attr-defined]
    (event,) = events
    secret = ev.secret_in(event)
    assert secret is not None
    assert bytes(secret.reveal()).decode() in TYPED
    assert TYPED[:4] not in repr(event) + told(page)
    assert page.property("typed") == 0


@pytest.mark.parametrize("name", PADS)
def test_nothing_typed_outlives_its_page(name: str) -> None:
    page = page_for(samples.SCENES[name], PageContext(lambda _event: None, Language.GERMAN))
    press(page, TYPED)
    buffers = [each._buffer for each in vars(page).values() if hasattr(each, "_buffer")]
    assert any(TYPED[:4].encode() in each for each in buffers)
    assert isinstance(page, HoldsSecret)
    page.wipe()
    assert not any(any(each) for each in buffers)


def test_every_scene_that_asks_for_a_secret_is_among_them() -> None:
    asking = {
        "EnterPin",
        "EnterCardPin",
        "EnterCan",
        "EnterPuk",
        "ChooseNewPin",
        "EnterPassword",
        "EnterCode",
    }
    assert {name.partition("-")[0] for name in PADS} == asking
