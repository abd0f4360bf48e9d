"""Appointments: free times, one holder each, numbers nobody guesses, arriving, waiting numbers."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import requests
from backend_world import OTTO, SERVICE, BackendWorld
from raw_citizen import RawCaller, code_of, new_key
from sqlalchemy import delete, select

from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id.free_times import take
from sandbox.bochum_id.offices import local_day, offices
from sandbox.bochum_id.outbox import everything_sent
from sandbox.bochum_id.queueing import WRONG_NUMBERS
from sandbox.bochum_id.tables import TakenTime, Tally

MITTE, GERTHE = "buero-mitte", "buero-gerthe"
CONTACT = {"familyName": "Mustermann", "birthYear": 1964}
MONDAY = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _monday(world: BackendWorld) -> Iterator[None]:
    world.clock.time = MONDAY
    yield
    with world.backend.store.transaction() as db:
        db.execute(delete(TakenTime))
        db.execute(delete(Tally))


@pytest.fixture
def terminal(world: BackendWorld, client: BochumId) -> RawCaller:
    client.open_terminal()
    return RawCaller.of_terminal(world, client)


def query(what: str, office: str = MITTE, **more: object) -> str:
    parameters = {"officeId": office, "serviceId": SERVICE, **more}
    return f"/v1/appointments/{what}?" + "&".join(f"{name}={value}" for name, value in parameters.items())


def slots(terminal: RawCaller, office: str = MITTE, day: str = "2026-11-26", **more: object) -> list[str]:
    answer = terminal("GET", query("slots", office, date=day, **more))
    assert answer.status_code == 200, answer.text
    return [str(slot["start"]) for slot in answer.json()["slots"]]


def hold(caller: RawCaller, start: str, office: str = MITTE, count: int = 1) -> requests.Response:
    body = {"officeId": office, "serviceId": SERVICE, "count": count, "start": start}
    return caller("POST", "/v1/appointments/holds", body, new_key())


def book(caller: RawCaller, hold_id: str, **more: object) -> requests.Response:
    body = {"holdId": hold_id, "contact": CONTACT} | more
    return caller("POST", "/v1/appointments", body, new_key())


def booked(caller: RawCaller, start: str, office: str = MITTE, **more: object) -> dict[str, Any]:
    held = hold(caller, start, office)
    assert held.status_code == 201, held.text
    answer = book(caller, held.json()["holdId"], **more)
    assert answer.status_code == 201, answer.text
    appointment: dict[str, Any] = answer.json()
    return appointment


def arrive(terminal: RawCaller, number: str, birth_year: int = 1964) -> requests.Response:
    body = {"number": number, "birthYear": birth_year}
    return terminal("POST", "/v1/appointments/check-ins", body, new_key())


def at(world: BackendWorld, client: BochumId, moment: datetime) -> RawCaller:
    world.clock.time = moment
    client.open_terminal()
    return RawCaller.of_terminal(world, client)


def test_all_six_offices_are_there(terminal: RawCaller) -> None:
    items = terminal("GET", f"/v1/appointments/offices?serviceId={SERVICE}").json()["items"]
    assert {office["name"].removeprefix("Bürgerbüro ") for office in items} == {
        "Mitte",
        "Gerthe",
        "Langendreer",
        "Linden",
        "Querenburg",
        "Wattenscheid",
    }
    assert all(office["address"].endswith("Bochum") for office in items)
    assert code_of(terminal("GET", "/v1/appointments/offices?serviceId=svc_nothing")) == "validation-failed"


def test_days_are_those_the_office_is_open_on(terminal: RawCaller) -> None:
    days = terminal("GET", query("days", GERTHE)).json()["days"]
    assert days[0] == "2026-11-24", "the office is shut by now"
    assert "2026-11-28" not in days, "a Saturday"
    assert max(days) <= "2026-12-21", "four weeks ahead"
    some = terminal("GET", query("days", GERTHE, **{"from": "2026-12-01", "to": "2026-12-02"})).json()["days"]
    assert some == ["2026-12-01", "2026-12-02"]


def test_times_are_local_and_skip_holidays(world: BackendWorld, client: BochumId) -> None:
    terminal = at(world, client, datetime(2026, 12, 14, 8, 0, tzinfo=UTC))
    assert slots(terminal, day="2026-12-15")[0] == "2026-12-15T07:00:00Z", "8 o'clock in winter"
    assert slots(terminal, day="2026-12-25") == [], "Christmas"
    summer = at(world, client, datetime(2026, 6, 1, 8, 0, tzinfo=UTC))
    assert slots(summer, day="2026-06-02")[0] == "2026-06-02T06:00:00Z", "8 o'clock in summer"
    assert slots(summer, day="2026-06-04") == [], "Corpus Christi"


def test_what_is_too_soon_or_too_far_away_is_not_offered(world: BackendWorld, terminal: RawCaller) -> None:
    today = slots(terminal, day="2026-11-23")
    assert today[0] == "2026-11-23T15:30:00Z", "half an hour ahead, at the least"
    assert slots(terminal, day="2027-06-01") == []
    assert code_of(hold(terminal, "2026-11-23T15:00:00Z")) == "slot-gone"
    assert code_of(hold(terminal, "2027-06-01T08:00:00Z")) == "slot-gone"


@pytest.mark.parametrize("start", ["2026-11-26T09:07:00Z", "2026-11-26T03:00:00Z", "0001-01-01T00:00:00Z"])
def test_no_other_time_can_be_held(terminal: RawCaller, start: str) -> None:
    assert code_of(hold(terminal, start)) == "slot-gone"


def test_a_time_has_as_many_holders_as_there_are_counters(terminal: RawCaller) -> None:
    start = slots(terminal)[0]
    counters = offices().by_id[MITTE].counters
    for taken in range(counters):
        assert start in slots(terminal), taken
        assert hold(terminal, start).status_code == 201
    assert start not in slots(terminal)
    assert code_of(hold(terminal, start)) == "slot-gone"


def test_many_who_want_the_last_time_at_once_are_one(
    world: BackendWorld, client: BochumId, terminal: RawCaller
) -> None:
    start = slots(terminal, GERTHE)[0]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: hold(terminal, start, GERTHE).status_code, range(8)))
    assert sorted(answers) == [201] + [409] * 7


def test_no_time_is_taken_twice_whatever_locks_are_held(world: BackendWorld) -> None:
    """Straight at the table, as several processes would: the key alone has to hold."""
    office, now = offices().by_id[MITTE], world.clock.now()
    start = offices().slots_on(office, date(2026, 11, 26))[0]

    def try_once(number: int) -> bool:
        with world.backend.store.transaction() as db:
            return take(db, office, start, 2, f"hld_{number}", now + timedelta(minutes=10), now)

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(try_once, range(12)))
    assert sum(outcomes) == office.counters
    with world.backend.store.transaction() as db:
        assert len(list(db.scalars(select(TakenTime)))) == 2 * office.counters


def test_a_party_takes_several_slots_in_a_row_or_none(terminal: RawCaller) -> None:
    first, second, third = slots(terminal, GERTHE)[:3]
    assert hold(terminal, second, GERTHE).status_code == 201
    assert code_of(hold(terminal, first, GERTHE, count=2)) == "slot-gone"
    assert first in slots(terminal, GERTHE), "the half that was free is free again"
    assert first not in slots(terminal, GERTHE, count=2)
    assert hold(terminal, third, GERTHE, count=2).status_code == 201


def test_a_held_time_is_free_again_by_itself(
    world: BackendWorld, client: BochumId, terminal: RawCaller
) -> None:
    start = slots(terminal, GERTHE)[0]
    held = hold(terminal, start, GERTHE).json()
    assert held["expiresAt"] == "2026-11-23T15:08:00Z"
    later = at(world, client, MONDAY + timedelta(minutes=10))
    assert start in slots(later, GERTHE)
    refused = book(later, held["holdId"])
    assert (refused.status_code, code_of(refused)) == (410, "hold-expired")
    assert hold(later, start, GERTHE).status_code == 201


def test_a_confirmed_time_stays_taken(world: BackendWorld, client: BochumId, terminal: RawCaller) -> None:
    start = slots(terminal, GERTHE)[0]
    held = hold(terminal, start, GERTHE).json()["holdId"]
    assert book(terminal, held).status_code == 201
    assert code_of(book(terminal, held)) == "hold-expired"
    later = at(world, client, MONDAY + timedelta(hours=1))
    assert start not in slots(later, GERTHE)


def test_a_hold_belongs_to_its_terminal(
    world: BackendWorld, terminal: RawCaller, other_client: BochumId
) -> None:
    held = hold(terminal, slots(terminal)[0]).json()["holdId"]
    assert book(RawCaller.of_terminal(world, other_client), held).status_code == 404


def test_an_appointment_has_all_that_goes_on_its_slip(world: BackendWorld, terminal: RawCaller) -> None:
    contact = CONTACT | {"email": "erika@example.org", "phone": "+49 234 5550147"}
    start = slots(terminal)[4]
    made = booked(terminal, start, contact=contact)
    assert made["number"][:2] == "B-"
    assert made["start"] == start
    assert made["office"]["name"] == "Bürgerbüro Mitte"
    assert made["bring"] == ["Ihren Ausweis", "Ihre PIN"]
    assert len(made["cancelCode"]) == 4
    with world.backend.store.transaction() as db:
        sent = {item.kind: item.recipient for item in everything_sent(db) if "appointment" in item.content}
    assert sent == {"email": "erika@example.org", "sms": "+49 234 5550147"}


def test_without_a_sign_in_somebody_has_to_say_the_birth_year(terminal: RawCaller) -> None:
    held = hold(terminal, slots(terminal)[0]).json()["holdId"]
    refused = book(terminal, held, contact={"familyName": "Mustermann"})
    assert refused.json()["errors"][0]["pointer"] == "/contact/birthYear"
    foreign = book(terminal, held, applicationId="app_somebody")
    assert code_of(foreign) == "validation-failed"
    assert book(terminal, held).status_code == 201


@pytest.mark.parametrize(
    "contact",
    [
        {},
        CONTACT | {"familyName": "A\0B"},
        CONTACT | {"email": "no address"},
        CONTACT | {"phone": "call me"},
        CONTACT | {"birthYear": 64},
        CONTACT | {"religion": "none"},
    ],
)
def test_a_wrong_contact_is_refused(terminal: RawCaller, contact: dict[str, object]) -> None:
    assert code_of(book(terminal, "hld_x", contact=contact)) == "validation-failed"


def test_citizens_see_and_cancel_their_own(
    world: BackendWorld, client: BochumId, other_client: BochumId, terminal: RawCaller
) -> None:
    world.sign_in(client)
    erika = RawCaller.of_citizen(world, client)
    start = slots(terminal, GERTHE)[0]
    made = booked(erika, start, GERTHE, contact={"familyName": "Mustermann"})
    listed = {item["id"]: item for item in erika("GET", "/v1/appointments").json()["items"]}
    assert "cancelCode" not in listed[made["id"]]
    receipt = erika("GET", f"/v1/receipts/{made['receiptId']}").json()
    assert (receipt["kind"], receipt["reference"]) == ("appointment", made["number"])
    world.sign_in(other_client, OTTO)
    otto = RawCaller.of_citizen(world, other_client)
    assert otto("GET", "/v1/appointments").json()["items"] == []
    assert otto("DELETE", f"/v1/appointments/{made['id']}").status_code == 404
    for _ in range(2):
        assert erika("DELETE", f"/v1/appointments/{made['id']}").status_code == 204
    left = [item["id"] for item in erika("GET", "/v1/appointments").json()["items"]]
    assert made["id"] not in left
    assert start in slots(terminal, GERTHE)


def test_the_code_cancels_without_a_sign_in(terminal: RawCaller) -> None:
    start = slots(terminal, GERTHE)[0]
    made = booked(terminal, start, GERTHE)
    path = f"/v1/appointments/{made['id']}"
    wrong = "AAAA" if made["cancelCode"] != "AAAA" else "BBBB"
    for body in (None, {"cancelCode": wrong}):
        assert terminal("DELETE", path, body).status_code == 404
    assert terminal("DELETE", path, {"cancelCode": made["cancelCode"]}).status_code == 204
    assert start in slots(terminal, GERTHE)


def test_what_stands_on_the_slip_cancels_without_an_id(
    world: BackendWorld, client: BochumId, terminal: RawCaller
) -> None:
    world.sign_in(client)
    erika = RawCaller.of_citizen(world, client)
    made = booked(erika, slots(terminal, GERTHE)[0], GERTHE, contact={"familyName": "Mustermann"})
    wrong = "AAAA" if made["cancelCode"] != "AAAA" else "BBBB"
    path = "/v1/appointments/cancellations"
    said = {"number": made["number"], "cancelCode": wrong}
    assert terminal("POST", path, said, new_key()).status_code == 404
    assert made["id"] in {item["id"] for item in erika("GET", "/v1/appointments").json()["items"]}
    right = said | {"cancelCode": made["cancelCode"]}
    assert terminal("POST", path, right, new_key()).status_code == 204
    assert made["id"] not in {item["id"] for item in erika("GET", "/v1/appointments").json()["items"]}


def test_arriving_gives_one_place_to_wait(world: BackendWorld, client: BochumId, terminal: RawCaller) -> None:
    made = booked(terminal, "2026-11-26T09:00:00Z")
    early = at(world, client, datetime(2026, 11, 26, 7, 59, tzinfo=UTC))
    refused = arrive(early, made["number"])
    assert (code_of(refused), refused.json()["opensAt"]) == ("check-in-closed", "2026-11-26T08:00:00Z")
    there = at(world, client, datetime(2026, 11, 26, 8, 48, tzinfo=UTC))
    first, again = (arrive(there, made["number"]) for _ in range(2))
    assert first.json()["ticket"] == made["number"]
    assert first.json()["waitingArea"] in {"1", "2"}
    assert first.json()["estimated"] == 12
    assert again.json() == first.json()


def test_late_is_too_late(world: BackendWorld, client: BochumId, terminal: RawCaller) -> None:
    made = booked(terminal, "2026-11-26T09:00:00Z")
    late = at(world, client, datetime(2026, 11, 26, 9, 16, tzinfo=UTC))
    assert code_of(arrive(late, made["number"])) == "check-in-closed"


def test_a_number_alone_or_of_another_office_or_day_lets_nobody_in(
    world: BackendWorld, client: BochumId, terminal: RawCaller
) -> None:
    here = booked(terminal, "2026-11-26T09:00:00Z")
    elsewhere = booked(terminal, "2026-11-26T09:00:00Z", GERTHE)
    tomorrow = booked(terminal, "2026-11-27T09:00:00Z")
    there = at(world, client, datetime(2026, 11, 26, 8, 48, tzinfo=UTC))
    assert arrive(there, here["number"], 1965).status_code == 404
    for other in (elsewhere, tomorrow):
        if other["number"] != here["number"]:
            assert arrive(there, other["number"]).status_code == 404
    assert arrive(there, here["number"]).status_code == 201


@pytest.mark.parametrize(
    "number", ["", "%", "B-____", "B-0472' OR '1'='1", "b-0472", "B-04720", "B-\u0660472"]
)
def test_garbage_finds_nothing_and_is_not_even_looked_up(terminal: RawCaller, number: str) -> None:
    assert code_of(arrive(terminal, number)) == "validation-failed"


def test_who_tries_numbers_is_stopped(world: BackendWorld, client: BochumId, terminal: RawCaller) -> None:
    answers = [arrive(terminal, f"B-{number:04d}", 1900) for number in range(WRONG_NUMBERS + 1)]
    assert [answer.status_code for answer in answers] == [404] * WRONG_NUMBERS + [429]
    assert answers[-1].headers["Retry-After"] == "900"
    assert terminal("DELETE", "/v1/appointments/apt_x", {"cancelCode": "AAAA"}).status_code == 429


def test_numbers_are_drawn_in_order_while_the_office_is_open(
    world: BackendWorld, client: BochumId, terminal: RawCaller
) -> None:
    body = {"serviceId": SERVICE}
    morning = at(world, client, datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    drawn = [morning("POST", "/v1/queue/tickets", body, new_key()).json() for _ in range(3)]
    assert [each["ticket"] for each in drawn] == ["B001", "B002", "B003"]
    assert drawn[0]["estimated"] == 0 < drawn[2]["estimated"]
    key = new_key()
    again = [morning("POST", "/v1/queue/tickets", body, key).json()["ticket"] for _ in range(2)]
    assert again == ["B004", "B004"]
    night = at(world, client, datetime(2026, 11, 24, 21, 0, tzinfo=UTC))
    assert code_of(night("POST", "/v1/queue/tickets", body, new_key())) == "service-closed"
    tomorrow = at(world, client, datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    assert tomorrow("POST", "/v1/queue/tickets", body, new_key()).json()["ticket"] == "B001"


def test_an_office_without_walk_ins_gives_no_numbers(world: BackendWorld, other_client: BochumId) -> None:
    url = f"{world.server.origins.api}/sandbox/terminals/BB-MITTE-04/config"
    assert requests.patch(url, json={"terminal": {"office": GERTHE}}, timeout=10).status_code == 200
    terminal = at(world, other_client, datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    refused = terminal("POST", "/v1/queue/tickets", {"serviceId": SERVICE}, new_key())
    assert code_of(refused) == "service-not-at-terminal"


def test_every_slot_of_a_day_lies_within_the_hours() -> None:
    for office in offices().by_id.values():
        for ahead in range(400):
            day = date(2026, 1, 1) + timedelta(days=ahead)
            starts = offices().slots_on(office, day)
            assert starts == sorted(set(starts))
            assert all(local_day(start) == day for start in starts)


def test_while_appointments_are_switched_off_nothing_is_offered(
    world: BackendWorld, terminal: RawCaller
) -> None:
    url = f"{world.server.origins.api}/sandbox/components"
    requests.post(url, json={"appointments": "down"}, timeout=10)
    try:
        refused = terminal("GET", query("days"))
        assert (code_of(refused), refused.json()["component"]) == ("upstream-unavailable", "appointments")
    finally:
        requests.post(url, json={"appointments": "ok"}, timeout=10)
