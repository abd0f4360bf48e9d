"""What a visit wants done about the papers that go with an application."""

from dataclasses import dataclass, field
from typing import Final

from kiosk.bochum_id.attachments import Attachment, UploadLink
from kiosk.scanning.page import ScannedPage
from kiosk.services.beyond_form import AttachmentSlot
from kiosk.services.form import Form
from kiosk.session.errand import Application


@dataclass(frozen=True, slots=True)
class LookAtFiles:
    """Save the answers, and ask what is attached → FilesSeen."""

    application: Application
    form: Form = field(repr=False)


@dataclass(frozen=True, slots=True)
class RemoveFile:
    """Take a file away again, and ask what is left → FilesSeen."""

    application: Application
    form: Form = field(repr=False)
    file: Attachment = field(repr=False)


@dataclass(frozen=True, slots=True)
class Scan:
    """Take a picture of the sheet on the scanner → PageScanned."""


@dataclass(frozen=True, slots=True)
class AttachScan:
    """Send the pages as one file, and wait until the city has looked into it → FileSettled."""

    application: Application
    slot: AttachmentSlot
    pages: tuple[ScannedPage, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class MakeUploadLink:
    """→ UploadLinkMade."""

    application: Application
    slot: AttachmentSlot


@dataclass(frozen=True, slots=True)
class WaitForPhone:
    """Watch for a file of the slot that is not `known`; reports PhoneFileCame → FileSettled."""

    application: Application
    slot: AttachmentSlot
    link: UploadLink = field(repr=False)
    known: frozenset[str]
    """Ids of what was there before."""


type FileEffect = LookAtFiles | RemoveFile | Scan | AttachScan | MakeUploadLink | WaitForPhone

FILE_EFFECTS: Final = (LookAtFiles, RemoveFile, Scan, AttachScan, MakeUploadLink, WaitForPhone)
