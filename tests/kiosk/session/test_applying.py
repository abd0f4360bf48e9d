"""The form: its steps, what is missing, the way back, and changes made from the review."""

from dataclasses import replace

import pytest
from walking import after, effect

from kiosk.bochum_id.values import FieldError
from kiosk.services import form as forms
from kiosk.services.form import Form
from kiosk.services.schema import Violation, ViolationKind
from kiosk.session import bringing as bring
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.cover import NOTHING_DUE
from kiosk.session.failure import Failure
from kiosk.session.paying import Due
from kiosk.session.preferences import Language
from kiosk.session.scenes.sending import outcome_of
from kiosk.session.step import step
from tests import samples
from tests.samples import APPLICATION, FOR_AUTHORITY, FOR_PENSION, UNDER_PRESSURE, visit


def fill_in(step_id: str, form: Form, *, reviewing: bool = False) -> st.Visit:
    return visit(st.FillIn(APPLICATION, form, step_id, checked=False, reviewing=reviewing))


def where(now: st.Visit) -> tuple[str, bool]:
    """The step on the screen, and whether what is missing is shown."""
    assert isinstance(now.scene, st.FillIn)
    return now.scene.step_id, now.scene.checked


def test_what_is_missing_is_shown_only_after_the_visitor_wanted_to_go_on() -> None:
    first = after(visit("OpeningApplication"), ev.ApplicationOpened(samples.DRAFT, samples.TODAY))
    assert where(first) == ("purpose", False)
    assert where(after(first, ev.Continue())) == ("purpose", True)
    assert where(after(first, ev.Continue(), ev.Answered("/purpose", "pension"))) == ("purpose", True)
    assert where(after(first, ev.Answered("/purpose", "pension"), ev.Continue())) == ("kind", False)


def test_back_goes_step_by_step_and_stops_at_the_first() -> None:
    last = fill_in("copies", FOR_AUTHORITY)
    seen = []
    while (before := after(last, ev.Back())) is not last:
        seen.append(where(before))
        last = before
    assert seen == [(step_id, False) for step_id in ("extras", "kind", "authority", "purpose")]


def test_nothing_incomplete_is_priced_even_when_the_gap_lies_behind() -> None:
    assert where(after(fill_in("copies", UNDER_PRESSURE), ev.Continue())) == ("authority", False)


def test_a_change_from_the_review_leads_back_to_the_review() -> None:
    review = visit("Review")
    changing = after(review, ev.ChangeAsked("kind"))
    assert changing.scene == st.FillIn(APPLICATION, FOR_AUTHORITY, "kind", checked=False, reviewing=True)
    for way_on in (ev.Continue(), ev.Back()):
        priced = step(changing, way_on)
        assert priced.effects == (do.Price(APPLICATION, FOR_AUTHORITY),)


def test_a_change_that_opens_a_new_question_asks_it_before_the_review() -> None:
    changed = after(visit("Review-declared"), ev.ChangeAsked("purpose"), ev.Answered("/purpose", "authority"))
    asked = after(changed, ev.Continue())
    assert where(asked) == ("authority", False)
    told = after(asked, ev.Continue(), ev.Answered("/authority", "Amtsgericht"))
    assert isinstance(after(told, ev.Continue()).scene, st.Pricing)


def test_back_from_a_half_made_change_says_what_is_missing() -> None:
    assert where(after(fill_in("authority", UNDER_PRESSURE, reviewing=True), ev.Back())) == (
        "authority",
        True,
    )


def test_back_from_the_review_is_the_last_step_and_loses_nothing() -> None:
    back = after(visit("Review"), ev.Back())
    assert back.scene == st.FillIn(APPLICATION, FOR_AUTHORITY, "copies", checked=False, reviewing=False)


def test_what_only_the_city_knows_to_be_wrong_is_told_at_its_question() -> None:
    told = after(visit(st.Pricing(APPLICATION, FOR_AUTHORITY)), ev.AnswersObjected(samples.OBJECTED))
    assert where(told) == ("authority", True)
    assert isinstance(told.scene, st.FillIn)
    assert told.scene.application.draft is samples.OBJECTED
    assert forms.errors_in_step(told.scene.form, "authority") == (
        Violation("/authority", ViolationKind.NOT_IN_REGISTER),
    )
    assert where(after(told, ev.Continue())) == ("authority", True), "nothing has changed"
    mended = after(told, ev.Answered("/authority", "Amtsgericht Essen"), ev.Continue())
    assert where(mended) == ("kind", False), "and the city is asked again at the end"


def test_an_objection_to_what_nobody_asked_ends_in_words() -> None:
    draft = replace(samples.OBJECTED, errors=(FieldError("/applicant/familyName", "notInRegister"),))
    told = after(visit(st.Pricing(APPLICATION, FOR_AUTHORITY)), ev.AnswersObjected(draft))
    assert isinstance(told.scene, st.Failed)
    assert told.scene.failure is Failure.BACKEND_REFUSED


def test_a_new_price_asks_for_the_declaration_again() -> None:
    priced = after(visit("Pricing"), ev.Priced(samples.SAVED, samples.FREE)).scene
    assert isinstance(priced, st.Review)
    assert not priced.declared
    assert priced.application.draft is samples.SAVED


@pytest.mark.parametrize("accepted", [True, False])
def test_nothing_is_sent_without_the_declaration(accepted: bool) -> None:  # noqa: FBT001 - a parameter
    free = st.Review(APPLICATION, FOR_PENSION, samples.FREE, declared=False)
    declared = after(visit(free), ev.Declared(accepted=accepted))
    sent = step(declared, ev.Continue())
    assert bool(sent.effects) is accepted
    assert isinstance(sent.visit.scene, st.Sending) is accepted


def test_what_is_sent_is_what_was_reviewed_in_the_words_that_were_read() -> None:
    spoken = after(visit("Review-declared"), ev.LanguageChosen(Language.ENGLISH))
    assert effect(spoken, ev.Continue()) == do.Send(
        APPLICATION, FOR_PENSION, samples.FREE, NOTHING_DUE, Language.ENGLISH
    )


def test_two_taps_send_once() -> None:
    sending = after(visit("Review-declared"), ev.Continue())
    assert step(sending, ev.Continue()).effects == ()


def test_how_the_answer_comes_is_chosen_from_the_review_and_told_the_city() -> None:
    review = visit("Review-account")
    assert isinstance(review.scene, st.Review)
    session = review.scene.application.session
    assert bring.channel_of(review.scene.form, session) == "printHere", "the service's usual way"
    asked = after(review, bring.DeliveryAsked())
    assert isinstance(asked.scene, bring.ChooseDelivery)
    assert after(asked, ev.Back()).scene == review.scene
    assert after(asked, bring.DeliveryChosen("post")).scene == asked.scene, "the service does not offer it"
    chosen = after(asked, bring.DeliveryChosen("mailbox")).scene
    assert isinstance(chosen, st.Review)
    assert chosen.declared
    assert bring.channel_of(chosen.form, session) == "mailbox"
    outcome = outcome_of(
        Due(chosen.application, chosen.form, samples.FREE), NOTHING_DUE, samples.WITH_DOCUMENT
    )
    assert outcome.submission.document_id is None, "what goes to the mailbox is not printed here"


def test_who_has_no_mailbox_is_not_offered_one() -> None:
    review = visit("Review")
    assert after(review, bring.DeliveryAsked()) == review
    assert isinstance(review.scene, st.Review)
    assert bring.channels(review.scene.form, review.scene.application.session) == ("printHere",)
