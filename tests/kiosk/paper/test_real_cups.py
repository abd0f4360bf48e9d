"""A real CUPS scheduler of our own: own socket, own folders, and a printer that this test can jam."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.paper.choice import choose_printer
from kiosk.paper.cups import CupsPrinter
from kiosk.paper.cups_programs import CupsPrograms
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintJob

CUPSD = shutil.which("cupsd", path="/usr/sbin:/usr/bin:/sbin:/bin")
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 1000
JOB = PrintJob("visit-0042", "Meldebescheinigung", PDF, lambda: True)

pytestmark = [
    pytest.mark.xdist_group("cupsd"),
    pytest.mark.skipif(CUPSD is None, reason="cupsd is not installed (Debian package cups)"),
    pytest.mark.skipif(os.geteuid() != 0, reason="cupsd needs root to run a printer of its own"),
]
SCHEDULER = """
Listen {root}/cups.sock
LogLevel debug
Browsing No
WebInterface No
PreserveJobFiles No
PreserveJobHistory No
ErrorPolicy retry-job
<Location />
  Order allow,deny
  Allow all
</Location>
"""

FILES = """
User lp
Group lp
SystemGroup root lpadmin
ServerRoot {root}/etc
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/state
TempDir {root}/temp
DataDir /usr/share/cups
ServerBin {root}/bin
AccessLog {root}/access
ErrorLog {root}/errors
PageLog {root}/pages
"""

PAPER = """#!{python} -IS
# A printer whose tray is a folder. Files named "jam", "slow" and "fails" make it so.
import os, shutil, sys, time
if len(sys.argv) == 1:
    print('direct paper "Unknown" "Paper"')
    sys.exit(0)
if os.path.exists({root!r} + "/fails"):
    sys.exit(1)
while os.path.exists({root!r} + "/slow"):
    time.sleep(0.05)
jam = {root!r} + "/jam"
if os.path.exists(jam):
    print("STATE: +media-jam-error", file=sys.stderr, flush=True)
    while os.path.exists(jam):
        time.sleep(0.05)
print("STATE: -media-jam-error", file=sys.stderr, flush=True)
with open(sys.argv[6], "rb") if len(sys.argv) > 6 else sys.stdin.buffer as sheet:
    with open({root!r} + "/tray/" + sys.argv[1] + "-" + sys.argv[3], "wb") as tray:
        shutil.copyfileobj(sheet, tray)
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Start a scheduler with one queue, "paper"."""
    assert CUPSD is not None
    root = tmp_path_factory.mktemp("cups")
    # The scheduler reaches its folders as user lp.
    for above in (root, *root.parents[:3]):
        if above != Path("/tmp") and above.owner() == "root":  # noqa: S108 - compared, not used
            above.chmod(0o755)
    for folder in ("etc", "spool", "cache", "state", "temp", "tray", "bin/backend", "bin/notifier"):
        (root / folder).mkdir(parents=True)
    for folder in ("spool", "cache", "state", "temp", "tray"):
        shutil.chown(root / folder, "lp", "lp")
    (root / "bin/filter").symlink_to("/usr/lib/cups/filter")
    (root / "bin/daemon").symlink_to("/usr/lib/cups/daemon")
    backend = root / "bin/backend/paper"
    backend.write_text(PAPER.format(python=sys.executable, root=str(root)))
    backend.chmod(0o700)
    (root / "etc/cupsd.conf").write_text(SCHEDULER.format(root=root))
    (root / "etc/cups-files.conf").write_text(FILES.format(root=root))
    arguments = ["-f", "-c", str(root / "etc/cupsd.conf"), "-s", str(root / "etc/cups-files.conf")]
    with subprocess.Popen(
        [CUPSD, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as scheduler:
        try:
            ask(root, "lpadmin", "-p", "paper", "-E", "-v", "paper:/", "-m", "raw")
            yield root
        finally:
            scheduler.terminate()


def ask(root: Path, *command: str) -> str:
    """Run one of CUPS's programs, as often as it takes until the scheduler listens."""
    environment = {**os.environ, "CUPS_SERVER": f"{root}/cups.sock", "LC_ALL": "C"}
    tick = threading.Event()
    for _ in range(100):
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=20
        )
        if done.returncode == 0:
            return done.stdout
        tick.wait(0.1)
    raise AssertionError(f"{command}: {done.stderr}\n{(root / 'errors').read_text()[-4000:]}")


def spooled(root: Path) -> list[str]:
    """What lies in the spool of jobs and their documents, once the scheduler has cleared up (R80)."""
    for _ in range(100):
        if not (left := sorted(file.name for file in (root / "spool").glob("[cd]*"))):
            break
        threading.Event().wait(0.05)
    return left


@pytest.fixture
def programs(root: Path) -> CupsPrograms:
    return CupsPrograms(f"{root}/cups.sock")


def test_the_sheet_arrives_as_it_was_sent(root: Path, programs: CupsPrograms) -> None:
    chosen = choose_printer(None, None, programs=programs)
    assert isinstance(chosen, CupsPrinter)
    assert chosen.print_pdf(JOB) == Printed("paper")
    (sheet,) = (root / "tray").iterdir()
    assert sheet.read_bytes() == PDF
    assert sheet.name.endswith("-visit-0042")
    assert spooled(root) == []
    sheet.unlink()


def test_a_jam_destroys_the_job_and_it_never_comes_out_later(root: Path, programs: CupsPrograms) -> None:
    jam = root / "jam"
    jam.touch()
    printer = CupsPrinter("paper", programs)
    assert printer.print_pdf(JOB) == NotPrinted(NoPaperBecause.JAM)
    assert programs.waiting("paper") == frozenset()
    assert printer.print_pdf(JOB) == NotPrinted(NoPaperBecause.JAM)
    jam.unlink()
    assert printer.programs.trouble("paper") is NoPaperBecause.JAM
    ask(root, "lp", "-d", "paper", str(root / "etc/cupsd.conf"))
    for _ in range(100):
        if not programs.waiting("paper"):
            break
        threading.Event().wait(0.05)
    (sheet,) = (root / "tray").iterdir()
    assert sheet.read_bytes() == (root / "etc/cupsd.conf").read_bytes()
    assert spooled(root) == []
    sheet.unlink()


def test_a_paused_queue_is_off(root: Path, programs: CupsPrograms) -> None:
    ask(root, "cupsdisable", "paper")
    assert CupsPrinter("paper", programs).print_pdf(JOB) == NotPrinted(NoPaperBecause.OFF)
    ask(root, "cupsenable", "paper")
    ask(root, "cupsreject", "paper")
    assert CupsPrinter("paper", programs).print_pdf(JOB) == NotPrinted(NoPaperBecause.REFUSED)
    ask(root, "cupsaccept", "paper")


def test_a_queue_nobody_knows_is_off(programs: CupsPrograms) -> None:
    assert CupsPrinter("nowhere", programs).print_pdf(JOB) == NotPrinted(NoPaperBecause.OFF)


KILLED = """
import os, signal, sys, threading
from kiosk.paper.cups import CupsPrinter
from kiosk.paper.cups_programs import CupsPrograms
from kiosk.printing import PrintJob

server, asked = sys.argv[1], int(sys.argv[2])

def still_wanted():
    global asked
    asked -= 1
    if asked == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return True

pdf = b"%PDF-1.7 of the visit that was killed"
job = PrintJob("killed", "Blatt", pdf, still_wanted)
CupsPrinter("paper", CupsPrograms(server), alone=True).print_pdf(job)
"""


@pytest.mark.parametrize("asked", [1, 2], ids=["held", "on the printer"])
def test_a_killed_visits_sheet_never_comes_out_in_the_next(
    root: Path, programs: CupsPrograms, asked: int
) -> None:
    (root / "slow").touch()
    command = [sys.executable, "-c", KILLED, f"{root}/cups.sock", str(asked)]
    assert subprocess.run(command, check=False, timeout=30).returncode == -signal.SIGKILL
    assert len(programs.waiting("paper")) == 1
    following = CupsPrinter("paper", programs, alone=True)
    assert following.purge()
    assert programs.waiting("paper") == frozenset()
    assert spooled(root) == []
    (root / "slow").unlink()
    assert following.print_pdf(JOB) == Printed("paper")
    (sheet,) = (root / "tray").iterdir()
    assert sheet.name.endswith("-visit-0042")
    assert spooled(root) == []
    sheet.unlink()


def test_a_job_waits_until_it_is_released(root: Path, programs: CupsPrograms) -> None:
    looked: list[list[str]] = []

    def still_wanted() -> bool:
        looked.append([sheet.name for sheet in (root / "tray").iterdir()])
        return False

    job = PrintJob("visit-0042", "Meldebescheinigung", PDF, still_wanted)
    assert CupsPrinter("paper", programs).print_pdf(job) == NotPrinted(NoPaperBecause.OVER)
    assert looked == [[]]
    assert spooled(root) == []
    assert list((root / "tray").iterdir()) == []


def test_a_printer_that_fails_says_so_and_recovers_by_itself(root: Path, programs: CupsPrograms) -> None:
    (root / "fails").touch()
    printer = CupsPrinter("paper", programs, deadline_s=1.0, alone=True)
    assert printer.print_pdf(JOB) == NotPrinted(NoPaperBecause.TIMEOUT)
    assert spooled(root) == []
    (root / "fails").unlink()
    assert printer.trouble() is None
    assert printer.print_pdf(JOB) == Printed("paper")
    (sheet,) = (root / "tray").iterdir()
    sheet.unlink()
