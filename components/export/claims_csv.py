"""The event table as CSV: UTF-8 with a byte order mark, which spreadsheets need to show a dash or a name right.

The stamp is the heading of a last, empty column. Lines above or below the table would become rows in a spreadsheet and
in ``pandas.read_csv``; a heading opens cleanly in both, survives sorting, and stands there when no row does.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Hashable, Iterator
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.export.stamp import Stamp

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV injection)."""

_AT_ONCE = 50_000
"""Rows put together at once, so that memory is bounded however long the table."""

_QUOTED = re.compile('[",\r\n]')


def csv(frame: pd.DataFrame, stamp: Stamp, *, bom: bool = True) -> bytes:
    """Rows in the frame's order: days as ISO days, lists joined by "; ", what the text does not say empty.

    A cell of words that a spreadsheet could run as a formula gets an apostrophe before it; numbers stay as they are.
    """
    return unstamped(frame.assign(**{defused(" | ".join(stamp.lines())): ""}), bom=bom, end="\r\n")


def unstamped(frame: pd.DataFrame, *, bom: bool, end: str = "\n") -> bytes:
    """The same without a stamp."""
    return b"".join(_lines(frame, ("\ufeff" if bom else ""), end))


def defused(cell: str) -> str:
    """The cell so that no spreadsheet runs it.

    >>> defused("- 40 boats"), defused("40 boats")
    ("'- 40 boats", '40 boats')
    """
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def flat(value: Any) -> str:
    """A list in words, parted by semicolons.

    >>> flat(("tass", "yonhap")), flat([{"article": "a", "what": "bound_dropped"}])
    ('tass; yonhap', 'a, bound_dropped')
    """
    if isinstance(value, list | tuple):
        return "; ".join(flat(part) for part in value)
    return ", ".join(map(flat, value.values())) if isinstance(value, dict) else str(value)


def _lines(frame: pd.DataFrame, start: str, end: str) -> Iterator[bytes]:
    heads = ",".join(_quoted(defused(str(name))) for name in frame.columns)
    yield f"{start}{heads}{end}".encode("utf-8", "replace")
    for first in range(0, len(frame), _AT_ONCE):
        part = frame.iloc[first : first + _AT_ONCE]
        columns = [_written(part.iloc[:, number]) for number in range(part.shape[1])]
        lines = pc.binary_join_element_wise(*columns, ",")
        ended = pc.binary_join_element_wise(lines, pa.scalar(end), "")
        yield pc.binary_join(pa.ListArray.from_arrays([0, len(ended)], ended), "")[0].as_py().encode()


def _written(column: pd.Series[Any]) -> pa.Array:
    """The column as it stands in the file. Each different value is looked at once: most columns have few."""
    if column.dtype == object:
        column = _listed(column)
    encoded = pa.chunked_array([pa.Array.from_pandas(column)]).combine_chunks()
    if not pa.types.is_dictionary(encoded.type):
        encoded = encoded.dictionary_encode()
    words = pa.array([_quoted(_cell(value)) for value in encoded.dictionary.to_pylist()], pa.string())
    return pc.fill_null(words.take(encoded.indices), "")


def _listed(column: pd.Series[Any]) -> pd.Series[Any]:
    """Cells that hold lists as words, an equal one made once."""
    made: dict[Hashable, str] = {}

    def words(value: Any) -> str:
        if not isinstance(value, tuple):
            return flat(value)
        if value not in made:
            made[value] = flat(value)
        return made[value]

    return column.map(words, na_action="ignore").astype("string")


def _cell(value: Any) -> str:
    """A value that is there, in words.

    >>> _cell(11000.0), _cell(0.5), _cell(True), _cell(dt.datetime(2025, 3, 27)), _cell("=1+1")
    ('11000', '0.5', 'True', '2025-03-27', "'=1+1")
    """
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    return defused(value) if isinstance(value, str) else str(value)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell
