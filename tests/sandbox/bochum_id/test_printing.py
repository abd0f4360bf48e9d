"""Paper: a print job belongs to its visit, only what came out counts; receipts fit every printer."""

from datetime import UTC, datetime

import pytest
from applying import Citizen, citizen_at
from backend_world import SERVICE, BackendWorld, Person
from hypothesis import given
from hypothesis import strategies as st
from raw_citizen import code_of

from sandbox.bochum_id.receipt_printing import receipt_escpos, receipt_text
from sandbox.bochum_id.tables import Receipt

FREE = {"kind": "simple", "purpose": "pension", "copies": 1}
TWICE_HERE = Person("Beispiel", "Doris", b"\x53" * 32)


def certificate(citizen: Citizen) -> tuple[str, str]:
    """Submit something free; ids of document and receipt."""
    sent = citizen.submit(citizen.apply(SERVICE, FREE, version=3), "printHere").json()
    return sent["result"]["documentId"], sent["receiptId"]


def begin(citizen: Citizen, document_id: str) -> str:
    opened = citizen.post(f"/v1/documents/{document_id}/print-jobs", {"printer": "a4"})
    assert opened.status_code == 201, opened.text
    return str(opened.json()["id"])


def remaining(citizen: Citizen, document_id: str) -> int:
    return int(citizen.get(f"/v1/documents/{document_id}").json()["print"]["remaining"])


def test_only_what_came_out_uses_up_the_print(erika: Citizen) -> None:
    document_id, _ = certificate(erika)
    for outcome in ("jam", "outOfPaper", "aborted"):
        erika.post(f"/v1/print-jobs/{begin(erika, document_id)}/result", {"outcome": outcome})
        assert remaining(erika, document_id) == 1
    job = begin(erika, document_id)
    assert erika.get(f"/v1/print-jobs/{job}").json() == {"id": job, "documentId": document_id}
    for outcome in ("printed", "jam", "printed"):
        assert erika.post(f"/v1/print-jobs/{job}/result", {"outcome": outcome}).status_code == 204
    assert erika.get(f"/v1/print-jobs/{job}").json()["outcome"] == "printed"
    assert remaining(erika, document_id) == 0
    refused = erika.post(f"/v1/documents/{document_id}/print-jobs", {"printer": "a4"})
    assert (refused.status_code, code_of(refused)) == (409, "print-quota-exhausted")


def test_another_visit_of_the_same_person_has_nothing_of_the_job(world: BackendWorld) -> None:
    with citizen_at(world, "BB-MITTE-03", TWICE_HERE) as here:
        document_id, _ = certificate(here)
        job = begin(here, document_id)
        with citizen_at(world, "BB-MITTE-04", TWICE_HERE) as there:
            assert code_of(there.get(f"/v1/print-jobs/{job}")) == "not-found"
            told = there.post(f"/v1/print-jobs/{job}/result", {"outcome": "printed"})
            assert code_of(told) == "not-found"
            second = there.post(f"/v1/documents/{document_id}/print-jobs", {"printer": "a4"})
            assert code_of(second) == "print-quota-exhausted", "it may be coming out over there this moment"
            assert here.raw("DELETE", "/v1/session").status_code == 204
            assert begin(there, document_id)


def test_a_job_ends_with_its_visit(world: BackendWorld) -> None:
    with citizen_at(world) as citizen:
        document_id, _ = certificate(citizen)
        job = begin(citizen, document_id)
        world.sign_in(citizen.client)
    with citizen_at(world) as back:
        assert remaining(back, document_id) == 1
        assert code_of(back.get(f"/v1/print-jobs/{job}")) == "not-found"
        assert begin(back, document_id)


def test_documents_are_listed_the_newest_first(erika: Citizen) -> None:
    erika.world.clock.advance(1)
    first, _ = certificate(erika)
    erika.world.clock.advance(1)
    second, _ = certificate(erika)
    listed = erika.get("/v1/documents?limit=2").json()["items"]
    assert [item["id"] for item in listed] == [second, first]
    assert listed[0]["print"] == {"allowed": True, "remaining": 1}
    assert listed[0]["title"]["en"] == "Certificate of registration"


@pytest.mark.parametrize(
    ("query", "media_type", "start"),
    [
        ("", "application/pdf", b"%PDF-"),
        ("?format=pdf", "application/pdf", b"%PDF-"),
        ("?format=text&width=32", "text/plain; charset=utf-8", b"Stadt Bochum"),
        ("?format=escpos", "application/vnd.escpos", b"\x1b@\x1bt\x13Stadt Bochum - B\x81rgerb\x81ro"),
    ],
)
def test_a_receipt_comes_as_the_printer_needs_it(
    erika: Citizen, query: str, media_type: str, start: bytes
) -> None:
    _, receipt_id = certificate(erika)
    rendered = erika.get(f"/v1/receipts/{receipt_id}/rendering{query}")
    assert (rendered.status_code, rendered.headers["Content-Type"]) == (200, media_type)
    assert rendered.content.startswith(start)
    assert erika.get(f"/v1/receipts/{receipt_id}").json()["kind"] == "submission"


@pytest.mark.parametrize("query", ["format=png", "width=23", "width=81", "width=x"])
def test_a_rendering_nobody_offers_is_refused(erika: Citizen, query: str) -> None:
    _, receipt_id = certificate(erika)
    assert code_of(erika.get(f"/v1/receipts/{receipt_id}/rendering?{query}")) == "validation-failed"


def receipt(title: str, cents: int, reference: str = "BO260000001") -> Receipt:
    line = {"quantity": 2, "title": {"de": title}, "cents": cents, "text": title}
    return Receipt(
        id="rcp_1",
        account_id="acc_1",
        kind="payment",
        reference=reference,
        issued_at=datetime(2026, 11, 23, 14, 58, tzinfo=UTC),
        total_cents=cents,
        title={"de": title},
        lines=[line],  # type: ignore[list-item] - JSON in tests
    )


@given(
    st.text(st.characters(categories=("L", "N")), min_size=1, max_size=120),
    st.integers(0, 10**9),
    st.integers(24, 80),
    st.sampled_from(("de", "en")),
)
def test_no_line_is_wider_than_the_roll_and_no_sign_is_lost(
    title: str, cents: int, width: int, language: str
) -> None:
    text = receipt_text(receipt(title, cents), language, width)
    assert all(len(line) <= width for line in text.splitlines())
    assert title in "".join(text.split())
    printed = receipt_escpos(receipt(title, cents), language, width)
    assert printed.startswith(b"\x1b@\x1bt\x13")
    assert printed.endswith(b"\x1dVB\x00")
    assert b"\x1b" not in printed[5:-4], "nothing of the text is a command"


def test_a_payment_adds_up_on_the_roll() -> None:
    assert receipt_text(receipt("Meldebescheinigung", 1800), "de", 32).splitlines()[-5:] == [
        "--------------------------------",
        "Summe                    18,00 €",
        "--------------------------------",
        "Kassenzeichen        BO260000001",
        "Ausgestellt     23.11.2026 15:58",
    ]
