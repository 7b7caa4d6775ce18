"""Many events at once: those of one lane, family and manner that lie in the same weeks, or months, are one mark."""

from __future__ import annotations

import calendar
import datetime as dt

import pandas as pd

from components.measures.alike import alike_in
from components.measures.periods import Period

STEPS = ("week", "month", "quarter", "year", "decade", "century")
MOST = 740
"""Signs on a chart at most: its marks, and what a span, a denial and a number behind a mark add; a browser draws about
800 quickly."""

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_WEEK, _MONDAY = 7, 4  # the week's days; from the first day of 1970 to its first Monday


def gathered(rows: pd.DataFrame, within: Period, across: int) -> tuple[str, pd.DataFrame]:
    """The step, and for each of ``rows`` its ``mark`` and the steps (``begin``, ``end``) in which its days lie.

    The step is the finest of which at most ``across`` lie in the period and that gives at most MOST signs.
    """
    for step in STEPS:
        early, late = (_in_step(day, step) for day in (within.first, within.last))
        if late - early >= across and step != STEPS[-1]:
            continue
        begin = _in_steps(rows["first"], step).clip(lower=early - 1)
        end = _in_steps(rows["last"], step).clip(upper=late + 1)
        keys = rows[["place", "family", "manner"]].assign(begin=begin, end=end)
        keys["mark"] = alike_in(keys, ("place", "family", "manner", "begin", "end"))
        if _drawn(keys) <= MOST:
            break
    return step, keys


def _drawn(keys: pd.DataFrame) -> int:
    """How many signs draw them all."""
    several = keys.loc[keys["mark"].duplicated(), "mark"].nunique()
    one = keys.drop_duplicates("mark")
    return len(one) + int(one["begin"].ne(one["end"]).sum()) + int(one["manner"].eq("denied").sum()) + several


def step_days(number: int, step: str) -> tuple[dt.date, dt.date]:
    """The first and last day of a step.

    >>> step_days(2879, "week"), step_days(24303, "month")[1]
    ((datetime.date(2025, 3, 10), datetime.date(2025, 3, 16)), datetime.date(2025, 4, 30))
    """
    if step == "week":
        monday = dt.date(1970, 1, 1) + dt.timedelta(days=number * _WEEK + _MONDAY)
        return monday, monday + dt.timedelta(days=_WEEK - 1)
    length = _MONTHS[step]
    first, last = number * length, (number + 1) * length - 1
    end_year, end_month = last // 12, last % 12 + 1
    return (
        dt.date(first // 12, first % 12 + 1, 1),
        dt.date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]),
    )


def _in_steps(days: pd.Series[pd.Timestamp], step: str) -> pd.Series[int]:
    """The step in which each day lies, by number."""
    if step == "week":
        return (days - pd.Timestamp(1970, 1, 1 + _MONDAY)).dt.days // _WEEK
    return ((days.dt.year * 12 + days.dt.month - 1) // _MONTHS[step]).astype("int64")


def _in_step(day: dt.date, step: str) -> int:
    return int(_in_steps(pd.Series([pd.Timestamp(day)]), step).iloc[0])
