"""A number that was wrong is told on the very screen that asks again, in every size, and spoken there."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from seeing import called, sample, shown, tap, words

from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.preferences import Preferences, TextSize
from ui.gallery.render import LANDSCAPE, PORTRAIT, Studio


@dataclass(frozen=True)
class Wrong:
    sample: str
    told: tuple[str, ...]
    """Any of these begins what is said; a crowded screen says it shorter."""
    attempts_left: int = 0
    """0 where nothing is counted."""


WRONG = (
    Wrong("EnterPin-rejected", ("Diese PIN stimmt nicht.",), 2),
    Wrong("EnterCardPin-rejected", ("Das war nicht richtig.",), 2),
    Wrong("EnterCan-sign-in", ("Das waren nicht die Ziffern auf der Karte.",)),
    Wrong("EnterPuk-rejected", ("Das war nicht die PUK.",)),
)


def scene_of(wrong: Wrong, size: TextSize) -> st.Visit:
    return sample(wrong.sample, Preferences(text_size=size)).visit


@pytest.mark.parametrize("window", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_a_wrong_number_is_told_next_to_its_boxes_in_every_size(
    open_room: Callable[..., Studio], window: tuple[int, int]
) -> None:
    room = open_room(window)
    for wrong in WRONG:
        for size in TextSize:
            is_told(room, scene_of(wrong, size), wrong)


def test_a_wrong_transport_pin_says_what_else_may_be_the_matter(room: Studio) -> None:
    visit = sample("EnterCardPin-letter").visit
    assert isinstance(visit.scene, pin.EnterCardPin)
    rejected = replace(visit, scene=replace(visit.scene, attempts_left=2, rejected=True))
    is_told(room, rejected, Wrong("", ("Das war nicht richtig.",), 2))
    assert any("Brief" in each for each in words(room))


@pytest.mark.parametrize("window", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_two_new_pins_that_differ_are_told_in_the_smallest_and_the_largest_size(
    open_room: Callable[..., Studio], window: tuple[int, int]
) -> None:
    room = open_room(window)
    for size in (TextSize.SMALL, TextSize.LARGEST):
        room.app.show(sample("ChooseNewPin", Preferences(text_size=size)).visit)
        for number in ("739146", "914637"):
            room.draw()
            for digit in number:
                tap(room, called(room, f"pin:{digit}"))
            tap(room, called(room, "primary"))
        room.draw()
        assert alerts(room, "Die beiden waren nicht gleich."), size
        assert room.events == []


def is_told(room: Studio, visit: st.Visit, wrong: Wrong) -> None:
    room.app.show(visit)
    room.draw()
    size = visit.preferences.text_size
    assert any(each.startswith(wrong.told) for each in words(room)), (size, words(room))
    assert any(alerts(room, told) or heading(room, told) for told in wrong.told), size
    if wrong.attempts_left:
        lamps = [each.property("lit") for each in shown(room, "Tag") if each.property("lamps") == 3]
        assert lamps == [wrong.attempts_left], size


def alerts(room: Studio, told: str) -> bool:
    """Say whether a screen reader hears of it by itself."""
    return any(
        notice.property("bad") and str(notice.property("spokenWhole")).startswith(told)
        for notice in shown(room, "Notice")
    )


def heading(room: Studio, told: str) -> bool:
    """Say whether it is in the question, which is spoken first."""
    return any(str(each.property("question")).startswith(told) for each in shown(room, "Frame"))
