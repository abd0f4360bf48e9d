"""A visit with one service and nothing else: what the visitor does, and what the city would say to it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, get_args

from kiosk.bochum_id.values import Catalogue, LocalisedText, Money, Quote, QuoteItem, ServiceSummary, Topic
from kiosk.services.definition import KioskMode, ServiceDefinition, StepKind
from kiosk.services.fees import fee_lines, fee_total
from kiosk.services.form import Form
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.errand import Errand
from kiosk.session.preferences import Preferences
from kiosk.session.scenes.applying import ApplyingScene
from kiosk.session.step import step
from ui.preview.persona import SESSION, draft_for

_SHOWN: Final = tuple(
    scene for scene in (st.AboutService, *get_args(ApplyingScene.__value__)) if scene is not st.Sending
)
"""The scenes of a preview. Any other is where it ends, and begins anew."""
_LEFT_OUT: Final = frozenset({StepKind.ATTACHMENTS, StepKind.APPOINTMENT})
_APPLIED_FOR: Final = frozenset({KioskMode.END_TO_END, KioskMode.SUBMIT, KioskMode.PREFILL_APPOINTMENT})


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One definition, on one day."""

    definition: ServiceDefinition
    today: date

    def begin(self, preferences: Preferences) -> st.Visit:
        """Show what the service is about."""
        return st.Visit(preferences=preferences, scene=st.AboutService(self._errand()))

    def after(self, visit: st.Visit, event: ev.Event) -> st.Visit:
        """Give the visit after what the visitor did; nobody has to sign in, and nothing is sent."""
        now = visit
        waiting: list[ev.Event] = [event]
        if isinstance(visit.scene, st.AboutService) and isinstance(event, ev.Continue):
            if self.definition.kiosk_mode not in _APPLIED_FOR:
                return visit
            now = replace(visit, scene=st.OpeningApplication(visit.scene.errand, SESSION))
            waiting = [ev.ApplicationOpened(draft_for(self.definition), self.today)]
        while waiting:
            taken = step(now, waiting.pop(0))
            now = taken.visit
            waiting += [answer for each in taken.effects for answer in _answers(each)]
        return now if isinstance(now.scene, _SHOWN) else self.begin(now.preferences)

    def _errand(self) -> Errand:
        definition = self._without_errands()
        summary = ServiceSummary(
            id=definition.id,
            definition_path="",
            version=definition.version,
            digest="",
            title=definition.title,
            summary=definition.summary or definition.title,
            icon=definition.icon,
            fee_from=Money(0),
            fee_to=Money(sum(fee.unit.amount_cents for fee in definition.fees)),
            fee_note=definition.fee_note or definition.title,
            required_level=definition.required_level,
        )
        topic = Topic("preview", definition.title, definition.icon, (definition.id,))
        words = LocalisedText.of({"de": "Stadt Bochum", "en": "City of Bochum"})
        return Errand(Catalogue("preview", words, words, (topic,), (summary,)), topic, summary, definition)

    def _without_errands(self) -> ServiceDefinition:
        """Leave out what needs a scanner or the offices' calendar."""
        left = tuple(step for step in self.definition.steps if step.kind not in _LEFT_OUT)
        return replace(self.definition, steps=left, attachments=())


def _answers(effect: do.Effect) -> list[ev.Event]:
    """Say what the city would; what a preview has no use for stays unanswered."""
    match effect:
        case do.Price(application, form):
            return [ev.Priced(application.draft, quoted(form))]
        case do.CallHelp():
            return [ev.HelpAnswered(reached=False)]
        case _:
            return []


def quoted(form: Form) -> Quote:
    """Reckon the price as the terminal previews it; the city's own is binding."""
    items = tuple(
        QuoteItem(line.id, line.title, line.quantity, line.unit, line.total, "") for line in fee_lines(form)
    )
    return Quote("quo_preview", items, fee_total(form))
