"""How to sign in; with user name, password and second factor, or without, up to the session; stepping up."""

from dataclasses import replace
from typing import assert_never

from cardreader.reader import CardPresent
from kiosk.bochum_id.password_values import SecondFactor
from kiosk.bochum_id.values import CitizenSession, Level, SignInMethod
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import own_states as own
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.errand import AFRESH, Afresh, Errand, SecondStep, Unfinished, Wanting
from kiosk.session.failure import Failure
from kiosk.session.scenes import own_things
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.session.scenes.ways_in import go_on, place_card, stepping_up, without_sign_in

type PasswordScene = (
    si.ChooseSignIn
    | si.EnterPassword
    | si.CheckingPassword
    | si.ChooseFactor
    | si.SendingCode
    | si.EnterCode
    | si.CheckingCode
    | si.StepUp
    | si.OpeningSession
)


def turn(visit: st.Visit, scene: PasswordScene, event: ev.Event) -> Turn:
    match scene:
        case si.ChooseSignIn():
            return _choose(visit, scene, event)
        case si.EnterPassword():
            return _enter_password(visit, scene, event)
        case si.CheckingPassword(errand, user_name):
            match event:
                case ev.PasswordAccepted(factors):
                    return _second_step(errand, SecondStep(user_name, factors))
                case ev.PasswordRejected():
                    return Turn(si.EnterPassword(errand, user_name, rejected=True))
                case ev.Failing(failure):
                    return _failed(failure, errand, user_name)
                case _:
                    return STAY
        case si.ChooseFactor(errand, second):
            match event:
                case ev.FactorChosen(factor_id):
                    chosen = [factor for factor in second.factors if factor.id == factor_id]
                    return _ask(errand, second, chosen[0]) if chosen else STAY
                case ev.Back():
                    return _password_again(errand, second)
                case _:
                    return STAY
        case si.SendingCode(errand, second, factor):
            match event:
                case ev.CodeSent():
                    return Turn(si.EnterCode(errand, second, factor, si.FirstTry()))
                case ev.Failing(failure):
                    return _failed(failure, errand, second.user_name)
                case _:
                    return STAY
        case si.EnterCode():
            return _enter_code(scene, event)
        case si.CheckingCode(errand, second, factor):
            match event:
                case ev.SignedIn(session):
                    return go_on(errand, session)
                case ev.CodeRejected(remaining):
                    return Turn(si.EnterCode(errand, second, factor, si.WrongBefore(remaining)))
                case ev.Failing(failure):
                    return _failed(failure, errand, second.user_name)
                case _:
                    return STAY
        case si.StepUp():
            return _step_up(visit, scene, event)
        case si.OpeningSession(errand):
            match event:
                case ev.SignedIn(session):
                    return go_on(errand, session)
                case ev.Failing(Failure.SERVICE_CLOSED as failure):
                    return Turn(st.Failed(failure, st.StartOver()))
                case ev.Failing(failure):
                    return Turn(st.Failed(failure, st.OpenSessionAgain(errand)))
                case _:
                    return STAY
        case _:
            assert_never(scene)


def _choose(visit: st.Visit, scene: si.ChooseSignIn, event: ev.Event) -> Turn:
    match event:
        case ev.SignInMethodChosen(SignInMethod.EID) | ev.ReaderChanged(CardPresent()):
            return place_card(visit, scene.errand)
        case ev.SignInMethodChosen(SignInMethod.PASSWORD):
            if isinstance(visit.city, st.CityClosed):
                return Turn(st.AboutService(scene.errand))
            return Turn(si.EnterPassword(scene.errand, "", rejected=False))
        case ev.SignInSkipped() if scene.errand.service.required_level is Level.NONE:
            return without_sign_in(visit, scene.errand)
        case ev.Back():
            return Turn(st.AboutService(scene.errand))
        case _:
            return STAY


def _enter_password(visit: st.Visit, scene: si.EnterPassword, event: ev.Event) -> Turn:
    match event:
        case ev.PasswordEntered(user_name, password) if user_name.strip() and len(password) > 0:
            name, language = user_name.strip(), visit.preferences.language
            if isinstance(visit.city, st.CityClosed):
                return Turn(st.Failed(visit.city.failure, st.PasswordAgain(scene.errand, name)))
            return Turn(
                si.CheckingPassword(scene.errand, name),
                (do.CheckPassword(scene.errand.service.id, name, password, language),),
            )
        case ev.SignInMethodChosen(SignInMethod.EID):
            return place_card(visit, scene.errand)
        case ev.Back():
            return Turn(si.ChooseSignIn(scene.errand), (do.CancelSignIn(),))
        case _:
            return STAY


def _second_step(errand: Errand, second: SecondStep) -> Turn:
    """A choice only where there is one."""
    if len(second.factors) > 1:
        return Turn(si.ChooseFactor(errand, second))
    return _ask(errand, second, second.factors[0])


def _ask(errand: Errand, second: SecondStep, factor: SecondFactor) -> Turn:
    """Ask for the code, once it is on its way where the city sends it."""
    if factor.kind.is_sent:
        return Turn(si.SendingCode(errand, second, factor), (do.SendCode(factor),))
    return Turn(si.EnterCode(errand, second, factor, si.FirstTry()))


def _enter_code(scene: si.EnterCode, event: ev.Event) -> Turn:
    errand, second, factor = scene.errand, scene.second, scene.factor
    match event:
        case ev.CodeEntered(code) if len(code) > 0:
            return Turn(si.CheckingCode(errand, second, factor), (do.CheckCode(factor, code),))
        case ev.NewCodeAsked() if factor.kind.is_sent:
            return _ask(errand, second, factor)
        case ev.Back() if len(second.factors) > 1:
            return Turn(si.ChooseFactor(errand, second))
        case ev.Back():
            return _password_again(errand, second)
        case _:
            return STAY


def _step_up(visit: st.Visit, scene: si.StepUp, event: ev.Event) -> Turn:
    errand = stepping_up(scene.errand, scene.session)
    match event:
        case ev.Continue() | ev.ReaderChanged(CardPresent()):
            return place_card(visit, errand)
        case ev.Back():
            return before(scene.errand, scene.session)
        case _:
            return STAY


def before(errand: Errand, session: CitizenSession) -> Turn:
    """To what was on the screen before more than the password was needed."""
    match errand.beginning:
        case Wanting(wish):
            asked_before = replace(errand, beginning=AFRESH)
            return own_things.before(own.Owner(asked_before, session), wish)
        case Afresh() | Unfinished():
            return Turn(st.AboutService(stepping_up(errand, session)))
        case _:
            assert_never(errand.beginning)


def _password_again(errand: Errand, second: SecondStep) -> Turn:
    return Turn(si.EnterPassword(errand, second.user_name, rejected=False), (do.CancelSignIn(),))


def _failed(failure: Failure, errand: Errand, user_name: str) -> Turn:
    match failure:
        case Failure.SERVICE_CLOSED:
            again: st.Again = st.StartOver()
        case Failure.TOO_MANY_TRIES | Failure.ACCOUNT_LOCKED:
            again = st.SignInAgain(errand)  # the card opens what the password has closed
        case _:
            again = st.PasswordAgain(errand, user_name)
    return Turn(st.Failed(failure, again))
