"""Years and months that have events, and the days on which nearly all of them lie."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from components.measures.chronicle import Chronicle
from components.measures.rows import day_of

ALL = "All days"
FAR = 50
"""One event of so many, the earliest and the latest, may lie off an axis that they would stretch."""

STRETCHED = 3
"""They do, if they make it more than so many times as long."""


@dataclass(frozen=True, slots=True)
class Period:
    """Inclusive days by a name: "2025", "Mar 2025". ``length`` is "year", "month" or "" for any other."""

    name: str
    first: dt.date
    last: dt.date
    length: str = ""


def periods(told: Chronicle) -> tuple[Period, ...]:
    """Years and, under each, its months in which an event begins, newest first.

    Before them all days, where the axis leaves some out that would stretch it.
    """
    begun = np.unique(told.first.astype("datetime64[D]").astype("datetime64[M]")).tolist()
    months = [(month.year, month.month) for month in reversed(begun)]
    return (*_all_days(told), *_by_year(months))


def _all_days(told: Chronicle) -> Iterator[Period]:
    everything = whole(told)
    if everything and everything != main(told):
        yield everything


def _by_year(months: list[tuple[int, int]]) -> Iterator[Period]:
    for year in dict.fromkeys(year for year, _ in months):
        yield Period(str(year), dt.date(year, 1, 1), dt.date(year, 12, 31), "year")
        for month in (month for other, month in months if other == year):
            last = dt.date(year, month, calendar.monthrange(year, month)[1])
            yield Period(f"{calendar.month_abbr[month]} {year}", last.replace(day=1), last, "month")


def whole(told: Chronicle) -> Period | None:
    """From the first to the last day of all events."""
    if not len(told):
        return None
    return Period(ALL, day_of(int(told.first.min())), day_of(int(told.last.max())))


def main(told: Chronicle) -> Period | None:
    """The days on which nearly all events lie: all of them, unless a few make the axis several times as long."""
    everything = whole(told)
    if everything is None:
        return None
    few = len(told) // FAR
    first = day_of(int(np.partition(told.first, few)[few]))
    last = day_of(int(np.partition(told.last, -1 - few)[-1 - few]))
    if last > first and everything.last - everything.first > STRETCHED * (last - first):
        return Period("", first.replace(day=1), last)
    return everything
