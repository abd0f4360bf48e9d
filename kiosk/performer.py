"""Does in the world what a visit wants done: one method an effect, each ending in one event."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import assert_never

from cardreader.eid_client.exchange import Progress
from kiosk import failures
from kiosk.appointing import Appointing
from kiosk.attaching import Attaching
from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.values import (
    Catalogue,
    CitizenSession,
    Draft,
    Level,
    PdfDocument,
    PrintOutcome,
)
from kiosk.bochum_id.values import PrintJob as PrintTicket
from kiosk.paper_results import delivery_of, outcome_of
from kiosk.password_sign_in import PasswordSigningIn
from kiosk.payment.cashier import Cashier
from kiosk.payment.open_payments import OpenPayments
from kiosk.payment.submitting import Submitting
from kiosk.pin_aid import PinAid
from kiosk.ports import Devices, OwnThings
from kiosk.printing import NotPrinted, PrintJob, PrintResult, SlipJob
from kiosk.runtime import Clock, Report
from kiosk.services.document import DefinitionError
from kiosk.services.form import data
from kiosk.services.reading import read_definition
from kiosk.services.search_index import KEPT_INDEX
from kiosk.session import appointment_effects as ax
from kiosk.session import delivery
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import file_effects as fx
from kiosk.session import pin_effects as px
from kiosk.session.cover import Paid
from kiosk.session.delivery import Delivery
from kiosk.session.errand import (
    Afresh,
    Errand,
    Nobody,
    Outcome,
    SignedInAs,
    Unfinished,
    Wanting,
)
from kiosk.session.failure import Failure
from kiosk.session.paying import Due
from kiosk.session.preferences import Language
from kiosk.sign_in import SigningIn
from kiosk.visit_backend import Backend

log = logging.getLogger(__name__)


class VisitPerformer:
    """The performer of one visit process. `ended` is called once, when the process may be killed."""

    def __init__(
        self,
        backend: Backend,
        signing_in: SigningIn,
        devices: Devices,
        own_things: OwnThings,
        clock: Clock,
        ended: Callable[[do.EndedHow], None],
    ) -> None:
        self._backend = backend
        self._signing_in = signing_in
        self._by_password = PasswordSigningIn(backend, clock.now)
        self._pin_aid = PinAid(devices.connect)
        self._printer = devices.printer
        self._slips = devices.slips
        self._own_things = own_things
        self._clock = clock
        self._ended = ended
        self._visit_id = secrets.token_hex(8)
        opened, till = OpenPayments(backend.payments), devices.till
        self._submitting = Submitting(backend, opened)
        self._cashier = Cashier(backend.payments, backend.status, till, clock, opened, self._submitting)
        self._subject: str | None = None
        """Id of the session that is open: whose papers may come out."""
        self._over = False
        self._attaching = Attaching(backend, devices.scanner, clock)
        self._appointing = Appointing(backend.appointments, self._visit_id)
        self._unreported: tuple[PrintTicket, PrintOutcome] | None = None

    async def perform(self, effect: do.Effect, report: Report) -> ev.Event:
        """Do it, and turn what adapters raise into `Failing`; anything else is a bug and gets out."""
        try:
            answer = await self._do(effect, report)
        except BackendError as error:
            typed = isinstance(effect, do.CheckPassword | do.SendCode | do.CheckCode)
            return ev.Failing((failures.of_password if typed else failures.of_backend)(error.fault))
        except DefinitionError:
            return ev.Failing(Failure.BACKEND_UNREADABLE)
        if isinstance(answer, ev.SignedIn):
            self._subject = answer.session.id
        return answer

    async def _do(self, effect: do.Effect, report: Report) -> ev.Event:
        if isinstance(effect, fx.FILE_EFFECTS):
            return await self._attaching.perform(effect, report)
        if isinstance(effect, ax.APPOINTMENT_EFFECTS):
            return await asyncio.to_thread(self._appointing.perform, effect)
        if isinstance(effect, px.PIN_EFFECTS):
            if isinstance(effect, px.LookAtCard):
                await self.give_up_signing_in()  # two do not speak to one card
            return await self._pin_aid.perform(effect)
        match effect:
            case do.Prepare(after_seconds):
                await self._clock.sleep(after_seconds)
                return await asyncio.to_thread(self._prepare)
            case do.KeepDefinitions(catalogue):
                return await asyncio.to_thread(self._keep_definitions, catalogue)
            case do.EndLeftovers():
                await asyncio.to_thread(self._end_leftovers)
                while not await asyncio.to_thread(self._printer.purge):
                    await self._clock.sleep(PURGE_AGAIN_SECONDS)
                return ev.Settled()
            case do.OpenService(service):
                document = await asyncio.to_thread(self._backend.service_definition, service)
                return ev.ServiceOpened(read_definition(document))
            case do.BeginSignIn(errand, language):
                # An attempt at a terminal ends the one before, of whatever kind.
                await asyncio.wrap_future(self._by_password.cancel())
                await asyncio.wrap_future(self._pin_aid.leave())
                return await asyncio.wrap_future(self._begin(errand, language.value))
            case do.ConfirmSignIn():
                return await self._confirm(effect, report)
            case px.ResumeSignIn(can):
                return await asyncio.wrap_future(self._signing_in.resume(can))
            case do.DecideAccount(link):
                return await asyncio.wrap_future(self._signing_in.decide(link=link))
            case do.CheckPassword(service_id, user_name, password, language):
                work = self._by_password.give_password(service_id, user_name, password, language.value)
                return await asyncio.wrap_future(work)
            case do.SendCode(factor):
                return await asyncio.wrap_future(self._by_password.send_code(factor))
            case do.CheckCode(factor, code):
                return await asyncio.wrap_future(self._by_password.give_code(factor, code))
            case do.OpenSession(service_id, language):
                opened = asyncio.to_thread(self._backend.begin_anonymous, service_id, language.value)
                return ev.SignedIn(await opened)
            case do.CancelSignIn():
                await self.give_up_signing_in()
                return ev.Settled()
            case do.OpenApplication(errand, session):
                self._subject = session.id
                draft = await asyncio.to_thread(self._draft, errand, session)
                return ev.ApplicationOpened(draft, self._backend.today())
            case do.Price():
                return await asyncio.to_thread(self._price, effect)
            case do.Send(application, form, quote, cover, language):
                due = Due(application, form, quote)
                self._appointing.sending()
                return ev.Sent(await asyncio.to_thread(self._submitting.submit, due, cover, language))
            case (
                do.SettlePayments()
                | do.FindWaysToPay()
                | do.TakeCardPayment()
                | do.StopCardPayment()
                | do.CheckCardPayment()
                | do.OpenPayPage()
                | do.AwaitPhonePayment()
                | do.StopPhonePayment()
                | do.GiveMoneyBack()
            ):
                return await self._cashier.perform(effect, report)
            case do.PrintPaper():
                return await asyncio.to_thread(self._print, effect)
            case do.PrintReceipt(outcome, language):
                return ev.ReceiptHandled(await asyncio.to_thread(self._receipt_beside, outcome, language))
            case do.LinkReceipt(outcome, language):
                make = self._backend.link_receipt
                return ev.ReceiptLinked(await asyncio.to_thread(make, outcome.submission, language.value))
            case do.MailReceipt(outcome, language):
                await asyncio.to_thread(self._backend.mail_receipt, outcome.submission, language.value)
                return ev.ReceiptMailed()
            case do.PrintSlip(slip, language):
                job = SlipJob(self._visit_id, slip, language.value, lambda: not self._over)
                return ev.SlipHandled(delivery_of(await asyncio.to_thread(self._slips.print_slip, job)))
            case do.CallHelp():
                return ev.HelpAnswered(await asyncio.to_thread(self._call_help))
            case do.EndVisit(how, after_seconds):
                return await self._end(how, after_seconds)
            case _:
                return await asyncio.to_thread(self._own_things.do, effect, self._bring_to_paper)

    async def keep_signed_in(self) -> None:
        """Keep the citizen's session alive while the visit lasts; silence is judged here, not there.

        The server ends a session that makes no call for three minutes, and a form can take longer.
        """
        while True:
            await self._clock.sleep(KEEP_SESSION_SECONDS)
            if self._subject is not None:
                with suppress(BackendError):  # the next real call will tell
                    await asyncio.to_thread(self._backend.keep_session)

    async def give_up_signing_in(self) -> None:
        """Stop whatever sign-in is under way, and wait until it has let go of card and servers."""
        ending = (self._signing_in.cancel(), self._by_password.cancel(), self._pin_aid.leave())
        for each in ending:
            await asyncio.wrap_future(each)

    # ------------------------------------------------------------ before anybody is signed in

    def _prepare(self) -> ev.Event:
        try:
            return ev.Prepared(_laid_out(self._backend.catalogue()))
        except BackendError as error:
            fault = error.fault
        failure = failures.of_backend(fault)
        kept = None if failures.takes_out_of_service(fault) else self._backend.kept_catalogue()
        return ev.NotPrepared(failure) if kept is None else ev.PreparedFromCache(_laid_out(kept), failure)

    def _keep_definitions(self, catalogue: Catalogue) -> ev.Event:
        with suppress(BackendError):  # the next answer of the city tries again
            self._backend.keep_definitions(catalogue)
        return ev.Settled()

    def _end_leftovers(self) -> None:
        with suppress(BackendError):  # a new session ends the old one too; the visitor need not hear of it
            self._backend.end_leftover_sessions()

    def _begin(self, errand: Errand, language: str) -> Future[ev.Event]:
        match errand.caller:
            case Nobody():
                return self._signing_in.begin(errand.service.id, language)
            case SignedInAs():
                return self._signing_in.begin_step_up(errand.service.id, language)
            case _:
                assert_never(errand.caller)

    async def _confirm(self, effect: do.ConfirmSignIn, report: Report) -> ev.Event:
        loop = asyncio.get_running_loop()

        def on_progress(progress: Progress) -> None:
            loop.call_soon_threadsafe(report, ev.SignInProgressed(progress))

        work = self._signing_in.confirm(effect.chosen, effect.pin, on_progress)
        return await asyncio.wrap_future(work)

    # ------------------------------------------------------------ the application

    def _draft(self, errand: Errand, session: CitizenSession) -> Draft:
        self._own_things.act_for(errand.capacity)
        match errand.beginning:
            case Unfinished() if session.level is Level.NONE:  # nobody's draft ended with its session
                return self._backend.create_application(errand.service)
            case Afresh() | Wanting():
                return self._backend.create_application(errand.service)
            case Unfinished(draft):
                return self._backend.reopen_application(draft)
            case _:
                assert_never(errand.beginning)

    def _price(self, effect: do.Price) -> ev.Event:
        draft = self._backend.save_answers(effect.application.draft, data(effect.form))
        if draft.errors:
            return ev.AnswersObjected(draft)
        return ev.Priced(draft, self._backend.quote(draft))

    def _print(self, effect: do.PrintPaper) -> ev.PaperHandled:
        outcome, submission = effect.outcome, effect.outcome.submission
        if submission.document_id is None:
            return ev.PaperHandled(self._print_receipt(outcome, effect.language))
        sheet = self._backend.document(submission)
        ticket = self._backend.begin_print(submission)
        result = self._bring_to_paper(outcome.session.id, sheet)
        self._unreported = (ticket, outcome_of(result))
        self._report_print()
        if isinstance(result, NotPrinted) or not isinstance(outcome.cover, Paid):
            return ev.PaperHandled(delivery_of(result))
        return ev.PaperHandled(delivery_of(result), self._receipt_beside(outcome, effect.language))

    def _print_receipt(self, outcome: Outcome, language: Language) -> Delivery:
        sheet = self._backend.receipt(outcome.submission, language.value)
        return delivery_of(self._bring_to_paper(outcome.session.id, sheet))

    def _receipt_beside(self, outcome: Outcome, language: Language) -> Delivery:
        """Print it beside the paper, which lies in the tray whatever becomes of this one."""
        try:
            return self._print_receipt(outcome, language)
        except BackendError as error:
            return delivery.NotPrinted(failures.of_backend(error.fault))

    def _report_print(self) -> None:
        """Tell what became of the sheet; what does not get through is told once more at the end."""
        if self._unreported is not None:
            with suppress(BackendError):  # the paper is out, or is not: that does not change
                self._backend.report_print(*self._unreported)
                self._unreported = None

    def _bring_to_paper(self, subject: str, sheet: PdfDocument) -> PrintResult:
        """Print for the one whose session is `subject`, and for nobody after them."""

        def still_wanted() -> bool:
            return not self._over and self._subject == subject

        title = sheet.title.in_language("de")
        return self._printer.print_pdf(PrintJob(self._visit_id, title, sheet.content, still_wanted))

    # ------------------------------------------------------------ help and the end

    def _call_help(self) -> bool:
        try:
            return self._backend.call_assistance()
        except BackendError:
            return False

    async def _end(self, how: do.EndedHow, after_seconds: int) -> ev.Event:
        self._subject, self._over = None, True
        self._attaching.stop()
        closing = asyncio.ensure_future(self._sign_out(after_seconds))
        try:
            await self._clock.sleep(after_seconds)
            await self._at_most(CLOSING_SECONDS, closing)
        finally:
            closing.cancel()
        self._ended(how)
        return ev.Settled()

    async def _sign_out(self, patience_seconds: int) -> None:
        # The card first: a sign-in that is just succeeding would open a session after the end of sessions.
        await self._at_most(patience_seconds, asyncio.ensure_future(self.give_up_signing_in()))
        await self._at_most(patience_seconds, asyncio.ensure_future(self._cashier.leave()))
        await asyncio.to_thread(self._leave)

    def _leave(self) -> None:
        self._printer.purge()
        self._report_print()
        self._appointing.leave()
        self._backend.end_session()

    async def _at_most(self, seconds: int, work: asyncio.Future[None]) -> None:
        """Wait for `work`, but no longer than that; the visit ends whatever becomes of it."""
        work.add_done_callback(_note_bug)
        limit = asyncio.ensure_future(self._clock.sleep(seconds))
        try:
            await asyncio.wait({work, limit}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            limit.cancel()


KEEP_SESSION_SECONDS = 60

PURGE_AGAIN_SECONDS = 1

CLOSING_SECONDS = 5
"""How long the end waits for Bochum-ID beyond the last words on the screen."""


def _laid_out(catalogue: Catalogue) -> Catalogue:
    """Have its words in order before anybody searches it; here nobody waits for that."""
    KEPT_INDEX.of(catalogue)
    return catalogue


def _note_bug(work: asyncio.Future[None]) -> None:
    """The server forgets a session by itself: only what is not the server's fault is worth a line."""
    bug = None if work.cancelled() else work.exception()
    if bug is not None and not isinstance(bug, BackendError):
        log.error("the end of the visit crashed: %s", type(bug).__name__)
