"""What only a sandbox remembers: faults to come and parts that are switched off."""

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import Table


class PlannedFault(Table):
    __tablename__ = "planned_faults"
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    method: Mapped[str]
    path: Mapped[str]
    scenario: Mapped[str]
    times: Mapped[int]


class ComponentSwitch(Table):
    """A part of the backend that somebody has switched off."""

    __tablename__ = "component_switches"
    name: Mapped[str] = mapped_column(primary_key=True)
