"""A slip on A4: tagged, in two languages, one page, and handed to the printer as the visit's own job."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pdf_reading import facts, structure, words

from kiosk.bochum_id.values import LocalisedText
from kiosk.paper.slip_on_a4 import SlipOnA4
from kiosk.paper.slip_sheet import slip_sheet
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintJob, PrintResult, SlipJob
from tests.samples import SLIP

pytestmark = pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler-utils is not installed")


def test_it_is_one_tagged_page_in_both_languages(tmp_path: Path) -> None:
    pdf = slip_sheet(SLIP, "en")
    told = facts(pdf, tmp_path)
    assert (told["Tagged"], told["Pages"]) == ("yes", "1")
    assert told["Page size"].endswith("(A4)")
    assert told["Title"] == "Your waiting number"
    said = words(pdf, tmp_path)
    for part in ("Your waiting number", "Ihre Wartenummer", "A 4711", "first floor", "1. Stock"):
        assert part in said
    assert said.count("Bürgerbüro Mitte") == 1, "what is the same in both languages stands there once"
    assert "Please bring along" in said
    tags = structure(pdf, tmp_path)
    assert "H1" in tags
    assert "H2" in tags
    assert "Figure" in tags
    assert "LBody" in tags


def test_in_german_everything_stands_there_once(tmp_path: Path) -> None:
    said = words(slip_sheet(SLIP, "de"), tmp_path)
    assert "Your" not in said
    assert said.count("Ihre Wartenummer") == 1


def test_without_code_picture_and_list_it_is_text_alone(tmp_path: Path) -> None:
    bare = replace(SLIP, code="", qr="", bring=(), lines=())
    assert words(slip_sheet(bare, "de"), tmp_path) == "Stadt Bochum Ihre Wartenummer"


@pytest.mark.parametrize(
    ("language", "title"), [("ar", "رقم الانتظار"), ("uk", "Ваш номер у черзі"), ("tr", "Sıra numaranız")]
)
def test_other_scripts_have_their_letters(language: str, title: str, tmp_path: Path) -> None:
    slip = replace(SLIP, title=LocalisedText.of({"de": "Ihre Wartenummer", language: title}))
    pdf = slip_sheet(slip, language)
    assert facts(pdf, tmp_path)["Title"] == title
    assert "Ihre Wartenummer" in words(pdf, tmp_path)


class Tray:
    def __init__(self, result: PrintResult) -> None:
        self.jobs: list[PrintJob] = []
        self.result = result

    def print_pdf(self, job: PrintJob) -> PrintResult:
        self.jobs.append(job)
        return self.result


@pytest.mark.parametrize("result", [Printed("laser"), NotPrinted(NoPaperBecause.JAM)])
def test_it_goes_to_the_printer_as_the_visits_job(result: PrintResult) -> None:
    tray = Tray(result)
    assert SlipOnA4(tray).print_slip(SlipJob("visit-7", SLIP, "en", lambda: True)) == result
    (job,) = tray.jobs
    assert (job.visit_id, job.title) == ("visit-7", "Ihre Wartenummer")
    assert job.pdf.startswith(b"%PDF-")
