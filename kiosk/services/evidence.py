"""What goes with a form besides its answers: the files the city has for it, and the time that is kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kiosk.bochum_id.appointments import Appointment, Contact, Hold, Office, Slot
from kiosk.bochum_id.attachments import Attachment, AttachmentState
from kiosk.bochum_id.values import JsonObject
from kiosk.services.beyond_form import AttachmentSlot
from kiosk.services.condition import holds
from kiosk.services.definition import ServiceDefinition
from kiosk.services.pointer import look_up


@dataclass(frozen=True, slots=True)
class NoTime:
    """No appointment has been chosen."""


@dataclass(frozen=True, slots=True)
class HeldSlot:
    """A time that nobody else can take for some minutes."""

    hold: Hold = field(repr=False)
    slot: Slot = field(repr=False)
    office: Office


@dataclass(frozen=True, slots=True)
class HeldTime:
    """A time that becomes an appointment with the application, and whose it will be."""

    held: HeldSlot
    contact: Contact


@dataclass(frozen=True, slots=True)
class BookedTime:
    """An appointment, for good."""

    appointment: Appointment = field(repr=False)


type ChosenTime = NoTime | HeldTime | BookedTime

NO_TIME: Final = NoTime()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The files as the city had them when it was asked last, the chosen time, and how the result comes."""

    files: tuple[Attachment, ...] = field(default=(), repr=False)
    time: ChosenTime = NO_TIME
    channel: str = ""
    """How the result is to come; empty until it is chosen."""


NO_EVIDENCE: Final = Evidence()
MOST_PEOPLE: Final = 6
"""For so many at once the offices make appointments (contract section 9)."""


@dataclass(frozen=True, slots=True)
class PaperSlot:
    """A place for files as it stands now."""

    slot: AttachmentSlot
    required: bool
    files: tuple[Attachment, ...] = field(repr=False)
    """Whatever is there or on its way; nothing that was refused."""

    @property
    def is_complete(self) -> bool:
        """True when the application could be sent with this: every file is in, and one if one is needed."""
        settled = all(file.state is AttachmentState.ACCEPTED for file in self.files)
        return settled and (bool(self.files) or not self.required)

    @property
    def is_full(self) -> bool:
        return len(self.files) >= self.slot.max_files


def paper_slots(
    definition: ServiceDefinition, contents: JsonObject, evidence: Evidence
) -> Iterator[PaperSlot]:
    """Give the places for files that the answers leave open, in the order of the document."""
    for slot in definition.attachments:
        if holds(slot.visible, contents):
            there = tuple(
                file
                for file in evidence.files
                if file.slot == slot.id and file.state is not AttachmentState.REJECTED
            )
            yield PaperSlot(slot, holds(slot.required, contents), there)


def has_time(definition: ServiceDefinition, evidence: Evidence) -> bool:
    """Tell whether the appointment that the service needs has been chosen, if it needs one."""
    need = definition.appointment
    return need is None or not need.required or not isinstance(evidence.time, NoTime)


def party_size(definition: ServiceDefinition, contents: JsonObject) -> int:
    """Tell how many people come to the appointment, from 1 to 6, as far as the answers say."""
    count = definition.appointment.count if definition.appointment else 1
    told = look_up(contents, count) if isinstance(count, str) else count
    return min(max(told, 1), MOST_PEOPLE) if isinstance(told, int) and not isinstance(told, bool) else 1


def known_contact(definition: ServiceDefinition, contents: JsonObject) -> tuple[str, str]:
    """Give family name and year of birth as the application has them; "" for what it has not."""
    found = {rule.source: look_up(contents, rule.target) for rule in definition.prefill}
    name, born = (found.get(source) for source in ("eid.FamilyNames", "eid.DateOfBirth"))
    year = born[:4] if isinstance(born, str) and born[:4].isdecimal() else ""
    return (name if isinstance(name, str) else ""), year
