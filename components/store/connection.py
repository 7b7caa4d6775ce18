"""How the store is reached: SQLite in a file, or PostgreSQL at an address. Every fault of it is told in one line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url, update
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from components.store.schema import state

FILE = Path("data") / "dispatches.sqlite"
ADDRESS = "DISPATCHES_DB"
WAIT = 15
"""Seconds that a writer waits for another one."""

_POSTGRES = "postgresql+psycopg"


class StoreError(Exception):
    """Why the store cannot be used or what cannot be done in it, in one sentence with its cure."""


def engine(where: Path | str | None = None) -> Engine:
    """The database at a path or address; without one that of DISPATCHES_DB, else FILE. Nothing is opened yet."""
    place = str(where or os.environ.get(ADDRESS) or FILE)
    if "://" not in place:
        path = Path(place)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise StoreError(
                f"The folder {path.parent} cannot be made ({fault.strerror}); name another file."
            ) from None
        made = create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT})
        event.listen(made, "connect", _sqlite)
        event.listen(made, "begin", _begin)
        return made
    try:
        url = make_url(place)
        if url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername=_POSTGRES)
        if url.drivername != _POSTGRES:
            raise StoreError("The store is a file, or a PostgreSQL database such as postgresql://name@host/dispatches.")
        return create_engine(
            url, pool_pre_ping=True, connect_args={"options": f"-c lock_timeout={WAIT * 1000} -c timezone=UTC"}
        )
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise StoreError(
            "The address of the store cannot be read; write one such as postgresql://name@host/dispatches."
        ) from None


def there(where: Path | str | None = None) -> bool:
    """Whether there can be a store at this place: of a database that is asked of the server."""
    place = str(where or os.environ.get(ADDRESS) or FILE)
    return "://" in place or Path(place).is_file()


def _sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Transactions are ours to begin; a commit is on the disk before it is acknowledged."""
    connection.isolation_level = None
    for line in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {line}")


def _begin(connection: Connection) -> None:
    """A writer takes its turn before it looks, so that nothing it saw can have changed when it writes."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


@contextmanager
def reading(base: Engine) -> Iterator[Connection]:
    """One unchanging view of the store."""
    with told(base), base.connect() as connection:
        if base.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(base: Engine, *, changes: bool = True) -> Iterator[Connection]:
    """One change of the store, whole or not at all, after those of all others. Without ``changes`` the version stays,
    for what is written can be found out again, or ``changed`` tells that something else was written.
    """
    with told(base), base.connect().execution_options(writes=True) as connection, connection.begin():
        connection.execute(update(state).values(version=state.c.version + int(changes)))
        yield connection


def changed(connection: Connection) -> None:
    """Raise the version, by which all others see that something is otherwise."""
    connection.execute(update(state).values(version=state.c.version + 1))


@contextmanager
def told(base: Engine) -> Iterator[None]:
    """Faults of the database as a StoreError."""
    try:
        yield
    except PoolTimeoutError:
        raise StoreError("Too many ask the store at once; try again in a moment.") from None
    except DBAPIError as fault:
        raise StoreError(_in_words(str(fault.orig), _named(base))) from fault


def _named(base: Engine) -> str:
    return base.url.database or "?" if base.dialect.name == "sqlite" else f"the database {base.url.database}"


def _in_words(fault: str, name: str) -> str:
    for sign, said in (
        ("locked", f"is being written by somebody else for more than {WAIT} seconds; try again in a moment."),
        ("lock timeout", f"is being written by somebody else for more than {WAIT} seconds; try again in a moment."),
        ("not a database", "is no store of Dispatches; name another file."),
        ("malformed", "is damaged; put back a copy of the file, or import what was exported."),
        ("readonly", "may only be read; ask for the right to write it, or name another file."),
        (
            "unable to open",
            "cannot be opened; check that the folder is there and may be written, or name another file.",
        ),
        ("full", "has no room on its disk; make room and do it again. What was there before is still there."),
        ("connection", "cannot be reached; check that the server runs and that the address is right."),
    ):
        if sign in fault:
            return f"{name[:1].upper()}{name[1:]} {said}" if name.startswith("the ") else f"{name} {said}"
    return f"{name} answers: {' '.join(fault.split())}"
