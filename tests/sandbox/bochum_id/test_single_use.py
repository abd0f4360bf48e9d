"""What works once works once, also when eight threads try at the same moment."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from backend_world import ERIKA, BackendWorld, running_backend
from certified_terminal import ask, csr, technicians_code
from cryptography.hazmat.primitives.asymmetric import ec
from raw_citizen import RawCaller, code_of
from raw_login import PATH, SAMPLES, RawLogin, app_code, sent_code, state_of
from sqlalchemy import func, select

from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id.tables import CitizenSession, Tally
from sandbox.eid_server.eid_interface import UseIdError, UseIdRequest, UseIdResponse
from sandbox.postgres_service import PostgresService

AT_ONCE = 8


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def module_world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BackendWorld]:
    """A writer at a time, or as many as come: nothing may work twice on either."""
    database = None
    if request.param == "postgresql":
        postgres: PostgresService = request.getfixturevalue("postgres")
        database = postgres.database()
    with running_backend(tmp_path_factory.mktemp("backend"), database) as world:
        yield world


@pytest.fixture
def terminal(world: BackendWorld, client: BochumId) -> RawCaller:
    world.clock.advance(24 * 3600)
    return RawCaller.of_terminal(world, client)


def all_at_once(call: Callable[[int], requests.Response], count: int = AT_ONCE) -> list[requests.Response]:
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(call, range(count)))


def statuses(responses: list[requests.Response]) -> dict[int, int]:
    return dict(Counter(response.status_code for response in responses))


def password_steps_done(world: BackendWorld, name: str, count: int) -> list[RawLogin]:
    """Attempts at as many terminals that all await the same person's second factor."""
    logins = []
    for number in range(count):
        login = RawLogin.begin(RawCaller.of_terminal(world, world.client(f"BB-ONCE-{number:02}")))
        login.give_right_password(name)
        logins.append(login)
    return logins


def test_a_link_opens_one_session_at_the_eid_server(terminal: RawCaller) -> None:
    link = RawLogin.begin(terminal, "eid").begun["eid"]["tcTokenUrl"]
    assert statuses(all_at_once(lambda _: terminal.world.get(link))) == {200: 1, 410: AT_ONCE - 1}
    assert len(terminal.world.eid.requests) == 1


def test_a_code_opens_one_session(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal, "eid")
    code = login.read_card(ERIKA).json()["code"]
    opened = all_at_once(lambda _: login.exchange(code, "transient"))
    assert statuses(opened) == {201: 1, 401: AT_ONCE - 1}
    with terminal.world.backend.store.transaction() as db:
        living = select(func.count()).where(
            CitizenSession.ended_reason.is_(None), CitizenSession.terminal_id == "BB-MITTE-03"
        )
        assert db.scalar(living) == 1


def test_an_apps_code_signs_in_at_one_terminal(terminal: RawCaller) -> None:
    logins = password_steps_done(terminal.world, "erika", 4)
    code = app_code(terminal.world)
    assert statuses(all_at_once(lambda number: logins[number].respond("f1", code), 4)) == {200: 1, 401: 3}


def test_a_recovery_code_signs_in_at_one_terminal(terminal: RawCaller) -> None:
    logins = password_steps_done(terminal.world, "erika", 4)
    code = SAMPLES["erika"].recovery_codes[1]
    assert statuses(all_at_once(lambda number: logins[number].respond("f3", code), 4)) == {200: 1, 401: 3}


def test_a_sent_code_is_good_for_the_attempt_it_was_sent_for(terminal: RawCaller) -> None:
    first, second = password_steps_done(terminal.world, "hannelore", 2)
    first.challenge("f1")
    code = sent_code(terminal.world)
    assert code_of(second.respond("f1", code)) == "login-failed"
    answers = all_at_once(lambda number: first.respond("f1", code, number=1 + number % 2))
    codes = {answer.json()["code"] for answer in answers if answer.status_code == 200}
    assert len(codes) == 1


def test_guesses_at_the_same_moment_count_one_by_one(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    right = SAMPLES["erika"].password

    def guess(number: int) -> requests.Response:
        return login.give_password("erika", right if number == AT_ONCE - 1 else f"wrong-{number}", 1)

    outcomes = statuses(all_at_once(guess))
    assert outcomes in ({401: AT_ONCE}, {200: AT_ONCE})  # whoever came first decides for all
    with terminal.world.backend.store.transaction() as db:
        counted = db.scalar(select(func.count()).where(Tally.subject.like("name %"))) or 0
    assert counted == (1 if 401 in outcomes else 0)


def test_guesses_at_many_terminals_do_not_pass_the_limit_together(terminal: RawCaller) -> None:
    callers = [
        RawLogin.begin(RawCaller.of_terminal(terminal.world, terminal.world.client(f"BB-ONCE-{number:02}")))
        for number in range(AT_ONCE)
    ]
    outcomes = statuses(all_at_once(lambda number: callers[number].give_password("erika", "wrong")))
    assert outcomes == {401: 5, 429: AT_ONCE - 5}


def test_an_enrolment_code_enrols_one_terminal(world: BackendWorld) -> None:
    code = technicians_code(world, "BB-ONCE-99")
    requests_made = [csr(ec.generate_private_key(ec.SECP256R1())) for _ in range(4)]
    enrolled = all_at_once(
        lambda number: ask(world, terminalId="BB-ONCE-99", code=code, csr=requests_made[number]), 4
    )
    assert statuses(enrolled) == {201: 1, 403: 3}


def test_an_attempt_given_up_while_its_link_is_opened_stays_given_up(terminal: RawCaller) -> None:
    world = terminal.world
    login = RawLogin.begin(terminal, "eid")
    open_session = world.eid.use_id

    def give_up_meanwhile(request: UseIdRequest) -> UseIdResponse | UseIdError:
        assert terminal("DELETE", f"{PATH}/{login.id}").status_code == 204
        return open_session(request)

    world.eid.use_id = give_up_meanwhile  # type: ignore[method-assign]
    assert world.get(login.begun["eid"]["tcTokenUrl"]).status_code == 410
    assert state_of(world, login.id) == "cancelled"
