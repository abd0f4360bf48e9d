"""The sandbox as the dock's window sees it."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.preferences import Language
from ui.dock.desk import Answering, Order, Seen, Silent
from ui.guided.controls import Persona
from ui.pages.languages import language_rows

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST = ("erika", "hannelore")
"""The cards with which everything works stand on top."""


@QmlElement
class SandboxDock(QObject):
    """`show` is the only way in, `order` the only way out."""

    changed = Signal()
    peopleChanged = Signal()
    languageChanged = Signal()

    def __init__(self, order: Callable[[Order], None], speak: Callable[[Language], None]) -> None:
        super().__init__()
        self._order = order
        self._speak = speak
        self._language = Language.GERMAN
        self._seen: Seen = Silent()
        self._people: tuple[Persona, ...] = ()

    def show(self, seen: Seen) -> None:
        """Show what was seen; nothing moves when it is what is shown already."""
        if seen == self._seen:
            return
        self._seen = seen
        self.changed.emit()
        if isinstance(seen, Answering) and seen.personas != self._people:
            # Apart from the rest: a list made anew would jump back to its top.
            self._people = seen.personas
            self.peopleChanged.emit()

    @Property(bool, notify=changed)
    def answering(self) -> bool:
        """False while the sandbox does not answer; then nothing below is sure."""
        return isinstance(self._seen, Answering)

    @Property(list, notify=languageChanged)
    def languages(self) -> list[dict[str, object]]:
        """Rows of code, name and whether it is spoken now."""
        return language_rows(self._language)

    @Property(list, notify=peopleChanged)
    def people(self) -> list[dict[str, object]]:
        """Rows of id, title, description in both languages, PIN and CAN."""
        return [
            {
                "id": each.id,
                "title": each.title,
                "description": dict(each.description),
                "pin": each.pin,
                "can": each.can,
            }
            for each in sorted(self._people, key=_place)
        ]

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._language.value

    @Property(str, notify=changed)
    def onReader(self) -> str:
        """Id of the person whose card lies on the reader; empty when none does."""
        return self._seen.state.persona or "" if isinstance(self._seen, Answering) else ""

    @Property(bool, notify=changed)
    def bochumIdWorks(self) -> bool:
        return isinstance(self._seen, Answering) and self._seen.state.bochum_id == "ok"

    @Property(bool, notify=changed)
    def eidServerWorks(self) -> bool:
        return isinstance(self._seen, Answering) and self._seen.state.eid_server == "ok"

    @Property(str, notify=changed)
    def printer(self) -> str:
        """State of the printer: ok, jam, empty or off."""
        return self._seen.state.printer if isinstance(self._seen, Answering) else ""

    @Property(str, notify=changed)
    def scanner(self) -> str:
        """What lies on the scanner: page, empty or jam; off without power."""
        return self._seen.state.scanner if isinstance(self._seen, Answering) else ""

    @Property(str, notify=changed)
    def cardTerminal(self) -> str:
        """Who stands at the card terminal: automatic, manual, or off without power."""
        return self._seen.state.card_terminal if isinstance(self._seen, Answering) else ""

    @Property(bool, notify=changed)
    def cardWanted(self) -> bool:
        """True while the card terminal waits for a bank card."""
        return isinstance(self._seen, Answering) and self._seen.state.card_wanted

    @Slot(str)
    def layDown(self, persona: str) -> None:
        self._order(lambda controls: controls.lay_down(persona))

    @Slot()
    def takeAway(self) -> None:
        self._order(lambda controls: controls.pull())

    @Slot(str)
    def renew(self, persona: str) -> None:
        """Hand out a new card: attempts and PIN as at the beginning."""
        self._order(lambda controls: controls.renew(persona))

    @Slot(bool)
    def letBochumIdWork(self, works: bool) -> None:
        self._order(lambda controls: controls.network("bochumId", ok=works))

    @Slot(bool)
    def letEidServerWork(self, works: bool) -> None:
        self._order(lambda controls: controls.network("eidServer", ok=works))

    @Slot(str)
    def setPrinter(self, state: str) -> None:
        self._order(lambda controls: controls.printer(state))

    @Slot(str)
    def setScanner(self, state: str) -> None:
        self._order(lambda controls: controls.scanner(state))

    @Slot(str)
    def setCardTerminal(self, mode: str) -> None:
        self._order(lambda controls: controls.card_terminal(mode))

    @Slot(str)
    def touchCardTerminal(self, hand: str) -> None:
        self._order(lambda controls: controls.touch_card_terminal(hand))

    @Slot(str)
    def speak(self, code: str) -> None:
        self._language = Language(code)
        self._speak(self._language)
        self.languageChanged.emit()


def _place(persona: Persona) -> tuple[int, str]:
    return (_FIRST.index(persona.id) if persona.id in _FIRST else len(_FIRST), persona.title)
