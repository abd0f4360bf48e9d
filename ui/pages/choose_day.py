"""The days of a month on which an office has time."""

import calendar

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseDayPage(QObject):
    def __init__(self, scene: ap.ChooseDay, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def office(self) -> str:
        return self._scene.where.office.name

    @Property(int, constant=True)
    def year(self) -> int:
        return self._scene.month.year

    @Property(int, constant=True)
    def month(self) -> int:
        """From 1."""
        return self._scene.month.month

    @Property(list, constant=True)
    def weeks(self) -> list[list[dict[str, object]]]:
        """The month in weeks from Monday on: `day` (0 outside the month), and whether it is `free`."""
        year, month = self._scene.month.year, self._scene.month.month
        free = {day.day for day in self._scene.days if (day.year, day.month) == (year, month)}
        return [
            [{"day": day, "free": day in free} for day in week]
            for week in calendar.Calendar().monthdayscalendar(year, month)
        ]

    @Property(bool, constant=True)
    def hasEarlier(self) -> bool:
        """Whether there are free days in a month before."""
        return self._scene.days[0] < self._scene.month

    @Property(bool, constant=True)
    def hasLater(self) -> bool:
        last = self._scene.days[-1]
        return (last.year, last.month) > (self._scene.month.year, self._scene.month.month)

    @Slot(int)
    def choose(self, day: int) -> None:
        self._context.dispatch(ae.DayChosen(self._scene.month.replace(day=day)))

    @Slot(bool)
    def turn(self, forward: bool) -> None:
        """To another month."""
        self._context.dispatch(ae.MonthTurned(forward))
