"""The adapters of one terminal, put together from its configuration: real ones, or the sandbox's."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import assert_never

from cardreader.eid_client.client import ClientProfile
from cardreader.eid_client.conversation import EidConversation
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.paos_messages import UserAgent, Version
from cardreader.reader import ReaderPort
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.terminal_certificate import TerminalCertificate, certificate_from_keyring
from kiosk.bochum_id.terminal_key import TerminalKey, key_from_file, key_from_keyring
from kiosk.config import Config, Identity, ReaderKind, SlipLine
from kiosk.paper.choice import choose_printer
from kiosk.paper.slip_choice import choose_slip_printer
from kiosk.paper.switchable import SwitchablePrinter
from kiosk.payment.choice import choose_till
from kiosk.payment.till import CardTill, NoCardReader
from kiosk.printing import NoPaperBecause, Printer, PrintJob, PrintResult, SlipPrinter
from kiosk.runtime import Clock
from kiosk.sandbox_child import SandboxAddresses
from kiosk.scanning.choice import choose_scanner
from kiosk.scanning.scanimage import ScanimageScanner
from kiosk.scanning.scanner import NO_SCANNER, Scanner
from kiosk.secrets.choice import open_keyring
from ui.loop_clock import LoopClock

SOFTWARE_VERSION = "0.1.0"
_USER_AGENT = UserAgent("Bochum-ID-Kiosk", Version(0, 1, 0))
_HTTP_USER_AGENT = f"Bochum-ID-Kiosk/{SOFTWARE_VERSION} (TR-03124-1/1.4)"


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a visit touches the world with."""

    reader: ReaderPort
    backend: BochumId
    printer: Printer
    slips: SlipPrinter
    stop: Callable[[], None]
    till: CardTill = field(default_factory=NoCardReader)
    scanner: Scanner = NO_SCANNER
    profile: ClientProfile = field(default_factory=lambda: ClientProfile(_USER_AGENT))
    """One for all runs: it remembers the roots that services have led to."""
    clock: Clock = field(default_factory=LoopClock)
    """How long what is done in the world is waited with; silence is heard in real time."""

    def converse(self) -> EidConversation:
        """Begin a run of the eID client on this terminal's reader."""
        return EidConversation(HttpTransport(_HTTP_USER_AGENT), self.reader.connect, self.profile)


def real_terminal(config: Config) -> Terminal:
    """Put a city's terminal together; TerminalKeyError when it is not enrolled."""
    backend = BochumId(
        config.bochum_id.api_url,
        _identity(config),
        catalogue_keys=CatalogueKeys.of_file(Path(config.bochum_id.catalogue_key)),
        cache_dir=cache_dir(config, os.environ),
        software_version=SOFTWARE_VERSION,
        ca_bundle=Path(config.bochum_id.ca_bundle) if config.bochum_id.ca_bundle else None,
    )
    printer = _ChosenPrinter(config)
    till = choose_till(config.card_terminal, state_dir(os.environ), backend)
    return Terminal(
        _pcsc(),
        backend,
        printer,
        choose_slip_printer(config.slip_printer, printer),
        backend.close,
        till,
        choose_scanner(config.scanner),
    )


def _identity(config: Config) -> TerminalKey | TerminalCertificate:
    ring = open_keyring(config.secrets, os.environ)
    match config.bochum_id.identity:
        case Identity.ASSERTION:
            return key_from_keyring(config.terminal.id, ring)
        case Identity.CERTIFICATE:
            return certificate_from_keyring(config.terminal.id, ring)
        case _:
            assert_never(config.bochum_id.identity)


def cache_dir(config: Config, environment: Mapping[str, str]) -> Path | None:
    """Say where the catalogue is kept: as configured, where systemd gives a place, else nowhere."""
    # Several CacheDirectory= arrive in one variable, separated by colons (systemd.exec(5)).
    place = config.bochum_id.cache_dir or environment.get("CACHE_DIRECTORY", "").partition(":")[0]
    return Path(place) if place else None


def state_dir(environment: Mapping[str, str]) -> Path | None:
    """Say where systemd lets this terminal keep what must outlive a power cut; None where it does not."""
    place = environment.get("STATE_DIRECTORY", "").partition(":")[0]
    return Path(place) if place else None


def sandbox_terminal(config: Config, sandbox: SandboxAddresses) -> Terminal:
    """Put a demonstration together: the same code, other addresses, a card that a hand lays down."""
    key = key_from_file(sandbox.terminal_id, sandbox.private_key)
    backend = BochumId(
        sandbox.api,
        key,
        catalogue_keys=CatalogueKeys.of_file(sandbox.catalogue_key),
        cache_dir=sandbox.state_dir / "terminal-cache",
        software_version=SOFTWARE_VERSION,
    )
    printer = SwitchablePrinter(_ChosenPrinter(config), sandbox.control)
    scanner = choose_scanner(config.scanner)
    if not scanner.is_there:
        scanner = _sandbox_scanner(config, sandbox)
    device = config.card_terminal
    if not device.host:
        device = replace(device, host="127.0.0.1", port=sandbox.card_terminal_port)
    till = choose_till(device, sandbox.state_dir / "terminal-state", backend)
    slip_printer = config.slip_printer
    if slip_printer.line is SlipLine.NONE:
        place = f"127.0.0.1:{sandbox.slip_printer_port}"
        slip_printer = replace(slip_printer, line=SlipLine.NETWORK, place=place)
    slips = choose_slip_printer(slip_printer, printer)
    if config.card.reader is ReaderKind.PCSC:
        return Terminal(_pcsc(), backend, printer, slips, backend.close, till, scanner)
    # Only here, and only in the sandbox, does the product meet its stand-ins.
    from sandbox.eid_server.pki import Pki  # noqa: PLC0415
    from sandbox.hand import Hand  # noqa: PLC0415
    from sandbox.id_card.direct import DirectReader  # noqa: PLC0415
    from sandbox.id_card.wallet import Wallet  # noqa: PLC0415

    state = sandbox.state_dir
    wallet = Wallet(lambda persona: Pki.open(state / "pki").personalise(persona), state / "cards")
    reader = DirectReader(wallet.card)
    hand = Hand(sandbox.control, reader.place, reader.pull)

    def stop() -> None:
        hand.stop()
        backend.close()

    return Terminal(reader, backend, printer, slips, stop, till, scanner)


def _sandbox_scanner(config: Config, sandbox: SandboxAddresses) -> Scanner:
    """Have the real scanner's code ask a program that answers as `scanimage` does, by what the dock says."""
    command = (sys.executable, "-m", "sandbox.sheet_scanner", "--control", sandbox.control)
    return ScanimageScanner(command, config.scanner.silence_seconds, config.scanner.deadline_seconds)


@dataclass(frozen=True, slots=True)
class _ChosenPrinter:
    """Chooses anew for each sheet: a printer may have been plugged in meanwhile."""

    config: Config

    def print_pdf(self, job: PrintJob) -> PrintResult:
        return self._chosen().print_pdf(job)

    def trouble(self) -> NoPaperBecause | None:
        return self._chosen().trouble()

    def purge(self) -> bool:
        return self._chosen().purge()

    def _chosen(self) -> Printer:
        printing = self.config.printing
        folder = Path(printing.folder).absolute() if printing.folder else None
        return choose_printer(printing.queue or None, folder, printing.deadline_seconds)


def _pcsc() -> ReaderPort:
    # pyscard is compiled on the machine; a demonstration without root does without it.
    from cardreader.pcsc import PcscReaders  # noqa: PLC0415

    return PcscReaders()
