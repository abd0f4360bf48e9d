"""While the city cannot be reached: said on every screen before the sign-in, which comes back by itself."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from seeing import called, sample, shown, tap, words

from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Language, Preferences, TextSize
from ui.gallery.render import LANDSCAPE, PORTRAIT, Studio

ENGLISH = Preferences(language=Language.ENGLISH)
CLOSED = "Signing in is closed now."


def show(room: Studio, name: str, preferences: Preferences = ENGLISH) -> st.Visit:
    visit = sample(name, preferences).visit
    room.app.show(visit)
    room.settle()
    return visit


def opened(room: Studio, visit: st.Visit) -> None:
    """What the next answer of the city does: nothing but the city changes."""
    room.app.show(replace(visit, city=st.CityOpen()))
    room.settle()


@pytest.mark.parametrize("name", ["Start-closed", "AboutService-closed"])
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_what_is_closed_and_what_works_is_said_with_a_sign(
    open_room: Callable[..., Studio], name: str, size: tuple[int, int]
) -> None:
    room = open_room(size)
    visit = show(room, name)
    (sign,) = shown(room, "ClosedSign")
    assert sign.property("title") == CLOSED
    text = str(sign.property("text"))
    for word in ("read", "PIN help", "opens again by itself", "counter", "115"):
        assert word in text
    assert "icon-closed" in [icon.property("name") for icon in shown(room, "Icon")]
    opened(room, visit)
    assert not shown(room, "ClosedSign")


def test_the_start_screen_promises_nothing_it_cannot_keep(room: Studio) -> None:
    visit = show(room, "Start-closed")
    assert not [each for each in words(room) if "get a lot done" in each]
    assert "Look around" in words(room)
    tap(room, called(room, "primary"))
    assert room.events == [ev.Continue()]
    opened(room, visit)
    assert [each for each in words(room) if "get a lot done" in each]
    assert "Let’s go" in words(room)


@pytest.mark.parametrize("name", ["ChooseTopic-closed", "ChooseService-closed"])
def test_where_one_only_chooses_a_tag_is_enough(room: Studio, name: str) -> None:
    visit = show(room, name)
    (tag,) = shown(room, "Tag")
    assert tag.property("text") == "Information only"
    assert not shown(room, "ClosedSign")
    opened(room, visit)
    assert not shown(room, "Tag")


def test_there_is_no_button_to_sign_in_with_until_the_city_is_back(room: Studio) -> None:
    visit = show(room, "AboutService-closed")
    with pytest.raises(AssertionError, match="primary"):
        called(room, "primary")
    tap(room, called(room, "pinHelp"))
    tap(room, called(room, "help"))
    assert room.events == [ev.PinHelpAsked(), ev.HelpAsked()]
    screen = shown(room, "AboutService")
    opened(room, visit)
    assert shown(room, "AboutService") == screen, "the very screen that is being read"
    tap(room, called(room, "primary"))
    assert room.events[2:] == [ev.Continue()]


@pytest.mark.parametrize("language", Language, ids=lambda language: language.value)
def test_the_largest_letters_leave_the_languages_in_sight(
    open_room: Callable[..., Studio], language: Language
) -> None:
    room = open_room(LANDSCAPE)
    show(room, "Start-closed", Preferences(language, TextSize.LARGEST))
    (sign,) = shown(room, "ClosedSign")
    (heading,) = [each for each in shown(room, "Heading") if each.property("text") == "Sprache · Language"]
    bottom = sign.mapToScene(sign.boundingRect().bottomLeft()).y()
    assert bottom <= heading.mapToScene(heading.boundingRect().topLeft()).y()
