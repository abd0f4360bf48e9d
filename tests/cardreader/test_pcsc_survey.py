"""The look at all readers, against a real pcscd and cards that behave and misbehave."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from smartcard import scard

from cardreader import pcsc_survey
from cardreader.part10 import Feature
from cardreader.pcsc import PcscReaders
from cardreader.pcsc_survey import look
from cardreader.reader import CardPresent
from cardreader.survey import CardLook, Reader, Service, Survey
from cardreader.watch import SlotState
from sandbox.id_card.vpcd import VirtualReaderLink
from tests.pcscd_service import NEEDS_PCSCD, PcscdService, running_pcscd
from tests.reader_reports import ReaderReports
from tests.sandbox.id_card.authority import Authority

pytestmark = NEEDS_PCSCD


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


@pytest.mark.parametrize(
    ("vendor", "version", "told"),
    [
        (b"ACME\x00", b"\x07\x00\x04\x01", ("ACME", "1.4.7")),
        (b"K\xc3\xb6ln\xff", b"\x34\x12\x00\x02\x00", ("Köln\N{REPLACEMENT CHARACTER}", "2.0.4660")),
        (b"", b"\x07\x00\x04", ("", "")),
    ],
)
def test_drivers_are_told_as_they_name_themselves(
    service: PcscdService,
    monkeypatch: pytest.MonkeyPatch,
    vendor: bytes,
    version: bytes,
    told: tuple[str, str],
) -> None:
    attributes = {scard.SCARD_ATTR_VENDOR_NAME: vendor, scard.SCARD_ATTR_VENDOR_IFD_VERSION: version}
    monkeypatch.setattr(
        scard, "SCardGetAttrib", lambda _handle, asked: (0, list(attributes.get(asked, b"Pad 3000\x00")))
    )
    driver = _first(look()).driver
    assert (driver.vendor, driver.version) == told
    assert driver.model == "Pad 3000"


def test_a_card_slipping_off_while_looked_at(
    link: VirtualReaderLink, authority: Authority, reports: ReaderReports
) -> None:
    card = authority.card()
    process = card.process

    def slipping(raw: bytes) -> bytes:
        link.pull()
        return process(raw)

    card.process = slipping  # type: ignore[method-assign]  # the moment between asking and answering
    link.place(card)
    reports.wait_for(CardPresent)
    assert _first(look()) == Reader("Virtual PCD 00 00", CardLook.UNREADABLE)


@pytest.mark.parametrize(
    ("result", "look_of_it"),
    [
        (scard.SCARD_E_SHARING_VIOLATION, CardLook.IN_USE),
        (scard.SCARD_W_UNRESPONSIVE_CARD, CardLook.MUTE),
        (scard.SCARD_W_UNPOWERED_CARD, CardLook.MUTE),
    ],
)
def test_cards_that_cannot_be_connected_to(
    link: VirtualReaderLink,
    authority: Authority,
    reports: ReaderReports,
    monkeypatch: pytest.MonkeyPatch,
    result: int,
    look_of_it: CardLook,
) -> None:
    link.place(authority.card())
    reports.wait_for(CardPresent)
    monkeypatch.setattr(scard, "SCardConnect", lambda *_asked: (result, 0, 0))
    assert _first(look()) == Reader("Virtual PCD 00 00", look_of_it)


def test_what_gives_no_answer_to_a_reset_is_mute_and_its_reader_is_still_asked(
    service: PcscdService, monkeypatch: pytest.MonkeyPatch
) -> None:
    mute = SlotState("Virtual PCD 00 00", scard.SCARD_STATE_PRESENT | scard.SCARD_STATE_MUTE, b"")
    monkeypatch.setattr(pcsc_survey, "slots_now", lambda _context: (mute,))
    monkeypatch.setattr(scard, "SCardGetAttrib", lambda *_asked: (0, list(b"ACME\x00")))
    connect, modes = scard.SCardConnect, list[int]()

    def listening(context: int, name: str, mode: int, protocols: int) -> object:
        modes.append(mode)
        return connect(context, name, mode, protocols)

    monkeypatch.setattr(scard, "SCardConnect", listening)
    reader = _first(look())
    assert (reader.card, reader.driver.vendor) == (CardLook.MUTE, "ACME")
    assert modes == [scard.SCARD_SHARE_DIRECT], "the reader is asked, the card is not"


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

    def test_gone_between_two_questions(self, service: PcscdService, monkeypatch: pytest.MonkeyPatch) -> None:
        ask = scard.SCardListReaders

        def ask_too_late(context: int, groups: list[str]) -> object:
            service.stop()
            return ask(context, groups)

        monkeypatch.setattr(scard, "SCardListReaders", ask_too_late)
        assert look() == Survey(Service.DOWN)

    def test_denied(self, monkeypatch: pytest.MonkeyPatch) -> None:
        denied = (scard.SCARD_W_SECURITY_VIOLATION, 0)
        monkeypatch.setattr(scard, "SCardEstablishContext", lambda _scope: denied)
        assert look() == Survey(Service.DENIED)
