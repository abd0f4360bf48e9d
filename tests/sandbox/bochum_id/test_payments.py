"""Paying in every way, with everything that can get lost between card reader, bank, terminal and backend."""

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest
from backend_world import OTTO, BackendWorld, Person, running_backend
from paying_citizen import FREE, Payer, catalogue_paid_in_every_way, result
from raw_citizen import RawCaller, code_of, new_key
from sqlalchemy import func, select

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.values import AccountMode
from sandbox.bochum_id.outbox import everything_sent
from sandbox.bochum_id.tables import Application, Document, JsonObject, Receipt


@pytest.fixture(scope="module")
def module_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendWorld]:
    directory = tmp_path_factory.mktemp("payments")
    with running_backend(directory, catalogue=catalogue_paid_in_every_way(directory)) as world:
        yield world


@pytest.fixture
def erika(world: BackendWorld, client: BochumId) -> Payer:
    return Payer.arrive(world, client)


def state_of_application(payer: Payer) -> str:
    path = f"/v1/applications/{payer.application_id}"
    return str(payer.citizen("GET", path).json()["state"])


def words_of(pdf: bytes) -> str:
    read = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode("utf-8")


def documents(payer: Payer) -> int:
    with payer.world.backend.store.transaction() as db:
        of_application = Document.application_id == payer.application_id
        return db.scalar(select(func.count()).select_from(Document).where(of_application)) or 0


def outbox(payer: Payer, kind: str) -> list[JsonObject]:
    with payer.world.backend.store.transaction() as db:
        return [item.content for item in everything_sent(db) if item.kind == kind]


def test_by_card_the_money_is_there_before_anything_is_sent(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")
    assert payment["cardTerminal"] == {"deviceId": "zvt-1", "amount": 1800, "currency": "978"}
    too_early = erika.submit(payment["id"])
    assert (code_of(too_early), too_early.json()["missing"]) == ("not-ready", ["payment"])
    assert erika.begin(payment["id"]).json()["state"] == "pending"
    paid = erika.report(payment["id"], "approved").json()
    assert (paid["state"], paid["attempts"]) == ("paid", [{"attempt": 1, "state": "approved"}])
    assert paid["paidAt"] == "2026-11-23T14:58:00Z"
    sent = erika.submit(payment["id"])
    assert sent.json()["result"]["documentId"]
    receipt = erika.citizen("GET", f"/v1/receipts/{paid['receiptId']}").json()
    assert receipt["total"]["amount"] == 1800
    assert receipt["reference"] == payment["reference"]


def test_what_the_card_reader_wrote_reaches_every_receipt_of_it(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")
    erika.begin(payment["id"])
    written = ["K-U-N-D-E-N-B-E-L-E-G", "EUR 18,00", "Karte ****4711"]
    paid = erika.report(payment["id"], "approved", customerReceiptLines=written).json()
    sent = erika.submit(payment["id"]).json()
    for receipt_id in (paid["receiptId"], sent["receiptId"]):
        receipt = erika.citizen("GET", f"/v1/receipts/{receipt_id}").json()
        assert receipt["total"]["amount"] == 1800
        proof = {"channel": "cardTerminal", "reference": payment["reference"], "cardLines": written}
        assert receipt["paid"] == proof
        text = erika.citizen("GET", f"/v1/receipts/{receipt_id}/rendering?format=text&width=48").text
        pdf = erika.citizen("GET", f"/v1/receipts/{receipt_id}/rendering?format=pdf").content
        for said in (text, words_of(pdf)):
            assert all(line in said for line in [*written, payment["reference"], "mit Karte am Terminal"])


def test_what_nobody_has_paid_proves_no_payment(erika: Payer) -> None:
    sent = erika.submit(erika.opened("cashDesk")["id"]).json()
    assert "paid" not in erika.citizen("GET", f"/v1/receipts/{sent['receiptId']}").json()


def test_a_lost_result_said_again_is_one_payment(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    first, again = (erika.report(payment, "approved") for _ in range(2))
    assert again.json() == first.json()
    with erika.world.backend.store.transaction() as db:
        receipts = select(func.count()).select_from(Receipt).where(Receipt.id == first.json()["receiptId"])
        assert db.scalar(receipts) == 1


def test_the_next_attempt_waits_until_the_last_one_is_known(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    assert erika.report(payment, "unknown").json()["state"] == "unknown"
    assert code_of(erika.begin(payment, 2)) == "payment-state"
    assert code_of(erika.open("cashDesk")) == "payment-state"
    assert erika.report(payment, "declined").json()["state"] == "failed"
    assert erika.begin(payment, 2).json()["state"] == "pending"
    assert erika.report(payment, "approved", 2).json()["state"] == "paid"
    assert code_of(erika.begin(payment, 3)) == "payment-state"


def test_money_taken_twice_goes_back_once(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    erika.report(payment, "aborted")
    erika.begin(payment, 2)
    erika.report(payment, "approved", 2)
    both = erika.report(payment, "approved", 1).json()
    assert (both["state"], both["reversal"]) == ("paid", {"attempt": 1, "receiptNumber": "0111"})
    done = erika.act(payment, "reversal-results", {"outcome": "approved"}).json()
    assert (done["state"], "reversal" in done) == ("paid", False)


def test_after_the_visit_the_terminal_alone_reports_and_reverses(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    erika.client.end_session()
    open_ones = erika.terminal("GET", "/v1/terminals/self/payments").json()["items"]
    assert [item["state"] for item in open_ones if item["id"] == payment] == ["cancelled"]
    late = erika.report_as_terminal(payment, "terminal-results", result("approved")).json()
    assert (late["state"], late["reversal"]["receiptNumber"]) == ("reversalRequired", "0111")
    erika.report_as_terminal(payment, "reversal-results", {"attempt": 1, "outcome": "approved"})
    open_ones = erika.terminal("GET", "/v1/terminals/self/payments").json()["items"]
    assert payment not in [item["id"] for item in open_ones]


def test_what_is_paid_waits_for_its_application_as_long_as_the_visit_lasts(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    erika.report(payment, "approved")
    during = erika.terminal("GET", "/v1/terminals/self/payments").json()["items"]
    assert payment not in [item["id"] for item in during]
    erika.client.end_session()
    after = erika.terminal("GET", "/v1/terminals/self/payments").json()["items"]
    wanted_back = [item["reversal"] for item in after if item["id"] == payment]
    assert wanted_back == [{"attempt": 1, "receiptNumber": "0111"}]


def test_an_approval_after_giving_up_has_to_go_back(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    assert erika.act(payment, "cancellation").json()["state"] == "cancelled"
    erika.client.end_session()
    late = erika.report_as_terminal(payment, "terminal-results", result("approved")).json()
    assert (late["state"], late["reversal"]["receiptNumber"]) == ("reversalRequired", "0111")
    for outcome, state in (
        ("unknown", "reversalRequired"),
        ("approved", "reversed"),
        ("approved", "reversed"),
    ):
        told = erika.report_as_terminal(payment, "reversal-results", {"attempt": 1, "outcome": outcome})
        assert told.json()["state"] == state


def test_no_other_terminal_and_no_other_citizen_touches_a_payment(
    erika: Payer, other_client: BochumId
) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    other = RawCaller.of_terminal(erika.world, other_client)
    path = f"/v1/terminals/self/payments/{payment}"
    for what, body in (
        ("terminal-results", result("approved")),
        ("reversal-results", {"outcome": "approved"}),
    ):
        assert other("POST", f"{path}/{what}", body, new_key()).status_code == 404
    assert payment not in other("GET", "/v1/terminals/self/payments").text
    otto = Payer.arrive(erika.world, other_client, person=OTTO)
    assert otto.citizen("GET", f"/v1/payments/{payment}").status_code == 404
    for refused in (
        otto.begin(payment),
        otto.report(payment, "approved"),
        otto.act(payment, "cancellation"),
        otto.act(payment, "reversal-results", {"outcome": "approved"}),
    ):
        assert refused.status_code == 404
    assert erika.payment(payment)["state"] == "pending"


def test_giving_up_a_paid_card_payment_names_the_receipt_to_reverse(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    erika.report(payment, "approved")
    assert code_of(erika.open("cardTerminal")) == "payment-state"
    given_up = erika.act(payment, "cancellation").json()
    assert (given_up["state"], given_up["reversal"]["receiptNumber"]) == ("reversalRequired", "0111")
    assert code_of(erika.submit(payment)) == "payment-state"


@pytest.mark.parametrize(
    ("outcome", "code"), [("declined", "payment-declined"), ("aborted", "payment-aborted")]
)
def test_a_payment_that_came_to_nothing_sends_nothing(erika: Payer, outcome: str, code: str) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    erika.report(payment, outcome)
    assert code_of(erika.submit(payment)) == code
    erika.act(payment, "cancellation")
    assert code_of(erika.submit(payment)) == "payment-aborted"


def test_a_payment_nobody_made_in_time_is_over(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")["id"]
    for _ in range(6):
        erika.world.clock.advance(155)
        erika.client.keep_session()
    erika.citizen = RawCaller.of_citizen(erika.world, erika.client)
    assert erika.payment(payment)["state"] == "expired"
    assert code_of(erika.begin(payment)) == "payment-expired"
    assert code_of(erika.submit(payment)) == "payment-expired"
    assert erika.opened("cashDesk")["state"] == "created"


def test_a_payment_seen_before_is_not_told_again(erika: Payer) -> None:
    payment = erika.opened("qr")
    path = f"/v1/payments/{payment['id']}"
    known = erika.citizen("GET", path).headers["ETag"]
    unchanged = erika.citizen("GET", path, None, {"If-None-Match": known})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    erika.on_the_phone(payment["qr"]["payUrl"], "PAYED")
    paid = erika.citizen("GET", f"{path}?wait=25", None, {"If-None-Match": known})
    assert (paid.status_code, paid.json()["state"]) == (200, "paid")


def test_what_was_sent_keeps_its_payment(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    erika.report(payment, "approved")
    erika.submit(payment)
    assert code_of(erika.act(payment, "cancellation")) == "payment-state"


def test_a_silent_card_reader_is_unknown_and_not_expired(erika: Payer) -> None:
    asked = erika.opened("cardTerminal")["id"]
    erika.begin(asked)
    erika.client.end_session()
    erika.world.clock.advance(16 * 60)
    second = Payer.arrive(erika.world, erika.client)
    idle = second.opened("cardTerminal")["id"]
    assert second.payment(asked)["state"] == "unknown"
    second.client.end_session()
    erika.world.clock.advance(16 * 60)
    third = Payer.arrive(erika.world, erika.client)
    assert third.payment(idle)["state"] == "expired"


@pytest.mark.parametrize(
    "changes",
    [
        {"panTruncated": "4000056655665556"},
        {"panTruncated": "400005665566****"},
        {"panTruncated": "****4711 "},
        {"customerReceiptLines": ["Karte 4000 0566 5566 5556"]},
        {"customerReceiptLines": ["4000056655665556"]},
        {"customerReceiptLines": ["zwei\nZeilen"]},
        {"attempt": 0},
        {"track2": "4000056655665556=25121010000"},
    ],
)
def test_a_whole_card_number_is_refused_wherever_it_stands(erika: Payer, changes: JsonObject) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    refused = erika.act(payment, "terminal-results", result("approved") | changes)
    assert (refused.status_code, code_of(refused)) == (422, "validation-failed")
    assert "4000056655665556" not in refused.text
    assert erika.payment(payment)["state"] == "pending"


def test_a_phone_pays_once(erika: Payer) -> None:
    payment = erika.opened("qr")
    assert payment["state"] == "pending"
    page = payment["qr"]["payUrl"]
    shown = erika.on_the_phone(page)
    assert "18,00" in shown.text
    assert "Mustermann" not in shown.text
    assert erika.payment(payment["id"])["state"] == "pending"
    assert erika.on_the_phone(page, "GIFT").status_code == 400
    assert erika.on_the_phone(page, "PAYED").status_code == 200
    assert erika.payment(payment["id"])["state"] == "paid"
    assert erika.on_the_phone(page, "CANCELED").status_code == 410
    assert erika.on_the_phone(page).status_code == 410
    assert erika.on_the_phone(page[:-1] + ("A" if page[-1] != "A" else "B")).status_code == 404
    assert erika.submit(payment["id"]).status_code == 202


@pytest.mark.parametrize(("pressed", "state"), [("FAILED", "failed"), ("CANCELED", "cancelled")])
def test_a_phone_that_does_not_pay_leaves_the_choice(erika: Payer, pressed: str, state: str) -> None:
    payment = erika.opened("qr")
    erika.on_the_phone(payment["qr"]["payUrl"], pressed)
    assert erika.payment(payment["id"])["state"] == state
    assert erika.opened("cashDesk")["state"] == "created"


def test_the_bank_plays_what_the_scenario_says(erika: Payer) -> None:
    declined = erika.opened("qr", "payment.declined")
    erika.on_the_phone(declined["qr"]["payUrl"], "PAYED")
    assert erika.payment(declined["id"])["state"] == "failed"

    lost = erika.opened("qr", "payment.unknown")
    erika.on_the_phone(lost["qr"]["payUrl"], "PAYED")
    assert erika.payment(lost["id"])["state"] == "unknown"
    erika.on_the_phone(lost["qr"]["payUrl"], "FAILED")
    assert erika.payment(lost["id"])["state"] == "failed"

    slow = erika.opened("qr", "payment.slow")
    erika.on_the_phone(slow["qr"]["payUrl"], "PAYED")
    assert erika.payment(slow["id"])["state"] == "pending"
    assert erika.on_the_phone(slow["qr"]["payUrl"], "CANCELED").status_code == 410
    assert code_of(erika.open("cashDesk")) == "payment-state"
    erika.world.clock.advance(5)
    assert erika.payment(slow["id"])["state"] == "paid"


def test_money_that_came_by_phone_and_is_not_wanted_goes_back(erika: Payer) -> None:
    payment = erika.opened("qr")
    erika.on_the_phone(payment["qr"]["payUrl"], "PAYED")
    given_up = erika.act(payment["id"], "cancellation").json()
    assert (given_up["state"], "reversal" in given_up) == ("reversalRequired", False)
    assert {"refund": payment["reference"], "cents": 1800} in outbox(erika, "payment")
    assert erika.at_the_desk(payment["reference"], "refund").json()["state"] == "refunded"
    assert erika.at_the_desk(payment["reference"], "refund").json()["state"] == "refunded"


def test_the_cash_desk_releases_what_waited(erika: Payer) -> None:
    payment = erika.opened("cashDesk")
    assert erika.submit(payment["id"]).json()["state"] == "awaitingPayment"
    assert documents(erika) == 0
    assert erika.at_the_desk(payment["reference"], scenario="payment.declined").json()["state"] == "failed"
    for _ in range(2):
        assert erika.at_the_desk(payment["reference"]).json()["state"] == "paid"
    assert (state_of_application(erika), documents(erika)) == ("completed", 1)
    assert len([sent for sent in outbox(erika, "mailbox") if "messageId" in sent]) >= 1


def test_many_cashiers_at_once_are_one(erika: Payer) -> None:
    payment = erika.opened("cashDesk")
    erika.submit(payment["id"])
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: erika.at_the_desk(payment["reference"]), range(4)))
    assert {answer.json()["receiptId"] for answer in answers} == {answers[0].json()["receiptId"]}
    assert documents(erika) == 1


def test_what_cannot_be_carried_out_any_more_gives_the_money_back(erika: Payer) -> None:
    payment = erika.opened("cashDesk")
    erika.submit(payment["id"])
    with erika.world.backend.store.transaction() as db:
        application = db.get(Application, erika.application_id)
        assert application is not None
        application.state = "withdrawn"
    assert erika.at_the_desk(payment["reference"]).json()["state"] == "reversalRequired"
    assert {"refund": payment["reference"], "cents": 1800} in outbox(erika, "payment")
    assert documents(erika) == 0


def test_withdrawing_before_paying_ends_the_payment(erika: Payer) -> None:
    payment = erika.opened("cashDesk")
    erika.submit(payment["id"])
    path = f"/v1/applications/{erika.application_id}/withdrawal"
    assert erika.citizen("POST", path, {"reason": "Umzug"}, new_key()).status_code == 200
    assert erika.payment(payment["id"])["state"] == "cancelled"
    assert code_of(erika.at_the_desk(payment["reference"])) == "payment-state"


def test_a_paid_draft_that_is_deleted_gives_the_money_back(erika: Payer) -> None:
    payment = erika.opened("cardTerminal")["id"]
    erika.begin(payment)
    erika.report(payment, "approved")
    path = f"/v1/applications/{erika.application_id}"
    etag = erika.citizen("GET", path).headers["ETag"]
    assert erika.citizen("DELETE", path, None, {"If-Match": etag}).status_code == 204
    assert erika.payment(payment)["state"] == "reversalRequired"


def test_a_paid_draft_that_went_with_its_session_gives_the_money_back(
    world: BackendWorld, client: BochumId
) -> None:
    passing = Payer.arrive(
        world, client, person=Person("Einmal", "Emil", b"\x77" * 32), mode=AccountMode.TRANSIENT
    )
    payment = passing.opened("cardTerminal")["id"]
    passing.begin(payment)
    passing.report(payment, "approved")
    client.end_session()
    listed = passing.terminal("GET", "/v1/terminals/self/payments").json()["items"]
    back = [item for item in listed if item["id"] == payment]
    assert [item["state"] for item in back] == ["reversalRequired"]
    told = passing.report_as_terminal(payment, "reversal-results", {"outcome": "approved"})
    assert told.json()["state"] == "reversed"


def test_an_invoice_goes_out_with_the_application_and_is_paid_later(erika: Payer) -> None:
    payment = erika.opened("invoice")
    assert payment["dueDate"] == "2026-12-07"
    bill = {"invoice": payment["reference"], "cents": 1800, "dueDate": "2026-12-07"}
    assert bill not in outbox(erika, "payment")
    assert erika.submit(payment["id"]).json()["result"]["documentId"]
    assert bill in outbox(erika, "payment")
    assert erika.payment(payment["id"])["state"] == "pending"
    assert erika.at_the_desk(payment["reference"]).json()["state"] == "paid"


def test_nothing_due_is_paid_for_free(world: BackendWorld, client: BochumId) -> None:
    otto = Payer.arrive(world, client, FREE, OTTO)
    assert code_of(otto.open("cashDesk")) == "payment-state"
    assert otto.opened("free")["state"] == "paid"
    assert otto.opened("free")["state"] == "paid"


@pytest.mark.parametrize("channel", ["cashDesk", "qr", "invoice"])
def test_a_card_reader_speaks_for_card_payments_only(erika: Payer, channel: str) -> None:
    payment = erika.opened(channel)
    for refused in (erika.begin(payment["id"]), erika.report(payment["id"], "approved")):
        assert code_of(refused) == "payment-state"
    assert code_of(erika.report_as_terminal(payment["id"], "terminal-results", result("approved")))
    assert erika.payment(payment["id"])["state"] == payment["state"]


def test_the_end_of_day_is_compared_with_the_books(world: BackendWorld, client: BochumId) -> None:
    payer = Payer.arrive(world, client)
    day: JsonObject = {"deviceId": "zvt-1", "closedAt": "2026-11-23T18:00:00Z", "count": 0, "total": 0}

    def close(**changes: int | str) -> dict[str, object]:
        world.clock.advance(1)
        body = {"endOfDay": day | changes}
        answer = payer.terminal("POST", "/v1/terminals/self/payment-batches", body, new_key())
        assert answer.status_code == 201, answer.text
        document: dict[str, object] = answer.json()
        return document

    close()
    world.clock.advance(1)
    for outcome, reverse in product(("approved", "declined"), (False, True)):
        payment = Payer.arrive(world, client).opened("cardTerminal")["id"]
        payer.citizen = RawCaller.of_citizen(world, client)
        payer.begin(payment)
        payer.report(payment, outcome)
        if reverse and outcome == "approved":
            payer.act(payment, "cancellation")
            payer.act(payment, "reversal-results", {"outcome": "approved"})
    assert close(count=1, total=1800)["matches"] is True
    assert close(count=1, total=1800)["matches"] is True, "said again, it is no second one"
    second = close(count=1, total=1800, closedAt="2026-11-23T18:00:01Z")
    assert (second["matches"], second["expectedCount"]) == (False, 0)
    assert {"difference": second["id"], "terminalId": "BB-MITTE-03"} in outbox(payer, "payment")
