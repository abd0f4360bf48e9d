"""Acting for a company or an association that one may represent (contract 3)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.bochum_id.once import Caller
from kiosk.bochum_id.reading import Part, garbage
from kiosk.bochum_id.transport import Answer, json_bytes


class Reach(Enum):
    """How far somebody may act for an organisation."""

    FULL = "full"
    READ = "read"
    """To look, but to change and send nothing."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Somebody the citizen may act for."""

    id: str
    name: str = field(repr=False)
    reach: Reach = field(repr=False)
    since: datetime = field(repr=False)


class Organisations:
    """Whom the citizen signed in now acts for; `Account.acting_for` lists the choices."""

    def __init__(self, citizen: Caller) -> None:
        self._citizen = citizen

    def act_for(self, organisation: Organisation | None) -> None:
        """Act for an organisation from now on, or with None for oneself again.

        Refused not-found for one that the citizen does not represent. What was applied for as somebody else
        is out of sight meanwhile.
        """
        chosen = organisation.id if organisation else None
        path = "/v1/session/acting-for"

        def check(answer: Answer) -> None:
            part = answer.json().optional("actingFor")
            if (part.member("id").identifier() if part else None) != chosen:
                raise garbage(f"{answer.name}.actingFor is not who was chosen")

        body = json_bytes({"organisationId": chosen})
        self._citizen.do_once(f"act for {chosen}", path, lambda: body, check)


def read_organisation(part: Part) -> Organisation:
    return Organisation(
        id=part.member("id").identifier(),
        name=part.member("name").text(),
        reach=part.member("scope").one_of(Reach),
        since=part.member("since").moment(),
    )
