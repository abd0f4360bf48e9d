"""Every failure has its own kind words in every language, its code, and a way out."""

from dataclasses import replace

import pytest
from seeing import called, sample, shown, tap, words

from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language, Preferences
from ui.gallery.render import Studio


def told(room: Studio, failure: Failure, language: Language) -> list[str]:
    """What the screen of this failure says, without the bars around it."""
    room.app.show(sample(f"Failed-{failure.value}", Preferences(language=language)).visit)
    room.settle()
    frame = shown(room, "Failed")[0]
    points = [str(row.property(name)) for row in shown(room, "PointRow") for name in ("title", "text")]
    return [str(frame.property("question")), str(frame.property("help")), *points]


def test_each_failure_says_what_happened_what_is_safe_and_what_to_do(room: Studio) -> None:
    headings = set()
    for failure in Failure:
        english = told(room, failure, Language.ENGLISH)
        assert len(english) == 6, failure
        assert all(english), failure
        assert failure.value in words(room)
        german = told(room, failure, Language.GERMAN)
        assert all(german), failure
        assert not set(german) & set(english), failure
        headings |= {english[0], german[0]}
    assert len(headings) == 2 * len(Failure)


def test_sentences_are_short(room: Studio) -> None:
    for failure in Failure:
        for language in Language:
            for text in told(room, failure, language):
                for sentence in text.split(". "):
                    assert len(sentence.split()) < 15, sentence


@pytest.mark.parametrize("failure", [Failure.EID_UNREACHABLE, Failure.BACKEND_REFUSED])
def test_where_there_is_another_try_it_is_the_big_button(room: Studio, failure: Failure) -> None:
    told(room, failure, Language.GERMAN)
    tap(room, called(room, "tryAgain"))
    assert room.events == [ev.TryAgain()]
    tap(room, called(room, "primary"))
    assert room.events[1:] == [ev.EndAsked()]


def test_where_there_is_none_the_big_button_ends_the_visit(room: Studio) -> None:
    told(room, Failure.CARD_REFUSED, Language.GERMAN)
    tap(room, called(room, "primary"))
    assert room.events == [ev.Continue()]
    with pytest.raises(AssertionError, match="tryAgain"):
        called(room, "tryAgain")


def test_another_try_is_never_advised_where_there_is_none(room: Studio) -> None:
    visit = sample("Failed-TE-90", Preferences(language=Language.ENGLISH)).visit
    assert isinstance(visit.scene, st.Failed)
    room.app.show(replace(visit, scene=replace(visit.scene, again=st.StartOver())))
    room.settle()
    assert not [each for each in words(room) if "try again" in each.lower()]
