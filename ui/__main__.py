"""The composition root: `python -m ui --role …` is a visit, the dock, a guided visit or a preview."""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from kiosk.config import DEFAULT_FILE, SANDBOX, Config, read_config
from kiosk.journal import best_writer, write_to_stderr
from kiosk.sandbox_child import SandboxAddresses
from kiosk.session import states as st
from kiosk.session.preferences import Language
from ui.app import Settings, run
from ui.supervisor_link import SupervisorLink
from ui.terminal import Terminal, real_terminal, sandbox_terminal
from ui.visit import VisitWindow


def main() -> int:
    """Play one role until it is over."""
    options = _parser().parse_args()
    if options.role == "preview":
        from ui.preview.window import preview  # noqa: PLC0415 - only for those who write definitions

        return _run(preview(options.definition, Language(options.language)))
    config = _config(options)
    addresses = SandboxAddresses.of(os.environ) if config.sandbox else None
    match options.role:
        case "dock":
            from ui.dock.window import dock  # noqa: PLC0415 - only in the sandbox

            return _run(dock(_needed(addresses)))
        case "guided":
            from ui.guided.tour import guided  # noqa: PLC0415 - only in the sandbox

            return _run(guided(_needed(addresses), options.out))
        case _:
            terminal = real_terminal(config) if addresses is None else sandbox_terminal(config, addresses)
            return _run(_visit(terminal, config, _settings(options, config), options.supervisor_fd))


def _settings(options: argparse.Namespace, config: Config) -> Settings:
    """Fill the screen; in the sandbox, be a window as high as the screen, which F11 makes full."""
    hidden = options.supervisor_fd is not None
    if not config.sandbox:
        return Settings(full_screen=True, hidden=hidden)
    return Settings(full_screen=options.full_screen, size=None, hidden=hidden, may_be_resized=True)


def _visit(
    terminal: Terminal, config: Config, settings: Settings, descriptor: int | None
) -> Callable[[], Awaitable[int]]:
    """Be a visit: hidden until the supervisor says so, or at once without a supervisor."""

    async def visit() -> int:
        over: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def end(code: int) -> None:
            if not over.done():
                over.set_result(code)

        write = write_to_stderr if config.sandbox else best_writer()
        if descriptor is None:
            window = VisitWindow(terminal, config, settings, on_ended=lambda _how, _why: end(0), write=write)
            window.begin()
            window.put_on_screen()
        else:
            announced = False

            def shown(visit: st.Visit) -> None:
                nonlocal announced
                if not announced and isinstance(visit.scene, st.Start | st.Closed):
                    announced = True
                    link.ready()

            def show() -> None:
                window.put_on_screen()
                window.on_first_picture(link.painted)

            link = SupervisorLink(descriptor, show, on_orphaned=lambda: end(1))
            window = VisitWindow(terminal, config, settings, on_shown=shown, on_ended=link.ended, write=write)
            window.app.on_closed(link.closed)
            link.start()
            window.begin()
        code = await over
        await window.close()
        return code

    return visit


def _run(role: Callable[[], Awaitable[int]]) -> int:
    codes: list[int] = []

    async def play() -> None:
        codes.append(await role())

    run(play)
    return codes[0]


def _needed(addresses: SandboxAddresses | None) -> SandboxAddresses:
    if addresses is None:
        sys.exit("this role is for the sandbox: start `python -m kiosk --sandbox`")
    return addresses


def _config(options: argparse.Namespace) -> Config:
    if options.config is None and options.sandbox:
        return SANDBOX
    return read_config(options.config or DEFAULT_FILE)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ui", description=__doc__)
    parser.add_argument("--role", choices=["visit", "dock", "guided", "preview"], default="visit")
    parser.add_argument("--sandbox", action="store_true", help="the world outside is simulated")
    parser.add_argument("--full-screen", action="store_true", help="in the sandbox as well")
    parser.add_argument("--config", type=Path, metavar="FILE")
    parser.add_argument("--supervisor-fd", type=int, metavar="N", help="inherited line to the supervisor")
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="of a guided visit")
    parser.add_argument("--definition", type=Path, metavar="FILE", help="of a preview")
    parser.add_argument("--language", choices=[each.value for each in Language], default="de")
    return parser


if __name__ == "__main__":
    sys.exit(main())
