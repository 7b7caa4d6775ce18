"""Readers of dates that name their day, month, season, year or feast."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from dateparser.date import DateDataParser

from components.parsing import calendar_spans as spans
from components.parsing.date_setting import Extent, Rule, Setting, month_number
from components.parsing.date_words import DAY, MONTH, OF_YEAR, ORDINALS, PART, WEEKDAY, YEAR

_NO_DIGIT_BEFORE = r"(?<![\d.,:/$])"
_NOT_A_COUNT = r"(?!\d|[.,:]\d|%|-\d)"
_JOINER = r"(?: ?(?P<join>-) ?| (?P<word>to|and|or|through|until) )"


@lru_cache(maxsize=1)
def _reader(order: str) -> DateDataParser:
    return DateDataParser(
        languages=["en"],
        settings={"DATE_ORDER": order, "REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True},
    )


@lru_cache(maxsize=4096)
def explicit_day(printed: str, order: str = "DMY") -> dt.date | None:
    """The day of an expression with day, month and year in numbers or words, or None.

    >>> explicit_day("19.09.2025")
    datetime.date(2025, 9, 19)
    """
    found = _reader(order).get_date_data(printed).date_obj
    return found.date() if found and spans.FIRST_YEAR <= found.year <= spans.LAST_YEAR else None


def _number(printed: str) -> int:
    return int(re.match(r"\d+", printed)[0])  # type: ignore[index]


def _day(setting: Setting, match: re.Match[str], month: int, number: int) -> dt.date | None:
    year = setting.year_said(match) or (None if match["which"] else setting.year_of_day(month, number))
    return spans.day(year, month, number) if year else None


def _one_day(match: re.Match[str], setting: Setting) -> Extent | None:
    """A named day; after "in", a bare number behind a month counts things: "In May 12 men came"."""
    month_first = match.start("month") < match.start("day")
    bare = not (match["year"] or match["which"])
    if month_first and bare and setting.lead in ("in", "during") and re.match(r" [a-z]", setting.text[match.end() :]):
        return None
    found = _day(setting, match, month_number(match["month"]), _number(match["day"]))
    return Extent((found, found), "day", "stated") if found else None


def _days_of_a_month(match: re.Match[str], setting: Setting) -> Extent | None:
    month = month_number(match["month"])
    last = _day(setting, match, month, _number(match["day_b"]))
    first = spans.day(last.year, month, _number(match["day"])) if last else None
    if first is None or last is None or first > last:
        return None
    return Extent((first, last), "days", "stated")


def _days_of_two_months(match: re.Match[str], setting: Setting) -> Extent | None:
    if match["word"] in ("and", "or") and setting.lead != "between":
        return None
    last = _day(setting, match, month_number(match["month_b"]), _number(match["day_b"]))
    if last is None:
        return None
    month, number = month_number(match["month"]), _number(match["day"])
    first = spans.day(last.year - (month > last.month), month, number)
    return Extent((first, last), "days", "stated") if first and first <= last else None


def _numeric(match: re.Match[str], setting: Setting) -> Extent | None:
    found = numeric_day(match.group(), setting.published)
    return Extent((found, found), "day", "stated") if found else None


def numeric_day(printed: str, published: dt.date | None) -> dt.date | None:
    """A day in numbers; where day and month could be swapped, the reading nearest before the publication day."""
    parts = re.split(r"[-./]", printed)
    if len(parts[0]) == 4:
        return explicit_day("-".join(parts), "YMD")
    if len(parts[2]) != 4:
        return None
    orders = ("DMY",) if "." in printed else ("MDY", "DMY")
    readings = [found for order in orders if (found := explicit_day("/".join(parts), order))]
    if not readings or published is None:
        return readings[0] if readings else None
    past = [found for found in readings if found <= spans.shifted(published, 1)]
    return max(past) if past else min(readings)


def part_of(days: spans.Days, part: str) -> tuple[spans.Days, bool]:
    """The named part of a stretch of days, and whether it is the stretch's end."""
    first, last = days
    words = part.lower().split()
    if words[-1] == "half":
        middle = spans.third(days, "mid")
        if (last - first).days > 200:
            return spans.half(first.year, 1 if words[0] == "first" else 2), False
        cut = middle[0] if (last - first).days > 31 else spans.shifted(first, 14)
        return ((first, cut) if words[0] == "first" else (spans.shifted(cut, 1), last)), False
    if words[-1] in ("week", "quarter", "days") and words[0] not in ("early",):
        return _counted_part(days, words), False
    if words[0] in ("end", "close"):
        if (last - first).days > 300:
            return (spans.month(last.year, 12)), True
        return spans.third(days, "late"), True
    which = {"late": "late", "mid": "mid", "middle": "mid", "final": "late", "last": "late"}.get(words[0], "early")
    if words[0] == "turn":
        return (first, first), False
    return spans.third(days, which), False  # type: ignore[arg-type]


def _counted_part(days: spans.Days, words: list[str]) -> spans.Days:
    first, last = days
    place = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(words[0])
    if words[-1] == "quarter":
        return spans.quarter(first.year, 4 if place is None else place + 1)
    size = 7 if words[-1] == "week" else 10
    if place is None:
        return spans.shifted(last, 1 - size), last
    start = spans.shifted(first, place * size)
    return start, min(spans.shifted(start, size - 1), last)


_PART_PRECISIONS = {"week": "week", "quarter": "quarter", "half": "half", "days": "days"}


def _months(match: re.Match[str], setting: Setting) -> Extent | None:
    first_month, last_month = month_number(match["month"]), month_number(match["month_b"])
    adjacent = last_month == first_month % 12 + 1
    if match["word"] in ("and", "or") and setting.lead != "between" and not adjacent:
        return None
    year = setting.year_said(match) or (None if match["which"] else setting.year_of_month(last_month))
    if year is None:
        return None
    first, last = spans.months(
        year - (first_month > last_month), first_month, 12 * (first_month > last_month) + last_month
    )
    if match["part"]:
        first = part_of(spans.month(first.year, first.month), match["part"])[0][0]
    if match["part_b"]:
        last = part_of(spans.month(last.year, last.month), match["part_b"])[0][1]
    return Extent((first, last), "month", "stated")


def _one_month(match: re.Match[str], setting: Setting) -> Extent | None:
    name, near, part = match["month"], match["near"], match["part"]
    doubtful = name.lower() in ("may", "march") or len(name) == 3
    if doubtful and not (setting.lead or near or part or match["year"] or match["which"]):
        return None
    month = month_number(name)
    year = setting.year_said(match) or (None if match["which"] else setting.year_of_month(month))
    if year is None:
        return None
    published = setting.published
    if near and published and not match["year"]:
        year = published.year + {"last": -(month >= published.month), "next": month <= published.month}.get(near, 0)
    days = spans.month(year, month)
    if part is None:
        return Extent(days, "month", "stated")
    found, ends = part_of(days, part)
    return Extent(found, "week" if part.endswith("week") else "days", "stated", ends)


def _season(match: re.Match[str], setting: Setting) -> Extent | None:
    name, near, published = match["season"].lower(), (match["near"] or "").lower(), setting.published
    if name in ("spring", "fall") and not (near or match["year"] or match["which"] or match["part"] or setting.lead):
        return None
    year = setting.year_said(match)
    if year is None and (match["which"] or published is None):
        return None
    if year is None and published is not None:
        year = _season_year(name, near, published, setting.ahead)
    days = spans.season(name, year or 0)
    if match["part"]:
        found, ends = part_of(days, match["part"])
        return Extent(found, "month", "stated", ends)
    if match["near"] and near in ("this", "last", "next"):
        return Extent(days, "season", "relative")
    return Extent(days, "season", "stated")


def _season_year(name: str, near: str, published: dt.date, ahead: bool) -> int:
    years = range(published.year - 2, published.year + 3)
    if near == "last":
        return max(y for y in years if spans.season(name, y)[1] < published)
    if near == "next" or ahead:
        return min(y for y in years if spans.season(name, y)[0] > published)
    if near == "this":
        return published.year - (name == "winter" and published.month <= 4)
    return max(y for y in years if spans.season(name, y)[0] <= published)


_STRONG = ("in", "since", "during", "throughout", "until")
_WEAK_FOLLOWERS = re.compile(
    r" (?!and\b|to\b|or\b|as\b|in\b|the\b|that\b|when\b|by\b|was\b|were\b|is\b|has\b|after\b|with\b)[a-z]"
)


def _year(match: re.Match[str], setting: Setting) -> Extent | None:
    year, after = int(match["year"]), setting.text[match.end() : match.end() + 24]
    if not match["part"] and setting.lead not in _STRONG and not match["span"]:
        round_number = year % 100 == 0
        if round_number or _WEAK_FOLLOWERS.match(after) or re.match(r" ?[%$]|[.,:]\d", after):
            return None
    if match["decade"]:
        return Extent((spans.year(year)[0], spans.year(year + 9)[1]), "year", "stated")
    if match["span"]:
        last = int(match["span"]) if len(match["span"]) == 4 else year // 100 * 100 + int(match["span"])
        if not year < last <= year + 60:
            return None
        return Extent((spans.year(year)[0], spans.year(last)[1]), "year", "stated")
    if not match["part"]:
        return Extent(spans.year(year), "year", "stated")
    found, ends = part_of(spans.year(year), match["part"])
    precision = match["part"].lower().split()[-1]
    if precision in ("quarter", "half", "week"):
        return Extent(found, precision, "stated", ends)  # type: ignore[arg-type]
    return Extent(found, "month" if ends else "season", "stated", ends)


def _christmas_or_new_year(match: re.Match[str], setting: Setting) -> Extent | None:
    month, number = (12, 25) if match["feast"] == "Christmas" else (1, 1)
    if (match["eve"] or "").endswith("Eve"):
        month, number = (12, 24) if match["feast"] == "Christmas" else (12, 31)
    published = setting.published
    if published is None:
        return None
    near = [found for y in (-1, 0, 1) if (found := spans.day(published.year + y, month, number))]
    found = min(near, key=lambda candidate: abs((candidate - published).days))
    if abs((found - published).days) > 120 and setting.ahead:
        found = min(candidate for candidate in near if candidate >= published)
    if match["feast"] == "new year" and setting.lead == "in":
        return Extent(spans.year(found.year), "year", "relative")
    return Extent((found, found), "day", "stated")


def _day_of_month(match: re.Match[str], setting: Setting) -> Extent | None:
    """A day by its ordinal alone, in the month last spoken of, else the latest such day before publication."""
    if setting.lead not in ("on", "by", "since", "until", "from", "as of"):
        return None
    printed = match["ordinal"].lower()
    number = ORDINALS.get(printed) or _number(printed)
    anchor, published = setting.anchor(), setting.published
    if anchor is not None and (anchor.last - anchor.first).days < 62:
        base = anchor.first
    elif published is not None:
        base = (
            published
            if number <= published.day or setting.ahead
            else spans.month(published.year, published.month - 1)[0]
        )
    else:
        return None
    found = spans.day(base.year, base.month, number)
    return Extent((found, found), "day", "stated") if found else None


def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


_PART_B = PART.replace("<part>", "<part_b>")
_WEEKDAY_FIRST = rf"(?:{WEEKDAY},? \(?)?"
_NEAR = r"(?:(?:the )?(?P<near>last|this|next|previous|coming|past) )?"

MONTH_RULES = (
    Rule("days of a month", _compiled(
        rf"\b{_WEEKDAY_FIRST}(?P<month>{MONTH}) (?P<day>{DAY}){_JOINER}(?P<day_b>{DAY}){_NOT_A_COUNT}{OF_YEAR}?(?![,.]\d)(?! [A-Z][a-z]+ \d{{4}})"),
        _days_of_a_month),
    Rule("days of a month", _compiled(
        rf"{_NO_DIGIT_BEFORE}\b(?P<day>{DAY}){_JOINER}(?P<day_b>{DAY}) (?P<month>{MONTH}){OF_YEAR}?"), _days_of_a_month),
    Rule("days of two months", _compiled(
        rf"\b(?P<month>{MONTH}) (?P<day>{DAY}){_JOINER}(?P<month_b>{MONTH}) (?P<day_b>{DAY})(?!\d){OF_YEAR}?"),
        _days_of_two_months),
    Rule("days of two months", _compiled(
        rf"{_NO_DIGIT_BEFORE}\b(?P<day>{DAY}) (?P<month>{MONTH}){_JOINER}(?P<day_b>{DAY}) (?P<month_b>{MONTH}){OF_YEAR}?"),
        _days_of_two_months),
    Rule("day of a month", _compiled(
        rf"{_NO_DIGIT_BEFORE}\b{_WEEKDAY_FIRST}(?:the )?(?P<day>{DAY}) (?:of )?(?P<month>{MONTH}){OF_YEAR}?"), _one_day),
    Rule("day of a month", _compiled(
        rf"\b{_WEEKDAY_FIRST}(?P<month>{MONTH}) (?P<day>{DAY})(?!\d)(?:{OF_YEAR}|{_NOT_A_COUNT})"), _one_day),
    Rule("months", _compiled(
        rf"\b(?:{PART})?(?P<month>{MONTH}){_JOINER}(?:{_PART_B})?(?P<month_b>{MONTH})\b{OF_YEAR}?"), _months),
    Rule("month", _compiled(rf"\b(?:{PART})?{_NEAR}(?P<month>{MONTH})(?!\w){OF_YEAR}?"), _one_month),
)  # fmt: skip
NUMERIC_RULES = (Rule("day in numbers", _compiled(r"\d{1,4}([-./])\d{1,2}\1\d{1,4}"), _numeric),)
SEASON_RULES = (
    Rule("season", _compiled(
        rf"\b(?:{PART})?(?:(?:the )?(?P<near>last|this|next|previous|coming|past) |the )?"
        rf"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b(?!s|ed|ing){OF_YEAR}?", re.IGNORECASE), _season),
)  # fmt: skip
YEAR_RULES = (
    Rule("year", _compiled(
        rf"(?<![\d.,$-])\b(?:{PART})?(?:the whole of |all of )?(?P<year>{YEAR})(?:(?P<decade>s)|[-/](?P<span>\d\d(?:\d\d)?))?(?![\w])(?![.,]\d|-\d)",
        re.IGNORECASE), _year),
)  # fmt: skip
FEAST_RULES = (
    Rule("feast", _compiled(
        r"\b(?<!Lunar )(?:the )?(?P<feast>Christmas|New Year|new year)(?:'s)?(?: (?P<eve>Eve|Day|eve|day))?(?: holidays?)?\b"),
        _christmas_or_new_year),
)  # fmt: skip
ORDINAL_RULES = (
    Rule("day of the month", _compiled(
        rf"\bthe (?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})(?: of the month| of that month)?"
        r"(?=[.,;:)]|$|\n| (?:and|but|when|that|after|in|at|for|with|as)\b)"), _day_of_month),
)  # fmt: skip
