"""The appointment desk by touch: a time is booked, given back with what its slip says, and come to."""

from datetime import timedelta

from answering import write
from good_ways import good_way
from stage import Play, Stage
from test_papers_and_times import beyond, book, take_a_time

from kiosk.bochum_id.appointments import Appointment
from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import states as st
from kiosk.session.delivery import SavedTo
from sandbox.bochum_id.offices import local_day, offices
from sandbox.bochum_id.tables import Appointment as AppointmentRow
from sandbox.bochum_id.terminal_config import office_of_terminal

EXPECTED, BORN = "B-0999", 1984
CONCERN = "concern:svc_personalausweis"


@good_way("svc_termin")
def test_a_time_is_booked_and_given_back_on_another_day(stage: Stage) -> None:
    made: list[Appointment] = []

    async def booking(play: Play) -> None:
        await to_the_desk(play)
        await play.hands.press("book")
        await play.hands.press(CONCERN)
        await take_a_time(play)
        await book(play)
        visit = await play.hands.until(
            lambda visit: (
                isinstance(visit.scene, ap.AppointmentMade) and isinstance(visit.scene.slip, SavedTo)
            ),
            "the slip",
        )
        assert isinstance(visit.scene, ap.AppointmentMade)
        made.append(visit.scene.appointment)

    async def giving_back(play: Play) -> None:
        await to_the_desk(play)
        await play.hands.press("cancel")
        visit = await play.hands.until_scene(dk.EnterNumber)
        await write(play.hands, made[0].number.lower())
        await play.hands.press("primary")
        await play.hands.until(beyond(visit.scene), "the code")
        await write(play.hands, str(made[0].cancel_code).lower())
        await play.hands.press("primary")
        await play.hands.until_scene(dk.AppointmentCancelled)
        await play.look("given back")

    stage.play(booking)
    stage.play(giving_back)


def test_who_comes_in_time_draws_a_number_to_be_called_by(stage: Stage) -> None:
    expect_somebody(stage)

    async def story(play: Play) -> None:
        await to_the_desk(play)
        await play.hands.press("checkIn")
        visit = await play.hands.until_scene(dk.EnterNumber)
        await write(play.hands, EXPECTED.lower())
        await play.hands.press("primary")
        await play.hands.until(beyond(visit.scene), "the year of birth")
        for digit in str(BORN):
            await play.hands.press(f"pin:{digit}")
        await play.hands.press("primary")
        visit = await play.hands.until(
            lambda visit: isinstance(visit.scene, dk.TicketDrawn) and isinstance(visit.scene.slip, SavedTo),
            "the waiting number",
        )
        await play.look("the waiting number")
        assert isinstance(visit.scene, dk.TicketDrawn)
        assert visit.scene.ticket.ticket == EXPECTED

    stage.play(story)


def expect_somebody(stage: Stage) -> None:
    """Give somebody a time in ten minutes, at the office where this terminal stands."""
    backend = stage.world.backend
    now = backend.clock.now()
    start = now + timedelta(minutes=10)
    with backend.store.transaction() as db:
        db.merge(
            AppointmentRow(
                id="apt_expected",
                hold_id="apt_expected",
                number=EXPECTED,
                day=local_day(now).isoformat(),
                office_id=office_of_terminal(db, stage.world.enrolment.terminal_id),
                service_id="svc_personalausweis",
                count=1,
                start=start,
                end=start + offices().slot,
                account_id=None,
                application_id=None,
                contact={"familyName": "Muster"},
                birth_year=BORN,
                cancel_code="K7Q3",
                state="booked",
            )
        )


async def to_the_desk(play: Play) -> None:
    await play.hands.until_scene(st.Start)
    await play.hands.press("primary")
    await play.hands.until_scene(st.ChooseTopic)
    await play.hands.press("door:appointments")
    await play.hands.until_scene(dk.AppointmentDesk, st.AboutService)
    if isinstance(play.visit.scene, st.AboutService):
        await play.hands.press("primary")
        await play.hands.until_scene(dk.AppointmentDesk)
