"""Between "checked" and "sent": which way to pay leads where, and that money never gets lost."""

from dataclasses import replace

import pytest
from walking import after, effect

from kiosk.bochum_id.payment_values import Channel
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from kiosk.session import states as st
from kiosk.session.cover import AT_CASH_DESK, BY_INVOICE, Cover
from kiosk.session.delivery import NotPrinted, OnItsWay, Printed
from kiosk.session.failure import Failure
from kiosk.session.paying import CardStep, MoneyBackBy, NotPaidBecause, StaffCall
from kiosk.session.preferences import Language
from kiosk.session.step import step
from tests import samples
from tests.samples import APPLICATION, BY_PHONE, CARD_PAID, COVERED, DUE, FOR_AUTHORITY, PAID, visit

SEND_PAID = do.Send(APPLICATION, FOR_AUTHORITY, PAID, COVERED, Language.GERMAN)


def reviewed(*channels: str) -> st.Visit:
    errand = APPLICATION.errand
    definition = replace(errand.definition, payment_channels=channels)
    application = replace(APPLICATION, errand=replace(errand, definition=definition))
    return visit(st.Review(application, FOR_AUTHORITY, PAID, declared=True))


@pytest.mark.parametrize(
    ("channels", "cover"), [(("cashDesk",), AT_CASH_DESK), (("invoice",), BY_INVOICE)], ids=str
)
def test_the_only_way_to_pay_later_needs_no_question(channels: tuple[str, ...], cover: Cover) -> None:
    sent = effect(reviewed(*channels), ev.Continue())
    assert isinstance(sent, do.Send)
    assert sent.cover == cover


@pytest.mark.parametrize("channels", [("cardTerminal",), ("cardTerminal", "cashDesk"), ("qr", "invoice")])
def test_otherwise_the_visitor_chooses_among_what_works(channels: tuple[str, ...]) -> None:
    asked = step(reviewed(*channels), ev.Continue())
    assert isinstance(asked.visit.scene, pay.FindingWaysToPay)
    assert asked.effects == (do.FindWaysToPay(asked.visit.scene.due),)
    choice = after(asked.visit, ev.WaysToPayFound(samples.WAYS)).scene
    assert isinstance(choice, pay.ChoosePayment)
    assert choice.ways == samples.WAYS


@pytest.mark.parametrize(
    ("channel", "wanted"),
    [
        (Channel.CARD_TERMINAL, do.TakeCardPayment),
        (Channel.QR, do.OpenPayPage),
        (Channel.CASH_DESK, do.Send),
        (Channel.INVOICE, do.Send),
    ],
)
def test_every_way_leads_to_its_own(channel: Channel, wanted: type[do.Effect]) -> None:
    assert isinstance(effect(visit("ChoosePayment"), ev.PaymentChosen(channel)), wanted)


def test_a_way_that_does_not_work_cannot_be_chosen() -> None:
    broken = visit("ChoosePayment-broken")
    assert step(broken, ev.PaymentChosen(Channel.CARD_TERMINAL)).visit is broken


def test_back_from_the_choice_is_the_review_with_its_tick() -> None:
    assert after(visit("ChoosePayment"), ev.Back()).scene == st.Review(
        APPLICATION, FOR_AUTHORITY, PAID, declared=True
    )


@pytest.mark.parametrize("name", ["PayingByCard", "PayingByCard-stopping", "PayByPhone", "CheckingPayment"])
def test_money_that_is_there_leads_to_the_submission_at_once(name: str) -> None:
    assert effect(visit(name), ev.PaymentMade(CARD_PAID)) == SEND_PAID


@pytest.mark.parametrize("why", NotPaidBecause, ids=lambda why: why.name)
def test_without_money_there_is_another_try_and_another_way(why: NotPaidBecause) -> None:
    unpaid = after(visit("PayingByCard"), ev.PaymentNotMade(why))
    assert unpaid.scene == pay.NotPaid(DUE, Channel.CARD_TERMINAL, why)
    assert effect(unpaid, ev.TryAgain()) == do.TakeCardPayment(DUE)
    assert effect(unpaid, ev.Continue()) == do.FindWaysToPay(DUE)


def test_who_wants_to_stop_says_so_once_and_hears_no_more_steps() -> None:
    stopping = step(visit("PayingByCard"), ev.Back())
    assert stopping.effects == (do.StopCardPayment(),)
    again = step(stopping.visit, ev.Back())
    assert again.visit is stopping.visit
    assert after(stopping.visit, ev.CardStepped(CardStep.WORKING)) is stopping.visit
    assert effect(visit("PayByPhone"), ev.Back()) == do.StopPhonePayment(BY_PHONE)


@pytest.mark.parametrize("event", [ev.PaymentUnknown(), ev.EffectCrashed("TakeCardPayment")], ids=str)
def test_what_is_unclear_is_never_asked_for_again_but_checked(event: ev.Event) -> None:
    unclear = after(visit("PayingByCard"), event)
    assert unclear.scene == pay.PaymentUnclear(DUE, StaffCall.CALLED)
    assert effect(unclear, ev.TryAgain()) == do.CheckCardPayment(DUE)
    assert not any(isinstance(each, do.TakeCardPayment) for each in step(unclear, ev.Continue()).effects)


def test_an_unclear_payment_calls_the_front_desk_by_itself_and_once() -> None:
    unclear = step(visit("PayingByCard"), ev.PaymentUnknown())
    assert unclear.effects == (do.CallHelp(),)
    checking = step(unclear.visit, ev.TryAgain()).visit
    still = step(checking, ev.PaymentUnknown())
    assert (still.visit.scene, still.effects) == (pay.PaymentUnclear(DUE, StaffCall.CALLED), ())


@pytest.mark.parametrize("name", ["PaymentUnclear", "CheckingPayment"])
@pytest.mark.parametrize(
    ("event", "staff"),
    [
        (ev.HelpAnswered(reached=True), StaffCall.COMING),
        (ev.HelpAnswered(reached=False), StaffCall.NOT_REACHED),
        (ev.EffectCrashed("CallHelp"), StaffCall.NOT_REACHED),
    ],
    ids=str,
)
def test_an_unclear_payment_says_whether_somebody_comes(name: str, event: ev.Event, staff: StaffCall) -> None:
    told = after(visit(name), event)
    assert isinstance(told.scene, pay.PaymentUnclear | pay.CheckingPayment)
    assert (told.scene.staff, told.overlay) == (staff, st.NothingOver())
    asked = after(visit(name, overlay=st.CallingHelp()), event)
    assert asked.scene == told.scene
    assert asked.overlay == (st.HelpComes() if staff is StaffCall.COMING else st.HelpNotReached())


# ---------------------------------------------------------------- paid, and not sent


@pytest.mark.parametrize("failure", [Failure.BACKEND_REFUSED, Failure.SERVICE_CLOSED, Failure.SESSION_ENDED])
def test_money_for_what_will_never_be_sent_goes_back(failure: Failure) -> None:
    given_up = step(visit("Sending-paid"), ev.Failing(failure))
    assert given_up.visit.scene == pay.GivingMoneyBack(DUE, COVERED)
    assert given_up.effects == (do.GiveMoneyBack(DUE, COVERED, Language.GERMAN),)


@pytest.mark.parametrize("failure", [Failure.BACKEND_UNREACHABLE, Failure.TOO_OFTEN, Failure.TERMINAL_FAULT])
def test_what_may_still_arrive_can_be_sent_again_with_the_same_payment(failure: Failure) -> None:
    failed = after(visit("Sending-paid"), ev.Failing(failure))
    assert effect(failed, ev.TryAgain()) == SEND_PAID


def test_who_gives_up_what_is_paid_gets_the_money_back_before_leaving() -> None:
    failed = visit("Failed-send-paid")
    leaving = step(failed, ev.EndAsked())
    assert leaving.visit.scene == pay.GivingMoneyBack(DUE, COVERED)
    back = after(leaving.visit, ev.MoneyGivenBack(MoneyBackBy.CARD_READER))
    assert back.scene == pay.MoneyBack(DUE, COVERED, MoneyBackBy.CARD_READER, slip=OnItsWay())
    assert isinstance(after(back, ev.Continue()).scene, st.Goodbye)


@pytest.mark.parametrize("by", MoneyBackBy, ids=lambda by: by.name)
def test_money_that_comes_back_is_proven_on_a_slip_without_asking(by: MoneyBackBy) -> None:
    lines = samples.REVERSAL_LINES if by is MoneyBackBy.CARD_READER else ()
    told = step(visit("GivingMoneyBack"), ev.MoneyGivenBack(by, lines))
    (printing,) = told.effects
    assert isinstance(printing, do.PrintSlip)
    assert printing.slip.verbatim == lines
    for language in ("de", "en"):
        words = " ".join(each.in_language(language) for each in printing.slip.lines)
        assert ("9,00" if language == "de" else "9.00") in words
        assert COVERED.payment.reference in words
    missing = after(told.visit, ev.SlipHandled(NotPrinted(Failure.PRINTER_JAM)))
    assert effect(missing, ev.SlipAsked()) == printing
    there = after(told.visit, ev.SlipHandled(Printed()))
    assert step(there, ev.SlipAsked()).effects == ()
    assert "4711" not in repr(told.visit.scene)


def test_what_crashes_on_the_way_back_is_proven_as_well() -> None:
    told = step(visit("GivingMoneyBack"), ev.EffectCrashed("GiveMoneyBack"))
    assert told.visit.scene == pay.MoneyBack(DUE, COVERED, MoneyBackBy.LATER, slip=OnItsWay())
    assert isinstance(told.effects[0], do.PrintSlip)


def test_what_had_arrived_after_all_is_a_good_end() -> None:
    arrived = after(visit("GivingMoneyBack"), ev.Sent(samples.WITH_DOCUMENT)).scene
    assert isinstance(arrived, st.TakeCard)
    assert arrived.outcome.cover == COVERED


def test_a_phone_that_paid_too_late_hears_of_its_money() -> None:
    told = after(visit("PayByPhone-stopping"), ev.MoneyGivenBack(MoneyBackBy.CITY)).scene
    assert isinstance(told, pay.MoneyBack)
    assert (told.by, told.cover.payment) == (MoneyBackBy.CITY, BY_PHONE)
