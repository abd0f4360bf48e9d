"""An address with one more part of it typed; a street that is known gives its postcode."""

from dataclasses import replace

from kiosk.bochum_id.values import JsonObject
from kiosk.services.address import CITY, Address
from kiosk.services.form import Element
from kiosk.services.streets import Streets


def addressed(element: Element, part: str, value: str | bool, streets: Streets) -> JsonObject:
    """Give the answer to an address question after one of its fields says `value`."""
    before = element.value if isinstance(element.value, Address) else Address(city=CITY)
    match part, value:
        case "street", str():
            return _found(before, replace(before, street=value), streets).as_answer()
        case "houseNumber", str():
            return replace(before, house_number=value).as_answer()
        case "postcode", str():
            return replace(before, postcode=value).as_answer()
        case "city", str():
            return replace(before, city=value).as_answer()
        case "elsewhere", bool():
            moved = replace(before, elsewhere=value, city="" if value else CITY, postcode="")
            return _found(before, moved, streets).as_answer()
        case _:
            return before.as_answer()


def _found(before: Address, address: Address, streets: Streets) -> Address:
    """Let a known street decide: its one postcode is taken, and what another street gave is dropped."""
    if address.elsewhere:
        return address
    codes = streets.postcodes(address.street)
    if len(codes) == 1:
        return replace(address, postcode=codes[0])
    fits = not codes or address.postcode in codes
    was_given = address.postcode in streets.postcodes(before.street) and address.street != before.street
    return replace(address, postcode="" if was_given or not fits else address.postcode)
