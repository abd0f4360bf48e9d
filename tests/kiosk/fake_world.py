"""Stand-ins for the world around the performer: Bochum-ID, the printer; and effects to do in it."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from fake_clock import FakeClock
from fake_sign_in import FakeConversation, FakeLogin, Gate, open_gate

from cardreader.secret import Secret
from kiosk.bochum_id.values import (
    AcceptedDeclaration,
    Catalogue,
    CitizenSession,
    DeskPayment,
    Draft,
    JsonObject,
    LocalisedText,
    PdfDocument,
    PrintOutcome,
    Quote,
    ServiceSummary,
    Submission,
)
from kiosk.bochum_id.values import PrintJob as PrintTicket
from kiosk.performer import VisitPerformer
from kiosk.printing import Printed, PrintJob, PrintResult, SlipJob
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session.preferences import Language
from kiosk.sign_in import SigningIn
from tests import samples
from tests.samples import APPLICATION, CATALOGUE, CITIZEN, DRAFT, ERRAND, FREE, PAID, SAVED, TODAY

PAYMENT = DeskPayment("pay_1", "BO260004711", PAID.total)
CERTIFICATE = PdfDocument(LocalisedText.of({"de": "Meldebescheinigung", "en": "Certificate"}), b"%PDF-1")
SLIP = PdfDocument(LocalisedText.of({"de": "Kassenzettel"}), b"%PDF-2")

BEGIN = do.BeginSignIn(ERRAND, Language.ENGLISH)
STEP_UP = do.BeginSignIn(samples.STEPPING_UP, Language.ENGLISH)
OPEN = do.OpenApplication(ERRAND, CITIZEN)
REOPEN = do.OpenApplication(samples.UNFINISHED, CITIZEN)
PRICE = do.Price(APPLICATION, samples.FOR_AUTHORITY)
SEND_FREE = do.Send(APPLICATION, samples.FOR_PENSION, FREE, Language.GERMAN)
SEND_PAID = do.Send(APPLICATION, samples.FOR_AUTHORITY, PAID, Language.ENGLISH)
PRINT = do.PrintPaper(samples.FREE_OUTCOME, Language.ENGLISH)
PRINT_DESK_SLIP = do.PrintPaper(samples.PAID_OUTCOME, Language.ENGLISH)
PRINT_SLIP = do.PrintSlip(samples.SLIP, Language.ENGLISH)


def check_password() -> do.CheckPassword:
    return do.CheckPassword("svc_x", "erika", Secret(b"Kortum"), Language.GERMAN)


def confirm() -> do.ConfirmSignIn:
    return do.ConfirmSignIn(samples.DEGREE, samples.pin())


@dataclass(slots=True)
class FakeBackend(FakeLogin):
    """Bochum-ID: notes every call and from which thread it came; what is in `errors` is raised."""

    errors: dict[str, list[Exception]] = field(default_factory=dict)
    """By method: what its next calls raise."""
    definition: JsonObject = field(default_factory=dict)
    kept: Catalogue | None = None
    threads: set[int] = field(default_factory=set)
    payments: int = 0
    submitted: list[tuple[Draft, tuple[AcceptedDeclaration, ...], DeskPayment | None, str]] = field(
        default_factory=list
    )
    reported: list[PrintOutcome] = field(default_factory=list)
    session_end: Gate = field(default_factory=open_gate)

    def end_leftover_sessions(self) -> None:
        self._called("end_leftover_sessions")

    def catalogue(self) -> Catalogue:
        self._called("catalogue")
        return CATALOGUE

    def kept_catalogue(self) -> Catalogue | None:
        return self.kept

    def keep_definitions(self, offered: Catalogue) -> None:
        self._called(f"keep_definitions {offered.version}")

    def service_definition(self, service: ServiceSummary) -> JsonObject:
        self._called(f"service_definition {service.id}")
        return self.definition

    def today(self) -> date:
        return TODAY

    def begin_anonymous(self, service_id: str, language: str) -> CitizenSession:
        self._called(f"begin_anonymous {service_id} {language}")
        return samples.NOBODYS

    def create_application(self, service: ServiceSummary) -> Draft:
        self._called(f"create_application {service.id}")
        return DRAFT

    def reopen_application(self, draft: Draft) -> Draft:
        self._called(f"reopen_application {draft.id}")
        return SAVED

    def save_answers(self, draft: Draft, data: JsonObject) -> Draft:
        self._called(f"save_answers {draft.etag} {sorted(data)}")
        return SAVED

    def quote(self, draft: Draft) -> Quote:
        self._called(f"quote {draft.etag}")
        return PAID

    def pay_at_desk(self, draft: Draft, quote: Quote) -> DeskPayment:
        self._called(f"pay_at_desk {draft.etag} {quote.id}")
        self.payments += 1
        return replace(PAYMENT, id=f"pay_{self.payments}")

    def submit(
        self,
        draft: Draft,
        declarations: Sequence[AcceptedDeclaration],
        *,
        payment: DeskPayment | None,
        language: str,
    ) -> Submission:
        self.submitted.append((draft, tuple(declarations), payment, language))
        self._called("submit")
        return samples.WITH_SLIP if payment else samples.WITH_DOCUMENT

    def document(self, submission: Submission) -> PdfDocument:
        self._called(f"document {submission.document_id}")
        return CERTIFICATE

    def receipt(self, submission: Submission, language: str) -> PdfDocument:
        self._called(f"receipt {submission.receipt_id} {language}")
        return SLIP

    def begin_print(self, submission: Submission) -> PrintTicket:
        self._called(f"begin_print {submission.document_id}")
        return PrintTicket("prj_1")

    def report_print(self, job: PrintTicket, outcome: PrintOutcome) -> None:
        self._called(f"report_print {job.id}")
        self.reported.append(outcome)

    def call_assistance(self) -> bool:
        self._called("call_assistance")
        return True

    def keep_session(self) -> None:
        self._called("keep_session")

    def end_session(self) -> None:
        self._called("end_session")
        self.session_end.pass_through()

    def _called(self, call: str) -> None:
        self.calls.append(call)
        self.threads.add(threading.get_ident())
        waiting = self.errors.get(call.partition(" ")[0], [])
        if waiting:
            raise waiting.pop(0)


@dataclass(slots=True)
class FakePrinter:
    """A printer for sheets and for slips."""

    result: PrintResult | Exception = field(default_factory=lambda: Printed("A4"))
    jobs: list[PrintJob] = field(default_factory=list)
    slips: list[SlipJob] = field(default_factory=list)

    def print_pdf(self, job: PrintJob) -> PrintResult:
        self.jobs.append(job)
        return self._result()

    def print_slip(self, job: SlipJob) -> PrintResult:
        self.slips.append(job)
        return self._result()

    def _result(self) -> PrintResult:
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


@dataclass(slots=True)
class World:
    performer: VisitPerformer
    backend: FakeBackend
    printer: FakePrinter
    clock: FakeClock
    conversation: FakeConversation
    ended: list[do.EndedHow]
    reported: list[ev.Event] = field(default_factory=list)

    async def does(self, effect: do.Effect) -> ev.Event:
        return await self.performer.perform(effect, self.reported.append)


@asynccontextmanager
async def made(conversation: FakeConversation | None = None) -> AsyncIterator[World]:
    talk = conversation or FakeConversation()
    backend, printer, clock, ended = FakeBackend(), FakePrinter(), FakeClock(), list[do.EndedHow]()
    signing_in = SigningIn(backend, lambda: talk)
    performer = VisitPerformer(backend, signing_in, printer, printer, clock, ended.append)
    try:
        yield World(performer, backend, printer, clock, talk, ended)
    finally:
        for gate in (backend.session_end, talk.start_gate, talk.proceed_gate, talk.cancel_gate):
            gate.opened.set()


def live(story: Callable[[World], Awaitable[None]], conversation: FakeConversation | None = None) -> None:
    async def whole() -> None:
        async with made(conversation) as world:
            await story(world)

    asyncio.run(whole())
