"""Reading on site with the CAN: only by explicit wish, only where the certificate allows it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import Progress
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.on_site import OnSiteReading
from cardreader.eid_client.on_site_conversation import CanRejected, OnSiteConversation, WhoAsksOnSite
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.secret import Secret
from sandbox.eid_server.pki import Pki
from sandbox.id_card.direct import DirectReader
from tests.conformance import cv_world
from tests.conformance.bed import REFRESH, TOKEN_URL, Bed, returned_with

ROOT = Path(__file__).resolve().parents[3]
NAMES = frozenset({AccessRight.GIVEN_NAMES, AccessRight.FAMILY_NAMES})
STAFF = OnSiteReading("desk 3")


@pytest.fixture
def bed(pki: Pki) -> Iterator[Bed]:
    opened = Bed.open(pki)
    opened.script.required = NAMES
    yield opened
    opened.close()


def conversation(bed: Bed) -> OnSiteConversation:
    reader = DirectReader(lambda _: bed.card)
    reader.place("erika")
    transport = HttpTransport("Test/1.0", timeout_s=10, dial=bed.dial)
    return OnSiteConversation(STAFF, transport, reader.connect, bed.profile)


def can(bed: Bed) -> Secret:
    return Secret(bed.card.persona.can.encode())


def test_card_is_read_with_the_can(bed: Bed) -> None:
    run, progress = conversation(bed), list[Progress]()
    asked = run.begin(TOKEN_URL)
    assert isinstance(asked, WhoAsksOnSite)
    assert asked.request.required == NAMES | {AccessRight.CAN_ALLOWED}
    secret = can(bed)
    assert run.read(frozenset(), secret, progress.append) == EidSucceeded(f"{REFRESH}&ResultMajor=ok")
    assert secret.is_wiped
    assert progress == list(Progress)
    assert bed.card.announced is not None
    assert bed.card.announced.rights == NAMES | {AccessRight.CAN_ALLOWED}
    assert [answer.sw for answer in bed.script.answers] == [0x9000]


def test_a_blocked_pin_does_not_matter(bed: Bed) -> None:
    state = bed.card.memory.read()
    bed.card.memory.write(replace(state, pin_attempts=0))
    run = conversation(bed)
    assert isinstance(run.begin(TOKEN_URL), WhoAsksOnSite)
    assert isinstance(run.read(frozenset(), can(bed), lambda _: None), EidSucceeded)


def test_a_wrong_can_may_be_tried_again(bed: Bed) -> None:
    run = conversation(bed)
    run.begin(TOKEN_URL)
    wrong = Secret(b"000000")
    for _ in range(5):
        assert run.read(frozenset(), Secret(b"000000"), lambda _: None) == CanRejected()
    assert run.read(frozenset(), wrong, lambda _: None) == CanRejected()
    assert wrong.is_wiped
    assert isinstance(run.read(frozenset(), can(bed), lambda _: None), EidSucceeded)


@pytest.mark.parametrize("after_a_wrong_one", [False, True])
def test_the_holder_says_no(bed: Bed, *, after_a_wrong_one: bool) -> None:
    run = conversation(bed)
    run.begin(TOKEN_URL)
    if after_a_wrong_one:
        run.read(frozenset(), Secret(b"000000"), lambda _: None)
    outcome = run.cancel()
    assert returned_with(outcome, REFRESH) == "cancellationByUser"


def test_certificate_that_does_not_allow_it(bed: Bed) -> None:
    described = bed.script.terminal.description
    bed.script.terminal = cv_world.terminal(cv_world.document_verifier(1), described, NAMES)
    outcome = conversation(bed).begin(TOKEN_URL)
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CERTIFICATE_INVALID
    assert bed.card.announced is None


def test_card_that_is_none(bed: Bed) -> None:
    bed.card.bend = lambda command, answer: replace(answer, sw=0x6A82) if command.ins == 0xA4 else answer
    outcome = conversation(bed).begin(TOKEN_URL)
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.NOT_AN_ID_CARD


def test_a_run_is_begun_once(bed: Bed) -> None:
    run = conversation(bed)
    run.begin(TOKEN_URL)
    with pytest.raises(RuntimeError, match="one run"):
        run.begin(TOKEN_URL)
    run.cancel()


def test_somebody_answers_for_it() -> None:
    with pytest.raises(ValueError, match="member of staff"):
        OnSiteReading(" ")
    assert "desk 3" not in repr(STAFF)


def test_without_the_wish_a_run_asks_for_the_pin(bed: Bed) -> None:
    bed.script.required = NAMES | {AccessRight.CAN_ALLOWED}
    bed.run_well()
    assert bed.card.announced is not None
    assert AccessRight.CAN_ALLOWED not in bed.card.announced.rights
    selected = next(each for each in bed.card.commands if (each.p1, each.p2) == (0xC1, 0xA4))
    assert bytes.fromhex("830103") in selected.data


def test_the_unattended_terminal_never_wishes_it() -> None:
    sources = [path for top in ("kiosk", "ui") for path in (ROOT / top).rglob("*.py")]
    assert sources
    assert [path for path in sources if "on_site" in path.read_text(encoding="utf-8")] == []
