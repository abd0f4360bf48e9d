"""What a sign-in asks the card for, no more than its service needs, and what its answers come to."""

from dataclasses import dataclass
from typing import cast

from cardreader.chat import AccessRight
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.eid_outcomes import missing_attributes, rights_of
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import Problem
from sandbox.bochum_id.tables import LoginAttempt
from sandbox.eid_server.eid_interface import EidResult, UseIdRequest


@dataclass(frozen=True, slots=True)
class Identification:
    """Attributes by their TR-03130 names, and what the card shall only compare.

    `age` in completed years; `place` the first digits of a municipality's key.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...]
    age: int | None = None
    place: str | None = None

    def request(self, transaction_info: str) -> UseIdRequest:
        """Write it for the eID server (TR-03130-1 3.2)."""
        compared = set()
        if self.age is not None:
            compared.add(AccessRight.AGE_VERIFICATION)
        if self.place is not None:
            compared.add(AccessRight.COMMUNITY_VERIFICATION)
        return UseIdRequest(
            required=rights_of(self.required) | compared,
            optional=rights_of(self.optional),
            age=self.age,
            community_id=self.place,
            transaction_info=transaction_info,
        )

    def objection(self, result: EidResult) -> Problem | None:
        """Say what a genuine card's answer lacks: too young, from elsewhere, something kept back."""
        compared = (
            (self.age, result.fulfils_age_verification, Code.EID_TOO_YOUNG, "AgeVerification"),
            (self.place, result.fulfils_place_verification, Code.EID_NOT_RESIDENT, "PlaceVerification"),
        )
        for asked, answer, refusal, name in compared:
            if asked is not None and answer is None:
                return Problem(Code.EID_ATTRIBUTE_MISSING, {"attributes": [name], "reason": "notOnChip"})
            if asked is not None and answer is False:
                return Problem(refusal)
        return missing_attributes(result, self.required)


_WITHOUT_SERVICE = Identification(
    ("FamilyNames", "GivenNames", "DateOfBirth", "RestrictedID"), ("AcademicTitle",)
)
_LINKING = Identification(
    ("FamilyNames", "GivenNames", "DateOfBirth", "DocumentType", "DateOfExpiry", "RestrictedID"), ()
)
"""The account shows which kind of card it knows, and until when."""


def identification_of(backend: Backend, attempt: LoginAttempt) -> Identification:
    """Find what the attempt's service asks for; where none does, who it is and no more."""
    if attempt.purpose == "linkCard":
        return _LINKING
    if attempt.service_id is None:
        return _WITHOUT_SERVICE
    definition = backend.catalogue.services[attempt.service_id].definition
    if "identification" not in definition:
        return _WITHOUT_SERVICE
    stated = cast("dict[str, object]", definition["identification"])
    return Identification(
        tuple(cast("list[str]", stated["required"])),
        tuple(cast("list[str]", stated["optional"])),
        cast("int | None", stated.get("ageVerification")),
        cast("str | None", stated.get("placeVerification")),
    )
