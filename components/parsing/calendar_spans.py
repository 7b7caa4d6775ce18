"""Stretches of the calendar: months, seasons, quarters, weeks and their parts, as inclusive pairs of days.

Early, mid and late are days 1-10, 11-20 and 21 to the end of a month, a month each of a season or quarter, and the
first three, middle six and last three months of a year. Seasons are those of the northern hemisphere: March-May,
June-August, September-November, December-February; a winter belongs to the year in which it begins.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal, TypeAlias

Days: TypeAlias = tuple[dt.date, dt.date]
Third: TypeAlias = Literal["early", "mid", "late"]

FIRST_YEAR, LAST_YEAR = 1800, 2200
_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def day(year: int, month: int, number: int) -> dt.date | None:
    """That day, or None where the calendar has no such day.

    >>> day(2025, 2, 29) is None
    True
    """
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    return dt.date(year, month, number) if 1 <= number <= calendar.monthrange(year, month)[1] else None


def shifted(start: dt.date, days: int) -> dt.date:
    """``start`` moved by ``days``, held inside the calendar.

    >>> shifted(dt.date(2025, 3, 1), -1)
    datetime.date(2025, 2, 28)
    """
    return dt.date.fromordinal(min(max(start.toordinal() + days, 1), dt.date.max.toordinal()))


def month(year: int, number: int) -> Days:
    """The month counted from January of ``year``; 0 is the December before, 13 the January after.

    >>> month(2025, 0)
    (datetime.date(2024, 12, 1), datetime.date(2024, 12, 31))
    """
    year, number = _year(year + (number - 1) // 12), (number - 1) % 12 + 1
    return dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1])


def months(year: int, first: int, last: int) -> Days:
    return month(year, first)[0], month(year, last)[1]


def year(number: int) -> Days:
    return months(number, 1, 12)


def quarter(number: int, of: int) -> Days:
    return months(number, 3 * of - 2, 3 * of)


def half(number: int, of: int) -> Days:
    return months(number, 6 * of - 5, 6 * of)


def season(name: str, number: int) -> Days:
    """The season that begins in year ``number``.

    >>> season("winter", 2024)
    (datetime.date(2024, 12, 1), datetime.date(2025, 2, 28))
    """
    return months(number, _SEASON_STARTS[name], _SEASON_STARTS[name] + 2)


def week(of: dt.date, away: int = 0) -> Days:
    """Monday to Sunday of the week ``away`` weeks from the one that holds ``of``."""
    monday = shifted(of, 7 * away - of.weekday())
    return monday, shifted(monday, 6)


def third(days: Days, which: Third) -> Days:
    """The early, middle or late part of a month, or of a run of months a multiple of three long.

    >>> third(month(2025, 2), "late")
    (datetime.date(2025, 2, 21), datetime.date(2025, 2, 28))
    """
    first, last = days
    place = ("early", "mid", "late").index(which)
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    if count == 12:
        return months(first.year, *((1, 3), (4, 9), (10, 12))[place])
    if count >= 3:
        start = first.month + place * (count // 3)
        return months(first.year, start, start + count // 3 - 1)
    if (last - first).days < 20:
        return days
    return ((first, shifted(first, 9)), (shifted(first, 10), shifted(first, 19)), (shifted(first, 20), last))[place]


def _year(number: int) -> int:
    return min(max(number, FIRST_YEAR), LAST_YEAR)
