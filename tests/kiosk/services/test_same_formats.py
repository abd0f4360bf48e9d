"""Terminal and server agree on what a bank account, a telephone number, a date and a limit are."""

from datetime import date
from typing import Any

import pytest

from kiosk.services import days
from kiosk.services.formats import FORMATS
from sandbox.bochum_id import data_formats
from sandbox.bochum_id.day_limits import resolved, untimely

TEXTS = [
    *("DE02120300000000202051", "DE02 1203 0000 0000 2020 51", "de02120300000000202051", "DE02", ""),
    *("DE02120300000000202052", "GB33BUKB20201555555555", "0234 5550147", "+49 (0)234 555-0147", "12", "abc"),
    *("a@b.de", "a@b", "a@b.c d", "@b.de", "a@b@c.de", "ä@bücher.example", "x" * 250 + "@b.de"),
    *("1964-08-12", "1964-08-XX", "1964-XX-XX", "1964-XX-12", "1964-02-30", "1964-00-XX", "64-08-12"),
]


def test_both_know_the_same_formats() -> None:
    assert FORMATS.keys() == data_formats.FORMATS.keys()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_both_say_the_same_of_every_text(name: str) -> None:
    here, there = FORMATS[name], data_formats.FORMATS[name]
    assert [here(text) for text in TEXTS] == [there(text) for text in TEXTS]
    assert {here(text) for text in TEXTS} == {True, False}


@pytest.mark.parametrize("today", [date(2026, 1, 31), date(2024, 2, 29), date(2026, 11, 23)])
@pytest.mark.parametrize("rule", ["2026-12-31", "today", "today+14d", "today-3w", "today+1m", "today-18y"])
def test_both_mean_the_same_day(rule: str, today: date) -> None:
    read = days.read_rule(rule)
    assert read is not None
    assert days.resolved(read, today) == resolved(rule, today)


def test_the_server_holds_to_limits_wherever_they_stand() -> None:
    schema: dict[str, Any] = {
        "properties": {"stay": {"$ref": "#/$defs/stay"}},
        "$defs": {
            "stay": {
                "properties": {
                    "from": {"type": "string", "format": "date", "notBefore": "today"},
                    "born": {"type": "string", "format": "partialDate", "notAfter": "today-16y"},
                }
            }
        },
    }
    today = date(2026, 11, 23)

    def wrong(start: str, born: str) -> list[tuple[str, str]]:
        found = untimely(schema, {"stay": {"from": start, "born": born}}, today)
        return [(each.pointer, each.keyword) for each in found]

    assert wrong("2026-11-23", "2010-XX-XX") == []
    assert wrong("2026-11-22", "2010-12-XX") == [("/stay/from", "notBefore"), ("/stay/born", "notAfter")]
    assert wrong("soon", "2010-13-XX") == []
