"""The whole world outside the terminal, composed: PKI, eID server, Bochum-ID, cards, bank cards, controls."""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sandbox.bochum_id.backend import Backend, Lifetimes
from sandbox.bochum_id.movable_clock import MovableClock
from sandbox.bochum_id.opening import CATALOGUE_DIRECTORY, Premises
from sandbox.bochum_id.ports import Clock, EidServerUnreachableError
from sandbox.bochum_id.server import DEFAULT_TERMINAL_ID, BochumIdServer, Enrolment
from sandbox.bochum_id.serving import LOOPBACK, LoopbackServer, TlsFiles
from sandbox.card_terminal.server import CardTerminal, Mode
from sandbox.control import CardSlot, Controls, PrinterKnob, ScannerKnob, control_app
from sandbox.eid_server.eid_interface import GetResultResponse, UseIdError, UseIdRequest, UseIdResponse
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer
from sandbox.id_card.vpcd import VirtualReaderLink
from sandbox.id_card.wallet import Wallet
from sandbox.slip_printer.server import SlipPrinter


@dataclass(frozen=True, slots=True)
class Ports:
    """TCP ports on 127.0.0.1; 0 takes a free one."""

    api: int = 0
    eservice: int = 0
    eid_server: int = 0
    control: int = 0
    api_mtls: int = 0
    card_terminal: int = 0
    slip_printer: int = 0


@dataclass(frozen=True, slots=True)
class Backing:
    """What Bochum-ID stands on."""

    database: str | None = None
    """A URL, `sqlite:///…` or `postgresql://…`; None is a file in the state directory."""
    catalogue: Path = CATALOGUE_DIRECTORY
    seed: int | None = None
    workers: int = 0
    """So many processes of their own; 0 answers in threads of this one."""

    def premises(self, state_dir: Path) -> Premises:
        return Premises(state_dir, self.database, self.catalogue, self.seed)


@dataclass(frozen=True, slots=True)
class Urls:
    """Where the world answers; without a slash at the end."""

    api: str
    api_mtls: str
    """For terminals that show a certificate."""
    eservice: str
    eid_server: str
    control: str


class SwitchableEidServer:
    """The eID server as the backend reaches it: over a network that can be broken."""

    def __init__(self, server: EidServer) -> None:
        self._server = server
        self.available = True

    def set_available(self, *, available: bool) -> None:
        self._server.set_available(available)
        self.available = available

    def use_id(self, request: UseIdRequest) -> UseIdResponse | UseIdError:
        self._reach()
        return self._server.use_id(request)

    def get_result(self, session_id: str) -> GetResultResponse:
        self._reach()
        return self._server.get_result(session_id)

    def _reach(self) -> None:
        if not self.available:
            raise EidServerUnreachableError


class SandboxWorld:
    """A running sandbox. Make it with `SandboxWorld.start`; `stop()` or leaving the `with` ends it."""

    def __init__(
        self, state_dir: Path, ports: Ports, backing: Backing, clock: Clock, vpcd: tuple[str, int] | None
    ) -> None:
        self.state_dir = state_dir
        self.bochum_id = BochumIdServer(
            backing.premises(state_dir / "bochum-id"),
            api_port=ports.api,
            api_mtls_port=ports.api_mtls,
            eservice_port=ports.eservice,
            workers=backing.workers,
        )
        self._control_server = LoopbackServer(ports.control)
        # The authorisation certificate names the eService's port, so the ports come first.
        self.pki = Pki.open(state_dir / "pki", clock.now)
        self.eid_server = EidServer(self.pki, self.bochum_id.origins.eservice, port=ports.eid_server)
        self.eid_network = SwitchableEidServer(self.eid_server)
        self.wallet = Wallet(self.pki.personalise, state_dir / "cards")
        self.card_terminal = CardTerminal(
            state_dir / "card-terminal.json", ports.card_terminal, Mode.AUTOMATIC
        )
        self.slip_printer = SlipPrinter(ports.slip_printer)
        self.controls = Controls(
            slot=CardSlot(self.wallet.personas),
            bochum_id=self.bochum_id,
            eid_server=self.eid_network,
            printer=PrinterKnob(),
            personas=self.wallet.personas,
            renew_card=self.wallet.renew,
            card_terminal=self.card_terminal,
            scanner=ScannerKnob(),
        )
        self._virtual_reader = VirtualReaderLink(*vpcd) if vpcd else None
        self.backend: Backend
        self.enrolment: Enrolment
        self.urls: Urls

    @classmethod
    def start(
        cls,
        state_dir: Path,
        *,
        ports: Ports | None = None,
        backing: Backing | None = None,
        terminal_id: str = DEFAULT_TERMINAL_ID,
        clock: Clock | None = None,
        lifetimes: Lifetimes | None = None,
        vpcd: tuple[str, int] | None = None,
    ) -> Self:
        """Start everything; what `state_dir` holds from before is taken up again.

        `vpcd` (host, port) puts the placed card into pcscd's virtual reader. OSError when a port is taken,
        PkiStateError when the state is damaged; both say what to do.
        """
        clock = clock or MovableClock(Premises(state_dir / "bochum-id").clock_path)
        world = cls(state_dir, ports or Ports(), backing or Backing(), clock, vpcd)
        try:
            world._run(clock, lifetimes, terminal_id)
        except BaseException:
            world.stop()
            raise
        return world

    def _run(self, clock: Clock, lifetimes: Lifetimes | None, terminal_id: str) -> None:
        # Every card is made once, here: several processes will want the same.
        cards = {
            persona: self.wallet.pseudonym(persona, self.pki.sector_public_key)
            for persona in self.wallet.personas
        }
        if self._virtual_reader is not None:
            self.controls.slot.follow(self._into_virtual_reader)
        self.eid_server.start()
        identity = self.pki.eservice_tls
        self.backend = self.bochum_id.start(
            self.eid_network,
            TlsFiles(identity.certificate_file, identity.key_file),
            clock=clock,
            lifetimes=lifetimes,
            cards=cards,
        )
        self.enrolment = self.bochum_id.enrol(terminal_id)
        self.card_terminal.start()
        self.slip_printer.start()
        self._control_server.serve(control_app(self.controls))
        self.urls = Urls(
            api=self.bochum_id.origins.api,
            api_mtls=self.bochum_id.origins.api_mtls,
            eservice=self.bochum_id.origins.eservice,
            eid_server=self.eid_server.server_address,
            control=f"http://{LOOPBACK}:{self._control_server.port}",
        )

    def stop(self) -> None:
        """End everything; harmless when repeated."""
        self.controls.slot.close()
        if self._virtual_reader is not None:
            self._virtual_reader.close()
            self._virtual_reader = None
        self._control_server.close()
        self.card_terminal.stop()
        self.slip_printer.stop()
        self.bochum_id.stop()
        self.eid_server.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _into_virtual_reader(self, persona: str | None) -> None:
        if self._virtual_reader is None:
            return
        if persona is None:
            self._virtual_reader.pull()
        else:
            self._virtual_reader.place(self.wallet.card(persona))
