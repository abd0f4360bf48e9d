"""Does in the world what a visit wants done about appointments and waiting numbers."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Final, Protocol, assert_never

from kiosk.bochum_id.appointments import Appointment, Contact, Hold, Office, QueueTicket, Slot
from kiosk.bochum_id.errors import BackendError, Problem, Refused
from kiosk.session import appointment_effects as ax
from kiosk.session import appointment_events as ae
from kiosk.session import events as ev
from kiosk.session.failure import Failure

_GONE: Final = frozenset({"slot-gone", "hold-expired", "not-found"})
_PAUSE: Final = "too-many-attempts"
_NO_WALK_IN: Final = frozenset({"service-closed", "service-not-at-terminal"})


class AppointmentBackend(Protocol):
    """What is needed of Bochum-ID; every method blocks and may raise BackendError."""

    def offices(self, service_id: str) -> tuple[Office, ...]: ...
    def days(self, office: Office, service_id: str, *, count: int) -> tuple[date, ...]: ...
    def slots(self, office: Office, service_id: str, day: date, *, count: int) -> tuple[Slot, ...]: ...
    def hold(self, slot: Slot, service_id: str, *, count: int, signed_in: bool) -> Hold: ...
    def confirm(
        self, hold: Hold, contact: Contact, *, application_id: str | None, signed_in: bool, language: str
    ) -> Appointment: ...
    def cancel(self, appointment: Appointment) -> None: ...
    def cancel_with_number(self, number: str, cancel_code: str) -> None: ...
    def check_in(self, number: str, birth_year: int) -> QueueTicket: ...
    def queue_ticket(self, service_id: str, visit: str) -> QueueTicket: ...


class Appointing:
    """The appointments of one visit; every method blocks."""

    def __init__(self, backend: AppointmentBackend, visit_id: str) -> None:
        self._city = backend
        self._visit_id = visit_id
        self._unsent: list[Appointment] = []
        """Appointments of an application that has not been sent."""

    def perform(self, effect: ax.AppointmentEffect) -> ev.Event:
        """Do it; what the city has against it is an event, or a BackendError."""
        city = self._city
        match effect:
            case ax.FindOffices(service_id):
                return ae.OfficesFound(city.offices(service_id))
            case ax.FindDays(office, service_id, count):
                return ae.DaysFound(city.days(office, service_id, count=count))
            case ax.FindTimes(office, service_id, count, day):
                return ae.TimesFound(city.slots(office, service_id, day, count=count))
            case ax.HoldTime(slot, service_id, count, signed_in):
                return _unless(
                    _GONE,
                    lambda: ae.TimeHeld(city.hold(slot, service_id, count=count, signed_in=signed_in)),
                    lambda _problem: ae.TimeGone(),
                )
            case ax.BookTime():
                return _unless(_GONE, lambda: self._book(effect), lambda _problem: ae.TimeGone())
            case ax.CheckIn(number, birth_year):
                return _unless(
                    {"not-found", "check-in-closed", _PAUSE},
                    lambda: ae.TicketGiven(city.check_in(number, birth_year)),
                    _not_checked_in,
                )
            case ax.DrawNumber(service_id):
                return _unless(
                    _NO_WALK_IN,
                    lambda: ae.TicketGiven(city.queue_ticket(service_id, self._visit_id)),
                    lambda _problem: ae.WalkInClosed(),
                )
            case ax.CancelAppointment(number, code):
                return _unless({"not-found", _PAUSE}, lambda: self._cancel(number, code), _number_unknown)
            case _:
                assert_never(effect)

    def sending(self) -> None:
        """The application is being sent: its appointment stays from here on."""
        self._unsent.clear()

    def leave(self) -> None:
        """Give back the time of an application that was never sent; nobody waits for the answer."""
        while self._unsent:
            with suppress(BackendError):  # it stays, then: the visitor has been told of it
                self._city.cancel(self._unsent.pop())

    def _book(self, effect: ax.BookTime) -> ev.Event:
        application = effect.application
        made = self._city.confirm(
            effect.held.hold,
            effect.contact,
            application_id=application.draft.id if application else None,
            signed_in=application is not None,
            language=effect.language.value,
        )
        if application is not None:
            self._unsent = [other for other in self._unsent if other.id != made.id]
            self.leave()  # an earlier choice, for the same application
            self._unsent.append(made)
        return ae.TimeBooked(made)

    def _cancel(self, number: str, code: str) -> ev.Event:
        self._city.cancel_with_number(number, code)
        return ae.CancelDone()


def _not_checked_in(problem: Problem) -> ev.Event:
    opens_at = problem.opens_at
    return _number_unknown(problem) if opens_at is None else ae.CheckInOpensLater(opens_at)


def _number_unknown(problem: Problem) -> ev.Event:
    """Nobody has this number, or too many wrong ones have been tried here."""
    paused = problem.code == _PAUSE
    return ev.Failing(Failure.NUMBERS_PAUSED) if paused else ae.NumberUnknown()


def _unless(
    codes: frozenset[str] | set[str],
    do: Callable[[], ev.Event],
    otherwise: Callable[[Problem], ev.Event],
) -> ev.Event:
    """Do it, and turn a refusal with one of these codes into an event."""
    try:
        return do()
    except BackendError as error:
        if isinstance(error.fault, Refused) and error.fault.problem.code in codes:
            return otherwise(error.fault.problem)
        raise
