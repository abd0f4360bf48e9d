"""What holds for `step` whatever the scene, the overlay, the reader and the event."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from walking import after, productive

from kiosk.bochum_id.values import JsonValue
from kiosk.services import form as forms
from kiosk.session import appointment_states as ap
from kiosk.session import door_states as door
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import file_states as fs
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import states as st
from kiosk.session.errand import Beginning
from kiosk.session.failure import Failure
from kiosk.session.preferences import Contrast, Language, Preferences, TextSize
from kiosk.session.step import begin, step
from tests import own_samples, samples
from tests.samples import CARD, EMPTY, SCENES, visit
from tests.unions import members
from ui.gallery import door_samples

WISHED = Preferences(Language.ENGLISH, TextSize.LARGEST, Contrast.LOW_GLARE, low_position=True)


def situations() -> Iterator[st.Visit]:
    """Every sample scene with every reader status, and under every overlay; the later ones under one.

    Under an overlay the reader statuses take turns: each meets each overlay under many scenes.
    """
    for number, scene in enumerate(SCENES.values()):
        for reader in samples.READERS:
            yield st.Visit(WISHED, reader, scene, st.NothingOver())
        few = isinstance(scene, (own.LookingUp, *own.SHOWN, *fs.FILE_SCENES, *ap.APPOINTMENT_SCENES))
        overlays = (
            [st.PutCardBack()] if few else [each for each in samples.OVERLAYS if each != st.NothingOver()]
        )
        for turn, overlay in enumerate(overlays, number):
            yield st.Visit(WISHED, samples.READERS[turn % len(samples.READERS)], scene, overlay)


@pytest.mark.parametrize(
    ("union", "shown"),
    [
        (st.Scene, SCENES.values()),
        (st.Overlay, samples.OVERLAYS),
        (st.Again, samples.AGAIN.values()),
        (st.City, samples.CITIES),
        (Beginning, (samples.ERRAND.beginning, samples.UNFINISHED.beginning, samples.WANTING.beginning)),
        (ev.Event, samples.events()),
    ],
    ids=["scenes", "overlays", "ways again", "cities", "beginnings", "events"],
)
def test_there_is_a_sample_of_everything(union: object, shown: object) -> None:
    assert {type(each) for each in shown} == set(members(union))  # type: ignore[attr-defined]  # iterables all


def test_a_visit_begins_with_nobody_there_and_the_terminal_preparing_itself() -> None:
    assert begin().visit == st.Visit(Preferences(), samples.NO_READER, st.Preparing(), st.NothingOver())
    assert begin().effects == (do.Prepare(after_seconds=0),)


def test_every_situation_has_an_answer_to_every_event() -> None:
    """No event raises; what changes nothing gives back the very visit; all that happens is declared."""
    scenes, overlays, effects = (set(members(union)) for union in (st.Scene, st.Overlay, do.Effect))
    for before in situations():
        for event in samples.events():
            reached = step(before, event)
            assert type(reached.visit.scene) in scenes
            assert type(reached.visit.overlay) in overlays
            assert {type(each) for each in reached.effects} <= effects
            if not reached.effects:
                assert reached.visit is before or reached.visit != before, (before.scene, event)


def test_only_the_reader_changes_what_lies_on_it_and_only_the_visitor_how_it_is_read() -> None:
    for scene in SCENES.values():
        before = visit(scene, preferences=WISHED)
        for event in samples.events():
            reached = step(before, event).visit
            if isinstance(event, ev.ReaderChanged):
                assert reached.reader == event.status
            else:
                assert reached.reader is before.reader
            if not isinstance(
                event,
                ev.LanguageChosen
                | ev.TextSizeChosen
                | ev.ContrastChosen
                | ev.LowPositionChosen
                | ev.SilenceOver,
            ):
                assert reached.preferences is before.preferences


def test_step_is_a_function() -> None:
    """The same visit and event give the same step: there is no clock and no memory in it."""
    for scene in SCENES.values():
        for event in samples.events():
            assert step(visit(scene), event) == step(visit(scene), event)


@pytest.mark.parametrize(
    "wish",
    [
        ev.LanguageChosen(Language.ENGLISH),
        ev.TextSizeChosen(TextSize.LARGE),
        ev.ContrastChosen(Contrast.WHITE_ON_BLACK),
        ev.LowPositionChosen(low=True),
    ],
    ids=lambda wish: type(wish).__name__,
)
def test_another_way_to_read_keeps_the_scene_so_that_its_answers_still_count(wish: ev.Event) -> None:
    for scene in SCENES.values():
        before = visit(scene)
        changed = step(before, wish)
        assert changed.visit.preferences != before.preferences
        assert changed.visit.scene is scene
        assert not changed.effects


def test_choosing_a_language_closes_its_sheet_but_trying_a_size_does_not() -> None:
    choosing = visit("Start", overlay=st.LanguageChoice())
    assert after(choosing, ev.LanguageChosen(Language.ENGLISH)).overlay == st.NothingOver()
    trying = visit("Start", overlay=st.DisplayChoice())
    assert after(trying, ev.TextSizeChosen(TextSize.LARGEST)).overlay == st.DisplayChoice()


def test_an_overlay_never_keeps_away_what_the_scene_waits_for() -> None:
    for name in ("Connecting", "SigningIn", "OpeningApplication", "Pricing", "Sending", "Printing"):
        for overlay in samples.OVERLAYS:
            covered = visit(name, overlay=overlay)
            reached = after(covered, ev.Failing(Failure.BACKEND_UNREACHABLE))
            assert type(reached.scene) is not type(covered.scene), (name, overlay)


@pytest.mark.parametrize(
    ("asked", "sheet"),
    [
        (ev.PinHelpAsked(), st.PinHelp),
        (ev.LanguageAsked(), st.LanguageChoice),
        (ev.DisplayAsked(), st.DisplayChoice),
    ],
    ids=["PinHelp", "LanguageChoice", "DisplayChoice"],
)
def test_a_sheet_opens_over_every_scene_and_closes_to_the_very_same(
    asked: ev.Event, sheet: type[st.Overlay]
) -> None:
    for scene in SCENES.values():
        opened = step(visit(scene), asked)
        assert opened == type(opened)(visit(scene, overlay=opened.visit.overlay))
        assert type(opened.visit.overlay) is sheet
        closed = after(opened.visit, ev.OverlayClosed())
        assert closed == visit(scene)
        assert closed.scene is scene


def test_help_does_not_touch_the_scene() -> None:
    unclear = pay.PaymentUnclear | pay.CheckingPayment  # they say themselves whether somebody comes
    for scene in (each for each in SCENES.values() if not isinstance(each, unclear)):
        called = step(visit(scene), ev.HelpAsked())
        assert called.effects == (do.CallHelp(),)
        assert called.visit.scene is scene
        coming = after(called.visit, ev.HelpAnswered(reached=True))
        assert coming.overlay == st.HelpComes()
        assert after(coming, ev.OverlayClosed()) == visit(scene)
        missed = after(called.visit, ev.EffectCrashed("CallHelp"))
        assert missed.overlay == st.HelpNotReached()
        assert missed.scene is scene


def test_an_answer_to_help_that_nobody_waits_for_any_more_covers_nothing() -> None:
    closed = after(visit("Start"), ev.HelpAsked(), ev.OverlayClosed())
    assert step(closed, ev.HelpAnswered(reached=True)).visit is closed


# ---------------------------------------------------------------- what nobody may read


def test_no_repr_tells_anything_of_the_citizen() -> None:
    """Neither of the visit, nor of what happens to it, nor of what it wants done."""
    told = {repr(event) for event in samples.events()}
    for scene in SCENES.values():
        told.add(repr(visit(scene)))
        told |= {repr(effect) for event in samples.events() for effect in step(visit(scene), event).effects}
    assert len(told) > 200
    private = {_without_the_public(each) for each in set(told)}
    for word in (*samples.PERSONAL, "271828", "DOCTORAL", "maritalStatus", "900"):
        assert not [each for each in private if word in each], word


def _public() -> list[str]:
    """What belongs to the city alone: its catalogues, and what it asks of everybody; the largest first."""
    errands = [
        samples.ERRAND,
        samples.UNFINISHED,
        samples.STEPPING_UP,
        samples.FOR_ANYBODY,
        samples.FOR_NOBODY,
        samples.WANTING,
        own_samples.ACCOUNT_ERRAND,
        own_samples.FOR_COMPANIES,
        own_samples.ONLY_COMPANIES,
    ]
    for scene in samples.DOORS.values():
        match scene:
            case st.AboutService(errand) | door.HandOver(errand) | door.Information(errand):
                errands.append(errand)
            case door.PinFirstAid(errand) | door.PinAdvice(errand):
                errands.append(errand)
            case _:
                pass
    cities = [
        samples.CATALOGUE,
        *(each.catalogue for each in errands),
        door_samples.with_doors(samples.CATALOGUE),
    ]
    parts: list[object] = [*errands, *cities, samples.SIGN_IN, samples.SIGN_IN.request]
    parts += [part for city in cities for part in (*city.topics, *city.services)]
    parts += [part for each in errands for part in (each.definition, each.service)]
    return sorted({repr(each) for each in parts}, key=len, reverse=True)


PUBLIC = _public()


def _without_the_public(told: str) -> str:
    for each in PUBLIC:
        told = told.replace(each, "")
    return told


def test_a_pin_is_in_no_visit() -> None:
    for before in situations():
        entered = ev.PinEntered(samples.pin())
        reached = step(before, entered)
        assert "Secret" not in repr(reached.visit)
        given = [each for each in reached.effects if isinstance(each, do.ConfirmSignIn)]
        assert bool(given) == isinstance(before.scene, st.EnterPin)
        assert all(each.pin is entered.pin for each in given)


# ---------------------------------------------------------------- walks

json_values: some.SearchStrategy[JsonValue] = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=5,
)
pointers = some.sampled_from([*samples.AUTHORITY, "/extras/0", "", "/", "purpose"]) | some.text()
strange_events: some.SearchStrategy[ev.Event] = some.one_of(
    some.builds(ev.Answered, pointers, json_values),
    some.builds(ev.TopicChosen, some.text()),
    some.builds(ev.ServiceChosen, some.text()),
    some.builds(ev.ChangeAsked, some.text()),
    some.builds(ev.EffectCrashed, some.text()),
    some.builds(ev.SilenceTold, some.integers()),
    some.builds(ev.PinRejected, some.integers()),
)


@settings(max_examples=150, deadline=None)
@given(scene=some.sampled_from(list(SCENES)), happened=some.lists(strange_events, max_size=8))
def test_nothing_strange_that_is_said_to_it_breaks_a_visit(scene: str, happened: list[ev.Event]) -> None:
    before = visit(scene)
    for event in happened:
        before = step(before, event).visit
    assert type(before.scene) in members(st.Scene)


ENDS = (ev.EndAsked, ev.EndConfirmed, ev.SilenceOver)
ways = some.lists(some.integers(min_value=0, max_value=10_000), min_size=1, max_size=30)


def walk(start: st.Visit, way: list[int]) -> Iterator[tuple[st.Visit, ev.Event, st.Visit]]:
    """Go on by one of the events that lead anywhere, again and again, without ending the visit."""
    here = start
    for number in way:
        open_ways = [each for each in productive(here) if not isinstance(each, ENDS)]
        if not open_ways:
            return
        event = open_ways[number % len(open_ways)]
        there = step(here, event).visit
        yield here, event, there
        here = there


@settings(max_examples=40, deadline=None)
@given(start=some.sampled_from(["Start", "FillIn-first", "Review-declared", "Failed-price"]), way=ways)
def test_going_back_destroys_no_answer(start: str, way: list[int]) -> None:
    for _, _, there in walk(visit(start), way):
        typed = _form(there.scene)
        back = after(there, ev.Back()).scene
        if typed is not None and typed.answers:
            left = _form(back)
            assert left is not None
            assert left.answers == typed.answers


@settings(max_examples=40, deadline=None)
@given(start=some.sampled_from(["FillIn-first", "FillIn-last", "Review", "Pricing"]), way=ways)
def test_an_application_without_its_card_is_always_covered(start: str, way: list[int]) -> None:
    for before, event, now in walk(visit(start), way):
        if isinstance(now.scene, st.FillIn | st.Review):
            if now.reader != CARD:
                assert now.overlay != st.NothingOver(), (before, event)
            else:
                assert now.overlay != st.PutCardBack(), (before, event)


def _form(scene: st.Scene) -> forms.Form | None:
    match scene:
        case st.FillIn() | st.Pricing() | st.Review() | st.Sending():
            return scene.form
        case st.Failed(again=st.PriceAgain() | st.SendAgain() as again):
            return again.form
        case _:
            return None


def test_the_empty_reader_is_no_card() -> None:
    assert after(visit("Goodbye-card"), ev.ReaderChanged(EMPTY)).scene == st.Goodbye(card_on_reader=False)
