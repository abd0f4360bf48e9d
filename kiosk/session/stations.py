"""The stations of the rope: how far a visit has come, for the step indicator."""

from enum import Enum
from typing import assert_never

from kiosk.services.beyond_form import Destination
from kiosk.session import appointment_states as ap
from kiosk.session import bringing as bring
from kiosk.session import door_states as door
from kiosk.session import file_states as fs
from kiosk.session import own_effects as want
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st


class Station(Enum):
    """In the order of the way; the value is the number shown."""

    READ = 1
    SIGN_IN = 2
    FILL_IN = 3
    CHECK = 4
    DONE = 5


def station(scene: st.Scene) -> Station | None:
    """The station of `scene`; None while no service is chosen, and at the appointment desk."""
    if isinstance(scene, fs.FILE_SCENES):
        return Station.FILL_IN
    if isinstance(scene, ap.APPOINTMENT_SCENES):
        return Station.FILL_IN if isinstance(ap.occasion_of(scene), ap.ForApplication) else None
    if isinstance(scene, pin.PIN_SCENES):
        for_sign_in = isinstance(
            scene, pin.EnterCan | pin.TypeNumberOnReader | pin.CheckingNumber
        ) and isinstance(scene.resuming, pin.ForSignIn)
        return Station.SIGN_IN if for_sign_in else None
    match scene:
        case (
            st.Preparing()
            | st.Closed()
            | st.CardForgotten()
            | st.Start()
            | st.ChooseTopic()
            | st.ChooseService()
            | door.FindService()
            | door.HandOver()
            | door.Information()
            | door.PinFirstAid()
            | door.PinAdvice()
            | st.Goodbye()
        ):
            return None
        case st.OpeningService() | st.AboutService():
            return Station.READ
        case st.PlaceCard() | st.Connecting() | st.WhoAsks() | st.EnterPin() | st.SigningIn():
            return Station.SIGN_IN
        case si.ChooseSignIn() | si.EnterPassword() | si.CheckingPassword() | si.ChooseFactor():
            return Station.SIGN_IN
        case si.SendingCode() | si.EnterCode() | si.CheckingCode():
            return Station.SIGN_IN
        case si.TypeOnReader() | si.StepUp() | si.LinkAccount() | si.OpeningAccount():
            return Station.SIGN_IN
        case si.OpeningSession() | st.OpeningApplication() | st.FillIn():
            return Station.FILL_IN
        case st.Pricing() | st.Review() | bring.ChooseDelivery() | ap.KeepingTime() | st.Sending():
            return Station.CHECK
        case pay.FindingWaysToPay() | pay.ChoosePayment() | pay.PayingByCard() | pay.OpeningPayPage():
            return Station.CHECK
        case pay.PayByPhone() | pay.NotPaid() | pay.PaymentUnclear() | pay.CheckingPayment():
            return Station.CHECK
        case pay.GivingMoneyBack() | pay.MoneyBack():
            return Station.CHECK
        case st.TakeCard() | st.Printing() | st.Done() | st.ReceiptOnPhone():
            return Station.DONE
        case own.ChooseCapacity(owner) if owner.errand.definition.destination is Destination.ACCOUNT:
            return None
        case own.LookingUp(wish=want.SeeCapacities()) | own.ChooseCapacity():
            return Station.SIGN_IN
        case own.LookingUp() | own.AskFirst() | own.Account() | own.MyMailbox() | own.ReadMessage():
            return None
        case own.WriteReply() | own.MyApplications() | own.ApplicationStatus() | own.MyAppointments():
            return None
        case own.MyActivity() | own.MyData() | own.ChangeContact() | own.AccountEnds():
            return None
        case st.Failed(_, again):
            return _failed_at(again)
        case _:
            assert_never(scene)


def _failed_at(again: st.Again) -> Station | None:
    match again:
        case own.LookUpAgain(wish=want.SeeCapacities()):
            return Station.SIGN_IN
        case st.StartOver() | own.LookUpAgain() | pin.PinAgain():
            return None
        case st.OpenServiceAgain():
            return Station.READ
        case st.SignInAgain() | st.PasswordAgain() | pin.MendCard() | pin.StaySignedIn():
            return Station.SIGN_IN
        case st.OpenSessionAgain() | st.OpenApplicationAgain():
            return Station.FILL_IN
        case st.FilesAgain(waiting):
            return station(waiting)
        case st.AppointmentAgain(looking):
            return station(looking)
        case st.PriceAgain() | st.PayAgain() | st.SendAgain():
            return Station.CHECK
        case _:
            assert_never(again)
