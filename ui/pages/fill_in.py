"""One step of the form: its questions as rows, each drawn by its widget, none known by name."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.values import JsonValue
from kiosk.services import days
from kiosk.services import form as forms
from kiosk.services.definition import Widget
from kiosk.services.fees import fee_total
from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.addressing import addressed
from ui.pages.context import PageContext
from ui.pages.form_rows import FormRows

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FillInPage(QObject):
    def __init__(self, scene: st.FillIn, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._step = forms.find_step(scene.form, scene.step_id)
        self._context = context
        wrong = forms.errors_in_step(scene.form, scene.step_id) if scene.checked else ()
        self._rows = FormRows(context.say, context.streets, wrong)

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
        """What stands below each other; see `FormRows`."""
        return self._listed()

    @Property(str, constant=True)
    def begins(self) -> str:
        """Scope of what is typed at once, without being chosen first; "" where there is a choice."""
        elements = () if self._step is None else self._step.elements
        typed = [row for row in self._listed() if row["kind"] in ("text", "day")]
        return str(typed[0]["scope"]) if len(elements) == 1 and typed else ""

    @Property(int, constant=True)
    def expectedCents(self) -> int:
        """What it will cost as it stands, where this step counts what is paid for; else 0."""
        scopes = {element.scope for element in self._step.elements} if self._step else set()
        counted = any(fee.quantity in scopes for fee in self._scene.form.definition.fees)
        return fee_total(self._scene.form).amount_cents if counted else 0

    @Slot(str, str)
    def choose(self, scope: str, value: str) -> None:
        element = self._element(scope)
        yes_or_no = element is not None and element.widget is Widget.YES_NO
        self._answer(scope, value == "true" if yes_or_no else value)

    @Slot(str, str, bool)
    def check(self, scope: str, value: str, chosen: bool) -> None:
        """Add one card to the chosen ones or take it away; they keep the order of the cards."""
        element = self._element(scope)
        if element is None:
            return
        if element.widget is Widget.CONSENT:
            self._answer(scope, chosen)
        elif element.widget is Widget.ADDRESS:
            self._answer(scope, addressed(element, "elsewhere", chosen, self._context.streets))
        else:
            now = element.value if isinstance(element.value, tuple) else ()
            wanted = {*now, value} if chosen else {*now} - {value}
            self._answer(scope, [option.value for option in element.options if option.value in wanted])

    @Slot(str, str)
    def write(self, scope: str, text: str) -> None:
        """Take what stands in a field now: a whole answer, or one part of an address."""
        above, _, part = scope.rpartition("/")
        whole, address = self._element(scope), self._element(above)
        if whole is None and address is not None and address.widget is Widget.ADDRESS:
            self._answer(above, addressed(address, part, text, self._context.streets))
        else:
            self._answer(scope, text)

    @Slot(str, str, str, str)
    def writeDay(self, scope: str, day: str, month: str, year: str) -> None:
        self._answer(scope, days.as_typed((day, month, year)))

    @Slot(str, int)
    def count(self, scope: str, number: int) -> None:
        self._answer(scope, number)

    @Slot()
    def proceed(self) -> None:
        self._context.dispatch(ev.Continue())

    # ------------------------------------------------------------ how

    def _listed(self) -> list[dict[str, object]]:
        elements = () if self._step is None else self._step.elements
        alone = len(elements) == 1
        return [row for element in elements for row in self._rows.of(element, alone=alone)]

    def _answer(self, scope: str, value: JsonValue) -> None:
        self._context.dispatch(ev.Answered(scope, value))

    def _element(self, scope: str) -> forms.Element | None:
        elements = () if self._step is None else self._step.elements
        return next((each for each in elements if each.scope == scope), None)
