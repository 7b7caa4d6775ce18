"""The tables of the store. What is written into `articles` and `entries` is never changed and never erased.

The tables are made and altered by `migrations/` alone; a test compares the two.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CHAR,
    CheckConstraint,
    Column,
    CursorResult,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Result,
    Table,
    Text,
    func,
)

metadata = MetaData()

state = Table(
    "state",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    Column("version", Integer, nullable=False),
)
"""One row; ``version`` grows with each change. Whoever writes raises it first, so that one writes at a time."""

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", CHAR(64), nullable=False, unique=True),
    Column("address", CHAR(64), index=True),
    Column("body", LargeBinary, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("added", DateTime, nullable=False, server_default=func.current_timestamp()),
    Column("who", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""``number``: the order of adding. ``digest``: of the text. ``address``: the digest of the article's address, without
what newsletters add to it. ``body``: all else that is known of it, as JSON. ``text``: UTF-8. Times are UTC.
"""

wordings = Table(
    "wordings",
    metadata,
    Column("article", Integer, ForeignKey(articles.c.number), primary_key=True),
    Column("cluster", Integer, nullable=False, index=True),
    Column("original", Text),
    Column("runs", LargeBinary, nullable=False),
    Column("number", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
"""What copies are told by. Articles of one ``cluster`` are bound by shared wording; ``original`` is the id of the first
printed article whose text this one prints again.
"""

readings = Table(
    "readings",
    metadata,
    Column("article", Integer, ForeignKey(articles.c.number), primary_key=True),
    Column("key", CHAR(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""A cache. ``key``: the digest of all that the reading rests on: article, reading rules, word files."""

entries = Table(
    "entries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("does", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("article", Text, ForeignKey(articles.c.id), index=True),
    Column("body", LargeBinary, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("made", DateTime, nullable=False, server_default=func.current_timestamp()),
    sqlite_autoincrement=True,
)
"""Corrections and their undoing, in order. ``body``: what was expected and what is set, as JSON."""

snapshots = Table(
    "snapshots",
    metadata,
    Column("name", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""A cache: the event table without corrections, and what else its articles' readings gave."""


def number_of(added: CursorResult[Any]) -> int:
    """The number that a new row was given."""
    key: tuple[Any, ...] = tuple(added.inserted_primary_key or ())
    return int(key[0])


def pairs(found: Result[Any, Any]) -> dict[Any, Any]:
    """Rows of two columns, the second by the first."""
    return {first: second for first, second in found}  # noqa: C416, for dict would take a Result for a mapping
