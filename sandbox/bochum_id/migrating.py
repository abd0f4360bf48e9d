"""Bringing a database's tables up to date, once, however many processes start at the same time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from sandbox.bochum_id.tables import Table

_SCRIPTS = Path(__file__).parent / "migrations"
_BEFORE_MIGRATIONS = "0001"
"""What a database holds that was made before there were migrations."""
_LOCK = 0x426F4944
"""Any number: it names the advisory lock under which PostgreSQL's tables are changed."""


def configuration(connection: Connection) -> Config:
    """Set Alembic up for the scripts beside this file, to work on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def bring_up_to_date(engine: Engine) -> None:
    """Make all tables in an empty database, or run the migrations an older one lacks; one at a time."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        config = configuration(connection)
        head = ScriptDirectory.from_config(config).get_current_head()
        current = MigrationContext.configure(connection).get_current_revision()
        if current == head:
            return
        if current is None and not inspect(connection).get_table_names():
            # The same tables as by all migrations (a test compares them), in one go.
            Table.metadata.create_all(connection)
            command.stamp(config, "head")
            return
        if current is None:
            command.stamp(config, _BEFORE_MIGRATIONS)
        command.upgrade(config, "head")
