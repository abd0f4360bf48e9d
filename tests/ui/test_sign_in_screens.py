"""From the card to the PIN: who asks, for which data, what is given, and every way to say no."""

from dataclasses import replace
from datetime import date

import pytest
from seeing import called, eyes, items, sample, shown, tap, words

from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import Progress
from cardreader.eid_client.rights import DISPLAYABLE
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Language, Preferences
from ui.gallery.render import Studio
from ui.pages.context import PageContext
from ui.pages.signing_in import SigningInPage


def ask(room: Studio, language: Language = Language.ENGLISH, **changes: object) -> st.Visit:
    visit = sample("WhoAsks", Preferences(language=language)).visit
    assert isinstance(visit.scene, st.WhoAsks)
    request = replace(visit.scene.sign_in.request, **changes)  # type: ignore[arg-type]  # by field name
    scene = replace(visit.scene, sign_in=replace(visit.scene.sign_in, request=request))
    asked = replace(visit, scene=scene)
    room.app.show(asked)
    room.settle()
    return asked


def test_who_asks_says_who_what_for_and_which_data(room: Studio) -> None:
    ask(room)
    said = words(room)
    assert "Stadt Bochum, Bürgerbüro Mitte" in said
    purpose = "Anmeldung bei Bochum-ID und Antrag auf eine Meldebescheinigung"
    assert f"{purpose}\nhttps://id.bochum.example" in said
    for name in ("Given names", "Family name", "Date of birth", "Address", "Pseudonym", "Code 47"):
        assert name in said
    assert any("keeps none of it" in each for each in said)


def test_agreeing_goes_on(room: Studio) -> None:
    ask(room)
    tap(room, called(room, "primary"))
    assert room.events == [ev.Continue()]


def test_saying_no_is_one_touch(room: Studio) -> None:
    ask(room)
    tap(room, called(room, "decline"))
    assert room.events == [ev.SignInDeclined()]


def test_optional_data_start_at_no_and_switch_over(room: Studio) -> None:
    visit = ask(room)
    switch = called(room, "optional:DOCTORAL_DEGREE")
    assert switch.property("on") is False
    tap(room, switch)
    assert room.events == [ev.OptionalDataSwitched(AccessRight.DOCTORAL_DEGREE, given=True)]
    assert isinstance(visit.scene, st.WhoAsks)
    given = replace(visit.scene, chosen=frozenset({AccessRight.DOCTORAL_DEGREE}))
    room.app.show(replace(visit, scene=given))
    room.settle()
    assert called(room, "optional:DOCTORAL_DEGREE") is switch  # or the keys would lose their place
    assert switch.hasActiveFocus()
    assert switch.property("on") is True
    tap(room, switch)
    assert room.events[-1] == ev.OptionalDataSwitched(AccessRight.DOCTORAL_DEGREE, given=False)


@pytest.mark.parametrize("language", list(Language))
def test_every_right_that_can_be_asked_for_has_a_name(room: Studio, language: Language) -> None:
    ask(room, language, required=DISPLAYABLE, optional=frozenset())
    named = set(words(room))
    for _ in range(12):
        more = [each for each in shown(room, "PrimaryButton") if each.objectName() == "nextPage"]
        if not more:
            break
        tap(room, more[0])
        named |= set(words(room))
    assert not named & {right.name for right in AccessRight}
    look = eyes(room)
    rows = [each for each in items(room.app.window.contentItem()) if look.is_a(each, "DataRow")]
    ticked = {name for row in rows for name in row.property("names")}
    assert len(ticked) == len(DISPLAYABLE)
    assert ticked <= named


def test_the_age_check_names_the_day(room: Studio) -> None:
    ask(
        room,
        optional=frozenset({AccessRight.AGE_VERIFICATION}),
        born_on_or_before=date(2008, 11, 23),
    )
    assert any("23 November 2008" in each for each in words(room))


def test_without_optional_data_there_is_no_heading_for_them(room: Studio) -> None:
    ask(room, optional=frozenset())
    assert "This data is voluntary" not in words(room)


def test_all_that_the_certificate_says_is_one_touch_away(room: Studio) -> None:
    ask(room)
    tap(room, called(room, "provider"))
    said = words(room)
    for expected in ("D-Trust GmbH", "https://id.bochum.example", "24 November 2026"):
        assert expected in said
    tap(room, called(room, "primary"))
    assert "Given names" in words(room)
    assert room.events == []


@pytest.mark.parametrize("name", ["PlaceCard", "EnterPin"])
def test_pin_help_is_offered(room: Studio, name: str) -> None:
    room.app.show(sample(name).visit)
    room.settle()
    tap(room, called(room, "pinHelp"))
    assert room.events == [ev.PinHelpAsked()]


def test_progress_counts_in_the_order_of_the_standard() -> None:
    scene = sample("SigningIn").visit.scene
    assert isinstance(scene, st.SigningIn)
    context = PageContext(lambda _event: None, Language.GERMAN)
    steps = [SigningInPage(replace(scene, progress=each), context).step for each in Progress]
    assert steps == [1, 2, 3, 4]


@pytest.mark.parametrize(("name", "lamps"), [("EnterPin", 3), ("EnterPin-two", 2), ("EnterPin-rejected", 2)])
def test_a_lost_attempt_is_told_before_the_next(room: Studio, name: str, lamps: int) -> None:
    room.app.show(sample(name).visit)
    room.settle()
    assert any("(CAN)" in each for each in words(room)) is (lamps < 3)
    (tag,) = (each for each in shown(room, "Tag") if each.property("lamps") == 3)
    assert tag.property("lit") == lamps


def test_key_names_of_the_pad(room: Studio) -> None:
    room.app.show(sample("EnterPin").visit)
    room.settle()
    for name in (*(f"pin:{digit}" for digit in range(10)), "pin:delete", "pin:deleteAll"):
        called(room, name)
    tap(room, called(room, "pin:7"))
    tap(room, called(room, "pin:0"))
    assert room.app.session.page.property("typed") == 2
    tap(room, called(room, "pin:delete"))
    assert room.app.session.page.property("typed") == 1
    tap(room, called(room, "pin:3"))
    tap(room, called(room, "pin:deleteAll"))
    assert room.app.session.page.property("typed") == 0
