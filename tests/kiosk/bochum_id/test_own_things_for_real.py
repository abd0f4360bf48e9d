"""What the performer does of one's own things, against the real backend: each wish ends in its one event."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from backend_world import SERVICE, BackendWorld

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.own_applications import ApplicationState
from kiosk.bochum_id.values import AcceptedDeclaration, PdfDocument
from kiosk.own_things import OwnThingsAtBochumId
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintResult
from kiosk.session import delivery
from kiosk.session import events as ev
from kiosk.session import own_effects as want
from kiosk.session import own_events as oe
from kiosk.session.failure import Failure
from kiosk.session.own_values import ContactDetail
from kiosk.session.preferences import Language

TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")


@pytest.fixture
def client(world: BackendWorld) -> Iterator[BochumId]:
    client = world.client()
    world.sign_in(client)
    yield client
    client.close()


class Desk:
    """The citizen's own things, and a printer that notes what it was given."""

    def __init__(self, client: BochumId) -> None:
        self._things = OwnThingsAtBochumId(client)
        self.result: PrintResult = Printed("Desk")
        self.sheets: list[tuple[str, bytes]] = []

    def does[T](self, wish: want.OwnEffect, kind: type[T]) -> T:
        answer: ev.Event = self._things.do(wish, self._to_paper)
        assert isinstance(answer, kind)
        return answer

    def _to_paper(self, session_id: str, sheet: PdfDocument) -> PrintResult:
        self.sheets.append((session_id, sheet.content[:5]))
        return self.result


@pytest.fixture
def desk(client: BochumId) -> Desk:
    return Desk(client)


def free_certificate(client: BochumId) -> str:
    """Apply for one that the register answers at once; gives the application's id."""
    service = client.catalogue().service(SERVICE)
    draft = client.create_application(service)
    ready = client.save_answers(draft, {"kind": "simple", "purpose": "pension", "copies": 1})
    client.quote(ready)
    client.submit(ready, [TRUTHFUL])
    return draft.id


def test_a_document_is_printed_once_and_counted(client: BochumId, desk: Desk) -> None:
    application_id = free_certificate(client)
    (summary,) = [
        each
        for each in desk.does(want.SeeApplications(), oe.ApplicationsCame).applications.items
        if each.id == application_id
    ]
    status = desk.does(want.SeeStatus(summary, Language.GERMAN), oe.StatusCame).status
    (document,) = status.documents
    assert document.prints_left == 1
    wish = want.PrintDocument(status, document, "ses_1", Language.GERMAN)
    desk.result = NotPrinted(NoPaperBecause.JAM)
    jammed = desk.does(wish, ev.PaperHandled)
    assert jammed.delivery == delivery.NotPrinted(Failure.PRINTER_JAM)
    assert desk.does(want.SeeStatus(summary, Language.GERMAN), oe.StatusCame).status.documents == (document,)
    desk.result = Printed("Desk")
    assert desk.does(wish, ev.PaperHandled).delivery == delivery.Printed()
    assert desk.sheets == [("ses_1", b"%PDF-")] * 2
    (after,) = desk.does(want.SeeStatus(summary, Language.GERMAN), oe.StatusCame).status.documents
    assert after == replace(document, prints_left=0)


def test_a_draft_is_counted_resumed_and_thrown_away(client: BochumId, desk: Desk) -> None:
    before = desk.does(want.SeeOverview(), oe.OverviewCame).overview
    service = client.catalogue().service(SERVICE)
    draft = client.create_application(service)
    assert desk.does(want.SeeOverview(), oe.OverviewCame).overview.drafts == before.drafts + 1
    applications = desk.does(want.SeeApplications(), oe.ApplicationsCame).applications.items
    summary = next(each for each in applications if each.id == draft.id)
    status = desk.does(want.SeeStatus(summary, Language.ENGLISH), oe.StatusCame).status
    resumed = desk.does(want.ResumeDraft(status, service), oe.DraftCame)
    assert (resumed.draft.id, resumed.definition.id) == (draft.id, SERVICE)
    left = desk.does(want.DropDraft(status), oe.ApplicationsCame).applications.items
    assert draft.id not in {each.id for each in left}


def test_what_was_sent_is_taken_back(client: BochumId, desk: Desk) -> None:
    draft = client.create_application(client.catalogue().service(SERVICE))
    sent = client.save_answers(draft, {"kind": "simple", "purpose": "private", "copies": 1})
    client.submit(sent, [TRUTHFUL], payment=client.pay_at_desk(sent, client.quote(sent)))
    summary = next(each for each in client.applications.page().items if each.id == sent.id)
    status = desk.does(want.SeeStatus(summary, Language.GERMAN), oe.StatusCame).status
    taken = desk.does(want.Withdraw(status, Language.GERMAN), oe.StatusCame).status
    assert taken.summary.state is ApplicationState.WITHDRAWN
    assert taken.timeline[-1].state is ApplicationState.WITHDRAWN


def test_data_consents_and_contact_are_shown_as_they_became(desk: Desk) -> None:
    data = desk.does(want.SeeData(), oe.DataCame).data
    consent = data.consents[0]
    decided = desk.does(want.DecideConsent(data, consent, not consent.granted), oe.DataCame).data
    assert decided.consents[0].granted is not consent.granted
    wish = want.ChangeContactDetail(data, ContactDetail.PHONE, "+49 234 5550199")
    phone = desk.does(wish, oe.DataCame).data.account.attribute("phone")
    assert phone is not None
    assert (phone.value, phone.source) == ("+49 234 5550199", "self")
    gone = desk.does(replace(wish, value=""), oe.DataCame).data
    assert gone.account.attribute("phone") is None


def test_lists_that_are_empty_are_lists(desk: Desk) -> None:
    assert desk.does(want.SeeAppointments(), oe.AppointmentsCame).appointments == ()
    assert desk.does(want.SeeCapacities(), oe.CapacitiesCame).organisations == ()
    kinds = [each.kind for each in desk.does(want.SeeActivity(), oe.ActivityCame).entries.items]
    assert "login" in kinds
