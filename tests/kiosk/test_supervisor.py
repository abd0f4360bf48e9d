"""The supervisor with real, tiny processes and a clock that only the test moves."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.supervisor import LONGEST_PAUSE_S, READY_WITHIN_S, Patience, Supervisor

VISIT = """
import json, os, resource, signal, socket, subprocess, sys, time
pipe = socket.socket(fileno=int(sys.argv[1]))
folder = sys.argv[2]
lines = pipe.makefile("r")
def say(**message): pipe.sendall(json.dumps(message).encode() + b"\\n")
def wait_to_be_shown():
    say(ready=True)
    assert json.loads(lines.readline()) == {"show": True}
    say(painted=7)
"""

WELL_BEHAVED = "wait_to_be_shown(); lines.readline()"


class Terminal:
    """A supervisor under test, and the programs that its visits will be, one after another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = 1000.0
        self.said: list[str] = []
        self.programs: list[str] = []
        self.started: list[str] = []
        self.patience = Patience(heartbeat_s=20.0)

    def supervise(self, *programs: str) -> Supervisor:
        self.programs = list(programs)
        self.supervisor = Supervisor(
            self._command, dict(os.environ), self.patience, clock=lambda: self.now, say=self.said.append
        )
        return self.supervisor

    def _command(self, pipe: int) -> list[str]:
        program = self.programs.pop(0) if len(self.programs) > 1 else self.programs[0]
        self.started.append(program)
        return [sys.executable, "-IS", "-c", VISIT + textwrap.dedent(program), str(pipe), str(self.folder)]

    def until(self, condition: Callable[[], object]) -> None:
        """Turn the loop until `condition` holds; the limit only ends a test that has failed."""
        for _ in range(400):
            if condition():
                return
            self.supervisor.turn(0.05)
        raise AssertionError(f"still not so; the supervisor said {self.said}")

    def both(self) -> tuple[int, int]:
        """Wait for one process on the screen and one behind it."""
        self.until(lambda: self.supervisor.shown and self.supervisor.spare)
        shown, spare = self.supervisor.shown, self.supervisor.spare
        assert shown is not None
        assert spare is not None
        return shown, spare

    def heard(self, words: str) -> bool:
        return any(words in line for line in self.said)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.supervisor.stop()


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_one_on_the_screen_and_one_warm_behind_it(terminal: Terminal) -> None:
    terminal.supervise(WELL_BEHAVED)
    shown, spare = terminal.both()
    assert shown != spare
    for _ in range(5):
        terminal.supervisor.turn(0)
    assert len(terminal.started) == 2


def test_after_each_end_a_process_that_was_there_before_is_shown(terminal: Terminal) -> None:
    terminal.supervise("wait_to_be_shown(); say(ended='finished'); lines.readline(); time.sleep(60)")
    seen: list[int] = []
    while len(seen) < 4:
        terminal.until(lambda: terminal.supervisor.shown not in (None, *seen[-1:]))
        assert terminal.supervisor.shown is not None
        seen.append(terminal.supervisor.shown)
    assert len(set(seen)) == 4
    terminal.until(lambda: all(is_gone(pid) for pid in seen[:-1]))
    assert terminal.heard(f"visit {seen[0]} ended: finished")
    assert not terminal.heard("early")


def test_the_spare_is_shown_before_the_old_process_is_killed(terminal: Terminal) -> None:
    looks = """
        say(ready=True)
        lines.readline()
        old = int(open(folder + '/old').read())
        os.kill(old, 0)
        open(folder + '/alive', 'w').close()
        say(painted=3)
        lines.readline()
    """
    terminal.supervise(WELL_BEHAVED, looks)
    shown, spare = terminal.both()
    (terminal.folder / "old").write_text(str(shown))
    os.kill(shown, signal.SIGSTOP)
    terminal.now += 21
    terminal.until(lambda: terminal.supervisor.shown == spare)
    terminal.until(lambda: is_gone(shown))
    assert (terminal.folder / "alive").exists()


def test_a_crash_costs_a_spare(terminal: Terminal) -> None:
    terminal.supervise(WELL_BEHAVED)
    shown, spare = terminal.both()
    os.kill(shown, signal.SIGSEGV)
    terminal.until(lambda: terminal.supervisor.shown == spare)
    assert terminal.heard(f"visit {shown} was killed by SIGSEGV")
    terminal.now += 1
    terminal.both()
    assert is_gone(shown)


def test_a_hang_is_noticed_by_its_silence(terminal: Terminal) -> None:
    terminal.supervise(WELL_BEHAVED)
    shown, _ = terminal.both()
    terminal.now += 19.9
    terminal.supervisor.turn(0)
    assert terminal.supervisor.shown == shown
    terminal.now += 0.2
    terminal.until(lambda: is_gone(shown))
    assert terminal.heard(f"visit {shown} gave no sign of life for 20 s")


def test_a_heartbeat_keeps_a_visit_alive(terminal: Terminal) -> None:
    beats = """
        wait_to_be_shown()
        for beat in range(1000):
            if not os.path.exists(folder + '/beat'): time.sleep(0.01); continue
            os.remove(folder + '/beat'); say(heartbeat=beat); open(folder + '/done', 'w').close()
    """
    terminal.supervise(beats, WELL_BEHAVED)
    shown, _ = terminal.both()
    for _ in range(3):
        terminal.now += 15
        (terminal.folder / "beat").touch()
        done = terminal.folder / "done"
        for _ in range(500):
            if done.exists():
                break
            threading.Event().wait(0.01)
        done.unlink()
        terminal.supervisor.turn(1)
        assert terminal.supervisor.shown == shown


def test_a_spare_that_hangs_is_replaced_too(terminal: Terminal) -> None:
    terminal.supervise("wait_to_be_shown()\nwhile True: say(heartbeat=1); time.sleep(0.02)", WELL_BEHAVED)
    _, spare = terminal.both()
    terminal.now += 20.5
    terminal.until(lambda: terminal.supervisor.spare not in (None, spare))
    assert is_gone(spare)


def test_one_that_never_gets_ready_is_replaced(terminal: Terminal) -> None:
    terminal.supervise("lines.readline()", WELL_BEHAVED)
    terminal.until(lambda: terminal.started)
    terminal.now += READY_WITHIN_S + 1
    terminal.until(lambda: terminal.heard("was not ready after 60 s"))
    terminal.now += 2
    terminal.both()


@pytest.mark.parametrize(
    "nonsense",
    [
        "pipe.sendall(b'hello\\n')",
        "say(name='Erika')",
        "say(heartbeat=1, name='Erika')",
        "pipe.sendall(b'x' * 5000)",
        "say(ended='mueller')",
    ],
)
def test_nonsense_on_the_pipe_ends_the_process(terminal: Terminal, nonsense: str) -> None:
    terminal.supervise(f"wait_to_be_shown(); {nonsense}; time.sleep(60)", WELL_BEHAVED)
    terminal.until(lambda: terminal.heard("broke the protocol"))
    terminal.now += 2
    terminal.both()
    assert not terminal.heard("Erika")
    assert not terminal.heard("mueller")


def test_closing_the_pipe_ends_the_process(terminal: Terminal) -> None:
    terminal.supervise("wait_to_be_shown(); lines.close(); pipe.close(); time.sleep(60)", WELL_BEHAVED)
    terminal.until(lambda: terminal.heard("hung up on the supervisor"))
    terminal.now += 2
    terminal.both()


def test_early_deaths_slow_it_down_and_a_long_life_forgives(terminal: Terminal) -> None:
    terminal.supervise("sys.exit(3)")
    pauses = []
    for count in range(1, 8):
        terminal.until(lambda: len(terminal.started) == count and terminal.heard(f"{count} visit processes"))  # noqa: B023
        assert terminal.heard("ended with exit code 3")
        pause = min(2.0 ** (count - 1), LONGEST_PAUSE_S)
        pauses.append(pause)
        terminal.now += pause - 0.1
        terminal.supervisor.turn(0)
        assert len(terminal.started) == count, "it started before its pause was over"
        terminal.now += 0.2
    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    terminal.programs = [WELL_BEHAVED]
    shown, spare = terminal.both()
    terminal.now += 15
    terminal.supervisor.turn(0)
    terminal.said.clear()
    os.kill(spare, signal.SIGKILL)
    terminal.until(lambda: terminal.supervisor.spare not in (None, spare))
    assert not terminal.heard("died early")
    assert terminal.supervisor.shown == shown


def test_where_nothing_ever_starts_a_demonstration_gives_up(terminal: Terminal) -> None:
    terminal.patience = Patience(early_deaths=3)
    terminal.supervise("sys.exit('no display')")
    for _ in range(3):
        assert terminal.supervisor.exit_code is None
        deaths = len(terminal.said)
        terminal.until(lambda: len(terminal.said) >= deaths + 2)  # noqa: B023
        terminal.now += 60
    assert terminal.supervisor.exit_code == 1
    assert terminal.heard("Giving up")


def test_a_program_that_cannot_be_started_is_an_early_death(terminal: Terminal) -> None:
    terminal.supervise(WELL_BEHAVED)
    terminal.supervisor._command = lambda _: ["/no/such/program"]
    terminal.until(lambda: terminal.heard("cannot be started: No such file or directory"))
    terminal.supervisor._command = terminal._command
    terminal.now += 2
    terminal.both()


def test_a_closed_window_ends_the_demonstration(terminal: Terminal) -> None:
    terminal.supervise("wait_to_be_shown(); say(ended='closed'); lines.readline()")
    terminal.until(lambda: terminal.supervisor.exit_code == 0)


def test_what_a_visit_started_dies_with_it(terminal: Terminal) -> None:
    starts = """
        wait_to_be_shown()
        helper = subprocess.Popen([sys.executable, '-IS', '-c', 'import time; time.sleep(60)'])
        open(folder + '/helper.new', 'w').write(str(helper.pid))
        os.rename(folder + '/helper.new', folder + '/helper')
        lines.readline()
    """
    terminal.supervise(starts, WELL_BEHAVED)
    terminal.until((terminal.folder / "helper").exists)
    helper = int((terminal.folder / "helper").read_text())
    shown, _ = terminal.both()
    os.kill(shown, signal.SIGKILL)
    terminal.until(lambda: terminal.supervisor.shown not in (None, shown))
    terminal.until(lambda: is_gone(helper) or "Z" in Path(f"/proc/{helper}/stat").read_text().split()[2])


def test_visits_leave_no_core_and_die_with_the_supervisor(terminal: Terminal) -> None:
    tells = """
        import ctypes
        signal_number = ctypes.c_int()
        ctypes.CDLL(None).prctl(2, ctypes.byref(signal_number))
        facts = [*resource.getrlimit(resource.RLIMIT_CORE), signal_number.value, os.getsid(0) == os.getpid()]
        open(folder + '/facts', 'w').write(json.dumps(facts))
        wait_to_be_shown(); lines.readline()
    """
    terminal.supervise(tells)
    terminal.both()
    assert (terminal.folder / "facts").read_text() == f"[0, 0, {signal.SIGKILL.value}, true]"


def test_only_its_own_pipe_is_handed_to_a_visit(terminal: Terminal) -> None:
    tells = """
        numbers = [int(name) for name in os.listdir('/proc/self/fd')]
        places = ['/proc/self/fd/' + str(number) for number in numbers if number > 2]
        links = [os.readlink(place) for place in places if os.path.islink(place)]
        with open(folder + '/pipes-' + str(os.getpid()), 'w') as file:
            file.write(str([link for link in links if link.startswith(('socket:', 'pipe:'))]))
        wait_to_be_shown(); lines.readline()
    """
    terminal.supervise(tells)
    for pid in terminal.both():
        assert (terminal.folder / f"pipes-{pid}").read_text().count(":") == 1


def test_stopping_ends_every_visit(terminal: Terminal) -> None:
    terminal.supervise(WELL_BEHAVED)
    pids = terminal.both()
    terminal.supervisor.stop()
    assert all(is_gone(pid) for pid in pids)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_supervisor_and_all_visits(number: signal.Signals, tmp_path: Path) -> None:
    program = f"""
import os, sys
from kiosk.supervisor import Patience, Supervisor
visit = {VISIT + WELL_BEHAVED!r}
command = lambda fd: [sys.executable, "-IS", "-c", visit, str(fd), {str(tmp_path)!r}]
say = lambda line: print(line, flush=True)
sys.exit(Supervisor(command, dict(os.environ), Patience(), say=say).run())
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as supervisor:
        assert supervisor.stdout is not None
        pids = []
        for line in supervisor.stdout:
            if "is ready" in line:
                pids.append(int(line.split()[1]))
            if len(pids) == 2:
                supervisor.send_signal(number)
                break
        supervisor.stdout.read()
        assert supervisor.wait(10) == 0
    assert all(is_gone(pid) for pid in pids)
