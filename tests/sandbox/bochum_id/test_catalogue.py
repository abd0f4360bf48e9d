"""The catalogue as it is shipped: whole in both languages, consistent, served with digests and ETag."""

import base64
import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import jwt
import pytest
from backend_world import SERVICE, BackendWorld, running_backend
from raw_citizen import RawCaller, code_of

from kiosk.bochum_id.catalogue import read_catalogue as read_by_the_terminal
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Refused, Untrusted
from kiosk.bochum_id.values import Level, Money
from kiosk.services.shelf import read_shelf
from sandbox.bochum_id import catalogue_signature
from sandbox.bochum_id.catalogue import read_catalogue
from sandbox.bochum_id.eid_outcomes import RIGHTS
from sandbox.bochum_id.key_file import load_or_create

RESOURCES = Path(__file__).parents[3] / "resources"
DOCUMENTS = sorted((RESOURCES / "catalogue").rglob("*.json"))
LANGUAGES = {"de", "en"}


def walk(value: object, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield place, value
        for name, inner in value.items():
            yield from walk(inner, f"{place}/{name}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, f"{place}/{index}")


DEFINITIONS = sorted((RESOURCES / "catalogue" / "services").glob("*.json"))
every_service = pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads(path.read_bytes()))


def definition() -> dict[str, Any]:
    return read(RESOURCES / "catalogue" / "services" / f"{SERVICE}.3.json")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_text_is_there_in_every_language(path: Path) -> None:
    texts = [
        (place, node)
        for place, node in walk(json.loads(path.read_bytes()))
        if ("de" in node or "en" in node) and not place.startswith("/keywords")
    ]
    assert texts
    for place, node in texts:
        assert node.keys() == LANGUAGES, place
        for text in node.values():
            assert text, place


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_picture_exists(path: Path) -> None:
    icons = [node["icon"] for _, node in walk(json.loads(path.read_bytes())) if "icon" in node]
    assert icons
    for icon in icons:
        assert (RESOURCES / "art" / f"icon-{icon}.svg").is_file(), icon


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_sentence_is_longer_than_fifteen_words(path: Path) -> None:
    for place, node in walk(json.loads(path.read_bytes())):
        for text in node.values() if node.keys() == LANGUAGES else ():
            for sentence in text.split(". ") if isinstance(text, str) else ():
                assert len(sentence.split()) <= 15, (place, sentence)


@every_service
def test_a_service_says_all_that_a_visitor_wants_to_know(path: Path) -> None:
    service = read(path)
    for member in (
        "lifeSituations",
        "summary",
        "about",
        "legalBasis",
        "feeNote",
        "bring",
        "result",
        "privacy",
    ):
        assert service[member], member
    assert set(service["keywords"]) >= {"de", "en", "tr", "ar", "uk", "ru", "pl", "ro", "bg", "fr", "fa"}
    words = [word.casefold() for words in service["keywords"].values() for word in words]
    assert all(word == word.strip() and word for word in words)
    assert set(service["audience"]) <= {"citizen", "organisation"}


UNCONFIRMED = {
    SERVICE,
    "svc_gewerbe",
    "svc_hundesteuer_anmelden",
    "svc_hundesteuer_aendern",
    "svc_hundesteuer_abmelden",
}
"""Services with an amount that nobody at the city has confirmed."""


@every_service
def test_an_amount_that_nobody_confirmed_says_so(path: Path) -> None:
    service = read(path)
    marked = service["id"] in UNCONFIRMED
    assert ("Beispielwert" in service["feeNote"]["de"]) is marked
    assert ("sample value" in service["feeNote"]["en"]) is marked
    for fee in service.get("fees", []):
        assert ("Beispielwert" in fee["title"]["de"]) is marked
        assert ("sample value" in fee["title"]["en"]) is marked
        assert fee["legalBasis"]


@every_service
def test_the_card_is_asked_for_what_fills_in_the_form_and_nothing_else(path: Path) -> None:
    service = read(path)
    asked = service.get("identification", {"required": [], "optional": []})
    names = set(asked["required"]) | set(asked["optional"])
    wanted = {
        rule["from"].partition(".")[2]
        for rule in service.get("prefill", [])
        if rule["from"].startswith("eid.")
    }
    assert names <= RIGHTS.keys()
    assert names == wanted | ({"RestrictedID"} if asked["required"] else set())


@every_service
def test_what_leads_to_an_application_ends_in_one(path: Path) -> None:
    service = read(path)
    kinds = [step.get("kind", "form") for step in service.get("steps", [])]
    if service["kioskMode"] in {"localOnly", "external", "infoOnly"}:
        assert kinds == []
        return
    assert kinds[-3:] in (["payment", "submission", "result"], ["summary", "submission", "result"])
    assert ("payment" in kinds) is bool(service["fees"]) is bool(service["payment"]["channels"])
    assert ("attachments" in kinds) is bool(service["attachments"])
    assert ("appointment" in kinds) is ("appointment" in service)
    assert (service["kioskMode"] == "prefillAppointment") is ("appointment" in service)


def test_the_terminal_reads_every_life_situation_with_its_services(client: BochumId) -> None:
    catalogue = client.catalogue()
    assert [topic.id for topic in catalogue.topics] == [
        "umzug",
        "ausweis",
        "auto",
        "hund",
        "nachweise",
        "stadt",
    ]
    assert {name for topic in catalogue.topics for name in topic.service_ids} == {
        each.id for each in catalogue.services
    }
    assert catalogue.topics[0].service_ids[:2] == ("svc_anmeldung", "svc_bewohnerparken")
    assert len(catalogue.services) == 17
    service = catalogue.service(SERVICE)
    assert service.required_level is Level.HOCH
    assert (service.fee_from, service.fee_to) == (Money(0), Money(2700))
    assert service.title.in_language("en") == "Certificate of registration"
    assert "ikamet" in service.keywords.in_language("tr")
    assert "ikamet" in service.keywords.in_all()
    assert (service.min_age, service.is_open) == (16, True)
    assert client.service_definition(service) == definition()


def test_the_server_offers_what_the_shelf_holds(client: BochumId) -> None:
    on_the_shelf = read_shelf(RESOURCES / "catalogue")
    offered = client.catalogue()
    assert on_the_shelf.topics == offered.topics
    assert on_the_shelf.services == tuple(
        replace(each, definition_path="", digest="") for each in offered.services
    )


def test_an_unchanged_catalogue_is_not_sent_again(world: BackendWorld, client: BochumId) -> None:
    first = client.catalogue()
    assert client.catalogue() is first
    raw = RawCaller.of_terminal(world, client)
    fresh = raw("GET", "/v1/catalogue")
    assert fresh.headers["Cache-Control"] == "max-age=300, stale-if-error=604800"
    cached = raw("GET", "/v1/catalogue", headers={"If-None-Match": fresh.headers["ETag"]})
    assert (cached.status_code, cached.content) == (304, b"")


def test_digests_and_signature_hold(world: BackendWorld, client: BochumId) -> None:
    raw = RawCaller.of_terminal(world, client)
    catalogue = raw("GET", "/v1/catalogue").json()
    for service in catalogue["services"]:
        body = raw("GET", service["definition"]).content
        assert service["digest"] == f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
    keys = CatalogueKeys.of_file(world.server.enrol().catalogue_key_path)
    signature = catalogue.pop("signature")
    header = jwt.api_jws.get_unverified_header(signature)
    name = header.pop("kid")
    assert header == {"alg": "ES256", "b64": False, "crit": ["b64"]}
    key = keys.by_id[name]
    jwt.api_jws.decode(
        signature, key, algorithms=["ES256"], detached_payload=catalogue_signature.canonical(catalogue)
    )
    assert key.public_numbers() != world.backend.tokens.key.public_key().public_numbers()


def test_the_key_of_the_catalogue_outlives_a_restart(tmp_path: Path) -> None:
    with running_backend(tmp_path) as first:
        key = first.server.enrol().catalogue_key_path.read_bytes()
        content = first.backend.catalogue.content
    with running_backend(tmp_path) as second:
        assert second.server.enrol().catalogue_key_path.read_bytes() == key
        keys = CatalogueKeys.of_file(second.server.enrol().catalogue_key_path)
        assert read_by_the_terminal(content, keys).version


@pytest.mark.parametrize("number", [0.5, 1e3, 2**53, -(2**53), float("nan")])
def test_a_catalogue_with_a_number_that_readers_differ_on_is_not_signed(number: float) -> None:
    with pytest.raises(ValueError, match="whole numbers"):
        catalogue_signature.canonical({"amount": number})


def test_a_definition_with_another_digest_is_not_believed(client: BochumId) -> None:
    service = client.catalogue().service(SERVICE)
    fields = {name: getattr(service, name) for name in type(service).__slots__}
    with pytest.raises(BackendError) as caught:
        client.service_definition(type(service)(**(fields | {"digest": "sha-256=:AAAA:"})))
    assert isinstance(caught.value.fault, Untrusted)


def test_an_unknown_definition_is_not_there(world: BackendWorld, client: BochumId) -> None:
    raw = RawCaller.of_terminal(world, client)
    for path in (f"/v1/catalogue/services/{SERVICE}/versions/2", "/v1/catalogue/services/x/versions/1"):
        assert code_of(raw("GET", path)) == "not-found"
    assert code_of(raw("GET", f"/v1/catalogue/services/{SERVICE}/versions/x")) == "validation-failed"


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (b"{", "not a usable"),
        (b'{"dataSchema": {"type": 5}}', "not a usable"),
        (b'{"dataSchema": {}}', "another"),
    ],
)
def test_a_broken_definition_names_its_file(tmp_path: Path, broken: bytes, says: str) -> None:
    (tmp_path / "services").mkdir()
    (tmp_path / "catalogue.json").write_bytes((RESOURCES / "catalogue" / "catalogue.json").read_bytes())
    (tmp_path / "services" / f"{SERVICE}.3.json").write_bytes(broken)
    with pytest.raises(ValueError, match=says) as caught:
        read_catalogue(tmp_path, load_or_create(tmp_path / "key.pem"))
    assert f"{SERVICE}.3.json" in str(caught.value)


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("GET", "/v1/nowhere", "not-found"),
        ("GET", "/", "not-found"),
        ("PUT", "/v1/status", "method-not-allowed"),
    ],
)
def test_even_a_wrong_address_gets_a_problem(
    world: BackendWorld, client: BochumId, method: str, path: str, code: str
) -> None:
    assert code_of(RawCaller.of_terminal(world, client)(method, path)) == code


def test_problems_speak_the_citizens_language_and_keep_the_trace(
    world: BackendWorld, client: BochumId
) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    headers = {"Accept-Language": "en-GB,en;q=0.9", "traceparent": f"00-{trace}-00f067aa0ba902b7-01"}
    english = RawCaller.of_terminal(world, client)("GET", "/v1/nowhere", headers=headers)
    assert (english.json()["title"], english.headers["Content-Language"]) == ("Not found", "en")
    assert english.json()["traceId"] == trace


def test_the_status_is_public_and_a_heartbeat_is_not(world: BackendWorld, client: BochumId) -> None:
    raw = RawCaller.of_terminal(world, client)
    beat = {
        "seq": 1,
        "bootId": "b",
        "uptime": 1,
        "software": {"kiosk": "0.1.0"},
        "mode": "idle",
        "devices": [{"id": "reader", "kind": "eid", "state": "ok"}],
    }
    answer = raw("POST", "/v1/terminals/self/heartbeats", beat)
    assert answer.json()["catalogueEtag"].startswith("cat-")
    assert (
        code_of(raw("POST", "/v1/terminals/self/heartbeats", {**beat, "name": "Erika"}))
        == "validation-failed"
    )
    assert raw("GET", "/v1/status", headers={"Authorization": ""}).json()["status"] == "ok"


def test_help_is_called(client: BochumId) -> None:
    assert client.call_assistance() is True


def test_refusals_of_the_client_name_the_code_and_no_value(world: BackendWorld, client: BochumId) -> None:
    with pytest.raises(BackendError) as caught:
        client.create_application(client.catalogue().service(SERVICE))
    assert isinstance(caught.value.fault, Refused)
    assert "session-ended" in str(caught.value)


def test_the_backend_describes_itself_in_openapi(world: BackendWorld, client: BochumId) -> None:
    document = RawCaller.of_terminal(world, client)("GET", "/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert "/v1/applications/{application_id}/submission" in document["paths"]


@pytest.mark.parametrize(
    ("member", "value", "code"),
    [
        ("available", {"state": "closed"}, "service-closed"),
        ("kioskMode", "external", "service-not-at-terminal"),
        ("kioskMode", "infoOnly", "service-not-at-terminal"),
    ],
)
def test_what_the_catalogue_does_not_offer_cannot_be_applied_for(
    tmp_path: Path, member: str, value: object, code: str
) -> None:
    shutil.copytree(RESOURCES / "catalogue", tmp_path / "catalogue")
    path = tmp_path / "catalogue" / "services" / f"{SERVICE}.3.json"
    path.write_text(json.dumps(read(path) | {member: value}), encoding="utf-8")
    with running_backend(tmp_path / "state", catalogue=tmp_path / "catalogue") as world:
        client = world.client()
        world.sign_in(client)
        with pytest.raises(BackendError) as caught:
            client.create_application(client.catalogue().service(SERVICE))
        assert isinstance(caught.value.fault, Refused)
        assert caught.value.fault.problem.code == code
        client.close()
