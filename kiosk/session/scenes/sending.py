"""The binding act, and the way on when it or what leads to it fails."""

from dataclasses import replace

from kiosk.bochum_id.values import CitizenSession, Level, Submission
from kiosk.services import form as forms
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from kiosk.session import states as st
from kiosk.session.bringing import PRINT_HERE
from kiosk.session.cover import Cover, Paid
from kiosk.session.errand import Application, Errand, Outcome, Unfinished
from kiosk.session.failure import Failure
from kiosk.session.paying import Due
from kiosk.session.scenes.finishing import sent
from kiosk.session.scenes.turn import STAY, Turn

_MAY_STILL_ARRIVE = frozenset(
    {Failure.BACKEND_UNREACHABLE, Failure.BACKEND_UNREADABLE, Failure.TOO_OFTEN, Failure.TERMINAL_FAULT}
)
"""Where sending again can help, or has to tell whether it was sent already."""


def send(visit: st.Visit, due: Due, cover: Cover) -> Turn:
    """Send it, covered like that."""
    return Turn(
        st.Sending(due.application, due.form, due.quote, cover),
        (do.Send(due.application, due.form, due.quote, cover, visit.preferences.language),),
    )


def turn(visit: st.Visit, scene: st.Sending, event: ev.Event) -> Turn:
    due = Due(scene.application, scene.form, scene.quote)
    match event:
        case ev.Sent(submission):
            return sent(visit, outcome_of(due, scene.cover, submission))
        case ev.Failing(failure):
            if isinstance(scene.cover, Paid) and failure not in _MAY_STILL_ARRIVE:
                return give_back(visit, due, scene.cover)
            again = st.SendAgain(scene.application, scene.form, scene.quote, scene.cover)
            errand = unfinished(scene.application, scene.form)
            return failed(failure, errand, scene.application.session, again)
        case _:
            return STAY


def give_back(visit: st.Visit, due: Due, cover: Paid) -> Turn:
    """Paid, but it will never be sent."""
    return Turn(pay.GivingMoneyBack(due, cover), (do.GiveMoneyBack(due, cover, visit.preferences.language),))


def outcome_of(due: Due, cover: Cover, submission: Submission) -> Outcome:
    application = due.application
    time, channel = due.form.evidence.time, due.form.evidence.channel
    if channel not in ("", PRINT_HERE):  # what was asked for elsewhere is no paper of this terminal
        submission = replace(submission, document_id=None)
    return Outcome(application.errand, application.session, submission, due.quote, cover, time)


def unfinished(application: Application, form: forms.Form) -> Errand:
    """Give the errand that leads back to this application, through another sign-in."""
    return replace(application.errand, beginning=Unfinished(application.draft, form))


def failed(failure: Failure, errand: Errand, session: CitizenSession, again: st.Again) -> Turn:
    match failure:
        case Failure.SERVICE_CLOSED:
            return Turn(st.Failed(failure, st.StartOver()))
        case Failure.SESSION_ENDED if session.level is Level.NONE:
            return Turn(st.Failed(failure, st.OpenSessionAgain(errand)))
        case Failure.SESSION_ENDED:
            return Turn(st.Failed(failure, st.SignInAgain(errand)))
        case _:
            return Turn(st.Failed(failure, again))
