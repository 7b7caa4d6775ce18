"""Years and months that have events, and the days on which nearly all of them lie."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from components.measures.chronicle import Chronicle

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
    begun = told.rows["first"]
    months = sorted({*zip(begun.dt.year.tolist(), begun.dt.month.tolist(), strict=True)}, reverse=True)
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
    if told.rows.empty:
        return None
    return Period(ALL, told.rows["first"].min().date(), told.rows["last"].max().date())


def main(told: Chronicle) -> Period | None:
    """The days on which nearly all events lie: all of them, unless a few make the axis several times as long."""
    everything = whole(told)
    if everything is None:
        return None
    few = len(told.rows) // FAR
    first = told.rows["first"].sort_values().iloc[few].date()
    last = told.rows["last"].sort_values().iloc[-1 - few].date()
    if last > first and everything.last - everything.first > STRETCHED * (last - first):
        return Period("", first.replace(day=1), last)
    return everything
