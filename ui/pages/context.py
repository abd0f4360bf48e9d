"""What a page needs besides its state: whom to tell what the visitor did, and the language to speak."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject

from kiosk.bochum_id.values import LocalisedText
from kiosk.services.streets import Streets
from kiosk.session.events import Event
from kiosk.session.preferences import Language
from ui.resources import STREETS


@dataclass(frozen=True, slots=True)
class PageContext:
    """A page is made from one state and lives as long as it; a new language makes a new page."""

    dispatch: Callable[[Event], None]
    language: Language

    @property
    def streets(self) -> Streets:
        """The streets of Bochum, read from their file once for all pages."""
        return _streets()

    def say(self, text: LocalisedText | None) -> str:
        """Give a service's own text in the visitor's language; nothing for no text."""
        return "" if text is None else text.in_language(self.language.value)


@cache
def _streets() -> Streets:
    return Streets.read(STREETS)


@runtime_checkable
class HoldsSecret(Protocol):
    """A page that keeps something nobody may find once it is gone."""

    def wipe(self) -> None: ...


@runtime_checkable
class KeepsTyping(Protocol):
    """A page on which nothing is lost when its scene gets a new one, in another language."""

    def take_over(self, before: QObject) -> None: ...
