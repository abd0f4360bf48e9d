"""What the eID server's answers mean for a login: attributes by their TR-03130 names, or a problem."""

from collections.abc import Iterable
from typing import cast

from cardreader.chat import AccessRight
from cardreader.eid_client.result import ResultMinor
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import Problem
from sandbox.bochum_id.tables import JsonObject
from sandbox.eid_server import eid_interface as eid
from sandbox.eid_server.personal_data import FreeTextPlace, NoPlaceInfo, PersonalData, Place, StructuredPlace

RIGHTS = {
    "DocumentType": AccessRight.DOCUMENT_TYPE,
    "IssuingState": AccessRight.ISSUING_ENTITY,
    "DateOfExpiry": AccessRight.DATE_OF_EXPIRY,
    "GivenNames": AccessRight.GIVEN_NAMES,
    "FamilyNames": AccessRight.FAMILY_NAMES,
    "ArtisticName": AccessRight.ARTISTIC_NAME,
    "AcademicTitle": AccessRight.DOCTORAL_DEGREE,
    "DateOfBirth": AccessRight.DATE_OF_BIRTH,
    "PlaceOfBirth": AccessRight.PLACE_OF_BIRTH,
    "Nationality": AccessRight.NATIONALITY,
    "BirthName": AccessRight.BIRTH_NAME,
    "PlaceOfResidence": AccessRight.ADDRESS,
    "RestrictedID": AccessRight.RESTRICTED_IDENTIFICATION,
}
"""The names a service definition and the contract use (TR-03130-1 3.2.1)."""

_USE_ID_CODES = {
    eid.TOO_MANY_OPEN_SESSIONS: Code.EID_SERVER_BUSY,
    eid.MISSING_TERMINAL_RIGHTS: Code.EID_CONFIGURATION,
    eid.MISSING_ARGUMENT: Code.EID_CONFIGURATION,
}
_GET_RESULT_CODES = {
    str(ResultMinor.CANCELLATION_BY_USER): Code.EID_CANCELLED,
    eid.INVALID_SESSION: Code.EID_TIMEOUT,
    eid.INVALID_DOCUMENT: Code.EID_DOCUMENT_INVALID,
    eid.DENIED_DOCUMENT: Code.EID_DOCUMENT_DENIED,
    eid.EXPIRED_DOCUMENT: Code.EID_DOCUMENT_EXPIRED,
    str(ResultMinor.INTERNAL_ERROR): Code.EID_SERVER_UNAVAILABLE,
}


_PRETENDED = {
    "document.revoked": Code.EID_DOCUMENT_REVOKED,
    "document.expired": Code.EID_DOCUMENT_EXPIRED,
    "document.denied": Code.EID_DOCUMENT_DENIED,
}
"""The sandbox keeps no revocation lists: a scenario stands in for them."""


def pretended(scenarios: Iterable[object]) -> Problem | None:
    """Say what a genuine card shall be taken for, when a scenario wants that."""
    for word in scenarios:
        if word in _PRETENDED:
            return Problem(_PRETENDED[str(word)])
    return None


def rights_of(names: Iterable[str]) -> frozenset[AccessRight]:
    """Translate attribute names; KeyError for a name that no card knows."""
    return frozenset(RIGHTS[name] for name in names)


def use_id_problem(error: eid.UseIdError) -> Problem:
    return Problem(_USE_ID_CODES.get(error.minor, Code.EID_SERVER_UNAVAILABLE))


def get_result_problem(error: eid.EidError) -> Problem:
    return Problem(_GET_RESULT_CODES.get(error.minor, Code.EID_TIMEOUT))


def client_problem(result_minor: str) -> Problem:
    """Read the ResultMinor that an eID client appended to the refresh address (TR-03124-1 2.7.6)."""
    return Problem(Code.EID_CANCELLED if result_minor.endswith("cancellationByUser") else Code.EID_TIMEOUT)


def missing_attributes(result: eid.EidResult, required: Iterable[str]) -> Problem | None:
    """Object when something required was deselected or is not on the chip."""
    for reason, operation in (
        ("deselected", eid.Operation.PROHIBITED),
        ("notOnChip", eid.Operation.NOT_ON_CHIP),
    ):
        names = [name for name in required if result.operations.get(RIGHTS[name]) is operation]
        if names:
            return Problem(Code.EID_ATTRIBUTE_MISSING, {"attributes": names, "reason": reason})
    if result.restricted_id is None:
        return Problem(Code.EID_ATTRIBUTE_MISSING, {"attributes": ["RestrictedID"], "reason": "notOnChip"})
    return None


def attributes_of(person: PersonalData) -> JsonObject:
    """Name the personal data the way service definitions refer to it; nothing that is empty."""
    residence = "; ".join(filter(None, (place_line(place) for place in person.place_of_residence or ())))
    named = {
        "FamilyNames": person.family_names,
        "GivenNames": person.given_names,
        "AcademicTitle": person.doctoral_degree,
        "ArtisticName": person.artistic_name,
        "BirthName": person.birth_name,
        "DateOfBirth": person.date_of_birth,
        "PlaceOfBirth": place_line(person.place_of_birth) if person.place_of_birth else None,
        "PlaceOfResidence": residence,
        "Nationality": person.nationality,
        "DocumentType": person.document_type,
        "DateOfExpiry": person.date_of_expiry.isoformat() if person.date_of_expiry else None,
    }
    return cast("JsonObject", {name: value for name, value in named.items() if value})


def place_line(place: Place) -> str:
    """Write a place as one line; "" for someone without one."""
    match place:
        case StructuredPlace(street, city, _, country, zip_code):
            town = " ".join(filter(None, (zip_code, city)))
            abroad = country if country not in {"D", ""} else ""
            return ", ".join(filter(None, (street, town, abroad)))
        case FreeTextPlace(text):
            return text
        case NoPlaceInfo():
            return ""
