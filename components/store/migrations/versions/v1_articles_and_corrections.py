"""Articles, what copies are told by, readings, and the corrections in their order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "state",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1"), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.execute("INSERT INTO state (id, version) VALUES (1, 0)")
    op.create_table(
        "articles",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("digest", sa.CHAR(64), nullable=False, unique=True),
        sa.Column("address", sa.CHAR(64), index=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("added", sa.DateTime, nullable=False, server_default=sa.func.current_timestamp()),
        sa.Column("who", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "wordings",
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), primary_key=True),
        sa.Column("cluster", sa.Integer, nullable=False, index=True),
        sa.Column("original", sa.Text),
        sa.Column("runs", sa.LargeBinary, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), primary_key=True),
        sa.Column("key", sa.CHAR(64), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "entries",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("does", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False, index=True),
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), index=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("made", sa.DateTime, nullable=False, server_default=sa.func.current_timestamp()),
        sqlite_autoincrement=True,
    )
