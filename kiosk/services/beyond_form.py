"""What a service has besides its form: files, an appointment, where else it leads, what it tells."""

from dataclasses import dataclass

from kiosk.bochum_id.attachments import AttachmentSource
from kiosk.bochum_id.values import Destination as Destination  # noqa: PLC0414 - it belongs here as well
from kiosk.bochum_id.values import LocalisedText
from kiosk.services.condition import ALWAYS, NEVER, Condition


@dataclass(frozen=True, slots=True)
class External:
    """Another authority's portal, which a service of mode `external` hands over to."""

    url: str
    """Goes into a QR code for the citizen's own telephone; https only."""
    portal: LocalisedText
    """What the portal is called."""
    host: str
    """The part of the address that people can compare with what their telephone shows."""


@dataclass(frozen=True, slots=True)
class Section:
    """One thing that a service of mode `infoOnly` tells."""

    icon: str
    title: LocalisedText
    text: LocalisedText
    telephone: str
    """A number to show large, as people write it; "" where there is none."""


@dataclass(frozen=True, slots=True)
class AttachmentSlot:
    """A place for files."""

    id: str
    title: LocalisedText
    help: LocalisedText | None
    accept: tuple[str, ...]
    """Media types."""
    max_bytes: int
    max_files: int
    sources: frozenset[AttachmentSource]
    visible: Condition = ALWAYS
    required: Condition = NEVER


@dataclass(frozen=True, slots=True)
class AppointmentNeed:
    """An appointment that belongs to the application, or that may follow what was handed over or told."""

    service_id: str
    """What the offices keep times for; the service itself unless the document says otherwise."""
    required: bool
    count: int | str
    """How many people come: a number, or the scope where it stands."""
