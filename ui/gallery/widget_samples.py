"""A service nobody offers, with one step for each kind of question: as it begins, filled in, and wrong."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from kiosk.bochum_id.values import JsonValue
from kiosk.services import form as forms
from kiosk.services.definition import ServiceDefinition
from kiosk.services.reading import parse_definition
from kiosk.session import states as st
from kiosk.session.errand import Application

_FILE = Path(__file__).with_name("every_widget.json")

RIGHT: Final[dict[str, JsonValue]] = {
    "/home": {"street": "Kortumstraße", "houseNumber": "12a", "postcode": "44787"},
    "/moved": "1.11.2026",
    "/born": "..1948",
    "/email": "h.beispiel@example.org",
    "/phone": "0234 5550147",
    "/account": "DE02120300000000202051",
    "/area": "64,50",
    "/shared": False,
    "/agreed": True,
}
"""An answer to each question, as it is typed."""
WRONG: Final[dict[str, JsonValue]] = {
    "/home": {"street": "Beispielweg", "postcode": "44", "city": "Herne", "elsewhere": True},
    "/moved": "31.12.2026",
    "/born": "31.2.1948",
    "/email": "h.beispiel",
    "/account": "DE02120300000000202052",
    "/area": "4",
}
"""An answer to some of them that is not accepted."""


@cache
def definition() -> ServiceDefinition:
    return parse_definition(_FILE.read_bytes(), strict=True)


def form(answers: dict[str, JsonValue], today: date) -> forms.Form:
    now = forms.start(definition(), {}, frozenset(), today)
    for scope, value in answers.items():
        now = forms.answer(now, scope, value)
    return now


def scenes(application: Application, today: date) -> Iterator[tuple[str, st.Scene]]:
    """Give every step as a scene with its name."""
    mine = replace(application, errand=replace(application.errand, definition=definition()))
    for name, answers, checked in (("", {}, False), ("-right", RIGHT, False), ("-wrong", WRONG, True)):
        filled = form(answers, today)
        for step in forms.visible_steps(filled):
            yield f"FillIn-{step.id}{name}", st.FillIn(mine, filled, step.id, checked, reviewing=False)
