"""Which rows of a table say the same, counted in columns and not row by row."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd


def alike_in(frame: pd.DataFrame, columns: Sequence[str]) -> pd.Series[int]:
    """One number for all rows that hold the same in these columns, from 0 in order of their first; empty is a value."""
    code = pd.Series(0, index=frame.index, dtype="int64")
    for column in columns:
        values = pd.factorize(frame[column])[0]
        code = code * (int(values.max(initial=-1)) + 2) + values + 1
        code = pd.Series(pd.factorize(code)[0], index=frame.index, dtype="int64")
    return code
