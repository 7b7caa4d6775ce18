"""The event table as CSV: UTF-8 with a byte order mark, which spreadsheets need to show a dash or a name right.

The stamp is the heading of a last, empty column. Lines above or below the table would become rows in a spreadsheet and
in ``pandas.read_csv``; a heading opens cleanly in both, survives sorting, and stands there when no row does.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.stamp import Stamp

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV injection)."""

_AT_ONCE = 50_000
"""Rows put together at once, so that memory is bounded however long the table."""

_QUOTED = '[",\r\n]'
_STARTS = f"^[{re.escape(''.join(FORMULA_STARTS))}]"


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
        yield pc.binary_join(pa.ListArray.from_arrays([0, len(lines)], lines), end)[0].as_buffer().to_pybytes()
        yield end.encode()


def _written(column: pd.Series[Any]) -> pa.Array:
    """The column as it stands in the file. Each different value is looked at once: most columns have few."""
    encoded = _listed(column) if column.dtype == object else pa.Array.from_pandas(column)
    if isinstance(encoded, pa.ChunkedArray):  # the frame was put together from several
        encoded = encoded.combine_chunks()
    if not pa.types.is_dictionary(encoded.type):
        encoded = encoded.dictionary_encode()
    values = encoded.dictionary
    if not (pa.types.is_string(values.type) or pa.types.is_large_string(values.type)):
        return pc.fill_null(pa.array(map(_cell, values.to_pylist()), pa.string()).take(encoded.indices), "")
    values = values.cast(pa.string())
    words = pc.if_else(pc.match_substring_regex(values, _STARTS), pc.binary_join_element_wise("'", values, ""), values)
    doubled = pc.replace_substring(words, '"', '""')
    quoted = pc.binary_join_element_wise('"', doubled, '"', "")
    words = pc.if_else(pc.match_substring_regex(words, _QUOTED), quoted, words)
    return pc.fill_null(words.take(encoded.indices), "")


def _listed(column: pd.Series[Any]) -> pa.Array:
    """Cells that hold lists as words, parted by semicolons."""
    values = column.tolist()
    try:
        return pc.binary_join(pa.array(values, pa.list_(pa.string())), "; ")
    except (pa.ArrowInvalid, pa.ArrowTypeError):  # the parts are no words
        return pa.array([None if value is None else flat(value) for value in values], pa.string())


def _cell(value: Any) -> str:
    """A number, day, yes or no as it stands in the file.

    >>> _cell(11000.0), _cell(0.5), _cell(True), _cell(dt.datetime(2025, 3, 27))
    ('11000', '0.5', 'True', '2025-03-27')
    """
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    return str(value)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if re.search(_QUOTED, cell) else cell
