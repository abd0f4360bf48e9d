"""The appointment desk by touch: a time is booked, and given back with what its slip says."""

from answering import write
from stage import Play, Stage
from test_papers_and_times import beyond, book, take_a_time

from kiosk.bochum_id.appointments import Appointment
from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import states as st
from kiosk.session.delivery import SavedTo

CONCERN = "concern:svc_personalausweis"


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


async def to_the_desk(play: Play) -> None:
    await play.hands.until_scene(st.Start)
    await play.hands.press("primary")
    await play.hands.until_scene(st.ChooseTopic)
    await play.hands.press("door:appointments")
    await play.hands.until_scene(dk.AppointmentDesk, st.AboutService)
    if isinstance(play.visit.scene, st.AboutService):
        await play.hands.press("primary")
        await play.hands.until_scene(dk.AppointmentDesk)
