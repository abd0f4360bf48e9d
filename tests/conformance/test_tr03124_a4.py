"""TR-03124-2, module A4: the way back to the service."""

import pytest

from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.paos_messages import TransmitResponse
from tests.conformance import cv_world
from tests.conformance.bed import ERROR_ADDRESS, ORIGIN, REFRESH, Bed, returned_with
from tests.conformance.identities import EID_SERVER, REDIRECTS, SERVICE, identity
from tests.conformance.tls_hosts import Reply, Request, always, page, redirect

FOREIGN = f"https://{REDIRECTS[0]}/refresh"


@pytest.mark.tr03124("EID_CLIENT_A4_01")
def test_refresh_address_of_the_service(bed: Bed) -> None:
    bed.run_well()
    assert bed.service.peeks == 1
    assert [request.target for request in bed.service.requests] == ["/token?session=1"]


@pytest.mark.tr03124("EID_CLIENT_A4_03")
def test_server_ends_before_anything_is_known(bed: Bed) -> None:
    bed.script.ends_at = "start"
    bed.fails("serverError")
    assert bed.service.peeks == 1


@pytest.mark.parametrize(
    ("subject", "refresh"),
    [(ORIGIN, f"{ORIGIN}:443/refresh"), (f"{ORIGIN}:443", f"{ORIGIN}/refresh")],
    ids=["port in the address", "port in the description"],
)
@pytest.mark.tr03124("EID_CLIENT_A4_04")
def test_default_port_is_the_same_origin(bed: Bed, subject: str, refresh: str) -> None:
    described = cv_world.description(
        [identity(SERVICE).der, identity(EID_SERVER, "rsa:3072").der], subject_url=subject
    )
    bed.script.terminal = cv_world.terminal(cv_world.document_verifier(1), described)
    bed.token_changes = {"RefreshAddress": refresh}
    assert bed.run() == EidSucceeded(f"{refresh}?ResultMajor=ok")
    assert bed.service.peeks == 1


@pytest.mark.tr03124("EID_CLIENT_A4_05")
def test_redirects_back_to_the_service(bed: Bed) -> None:
    bed.token_changes = {"RefreshAddress": FOREIGN}
    steps = zip(
        REDIRECTS,
        ("302 Found", "303 See Other", "307 Temporary Redirect"),
        (f"https://{REDIRECTS[1]}/b", f"https://{REDIRECTS[2]}/c", f"{ORIGIN}/back"),
        strict=True,
    )
    hops = [bed.add(host, always(redirect(status, target))) for host, status, target in steps]

    def service(request: Request) -> Reply:
        is_back = request.target == "/back"
        return redirect("302 Found", f"{ORIGIN}/final?x=1") if is_back else bed.serve_token(request)

    bed.service.answer = service
    assert bed.run() == EidSucceeded(f"{ORIGIN}/final?x=1&ResultMajor=ok")
    assert [[request.target for request in hop.requests] for hop in hops] == [["/refresh"], ["/b"], ["/c"]]
    assert [request.target for request in bed.service.requests] == ["/token?session=1", "/back"]
    assert bed.service.peeks == 1, "the end of the way is looked at as well"


def _has_read(bed: Bed) -> bool:
    return len(bed.script.heard_of(TransmitResponse)) == 1


@pytest.mark.parametrize(
    "answer",
    [
        page("404 Not Found"),
        redirect("404 Not Found", REFRESH),
        redirect("200 OK", REFRESH),
        redirect("301 Moved Permanently", REFRESH),
        redirect("308 Permanent Redirect", REFRESH),
        redirect("302 Found", f"http://{SERVICE}/back"),
    ],
    ids=["404", "404 elsewhere", "200", "301", "308", "http"],
)
@pytest.mark.tr03124("EID_CLIENT_A4_06", "EID_CLIENT_A4_07")
def test_foreign_refresh_address_that_does_not_lead_back(bed: Bed, answer: Reply) -> None:
    bed.token_changes = {"RefreshAddress": FOREIGN}
    there = bed.add(REDIRECTS[0], lambda _: answer)
    outcome = bed.fails("communicationError", to=ERROR_ADDRESS)
    assert outcome.failure is EidFailure.REFRESH_INVALID
    assert [request.target for request in there.requests] == ["/refresh"]
    assert [request.target for request in bed.service.requests] == ["/token?session=1"]
    assert (SERVICE, 80) not in bed.dialled
    assert _has_read(bed)


@pytest.mark.tr03124("EID_CLIENT_A4_08")
def test_foreign_refresh_address_with_an_unlisted_certificate(bed: Bed) -> None:
    bed.token_changes = {"RefreshAddress": FOREIGN}
    unlisted = identity(REDIRECTS[0], number=2)
    there = bed.add(REDIRECTS[0], lambda _: redirect("302 Found", REFRESH), shown=unlisted)
    assert bed.fails("communicationError", to=ERROR_ADDRESS).failure is EidFailure.REFRESH_INVALID
    assert there.handshakes == 1
    assert bed.service.peeks == 0, "where such a server points to is not looked at"
    assert _has_read(bed)


@pytest.mark.tr03124("EID_CLIENT_A4_08")
def test_end_of_the_way_with_an_unlisted_certificate(bed: Bed) -> None:
    end = f"https://{REDIRECTS[1]}/final"
    bed.token_changes = {"RefreshAddress": FOREIGN}
    bed.add(REDIRECTS[0], always(redirect("302 Found", f"{ORIGIN}/back")))
    last = bed.add(REDIRECTS[1], always(page()), shown=identity(REDIRECTS[1], number=2))

    def service(request: Request) -> Reply:
        return redirect("302 Found", end) if request.target == "/back" else bed.serve_token(request)

    bed.service.answer = service
    assert bed.fails("communicationError", to=ERROR_ADDRESS).failure is EidFailure.REFRESH_INVALID
    assert (last.handshakes, last.requests) == (1, [])


@pytest.mark.tr03124("EID_CLIENT_A4_09")
def test_no_way_back_and_no_error_address(bed: Bed) -> None:
    bed.token_changes = {"RefreshAddress": FOREIGN, "CommunicationErrorAddress": None}
    there = bed.add(REDIRECTS[0], lambda _: page("404 Not Found"))
    assert bed.fails_without_address().failure is EidFailure.REFRESH_INVALID
    assert len(there.requests) == 1


@pytest.mark.tr03124("EID_CLIENT_A4_10")
def test_cancelled_before_the_pin(bed: Bed) -> None:
    outcome = bed.run(pin=None)
    assert isinstance(outcome, EidFailed)
    assert returned_with(outcome, REFRESH) == "cancellationByUser"
    assert bed.card.announced is None


@pytest.mark.tr03124("EID_CLIENT_A4_11")
def test_cancelled_after_the_pin(bed: Bed) -> None:
    outcome = bed.run(cancels_after_pin=True)
    assert isinstance(outcome, EidFailed)
    assert returned_with(outcome, REFRESH) == "cancellationByUser"
    assert not _has_read(bed)


@pytest.mark.parametrize("location", ["https://[::1", "//[a]b/", "//a..b/", "https://℀.example/"])
@pytest.mark.tr03124("EID_CLIENT_A4_07")
def test_foreign_refresh_address_that_leads_nowhere(bed: Bed, location: str) -> None:
    bed.token_changes = {"RefreshAddress": FOREIGN}
    answer = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location.encode() + b"\r\n\r\n"
    bed.add(REDIRECTS[0], always(Reply(answer)))
    bed.fails("communicationError", to=ERROR_ADDRESS)


@pytest.mark.parametrize("address", ["http://[::1", "https://a..b/", "javascript:alert(1)"])
@pytest.mark.tr03124("EID_CLIENT_A4_09")
def test_error_address_that_is_none(bed: Bed, address: str) -> None:
    bed.token_changes = {"RefreshAddress": FOREIGN, "CommunicationErrorAddress": address}
    bed.add(REDIRECTS[0], always(page("404 Not Found")))
    bed.fails_without_address()
