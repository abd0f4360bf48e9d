"""Through the front doors: searching, another portal's code, something to read, PIN first aid."""

from dataclasses import replace

import pytest

from kiosk.bochum_id.values import Destination, Topic
from kiosk.services.beyond_form import AppointmentNeed
from kiosk.services.definition import ServiceDefinition
from kiosk.session import appointment_effects as ax
from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.delivery import NOT_ASKED, NotPrinted, OnItsWay, Printed, SlipFate
from kiosk.session.door_slips import COUNTER_CODES, slip_of_hand_over, slip_of_information, slip_of_pin
from kiosk.session.errand import BY_DOOR, ByDetour, BySearch, Errand
from kiosk.session.failure import Failure
from kiosk.session.pin_values import PinWish
from kiosk.session.preferences import Language
from kiosk.session.scenes.doors import LONGEST_WORDS
from kiosk.session.step import step
from kiosk.slip import Slip
from tests import samples
from tests.samples import CATALOGUE, EMPTY, ERRAND, SERVICE, STEPPING_UP, TOPIC, visit
from ui.gallery import door_samples

CITY = door_samples.with_doors(CATALOGUE)
BARE = replace(CATALOGUE, services=tuple(each for each in CATALOGUE.services if each.destination is None))
WITHOUT_DOORS = replace(ERRAND, catalogue=BARE)
OUTSIDE, READ, PIN = (
    make(ERRAND) for make in (door_samples.external, door_samples.informing, door_samples.pin_aid)
)
BEHIND = {each.destination: each for each in CITY.services if each.destination is not None}
CLOSED = st.CityClosed(Failure.BACKEND_UNREACHABLE)


def after(scene: st.Scene, *events: ev.Event, **more: object) -> st.Visit:
    now = visit(scene, **more)
    for event in events:
        now = step(now, event).visit
    return now


def opened(definition: ServiceDefinition) -> st.Visit:
    return after(st.OpeningService(CATALOGUE, TOPIC, SERVICE), ev.ServiceOpened(definition))


# ---------------------------------------------------------------- searching


def test_typing_shows_what_is_typed_and_choosing_opens_it() -> None:
    typed = after(
        st.ChooseTopic(CITY), knock.SearchAsked(), knock.WordsTyped("per"), knock.WordsTyped("perso")
    )
    assert typed.scene == door.FindService(CITY, "perso")
    chosen = step(typed, ev.ServiceChosen("svc_sample_card"))
    assert isinstance(chosen.visit.scene, st.OpeningService)
    assert chosen.visit.scene.service.id == "svc_sample_card"
    assert chosen.visit.scene.topic.id == "sample_card", "the topic it belongs to"
    assert chosen.effects == (do.OpenService(chosen.visit.scene.service),)


def test_from_what_was_found_back_leads_to_what_was_typed() -> None:
    found = door.FindService(CATALOGUE, "meldeb")
    about = after(found, ev.ServiceChosen(SERVICE.id), ev.ServiceOpened(ERRAND.definition))
    assert about.scene == st.AboutService(replace(ERRAND, way=BySearch("meldeb")))
    assert step(about, ev.Back()).visit.scene == found
    failed = after(found, ev.ServiceChosen(SERVICE.id), ev.Failing(Failure.BACKEND_UNREACHABLE))
    assert step(failed, ev.Back()).visit.scene == found
    assert after(found, ev.Back()).scene == st.ChooseTopic(CATALOGUE)


def test_nobody_types_a_novel() -> None:
    typed = after(door.FindService(CITY, ""), knock.WordsTyped("x" * 500)).scene
    assert typed == door.FindService(CITY, "x" * LONGEST_WORDS)


def test_a_service_without_a_topic_is_found_all_the_same() -> None:
    bare = replace(CITY, topics=())
    opening = after(door.FindService(bare, "perso"), ev.ServiceChosen("svc_sample_card")).scene
    assert isinstance(opening, st.OpeningService)
    assert opening.topic == Topic(
        "svc_sample_card", opening.service.title, opening.service.icon, ("svc_sample_card",)
    )


# ---------------------------------------------------------------- the doors


@pytest.mark.parametrize("destination", Destination)
def test_a_door_opens_the_service_behind_it(destination: Destination) -> None:
    opening = step(visit(st.ChooseTopic(CITY)), knock.DoorChosen(destination))
    assert isinstance(opening.visit.scene, st.OpeningService)
    assert opening.visit.scene.service is BEHIND[destination]
    assert opening.visit.scene.way is BY_DOOR
    assert opening.effects == (do.OpenService(BEHIND[destination]),)
    failed = step(opening.visit, ev.Failing(Failure.BACKEND_UNREACHABLE)).visit
    assert step(failed, ev.Back()).visit.scene == st.ChooseTopic(CITY)


@pytest.mark.parametrize("destination", Destination)
def test_a_door_that_the_city_does_not_have_leads_nowhere(destination: Destination) -> None:
    before = visit(st.ChooseTopic(BARE))
    assert step(before, knock.DoorChosen(destination)).visit is before


@pytest.mark.parametrize(
    ("definition", "kind"),
    [
        (ERRAND.definition, st.AboutService),
        (OUTSIDE.definition, st.AboutService),
        (READ.definition, door.Information),
        (PIN.definition, door.PinFirstAid),
        (replace(PIN.definition, destination=Destination.ACCOUNT), si.ChooseSignIn),
    ],
)
def test_a_service_leads_where_its_mode_says(definition: ServiceDefinition, kind: type[st.Scene]) -> None:
    reached = after(st.OpeningService(CATALOGUE, TOPIC, SERVICE), ev.ServiceOpened(definition), reader=EMPTY)
    assert isinstance(reached.scene, kind)


@pytest.mark.parametrize("definition", [OUTSIDE.definition, READ.definition, PIN.definition])
def test_what_needs_no_city_works_while_it_is_closed(definition: ServiceDefinition) -> None:
    there = opened(definition)
    assert step(replace(there, city=CLOSED), ev.Continue()).visit.scene != st.AboutService(ERRAND)
    offline = after(st.OpeningService(CATALOGUE, TOPIC, SERVICE), ev.ServiceOpened(definition), city=CLOSED)
    assert offline.scene == there.scene


def test_another_portal_is_handed_over_to() -> None:
    there = after(st.AboutService(OUTSIDE), ev.Continue())
    assert there.scene == door.HandOver(OUTSIDE)
    assert step(there, ev.Back()).visit.scene == st.AboutService(OUTSIDE)


def test_a_closed_service_is_not_begun() -> None:
    closed = replace(ERRAND, service=replace(SERVICE, is_open=False))
    before = visit(st.AboutService(closed))
    assert step(before, ev.Continue()).visit is before


# ---------------------------------------------------------------- taking it along

TAKEN = {
    "hand over": (door.HandOver(OUTSIDE), "https://www.fuehrungszeugnis.bund.de/", ""),
    "information": (door.Information(READ), "", ""),
    **{f"pin {each.value}": (door.PinAdvice(PIN, each), "", COUNTER_CODES[each]) for each in door.PinAtHand},
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_slip_is_printed_once_and_again_when_it_did_not_come(name: str) -> None:
    scene, qr, code = TAKEN[name]
    asked = step(visit(scene, city=CLOSED), ev.SlipAsked())
    (effect,) = asked.effects
    assert isinstance(effect, do.PrintSlip)
    assert (effect.slip.qr, effect.slip.code, effect.language) == (qr, code, Language.GERMAN)
    assert asked.visit.scene == replace(scene, slip=OnItsWay())
    assert step(asked.visit, ev.SlipAsked()).effects == ()
    printed = step(asked.visit, ev.SlipHandled(Printed())).visit
    assert printed.scene == replace(scene, slip=Printed())
    assert step(printed, ev.SlipAsked()).effects == ()
    missing = step(asked.visit, ev.SlipHandled(NotPrinted(Failure.PRINTER_EMPTY))).visit
    assert step(missing, ev.SlipAsked()).effects == (effect,)
    crashed = step(asked.visit, ev.EffectCrashed("PrintSlip")).visit
    assert crashed.scene == replace(scene, slip=NotPrinted(Failure.TERMINAL_FAULT))


@pytest.mark.parametrize("name", TAKEN)
@pytest.mark.parametrize("slip", [NOT_ASKED, Printed()])
def test_who_is_done_goes(name: str, slip: SlipFate) -> None:
    done = step(visit(replace(TAKEN[name][0], slip=slip)), ev.Continue())
    assert isinstance(done.visit.scene, st.Goodbye)
    assert done.effects == (do.EndVisit(do.EndedHow.FINISHED, after_seconds=4),)


@pytest.mark.parametrize("name", TAKEN)
def test_leaving_asks_nothing_where_nothing_would_be_lost(name: str) -> None:
    assert isinstance(after(TAKEN[name][0], ev.EndAsked()).scene, st.Goodbye)


def slips() -> list[Slip]:
    assert OUTSIDE.definition.external is not None
    return [
        slip_of_hand_over(OUTSIDE, OUTSIDE.definition.external),
        slip_of_information(READ),
        *(slip_of_pin(each) for each in door.PinAtHand),
    ]


@pytest.mark.parametrize("slip", slips(), ids=lambda slip: slip.title.in_language("en"))
def test_a_slip_says_everything_in_both_languages(slip: Slip) -> None:
    for text in (slip.title, *slip.lines, *slip.bring):
        assert text.in_language("de")
    assert slip.title.in_language("de") != slip.title.in_language("en")
    assert slip.lines


def test_a_slip_of_what_to_read_has_the_number_to_call() -> None:
    assert "116 116" in [each.in_language("de") for each in slip_of_information(READ).lines]


def test_codes_of_the_counter_are_told_apart() -> None:
    assert len(set(COUNTER_CODES.values())) == len(door.PinAtHand)
    assert set(COUNTER_CODES) == set(door.PinAtHand)


# ---------------------------------------------------------------- PIN first aid


@pytest.mark.parametrize(
    ("at_hand", "reached"),
    [
        (door.PinAtHand.OWN, pin.ChoosePinWish(PIN)),
        (door.PinAtHand.LETTER, pin.LookingAtCard(pin.PinTask(PIN, PinWish.SET))),
        (door.PinAtHand.NOTHING, door.PinAdvice(PIN, door.PinAtHand.NOTHING)),
    ],
)
def test_each_answer_leads_somewhere_and_back(at_hand: door.PinAtHand, reached: st.Scene) -> None:
    asked = after(door.PinFirstAid(PIN), knock.PinAtHandTold(at_hand))
    assert asked.scene == reached
    advised = visit(door.PinAdvice(PIN, at_hand))
    assert step(advised, ev.Back()).visit.scene == door.PinFirstAid(PIN)
    assert after(door.PinFirstAid(PIN), ev.Back()).scene == st.ChooseTopic(CATALOGUE)


def in_city(scene: st.Scene) -> st.Scene:
    """The same scene in the city with all doors."""
    match scene:
        case st.Failed(failure, st.SignInAgain(errand)):
            return st.Failed(failure, st.SignInAgain(replace(errand, catalogue=CITY)))
        case st.ChooseTopic() | st.ChooseService():
            return replace(scene, catalogue=CITY)
        case _:
            return replace(scene, errand=replace(scene.errand, catalogue=CITY))  # type: ignore[union-attr,call-arg]


@pytest.mark.parametrize(
    ("name", "cancels"),
    [
        ("ChooseTopic", False),
        ("ChooseService", False),
        ("AboutService", False),
        ("ChooseSignIn", False),
        ("PlaceCard", False),
        ("EnterPassword", True),
        ("ChooseFactor", True),
        ("EnterCode", True),
        ("WhoAsks", True),
        ("EnterPin", True),
        ("Failed-sign-in", True),
    ],
)
def test_from_pin_help_the_door_is_one_touch_away(name: str, *, cancels: bool) -> None:
    before = visit(in_city(samples.SCENES[name]), overlay=st.PinHelp())
    aside = step(before, knock.DoorChosen(Destination.PIN_FIRST_AID))
    opening = aside.visit.scene
    assert isinstance(opening, st.OpeningService)
    assert aside.visit.overlay == st.NothingOver()
    assert (do.CancelSignIn() in aside.effects) is cancels
    assert aside.effects[-1] == do.OpenService(BEHIND[Destination.PIN_FIRST_AID])


def test_pin_help_says_where_the_door_is_open() -> None:
    for scene, is_open in (
        (st.PlaceCard(replace(ERRAND, catalogue=CITY)), True),
        (st.PlaceCard(WITHOUT_DOORS), False),
    ):
        assert step(visit(scene), ev.PinHelpAsked()).visit.overlay == st.PinHelp(leads_on=is_open)


BOOKABLE = AppointmentNeed("svc_sample_pin", required=False, count=1)
ADVISED = replace(PIN, definition=replace(PIN.definition, appointment=BOOKABLE))
TOLD = replace(READ, definition=replace(READ.definition, appointment=BOOKABLE))
HANDED_OVER = replace(OUTSIDE, definition=replace(OUTSIDE.definition, appointment=BOOKABLE))


@pytest.mark.parametrize(
    ("scene", "before"),
    [
        (door.PinAdvice(ADVISED, door.PinAtHand.NOTHING), door.PinFirstAid(ADVISED)),
        (door.Information(TOLD), door.Information(TOLD)),
        (door.HandOver(HANDED_OVER), door.HandOver(HANDED_OVER)),
    ],
    ids=lambda scene: type(scene).__name__,
)
def test_a_time_at_the_counter_can_be_had_at_once(
    scene: door.PinAdvice | door.Information | door.HandOver, before: st.Scene
) -> None:
    asked = step(visit(scene), knock.AppointmentAsked())
    errand = scene.errand
    occasion = ap.OnItsOwn(errand, ap.AppointmentPurpose("svc_sample_pin", errand.definition.title, 1))
    assert asked.visit.scene == ap.FindingOffices(occasion)
    assert asked.effects == (ax.FindOffices("svc_sample_pin"),)
    offices = after(asked.visit.scene, ae.OfficesFound(()))
    assert step(offices, ev.Back()).visit.scene == before


def test_no_time_is_offered_where_none_is_kept_or_the_city_is_closed() -> None:
    keeps_none = visit(door.PinAdvice(PIN, door.PinAtHand.NOTHING))
    assert step(keeps_none, knock.AppointmentAsked()).visit is keeps_none
    closed = replace(visit(door.Information(TOLD)), city=st.CityClosed(Failure.BACKEND_UNREACHABLE))
    assert step(closed, knock.AppointmentAsked()).visit is closed


def test_the_service_waits_behind_pin_first_aid() -> None:
    wanted = replace(ERRAND, catalogue=CITY)
    before = visit(st.PlaceCard(wanted), overlay=st.PinHelp())
    there = step(before, knock.DoorChosen(Destination.PIN_FIRST_AID)).visit
    arrived = step(there, ev.ServiceOpened(PIN.definition)).visit.scene
    assert isinstance(arrived, door.PinFirstAid)
    assert arrived.errand.way == ByDetour(wanted)
    assert after(arrived, ev.Back()).scene == st.AboutService(wanted)


def test_nobody_is_led_to_no_door() -> None:
    before = visit(st.PlaceCard(WITHOUT_DOORS), overlay=st.PinHelp())
    assert step(before, knock.DoorChosen(Destination.PIN_FIRST_AID)).visit is before


@pytest.mark.parametrize(
    "scene",
    [
        st.PlaceCard(replace(STEPPING_UP, catalogue=CITY)),
        st.WhoAsks(replace(STEPPING_UP, catalogue=CITY), samples.SIGN_IN, frozenset()),
        si.StepUp(replace(ERRAND, catalogue=CITY), samples.BY_PASSWORD),
    ],
    ids=lambda scene: type(scene).__name__,
)
def test_a_session_waits_behind_pin_first_aid_as_well(scene: st.Scene) -> None:
    before = visit(scene, overlay=st.PinHelp())
    there = step(before, knock.DoorChosen(Destination.PIN_FIRST_AID)).visit
    arrived = step(there, ev.ServiceOpened(PIN.definition)).visit.scene
    assert isinstance(arrived, door.PinFirstAid)
    waiting = si.StepUp(replace(ERRAND, catalogue=CITY), samples.BY_PASSWORD)
    assert after(arrived, ev.Back()).scene == waiting


def test_ways_do_not_tell_what_was_typed() -> None:
    assert "canary" not in repr(Errand(CATALOGUE, TOPIC, SERVICE, ERRAND.definition, way=BySearch("canary")))


def test_a_search_without_a_find_leads_on_to_help_with_the_pin_and_back_to_what_was_typed() -> None:
    lost = door.FindService(CITY, "xqxqxq")
    opening = after(lost, knock.DoorChosen(Destination.PIN_FIRST_AID)).scene
    assert isinstance(opening, st.OpeningService)
    assert opening.way == BySearch("xqxqxq")
