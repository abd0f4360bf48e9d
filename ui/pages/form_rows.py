"""The rows of one question of a form, by its widget: what QML draws, and what is wrong with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import assert_never

from kiosk.bochum_id.values import LocalisedText
from kiosk.services import days
from kiosk.services.address import PARTS, Address
from kiosk.services.asking import AsAddress, AsDay, InUnits
from kiosk.services.definition import Option, Widget
from kiosk.services.form import Element
from kiosk.services.formats import grouped_iban
from kiosk.services.pointer import covers, join
from kiosk.services.schema import Violation, ViolationKind
from kiosk.services.streets import Streets
from kiosk.services.typed import in_units

OFFERED_STREETS = 2
"""Names of streets that the keyboard offers at once."""
_LONGEST_PARTS = {"street": 100, "houseNumber": 10, "postcode": 5, "city": 100}
_KEYS_OF_PARTS = {"street": "street", "houseNumber": "letters", "postcode": "digits", "city": "letters"}
_LONGEST_POSTCODE = 10
"""Characters of a postcode outside Germany."""
_KEYS = {
    Widget.TEXT: "letters",
    Widget.EMAIL: "email",
    Widget.PHONE: "phone",
    Widget.IBAN: "iban",
}
_GRAVEST_FIRST = tuple(ViolationKind)

type Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class FormRows:
    """What stands below each other: `kind`, `scope`, whether it is `present`, and more by its kind.

    `heading`, `problem` and `closed` (a question that the other answers rule out) are always listed, so that
    the rows of a step keep their places while it is being answered. `choice` and `check` are one card each;
    `text`, `day` and `stepper` a whole question, or one part of an address.
    """

    say: Callable[[LocalisedText | None], str]
    streets: Streets
    wrong: tuple[Violation, ...] = field(repr=False)

    def of(self, element: Element, *, alone: bool) -> Iterator[Row]:
        """Give the rows of a question; `alone` where it is the only one of its step."""
        cards = element.widget in (Widget.CHOICE_CARDS, Widget.CHECK_CARDS, Widget.YES_NO)
        named = cards or element.widget is Widget.ADDRESS
        row = self._row(element)
        yield row | {"kind": "heading", "present": named and element.enabled and not alone}
        yield row | {"kind": "closed", "present": not element.enabled}
        told = element.widget is Widget.STEPPER or cards or element.widget is Widget.CONSENT
        problem = self._problem(element.scope, element)
        yield row | problem | {"kind": "problem", "present": told and problem["problem"] != ""}
        yield from self._answers(element, row, alone=alone)

    def _row(self, element: Element) -> Row:
        return {
            "scope": element.scope,
            "title": self.say(element.label),
            "text": self.say(element.help),
            "present": element.enabled,
            "widget": element.widget.value,
        }

    def _answers(self, element: Element, row: Row, *, alone: bool) -> Iterator[Row]:
        match element.widget:
            case Widget.CHOICE_CARDS:
                yield from (row | {"kind": "choice"} | self._card(element, each) for each in element.options)
            case Widget.CHECK_CARDS:
                yield from (row | {"kind": "check"} | self._card(element, each) for each in element.options)
            case Widget.YES_NO:
                yield from self._yes_and_no(element, row)
            case Widget.CONSENT:
                agreed = {"value": "true", "note": "", "quiet": True, "chosen": element.value is True}
                yield row | {"kind": "check"} | agreed
            case Widget.TEXT | Widget.NUMBER | Widget.EMAIL | Widget.PHONE | Widget.IBAN:
                yield row | self._text(element) | {"alone": alone}
            case Widget.DATE:
                yield row | self._day(element) | {"alone": alone}
            case Widget.ADDRESS:
                yield from self._address(element, row)
            case Widget.STEPPER:
                value = element.least if element.value is None else element.value
                limits = {"least": element.least, "most": element.most}
                yield row | {"kind": "stepper", "value": value} | limits
            case _:
                assert_never(element.widget)

    def _card(self, element: Element, option: Option) -> Row:
        value = element.value
        chosen = option.value in value if isinstance(value, tuple) else option.value == value
        return {
            "value": option.value,
            "title": self.say(option.title),
            "text": self.say(option.text),
            "note": self.say(option.note),
            "quiet": False,
            "chosen": chosen,
        }

    def _yes_and_no(self, element: Element, row: Row) -> Iterator[Row]:
        """Cards whose title is empty say just yes or no, in the words of the view."""
        options = {option.value: option for option in element.options}
        bare = {"title": "", "text": "", "note": "", "quiet": False}
        for value in (True, False):
            name = "true" if value else "false"
            words = self._card(element, options[name]) if name in options else bare
            yield row | {"kind": "choice"} | words | {"value": name, "chosen": element.value is value}

    def _text(self, element: Element) -> Row:
        value = element.value if isinstance(element.value, str) else ""
        keys, unit, most = _KEYS.get(element.widget, "letters"), "", element.most
        if element.widget is Widget.IBAN:
            most = len(grouped_iban("X" * element.most))
        if isinstance(element.asking, InUnits):
            decimals = element.asking.decimals
            unit = self.say(element.asking.unit)
            keys = "decimal" if decimals else "digits"
            most = max(len(in_units(limit, decimals)) for limit in (element.least, element.most))
        return self._problem(element.scope, element) | {
            "kind": "text",
            "value": value,
            "most": most,
            "keys": keys,
            "unit": unit,
            "offers": [],
            "next": "",
        }

    def _day(self, element: Element) -> Row:
        typed = days.typed(element.value if isinstance(element.value, str) else "")
        partial = isinstance(element.asking, AsDay) and element.asking.partial
        return self._problem(element.scope, element) | {
            "kind": "day",
            "day": typed[0],
            "month": typed[1],
            "year": typed[2],
            "partial": partial,
        }

    # ------------------------------------------------------------ an address, part by part

    def _address(self, element: Element, row: Row) -> Iterator[Row]:
        address = element.value if isinstance(element.value, Address) else Address()
        only_bochum = isinstance(element.asking, AsAddress) and element.asking.only_bochum
        codes = () if address.elsewhere else self.streets.postcodes(address.street)
        values = (address.street, address.house_number, address.postcode, address.city)
        # Before the next part is typed, the name of a street may still become a known one.
        street_is_done = bool(address.house_number or address.postcode or self.wrong)
        shown = {
            "street": True,
            "houseNumber": True,
            "postcode": address.elsewhere or len(codes) > 1 or (not codes and street_is_done),
            "city": address.elsewhere,
        }
        for name, value in zip(PARTS, values, strict=True):
            scope = element.scope + join(name)
            most = _LONGEST_POSTCODE if name == "postcode" and address.elsewhere else _LONGEST_PARTS[name]
            keys = "letters" if address.elsewhere else _KEYS_OF_PARTS[name]
            offers = self.streets.like(address.street, OFFERED_STREETS) if keys == "street" else ()
            yield (
                row
                | self._problem(scope, element)
                | {
                    "kind": "text",
                    "scope": scope,
                    "title": "",
                    "text": " / ".join(codes) if name == "postcode" else "",
                    "part": name,
                    "value": value,
                    "most": most,
                    "keys": keys,
                    "unit": f"{codes[0]} {address.city}" if name == "street" and len(codes) == 1 else "",
                    "offers": [each for each in offers if each != address.street],
                    "next": element.scope + join("houseNumber") if name == "street" else "",
                    "alone": False,
                    "present": element.enabled and shown[name],
                }
            )
        elsewhere = {"value": "elsewhere", "note": "", "quiet": True, "chosen": address.elsewhere}
        present = element.enabled and not only_bochum
        yield row | {"kind": "check", "title": "", "text": "", "present": present} | elsewhere

    # ------------------------------------------------------------ what is wrong

    def _problem(self, scope: str, element: Element) -> Row:
        """The gravest thing that is wrong with an answer, and the limit it missed; "" for nothing.

        The limit is a number of the smallest unit, or a day as year, month and day.
        """
        wrong = [each for each in self.wrong if covers(scope, each.pointer)]
        part_is_missing = scope != element.scope and any(
            each.pointer == element.scope and each.kind is ViolationKind.REQUIRED for each in self.wrong
        )
        if not wrong:
            missing = ViolationKind.REQUIRED.value if part_is_missing else ""
            return {"problem": missing, "limit": 0, "decimals": 0, "measure": "", "limitDay": None}
        worst = min(wrong, key=lambda each: _GRAVEST_FIRST.index(each.kind))
        params = dict(worst.params)
        asking = element.asking
        return {
            "problem": worst.kind.value,
            "limit": params.get("limit", 0),
            "decimals": asking.decimals if isinstance(asking, InUnits) else 0,
            "measure": self.say(asking.unit) if isinstance(asking, InUnits) else "",
            "limitDay": [params["year"], params["month"], params["day"]] if "year" in params else None,
        }
