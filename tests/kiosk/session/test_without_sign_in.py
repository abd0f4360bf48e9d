"""Services that ask nobody who they are: opened at once, or by a third answer to how to sign in."""

from dataclasses import replace

import pytest

from kiosk.bochum_id.values import Level
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.errand import AFRESH, Unfinished
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language
from kiosk.session.step import step
from tests import samples
from tests.samples import CARD, DRAFT, EMPTY, FOR_AUTHORITY, FOR_NOBODY, NOBODYS, visit

BLANK_FORM = replace(
    FOR_NOBODY, definition=replace(FOR_NOBODY.definition, prefill=()), service=FOR_NOBODY.service
)
"""No card would fill in anything."""
OPEN = do.OpenSession(samples.SERVICE.id, Language.GERMAN)
CLOSED = st.CityClosed(Failure.BACKEND_UNREACHABLE)


@pytest.mark.parametrize("reader", [CARD, EMPTY], ids=["card", "no card"])
def test_a_service_that_gains_nothing_from_a_card_opens_at_once(reader: samples.ReaderStatus) -> None:
    opening = step(visit(st.AboutService(BLANK_FORM), reader=reader), ev.Continue())
    assert opening.visit.scene == si.OpeningSession(BLANK_FORM)
    assert opening.effects == (OPEN,)


@pytest.mark.parametrize("reader", [CARD, EMPTY], ids=["card", "no card"])
def test_where_a_card_helps_the_visitor_is_asked(reader: samples.ReaderStatus) -> None:
    asked = step(visit(st.AboutService(FOR_NOBODY), reader=reader), ev.Continue())
    assert (asked.visit.scene, asked.effects) == (si.ChooseSignIn(FOR_NOBODY), ())
    opening = step(asked.visit, ev.SignInSkipped())
    assert (opening.visit.scene, opening.effects) == (si.OpeningSession(FOR_NOBODY), (OPEN,))


@pytest.mark.parametrize("required", [level for level in Level if level is not Level.NONE])
def test_what_asks_for_more_cannot_be_had_without(required: Level) -> None:
    errand = replace(BLANK_FORM, service=replace(BLANK_FORM.service, required_level=required))
    before = visit(si.ChooseSignIn(errand))
    assert step(before, ev.SignInSkipped()).visit is before


@pytest.mark.parametrize("scene", [st.AboutService(BLANK_FORM), si.ChooseSignIn(FOR_NOBODY)])
def test_in_a_closed_city_nothing_opens(scene: st.AboutService | si.ChooseSignIn) -> None:
    event = ev.Continue() if isinstance(scene, st.AboutService) else ev.SignInSkipped()
    closed = step(visit(scene, city=CLOSED), event)
    assert (closed.visit.scene, closed.effects) == (st.AboutService(scene.errand), ())


def test_the_session_leads_to_the_form() -> None:
    applying = step(visit("OpeningSession"), ev.SignedIn(NOBODYS))
    assert applying.visit.scene == st.OpeningApplication(FOR_NOBODY, NOBODYS)
    assert applying.effects == (do.OpenApplication(FOR_NOBODY, NOBODYS),)


@pytest.mark.parametrize("failure", Failure)
def test_a_failure_can_be_tried_again_or_left(failure: Failure) -> None:
    failed = step(visit("OpeningSession"), ev.Failing(failure)).visit
    if failure is Failure.SERVICE_CLOSED:
        assert failed.scene == st.Failed(failure, st.StartOver())
        return
    assert failed.scene == st.Failed(failure, st.OpenSessionAgain(FOR_NOBODY))
    again = step(failed, ev.TryAgain())
    assert (again.visit.scene, again.effects) == (si.OpeningSession(FOR_NOBODY), (OPEN,))
    assert step(failed, ev.Back()).visit.scene == st.AboutService(FOR_NOBODY)


def test_a_session_that_ran_out_takes_no_answer_with_it() -> None:
    ended = step(visit("Pricing-nobody"), ev.Failing(Failure.SESSION_ENDED)).visit
    unfinished = replace(FOR_NOBODY, beginning=Unfinished(DRAFT, FOR_AUTHORITY))
    assert ended.scene == st.Failed(Failure.SESSION_ENDED, st.OpenSessionAgain(unfinished))
    reopened = step(step(ended, ev.TryAgain()).visit, ev.SignedIn(NOBODYS))
    assert reopened.effects == (do.OpenApplication(unfinished, NOBODYS),)
    new = replace(DRAFT, id="app_0002", data={}, locked=frozenset())
    priced = step(reopened.visit, ev.ApplicationOpened(new, samples.TODAY)).visit.scene
    assert isinstance(priced, st.FillIn | st.Pricing)
    assert priced.application.draft == new
    assert priced.application.errand.beginning == AFRESH
    assert priced.form.answers == FOR_AUTHORITY.answers


def test_nobodys_form_needs_no_card_on_the_reader() -> None:
    filling = st.FillIn(samples.NOBODYS_APPLICATION, samples.BLANK, "purpose", checked=False, reviewing=False)
    assert step(visit(filling, reader=CARD), ev.ReaderChanged(EMPTY)).visit.overlay == st.NothingOver()
