"""What the city knows of the visitor and from where, what they agreed to, which cards open the account."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session.own_values import ContactDetail
from ui.pages.context import PageContext
from ui.pages.moments import day_parts, parts

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MyDataPage(QObject):
    def __init__(self, scene: own.MyData, context: PageContext) -> None:
        super().__init__()
        self._data = scene.data
        self._context = context

    @Property(list, constant=True)
    def attributes(self) -> list[dict[str, object]]:
        """Rows of name (the contract's), value, source, level and since."""
        changeable = {each.value for each in ContactDetail}
        return [
            {
                "name": each.name,
                "value": each.value,
                "source": each.source,
                "level": each.level.value,
                "since": parts(each.verified_at),
            }
            for each in self._data.account.attributes
            if each.name not in changeable
        ]

    @Property(list, constant=True)
    def contacts(self) -> list[dict[str, object]]:
        """Rows of name and value: what can be said anew here, empty where nothing is known."""
        account = self._data.account
        known = {each: account.attribute(each.value) for each in ContactDetail}
        return [{"name": name.value, "value": found.value if found else ""} for name, found in known.items()]

    @Property(list, constant=True)
    def consents(self) -> list[dict[str, object]]:
        """Rows of id and granted."""
        return [{"id": each.id, "granted": each.granted} for each in self._data.consents]

    @Property(list, constant=True)
    def cards(self) -> list[dict[str, object]]:
        """Rows of id, linked and valid (the last day, in parts that are 0 where nobody knows)."""
        return [
            {"id": each.id, "linked": parts(each.linked_at), "valid": day_parts(each.valid_until)}
            for each in self._data.cards
        ]

    @Property(bool, constant=True)
    def canLoseACard(self) -> bool:
        return self._data.can_lose_a_card

    @Slot(str)
    def change(self, detail: str) -> None:
        """Say a contact detail anew: email or phone."""
        self._context.dispatch(oe.ContactChangeAsked(ContactDetail(detail)))

    @Slot(str, bool)
    def decide(self, consent_id: str, granted: bool) -> None:
        self._context.dispatch(oe.ConsentSwitched(consent_id, granted))

    @Slot(str)
    def unlink(self, card_id: str) -> None:
        self._context.dispatch(oe.EntryChosen(card_id))

    @Slot()
    def endAccount(self) -> None:
        self._context.dispatch(oe.AccountEndAsked())
