"""A folder instead of a printer, for a demonstration: one file a sheet, for the owner's eyes only."""

import os
import re
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from kiosk.printing import NoPaperBecause, NotPrinted, PrintJob, PrintResult, SavedTo, looks_like_pdf


@dataclass(frozen=True, slots=True)
class FolderPrinter:
    """Puts each sheet into `folder` under a name that nothing else has or can guess."""

    folder: Path

    def print_pdf(self, job: PrintJob) -> PrintResult:
        if not looks_like_pdf(job.pdf):
            return NotPrinted(NoPaperBecause.REFUSED)
        if not job.still_wanted():
            return NotPrinted(NoPaperBecause.OVER)
        name = f"{_plain(job.title)}-{secrets.token_hex(4)}.pdf"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            _write_new(self.folder / name, job.pdf)
        except OSError:
            return NotPrinted(NoPaperBecause.REFUSED)
        return SavedTo(self.folder, name)

    def trouble(self) -> NoPaperBecause | None:
        return None

    def purge(self) -> bool:
        """Nothing waits in a folder."""
        return True


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that did not exist, or leave none behind; a link laid out in its place is not followed."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _plain(title: str) -> str:
    """Make a file name of letters, digits and hyphens: `Führungszeugnis` → `Fuhrungszeugnis`."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", ascii_only).strip("-")[:60] or "sheet"
