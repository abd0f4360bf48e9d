"""Runs that must end before the PIN: descriptions, origins, TLS certificates, chains (TR-03124-2 A3, B)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from eid_world import ERROR_ADDRESS, NAMES, REFRESH, SERVICE, TOKEN_URL, World, make_plan, token, with_plan

from cardreader.certificate_description import CertificateDescription
from cardreader.chat import AccessRight
from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client.client import ClientProfile
from cardreader.eid_client.exchange import AskCitizen, PeekCertificate, SendToCard
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.paos_messages import DidAuthenticate, Eac1Input, ServerMessage, StartPaos
from cardreader.eid_client.result import ResultMinor
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.terminal import issue_terminal

COMMUNICATION_ERROR = f"{ERROR_ADDRESS}?ResultMajor=error&ResultMinor=communicationError"
CLIENT_ERROR = f"{REFRESH}&ResultMajor=error&ResultMinor=clientError"
UNTRUSTED = f"{REFRESH}&ResultMajor=error&ResultMinor=trustedChannelEstablishmentFailed"


def _must_end_early(world: World, url: str = TOKEN_URL) -> EidFailed:
    """Run, and see that neither citizen nor card were asked and the server was told once."""
    outcome = world.run(url)
    assert isinstance(outcome, EidFailed)
    assert world.asked_for(AskCitizen) == []
    assert world.asked_for(SendToCard) == []
    results = [told.result for told in world.told_server if not isinstance(told, StartPaos)]
    assert [result.minor for result in results] == [outcome.minor]
    return outcome


def _first_input(world: World, **changes: object) -> None:
    """Change the first input on its way."""

    def change(_number: int, message: ServerMessage) -> ServerMessage:
        if isinstance(message, DidAuthenticate) and isinstance(message.input, Eac1Input):
            return DidAuthenticate(replace(message.input, **changes))  # type: ignore[arg-type]  # a table's
        return message

    world.distort = change


def _received(world: World) -> tuple[CvCertificate, ...]:
    terminal = world.plan.terminal
    return terminal.certificate, terminal.verifier, *world.plan.authority.links


def test_unlisted_certificate_of_the_service(world: World, pki: Pki) -> None:
    with_plan(world, terminal=_terminal_listing(pki, pki.eid_server_tls.certificate_der))
    outcome = _must_end_early(world)
    assert outcome == EidFailed(
        COMMUNICATION_ERROR, EidFailure.TLS_UNTRUSTED, ResultMinor.TRUSTED_CHANNEL_FAILED
    ), "the service's own refresh address shows that certificate again"
    assert len(world.asked_for(PeekCertificate)) == 1


def test_unlisted_certificate_of_the_eid_server(world: World, pki: Pki) -> None:
    with_plan(world, terminal=_terminal_listing(pki, pki.eservice_tls.certificate_der))
    outcome = _must_end_early(world)
    assert outcome == EidFailed(UNTRUSTED, EidFailure.TLS_UNTRUSTED, ResultMinor.TRUSTED_CHANNEL_FAILED)


def test_empty_list_lists_nothing(world: World, pki: Pki) -> None:
    with_plan(world, terminal=_terminal_listing(pki))
    assert _must_end_early(world).failure is EidFailure.TLS_UNTRUSTED


def test_certificate_exchanged_later_is_noticed(world: World) -> None:
    def exchange(number: int, message: ServerMessage) -> ServerMessage:
        if number == 3:
            world.server_certificate = b"another certificate"
        return message

    world.distort = exchange
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.TLS_UNTRUSTED
    assert outcome.refresh_url == UNTRUSTED, "the service itself is listed: the way back is open"


def _terminal_listing(pki: Pki, *certificates: bytes) -> object:
    authority = pki.authority
    return issue_terminal(
        authority.document_verifier, pki.sector_public_key, SERVICE, certificates, pki.clock().date()
    )


def test_description_without_subject_url(world: World) -> None:
    description = CertificateDescription.of(issuer_name="I", subject_name="S", subject_url="", terms="T")
    _first_input(world, description=description)
    outcome = _must_end_early(world)
    expected = EidFailed(CLIENT_ERROR, EidFailure.DESCRIPTION_MISMATCH, ResultMinor.PARAMETER_ERROR)
    assert outcome == expected


def test_description_of_another_certificate(world: World) -> None:
    other = make_plan(world.pki).terminal.description
    described = CertificateDescription.of(
        issuer_name=other.issuer_name, subject_name="Somebody else", subject_url=SERVICE, terms="T"
    )
    _first_input(world, description=described)
    assert _must_end_early(world).failure is EidFailure.DESCRIPTION_MISMATCH


@pytest.mark.parametrize(
    "url", ["https://other.example/token", "https://service.example:8443/token", "https://example/token"]
)
def test_token_from_another_origin(world: World, url: str) -> None:
    world.pages[url] = world.pages[TOKEN_URL]
    outcome = _must_end_early(world, url)
    assert outcome == EidFailed(CLIENT_ERROR, EidFailure.SAME_ORIGIN, ResultMinor.PARAMETER_ERROR)


@pytest.mark.parametrize("url", ["https://service.example:443/token", "https://SERVICE.example/token"])
def test_same_origin_in_other_words(world: World, url: str) -> None:
    world.pages[url] = world.pages[TOKEN_URL]
    assert isinstance(world.run(url), EidSucceeded)


@pytest.mark.parametrize("kinds", ["no verifier", "two verifiers", "two terminals", "no terminal"])
def test_chain_must_have_one_terminal_and_one_verifier(world: World, kinds: str) -> None:
    certificate, verifier, *_ = _received(world)
    certificates = {
        "no verifier": (certificate,),
        "two verifiers": (certificate, verifier, verifier),
        "two terminals": (certificate, make_plan(world.pki).terminal.certificate, verifier),
        "no terminal": (verifier,),
    }[kinds]
    _first_input(world, certificates=certificates)
    outcome = _must_end_early(world)
    expected = EidFailed(CLIENT_ERROR, EidFailure.CERTIFICATE_INVALID, ResultMinor.INVALID_CERTIFICATE_PATH)
    assert outcome == expected


@pytest.mark.parametrize("types", [("SECertified",), ("SEEndorsed", "HWKeyStore")])
def test_service_that_accepts_no_cards(world: World, types: tuple[str, ...]) -> None:
    _first_input(world, accepted_eid_types=types)
    assert _must_end_early(world).failure is EidFailure.CARD_TYPE_NOT_ACCEPTED


def test_service_that_accepts_cards_among_others(world: World) -> None:
    _first_input(world, accepted_eid_types=("SECertified", "CardCertified"))
    assert isinstance(world.run(), EidSucceeded)


def _trusting(world: World) -> World:
    world.profile = ClientProfile(trusted_roots=(world.plan.authority.roots[-1].certificate,))
    return world


def test_chain_to_our_own_root(world: World) -> None:
    assert isinstance(_trusting(world).run(), EidSucceeded)


def test_chain_that_does_not_reach_our_root(world: World) -> None:
    root = replace(world.plan.authority.roots[-1].certificate, chr="DECVCAOTHER0001")
    world.profile = ClientProfile(trusted_roots=(root,))
    assert _must_end_early(world).failure is EidFailure.CERTIFICATE_INVALID


@pytest.mark.parametrize("which", [0, 1])
def test_damaged_signature_is_found_before_the_pin(world: World, which: int) -> None:
    certificates = list(_received(world))
    damaged = bytes([certificates[which].signature[0] ^ 1]) + certificates[which].signature[1:]
    certificates[which] = replace(certificates[which], signature=damaged)
    _first_input(world, certificates=tuple(certificates))
    assert _must_end_early(_trusting(world)).failure is EidFailure.CERTIFICATE_INVALID


@pytest.mark.parametrize("days", [-1, 3])
def test_certificate_out_of_date_is_found_before_the_pin(world: World, days: int) -> None:
    pki = world.pki
    day = pki.clock().date() - timedelta(days=days)
    authority = pki.authority
    certificates = (pki.eid_server_tls.certificate_der, pki.eservice_tls.certificate_der)
    terminal = issue_terminal(authority.document_verifier, pki.sector_public_key, SERVICE, certificates, day)
    with_plan(world, terminal=terminal)
    assert _must_end_early(_trusting(world)).failure is EidFailure.CERTIFICATE_INVALID


def test_without_roots_of_our_own_the_card_judges_the_chain(world: World) -> None:
    certificates = list(_received(world))
    damaged = bytes([certificates[1].signature[0] ^ 1]) + certificates[1].signature[1:]
    certificates[1] = replace(certificates[1], signature=damaged)
    _first_input(world, certificates=tuple(certificates))
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CARD_PROTOCOL
    assert len(world.asked_for(AskCitizen)) == 1


def test_first_broken_check_counts(world: World) -> None:
    world.pages["https://other.example/token"] = world.pages[TOKEN_URL]
    description = CertificateDescription.of(issuer_name="I", subject_name="S", subject_url="", terms="T")
    _first_input(world, description=description, certificates=_received(world)[:1])
    failure = _must_end_early(world, "https://other.example/token").failure
    assert failure is EidFailure.CERTIFICATE_INVALID


def test_rights_without_any_template_are_all_optional(world: World) -> None:
    _first_input(world, required_chat=None, optional_chat=None)
    world.run()
    (asked,) = world.asked_for(AskCitizen)
    assert isinstance(asked, AskCitizen)
    assert asked.request.required == frozenset()
    assert asked.request.optional == world.plan.terminal.certificate.chat.rights - {
        AccessRight.AGE_VERIFICATION,
        AccessRight.COMMUNITY_VERIFICATION,
    }


def test_rights_beyond_the_certificate_are_not_asked(world: World) -> None:
    chat = world.plan.terminal.certificate.chat
    greedy = replace(
        chat, rights=NAMES | {AccessRight.CAN_ALLOWED, AccessRight.PIN_MANAGEMENT, AccessRight.SEX}
    )
    _first_input(world, required_chat=greedy, optional_chat=greedy)
    world.run()
    (asked,) = world.asked_for(AskCitizen)
    assert isinstance(asked, AskCitizen)
    assert (asked.request.required, asked.request.optional) == (NAMES, frozenset())


def test_way_back_after_a_foreign_token_leads_over_listed_servers_only(world: World) -> None:
    world.pages["https://other.example/token"] = world.pages[TOKEN_URL]
    world.pages[REFRESH] = replace(world.page(200), certificate=b"unlisted")
    outcome = _must_end_early(world, "https://other.example/token")
    assert (outcome.refresh_url, outcome.failure) == (COMMUNICATION_ERROR, EidFailure.SAME_ORIGIN)


def test_redirector_of_the_token_must_be_listed_too(world: World) -> None:
    page = world.page(303, location=f"{SERVICE}/there")
    world.pages[TOKEN_URL] = replace(page, certificate=b"unlisted redirector")
    world.pages[f"{SERVICE}/there"] = world.page(200, token())
    outcome = _must_end_early(world)
    assert outcome.failure is EidFailure.TLS_UNTRUSTED
