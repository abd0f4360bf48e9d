"""What the card is asked for, what its answers come to, and what a scenario pretends."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from backend_world import ERIKA, SERVICE, BackendWorld
from raw_citizen import RawCaller, code_of
from raw_login import RawLogin

from cardreader.chat import AccessRight
from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id.eid_outcomes import get_result_problem, use_id_problem
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.tables import JsonObject
from sandbox.eid_server import eid_interface as eid

MINORS = {value for name, value in vars(eid).items() if name.isupper() and isinstance(value, str)}


@pytest.fixture
def terminal(world: BackendWorld, client: BochumId) -> RawCaller:
    return RawCaller.of_terminal(world, client)


@pytest.fixture
def comparing(world: BackendWorld) -> Iterator[None]:
    """Let the service ask for an age of 16 and for Bochum as place of residence."""
    services = world.backend.catalogue.services
    service = services[SERVICE]
    asked: JsonObject = {
        "required": ["RestrictedID"],
        "optional": [],
        "ageVerification": 16,
        "placeVerification": "0276",
    }
    services[SERVICE] = replace(service, definition={**service.definition, "identification": asked})
    yield
    services[SERVICE] = service


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        ("document.revoked", "eid-document-revoked"),
        ("document.expired", "eid-document-expired"),
        ("document.denied", "eid-document-denied"),
    ],
)
def test_a_scenario_takes_a_genuine_card_for_another(terminal: RawCaller, scenario: str, code: str) -> None:
    login = RawLogin.begin(terminal, "eid", scenario)
    refused = login.read_card(ERIKA)
    assert (refused.status_code, code_of(refused)) == (403, code)
    shown = terminal("GET", f"/v1/login-attempts/{login.id}").json()
    assert (shown["state"], shown["problem"]["code"]) == ("failed", code)


def test_a_busy_eid_server_is_a_scenario(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal, "eid", "eid.serverBusy")
    elements = terminal.world.elements_behind(login.begun["eid"]["tcTokenUrl"])
    assert elements["ServerAddress"] == ""
    refused = login.report(f"{elements['CommunicationErrorAddress']}?ResultMajor=error")
    assert code_of(refused) == "eid-server-busy"
    assert terminal.world.eid.requests == []


@pytest.mark.usefixtures("comparing")
def test_age_and_place_are_compared_on_the_card(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal, "eid", serviceId=SERVICE)
    assert login.begun["eid"]["attributes"] == {
        "required": ["RestrictedID"],
        "optional": [],
        "ageVerification": 16,
        "placeVerification": "0276",
    }
    terminal.world.elements_behind(login.begun["eid"]["tcTokenUrl"])
    (request,) = terminal.world.eid.requests
    compared = {AccessRight.AGE_VERIFICATION, AccessRight.COMMUNITY_VERIFICATION}
    assert request.required == compared | {AccessRight.RESTRICTED_IDENTIFICATION}
    assert (request.age, request.community_id) == (16, "0276")


@pytest.mark.usefixtures("comparing")
@pytest.mark.parametrize(
    ("age", "place", "code"),
    [
        (False, True, "eid-too-young"),
        (True, False, "eid-not-resident"),
        (False, False, "eid-too-young"),
        (None, True, "eid-attribute-missing"),
        (True, None, "eid-attribute-missing"),
        (True, True, None),
    ],
)
def test_a_card_that_says_no_is_refused(
    terminal: RawCaller, *, age: bool | None, place: bool | None, code: str | None
) -> None:
    login = RawLogin.begin(terminal, "eid", serviceId=SERVICE)
    elements = terminal.world.elements_behind(login.begun["eid"]["tcTokenUrl"])
    result = replace(ERIKA.result(), fulfils_age_verification=age, fulfils_place_verification=place)
    terminal.world.eid.script(result)
    response = login.report(f"{elements['RefreshAddress']}?ResultMajor=ok")
    if code is None:
        assert response.status_code == 200
    else:
        assert code_of(response) == code


def test_every_minor_of_the_eid_server_has_a_meaning_of_its_own() -> None:
    """Contract section 11, below the table."""
    assert {minor.rpartition("#")[2]: _code(minor).slug for minor in sorted(MINORS) if "#" in minor} == {
        "deniedDocument": "eid-document-denied",
        "invalidDocument": "eid-document-invalid",
        "invalidSession": "eid-timeout",
        "missingArgument": "eid-configuration",
        "missingTerminalRights": "eid-configuration",
        "tooManyOpenSessions": "eid-server-busy",
        eid.EXPIRED_DOCUMENT.rpartition("#")[2]: "eid-document-expired",
    }


def _code(minor: str) -> Code:
    if "/useID#" in minor:
        return use_id_problem(eid.UseIdError(minor)).code
    return get_result_problem(eid.EidError(minor)).code
