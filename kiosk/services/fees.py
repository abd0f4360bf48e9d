"""What a service will probably cost, as the answers stand; only the server's quote is binding."""

from dataclasses import dataclass

from kiosk.bochum_id.values import LocalisedText, Money
from kiosk.services.answers import Form, known
from kiosk.services.condition import holds
from kiosk.services.pointer import look_up


@dataclass(frozen=True, slots=True)
class FeeLine:
    id: str
    title: LocalisedText
    quantity: int
    unit: Money
    total: Money


def fee_lines(form: Form) -> tuple[FeeLine, ...]:
    """Preview the price by quantity times unit; an unknown quantity counts as one."""
    now = known(form)
    lines: list[FeeLine] = []
    for fee in form.definition.fees:
        if holds(fee.when, now.contents):
            quantity = look_up(now.contents, fee.quantity) if isinstance(fee.quantity, str) else fee.quantity
            count = quantity if isinstance(quantity, int) else 1
            total = Money(fee.unit.amount_cents * count, fee.unit.currency)
            lines.append(FeeLine(fee.id, fee.title, count, fee.unit, total))
    return tuple(lines)


def fee_total(form: Form) -> Money:
    """Preview the sum of `fee_lines`; only the server's quote is binding."""
    return Money(sum(line.total.amount_cents for line in fee_lines(form)))
