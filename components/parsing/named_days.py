"""Readers of dates that name their day: by day and month, in numbers, by an ordinal, by a feast."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from dateparser.date import DateDataParser

from components.parsing import calendar_spans as spans
from components.parsing.date_setting import Extent, Rule, Setting, month_number
from components.parsing.date_words import (
    DAY,
    DAY_IN_WORDS,
    LONE_ORDINALS,
    MONTH,
    NAMED_AFTER_A_DAY,
    OF_YEAR,
    ORDINALS,
    WEEKDAY,
    YEAR,
)

_FEAST_REACH = 120  # days around publication in which a feast is the nearest one, whichever way the sentence looks


@lru_cache(maxsize=2)
def _reader(order: str) -> DateDataParser:
    settings = {"DATE_ORDER": order, "REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    return DateDataParser(languages=["en"], settings=settings)


# dateparser takes a third of a millisecond; the same stamps stand in many articles.
@lru_cache(maxsize=4096)
def explicit_day(printed: str, order: str = "DMY") -> dt.date | None:
    """The day of an expression that prints day, month and year in full, or None.

    >>> explicit_day("19.09.2025"), explicit_day("Sept. 19, 2025")
    (datetime.date(2025, 9, 19), datetime.date(2025, 9, 19))
    """
    found = _reader(order).get_date_data(printed).date_obj
    return found.date() if found and spans.FIRST_YEAR <= found.year <= spans.LAST_YEAR else None


def numeric_day(printed: str, published: dt.date | None) -> dt.date | None:
    """A day in numbers; where day and month could be swapped, the reading nearest before the publication day.

    >>> numeric_day("03/04/2025", dt.date(2025, 3, 20))
    datetime.date(2025, 3, 4)
    """
    parts = re.split(r"[-./]", printed)
    if len(parts[0]) == 4:
        return explicit_day("-".join(parts), "YMD") if max(map(len, parts[1:])) <= 2 else None
    if len(parts[2]) != 4 or max(map(len, parts[:2])) > 2:
        return None
    orders = ("DMY",) if "." in printed else ("MDY", "DMY")
    readings = [found for order in orders if (found := explicit_day("/".join(parts), order))]
    if not readings or published is None:
        return readings[0] if readings else None
    past = [found for found in readings if found <= spans.shifted(published, 1)]
    return max(past) if past else min(readings)


def _number(printed: str) -> int:
    digits = re.match(r"\d+", printed)
    return int(digits[0]) if digits else ORDINALS[printed.lower().removesuffix(" of")]


def _day(setting: Setting, match: re.Match[str], month: int, number: int) -> dt.date | None:
    year = setting.year_said(match) or (None if match["which"] else setting.year_of_day(month, number))
    return spans.day(year, month, number) if year else None


def _days(first: dt.date | None, last: dt.date | None) -> Extent | None:
    return Extent((first, last), "days", "stated") if first and last and first <= last else None


def _one_day(match: re.Match[str], setting: Setting) -> Extent | None:
    """A named day. After "in" a number behind a month counts things: "In May 12 men came"."""
    dated = match["year"] or match["which"]
    if match.start("month") < match.start("day") and not dated and setting.lead in ("in", "during"):
        return None
    if not dated and NAMED_AFTER_A_DAY.match(setting.text, match.end()):
        return None
    found = _day(setting, match, month_number(match["month"]), _number(match["day"]))
    return Extent((found, found), "day", "stated") if found else None


def _days_of_a_month(match: re.Match[str], setting: Setting) -> Extent | None:
    last = _day(setting, match, month_number(match["month"]), _number(match["day_b"]))
    return _days(spans.day(last.year, last.month, _number(match["day"])), last) if last else None


def _days_of_two_months(match: re.Match[str], setting: Setting) -> Extent | None:
    """From one day to another; joined by "and" without "between" they are two dates."""
    if match["word"] in ("and", "or") and setting.lead != "between":
        return None
    last = _day(setting, match, month_number(match["month_b"]), _number(match["day_b"]))
    if last is None:
        return None
    month = month_number(match["month"])
    year = int(match["year_a"] or last.year - (month > last.month))
    return _days(spans.day(year, month, _number(match["day"])), last)


def _numeric(match: re.Match[str], setting: Setting) -> Extent | None:
    found = numeric_day(match.group(), setting.published)
    return Extent((found, found), "day", "stated") if found else None


def _feast(match: re.Match[str], setting: Setting) -> Extent | None:
    christmas, eve, published = match["feast"] == "Christmas", (match["eve"] or "").lower() == "eve", setting.published
    if published is None:
        return None
    month, number = (12, 25 - eve) if christmas else (12, 31) if eve else (1, 1)
    near = [found for away in (-1, 0, 1) if (found := spans.day(published.year + away, month, number))]
    found = min(near, key=lambda feast: abs((feast - published).days))
    if abs((found - published).days) > _FEAST_REACH:
        later = [feast for feast in near if (feast > published) == setting.ahead]
        found = min(later, key=lambda feast: abs((feast - published).days), default=found)
    if match["feast"] == "new year" and setting.lead == "in":
        return Extent(spans.year(found.year), "year", "relative")
    return Extent((found, found), "day", "stated")


def _day_of_the_month(match: re.Match[str], setting: Setting) -> Extent | None:
    """A day by its ordinal alone, in the month last spoken of, else the latest such day before publication."""
    if setting.lead not in ("on", "by", "since", "until", "from", "as of"):
        return None
    number, anchor, published = _number(match["ordinal"]), setting.anchor(), setting.published
    if anchor is not None and (anchor.last - anchor.first).days < 62:
        base = anchor.first
    elif published is not None:
        base = spans.month(published.year, published.month - (number > published.day and not setting.ahead))[0]
    else:
        return None
    found = spans.day(base.year, base.month, number)
    return Extent((found, found), "day", "stated") if found else None


_JOINER = r"(?: ?- ?| (?P<word>to|and|or|through|until) )"
_NO_DIGIT_BEFORE = r"(?<![\d.,:/$-])"
_NO_COUNT = r"(?!\d|[.,:]\d|%|-\d)"
_NO_COUNTED = r"(?! (?:people|men|women|[a-z]{4,}s)\b)"
_WEEKDAY_BEFORE = rf"(?:{WEEKDAY},? \(?)?"

DAY_OF_MONTH_RULES = tuple(
    Rule(name, re.compile(pattern), read)
    for name, pattern, read in (
        (
            "days of a month",
            rf"\b{_WEEKDAY_BEFORE}(?P<month>{MONTH}) (?P<day>{DAY}){_JOINER}(?P<day_b>{DAY}){_NO_COUNT}{_NO_COUNTED}"
            rf"{OF_YEAR}?",
            _days_of_a_month,
        ),
        (
            "days of a month",
            rf"{_NO_DIGIT_BEFORE}\b(?P<day>{DAY}){_JOINER}(?P<day_b>{DAY}) (?P<month>{MONTH})(?!\w){OF_YEAR}?",
            _days_of_a_month,
        ),
        (
            "days of a month",
            rf"\b(?:the )?(?P<day>{DAY}){_JOINER}(?:the )?(?P<day_b>{DAY}) of (?P<month>{MONTH})(?!\w){OF_YEAR}?",
            _days_of_a_month,
        ),
        (
            "days of two months",
            rf"\b(?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<year_a>{YEAR}),?)?{_JOINER}"
            rf"(?P<month_b>{MONTH}) (?P<day_b>{DAY}){_NO_COUNT}{OF_YEAR}?",
            _days_of_two_months,
        ),
        (
            "days of two months",
            rf"{_NO_DIGIT_BEFORE}\b(?P<day>{DAY}) (?P<month>{MONTH})(?:,? (?P<year_a>{YEAR}),?)?{_JOINER}"
            rf"(?P<day_b>{DAY}) (?P<month_b>{MONTH})(?!\w){OF_YEAR}?",
            _days_of_two_months,
        ),
        (
            "day of a month",
            rf"{_NO_DIGIT_BEFORE}\b{_WEEKDAY_BEFORE}(?:the )?(?P<day>{DAY}|{DAY_IN_WORDS} of) ?(?:of )?"
            rf"(?P<month>{MONTH})(?!\w){OF_YEAR}?",
            _one_day,
        ),
        (
            "day of a month",
            rf"\b{_WEEKDAY_BEFORE}(?P<month>{MONTH}) (?:the )?(?P<day>{DAY}(?!\d)|{DAY_IN_WORDS}\b)"
            rf"(?:{OF_YEAR}|{_NO_COUNT})",
            _one_day,
        ),
    )
)
NUMERIC_RULES = (Rule("day in numbers", re.compile(r"\d{1,4}([-./])\d{1,2}\1\d{1,4}"), _numeric),)
FEAST_RULES = (
    Rule(
        "feast",
        re.compile(
            r"\b(?<!Lunar )(?:the )?(?P<feast>Christmas|New Year|new year)(?:'s)?(?: (?P<eve>[Ee]ve|[Dd]ay))?"
            r"(?: holidays?)?\b"
        ),
        _feast,
    ),
)
ORDINAL_RULES = (
    Rule(
        "day of the month",
        re.compile(
            rf"\bthe (?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(LONE_ORDINALS)})(?: of (?:the|that) month)?"
            r"(?=[.,;:)]|$|\n| (?:and|but|when|that|after|in|at|for|with|as)\b)"
        ),
        _day_of_the_month,
    ),
)
