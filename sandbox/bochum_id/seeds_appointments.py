"""An appointment that Erika has already."""

from datetime import datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.free_times import free_starts
from sandbox.bochum_id.offices import local_day, offices
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.tables import Account, Appointment, TakenTime

NUMBER: Final = "B-0472"
_ID: Final = f"apt_{uuid5(NAMESPACE_URL, 'urn:bochum:sandbox:appointment:erika')}"
_OFFICE: Final = "buero-mitte"
_AHEAD: Final = timedelta(days=2)


def seed(db: Session, backend: Backend) -> None:
    """Give Erika a time in the office Mitte, some days ahead, unless she has had it before."""
    account = db.get(Account, sample_account_id("erika"))
    if account is None or db.get(Appointment, _ID) is not None:
        return
    start = _first_free(db, backend)
    service_id = next(iter(backend.catalogue.services), None)
    if start is None or service_id is None:
        return
    born = account.attributes.get("dateOfBirth")
    year = str(born.get("value", ""))[:4] if isinstance(born, dict) else ""
    db.add(
        TakenTime(office_id=_OFFICE, start=start, counter=0, hold_id=_ID, free_again_at=None),
    )
    db.add(
        Appointment(
            id=_ID,
            hold_id=_ID,
            number=NUMBER,
            day=local_day(start).isoformat(),
            office_id=_OFFICE,
            service_id=service_id,
            count=1,
            start=start,
            end=start + offices().slot,
            account_id=account.id,
            application_id=None,
            contact={"familyName": "Mustermann"},
            birth_year=int(year) if year.isdecimal() else 1964,
            cancel_code="K7Q2",
            state="booked",
        )
    )


def _first_free(db: Session, backend: Backend) -> datetime | None:
    """Find the first time of a day some days ahead at which nobody has been seen yet."""
    now = backend.clock.now()
    days = [day for day in offices().bookable_days(now) if day >= local_day(now + _AHEAD)]
    return next(iter(free_starts(db, offices().by_id[_OFFICE], days, 1, now)), None)
