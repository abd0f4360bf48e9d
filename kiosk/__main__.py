"""`kiosk`: the supervisor of a terminal, or a whole demonstration of one with `--sandbox`."""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from kiosk import doctor_command, enrol_command, services_command
from kiosk.config import DEFAULT_FILE, SANDBOX, Config, ConfigError, read_config
from kiosk.sandbox_child import ENVIRONMENT, SandboxChild, SandboxError
from kiosk.supervisor import Patience, Supervisor

GIVE_UP_AFTER = 3
"""Visit processes that may fail to start before a demonstration ends; a terminal keeps trying."""


def main() -> int:
    """Run until the terminal is switched off; the exit code is 0 after a wanted end."""
    if sys.argv[1:2] and sys.argv[1] in enrol_command.VERBS:
        return enrol_command.main(sys.argv[1:], _say)
    if sys.argv[1:2] and sys.argv[1] in doctor_command.VERBS:
        return doctor_command.main(sys.argv[1:])
    if sys.argv[1:2] and sys.argv[1] in services_command.VERBS:
        return services_command.main(sys.argv[1:], _say)
    options = _parser().parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # so that every `finally` and `with` runs
    try:
        config = _config(options)
    except ConfigError as error:
        _say(str(error))
        return 2
    if not config.sandbox:
        return _supervise(options, config, dict(os.environ), None)
    try:
        return _demonstrate(options, config)
    except SandboxError as error:
        _say(str(error))
        return 1


def has_display(environment: Mapping[str, str]) -> bool:
    """Say whether a window can be opened; an explicit QT_QPA_PLATFORM is taken at its word."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _demonstrate(options: argparse.Namespace, config: Config) -> int:
    guided = options.guided is not None or not has_display(os.environ)
    with ExitStack() as children:
        sandbox = SandboxChild.start(_state_dir(options.state))
        children.callback(sandbox.stop)
        environment = {**os.environ, ENVIRONMENT: sandbox.announcement.strip()}
        if guided:
            return _guide(options, environment)
        _open_dock(options, environment, children)
        return _supervise(options, config, environment, sandbox)


def _guide(options: argparse.Namespace, environment: Mapping[str, str]) -> int:
    """Play a visit without a display and without anybody there."""
    out = options.guided or Path("out")
    if options.guided is None:
        _say("There is no display, so nobody can touch the terminal.")
        _say(f"A guided visit is played instead; its pictures and papers are in {out}/.")
    command = [sys.executable, "-m", "ui", "--role", "guided", "--out", str(out), *_shared_options(options)]
    return subprocess.run(
        command, env={**environment, "QT_QPA_PLATFORM": "offscreen"}, check=False
    ).returncode


def _open_dock(options: argparse.Namespace, environment: Mapping[str, str], children: ExitStack) -> None:
    """Open the panel that places cards, breaks networks and jams printers; it may be closed at any time."""
    dock = subprocess.Popen(
        [sys.executable, "-m", "ui", "--role", "dock", *_shared_options(options)],
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    children.callback(dock.wait)
    children.callback(dock.kill)


def _supervise(
    options: argparse.Namespace, config: Config, environment: Mapping[str, str], sandbox: SandboxChild | None
) -> int:
    def command(descriptor: int) -> list[str]:
        role = ["--role", "visit", "--supervisor-fd", str(descriptor)]
        return [sys.executable, "-m", "ui", *role, *_shared_options(options)]

    patience = Patience(config.watchdog.heartbeat_seconds, GIVE_UP_AFTER if config.sandbox else None)
    supervisor = Supervisor(command, environment, patience, say=_say)
    if sandbox is None:
        return supervisor.run()
    watched = os.pidfd_open(sandbox.pid)
    try:
        supervisor.depend_on(watched, "the sandbox has ended, and the demonstration with it")
        return supervisor.run()
    finally:
        os.close(watched)


def _shared_options(options: argparse.Namespace) -> list[str]:
    """What every process of this terminal has to know as well."""
    shared = ["--sandbox"] if options.sandbox else []
    if options.full_screen:
        shared.append("--full-screen")
    return [*shared, "--config", str(options.config)] if options.config else shared


def _config(options: argparse.Namespace) -> Config:
    if options.config is None and options.sandbox:
        return SANDBOX
    config = read_config(options.config or DEFAULT_FILE)
    if options.sandbox and not config.sandbox:
        raise ConfigError(
            options.config, 1, "this is the configuration of a real terminal", "leave out --sandbox"
        )
    return config


def _state_dir(wanted: Path | None) -> Path:
    """Give the folder where the sandbox keeps its keys, so that the next start is quicker."""
    home = Path(
        os.environ.get("XDG_STATE_HOME") or Path(os.environ.get("HOME", "/nonexistent"), ".local/state")
    )
    folder = wanted or home / "bochum-id-kiosk" / "sandbox"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="bochum-id-kiosk-"))
    return folder


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk",
        description=__doc__,
        epilog="A technician's commands: kiosk enrol --help, kiosk renew --help, "
        "kiosk doctor --help. "
        "For whoever writes services: kiosk services --help",
    )
    parser.add_argument(
        "--sandbox", action="store_true", help="simulate the world outside: cards, servers, printer"
    )
    parser.add_argument(
        "--full-screen",
        action="store_true",
        help="with --sandbox: no window that can be resized and closed, but the whole screen; F11 changes it",
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help=f"configuration; else {DEFAULT_FILE}")
    parser.add_argument(
        "--guided",
        type=Path,
        metavar="OUT",
        help="play one visit without a display and keep its pictures in OUT",
    )
    parser.add_argument("--state", type=Path, metavar="DIR", help="where the sandbox keeps its keys and data")
    return parser


if __name__ == "__main__":
    sys.exit(main())
