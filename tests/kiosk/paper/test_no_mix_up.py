"""Two visits in quick succession, with delays, lost answers and kills: no page of one comes in the other."""

import random
from dataclasses import dataclass

import pytest
from simulated_spooler import Killed, ProcessLine, SimulatedSpooler

from kiosk.paper.cups import CupsPrinter
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintJob, PrintResult

SCHEDULES = 500
LAST_WORDS_S = 9.0
"""From the end of a visit to the end of its process."""


@dataclass(slots=True)
class OneVisit:
    """A visit process that prints until it has what it wants, is told to end, or is killed."""

    line: ProcessLine
    ends_at: float
    began_at: float = float("inf")
    told_at: float = float("inf")
    """When printing had come to its end, for better or worse."""
    over_at: float | None = None
    purging: bool = False

    @property
    def printer(self) -> CupsPrinter:
        line = self.line
        return CupsPrinter("paper", line, 90.0, now=line.now, pause=line.pause, alone=True)

    def still_wanted(self) -> bool:
        return self.line.now() < self.ends_at

    def may_end(self) -> None:
        """The end of a visit comes from another thread, in the middle of whatever the printing one does.

        Soon after it the supervisor kills the process.
        """
        if not self.still_wanted() and not self.purging:
            self.purging = True
            self.printer.purge()
        if self.line.now() > self.ends_at + LAST_WORDS_S:
            self.line.dead = True

    def live(self, pages: int) -> PrintResult | None:
        """Clear up, print, end; None when the process was killed."""
        try:
            while not self.printer.purge():
                self.line.pause(1)
            self.began_at = self.line.now()
            self.line.between = self.may_end
            result = self._print(pages)
            self.told_at = self.line.now()
            self.ends_at = min(self.ends_at, self.line.now() + 1e-9)
            self.line.pause(1)
        except Killed:
            result = None
        self.line.dead = True
        self.over_at = self.line.now()
        return result

    def _print(self, pages: int) -> PrintResult:
        job = PrintJob(self.line.owner, "Blatt", b"%PDF-" + b"p" * pages, self.still_wanted)
        result = self.printer.print_pdf(job)
        if result == NotPrinted(NoPaperBecause.JAM):
            self.line.pause(20)
            result = self.printer.print_pdf(job)
        return result


@pytest.mark.parametrize("block", range(10))
def test_no_page_of_one_visit_is_released_in_the_other(block: int) -> None:
    size = SCHEDULES // 10
    seen = set()
    for seed in range(block * size, (block + 1) * size):
        chance = random.Random(seed)  # noqa: S311 - a schedule, not a secret
        rough = 4.0 if seed % 3 == 0 else 1.0
        jams = ((chance.uniform(0, 40), chance.uniform(40, 80)),) if chance.random() < 0.3 else ()
        spooler = SimulatedSpooler(page_s=chance.choice((0.2, 2.0, 30.0)), jams=jams)
        first, second = (
            OneVisit(
                ProcessLine(spooler, chance, owner, may_be_killed=True, roughness=rough),
                ends_at=float("inf"),
            )
            for owner in ("first", "second")
        )
        visits = (first, second)
        for visit in visits:
            visit.ends_at = spooler.clock + chance.choice((chance.uniform(1, 40), 1000.0))
            pages = chance.randint(1, 4)
            result = visit.live(pages)
            seen.add(type(result).__name__ if not isinstance(result, NotPrinted) else result.reason.name)
            mine = [page for page in spooler.tray if page.owner == visit.line.owner]
            if isinstance(result, Printed):
                assert len(mine) >= pages, (
                    f"schedule {seed}: told printed, but {len(mine)} of {pages} are out"
                )
            spooler.advance(chance.uniform(0, 3))
        last = OneVisit(ProcessLine(spooler, chance, "nobody", may_be_killed=False), ends_at=float("inf"))
        while not last.printer.purge():
            last.line.pause(1)
        assert not spooler.jobs, f"schedule {seed}: something is left in the spool"
        for release in spooler.releases:
            whose = first if release.owner == "first" else second
            assert release.at < whose.ends_at, f"schedule {seed}: {release.owner}'s was let out after its end"
        for page in spooler.tray:
            whose = first if page.owner == "first" else second
            assert page.at <= whose.told_at, f"schedule {seed}: {page.owner}'s came out after all"
            others = [visit for visit in visits if visit.line.owner != page.owner]
            for other in others:
                inside = other.over_at is not None and other.began_at <= page.at <= other.over_at
                assert not inside, (
                    f"schedule {seed}: {page.owner}'s page at {page.at} came in the other visit"
                )
        out = len(spooler.tray)
        spooler.advance(1000)
        assert len(spooler.tray) == out, f"schedule {seed}: a page came after everything was over"
    assert {"Printed", "NoneType", "OVER", "OFF"} <= seen, "the schedules reach what can happen"
