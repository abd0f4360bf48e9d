"""Services as the cards of a screen: what each is, and what it costs."""

from kiosk.bochum_id.values import ServiceSummary
from ui.pages.context import PageContext


def service_row(service: ServiceSummary, context: PageContext) -> dict[str, object]:
    """Id, icon, title, summary, and from and to how many cents."""
    return {
        "id": service.id,
        "icon": f"icon-{service.icon}",
        "title": context.say(service.title),
        "summary": context.say(service.summary),
        "fromCents": service.fee_from.amount_cents,
        "toCents": service.fee_to.amount_cents,
    }
