"""Does in the world what a visit wants done about papers: scans, sends, watches for the phone, waits."""

import asyncio
from collections.abc import Sequence
from typing import Final, Protocol, assert_never

from kiosk import failures
from kiosk.bochum_id.attachments import (
    Attachment,
    AttachmentSource,
    AttachmentState,
    Paper,
    UploadLink,
)
from kiosk.bochum_id.errors import BackendError, Garbage, Refused, Unreachable
from kiosk.bochum_id.values import Draft, JsonObject
from kiosk.runtime import Clock, Report
from kiosk.scanning.page import ScannedPage
from kiosk.scanning.pictures import NoPictureError, TooLargeError, as_jpeg, as_pdf, page_of
from kiosk.scanning.scanner import NoScanBecause, NotScanned, Scanned, Scanner
from kiosk.services.form import data
from kiosk.session import events as ev
from kiosk.session import file_effects as fx
from kiosk.session import file_events as fe
from kiosk.session.file_states import FileWord

POLL_SECONDS: Final = 2
"""How often the city is asked for a file from the phone."""
_LONGEST_LOOK_S: Final = 10
_LOOKS: Final = 12
"""So often a file that is being checked is looked at, up to ten seconds each."""


class AttachmentBackend(Protocol):
    """What is needed of Bochum-ID's attachments; every method blocks and may raise BackendError."""

    def announce(self, application_id: str, slot: str, paper: Paper) -> Attachment: ...
    def of_application(self, application_id: str) -> tuple[Attachment, ...]: ...
    def upload(self, attachment: Attachment, paper: Paper) -> None: ...
    def look(self, attachment: Attachment, wait_s: int = 0) -> Attachment: ...
    def upload_link(self, application_id: str, slot: str) -> UploadLink: ...
    def delete(self, attachment: Attachment) -> None: ...


class FileBackend(Protocol):
    """What is needed of Bochum-ID besides."""

    @property
    def attachments(self) -> AttachmentBackend: ...
    def save_answers(self, draft: Draft, data: JsonObject) -> Draft: ...


class Attaching:
    """The papers of one visit."""

    def __init__(self, backend: FileBackend, scanner: Scanner, clock: Clock) -> None:
        self._backend = backend
        self._scanner = scanner
        self._clock = clock
        self._half_sent: dict[tuple[str, str, str], Attachment] = {}
        self._watches = 0

    async def perform(self, effect: fx.FileEffect, report: Report) -> ev.Event:
        """Do it; what Bochum-ID or the scanner has against it is an event, or a BackendError."""
        self._watches += 1  # whoever does something else waits for no phone any more
        match effect:
            case fx.LookAtFiles(application, form):
                return await asyncio.to_thread(self._look, application.draft, data(form))
            case fx.RemoveFile(application, form, file):
                await asyncio.to_thread(self._delete, file)
                return await asyncio.to_thread(self._look, application.draft, data(form))
            case fx.Scan():
                return await asyncio.to_thread(self._scan)
            case fx.AttachScan():
                return await asyncio.to_thread(self._attach, effect)
            case fx.MakeUploadLink(application, slot):
                link = await asyncio.to_thread(
                    self._backend.attachments.upload_link, application.draft.id, slot.id
                )
                return fe.UploadLinkMade(link)
            case fx.WaitForPhone():
                return await self._watch(effect, report)
            case _:
                assert_never(effect)

    def stop(self) -> None:
        """Wait for no phone any more."""
        self._watches += 1

    # ------------------------------------------------------------ what is there

    def _look(self, draft: Draft, answers: JsonObject) -> ev.Event:
        """Save the answers first: what the city asks for hangs on them. Leftovers go, open checks end."""
        saved = self._backend.save_answers(draft, answers)
        self._half_sent.clear()
        there = []
        for file in self._backend.attachments.of_application(draft.id):
            if file.state is AttachmentState.ANNOUNCED:
                self._delete(file)  # half of a scan that nobody wants any more
            else:
                there.append(self._settled(file))
        return fe.FilesSeen(saved, tuple(there), self._scanner.is_there)

    def _settled(self, file: Attachment) -> Attachment:
        """Wait until the city has looked into the file; Unreachable when it does not come to an end."""
        for _ in range(_LOOKS):
            if file.state in (AttachmentState.ACCEPTED, AttachmentState.REJECTED):
                return file
            file = self._backend.attachments.look(file, wait_s=_LONGEST_LOOK_S)
        raise BackendError(Unreachable("a file is being checked without end"))

    def _delete(self, file: Attachment) -> None:
        try:
            self._backend.attachments.delete(file)
        except BackendError as error:
            if not (isinstance(error.fault, Refused) and error.fault.problem.code == "not-found"):
                raise

    # ------------------------------------------------------------ the scanner

    def _scan(self) -> ev.Event:
        match self._scanner.scan():
            case NotScanned(reason):
                return ev.Failing(failures.of_scanner(reason))
            case Scanned(picture):
                try:
                    return fe.PageScanned(page_of(picture))
                except NoPictureError:
                    return ev.Failing(failures.of_scanner(NoScanBecause.GARBAGE))

    def _attach(self, effect: fx.AttachScan) -> ev.Event:
        """Send the pages as one file; after a failure, the same again goes on where it stopped."""
        try:
            paper = _paper(effect.pages, effect.slot.accept, effect.slot.max_bytes)
        except TooLargeError:
            return fe.FileSettled(FileWord.TOO_LARGE)
        application_id, slot = effect.application.draft.id, effect.slot.id
        key = (application_id, slot, paper.digest)
        files = self._backend.attachments
        try:
            file = self._half_sent.get(key) or files.announce(application_id, slot, paper)
            self._half_sent[key] = file
            files.upload(file, paper)
            settled = self._settled(files.look(file))
        except BackendError as error:
            word = _refusal(error)
            if word is None:
                raise
            return fe.FileSettled(word)
        del self._half_sent[key]
        return fe.FileSettled(_word(settled))

    # ------------------------------------------------------------ the phone

    async def _watch(self, effect: fx.WaitForPhone, report: Report) -> ev.Event:
        """Ask again and again; a city that cannot be reached for a while is asked again as well."""
        mine, ends_at = self._watches, self._clock.now() + effect.link.expires_in_s
        while self._watches == mine:
            try:
                came = await asyncio.to_thread(self._came, effect)
            except BackendError as error:
                if not isinstance(error.fault, Unreachable | Garbage):
                    raise
                came = None
            if self._watches != mine:
                break
            if came is not None:
                report(fe.PhoneFileCame())
                return fe.FileSettled(_word(await asyncio.to_thread(self._settled, came)))
            if self._clock.now() >= ends_at:
                return fe.FileSettled(FileWord.LINK_OVER)
            await self._clock.sleep(POLL_SECONDS)
        return ev.Settled()

    def _came(self, effect: fx.WaitForPhone) -> Attachment | None:
        files = self._backend.attachments.of_application(effect.application.draft.id)
        new = (file for file in files if file.slot == effect.slot.id and file.id not in effect.known)
        return next((file for file in new if file.state is not AttachmentState.ANNOUNCED), None)


def _paper(pages: Sequence[ScannedPage], accept: Sequence[str], max_bytes: int) -> Paper:
    if "application/pdf" in accept:
        return Paper("scan.pdf", "application/pdf", as_pdf(pages, max_bytes), AttachmentSource.SCANNER)
    return Paper("scan.jpg", "image/jpeg", as_jpeg(pages[0], max_bytes), AttachmentSource.SCANNER)


def _word(settled: Attachment) -> FileWord:
    """Say why a file was refused; a reason that nobody knows yet is one that made it unreadable."""
    if settled.state is AttachmentState.ACCEPTED:
        return FileWord.NOTHING
    known = {"malware": FileWord.MALWARE, "type": FileWord.TYPE, "encrypted": FileWord.ENCRYPTED}
    return known.get(settled.reason or "", FileWord.UNREADABLE)


def _refusal(error: BackendError) -> FileWord | None:
    """Say what the city has against the file itself; None for anything else."""
    if not isinstance(error.fault, Refused):
        return None
    codes = {
        "attachment-too-large": FileWord.TOO_LARGE,
        "attachment-type": FileWord.TYPE,
        "attachment-rejected": FileWord.UNREADABLE,
    }
    return codes.get(error.fault.problem.code)
