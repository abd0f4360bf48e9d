"""Whoever guesses: where it stops, that names cannot be found out, and that a lock lets nobody in."""

import re
from collections.abc import Iterator

import pytest
import requests
from backend_world import OTTO, SEEDED_ERIKA, BackendWorld, Person
from raw_citizen import RawCaller, code_of
from raw_login import SAMPLES, RawLogin, app_code, sign_in_by_card

from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id.guessing import name_subject
from sandbox.bochum_id.identifiers import Identifiers, SystemChance
from sandbox.bochum_id.tables import Lockout

QUARTER_HOUR = 15 * 60
WRONG = "wrong"
ERIKAS = SAMPLES["erika"].password


@pytest.fixture
def terminal(world: BackendWorld, client: BochumId) -> Iterator[RawCaller]:
    world.clock.advance(25 * 3600)
    yield RawCaller.of_terminal(world, client)
    with world.backend.store.transaction() as db:
        db.query(Lockout).delete()


def fresh(world: BackendWorld, number: int) -> RawCaller:
    """A terminal that nobody has guessed at."""
    return RawCaller.of_terminal(world, world.client(f"BB-GUESS-{number:02}"))


def transcript(response: requests.Response) -> tuple[object, ...]:
    """Everything an attacker sees but the trace."""
    document = {key: value for key, value in response.json().items() if key != "traceId"}
    headers = {key: value for key, value in response.headers.items() if key not in {"date", "Date"}}
    headers = {key: value for key, value in headers.items() if not key.lower().startswith("ratelimit")}
    return response.status_code, document, headers


def guess(terminal: RawCaller, name: str, password: str = WRONG) -> requests.Response:
    return RawLogin.begin(terminal).give_password(name, password)


def test_five_wrong_guesses_make_a_pause_of_a_quarter_hour(terminal: RawCaller) -> None:
    for _ in range(5):
        assert code_of(guess(terminal, "erika")) == "login-failed"
    paused = guess(terminal, "erika", ERIKAS)
    assert (paused.status_code, code_of(paused)) == (429, "too-many-attempts")
    assert paused.json()["retryAfter"] == QUARTER_HOUR == int(paused.headers["Retry-After"])
    terminal.world.clock.advance(QUARTER_HOUR - 1)
    later = fresh(terminal.world, 1)
    assert code_of(guess(later, "erika", ERIKAS)) == "too-many-attempts"
    terminal.world.clock.advance(1)
    assert guess(later, "erika", ERIKAS).status_code == 200


def test_guesses_are_forgotten_after_a_quarter_hour(terminal: RawCaller) -> None:
    for _ in range(3):
        at = fresh(terminal.world, 2)
        for _ in range(4):
            assert code_of(guess(at, "erika")) == "login-failed"
        terminal.world.clock.advance(QUARTER_HOUR)
    assert guess(fresh(terminal.world, 2), "erika", ERIKAS).status_code == 200


def test_it_does_not_matter_where_somebody_guesses(terminal: RawCaller) -> None:
    for number in range(5):
        assert code_of(guess(fresh(terminal.world, number), "ERIKA ")) == "login-failed"
    assert code_of(guess(terminal, "erika", ERIKAS)) == "too-many-attempts"


def test_twenty_wrong_guesses_close_a_terminal_and_no_other(terminal: RawCaller) -> None:
    guessed_at = fresh(terminal.world, 20)
    for number in range(20):
        assert code_of(guess(guessed_at, f"somebody-{number}")) == "login-failed"
    assert code_of(guess(guessed_at, "hannelore", SAMPLES["hannelore"].password)) == "too-many-attempts"
    assert guess(terminal, "hannelore", SAMPLES["hannelore"].password).status_code == 200


def test_nobody_finds_out_which_names_there_are(terminal: RawCaller) -> None:
    seen: dict[str, list[tuple[object, ...]]] = {}
    for number, name in enumerate(("erika", "nobody-at-all")):
        at = fresh(terminal.world, 30 + number)
        lines = seen[name] = []
        for _round in range(3):
            lines += [transcript(guess(at, name)) for _ in range(6)]
            terminal.world.clock.advance(QUARTER_HOUR)
            at = RawCaller.of_terminal(terminal.world, terminal.world.client(f"BB-GUESS-{30 + number:02}"))
        lines.append(transcript(guess(at, name)))
        terminal.world.clock.advance(3600)
    assert seen["erika"] == seen["nobody-at-all"]
    one_round = [401] * 5
    assert [line[0] for line in seen["erika"]] == [*one_round, 429, *one_round, 429, *one_round, 403, 403]


def test_a_name_that_nobody_has_takes_as_much_work(
    terminal: RawCaller, monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords = terminal.world.backend.passwords
    verify = passwords._hasher.verify
    work: list[str] = []

    class Counting:
        def verify(self, stored: str, secret: bytes) -> bool:
            work.append(re.sub(r"\$[^$]+\$[^$]+$", "", stored))  # algorithm and cost, without salt and hash
            return verify(stored, secret)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    for name in ("erika", "nobody-at-all", "meryem"):
        guess(terminal, name)
    assert len(work) == 3
    assert len(set(work)) == 1


def test_a_lock_stays_until_the_owners_own_card_comes(terminal: RawCaller) -> None:
    world = terminal.world
    with world.backend.store.transaction() as db:
        db.add(Lockout(subject=name_subject("erika"), rounds=3, paused_until=world.clock.now(), locked=True))
    namesake = Person(card=b"\x71" * 32, date_of_birth="1984-08-12")
    for stranger in (OTTO, namesake):
        sign_in_by_card(terminal, stranger, "transient")
        assert code_of(guess(terminal, "erika", ERIKAS)) == "account-locked"
    world.clock.advance(7 * 24 * 3600)
    terminal = RawCaller.of_terminal(world, world.client())
    assert code_of(guess(terminal, "erika", ERIKAS)) == "account-locked"
    sign_in_by_card(terminal, SEEDED_ERIKA)
    assert guess(terminal, "erika", ERIKAS).status_code == 200


def test_being_locked_or_paused_signs_nobody_in(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    login.give_right_password("erika")
    with terminal.world.backend.store.transaction() as db:
        paused_until = terminal.world.clock.now()
        db.add(Lockout(subject=name_subject("erika"), rounds=3, paused_until=paused_until, locked=True))
    response = login.respond("f1", app_code(terminal.world))
    assert (response.status_code, code_of(response)) == (403, "account-locked")
    assert code_of(login.exchange("x" * 43)) == "login-failed"


def test_whoever_knows_the_password_cannot_guess_the_second_factor_for_ever(terminal: RawCaller) -> None:
    outcomes = []
    for _ in range(3):
        login = RawLogin.begin(terminal)
        if login.give_password("erika", ERIKAS).status_code != 200:
            break
        outcomes += [login.respond("f1", "000000").status_code for _ in range(3)]
    assert outcomes == [401, 401, 401, 401, 401, 429]


@pytest.mark.parametrize("prefix", ["la", "ses", "acc", "app"])
def test_names_have_no_order_but_time_and_every_other_bit_is_chance(world: BackendWorld, prefix: str) -> None:
    ids = Identifiers(world.clock, SystemChance())
    names = [ids.new(prefix).removeprefix(f"{prefix}_").replace("-", "") for _ in range(2000)]
    assert len({name[:12] for name in names}) == 1  # one moment
    assert len(set(names)) == 2000
    assert names != sorted(names)
    values = [int(name, 16) for name in names]
    shares = {bit: sum(value >> bit & 1 for value in values) / 2000 for bit in range(80)}
    free = {bit for bit, share in shares.items() if 0.4 < share < 0.6}
    assert len(free) == 74
    assert {bit for bit in shares if bit not in free} == {62, 63, 76, 77, 78, 79}  # variant and version


def test_tokens_are_256_bits_of_chance(world: BackendWorld) -> None:
    ids = Identifiers(world.clock, SystemChance())
    tokens = {ids.token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert {len(token) for token in tokens} == {43}
