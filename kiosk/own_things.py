"""Does what a visitor wants of their own things: one call or a few of Bochum-ID, and one event."""

from contextlib import suppress
from datetime import date
from typing import Final, Protocol, assert_never

from kiosk.bochum_id.account import AccountChange, CitizenAccount
from kiosk.bochum_id.appointments import Appointments
from kiosk.bochum_id.client import PRINTER_ID
from kiosk.bochum_id.documents import OwnDocuments
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.mailbox import Mailbox, MessageHead
from kiosk.bochum_id.organisations import Organisation, Organisations
from kiosk.bochum_id.own_applications import ApplicationState, ApplicationSummary, OwnApplications
from kiosk.bochum_id.values import Draft, JsonObject, LocalisedText, PdfDocument, ServiceSummary
from kiosk.paper_results import delivery_of, outcome_of
from kiosk.ports import ToPaper
from kiosk.services.reading import read_definition
from kiosk.session import delivery
from kiosk.session import events as ev
from kiosk.session import own_effects as want
from kiosk.session import own_events as oe
from kiosk.session.errand import Capacity, ForOneself, ForOrganisation, Undecided
from kiosk.session.own_values import DRAFTS, UNDECIDED, ContactDetail, Overview, OwnData, Status
from kiosk.session.preferences import Language


class OwnBackend(Protocol):
    """What this needs of Bochum-ID; every call blocks and may raise BackendError."""

    account: CitizenAccount
    applications: OwnApplications
    appointments: Appointments
    documents: OwnDocuments
    mailbox: Mailbox
    organisations: Organisations

    def today(self) -> date: ...
    def service_definition(self, service: ServiceSummary) -> JsonObject: ...
    def find_draft(self, application_id: str) -> Draft: ...


type _List = (
    want.SeeOverview
    | want.SeeMailbox
    | want.SeeApplications
    | want.SeeActivity
    | want.SeeAppointments
    | want.SeeCapacities
    | want.ActFor
)


class OwnThingsAtBochumId:
    """The things of whoever is signed in; every method blocks."""

    def __init__(self, backend: OwnBackend) -> None:
        self._backend = backend

    def do(self, wish: want.OwnEffect, to_paper: ToPaper) -> ev.Event:
        """Do it, printing with `to_paper`; BackendError gets out, and DefinitionError of a service."""
        match wish:
            case want.OpenMessage() | want.SendReply() | want.PrintEnclosure():
                return self._mail(wish, to_paper)
            case want.SeeStatus(summary, language):
                return oe.StatusCame(self._status(summary, language))
            case want.Withdraw() | want.DropDraft() | want.ResumeDraft() | want.PrintDocument():
                return self._application(wish, to_paper)
            case want.SeeData() | want.DecideConsent() | want.ChangeContactDetail() | want.UnlinkCard():
                return oe.DataCame(self._data_after(wish))
            case want.EndAccount():
                return oe.AccountEnding(self._backend.account.request_deletion())
            case want.CancelAppointment(_, appointment):
                self._backend.appointments.cancel(appointment)
                return oe.AppointmentsCame(self._backend.appointments.own())
            case _:
                return self._list(wish)

    def act_for(self, capacity: Capacity) -> None:
        """Act in this name from now on; where nobody was asked, everything stays as it is."""
        match capacity:
            case Undecided():
                pass
            case ForOneself():
                self._backend.organisations.act_for(None)
            case ForOrganisation(organisation):
                self._backend.organisations.act_for(organisation)
            case _:
                assert_never(capacity)

    # ------------------------------------------------------------ what there is

    def _list(self, wish: _List) -> ev.Event:
        match wish:
            case want.SeeOverview():
                return oe.OverviewCame(self._overview())
            case want.SeeMailbox(cursor):
                return oe.MailboxCame(self._backend.mailbox.messages(cursor=cursor))
            case want.SeeApplications(cursor):
                return oe.ApplicationsCame(self._backend.applications.page(cursor=cursor))
            case want.SeeActivity(cursor):
                return oe.ActivityCame(self._backend.account.activity(cursor))
            case want.SeeAppointments():
                return oe.AppointmentsCame(self._backend.appointments.own())
            case want.SeeCapacities():
                return oe.CapacitiesCame(self._represented())
            case want.ActFor(organisation):
                self._backend.organisations.act_for(organisation)
                return oe.OverviewCame(self._overview())
            case _:
                assert_never(wish)

    def _overview(self) -> Overview:
        states = [each.state for each in self._unfinished()]
        return Overview(
            unread=len(self._backend.mailbox.messages(unread_only=True).items),
            expected=states.count(ApplicationState.ACTION_REQUIRED),
            drafts=sum(state in DRAFTS for state in states),
            under_way=sum(state in UNDECIDED for state in states),
            appointments=self._backend.appointments.own(),
            organisations=self._represented(),
        )

    def _represented(self) -> tuple[Organisation, ...]:
        """Whom the citizen may act for; who has no account but for this visit, nobody."""
        try:
            return self._backend.account.profile().acting_for
        except BackendError as error:
            if isinstance(error.fault, Refused) and error.fault.problem.code == "account-not-found":
                return ()
            raise

    def _unfinished(self) -> tuple[ApplicationSummary, ...]:
        return self._backend.applications.page(DRAFTS | UNDECIDED).items

    def _status(self, summary: ApplicationSummary, language: Language) -> Status:
        letters = self._backend.mailbox.messages().items
        documents = self._backend.documents.page().items
        return Status(
            summary=summary,
            timeline=self._backend.applications.timeline(summary.id, language.value),
            documents=tuple(each for each in documents if each.application_id == summary.id),
            letters=tuple(each for each in letters if each.application_id == summary.id),
        )

    # ------------------------------------------------------------ the mailbox

    def _mail(
        self, wish: want.OpenMessage | want.SendReply | want.PrintEnclosure, to_paper: ToPaper
    ) -> ev.Event:
        match wish:
            case want.OpenMessage(head):
                return self._opened(head)
            case want.SendReply(message, text):
                self._backend.mailbox.reply(message, text)
                return oe.MessageCame(self._backend.mailbox.open(message.head))
            case want.PrintEnclosure(message, enclosure, session_id):
                content = self._backend.mailbox.attachment(message, enclosure)
                sheet = PdfDocument(_ENCLOSURE, content)
                return ev.PaperHandled(delivery_of(to_paper(session_id, sheet)))
            case _:
                assert_never(wish)

    def _opened(self, head: MessageHead) -> ev.Event:
        """Say first that it is read: what a citizen has seen counts as seen, even if the terminal breaks."""
        self._backend.mailbox.open(head)
        if not head.read:
            self._backend.mailbox.mark_read(head)
        return oe.MessageCame(self._backend.mailbox.open(head))

    # ------------------------------------------------------------ one application

    def _application(
        self, wish: want.Withdraw | want.DropDraft | want.ResumeDraft | want.PrintDocument, to_paper: ToPaper
    ) -> ev.Event:
        match wish:
            case want.Withdraw(status, language):
                state = self._backend.applications.withdraw(status.summary.id)
                return oe.StatusCame(self._status(status.summary.now(state), language))
            case want.DropDraft(status):
                self._backend.applications.drop(self._backend.find_draft(status.summary.id))
                return oe.ApplicationsCame(self._backend.applications.page())
            case want.ResumeDraft(status, service):
                definition = read_definition(self._backend.service_definition(service))
                draft = self._backend.find_draft(status.summary.id)
                return oe.DraftCame(definition, draft, self._backend.today())
            case want.PrintDocument():
                return ev.PaperHandled(self._print_document(wish, to_paper))
            case _:
                assert_never(wish)

    def _print_document(self, wish: want.PrintDocument, to_paper: ToPaper) -> delivery.Delivery:
        documents, about = self._backend.documents, wish.document
        sheet = documents.fetch(about.id)
        ticket = documents.begin_print(about.id, PRINTER_ID)
        result = to_paper(wish.session_id, sheet)
        with suppress(BackendError):  # the paper is out, or is not: that does not change
            documents.report_print(ticket, outcome_of(result))
        return delivery_of(result)

    # ------------------------------------------------------------ the account

    def _data_after(
        self, wish: want.SeeData | want.DecideConsent | want.ChangeContactDetail | want.UnlinkCard
    ) -> OwnData:
        account = self._backend.account
        match wish:
            case want.SeeData():
                pass
            case want.DecideConsent(_, consent, granted):
                account.decide(consent, granted=granted)
            case want.ChangeContactDetail(_, detail, value):
                # Of the version there is now: the visitor said this one thing, and not the rest.
                account.change(account.profile(), _change(detail, value))
            case want.UnlinkCard(_, card):
                account.remove_eid_link(card)
            case _:
                assert_never(wish)
        return OwnData(account.profile(), account.consents(), account.eid_links())


_ENCLOSURE: Final = LocalisedText.of({"de": "Anlage einer Nachricht"})
"""What the spooler shows; never what it is about."""


def _change(detail: ContactDetail, value: str) -> AccountChange:
    match detail:
        case ContactDetail.EMAIL:
            return AccountChange(email=value)
        case ContactDetail.PHONE:
            return AccountChange(phone=value)
        case _:
            assert_never(detail)
