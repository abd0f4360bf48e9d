"""The sandbox behind the faulty line, and visits that pass through it."""

import asyncio
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fault_rules import Recorded, screen_of
from faulty_line import FaultyLine, Strike
from visitor import Story, Visitor, WatchedBochumId

from cardreader.eid_client.client import ClientProfile
from cardreader.eid_client.conversation import EidConversation
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.paos_messages import UserAgent, Version
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.terminal_key import key_from_file
from kiosk.bochum_id.timing import Timing
from sandbox.bochum_id.serving import TlsFiles
from sandbox.bochum_id.store import Store
from sandbox.eid_server import tls_identity
from sandbox.eid_server.state_directory import StateDirectory
from sandbox.id_card.direct import DirectReader
from sandbox.world import Backing, SandboxWorld

SHORT_PATIENCE_S = 0.03


class WorldBehindALine(SandboxWorld):
    """The sandbox as terminals reach it over a line, whose address is the one it knows itself by."""

    line: FaultyLine

    def __init__(self, state_dir: Path, *arguments: Any) -> None:
        super().__init__(state_dir, *arguments)
        backend = self.bochum_id
        upstream = int(backend.origins.api.rpartition(":")[2])
        self.line_tls = _identity(state_dir / "line")
        self.line = FaultyLine(upstream, self.line_tls, _identity(state_dir / "somebody-else"))
        backend.origins = replace(backend.origins, api=f"https://localhost:{self.line.port}")

    def stop(self) -> None:
        self.line.close()
        super().stop()


@dataclass(slots=True)
class LineTime:
    """Time on the terminal: sleeps cost nothing, and its clock is off when the line says so."""

    line: FaultyLine
    slept_s: float = 0.0

    def timing(self) -> Timing:
        return Timing(
            now=lambda: time.time() + self.line.clock_off_s,
            steady=lambda: time.monotonic() + self.slept_s,
            sleep=self._sleep,
            chance=lambda: 0.5,
            patience=lambda: SHORT_PATIENCE_S if self.line.is_silent else 10.0,
        )

    def _sleep(self, seconds: float) -> None:
        self.slept_s += seconds
        self.line.tried()


@dataclass(slots=True)
class FaultWorld:
    world: WorldBehindALine
    reader: DirectReader
    _profile: ClientProfile = field(
        default_factory=lambda: ClientProfile(UserAgent("Test", Version(0, 1, 0)))
    )

    @property
    def line(self) -> FaultyLine:
        return self.world.line

    @property
    def store(self) -> Store:
        return self.world.backend.store

    def client(self) -> WatchedBochumId:
        enrolment = self.world.enrolment
        key = key_from_file(enrolment.terminal_id, enrolment.private_key_path)
        return WatchedBochumId(
            self.world.urls.api,
            key,
            catalogue_keys=CatalogueKeys.of_file(enrolment.catalogue_key_path),
            timing=LineTime(self.line).timing(),
            ca_bundle=self.world.line_tls.certificate,
        )

    def visit(self, purpose: str, expected: Sequence[Recorded] = (), plan: Sequence[Strike] = ()) -> Story:
        """Let somebody come and go while the line breaks as planned."""
        unawaited = frozenset(at for at, each in enumerate(expected) if screen_of(each) is None)
        self.line.begin([each.name for each in expected], plan, unawaited)
        backend = self.client()

        def converse() -> EidConversation:
            return EidConversation(HttpTransport("Test"), self.reader.connect, self._profile)

        async def whole() -> Story:
            visitor = Visitor(backend, converse, self.reader, purpose, self.line)
            try:
                return await visitor.whole_visit()
            finally:
                self.told = visitor.told()

        try:
            with _names_resolved_by(self.line):
                return asyncio.run(whole())
        finally:
            backend.close()
            self.line.settle()

    told: str = ""


@contextmanager
def open_fault_world(folder: Path, backing: Backing | None = None) -> Iterator[FaultWorld]:
    with WorldBehindALine.start(folder, backing=backing) as world:
        yield FaultWorld(world, DirectReader(world.wallet.card))


@contextmanager
def _names_resolved_by(line: FaultyLine) -> Iterator[None]:
    really = socket.getaddrinfo

    def resolve(host: Any, port: Any, *arguments: Any, **settings: Any) -> Any:
        if port == line.port and not line.resolves():
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return really(host, port, *arguments, **settings)

    socket.getaddrinfo = resolve
    try:
        yield
    finally:
        socket.getaddrinfo = really


def _identity(directory: Path) -> TlsFiles:
    identity = tls_identity.eservice_identity(StateDirectory(directory), ("localhost",), datetime.now(UTC))
    return TlsFiles(identity.certificate_file, identity.key_file)
