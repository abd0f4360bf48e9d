"""Going through a form: the right scene for a step, and what comes before and after it."""

from kiosk.services import form as forms
from kiosk.services.definition import StepKind
from kiosk.session import appointment_effects as ax
from kiosk.session import appointment_states as ap
from kiosk.session import effects as do
from kiosk.session import file_effects as fx
from kiosk.session import file_states as fs
from kiosk.session import states as st
from kiosk.session.errand import Application, FormPlace
from kiosk.session.scenes.turn import STAY, Turn


def open_step(
    application: Application,
    form: forms.Form,
    step_id: str,
    *,
    checked: bool = False,
    reviewing: bool = False,
) -> Turn:
    """Open the scene of a visible step; `checked` shows what is missing in its answers."""
    step = forms.find_step(form, step_id)
    if step is None:
        return STAY
    at = FormPlace(application, form, step_id, reviewing)
    match step.kind:
        case StepKind.ATTACHMENTS:
            return Turn(fs.LookingAtFiles(at), (fx.LookAtFiles(application, form),))
        case StepKind.APPOINTMENT:
            return choose_time(at)
        case _:
            return Turn(st.FillIn(application, form, step_id, checked, reviewing))


def choose_time(at: FormPlace, word: ap.OfficeWord = ap.OfficeWord.NOTHING) -> Turn:
    """Begin to choose a time for an application."""
    scene = ap.FindingOffices(ap.ForApplication(at), word)
    return Turn(scene, (ax.FindOffices(service_of(at)),))


def service_of(at: FormPlace) -> str:
    """Give the id of what the offices keep times for, for this application."""
    need = at.form.definition.appointment
    return need.service_id if need else at.form.definition.id


def first_step(application: Application, form: forms.Form) -> Turn:
    steps = forms.visible_steps(form)
    return open_step(application, form, steps[0].id) if steps else price(application, form)


def last_step(application: Application, form: forms.Form) -> Turn:
    """Back into the form, at its end."""
    steps = forms.visible_steps(form)
    return open_step(application, form, steps[-1].id) if steps else STAY


def go_on(application: Application, form: forms.Form) -> Turn:
    """To the first step that lacks something, or to the review."""
    lacking = forms.first_incomplete_step(form)
    return price(application, form) if lacking is None else open_step(application, form, lacking)


def onward(application: Application, form: forms.Form, step_id: str, *, reviewing: bool) -> Turn:
    """To the next step, or to the first that lacks something; with nothing left to ask, to the price."""
    after = None if reviewing else forms.step_after(form, step_id)
    following = after or forms.first_incomplete_step(form)
    if following is None:
        return price(application, form)
    return open_step(application, form, following, checked=following == step_id, reviewing=reviewing)


def backward(application: Application, form: forms.Form, step_id: str, *, reviewing: bool) -> Turn:
    """To the step before; while reviewing, on to the review."""
    if reviewing:
        return onward(application, form, step_id, reviewing=True)
    before = forms.step_before(form, step_id)
    return STAY if before is None else open_step(application, form, before)


def price(application: Application, form: forms.Form) -> Turn:
    """Save the answers and ask the city what it costs."""
    return Turn(st.Pricing(application, form), (do.Price(application, form),))
