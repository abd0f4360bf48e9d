"""Read the lines of a service's price."""

from collections.abc import Iterator

from kiosk.services.condition import ALWAYS
from kiosk.services.data_schema import DataSchema
from kiosk.services.definition import Fee
from kiosk.services.document import Node


def read_fees(service: Node, schema: DataSchema) -> Iterator[Fee]:
    """Read what the terminal can preview; a line whose amount a register knows is for the server's quote."""
    for node in service.items_of("fees"):
        node.knows("id", "title", "unit", "amountOf", "quantity", "when", "legalBasis")
        fee_id, title = node.member("id").text(), node.member("title").localised()
        when = schema.condition(node, "when", ALWAYS)
        if node.has("amountOf"):
            schema.scope(node.member("amountOf"))
            continue
        yield Fee(
            id=fee_id,
            title=title,
            unit=node.member("unit").money(),
            quantity=_quantity(node, schema),
            when=when,
            legal_basis=node.member("legalBasis").text() if node.has("legalBasis") else "",
        )


def _quantity(node: Node, schema: DataSchema) -> int | str:
    if not node.has("quantity"):
        return 1
    how_many = node.member("quantity")
    return schema.scope(how_many) if isinstance(how_many.value, str) else how_many.whole_number()
