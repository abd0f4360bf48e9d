"""Bochum-ID as the terminal sees it: every call blocks, gives a frozen value, or raises BackendError."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from cardreader.secret import Secret
from kiosk.bochum_id import anonymous, applications, code_exchange, login, papers, password_login
from kiosk.bochum_id.access import BoundToken, TerminalAccess
from kiosk.bochum_id.catalogue_cache import CatalogueCache
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.citizen_access import CitizenAccess
from kiosk.bochum_id.errors import BackendError, Problem, Refused
from kiosk.bochum_id.kept_catalogue import KeptCatalogue
from kiosk.bochum_id.once import new_key
from kiosk.bochum_id.password_values import CodeWrong, PasswordAttempt, PasswordWrong, SecondFactor
from kiosk.bochum_id.payment_values import Payment
from kiosk.bochum_id.reading import garbage, parse
from kiosk.bochum_id.resources import Resources
from kiosk.bochum_id.status import Status, fetch_status
from kiosk.bochum_id.terminal_certificate import TerminalCertificate
from kiosk.bochum_id.terminal_key import TerminalKey
from kiosk.bochum_id.terminal_profiles import AssertedTerminal, CertifiedTerminal
from kiosk.bochum_id.timing import Timing
from kiosk.bochum_id.transport import JSON, Call, Transport, json_bytes
from kiosk.bochum_id.values import (
    AcceptedDeclaration,
    AccountMode,
    AccountQuestion,
    AssistanceReason,
    Catalogue,
    CitizenSession,
    DeskPayment,
    Draft,
    JsonObject,
    LoginAttempt,
    PdfDocument,
    PrintJob,
    PrintOutcome,
    Quote,
    ServiceSummary,
    Submission,
)

PRINTER_ID = "a4"

_BOCHUM_TIME = ZoneInfo("Europe/Berlin")


class BochumId(Resources):
    """One terminal's line to Bochum-ID, for one visit at a time.

    The calls of every visit are methods; what some visits need, and the fleet, are attributes by resource.
    Run methods in a thread. It holds the citizen's token and key between `finish_login` and
    `end_session`. A call that got no answer can be made again with the same arguments: what must happen
    once, happens once.
    """

    def __init__(
        self,
        api_origin: str,
        identity: TerminalKey | TerminalCertificate,
        *,
        catalogue_keys: CatalogueKeys,
        cache_dir: Path | None = None,
        software_version: str = "0.1.0",
        ca_bundle: Path | None = None,
        timing: Timing | None = None,
    ) -> None:
        """`api_origin` is scheme, host and port; ValueError unless https or this very machine.

        `identity` chooses the profile of contract 2.1: a key signs assertions, a certificate is shown on
        every connection. `catalogue_keys` are the city's; no catalogue is believed that none of them signed.
        `cache_dir` keeps it for an outage. `ca_bundle` pins the municipal CA (PEM); OSError when it cannot be
        read.
        """
        timing = timing or Timing()
        certificate = identity if isinstance(identity, TerminalCertificate) else None
        self._transport = Transport(
            api_origin,
            software_version=software_version,
            ca_bundle=ca_bundle,
            timing=timing,
            identity=certificate,
        )
        self._terminal: TerminalAccess = (
            CertifiedTerminal(self._transport, identity.terminal_id)
            if isinstance(identity, TerminalCertificate)
            else AssertedTerminal(self._transport, identity)
        )
        self._citizen = CitizenAccess(self._transport)
        cache = CatalogueCache(cache_dir, catalogue_keys, timing.now) if cache_dir else None
        self._catalogue = KeptCatalogue(self._terminal, catalogue_keys, cache)
        super().__init__(self._transport, self._terminal, self._citizen, catalogue_keys, cache_dir)

    def close(self) -> None:
        """Forget the citizen and close every connection."""
        self._citizen.end()
        self._transport.close()

    def today(self) -> date:
        """Give the day that it is in Bochum, as far as the server has said what time it is."""
        return datetime.fromtimestamp(self._transport.now(), _BOCHUM_TIME).date()

    # ------------------------------------------------------------ the terminal

    def open_terminal(self) -> None:
        """Sign the terminal in."""
        self._terminal.renew()

    def end_leftover_sessions(self) -> None:
        """End the citizen session a crash may have left open here; never while a visitor is signed in."""
        self._terminal.send(Call("DELETE", "/v1/terminals/self/sessions"))

    def catalogue(self) -> Catalogue:
        """Fetch what there is to do; cheap when nothing has changed."""
        return self._catalogue.fetch()

    def kept_catalogue(self) -> Catalogue | None:
        """Give the catalogue that is kept for an outage, if all of it is; never asks anybody."""
        return self._catalogue.kept()

    def service_definition(self, service: ServiceSummary) -> JsonObject:
        """Give a service's definition document (Appendix A), checked against the catalogue's digest."""
        return parse(self._catalogue.definition(service), service.definition_path).object()

    def keep_definitions(self, offered: Catalogue) -> None:
        """Keep every service's definition, so that all can be read in an outage."""
        self._catalogue.keep_definitions(offered)

    def status(self) -> Status:
        """Ask whether Bochum-ID and what is behind it are well; needs no sign-in of the terminal."""
        return fetch_status(self._transport)

    def call_assistance(self, reason: AssistanceReason = AssistanceReason.ASKED_FOR_HELP) -> bool:
        """Ask the front desk to come; True when somebody there was told."""
        body = json_bytes({"reason": reason.value})
        call = Call("POST", "/v1/terminals/self/assistance", body, JSON, headers=new_key())
        return self._terminal.send(call).json().member("staffNotified").truth()

    # ------------------------------------------------------------ signing in and out

    def begin_login(self, service_id: str, language: str) -> LoginAttempt:
        """Open a login attempt by eID for a service; `language` is the visitor's (BCP 47)."""
        return login.begin(self._terminal, service_id, language)

    def begin_step_up(self, service_id: str, language: str) -> LoginAttempt:
        """Open an attempt by eID that raises the level of the session there is."""
        return login.begin_step_up(self._citizen, service_id, language)

    def finish_login(
        self, attempt: LoginAttempt, refresh_url: str, first_visit: AccountMode = AccountMode.CREATE
    ) -> CitizenSession | AccountQuestion:
        """Sign the citizen in with the address the eID client ended with, or ask whose account it is.

        `first_visit` says what happens when the card is new here: CREATE an account, without any consent
        given, or TRANSIENT, without an account. Refused with the eID code of section 11 when it failed.
        """
        found = login.finish(self._transport, self._terminal, attempt, refresh_url, first_visit)
        return found if isinstance(found, AccountQuestion) else self._signed_in(attempt, *found)

    def answer_account(
        self, attempt: LoginAttempt, question: AccountQuestion, *, link: bool
    ) -> CitizenSession:
        """Sign the citizen in to the account in question, which gets the card, or to a new one."""
        found = login.answer(self._transport, self._terminal, attempt, question, link=link)
        return self._signed_in(attempt, *found)

    def begin_password_login(self, service_id: str, language: str) -> PasswordAttempt:
        """Open a login attempt by user name and password."""
        return password_login.begin(self._terminal, service_id, language)

    def give_password(
        self, attempt: PasswordAttempt, user_name: str, password: Secret, number: int
    ) -> tuple[SecondFactor, ...] | PasswordWrong:
        """Try a password, the `number`th of this attempt from 1. What is repeated counts once.

        Refused too-many-attempts or account-locked when it is not even looked at.
        """
        return password_login.give_password(self._terminal, attempt, user_name, password, number)

    def send_code(self, attempt: PasswordAttempt, factor: SecondFactor) -> None:
        """Have the city send a code to the citizen's phone or mailbox."""
        password_login.send_code(self._terminal, attempt, factor)

    def give_code(
        self, attempt: PasswordAttempt, factor: SecondFactor, code: Secret, number: int
    ) -> CitizenSession | CodeWrong:
        """Try a code, the `number`th of this attempt from 1, and sign the citizen in.

        Refused login-failed when the attempt is over.
        """
        found = password_login.give_code(self._transport, self._terminal, attempt, factor, code, number)
        if isinstance(found, CodeWrong):
            return found
        session, token = found
        self._citizen.begin(token)
        return session

    def begin_anonymous(self, service_id: str, language: str) -> CitizenSession:
        """Open a session without signing in; Refused level-too-low when the service asks for more."""
        session, token = anonymous.begin(self._transport, self._terminal, service_id, language)
        self._citizen.begin(token)
        return session

    def _signed_in(self, attempt: LoginAttempt, session: CitizenSession, token: BoundToken) -> CitizenSession:
        if attempt.steps_up:
            self._citizen.raise_level(token)
        else:
            self._citizen.begin(token)
        return session

    def attempt_problem(self, attempt: LoginAttempt, refresh_url: str | None = None) -> Problem | None:
        """Ask for the cause of a failed attempt as the backend saw it; None when it saw none.

        `refresh_url` is where the failed run ended, if it ended anywhere.
        """
        return login.problem_of(self._transport, self._terminal, attempt, refresh_url)

    def cancel_login(self, attempt: LoginAttempt | PasswordAttempt) -> None:
        """Give an attempt up; harmless when it is over."""
        code_exchange.cancel(self._terminal, attempt)

    def keep_session(self) -> None:
        """Show the server that the visitor is still here: it ends a session after 180 s without a call."""
        self._citizen.renew()

    def end_session(self) -> None:
        """Sign the citizen out; harmless when the session is over.

        Token and key are forgotten here even when the server cannot be told.
        """
        try:
            self._citizen.send(Call("DELETE", "/v1/session"))
        except BackendError as error:
            if not (isinstance(error.fault, Refused) and error.fault.problem.code == "session-ended"):
                raise
        finally:
            self._citizen.end()

    # ------------------------------------------------------------ applying

    def create_application(self, service: ServiceSummary) -> Draft:
        """Open a draft, filled in with what the card said."""
        return applications.create(self._citizen, service)

    def reopen_application(self, draft: Draft) -> Draft:
        """Fetch a draft of an earlier session; Refused unless the citizen signed in now is the same."""
        return applications.reopen(self._citizen, draft)

    def find_draft(self, application_id: str) -> Draft:
        """Fetch a draft that stands among the citizen's applications."""
        return applications.find(self._citizen, application_id)

    def save_answers(self, draft: Draft, data: JsonObject) -> Draft:
        """Bring the draft to `data`; locked members may be left out. Gives the new version."""
        return applications.save(self._citizen, draft, data)

    def quote(self, draft: Draft) -> Quote:
        """Ask what it costs; Refused not-ready when something is missing."""
        return applications.price(self._citizen, draft)

    def pay_at_desk(self, draft: Draft, quote: Quote) -> DeskPayment:
        """Get a reference (Kassenzeichen) to pay under at the cash desk."""
        return applications.open_desk_payment(self._citizen, draft, quote)

    def submit(
        self,
        draft: Draft,
        declarations: Sequence[AcceptedDeclaration],
        *,
        delivery: str = "printHere",
        payment: DeskPayment | Payment | None = None,
        shown_at: datetime | None = None,
        language: str = "de",
    ) -> Submission:
        """Send the application bindingly. `language` is for the gloss on the certificate.

        `shown_at` is when the visitor was asked, if known; the confirmation is now.
        """
        now = datetime.fromtimestamp(self._transport.now(), UTC)
        return applications.submit(
            self._citizen,
            draft,
            terminal_id=self._terminal.terminal_id,
            declarations=declarations,
            delivery=delivery,
            payment=payment,
            shown_at=shown_at or now,
            confirmed_at=now,
            language=language,
        )

    # ------------------------------------------------------------ paper

    def document(self, submission: Submission) -> PdfDocument:
        """Fetch the certificate; Garbage when the submission has none."""
        return papers.fetch_document(self._citizen, _document_id(submission))

    def receipt(self, submission: Submission, language: str = "de") -> PdfDocument:
        """Fetch the slip for the cash desk."""
        return papers.fetch_receipt(self._citizen, submission.receipt_id, language)

    def link_receipt(self, submission: Submission, language: str) -> str:
        """Have a one-time link to the receipt made, for a phone."""
        return papers.link_receipt(self._citizen, submission.receipt_id, language)

    def mail_receipt(self, submission: Submission, language: str) -> None:
        """Have the receipt put into the citizen's mailbox."""
        papers.mail_receipt(self._citizen, submission.receipt_id, language)

    def begin_print(self, submission: Submission) -> PrintJob:
        """Announce that the certificate goes to the printer; Refused once it has been printed."""
        return papers.begin_print(self._citizen, _document_id(submission), PRINTER_ID)

    def report_print(self, job: PrintJob, outcome: PrintOutcome) -> None:
        """Say what became of the sheet."""
        papers.report_print(self._citizen, job, outcome)


def _document_id(submission: Submission) -> str:
    if submission.document_id is None:
        raise garbage("the submission has no document; fetch its receipt")
    return submission.document_id
