"""A table as Parquet: each column says what it means and in which unit it stands, the whole carries the stamp."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from components.export import meanings
from components.export.meanings import Name
from components.stamp import Stamp

_WORDS = pa.list_(pa.string())
_DRIFT = pa.list_(pa.struct({name: pa.string() for name in ("article", "claim_id", "what")}))
_CHECKS = pa.list_(pa.struct({name: pa.string() for name in ("check", "verdict", "says")}))
_STANDS = pa.list_(
    pa.struct({**{name: pa.string() for name in ("family", "position", "says")}, "claims": _WORDS}),
)
_LISTS = {"drift": _DRIFT, "checks": _CHECKS, "stands": _STANDS}
"""Columns of lists that are not lists of words. Typed here, because a table without rows cannot tell."""


def parquet(frame: pd.DataFrame, table: Name, stamp: Stamp | None = None) -> bytes:
    """The frame with its own types. The metadata of a field are ``meaning`` and, where it has one, ``unit``; those of
    the schema are ``table`` and the lines of the stamp.
    """
    told = meanings.told(table, [str(name) for name in frame.columns])
    columns = {str(name): _column(frame[name]) for name in frame.columns}
    fields = [
        pa.field(
            name,
            column.type,
            metadata={"meaning": told[name].meaning, **({"unit": told[name].unit} if told[name].unit else {})},
        )
        for name, column in columns.items()
    ]
    typed = pa.Schema.from_pandas(frame, preserve_index=False).metadata  # so that pandas gives the same types back
    stamped = {b"stamp": "\n".join(stamp.lines()).encode("utf-8", "replace")} if stamp else {}
    about = {**typed, b"table": table, **stamped}
    packed = io.BytesIO()
    pq.write_table(pa.Table.from_arrays([*columns.values()], schema=pa.schema(fields, metadata=about)), packed)
    return packed.getvalue()


def _column(column: pd.Series[Any]) -> pa.Array:
    if column.dtype != object:
        return pa.Array.from_pandas(column)
    return pa.array(column.tolist(), type=_LISTS.get(str(column.name), _WORDS))
