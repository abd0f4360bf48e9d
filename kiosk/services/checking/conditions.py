"""Questions and steps that no visitor ever sees: conditions that cannot hold, whatever is answered."""

import itertools
from collections.abc import Iterator, Mapping
from typing import Final, assert_never

from kiosk.bochum_id.values import JsonObject, JsonValue
from kiosk.services.checking.finding import Finding, mistake
from kiosk.services.condition import AllOf, AnyOf, Condition, Matches, Negation, scopes
from kiosk.services.data_schema import DataSchema
from kiosk.services.definition import ServiceDefinition, StepKind
from kiosk.services.pointer import UNDEFINED, Undefined, covers

MOST_CASES: Final = 20_000
"""Combinations of answers that are tried; a condition over more of them counts as one that can hold."""

type Look = tuple[str, str]
"""A scope, and "" where its answers can be listed; else the schema that an answer there fits or not."""
type Case = Mapping[Look, JsonValue | Undefined]
"""What is answered, or for the answers that cannot be listed, whether it fits."""


def unreachable(service: ServiceDefinition, schema: DataSchema) -> Iterator[Finding]:
    """Name what can never be visible; nothing is named that could be."""
    ask = _Questions(service, schema)
    for number, step in enumerate(service.steps):
        at = f"/steps/{number}"
        if not ask.can_hold(step.visible):
            yield mistake(
                f"{at}/visible", f"the step {step.id!r} can never be visible", "correct its condition"
            )
        elif step.kind is StepKind.FORM:
            for place, asked in enumerate(step.fields):
                if not ask.can_hold(asked.visible):
                    yield mistake(
                        f"{at}/elements/{place}",
                        f"{asked.scope!r} can never be visible",
                        "correct its condition, or the one of its step",
                    )
    for number, fee in enumerate(service.fees):
        if not ask.can_hold(fee.when):
            yield mistake(
                f"/fees/{number}/when", f"the fee {fee.id!r} is never charged", "correct its condition"
            )


def nobody_answers(service: ServiceDefinition) -> Iterator[Finding]:
    """Name conditions on data that is neither asked nor prefilled: it never has a value."""
    given = [asked.scope for asked in service.fields] + [rule.target for rule in service.prefill]
    told: set[str] = set()
    for pointer, condition in _conditions(service):
        for scope in sorted(scopes(condition) - told):
            if not any(covers(each, scope) or covers(scope, each) for each in given):
                told.add(scope)
                yield mistake(
                    pointer,
                    f"nobody is asked for {scope!r}",
                    "ask for it, or let the condition look elsewhere",
                )


def _conditions(service: ServiceDefinition) -> Iterator[tuple[str, Condition]]:
    for number, step in enumerate(service.steps):
        yield f"/steps/{number}/visible", step.visible
        for place, asked in enumerate(step.fields):
            at = f"/steps/{number}/elements/{place}"
            yield from ((at, each) for each in (asked.visible, asked.enabled, asked.required))
    for number, fee in enumerate(service.fees):
        yield f"/fees/{number}/when", fee.when
    for number, slot in enumerate(service.attachments):
        yield from ((f"/attachments/{number}", each) for each in (slot.visible, slot.required))


class _Questions:
    """The finite answers of a service, and when each of them can be given."""

    def __init__(self, service: ServiceDefinition, schema: DataSchema) -> None:
        self._visible = {asked.scope: asked.visible for asked in service.fields}
        self._offered = {scope: _values(part) for scope, part in schema.parts.items()}

    def can_hold(self, condition: Condition) -> bool:
        """Try every combination of the finite answers; of the others, either outcome is thought possible."""
        needed = self._all_scopes(condition)
        choices: dict[Look, list[JsonValue | Undefined]] = {}
        for scope in needed:
            values = self._offered.get(scope)
            if values is not None:
                choices[scope, ""] = [UNDEFINED, *values]
        for each in (condition, *(self._visible[scope] for scope in needed if scope in self._visible)):
            for look in self._free(each):
                choices[look] = [True, False]
        count = 1
        for values_of_one in choices.values():
            count *= len(values_of_one)
        if count > MOST_CASES:
            return True
        cases = (dict(zip(choices, each, strict=True)) for each in itertools.product(*choices.values()))
        return any(self._holds(condition, case) and self._is_consistent(case) for case in cases)

    def _all_scopes(self, condition: Condition) -> list[str]:
        """Give the scopes that a condition looks at, and those that their visibility hangs on."""
        found: dict[str, None] = {}
        wanted = sorted(scopes(condition))
        while wanted:
            scope = wanted.pop()
            if scope not in found:
                found[scope] = None
                wanted += sorted(scopes(self._visible[scope])) if scope in self._visible else []
        return list(found)

    def _is_consistent(self, case: Case) -> bool:
        """Say whether whatever is answered could be asked."""
        return all(
            scope not in self._visible or self._holds(self._visible[scope], case)
            for (scope, schema), value in case.items()
            if value is not UNDEFINED and (schema == "" or value is True)
        )

    def _free(self, condition: Condition) -> Iterator[Look]:
        match condition:
            case Matches(scope, schema):
                if self._offered.get(scope) is None:
                    yield scope, schema.source
            case AllOf(conditions) | AnyOf(conditions):
                for each in conditions:
                    yield from self._free(each)
            case Negation(inner):
                yield from self._free(inner)
            case _:
                assert_never(condition)

    def _holds(self, condition: Condition, case: Case) -> bool:
        match condition:
            case Matches(scope, schema):
                if self._offered.get(scope) is None:
                    return case[scope, schema.source] is True
                value = case[scope, ""]
                return value is not UNDEFINED and schema.accepts(value)
            case AllOf(conditions):
                return all(self._holds(each, case) for each in conditions)
            case AnyOf(conditions):
                return any(self._holds(each, case) for each in conditions)
            case Negation(inner):
                return not self._holds(inner, case)
            case _:
                assert_never(condition)


def _values(part: JsonObject) -> list[JsonValue] | None:
    """List every value that a part of the data can have; None where they cannot be listed."""
    match part:
        case {"const": value}:
            return [value]
        case {"enum": list(values)}:
            return list(values)
        case {"type": "boolean"}:
            return [True, False]
        case _:
            return None
