"""What the city answers when a visitor asks for their own things, and the screen that follows."""

from dataclasses import replace

from kiosk.services import form as forms
from kiosk.session import events as ev
from kiosk.session import own_effects as want
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session import states as st
from kiosk.session.delivery import NOT_ASKED, NotPrinted
from kiosk.session.errand import AFRESH, NOBODY, UNDECIDED, ForOneself, ForOrganisation
from kiosk.session.failure import Failure
from kiosk.session.scenes import choosing_capacity, resuming
from kiosk.session.scenes.turn import STAY, Turn


def turn(owner: own.Owner, wish: want.OwnEffect, event: ev.Event) -> Turn:
    """Show what came; an answer to something else does not fit."""
    match wish, event:
        case _, ev.Failing(failure):
            return _failed(owner, wish, failure)
        case want.SeeOverview(), oe.OverviewCame(overview):
            return Turn(own.Account(owner, overview))
        case want.ActFor(organisation), oe.OverviewCame(overview):
            capacity = ForOneself() if organisation is None else ForOrganisation(organisation)
            return Turn(
                own.Account(replace(owner, errand=replace(owner.errand, capacity=capacity)), overview)
            )
        case want.SeeMailbox(), oe.MailboxCame(messages):
            return Turn(own.MyMailbox(owner, messages))
        case want.OpenMessage() | want.SendReply(), oe.MessageCame(message):
            return Turn(own.ReadMessage(owner, message, NOT_ASKED))
        case want.PrintEnclosure(message), ev.PaperHandled(delivery):
            return Turn(own.ReadMessage(owner, message, delivery))
        case want.SeeApplications() | want.DropDraft(), oe.ApplicationsCame(applications):
            return Turn(own.MyApplications(owner, applications))
        case want.SeeStatus() | want.Withdraw(), oe.StatusCame(status):
            return Turn(own.ApplicationStatus(owner, status, NOT_ASKED))
        case want.PrintDocument(status, document), ev.PaperHandled(delivery):
            return Turn(own.ApplicationStatus(owner, status.after_print(document, delivery), delivery))
        case want.ResumeDraft(_, service), oe.DraftCame(definition, draft, today):
            return resuming.resume(
                owner, service, forms.start(definition, draft.data, draft.locked, today), draft
            )
        case want.SeeActivity(), oe.ActivityCame(entries):
            return Turn(own.MyActivity(owner, entries))
        case want.SeeAppointments() | want.CancelAppointment(), oe.AppointmentsCame(appointments):
            return Turn(own.MyAppointments(owner, appointments))
        case want.EndAccount(), oe.AccountEnding(request):
            return Turn(own.AccountEnds(owner, request))
        case want.SeeCapacities(), oe.CapacitiesCame(organisations):
            return choosing_capacity.found(owner, organisations)
        case (
            want.SeeData() | want.DecideConsent() | want.ChangeContactDetail() | want.UnlinkCard(),
            oe.DataCame(data),
        ):
            return Turn(own.MyData(owner, data))
        case _:
            return STAY


def _failed(owner: own.Owner, wish: want.OwnEffect, failure: Failure) -> Turn:
    match failure, wish:
        case Failure.SESSION_ENDED, _:
            errand = replace(owner.errand, beginning=AFRESH, caller=NOBODY, capacity=UNDECIDED)
            return Turn(st.Failed(failure, st.SignInAgain(errand)))
        case Failure.SERVICE_CLOSED, _:
            return Turn(st.Failed(failure, st.StartOver()))
        case _, want.PrintEnclosure(message):
            return Turn(own.ReadMessage(owner, message, NotPrinted(failure)))
        case _, want.PrintDocument(status):
            return Turn(own.ApplicationStatus(owner, status, NotPrinted(failure)))
        case _:
            return Turn(st.Failed(failure, own.LookUpAgain(owner, wish)))
