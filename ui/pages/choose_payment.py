"""How to pay: the ways of the service, the broken ones among them saying so."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.payment_values import Channel
from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChoosePaymentPage(QObject):
    def __init__(self, scene: pay.ChoosePayment, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(int, constant=True)
    def cents(self) -> int:
        return self._scene.due.quote.total.amount_cents

    @Property(list, constant=True)
    def ways(self) -> list[dict[str, object]]:
        """Rows of channel (cardTerminal, qr, cashDesk or invoice) and works."""
        return [{"channel": way.channel.value, "works": way.works} for way in self._scene.ways]

    @Property(bool, constant=True)
    def anyWorks(self) -> bool:
        return any(way.works for way in self._scene.ways)

    @Slot(str)
    def choose(self, channel: str) -> None:
        self._context.dispatch(ev.PaymentChosen(Channel(channel)))
