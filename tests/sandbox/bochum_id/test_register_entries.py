"""Registers behind services: what they know is filled in, what they do not know refused."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from applying import Citizen, citizen_at
from backend_world import SEEDED_ERIKA, BackendWorld
from raw_citizen import code_of

from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.register_entries import prefill_of_register
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.tables import Charge

FEE, DOG, BLOCK = "svc_kassenzeichen", "svc_hundesteuer_abmelden", "svc_uebermittlungssperre"
PAYS = "Ich möchte diesen Betrag bezahlen."
OPEN, PAID = "bo 26 100042", "BO26100099"
ENDED: dict[str, Any] = {"reason": "died", "endedOn": "2026-11-20", "tagReturned": True}


@pytest.fixture
def erika(world: BackendWorld) -> Iterator[Citizen]:
    with citizen_at(world, person=SEEDED_ERIKA) as citizen:
        yield citizen


def errors(draft: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["pointer"], each["keyword"]) for each in draft["validation"]["errors"]]


@pytest.mark.parametrize(("reference", "keyword"), [("BO 26 999999", "notInRegister"), (PAID, "settled")])
def test_only_an_open_charge_can_be_paid(erika: Citizen, reference: str, keyword: str) -> None:
    draft = erika.apply(FEE, {"reference": reference})
    assert errors(draft) == [("/reference", keyword)]
    assert erika.post(f"/v1/applications/{draft['id']}/quote", {}).json()["missing"] == ["/reference"]


def test_references_cannot_be_found_by_guessing(world: BackendWorld, erika: Citizen) -> None:
    wrong = [("/reference", "notInRegister")]
    with citizen_at(world, "BB-GUESS-91", SEEDED_ERIKA) as guessing:
        for number in range(20):
            assert errors(guessing.apply(FEE, {"reference": f"BO 26 8{number:05}"})) == wrong
        draft = guessing.apply(FEE)
        closed = guessing.patch(draft, draft["etag"], {"reference": OPEN})
        assert (closed.status_code, code_of(closed)) == (429, "too-many-attempts")
        assert int(closed.headers["Retry-After"]) == closed.json()["retryAfter"] > 0
        assert guessing.apply(DOG, ENDED), "what asks no register goes on"
    assert errors(erika.apply(FEE, {"reference": "BO 26 999999"})) == wrong, "no other terminal is closed"
    world.clock.advance(15 * 60)
    with citizen_at(world, "BB-GUESS-91", SEEDED_ERIKA) as later:
        assert errors(later.apply(FEE, {"reference": "BO 26 999999"})) == wrong


def test_the_register_says_how_much_and_is_told_when_it_is_paid(world: BackendWorld, erika: Citizen) -> None:
    draft = erika.apply(FEE, {"reference": OPEN})
    assert errors(draft) == []
    quote = erika.post(f"/v1/applications/{draft['id']}/quote", {}).json()
    assert quote["total"] == {"amount": 4250, "currency": "EUR"}
    assert quote["items"][0]["title"]["en"] == "Fee notice (sample)"
    body = {"applicationId": draft["id"], "quoteId": quote["quoteId"], "channel": "cashDesk"}
    payment = erika.post("/v1/payments", body).json()
    pays = {"id": "pays", "textDigest": content_digest(PAYS.encode()), "accepted": True}
    sent = erika.submit(draft, "printHere", paymentId=payment["id"], declarations=[pays])
    assert sent.status_code == 202, sent.text
    assert sent.json()["state"] == "awaitingPayment"
    desk = f"{world.server.origins.api}/sandbox/cash-desk/{payment['reference']}/payment"
    assert requests.post(desk, timeout=10).status_code < 300
    assert erika.states(draft)[-1] == "completed"
    with world.backend.store.transaction() as db:
        charge = db.get_one(Charge, "BO26100042")
        assert (charge.paid_at is not None, charge.application_id) == (True, draft["id"])
    assert errors(erika.apply(FEE, {"reference": OPEN})) == [("/reference", "settled")]


def test_the_one_dog_of_somebody_is_there_already(erika: Citizen) -> None:
    draft = erika.apply(DOG)
    assert draft["data"]["tag"] == "260100"
    assert draft["provenance"]["/tag"] == {"source": "register", "level": "substantiell", "locked": False}
    assert errors(erika.apply(DOG, ENDED)) == []


def test_nobody_ends_the_tax_for_somebody_elses_dog(erika: Citizen) -> None:
    assert errors(erika.apply(DOG, {**ENDED, "tag": "260110"})) == [("/tag", "notInRegister")]


@pytest.mark.parametrize(("account", "tag"), [("erika", "260100"), ("hannelore", None)])
def test_who_has_two_dogs_says_which(world: BackendWorld, account: str, tag: str | None) -> None:
    with world.backend.store.transaction() as db:
        assert prefill_of_register(db, "dogs.tag", sample_account_id(account)) == tag
        with pytest.raises(ValueError, match="no register answers"):
            prefill_of_register(db, "cats.tag", sample_account_id(account))


def test_an_application_knows_whom_it_is_for(world: BackendWorld) -> None:
    with citizen_at(world) as citizen:
        draft = citizen.apply("svc_hundesteuer_anmelden")
    assert draft["data"]["capacity"] == "citizen"
    assert draft["provenance"]["/capacity"]["locked"]


def test_what_is_done_at_once_is_confirmed_on_paper(erika: Citizen) -> None:
    draft = erika.apply(BLOCK, {"blocks": ["parties", "churches"]})
    sent = erika.submit(draft, "printHere").json()
    assert erika.states(draft)[-1] == "completed"
    document = sent["result"]["documentId"]
    pdf = erika.get(f"/v1/documents/{document}/content").content
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not there: install poppler-utils")
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout
    said = re.sub(r"\s+", " ", text.decode())
    for words in ("Bestätigung", "Übermittlungssperre", "An Parteien vor Wahlen", "An die Kirche"):
        assert words in said
    assert "Mustermann" in said
