"""From the citizen's session to a submitted application: the form, the check, the binding act."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from kiosk.bochum_id.values import CitizenSession, Draft
from kiosk.services import form as forms
from kiosk.services.schema import Violation, ViolationKind
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import own_states as own
from kiosk.session import states as st
from kiosk.session.errand import AFRESH, UNDECIDED, Afresh, Application, Errand, Unfinished, Wanting
from kiosk.session.failure import Failure
from kiosk.session.own_effects import SeeCapacities
from kiosk.session.paying import Due
from kiosk.session.scenes import paying, sending
from kiosk.session.scenes.turn import STAY, Turn

type ApplyingScene = st.OpeningApplication | st.FillIn | st.Pricing | st.Review | st.Sending


def turn(visit: st.Visit, scene: ApplyingScene, event: ev.Event) -> Turn:
    match scene:
        case st.OpeningApplication(errand, session):
            match event:
                case ev.ApplicationOpened(draft, today):
                    return _opened(errand, session, draft, today)
                case ev.Failing(failure):
                    if failure is Failure.MANDATE_TOO_NARROW:
                        owner = own.Owner(replace(errand, capacity=UNDECIDED), session)
                        return Turn(st.Failed(failure, own.LookUpAgain(owner, SeeCapacities())))
                    if failure is Failure.BACKEND_REFUSED and isinstance(errand.beginning, Unfinished):
                        return Turn(st.Failed(failure, st.StartOver()))  # it is somebody else's
                    again = st.OpenApplicationAgain(errand, session)
                    return sending.failed(failure, errand, session, again)
                case _:
                    return STAY
        case st.FillIn():
            return _fill_in(scene, event)
        case st.Pricing(application, form):
            match event:
                case ev.Priced(draft, quote):
                    saved = Application(application.errand, application.session, draft)
                    return Turn(st.Review(saved, form, quote, declared=False))
                case ev.AnswersObjected(draft):
                    return _objected(Application(application.errand, application.session, draft), form)
                case ev.Failing(failure):
                    errand = sending.unfinished(application, form)
                    price_again = st.PriceAgain(application, form)
                    return sending.failed(failure, errand, application.session, price_again)
                case _:
                    return STAY
        case st.Review():
            return _review(visit, scene, event)
        case st.Sending():
            return sending.turn(visit, scene, event)
        case _:
            assert_never(scene)


def _opened(errand: Errand, session: CitizenSession, draft: Draft, today: date) -> Turn:
    application = Application(replace(errand, beginning=AFRESH), session, draft)
    match errand.beginning:
        case Afresh():
            return _first_step(application, forms.start(errand.definition, draft.data, draft.locked, today))
        case Unfinished(_, form):
            return _go_on(application, replace(form, prefilled=draft.data, locked=draft.locked, today=today))
        case Wanting():
            return STAY  # leads to one's own things, never here
        case _:
            assert_never(errand.beginning)


def _go_on(application: Application, form: forms.Form) -> Turn:
    """To the first step that lacks something, or to the review."""
    lacking = forms.first_incomplete_step(form)
    if lacking is None:
        return price(application, form)
    return Turn(st.FillIn(application, form, lacking, checked=False, reviewing=False))


def _objected(application: Application, form: forms.Form) -> Turn:
    """To the first question whose answer the city objects to; what is not asked, nobody can mend here."""
    draft = application.draft
    wrong = (Violation(each.pointer, ViolationKind.of_keyword(each.keyword)) for each in draft.errors)
    told = forms.objected(form, wrong)
    lacking = forms.first_incomplete_step(told)
    if lacking is None:
        again = st.PriceAgain(application, form)
        errand = sending.unfinished(application, form)
        return sending.failed(Failure.BACKEND_REFUSED, errand, application.session, again)
    return Turn(st.FillIn(application, told, lacking, checked=True, reviewing=False))


def card_is_back(visit: st.Visit, scene: st.FillIn | st.Review) -> Turn:
    """Have whoever laid the card down sign in: a card cannot be told from another one without."""
    errand = sending.unfinished(scene.application, scene.form)
    if isinstance(visit.city, st.CityClosed):
        return Turn(st.Failed(visit.city.failure, st.SignInAgain(errand)))
    return Turn(st.Connecting(errand), (do.BeginSignIn(errand, visit.preferences.language),))


def _first_step(application: Application, form: forms.Form) -> Turn:
    steps = forms.visible_steps(form)
    if not steps:
        return price(application, form)
    return Turn(st.FillIn(application, form, steps[0].id, checked=False, reviewing=False))


def _fill_in(scene: st.FillIn, event: ev.Event) -> Turn:
    application, form = scene.application, scene.form
    match event:
        case ev.Answered(pointer, value):
            answered = forms.answer(form, pointer, value)
            return Turn(st.FillIn(application, answered, scene.step_id, scene.checked, scene.reviewing))
        case ev.Continue():
            if forms.errors_in_step(form, scene.step_id):
                return Turn(
                    st.FillIn(application, form, scene.step_id, checked=True, reviewing=scene.reviewing)
                )
            return _onward(scene)
        case ev.Back():
            if scene.reviewing:
                return _onward(scene)
            before = forms.step_before(form, scene.step_id)
            if before is None:
                return STAY
            return Turn(st.FillIn(application, form, before, checked=False, reviewing=False))
        case _:
            return STAY


def _onward(scene: st.FillIn) -> Turn:
    """To the next step, or to the first that lacks something; with nothing left to ask, to the price."""
    after = None if scene.reviewing else forms.step_after(scene.form, scene.step_id)
    following = after or forms.first_incomplete_step(scene.form)
    if following is None:
        return price(scene.application, scene.form)
    still_here = following == scene.step_id
    return Turn(st.FillIn(scene.application, scene.form, following, still_here, scene.reviewing))


def last_step(application: Application, form: forms.Form) -> Turn:
    """Back into the form, at its end."""
    steps = forms.visible_steps(form)
    if not steps:
        return STAY
    return Turn(st.FillIn(application, form, steps[-1].id, checked=False, reviewing=False))


def _review(visit: st.Visit, scene: st.Review, event: ev.Event) -> Turn:
    application, form, quote = scene.application, scene.form, scene.quote
    match event:
        case ev.Declared(accepted):
            return Turn(st.Review(application, form, quote, declared=accepted))
        case ev.ChangeAsked(step_id) if step_id in {each.id for each in forms.visible_steps(form)}:
            return Turn(st.FillIn(application, form, step_id, checked=False, reviewing=True))
        case ev.Back():
            return last_step(application, form)
        case ev.Continue() if scene.declared:
            return paying.begin(visit, Due(application, form, quote))
        case _:
            return STAY


def price(application: Application, form: forms.Form) -> Turn:
    """Save the answers and ask the city what it costs."""
    return Turn(st.Pricing(application, form), (do.Price(application, form),))
