"""Which times of an office are free, and taking one of them so that nobody else can (contract 9)."""

from collections import Counter
from datetime import date, datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from sandbox.bochum_id.offices import Office, local_day, offices
from sandbox.bochum_id.store import add_unless_there
from sandbox.bochum_id.tables import TakenTime


def free_starts(db: Session, office: Office, days: list[date], count: int, now: datetime) -> list[datetime]:
    """List the beginnings at which `count` slots in a row are free, in order."""
    all_offices = offices()
    slots = {start for day in days for start in all_offices.slots_on(office, day)}
    if not slots:
        return []
    taken = Counter(
        db.scalars(
            select(TakenTime.start).where(
                TakenTime.office_id == office.id,
                TakenTime.start.between(min(slots), max(slots)),
                or_(TakenTime.free_again_at.is_(None), TakenTime.free_again_at > now),
            )
        )
    )
    free = {start for start in slots if taken[start] < office.counters}
    return [
        start
        for start in sorted(free)
        if all_offices.is_bookable(start, now) and free.issuperset(_row(start, count))
    ]


def take(
    db: Session, office: Office, start: datetime, count: int, hold_id: str, until: datetime, now: datetime
) -> bool:
    """Take `count` slots in a row until a moment; False when one of them is gone, and nothing is taken."""
    row = _row(start, count)
    all_offices = offices()
    known = set(all_offices.slots_on(office, local_day(start)))
    if not known.issuperset(row) or not all_offices.is_bookable(start, now):
        return False
    with db.begin_nested() as savepoint:
        for each in row:
            db.execute(
                delete(TakenTime).where(
                    TakenTime.office_id == office.id,
                    TakenTime.start == each,
                    TakenTime.free_again_at <= now,
                )
            )
            if not _take_counter(db, office, each, hold_id, until):
                savepoint.rollback()
                return False
    return True


def keep(db: Session, hold_id: str, count: int) -> bool:
    """Keep a held time for good; False when it is not held any more."""
    kept = db.execute(
        update(TakenTime)
        .where(TakenTime.hold_id == hold_id, TakenTime.free_again_at.is_not(None))
        .values(free_again_at=None)
        .returning(TakenTime.start)
    ).all()
    return len(kept) == count


def give_back(db: Session, hold_id: str) -> None:
    db.execute(delete(TakenTime).where(TakenTime.hold_id == hold_id))


def _take_counter(db: Session, office: Office, start: datetime, hold_id: str, until: datetime) -> bool:
    return any(
        add_unless_there(
            db,
            TakenTime(
                office_id=office.id, start=start, counter=counter, hold_id=hold_id, free_again_at=until
            ),
        )
        for counter in range(office.counters)
    )


def _row(start: datetime, count: int) -> list[datetime]:
    slot: timedelta = offices().slot
    return [start + place * slot for place in range(count)]
