"""Which PINs are easy to guess, and which are not."""

import pytest

from kiosk.weak_pin import Weakness, weakness


@pytest.mark.parametrize(
    ("pin", "why"),
    [
        ("000000", Weakness.REPEATED),
        ("121212", Weakness.REPEATED),
        ("123123", Weakness.REPEATED),
        ("123456", Weakness.SEQUENCE),
        ("654321", Weakness.SEQUENCE),
        ("890123", Weakness.SEQUENCE),
        ("120884", Weakness.DATE),
        ("840812", Weakness.DATE),
        ("198408", Weakness.DATE),
        ("081984", Weakness.DATE),
        ("310298", None),
        ("739164", None),
    ],
)
def test_a_pin_is_judged_by_how_it_looks(pin: str, why: Weakness | None) -> None:
    assert weakness(pin.encode()) is why
