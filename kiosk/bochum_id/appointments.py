"""Appointments and waiting numbers: found, held, confirmed, cancelled, checked in (contract section 9)."""

from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.bochum_id.once import Caller
from kiosk.bochum_id.paging import with_query
from kiosk.bochum_id.payment_values import rfc3339
from kiosk.bochum_id.reading import Part
from kiosk.bochum_id.transport import Answer, Call, json_bytes
from kiosk.bochum_id.values import JsonObject

_PATH = "/v1/appointments"


@dataclass(frozen=True, slots=True)
class Office:
    id: str
    name: str
    address: str
    walk_in: bool
    """Whether somebody without an appointment may draw a waiting number."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that is free, at one office."""

    office_id: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Hold:
    """A time that is kept for this visitor, for ten minutes."""

    id: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """Who comes; all that an appointment needs to know of somebody."""

    family_name: str = field(repr=False)
    birth_year: int | None = field(repr=False)
    """Proves at the check-in whose number it is; may be None for somebody signed in."""
    email: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Appointment:
    id: str
    number: str = field(repr=False)
    """To be called by, and to check in with."""
    start: datetime = field(repr=False)
    end: datetime = field(repr=False)
    office: Office
    service_id: str
    bring: tuple[str, ...]
    cancel_code: str | None = field(repr=False)
    """Cancels it without signing in; told once, when it is made."""
    receipt_id: str | None


@dataclass(frozen=True, slots=True)
class QueueTicket:
    """A place in the waiting area."""

    ticket: str = field(repr=False)
    waiting_area: str
    estimated_minutes: int


class Appointments:
    """Appointments for anybody at the terminal, and those of whoever is signed in."""

    def __init__(self, terminal: Caller, citizen: Caller) -> None:
        self._terminal = terminal
        self._citizen = citizen

    def offices(self, service_id: str) -> tuple[Office, ...]:
        part = self._ask("offices", serviceId=service_id)
        return tuple(_office(item) for item in part.member("items").items())

    def days(
        self,
        office: Office,
        service_id: str,
        *,
        count: int = 1,
        first: date | None = None,
        last: date | None = None,
    ) -> tuple[date, ...]:
        """Days with free times, as far ahead as appointments are made unless `first` or `last` is given.

        `count` is for how many people or things.
        """
        limits = {"from": first, "to": last}
        span = {name: day.isoformat() for name, day in limits.items() if day is not None}
        part = self._ask("days", officeId=office.id, serviceId=service_id, count=count, **span)
        return tuple(item.day() for item in part.member("days").items())

    def slots(self, office: Office, service_id: str, day: date, *, count: int = 1) -> tuple[Slot, ...]:
        part = self._ask("slots", officeId=office.id, serviceId=service_id, count=count, date=day.isoformat())
        return tuple(_slot(item) for item in part.member("slots").items())

    def hold(self, slot: Slot, service_id: str, *, count: int = 1, signed_in: bool) -> Hold:
        """Keep a time; Refused slot-gone when somebody was faster.

        `signed_in` says as whom: the citizen, or just anybody.
        """
        start = rfc3339(slot.start)
        body: JsonObject = {
            "officeId": slot.office_id,
            "serviceId": service_id,
            "count": count,
            "start": start,
        }
        act = f"hold {slot.office_id} {service_id} {count} {start}"
        caller = self._caller(signed_in=signed_in)
        return caller.do_once(act, f"{_PATH}/holds", lambda: json_bytes(body), _hold)

    def confirm(
        self,
        hold: Hold,
        contact: Contact,
        *,
        application_id: str | None = None,
        signed_in: bool,
        language: str = "de",
    ) -> Appointment:
        """Make the appointment, once; Refused hold-expired when it took too long.

        `language` is for what it says of things to bring.
        """
        person: JsonObject = {"familyName": contact.family_name}
        if contact.birth_year is not None:
            person["birthYear"] = contact.birth_year
        if contact.email:
            person["email"] = contact.email
        if contact.phone:
            person["phone"] = contact.phone
        body: JsonObject = {"holdId": hold.id, "contact": person}
        if application_id is not None:
            body["applicationId"] = application_id
        caller = self._caller(signed_in=signed_in)
        act = f"confirm {hold.id}"
        said = {"Accept-Language": language}
        return caller.do_once(act, _PATH, lambda: json_bytes(body), _made, said, for_good=signed_in)

    def own(self) -> tuple[Appointment, ...]:
        """The appointments of whoever is signed in, the next one first."""
        part = self._citizen.send(Call("GET", _PATH)).json()
        return tuple(_appointment(item) for item in part.member("items").items())

    def cancel(self, appointment: Appointment) -> None:
        """Cancel one of whoever is signed in."""
        self._citizen.send(Call("DELETE", f"{_PATH}/{appointment.id}"))

    def cancel_with_code(self, appointment_id: str, cancel_code: str) -> None:
        """Cancel without signing in; Refused not-found when the code is not that appointment's."""
        body = json_bytes({"cancelCode": cancel_code})
        self._terminal.send(Call("DELETE", f"{_PATH}/{appointment_id}", body))

    def cancel_with_number(self, number: str, cancel_code: str) -> None:
        """Cancel with what stands on the slip; Refused not-found when the code is not that number's."""
        body: JsonObject = {"number": number, "cancelCode": cancel_code}
        self._terminal.do_once(
            f"cancel {number}", f"{_PATH}/cancellations", lambda: json_bytes(body), lambda _answer: None
        )

    def check_in(self, number: str, birth_year: int) -> QueueTicket:
        """Say that somebody with an appointment is here; the same again gives the same ticket."""
        body: JsonObject = {"number": number, "birthYear": birth_year}
        path = f"{_PATH}/check-ins"
        return self._terminal.do_once(f"check in {number}", path, lambda: json_bytes(body), _ticket)

    def queue_ticket(self, service_id: str, visit: str) -> QueueTicket:
        """Draw a waiting number; `visit` tells one visitor's lost answer from the next visitor's wish."""
        act = f"queue {service_id} {visit}"
        body = json_bytes({"serviceId": service_id})
        return self._terminal.do_once(act, "/v1/queue/tickets", lambda: body, _ticket)

    def _caller(self, *, signed_in: bool) -> Caller:
        return self._citizen if signed_in else self._terminal

    def _ask(self, what: str, **parameters: str | int) -> Part:
        return self._terminal.send(Call("GET", with_query(f"{_PATH}/{what}", **parameters))).json()


def _office(part: Part) -> Office:
    return Office(
        id=part.member("id").identifier(),
        name=part.member("name").text(),
        address=part.member("address").text(),
        walk_in=part.member("walkIn").truth(),
    )


def _slot(part: Part) -> Slot:
    return Slot(
        office_id=part.member("officeId").identifier(),
        start=part.member("start").moment(),
        end=part.member("end").moment(),
    )


def _hold(answer: Answer) -> Hold:
    part = answer.json()
    return Hold(part.member("holdId").identifier(), part.member("expiresAt").moment())


def _made(answer: Answer) -> Appointment:
    return _appointment(answer.json())


def _appointment(part: Part) -> Appointment:
    return Appointment(
        id=part.member("id").identifier(),
        number=part.member("number").text(),
        start=part.member("start").moment(),
        end=part.member("end").moment(),
        office=_office(part.member("office")),
        service_id=part.member("serviceId").identifier(),
        bring=tuple(item.text() for item in part.member("bring").items()),
        cancel_code=part.maybe("cancelCode", Part.text),
        receipt_id=part.maybe("receiptId", Part.identifier),
    )


def _ticket(answer: Answer) -> QueueTicket:
    part = answer.json()
    return QueueTicket(
        ticket=part.member("ticket").text(),
        waiting_area=part.member("waitingArea").text(),
        estimated_minutes=part.member("estimated").count(),
    )
