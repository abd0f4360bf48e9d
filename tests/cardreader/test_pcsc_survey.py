"""The look at all readers, against a real pcscd and cards that behave and misbehave."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from smartcard import scard

from cardreader.part10 import Feature
from cardreader.pcsc import PcscReaders
from cardreader.pcsc_survey import look
from cardreader.reader import CardPresent
from cardreader.survey import CardLook, Reader, Service, Survey
from sandbox.id_card.vpcd import VirtualReaderLink
from tests.pcscd_service import PcscdService, missing_packages, running_pcscd
from tests.reader_reports import ReaderReports
from tests.sandbox.id_card.authority import Authority

pytestmark = [pytest.mark.pcscd, pytest.mark.skipif(bool(missing_packages()), reason=str(missing_packages()))]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="module")
def service() -> Iterator[PcscdService]:
    with running_pcscd() as service:
        yield service


@pytest.fixture
def link(service: PcscdService) -> Iterator[VirtualReaderLink]:
    link = VirtualReaderLink(port=service.reader_port)
    yield link
    link.close()


@pytest.fixture
def reports() -> Iterator[ReaderReports]:
    reports = ReaderReports(PcscReaders())
    yield reports
    reports.stop()


def _first(survey: Survey) -> Reader:
    assert survey.service is Service.RUNNING
    return survey.readers[0]


def test_an_empty_reader(service: PcscdService) -> None:
    reader = _first(look())
    assert reader.name == "Virtual PCD 00 00"
    assert (reader.card, reader.features) == (CardLook.NONE, ())


def test_an_identity_card_is_known_and_left_as_it_was(
    link: VirtualReaderLink, authority: Authority, reports: ReaderReports
) -> None:
    card = authority.card()
    link.place(card)
    reports.wait_for(CardPresent)
    assert _first(look()).card is CardLook.ID_CARD
    assert card.memory.read().pin_attempts == 3


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (b"\x6a\x82", CardLook.OTHER),
        (b"\x30\x82\x90\x00", CardLook.UNREADABLE),
        (None, CardLook.SHORT_LENGTH_ONLY),
    ],
)
def test_other_cards_are_told_apart(
    link: VirtualReaderLink,
    authority: Authority,
    reports: ReaderReports,
    answer: bytes | None,
    kind: CardLook,
) -> None:
    card = authority.card()
    process = card.process

    def answered(raw: bytes) -> bytes:
        if answer is None:  # a reader that knows no extended length
            return b"\x67\x00" if len(raw) == 7 and raw[4] == 0 else process(raw)
        if answer == b"\x6a\x82":  # a card of another kind finds nothing
            return answer
        is_card_access = raw[:3] == b"\x00\xb0\x9c"
        return answer if is_card_access else process(raw)

    card.process = answered  # type: ignore[method-assign]  # another card, or another reader before it
    link.place(card)
    reports.wait_for(CardPresent)
    assert _first(look()).card is kind


def test_a_card_in_use_is_left_alone(
    link: VirtualReaderLink, authority: Authority, reports: ReaderReports
) -> None:
    link.place(authority.card())
    reports.wait_for(CardPresent)
    before = link.apdu_count
    with closing(PcscReaders().connect()):
        assert _first(look()).card is CardLook.IN_USE
        assert link.apdu_count == before


def test_features_are_listed(service: PcscdService, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = list(bytes.fromhex("070442330007"))
    monkeypatch.setattr(scard, "SCardControl", lambda *_asked: (0, listed))
    monkeypatch.setattr(scard, "SCardGetAttrib", lambda *_asked: (scard.SCARD_E_INVALID_PARAMETER, []))
    reader = _first(look())
    assert reader.features == (Feature.MODIFY_PIN_DIRECT,)
    assert (reader.driver.vendor, reader.driver.version) == ("", "")


class TestService:
    """Each of these stops its own service."""

    @pytest.fixture
    def service(self) -> Iterator[PcscdService]:
        with running_pcscd() as service:
            yield service

    def test_no_service_and_no_reader(self, service: PcscdService) -> None:
        service.stop()
        assert look() == Survey(Service.DOWN)
        service.start(with_reader=False)
        assert look() == Survey(Service.RUNNING)

    def test_denied(self, monkeypatch: pytest.MonkeyPatch) -> None:
        denied = (scard.SCARD_W_SECURITY_VIOLATION, 0)
        monkeypatch.setattr(scard, "SCardEstablishContext", lambda _scope: denied)
        assert look() == Survey(Service.DENIED)
