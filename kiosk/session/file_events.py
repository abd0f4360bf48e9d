"""What can happen around the papers that go with an application."""

from dataclasses import dataclass, field

from kiosk.bochum_id.attachments import Attachment, AttachmentSource, UploadLink
from kiosk.bochum_id.values import Draft
from kiosk.scanning.page import Edge, ScannedPage
from kiosk.session.file_states import FileWord

# ---------------------------------------------------------------- the visitor


@dataclass(frozen=True, slots=True)
class SourceChosen:
    source: AttachmentSource


@dataclass(frozen=True, slots=True)
class FileDropped:
    """The visitor takes a file away again."""

    file_id: str


@dataclass(frozen=True, slots=True)
class PageAgain:
    """The page just scanned is no good."""


@dataclass(frozen=True, slots=True)
class AnotherPage:
    """The paper has one more page."""


@dataclass(frozen=True, slots=True)
class PageTurned:
    """By a quarter, clockwise."""


@dataclass(frozen=True, slots=True)
class TrimAsked:
    """The visitor wants to move the edges of the page."""


@dataclass(frozen=True, slots=True)
class EdgeMoved:
    edge: Edge
    inwards: bool


@dataclass(frozen=True, slots=True)
class WholePageAsked:
    """Nothing is to be cut off."""


# ---------------------------------------------------------------- the world


@dataclass(frozen=True, slots=True)
class FilesSeen:
    """The draft as it is saved now, and its files."""

    draft: Draft = field(repr=False)
    files: tuple[Attachment, ...] = field(repr=False)
    scanner: bool
    """True when this terminal has one."""


@dataclass(frozen=True, slots=True)
class PageScanned:
    page: ScannedPage = field(repr=False)


@dataclass(frozen=True, slots=True)
class UploadLinkMade:
    link: UploadLink = field(repr=False)


@dataclass(frozen=True, slots=True)
class PhoneFileCame:
    """Something arrived from the phone; it is being checked."""


@dataclass(frozen=True, slots=True)
class FileSettled:
    """A file is in, or was refused, or never came: `word` says which."""

    word: FileWord


type FileEvent = (
    SourceChosen
    | FileDropped
    | PageAgain
    | AnotherPage
    | PageTurned
    | TrimAsked
    | EdgeMoved
    | WholePageAsked
    | FilesSeen
    | PageScanned
    | UploadLinkMade
    | PhoneFileCame
    | FileSettled
)
