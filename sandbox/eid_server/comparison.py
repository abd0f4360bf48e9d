"""What the card is to compare without giving it away, from what a service asked (TR-03110-3 A.7.5)."""

from datetime import date

from cardreader.auxiliary_data import AuxiliaryData
from cardreader.chat import AccessRight
from sandbox.eid_server.eid_interface import UseIdRequest

_MAX_AGE_YEARS = 150
_MAX_COMMUNITY_BYTES = 7


def auxiliary_data(request: UseIdRequest, today: date) -> AuxiliaryData | None:
    """Return what the card shall compare; None when an argument is missing or senseless."""
    requested = request.required | request.optional
    born_on_or_before, municipality_id = None, None
    if AccessRight.AGE_VERIFICATION in requested:
        if request.age is None or not 0 < request.age < _MAX_AGE_YEARS:
            return None
        born_on_or_before = _years_before(today, request.age)
    if AccessRight.COMMUNITY_VERIFICATION in requested:
        try:
            municipality_id = bytes.fromhex(request.community_id or "")
        except ValueError:
            return None
        if not 1 <= len(municipality_id) <= _MAX_COMMUNITY_BYTES:
            return None
    return AuxiliaryData.of(
        born_on_or_before=born_on_or_before, valid_on=today, municipality_id=municipality_id
    )


def _years_before(day: date, years: int) -> date:
    """Return the latest date of birth of that age; 28 February where the 29th does not exist."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
