"""Help, language, text and contrast, leaving: each says what is so, begins safely, and can be closed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from seeing import called, find, sample, shown, tap, words

from cardreader.reader import EmptyReader
from kiosk.bochum_id.values import AccountMode
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Contrast, Language, Preferences, TextSize
from ui.gallery.render import LANDSCAPE, PORTRAIT, Studio

ENGLISH = Preferences(language=Language.ENGLISH)
SHEETS = (
    st.CallingHelp(),
    st.HelpComes(),
    st.HelpNotReached(),
    st.LanguageChoice(),
    st.DisplayChoice(),
    st.LeaveQuestion(),
)


def over(room: Studio, overlay: st.Overlay, beneath: str = "FillIn-purpose") -> st.Visit:
    visit = replace(sample(beneath, ENGLISH).visit, overlay=overlay)
    room.app.show(visit)
    room.settle()
    return visit


def key(room: Studio, which: Qt.Key) -> None:
    QTest.keyClick(room.app.window, which)
    room.settle()


@pytest.mark.parametrize("overlay", SHEETS, ids=lambda overlay: type(overlay).__name__)
def test_escape_and_a_touch_beside_the_sheet_close_it(room: Studio, overlay: st.Overlay) -> None:
    over(room, overlay)
    key(room, Qt.Key.Key_Escape)
    assert room.events == [ev.OverlayClosed()]
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(room.app.window, Qt.MouseButton.LeftButton, none, QPoint(540, 60))
    assert room.events == [ev.OverlayClosed()] * 2


@pytest.mark.parametrize(
    "overlay",
    [each for each in SHEETS if not isinstance(each, st.LanguageChoice)],
    ids=lambda overlay: type(overlay).__name__,
)
def test_the_keys_begin_at_the_safe_answer(room: Studio, overlay: st.Overlay) -> None:
    over(room, overlay)
    key(room, Qt.Key.Key_Return)
    assert room.events == [ev.OverlayClosed()]


def test_help_that_was_not_heard_can_be_called_again(room: Studio) -> None:
    over(room, st.HelpNotReached())
    tap(room, called(room, "callAgain"))
    assert room.events == [ev.HelpAsked()]


def test_help_and_leaving_hide_an_application_whose_card_is_away(room: Studio) -> None:
    for overlay in (st.CallingHelp(), st.HelpComes(), st.HelpNotReached(), st.LeaveQuestion()):
        visit = over(room, overlay)
        assert "Your entries are covered." not in words(room)
        room.app.show(replace(visit, reader=EmptyReader("Reader")))
        room.settle()
        assert "Your entries are covered." in words(room)


def test_every_language_has_a_plate_in_its_own_name(room: Studio) -> None:
    over(room, st.LanguageChoice())
    assert [each.property("name") for each in shown(room, "LanguagePlate")] == ["Deutsch", "English"]
    assert find(room, "LanguagePlate", chosen=True).property("name") == "English"
    tap(room, called(room, "language:de"))
    assert room.events == [ev.LanguageChosen(Language.GERMAN)]


def test_text_size_contrast_and_position_are_tried_out_at_once(room: Studio) -> None:
    visit = over(room, st.DisplayChoice())
    tap(room, called(room, "size:L"))
    tap(room, called(room, "contrast:whiteOnBlack"))
    tap(room, called(room, "low"))
    assert room.events == [
        ev.TextSizeChosen(TextSize.LARGE),
        ev.ContrastChosen(Contrast.WHITE_ON_BLACK),
        ev.LowPositionChosen(low=True),
    ]
    sheet = find(room, "DisplayChoice")
    chosen = Preferences(Language.ENGLISH, TextSize.LARGE, Contrast.WHITE_ON_BLACK, low_position=True)
    room.app.show(replace(visit, preferences=chosen))
    room.settle()
    assert find(room, "DisplayChoice") is sheet
    assert find(room, "SizePlate", chosen=True).property("capital") == 6.7
    assert find(room, "ContrastPlate", chosen=True).property("label") == "White on black"
    tap(room, called(room, "low"))
    assert room.events.pop() == ev.LowPositionChosen(low=False)
    room.events.clear()
    tap(room, called(room, "close"))
    assert room.events == [ev.OverlayClosed()]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("text_size", TextSize)
def test_every_size_and_mode_is_on_one_page(
    open_room: Callable[..., Studio], size: tuple[int, int], text_size: TextSize
) -> None:
    room = open_room(size)
    visit = over(room, st.DisplayChoice())
    room.app.show(replace(visit, preferences=replace(ENGLISH, text_size=text_size)))
    room.settle()
    assert len(shown(room, "SizePlate")) == len(shown(room, "ContrastPlate")) == 4
    called(room, "close")


def test_leaving_takes_an_answer(room: Studio) -> None:
    over(room, st.LeaveQuestion())
    tap(room, called(room, "stay"))
    tap(room, called(room, "leave"))
    assert room.events == [ev.OverlayClosed(), ev.EndConfirmed()]


@pytest.mark.parametrize(
    ("scene", "said"),
    [
        ("EnterPin", "Nothing is sent."),
        ("FillIn-purpose", "Nothing is sent."),
        ("Sending", "Your application is being sent right now."),
        ("TakeCard", "Your application has been sent."),
    ],
)
def test_leaving_says_what_becomes_of_the_entries(room: Studio, scene: str, said: str) -> None:
    over(room, st.LeaveQuestion(), scene)
    assert said in words(room)
    assert "Your draft stays in Bochum-ID." not in words(room)


def test_leaving_tells_a_visitor_with_an_account_that_the_draft_stays(room: Studio) -> None:
    visit = over(room, st.LeaveQuestion())
    assert isinstance(visit.scene, st.FillIn)
    session = replace(visit.scene.application.session, account_mode=AccountMode.EXISTING)
    scene = replace(visit.scene, application=replace(visit.scene.application, session=session))
    room.app.show(replace(visit, scene=scene))
    room.settle()
    assert "Your draft stays in Bochum-ID." in words(room)
