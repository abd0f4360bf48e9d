"""Sheets in a folder: one file each, for nobody else to read, never over another."""

import stat
from pathlib import Path

import pytest

from kiosk.paper.folder import FolderPrinter
from kiosk.printing import NoPaperBecause, NotPrinted, PrintJob, SavedTo

PDF = b"%PDF-1.7\n..."


def saved(folder: Path, title: str = "Meldebescheinigung") -> Path:
    result = FolderPrinter(folder).print_pdf(PrintJob("v1", title, PDF, lambda: True))
    assert isinstance(result, SavedTo)
    assert result.folder == folder
    return folder / result.file


def test_each_sheet_is_a_file_of_its_own(tmp_path: Path) -> None:
    first, second = saved(tmp_path / "papers"), saved(tmp_path / "papers")
    assert first != second
    assert first.read_bytes() == second.read_bytes() == PDF
    assert first.name.startswith("Meldebescheinigung-")
    assert first.suffix == ".pdf"


def test_nobody_else_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "papers"
    folder.mkdir(parents=True, mode=0o755)
    path = saved(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("title", "start"),
    [
        ("Führungszeugnis (Belegart N)", "Fuhrungszeugnis-Belegart-N-"),
        ("../../etc/x", "etc-x-"),
        ("…", "sheet-"),
    ],
)
def test_titles_make_plain_names(tmp_path: Path, title: str, start: str) -> None:
    path = saved(tmp_path, title)
    assert path.parent == tmp_path
    assert path.name.startswith(start)


def test_a_link_laid_out_beforehand_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _: "0000")
    target = tmp_path / "target"
    (tmp_path / "Blatt-0000.pdf").symlink_to(target)
    result = FolderPrinter(tmp_path).print_pdf(PrintJob("v1", "Blatt", PDF, lambda: True))
    assert result == NotPrinted(NoPaperBecause.REFUSED)
    assert not target.exists()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = FolderPrinter(tmp_path / "file" / "papers").print_pdf(PrintJob("v1", "Blatt", PDF, lambda: True))
    assert result == NotPrinted(NoPaperBecause.REFUSED)


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    result = FolderPrinter(tmp_path / "papers").print_pdf(PrintJob("v1", "Blatt", b"<html>", lambda: True))
    assert result == NotPrinted(NoPaperBecause.REFUSED)
    assert not (tmp_path / "papers").exists()


def test_a_job_does_not_show_its_pages() -> None:
    assert "%PDF" not in repr(PrintJob("v1", "Blatt", PDF, lambda: True))
