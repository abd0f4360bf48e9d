"""The scanner through the real `scanimage` and SANE's test backend, and through programs that misbehave."""

import shutil
import sys
from pathlib import Path

import pytest

from kiosk.config import ScannerDevice
from kiosk.scanning.choice import choose_scanner
from kiosk.scanning.pictures import NoPictureError, page_of
from kiosk.scanning.scanimage import ScanimageScanner, command_for
from kiosk.scanning.scanner import NO_SCANNER, NoScanBecause, NotScanned, Scanned

REAL = pytest.mark.skipif(shutil.which("scanimage") is None, reason="sane-utils is not installed")


def real(*options: str) -> ScanimageScanner:
    command = command_for("test", source="Flatbed", mode="Color", resolution_dpi=50)
    return ScanimageScanner((*command, *options), silence_seconds=60, deadline_seconds=100)


def program(source: str, *, silence: float = 20, deadline: float = 60) -> ScanimageScanner:
    return ScanimageScanner((sys.executable, "-c", source), silence, deadline)


@REAL
def test_a_sheet_becomes_a_page() -> None:
    result = real("--test-picture=Grid").scan()
    assert isinstance(result, Scanned)
    page = page_of(result.picture)
    assert page.width_px > 300
    assert page.height_px > 300
    assert "picture" not in repr(page)


@REAL
@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("DEVICE_BUSY", NoScanBecause.BUSY),
        ("JAMMED", NoScanBecause.JAM),
        ("NO_DOCS", NoScanBecause.EMPTY),
        ("COVER_OPEN", NoScanBecause.OPEN),
        ("IO_ERROR", NoScanBecause.OFF),
        ("ACCESS_DENIED", NoScanBecause.OFF),
    ],
)
def test_what_the_device_has_against_it_is_told(status: str, reason: NoScanBecause) -> None:
    assert real(f"--read-return-value=SANE_STATUS_{status}").scan() == NotScanned(reason)


@REAL
def test_a_device_that_is_not_there_is_off() -> None:
    command = command_for("nosuch:0", source="", mode="", resolution_dpi=50)
    assert ScanimageScanner(command, 20, 60).scan() == NotScanned(NoScanBecause.OFF)


def test_a_machine_without_the_program_has_its_scanner_off() -> None:
    assert ScanimageScanner(("/no/such/program",), 20, 60).scan() == NotScanned(NoScanBecause.OFF)


def test_a_driver_that_says_nothing_is_given_up() -> None:
    hanging = program("import time; time.sleep(600)", silence=0.2)
    assert hanging.scan() == NotScanned(NoScanBecause.SILENT)


def test_a_driver_that_says_too_little_for_too_long_is_given_up() -> None:
    source = "import sys, time\nwhile True: sys.stdout.write('.'); sys.stdout.flush(); time.sleep(0.05)"
    assert program(source, deadline=0.5).scan() == NotScanned(NoScanBecause.SILENT)


def test_a_cable_pulled_in_the_middle_gives_no_half_page() -> None:
    half = "import sys\nsys.stdout.buffer.write(b'P6\\n4 4\\n255\\n' + bytes(11))\nsys.stdout.flush()\n"
    assert program(f"{half}sys.exit(9)").scan() == NotScanned(NoScanBecause.OFF)


def test_an_end_without_a_picture_is_none() -> None:
    assert program("pass").scan() == NotScanned(NoScanBecause.GARBAGE)


@pytest.mark.parametrize("came", [b"", b"P6\n4 4\n255\n" + bytes(11), b"<html>", b"P6\n20000 9\n255\n"])
def test_what_is_no_whole_picture_is_no_page(came: bytes) -> None:
    with pytest.raises(NoPictureError):
        page_of(came)


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    source = "import sys\nsys.stdout.buffer.write(b'P6\\n4 4\\n255\\n' + bytes(48))"
    assert isinstance(program(source).scan(), Scanned)
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_without_a_device_has_no_scanner() -> None:
    assert choose_scanner(ScannerDevice()) is NO_SCANNER
    assert not NO_SCANNER.is_there
    assert NO_SCANNER.scan() == NotScanned(NoScanBecause.OFF)
    assert choose_scanner(ScannerDevice(device="test")).is_there
