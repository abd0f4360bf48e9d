"""Everything that will be sent, what it costs, and the tick without which nothing is sent."""

from typing import assert_never

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.values import QuoteItem
from kiosk.services import form as forms
from kiosk.services.address import Address
from kiosk.services.days import PartialDate
from kiosk.services.definition import StepKind
from kiosk.services.review import Account, Amount, Appointed, Attached, ReviewLine, review_lines
from kiosk.session import bringing as bring
from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext
from ui.pages.moments import parts

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReviewPage(QObject):
    def __init__(self, scene: st.Review, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._definition = scene.form.definition
        self._context = context

    @Property(str, constant=True)
    def title(self) -> str:
        """What the service asks here; empty when it leaves the words to us."""
        step = self._step(StepKind.SUMMARY)
        return "" if step is None else self._context.say(step.title)

    @Property(str, constant=True)
    def help(self) -> str:
        step = self._step(StepKind.SUMMARY)
        return "" if step is None else self._context.say(step.help)

    @Property(list, constant=True)
    def lines(self) -> list[dict[str, object]]:
        """Rows of label, value, fromCard and step; see `_value` for the value."""
        return [self._line(line) for line in review_lines(self._scene.form)]

    @Property(bool, constant=True)
    def free(self) -> bool:
        return self._scene.quote.is_free

    @Property(int, constant=True)
    def cents(self) -> int:
        """What it costs, binding."""
        return self._scene.quote.total.amount_cents

    @Property(list, constant=True)
    def items(self) -> list[dict[str, object]]:
        """Rows of title, quantity and unitCents: how the price comes about."""
        return [self._item(item) for item in self._scene.quote.items]

    @Property(str, constant=True)
    def payment(self) -> str:
        """What the service says of paying; empty when nothing is to be paid."""
        step = None if self._scene.quote.is_free else self._step(StepKind.PAYMENT)
        return "" if step is None else self._context.say(step.help)

    @Property(str, constant=True)
    def declaration(self) -> str:
        """What the visitor declares, one sentence a line; empty when there is nothing to declare."""
        return "\n".join(self._context.say(each.text) for each in self._definition.declarations)

    @Property(bool, constant=True)
    def declared(self) -> bool:
        return self._scene.declared

    @Property(str, constant=True)
    def privacy(self) -> str:
        return self._context.say(self._definition.privacy.text)

    @Property(str, constant=True)
    def channel(self) -> str:
        """How the result comes: printHere, mailbox, post or pickup."""
        return bring.channel_of(self._scene.form, self._scene.application.session)

    @Property(bool, constant=True)
    def channelChangeable(self) -> bool:
        """True where the service offers this visitor another way as well."""
        return len(bring.channels(self._scene.form, self._scene.application.session)) > 1

    @Property(bool, constant=True)
    def endsInPaper(self) -> bool:
        """The city gives its answer on paper, here and now."""
        chosen = bring.channel_of(self._scene.form, self._scene.application.session)
        return chosen == bring.PRINT_HERE

    @Slot(bool)
    def declare(self, accepted: bool) -> None:
        self._context.dispatch(ev.Declared(accepted))

    @Slot(str)
    def change(self, step_id: str) -> None:
        self._context.dispatch(ev.ChangeAsked(step_id))

    @Slot()
    def changeDelivery(self) -> None:
        self._context.dispatch(bring.DeliveryAsked())

    @Slot()
    def send(self) -> None:
        self._context.dispatch(ev.Continue())

    def _step(self, kind: StepKind) -> forms.Step | None:
        return forms.step_of_kind(self._scene.form, kind)

    def _line(self, line: ReviewLine) -> dict[str, object]:
        return {
            "label": self._context.say(line.label),
            "fromCard": line.from_card,
            "step": line.step_id or "",
            **self._value(line),
        }

    def _value(self, line: ReviewLine) -> dict[str, object]:  # noqa: C901 - one case a kind of value
        """Kind `none`, `text` with text, `date` with year, month, day (0 = blank), `chosen` with titles."""
        match line.value:
            case None:
                return {"kind": "none"}
            case bool() as value:
                return {"kind": "truth", "truth": value}
            case Amount(count, decimals, unit):
                said = self._context.say(unit)
                return {"kind": "amount", "count": count, "decimals": decimals, "unit": said}
            case Account(iban):
                # Left to right within a line of any direction (Unicode isolates).
                return {"kind": "text", "text": f"\u2066{iban}\u2069"}
            case Attached(count):
                return {"kind": "attached", "count": count}
            case Appointed(start, office):
                return {"kind": "appointed", "office": office, **parts(start)}
            case Address() as address:
                return {"kind": "text", "text": _in_one_line(address)}
            case str() | int() as value:
                return {"kind": "text", "text": str(value)}
            case PartialDate(year, month, day):
                return {"kind": "date", "year": year, "month": month or 0, "day": day or 0}
            case tuple() as titles:
                return {"kind": "chosen", "titles": [self._context.say(title) for title in titles]}
            case _:
                assert_never(line.value)

    def _item(self, item: QuoteItem) -> dict[str, object]:
        return {
            "title": self._context.say(item.title),
            "quantity": item.quantity,
            "unitCents": item.unit.amount_cents,
        }


def _in_one_line(address: Address) -> str:
    """Write an address as on a letter: street and number, postcode and town."""
    pairs = ((address.street, address.house_number), (address.postcode, address.city))
    return ", ".join(" ".join(part for part in pair if part) for pair in pairs if any(pair))
