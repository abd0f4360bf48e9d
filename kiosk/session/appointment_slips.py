"""The slips of appointments and waiting numbers, as values."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from kiosk.bochum_id.appointments import Appointment, QueueTicket
from kiosk.bochum_id.values import LocalisedText
from kiosk.slip import Slip

LOCAL: Final = ZoneInfo("Europe/Berlin")
"""Where the offices are."""


def appointment_slip(appointment: Appointment, title: LocalisedText) -> Slip:
    """Say when and where, what to bring, and how to call it off; the number is what one is called by."""
    start = appointment.start.astimezone(LOCAL)
    office = appointment.office
    lines = [
        title,
        LocalisedText.of(
            {"de": f"Am {start:%d.%m.%Y} um {start:%H:%M} Uhr", "en": f"On {start:%d/%m/%Y} at {start:%H:%M}"}
        ),
        LocalisedText.of({"de": f"{office.name}, {office.address}"}),
        LocalisedText.of(
            {
                "de": "Melden Sie sich dort am Terminal an: mit dieser Nummer und Ihrem Geburtsjahr.",
                "en": "Check in at the terminal there: with this number and your year of birth.",
            }
        ),
    ]
    if appointment.cancel_code:
        code = appointment.cancel_code
        lines.append(
            LocalisedText.of({"de": f"Code zum Absagen: {code}", "en": f"Code to call it off: {code}"})
        )
    return Slip(
        title=LocalisedText.of({"de": "Ihr Termin", "en": "Your appointment"}),
        lines=tuple(lines),
        code=appointment.number,
        bring=tuple(LocalisedText.of({"de": each}) for each in appointment.bring),
    )


def ticket_slip(ticket: QueueTicket) -> Slip:
    """Say where to wait, and about how long."""
    area, minutes = ticket.waiting_area, ticket.estimated_minutes
    return Slip(
        title=LocalisedText.of({"de": "Ihre Nummer", "en": "Your number"}),
        lines=(
            LocalisedText.of({"de": f"Wartebereich {area}", "en": f"Waiting area {area}"}),
            LocalisedText.of(
                {"de": f"Wartezeit etwa {minutes} Minuten", "en": f"About {minutes} minutes to wait"}
            ),
            LocalisedText.of({"de": "Ihre Nummer wird aufgerufen.", "en": "Your number will be called."}),
        ),
        code=ticket.ticket,
    )


def local_time(moment: datetime) -> datetime:
    """Give a moment as the clocks on the walls of the offices show it."""
    return moment.astimezone(LOCAL)
