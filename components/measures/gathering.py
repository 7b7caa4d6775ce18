"""Many events at once: those of one lane, family and manner that lie in the same weeks, or months, are one mark."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

import numpy as np

from components.measures.chronicle import Chronicle
from components.measures.periods import Period
from components.measures.rows import Codes, day_number

STEPS = ("week", "month", "quarter", "year", "decade", "century")
MOST = 740
"""Signs on a chart at most: its marks, and what a span, a denial and a number behind a mark add; a browser draws about
800 quickly."""

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_WEEK, _MONDAY = 7, 4  # the week's days; from the first day of 1970 to its first Monday


@dataclass(frozen=True, slots=True, eq=False)
class Gathering:
    """The ``mark`` of each event, in order of their first, and the first and last ``step`` of each mark."""

    step: str
    mark: Codes
    begin: Codes
    end: Codes


def gathered(told: Chronicle, which: Codes, within: Period, across: int) -> Gathering:
    """The marks of these events.

    The step is the finest of which at most ``across`` lie in the period and that gives at most MOST signs.
    """
    its = told.annals.tellings
    leads = told.leads[which]
    strand = its.strand[leads]
    denied = np.zeros(int(strand.max(initial=0)) + 1, dtype=bool)
    denied[strand[its.denied[leads]]] = True
    for step in STEPS:
        early, late = (int(_in_steps(np.array([day_number(day)]), step)[0]) for day in (within.first, within.last))
        if late - early >= across and step != STEPS[-1]:
            continue
        width = late - early + 3
        begin = np.maximum(_in_steps(its.first[leads], step), early - 1) - early + 1
        end = np.minimum(_in_steps(its.last[leads], step), late + 1) - early + 1
        keys = (strand * width + begin) * width + end
        sizes = np.bincount(keys)
        marks = np.flatnonzero(sizes)
        spans = marks // width % width != marks % width
        signs = len(marks) + int(spans.sum()) + int(denied[marks // width**2].sum()) + int((sizes[marks] > 1).sum())
        if signs <= MOST:
            break
    early_on = np.zeros(len(sizes), dtype=np.int64)
    early_on[keys[::-1]] = np.arange(len(keys))[::-1]  # of those at one place the last stays: the first event
    marks = marks[np.argsort(early_on[marks])]
    number = np.zeros(len(sizes), dtype=np.int64)
    number[marks] = np.arange(len(marks))
    return Gathering(step, number[keys], marks // width % width + early - 1, marks % width + early - 1)


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


def _in_steps(days: Codes, step: str) -> Codes:
    """The step in which each day lies, by number."""
    if step == "week":
        return (days - _MONDAY) // _WEEK
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return np.asarray((months + 1970 * 12) // _MONTHS[step])
