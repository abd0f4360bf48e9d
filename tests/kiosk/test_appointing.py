"""Appointments in the world: what the city has against it is an event, and nobody keeps a time they left."""

from dataclasses import replace

import pytest
from fake_evidence import FakeAppointments, Noting, refused, unreachable

from kiosk.appointing import Appointing
from kiosk.bochum_id.appointments import Contact
from kiosk.bochum_id.errors import BackendError
from kiosk.session import appointment_effects as ax
from kiosk.session import appointment_events as ae
from kiosk.session import events as ev
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language
from tests.samples import APPLICATION
from ui.gallery import evidence_samples as gallery

WHO = Contact("Canary-Kin", 1964)
HOLD = ax.HoldTime(gallery.SLOTS[0], "svc", 2, signed_in=True)
ALONE = ax.BookTime(gallery.HELD, WHO, None, Language.GERMAN)
WITH_IT = ax.BookTime(gallery.HELD, WHO, APPLICATION, Language.ENGLISH)
OTHER_TIME = replace(gallery.HELD, hold=replace(gallery.HELD.hold, id="hld_0002"))
OPENS_AT = gallery.SLOTS[0].start
CHECK_IN = ax.CheckIn("B-0472", 1964)
CANCEL = ax.CancelAppointment("B-0472", "K7Q2")

EFFECTS: list[tuple[ax.AppointmentEffect, str, type[ev.Event]]] = [
    (ax.FindOffices("svc"), "offices svc", ae.OfficesFound),
    (ax.FindDays(gallery.MITTE, "svc", 2), "days buero-mitte svc 2", ae.DaysFound),
    (
        ax.FindTimes(gallery.MITTE, "svc", 2, gallery.DAY),
        f"slots buero-mitte svc {gallery.DAY} 2",
        ae.TimesFound,
    ),
    (HOLD, "hold buero-mitte svc 2 True", ae.TimeHeld),
    (ALONE, "confirm hld_0001 1964 None False de", ae.TimeBooked),
    (WITH_IT, f"confirm hld_0001 1964 {APPLICATION.draft.id} True en", ae.TimeBooked),
    (CHECK_IN, "check_in B-0472 1964", ae.TicketGiven),
    (ax.DrawNumber("svc"), "queue_ticket svc True", ae.TicketGiven),
    (CANCEL, "cancel_with_number B-0472 K7Q2", ae.CancelDone),
]


@pytest.mark.parametrize(("effect", "call", "event"), EFFECTS, ids=lambda each: getattr(each, "__name__", ""))
def test_what_is_asked_of_the_city_and_what_comes_back(
    effect: ax.AppointmentEffect, call: str, event: type[ev.Event]
) -> None:
    city = FakeAppointments()
    assert type(Appointing(city, "visit").perform(effect)) is event
    assert city.noting.calls == [call]


def test_every_effect_stands_in_the_table() -> None:
    assert {type(effect) for effect, _, _ in EFFECTS} == set(ax.APPOINTMENT_EFFECTS)


@pytest.mark.parametrize(
    ("effect", "call", "code", "event"),
    [
        (HOLD, "hold", "slot-gone", ae.TimeGone()),
        (HOLD, "hold", "not-found", ae.TimeGone()),
        (ALONE, "confirm", "hold-expired", ae.TimeGone()),
        (WITH_IT, "confirm", "hold-expired", ae.TimeGone()),
        (WITH_IT, "confirm", "slot-gone", ae.TimeGone()),
        (CHECK_IN, "check_in", "not-found", ae.NumberUnknown()),
        (CHECK_IN, "check_in", "check-in-closed", ae.CheckInOpensLater(OPENS_AT)),
        (ax.DrawNumber("svc"), "queue_ticket", "service-closed", ae.WalkInClosed()),
        (ax.DrawNumber("svc"), "queue_ticket", "service-not-at-terminal", ae.WalkInClosed()),
        (CANCEL, "cancel_with_number", "not-found", ae.NumberUnknown()),
        (CHECK_IN, "check_in", "too-many-attempts", ev.Failing(Failure.NUMBERS_PAUSED)),
        (CANCEL, "cancel_with_number", "too-many-attempts", ev.Failing(Failure.NUMBERS_PAUSED)),
    ],
)
def test_what_a_visitor_can_do_something_about_is_an_event(
    effect: ax.AppointmentEffect, call: str, code: str, event: ev.Event
) -> None:
    opens_at = OPENS_AT if code == "check-in-closed" else None
    city = FakeAppointments(Noting(errors={call: [refused(code, opens_at=opens_at)]}))
    assert Appointing(city, "visit").perform(effect) == event


def test_a_check_in_that_is_over_reads_as_a_number_that_there_is_not() -> None:
    city = FakeAppointments(Noting(errors={"check_in": [refused("check-in-closed")]}))
    assert Appointing(city, "visit").perform(CHECK_IN) == ae.NumberUnknown()


@pytest.mark.parametrize("error", [unreachable(), refused("level-too-low", 403)], ids=["away", "refused"])
@pytest.mark.parametrize(("effect", "call"), [(effect, call) for effect, call, _ in EFFECTS])
def test_everything_else_is_left_to_whoever_asked(
    effect: ax.AppointmentEffect, call: str, error: BackendError
) -> None:
    city = FakeAppointments(Noting(errors={call.partition(" ")[0]: [error]}))
    with pytest.raises(BackendError) as raised:
        Appointing(city, "visit").perform(effect)
    assert raised.value is error


# ---------------------------------------------------------------- times of an application not sent


def cancelled(city: FakeAppointments) -> list[str]:
    return [call for call in city.noting.calls if call.startswith("cancel ")]


def test_leaving_gives_back_the_time_of_an_application_once() -> None:
    city = FakeAppointments()
    appointing = Appointing(city, "visit")
    appointing.perform(WITH_IT)
    assert cancelled(city) == []
    appointing.leave()
    appointing.leave()
    assert cancelled(city) == ["cancel apt_hld_0001"]


def test_a_time_of_its_own_and_one_that_was_sent_stay() -> None:
    city = FakeAppointments()
    appointing = Appointing(city, "visit")
    appointing.perform(ALONE)
    appointing.leave()
    appointing.perform(WITH_IT)
    appointing.sending()
    appointing.leave()
    assert cancelled(city) == []


def test_another_time_for_the_same_application_gives_back_the_first() -> None:
    city = FakeAppointments()
    appointing = Appointing(city, "visit")
    appointing.perform(WITH_IT)
    appointing.perform(replace(WITH_IT, held=OTHER_TIME))
    assert cancelled(city) == ["cancel apt_hld_0001"]
    appointing.leave()
    assert cancelled(city) == ["cancel apt_hld_0001", "cancel apt_hld_0002"]


def test_the_same_time_confirmed_again_is_not_given_back() -> None:
    city = FakeAppointments()
    appointing = Appointing(city, "visit")
    appointing.perform(WITH_IT)
    appointing.perform(WITH_IT)
    assert cancelled(city) == []
    appointing.leave()
    assert cancelled(city) == ["cancel apt_hld_0001"]


def test_a_city_that_is_away_keeps_nobody_from_leaving_or_from_another_time() -> None:
    city = FakeAppointments(Noting(errors={"cancel": [unreachable(), unreachable()]}))
    appointing = Appointing(city, "visit")
    appointing.perform(WITH_IT)
    assert isinstance(appointing.perform(replace(WITH_IT, held=OTHER_TIME)), ae.TimeBooked)
    appointing.leave()
    assert len(cancelled(city)) == len(("the first", "the second"))


def test_a_time_that_went_meanwhile_takes_no_other_with_it() -> None:
    city = FakeAppointments()
    appointing = Appointing(city, "visit")
    appointing.perform(WITH_IT)
    city.noting.errors["confirm"] = [refused("slot-gone")]
    assert appointing.perform(replace(WITH_IT, held=OTHER_TIME)) == ae.TimeGone()
    assert cancelled(city) == []
