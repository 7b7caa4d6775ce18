"""The event table as CSV: UTF-8 with a byte order mark, which spreadsheets need to show a dash or a name right.

The stamp is the heading of a last, empty column. Lines above or below the table would become rows in a spreadsheet and
in ``pandas.read_csv``; a heading opens cleanly in both, survives sorting, and stands there when no row does.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from components.export.stamp import Stamp

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV injection)."""


def csv(frame: pd.DataFrame, stamp: Stamp) -> bytes:
    """Rows in the frame's order: days as ISO days, lists joined by "; ", what the text does not say empty.

    A cell of words that a spreadsheet could run as a formula gets an apostrophe before it; numbers stay as they are.
    """
    stamped = cells(frame).assign(**{defused(" | ".join(stamp.lines())): ""})
    return stamped.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig", "replace")


def cells(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame as a spreadsheet takes it, without a stamp: every cell flat, and words defused."""
    return pd.DataFrame({str(name): _cells(frame[name]) for name in frame.columns}, index=frame.index)


def defused(cell: str) -> str:
    """The cell so that no spreadsheet runs it.

    >>> defused("- 40 boats"), defused("40 boats")
    ("'- 40 boats", '40 boats')
    """
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _cells(column: pd.Series[Any]) -> pd.Series[Any]:
    kind = column.dtype
    if isinstance(kind, pd.CategoricalDtype):
        return column.map({value: defused(str(value)) for value in kind.categories})
    if pd.api.types.is_datetime64_any_dtype(kind):
        days: pd.Series[Any] = column.dt.strftime("%Y-%m-%d")
        return days
    if isinstance(kind, pd.StringDtype):
        return column.mask(column.str.startswith(FORMULA_STARTS).fillna(False).astype(bool), "'" + column)
    if pd.api.types.is_bool_dtype(kind) or pd.api.types.is_integer_dtype(kind):
        return column
    if pd.api.types.is_float_dtype(kind):
        return column.map(_number, na_action="ignore").astype("string")
    return column.map(_words, na_action="ignore").astype("string")


def _number(value: float) -> str:
    """Whole numbers without a point.

    >>> _number(11000.0), _number(0.5)
    ('11000', '0.5')
    """
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _words(value: Any) -> str:
    if isinstance(value, list | tuple):
        return defused("; ".join(_words(part) for part in value))
    return defused(", ".join(map(_words, value.values())) if isinstance(value, dict) else str(value))
