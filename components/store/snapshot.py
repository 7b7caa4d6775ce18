"""The event table of all readings as one piece, so that a program need not put it together from thousands."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec
import pandas as pd
import pyarrow as pa
from sqlalchemy import Connection, delete, insert, select

from components import statements, table
from components.columns import BY_NAME
from components.model import Leftover, PublishedBasis
from components.statements import Statement
from components.store.schema import pairs, snapshots

_LISTS = ("relays", "flags")
_WORDS = pa.list_(pa.string())
_NAMES = ("claims", "parts")


@dataclass(frozen=True, slots=True)
class Part:
    """Of one article the key of its reading, its day of printing by that reading, and its leftovers."""

    key: str
    published: dt.date | None
    published_basis: PublishedBasis | None
    leftovers: tuple[Leftover, ...]


_STATEMENTS = "statements"
_STATED = msgspec.json.Decoder(tuple[Statement, ...])
_PARTS = msgspec.json.Decoder(dict[str, Part])


def kept(connection: Connection, claims: pd.DataFrame, parts: dict[str, Part]) -> None:
    """Put the table and the parts of its articles in place of the last ones."""
    connection.execute(delete(snapshots).where(snapshots.c.name.in_(_NAMES)))
    bodies = (_packed(claims), msgspec.json.encode(parts))
    rows = [{"name": name, "body": body} for name, body in zip(_NAMES, bodies, strict=True)]
    connection.execute(insert(snapshots), rows)


def found(connection: Connection) -> tuple[pd.DataFrame, dict[str, Part]]:
    """The last table that was kept and the parts of its articles by id; nothing where there is none of this shape."""
    bodies = pairs(connection.execute(select(snapshots.c.name, snapshots.c.body)))
    if not bodies.keys() >= {*_NAMES}:
        return table.empty(), {}
    claims = _unpacked(bodies["claims"])
    if [*claims.columns] != [*BY_NAME]:  # of another version of the program
        return table.empty(), {}
    return claims, _PARTS.decode(bodies["parts"])


def keep_statements(connection: Connection, key: str, told: tuple[Statement, ...]) -> None:
    """Put the statements of everything in place of the last ones; ``key`` says of what they were grouped."""
    body = key.encode() + zlib.compress(msgspec.json.encode(told), 1)
    connection.execute(delete(snapshots).where(snapshots.c.name == _STATEMENTS))
    connection.execute(insert(snapshots), {"name": _STATEMENTS, "body": body})


def statements_of(connection: Connection, key: str) -> tuple[Statement, ...] | None:
    """The statements that were kept under this key."""
    body = connection.execute(select(snapshots.c.body).where(snapshots.c.name == _STATEMENTS)).scalar()
    if body is None or body[: len(key)] != key.encode():
        return None
    collects = gc.isenabled()
    gc.disable()  # looking for garbage among a million new nouns, none of it garbage, takes longer than making them
    try:
        return _STATED.decode(zlib.decompress(body[len(key) :]))
    finally:
        if collects:
            gc.enable()


@lru_cache(maxsize=1)
def rules() -> bytes:
    """What changes with the rules by which statements are grouped: the code of their room and of what it stands on."""
    room = Path(statements.__file__).parent
    files = [*sorted(room.glob("*.py")), room.parent / "words.py", room.parent / "columns.py"]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).digest()


def _packed(claims: pd.DataFrame) -> bytes:
    listed = claims.drop(columns=[*_LISTS])
    typed = pa.Table.from_pandas(listed, preserve_index=False)
    for name in _LISTS:
        typed = typed.append_column(name, pa.array(claims[name].tolist(), type=_WORDS))
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, typed.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as writer:
        writer.write_table(typed)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def _unpacked(body: bytes) -> pd.DataFrame:
    typed = pa.ipc.open_file(pa.BufferReader(body)).read_all()
    lists = {name: [*map(tuple, typed.column(name).to_pylist())] for name in _LISTS}
    claims = typed.drop_columns([*_LISTS]).to_pandas()
    for name, cells in lists.items():
        claims[name] = table.column(name, cells)
    ordered: pd.DataFrame = claims[[name for name in BY_NAME if name in claims.columns]]
    return ordered
