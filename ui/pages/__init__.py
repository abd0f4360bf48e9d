"""One thin page a situation: state `EnterPin` → `EnterPinPage` → `screens/EnterPin.qml`, found by name."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject

from kiosk.session.states import NothingOver, Overlay, Scene
from ui.pages.about_service import AboutServicePage
from ui.pages.card_forgotten import CardForgottenPage
from ui.pages.choose_service import ChooseServicePage
from ui.pages.choose_topic import ChooseTopicPage
from ui.pages.closed import ClosedPage
from ui.pages.context import PageContext
from ui.pages.enter_pin import EnterPinPage
from ui.pages.opening_service import OpeningServicePage
from ui.pages.preparing import PreparingPage
from ui.pages.start import StartPage

PAGES: tuple[type[QObject], ...] = (
    AboutServicePage,
    CardForgottenPage,
    ChooseServicePage,
    ChooseTopicPage,
    ClosedPage,
    EnterPinPage,
    OpeningServicePage,
    PreparingPage,
    StartPage,
)

_BY_NAME = {page.__name__: page for page in PAGES}


class PageMissingError(LookupError):
    """A situation that nobody has drawn."""


def page_for(state: Scene | Overlay, context: PageContext) -> QObject:
    """Make the page of `state`; PageMissingError when no page bears its name."""
    name = f"{type(state).__name__}Page"
    if name not in _BY_NAME:
        raise PageMissingError(f"{name}: write it under ui/pages and list it in ui/pages/__init__.py")
    make = cast(Callable[[Scene | Overlay, PageContext], QObject], _BY_NAME[name])
    return make(state, context)


def screen_of(scene: Scene) -> str:
    """Path of the screen that draws `scene`, below ui/."""
    return f"screens/{type(scene).__name__}.qml"


def sheet_of(overlay: Overlay) -> str:
    """Path of the sheet that draws `overlay`, below ui/; empty when nothing lies over the scene."""
    return "" if isinstance(overlay, NothingOver) else f"overlays/{type(overlay).__name__}.qml"
