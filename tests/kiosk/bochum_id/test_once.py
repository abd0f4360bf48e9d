"""What must happen once stays one request until its answer has been understood."""

import pytest

from kiosk.bochum_id.errors import BackendError, Problem, Refused, Unreachable
from kiosk.bochum_id.once import Once
from kiosk.bochum_id.reading import garbage
from kiosk.bochum_id.transport import Answer, Call

type Outcome = Answer | BackendError


class Line:
    """Gives one outcome after the other, and remembers the keys."""

    def __init__(self, *outcomes: Outcome) -> None:
        self._outcomes = list(outcomes)
        self.keys: list[str] = []

    def send(self, call: Call) -> Answer:
        self.keys.append(call.headers["Idempotency-Key"])
        outcome = self._outcomes.pop(0)
        if isinstance(outcome, BackendError):
            raise outcome
        return outcome


def answer(body: bytes) -> Answer:
    return Answer(201, {}, body, "POST /v1/things")


def refused(*, retryable: bool) -> BackendError:
    return BackendError(Refused(Problem("x", 422, retryable, "")))


def number(said: Answer) -> int:
    return said.json().member("id").whole_number()


def make(once: Once) -> int:
    return once.do("make a thing", "/v1/things", lambda: b"{}", number)


@pytest.mark.parametrize(
    "first",
    [
        answer(b'{"id": "no number"}'),
        answer(b"<html>"),
        BackendError(Unreachable("lost")),
        garbage("cut off"),
        refused(retryable=True),
    ],
    ids=["wrong type", "no JSON", "lost", "garbage", "refused for now"],
)
def test_without_an_answer_that_can_be_read_the_same_request_is_made_again(first: Outcome) -> None:
    line = Line(first, answer(b'{"id": 1}'))
    once = Once(line.send)
    with pytest.raises(BackendError):
        make(once)
    assert make(once) == 1
    assert len(set(line.keys)) == 1


@pytest.mark.parametrize("first", [answer(b'{"id": 1}'), refused(retryable=False)], ids=["done", "refused"])
def test_after_an_answer_the_next_one_is_another_request(first: Outcome) -> None:
    line = Line(first, answer(b'{"id": 2}'))
    once = Once(line.send)
    try:
        assert make(once) == 1
    except BackendError:
        assert isinstance(first, BackendError)
    assert make(once) == 2
    assert len(set(line.keys)) == 2
