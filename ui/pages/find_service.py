"""Searching: what is typed, and what it may mean."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.values import Destination
from kiosk.services.search import search
from kiosk.services.search_index import KEPT_INDEX
from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import events as ev
from kiosk.session.scenes.doors import LONGEST_WORDS
from ui.pages.context import PageContext
from ui.pages.service_rows import service_row

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FindServicePage(QObject):
    def __init__(self, scene: door.FindService, context: PageContext) -> None:
        super().__init__()
        self._words = scene.words
        self._catalogue = scene.catalogue
        self._context = context
        index = KEPT_INDEX.of(scene.catalogue)
        self._found = search(index, scene.words, context.language.value)

    @Property(str, constant=True)
    def words(self) -> str:
        return self._words

    @Property(int, constant=True)
    def most(self) -> int:
        """How many characters can be typed."""
        return LONGEST_WORDS

    @Property(list, constant=True)
    def found(self) -> list[dict[str, object]]:
        """Rows as of a topic, the likeliest first."""
        return [service_row(each, self._context) for each in self._found]

    @Property(bool, constant=True)
    def nothing(self) -> bool:
        """True when something is typed that nothing is called."""
        return bool(self._words.strip()) and not self._found

    @Property(bool, constant=True)
    def pinHelpThere(self) -> bool:
        """True when the city offers help about PINs here."""
        return any(each.destination is Destination.PIN_FIRST_AID for each in self._catalogue.services)

    @Slot()
    def toTopics(self) -> None:
        self._context.dispatch(ev.Back())

    @Slot()
    def toPinHelp(self) -> None:
        self._context.dispatch(knock.DoorChosen(Destination.PIN_FIRST_AID))

    @Slot(str)
    def type(self, words: str) -> None:
        self._context.dispatch(knock.WordsTyped(words))

    @Slot(str)
    def choose(self, service_id: str) -> None:
        self._context.dispatch(ev.ServiceChosen(service_id))
