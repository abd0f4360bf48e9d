"""PIN first aid with the card: from the wish to a PIN that works, or to whoever can help."""

from dataclasses import replace
from typing import assert_never

from cardreader.card import PinBlocked, PinDeactivated, PinSuspended
from cardreader.pin_on_pad import NewPinRefused
from cardreader.reader import CardPresent, EmptyReader, NoReader
from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import pin_effects as px
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.errand import ByDetour, Errand
from kiosk.session.failure import Failure
from kiosk.session.number_length import digits
from kiosk.session.pin_slips import slip_of_card
from kiosk.session.pin_states import PinTask
from kiosk.session.pin_values import CardNumber, CardTrouble, PadWord, PinWish
from kiosk.session.scenes import appointments, last_attempt, slips
from kiosk.session.scenes.card_away import failure_of
from kiosk.session.scenes.card_numbers import RENEWING, ask, wanted
from kiosk.session.scenes.finishing import goodbye
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.session.scenes.ways_in import sign_in, where_it_waits

_LEAVE = (px.LeaveCard(),)
_LETTER = door.PinAtHand.LETTER
_ALL_ATTEMPTS = 3


def begin(visit: st.Visit, task: PinTask) -> Turn:
    """Ask for the card, or look at the one that lies there."""
    match visit.reader:
        case CardPresent():
            return Turn(pin.LookingAtCard(task), (px.LookAtCard(),))
        case EmptyReader(is_restless=True):
            return Turn(st.Failed(Failure.CARD_ASKEW, pin.PinAgain(task)))
        case EmptyReader():
            return Turn(pin.LayCard(task))
        case NoReader():
            return Turn(st.Failed(Failure.READER_GONE, pin.PinAgain(task)))
        case _:
            assert_never(visit.reader)


def before(task: PinTask) -> st.Scene:
    """Where the wish was told, as it was."""
    match task.errand.way:
        case ByDetour(waiting, mend) if mend is not None:
            return where_it_waits(waiting)
        case _ if task.wish is PinWish.SET:
            return door.PinFirstAid(task.errand)
        case _:
            return pin.ChoosePinWish(task.errand)


def turn(visit: st.Visit, scene: pin.PinScene, event: ev.Event) -> Turn:
    if isinstance(scene, pin.EnterCan | pin.TypeNumberOnReader | pin.CheckingNumber):
        return _with_either(scene, event)
    match scene:
        case pin.ChoosePinWish(errand):
            return _choose(visit, errand, event)
        case pin.LayCard(task):
            match event:
                case ev.ReaderChanged(CardPresent() | NoReader() | EmptyReader(is_restless=True)):
                    return begin(visit, task)
                case pe.CounterAsked():
                    letter = task.wish is PinWish.SET
                    return Turn(door.PinAdvice(task.errand, _LETTER if letter else door.PinAtHand.OWN))
                case ev.Back():
                    return Turn(before(task))
                case _:
                    return STAY
        case pin.LookingAtCard(task):
            match event:
                case pe.CardLooked(counter, pad):
                    return wanted(replace(task, pad=pad), counter)
                case ev.Failing(failure):
                    return _failed(task, failure)
                case _:
                    return STAY
        case pin.EnterCardPin(task) | pin.EnterPuk(task) | pin.ChooseNewPin(task):
            return _enter(scene, task, event)
        case pin.PinMended(task):
            return _mended(visit, task, event)
        case pin.ChooseCard(errand):
            match event:
                case pe.CardTold(trouble):
                    return Turn(pin.CardAdvice(errand, trouble))
                case ev.Back():
                    return Turn(door.PinFirstAid(errand))
                case _:
                    return STAY
        case pin.CardAdvice():
            return _advise(visit, scene, event)
        case _:
            assert_never(scene)


def _with_either(scene: pin.EnterCan | pin.TypeNumberOnReader | pin.CheckingNumber, event: ev.Event) -> Turn:
    """Answer in a scene that a sign-in has as well."""
    match scene.resuming, scene:
        case pin.ForSignIn() as at, _:
            return last_attempt.turn(at, scene, event)
        case task, pin.EnterCan():
            return _enter(scene, task, event)
        case task, pin.TypeNumberOnReader():
            return _typed_on_reader(scene, task, event)
        case task, pin.CheckingNumber(number=number):
            return _checking(task, number, event)
        case _:
            assert_never(scene)


def _choose(visit: st.Visit, errand: Errand, event: ev.Event) -> Turn:
    match event:
        case pe.WishTold(wish):
            return begin(visit, PinTask(errand, wish))
        case pe.CounterAsked():
            return Turn(door.PinAdvice(errand, door.PinAtHand.OWN))
        case ev.Back():
            return Turn(door.PinFirstAid(errand))
        case _:
            return STAY


def _enter(
    scene: pin.EnterCardPin | pin.EnterCan | pin.EnterPuk | pin.ChooseNewPin, task: PinTask, event: ev.Event
) -> Turn:
    """Give what was typed to the card; what cannot be the number would cost an attempt."""
    match scene, event:
        case pin.EnterCardPin(), ev.PinEntered(secret) if len(secret) == digits(scene):
            return Turn(pin.CheckingNumber(task, CardNumber.PIN), (px.TryPin(secret),))
        case pin.EnterCan(), pe.CanEntered(secret) if len(secret) == digits(scene):
            return Turn(pin.CheckingNumber(task, CardNumber.CAN), (px.TryCan(secret),))
        case pin.EnterPuk(), pe.PukEntered(secret) if len(secret) == digits(scene):
            return Turn(pin.CheckingNumber(task, CardNumber.PUK), (px.TryPuk(secret),))
        case pin.ChooseNewPin(), pe.NewPinChosen(secret) if len(secret) == digits(scene):
            return Turn(pin.CheckingNumber(task, CardNumber.NEW_PIN), (px.SetPin(secret),))
        case pin.EnterCardPin() | pin.EnterPuk(), pe.CounterAsked():
            return Turn(door.PinAdvice(task.errand, door.PinAtHand.NOTHING), _LEAVE)
        case _, ev.Back():
            return Turn(before(task), _LEAVE)
        case _, ev.ReaderChanged(NoReader() | EmptyReader() as status):
            return _failed(task, failure_of(status))
        case _:
            return STAY


def _typed_on_reader(scene: pin.TypeNumberOnReader, task: PinTask, event: ev.Event) -> Turn:
    """Hear what became of a number that the reader asked for; its red key is as good as going back."""
    match event:
        case ev.Back() | pe.PadCancelled():
            return Turn(before(task), _LEAVE)
        case pe.NewPinRejected(why):
            return ask(task, scene.number, scene.attempts_left, _WORDS[why])
        case ev.ReaderChanged(NoReader() | EmptyReader() as status):
            return _checking(task, scene.number, ev.Failing(failure_of(status)))
        case _:
            return _checking(task, scene.number, event)


_WORDS = {NewPinRefused.DIFFERENT: PadWord.DIFFERENT, NewPinRefused.LENGTH: PadWord.LENGTH}


def _checking(task: PinTask, number: CardNumber, event: ev.Event) -> Turn:
    match event:
        case pe.PinOpened() if task.wish in RENEWING:
            return ask(task, CardNumber.NEW_PIN, _ALL_ATTEMPTS)
        case pe.PinOpened() | pe.PinRenewed():
            return Turn(pin.PinMended(task), _LEAVE)
        case pe.PinUnblocked():
            return Turn(pin.PinMended(replace(task, wish=PinWish.UNBLOCK)), _LEAVE)
        case ev.PinRejected(0):
            return ask(task, CardNumber.PUK, 0)
        case ev.PinRejected(1):
            return ask(task, CardNumber.CAN, 1)
        case ev.PinRejected(attempts_left):
            return ask(task, CardNumber.PIN, attempts_left, PadWord.WRONG)
        case pe.CanAccepted():
            return ask(task, CardNumber.PIN, 1)
        case pe.CanRejected():
            return ask(task, CardNumber.CAN, 1, PadWord.WRONG if number is CardNumber.CAN else PadWord.FIRST)
        case pe.PukRejected():
            return ask(task, CardNumber.PUK, 0, PadWord.WRONG)
        case pe.PukSpent():
            return Turn(pin.CardAdvice(task.errand, CardTrouble.PUK_USED_UP), _LEAVE)
        case pe.CardLooked(counter, pad):
            return wanted(replace(task, pad=pad), counter)
        case ev.Failing(failure) if number is CardNumber.NEW_PIN and failure in _ANSWER_LOST:
            # The card may have taken the new PIN before it was pulled: trying it tells.
            return _failed(replace(task, wish=PinWish.CHECK), Failure.PIN_UNCERTAIN)
        case ev.Failing(failure):
            return _failed(task, failure)
        case _:
            return STAY


_ANSWER_LOST = frozenset(
    {Failure.CARD_REMOVED, Failure.CARD_ASKEW, Failure.READER_GONE, Failure.CARD_UNREADABLE}
)


def _failed(task: PinTask, failure: Failure) -> Turn:
    match failure:
        case Failure.NOT_AN_ID_CARD:
            return Turn(pin.CardAdvice(task.errand, CardTrouble.NOT_AN_ID_CARD), _LEAVE)
        case Failure.EID_SWITCHED_OFF:
            return wanted(task, PinDeactivated())
        case Failure.PIN_BLOCKED:
            return wanted(task, PinBlocked())
        case Failure.PIN_SUSPENDED:
            return wanted(task, PinSuspended())
        case _:
            return Turn(st.Failed(failure, pin.PinAgain(task)), _LEAVE)


def _mended(visit: st.Visit, task: PinTask, event: ev.Event) -> Turn:
    match event, task.errand.way:
        case pe.WishTold(PinWish.CHECK), _ if task.wish is PinWish.UNBLOCK:
            return begin(visit, replace(task, wish=PinWish.CHECK))
        case ev.Continue(), ByDetour(waiting):
            return sign_in(visit, waiting)
        case ev.Continue(), _:
            return goodbye(visit, do.EndedHow.FINISHED)
        case _:
            return STAY


def _advise(visit: st.Visit, scene: pin.CardAdvice, event: ev.Event) -> Turn:
    match event:
        case knock.AppointmentAsked() if not isinstance(visit.city, st.CityClosed):
            purpose = appointments.purpose_of(scene.errand)
            return STAY if purpose is None else appointments.begin(visit, scene.errand, purpose)
        case ev.SlipAsked() | ev.SlipHandled() | ev.Failing():
            slip = slip_of_card(scene.trouble)
            return slips.turned(visit, event, scene.slip, slip, lambda fate: replace(scene, slip=fate))
        case ev.Continue():
            return goodbye(visit, do.EndedHow.FINISHED)
        case ev.Back():
            match scene.errand.way:
                case ByDetour(waiting, mend) if mend is not None:
                    return Turn(where_it_waits(waiting))
                case _:
                    return Turn(door.PinFirstAid(scene.errand))
        case _:
            return STAY
