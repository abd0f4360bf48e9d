"""Stand-ins for the world around the performer: Bochum-ID, the printer; and effects to do in it."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from fake_clock import FakeClock
from fake_evidence import FakeAppointments, FakeAttachments
from fake_sign_in import FakeConversation, FakeLogin, Gate, open_gate

from cardreader.secret import Secret
from kiosk.bochum_id.payment_values import Channel, Payment
from kiosk.bochum_id.status import Health, Status
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
from kiosk.payment.till import GivenBack, GivingBack, NotYetBack, OnStep, Taking, Unclear
from kiosk.performer import VisitPerformer
from kiosk.ports import Devices, ToPaper
from kiosk.printing import NoPaperBecause, Printed, PrintJob, PrintResult, SlipJob
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session.cover import AT_CASH_DESK, NOTHING_DUE
from kiosk.session.errand import Capacity
from kiosk.session.own_effects import OwnEffect
from kiosk.session.paying import CardStep
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
SEND_FREE = do.Send(APPLICATION, samples.FOR_PENSION, FREE, NOTHING_DUE, Language.GERMAN)
SEND_PAID = do.Send(APPLICATION, samples.FOR_AUTHORITY, PAID, AT_CASH_DESK, Language.ENGLISH)
PRINT = do.PrintPaper(samples.FREE_OUTCOME, Language.ENGLISH)
PRINT_PAID = do.PrintPaper(replace(samples.FREE_OUTCOME, cover=samples.COVERED), Language.ENGLISH)
PRINT_DESK_SLIP = do.PrintPaper(samples.PAID_OUTCOME, Language.ENGLISH)
PRINT_SLIP = do.PrintSlip(samples.SLIP, Language.ENGLISH)


def check_password() -> do.CheckPassword:
    return do.CheckPassword("svc_x", "erika", Secret(b"Kortum"), Language.GERMAN)


def confirm() -> do.ConfirmSignIn:
    return do.ConfirmSignIn(samples.DEGREE, samples.pin())


@dataclass(slots=True)
class FakePayments:
    """The visitor's payments: how they stand is in `now`; what is in `errors` is raised."""

    now: list[Payment] = field(default_factory=list)
    """What the next questions are answered with; the last one stays."""
    calls: list[str] = field(default_factory=list)
    errors: dict[str, list[Exception]] = field(default_factory=dict)

    def open(self, draft: Draft, quote: Quote, channel: Channel, number: int = 1) -> Payment:
        return self._answer(f"open {draft.id} {quote.id} {channel.value} {number}")

    def look(self, payment: Payment) -> Payment:
        return self._answer(f"look {payment.id}")

    def wait(self, payment: Payment, seconds: int = 25) -> Payment:
        return self._answer(f"wait {payment.id} {seconds}")

    def cancel(self, payment: Payment) -> Payment:
        return self._answer(f"cancel {payment.id}")

    def _answer(self, call: str) -> Payment:
        self.calls.append(call)
        waiting = self.errors.get(call.partition(" ")[0], [])
        if waiting:
            raise waiting.pop(0)
        return self.now.pop(0) if len(self.now) > 1 else self.now[0]


@dataclass(slots=True)
class FakeOwnThings:
    """The citizen's own things: notes what was wanted of them, and in whose name."""

    wishes: list[OwnEffect] = field(default_factory=list)
    names: list[Capacity] = field(default_factory=list)

    def do(self, wish: OwnEffect, to_paper: ToPaper) -> ev.Event:  # noqa: ARG002 - nothing is printed
        self.wishes.append(wish)
        return ev.Settled()

    def act_for(self, capacity: Capacity) -> None:
        self.names.append(capacity)


@dataclass(slots=True)
class FakeTill:
    """The card reader: what it says, and what it was asked."""

    taking: Taking = field(default_factory=Unclear)
    usable: bool = True
    settled: list[bool] = field(default_factory=lambda: [True])
    """What settling comes to, time after time; the last one stays."""
    returns_money: bool = True
    steps: tuple[CardStep, ...] = ()
    calls: list[str] = field(default_factory=list)
    gate: Gate = field(default_factory=open_gate)

    def works(self) -> bool:
        self.calls.append("works")
        return self.usable

    def settle(self) -> bool:
        self.calls.append("settle")
        return self.settled.pop(0) if len(self.settled) > 1 else self.settled[0]

    def take(self, payment: Payment, on_step: OnStep) -> Taking:
        self.calls.append(f"take {payment.id}")
        for each in self.steps:
            on_step(each)
        self.gate.pass_through()
        return self.taking

    def stop(self) -> None:
        self.calls.append("stop")
        self.gate.opened.set()

    def look(self, payment: Payment) -> Taking:
        self.calls.append(f"look {payment.id}")
        return self.taking

    def give_back(self, payment: Payment) -> GivingBack:
        self.calls.append(f"give back {payment.id}")
        return GivenBack(("STORNO", "Karte ****4711")) if self.returns_money else NotYetBack()


@dataclass(slots=True)
class FakeBackend(FakeLogin):
    """Bochum-ID: notes every call and from which thread it came; what is in `errors` is raised."""

    errors: dict[str, list[Exception]] = field(default_factory=dict)
    """By method: what its next calls raise."""
    definition: JsonObject = field(default_factory=dict)
    kept: Catalogue | None = None
    threads: set[int] = field(default_factory=set)
    desk_payments: int = 0
    payments: FakePayments = field(default_factory=FakePayments)
    attachments: FakeAttachments = field(default_factory=FakeAttachments)
    appointments: FakeAppointments = field(default_factory=FakeAppointments)
    health: Health = Health.OK
    submitted: list[tuple[Draft, tuple[AcceptedDeclaration, ...], DeskPayment | Payment | None, str]] = field(
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
        self.desk_payments += 1
        return replace(PAYMENT, id=f"pay_{self.desk_payments}")

    def submit(
        self,
        draft: Draft,
        declarations: Sequence[AcceptedDeclaration],
        *,
        delivery: str,
        payment: DeskPayment | Payment | None,
        language: str,
    ) -> Submission:
        assert delivery == "printHere", "what the definition says where nothing else was chosen"
        self.submitted.append((draft, tuple(declarations), payment, language))
        self._called("submit")
        return samples.WITH_SLIP if payment else samples.WITH_DOCUMENT

    def status(self) -> Status:
        self._called("status")
        return Status(self.health, ())

    def document(self, submission: Submission) -> PdfDocument:
        self._called(f"document {submission.document_id}")
        return CERTIFICATE

    def receipt(self, submission: Submission, language: str) -> PdfDocument:
        self._called(f"receipt {submission.receipt_id} {language}")
        return SLIP

    def link_receipt(self, submission: Submission, language: str) -> str:
        self._called(f"link_receipt {submission.receipt_id} {language}")
        return "https://id.example/beleg/canary-token"

    def mail_receipt(self, submission: Submission, language: str) -> None:
        self._called(f"mail_receipt {submission.receipt_id} {language}")

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
    wanted: list[bool] = field(default_factory=list)
    """What each job answered when it was asked whether it is still wanted."""
    state: NoPaperBecause | None = None
    purged: int = 0
    stuck: int = 0
    """How many purges fail first."""

    def trouble(self) -> NoPaperBecause | None:
        return self.state

    def purge(self) -> bool:
        self.purged += 1
        return self.purged > self.stuck

    def print_pdf(self, job: PrintJob) -> PrintResult:
        self.jobs.append(job)
        self.wanted.append(job.still_wanted())
        return self._result()

    def print_slip(self, job: SlipJob) -> PrintResult:
        self.slips.append(job)
        self.wanted.append(job.still_wanted())
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
    till: FakeTill
    own_things: FakeOwnThings
    ended: list[do.EndedHow]
    reported: list[ev.Event] = field(default_factory=list)

    async def does(self, effect: do.Effect) -> ev.Event:
        return await self.performer.perform(effect, self.reported.append)


@asynccontextmanager
async def made(conversation: FakeConversation | None = None) -> AsyncIterator[World]:
    talk = conversation or FakeConversation()
    backend, printer, clock, ended = FakeBackend(), FakePrinter(), FakeClock(), list[do.EndedHow]()
    signing_in = SigningIn(backend, lambda: talk)
    till, own_things = FakeTill(), FakeOwnThings()
    devices = Devices(printer, printer, till)
    performer = VisitPerformer(backend, signing_in, devices, own_things, clock, ended.append)
    try:
        yield World(performer, backend, printer, clock, talk, till, own_things, ended)
    finally:
        for gate in (backend.session_end, till.gate, talk.start_gate, talk.proceed_gate, talk.cancel_gate):
            gate.opened.set()


def live(story: Callable[[World], Awaitable[None]], conversation: FakeConversation | None = None) -> None:
    async def whole() -> None:
        async with made(conversation) as world:
            await story(world)

    asyncio.run(whole())
