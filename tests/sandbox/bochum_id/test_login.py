"""Signing in by eID: links and codes work once, in time, at one terminal; every failure has its cause."""

import pytest
from backend_world import ERIKA, OTTO, SERVICE, BackendWorld, Person

from cardreader.chat import AccessRight
from cardreader.eid_client.result import ResultMinor
from kiosk.bochum_id import login as kiosk_login
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Garbage, Problem, Refused, Unreachable
from kiosk.bochum_id.values import AccountMode, Level, LoginAttempt
from sandbox.eid_server import eid_interface as eid


def refusal(error: BackendError) -> Problem:
    assert isinstance(error.fault, Refused), error
    return error.fault.problem


def test_a_first_visit_makes_an_account_and_the_next_one_finds_it(
    world: BackendWorld, client: BochumId
) -> None:
    newcomer = Person("Neu", "Nina", b"\x77" * 32)
    first = world.sign_in(client, newcomer)
    second = world.sign_in(client, newcomer)
    assert (first.account_mode, second.account_mode) == (AccountMode.CREATE, AccountMode.EXISTING)
    assert first.level is Level.HOCH
    assert second.display_name == "N. Neu"


def test_a_transient_visit_leaves_no_account(world: BackendWorld, client: BochumId) -> None:
    passer_by = Person("Gast", None, b"\x78" * 32)
    for _ in range(2):
        session = world.sign_in(client, passer_by, AccountMode.TRANSIENT)
        assert session.account_mode is AccountMode.TRANSIENT
    assert session.display_name == "Gast"


def test_the_eid_server_is_asked_only_when_the_link_is_opened_and_only_for_what_is_needed(
    world: BackendWorld, client: BochumId
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    assert world.eid.requests == []
    world.token_elements(attempt)
    (request,) = world.eid.requests
    assert request.required == {
        AccessRight.FAMILY_NAMES,
        AccessRight.GIVEN_NAMES,
        AccessRight.DATE_OF_BIRTH,
        AccessRight.ADDRESS,
        AccessRight.RESTRICTED_IDENTIFICATION,
    }
    assert request.optional == {AccessRight.DOCTORAL_DEGREE}
    assert request.transaction_info == f"Terminal BB-MITTE-03 - Code {attempt.confirmation_code}"


def test_the_tc_token_has_every_element(world: BackendWorld, client: BochumId) -> None:
    elements = world.token_elements(client.begin_login(SERVICE, "de"))
    origin = world.server.origins.eservice
    assert elements["ServerAddress"] == "https://localhost:1/paos"
    assert elements["SessionIdentifier"] == world.eid.last_session
    assert elements["RefreshAddress"].startswith(f"{origin}/eid/refresh/")
    assert elements["CommunicationErrorAddress"].startswith(f"{origin}/eid/error/")
    assert elements["Binding"] == "urn:liberty:paos:2006-08"
    assert elements["PathSecurity-Protocol"] == "urn:ietf:rfc:4279"
    assert bytes.fromhex(elements["PSK"]) == b"\x0f" * 32


def test_a_link_works_once(world: BackendWorld, client: BochumId) -> None:
    attempt = client.begin_login(SERVICE, "de")
    world.token_elements(attempt)
    assert world.get(attempt.tc_token_url).status_code == 410
    assert len(world.eid.requests) == 1


def test_a_link_works_for_a_minute(world: BackendWorld, client: BochumId) -> None:
    in_time, too_late = client.begin_login(SERVICE, "de"), None
    world.clock.advance(59)
    assert world.get(in_time.tc_token_url).status_code == 200
    too_late = client.begin_login(SERVICE, "de")
    world.clock.advance(60)
    assert world.get(too_late.tc_token_url).status_code == 410


def test_a_link_of_a_cancelled_or_replaced_attempt_is_dead(world: BackendWorld, client: BochumId) -> None:
    cancelled = client.begin_login(SERVICE, "de")
    client.cancel_login(cancelled)
    replaced = client.begin_login(SERVICE, "de")
    client.begin_login(SERVICE, "de")
    assert world.get(cancelled.tc_token_url).status_code == 410
    assert world.get(replaced.tc_token_url).status_code == 410
    assert world.eid.requests == []


def test_an_unknown_link_is_unknown(world: BackendWorld) -> None:
    assert world.get(f"{world.server.origins.eservice}/eid/tctoken/{'A' * 43}").status_code == 404


def test_looking_at_the_refresh_address_changes_nothing(world: BackendWorld, client: BochumId) -> None:
    attempt = client.begin_login(SERVICE, "de")
    refresh_url = world.read_card(attempt, ERIKA.result())
    before = world.get(refresh_url)
    unknown = world.get(f"{world.server.origins.eservice}/eid/refresh/{'B' * 43}")
    assert before.status_code == unknown.status_code == 200
    assert before.content == unknown.content
    assert client.finish_login(attempt, refresh_url).display_name == "E. Mustermann"


@pytest.mark.parametrize(
    ("refused", "code"),
    [
        (eid.UseIdError(eid.TOO_MANY_OPEN_SESSIONS), "eid-server-busy"),
        (eid.UseIdError(eid.MISSING_TERMINAL_RIGHTS), "eid-configuration"),
        (eid.UseIdError("urn:unheard-of"), "eid-server-unavailable"),
    ],
)
def test_a_refused_use_id_gives_an_error_token_and_a_cause(
    world: BackendWorld, client: BochumId, refused: eid.UseIdError, code: str
) -> None:
    world.eid.refusal = refused
    attempt = client.begin_login(SERVICE, "de")
    elements = world.token_elements(attempt)
    error_address = elements.pop("CommunicationErrorAddress")
    assert error_address.startswith(f"{world.server.origins.eservice}/eid/error/")
    assert set(elements.values()) == {""}
    assert {"ServerAddress", "SessionIdentifier", "RefreshAddress", "Binding", "PSK"} <= elements.keys()
    problem = client.attempt_problem(attempt)
    assert problem is not None
    assert problem.code == code
    assert world.get(error_address).status_code == 200


def test_an_unreachable_eid_server_is_a_cause_too(world: BackendWorld, client: BochumId) -> None:
    world.eid.reachable = False
    attempt = client.begin_login(SERVICE, "de")
    assert world.token_elements(attempt)["RefreshAddress"] == ""
    problem = client.attempt_problem(attempt)
    assert problem is not None
    assert (problem.code, problem.retryable) == ("eid-server-unavailable", True)


@pytest.mark.parametrize(
    ("answer", "query", "code"),
    [
        (eid.EidError(str(ResultMinor.CANCELLATION_BY_USER)), "ResultMajor=ok", "eid-cancelled"),
        (eid.EidError(eid.INVALID_DOCUMENT), "ResultMajor=ok", "eid-document-invalid"),
        (eid.EidError(eid.EXPIRED_DOCUMENT), "ResultMajor=ok", "eid-document-expired"),
        (eid.EidError(eid.INVALID_SESSION), "ResultMajor=ok", "eid-timeout"),
        (eid.NoResultYet(), "ResultMajor=error&ResultMinor=cancellationByUser", "eid-cancelled"),
        (eid.NoResultYet(), "ResultMajor=error&ResultMinor=clientError", "eid-timeout"),
        (eid.NoResultYet(), "", "eid-timeout"),
        (ERIKA.result(), "ResultMajor=error&ResultMinor=communicationError", "eid-timeout"),
        (ERIKA.result(ADDRESS=eid.Operation.PROHIBITED), "ResultMajor=ok", "eid-attribute-missing"),
        (ERIKA.result(FAMILY_NAMES=eid.Operation.NOT_ON_CHIP), "ResultMajor=ok", "eid-attribute-missing"),
    ],
)
def test_every_failed_reading_has_its_code_and_stays_failed(
    world: BackendWorld, client: BochumId, answer: eid.GetResultResponse, query: str, code: str
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    refresh_url = world.read_card(attempt, answer, query=query)
    for _ in range(2):
        with pytest.raises(BackendError) as caught:
            client.finish_login(attempt, refresh_url)
        assert refusal(caught.value).code == code
        world.eid.script(ERIKA.result())
    problem = client.attempt_problem(attempt)
    assert problem is not None
    assert problem.code == code


def test_a_deselected_optional_attribute_is_no_failure(world: BackendWorld, client: BochumId) -> None:
    attempt = client.begin_login(SERVICE, "de")
    result = ERIKA.result(DOCTORAL_DEGREE=eid.Operation.PROHIBITED)
    assert client.finish_login(attempt, world.read_card(attempt, result)).level is Level.HOCH


def test_the_client_waits_for_a_late_result(world: BackendWorld, client: BochumId) -> None:
    attempt = client.begin_login(SERVICE, "de")
    refresh_url = world.read_card(attempt, eid.NoResultYet(), eid.NoResultYet(), ERIKA.result())
    client.finish_login(attempt, refresh_url)
    assert world.sleeps == [1.0, 1.0]


def test_the_client_does_not_wait_for_ever(world: BackendWorld, client: BochumId) -> None:
    attempt = client.begin_login(SERVICE, "de")
    refresh_url = world.read_card(attempt, eid.NoResultYet())
    with pytest.raises(BackendError) as caught:
        client.finish_login(attempt, refresh_url)
    assert isinstance(caught.value.fault, Unreachable)


def test_nothing_is_handed_in_for_a_link_that_was_never_opened(world: BackendWorld, client: BochumId) -> None:
    attempt = client.begin_login(SERVICE, "de")
    with world.backend.store.transaction() as db:
        from sandbox.bochum_id.tables import LoginAttempt as Row  # noqa: PLC0415 - the one look inside

        row = db.get(Row, attempt.id)
        assert row is not None
        token = row.refresh_token
    with pytest.raises(BackendError) as caught:
        client.finish_login(attempt, f"{world.server.origins.eservice}/eid/refresh/{token}?ResultMajor=ok")
    assert refusal(caught.value).code == "login-failed"


@pytest.mark.parametrize(
    "foreign", ["https://evil.example", "http://localhost", "https://localhost:1", "x://["]
)
def test_the_terminal_hands_in_no_address_of_another_origin(
    world: BackendWorld, client: BochumId, foreign: str
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    path = world.read_card(attempt, ERIKA.result()).removeprefix(world.server.origins.eservice)
    with pytest.raises(BackendError) as caught:
        client.finish_login(attempt, foreign + path)
    assert isinstance(caught.value.fault, Garbage)


def test_the_refresh_token_of_another_attempt_opens_nothing(
    world: BackendWorld, client: BochumId, other_client: BochumId
) -> None:
    mine = client.begin_login(SERVICE, "de")
    world.read_card(mine, OTTO.result())
    theirs = other_client.begin_login(SERVICE, "de")
    their_url = world.read_card(theirs, ERIKA.result())
    with pytest.raises(BackendError) as caught:
        client.finish_login(mine, their_url)
    assert refusal(caught.value).code == "login-failed"
    other_client.finish_login(theirs, their_url)


def test_an_attempt_cannot_be_finished_seen_or_cancelled_at_another_terminal(
    world: BackendWorld, client: BochumId, other_client: BochumId
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    refresh_url = world.read_card(attempt, ERIKA.result())
    for call in (
        lambda: other_client.finish_login(attempt, refresh_url),
        lambda: other_client.attempt_problem(attempt),
        lambda: other_client.cancel_login(attempt),
    ):
        with pytest.raises(BackendError) as caught:
            call()
        assert refusal(caught.value).code == "not-found"
    client.finish_login(attempt, refresh_url)


def _with(attempt: LoginAttempt, **changes: object) -> LoginAttempt:
    fields = {name: getattr(attempt, name) for name in LoginAttempt.__slots__}
    return LoginAttempt(**(fields | changes))


@pytest.mark.parametrize(
    "stolen", [{"code_verifier": "v" * 64}, {"dpop_key": DpopKey()}], ids=["no verifier", "no key"]
)
def test_a_code_without_verifier_or_key_is_worthless_and_spent(
    world: BackendWorld, client: BochumId, stolen: dict[str, object]
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    refresh_url = world.read_card(attempt, ERIKA.result())
    with pytest.raises(BackendError) as caught:
        client.finish_login(_with(attempt, **stolen), refresh_url)
    assert refusal(caught.value).code == "login-failed"
    with pytest.raises(BackendError) as caught:
        client.finish_login(attempt, refresh_url)
    assert refusal(caught.value).code == "login-failed"


def test_a_code_is_good_for_one_exchange(world: BackendWorld, client: BochumId) -> None:
    attempt = client.begin_login(SERVICE, "de")
    refresh_url = world.read_card(attempt, ERIKA.result())
    client.finish_login(attempt, refresh_url)
    with pytest.raises(BackendError) as caught:
        client.finish_login(attempt, refresh_url)
    assert refusal(caught.value).code == "login-failed"


def test_handing_in_again_gives_the_same_code_until_it_is_too_old(world: BackendWorld) -> None:
    terminal = world.terminal()
    attempt = kiosk_login.begin(terminal, SERVICE, "de")
    refresh_url = world.read_card(attempt, ERIKA.result())

    def code() -> str:
        verified = kiosk_login._result(terminal._transport, terminal, attempt, refresh_url)
        return verified.member("code").text()

    first = code()
    assert code() == first
    world.clock.advance(60)
    with pytest.raises(BackendError) as caught:
        code()
    assert refusal(caught.value).code == "login-failed"
    terminal._transport.close()


def test_an_attempt_lives_five_minutes(world: BackendWorld, client: BochumId) -> None:
    attempt = client.begin_login(SERVICE, "de")
    refresh_url = world.read_card(attempt, ERIKA.result())
    world.clock.advance(300)
    problem = client.attempt_problem(attempt)
    assert problem is not None
    assert problem.code == "eid-timeout"
    with pytest.raises(BackendError) as caught:
        client.finish_login(attempt, refresh_url)
    assert refusal(caught.value).code == "login-failed"
