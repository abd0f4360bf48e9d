"""What the registers hold beforehand: charges to pay by reference, and everybody's dog."""

from datetime import timedelta
from typing import Final

from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.sample_accounts import sample_accounts
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.tables import Account, Charge, Dog

_CHARGES: Final = (
    ("BO26100042", {"de": "Gebührenbescheid (Beispiel)", "en": "Fee notice (sample)"}, 4250, False),
    ("BO26100043", {"de": "Verwarnungsgeld (Beispiel)", "en": "Parking fine (sample)"}, 2000, False),
    ("BO26100044", {"de": "Hundesteuer (Beispiel)", "en": "Dog tax (sample)"}, 16800, False),
    ("BO26100099", {"de": "Bücherei, Mahnung (Beispiel)", "en": "Library reminder (sample)"}, 350, True),
)
"""Reference, what for, cents, and whether it is paid."""
_DOGS: Final = ("Fiete", "Emma", "Balu", "Luna")
_FIRST_TAG: Final = 26_0100
_KEEPS_TWO: Final = "hannelore"
"""So that somebody has to say which dog it is about."""


def seed(db: Session, backend: Backend) -> None:
    """Add what is missing."""
    for reference, title, cents, paid in _CHARGES:
        if db.get(Charge, reference) is None:
            paid_at = backend.clock.now() - timedelta(days=3) if paid else None
            db.add(
                Charge(
                    reference=reference, title={**title}, cents=cents, paid_at=paid_at, application_id=None
                )
            )
    for place, account in enumerate(sample_accounts()):
        keeper_id = sample_account_id(account)
        if db.get(Account, keeper_id) is None:
            continue
        for number in range(2 if account == _KEEPS_TWO else 1):
            tag = str(_FIRST_TAG + 10 * place + number)
            if db.get(Dog, tag) is None:
                db.add(Dog(tag=tag, keeper_id=keeper_id, name=_DOGS[(place + number) % len(_DOGS)]))
