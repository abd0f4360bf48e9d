"""From "checked" to "sent" where something is to be paid: the choice, the card, the phone, the way back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, assert_never

from kiosk.bochum_id.payment_values import Channel
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from kiosk.session import states as st
from kiosk.session.cover import AT_CASH_DESK, BY_INVOICE, NOTHING_DUE, Cover, Paid
from kiosk.session.delivery import OnItsWay
from kiosk.session.failure import Failure
from kiosk.session.paying import CardStep, Due, MoneyBackBy, NotPaidBecause, StaffCall, WayToPay
from kiosk.session.payment_slips import money_back_slip
from kiosk.session.scenes import slips
from kiosk.session.scenes.finishing import goodbye, sent
from kiosk.session.scenes.sending import failed, outcome_of, send, unfinished
from kiosk.session.scenes.turn import STAY, Turn

_PAID_LATER: Final[Mapping[str, Cover]] = {
    Channel.CASH_DESK.value: AT_CASH_DESK,
    Channel.INVOICE.value: BY_INVOICE,
}


def begin(visit: st.Visit, due: Due) -> Turn:
    """Everything is declared: send what costs nothing now, else find out how it can be paid."""
    if due.quote.is_free:
        return send(visit, due, NOTHING_DUE)
    match due.application.errand.definition.payment_channels:
        case (only,) if only in _PAID_LATER:
            return send(visit, due, _PAID_LATER[only])
        case _:
            return find_ways(due)


def find_ways(due: Due) -> Turn:
    return Turn(pay.FindingWaysToPay(due), (do.FindWaysToPay(due),))


def turn(visit: st.Visit, scene: pay.PaymentScene, event: ev.Event) -> Turn:
    match scene:
        case pay.FindingWaysToPay(due):
            match event:
                case ev.WaysToPayFound(ways):
                    return Turn(pay.ChoosePayment(due, ways))
                case ev.Failing(failure):
                    return _failed(failure, due)
                case _:
                    return STAY
        case pay.ChoosePayment(due, ways):
            return _choose(visit, due, ways, event)
        case pay.PayingByCard():
            return _by_card(visit, scene, event)
        case pay.OpeningPayPage(due):
            match event:
                case ev.PayPageOpened(payment):
                    page = pay.PayByPhone(due, payment, stopping=False)
                    return Turn(page, (do.AwaitPhonePayment(payment),))
                case ev.Failing(failure):
                    return _failed(failure, due)
                case _:
                    return STAY
        case pay.PayByPhone():
            return _by_phone(visit, scene, event)
        case pay.NotPaid(due, channel):
            match event:
                case ev.TryAgain():
                    return _pay(visit, due, channel)
                case ev.Continue():
                    return find_ways(due)
                case _:
                    return STAY
        case pay.PaymentUnclear(due, staff):
            match event:
                case ev.TryAgain():
                    return Turn(pay.CheckingPayment(due, staff), (do.CheckCardPayment(due),))
                case ev.Continue():
                    return goodbye(visit, do.EndedHow.FAILED)
                case _:
                    return STAY
        case pay.CheckingPayment(due, staff):
            if _is_unclear(event):
                return Turn(pay.PaymentUnclear(due, staff))  # somebody was called already
            return _settled(visit, due, Channel.CARD_TERMINAL, event)
        case pay.GivingMoneyBack(due, cover):
            match event:
                case ev.MoneyGivenBack(by, lines):
                    return _money_back(visit, pay.MoneyBack(due, cover, by, lines))
                case ev.Sent(submission):
                    return sent(visit, outcome_of(due, cover, submission))  # it had arrived after all
                case ev.Failing():
                    return _money_back(visit, pay.MoneyBack(due, cover, MoneyBackBy.LATER))
                case _:
                    return STAY
        case pay.MoneyBack():
            match event:
                case ev.Continue():
                    return goodbye(visit, do.EndedHow.FAILED)
                case ev.SlipAsked() | ev.SlipHandled() | ev.Failing():
                    slip = money_back_slip(scene)
                    return slips.turned(
                        visit, event, scene.slip, slip, lambda fate: replace(scene, slip=fate)
                    )
                case _:
                    return STAY
        case _:
            assert_never(scene)


def _choose(visit: st.Visit, due: Due, ways: tuple[WayToPay, ...], event: ev.Event) -> Turn:
    match event:
        case ev.PaymentChosen(channel) if WayToPay(channel, works=True) in ways:
            return _pay(visit, due, channel)
        case ev.Back():
            return review(due)
        case _:
            return STAY


def review(due: Due) -> Turn:
    """Back to what was declared already."""
    return Turn(st.Review(due.application, due.form, due.quote, declared=True))


def _pay(visit: st.Visit, due: Due, channel: Channel) -> Turn:
    match channel:
        case Channel.CARD_TERMINAL:
            begun = pay.PayingByCard(due, CardStep.GETTING_READY, stopping=False)
            return Turn(begun, (do.TakeCardPayment(due),))
        case Channel.QR:
            return Turn(pay.OpeningPayPage(due), (do.OpenPayPage(due),))
        case Channel.CASH_DESK:
            return send(visit, due, AT_CASH_DESK)
        case Channel.INVOICE:
            return send(visit, due, BY_INVOICE)
        case Channel.FREE:
            return STAY
        case _:
            assert_never(channel)


def _by_card(visit: st.Visit, scene: pay.PayingByCard, event: ev.Event) -> Turn:
    match event:
        case ev.CardStepped(step) if not scene.stopping:
            return Turn(pay.PayingByCard(scene.due, step, stopping=False))
        case ev.Back() if not scene.stopping:
            stopping = pay.PayingByCard(scene.due, scene.step, stopping=True)
            return Turn(stopping, (do.StopCardPayment(),))
        case _:
            return _settled(visit, scene.due, Channel.CARD_TERMINAL, event)


def _by_phone(visit: st.Visit, scene: pay.PayByPhone, event: ev.Event) -> Turn:
    match event:
        case ev.Back() if not scene.stopping:
            stopping = pay.PayByPhone(scene.due, scene.payment, stopping=True)
            return Turn(stopping, (do.StopPhonePayment(scene.payment),))
        case ev.MoneyGivenBack(by, lines):
            return _money_back(visit, pay.MoneyBack(scene.due, Paid(scene.payment), by, lines))
        case ev.Failing():
            # The page may be paid all the same: then the city pays it back.
            return Turn(pay.NotPaid(scene.due, Channel.QR, NotPaidBecause.TOO_LATE))
        case _:
            return _settled(visit, scene.due, Channel.QR, event)


def _settled(visit: st.Visit, due: Due, channel: Channel, event: ev.Event) -> Turn:
    """What came of asking for the money."""
    match event:
        case ev.PaymentMade(payment):
            return send(visit, due, Paid(payment))
        case ev.PaymentNotMade(why):
            return Turn(pay.NotPaid(due, channel, why))
        case _ if _is_unclear(event):
            # Nobody should be alone with that: the front desk is called without being asked.
            return Turn(pay.PaymentUnclear(due, StaffCall.CALLED), (do.CallHelp(),))
        case ev.Failing(failure):
            return _failed(failure, due)
        case _:
            return STAY


def _is_unclear(event: ev.Event) -> bool:
    return isinstance(event, ev.PaymentUnknown) or event == ev.Failing(Failure.TERMINAL_FAULT)


def staff_answered(scene: pay.PaymentUnclear | pay.CheckingPayment, *, reached: bool) -> pay.PaymentScene:
    """Say on the screen whether somebody comes."""
    return replace(scene, staff=StaffCall.COMING if reached else StaffCall.NOT_REACHED)


def _money_back(visit: st.Visit, scene: pay.MoneyBack) -> Turn:
    """Who gets money back takes the proof along, without asking for it."""
    effect = do.PrintSlip(money_back_slip(scene), visit.preferences.language)
    return Turn(replace(scene, slip=OnItsWay()), (effect,))


def _failed(failure: Failure, due: Due) -> Turn:
    """No money was asked for yet."""
    application = due.application
    return failed(failure, unfinished(application, due.form), application.session, st.PayAgain(due))
