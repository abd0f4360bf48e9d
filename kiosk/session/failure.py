"""Every way a visit can end early, with the code that staff look up in docs/failures.md."""

from enum import Enum


class Failure(Enum):
    """The value is the code printed on the screen; a code never changes its meaning."""

    CARD_REMOVED = "KA-10"
    CARD_UNREADABLE = "KA-11"
    NOT_AN_ID_CARD = "KA-12"
    CARD_REFUSED = "KA-13"
    EID_SWITCHED_OFF = "KA-14"
    CARD_EXPIRED = "KA-15"
    CARD_ASKEW = "KA-16"
    READER_GONE = "KA-20"
    READER_UNSUITABLE = "KA-21"

    PIN_SUSPENDED = "PI-31"
    PIN_BLOCKED = "PI-32"
    PIN_TIMED_OUT = "PI-33"
    PIN_UNCERTAIN = "PI-34"

    SIGN_IN_DECLINED = "EI-40"
    EID_UNREACHABLE = "EI-41"
    EID_REFUSED = "EI-42"
    EID_UNTRUSTED = "EI-43"
    EID_PROTOCOL = "EI-44"

    BACKEND_UNREACHABLE = "BI-50"
    BACKEND_REFUSED = "BI-51"
    BACKEND_UNREADABLE = "BI-52"
    SESSION_ENDED = "BI-53"
    SERVICE_CLOSED = "BI-54"
    BACKEND_UNTRUSTED = "BI-55"
    TOO_OFTEN = "BI-56"

    PRINTER_JAM = "DR-61"
    PRINTER_EMPTY = "DR-62"
    PRINTER_OFF = "DR-63"
    PRINTER_SLOW = "DR-64"
    PRINTER_REFUSED = "DR-65"
    PAPER_UNWANTED = "DR-66"

    SCANNER_OFF = "SC-81"
    SCANNER_BUSY = "SC-82"
    SCANNER_OPEN = "SC-83"
    SCANNER_JAM = "SC-84"
    SCANNER_EMPTY = "SC-85"
    SCANNER_SILENT = "SC-86"

    TOO_MANY_TRIES = "AN-70"
    ACCOUNT_LOCKED = "AN-71"
    CARD_OF_ANOTHER = "AN-72"
    SIGN_IN_OVER = "AN-73"
    NO_ORGANISATION = "AN-74"
    MANDATE_TOO_NARROW = "AN-75"
    NUMBERS_PAUSED = "AN-76"

    PAYMENT_UNCLEAR = "ZA-80"
    NOT_SENT_AFTER_PAYMENT = "ZA-81"

    TERMINAL_FAULT = "TE-90"
