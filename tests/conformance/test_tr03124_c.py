"""TR-03124-2, modules C2 and C3: the rights sent to the card, and the certificates put to it."""

import pytest

from cardreader.chat import AccessRight
from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client.outcome import EidSucceeded
from cardreader.eid_client.paos_messages import DidAuthenticateResponse, Eac1Output
from cardreader.eid_client.result import OK
from tests.conformance import cv_world
from tests.conformance.bed import Bed
from tests.conformance.cv_world import links
from tests.conformance.eid_script import chain_names

OLD, MIDDLE, NEW = 1, 2, 3
"""Roots: the old one of the card, that of the client's store, the newest one."""


def announced(bed: Bed) -> frozenset[AccessRight]:
    assert bed.card.announced is not None
    return bed.card.announced.rights


@pytest.mark.tr03124("EID_CLIENT_C2_01")
def test_no_right_is_sent_that_was_not_shown(bed: Bed) -> None:
    bed.run_well()
    assert bed.asked is not None
    shown = bed.asked.request.required | bed.asked.request.optional
    assert announced(bed) == shown
    assert AccessRight.CAN_ALLOWED not in shown


@pytest.mark.tr03124("EID_CLIENT_C2_02")
def test_every_right_is_declined(bed: Bed) -> None:
    outcome = bed.run(declines=frozenset(AccessRight))
    assert isinstance(outcome, EidSucceeded)
    (eac1,) = bed.script.outputs(Eac1Output)
    assert eac1.chat is not None
    assert (eac1.chat.rights, eac1.chat.unnamed_bits) == (frozenset(), 0)
    assert bed.card.announced == eac1.chat


def _newest(bed: Bed, *given: CvCertificate) -> list[str]:
    """Hang the service on the newest root; send `given` along. Return the names of verifier and terminal."""
    terminal = cv_world.terminal(cv_world.document_verifier(NEW), bed.script.terminal.description)
    bed.script.terminal = terminal
    bed.script.certificates = (terminal.certificate, terminal.verifier, *reversed(given))
    return chain_names((terminal.verifier, terminal.certificate))


def _root(number: int) -> CvCertificate:
    return cv_world.root(number).certificate


def _references(bed: Bed) -> tuple[str, ...]:
    (eac1,) = bed.script.outputs(Eac1Output)
    assert [answer.result for answer in bed.script.heard_of(DidAuthenticateResponse)] == [OK, OK]
    return eac1.authority_references


@pytest.mark.tr03124("EID_CLIENT_C3_01")
def test_old_card_and_complete_chain(bed: Bed) -> None:
    bed.trust(_root(OLD), card=(_root(OLD),))
    ends = _newest(bed, *links(OLD, NEW - 1))
    bed.run_well()
    assert bed.card.certificates == [*chain_names(links(OLD, NEW - 1)), *ends]
    assert _references(bed) == ()


@pytest.mark.tr03124("EID_CLIENT_C3_02")
def test_old_card_and_a_chain_that_reaches_the_clients_root(bed: Bed) -> None:
    bed.trust(_root(MIDDLE), card=(_root(OLD),))
    ends = _newest(bed, *links(MIDDLE, NEW - 1))
    bed.script.later_certificates = links(OLD, MIDDLE - 1)
    bed.run_well()
    assert _references(bed) == (_root(OLD).chr,)
    assert bed.card.certificates == [*chain_names(links(OLD, NEW - 1)), *ends]


@pytest.mark.tr03124("EID_CLIENT_C3_03")
def test_old_card_and_links_that_come_later(bed: Bed) -> None:
    bed.trust(card=(_root(OLD),))
    ends = _newest(bed)
    bed.script.later_certificates = links(OLD, NEW - 1)
    bed.run_well()
    assert _references(bed) == (_root(OLD).chr,)
    assert bed.card.certificates == [*chain_names(links(OLD, NEW - 1)), *ends]


@pytest.mark.tr03124("EID_CLIENT_C3_04")
def test_card_with_two_roots_and_complete_chain(bed: Bed) -> None:
    bed.trust(_root(OLD), card=(_root(NEW), _root(NEW - 1)))
    ends = _newest(bed, *links(OLD, NEW - 1))
    bed.run_well()
    assert bed.card.certificates == ends


@pytest.mark.tr03124("EID_CLIENT_C3_05")
def test_card_with_two_roots_and_a_chain_that_reaches_the_clients_root(bed: Bed) -> None:
    bed.trust(_root(MIDDLE), card=(_root(NEW), _root(NEW - 1)))
    ends = _newest(bed, *links(MIDDLE, NEW - 1))
    bed.run_well()
    assert bed.card.certificates == ends


@pytest.mark.tr03124("EID_CLIENT_C3_06")
def test_card_with_two_roots_and_no_link(bed: Bed) -> None:
    bed.trust(card=(_root(NEW), _root(NEW - 1)))
    ends = _newest(bed)
    bed.run_well()
    assert bed.card.certificates == ends


@pytest.mark.tr03124("EID_CLIENT_C3_07")
def test_new_card_and_complete_chain(bed: Bed) -> None:
    bed.trust(_root(OLD), card=(_root(NEW),))
    ends = _newest(bed, *links(OLD, NEW - 1))
    bed.run_well()
    assert bed.card.certificates == ends


@pytest.mark.tr03124("EID_CLIENT_C3_08")
def test_new_card_and_no_link(bed: Bed) -> None:
    bed.trust(_root(NEW), card=(_root(NEW),))
    ends = _newest(bed)
    bed.run_well()
    assert bed.card.certificates == ends
