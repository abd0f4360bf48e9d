"""From the citizen's session to a submitted application: the form, the check, the binding act."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from kiosk.bochum_id.values import CitizenSession, Draft
from kiosk.services import form as forms
from kiosk.services.evidence import BookedTime, HeldTime, NoTime
from kiosk.services.schema import Violation, ViolationKind
from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from kiosk.session import bringing as bring
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import own_states as own
from kiosk.session import states as st
from kiosk.session.errand import AFRESH, UNDECIDED, Afresh, Application, Errand, Unfinished, Wanting
from kiosk.session.failure import Failure
from kiosk.session.own_effects import SeeCapacities
from kiosk.session.paying import Due
from kiosk.session.scenes import form_steps, keeping_time, paying, sending
from kiosk.session.scenes.keeping_time import with_time
from kiosk.session.scenes.turn import STAY, Turn

type ApplyingScene = (
    st.OpeningApplication
    | st.FillIn
    | st.Pricing
    | st.Review
    | bring.ChooseDelivery
    | ap.KeepingTime
    | st.Sending
)


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
        case bring.ChooseDelivery():
            return _choose_delivery(scene, event)
        case ap.KeepingTime():
            return _keeping(visit, scene, event)
        case st.Sending():
            return sending.turn(visit, scene, event)
        case _:
            assert_never(scene)


def _opened(errand: Errand, session: CitizenSession, draft: Draft, today: date) -> Turn:
    application = Application(replace(errand, beginning=AFRESH), session, draft)
    match errand.beginning:
        case Afresh():
            form = forms.start(errand.definition, draft.data, draft.locked, today)
            return form_steps.first_step(application, form)
        case Unfinished(_, form):
            renewed = replace(form, prefilled=draft.data, locked=draft.locked, today=today)
            return form_steps.go_on(application, renewed)
        case Wanting():
            return STAY  # leads to one's own things, never here
        case _:
            assert_never(errand.beginning)


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
    return form_steps.open_step(application, told, lacking, checked=True)


def card_is_back(visit: st.Visit, application: Application, form: forms.Form) -> Turn:
    """Have whoever laid the card down sign in: a card cannot be told from another one without."""
    errand = sending.unfinished(application, form)
    if isinstance(visit.city, st.CityClosed):
        return Turn(st.Failed(visit.city.failure, st.SignInAgain(errand)))
    return Turn(st.Connecting(errand), (do.BeginSignIn(errand, visit.preferences.language),))


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
            return form_steps.onward(application, form, scene.step_id, reviewing=scene.reviewing)
        case ev.Back():
            return form_steps.backward(application, form, scene.step_id, reviewing=scene.reviewing)
        case _:
            return STAY


def _review(visit: st.Visit, scene: st.Review, event: ev.Event) -> Turn:
    application, form, quote = scene.application, scene.form, scene.quote
    match event:
        case ev.Declared(accepted):
            return Turn(st.Review(application, form, quote, declared=accepted))
        case ev.ChangeAsked(step_id) if step_id in {each.id for each in forms.visible_steps(form)}:
            return form_steps.open_step(application, form, step_id, reviewing=True)
        case bring.DeliveryAsked() if len(bring.channels(form, application.session)) > 1:
            return Turn(bring.ChooseDelivery(application, form, quote, scene.declared))
        case ev.Back():
            return form_steps.last_step(application, form)
        case ev.Continue() if scene.declared:
            return bind(visit, Due(application, form, quote))
        case _:
            return STAY


def _choose_delivery(scene: bring.ChooseDelivery, event: ev.Event) -> Turn:
    application, form, quote, declared = scene.application, scene.form, scene.quote, scene.declared
    match event:
        case bring.DeliveryChosen(channel) if channel in bring.channels(form, application.session):
            chosen = replace(form, evidence=replace(form.evidence, channel=channel))
            return Turn(st.Review(application, chosen, quote, declared))
        case ev.Back():
            return Turn(st.Review(application, form, quote, declared))
        case _:
            return STAY


def bind(visit: st.Visit, due: Due) -> Turn:
    """Everything is decided: the appointment comes first, so that nobody pays for one that is gone."""
    at, time = keeping_time.time_step(due.application, due.form), due.form.evidence.time
    if at is not None and isinstance(time, HeldTime):
        return keeping_time.keep(visit, ap.KeepingTime(at, time, due.quote))
    return paying.begin(visit, due)


def _keeping(visit: st.Visit, scene: ap.KeepingTime, event: ev.Event) -> Turn:
    application, form = scene.at.application, scene.at.form
    match event:
        case ae.TimeBooked(appointment):
            booked = with_time(form, BookedTime(appointment))
            return paying.begin(visit, Due(application, booked, scene.quote))
        case ae.TimeGone():
            at = replace(scene.at, form=with_time(form, NoTime()))
            return form_steps.choose_time(at, ap.OfficeWord.GONE)
        case ev.Failing(failure):
            errand = sending.unfinished(application, form)
            price_again = st.PriceAgain(application, form)
            return sending.failed(failure, errand, application.session, price_again)
        case _:
            return STAY
