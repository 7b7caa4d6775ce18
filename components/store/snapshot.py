"""The event table of all readings as one piece, so that a program need not put it together from thousands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import msgspec
import pandas as pd
import pyarrow as pa
from sqlalchemy import Connection, delete, insert, select

from components import table
from components.columns import BY_NAME
from components.model import Leftover, PublishedBasis
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


_PARTS = msgspec.json.Decoder(dict[str, Part])


def kept(connection: Connection, claims: pd.DataFrame, parts: dict[str, Part]) -> None:
    """Put the table and the parts of its articles in place of the last ones."""
    connection.execute(delete(snapshots).where(snapshots.c.name.in_(_NAMES)))
    bodies = (_packed(claims), msgspec.json.encode(parts))
    rows = [{"name": name, "body": body} for name, body in zip(_NAMES, bodies, strict=True)]
    connection.execute(insert(snapshots), rows)


def found(connection: Connection) -> tuple[pd.DataFrame, dict[str, Part]]:
    """The last table that was kept and the parts of its articles by id; nothing where there is none of this shape."""
    asked = select(snapshots.c.name, snapshots.c.body).where(snapshots.c.name.in_(_NAMES))
    bodies = pairs(connection.execute(asked))
    if not bodies.keys() >= {*_NAMES}:
        return table.empty(), {}
    claims = _unpacked(bodies["claims"])
    if [*claims.columns] != [*BY_NAME]:  # of another version of the program
        return table.empty(), {}
    return claims, _PARTS.decode(bodies["parts"])


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
