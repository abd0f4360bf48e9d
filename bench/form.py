"""The form fold: one answer, and all that its screen asks of the form then, for the largest definition."""

import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from bench.figures import Figure
from kiosk.bochum_id.values import JsonValue
from kiosk.services import form as forms
from kiosk.services.definition import Field, ServiceDefinition, Widget
from kiosk.services.fees import fee_total
from kiosk.services.reading import parse_definition

LIMIT_MS = 1.0
ROUNDS = 40
_SERVICES = Path(__file__).resolve().parent.parent / "resources" / "catalogue" / "services"
_TODAY = date(2026, 11, 23)

_TYPED: Final[Mapping[Widget, JsonValue]] = {
    Widget.YES_NO: True,
    Widget.CONSENT: True,
    Widget.DATE: "2026-11-23",
    Widget.ADDRESS: {"street": "Kortumstraße", "houseNumber": "1", "postcode": "44787", "city": "Bochum"},
    Widget.IBAN: "DE02120300000000202051",
    Widget.EMAIL: "h.beispiel@example.org",
    Widget.PHONE: "0234 5550147",
    Widget.TEXT: "Beispiel",
}


def measure() -> list[Figure]:
    """Answer every question of the largest definition, many times over; the time is the thread's own."""
    definition = largest()
    values: list[float] = []
    for _ in range(ROUNDS):
        now = forms.start(definition, {}, frozenset(), _TODAY)
        for asked in definition.fields:
            started = time.thread_time()
            now = answered(now, asked)
            values.append((time.thread_time() - started) * 1000)
    return [Figure(f"one answer of {len(definition.fields)}, folded", tuple(values), LIMIT_MS, "ms")]


def largest() -> ServiceDefinition:
    """Give the shipped definition with the most questions."""
    found = (parse_definition(file.read_bytes()) for file in sorted(_SERVICES.glob("*.json")))
    return max(found, key=lambda each: len(each.fields))


def answered(form: forms.Form, asked: Field) -> forms.Form:
    """Fold one answer, and look at the form as the screen of its step does."""
    now = forms.answer(form, asked.scope, some_answer(asked))
    step = next(each.id for each in form.definition.steps if asked in each.fields)
    forms.find_step(now, step)
    forms.errors_in_step(now, step)
    forms.step_after(now, step)
    fee_total(now)
    return now


def some_answer(asked: Field) -> JsonValue:
    """Make an answer of the widget's shape."""
    match asked.widget:
        case Widget.CHOICE_CARDS:
            return asked.options[0].value
        case Widget.CHECK_CARDS:
            return [asked.options[0].value]
        case Widget.STEPPER | Widget.NUMBER:
            return asked.most
        case other:
            return _TYPED[other]
