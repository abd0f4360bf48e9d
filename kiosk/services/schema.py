"""JSON Schema 2020-12 without a message text: what is wrong, where, and with which numbers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

import jsonschema_rs

from kiosk.bochum_id.values import JsonObject, JsonValue
from kiosk.services.formats import FORMATS
from kiosk.services.pointer import join


class ViolationKind(Enum):
    """What is wrong with an answer; the words for it live in the view."""

    REQUIRED = "required"
    TOO_SHORT = "tooShort"
    TOO_LONG = "tooLong"
    TOO_SMALL = "tooSmall"
    TOO_LARGE = "tooLarge"
    TOO_FEW = "tooFew"
    TOO_MANY = "tooMany"
    NOT_UNIQUE = "notUnique"
    NOT_OFFERED = "notOffered"
    TOO_EARLY = "tooEarly"
    TOO_LATE = "tooLate"
    NO_DATE = "noDate"
    """Digits that are no day of the calendar, or not all of one."""
    NO_EMAIL = "noEmail"
    NO_PHONE = "noPhone"
    NO_IBAN = "noIban"
    WRONG_FORM = "wrongForm"
    WRONG_TYPE = "wrongType"
    NOT_ALLOWED = "notAllowed"
    NOT_IN_REGISTER = "notInRegister"
    """The city's register has nothing like that for this citizen."""
    SETTLED = "settled"
    """The register has it, and it is done already."""
    CONTRADICTORY = "contradictory"
    """Anything else: answers that each are right but do not go together."""

    @classmethod
    def of_keyword(cls, keyword: str, form: object = None) -> "ViolationKind":
        """Give the kind for a JSON Schema keyword, ours or one that the server names; `form` for "format"."""
        if keyword == "format" and isinstance(form, str):
            return _FORMS.get(form, cls.WRONG_FORM)
        return _KINDS.get(keyword, cls.CONTRADICTORY)


_KINDS: Mapping[str, ViolationKind] = {
    "required": ViolationKind.REQUIRED,
    "minLength": ViolationKind.TOO_SHORT,
    "maxLength": ViolationKind.TOO_LONG,
    "minimum": ViolationKind.TOO_SMALL,
    "exclusiveMinimum": ViolationKind.TOO_SMALL,
    "maximum": ViolationKind.TOO_LARGE,
    "exclusiveMaximum": ViolationKind.TOO_LARGE,
    "minItems": ViolationKind.TOO_FEW,
    "maxItems": ViolationKind.TOO_MANY,
    "uniqueItems": ViolationKind.NOT_UNIQUE,
    "enum": ViolationKind.NOT_OFFERED,
    "const": ViolationKind.NOT_OFFERED,
    "pattern": ViolationKind.WRONG_FORM,
    "format": ViolationKind.WRONG_FORM,
    "type": ViolationKind.WRONG_TYPE,
    "notBefore": ViolationKind.TOO_EARLY,
    "notAfter": ViolationKind.TOO_LATE,
    "notInRegister": ViolationKind.NOT_IN_REGISTER,
    "settled": ViolationKind.SETTLED,
    "falseSchema": ViolationKind.NOT_ALLOWED,
    "additionalProperties": ViolationKind.NOT_ALLOWED,
    "unevaluatedProperties": ViolationKind.NOT_ALLOWED,
}

_FORMS: Mapping[str, ViolationKind] = {
    "date": ViolationKind.NO_DATE,
    "partialDate": ViolationKind.NO_DATE,
    "email": ViolationKind.NO_EMAIL,
    "phone": ViolationKind.NO_PHONE,
    "iban": ViolationKind.NO_IBAN,
}


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong; it never carries the answer itself."""

    pointer: str
    kind: ViolationKind
    params: tuple[tuple[str, int], ...] = ()
    """The limit that was missed, `(("limit", 2),)`, or year, month and day; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Schema:
    """A compiled schema; two are equal when their documents are."""

    source: str = field(repr=False)
    """Canonical JSON."""
    _validator: jsonschema_rs.Draft202012Validator = field(repr=False, compare=False)

    @classmethod
    def compile(cls, document: JsonValue) -> "Schema":
        """Compile without ever fetching anything; ValueError says what the schema itself has wrong."""
        if not isinstance(document, dict | bool):
            raise ValueError("a JSON Schema is an object, true or false")  # noqa: TRY004 - bad document, not a bug
        try:
            jsonschema_rs.meta.validate(document)
            validator = jsonschema_rs.Draft202012Validator(
                document, offline=True, validate_formats=True, formats=dict(FORMATS)
            )
        except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError) as error:
            raise ValueError(str(error).splitlines()[0]) from error
        return cls(json.dumps(document, sort_keys=True), validator)

    def accepts(self, value: JsonValue) -> bool:
        return self._validator.is_valid(value)

    def violations(self, data: JsonObject) -> tuple[Violation, ...]:
        """List what is wrong with `data`, each thing once, at the member it is about."""
        found: dict[Violation, None] = {}
        spurious: dict[Violation, None] = {}
        for error in self._validator.iter_errors(data):
            details = error.kind.as_dict()
            kind = ViolationKind.of_keyword(error.kind.name, details.get("format"))
            # JSON Schema 2020-12, 11.3: a subschema that fails annotates nothing, so members it knows
            # count as unevaluated as well. That objection counts only where there is no other.
            target = spurious if error.kind.name == "unevaluatedProperties" else found
            for pointer in _members(error):
                target[_violation(pointer, kind, details)] = None
        return tuple(found or spurious)


def _members(error: jsonschema_rs.ValidationError) -> tuple[str, ...]:
    place = error.instance_path
    match error.kind:
        case jsonschema_rs.ValidationErrorKind.Required(member):
            return (join(*place, member),)
        case jsonschema_rs.ValidationErrorKind.AdditionalProperties(
            members
        ) | jsonschema_rs.ValidationErrorKind.UnevaluatedProperties(members):
            return tuple(join(*place, member) for member in members)
        case _:
            return (join(*place),)


def _violation(pointer: str, kind: ViolationKind, details: Mapping[str, object]) -> Violation:
    limit = details.get("limit")
    return Violation(pointer, kind, (("limit", limit),) if isinstance(limit, int) else ())
