"""Small promises of the values."""

import pickle

import pytest

from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Garbage, Problem, Refused, Unreachable
from kiosk.bochum_id.values import LocalisedText, Money, Quote


def test_a_text_falls_back_to_german_and_has_to_have_it() -> None:
    text = LocalisedText.of({"en": "Town", "de": "Stadt"})
    assert [text.in_language(code) for code in ("de", "en", "uk")] == ["Stadt", "Town", "Stadt"]
    assert text == LocalisedText.of({"de": "Stadt", "en": "Town"})
    with pytest.raises(ValueError, match="German"):
        LocalisedText.of({"en": "Town"})


def test_free_is_no_money_at_all() -> None:
    assert Quote("q", (), Money(0)).is_free
    assert not Quote("q", (), Money(1)).is_free


def test_a_visits_key_stays_in_its_process() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(DpopKey())


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Unreachable("ConnectTimeout"), "cannot be reached (ConnectTimeout)"),
        (Refused(Problem("not-ready", 409, retryable=False, trace_id="abc")), "not-ready (409, trace abc)"),
        (Garbage("x.y is missing"), "broke the contract: x.y is missing"),
    ],
)
def test_failures_speak_plainly(fault: Unreachable | Refused | Garbage, words: str) -> None:
    assert words in str(BackendError(fault))
