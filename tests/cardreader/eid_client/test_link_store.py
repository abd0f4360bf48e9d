"""What is remembered of verified chains, and how far a path among certificates may lead."""

import pytest

from cardreader.apdu import CommandApdu
from cardreader.eid_client.certificate_chain import chain_from
from cardreader.eid_client.exchange import CardAnswered, Done, SendToCard, ask
from cardreader.eid_client.link_store import LinkStore
from tests.conformance import cv_world

DESCRIPTION = cv_world.description([], subject_url="https://service.example")
TERMINAL = cv_world.terminal(cv_world.document_verifier(2), DESCRIPTION)
CHAIN = (cv_world.root(1).certificate, cv_world.link(1), TERMINAL.verifier, TERMINAL.certificate)


def test_only_link_certificates_are_kept_and_each_once() -> None:
    store = LinkStore()
    assert store.links == ()
    store.keep_from(CHAIN)
    store.keep_from(CHAIN)
    assert store.links == (cv_world.link(1),)
    store.keep_from((cv_world.root(2).certificate, cv_world.link(2)))
    assert store.links == (cv_world.link(1), cv_world.link(2))


@pytest.mark.parametrize(("links", "found"), [(10, True), (11, False)])
def test_path_of_too_many_links_is_none(links: int, *, found: bool) -> None:
    terminal = cv_world.terminal(cv_world.document_verifier(links + 1), DESCRIPTION)
    others = (terminal.verifier, *cv_world.links(1, links))
    chain = chain_from({cv_world.root(1).certificate.chr}.__contains__, terminal.certificate, others)
    assert (chain is not None) is found


def test_answer_of_the_wrong_kind_is_a_bug_of_the_driver() -> None:
    run = ask(SendToCard(CommandApdu(0x00, 0xA4, 0x04, 0x0C)), CardAnswered)
    next(run)
    with pytest.raises(TypeError, match="SendToCard was answered with Done"):
        run.send(Done())
