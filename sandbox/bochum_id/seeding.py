"""What is in the sandbox before anybody comes: one function an area, each may run again and again."""

from collections.abc import Callable
from typing import Final

from sqlalchemy.orm import Session

from sandbox.bochum_id import (
    seeds_accounts,
    seeds_applications,
    seeds_appointments,
    seeds_fleet,
    seeds_organisations,
    seeds_payments,
    seeds_registers,
)
from sandbox.bochum_id.backend import Backend

type Seed = Callable[[Session, Backend], None]

SEEDS: Final[tuple[Seed, ...]] = (
    seeds_accounts.seed,
    seeds_organisations.seed,
    seeds_registers.seed,
    seeds_applications.seed,
    seeds_fleet.seed,
    seeds_appointments.seed,
    seeds_payments.seed,
)
"""In this order: accounts come before what belongs to them."""


def seed_everything(backend: Backend) -> None:
    """Put in what is missing; several processes may start at the same time."""
    with backend.store.transaction("seeding") as db:
        for seed in SEEDS:
            seed(db, backend)
            db.flush()
