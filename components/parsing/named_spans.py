"""Readers of dates that name a month, a season, a quarter or a year, or a part of one."""

from __future__ import annotations

import datetime as dt
import re

from components.model import Precision
from components.parsing import calendar_spans as spans
from components.parsing.date_setting import Extent, Rule, Setting, month_number
from components.parsing.date_words import MONTH, NAMED_AFTER_A_DAY, OF_YEAR, PART, YEAR

_PART_PRECISIONS: dict[str, Precision] = {"week": "week", "quarter": "quarter", "half": "half", "days": "days"}
_BEGINNINGS = frozenset({"start", "beginning", "onset", "opening"})
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_SURE_LEADS = ("in", "since", "during", "throughout", "until")


def part_of(days: spans.Days, part: str, plain: Precision) -> Extent:
    """The named part of a stretch of days; its precision is the part's own, or ``plain`` for early, mid and late."""
    words = part.lower().replace("-", " ").split()
    first, last = days
    if "to" in words:
        if words[0] == "early":
            return Extent((first, spans.third(days, "mid")[1]), plain, "stated")
        return Extent((spans.third(days, "mid")[0], last), plain, "stated")
    precision = _PART_PRECISIONS.get(words[-1], plain)
    if words[0] == "turn":
        return Extent((first, first), "day", "stated")
    if words[-1] == "half":
        return Extent(_half(days, words[0] == "first"), precision, "stated")
    if words[-1] in _PART_PRECISIONS and words[0] not in ("early", "final"):
        return Extent(_counted_part(days, words), precision, "stated")
    if words[0] in ("end", "close"):
        whole_month = first.month == last.month
        late = spans.third(days, "late") if whole_month else spans.month(last.year, last.month)
        return Extent(late, plain if whole_month else "month", "stated", ends=True)
    if words[0] in ("late", "final", "last"):
        return Extent(spans.third(days, "late"), precision, "stated")
    if words[0] in _BEGINNINGS and (last - first).days > 300:
        return Extent(spans.month(first.year, 1), "month", "stated")
    if words[0].startswith("mid"):
        return Extent(spans.third(days, "mid"), "half" if plain == "quarter" else precision, "stated")
    return Extent(spans.third(days, "early"), precision, "stated")


def _half(days: spans.Days, first_half: bool) -> spans.Days:
    first, last = days
    if (last - first).days > 300:
        return spans.half(first.year, 1 if first_half else 2)
    middle = spans.shifted(first, 14 if (last - first).days < 31 else (last - first).days // 2)
    return (first, middle) if first_half else (spans.shifted(middle, 1), last)


def _counted_part(days: spans.Days, words: list[str]) -> spans.Days:
    first, last = days
    place = _PLACES.get(words[0])
    if words[-1] == "quarter":
        return spans.quarter(first.year, 4 if place is None else place + 1)
    size = 7 if words[-1] == "week" else 10
    if place is None:
        return spans.shifted(last, 1 - size), last
    start = spans.shifted(first, place * size)
    return start, min(spans.shifted(start, size - 1), last)


def _month_year(match: re.Match[str], setting: Setting, month: int) -> int | None:
    return setting.year_said(match) or (None if match["which"] else setting.year_of_month(month))


def _months(match: re.Match[str], setting: Setting) -> Extent | None:
    """From one month to another; joined by "and" without "between" only neighbours are one stretch."""
    start, end = month_number(match["month"]), month_number(match["month_b"])
    if match["word"] in ("and", "or") and setting.lead != "between" and end != start % 12 + 1:
        return None
    year_a = int(match["year_a"]) if match["year_a"] else None
    stated = match["year"] or match["which"]
    year = year_a + (start > end) if year_a and not stated else _month_year(match, setting, end)
    if year is None:
        return None
    first, last = spans.month(year_a or year - (start > end), start), spans.month(year, end)
    if match["part"]:
        first = part_of(first, match["part"], "days").days
    if match["part_b"]:
        last = part_of(last, match["part_b"], "days").days
    return Extent((first[0], last[1]), "month", "stated") if first[0] <= last[1] else None


def _one_month(match: re.Match[str], setting: Setting) -> Extent | None:
    """A month by its name; "May", "March" and "Jan" alone need a word that shows them to be one."""
    name, near, part, published = match["month"], match["near"], match["part"], setting.published
    sure = setting.lead or near or part or match["year"] or match["which"]
    doubtful = not sure and (len(name) == 3 or name.lower() == "march")
    if doubtful or NAMED_AFTER_A_DAY.match(setting.text, match.end()):
        return None
    month = month_number(name)
    year = _month_year(match, setting, month)
    if near in ("last", "next") and published and not match["year"]:
        year = published.year + (-(month >= published.month) if near == "last" else month <= published.month)
    if year is None:
        return None
    return (
        part_of(spans.month(year, month), part, "days") if part else Extent(spans.month(year, month), "month", "stated")
    )


def _season(match: re.Match[str], setting: Setting) -> Extent | None:
    name, near, part, published = (
        match["season"].lower(),
        (match["near"] or "").lower(),
        match["part"],
        setting.published,
    )
    article = match.group().lower().startswith("the ") and name != "fall"
    if not (setting.lead or near or part or match["year"] or match["which"] or article):
        return None
    year = setting.year_said(match)
    if year is None and (match["which"] or published is None):
        return None
    if year is None and published is not None:
        year = _season_year(name, near, published, setting.ahead, (part or "").lower() in ("end", "close", "late"))
    days = spans.season(name, year or 0)
    if part:
        return part_of(days, part, "month")
    if near == "this" and published and days[0] <= published <= days[1]:
        days = (published, days[1]) if setting.ahead else (days[0], published)
    return Extent(days, "season", "relative" if near else "stated")


def _season_year(name: str, near: str, published: dt.date, ahead: bool, late: bool) -> int:
    """The year of a season without one; the end of a running season, ``late``, is still this one's."""
    years = range(published.year - 2, published.year + 3)
    if near in ("last", "past", "previous"):
        return max(year for year in years if spans.season(name, year)[1] < published)
    if near in ("next", "coming") or (ahead and near != "this"):
        if late and published < spans.season(name, published.year)[1]:
            return published.year
        return min(year for year in years if spans.season(name, year)[0] > published)
    if near == "this":
        return published.year - (name == "winter" and published.month <= 4)
    return max(year for year in years if spans.season(name, year)[0] <= published)


def _winter_of_two_years(match: re.Match[str], setting: Setting) -> Extent | None:
    return Extent(spans.season("winter", int(match["year"])), "season", "stated")


def _year(match: re.Match[str], setting: Setting) -> Extent | None:
    """A year, a run of years or a decade; a bare number needs a word that shows it to be one."""
    year, lasts, part = int(match["year"]), match["last"], match["part"]
    if not part and not lasts and setting.lead not in _SURE_LEADS and _counts_things(match, setting):
        return None
    if _COPYRIGHT.search(setting.text, max(0, match.start() - 40), match.start()):
        return None
    if match["decade"]:
        return Extent((spans.year(year)[0], spans.year(year + 9)[1]), "year", "stated")
    if lasts:
        last = int(lasts) if len(lasts) == 4 else year // 100 * 100 + int(lasts)
        return (
            Extent((spans.year(year)[0], spans.year(last)[1]), "year", "stated") if year < last <= year + 60 else None
        )
    return part_of(spans.year(year), part, "quarter") if part else Extent(spans.year(year), "year", "stated")


def _years(match: re.Match[str], setting: Setting) -> Extent | None:
    if setting.lead != ("between" if match["word"] == "and" else "from"):
        return None
    first, last = int(match["year"]), int(match["last"])
    return Extent((spans.year(first)[0], spans.year(last)[1]), "year", "stated") if first < last else None


def _counts_things(match: re.Match[str], setting: Setting) -> bool:
    after = setting.text[match.end() : match.end() + 24]
    if int(match["year"]) % 100 == 0 or re.match(r" ?[%$]", after):
        return True
    return (_COUNTED if setting.lead else _NOUN).match(after) is not None


_FUNCTION = (
    r"(?:was|is|has|as|its|this|his|and|to|or|in|the|that|when|by|were|after|with|at|on|for|it|but|a|an|alone|they)\b"
)
_NOUN = re.compile(rf" (?!{_FUNCTION})[a-z]")
_COUNTED = re.compile(rf" (?!{_FUNCTION})(?:people|men|women|km|mm|kg|[a-z-]+s)\b")
_COPYRIGHT = re.compile(r"(?:\u00a9|\(c\)|[Cc]opyright)[^\n]*$")
_PART_B = PART.replace("<part>", "<part_b>")
_JOINER = r"(?: ?[-/] ?| (?P<word>to|and|or|through|until) )"
_NEAR = r"(?:(?:the )?(?P<near>last|this|next|previous|coming|past) )"

MONTH_RULES = (
    Rule(
        "months",
        re.compile(
            rf"\b(?:{PART})?(?P<month>{MONTH})(?: (?P<year_a>{YEAR}))?{_JOINER}(?:{_PART_B})?(?P<month_b>{MONTH})(?!\w)"
            rf"{OF_YEAR}?"
        ),
        _months,
    ),
    Rule("month", re.compile(rf"\b(?:{PART})?{_NEAR}?(?P<month>{MONTH})(?!\w){OF_YEAR}?"), _one_month),
)
SEASON_RULES = (
    Rule(
        "winter",
        re.compile(rf"\b(?i:(?:the )?winter)(?: of)? (?P<year>{YEAR})[-/](?:\d\d)?\d\d\b"),
        _winter_of_two_years,
    ),
    Rule(
        "season",
        re.compile(
            rf"\b(?:{PART})?(?i:{_NEAR}|the )?(?P<season>(?i:spring|summer|autumn|fall|winter))\b"
            rf"(?! (?:of|in) (?:[A-Z]|the (?!same|prev|foll|prec))){OF_YEAR}?"
        ),
        _season,
    ),
)
YEAR_RULES = (
    Rule(
        "years",
        re.compile(rf"(?P<year>{YEAR}) (?P<word>and|to|through|until) (?P<last>{YEAR})(?!\w)(?![.,:]\d)"),
        _years,
    ),
    Rule(
        "year",
        re.compile(
            rf"(?<![\d.,$:/-])\b(?:{PART})?(?:(?i:the whole|all) of )?(?P<year>{YEAR})"
            r"(?:(?P<decade>s)|[-/](?P<last>(?:\d\d)?\d\d))?(?!\w)(?![.,:]\d|[-/]\d)"
        ),
        _year,
    ),
)
