"""A company that two of the invented people may act for: one fully, one only to look."""

from datetime import timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.representation import Reach
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.tables import Organisation, Representation

COMPANY_ID: Final = f"acc_{uuid5(NAMESPACE_URL, 'urn:bochum:sandbox:organisation:foerderrad')}"
_REACH: Final = {"erika": Reach.FULL, "hannelore": Reach.READ}
_SO_LONG: Final = timedelta(days=900)


def seed(db: Session, backend: Backend) -> None:
    """Add the company and who represents it; what is there stays as it has become."""
    if db.get(Organisation, COMPANY_ID) is not None:
        return
    since = backend.clock.now() - _SO_LONG
    company = Organisation(
        id=COMPANY_ID,
        created_at=since,
        attributes={
            "name": "Förderrad Fahrzeugbau GmbH (Muster)",
            "legalForm": "GmbH",
            "registerNumber": "HRB 99999 (Muster), Amtsgericht Bochum",
            "address": "Musterstraße 12, 44787 Bochum",
        },
    )
    db.add(company)
    for name, reach in _REACH.items():
        account_id = sample_account_id(name)
        db.add(Representation(organisation_id=COMPANY_ID, account_id=account_id, scope=reach, since=since))
