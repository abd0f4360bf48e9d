"""Values for tests of one's own things: at least one sample of every scene, wish and event among them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from cardreader.eid_client.exchange import Progress
from kiosk.bochum_id.account import Account, ActivityEntry, Attribute, Consent, DeletionRequest, EidLink
from kiosk.bochum_id.account import Preferences as KeptPreferences
from kiosk.bochum_id.appointments import Appointment, Office
from kiosk.bochum_id.documents import DocumentSummary
from kiosk.bochum_id.mailbox import Message, MessageAttachment, MessageHead, MessageKind
from kiosk.bochum_id.organisations import Organisation, Reach
from kiosk.bochum_id.own_applications import ApplicationState, ApplicationSummary, TimelineEvent
from kiosk.bochum_id.paging import Page
from kiosk.bochum_id.values import Audience, CitizenSession, Draft, Level
from kiosk.services.beyond_form import Destination
from kiosk.session import own_effects as want
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session.delivery import NOT_ASKED, NotPrinted, Printed
from kiosk.session.errand import Errand, ForOrganisation, Wanting
from kiosk.session.failure import Failure
from kiosk.session.own_values import ContactDetail, Overview, OwnData, Status
from kiosk.session.preferences import Language
from ui.gallery import samples as gallery

PERSONAL = (
    "Canary-Sender",
    "Canary-Subject",
    "Canary-Body",
    "Canary-Reply",
    "Canary-File",
    "Canary-Timeline",
    "Canary-Attribute",
    "canary-new@example.org",
    "Canary-Number",
    "Canary-Recipient",
    "Canary-Company",
    "Canary-Reference",
    "canary-login",
)
"""What only the citizen may see; it appears in no repr."""

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ERRAND = gallery.errand()
ACCOUNT_ERRAND = replace(
    ERRAND,
    service=replace(ERRAND.service, required_level=Level.NORMAL),
    definition=replace(ERRAND.definition, destination=Destination.ACCOUNT),
)
FOR_COMPANIES = replace(
    ERRAND,
    definition=replace(ERRAND.definition, audience=frozenset({Audience.CITIZEN, Audience.ORGANISATION})),
)
"""The errand to a service that organisations apply for as well."""
ONLY_COMPANIES = replace(
    ERRAND, definition=replace(ERRAND.definition, audience=frozenset({Audience.ORGANISATION}))
)

LETTER = MessageHead(
    id="msg_1",
    received_at=AT,
    sender="Canary-Sender",
    subject="Canary-Subject",
    kind=MessageKind.MESSAGE,
    level=Level.NORMAL,
    read=False,
    application_id="app_0001",
    reference="Canary-Reference",
)
DECISION = replace(LETTER, id="msg_2", kind=MessageKind.DECISION)
KNOWN_DECISION = replace(DECISION, id="msg_3", read=True)
LOCKED_LETTER = replace(LETTER, id="msg_4", level=Level.HOCH)
LOCKED_DECISION = replace(DECISION, id="msg_5", level=Level.HOCH)
HEADS = Page((LETTER, DECISION, KNOWN_DECISION, LOCKED_LETTER, LOCKED_DECISION), "next-heads")
ENCLOSURE = MessageAttachment(1, "Canary-File.pdf", "application/pdf", 5821)
PICTURE = MessageAttachment(2, "Canary-File.png", "image/png", 5821)
MESSAGE = Message(replace(LETTER, read=True), "Canary-Body", (ENCLOSURE, PICTURE), (), None)


def application(state: ApplicationState, version: int = ERRAND.service.version) -> ApplicationSummary:
    return ApplicationSummary(
        id=f"app_{state.value}",
        state=state,
        service_id=ERRAND.service.id,
        definition_version=version,
        title=ERRAND.service.title,
        opened_at=AT,
        changed_at=AT,
        expires_at=None,
        reference="Canary-Reference",
    )


APPLICATIONS = Page(tuple(application(state) for state in ApplicationState), "next-applications")
DOCUMENT = DocumentSummary("doc_1", ERRAND.service.title, AT, "app_0001", prints_left=1)
PRINTED_BEFORE = replace(DOCUMENT, id="doc_2", prints_left=0)


def status(state: ApplicationState, version: int = ERRAND.service.version) -> Status:
    return Status(
        summary=application(state, version),
        timeline=(TimelineEvent(AT, state, "Canary-Timeline", "authority"),),
        documents=(DOCUMENT, PRINTED_BEFORE),
        letters=(LETTER, DECISION),
    )


DRAFT_STATUS = status(ApplicationState.DRAFT)
SENT_STATUS = status(ApplicationState.ACTION_REQUIRED)
DONE_STATUS = status(ApplicationState.COMPLETED)
DRAFT = Draft(
    "app_draft",
    '"3"',
    ERRAND.service.id,
    ERRAND.service.version,
    {"purpose": "pension"},
    frozenset(),
    valid=False,
    errors=(),
)

APPOINTMENT = Appointment(
    id="apt_1",
    number="Canary-Number",
    start=AT,
    end=AT,
    office=Office("mitte", "Bürgerbüro Mitte", "Willy-Brandt-Platz 2–6", walk_in=True),
    service_id=ERRAND.service.id,
    bring=("Ausweis",),
    cancel_code=None,
    receipt_id=None,
)
OVERVIEW = Overview(unread=2, expected=1, drafts=1, under_way=3, appointments=(APPOINTMENT,))

CARDS = (
    EidLink("lnk_1", "ID", AT, date(2031, 5, 29)),
    EidLink("lnk_2", "ID", AT, None),
)
DATA = OwnData(
    Account(
        id="acc_1",
        etag='"7"',
        username="canary-login",
        attributes=(
            Attribute("familyName", "Canary-Attribute", "eid", Level.HOCH, AT),
            Attribute("email", "Canary-Attribute", "self", Level.NORMAL, AT),
        ),
        preferences=KeptPreferences("de", large_text=False, high_contrast=False, plain_language=False),
        acting_for=(),
    ),
    (
        Consent("electronicDelivery", granted=True, changed_at=AT),
        Consent("other", granted=False, changed_at=None),
    ),
    CARDS,
)
ONE_CARD = replace(DATA, account=replace(DATA.account, username=None), cards=CARDS[:1])
"""Who has no password, and one card."""
ENTRIES = Page(
    (ActivityEntry("act_1", AT, "dataTransfer", None, None, "Canary-Recipient", None),), "next-entries"
)
REQUEST = DeletionRequest("del_1", AT, datetime(2026, 12, 20, tzinfo=UTC))

COMPANY = Organisation("org_1", "Canary-Company", Reach.FULL, AT)
ONLY_LOOKING = Organisation("org_2", "Canary-Company-2", Reach.READ, AT)

LANGUAGE = Language.GERMAN
PROGRESS = Progress.READING
WISHES: tuple[want.OwnEffect, ...] = (
    want.SeeOverview(),
    want.SeeMailbox(),
    want.OpenMessage(LETTER),
    want.SeeApplications(),
    want.SeeStatus(application(ApplicationState.DRAFT), LANGUAGE),
    want.SeeActivity(),
    want.SeeData(),
    want.SeeAppointments(),
    want.SeeCapacities(),
    want.ActFor(COMPANY),
    want.SendReply(MESSAGE, "Canary-Reply"),
    want.PrintEnclosure(MESSAGE, ENCLOSURE, "ses_0001"),
    want.PrintDocument(DONE_STATUS, DOCUMENT, "ses_0001", LANGUAGE),
    want.Withdraw(SENT_STATUS, LANGUAGE),
    want.DropDraft(DRAFT_STATUS),
    want.ResumeDraft(DRAFT_STATUS, ERRAND.service),
    want.DecideConsent(DATA, DATA.consents[0], granted=False),
    want.ChangeContactDetail(DATA, ContactDetail.EMAIL, "canary-new@example.org"),
    want.UnlinkCard(DATA, CARDS[0]),
    want.EndAccount(DATA),
    want.CancelAppointment((APPOINTMENT,), APPOINTMENT),
)


_LIKE_ANOTHER = (
    want.SendReply,
    want.PrintDocument,
    want.Withdraw,
    want.DropDraft,
    want.DecideConsent,
    want.ChangeContactDetail,
    want.UnlinkCard,
    want.CancelAppointment,
)
"""Whose answer another wish has as well."""


def scenes(by_card: CitizenSession, by_password: CitizenSession) -> dict[str, own.OwnScene]:
    """Every scene, of somebody with the card on the reader; the mailbox of somebody without as well."""
    owner = own.Owner(ACCOUNT_ERRAND, by_card)
    buyer = own.Owner(FOR_COMPANIES, by_card)
    company = own.Owner(replace(ACCOUNT_ERRAND, capacity=ForOrganisation(COMPANY)), by_card)
    representing = replace(OVERVIEW, organisations=(COMPANY, ONLY_LOOKING))
    return {
        **{
            f"LookingUp-{type(wish).__name__}": own.LookingUp(owner, wish)
            for wish in WISHES
            if type(wish) not in _LIKE_ANOTHER
        },
        "LookingUp-for-whom": own.LookingUp(buyer, want.SeeCapacities()),
        "LookingUp-only-companies": own.LookingUp(own.Owner(ONLY_COMPANIES, by_card), want.SeeCapacities()),
        "AskFirst": own.AskFirst(owner, want.OpenMessage(DECISION)),
        "AskFirst-withdraw": own.AskFirst(owner, want.Withdraw(SENT_STATUS, LANGUAGE)),
        "AskFirst-card": own.AskFirst(owner, want.UnlinkCard(DATA, CARDS[0])),
        "Account": own.Account(owner, OVERVIEW),
        "Account-representing": own.Account(owner, representing),
        "Account-of-company": own.Account(company, representing),
        "MyMailbox": own.MyMailbox(owner, HEADS),
        "MyMailbox-by-password": own.MyMailbox(own.Owner(ACCOUNT_ERRAND, by_password), HEADS),
        "ReadMessage": own.ReadMessage(owner, MESSAGE, NOT_ASKED),
        "ReadMessage-printed": own.ReadMessage(owner, MESSAGE, Printed()),
        "WriteReply": own.WriteReply(owner, MESSAGE, ""),
        "WriteReply-written": own.WriteReply(owner, MESSAGE, "Canary-Reply"),
        "MyApplications": own.MyApplications(owner, APPLICATIONS),
        "ApplicationStatus": own.ApplicationStatus(owner, SENT_STATUS, NOT_ASKED),
        "ApplicationStatus-draft": own.ApplicationStatus(owner, DRAFT_STATUS, NOT_ASKED),
        "ApplicationStatus-jam": own.ApplicationStatus(owner, DONE_STATUS, NotPrinted(Failure.PRINTER_JAM)),
        "MyAppointments": own.MyAppointments(owner, (APPOINTMENT,)),
        "MyActivity": own.MyActivity(owner, ENTRIES),
        "MyData": own.MyData(owner, DATA),
        "MyData-one-card": own.MyData(owner, ONE_CARD),
        "ChangeContact": own.ChangeContact(
            owner, DATA, ContactDetail.EMAIL, "canary-new@example.org", checked=False
        ),
        "ChangeContact-wrong": own.ChangeContact(
            owner, DATA, ContactDetail.EMAIL, "Canary-Reply", checked=True
        ),
        "AccountEnds": own.AccountEnds(owner, REQUEST),
        "ChooseCapacity-account": own.ChooseCapacity(owner, (COMPANY, ONLY_LOOKING)),
        "ChooseCapacity": own.ChooseCapacity(buyer, (COMPANY, ONLY_LOOKING)),
    }


def wanting(errand: Errand = ACCOUNT_ERRAND) -> Errand:
    """The errand of somebody who signed in with a password and wants to open a letter of level hoch."""
    return replace(errand, beginning=Wanting(want.OpenMessage(LOCKED_LETTER)))


def events_of(kind: type[oe.OwnEvent]) -> list[oe.OwnEvent]:
    return [each for each in events() if isinstance(each, kind)]


def events() -> tuple[oe.OwnEvent, ...]:
    return (
        *(oe.RoomChosen(room) for room in oe.Room),
        oe.EarlierAsked(),
        *(
            oe.EntryChosen(each)
            for each in (
                *(LETTER.id, DECISION.id, LOCKED_LETTER.id),
                *(APPLICATIONS.items[0].id,),
                APPOINTMENT.id,
                CARDS[0].id,
                "no such entry",
            )
        ),
        oe.ReplyAsked(),
        oe.Typed("Canary-Reply"),
        oe.Typed("x" * 2001),
        oe.PrintAsked("1"),
        oe.PrintAsked("2"),
        oe.PrintAsked(DOCUMENT.id),
        oe.PrintAsked(PRINTED_BEFORE.id),
        oe.TakeBackAsked(),
        oe.ConsentSwitched("electronicDelivery", granted=False),
        oe.ConsentSwitched("electronicDelivery", granted=True),
        oe.ContactChangeAsked(ContactDetail.EMAIL),
        oe.ContactChangeAsked(ContactDetail.PHONE),
        oe.AccountEndAsked(),
        oe.CapacityAsked(),
        oe.CapacityChosen(""),
        oe.CapacityChosen(COMPANY.id),
        oe.CapacityChosen(ONLY_LOOKING.id),
        oe.CapacityChosen("no such organisation"),
        oe.OverviewCame(OVERVIEW),
        oe.MailboxCame(HEADS),
        oe.MessageCame(MESSAGE),
        oe.ApplicationsCame(APPLICATIONS),
        oe.StatusCame(DONE_STATUS),
        oe.DraftCame(ERRAND.definition, DRAFT, date(2026, 11, 23)),
        oe.ActivityCame(ENTRIES),
        oe.DataCame(DATA),
        oe.AccountEnding(REQUEST),
        oe.AppointmentsCame(()),
        oe.CapacitiesCame((COMPANY, ONLY_LOOKING)),
        oe.CapacitiesCame((ONLY_LOOKING,)),
        oe.CapacitiesCame(()),
    )
