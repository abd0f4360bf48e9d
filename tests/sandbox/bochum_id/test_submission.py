"""The binding act: what it needs, what comes of it, and that it happens once."""

from datetime import UTC, datetime
from typing import Any

import pytest
from backend_world import SERVICE, BackendWorld
from raw_citizen import RawCaller, code_of, new_key
from sqlalchemy import func, select

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Problem, Refused
from kiosk.bochum_id.values import AcceptedDeclaration, DeskPayment, Draft, JsonObject, Money, PrintOutcome
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.tables import Application, Document, Payment

FREE: JsonObject = {"kind": "simple", "purpose": "pension", "copies": 2}
DUE: JsonObject = {"kind": "simple", "purpose": "private", "copies": 2}
TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")
TRUTHFUL_IN_ENGLISH = AcceptedDeclaration("truthful", "My details are correct and complete.")


@pytest.fixture
def draft(world: BackendWorld, client: BochumId) -> Draft:
    world.sign_in(client)
    return client.create_application(client.catalogue().service(SERVICE))


def problem_of(caught: pytest.ExceptionInfo[BackendError]) -> Problem:
    assert isinstance(caught.value.fault, Refused), caught.value
    return caught.value.fault.problem


def test_free_of_charge_the_certificate_comes_at_once(client: BochumId, draft: Draft) -> None:
    submission = client.submit(client.save_answers(draft, FREE), [TRUTHFUL])
    assert submission.reference.startswith("BO-2026-")
    document = client.document(submission)
    assert document.content.startswith(b"%PDF-")
    assert document.title.in_language("en") == "Certificate of registration"


def test_with_a_fee_due_there_is_a_slip_and_no_certificate(client: BochumId, draft: Draft) -> None:
    saved = client.save_answers(draft, DUE)
    payment = client.pay_at_desk(saved, client.quote(saved))
    assert payment.total == Money(1800)
    assert payment.reference.startswith("BO26")
    submission = client.submit(saved, [TRUTHFUL_IN_ENGLISH], payment=payment, language="en")
    assert submission.document_id is None
    assert client.receipt(submission, "en").content.startswith(b"%PDF-")
    with pytest.raises(BackendError):
        client.document(submission)


def test_the_references_count_up(client: BochumId, draft: Draft) -> None:
    service = client.catalogue().service(SERVICE)
    numbers = []
    for _ in range(2):
        saved = client.save_answers(client.create_application(service), FREE)
        numbers.append(int(client.submit(saved, [TRUTHFUL]).reference.rpartition("-")[2]))
    assert numbers[1] == numbers[0] + 1


def test_what_was_sent_cannot_be_changed_priced_paid_or_sent_again(client: BochumId, draft: Draft) -> None:
    saved = client.save_answers(draft, DUE)
    quote = client.quote(saved)
    payment = client.pay_at_desk(saved, quote)
    client.submit(saved, [TRUTHFUL], payment=payment)
    client._citizen._once.forget_all()  # a client that does not remember what it has done
    for again in (
        lambda: client.save_answers(saved, FREE),
        lambda: client.quote(saved),
        lambda: client.pay_at_desk(saved, quote),
        lambda: client.submit(saved, [TRUTHFUL], payment=payment),
    ):
        with pytest.raises(BackendError) as caught:
            again()
        assert problem_of(caught).code == "not-ready"


def test_trying_again_after_a_lost_answer_gives_the_answer_that_was_lost(
    world: BackendWorld, client: BochumId, draft: Draft
) -> None:
    saved = client.save_answers(draft, DUE)
    quote = client.quote(saved)
    first = client.submit(saved, [TRUTHFUL], payment=client.pay_at_desk(saved, quote))
    world.clock.advance(20)
    again = client.submit(saved, [TRUTHFUL], payment=client.pay_at_desk(saved, quote))
    assert again == first
    with world.backend.store.transaction() as db:
        assert db.scalar(select(func.count()).where(Payment.application_id == draft.id)) == 1


@pytest.mark.parametrize(
    ("data", "declarations", "code"),
    [
        (DUE, [TRUTHFUL], "not-ready"),
        (FREE, [], "not-ready"),
        ({"purpose": "pension"}, [TRUTHFUL], "not-ready"),
        (FREE, [AcceptedDeclaration("truthful", "Irgendetwas anderes.")], "validation-failed"),
    ],
    ids=["unpaid", "undeclared", "incomplete", "other words than the city's"],
)
def test_what_is_not_ready_is_not_sent(
    client: BochumId, draft: Draft, data: JsonObject, declarations: list[AcceptedDeclaration], code: str
) -> None:
    saved = client.save_answers(draft, data)
    with pytest.raises(BackendError) as caught:
        client.submit(saved, declarations)
    assert problem_of(caught).code == code
    assert client.save_answers(saved, FREE).valid


def _body(**changes: Any) -> dict[str, Any]:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    body: dict[str, Any] = {
        "declarations": [
            {"id": "truthful", "textDigest": content_digest(TRUTHFUL.text.encode()), "accepted": True}
        ],
        "delivery": {"channel": "printHere"},
        "confirmation": {
            "shownAt": now,
            "confirmedAt": now,
            "terminalId": "BB-MITTE-03",
            "form": "directInput",
        },
    }
    return body | changes


@pytest.mark.parametrize(
    "changes",
    [
        {"surprise": 1},
        {"delivery": {"channel": "post"}},
        {"delivery": {"channel": "pigeon"}},
        {"declarations": [{"id": "truthful", "textDigest": "md5=:AA==:", "accepted": True}]},
        {
            "confirmation": {
                "shownAt": "2026-11-23T14:58:00Z",
                "confirmedAt": "2026-11-23T14:58:00Z",
                "terminalId": "BB-MITTE-04",
                "form": "directInput",
            }
        },
    ],
    ids=["unknown member", "channel not offered", "no channel", "no digest", "another terminal"],
)
def test_a_submission_that_breaks_the_contract_is_refused(
    world: BackendWorld, client: BochumId, draft: Draft, changes: dict[str, Any]
) -> None:
    saved = client.save_answers(draft, FREE)
    erika = RawCaller.of_citizen(world, client)
    headers = {**new_key(), "If-Match": saved.etag}
    response = erika("POST", f"/v1/applications/{draft.id}/submission", _body(**changes), headers)
    assert (response.status_code, code_of(response)) == (422, "validation-failed")
    assert client.submit(saved, [TRUTHFUL]).document_id


def test_a_declaration_has_to_be_accepted(world: BackendWorld, client: BochumId, draft: Draft) -> None:
    saved = client.save_answers(draft, FREE)
    refused = _body()
    refused["declarations"][0]["accepted"] = False
    erika = RawCaller.of_citizen(world, client)
    headers = {**new_key(), "If-Match": saved.etag}
    response = erika("POST", f"/v1/applications/{draft.id}/submission", refused, headers)
    assert (code_of(response), response.json()["missing"]) == ("not-ready", ["declaration:truthful"])


def test_a_payment_covers_only_its_own_application_and_price(client: BochumId, draft: Draft) -> None:
    service = client.catalogue().service(SERVICE)
    other = client.save_answers(client.create_application(service), DUE)
    foreign = client.pay_at_desk(other, client.quote(other))
    saved = client.save_answers(draft, DUE)
    own = client.pay_at_desk(saved, client.quote(saved))
    dearer = client.save_answers(saved, {**DUE, "copies": 3})
    for payment, code in ((foreign, "not-ready"), (own, "payment-state"), (None, "not-ready")):
        with pytest.raises(BackendError) as caught:
            client.submit(dearer, [TRUTHFUL], payment=payment)
        assert problem_of(caught).code == code


def test_a_quote_of_an_older_version_or_an_old_one_buys_nothing(
    world: BackendWorld, client: BochumId, draft: Draft
) -> None:
    saved = client.save_answers(draft, DUE)
    quote = client.quote(saved)
    changed = client.save_answers(saved, {**DUE, "copies": 3})
    with pytest.raises(BackendError) as caught:
        client.pay_at_desk(changed, quote)
    assert problem_of(caught).code == "not-ready"
    fresh = client.quote(changed)
    for _ in range(6):
        world.clock.advance(150)
        client.keep_session()
    with pytest.raises(BackendError) as caught:
        client.pay_at_desk(changed, fresh)
    assert problem_of(caught).code == "not-ready"


def test_a_second_payment_takes_the_place_of_the_first(
    world: BackendWorld, client: BochumId, draft: Draft
) -> None:
    saved = client.save_answers(draft, DUE)
    first = client.pay_at_desk(saved, client.quote(saved))
    second: DeskPayment = client.pay_at_desk(saved, client.quote(saved))
    assert second.reference != first.reference
    erika = RawCaller.of_citizen(world, client)
    states = [erika("GET", f"/v1/payments/{payment.id}").json()["state"] for payment in (first, second)]
    assert states == ["cancelled", "created"]


@pytest.mark.parametrize("channel", ["invoice", "free"])
def test_only_the_channels_of_the_service_pay(
    world: BackendWorld, client: BochumId, draft: Draft, channel: str
) -> None:
    saved = client.save_answers(draft, DUE)
    body = {"applicationId": draft.id, "quoteId": client.quote(saved).id, "channel": channel}
    erika = RawCaller.of_citizen(world, client)
    assert code_of(erika("POST", "/v1/payments", body, new_key())) == "payment-state"


def test_the_certificate_is_printed_once_and_a_jam_does_not_count(client: BochumId, draft: Draft) -> None:
    submission = client.submit(client.save_answers(draft, FREE), [TRUTHFUL])
    for outcome in (PrintOutcome.JAM, PrintOutcome.OUT_OF_PAPER, PrintOutcome.ABORTED, PrintOutcome.PRINTED):
        job = client.begin_print(submission)
        client.report_print(job, outcome)
        client.report_print(job, PrintOutcome.PRINTED)  # the first report counts
    with pytest.raises(BackendError) as caught:
        client.begin_print(submission)
    assert problem_of(caught).code == "print-quota-exhausted"


def test_anyone_can_check_a_certificate_and_learns_no_name(
    world: BackendWorld, client: BochumId, draft: Draft
) -> None:
    submission = client.submit(client.save_answers(draft, FREE), [TRUTHFUL])
    with world.backend.store.transaction() as db:
        document = db.get(Document, submission.document_id)
        assert document is not None
        code = document.verification_code
        row = db.get(Application, draft.id)
        assert row is not None
        assert row.state == "completed"
    page = world.get(f"{world.server.origins.eservice}/pruefen/{code}")
    assert page.status_code == 200
    assert "23.11.2026" in page.text
    assert "Mustermann" not in page.text
    assert world.get(f"{world.server.origins.eservice}/pruefen/AAAA-AAAA-AAAA-AAAA").status_code == 404
