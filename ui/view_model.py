"""The visit as QML sees it: one screen with its page, perhaps a sheet over it, and the frame around both."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from cardreader.reader import NoReader
from kiosk.bochum_id.values import Catalogue
from kiosk.session import events as ev
from kiosk.session.delivery import NoPaper
from kiosk.session.preferences import Preferences
from kiosk.session.states import CityClosed, NothingOver, Preparing, Visit
from kiosk.session.stations import Station, station
from kiosk.session.step import misses_card, step
from ui.pages import page_for, screen_of, sheet_of
from ui.pages.context import HoldsSecret, KeepsTyping, PageContext
from ui.whereabouts import acts_for, catalogue_of, fate_of, place_of, service_of

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SessionViewModel(QObject):
    """`show` is the only way in, `dispatch` the only way out; nothing is decided here.

    The same place keeps its screen and gets a new page; another place gets another screen.
    """

    changed = Signal()
    screenReplaced = Signal()
    pageReplaced = Signal()
    sheetReplaced = Signal()
    sheetPageReplaced = Signal()

    def __init__(self, dispatch: Callable[[ev.Event], None]) -> None:
        super().__init__()
        self._dispatch = dispatch
        self._visit = Visit(Preferences(), NoReader(), Preparing(), NothingOver())
        self._context = PageContext(dispatch, self._visit.preferences.language)
        self._page = page_for(self._visit.scene, self._context)
        self._sheet_page: QObject | None = None
        self._retired: list[QObject] = []
        self._came_from = 0
        self._catalogue: Catalogue | None = None

    def show(self, visit: Visit) -> None:
        """Show `visit`: replace the screen, the page or the sheet, whichever changed."""
        before, over = self._visit, visit.overlay
        context = PageContext(self._dispatch, visit.preferences.language)
        retold = context.language is not self._context.language
        moved = place_of(visit.scene) != place_of(before.scene)
        renewed = retold or visit.scene is not before.scene
        covered = sheet_of(over) != sheet_of(before.overlay)
        turned = covered or (sheet_of(over) != "" and (retold or over is not before.overlay))
        # Both pages first: a situation that nobody has drawn must leave everything as it was.
        page = page_for(visit.scene, context) if renewed else self._page
        sheet_page = self._sheet_page
        if turned:
            sheet_page = None if isinstance(over, NothingOver) else page_for(over, context)
        if renewed and visit.scene is before.scene and isinstance(page, KeepsTyping):
            page.take_over(self._page)
        # QML lets go of an old page only after its screen: keep it until the next change.
        self._retired.clear()
        if renewed:
            self._retire(self._page)
        if turned:
            self._retire(self._sheet_page)
        self._visit, self._context, self._page, self._sheet_page = visit, context, page, sheet_page
        self._catalogue = catalogue_of(visit.scene) or self._catalogue
        self._came_from = _number(station(before.scene))
        self.changed.emit()
        if moved:
            self.screenReplaced.emit()
        elif renewed:
            self.pageReplaced.emit()
        if covered:
            self.sheetReplaced.emit()
        elif turned:
            self.sheetPageReplaced.emit()

    def forget(self) -> None:
        """Wipe what the pages hold; the last thing before the window goes."""
        for page in (self._page, self._sheet_page, *self._retired):
            _wipe(page)

    # ------------------------------------------------------------ the screen and the sheet

    @Property(str, notify=screenReplaced)
    def screen(self) -> str:
        """Path of the screen below ui/."""
        return screen_of(self._visit.scene)

    @Property(QObject, notify=pageReplaced)
    def page(self) -> QObject:
        return self._page

    @Property(str, notify=sheetReplaced)
    def sheet(self) -> str:
        """Path of the sheet below ui/; empty when nothing covers the screen."""
        return sheet_of(self._visit.overlay)

    @Property(QObject, notify=sheetPageReplaced)
    def sheetPage(self) -> QObject | None:
        return self._sheet_page

    # ------------------------------------------------------------ the frame

    @Property(int, notify=changed)
    def station(self) -> int:
        """Number of the station on the rope, from 1; 0 while no service is chosen."""
        return _number(station(self._visit.scene))

    @Property(int, notify=changed)
    def cameFrom(self) -> int:
        """Number of the station before, for the cage's way; 0 when there was none."""
        return self._came_from

    @Property(int, constant=True)
    def stations(self) -> int:
        return len(Station)

    @Property(str, notify=changed)
    def service(self) -> str:
        service = service_of(self._visit.scene)
        return "" if service is None else self._context.say(service.title)

    @Property(str, notify=changed)
    def actingFor(self) -> str:
        """Name of the organisation that the visitor acts for; empty while they act for themselves."""
        return acts_for(self._visit.scene)

    @Property(str, notify=changed)
    def office(self) -> str:
        return "" if self._catalogue is None else self._context.say(self._catalogue.office)

    @Property(str, notify=changed)
    def authority(self) -> str:
        return "" if self._catalogue is None else self._context.say(self._catalogue.authority)

    @Property(bool, notify=changed)
    def onlyInformation(self) -> bool:
        """The city cannot be reached: everything can be read, and nobody can sign in."""
        return isinstance(self._visit.city, CityClosed)

    @Property(str, notify=changed)
    def noPaper(self) -> str:
        """The code of what keeps the printer from printing; empty while paper would come."""
        paper = self._visit.paper
        return paper.failure.value if isinstance(paper, NoPaper) else ""

    @Property(bool, notify=changed)
    def canGoBack(self) -> bool:
        return self._would_do(self._back())

    @Property(bool, notify=changed)
    def canEnd(self) -> bool:
        return self._would_do(ev.EndAsked())

    @Property(bool, notify=changed)
    def mustHide(self) -> bool:
        """An application is open and its card is away: whatever lies over it has to hide it."""
        return misses_card(self._visit)

    @Property(str, notify=changed)
    def fate(self) -> str:
        """What becomes of the entries if the visit ended now: unsent, saved, sending or sent."""
        return fate_of(self._visit.scene)

    @Slot()
    def goBack(self) -> None:
        self._dispatch(self._back())

    @Slot()
    def askHelp(self) -> None:
        self._dispatch(ev.HelpAsked())

    @Slot()
    def askLanguage(self) -> None:
        self._dispatch(ev.LanguageAsked())

    @Slot()
    def askDisplay(self) -> None:
        self._dispatch(ev.DisplayAsked())

    @Slot()
    def end(self) -> None:
        self._dispatch(ev.EndAsked())

    # ------------------------------------------------------------ how

    def _back(self) -> ev.Event:
        """Back takes the sheet away first."""
        return ev.Back() if isinstance(self._visit.overlay, NothingOver) else ev.OverlayClosed()

    def _would_do(self, event: ev.Event) -> bool:
        following = step(self._visit, event)
        return following.visit is not self._visit or bool(following.effects)

    def _retire(self, page: QObject | None) -> None:
        if page is None:
            return
        _wipe(page)
        self._retired.append(page)


def _number(at: Station | None) -> int:
    return 0 if at is None else at.value


def _wipe(page: object) -> None:
    if isinstance(page, HoldsSecret):
        page.wipe()
