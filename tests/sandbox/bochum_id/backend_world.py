"""A sandbox backend whose eID server answers what a test tells it to, and clients that sign in to it."""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import requests
from argon2 import PasswordHasher

from cardreader.chat import AccessRight
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.terminal_key import key_from_file
from kiosk.bochum_id.terminal_profiles import AssertedTerminal
from kiosk.bochum_id.timing import Timing
from kiosk.bochum_id.transport import Transport
from kiosk.bochum_id.values import AccountMode, CitizenSession, LoginAttempt
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.long_poll import Patience
from sandbox.bochum_id.opening import CATALOGUE_DIRECTORY, Premises
from sandbox.bochum_id.ports import EidServerUnreachableError
from sandbox.bochum_id.server import BochumIdServer
from sandbox.bochum_id.serving import TlsFiles
from sandbox.eid_server import tls_identity
from sandbox.eid_server.eid_interface import (
    INVALID_SESSION,
    EidError,
    EidResult,
    GetResultResponse,
    NoResultYet,
    Operation,
    UseIdError,
    UseIdRequest,
    UseIdResponse,
)
from sandbox.eid_server.personal_data import FreeTextPlace, PersonalData, StructuredPlace
from sandbox.eid_server.state_directory import StateDirectory

SERVICE = "svc_meldebescheinigung"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
CARDS = {persona: persona.encode().ljust(32, b"\x00") for persona in ("erika", "hannelore", "two_attempts")}
"""The pseudonyms of the seeded accounts' cards."""


class HandClock:
    """Goes only when told."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def advance(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@dataclass(frozen=True)
class Person:
    family_names: str = "Mustermann"
    given_names: str | None = "Erika"
    card: bytes = b"\x01" * 32
    doctoral_degree: str | None = None
    date_of_birth: str = "1964-08-12"
    place_of_birth: str | None = None

    def result(self, **operations: Operation) -> EidResult:
        data = PersonalData(
            family_names=self.family_names,
            given_names=self.given_names,
            doctoral_degree=self.doctoral_degree,
            date_of_birth=self.date_of_birth,
            place_of_birth=FreeTextPlace(self.place_of_birth) if self.place_of_birth else None,
            place_of_residence=(StructuredPlace("Musterstraße 12", "BOCHUM", "", "D", "44787"),),
        )
        allowed = dict.fromkeys(AccessRight, Operation.ALLOWED)
        changed = {AccessRight[name]: operation for name, operation in operations.items()}
        return EidResult(data, allowed | changed, self.card, None, None)


ERIKA = Person()
OTTO = Person("Beispiel", "Otto", b"\x02" * 32)
SEEDED_ERIKA = Person(card=CARDS["erika"], date_of_birth="1984-08-12")
"""The holder of the account `erika`, whom no test shares with `ERIKA`."""
SEEDED_MERYEM = Person("Aydın", "Meryem", CARDS["two_attempts"], date_of_birth="1995-01-28")


class ScriptedEidServer:
    """Opens sessions, or refuses; each session's answers are given in order, the last one for ever."""

    def __init__(self) -> None:
        self.requests: list[UseIdRequest] = []
        self.refusal: UseIdError | None = None
        self.reachable = True
        self.answers: dict[str, list[GetResultResponse]] = {}
        self.last_session = ""

    def use_id(self, request: UseIdRequest) -> UseIdResponse | UseIdError:
        if not self.reachable:
            raise EidServerUnreachableError
        self.requests.append(request)
        if self.refusal is not None:
            return self.refusal
        self.last_session = secrets.token_hex(16)
        self.answers[self.last_session] = [NoResultYet()]
        return UseIdResponse(self.last_session, b"\x0f" * 32, "https://localhost:1/paos")

    def get_result(self, session_id: str) -> GetResultResponse:
        if not self.reachable:
            raise EidServerUnreachableError
        answers = self.answers.get(session_id, [EidError(INVALID_SESSION)])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def script(self, *answers: GetResultResponse) -> None:
        """Say what the session opened last comes to."""
        self.answers[self.last_session] = list(answers)


@dataclass
class BackendWorld:
    server: BochumIdServer
    backend: Backend
    eid: ScriptedEidServer
    clock: HandClock
    tls: TlsFiles
    sleeps: list[float]

    @property
    def timing(self) -> Timing:
        return Timing(
            now=lambda: self.clock.now().timestamp(),
            steady=lambda: self.clock.now().timestamp(),
            sleep=self.sleeps.append,
            chance=lambda: 0.5,
        )

    def client(
        self, terminal_id: str = "BB-MITTE-03", clock_error_s: float = 0, cache_dir: Path | None = None
    ) -> BochumId:
        """`clock_error_s` is how far the terminal's clock is ahead of the backend's, in seconds."""
        enrolment = self.server.enrol(terminal_id)
        key = key_from_file(terminal_id, enrolment.private_key_path)
        keys = CatalogueKeys.of_file(enrolment.catalogue_key_path)
        timing = replace(self.timing, now=lambda: self.clock.now().timestamp() + clock_error_s)
        return BochumId(self.server.origins.api, key, catalogue_keys=keys, cache_dir=cache_dir, timing=timing)

    def terminal(self, terminal_id: str = "BB-MITTE-03") -> AssertedTerminal:
        """The terminal's access alone, for requests that no well-behaved client makes."""
        enrolment = self.server.enrol(terminal_id)
        key = key_from_file(terminal_id, enrolment.private_key_path)
        transport = Transport(
            self.server.origins.api, software_version="0", ca_bundle=None, timing=self.timing
        )
        return AssertedTerminal(transport, key)

    def get(self, url: str) -> requests.Response:
        """What an eID client or a browser does on the eService origin."""
        return requests.get(url, verify=str(self.tls.certificate), timeout=5, allow_redirects=False)

    def token_elements(self, attempt: LoginAttempt) -> dict[str, str]:
        """Fetch the TC token; local names and texts of all its elements."""
        return self.elements_behind(attempt.tc_token_url)

    def elements_behind(self, tc_token_url: str) -> dict[str, str]:
        response = self.get(tc_token_url)
        assert response.status_code == 200, response.text
        assert response.headers["Content-Type"] == "text/xml; charset=utf-8"
        return dict(re.findall(r"<([\w-]+)>([^<]*)</", response.text))

    def read_card(
        self, attempt: LoginAttempt, *answers: GetResultResponse, query: str = "ResultMajor=ok"
    ) -> str:
        """Do the eID client's part; return the address it ends with."""
        elements = self.token_elements(attempt)
        self.eid.script(*answers)
        return f"{elements['RefreshAddress']}?{query}"

    def sign_in(
        self, client: BochumId, person: Person = ERIKA, first_visit: AccountMode = AccountMode.CREATE
    ) -> CitizenSession:
        attempt = client.begin_login(SERVICE, "de")
        session = client.finish_login(attempt, self.read_card(attempt, person.result()), first_visit)
        assert isinstance(session, CitizenSession), "somebody of this name has an account already"
        return session


@contextmanager
def running_backend(
    directory: Path,
    database: str | None = None,
    catalogue: Path = CATALOGUE_DIRECTORY,
    patience: Patience | None = None,
) -> Iterator[BackendWorld]:
    clock = HandClock()
    server = BochumIdServer(Premises(directory / "bochum-id", database, catalogue))
    identity = tls_identity.eservice_identity(
        StateDirectory(directory / "tls"), ("localhost",), datetime.now(UTC)
    )
    tls = TlsFiles(identity.certificate_file, identity.key_file)
    eid = ScriptedEidServer()
    try:
        backend = server.start(eid, tls, clock=clock, patience=patience, password_hasher=QUICK, cards=CARDS)
        yield BackendWorld(server, backend, eid, clock, tls, [])
    finally:
        server.stop()
