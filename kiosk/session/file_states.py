"""The scenes around one place for files: from the scanner, from a phone, checked by the city."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from kiosk.bochum_id.attachments import Attachment, UploadLink
from kiosk.scanning.page import Box, ScannedPage
from kiosk.session.errand import FormPlace


class FileWord(Enum):
    """What there is to say of the last try."""

    NOTHING = "nothing"
    LINK_OVER = "linkOver"
    """The time for the phone was over."""
    MALWARE = "malware"
    TYPE = "type"
    """No kind of file that goes here."""
    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "tooLarge"


@dataclass(frozen=True, slots=True)
class LookingAtFiles:
    """The answers are being saved, for they decide which papers are needed; the city says what is there."""

    at: FormPlace
    word: FileWord = FileWord.NOTHING


@dataclass(frozen=True, slots=True)
class RemovingFile:
    at: FormPlace
    file: Attachment = field(repr=False)


@dataclass(frozen=True, slots=True)
class AttachFiles:
    """One paper that goes with the application: what is there, and the ways to add it."""

    at: FormPlace
    scanner: bool
    """True when this terminal has one."""
    word: FileWord


# ---------------------------------------------------------------- the scanner


@dataclass(frozen=True, slots=True)
class LayPaper:
    at: FormPlace
    pages: tuple[ScannedPage, ...] = field(repr=False)
    """What was scanned before; empty for the first page."""


@dataclass(frozen=True, slots=True)
class Scanning:
    at: FormPlace
    pages: tuple[ScannedPage, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class CheckScan:
    """Is it readable? The last of the pages is the one to look at."""

    at: FormPlace
    pages: tuple[ScannedPage, ...] = field(repr=False)
    """At least one."""


@dataclass(frozen=True, slots=True)
class TrimScan:
    """The last page's edges are being moved."""

    at: FormPlace
    pages: tuple[ScannedPage, ...] = field(repr=False)
    before: Box
    """What was cut before, for who goes back."""


@dataclass(frozen=True, slots=True)
class AttachingScan:
    """The pages go to the city as one file, which it checks."""

    at: FormPlace
    pages: tuple[ScannedPage, ...] = field(repr=False)


# ---------------------------------------------------------------- the phone


@dataclass(frozen=True, slots=True)
class MakingUploadLink:
    at: FormPlace


@dataclass(frozen=True, slots=True)
class SendFromPhone:
    """The code that a phone reads; the file comes by itself."""

    at: FormPlace
    link: UploadLink = field(repr=False)


@dataclass(frozen=True, slots=True)
class CheckingFile:
    """The phone's file is there, and the city looks into it."""

    at: FormPlace


type WaitingForFiles = (
    LookingAtFiles | RemovingFile | Scanning | AttachingScan | MakingUploadLink | CheckingFile
)
"""The terminal is at work; `scenes/attaching.py` can begin each of them anew."""

type FileScene = WaitingForFiles | AttachFiles | LayPaper | CheckScan | TrimScan | SendFromPhone

FILE_SCENES: Final = (
    LookingAtFiles,
    RemovingFile,
    AttachFiles,
    LayPaper,
    Scanning,
    CheckScan,
    TrimScan,
    AttachingScan,
    MakingUploadLink,
    SendFromPhone,
    CheckingFile,
)
