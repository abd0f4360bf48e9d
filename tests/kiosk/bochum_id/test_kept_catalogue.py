"""The catalogue between city and cache: asked for cheaply, believed when signed, there in an outage."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from backend_world import SERVICE, BackendWorld
from scripted_server import Script, ScriptedServer, answer
from signed import DEFINITION, STRANGER, document, keys, signed

from kiosk.bochum_id.catalogue_cache import CatalogueCache
from kiosk.bochum_id.errors import BackendError, Garbage, Unreachable, Untrusted
from kiosk.bochum_id.kept_catalogue import KeptCatalogue
from kiosk.bochum_id.terminal_key import PemTerminalKey
from kiosk.bochum_id.terminal_profiles import AssertedTerminal
from kiosk.bochum_id.timing import Timing
from kiosk.bochum_id.transport import Transport
from sandbox.bochum_id.key_file import load_or_create

TOKEN = answer(200, b'{"access_token": "t", "token_type": "DPoP", "expires_in": 600}')
SIGNED = answer(200, signed(), extra='ETag: "one"\r\n')
NOT_MODIFIED = answer(304, extra='ETag: "one"\r\n')
FORGED = answer(200, signed({**document(), "version": "forged"}, STRANGER), extra='ETag: "two"\r\n')
OLD_SIGNATURE = answer(200, signed().replace(b'"amount": 2700', b'"amount": 100'), extra='ETag: "two"\r\n')
DOWN = answer(404, b"<html>", "text/html")

type Opened = Callable[..., KeptCatalogue]


@pytest.fixture
def opened(server: ScriptedServer, tmp_path: Path) -> Iterator[Opened]:
    """Makes what a new process has: nothing in memory, and the cache of the one before."""
    load_or_create(tmp_path / "terminal.pem")
    key = PemTerminalKey("T-1", (tmp_path / "terminal.pem").read_bytes(), "a file")
    transports: list[Transport] = []

    def open_anew(*scripts: Script, cached: bool = True) -> KeptCatalogue:
        server.seen.clear()
        server.play([TOKEN, *scripts])
        timing = Timing(sleep=lambda _seconds: None)
        transports.append(Transport(server.origin, software_version="0", ca_bundle=None, timing=timing))
        cache = CatalogueCache(tmp_path / "cache", keys(), timing.now) if cached else None
        return KeptCatalogue(AssertedTerminal(transports[-1], key), keys(), cache)

    yield open_anew
    for transport in transports:
        transport.close()


def fault_of(asked: Callable[[], object]) -> object:
    with pytest.raises(BackendError) as caught:
        asked()
    return caught.value.fault


def test_a_restart_asks_with_the_etag_of_the_process_before(opened: Opened, server: ScriptedServer) -> None:
    first = opened(SIGNED).fetch()
    assert "if-none-match" not in server.seen[-1].headers
    again = opened(NOT_MODIFIED)
    assert again.fetch() == first
    assert server.seen[-1].headers["if-none-match"] == '"one"'
    assert again.fetch() is again.fetch(), "and knows it from then on"


def test_without_a_cache_a_restart_asks_for_all_of_it(opened: Opened, server: ScriptedServer) -> None:
    opened(SIGNED, cached=False).fetch()
    later = opened(SIGNED, cached=False)
    assert later.kept() is None
    later.fetch()
    assert "if-none-match" not in server.seen[-1].headers


@pytest.mark.parametrize("script", [FORGED, OLD_SIGNATURE], ids=["another key", "another fee"])
def test_a_catalogue_that_the_city_did_not_sign_is_neither_believed_nor_kept(
    opened: Opened, script: Script
) -> None:
    online = opened(SIGNED, answer(200, DEFINITION))
    before = online.fetch()
    online.keep_definitions(before)
    attacked = opened(script)
    assert isinstance(fault_of(attacked.fetch), Untrusted)
    assert attacked.kept() == before


def test_not_modified_is_no_answer_to_who_knows_nothing(opened: Opened) -> None:
    assert isinstance(fault_of(opened(NOT_MODIFIED).fetch), Garbage)


def test_every_definition_is_kept_and_then_read_without_asking(
    opened: Opened, server: ScriptedServer
) -> None:
    online = opened(SIGNED, answer(200, DEFINITION))
    catalogue = online.fetch()
    online.keep_definitions(catalogue)
    asked = len(server.seen)
    online.keep_definitions(catalogue)
    assert len(server.seen) == asked
    cut_off = opened(DOWN)
    kept = cut_off.kept()
    assert kept == catalogue
    assert cut_off.definition(kept.service(SERVICE)) == DEFINITION
    assert server.seen == []


def test_a_catalogue_of_which_not_all_can_be_read_is_not_offered_for_an_outage(opened: Opened) -> None:
    online = opened(SIGNED, answer(200, DEFINITION))
    catalogue = online.fetch()
    assert online.kept() is None
    online.definition(catalogue.services[0])
    assert online.kept() == catalogue


def test_a_definition_with_another_digest_is_neither_believed_nor_kept(opened: Opened) -> None:
    online = opened(SIGNED, answer(200, DEFINITION + b" "), answer(200, DEFINITION))
    service = online.fetch().service(SERVICE)
    assert isinstance(fault_of(lambda: online.definition(service)), Untrusted)
    assert online.definition(service) == DEFINITION


def test_the_sandbox_and_the_client_agree_and_an_outage_is_survived(
    world: BackendWorld, tmp_path: Path
) -> None:
    client = world.client(cache_dir=tmp_path)
    catalogue = client.catalogue()
    client.keep_definitions(catalogue)
    client.close()
    later = world.client(cache_dir=tmp_path)
    world.server.set_available(available=False)
    try:
        assert isinstance(fault_of(later.catalogue), Unreachable)
        assert later.kept_catalogue() == catalogue
        assert later.service_definition(catalogue.service(SERVICE))["id"] == SERVICE
    finally:
        world.server.set_available(available=True)
    world.clock.advance(600)
    assert later.catalogue() == catalogue
    later.close()
