"""The few words that stand on every slip, whatever it is about."""

from typing import Final

from kiosk.bochum_id.values import LocalisedText

AUTHORITY: Final = "Stadt Bochum"
BRING: Final = LocalisedText.of({"de": "Bitte mitbringen", "en": "Please bring along"})
QR: Final = LocalisedText.of(
    {"de": "QR-Code zum Scannen mit dem Handy", "en": "QR code to scan with a phone"}
)
WHEEL: Final = LocalisedText.of(
    {"de": "Förderrad, Zeichen der Bochum-ID", "en": "Winding wheel, the sign of Bochum-ID"}
)

RIGHT_TO_LEFT: Final = frozenset({"ar", "fa"})
"""Languages whose lines begin at the right edge."""
