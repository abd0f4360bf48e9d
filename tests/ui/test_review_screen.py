"""The check before the binding act: every line, where it came from, the price, the tick, one sending."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playing import Play
from seeing import called, sample, shown, tap, words

from kiosk.bochum_id.values import Money, Quote, QuoteItem
from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from kiosk.session import states as st
from kiosk.session.preferences import Language, Preferences
from kiosk.session.states import NothingOver
from ui.gallery.render import LANDSCAPE, PORTRAIT, Studio
from ui.gallery.samples import PREFILLED, form

ENGLISH = Preferences(language=Language.ENGLISH)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_nothing_is_sent_before_the_tick_and_once_after_it(
    open_stage: Callable[..., Play], size: tuple[int, int]
) -> None:
    play = open_stage("Review", size=size)
    to_the_end(play)
    assert called(play, "declaration").property("chosen") is False
    tap(play, called(play, "primary"))
    assert play.events == []
    assert "First tick the sentence above." in words(play)
    tap(play, called(play, "declaration"))
    assert play.events == [ev.Declared(accepted=True)]
    assert called(play, "declaration").property("chosen") is True
    assert "First tick the sentence above." not in words(play)
    tap(play, called(play, "primary"))
    assert play.events == [ev.Declared(accepted=True), ev.Continue()]
    assert isinstance(play.visit.scene, pay.FindingWaysToPay)


def test_the_tick_can_be_taken_back(open_stage: Callable[..., Play]) -> None:
    play = open_stage("Review-declared")
    tap(play, called(play, "declaration"))
    assert play.events == [ev.Declared(accepted=False)]
    assert called(play, "primary").property("available") is False


def test_each_answer_can_be_changed_and_nothing_from_the_card(open_stage: Callable[..., Play]) -> None:
    play = open_stage("Review")
    changes = [each.objectName() for each in shown(play, "SmallButton")]
    assert changes == ["change:purpose", "change:kind", "change:extras", "change:copies"]
    assert words(play).count("from the card") == len(PREFILLED["applicant"])  # type: ignore[arg-type]
    tap(play, called(play, "change:kind"))
    assert play.events == [ev.ChangeAsked("kind")]
    assert isinstance(play.visit.scene, st.FillIn)
    assert play.visit.scene.step_id == "kind"


def test_the_button_says_whether_and_where_is_paid(room: Studio) -> None:
    room.app.show(sample("Review", ENGLISH).visit)
    room.settle()
    assert called(room, "primary").property("label") == "Send now, pay at the cash desk"
    assert {"To pay", "18 euros"} <= set(words(room))
    room.app.show(sample("Review-declared", ENGLISH).visit)
    room.settle()
    assert called(room, "primary").property("label") == "Send now, free of charge"
    assert {"The fee", "free"} <= set(words(room))


def test_the_price_says_how_it_comes_about(room: Studio) -> None:
    visit = sample("Review", ENGLISH).visit
    assert isinstance(visit.scene, st.Review)
    title = visit.scene.quote.items[0].title
    items = (
        QuoteItem("one", title, 3, Money(950), Money(2850), ""),
        QuoteItem("two", title, 1, Money(100), Money(100), ""),
    )
    scene = replace(visit.scene, quote=Quote("quo", items, Money(2950)))
    room.app.show(replace(visit, scene=scene))
    room.settle()
    said = next(each for each in words(room) if "sample value" in each)
    assert said.splitlines() == [
        "Certificate of registration (sample value): 3 times 9.50 euros",
        "Certificate of registration (sample value)",
    ]
    assert "29.50 euros" in words(room)


@pytest.mark.parametrize(
    ("language", "born", "said"),
    [
        (Language.GERMAN, "1948-03-17", "17. März 1948"),
        (Language.ENGLISH, "1948-03-17", "17 March 1948"),
        (Language.GERMAN, "1948-03-XX", "März 1948"),
        (Language.ENGLISH, "1948-XX-XX", "1948"),
    ],
)
def test_dates_are_said_as_far_as_the_card_knows_them(
    room: Studio, language: Language, born: str, said: str
) -> None:
    visit = sample("Review", Preferences(language=language)).visit
    assert isinstance(visit.scene, st.Review)
    person = {"familyName": "Beispiel", "dateOfBirth": born}
    prefilled = replace(visit.scene.form, prefilled={"applicant": dict(person)})
    room.app.show(replace(visit, scene=replace(visit.scene, form=prefilled)))
    room.settle()
    assert said in words(room)


def test_what_was_left_open_is_said(open_stage: Callable[..., Play]) -> None:
    play = open_stage("Review")
    visit = play.visit
    assert isinstance(visit.scene, st.Review)
    scene = replace(visit.scene, form=form(purpose="private"))
    play.start(st.Visit(ENGLISH, visit.reader, scene, NothingOver()))
    assert "nothing stated" in words(play)


def to_the_end(play: Play) -> None:
    while [each for each in shown(play, "PrimaryButton") if each.objectName() == "nextPage"]:
        tap(play, called(play, "nextPage"))
