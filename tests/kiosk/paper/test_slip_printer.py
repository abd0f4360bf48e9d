"""Slips on a receipt printer: words and pictures as they come out of the sandbox's, and every way to fail."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image

from kiosk.bochum_id.values import LocalisedText
from kiosk.config import SlipLine
from kiosk.config import SlipPrinter as SlipPrinterConfig
from kiosk.paper.escpos_printer import EscposPrinter
from kiosk.paper.slip_bytes import slip_bytes
from kiosk.paper.slip_choice import choose_slip_printer
from kiosk.paper.slip_on_a4 import SlipOnA4
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintResult, SlipJob
from kiosk.slip import Slip
from sandbox.slip_printer.paper_roll import Cut, PaperRoll
from sandbox.slip_printer.server import SlipPrinter, State
from tests.samples import SLIP

UMLAUTS = replace(SLIP, title=LocalisedText.of({"de": "Größe für Ärger: 5 €"}), qr="")
ARABIC = replace(SLIP, title=LocalisedText.of({"de": "Ihre Wartenummer", "ar": "رقم الانتظار"}))
UKRAINIAN = replace(SLIP, title=LocalisedText.of({"de": "Ihre Wartenummer", "uk": "Ваш номер у черзі"}))


def printed(slip: Slip, language: str, dots: int = 576) -> tuple[list[str], Image.Image]:
    """The lines of text and the picture of a slip, fed to the paper three bytes at a time."""
    roll = PaperRoll(dots)
    content = slip_bytes(slip, language, dots)
    news = [each for at in range(0, len(content), 3) for each in roll.feed(content[at : at + 3])]
    assert news == [Cut()]
    return roll.words[:], roll.slip()


def blackness(picture: Image.Image) -> float:
    return 1 - sum(picture.convert("L").tobytes()) / 255 / (picture.width * picture.height)


@pytest.mark.parametrize("dots", [576, 512, 384])
def test_what_the_code_page_has_is_printed_as_text(dots: int) -> None:
    words, picture = printed(SLIP, "en", dots)
    text = " ".join(" ".join(words).split())
    for part in ("Your waiting number", "Ihre Wartenummer", "A 4711", "(Warten Sie im 1. Stock.)"):
        assert part in text
    assert text.count("Bürgerbüro Mitte") == 1
    assert "[ ] Your identity card" in text
    assert picture.width == dots
    assert blackness(picture) > 0.03, "the QR code is on it"


def test_umlauts_and_the_euro_sign_are_letters() -> None:
    assert "Größe für Ärger: 5 €" in " ".join(" ".join(printed(UMLAUTS, "de")[0]).split())


@pytest.mark.parametrize("dots", [576, 384])
def test_what_another_device_wrote_stands_last_and_loses_nothing(dots: int) -> None:
    long = "Karte ****4711 " * 4
    words, _ = printed(replace(SLIP, verbatim=("K-U-N-D-E-N-B-E-L-E-G", "", long)), "en", dots)
    text = " ".join(words)
    assert text.index("K-U-N-D-E-N-B-E-L-E-G") > text.index("[ ] Your identity card")
    assert text.count("****4711") == 4


@pytest.mark.parametrize(("slip", "language"), [(ARABIC, "ar"), (UKRAINIAN, "uk")])
def test_what_the_code_page_lacks_becomes_one_picture(slip: Slip, language: str) -> None:
    words, picture = printed(slip, language)
    assert "".join(words).strip() == ""
    assert picture.height > 400
    assert blackness(picture) > 0.03


def test_a_slip_without_anything_but_a_title_is_short() -> None:
    bare = replace(SLIP, code="", qr="", lines=(), bring=())
    assert printed(bare, "de")[1].height < 400


# ---------------------------------------------------------------- the printer


@pytest.fixture
def device() -> Iterator[SlipPrinter]:
    device = SlipPrinter()
    device.start()
    yield device
    device.stop()


def on(device: SlipPrinter, deadline: int = 5) -> EscposPrinter:
    config = SlipPrinterConfig(SlipLine.NETWORK, f"127.0.0.1:{device.port}", deadline_seconds=deadline)
    chosen = choose_slip_printer(config, NoA4())
    assert isinstance(chosen, EscposPrinter)
    return chosen


class NoA4:
    def print_pdf(self, _job: object) -> PrintResult:
        raise AssertionError("the slip went to the A4 printer")

    def trouble(self) -> None:
        return None

    def purge(self) -> bool:
        return True


JOB = SlipJob("visit-7", SLIP, "en", lambda: True)


def test_a_slip_comes_out_of_the_printer_on_the_network(device: SlipPrinter) -> None:
    assert on(device).print_slip(JOB) == Printed("slips")
    assert on(device).print_slip(replace(JOB, slip=ARABIC, language="ar")) == Printed("slips")
    assert len(device.slips) == 2
    assert any("A 4711" in line for line in device.words[0])


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (State.EMPTY, NoPaperBecause.EMPTY),
        (State.OPEN, NoPaperBecause.JAM),
        (State.OFF, NoPaperBecause.OFF),
    ],
)
def test_what_is_wrong_is_seen_before_anything_is_sent(
    device: SlipPrinter, state: State, reason: NoPaperBecause
) -> None:
    device.state = state
    assert on(device).print_slip(JOB) == NotPrinted(reason)
    assert device.slips == []
    device.state = State.READY
    assert on(device).print_slip(JOB) == Printed("slips")


def test_a_printer_that_never_says_it_is_done_is_too_slow(device: SlipPrinter) -> None:
    device.state = State.SLOW
    slow = on(device)
    made = slow.device

    def impatient() -> object:
        line = made()
        line.timeout = 0.2  # type: ignore[attr-defined]
        return line

    assert replace(slow, device=impatient).print_slip(JOB) == NotPrinted(NoPaperBecause.TIMEOUT)  # type: ignore[arg-type]


def test_a_printer_that_is_gone_is_off(device: SlipPrinter) -> None:
    device.stop()
    assert on(device).print_slip(JOB) == NotPrinted(NoPaperBecause.OFF)


def test_nothing_is_sent_once_the_visit_is_over(device: SlipPrinter) -> None:
    assert on(device).print_slip(replace(JOB, still_wanted=lambda: False)) == NotPrinted(NoPaperBecause.OVER)
    assert device.slips == []


def test_a_device_file_answers_nothing_and_takes_everything(tmp_path: object) -> None:
    place = f"{tmp_path}/lp0"
    chosen = choose_slip_printer(SlipPrinterConfig(SlipLine.FILE, place), NoA4())
    assert chosen.print_slip(JOB) == Printed("slips")
    with open(place, "rb") as file:  # noqa: PTH123 - the device file as the kernel has it
        assert file.read() == slip_bytes(SLIP, "en", 576)


def test_without_a_receipt_printer_slips_are_sheets() -> None:
    assert isinstance(choose_slip_printer(SlipPrinterConfig(), NoA4()), SlipOnA4)
