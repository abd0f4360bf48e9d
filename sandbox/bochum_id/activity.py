"""Who saw or used what of an account: the entries behind "Kontoaktivität" (contract section 3)."""

from typing import Literal

from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.tables import Activity

type ActivityKind = Literal[
    "login",
    "logout",
    "stepUp",
    "accountCreated",
    "accountUnlocked",
    "accountChanged",
    "cardLinked",
    "cardUnlinked",
    "consentChanged",
    "deletionRequested",
    "submission",
    "withdrawal",
    "cosignature",
    "dataTransfer",
    "payment",
    "documentFetched",
    "documentPrinted",
    "mailboxRead",
    "appointment",
    "actingFor",
]


def record_activity(  # noqa: PLR0913 - the parts of one entry, by name
    db: Session,
    backend: Backend,
    account_id: str,
    kind: ActivityKind,
    *,
    terminal_id: str | None = None,
    method: str | None = None,
    recipient: str | None = None,
    actor: str | None = None,
    reference: str | None = None,
) -> None:
    """Note something down, in the transaction that does it: both happen or neither.

    `terminal_id` is where it happened, `method` how somebody signed in (eid, password), `recipient` who got
    to see the data (an office, a register), `actor` who acted for an organisation, `reference` the id of the
    thing (app_…, doc_…). Nothing of the content: the entries are shown as they are.
    """
    db.add(
        Activity(
            id=backend.ids.new("act"),
            account_id=account_id,
            at=backend.clock.now(),
            kind=kind,
            terminal_id=terminal_id,
            method=method,
            recipient=recipient,
            actor=actor,
            reference=reference,
        )
    )
