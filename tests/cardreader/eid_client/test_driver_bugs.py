"""A run that asks at the wrong moment is a bug: it is raised, and whatever was open is released."""

from collections.abc import Callable
from datetime import date

import pytest
from eid_world import NAMES, SERVICE, TOKEN_URL

from cardreader.apdu import CommandApdu
from cardreader.card import PinReady
from cardreader.eid_client import conversation, on_site_conversation
from cardreader.eid_client.conversation import EidConversation
from cardreader.eid_client.exchange import (
    AskCitizen,
    AskOnSite,
    AskPinAgain,
    AuthorizationRequest,
    CardFailed,
    CardProblem,
    Conversation,
    Request,
    SendToCard,
)
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.on_site import OnSiteReading
from cardreader.eid_client.on_site_conversation import OnSiteConversation
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidOutcome
from cardreader.errors import CardGoneError
from cardreader.reader import Connection
from cardreader.secret import Secret

DAY = date(2026, 11, 1)
REQUEST = AuthorizationRequest("Service", SERVICE, "Issuer", "", "", NAMES, frozenset(), "", DAY, DAY)
CITIZEN, AGAIN, ON_SITE = AskCitizen(REQUEST, PinReady(3)), AskPinAgain(2), AskOnSite(REQUEST)
ENDED = EidFailed(None, EidFailure.CANCELLED, "")


def no_card() -> Connection:
    raise CardGoneError("nothing lies on the reader")


def asking(patch: pytest.MonkeyPatch, *requests: Request) -> list[object]:
    """Put a run in the place of the client's that yields these requests; return what it is answered."""
    answers: list[object] = []

    def run(*_arguments: object, **_named: object) -> Conversation[EidOutcome]:
        for request in requests:
            answer = yield request
            answers.append(answer)
        return ENDED

    patch.setattr(conversation, "authenticate", run)
    patch.setattr(on_site_conversation, "authenticate", run)
    return answers


def by_pin() -> EidConversation:
    return EidConversation(HttpTransport("Test"), no_card)


def on_site() -> OnSiteConversation:
    return OnSiteConversation(OnSiteReading("desk 3"), HttpTransport("Test"), no_card)


def begin(driver: EidConversation) -> None:
    driver.begin(TOKEN_URL) if isinstance(driver, OnSiteConversation) else driver.start(TOKEN_URL)


def go_on(driver: EidConversation) -> None:
    secret = Secret(b"123456")
    if isinstance(driver, OnSiteConversation):
        driver.read(frozenset(), secret, lambda _: None)
    else:
        driver.proceed(frozenset(), secret, lambda _: None)


@pytest.mark.parametrize(
    ("make", "wrong"), [(by_pin, AGAIN), (by_pin, ON_SITE), (on_site, CITIZEN)], ids=["again", "site", "pin"]
)
def test_wrong_first_question(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], EidConversation], wrong: Request
) -> None:
    asking(monkeypatch, wrong)
    with pytest.raises(AssertionError, match="began with"):
        begin(make())


@pytest.mark.parametrize(
    ("make", "first", "wrong"),
    [(by_pin, CITIZEN, CITIZEN), (on_site, ON_SITE, CITIZEN), (on_site, ON_SITE, AGAIN)],
    ids=["twice", "pin", "pin again"],
)
def test_wrong_second_question(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], EidConversation], first: Request, wrong: Request
) -> None:
    asking(monkeypatch, first, wrong)
    driver = make()
    begin(driver)
    with pytest.raises(AssertionError, match="went on with"):
        go_on(driver)


@pytest.mark.parametrize("wrong", [CITIZEN, ON_SITE], ids=["citizen", "site"])
def test_wrong_question_after_a_can(monkeypatch: pytest.MonkeyPatch, wrong: Request) -> None:
    asking(monkeypatch, CITIZEN, wrong)
    driver, can = by_pin(), Secret(b"500540")
    driver.start(TOKEN_URL)
    with pytest.raises(AssertionError, match="after a CAN"):
        driver.resume(can)
    assert can.is_wiped


def test_question_after_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    asking(monkeypatch, CITIZEN, AGAIN)
    driver = by_pin()
    driver.start(TOKEN_URL)
    with pytest.raises(AssertionError, match="refused run went on"):
        driver.cancel()


def test_command_before_the_card_is_connected(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = asking(monkeypatch, SendToCard(CommandApdu(0x00, 0xA4, 0x04, 0x0C)))
    assert by_pin().start(TOKEN_URL) == ENDED
    assert answers == [CardFailed(CardProblem.CARD_GONE)]


@pytest.mark.parametrize("make", [by_pin, on_site])
def test_run_that_ends_at_once(monkeypatch: pytest.MonkeyPatch, make: Callable[[], EidConversation]) -> None:
    asking(monkeypatch)
    driver = make()
    begin(driver)
    with pytest.raises(RuntimeError, match="not waiting"):
        go_on(driver)
