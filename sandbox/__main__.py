"""`python -m sandbox`: the world outside the terminal in one process, until its stdin closes or SIGTERM."""

import argparse
import json
import os
import signal
import sys
import threading
from pathlib import Path

from sandbox.bochum_id.opening import CATALOGUE_DIRECTORY
from sandbox.bochum_id.store import StoreError
from sandbox.bochum_id.workers import WorkerError
from sandbox.id_card.vpcd import DEFAULT_PORT
from sandbox.world import Backing, Ports, SandboxWorld

_STDIN = 0


def main() -> int:
    """Print one JSON line with every address when ready, then wait for the end."""
    options = _parser().parse_args()
    ending = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: ending.set())
    ports = Ports(
        options.api_port,
        options.eservice_port,
        options.eid_port,
        options.control_port,
        options.api_mtls_port,
        options.card_terminal_port,
    )
    backing = Backing(options.database, options.catalogue, options.seed, options.workers)
    try:
        world = SandboxWorld.start(
            options.state, ports=ports, backing=backing, terminal_id=options.terminal, vpcd=options.vpcd
        )
    except OSError as error:
        sys.stderr.write(f"the sandbox cannot start: {error.strerror or error}\n")
        return 1
    except (StoreError, WorkerError, ValueError) as error:
        sys.stderr.write(f"the sandbox cannot start: {error}\n")
        return 1
    with world:
        sys.stdout.write(json.dumps(_description(world)) + "\n")
        sys.stdout.flush()
        threading.Thread(target=_wait_for_end_of_input, args=(ending,), daemon=True).start()
        ending.wait()
    return 0


def _description(world: SandboxWorld) -> dict[str, object]:
    return {
        "api": world.urls.api,
        "apiMtls": world.urls.api_mtls,
        "eService": world.urls.eservice,
        "eidServer": world.urls.eid_server,
        "control": world.urls.control,
        "cardTerminal": world.card_terminal.port,
        "slipPrinter": world.slip_printer.port,
        "stateDir": str(world.state_dir),
        "terminal": {
            "id": world.enrolment.terminal_id,
            "privateKey": str(world.enrolment.private_key_path),
            "catalogueKey": str(world.enrolment.catalogue_key_path),
        },
    }


def _wait_for_end_of_input(ending: threading.Event) -> None:
    # Not through sys.stdin: a thread inside its buffer makes the interpreter abort when it ends.
    while os.read(_STDIN, 1024):
        pass
    ending.set()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--state", type=Path, required=True, help="directory that keeps keys and data")
    parser.add_argument("--terminal", default="BB-MITTE-03", help="id of the terminal to enrol")
    for name, what in (("api", "Bochum-ID API"), ("eservice", "eService"), ("eid", "eID server")):
        parser.add_argument(f"--{name}-port", type=int, default=0, help=f"port of the {what}; 0 = free")
    parser.add_argument(
        "--api-mtls-port",
        type=int,
        default=0,
        help="port of the API for terminals with a certificate; 0 = free",
    )
    parser.add_argument(
        "--card-terminal-port", type=int, default=0, help="port of the card terminal; 0 = free"
    )
    parser.add_argument("--control-port", type=int, default=0, help="port of the controls; 0 = free")
    parser.add_argument(
        "--database", metavar="URL", help="sqlite:///FILE or postgresql://USER@HOST/NAME; a file in --state"
    )
    parser.add_argument(
        "--workers", type=int, default=0, help="processes that answer for Bochum-ID; 0 = this one does"
    )
    parser.add_argument("--seed", type=int, help="the same ids and codes each time: for demonstrations only")
    parser.add_argument(
        "--catalogue",
        type=Path,
        default=CATALOGUE_DIRECTORY,
        help="directory with catalogue.json",
    )
    parser.add_argument(
        "--vpcd",
        type=_address,
        metavar="HOST:PORT",
        help=f"put the card into pcscd's virtual reader, usually 127.0.0.1:{DEFAULT_PORT}",
    )
    return parser


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal():
        raise argparse.ArgumentTypeError("write HOST:PORT, such as 127.0.0.1:35963")
    return host, int(port)


if __name__ == "__main__":
    sys.exit(main())
