"""The sandbox beside a demonstration: started as a program of its own, known by its addresses."""

import json
import select
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ENVIRONMENT: Final = "KIOSK_SANDBOX"
"""The variable in which visit processes and the dock find the sandbox's addresses, as one JSON object."""

START_WITHIN_S: Final = 60.0
STOP_WITHIN_S: Final = 5.0


class SandboxError(Exception):
    """The sandbox does not run; the text says what to do."""


@dataclass(frozen=True, slots=True)
class SandboxAddresses:
    """Where the stand-ins of the world outside answer; all on loopback, without a slash at the end."""

    api: str
    eservice: str
    eid_server: str
    control: str
    card_terminal_port: int
    """Of the card-payment terminal, on this machine."""
    slip_printer_port: int
    """Of the receipt printer, on this machine."""
    state_dir: Path
    terminal_id: str
    private_key: Path
    """PEM file with which this terminal signs itself in."""
    catalogue_key: Path
    """PEM file of the public key that the catalogue is signed with."""

    @classmethod
    def parse(cls, text: str) -> "SandboxAddresses":
        """Read what the sandbox prints when it is ready; SandboxError when it is something else."""
        try:
            announced: object = json.loads(text)
        except ValueError:
            announced = None
        match announced:
            case {
                "api": str(api),
                "eService": str(eservice),
                "eidServer": str(eid_server),
                "control": str(control),
                "cardTerminal": int(card_terminal_port),
                "slipPrinter": int(slip_printer_port),
                "stateDir": str(state_dir),
                "terminal": {
                    "id": str(terminal_id),
                    "privateKey": str(private_key),
                    "catalogueKey": str(catalogue_key),
                },
            }:
                return cls(
                    api,
                    eservice,
                    eid_server,
                    control,
                    card_terminal_port,
                    slip_printer_port,
                    Path(state_dir),
                    terminal_id,
                    Path(private_key),
                    Path(catalogue_key),
                )
            case _:
                raise SandboxError("the sandbox did not print its addresses; read its messages above")

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "SandboxAddresses | None":
        """Find the sandbox that the supervisor started; None outside of a demonstration."""
        text = environment.get(ENVIRONMENT)
        return None if text is None else cls.parse(text)


class SandboxChild:
    """A running sandbox. It ends with `stop`, or by itself when this process dies and its input closes."""

    def __init__(self, process: "subprocess.Popen[bytes]", announcement: str) -> None:
        self._process = process
        self.announcement = announcement
        self.addresses = SandboxAddresses.parse(announcement)

    @classmethod
    def start(cls, state_dir: Path, command: tuple[str, ...] = ("-m", "sandbox")) -> "SandboxChild":
        """Start it and wait until it is ready, at most a minute; SandboxError when it is not."""
        process = subprocess.Popen(
            [sys.executable, *command, "--state", str(state_dir)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            return cls(process, _first_line(process))
        except SandboxError:
            _end(process)
            raise

    @property
    def pid(self) -> int:
        return self._process.pid

    def stop(self) -> None:
        _end(self._process)


def _first_line(process: "subprocess.Popen[bytes]") -> str:
    output = process.stdout
    if output is None or not select.select([output], [], [], START_WITHIN_S)[0]:
        raise SandboxError(
            f"the sandbox was not ready after {START_WITHIN_S:.0f} s; is the machine overloaded?"
        )
    return output.readline().decode(errors="replace")


def _end(process: "subprocess.Popen[bytes]") -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    process.terminate()
    try:
        process.wait(STOP_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
