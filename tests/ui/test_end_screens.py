"""From sending to goodbye: the card first, what became of the paper, what to do next, the last words."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playing import Play
from seeing import called, eyes, sample, shown, tap, words

from cardreader.reader import EmptyReader
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.delivery import NotPrinted
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language, Preferences
from ui.gallery.render import LANDSCAPE, PORTRAIT, Studio

ENGLISH = Preferences(language=Language.ENGLISH)


def show(room: Studio, name: str) -> set[str]:
    room.app.show(sample(name, ENGLISH).visit)
    room.settle()
    return set(words(room))


@pytest.mark.parametrize("name", ["OpeningApplication", "Pricing", "Sending", "Printing"])
def test_while_the_terminal_works_it_says_so_and_nothing_can_be_pressed_twice(
    room: Studio, name: str
) -> None:
    said = show(room, name)
    assert shown(room, "Busy")
    assert not shown(room, "PrimaryButton")
    assert len(said) > 3


def test_the_card_comes_first(open_stage: Callable[..., Play]) -> None:
    play = open_stage("TakeCard")
    assert "Done.\nNow take your card." in words(play)
    assert not shown(play, "PrimaryButton")
    play.dispatch(ev.ReaderChanged(EmptyReader("Reader")))
    play.settle()
    assert "Your paper is coming." in words(play)


def test_a_printed_document(room: Studio) -> None:
    said = show(room, "Done")
    assert {
        "Your certificate is ready.",
        "Your paper lies in the printer. Take it with you.",
        "MB-2026-004712",
        "City of Bochum, citizen office Mitte",
        "is there already",
        "The terminal has kept nothing.",
    } <= said
    assert not [each for each in said if "cash desk" in each]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_a_slip_for_the_cash_desk(open_stage: Callable[..., Play], size: tuple[int, int]) -> None:
    play = open_stage("Done-slip", size=size)
    assert {
        "Sent.\nNow pay at the cash desk.",
        "To pay at the cash desk",
        "18 euros",
        "Take the slip to the cash desk.",
        "at most 5 minutes",
        "MB-2026-004711",
    } <= set(words(play))
    assert "Your certificate is ready." not in words(play)
    assert shown(play, "Answers")[0].property("pages") == 1


def test_a_file_instead_of_a_printer(room: Studio) -> None:
    said = show(room, "Done-saved")
    assert {"/var/spool/kiosk", "Meldebescheinigung.pdf", "Otherwise the terminal has kept nothing."} <= said
    assert "The terminal has kept nothing." not in said


def test_an_answer_that_takes_a_while(room: Studio) -> None:
    said = show(room, "Done-later")
    assert {"Done. Your application has arrived.", "at most 5 minutes"} <= said


@pytest.mark.parametrize(
    ("failure", "cause"),
    [
        (Failure.PRINTER_JAM, "Paper is stuck in the printer."),
        (Failure.PRINTER_EMPTY, "The printer has no paper."),
        (Failure.PRINTER_OFF, "The printer is switched off."),
        (Failure.PRINTER_SLOW, "The paper could not be printed."),
        (Failure.BACKEND_UNREACHABLE, "The paper could not be printed."),
    ],
)
def test_missing_paper_says_why_and_can_be_tried_again(
    open_stage: Callable[..., Play], failure: Failure, cause: str
) -> None:
    play = open_stage("Done")
    visit = play.visit
    assert isinstance(visit.scene, st.Done)
    play.start(replace(visit, scene=replace(visit.scene, delivery=NotPrinted(failure))))
    assert {cause, failure.value, "Nothing is lost. It stays safe in Bochum-ID."} <= set(words(play))
    tap(play, called(play, "printAgain"))
    assert play.events == [ev.TryAgain()]
    assert isinstance(play.visit.scene, st.Printing)


def test_only_missing_paper_is_printed_again(room: Studio) -> None:
    show(room, "Done")
    assert [each.objectName() for each in shown(room, "SecondaryButton")] == ["toPaper", "toPhone"]


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("Done", ["toPaper", "toPhone"]),
        ("Done-account", ["toPaper", "toPhone", "toMailbox"]),
        ("Done-mailbox", ["toPaper", "toPhone"]),
        ("Done-jam", ["printAgain", "toPhone"]),
    ],
)
def test_the_receipt_goes_where_it_can_go(room: Studio, name: str, ways: list[str]) -> None:
    show(room, name)
    assert [each.objectName() for each in shown(room, "SecondaryButton")] == ways


def test_the_receipt_is_asked_for_by_one_touch(open_stage: Callable[..., Play]) -> None:
    play = open_stage("Done-account")
    tap(play, called(play, "toMailbox"))
    assert play.events == [ev.ReceiptToMailboxAsked()]


@pytest.mark.parametrize(
    ("name", "label", "note"),
    [
        ("Done", "Print receipt", ""),
        ("Done-receipt", "Print receipt", "Your receipt lies in the printer as well."),
        ("Done-receipt-jam", "Print receipt", "The receipt could not be printed. Code: DR-61"),
        ("Done-later", "Print receipt", ""),
        ("Done-slip", "Print slip", ""),
    ],
)
def test_paper_can_be_had_once_more(
    open_stage: Callable[..., Play], name: str, label: str, note: str
) -> None:
    play = open_stage(name)
    button = called(play, "toPaper")
    assert button.property("label") == label
    assert not note or note in words(play)
    tap(play, button)
    assert play.events == [ev.ReceiptOnPaperAsked()]
    assert "One moment, please …" in words(play)


def test_finishing_is_one_event(open_stage: Callable[..., Play]) -> None:
    play = open_stage("Done")
    tap(play, called(play, "primary"))
    assert play.events == [ev.Continue()]
    assert isinstance(play.visit.scene, st.Goodbye)


def test_a_forgotten_card_is_louder_than_the_farewell(open_stage: Callable[..., Play]) -> None:
    play = open_stage("Goodbye-card")
    assert "Take your card with you!" in words(play)
    assert "Glück auf!" not in words(play)
    play.dispatch(ev.ReaderChanged(EmptyReader("Reader")))
    play.settle()
    assert "Glück auf!" in words(play)
    assert "Take your card with you!" not in words(play)


@pytest.mark.parametrize(("name", "torn"), [("Done", False), ("Done-later", False), ("Printing", True)])
def test_the_paper_in_the_picture_is_the_paper_in_the_tray(room: Studio, name: str, torn: bool) -> None:  # noqa: FBT001 - a column of the table
    show(room, name)
    (printer,) = shown(room, "PrinterScene")
    assert f"torn={str(torn).lower()}" in eyes(room).told(printer)
