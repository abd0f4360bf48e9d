"""Read one question of a service definition, and hold it against the data schema behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.bochum_id.values import JsonObject, JsonValue
from kiosk.services.condition import ALWAYS, NEVER, AllOf, AnyOf
from kiosk.services.data_schema import DataSchema
from kiosk.services.definition import Answer, Field, Option, Widget
from kiosk.services.document import Node, nearest

LONGEST_TEXT = 1000
"""Characters of a typed answer where the schema sets no limit."""


def read_field(node: Node, step: Node, schema: DataSchema, dates: frozenset[str]) -> Field:
    """Read one element of a step; what the step says of visible, enabled and required holds for it too."""
    node.knows("type", "scope", "widget", "title", "help", "options", "visible", "enabled", "required")
    kind = node.member("type")
    if kind.text() != "field":
        raise kind.refuse(f"{kind.text()!r} is no type of element", "did you mean 'field'?")
    scope = schema.scope(node.member("scope"))
    widget = node.member("widget").one_of(Widget)
    part = schema.parts[scope]
    limits = _limits(node, widget, part)
    return Field(
        scope=scope,
        widget=widget,
        label=(node if node.has("title") else step).member("title").localised(),
        help=node.localised_or_none("help"),
        options=limits.options,
        least=limits.least,
        most=limits.most,
        default=limits.default,
        is_date=scope in dates or part.get("format") == "date",
        visible=AllOf((schema.condition(step, "visible", ALWAYS), schema.condition(node, "visible", ALWAYS))),
        enabled=AllOf((schema.condition(step, "enabled", ALWAYS), schema.condition(node, "enabled", ALWAYS))),
        required=AnyOf(
            (schema.condition(step, "required", NEVER), schema.condition(node, "required", NEVER))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Limits:
    least: int
    most: int
    default: Answer | None
    options: tuple[Option, ...] = ()


def _limits(node: Node, widget: Widget, part: JsonObject) -> _Limits:
    match widget, part:
        case Widget.STEPPER, {"type": "integer", "minimum": int(least), "maximum": int(most)}:
            default = part.get("default")
            return _Limits(least, most, default if isinstance(default, int) else least)
        case Widget.STEPPER, _:
            raise node.refuse(
                "a stepper counts between two whole numbers",
                'give its data "type": "integer", "minimum" and "maximum"',
            )
        case Widget.TEXT, {"type": "string"}:
            default = part.get("default")
            return _Limits(
                _number(part, "minLength", 0),
                _number(part, "maxLength", LONGEST_TEXT),
                default if isinstance(default, str) else None,
            )
        case Widget.TEXT, _:
            raise node.refuse("this question takes a text", 'give its data "type": "string"')
        case Widget.CHOICE_CARDS, {"enum": list(offered)}:
            default = part.get("default")
            options = tuple(_options(node, offered))
            return _Limits(1, 1, default if isinstance(default, str) else None, options)
        case Widget.CHOICE_CARDS, _:
            raise node.refuse("choice cards need something to choose from", 'give its data an "enum"')
        case Widget.CHECK_CARDS, {"type": "array", "items": {"enum": list(offered)}}:
            options = tuple(_options(node, offered))
            return _Limits(
                _number(part, "minItems", 0), _number(part, "maxItems", len(options)), None, options
            )
        case Widget.CHECK_CARDS, _:
            raise node.refuse(
                "check cards need something to choose from",
                'give its data "type": "array" and "items": {"enum": […]}',
            )


def _number(part: JsonObject, name: str, otherwise: int) -> int:
    limit = part.get(name)
    return limit if isinstance(limit, int) else otherwise


def _options(node: Node, offered: list[JsonValue]) -> Iterator[Option]:
    """Every value that the schema offers needs words, in the order in which the words stand."""
    cards = node.member("options")
    values = {value for value in offered if isinstance(value, str)}
    if len(values) != len(offered):
        raise node.refuse("a card stands for a text", "let the enum hold texts, each once")
    for value, card in cards.members():
        if value not in values:
            raise card.refuse(f"the schema does not offer {value!r}", nearest(value, values))
        card.knows("title", "text", "note")
        yield Option(
            value,
            card.member("title").localised(),
            card.localised_or_none("text"),
            card.localised_or_none("note"),
        )
    for value in sorted(values - cards.as_object().keys()):
        raise cards.refuse(f"the option {value!r} has no words", f'add "{value}": {{"title": …}}')
