"""The CUPS adapter against programs that this test writes: every answer a spooler can give, no waiting."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.paper import cups_programs
from kiosk.paper.choice import NoPrinter, choose_printer
from kiosk.paper.cups import CupsPrinter
from kiosk.paper.cups_programs import CupsPrograms
from kiosk.paper.folder import FolderPrinter
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintJob

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 100

PROGRAM = """#!{python} -IS
import json, os, sys, time
folder = {folder!r}
name, arguments = os.path.basename(sys.argv[0]), sys.argv[1:]
with open(folder + "/spooler.json") as file:
    spooler = json.load(file)
with open(folder + "/calls", "a") as file:
    print(name, *arguments, os.environ.get("LC_ALL"), os.environ.get("CUPS_SERVER"), file=file)
if name in spooler["hangs"]:
    sys.stdin.read() if name != "lp" else None
    time.sleep(60)
if name == "lp" and "resume" in arguments:
    if spooler["lost"]:
        sys.exit("lp: Job #7 does not exist!")
    spooler["released"] = True
elif name == "lp":
    if spooler["refuses"]:
        sys.exit("lp: Destination is not accepting jobs.")
    with open(folder + "/received", "wb") as file:
        file.write(sys.stdin.buffer.read())
    print("request id is laser-7 (0 file(s))")
elif name == "cancel":
    if spooler["over"]:
        sys.exit("cancel: cancel-job failed: Job #7 is already completed - can't cancel.")
    spooler["waiting"], spooler["over"] = [], "job-canceled-by-user"
elif "-d" in arguments:
    default = spooler["default"]
    print("system default destination: " + default if default else "no system default destination")
elif "-e" in arguments:
    print(*spooler["queues"], sep="\\n")
elif "-p" in arguments:
    print("printer laser " + spooler["status"] + "  enabled since Mon Nov 23 17:28:51 2026")
    print("\\tForm mounted:\\n\\tAlerts: " + spooler["alerts"] + "\\n\\tLocation: ")
elif "-a" in arguments:
    print("laser " + spooler["accepting"] + " since Mon Nov 23 17:28:51 2026")
elif "not-completed" in arguments:
    for job in spooler["waiting"]:
        print(job + "                 kiosk              1024   Mon Nov 23 17:28:51 2026")
    if spooler["looks"]:
        spooler.update(spooler["looks"].pop(0))
elif spooler["over"]:
    for job, alerts in (("laser-6", "job-canceled-by-user"), ("laser-7", spooler["over"])):
        print(job + "  kiosk 1024   Mon Nov 23 17:28:51 2026")
        print("\\tStatus: \\n\\tAlerts: " + alerts + "\\n\\tqueued for laser")
with open(folder + "/spooler.json", "w") as file:
    json.dump(spooler, file)
"""


class Spooler:
    """What the programs will say; `looks` changes it, one entry each time the queue is looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for program in ("lp", "lpstat", "cancel"):
            path = folder / program
            path.write_text(PROGRAM.format(python=sys.executable, folder=str(folder)))
            path.chmod(0o755)
        self.says()

    def says(self, **changes: Any) -> None:
        (self.folder / "spooler.json").write_text(
            json.dumps(
                {
                    "queues": ["laser", "other"],
                    "default": "laser",
                    "status": "is idle.",
                    "alerts": "none",
                    "accepting": "accepting requests",
                    "waiting": [],
                    "looks": [],
                    "over": None,
                    "refuses": False,
                    "released": False,
                    "lost": False,
                    "hangs": [],
                }
                | changes
            )
        )

    @property
    def calls(self) -> list[list[str]]:
        path = self.folder / "calls"
        return [line.split() for line in path.read_text().splitlines()] if path.exists() else []

    def called(self, program: str) -> list[list[str]]:
        return [call for call in self.calls if call[0] == program]


@pytest.fixture
def spooler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spooler:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return Spooler(tmp_path)


class Clock:
    """Time that passes only while somebody pauses."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def now(self) -> float:
        return self.now_s

    def pause(self, seconds: float) -> None:
        self.now_s += seconds


def printer(deadline_s: float = 5.0) -> CupsPrinter:
    clock = Clock()
    return CupsPrinter("laser", CupsPrograms(), deadline_s, clock.now, clock.pause)


JOB = PrintJob("visit-0042", "Meldebescheinigung", PDF, lambda: True)
TAKEN: dict[str, Any] = {"waiting": ["laser-7"]}
OUT: dict[str, Any] = {"waiting": [], "over": "processing-to-stop-point"}


def test_a_sheet_comes_out(spooler: Spooler) -> None:
    spooler.says(looks=[TAKEN, {}, {}, OUT])
    assert printer().print_pdf(JOB) == Printed("laser")
    assert (spooler.folder / "received").read_bytes() == PDF
    held, released = (" ".join(call) for call in spooler.called("lp"))
    assert held == "lp -d laser -t visit-0042 -H hold -o job-sheets=none -o job-cancel-after=35 - C None"
    assert released == "lp -i laser-7 -H resume C None"
    assert not spooler.called("cancel")


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        ({"alerts": "media-jam-error"}, NoPaperBecause.JAM),
        ({"alerts": "toner-low-report cover-open"}, NoPaperBecause.JAM),
        ({"alerts": "media-empty-error"}, NoPaperBecause.EMPTY),
        ({"alerts": "media-needed"}, NoPaperBecause.EMPTY),
        ({"alerts": "marker-supply-empty-error"}, NoPaperBecause.EMPTY),
        ({"alerts": "offline-report none shutdown"}, NoPaperBecause.OFF),
        ({"alerts": "paused", "status": "disabled since Mon Nov 23 17:28:54 2026 -"}, NoPaperBecause.OFF),
        ({"status": "disabled since Mon Nov 23 17:28:54 2026 -"}, NoPaperBecause.OFF),
        ({"accepting": "not accepting requests"}, NoPaperBecause.REFUSED),
    ],
)
def test_trouble_is_seen_before_anything_is_handed_over(
    spooler: Spooler, says: dict[str, Any], reason: NoPaperBecause
) -> None:
    spooler.says(**says)
    assert printer().print_pdf(JOB) == NotPrinted(reason)
    assert not spooler.called("lp")


@pytest.mark.parametrize(
    "alerts", ["none", "toner-low-warning", "media-low-report", "media-empty-warning", "wear-7"]
)
def test_warnings_let_a_sheet_through(spooler: Spooler, alerts: str) -> None:
    spooler.says(alerts=alerts, looks=[OUT])
    assert printer().print_pdf(JOB) == Printed("laser")


def test_a_job_is_destroyed_when_its_time_is_over(spooler: Spooler) -> None:
    spooler.says(looks=[TAKEN])
    slow = printer(deadline_s=3.0)
    assert slow.print_pdf(JOB) == NotPrinted(NoPaperBecause.TIMEOUT)
    assert [call[:3] for call in spooler.called("cancel")] == [["cancel", "-x", "laser-7"]]
    assert len(spooler.called("lp")) == 2
    assert slow.now() == 3.0


def test_a_jam_on_the_way_destroys_the_job(spooler: Spooler) -> None:
    spooler.says(looks=[TAKEN, {"alerts": "media-jam-error"}])
    assert printer().print_pdf(JOB) == NotPrinted(NoPaperBecause.JAM)
    assert [call[:3] for call in spooler.called("cancel")] == [["cancel", "-x", "laser-7"]]


def test_paper_that_came_out_at_the_last_moment_counts(spooler: Spooler) -> None:
    spooler.says(looks=[TAKEN, {"alerts": "media-jam-error", **OUT}])
    assert printer().print_pdf(JOB) == Printed("laser")


@pytest.mark.parametrize("over", ["job-canceled-by-user", "job-canceled-at-device", "aborted-by-system"])
def test_a_job_that_the_spooler_gave_up(spooler: Spooler, over: str) -> None:
    spooler.says(looks=[TAKEN, {"waiting": [], "over": over}])
    assert printer().print_pdf(JOB) == NotPrinted(NoPaperBecause.REFUSED)


FORGOTTEN: dict[str, Any] = {"waiting": [], "over": None}


def test_without_history_a_job_that_is_over_without_trouble_came_out(spooler: Spooler) -> None:
    spooler.says(looks=[TAKEN, FORGOTTEN])
    assert printer().print_pdf(JOB) == Printed("laser")


def test_without_history_a_job_that_stopped_the_printer_did_not_come_out(spooler: Spooler) -> None:
    spooler.says(looks=[TAKEN, {**FORGOTTEN, "status": "disabled since Mon Nov 23 17:28:54 2026 -"}])
    assert printer().print_pdf(JOB) == NotPrinted(NoPaperBecause.OFF)


class Citizen:
    """Is wanted so many times; then the visit is over."""

    def __init__(self, times: int) -> None:
        self._left = times

    def still_wanted(self) -> bool:
        self._left -= 1
        return self._left >= 0


def test_a_job_is_never_released_once_its_visit_is_over(spooler: Spooler) -> None:
    job = PrintJob("visit-0042", "Meldebescheinigung", PDF, lambda: False)
    assert printer().print_pdf(job) == NotPrinted(NoPaperBecause.OVER)
    assert len(spooler.called("lp")) == 1, "it was handed over, held, and not released"
    assert [call[:3] for call in spooler.called("cancel")] == [["cancel", "-x", "laser-7"]]


def test_a_visit_that_ends_while_its_sheet_waits_has_it_destroyed(spooler: Spooler) -> None:
    spooler.says(looks=[TAKEN])
    job = PrintJob("visit-0042", "Meldebescheinigung", PDF, Citizen(2).still_wanted)
    assert printer().print_pdf(job) == NotPrinted(NoPaperBecause.OVER)
    assert [call[:3] for call in spooler.called("cancel")] == [["cancel", "-x", "laser-7"]]


def test_what_another_destroyed_meanwhile_did_not_come_out(spooler: Spooler) -> None:
    spooler.says(lost=True, over="job-canceled-by-user")
    assert printer().print_pdf(JOB) == NotPrinted(NoPaperBecause.REFUSED)
    spooler.says(looks=[TAKEN, FORGOTTEN])
    job = PrintJob("visit-0042", "Meldebescheinigung", PDF, Citizen(1).still_wanted)
    assert printer().print_pdf(job) == NotPrinted(NoPaperBecause.OVER)


def test_in_a_queue_of_its_own_the_terminal_first_destroys_what_an_earlier_visit_left(
    spooler: Spooler,
) -> None:
    spooler.says(waiting=["laser-3"])
    shared = printer()
    shared.purge()
    assert not spooler.called("cancel"), "in somebody else's queue nothing is touched"
    replace(shared, alone=True).purge()
    assert [call[:3] for call in spooler.called("cancel")] == [["cancel", "-x", "laser-3"]]
    spooler.says(waiting=["laser-3"], looks=[{}, TAKEN, OUT])
    assert replace(shared, alone=True).print_pdf(JOB) == Printed("laser")
    cancelled, handed_over = (
        next(i for i, call in enumerate(spooler.calls) if call[0] == program) for program in ("cancel", "lp")
    )
    assert cancelled < handed_over


def test_nobody_prints_while_another_visits_sheet_cannot_be_destroyed(spooler: Spooler) -> None:
    spooler.says(waiting=["laser-3"], over="processing")
    assert replace(printer(), alone=True).print_pdf(JOB) == NotPrinted(NoPaperBecause.REFUSED)
    assert not spooler.called("lp")


def test_a_spooler_that_does_not_take_it(spooler: Spooler) -> None:
    spooler.says(refuses=True)
    assert printer().print_pdf(JOB) == NotPrinted(NoPaperBecause.REFUSED)


@pytest.fixture
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups_programs, "PATIENCE_S", 1.0)


@pytest.mark.usefixtures("short_patience")
def test_a_hand_over_that_hangs_leaves_nothing_behind(spooler: Spooler) -> None:
    spooler.says(hangs=["lp"], waiting=["laser-3"], looks=[{"waiting": ["laser-3", "laser-7"]}])
    assert printer().print_pdf(JOB) == NotPrinted(NoPaperBecause.REFUSED)
    assert [call[:3] for call in spooler.called("cancel")] == [["cancel", "-x", "laser-7"]]


@pytest.mark.usefixtures("short_patience")
def test_a_spooler_that_hangs_is_off(spooler: Spooler) -> None:
    spooler.says(hangs=["lpstat"])
    assert printer().print_pdf(JOB) == NotPrinted(NoPaperBecause.OFF)


def test_an_interrupted_wait_destroys_the_job_too(spooler: Spooler) -> None:
    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    spooler.says(looks=[TAKEN])
    clock = Clock()
    with pytest.raises(KeyboardInterrupt):
        CupsPrinter("laser", CupsPrograms(), 5.0, clock.now, interrupt).print_pdf(JOB)
    assert [call[:3] for call in spooler.called("cancel")] == [["cancel", "-x", "laser-7"]]


def test_what_is_no_pdf_never_reaches_the_spooler(spooler: Spooler) -> None:
    assert printer().print_pdf(PrintJob("v", "t", b"hello", lambda: True)) == NotPrinted(
        NoPaperBecause.REFUSED
    )
    assert not spooler.calls


def test_another_spooler_is_asked_through_its_own_address(spooler: Spooler) -> None:
    assert CupsPrograms("/run/own.sock").printers() == ("laser", "other")
    assert {call[-1] for call in spooler.calls} == {"/run/own.sock"}


@pytest.mark.parametrize(
    ("says", "name"),
    [
        ({}, "laser"),
        ({"default": "other"}, "other"),
        ({"default": ""}, "laser"),
        ({"default": "gone"}, "laser"),
    ],
)
def test_the_default_queue_is_taken(
    spooler: Spooler, says: dict[str, Any], name: str, tmp_path: Path
) -> None:
    spooler.says(**says)
    chosen = choose_printer(None, tmp_path)
    assert isinstance(chosen, CupsPrinter)
    assert chosen.name == name


def test_without_a_queue_the_folder_is_taken(spooler: Spooler, tmp_path: Path) -> None:
    spooler.says(queues=[], default="")
    assert choose_printer(None, tmp_path) == FolderPrinter(tmp_path)


def test_without_cups_the_folder_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert choose_printer(None, tmp_path) == FolderPrinter(tmp_path)


def test_a_configured_queue_is_never_replaced_by_a_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    chosen = choose_printer("laser", tmp_path)
    assert isinstance(chosen, CupsPrinter)
    assert chosen.alone
    chosen.purge()
    assert chosen.print_pdf(JOB) == NotPrinted(NoPaperBecause.OFF)
    assert list(tmp_path.iterdir()) == []


def test_without_queue_and_folder_there_is_no_paper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    chosen = choose_printer(None, None)
    assert isinstance(chosen, NoPrinter)
    assert chosen.print_pdf(JOB) == NotPrinted(NoPaperBecause.OFF)
