"""The slips of the front doors: where it goes on, what there is to know, which case the counter opens."""

from typing import Final

from kiosk.bochum_id.values import LocalisedText
from kiosk.services.beyond_form import External, Section
from kiosk.session.door_states import PinAtHand
from kiosk.session.errand import Errand
from kiosk.slip import Slip

COUNTER_CODES: Final = {
    PinAtHand.OWN: "PIN-SPERRE",
    PinAtHand.LETTER: "PIN-BRIEF",
    PinAtHand.NOTHING: "PIN-NEU",
}
"""What staff type to open the right case; docs/services.md says which. A code never changes its meaning."""

_GO_ON: Final = LocalisedText.of(
    {
        "de": "Richten Sie die Kamera Ihres Telefons auf den Code.",
        "en": "Point your phone's camera at the code.",
    }
)
_AT_THE_COUNTER: Final = LocalisedText.of(
    {
        "de": "Zeigen Sie diesen Zettel am Schalter.",
        "en": "Show this slip at the counter.",
    }
)
_FREE: Final = LocalisedText.of({"de": "Es kostet nichts.", "en": "It is free of charge."})
_CARD: Final = LocalisedText.of({"de": "Ihren Ausweis", "en": "Your identity card"})
_LETTER: Final = LocalisedText.of({"de": "Ihren PIN-Brief", "en": "Your PIN letter"})
_IF_THERE: Final = LocalisedText.of(
    {"de": "Ihren PIN-Brief, falls Sie ihn noch haben", "en": "Your PIN letter, if you still have it"}
)
_PIN_TITLES: Final = {
    PinAtHand.OWN: {"de": "PIN entsperren oder ändern", "en": "Unblock or change the PIN"},
    PinAtHand.LETTER: {"de": "Eigene PIN setzen", "en": "Set your own PIN"},
    PinAtHand.NOTHING: {"de": "Neue PIN setzen", "en": "Set a new PIN"},
}
_PIN_NEEDS: Final = {
    PinAtHand.OWN: (_CARD, _IF_THERE),
    PinAtHand.LETTER: (_CARD, _LETTER),
    PinAtHand.NOTHING: (_CARD,),
}


def slip_of_hand_over(errand: Errand, external: External) -> Slip:
    """Where it goes on, as a code and as an address to compare."""
    address = LocalisedText.of({"de": external.host})
    bring = tuple(each.title for each in errand.definition.bring)
    return Slip(errand.definition.title, (external.portal, address, _GO_ON), qr=external.url, bring=bring)


def slip_of_information(errand: Errand) -> Slip:
    """All that stood on the screen."""
    lines = tuple(line for section in errand.definition.information for line in _lines(section))
    bring = tuple(each.title for each in errand.definition.bring)
    return Slip(errand.definition.title, lines, bring=bring)


def _lines(section: Section) -> tuple[LocalisedText, ...]:
    number = (LocalisedText.of({"de": section.telephone}),) if section.telephone else ()
    return (section.title, *number, section.text)


def slip_of_pin(at_hand: PinAtHand) -> Slip:
    """Which case the counter opens; nothing on it says whose."""
    return Slip(
        LocalisedText.of(_PIN_TITLES[at_hand]),
        (_AT_THE_COUNTER, _FREE),
        code=COUNTER_CODES[at_hand],
        bring=_PIN_NEEDS[at_hand],
    )
