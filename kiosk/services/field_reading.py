"""Read one question of a service definition; `widget_schema` holds it against the data schema behind it."""

from kiosk.services.condition import ALWAYS, NEVER, both, either
from kiosk.services.data_schema import DataSchema
from kiosk.services.definition import Field, Widget
from kiosk.services.document import Node
from kiosk.services.widget_schema import read_limits


def read_field(node: Node, step: Node, schema: DataSchema, dates: frozenset[str]) -> Field:
    """Read one element of a step; what the step says of visible, enabled and required holds for it too."""
    node.knows(
        *("type", "scope", "widget", "title", "help", "options", "visible", "enabled", "required"),
        *("unit", "decimals"),
    )
    kind = node.member("type")
    if kind.text() != "field":
        raise kind.refuse(f"{kind.text()!r} is no type of element", "did you mean 'field'?")
    scope = schema.scope(node.member("scope"))
    widget = node.member("widget").one_of(Widget)
    part = schema.parts[scope]
    limits = read_limits(node, widget, scope, schema)
    demanded = ALWAYS if widget is Widget.CONSENT else NEVER
    return Field(
        scope=scope,
        widget=widget,
        label=(node if node.has("title") else step).member("title").localised(),
        help=node.localised_or_none("help"),
        options=limits.options,
        least=limits.least,
        most=limits.most,
        default=limits.default,
        is_date=widget is Widget.DATE or scope in dates or part.get("format") == "date",
        asking=limits.asking,
        visible=both(schema.condition(step, "visible", ALWAYS), schema.condition(node, "visible", ALWAYS)),
        enabled=both(schema.condition(step, "enabled", ALWAYS), schema.condition(node, "enabled", ALWAYS)),
        required=either(
            schema.condition(step, "required", demanded), schema.condition(node, "required", demanded)
        ),
    )
