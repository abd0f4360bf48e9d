"""Which application lies open on the screen, where anybody could read it or change it."""

from kiosk.services.form import Form
from kiosk.session import appointment_states as ap
from kiosk.session import bringing as bring
from kiosk.session import file_states as fs
from kiosk.session import states as st
from kiosk.session.errand import Application


def open_application(scene: st.Scene) -> tuple[Application, Form] | None:
    """Give the application that waits for its visitor; None where there is none, or the terminal works."""
    match scene:
        case (
            st.FillIn(application=application, form=form)
            | st.Review(application=application, form=form)
            | bring.ChooseDelivery(application=application, form=form)
        ):
            return application, form
        case fs.AttachFiles(at) | fs.LayPaper(at) | fs.CheckScan(at) | fs.TrimScan(at) | fs.SendFromPhone(at):
            return at.application, at.form
        case ap.ChooseOffice() | ap.ChooseDay() | ap.ChooseTime() | ap.EnterContact():
            occasion = ap.occasion_of(scene)
            if isinstance(occasion, ap.ForApplication):
                return occasion.at.application, occasion.at.form
            return None
        case _:
            return None
