"""Readers of dates told from the publication day or from the date just mentioned."""

from __future__ import annotations

import datetime as dt
import re

from components.model import Precision
from components.parsing import calendar_spans as spans
from components.parsing.date_setting import Extent, Rule, Setting
from components.parsing.date_words import COUNT, NUMBERS, PART, UNIT_DAYS, VAGUE_NUMBERS, WEEKDAY, WEEKDAYS
from components.parsing.named_dates import part_of

_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_BACK = ("previous", "preceding")
_RECENT_DAYS = 30


def _weekday(match: re.Match[str], setting: Setting) -> Extent | None:
    """News prints the weekday of the last seven days, today's own included; after a cue of the future, of the next."""
    if setting.published is None:
        return None
    number, near = WEEKDAYS[match["weekday"].lower()], (match["near"] or "").lower()
    of_week = {"last": -1, "this": 0, "next": 1}.get(match["week"] or "")
    if of_week is not None:
        found = spans.shifted(spans.week(setting.published, of_week)[0], number)
    elif near in ("the previous", "the following", "the next"):
        found = _weekday_from(setting.anchor_day() or setting.published, number, 1 if near != "the previous" else -1)
    elif near in ("last", "this past", "the past", "next", "the coming", "this coming"):
        found = _weekday_from(setting.published, number, -1 if near in ("last", "this past", "the past") else 1)
    elif near == "this":
        found = spans.shifted(spans.week(setting.published)[0], number)
    elif setting.ahead:
        found = _weekday_from(spans.shifted(setting.published, -1), number, 1)
    else:
        found = _weekday_from(spans.shifted(setting.published, 1), number, -1)
    return Extent((found, found), "day", "relative")


def _weekday_from(day: dt.date, number: int, way: int) -> dt.date:
    """The nearest such weekday strictly before (``way`` -1) or after (1) a day."""
    away = (number - day.weekday()) * way % 7 or 7
    return spans.shifted(day, way * away)


def _weekdays(match: re.Match[str], setting: Setting) -> Extent | None:
    if setting.published is None or setting.lead != ("between" if match["word"] == "and" else "from"):
        return None
    last = _weekday_from(spans.shifted(setting.published, 1), WEEKDAYS[match["weekday_b"].lower()], -1)
    first = _weekday_from(last, WEEKDAYS[match["weekday"].lower()], -1)
    return Extent((first, last), "days", "relative")


def _day_word(match: re.Match[str], setting: Setting) -> Extent | None:
    if setting.published is None:
        return None
    word = match["word"].lower()
    if word == "overnight":
        return Extent((spans.shifted(setting.published, -1), setting.published), "days", "relative")
    found = spans.shifted(setting.published, _DAY_WORDS[word] - bool(match["before"]))
    return Extent((found, found), "day", "relative")


def _time_of_day(match: re.Match[str], setting: Setting) -> Extent | None:
    if setting.published is None:
        return None
    found = spans.shifted(setting.published, -1 if match["near"].lower() == "last" else 0)
    return Extent((found, found), "day", "relative")


def _neighbour_day(match: re.Match[str], setting: Setting) -> Extent | None:
    words = match.group().lower()
    away = 0 if "same" in words or "that" in words else -1 if re.search("previous|preceding|before", words) else 1
    start = setting.anchor_day(or_published=away <= 0)
    if start is None:
        return None
    found = spans.shifted(start, away)
    return Extent((found, found), "day", "relative")


def _neighbour(match: re.Match[str], setting: Setting) -> Extent | None:
    """The week, month or year before or after the one last spoken of."""
    anchor, published = setting.anchor(), setting.published
    start = anchor.first if anchor else published
    if start is None:
        return None
    way = match["way"].lower()
    away = 0 if way in ("same", "that") else -1 if way in (*_BACK, "before") else 1
    return _unit(match["unit"].lower(), start, away)


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


def _this_unit(match: re.Match[str], setting: Setting) -> Extent | None:
    """This, last or next week, month, quarter, year, or a part of it; the running one is cut at the publication day."""
    published = setting.published
    if published is None:
        return None
    near, part, unit = (match["near"] or "").lower(), match["part"], match["unit"].lower()
    if not near and not (part and re.search(r" the \w+$", match.group())):
        return None
    away = {"last": -1, "next": 1}.get(near, 0)
    days, precision, basis, ends = _unit(unit, published, away)
    if part and unit in ("month", "year", "quarter"):
        days, ends = part_of(days, part)
        words = part.lower().split()[-1]
        sharper: dict[str, Precision] = {"half": "half", "quarter": "quarter", "week": "week", "days": "days"}
        precision = sharper.get(words, "days" if unit == "month" else "month")
        return Extent(days, precision, basis, ends)
    when = (match["when"] or "").lower()
    if when == "later":
        return Extent((max(days[0], min(published, days[1])), days[1]), precision, basis)
    if away == 0 and setting.ahead and when == "":
        return Extent((published, days[1]), precision, basis)
    return Extent((days[0], min(days[1], published) if away == 0 else days[1]), precision, basis)


def _quarter(match: re.Match[str], setting: Setting) -> Extent | None:
    if setting.published is None:
        return None
    of = {"first": 1, "second": 2, "third": 3}.get(match["place"].lower(), 4)
    begun = spans.quarter(setting.published.year, of)[0] <= setting.published
    return Extent(spans.quarter(setting.published.year - (not begun and not setting.ahead), of), "quarter", "stated")


def _stretch(match: re.Match[str], setting: Setting) -> Extent | None:
    """The past two weeks, recent months, the coming days: a stretch that ends or begins at the publication day."""
    published, unit = setting.published, match["unit"].lower().rstrip("s")
    if published is None:
        return None
    near, printed = match["near"].lower(), (match["count"] or "").lower()
    if near == "recent":
        return Extent((spans.shifted(published, -_RECENT_DAYS), published), "days", "relative")
    if not printed and match["unit"].lower().endswith("s"):
        return (
            Extent((spans.shifted(published, -_RECENT_DAYS), published), "days", "relative") if near == "past" else None
        )
    if not printed and near != "past" and not (near == "last" and match.group().lower().startswith("the ")):
        return None
    count = _counts(printed or "one")[1]
    start = setting.anchor_day() if near in _BACK else published
    length = max(1, count // 24) if unit == "hour" else count * UNIT_DAYS[unit]
    if start is None:
        return None
    if near in ("next", "coming", "following"):
        return Extent((start, spans.shifted(start, length)), "days", "relative")
    return Extent((spans.shifted(start, -length), start), "days", "relative")


def _counts(printed: str) -> tuple[int, int]:
    printed = printed.lower()
    if printed in VAGUE_NUMBERS:
        return VAGUE_NUMBERS[printed]
    number = int(printed) if printed.isdigit() else NUMBERS[printed]
    return number, number


def _ago(match: re.Match[str], setting: Setting) -> Extent | None:
    """So long before or after: counted from publication for "ago", else from the day last mentioned.

    A count of months means the month reached, a count of years from two upwards the year.
    """
    way, unit = match["way"].lower(), match["unit"].lower()
    sign = 1 if way in ("later", "after") else -1
    start = setting.published if way == "ago" else setting.anchor_day(or_published=sign < 0)
    if start is None:
        return None
    least, most = _counts(match["count"])
    if unit == "month":
        far, near = (spans.month(start.year, start.month + sign * count) for count in (most, least))
        return Extent((min(far[0], near[0]), max(far[1], near[1])), "month", "relative")
    if unit in ("year", "decade"):
        return _years_away(start, sign * least * (10 if unit == "decade" else 1))
    ends = sorted(spans.shifted(start, sign * count * UNIT_DAYS[unit]) for count in (least, most))
    return Extent((ends[0], ends[1]), "day" if least == most else "days", "relative")


def _years_away(start: dt.date, count: int) -> Extent:
    if abs(count) == 1:
        return Extent(spans.month(start.year + count, start.month), "month", "relative")
    return Extent(spans.year(start.year + count), "year", "relative")


def _came_after(match: re.Match[str], setting: Setting) -> Extent | None:
    """ "It came five days after they met": the day they met, five days before the day last mentioned."""
    start = setting.anchor_day()
    if start is None or match["unit"] not in ("day", "week"):
        return None
    count = _counts(match["count"])[0] * UNIT_DAYS[match["unit"]]
    found = spans.shifted(start, -count if match["way"] == "after" else count)
    return Extent((found, found), "day", "relative")


def _recently(match: re.Match[str], setting: Setting) -> Extent | None:
    published = setting.published
    return Extent((spans.shifted(published, -_RECENT_DAYS), published), "unknown", "relative") if published else None


def _now(match: re.Match[str], setting: Setting) -> Extent | None:
    return Extent((setting.published, setting.published), "day", "relative") if setting.published else None


_I = re.IGNORECASE
_ABOUT = r"(?:(?:about|around|nearly|almost|more than|less than|over|just|exactly|only|roughly) )?"
_THIS = re.compile(
    rf"\b(?:(?P<when>earlier|later|so far|sometime|at some point) (?:in )?)?(?:(?:in )?all of )?(?:{PART})?"
    r"(?:(?P<near>this|last|next)(?: coming)? )?(?P<unit>weekend|week|month|quarter|year)\b(?! of)",
    _I,
)
_TIME = r"(?: (?:morning|afternoon|evening|night))?"

WEEKDAY_RULES = (
    Rule("weekdays", re.compile(
        rf"\b(?P<weekday>{WEEKDAY}) (?P<word>to|through|until|and) (?P<weekday_b>{WEEKDAY})\b"), _weekdays),
    Rule("weekday", re.compile(
        rf"\b(?:(?i:early|late|later|the night of) (?:on )?)?(?:(?i:(?P<near>last|next|this past|this coming|this|the past|the previous|the following|the next|the coming)) )?"
        rf"(?P<weekday>{WEEKDAY})\b(?! (?:Times|Express|Mail|Mirror|Telegraph|Post))(?:(?: of)? (?P<week>last|this|next) week)?{_TIME}"),
        _weekday),
)  # fmt: skip
DAY_RULES = (
    Rule("day word", re.compile(r"\b(?P<before>the day before (?=yesterday))?(?P<word>today|tonight|yesterday|tomorrow|overnight)\b", _I), _day_word),
    Rule("time of day", re.compile(r"\b(?:early |late )?(?P<near>this|last) (?:morning|afternoon|evening|night)\b", _I), _time_of_day),
    Rule("neighbouring day", re.compile(
        r"\b(?:the (?:previous|preceding|next|following|same) day|the very next day|the day (?:before|after)(?=[.,;:)\"]|$|\n| (?:that|and|but|in|at|from)\b)"
        r"|the next (?:morning|afternoon|evening)|(?<=on )that day)(?! of)\b", _I), _neighbour_day),
)  # fmt: skip
UNIT_RULES = (
    Rule("came after", re.compile(
        rf"(?:(?<=came )|(?<=comes )|(?<=coming )){_ABOUT}(?P<count>{COUNT}) (?P<unit>day|week)s? (?P<way>after|before)\b(?=\s)", _I), _came_after),
    Rule("time away", re.compile(
        rf"\b(?P<count>{COUNT})[ -](?P<unit>day|week|month|year|decade)s? (?P<way>ago|earlier|later|previously|prior(?! to)|before(?=[.,;:)\"]|$|\n)|after(?=[.,;:)\"]|$|\n))", _I), _ago),
    Rule("stretch", re.compile(
        rf"\b(?:the |these )?(?P<near>past|last|next|coming|previous|preceding|following|recent) (?P<count>{COUNT} )?(?P<unit>days?|weeks?|months?|years?|hours|decades?)\b(?! of)", _I), _stretch),
    Rule("neighbouring time", re.compile(
        r"\b(?:the |(?<=in ))(?P<way>previous|preceding|following|same|that) (?P<unit>week|weekend|month|year|quarter)\b", _I), _neighbour),
    Rule("neighbouring time", re.compile(
        r"\bthe (?P<unit>week|month|year) (?P<way>before|after)\b(?! (?:last|next|the|it|he|she|they|a|an|his|its)\b)", _I), _neighbour),
    Rule("this or last", _THIS, _this_unit),
    Rule("quarter", re.compile(r"\b(?:the )?(?P<place>first|second|third|fourth|last) quarter\b(?! of)", _I), _quarter),
)  # fmt: skip
RECENT_RULES = (
    Rule("this or last", _THIS, _this_unit),
    Rule("recently", re.compile(r"\b(?:recently|lately)\b", _I), _recently),
    Rule("now", re.compile(r"\b(?:currently|presently|at present|as of now|at the moment|to date|so far(?! as\b))\b", _I), _now),
)  # fmt: skip
