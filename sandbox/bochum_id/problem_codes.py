"""The stable machine codes of the backend's problems (contract section 11)."""

from enum import Enum


class Code(Enum):
    """The slug is the machine code; it never changes its meaning."""

    VALIDATION_FAILED = ("validation-failed", 422, "Angaben sind nicht gültig", "Some details are not valid")
    LOCKED_FIELD = ("locked-field", 422, "Diese Angabe steht fest", "This detail cannot be changed")
    PRECONDITION_REQUIRED = (
        "precondition-required",
        428,
        "Die Fassung fehlt (If-Match)",
        "The version is missing (If-Match)",
    )
    PRECONDITION_FAILED = (
        "precondition-failed",
        412,
        "Die Angaben wurden inzwischen geändert",
        "The data has changed meanwhile",
    )
    IDEMPOTENCY_KEY_MISSING = (
        "idempotency-key-missing",
        400,
        "Idempotency-Key fehlt",
        "Idempotency-Key is missing",
    )
    IDEMPOTENCY_KEY_REUSE = (
        "idempotency-key-reuse",
        422,
        "Idempotency-Key wurde schon benutzt",
        "Idempotency-Key was used before",
    )
    IDEMPOTENCY_IN_PROGRESS = (
        "idempotency-in-progress",
        409,
        "Die Anfrage läuft noch",
        "The request is still running",
    )
    TERMINAL_UNKNOWN = ("terminal-unknown", 401, "Terminal ist unbekannt", "Terminal is unknown")
    TERMINAL_BLOCKED = ("terminal-blocked", 403, "Terminal ist gesperrt", "Terminal is blocked")
    TOKEN_EXPIRED = ("token-expired", 401, "Zugang ist abgelaufen", "Access has expired")
    TOKEN_INVALID = ("token-invalid", 401, "Zugang ist ungültig", "Access is not valid")
    CLOCK_SKEW = ("clock-skew", 401, "Die Uhr des Terminals geht falsch", "The terminal's clock is wrong")
    TERMINAL_CERTIFICATE_EXPIRED = (
        "terminal-certificate-expired",
        401,
        "Das Zertifikat des Terminals ist abgelaufen",
        "The terminal's certificate has expired",
    )
    ENROLMENT_REFUSED = (
        "enrolment-refused",
        403,
        "Der Code für die Anmeldung des Terminals gilt nicht",
        "The terminal's enrolment code is not valid",
    )
    SESSION_ENDED = ("session-ended", 401, "Die Sitzung ist beendet", "The session has ended")
    LEVEL_TOO_LOW = (
        "level-too-low",
        403,
        "Höheres Vertrauensniveau nötig",
        "A higher level of assurance is needed",
    )
    ACCOUNT_NOT_FOUND = ("account-not-found", 404, "Kein Konto gefunden", "No account was found")
    ACCOUNT_LOCKED = (
        "account-locked",
        403,
        "Das Konto ist gesperrt; der Ausweis entsperrt es",
        "The account is locked; the identity card unlocks it",
    )
    ACCOUNT_AMBIGUOUS = (
        "account-ambiguous",
        409,
        "Es gibt schon ein Konto auf diesen Namen",
        "There is an account of this name already",
    )
    ACCOUNT_MISMATCH = (
        "account-mismatch",
        403,
        "Der Ausweis gehört zu einem anderen Konto",
        "The card belongs to another account",
    )
    TOO_MANY_ATTEMPTS = ("too-many-attempts", 429, "Zu viele Versuche", "Too many attempts")
    LOGIN_FAILED = ("login-failed", 401, "Anmeldung nicht möglich", "Sign-in failed")
    EID_CANCELLED = ("eid-cancelled", 409, "Das Auslesen wurde abgebrochen", "Reading was cancelled")
    EID_TIMEOUT = ("eid-timeout", 408, "Das Auslesen dauerte zu lange", "Reading took too long")
    EID_DOCUMENT_EXPIRED = (
        "eid-document-expired",
        403,
        "Der Ausweis ist abgelaufen",
        "The card has expired",
    )
    EID_DOCUMENT_INVALID = (
        "eid-document-invalid",
        403,
        "Der Ausweis ist nicht gültig",
        "The card is not valid",
    )
    EID_DOCUMENT_REVOKED = (
        "eid-document-revoked",
        403,
        "Der Ausweis ist gesperrt",
        "The card has been revoked",
    )
    EID_DOCUMENT_DENIED = (
        "eid-document-denied",
        403,
        "Dieser Ausweis ist hier nicht zugelassen",
        "This card is not accepted",
    )
    EID_ATTRIBUTE_MISSING = (
        "eid-attribute-missing",
        422,
        "Eine nötige Angabe fehlt",
        "A needed detail is missing",
    )
    EID_TOO_YOUNG = ("eid-too-young", 403, "Mindestalter nicht erreicht", "Minimum age not reached")
    EID_NOT_RESIDENT = ("eid-not-resident", 403, "Nicht in Bochum gemeldet", "Not registered in Bochum")
    EID_CONFIGURATION = (
        "eid-configuration",
        502,
        "Die Ausweisfunktion ist falsch eingestellt",
        "The eID set-up is wrong",
    )
    EID_SERVER_BUSY = ("eid-server-busy", 503, "Der eID-Server ist ausgelastet", "The eID server is busy")
    EID_SERVER_UNAVAILABLE = (
        "eid-server-unavailable",
        503,
        "Der eID-Server antwortet nicht",
        "The eID server does not answer",
    )
    SERVICE_CLOSED = ("service-closed", 409, "Dieser Dienst ist gerade zu", "This service is closed now")
    SERVICE_NOT_AT_TERMINAL = (
        "service-not-at-terminal",
        403,
        "Diesen Dienst gibt es nicht am Terminal",
        "This service is not offered at the terminal",
    )
    DEFINITION_OUTDATED = ("definition-outdated", 409, "Das Formular ist veraltet", "The form is out of date")
    ATTACHMENT_TOO_LARGE = ("attachment-too-large", 413, "Die Datei ist zu groß", "The file is too large")
    ATTACHMENT_TYPE = (
        "attachment-type",
        415,
        "Diese Art Datei geht hier nicht",
        "This type of file is not accepted",
    )
    ATTACHMENT_REJECTED = (
        "attachment-rejected",
        422,
        "Die Datei wurde abgelehnt",
        "The file was rejected",
    )
    NOT_READY = ("not-ready", 409, "Es fehlt noch etwas", "Something is still missing")
    APPLICATION_STATE = (
        "application-state",
        409,
        "Das geht in diesem Stand des Antrags nicht",
        "This is not possible in the application's state",
    )
    UPLOAD_RANGE = (
        "upload-range",
        416,
        "Dieser Teil der Datei schließt nicht an",
        "This part does not continue the file",
    )
    SAME_PERSON = (
        "same-person",
        403,
        "Das ist derselbe Ausweis; es muss der einer anderen Person sein",
        "This is the same card; it has to be another person's",
    )
    REPRESENTATION_TOO_NARROW = (
        "representation-too-narrow",
        403,
        "Die Vollmacht reicht dafür nicht",
        "The authority to represent does not go that far",
    )
    REPRESENTATION_ENDED = (
        "representation-ended",
        403,
        "Die Vollmacht ist beendet",
        "The authority to represent has ended",
    )
    PAYMENT_DECLINED = ("payment-declined", 402, "Die Zahlung wurde abgelehnt", "The payment was declined")
    PAYMENT_ABORTED = ("payment-aborted", 409, "Die Zahlung wurde abgebrochen", "The payment was aborted")
    PAYMENT_EXPIRED = ("payment-expired", 410, "Die Zahlung ist verfallen", "The payment has expired")
    PAYMENT_STATE = ("payment-state", 409, "Diese Zahlung geht hier nicht", "This payment is not possible")
    PRINT_QUOTA_EXHAUSTED = ("print-quota-exhausted", 409, "Schon gedruckt", "It has been printed already")
    SLOT_GONE = ("slot-gone", 409, "Dieser Termin ist vergeben", "This appointment has been taken")
    HOLD_EXPIRED = (
        "hold-expired",
        410,
        "Der Termin ist nicht mehr reserviert",
        "The appointment is no longer held",
    )
    COMMAND_EXPIRED = (
        "command-expired",
        410,
        "Dieser Auftrag an das Terminal gilt nicht mehr",
        "This command to the terminal is over",
    )
    CHECK_IN_CLOSED = (
        "check-in-closed",
        409,
        "Für diesen Termin kann man sich jetzt nicht anmelden",
        "Nobody can check in for this appointment now",
    )
    MESSAGE_LOCKED = (
        "message-locked",
        403,
        "Diese Nachricht braucht ein höheres Vertrauensniveau",
        "This message needs a higher level of assurance",
    )
    MAINTENANCE = ("maintenance", 503, "Bochum-ID wird gewartet", "Bochum-ID is under maintenance")
    UPSTREAM_UNAVAILABLE = (
        "upstream-unavailable",
        503,
        "Ein Dienst antwortet nicht",
        "A service does not answer",
    )
    INTERNAL_ERROR = ("internal-error", 500, "Interner Fehler", "Internal error")
    # Not in the contract's table, which names no code for these plain HTTP cases:
    NOT_FOUND = ("not-found", 404, "Nicht gefunden", "Not found")
    METHOD_NOT_ALLOWED = ("method-not-allowed", 405, "Methode nicht erlaubt", "Method not allowed")
    MALFORMED_REQUEST = ("malformed-request", 400, "Anfrage ist unlesbar", "Request cannot be read")
    UNSUPPORTED_MEDIA_TYPE = (
        "unsupported-media-type",
        415,
        "Medientyp nicht unterstützt",
        "Media type is not supported",
    )
    REQUEST_TOO_LARGE = ("request-too-large", 413, "Anfrage ist zu groß", "Request is too large")

    @property
    def slug(self) -> str:
        return self.value[0]

    @property
    def status(self) -> int:
        """The HTTP status it comes with."""
        return self.value[1]

    @property
    def retryable(self) -> bool:
        """True when the same request may succeed later or after a reload."""
        return self in _RETRYABLE

    def title(self, language: str) -> str:
        return self.value[3] if language == "en" else self.value[2]


_RETRYABLE = frozenset(
    {
        Code.PRECONDITION_REQUIRED,
        Code.PRECONDITION_FAILED,
        Code.IDEMPOTENCY_IN_PROGRESS,
        Code.LEVEL_TOO_LOW,
        Code.CLOCK_SKEW,
        Code.LOGIN_FAILED,
        Code.TOO_MANY_ATTEMPTS,
        Code.EID_CANCELLED,
        Code.EID_TIMEOUT,
        Code.EID_ATTRIBUTE_MISSING,
        Code.EID_SERVER_BUSY,
        Code.EID_SERVER_UNAVAILABLE,
        Code.DEFINITION_OUTDATED,
        Code.PAYMENT_DECLINED,
        Code.PAYMENT_ABORTED,
        Code.PAYMENT_EXPIRED,
        Code.PAYMENT_STATE,
        Code.SLOT_GONE,
        Code.HOLD_EXPIRED,
        Code.MESSAGE_LOCKED,
        Code.MAINTENANCE,
        Code.UPSTREAM_UNAVAILABLE,
        Code.INTERNAL_ERROR,
    }
)


def code_of(slug: str) -> Code:
    """Find a code by its slug; KeyError when there is none."""
    for code in Code:
        if code.slug == slug:
            return code
    raise KeyError(slug)
