"""TR-03124-2, module D: what the visitor sees of a run of the real client, on the real screens."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QTest
from seeing import called, eyes, items, sample, shown, tap, words

from cardreader.auxiliary_data import AuxiliaryData
from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import AuthorizationRequest, Progress
from cardreader.eid_client.outcome import EidFailed, EidFailure
from cardreader.eid_client.rights import DISPLAYABLE
from kiosk import failures
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Language, Preferences
from sandbox.comfort_reader.pad import Pad
from sandbox.eid_server.pki import Pki
from tests.conformance import cv_world
from tests.conformance.bed import PIN, SERVER_ADDRESS, TOKEN_URL, Bed
from tests.conformance.identities import EID_SERVER, OTHER_NAME, REDIRECTS, SERVICE, identity, key
from tests.conformance.tls_by_hand import answer_on_a_weak_curve
from tests.conformance.tls_hosts import always, only_version, page, redirect, tls_1_2
from ui.gallery.render import Studio

ENGLISH = Preferences(language=Language.ENGLISH)
GIVEN_NAMES, FAMILY_NAMES = frozenset({AccessRight.GIVEN_NAMES}), frozenset({AccessRight.FAMILY_NAMES})
ALL_COMPARISONS = AuxiliaryData.of(
    born_on_or_before=date(1992, 11, 19),
    valid_on=date(2010, 11, 19),
    municipality_id=bytes.fromhex("02760509110000"),
)


@pytest.fixture(scope="session")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return Pki.open(tmp_path_factory.mktemp("conformance_pki"))


@pytest.fixture
def bed(pki: Pki) -> Iterator[Bed]:
    opened = Bed.open(pki)
    yield opened
    opened.close()


def question(bed: Bed) -> AuthorizationRequest:
    """Carry out a run up to the question to the citizen, who then says no."""
    assert isinstance(bed.run(pin=None), EidFailed)
    assert bed.asked is not None
    return bed.asked.request


def ask(room: Studio, request: AuthorizationRequest) -> None:
    """Put the question on the screen."""
    visit = sample("WhoAsks", ENGLISH).visit
    assert isinstance(visit.scene, st.WhoAsks)
    sign_in = replace(visit.scene.sign_in, request=request)
    room.app.show(replace(visit, scene=replace(visit.scene, sign_in=sign_in, chosen=frozenset())))
    room.settle()


def on_every_page(room: Studio, look: Callable[[], set[str]]) -> set[str]:
    """Collect what there is to see, over the pages of the screen."""
    seen = look()
    for _ in range(12):
        more = [each for each in shown(room, "PrimaryButton") if each.objectName() == "nextPage"]
        if not more:
            return seen
        tap(room, more[0])
        seen |= look()
    raise AssertionError("the screen has no last page")


def all_words(room: Studio) -> set[str]:
    return on_every_page(room, lambda: set(words(room)))


def rights_with_a_switch(room: Studio) -> set[str]:
    def look() -> set[str]:
        names = (each.objectName() for each in shown(room, "SwitchRow"))
        return {name.partition(":")[2] for name in names if name.startswith("optional:")}

    return on_every_page(room, look)


def rights_that_are_needed(room: Studio) -> set[str]:
    """The names on the screen that have a tick and no switch."""
    look = eyes(room)

    def named() -> set[str]:
        rows = [each for each in items(room.app.window.contentItem()) if look.is_a(each, "DataRow")]
        return {str(name) for row in rows for name in row.property("names")}

    return on_every_page(room, named)


def failed_screen(room: Studio, failure: EidFailure) -> list[str]:
    """Show the screen of a failure; return heading and help."""
    room.app.show(sample(f"Failed-{failures.of_eid(failure).value}", ENGLISH).visit)
    room.settle()
    frame = shown(room, "Failed")[0]
    return [str(frame.property("question")), str(frame.property("help"))]


@pytest.mark.tr03124("EID_CLIENT_D_01")
def test_the_visitor_is_told_to_take_the_card(room: Studio, bed: Bed) -> None:
    bed.run_well()
    room.app.show(sample("TakeCard", ENGLISH).visit)
    room.settle()
    assert any("take your card" in each.lower() for each in words(room))


@pytest.mark.tr03124("EID_CLIENT_D_02")
def test_name_address_and_age_check_are_shown(room: Studio, bed: Bed) -> None:
    bed.script.auxiliary_data = ALL_COMPARISONS
    ask(room, question(bed))
    seen = " ".join(all_words(room))
    assert "Testdienst" in seen
    assert f"https://{SERVICE}" in seen
    assert "19 November 1992" in seen
    assert shown(room, "PinKey") == []


@pytest.mark.tr03124("EID_CLIENT_D_03")
def test_purpose_data_protection_and_issuer_can_be_read(room: Studio, bed: Bed) -> None:
    ask(room, question(bed))
    tap(room, called(room, "provider"))
    seen = " ".join(all_words(room))
    for told in ("Konformitätsprüfung", "Kavalleriestraße 2-4", "Test-BerCA", "https://issuer.example"):
        assert told in seen


@pytest.mark.tr03124("EID_CLIENT_D_04")
def test_the_certificate_shown_is_the_one_used(room: Studio, bed: Bed) -> None:
    used = bed.script.terminal.certificate
    request = question(bed)
    assert (request.valid_from, request.valid_to) == (used.effective, used.expiration)
    ask(room, request)
    tap(room, called(room, "provider"))
    until = used.expiration
    assert f"{until.day} {until:%B %Y}" in all_words(room)
    bed.run_well()
    assert bed.card.certificates[-1] == used.chr


@pytest.mark.tr03124("EID_CLIENT_D_05")
def test_every_right_has_a_name_or_is_not_shown(room: Studio, bed: Bed) -> None:
    bed.script.auxiliary_data = ALL_COMPARISONS
    request = question(bed)
    assert request.optional == DISPLAYABLE
    ask(room, request)
    assert rights_with_a_switch(room) == {right.name for right in DISPLAYABLE}
    ask(room, request)
    assert all_words(room) & {right.name for right in AccessRight} == set()


@pytest.mark.tr03124("EID_CLIENT_D_06")
def test_the_state_of_the_run_can_be_seen(room: Studio, bed: Bed) -> None:
    bed.run_well()
    assert bed.progress == list(Progress)
    visit = sample("SigningIn", ENGLISH).visit
    assert isinstance(visit.scene, st.SigningIn)
    steps = []
    for progress in bed.progress:
        room.app.show(replace(visit, scene=replace(visit.scene, progress=progress)))
        room.settle()
        steps.append(room.app.session.page.property("step"))
        assert "You are being signed in." in words(room)
    assert steps == [1, 2, 3, 4]


def _weak_curve(bed: Bed) -> None:
    shown_identity, signing = identity(SERVICE), key("SECP256R1")
    bed.service.by_hand = lambda connection, hello: answer_on_a_weak_curve(
        connection, hello, shown_identity, signing, 0xC02C
    )


def _weak_key(bed: Bed) -> None:
    bed.service.context = tls_1_2(identity(SERVICE, "rsa:1536"), "ALL")


def _old_version(bed: Bed) -> None:
    only_version(bed.service.context, "TLSv1_1")


def _suite(bed: Bed) -> None:
    bed.service.context = tls_1_2(identity(SERVICE, "rsa:3072"), "AES128-SHA")


def _eid_server_suite(bed: Bed) -> None:
    bed.eid_server.context.set_ciphers("PSK-AES256-GCM-SHA384")


def _eid_server_name(bed: Bed) -> None:
    bed.token_changes = {"ServerAddress": SERVER_ADDRESS.replace(EID_SERVER, OTHER_NAME)}
    bed.hosts[OTHER_NAME, 8443] = bed.eid_server


@pytest.mark.tr03124("EID_CLIENT_D_07")
def test_a_failed_connection_is_made_plain(room: Studio, pki: Pki) -> None:
    for condition in (_old_version, _weak_key, _weak_curve, _suite, _eid_server_suite, _eid_server_name):
        with closing(Bed.open(pki)) as bed:
            condition(bed)
            outcome = bed.run()
        assert isinstance(outcome, EidFailed), condition
        assert failed_screen(room, outcome.failure) == [
            "For your safety we stopped.",
            "The other side could not prove who it is.",
        ]
        assert failures.of_eid(outcome.failure).value in words(room)


@pytest.mark.tr03124("EID_CLIENT_D_08")
def test_an_error_of_the_server_is_made_plain(room: Studio, bed: Bed) -> None:
    bed.script.ends_at = "eac1"
    outcome = bed.fails("serverError")
    heading, told = failed_screen(room, outcome.failure)
    assert "sign" in f"{heading} {told}".lower()
    assert failures.of_eid(EidFailure.SERVER_ERROR).value in words(room)


@pytest.mark.tr03124("EID_CLIENT_D_09")
def test_where_the_reader_has_a_pad_the_screen_has_none(room: Studio, bed: Bed) -> None:
    bed.pad = Pad()
    bed.pad.type(PIN)
    bed.run_well()
    assert bed.asked is not None
    assert bed.asked.on_reader
    room.app.show(sample("TypeOnReader", ENGLISH).visit)
    room.settle()
    assert "Type your PIN on the card reader." in words(room)
    assert shown(room, "PinKey") == []
    for digit in PIN:
        QTest.keyClick(room.app.window, digit)
    room.settle()
    assert room.events == []


@pytest.mark.tr03124("EID_CLIENT_D_12")
def test_the_client_has_a_pin_pad_of_its_own(room: Studio) -> None:
    room.app.show(sample("EnterPin", ENGLISH).visit)
    room.settle()
    for digit in "123456":
        tap(room, called(room, f"pin:{digit}"))
    tap(room, called(room, "primary"))
    (event,) = room.events
    assert isinstance(event, ev.PinEntered)
    assert bytes(event.pin.reveal()) == b"123456"


@pytest.mark.tr03124("EID_CLIENT_D_14")
def test_a_missing_way_back_is_made_plain(room: Studio, bed: Bed) -> None:
    bed.token_changes = {"RefreshAddress": f"https://{REDIRECTS[0]}/refresh"}
    bed.add(REDIRECTS[0], always(page("404 Not Found")))
    outcome = bed.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.REFRESH_INVALID
    assert all(failed_screen(room, outcome.failure))


def _redirect_to_404(bed: Bed) -> str:
    bed.service.answer = always(redirect("303 See Other", f"https://{REDIRECTS[0]}/token"))
    bed.add(REDIRECTS[0], always(page("404 Not Found")))
    return TOKEN_URL


def _redirect_to_http(bed: Bed) -> str:
    bed.service.answer = always(redirect("303 See Other", f"http://{REDIRECTS[0]}/token"))
    return TOKEN_URL


def _no_token(bed: Bed) -> str:
    bed.service.answer = always(page("404 Not Found"))
    return TOKEN_URL


def _blank(bed: Bed) -> str:
    bed.service.answer = always(page(body=b" "))
    return TOKEN_URL


def _no_way_back(bed: Bed) -> str:
    bed.token_changes = {
        "RefreshAddress": f"https://{REDIRECTS[0]}/refresh",
        "CommunicationErrorAddress": None,
    }
    bed.add(REDIRECTS[0], always(page("404 Not Found")))
    return TOKEN_URL


def _tls(condition: Callable[[Bed], None]) -> Callable[[Bed], str]:
    def condition_and_url(bed: Bed) -> str:
        condition(bed)
        return TOKEN_URL

    return condition_and_url


UNREADABLE: dict[str, Callable[[Bed], str]] = {
    "a": lambda _: "",
    "b": lambda _: TOKEN_URL.replace("https", "http"),
    "c": _redirect_to_404,
    "d": _redirect_to_http,
    "e": _no_token,
    "f": _blank,
    "g": _no_way_back,
    "h": _tls(_old_version),
    "i": _tls(_suite),
    "j": _tls(_weak_key),
    "k": _tls(_weak_curve),
}
"""What a browser would be told about, by the letter of its case."""


@pytest.mark.tr03124(
    "EID_CLIENT_D_16_a",
    "EID_CLIENT_D_16_b",
    "EID_CLIENT_D_16_c",
    "EID_CLIENT_D_16_d",
    "EID_CLIENT_D_16_e",
    "EID_CLIENT_D_16_f",
    "EID_CLIENT_D_16_g",
    "EID_CLIENT_D_16_h",
    "EID_CLIENT_D_16_i",
    "EID_CLIENT_D_16_j",
    "EID_CLIENT_D_16_k",
)
def test_what_a_browser_would_be_told_stands_on_the_screen(room: Studio, pki: Pki) -> None:
    for letter, condition in UNREADABLE.items():
        with closing(Bed.open(pki)) as bed:
            outcome = bed.run(condition(bed))
        assert isinstance(outcome, EidFailed), letter
        assert outcome.refresh_url is None, letter
        heading, told = failed_screen(room, outcome.failure)
        assert len(heading.split()) > 2, letter
        assert len(told.split()) > 2, letter


@pytest.mark.tr03124("EID_CLIENT_D_20")
def test_a_right_that_the_certificate_lacks_cannot_be_given(room: Studio, bed: Bed) -> None:
    described = bed.script.terminal.description
    verifier = cv_world.document_verifier(1)
    bed.script.terminal = cv_world.terminal(verifier, described, GIVEN_NAMES)
    bed.script.optional = GIVEN_NAMES | FAMILY_NAMES
    ask(room, question(bed))
    assert rights_with_a_switch(room) == {"GIVEN_NAMES"}
    assert rights_that_are_needed(room) == set()


@pytest.mark.tr03124("EID_CLIENT_D_21")
def test_every_right_can_be_declined(room: Studio, bed: Bed) -> None:
    bed.script.auxiliary_data = ALL_COMPARISONS
    request = question(bed)
    ask(room, request)
    assert rights_with_a_switch(room) == {right.name for right in request.optional}
    ask(room, request)
    assert rights_that_are_needed(room) == set()


@pytest.mark.tr03124("EID_CLIENT_D_22")
def test_a_required_right_cannot_be_declined(room: Studio, bed: Bed) -> None:
    bed.script.auxiliary_data = ALL_COMPARISONS
    bed.script.required, bed.script.optional = GIVEN_NAMES, FAMILY_NAMES
    request = question(bed)
    ask(room, request)
    assert rights_that_are_needed(room) == {"Given names"}
    ask(room, request)
    assert rights_with_a_switch(room) == {"FAMILY_NAMES"}


@pytest.mark.tr03124("EID_CLIENT_D_24")
def test_transaction_info_is_shown(room: Studio, bed: Bed) -> None:
    bed.script.transaction_info = "eID-Client test"
    ask(room, question(bed))
    assert "eID-Client test" in all_words(room)
