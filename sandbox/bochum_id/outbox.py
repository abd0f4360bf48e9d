"""The door to the outside: what goes out of the house lies in the outbox instead, in the order it went."""

from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.tables import JsonObject, OutboxItem

type Kind = Literal["sms", "email", "fitConnect", "xmeld", "payment", "post", "staff", "mailbox"]


def send_out(db: Session, backend: Backend, kind: Kind, recipient: str, content: JsonObject) -> None:
    """Put something into the outbox, in the transaction that causes it: both happen or neither."""
    db.add(
        OutboxItem(
            id=backend.ids.new("out"), at=backend.clock.now(), kind=kind, recipient=recipient, content=content
        )
    )


def everything_sent(db: Session) -> list[OutboxItem]:
    return list(db.scalars(select(OutboxItem).order_by(OutboxItem.at, OutboxItem.id)))
