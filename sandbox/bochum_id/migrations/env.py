"""Alembic's entry: migrations run on the connection that `migrating` hands over."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from sandbox.bochum_id.tables import Table, UtcTime


def _as_stored(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write into a migration what the database stores: our own types may change their minds later."""
    return "sa.BigInteger()" if kind == "type" and isinstance(item, UtcTime) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_item=_as_stored,
    render_as_batch=True,  # SQLite cannot change a table in place
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
