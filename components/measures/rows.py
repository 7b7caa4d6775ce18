"""Arithmetic on the rows of a table: which of them are meant (a flag each), and which number each of them has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import reduce
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Rows: TypeAlias = npt.NDArray[np.bool_]
"""A flag for every row of a table."""

Codes: TypeAlias = npt.NDArray[np.int64]
"""Places in a table, or one number for each of its rows."""

NEVER = int(np.iinfo(np.int64).min)
"""Stands for a day that is not known."""


def all_of(table: pd.DataFrame) -> Rows:
    return np.ones(len(table), dtype=bool)


def days(column: pd.Series[Any]) -> Codes:
    """Days since 1970; NEVER where there is none."""
    found = column.to_numpy(dtype="datetime64[D]").astype(np.int64)
    found[column.isna().to_numpy(dtype=bool)] = NEVER
    return found


def flags(column: pd.Series[Any]) -> Rows:
    """Yes and no as flags; an empty cell is no."""
    return column.fillna(False).to_numpy(dtype=bool)


def both(masks: Collection[Rows], length: int) -> Rows:
    """The rows that all masks let through."""
    return reduce(np.logical_and, masks, np.ones(length, dtype=bool))


def begins(codes: Codes) -> Codes:
    """Where each run of one number begins."""
    return np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]]) if len(codes) else np.empty(0, dtype=np.int64)


def least(of: Codes, first: Codes) -> Codes:
    """The least number of each run that begins at one of these places."""
    return np.minimum.reduceat(of, first) if len(of) else of


def spread(first: Codes, sizes: Codes) -> Codes:
    """The places of many runs, one run behind another, by their first places and sizes."""
    ends = np.cumsum(sizes)
    return np.repeat(first - (ends - sizes), sizes) + np.arange(int(ends[-1]) if len(ends) else 0)


def numbers(column: pd.Series[Any], values: Sequence[str]) -> Codes:
    """The place of each cell among ``values``; -1 where it is none of them."""
    code, present = pd.factorize(column)
    place = pd.Index(list(values), dtype="string").get_indexer(pd.Index(present).astype("string"))
    found: Codes = np.r_[place, -1].astype(np.int64)[code]
    return found


def ranked(columns: Sequence[Codes]) -> Codes:
    """One number for each row by its place in order of these columns; the same for rows that are alike in all."""
    table = np.stack(columns)
    order = np.lexsort(table[::-1])
    steps = (table[:, order[1:]] != table[:, order[:-1]]).any(axis=0)
    rank = np.zeros(table.shape[1], dtype=np.int64)
    rank[order[1:]] = np.cumsum(steps)
    return rank


_START = dt.date(1970, 1, 1)


def day_number(day: dt.date) -> int:
    """Days since 1970."""
    return (day - _START).days


def day_of(number: int) -> dt.date:
    """The day that is so many days after the first of 1970.

    >>> day_of(day_number(dt.date(2025, 3, 27)))
    datetime.date(2025, 3, 27)
    """
    return _START + dt.timedelta(days=number)
