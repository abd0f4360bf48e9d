"""One's own things for the gallery: invented letters, applications, appointments and data."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kiosk.bochum_id.account import Account, ActivityEntry, Attribute, Consent, DeletionRequest, EidLink
from kiosk.bochum_id.account import Preferences as KeptPreferences
from kiosk.bochum_id.appointments import Appointment, Office
from kiosk.bochum_id.documents import DocumentSummary
from kiosk.bochum_id.mailbox import Message, MessageAttachment, MessageHead, MessageKind, SentReply
from kiosk.bochum_id.organisations import Organisation, Reach
from kiosk.bochum_id.own_applications import ApplicationState, ApplicationSummary, TimelineEvent
from kiosk.bochum_id.paging import Page
from kiosk.bochum_id.values import Audience, CitizenSession, Level
from kiosk.session import own_effects as want
from kiosk.session import own_states as own
from kiosk.session import states as st
from kiosk.session.delivery import NOT_ASKED, NotPrinted
from kiosk.session.errand import Errand, ForOrganisation
from kiosk.session.failure import Failure
from kiosk.session.own_values import ContactDetail, Overview, OwnData, Status
from kiosk.session.preferences import Language

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
COMPANY = Organisation("org_1", "Förderrad Fahrzeugbau GmbH (Muster)", Reach.FULL, AT)
_CLUB = Organisation("org_2", "Kleingartenverein Am Kanal e. V. (Muster)", Reach.READ, AT)

_LETTER = MessageHead(
    id="msg_1",
    received_at=AT,
    sender="Bürgerbüro Mitte",
    subject="Ihr Bewohnerparkausweis",
    kind=MessageKind.REQUEST,
    level=Level.NORMAL,
    read=False,
    application_id="app_1",
    reference="BO-2026-0004711",
)
_DECISION = replace(_LETTER, id="msg_2", subject="Bescheid über die Hundesteuer", kind=MessageKind.DECISION)
_OLD = replace(_LETTER, id="msg_3", subject="Ihr Antrag ist angekommen", kind=MessageKind.MESSAGE, read=True)
_BODY = """Guten Tag Frau Beispiel,

für Ihren Bewohnerparkausweis fehlt noch eine Angabe. Bitte schreiben Sie uns, ob das Auto auf Sie oder \
auf eine andere Person zugelassen ist.

Danach bearbeiten wir Ihren Antrag sofort weiter.

Mit freundlichen Grüßen
Ihr Bürgerbüro Mitte"""
_MESSAGE = Message(
    replace(_LETTER, read=True),
    _BODY,
    (MessageAttachment(1, "Merkblatt.pdf", "application/pdf", 48123),),
    (),
    None,
)
_SERVED = Message(
    replace(_DECISION, read=True),
    "Ihrem Antrag wird entsprochen. Das ist ein Muster ohne rechtliche Wirkung.",
    (MessageAttachment(1, "Bescheid.pdf", "application/pdf", 48123),),
    (SentReply("rpl_1", AT, "Vielen Dank, ich habe den Bescheid bekommen."),),
    AT,
)
_APPOINTMENT = Appointment(
    id="apt_1",
    number="B-0472",
    start=AT + timedelta(days=6),
    end=AT + timedelta(days=6, minutes=15),
    office=Office("mitte", "Bürgerbüro Mitte", "Willy-Brandt-Platz 2–6", walk_in=True),
    service_id="svc_meldebescheinigung",
    bring=("Ausweis",),
    cancel_code=None,
    receipt_id=None,
)
_DATA = OwnData(
    Account(
        id="acc_1",
        etag='"7"',
        username="hannelore",
        attributes=(
            Attribute("familyName", "Beispiel", "eid", Level.HOCH, AT),
            Attribute("givenNames", "Hannelore", "eid", Level.HOCH, AT),
            Attribute("dateOfBirth", "1948-03-17", "eid", Level.HOCH, AT),
            Attribute("address", "Musterstraße 12, 44787 Bochum", "eid", Level.HOCH, AT),
            Attribute("phone", "+49 1512 5554711", "self", Level.NORMAL, AT),
        ),
        preferences=KeptPreferences("de", large_text=True, high_contrast=False, plain_language=False),
        acting_for=(COMPANY,),
    ),
    (
        Consent("electronicDelivery", granted=True, changed_at=AT),
        Consent("mailboxNotificationEmail", granted=False, changed_at=None),
    ),
    (EidLink("lnk_1", "ID", AT, date(2031, 5, 29)),),
)
_ACTIVITY = tuple(
    ActivityEntry(f"act_{number}", AT - timedelta(hours=7 * number), kind, "BB-03", method, recipient, None)
    for number, (kind, method, recipient) in enumerate(
        [
            ("login", "eid", None),
            ("mailboxRead", None, None),
            ("dataTransfer", None, "Bürgerbüro Mitte"),
            ("submission", None, None),
            ("login", "password", None),
            ("documentPrinted", None, None),
        ]
    )
)


def _application(errand: Errand, state: ApplicationState, number: int) -> ApplicationSummary:
    return ApplicationSummary(
        id=f"app_{number}",
        state=state,
        service_id=errand.service.id,
        definition_version=errand.service.version,
        title=errand.catalogue.services[number].title,
        opened_at=AT,
        changed_at=AT,
        expires_at=None,
        reference=f"BO-2026-000471{number}",
    )


def _status(errand: Errand, state: ApplicationState) -> Status:
    happened = [
        (ApplicationState.SUBMITTED, "Sie haben den Antrag gesendet."),
        (ApplicationState.RECEIVED, "Der Antrag ist beim Amt angekommen."),
        (ApplicationState.ACTION_REQUIRED, "Das Amt braucht etwas von Ihnen."),
    ]
    draft = state is ApplicationState.DRAFT
    begun = [(ApplicationState.DRAFT, "Sie haben angefangen.")]
    return Status(
        summary=_application(errand, state, 0),
        timeline=tuple(
            TimelineEvent(AT - timedelta(hours=26 * (3 - number)), each, text, "authority")
            for number, (each, text) in enumerate(begun if draft else happened)
        ),
        documents=(DocumentSummary("doc_1", errand.service.title, AT, "app_0", 1),)
        if state is ApplicationState.COMPLETED
        else (),
        letters=() if draft else (_LETTER,),
    )


def scenes(errand: Errand, session: CitizenSession) -> list[tuple[str, st.Scene]]:
    """Every scene of one's own things, and of choosing for whom."""
    owner = own.Owner(errand, session)
    low = own.Owner(errand, replace(session, level=Level.NORMAL, methods=frozenset()))
    company = own.Owner(replace(errand, capacity=ForOrganisation(COMPANY)), session)
    audience = frozenset({Audience.CITIZEN, Audience.ORGANISATION})
    buyer = own.Owner(replace(errand, definition=replace(errand.definition, audience=audience)), session)
    some = (ApplicationState.ACTION_REQUIRED, ApplicationState.DRAFT, ApplicationState.COMPLETED)
    waiting, draft, done = (_status(errand, state) for state in some)
    language = Language.GERMAN
    locked, email = replace(_DECISION, level=Level.HOCH), ContactDetail.EMAIL
    printing = want.PrintEnclosure(_MESSAGE, _MESSAGE.attachments[0], session.id)
    return [
        ("ChooseCapacity", own.ChooseCapacity(buyer, (COMPANY, _CLUB))),
        ("LookingUp", own.LookingUp(owner, want.SeeOverview())),
        (
            "LookingUp-printing",
            own.LookingUp(owner, printing),
        ),
        ("Account", own.Account(owner, Overview(2, 1, 1, 3, (_APPOINTMENT,)))),
        ("Account-representing", own.Account(owner, Overview(2, 1, 1, 3, (_APPOINTMENT,), (COMPANY, _CLUB)))),
        ("Account-of-company", own.Account(company, Overview(1, 0, 1, 2, (), (COMPANY, _CLUB)))),
        ("Account-quiet", own.Account(owner, Overview(0, 0, 0, 0, ()))),
        ("MyMailbox", own.MyMailbox(low, Page((_LETTER, locked, _OLD), "more"))),
        ("MyMailbox-empty", own.MyMailbox(owner, Page(()))),
        ("AskFirst-decision", own.AskFirst(owner, want.OpenMessage(_DECISION))),
        ("AskFirst-withdraw", own.AskFirst(owner, want.Withdraw(waiting, language))),
        ("AskFirst-draft", own.AskFirst(owner, want.DropDraft(draft))),
        ("AskFirst-card", own.AskFirst(owner, want.UnlinkCard(_DATA, _DATA.cards[0]))),
        ("AskFirst-account", own.AskFirst(owner, want.EndAccount(_DATA))),
        (
            "AskFirst-appointment",
            own.AskFirst(owner, want.CancelAppointment((_APPOINTMENT,), _APPOINTMENT)),
        ),
        ("ReadMessage", own.ReadMessage(owner, _MESSAGE, NOT_ASKED)),
        ("ReadMessage-decision", own.ReadMessage(owner, _SERVED, NotPrinted(Failure.PRINTER_EMPTY))),
        ("WriteReply", own.WriteReply(owner, _MESSAGE, "Das Auto ist auf mich zugelassen.")),
        (
            "MyApplications",
            own.MyApplications(
                owner, Page(tuple(_application(errand, state, n) for n, state in enumerate(some)))
            ),
        ),
        ("ApplicationStatus", own.ApplicationStatus(owner, waiting, NOT_ASKED)),
        ("ApplicationStatus-draft", own.ApplicationStatus(owner, draft, NOT_ASKED)),
        ("ApplicationStatus-done", own.ApplicationStatus(owner, done, NOT_ASKED)),
        ("MyAppointments", own.MyAppointments(owner, (_APPOINTMENT,))),
        ("MyActivity", own.MyActivity(owner, Page(_ACTIVITY, "more"))),
        ("MyData", own.MyData(owner, _DATA)),
        ("ChangeContact", own.ChangeContact(owner, _DATA, ContactDetail.PHONE, "+49 1512", checked=False)),
        (
            "ChangeContact-wrong",
            own.ChangeContact(owner, _DATA, email, "hannelore", checked=True),
        ),
        ("AccountEnds", own.AccountEnds(owner, DeletionRequest("del_1", AT, AT + timedelta(days=30)))),
    ]
