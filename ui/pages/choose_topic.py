"""What do you need? The topics of the catalogue, and the doors that exist."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.values import Destination
from kiosk.session import door_events as knock
from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseTopicPage(QObject):
    def __init__(self, scene: st.ChooseTopic, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(list, constant=True)
    def topics(self) -> list[dict[str, object]]:
        """Rows of id, icon and title, in the catalogue's order."""
        say = self._context.say
        return [
            {"id": topic.id, "icon": f"icon-{topic.icon}", "title": say(topic.title)}
            for topic in self._scene.catalogue.topics
        ]

    @Property(list, constant=True)
    def doors(self) -> list[str]:
        """Which places of the terminal's own the city offers, in the order of the screen."""
        offered = {service.destination for service in self._scene.catalogue.services}
        return [each.value for each in Destination if each in offered]

    @Slot()
    def search(self) -> None:
        self._context.dispatch(knock.SearchAsked())

    @Slot(str)
    def walkThrough(self, destination: str) -> None:
        """Go to the place behind one of the doors."""
        self._context.dispatch(knock.DoorChosen(Destination(destination)))

    @Slot(str)
    def choose(self, topic_id: str) -> None:
        self._context.dispatch(ev.TopicChosen(topic_id))

    @Slot()
    def askPinHelp(self) -> None:
        self._context.dispatch(ev.PinHelpAsked())
