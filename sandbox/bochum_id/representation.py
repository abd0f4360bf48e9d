"""Who may act for which organisation, since when and how far (contract section 3, actingFor)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sandbox.bochum_id.tables import Organisation, Representation


class Reach(StrEnum):
    """How far somebody may act for an organisation."""

    FULL = "full"
    READ = "read"


@dataclass(frozen=True, slots=True)
class ActingFor:
    """The organisation in whose name somebody acts right now."""

    organisation_id: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class Mandate:
    """One organisation somebody may act for."""

    organisation: Organisation
    reach: Reach
    since: datetime


def mandates_of(db: Session, account_id: str, now: datetime) -> list[Mandate]:
    """List what a person's account may act for, by name: what `actingFor` of the account shows."""
    found = db.execute(
        select(Organisation, Representation)
        .join(Representation, Representation.organisation_id == Organisation.id)
        .where(
            Representation.account_id == account_id,
            Representation.since <= now,
            or_(Representation.until.is_(None), Representation.until > now),
        )
    )
    mandates = [Mandate(row[0], Reach(row[1].scope), row[1].since) for row in found]
    return sorted(mandates, key=lambda mandate: str(mandate.organisation.attributes["name"]))


def acting_for(db: Session, organisation_id: str | None, account_id: str, now: datetime) -> ActingFor | None:
    """Look a choice up as it holds at this moment: a mandate that was withdrawn ends at once."""
    for mandate in mandates_of(db, account_id, now):
        if mandate.organisation.id == organisation_id:
            return ActingFor(mandate.organisation.id, mandate.reach)
    return None
