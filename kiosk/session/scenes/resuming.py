"""Going on with what was begun and not sent: from its line among the applications back into its form."""

from kiosk.bochum_id.values import Catalogue, Draft, ServiceSummary
from kiosk.services.form import Form
from kiosk.session import own_effects as want
from kiosk.session import own_states as own
from kiosk.session.errand import Errand, ForOneself, Unfinished
from kiosk.session.own_values import DRAFTS, Status
from kiosk.session.scenes.looking_up import look_up
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.session.scenes.ways_in import go_on


def service_of_draft(catalogue: Catalogue, status: Status) -> ServiceSummary | None:
    """The service of a draft that can be gone on with here; None where its form is not the one of today."""
    summary = status.summary
    if summary.state not in DRAFTS:
        return None
    for service in catalogue.services:
        if (service.id, service.version) == (summary.service_id, summary.definition_version):
            return service if service.is_open else None
    return None


def ask(owner: own.Owner, status: Status) -> Turn:
    """Fetch the draft and its form."""
    service = service_of_draft(owner.errand.catalogue, status)
    return STAY if service is None else look_up(owner, want.ResumeDraft(status, service))


def resume(owner: own.Owner, service: ServiceSummary, form: Form, draft: Draft) -> Turn:
    """Into the form, at the first step that lacks something."""
    catalogue = owner.errand.catalogue
    topic = next((each for each in catalogue.topics if service.id in each.service_ids), owner.errand.topic)
    beginning = Unfinished(draft, form)
    capacity = owner.errand.capacity if own.represented(owner) else ForOneself()
    errand = Errand(catalogue, topic, service, form.definition, beginning, capacity=capacity)
    return go_on(errand, owner.session)
