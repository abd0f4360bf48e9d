"""A card laid down askew: its comings and goings become one word, and quiet ends it; the clock is ours."""

import threading
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cardreader.reader import CardPresent, EmptyReader, NoReader, ReaderStatus
from cardreader.steady import QUIET_SECONDS, VANISHINGS, WITHIN_SECONDS, Steadiness, watch_steadily
from sandbox.id_card.direct import DirectReader
from tests.sandbox.id_card.authority import Authority

THERE, AWAY, LOST = CardPresent("Reader", b"ATR"), EmptyReader("Reader"), NoReader()
RESTLESS = EmptyReader("Reader", is_restless=True)


class Desk:
    """A reader's reports, what became of them, and the time."""

    def __init__(self) -> None:
        self.said: list[ReaderStatus] = []
        self.seconds = 0.0
        self.due: dict[int, tuple[float, Callable[[], None]]] = {}
        self.steadiness = Steadiness(self.said.append, lambda: self.seconds, self._later)

    def _later(self, seconds: float, action: Callable[[], None]) -> Callable[[], None]:
        number = len(self.due)
        self.due[number] = (self.seconds + seconds, action)
        return lambda: self.due.__setitem__(number, (float("inf"), action))

    def hear(self, *statuses: ReaderStatus) -> None:
        for each in statuses:
            self.pass_by(0.1)
            self.steadiness.hear(each)

    def pass_by(self, seconds: float) -> None:
        self.seconds += seconds
        for number, (at, action) in list(self.due.items()):
            if at <= self.seconds:
                self.due[number] = (float("inf"), action)
                action()

    def vanish(self, times: int) -> None:
        once: list[ReaderStatus] = [THERE, AWAY]
        self.hear(*once * times)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_card_that_comes_and_goes_as_cards_do_is_reported_as_it_is(desk: Desk) -> None:
    desk.hear(LOST, AWAY)
    desk.vanish(VANISHINGS - 1)
    assert desk.said == [LOST, AWAY, *[THERE, AWAY] * (VANISHINGS - 1)]


def test_the_tenth_vanishing_is_said_once_and_then_nothing_until_it_is_quiet(desk: Desk) -> None:
    desk.vanish(VANISHINGS + 5)
    desk.hear(THERE)
    assert desk.said[2 * VANISHINGS - 1 :] == [RESTLESS]
    desk.pass_by(QUIET_SECONDS - 0.01)
    assert desk.said[-1] == RESTLESS
    desk.pass_by(0.01)
    assert desk.said[2 * VANISHINGS - 1 :] == [RESTLESS, THERE]
    desk.vanish(1)
    assert desk.said[-1] == AWAY, "and it is counted from the beginning"


def test_a_card_taken_for_good_is_away_after_the_quiet(desk: Desk) -> None:
    desk.vanish(VANISHINGS)
    desk.pass_by(QUIET_SECONDS)
    assert desk.said[-2:] == [RESTLESS, AWAY]


def test_vanishings_of_long_ago_do_not_count(desk: Desk) -> None:
    for _ in range(3 * VANISHINGS):
        desk.vanish(1)
        desk.pass_by(WITHIN_SECONDS / (VANISHINGS - 2))
    assert RESTLESS not in desk.said


def test_without_a_reader_no_card_lies_badly(desk: Desk) -> None:
    desk.vanish(VANISHINGS)
    desk.hear(LOST)
    assert desk.said[-1] == LOST
    desk.pass_by(QUIET_SECONDS)
    assert desk.said[-1] == LOST
    desk.hear(AWAY, THERE)
    assert desk.said[-2:] == [AWAY, THERE]


def test_once_stopped_it_says_nothing(desk: Desk) -> None:
    desk.vanish(VANISHINGS)
    desk.steadiness.stop()
    said = list(desk.said)
    desk.pass_by(QUIET_SECONDS)
    desk.hear(THERE)
    desk.steadiness.stop()
    assert desk.said == said


def test_a_timer_that_could_not_be_called_off_any_more_says_nothing(desk: Desk) -> None:
    desk.vanish(VANISHINGS)
    late = [action for _at, action in desk.due.values()]
    desk.hear(THERE)  # waits for quiet anew
    said = list(desk.said)
    for action in late:
        action()
    assert desk.said == said


@given(some.lists(some.sampled_from([THERE, AWAY, LOST]), max_size=80))
def test_after_the_quiet_the_truth_has_been_said(statuses: list[ReaderStatus]) -> None:
    desk = Desk()
    desk.hear(*statuses)
    desk.pass_by(QUIET_SECONDS)
    assert desk.said[-1:] == statuses[-1:]


def test_a_real_watch_says_the_first_word_and_stops(authority: Authority) -> None:
    card = authority.card()
    reader = DirectReader(lambda _persona: card)
    reader.place("erika")
    said: list[ReaderStatus] = []
    told = threading.Event()

    def report(status: ReaderStatus) -> None:
        said.append(status)
        told.set()

    watching = watch_steadily(reader, report)
    assert told.wait(10)
    watching.stop()
    assert isinstance(said[0], CardPresent)
    for _ in range(VANISHINGS):
        reader.pull()
        reader.place("erika")
    assert len(said) == 1


def test_the_products_own_timer_is_begun_and_called_off() -> None:
    said: list[ReaderStatus] = []
    quiet = Steadiness(said.append)
    for _ in range(VANISHINGS):
        quiet.hear(THERE)
        quiet.hear(AWAY)
    assert said[-1] == RESTLESS
    quiet.stop()


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()
