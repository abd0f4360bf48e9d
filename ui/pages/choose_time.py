"""The free times of a day, before and after noon."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from kiosk.session.appointment_slips import local_time
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


NOON = 12


@QmlElement
class ChooseTimePage(QObject):
    def __init__(self, scene: ap.ChooseTime, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context
        self._starts = [local_time(slot.start) for slot in scene.slots]

    @Property(str, constant=True)
    def office(self) -> str:
        return self._scene.when.where.office.name

    @Property(dict, constant=True)
    def day(self) -> dict[str, object]:
        """`year`, `month` and `day`."""
        day = self._scene.when.day
        return {"year": day.year, "month": day.month, "day": day.day}

    @Property(list, constant=True)
    def morning(self) -> list[dict[str, object]]:
        """Rows of hour, minute and the number to choose it by."""
        return self._times(lambda hour: hour < NOON)

    @Property(list, constant=True)
    def afternoon(self) -> list[dict[str, object]]:
        return self._times(lambda hour: hour >= NOON)

    @Property(bool, constant=True)
    def gone(self) -> bool:
        """True when somebody was faster."""
        return self._scene.gone

    @Slot(int)
    def choose(self, number: int) -> None:
        self._context.dispatch(ae.TimeChosen(self._scene.slots[number].start))

    def _times(self, when: Callable[[int], bool]) -> list[dict[str, object]]:
        return [
            {"hour": start.hour, "minute": start.minute, "number": number}
            for number, start in enumerate(self._starts)
            if when(start.hour)
        ]
