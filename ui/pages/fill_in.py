"""One step of the form: its questions as rows, each drawn by its widget, none known by name."""

from collections.abc import Iterator
from typing import assert_never

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.values import JsonValue
from kiosk.services import form as forms
from kiosk.services.definition import Option, Widget
from kiosk.services.fees import fee_total
from kiosk.services.pointer import covers
from kiosk.services.schema import Violation, ViolationKind
from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_GRAVEST_FIRST = tuple(ViolationKind)


@QmlElement
class FillInPage(QObject):
    def __init__(self, scene: st.FillIn, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._step = forms.find_step(scene.form, scene.step_id)
        self._context = context
        self._wrong = forms.errors_in_step(scene.form, scene.step_id) if scene.checked else ()

    @Property(str, constant=True)
    def title(self) -> str:
        return "" if self._step is None else self._context.say(self._step.title)

    @Property(str, constant=True)
    def help(self) -> str:
        return "" if self._step is None else self._context.say(self._step.help)

    @Property(bool, constant=True)
    def reviewing(self) -> bool:
        """True when the visitor came back from the review to change this step."""
        return self._scene.reviewing

    @Property(list, constant=True)
    def rows(self) -> list[dict[str, object]]:
        """What stands below each other: `kind`, `scope`, whether it is `present`, and more by its kind.

        `heading`, `problem` and `closed` (a question that the other answers rule out) are always listed, so
        that the rows of a step keep their places while it is being answered. `choice` and `check` are one
        card each, `text` and `stepper` a whole question.
        """
        elements = () if self._step is None else self._step.elements
        alone = len(elements) == 1
        return [row for element in elements for row in self._question(element, alone=alone)]

    @Property(int, constant=True)
    def expectedCents(self) -> int:
        """What it will cost as it stands, where this step counts what is paid for; else 0."""
        scopes = {element.scope for element in self._step.elements} if self._step else set()
        counted = any(fee.quantity in scopes for fee in self._scene.form.definition.fees)
        return fee_total(self._scene.form).amount_cents if counted else 0

    @Slot(str, str)
    def choose(self, scope: str, value: str) -> None:
        self._answer(scope, value)

    @Slot(str, str, bool)
    def check(self, scope: str, value: str, chosen: bool) -> None:
        """Add one card to the chosen ones or take it away; they keep the order of the cards."""
        element = self._element(scope)
        if element is None:
            return
        now = element.value if isinstance(element.value, tuple) else ()
        wanted = {*now, value} if chosen else {*now} - {value}
        self._answer(scope, [option.value for option in element.options if option.value in wanted])

    @Slot(str, str)
    def write(self, scope: str, text: str) -> None:
        self._answer(scope, text)

    @Slot(str, int)
    def count(self, scope: str, number: int) -> None:
        self._answer(scope, number)

    @Slot()
    def proceed(self) -> None:
        self._context.dispatch(ev.Continue())

    # ------------------------------------------------------------ how

    def _answer(self, scope: str, value: JsonValue) -> None:
        self._context.dispatch(ev.Answered(scope, value))

    def _element(self, scope: str) -> forms.Element | None:
        elements = () if self._step is None else self._step.elements
        return next((each for each in elements if each.scope == scope), None)

    def _question(self, element: forms.Element, *, alone: bool) -> Iterator[dict[str, object]]:
        label, hint = self._context.say(element.label), self._context.say(element.help)
        problem, limit = self._problem(element)
        cards = element.widget in (Widget.CHOICE_CARDS, Widget.CHECK_CARDS)
        row = {"scope": element.scope, "title": label, "text": hint, "present": element.enabled}
        wrong = {"problem": problem, "limit": limit, "widget": element.widget.value}
        yield row | {"kind": "heading", "present": cards and element.enabled and not alone}
        yield row | {"kind": "closed", "present": not element.enabled}
        told = element.widget is not Widget.TEXT and problem != ""
        yield row | wrong | {"kind": "problem", "present": told}
        match element.widget:
            case Widget.CHOICE_CARDS:
                yield from (row | {"kind": "choice"} | self._card(element, each) for each in element.options)
            case Widget.CHECK_CARDS:
                yield from (row | {"kind": "check"} | self._card(element, each) for each in element.options)
            case Widget.TEXT | Widget.NUMBER | Widget.DATE | Widget.EMAIL | Widget.PHONE | Widget.IBAN:
                value = element.value or ""
                yield row | wrong | {"kind": "text", "value": value, "most": element.most, "alone": alone}
            case Widget.STEPPER:
                value = element.least if element.value is None else element.value
                limits = {"least": element.least, "most": element.most}
                yield row | wrong | {"kind": "stepper", "value": value} | limits
            case Widget.YES_NO | Widget.CONSENT | Widget.ADDRESS:
                return
            case _:
                assert_never(element.widget)

    def _card(self, element: forms.Element, option: Option) -> dict[str, object]:
        say = self._context.say
        value = element.value
        chosen = option.value in value if isinstance(value, tuple) else option.value == value
        return {
            "value": option.value,
            "title": say(option.title),
            "text": say(option.text),
            "note": say(option.note),
            "chosen": chosen,
        }

    def _problem(self, element: forms.Element) -> tuple[str, int]:
        """The gravest thing that is wrong with an answer, and the limit it missed; "" and 0 for nothing."""
        wrong = [each for each in self._wrong if covers(element.scope, each.pointer)]
        if not wrong:
            return "", 0
        worst = min(wrong, key=_gravity)
        return worst.kind.value, dict(worst.params).get("limit", 0)


def _gravity(violation: Violation) -> int:
    return _GRAVEST_FIRST.index(violation.kind)
