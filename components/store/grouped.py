"""The statements of everything, kept for the next start in pieces, so that a change writes only those it touched."""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
import pandas as pd
from sqlalchemy import Connection, delete, insert, select

from components import statements
from components.statements import Drift, Figure, Statement, Told
from components.store.schema import pairs, snapshots


class _Figure(msgspec.Struct, array_like=True, frozen=True):
    """A figure without what the event table says of its claims."""

    id: str
    claims: tuple[str, ...]
    copies: tuple[str, ...]
    drift: tuple[Drift, ...]


class _Statement(msgspec.Struct, array_like=True, frozen=True):
    """A statement of such figures."""

    id: str
    source: str
    family: str
    first: dt.date | None
    last: dt.date | None
    figures: tuple[_Figure, ...]
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    why: str
    doubt: str


_HEAD = "statements"
"""Names the piece that holds the key and the ids of all statements in their order; the others are ``statements 0a``."""
_KEY, _ID, _PIECE = 64, 8, 2
"""Length of the key in letters and of an id in bytes; so many letters of an id name its piece."""

_STATED = msgspec.json.Decoder(tuple[_Statement, ...])


class Pieces:
    """The statements as they were last read or written here, by piece."""

    def __init__(self) -> None:
        self._key = ""
        self._held: Mapping[str, tuple[Statement, ...]] = {}

    def found(self, connection: Connection, key: str, claims: pd.DataFrame) -> tuple[Statement, ...] | None:
        """The statements that were kept under this key, as they were grouped of these claims."""
        asked = select(snapshots.c.name, snapshots.c.body).where(snapshots.c.name.like(f"{_HEAD}%"))
        bodies = pairs(connection.execute(asked))
        head = bodies.pop(_HEAD, b"")
        if head[:_KEY] != key.encode():
            return None
        every = {one.claim_id: one for one in statements.told(claims)}
        made = {one.id: one for body in bodies.values() for one in _unpacked(body, every)}
        ids = head[_KEY:].hex(" ", _ID).split()
        self._key, self._held = key, _by_piece([made[id_] for id_ in ids])
        return tuple(made[id_] for id_ in ids)

    def keep(self, connection: Connection, key: str, grouped: Sequence[Statement]) -> None:
        """Put these statements in place of the last ones; ``key`` says of what they were grouped. All pieces are
        written where somebody else has written since.
        """
        head = connection.execute(select(snapshots.c.body).where(snapshots.c.name == _HEAD)).scalar() or b""
        before = self._held if head[:_KEY] == self._key.encode() else None
        held = _by_piece(grouped)
        if before is None:
            connection.execute(delete(snapshots).where(snapshots.c.name.like(f"{_HEAD} %")))
            changed = set(held)
        else:
            changed = {name for name in {*before, *held} if before.get(name) != held.get(name)}
        rows = [{"name": name, "body": _packed(held[name])} for name in sorted(changed & {*held})]
        rows.append({"name": _HEAD, "body": key.encode() + b"".join(bytes.fromhex(one.id) for one in grouped)})
        connection.execute(delete(snapshots).where(snapshots.c.name.in_([_HEAD, *changed])))
        connection.execute(insert(snapshots), rows)
        self._key, self._held = key, held


def _by_piece(grouped: Sequence[Statement]) -> Mapping[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = {}
    for one in grouped:
        found.setdefault(f"{_HEAD} {one.id[:_PIECE]}", []).append(one)
    return {name: tuple(those) for name, those in found.items()}


def _packed(those: Sequence[Statement]) -> bytes:
    return zlib.compress(msgspec.json.encode([_bare(one) for one in those]), 1)


def _unpacked(body: bytes, every: Mapping[str, Told]) -> Iterator[Statement]:
    return (_stated(one, every) for one in _STATED.decode(zlib.decompress(body)))


def _bare(one: Statement) -> _Statement:
    figures = tuple(
        _Figure(figure.id, tuple(told.claim_id for told in figure.claims), figure.copies, figure.drift)
        for figure in one.figures
    )
    rest = one.claims, one.articles, one.why, one.doubt
    return _Statement(one.id, one.source, one.family, one.first, one.last, figures, *rest)


def _stated(one: _Statement, every: Mapping[str, Told]) -> Statement:
    figures = tuple(_figure(figure, [every[claim] for claim in figure.claims]) for figure in one.figures)
    rest = one.claims, one.articles, one.why, one.doubt
    return Statement(one.id, one.source, one.family, one.first, one.last, figures, *rest)


def _figure(one: _Figure, claims: Sequence[Told]) -> Figure:
    articles = tuple(dict.fromkeys(told.article_id for told in claims))
    return Figure(one.id, claims[0], tuple(claims), articles, one.copies, one.drift)


@lru_cache(maxsize=1)
def rules() -> bytes:
    """What changes with the rules by which statements are grouped: the code of their room and of what it stands on."""
    room = Path(statements.__file__).parent
    files = [*sorted(room.glob("*.py")), room.parent / "words.py", room.parent / "columns.py"]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).digest()
