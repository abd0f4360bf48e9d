"""Files for an application: announced, sent in parts or by phone, scanned; the application waits for them."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
from applying import Citizen, advance, citizen_at
from backend_world import OTTO, BackendWorld
from raw_citizen import code_of
from sample_files import ENCRYPTED_PDF, INFECTED_PDF, JPEG, PDF, PNG, TORN_PDF
from sample_services import OFFICE, PERMIT
from sqlalchemy import select

from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.tables import Attachment, UploadLink

pytestmark = pytest.mark.sample_services


@pytest.fixture
def draft(erika: Citizen) -> dict[str, Any]:
    return erika.apply(PERMIT, {"reason": "Fest"})


def announced(
    citizen: Citizen, draft: dict[str, Any], content: bytes = PDF, **changes: Any
) -> requests.Response:
    body = {
        "slot": "proof",
        "filename": "scan.pdf",
        "mediaType": "application/pdf",
        "size": len(content),
        "digest": content_digest(content),
        "source": "scanner",
    }
    return citizen.post(f"/v1/applications/{draft['id']}/attachments", body | changes)


def put(
    citizen: Citizen, attachment_id: str, part: bytes, content_range: str = "", **headers: str
) -> requests.Response:
    sent = {"Content-Type": "application/pdf", "Content-Digest": content_digest(part), **headers}
    if content_range:
        sent["Content-Range"] = content_range
    return citizen.raw("PUT", f"/v1/attachments/{attachment_id}/content", part, sent)


def attach(citizen: Citizen, draft: dict[str, Any], content: bytes = PDF) -> str:
    """Announce and send a file, and let the scan get through."""
    attachment_id = str(announced(citizen, draft, content).json()["id"])
    assert put(citizen, attachment_id, content).status_code == 204
    citizen.world.clock.advance(1)
    return attachment_id


def test_a_file_is_announced_sent_scanned_and_accepted(erika: Citizen, draft: dict[str, Any]) -> None:
    made = announced(erika, draft)
    assert (made.status_code, made.json()["state"]) == (201, "announced")
    attachment_id = made.json()["id"]
    assert made.json()["uploadUrl"] == f"/v1/attachments/{attachment_id}/content"
    assert put(erika, attachment_id, PDF).status_code == 204
    path = f"/v1/attachments/{attachment_id}"
    assert erika.get(path).json()["state"] == "scanning"
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(erika.get, f"{path}?wait=10")
        erika.world.clock.advance(1)
        assert waiting.result().json()["state"] == "accepted"
    assert erika.get(f"{path}?wait=10").json()["state"] == "accepted", "there is nothing to wait for"
    assert [each["state"] for each in erika.again(draft)["attachments"]] == ["accepted"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(INFECTED_PDF, "malware"), (ENCRYPTED_PDF, "encrypted"), (TORN_PDF, "unreadable"), (JPEG, "type")],
)
def test_what_is_not_taken_says_why_and_is_thrown_away(
    erika: Citizen, draft: dict[str, Any], content: bytes, reason: str
) -> None:
    attachment_id = attach(erika, draft, content)
    shown = erika.get(f"/v1/attachments/{attachment_id}").json()
    assert (shown["state"], shown["reason"]) == ("rejected", reason)
    with erika.world.backend.store.transaction() as db:
        row = db.get(Attachment, attachment_id)
        assert row is not None
        assert row.content == b""
    assert announced(erika, draft).status_code == 201, "a rejected file takes nobody's place"


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"slot": "nowhere"}, 422, "validation-failed"),
        ({"source": "usb"}, 422, "validation-failed"),
        ({"size": 0}, 422, "validation-failed"),
        ({"digest": "sha-256=:x:"}, 422, "validation-failed"),
        ({"filename": "a/b.pdf"}, 422, "validation-failed"),
        ({"filename": "a\x00.pdf"}, 422, "validation-failed"),
        ({"mediaType": "image/png"}, 415, "attachment-type"),
        ({"size": 2_000_001}, 413, "attachment-too-large"),
    ],
)
def test_an_announcement_that_does_not_fit_is_refused(
    erika: Citizen, draft: dict[str, Any], changes: dict[str, Any], status: int, code: str
) -> None:
    refused = announced(erika, draft, **changes)
    assert (refused.status_code, code_of(refused)) == (status, code)


def test_a_slot_takes_so_many_files_and_no_more(erika: Citizen, draft: dict[str, Any]) -> None:
    first = announced(erika, draft).json()["id"]
    assert announced(erika, draft).status_code == 201
    full = announced(erika, draft)
    assert (code_of(full), full.json()["errors"][0]["keyword"]) == ("validation-failed", "maxFiles")
    assert erika.raw("DELETE", f"/v1/attachments/{first}").status_code == 204
    assert announced(erika, draft).status_code == 201


def test_a_broken_upload_goes_on_where_it_stopped(erika: Citizen, draft: dict[str, Any]) -> None:
    size = len(PDF)
    attachment_id = announced(erika, draft).json()["id"]
    assert put(erika, attachment_id, PDF[:30], f"bytes 0-29/{size}").status_code == 204
    assert put(erika, attachment_id, PDF[:30], f"bytes 0-29/{size}").status_code == 204, "its answer was lost"
    gap = put(erika, attachment_id, PDF[40:], f"bytes 40-{size - 1}/{size}")
    assert (gap.status_code, code_of(gap), gap.json()["received"]) == (416, "upload-range", 30)
    shown = erika.get(f"/v1/attachments/{attachment_id}").json()
    assert (shown["state"], shown["received"]) == ("announced", 30)
    assert put(erika, attachment_id, PDF[30:], f"bytes 30-{size - 1}/{size}").status_code == 204
    assert put(erika, attachment_id, PDF[30:], f"bytes 30-{size - 1}/{size}").status_code == 204
    erika.world.clock.advance(1)
    assert erika.get(f"/v1/attachments/{attachment_id}").json()["state"] == "accepted"


@pytest.mark.parametrize(
    ("content_range", "code"),
    [
        ("bytes 0-10/20", "upload-range"),
        ("bytes 5-1/20", "upload-range"),
        ("items 0-1/2", "upload-range"),
        (f"bytes 0-{len(PDF)}/{len(PDF)}", "upload-range"),
    ],
)
def test_a_part_that_is_none_is_refused(
    erika: Citizen, draft: dict[str, Any], content_range: str, code: str
) -> None:
    attachment_id = announced(erika, draft).json()["id"]
    assert code_of(put(erika, attachment_id, PDF[:10], content_range)) == code


def test_bytes_that_are_not_the_announced_ones_are_refused(erika: Citizen, draft: dict[str, Any]) -> None:
    attachment_id = announced(erika, draft).json()["id"]
    altered = PDF.replace(b"1.7", b"1.4")
    wrong = put(erika, attachment_id, altered)
    assert (wrong.status_code, code_of(wrong), wrong.json()["reason"]) == (
        422,
        "attachment-rejected",
        "digest",
    )
    assert code_of(put(erika, attachment_id, PDF, **{"Content-Digest": content_digest(b"")})) == (
        "validation-failed"
    )
    assert code_of(put(erika, attachment_id, PDF, **{"Content-Type": "image/png"})) == "attachment-type"
    assert code_of(put(erika, attachment_id, PDF + b"x")) == "attachment-too-large"
    assert put(erika, attachment_id, PDF).status_code == 204


def test_a_file_may_be_larger_than_other_requests_and_not_larger_than_all(
    erika: Citizen, draft: dict[str, Any]
) -> None:
    large = PDF[:9] + b"%" + b"x" * 1_000_000 + PDF[8:]
    shown = erika.get(f"/v1/attachments/{attach(erika, draft, large)}").json()
    assert (shown["state"], shown["received"]) == ("accepted", len(large))
    attachment_id = announced(erika, draft).json()["id"]
    too_large = put(erika, attachment_id, b"x" * (21 * 1024 * 1024))
    assert (too_large.status_code, code_of(too_large)) == (413, "request-too-large")


def test_the_application_waits_for_its_files(erika: Citizen, draft: dict[str, Any]) -> None:
    assert erika.submit(draft).json()["missing"] == ["attachment:proof"]
    attach(erika, draft)
    second = announced(erika, draft, JPEG, mediaType="image/jpeg").json()["id"]
    assert erika.submit(draft).json()["missing"] == ["attachment:proof"], "one is still on its way"
    put(erika, second, JPEG, **{"Content-Type": "image/jpeg"})
    assert erika.submit(draft).json()["missing"] == ["attachment:proof"], "one is still being scanned"
    erika.world.clock.advance(1)
    assert erika.submit(draft).status_code == 202
    assert code_of(announced(erika, draft)) == "application-state"
    for refused in (
        erika.raw("DELETE", f"/v1/attachments/{second}"),
        put(erika, second, JPEG, **{"Content-Type": "image/jpeg"}),
    ):
        assert code_of(refused) == "application-state"


def test_when_the_office_asks_files_can_go_with_the_reply(erika: Citizen, draft: dict[str, Any]) -> None:
    attach(erika, draft)
    erika.submit(draft)
    for state in ("received", "actionRequired"):
        erika.world.clock.advance(1)
        advance(erika.world, draft, state)
    more = attach(erika, draft)
    request = erika.get("/v1/mailbox").json()["items"][0]
    erika.get(f"/v1/attachments/{more}")
    replied = erika.post(f"/v1/mailbox/{request['id']}/replies", {"text": "Anbei.", "attachmentIds": [more]})
    assert (replied.status_code, replied.json()["attachmentIds"]) == (201, [more])


def test_a_dropped_draft_takes_its_files_along(erika: Citizen, draft: dict[str, Any]) -> None:
    attachment_id = attach(erika, draft)
    erika.raw("DELETE", f"/v1/applications/{draft['id']}", headers={"If-Match": draft["etag"]})
    assert code_of(erika.get(f"/v1/attachments/{attachment_id}")) == "not-found"


def test_nobody_else_gets_at_a_file(world: BackendWorld, erika: Citizen, draft: dict[str, Any]) -> None:
    attachment_id = attach(erika, draft)
    with citizen_at(world, "BB-MITTE-04", OTTO) as otto:
        for refused in (
            otto.get(f"/v1/attachments/{attachment_id}"),
            put(otto, attachment_id, PDF),
            otto.raw("DELETE", f"/v1/attachments/{attachment_id}"),
            otto.get(f"/v1/applications/{draft['id']}/attachments"),
            announced(otto, draft),
            otto.post(f"/v1/applications/{draft['id']}/upload-links", {"slot": "proof"}),
        ):
            assert (refused.status_code, code_of(refused)) == (404, "not-found")


def link(citizen: Citizen, draft: dict[str, Any]) -> str:
    made = citizen.post(f"/v1/applications/{draft['id']}/upload-links", {"slot": "proof"})
    assert made.status_code == 201, made.text
    assert made.json()["qr"] == made.json()["url"]
    assert made.json()["expiresIn"] == 300
    return str(made.json()["url"])


def by_phone(citizen: Citizen, url: str, content: bytes = PDF, language: str = "de") -> requests.Response:
    return requests.post(
        url,
        files={"file": ("Foto Müller.pdf", content, "application/octet-stream")},
        headers={"Accept-Language": language},
        verify=str(citizen.world.tls.certificate),
        timeout=10,
    )


def test_a_phone_sends_a_file_once(erika: Citizen, draft: dict[str, Any]) -> None:
    url = link(erika, draft)
    for word in ("Mustermann", draft["id"], "proof"):
        assert word not in url
    page = erika.world.get(url)
    assert page.status_code == 200
    assert 'enctype="multipart/form-data"' in page.text
    assert "<script" not in page.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert by_phone(erika, url).status_code == 200
    erika.world.clock.advance(1)
    (came,) = erika.get(f"/v1/applications/{draft['id']}/attachments").json()["items"]
    assert (came["state"], came["source"], came["filename"], came["mediaType"]) == (
        "accepted",
        "phone",
        "Foto Müller.pdf",
        "application/pdf",
    )
    assert (by_phone(erika, url).status_code, erika.world.get(url).status_code) == (410, 410)
    assert erika.submit(draft).status_code == 202


def test_the_page_speaks_the_phones_language(erika: Citizen, draft: dict[str, Any]) -> None:
    url = link(erika, draft)
    assert "Go back to the terminal" in by_phone(erika, url, language="en-US").text


def test_a_file_that_does_not_fit_leaves_the_link_as_it_is(erika: Citizen, draft: dict[str, Any]) -> None:
    url = link(erika, draft)
    assert by_phone(erika, url, PNG).status_code == 415
    assert by_phone(erika, url, b"").status_code == 400
    assert by_phone(erika, url, PDF + b" " * 2_000_000).status_code == 413
    assert by_phone(erika, url, b"x" * (21 * 1024 * 1024)).status_code == 413
    verify = str(erika.world.tls.certificate)
    assert requests.post(url, data=b"no form", verify=verify, timeout=10).status_code == 400
    assert by_phone(erika, url).status_code == 200


def test_a_link_ends_with_its_time_its_visit_and_its_application(
    world: BackendWorld, erika: Citizen, draft: dict[str, Any]
) -> None:
    for end in ("time", "visit", "application"):
        with citizen_at(world) as visitor:
            other = visitor.apply(PERMIT, {"reason": "Fest"})
            url = link(visitor, other)
            if end == "time":
                world.clock.advance(100)
                visitor.get("/v1/session")
                world.clock.advance(100)
                visitor.get("/v1/session")
                world.clock.advance(100)
            elif end == "visit":
                visitor.raw("DELETE", "/v1/session")
            else:
                visitor.raw("DELETE", f"/v1/applications/{other['id']}", headers={"If-Match": other["etag"]})
            expected = 404 if end == "application" else 410
            assert (by_phone(visitor, url).status_code, end) == (expected, end)
    assert world.get(f"{world.server.origins.eservice}/upload/{'x' * 43}").status_code == 404


def test_the_store_holds_no_link_that_works(erika: Citizen, draft: dict[str, Any]) -> None:
    token = link(erika, draft).rpartition("/")[2]
    with erika.world.backend.store.transaction() as db:
        digests = [row.token_digest for row in db.scalars(select(UploadLink))]
    assert token not in digests


def test_a_form_without_files_gives_no_link(erika: Citizen) -> None:
    plain = erika.apply(OFFICE)
    refused = erika.post(f"/v1/applications/{plain['id']}/upload-links", {"slot": "proof"})
    assert code_of(refused) == "validation-failed"
