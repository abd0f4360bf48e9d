"""What of a scene the frame around every screen shows: the office, the service, the step of the form."""

from typing import assert_never

from kiosk.bochum_id.values import AccountMode, Catalogue, CitizenSession, ServiceSummary
from kiosk.session import appointment_states as ap
from kiosk.session import bringing as bring
from kiosk.session import desk_states as dk
from kiosk.session import door_states as door
from kiosk.session import file_states as fs
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.errand import Errand, ForOrganisation


def catalogue_of(scene: st.Scene) -> Catalogue | None:
    """The catalogue behind `scene`; None where none is known."""
    match scene:
        case st.CardForgotten(catalogue) | st.Start(catalogue) | st.ChooseTopic(catalogue):
            return catalogue
        case door.FindService(catalogue):
            return catalogue
        case st.ChooseService(catalogue=catalogue) | st.OpeningService(catalogue=catalogue):
            return catalogue
        case st.Failed(again=st.OpenServiceAgain(catalogue=catalogue)):
            return catalogue
        case _:
            errand = _errand_of(scene)
            return None if errand is None else errand.catalogue


def service_of(scene: st.Scene) -> ServiceSummary | None:
    """The service the visitor is busy with; None before one is chosen."""
    match scene:
        case st.OpeningService(service=service) | st.Failed(again=st.OpenServiceAgain(service=service)):
            return service
        case _:
            errand = _errand_of(scene)
            return None if errand is None else errand.service


def fate_of(scene: st.Scene) -> str:
    """What becomes of the visitor's entries if the visit ended now.

    `unsent`: forgotten; `saved`: kept as a draft in the account; `paying`: money that was taken goes back;
    `sending`: may arrive; `sent`: arrived.
    """
    if isinstance(scene, fs.FILE_SCENES):
        return "saved" if _has_account(scene.at.application.session) else "unsent"
    match scene:
        case st.Sending():
            return "sending"
        case st.TakeCard() | st.Printing() | st.Done() | st.ReceiptOnPhone():
            return "sent"
        case pay.PayingByCard() | pay.PaymentUnclear() | pay.CheckingPayment() | pay.GivingMoneyBack():
            return "paying"
        case (
            pay.FindingWaysToPay(due)
            | pay.ChoosePayment(due)
            | pay.OpeningPayPage(due)
            | pay.PayByPhone(due)
            | pay.NotPaid(due)
            | pay.MoneyBack(due)
        ):
            return "saved" if _has_account(due.application.session) else "unsent"
        case (
            st.FillIn(application=application)
            | st.Pricing(application=application)
            | st.Review(application=application)
            | bring.ChooseDelivery(application=application)
        ):
            return "saved" if _has_account(application.session) else "unsent"
        case _:
            return "unsent"


def acts_for(scene: st.Scene) -> str:
    """Name of the organisation that the visitor acts for; empty while they act for themselves."""
    errand = _errand_of(scene)
    if errand is None or not isinstance(errand.capacity, ForOrganisation):
        return ""
    return errand.capacity.organisation.name


def _has_account(session: CitizenSession) -> bool:
    """Without an account the draft ends with the session (contract 2.2)."""
    return session.account_mode is not AccountMode.TRANSIENT


def place_of(scene: st.Scene) -> str:
    """Name of the place on the way: within it, a screen keeps its focus and what is typed."""
    name = type(scene).__name__
    match scene:
        case st.FillIn(step_id=step_id):
            return f"{name}/{step_id}"
        case fs.AttachFiles(at):
            return f"{name}/{at.step_id}"
        case ap.EnterContact(asking=asking) | dk.EnterNumber(asking=asking):
            return f"{name}/{asking.value}"
        case _:
            return name


def _errand_of(scene: st.Scene | st.Again) -> Errand | None:  # noqa: C901, PLR0912 - one case a group of scenes
    if isinstance(scene, fs.FILE_SCENES):
        return scene.at.application.errand
    if isinstance(scene, ap.APPOINTMENT_SCENES):
        return ap.errand_of(scene)
    if isinstance(scene, (*pin.PIN_SCENES, pin.PinAgain, pin.MendCard, pin.StaySignedIn)):
        return pin.errand_of(scene)
    match scene:
        case (
            st.AboutService()
            | door.HandOver()
            | door.Information()
            | door.PinFirstAid()
            | door.PinAdvice()
            | si.ChooseSignIn()
            | si.EnterPassword()
            | si.CheckingPassword()
            | si.ChooseFactor()
            | si.SendingCode()
            | si.EnterCode()
            | si.CheckingCode()
            | si.StepUp()
            | st.PlaceCard()
            | st.Connecting()
            | st.WhoAsks()
            | st.EnterPin()
            | si.TypeOnReader()
            | st.SigningIn()
            | si.LinkAccount()
            | si.OpeningAccount()
            | si.OpeningSession()
            | st.OpeningApplication()
            | st.OpenSessionAgain()
            | st.OpenApplicationAgain()
            | st.SignInAgain()
            | st.PasswordAgain()
        ):
            return scene.errand
        case (
            st.FillIn(application=application)
            | st.Pricing(application=application)
            | st.Review(application=application)
            | bring.ChooseDelivery(application=application)
            | st.Sending(application=application)
            | st.PriceAgain(application=application)
            | st.SendAgain(application=application)
        ):
            return application.errand
        case (
            pay.FindingWaysToPay(due)
            | pay.ChoosePayment(due)
            | pay.PayingByCard(due)
            | pay.OpeningPayPage(due)
            | pay.PayByPhone(due)
            | pay.NotPaid(due)
            | pay.PaymentUnclear(due)
            | pay.CheckingPayment(due)
            | pay.GivingMoneyBack(due)
            | pay.MoneyBack(due)
            | st.PayAgain(due)
        ):
            return due.application.errand
        case (
            st.TakeCard(outcome)
            | st.Printing(outcome)
            | st.Done(outcome=outcome)
            | st.ReceiptOnPhone(st.Done(outcome=outcome))
        ):
            return outcome.errand
        case own.LookUpAgain(owner=owner):
            return owner.errand
        case scene if isinstance(scene, (own.LookingUp, *own.SHOWN)):
            return scene.owner.errand
        case ap.KeepingTime(at):
            return at.application.errand
        case st.FilesAgain(waiting):
            return _errand_of(waiting)
        case st.AppointmentAgain(looking):
            return _errand_of(looking)
        case st.Failed(again=again):
            return _errand_of(again)
        case (
            st.Preparing()
            | st.Closed()
            | st.CardForgotten()
            | st.Start()
            | st.ChooseTopic()
            | st.ChooseService()
            | door.FindService()
            | st.OpeningService()
            | st.Goodbye()
            | st.StartOver()
            | st.OpenServiceAgain()
        ):
            return None
        case _:
            assert_never(scene)
