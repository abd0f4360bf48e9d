"""A whole visit as a table: what happens, the screen that follows, and what is done in the world."""

from dataclasses import replace

from walking import after

from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import Progress
from kiosk.bochum_id.payment_values import Channel
from kiosk.bochum_id.values import SignInMethod
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.delivery import Printed
from kiosk.session.errand import Application
from kiosk.session.preferences import Language
from kiosk.session.step import begin, step
from tests import samples
from tests.samples import CARD, CITIZEN, DRAFT, EMPTY, ERRAND, SAVED, SIGN_IN, TODAY

type Row = tuple[ev.Event, type[st.Scene], tuple[type[do.Effect], ...]]

PIN = ev.PinEntered(samples.pin())

TO_THE_FORM: tuple[Row, ...] = (
    (ev.ReaderChanged(EMPTY), st.Preparing, ()),
    (ev.Prepared(samples.CATALOGUE), st.Start, (do.KeepDefinitions, do.Prepare)),
    (ev.PutOnScreen(), st.Start, (do.EndLeftovers, do.SettlePayments)),
    (ev.LanguageChosen(Language.ENGLISH), st.Start, ()),
    (ev.Continue(), st.ChooseTopic, ()),
    (ev.TopicChosen(samples.TOPIC.id), st.ChooseService, ()),
    (ev.ServiceChosen(samples.SERVICE.id), st.OpeningService, (do.OpenService,)),
    (ev.ServiceOpened(ERRAND.definition), st.AboutService, ()),
    (ev.Continue(), si.ChooseSignIn, ()),
    (ev.SignInMethodChosen(SignInMethod.EID), st.PlaceCard, ()),
    (ev.ReaderChanged(CARD), st.Connecting, (do.BeginSignIn,)),
    (ev.SignInPrepared(SIGN_IN), st.WhoAsks, ()),
    (ev.OptionalDataSwitched(AccessRight.DOCTORAL_DEGREE, given=True), st.WhoAsks, ()),
    (ev.Continue(), st.EnterPin, ()),
    (PIN, st.SigningIn, (do.ConfirmSignIn,)),
    (ev.SignInProgressed(Progress.READING), st.SigningIn, ()),
    (ev.SignedIn(CITIZEN), st.OpeningApplication, (do.OpenApplication,)),
    (ev.ApplicationOpened(DRAFT, TODAY), st.FillIn, ()),
)

FREE_OF_CHARGE: tuple[Row, ...] = (
    (ev.Answered("/purpose", "pension"), st.FillIn, ()),
    (ev.Continue(), st.FillIn, ()),
    (ev.Answered("/kind", "simple"), st.FillIn, ()),
    (ev.Continue(), st.FillIn, ()),
    (ev.Continue(), st.Pricing, (do.Price,)),
    (ev.Priced(SAVED, samples.FREE), st.Review, ()),
    (ev.Declared(accepted=True), st.Review, ()),
    (ev.Continue(), st.Sending, (do.Send,)),
    (ev.Sent(samples.WITH_DOCUMENT), st.TakeCard, ()),
    (ev.ReaderChanged(EMPTY), st.Printing, (do.PrintPaper,)),
    (ev.PaperHandled(Printed()), st.Done, ()),
    (ev.Continue(), st.Goodbye, (do.EndVisit,)),
)

WITH_A_FEE: tuple[Row, ...] = (
    (ev.Answered("/purpose", "authority"), st.FillIn, ()),
    (ev.Continue(), st.FillIn, ()),
    (ev.Answered("/authority", "Amtsgericht"), st.FillIn, ()),
    (ev.Continue(), st.FillIn, ()),
    (ev.Answered("/kind", "extended"), st.FillIn, ()),
    (ev.Continue(), st.FillIn, ()),
    (ev.Answered("/extras", ["nationality"]), st.FillIn, ()),
    (ev.Continue(), st.FillIn, ()),
    (ev.Continue(), st.Pricing, (do.Price,)),
    (ev.Priced(SAVED, samples.PAID), st.Review, ()),
    # one answer is changed from the review
    (ev.ChangeAsked("purpose"), st.FillIn, ()),
    (ev.Answered("/purpose", "private"), st.FillIn, ()),
    (ev.Continue(), st.Pricing, (do.Price,)),
    (ev.Priced(SAVED, samples.PAID), st.Review, ()),
    (ev.Declared(accepted=True), st.Review, ()),
    (ev.Continue(), pay.FindingWaysToPay, (do.FindWaysToPay,)),
    (ev.WaysToPayFound(samples.WAYS), pay.ChoosePayment, ()),
    (ev.PaymentChosen(Channel.CASH_DESK), st.Sending, (do.Send,)),
    (ev.Sent(samples.WITH_SLIP), st.TakeCard, ()),
    (ev.ReaderChanged(EMPTY), st.Printing, (do.PrintPaper,)),
    (ev.PaperHandled(Printed()), st.Done, ()),
    (ev.Continue(), st.Goodbye, (do.EndVisit,)),
)


def played(rows: tuple[Row, ...]) -> tuple[st.Visit, list[do.Effect]]:
    """Play the rows from the very beginning; the last visit, and all that was wanted."""
    now, wanted = begin().visit, list[do.Effect]()
    for number, (event, scene, effects) in enumerate(rows):
        following = step(now, event)
        assert (type(following.visit.scene), tuple(type(each) for each in following.effects)) == (
            scene,
            effects,
        ), f"row {number}: {type(event).__name__}"
        assert following.visit.overlay == st.NothingOver()
        now = following.visit
        wanted += following.effects
    return now, wanted


def only[E: do.Effect](kind: type[E], wanted: list[do.Effect]) -> E:
    (found,) = (each for each in wanted if isinstance(each, kind))
    return found


def test_a_certificate_free_of_charge() -> None:
    visit, wanted = played(TO_THE_FORM + FREE_OF_CHARGE)
    assert visit.scene == st.Goodbye(card_on_reader=False, paper_printed=True)
    assert only(do.BeginSignIn, wanted) == do.BeginSignIn(ERRAND, Language.ENGLISH)
    assert only(do.ConfirmSignIn, wanted) == do.ConfirmSignIn(samples.DEGREE, PIN.pin)
    assert only(do.OpenApplication, wanted) == do.OpenApplication(ERRAND, CITIZEN)
    sent = only(do.Send, wanted)
    assert sent.application == Application(ERRAND, CITIZEN, SAVED)
    assert sent.form.answers == {"/purpose": "pension", "/kind": "simple"}
    assert (sent.quote, sent.language) == (samples.FREE, Language.ENGLISH)
    assert only(do.PrintPaper, wanted) == do.PrintPaper(samples.FREE_OUTCOME, Language.ENGLISH)
    assert only(do.EndVisit, wanted).how is do.EndedHow.FINISHED


def test_a_certificate_with_a_fee_and_a_second_thought() -> None:
    visit, wanted = played(TO_THE_FORM + WITH_A_FEE)
    assert visit.scene == st.Goodbye(card_on_reader=False, paper_printed=True)
    first, second = (each for each in wanted if isinstance(each, do.Price))
    assert first.form.answers["/purpose"] == "authority"
    assert second.form.answers == {**first.form.answers, "/purpose": "private"}
    assert second.application.draft == SAVED
    assert only(do.Send, wanted).quote == samples.PAID
    assert only(do.PrintPaper, wanted).outcome == samples.PAID_OUTCOME


def test_the_steps_of_the_form_come_in_order_and_only_as_far_as_they_are_asked() -> None:
    seen = []
    now = begin().visit
    for event, _, _ in TO_THE_FORM + WITH_A_FEE:
        now = after(now, event)
        if isinstance(now.scene, st.FillIn) and now.scene.step_id not in seen:
            seen.append(now.scene.step_id)
    assert seen == ["purpose", "authority", "kind", "extras", "copies"]


def test_a_card_that_lies_there_already_is_not_asked_for() -> None:
    about = samples.visit("AboutService")
    assert step(about, ev.Continue()).effects == (do.BeginSignIn(ERRAND, Language.GERMAN),)


def test_a_card_taken_before_the_application_is_sent_leads_straight_to_the_paper() -> None:
    sending = samples.visit("Sending", reader=EMPTY)
    assert isinstance(after(sending, ev.Sent(samples.WITH_SLIP)).scene, st.Printing)


def test_an_application_that_asks_nothing_goes_straight_to_the_price() -> None:
    everything_known = replace(ERRAND, definition=replace(ERRAND.definition, steps=()))
    opening = samples.visit(st.OpeningApplication(everything_known, CITIZEN))
    opened = step(opening, ev.ApplicationOpened(DRAFT, TODAY))
    assert isinstance(opened.visit.scene, st.Pricing)
    review = after(opened.visit, ev.Priced(SAVED, samples.FREE))
    assert step(review, ev.Back()).visit is review
