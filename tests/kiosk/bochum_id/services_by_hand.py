"""What a client needs to know of a service to open an application, without a catalogue."""

from kiosk.bochum_id.values import Level, LocalisedText, Money, ServiceSummary

_TEXT = LocalisedText.of({"de": "Genehmigung"})


def summary_of(service_id: str, version: int = 1) -> ServiceSummary:
    return ServiceSummary(
        service_id, "", version, "", _TEXT, _TEXT, "doc", Money(0), Money(0), _TEXT, Level.HOCH
    )
