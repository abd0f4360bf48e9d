"""The slips of PIN first aid that are about the card: which case is opened, and where."""

from typing import Final

from kiosk.bochum_id.values import LocalisedText
from kiosk.session.pin_values import CardTrouble
from kiosk.slip import Slip

CARD_CODES: Final = {
    CardTrouble.SWITCHED_OFF: "KARTE-AUS",
    CardTrouble.EXPIRED: "KARTE-ALT",
    CardTrouble.NOT_AN_ID_CARD: "KARTE-ART",
    CardTrouble.RESIDENCE_PERMIT: "KARTE-EAT",
    CardTrouble.EU_CARD: "KARTE-EU",
    CardTrouble.PUK_USED_UP: "PIN-PUK",
    CardTrouble.READER_KEEPS_PIN: "PIN-WECHSEL",
}
"""What staff type to open the right case; docs/services.md says which. A code never changes its meaning."""

_COUNTER: Final = LocalisedText.of(
    {"de": "Zeigen Sie diesen Zettel am Schalter.", "en": "Show this slip at the counter."}
)
_FOREIGNERS_OFFICE: Final = LocalisedText.of(
    {
        "de": "Zeigen Sie diesen Zettel im Ausländerbüro.",
        "en": "Show this slip at the immigration office (Ausländerbüro).",
    }
)
_CARD: Final = LocalisedText.of({"de": "Ihre Karte", "en": "Your card"})
_PHOTO: Final = LocalisedText.of({"de": "Ein digitales Passfoto", "en": "A digital passport photo"})
_LETTER: Final = LocalisedText.of(
    {"de": "Ihren PIN-Brief, falls Sie ihn noch haben", "en": "Your PIN letter, if you still have it"}
)

_TITLES: Final = {
    CardTrouble.SWITCHED_OFF: {"de": "Online-Ausweis einschalten", "en": "Switch the online function on"},
    CardTrouble.EXPIRED: {"de": "Neuen Ausweis beantragen", "en": "Apply for a new card"},
    CardTrouble.NOT_AN_ID_CARD: {
        "de": "Welche Karte ist die richtige?",
        "en": "Which card is the right one?",
    },
    CardTrouble.RESIDENCE_PERMIT: {"de": "PIN des Aufenthaltstitels", "en": "PIN of the residence permit"},
    CardTrouble.EU_CARD: {"de": "PIN der eID-Karte", "en": "PIN of the eID card"},
    CardTrouble.PUK_USED_UP: {"de": "Neue PIN setzen", "en": "Set a new PIN"},
    CardTrouble.READER_KEEPS_PIN: {"de": "PIN ändern", "en": "Change the PIN"},
}
_NEEDS: Final = {
    CardTrouble.EXPIRED: (_CARD, _PHOTO),
    CardTrouble.RESIDENCE_PERMIT: (_CARD, _LETTER),
    CardTrouble.EU_CARD: (_CARD, _LETTER),
    CardTrouble.READER_KEEPS_PIN: (_CARD, _LETTER),
}


def slip_of_card(trouble: CardTrouble) -> Slip:
    """Where it goes on, and which case is opened there; nothing on it says whose."""
    where = _FOREIGNERS_OFFICE if trouble is CardTrouble.RESIDENCE_PERMIT else _COUNTER
    bring = _NEEDS.get(trouble, (_CARD,))
    return Slip(LocalisedText.of(_TITLES[trouble]), (where,), code=CARD_CODES[trouble], bring=bring)
