"""Readers of weeks, months, years and stretches told from the publication day or the date just mentioned."""

from __future__ import annotations

import datetime as dt
import re

from components.parsing import calendar_spans as spans
from components.parsing.date_setting import Extent, Reader, Rule, Setting
from components.parsing.date_words import COUNT, MONTH, NUMBERS, PART, UNIT_DAYS, VAGUE_NUMBERS, WEEKDAY, YEAR
from components.parsing.named_spans import part_of

_RECENT_DAYS = 30
_SATURDAY = 5


def counts(printed: str) -> tuple[int, int]:
    """The least and the most a printed count stands for: "a few" is 2 to 5."""
    printed = printed.strip().lower()
    if printed in VAGUE_NUMBERS:
        return VAGUE_NUMBERS[printed]
    number = int(printed) if printed.isdigit() else NUMBERS[printed]
    return number, number


def _unit(unit: str, of: dt.date, away: int) -> Extent:
    if unit in ("week", "weekend"):
        first, last = spans.week(of, away)
        return Extent((spans.shifted(last, -1), last) if unit == "weekend" else (first, last), "week", "relative")
    if unit == "month":
        return Extent(spans.month(of.year, of.month + away), "month", "relative")
    if unit == "quarter":
        count = 4 * of.year + (of.month - 1) // 3 + away
        return Extent(spans.quarter(count // 4, count % 4 + 1), "quarter", "relative")
    return Extent(spans.year(of.year + away), "year", "relative")


def _neighbour(match: re.Match[str], setting: Setting) -> Extent | None:
    """The week, month or year before or after the one last spoken of."""
    anchor = setting.anchor()
    start = anchor.first if anchor else setting.published
    if start is None:
        return None
    way = match["way"].lower()
    away = 0 if way in ("same", "that") else -1 if way in ("previous", "preceding", "before") else 1
    return _unit(match["unit"].lower(), start, away)


def _this_unit(match: re.Match[str], setting: Setting) -> Extent | None:
    """The week, month, quarter or year of publication or beside it, or a part; a running one ends at publication."""
    published = setting.published
    near, part, unit = (match["near"] or "").lower(), match["part"], match["unit"].lower()
    if published is None or (not near and not (part and re.search(r" the \w+$", match.group()))):
        return None
    away = {"last": -1, "next": 1}.get(near, 0)
    whole = _unit(unit, published, away)
    if part and not unit.startswith("week"):
        return _part_of_unit(whole, part, unit, setting, stated=bool(near))
    first, last = whole.days
    if away == 0 and not first <= published <= last:  # a weekend still to come
        return whole
    when = (match["when"] or "").lower()
    if away == 0 and (when == "later" or (setting.ahead and not when)):
        first = published
    elif away == 0:
        last = published
    return Extent((first, last), whole.precision, "relative")


def _part_of_unit(whole: Extent, part: str, unit: str, setting: Setting, stated: bool) -> Extent:
    """A part of a month, quarter or year; "the last week of the year", printed in January, was last year's."""
    found = part_of(whole.days, part, "days" if unit == "month" else "quarter")
    published = setting.published
    if not stated and published and found.days[0] > published and published.month <= 3 and not setting.ahead:
        found = part_of(_unit(unit, published, -1).days, part, "days" if unit == "month" else "quarter")
    return found._replace(basis="relative")


def _weekend(match: re.Match[str], setting: Setting) -> Extent | None:
    """The weekend that runs at publication, else the last one."""
    published = setting.published
    if published is None:
        return None
    return _unit("weekend", published, 0 if published.weekday() >= _SATURDAY else -1)


def _months_of_a_year(match: re.Match[str], setting: Setting) -> Extent | None:
    """The first or last so many months of a year; those still to run end at publication."""
    count, published = counts(match["count"])[1], setting.published
    printed = match["year"]
    if (not printed and published is None) or not 0 < count < 12:
        return None
    year = int(printed) if printed else published.year - (match["near"] == "last") if published else 0
    first, last = (
        spans.months(year, 1, count) if match["place"] in ("first", "opening") else spans.months(year, 13 - count, 12)
    )
    if published and first <= published < last:
        last = published
    return Extent((first, last), "half", "stated" if printed else "relative")


def _quarter(match: re.Match[str], setting: Setting) -> Extent | None:
    if setting.published is None:
        return None
    of = {"first": 1, "second": 2, "third": 3}.get(match["place"].lower(), 4)
    begun = spans.quarter(setting.published.year, of)[0] <= setting.published
    return Extent(spans.quarter(setting.published.year - (not begun and not setting.ahead), of), "quarter", "stated")


def _stretch(match: re.Match[str], setting: Setting) -> Extent | None:
    """The past two weeks, recent months, the coming days: a stretch that ends or begins at the publication day."""
    near, unit, counted = match["near"].lower(), match["unit"].lower(), match["count"]
    back = near in ("past", "last", "previous", "preceding", "recent")
    start = setting.anchor_day() if near in ("previous", "preceding", "following") else setting.published
    if start is None:
        return None
    if near == "recent" or (unit.endswith("s") and not counted):
        vague = near in ("recent", "past")
        return Extent((spans.shifted(start, -_RECENT_DAYS), start), "days", "relative") if vague else None
    if near in ("last", "next") and (not match.group().lower().startswith("the ") or not (counted or near == "last")):
        return None  # "it will last two weeks"; "last week" is a week of the calendar
    if not counted and near not in ("past", "last"):
        return None
    count, unit = counts(counted or "one")[1], unit.removesuffix("s")
    length = max(1, count // 24) if unit == "hour" else count * UNIT_DAYS[unit]
    ends = sorted((start, spans.shifted(start, -length if back else length)))
    return Extent((ends[0], ends[1]), "days", "relative")


def _time_away(match: re.Match[str], setting: Setting) -> Extent | None:
    """So long before or after: counted from publication for "ago", else from the day last mentioned.

    Weeks ago reach a week, months a month, years a year; a single year from a stretch reaches the same stretch, from a
    day its month.
    """
    way, unit = match["way"].lower(), match["unit"].lower()
    sign = 1 if way in ("later", "after") else -1
    anchor = setting.anchor() if way != "ago" else None
    if unit == "year" and anchor and anchor.precision != "day" and counts(match["count"]) == (1, 1):
        return _a_year_away(anchor.first, anchor.last, sign)._replace(precision=anchor.precision)
    start = setting.published if way == "ago" else setting.anchor_day(or_published=sign < 0)
    if start and way == "ago" and unit == "week":
        least, most = counts(match["count"])
        return Extent((spans.week(start, -most)[0], spans.week(start, -least)[1]), "week", "relative")
    return _away(start, sign, unit, *counts(match["count"])) if start else None


def _a_year_away(first: dt.date, last: dt.date, sign: int) -> Extent:
    whole_month = last.day >= 28 and spans.month(last.year, last.month)[1] == last
    day = spans.month(last.year + sign, last.month)[1].day if whole_month else min(last.day, 28)
    moved = spans.day(first.year + sign, first.month, min(first.day, 28)), spans.day(last.year + sign, last.month, day)
    return Extent((moved[0] or first, moved[1] or last), "days", "relative")


def _away(start: dt.date, sign: int, unit: str, least: int, most: int) -> Extent:
    if unit == "month" or (unit == "year" and most == 1):
        size = 12 if unit == "year" else 1
        near, far = (spans.month(start.year, start.month + sign * size * count) for count in (least, most))
        return Extent((min(near[0], far[0]), max(near[1], far[1])), "month", "relative")
    if unit in ("year", "decade"):
        ends = sorted(start.year + sign * count * (10 if unit == "decade" else 1) for count in (least, most))
        return Extent((spans.year(ends[0])[0], spans.year(ends[1])[1]), "year", "relative")
    near_day, far_day = sorted(spans.shifted(start, sign * count * UNIT_DAYS[unit]) for count in (least, most))
    return Extent((near_day, far_day), "day" if least == most else "days", "relative")


def _time_before_clause(match: re.Match[str], setting: Setting) -> Extent | None:
    """The day they met, of "it came five days after they met": five days before the day last mentioned."""
    start = setting.anchor_day()
    sign = -1 if match["way"].lower() == "after" else 1
    return _away(start, sign, match["unit"].lower(), *counts(match["count"])) if start else None


def _recently(match: re.Match[str], setting: Setting) -> Extent | None:
    published = setting.published
    return Extent((spans.shifted(published, -_RECENT_DAYS), published), "unknown", "relative") if published else None


def _now(match: re.Match[str], setting: Setting) -> Extent | None:
    return Extent((setting.published, setting.published), "day", "relative") if setting.published else None


def _rule(name: str, pattern: str, read: Reader) -> Rule:
    return Rule(name, re.compile(pattern, re.IGNORECASE), read)


_ADVERB = r"(?=[.,;:)\"]|$|\n)"
_ABOUT = r"(?:(?:about|around|nearly|almost|just|exactly|only|roughly|some) )?"
_NO_DATE_AHEAD = rf"(?![^.,;\n]{{0,40}}\b(?:{MONTH}|{WEEKDAY}|{YEAR}|Christmas|New Year)\b)"

_THIS_UNIT = _rule(
    "this or last",
    rf"\b(?:(?P<when>earlier|later|so far|sometime|at some point) (?:in )?)?(?:(?:in )?all of )?(?:{PART})?"
    r"(?:(?P<near>this|last|next)(?: coming)? )?(?P<unit>weekend|week|month|quarter|year)\b(?! of\b)",
    _this_unit,
)
UNIT_RULES = (
    _rule(
        "time before a clause",
        rf"(?:(?<=came )|(?<=comes )|(?<=coming )|(?<=, )){_ABOUT}(?P<count>{COUNT}) "
        rf"(?P<unit>day|week|month|year|decade)s? (?P<way>after|before)(?= \w){_NO_DATE_AHEAD}",
        _time_before_clause,
    ),
    _rule(
        "time away",
        rf"\b(?P<count>{COUNT})[ -](?P<unit>day|week|month|year|decade)s? "
        rf"(?P<way>ago|earlier|later|previously|prior(?! to)|before{_ADVERB}|after{_ADVERB})\b",
        _time_away,
    ),
    _rule(
        "stretch",
        rf"\b(?:the |these )?(?P<near>past|last|next|coming|previous|preceding|following|recent) (?P<count>{COUNT} )?"
        r"(?P<unit>days?|weeks?|months?|years?|hours|decades?)\b(?! of\b)",
        _stretch,
    ),
    _rule(
        "neighbouring time",
        r"\b(?:the |(?<=in ))(?P<way>previous|preceding|following|same|that) "
        r"(?P<unit>week|weekend|month|quarter|year)\b",
        _neighbour,
    ),
    _rule(
        "neighbouring time",
        r"\bthe (?P<unit>week|month|year) (?P<way>before|after)\b"
        r"(?! (?:last|next|the|it|he|she|they|we|a|an|his|its|their|that)\b)",
        _neighbour,
    ),
    _THIS_UNIT,
    _rule("weekend", r"(?:(?<=over )|(?<=at )|(?<=on )|(?<=during ))the weekend\b", _weekend),
    _rule(
        "months of a year",
        rf"\bthe (?P<place>first|last|opening|final) (?P<count>{COUNT}) months of "
        rf"(?:(?P<near>the|this|last)(?: current)? year|(?P<year>{YEAR}))",
        _months_of_a_year,
    ),
    _rule("quarter", r"\b(?:the )?(?P<place>first|second|third|fourth|last) quarter\b(?! of\b)", _quarter),
)
RECENT_RULES = (
    _THIS_UNIT,
    _rule("recently", r"\b(?:(?<!\bas )recently|lately)\b", _recently),
    _rule("now", r"\b(?:currently|presently|at present|as of now|at the moment|to date|so far(?! as\b))\b", _now),
)
