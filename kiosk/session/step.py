"""The visit's one pure function: `step(visit, event)` gives the next visit and what to do in the world.

Events that do not fit the scene leave the visit as it is: late taps are normal. The clock is an event.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from cardreader.reader import CardPresent, ReaderStatus
from kiosk.bochum_id.values import Destination, SignInMethod
from kiosk.session import appointment_states as ap
from kiosk.session import bringing as bring
from kiosk.session import desk_states as dk
from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import file_states as fs
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import pin_effects as px
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.cover import Paid
from kiosk.session.errand import Nobody
from kiosk.session.failure import Failure
from kiosk.session.open_application import open_application
from kiosk.session.paying import Due
from kiosk.session.preferences import Preferences
from kiosk.session.scenes import (
    applying,
    appointments,
    attaching,
    choosing,
    choosing_capacity,
    doors,
    failing,
    finishing,
    opening,
    own_things,
    password,
    paying,
    pin_aid,
    sending,
    signing_in,
)
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.session.silent_scenes import AT_WORK, NOBODY_YET


@dataclass(frozen=True, slots=True)
class Step:
    """Where the visit stands now, and what is to be done."""

    visit: st.Visit
    effects: tuple[do.Effect, ...] = ()


def begin() -> Step:
    """A new visit process: nobody is here yet, the terminal prepares itself."""
    return Step(st.Visit(), (do.Prepare(after_seconds=0),))


def step(visit: st.Visit, event: ev.Event) -> Step:
    """The next step of `visit` after `event`; pure and total.

    What changes nothing gives back the very same visit object: nothing is shown anew, nothing is owed.
    """
    after = _covered(_answer(visit, event))
    if not after.effects and after.visit == visit:
        return Step(visit)
    return after


def _answer(visit: st.Visit, event: ev.Event) -> Step:
    match event:
        case ev.LanguageChosen() | ev.TextSizeChosen() | ev.ContrastChosen() | ev.LowPositionChosen():
            return Step(_with_preference(visit, event))
        case ev.ReaderChanged(status):
            return _reader_changed(visit, status)
        case ev.PrinterChanged(paper):
            return Step(replace(visit, paper=paper))
        case ev.SilenceTold() | ev.SilenceOver():
            return _silence(visit, event)
        case ev.EndAsked() | ev.EndConfirmed():
            return _end(visit, event)
        case (
            ev.HelpAsked()
            | ev.HelpAnswered()
            | ev.PinHelpAsked()
            | ev.LanguageAsked()
            | ev.DisplayAsked()
            | ev.OverlayClosed()
        ):
            return _overlay(visit, event)
        case ev.Prepared() | ev.PreparedFromCache() | ev.NotPrepared():
            return _city(visit, event)
        case knock.DoorChosen(destination) if isinstance(visit.overlay, st.PinHelp):
            aside = doors.turn_aside(visit.scene, destination)
            uncovered = visit if aside is STAY else replace(visit, overlay=st.NothingOver())
            return _turned(uncovered, aside)
        case ev.EffectCrashed(effect):
            return _crashed(visit, effect)
        case _:
            return _turned(visit, _scene(visit, event))


def _turned(visit: st.Visit, turn: Turn) -> Step:
    if turn is STAY:
        return Step(visit)
    return Step(replace(visit, scene=turn.scene), turn.effects)


def _scene(visit: st.Visit, event: ev.Event) -> Turn:
    if isinstance(visit.scene, fs.FILE_SCENES):
        return attaching.turn(visit.scene, event)
    if isinstance(visit.scene, ap.APPOINTMENT_SCENES):
        return appointments.turn(visit, visit.scene, event)
    if isinstance(visit.scene, door.DOOR_SCENES):
        return doors.turn(visit, visit.scene, event)
    if isinstance(visit.scene, pin.PIN_SCENES):
        return pin_aid.turn(visit, visit.scene, event)
    match visit.scene:
        case st.Preparing() | st.Closed() | st.CardForgotten() | st.Start() as scene:
            return opening.turn(visit, scene, event)
        case st.ChooseTopic() | st.ChooseService() | st.OpeningService() | st.AboutService() as scene:
            return choosing.turn(visit, scene, event)
        case (
            si.ChooseSignIn()
            | si.EnterPassword()
            | si.CheckingPassword()
            | si.ChooseFactor()
            | si.SendingCode()
            | si.EnterCode()
            | si.CheckingCode()
            | si.StepUp()
            | si.OpeningSession()
        ) as scene:
            return password.turn(visit, scene, event)
        case (
            st.PlaceCard()
            | st.Connecting()
            | st.WhoAsks()
            | st.EnterPin()
            | si.TypeOnReader()
            | st.SigningIn()
            | si.LinkAccount()
            | si.OpeningAccount()
        ) as scene:
            return signing_in.turn(visit, scene, event)
        case (
            st.OpeningApplication()
            | st.FillIn()
            | st.Pricing()
            | st.Review()
            | bring.ChooseDelivery()
            | ap.KeepingTime()
            | st.Sending()
        ) as scene:
            return applying.turn(visit, scene, event)
        case (
            pay.FindingWaysToPay()
            | pay.ChoosePayment()
            | pay.PayingByCard()
            | pay.OpeningPayPage()
            | pay.PayByPhone()
            | pay.NotPaid()
            | pay.PaymentUnclear()
            | pay.CheckingPayment()
            | pay.GivingMoneyBack()
            | pay.MoneyBack()
        ) as scene:
            return paying.turn(visit, scene, event)
        case st.TakeCard() | st.Printing() | st.Done() | st.ReceiptOnPhone() | st.Goodbye() as scene:
            return finishing.turn(visit, scene, event)
        case st.Failed() as scene:
            return failing.turn(visit, scene, event)
        case own.ChooseCapacity() as scene:
            return choosing_capacity.turn(scene, event)
        case (
            own.LookingUp()
            | own.AskFirst()
            | own.Account()
            | own.MyMailbox()
            | own.ReadMessage()
            | own.WriteReply()
            | own.MyApplications()
            | own.ApplicationStatus()
            | own.MyAppointments()
            | own.MyActivity()
            | own.MyData()
            | own.ChangeContact()
            | own.AccountEnds()
        ) as scene:
            return own_things.turn(visit, scene, event)
        case _:
            assert_never(visit.scene)


# ---------------------------------------------------------------- what holds in every scene


def _city(visit: st.Visit, answer: opening.CityAnswer) -> Step:
    after, effects = opening.answered(visit, answer)
    return Step(visit if after == visit else after, effects)


def _with_preference(
    visit: st.Visit,
    event: ev.LanguageChosen | ev.TextSizeChosen | ev.ContrastChosen | ev.LowPositionChosen,
) -> st.Visit:
    wishes = visit.preferences
    match event:
        case ev.LanguageChosen(language):
            # Choosing a language is one act; text size and contrast are tried out until they fit.
            overlay = st.NothingOver() if isinstance(visit.overlay, st.LanguageChoice) else visit.overlay
            return replace(visit, preferences=replace(wishes, language=language), overlay=overlay)
        case ev.TextSizeChosen(text_size):
            return replace(visit, preferences=replace(wishes, text_size=text_size))
        case ev.ContrastChosen(contrast):
            return replace(visit, preferences=replace(wishes, contrast=contrast))
        case ev.LowPositionChosen(low):
            return replace(visit, preferences=replace(wishes, low_position=low))
        case _:
            assert_never(event)


def _reader_changed(visit: st.Visit, status: ReaderStatus) -> Step:
    if status == visit.reader:
        return Step(visit)
    # Who moves a card is there.
    overlay = st.NothingOver() if isinstance(visit.overlay, st.StillThere) else visit.overlay
    seen = replace(visit, reader=status, overlay=overlay)
    if isinstance(visit.reader, CardPresent) and misses_card(seen):
        return Step(replace(seen, overlay=st.PutCardBack()))
    if misses_card(visit):
        if not isinstance(status, CardPresent):
            return Step(seen)
        # Perhaps it is somebody else's card, on the next one's way to the terminal.
        return _turned(seen, _card_is_back(seen))
    return _turned(seen, _scene(seen, ev.ReaderChanged(status)))


def misses_card(visit: st.Visit) -> bool:
    """The card belongs on the reader while the citizen's data is on the screen: who takes it may walk off.

    Unless the visitor signed in without it. While this is true, whatever overlay there is has to hide the
    scene; `step` sees that there is one.
    """
    left_open = open_application(visit.scene)
    if left_open is not None:
        session = left_open[0].session
    elif isinstance(visit.scene, own.SHOWN):
        session = visit.scene.owner.session
    else:
        return False
    return SignInMethod.EID in session.methods and not isinstance(visit.reader, CardPresent)


def _card_is_back(visit: st.Visit) -> Turn:
    left_open = open_application(visit.scene)
    if left_open is not None:
        return applying.card_is_back(visit, *left_open)
    if isinstance(visit.scene, own.SHOWN):
        return own_things.card_is_back(visit, visit.scene.owner)
    return STAY


def _covered(after: Step) -> Step:
    """Cover an application whose card is away, whenever nothing else covers it, until the card is back."""
    match misses_card(after.visit), after.visit.overlay:
        case True, st.NothingOver():
            overlay: st.Overlay = st.PutCardBack()
        case False, st.PutCardBack():
            overlay = st.NothingOver()
        case _:
            return after
    return replace(after, visit=replace(after.visit, overlay=overlay))


def _silence(visit: st.Visit, event: ev.SilenceTold | ev.SilenceOver) -> Step:
    if isinstance(visit.scene, NOBODY_YET):
        if isinstance(event, ev.SilenceOver):
            # Somebody tried the large letters and left: the next one begins afresh.
            return Step(replace(visit, preferences=Preferences(), overlay=st.NothingOver()))
        return Step(visit)
    if isinstance(visit.scene, AT_WORK):
        return Step(visit)
    match event:
        case ev.SilenceTold(seconds_left):
            if isinstance(visit.overlay, st.PutCardBack):
                return Step(visit)  # already covered, and it says what to do
            return Step(replace(visit, overlay=st.StillThere(seconds_left)))
        case ev.SilenceOver():
            return _goodbye(visit, do.EndedHow.SILENCE)
        case _:
            assert_never(event)


def _end(visit: st.Visit, event: ev.EndAsked | ev.EndConfirmed) -> Step:
    match visit.scene:
        case st.Preparing() | st.Closed() | st.CardForgotten() | st.Start() | st.Goodbye():
            return Step(visit)
        case st.ChooseTopic() | st.ChooseService() | door.FindService() | si.ChooseSignIn():
            return _goodbye(visit, do.EndedHow.LEFT)  # nothing would be lost: nothing to ask
        case own.WriteReply() | own.ChangeContact():
            pass  # something may have been typed
        case scene if isinstance(scene, own.SHOWN):
            return _goodbye(visit, do.EndedHow.FINISHED)
        case door.HandOver() | door.Information() | door.PinFirstAid() | door.PinAdvice():
            return _goodbye(visit, do.EndedHow.LEFT)
        case pin.ChoosePinWish() | pin.LayCard() | pin.ChooseCard() | pin.CardAdvice():
            return _goodbye(visit, do.EndedHow.LEFT)
        case st.AboutService(errand) | st.PlaceCard(errand) if isinstance(errand.caller, Nobody):
            return _goodbye(visit, do.EndedHow.LEFT)
        case st.Failed(again=st.SendAgain(application, form, quote, Paid() as cover)):
            # Paid for what will not be sent: the money goes back before the visitor does.
            return _turned(visit, sending.give_back(visit, Due(application, form, quote), cover))
        case st.Failed() | pay.MoneyBack() | pay.PaymentUnclear():
            return _goodbye(visit, do.EndedHow.FAILED)
        case (
            st.Done()
            | pin.PinMended()
            | st.ReceiptOnPhone()
            | ap.AppointmentMade()
            | dk.TicketDrawn()
            | dk.AppointmentCancelled()
        ):
            return _goodbye(visit, do.EndedHow.FINISHED)
        case dk.AppointmentDesk() | dk.ChooseConcern() | dk.EnterNumber() | dk.TooEarly() | dk.NoWalkIn():
            return _goodbye(visit, do.EndedHow.LEFT)
        case _:
            pass
    match event:
        case ev.EndAsked():
            return Step(replace(visit, overlay=st.LeaveQuestion()))
        case ev.EndConfirmed():
            return _goodbye(visit, do.EndedHow.LEFT)
        case _:
            assert_never(event)


def _goodbye(visit: st.Visit, how: do.EndedHow) -> Step:
    turn = finishing.goodbye(visit, how)
    return Step(replace(visit, scene=turn.scene, overlay=st.NothingOver()), turn.effects)


type _OverlayEvent = (
    ev.HelpAsked | ev.HelpAnswered | ev.PinHelpAsked | ev.LanguageAsked | ev.DisplayAsked | ev.OverlayClosed
)


def _overlay(visit: st.Visit, event: _OverlayEvent) -> Step:
    if isinstance(visit.overlay, st.PutCardBack) and not isinstance(event, ev.HelpAsked | ev.HelpAnswered):
        return Step(visit)  # the card uncovers the application, and nothing else
    match event:
        case ev.HelpAsked():
            return Step(replace(visit, overlay=st.CallingHelp()), (do.CallHelp(),))
        case ev.HelpAnswered(reached):
            if isinstance(visit.scene, pay.PaymentUnclear | pay.CheckingPayment):
                visit = replace(visit, scene=paying.staff_answered(visit.scene, reached=reached))
            if not isinstance(visit.overlay, st.CallingHelp | st.PutCardBack):
                return Step(visit)
            return Step(replace(visit, overlay=st.HelpComes() if reached else st.HelpNotReached()))
        case ev.PinHelpAsked():
            leads_on = doors.turn_aside(visit.scene, Destination.PIN_FIRST_AID) is not STAY
            return Step(replace(visit, overlay=st.PinHelp(leads_on)))
        case ev.LanguageAsked():
            return Step(replace(visit, overlay=st.LanguageChoice()))
        case ev.DisplayAsked():
            return Step(replace(visit, overlay=st.DisplayChoice()))
        case ev.OverlayClosed():
            return Step(replace(visit, overlay=st.NothingOver()))
        case _:
            assert_never(event)


def _crashed(visit: st.Visit, effect: str) -> Step:
    if effect == do.CallHelp.__name__:
        return _overlay(visit, ev.HelpAnswered(reached=False))
    if effect == do.Prepare.__name__:
        return _city(visit, ev.NotPrepared(Failure.TERMINAL_FAULT))
    if effect in _NOBODY_WAITS_FOR or isinstance(visit.scene, (st.Goodbye, *NOBODY_YET)):
        return Step(visit)
    turn = _scene(visit, ev.Failing(Failure.TERMINAL_FAULT))
    if turn is STAY:
        turn = Turn(st.Failed(Failure.TERMINAL_FAULT, st.StartOver()))
    return Step(replace(visit, scene=turn.scene, overlay=st.NothingOver()), turn.effects)


_NOBODY_WAITS_FOR = frozenset(
    each.__name__
    for each in (do.KeepDefinitions, do.EndLeftovers, do.SettlePayments, do.CancelSignIn, px.LeaveCard)
)
