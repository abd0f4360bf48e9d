"""What goes with a form besides its answers, folded from what the city has: tables and properties."""

from dataclasses import replace

import pytest
from example_service import shipped
from hypothesis import given
from hypothesis import strategies as some

from kiosk.bochum_id.appointments import Contact
from kiosk.bochum_id.attachments import Attachment, AttachmentState
from kiosk.bochum_id.values import JsonObject, JsonValue
from kiosk.services.beyond_form import AppointmentNeed, AttachmentSlot
from kiosk.services.condition import read_condition
from kiosk.services.definition import ServiceDefinition
from kiosk.services.document import Node
from kiosk.services.evidence import (
    MOST_PEOPLE,
    NO_EVIDENCE,
    BookedTime,
    ChosenTime,
    Evidence,
    HeldTime,
    NoTime,
    PaperSlot,
    has_time,
    known_contact,
    paper_slots,
    party_size,
)
from ui.gallery import evidence_samples as gallery

BASE = shipped()
OWNED = read_condition(Node({"scope": "/owned", "schema": {"const": True}}), ("/owned",))
IF_OWNED = replace(gallery.PHOTO, id="owned", visible=OWNED, required=OWNED)
SLOTS = (gallery.LETTER, gallery.PHOTO, IF_OWNED)
WITH_PAPERS = replace(BASE, attachments=SLOTS)
HELD = HeldTime(gallery.HELD, Contact("Canary-Kin", 1964))

states = some.sampled_from(AttachmentState)
files = some.lists(
    some.builds(
        Attachment,
        id=some.uuids().map(str),
        slot=some.sampled_from([each.id for each in SLOTS] + ["of another form"]),
        filename=some.just("paper.pdf"),
        size_bytes=some.just(9),
        state=states,
        received_bytes=some.just(9),
        reason=some.none(),
    ),
    max_size=6,
).map(tuple)
answers = some.sampled_from([{}, {"owned": True}, {"owned": False}, {"owned": "yes"}])
json_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(max_size=12),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


def file(state: AttachmentState, slot: AttachmentSlot = gallery.LETTER) -> Attachment:
    return replace(gallery.file("letter.pdf", slot), state=state)


# ---------------------------------------------------------------- papers


@given(answers, files)
def test_each_file_that_was_not_refused_lies_in_its_own_place_once(
    contents: JsonObject, there: tuple[Attachment, ...]
) -> None:
    slots = list(paper_slots(WITH_PAPERS, contents, Evidence(files=there)))
    open_ids = [each.slot.id for each in slots]
    assert open_ids == [each.id for each in SLOTS if each is not IF_OWNED or contents.get("owned") is True]
    for each in slots:
        assert each.files == tuple(
            file for file in there if file.slot == each.slot.id and file.state is not AttachmentState.REJECTED
        )
        assert each.required is (each.slot is not gallery.PHOTO)


@given(some.booleans(), some.lists(states.filter(lambda state: state is not AttachmentState.REJECTED)))
def test_a_place_is_complete_when_nothing_is_missing_or_on_its_way(
    required: bool,  # noqa: FBT001 - drawn
    there: list[AttachmentState],
) -> None:
    place = PaperSlot(gallery.LETTER, required, tuple(map(file, there)))
    waits = AttachmentState.ANNOUNCED in there or AttachmentState.SCANNING in there
    assert place.is_complete is (not waits and not (required and not there))


@pytest.mark.parametrize(("count", "full"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_place_is_full_with_as_many_files_as_it_takes(count: int, *, full: bool) -> None:
    accepted = (file(AttachmentState.ACCEPTED),) * count
    assert gallery.LETTER.max_files == 2
    assert PaperSlot(gallery.LETTER, required=True, files=accepted).is_full is full


# ---------------------------------------------------------------- the time


def needing(*, required: bool = True, count: int | str = 1) -> ServiceDefinition:
    return replace(BASE, appointment=AppointmentNeed(BASE.id, required, count))


@pytest.mark.parametrize(
    ("definition", "time", "enough"),
    [
        (replace(BASE, appointment=None), NoTime(), True),
        (needing(required=False), NoTime(), True),
        (needing(), NoTime(), False),
        (needing(), HELD, True),
        (needing(), BookedTime(gallery.appointment()), True),
    ],
)
def test_a_time_is_missing_only_where_one_is_needed(
    definition: ServiceDefinition, time: ChosenTime, *, enough: bool
) -> None:
    assert has_time(definition, Evidence(time=time)) is enough


@pytest.mark.parametrize(
    ("count", "contents", "people"),
    [
        (1, {}, 1),
        (4, {}, 4),
        (9, {}, MOST_PEOPLE),
        ("/people", {"people": 3}, 3),
        ("/people", {"people": 0}, 1),
        ("/people", {"people": -2}, 1),
        ("/people", {"people": 6}, 6),
        ("/people", {"people": 7}, MOST_PEOPLE),
        ("/people", {"people": True}, 1),
        ("/people", {"people": "3"}, 1),
        ("/people", {"people": 2.5}, 1),
        ("/people", {"people": None}, 1),
        ("/people", {}, 1),
    ],
)
def test_as_many_come_as_the_answers_say(count: int | str, contents: JsonObject, people: int) -> None:
    told = party_size(needing(count=count), contents)
    assert (told, type(told)) == (people, int), "true is no number"


def test_without_an_appointment_one_comes() -> None:
    assert party_size(replace(BASE, appointment=None), {"people": 4}) == 1


@given(json_values)
def test_from_one_to_six_come_whatever_the_answer_is(told: JsonValue) -> None:
    assert 1 <= party_size(needing(count="/people"), {"people": told}) <= MOST_PEOPLE


# ---------------------------------------------------------------- who comes


def asking_for(*targets: tuple[str, str]) -> ServiceDefinition:
    rule = BASE.prefill[0]
    rules = tuple(replace(rule, source=source, target=target) for source, target in targets)
    return replace(BASE, prefill=rules)


BOTH = asking_for(("eid.FamilyNames", "/name"), ("eid.DateOfBirth", "/born"))


@pytest.mark.parametrize(
    ("contents", "name", "year"),
    [
        ({"name": "Mustermann", "born": "1964-08-12"}, "Mustermann", "1964"),
        ({"name": "Mustermann"}, "Mustermann", ""),
        ({"born": "1964"}, "", "1964"),
        ({"born": "    -08-12"}, "", ""),
        ({"born": ""}, "", ""),
        ({"born": 1964, "name": 5}, "", ""),
        ({}, "", ""),
    ],
)
def test_who_comes_is_taken_from_what_the_card_filled_in(contents: JsonObject, name: str, year: str) -> None:
    assert known_contact(BOTH, contents) == (name, year)


def test_an_answer_of_the_same_name_that_the_card_did_not_fill_in_says_nothing() -> None:
    contents: JsonObject = {"name": "Mustermann", "born": "1964-08-12"}
    assert known_contact(asking_for(("eid.GivenNames", "/name")), contents) == ("", "")


# ---------------------------------------------------------------- what is told of it


def test_nobody_is_told_by_the_evidence() -> None:
    somebody = replace(gallery.file("Canary-Scan.pdf"), slot="letter")
    told = repr(Evidence(files=(somebody,), time=HELD)) + repr(
        PaperSlot(gallery.LETTER, required=True, files=(somebody,))
    )
    assert "Canary" not in told
    assert "1964" not in told
    assert Evidence() == NO_EVIDENCE
