"""The store brought to the shape that this version of the program writes, on opening, without loss."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from components.store.connection import StoreError, told

_FOLDER = Path(__file__).parent / "migrations"
_TURN = 7_102_025
"""The lock of PostgreSQL by which one of several programs that open the store at once does it."""


def upgrade(base: Engine, to: str = "head") -> None:
    """All steps in one transaction. Raises StoreError where the store is newer than the program."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    steps = ScriptDirectory.from_config(config)
    with told(base):
        with base.connect() as connection:
            if _found(connection, steps) == steps.get_current_head():
                return
        with base.connect().execution_options(writes=True) as connection, connection.begin():
            if base.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
            if _found(connection, steps) != steps.get_current_head():
                config.attributes["connection"] = connection
                command.upgrade(config, to)


def _found(connection: Connection, steps: ScriptDirectory) -> str | None:
    """The step that the store has reached, None for an empty one."""
    reached = MigrationContext.configure(connection).get_current_revision()
    if reached is not None and reached not in {step.revision for step in steps.walk_revisions()}:
        raise StoreError("The store was written by a newer version of Dispatches; use that version.")
    return reached
