"""Readers of days told from the publication day or the day just mentioned: weekdays, yesterday, the next day."""

from __future__ import annotations

import datetime as dt
import re

from components.parsing import calendar_spans as spans
from components.parsing.date_setting import Extent, Rule, Setting
from components.parsing.date_words import WEEKDAY, WEEKDAYS

_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WEEKS = {"last": -1, "this": 0, "next": 1}
_NEAR_WEEKDAYS = {"last": -1, "this past": -1, "the past": -1, "next": 1, "the coming": 1, "this coming": 1}


def _weekday(match: re.Match[str], setting: Setting) -> Extent | None:
    """News prints the weekday of the last seven days, today's own included; after a cue of the future, of the next."""
    published = setting.published
    if published is None:
        return None
    number, near, week = WEEKDAYS[match["weekday"].lower()], (match["near"] or "").lower(), match["week"]
    if week or near == "this":
        found = spans.shifted(spans.week(published, _WEEKS[week or near])[0], number)
    elif near in ("the previous", "the following", "the next"):
        found = _weekday_from(setting.anchor_day() or published, number, -1 if near == "the previous" else 1)
    elif near:
        found = _weekday_from(published, number, _NEAR_WEEKDAYS[near])
    elif setting.ahead:
        found = _weekday_from(spans.shifted(published, -1), number, 1)
    else:
        found = _weekday_from(spans.shifted(published, 1), number, -1)
    if match["night"]:
        return Extent((spans.shifted(found, -1), found), "days", "relative")
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
    if match["word"][0].isupper() and re.search(
        r"\w $", setting.text[max(0, setting.start - 2) : setting.start]
    ):  # "World Today", a name
        return None
    if match["word"].lower() == "overnight":
        return Extent((spans.shifted(setting.published, -1), setting.published), "days", "relative")
    found = spans.shifted(setting.published, _DAY_WORDS[match["word"].lower()] - bool(match["before"]))
    return Extent((found, found), "day", "relative")


def _time_of_day(match: re.Match[str], setting: Setting) -> Extent | None:
    if setting.published is None:
        return None
    found = spans.shifted(setting.published, -(match["near"].lower() == "last"))
    return Extent((found, found), "day", "relative")


def _neighbour_day(match: re.Match[str], setting: Setting) -> Extent | None:
    words = match.group().lower()
    away = 0 if "same" in words or "that" in words else -1 if re.search("previous|preceding|before", words) else 1
    start = setting.anchor_day(or_published=away <= 0)
    if start is None:
        return None
    found = spans.shifted(start, away)
    return Extent((found, found), "day", "relative")


_TIME = r"(?: (?:morning|afternoon|evening|night))?"
_ADVERB = r"(?=[.,;:)\"]|$|\n| (?:that|and|but|in|at|from)\b)"

WEEKDAY_RULES = (
    Rule(
        "weekdays",
        re.compile(rf"\b(?P<weekday>{WEEKDAY}) (?P<word>to|through|until|and) (?P<weekday_b>{WEEKDAY})\b"),
        _weekdays,
    ),
    Rule(
        "weekday",
        re.compile(
            r"\b(?i:(?:early|late|later) (?:on )?|(?P<night>(?:the night|overnight) (?:in)?to ))?"
            r"(?i:(?P<near>last|next|this(?: past| coming)?|the (?:past|previous|following|next|coming)) )?"
            rf"(?P<weekday>{WEEKDAY})\b(?! (?:Times|Express|Mail|Mirror|Telegraph|Post)\b)"
            rf"(?:(?: of)? (?P<week>last|this|next) week\b)?{_TIME}"
        ),
        _weekday,
    ),
)
DAY_RULES = (
    Rule(
        "day word",
        re.compile(
            r"\b(?P<before>the day before (?=yesterday))?(?P<word>today|tonight|yesterday|tomorrow|overnight)\b", re.I
        ),
        _day_word,
    ),
    Rule(
        "time of day",
        re.compile(r"\b(?:early |late )?(?P<near>this|last) (?:morning|afternoon|evening|night)\b", re.I),
        _time_of_day,
    ),
    Rule(
        "neighbouring day",
        re.compile(
            rf"\b(?:the (?:previous|preceding|(?:very )?next|following|same) day|the day (?:before|after){_ADVERB}"
            r"|the next (?:morning|afternoon|evening)|(?<=on )that day)\b(?! of\b)",
            re.I,
        ),
        _neighbour_day,
    ),
)
