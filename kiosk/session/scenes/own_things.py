"""A visitor's own things: what each screen answers, and where each way back leads."""

from dataclasses import replace
from typing import assert_never

from kiosk.bochum_id.mailbox import MessageKind
from kiosk.bochum_id.paging import Page
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import own_effects as want
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session import states as st
from kiosk.session.contact import fits
from kiosk.session.delivery import NOT_ASKED
from kiosk.session.errand import AFRESH, UNDECIDED
from kiosk.session.own_effects import OwnEffect
from kiosk.session.own_values import DRAFTS
from kiosk.session.own_values import UNDECIDED as NOT_DECIDED
from kiosk.session.scenes import answers_of_city, resuming
from kiosk.session.scenes.finishing import goodbye
from kiosk.session.scenes.looking_up import look_up
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.session.scenes.ways_in import stepping_up

type OwnThingsScene = (
    own.LookingUp
    | own.AskFirst
    | own.Account
    | own.MyMailbox
    | own.ReadMessage
    | own.WriteReply
    | own.MyApplications
    | own.ApplicationStatus
    | own.MyAppointments
    | own.MyActivity
    | own.MyData
    | own.ChangeContact
    | own.AccountEnds
)

LONGEST_REPLY = 2000
"""In characters, as the contract takes it."""


def turn(visit: st.Visit, scene: OwnThingsScene, event: ev.Event) -> Turn:
    match scene:
        case own.LookingUp(owner, wish):
            return answers_of_city.turn(owner, wish, event)
        case own.AskFirst(owner, wish):
            match event:
                case ev.Continue():
                    return look_up(owner, wish)
                case ev.Back():
                    return before(owner, wish)
                case _:
                    return STAY
        case own.Account():
            return _account(visit, scene, event)
        case own.MyMailbox():
            return _mailbox(scene, event)
        case own.ReadMessage():
            return _message(scene, event)
        case own.WriteReply():
            return _reply(scene, event)
        case own.MyApplications():
            return _applications(visit, scene, event)
        case own.ApplicationStatus():
            return _status(visit, scene, event)
        case own.MyAppointments():
            return _appointments(scene, event)
        case own.MyActivity(owner, entries):
            match event:
                case oe.EarlierAsked() if entries.next_cursor is not None:
                    return look_up(owner, want.SeeActivity(entries.next_cursor))
                case ev.Back():
                    return look_up(owner, want.SeeOverview())
                case _:
                    return STAY
        case own.MyData():
            return _data(scene, event)
        case own.ChangeContact():
            return _contact(scene, event)
        case own.AccountEnds(owner):
            match event:
                case ev.Continue():
                    return goodbye(visit, do.EndedHow.FINISHED)
                case ev.Back():
                    return look_up(owner, want.SeeOverview())
                case _:
                    return STAY
        case _:
            assert_never(scene)


def before(owner: own.Owner, wish: OwnEffect) -> Turn:
    """To where `wish` came up, with everything that was typed; nowhere from the first wish of all."""
    match wish:
        case want.SeeOverview():
            return STAY
        case want.SeeCapacities():
            return Turn(st.AboutService(stepping_up(owner.errand, owner.session)))
        case want.ActFor():
            return look_up(owner, want.ActFor(own.represented(owner)))  # it may have been done halfway
        case (
            want.SeeMailbox()
            | want.SeeApplications()
            | want.SeeActivity()
            | want.SeeData()
            | want.SeeAppointments()
        ):
            return look_up(owner, want.SeeOverview())
        case want.OpenMessage():
            return look_up(owner, want.SeeMailbox())
        case want.SeeStatus():
            return look_up(owner, want.SeeApplications())
        case want.SendReply(message, text):
            return Turn(own.WriteReply(owner, message, text))
        case want.PrintEnclosure(message):
            return Turn(own.ReadMessage(owner, message, NOT_ASKED))
        case want.PrintDocument(status) | want.Withdraw(status) | want.DropDraft(status):
            return Turn(own.ApplicationStatus(owner, status, NOT_ASKED))
        case want.ResumeDraft(status):
            return Turn(own.ApplicationStatus(owner, status, NOT_ASKED))
        case want.DecideConsent(data) | want.UnlinkCard(data) | want.EndAccount(data):
            return Turn(own.MyData(owner, data))
        case want.ChangeContactDetail(data, detail, value):
            return Turn(own.ChangeContact(owner, data, detail, value, checked=False))
        case want.CancelAppointment(appointments):
            return Turn(own.MyAppointments(owner, appointments))
        case _:
            assert_never(wish)


def card_is_back(visit: st.Visit, owner: own.Owner) -> Turn:
    """Have whoever laid the card down sign in, and begin at the first screen, in their own name."""
    errand = replace(owner.errand, beginning=AFRESH, capacity=UNDECIDED)
    if isinstance(visit.city, st.CityClosed):
        return Turn(st.Failed(visit.city.failure, st.SignInAgain(errand)))
    return Turn(st.Connecting(errand), (do.BeginSignIn(errand, visit.preferences.language),))


def _account(visit: st.Visit, scene: own.Account, event: ev.Event) -> Turn:
    owner = scene.owner
    match event:
        case oe.RoomChosen(oe.Room.DATA) if own.represented(owner) is not None:
            return STAY  # what the city knows of the person is nobody else's
        case oe.RoomChosen(room):
            return look_up(owner, _FIRST_WISH[room])
        case oe.CapacityAsked() if scene.overview.organisations:
            return Turn(own.ChooseCapacity(owner, scene.overview.organisations))
        case ev.Continue():
            return goodbye(visit, do.EndedHow.FINISHED)
        case _:
            return STAY


_FIRST_WISH: dict[oe.Room, OwnEffect] = {
    oe.Room.MAILBOX: want.SeeMailbox(),
    oe.Room.APPLICATIONS: want.SeeApplications(),
    oe.Room.APPOINTMENTS: want.SeeAppointments(),
    oe.Room.DATA: want.SeeData(),
    oe.Room.ACTIVITY: want.SeeActivity(),
}


def _mailbox(scene: own.MyMailbox, event: ev.Event) -> Turn:
    match event:
        case oe.EntryChosen(message_id):
            for head in scene.messages.items:
                if head.id == message_id:
                    wish = want.OpenMessage(head)
                    # A decision takes effect when it is opened; one that was read has taken it.
                    serious = head.kind is MessageKind.DECISION and not head.read
                    return Turn(own.AskFirst(scene.owner, wish)) if serious else look_up(scene.owner, wish)
            return STAY
        case oe.EarlierAsked() if scene.messages.next_cursor is not None:
            return look_up(scene.owner, want.SeeMailbox(scene.messages.next_cursor))
        case ev.Back():
            return look_up(scene.owner, want.SeeOverview())
        case _:
            return STAY


def _message(scene: own.ReadMessage, event: ev.Event) -> Turn:
    owner, message = scene.owner, scene.message
    match event:
        case oe.ReplyAsked():
            return Turn(own.WriteReply(owner, message, ""))
        case oe.PrintAsked(number):
            for each in message.attachments:
                if str(each.number) == number and each.is_printable:
                    return look_up(owner, want.PrintEnclosure(message, each, owner.session.id))
            return STAY
        case ev.Back():
            return look_up(owner, want.SeeMailbox())
        case _:
            return STAY


def _reply(scene: own.WriteReply, event: ev.Event) -> Turn:
    match event:
        case oe.Typed(text) if len(text) <= LONGEST_REPLY:
            return Turn(replace(scene, text=text))
        case ev.Continue() if scene.text.strip():
            return look_up(scene.owner, want.SendReply(scene.message, scene.text))
        case ev.Back():
            return Turn(own.ReadMessage(scene.owner, scene.message, NOT_ASKED))
        case _:
            return STAY


def _applications(visit: st.Visit, scene: own.MyApplications, event: ev.Event) -> Turn:
    owner, applications = scene.owner, scene.applications
    match event:
        case oe.EntryChosen(application_id):
            for each in applications.items:
                if each.id == application_id:
                    return look_up(owner, want.SeeStatus(each, visit.preferences.language))
            return STAY
        case oe.EarlierAsked() if applications.next_cursor is not None:
            return look_up(owner, want.SeeApplications(applications.next_cursor))
        case ev.Back():
            return look_up(owner, want.SeeOverview())
        case _:
            return STAY


def _status(visit: st.Visit, scene: own.ApplicationStatus, event: ev.Event) -> Turn:
    owner, status, language = scene.owner, scene.status, visit.preferences.language
    match event:
        case ev.Continue():
            return resuming.ask(owner, status)
        case oe.EntryChosen(message_id):
            return _mailbox(own.MyMailbox(owner, Page(status.letters)), oe.EntryChosen(message_id))
        case oe.TakeBackAsked() if status.summary.state in DRAFTS:
            return Turn(own.AskFirst(owner, want.DropDraft(status)))
        case oe.TakeBackAsked() if status.summary.state in NOT_DECIDED:
            return Turn(own.AskFirst(owner, want.Withdraw(status, language)))
        case oe.PrintAsked(document_id):
            for each in status.documents:
                if each.id == document_id and each.prints_left > 0:
                    return look_up(owner, want.PrintDocument(status, each, owner.session.id, language))
            return STAY
        case ev.Back():
            return look_up(owner, want.SeeApplications())
        case _:
            return STAY


def _appointments(scene: own.MyAppointments, event: ev.Event) -> Turn:
    match event:
        case oe.EntryChosen(appointment_id):
            for each in scene.appointments:
                if each.id == appointment_id:
                    return Turn(own.AskFirst(scene.owner, want.CancelAppointment(scene.appointments, each)))
            return STAY
        case ev.Back():
            return look_up(scene.owner, want.SeeOverview())
        case _:
            return STAY


def _data(scene: own.MyData, event: ev.Event) -> Turn:
    owner, data = scene.owner, scene.data
    match event:
        case oe.ConsentSwitched(consent_id, granted):
            for consent in data.consents:
                if consent.id == consent_id and consent.granted != granted:
                    return look_up(owner, want.DecideConsent(data, consent, granted))
            return STAY
        case oe.ContactChangeAsked(detail):
            known = data.account.attribute(detail.value)
            return Turn(own.ChangeContact(owner, data, detail, known.value if known else "", checked=False))
        case oe.EntryChosen(card_id) if data.can_lose_a_card:
            for card in data.cards:
                if card.id == card_id:
                    return Turn(own.AskFirst(owner, want.UnlinkCard(data, card)))
            return STAY
        case oe.AccountEndAsked():
            return Turn(own.AskFirst(owner, want.EndAccount(data)))
        case ev.Back():
            return look_up(owner, want.SeeOverview())
        case _:
            return STAY


def _contact(scene: own.ChangeContact, event: ev.Event) -> Turn:
    match event:
        case oe.Typed(text):
            return Turn(replace(scene, text=text))
        case ev.Continue() if fits(scene.detail, scene.text.strip()):
            wish = want.ChangeContactDetail(scene.data, scene.detail, scene.text.strip())
            return look_up(scene.owner, wish)
        case ev.Continue():
            return Turn(replace(scene, checked=True))
        case ev.Back():
            return Turn(own.MyData(scene.owner, scene.data))
        case _:
            return STAY
