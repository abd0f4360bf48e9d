"""Who asks for which data, and which of the optional data the visitor gives."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from cardreader.chat import AccessRight
from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext
from ui.pages.provider_terms import sections, short_purpose

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST = (
    AccessRight.GIVEN_NAMES,
    AccessRight.FAMILY_NAMES,
    AccessRight.DOCTORAL_DEGREE,
    AccessRight.BIRTH_NAME,
    AccessRight.ARTISTIC_NAME,
    AccessRight.DATE_OF_BIRTH,
    AccessRight.PLACE_OF_BIRTH,
    AccessRight.ADDRESS,
)


def reading_order(rights: frozenset[AccessRight]) -> list[AccessRight]:
    """As a letter is addressed: names, birth, address, then the rest as the standard has it."""
    return sorted(rights, key=lambda right: (_FIRST.index(right) if right in _FIRST else len(_FIRST), right))


@QmlElement
class WhoAsksPage(QObject):
    detailsChanged = Signal()

    def __init__(self, scene: st.WhoAsks, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._request = scene.sign_in.request
        self._context = context
        self._details = False

    @Property(bool, notify=detailsChanged)
    def details(self) -> bool:
        """True while the visitor reads all that the certificates say of who asks."""
        return self._details

    @Property(str, constant=True)
    def provider(self) -> str:
        return self._request.provider_name

    @Property(str, constant=True)
    def providerUrl(self) -> str:
        return self._request.provider_url

    @Property(str, constant=True)
    def issuer(self) -> str:
        """Who vouches for the provider."""
        return self._request.issuer_name

    @Property(str, constant=True)
    def issuerUrl(self) -> str:
        return self._request.issuer_url

    @Property(str, constant=True)
    def validTo(self) -> str:
        """The last day of the provider's certificate, YYYY-MM-DD."""
        return self._request.valid_to.isoformat()

    @Property(str, constant=True)
    def purpose(self) -> str:
        """In a few words; the service's name where the certificate has none."""
        title = self._context.say(self._scene.errand.service.title)
        return short_purpose(self._request.purpose) or title

    @Property(list, constant=True)
    def terms(self) -> list[dict[str, object]]:
        """Sections of heading and text: all the provider says of itself."""
        return [{"heading": each.heading, "text": each.text} for each in sections(self._request.purpose)]

    @Property(str, constant=True)
    def transaction(self) -> str:
        """What the server says of this one sign-in; the visitor compares its code with the one beside it."""
        return self._request.transaction_info

    @Property(str, constant=True)
    def code(self) -> str:
        return self._scene.sign_in.confirmation_code

    @Property(str, constant=True)
    def bornOnOrBefore(self) -> str:
        """The last day of birth that passes the age check, YYYY-MM-DD; empty when none is asked for."""
        day = self._request.born_on_or_before
        return "" if day is None else day.isoformat()

    @Property(list, constant=True)
    def required(self) -> list[str]:
        """Names of the access rights that cannot be declined."""
        return [right.name for right in reading_order(self._request.required)]

    @Property(list, constant=True)
    def optional(self) -> list[str]:
        """Names of the access rights that the visitor may give or not."""
        return [right.name for right in reading_order(self._request.optional)]

    @Property(list, constant=True)
    def given(self) -> list[str]:
        """Names of those that are given; apart, so that a switch outlives the page of its old position."""
        return [right.name for right in reading_order(self._scene.chosen)]

    @Slot(str, bool)
    def switchOptional(self, right: str, given: bool) -> None:
        self._context.dispatch(ev.OptionalDataSwitched(AccessRight[right], given))

    @Slot(bool)
    def showDetails(self, shown: bool) -> None:
        self._details = shown
        self.detailsChanged.emit()

    @Slot()
    def agree(self) -> None:
        self._context.dispatch(ev.Continue())

    @Slot()
    def decline(self) -> None:
        self._context.dispatch(ev.SignInDeclined())
