"""Date expressions of a folded text, each resolved against the publication day.

One pass of a trigger finds the words every date holds; the rules of that kind of word then read what stands around it.
Nothing reads the clock. The work at a hit is bounded, so the whole grows with the length of the text.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from components.model import DateMention, Span
from components.parsing import calendar_spans as spans
from components.parsing.date_setting import Extent, Rule, Setting, lead_before
from components.parsing.date_words import COUNT, LONE_ORDINALS, MONTHS, REACH, TRIGGER, UNIT_DAYS, WEEKDAYS
from components.parsing.named_days import DAY_OF_MONTH_RULES, FEAST_RULES, NUMERIC_RULES, ORDINAL_RULES
from components.parsing.named_spans import MONTH_RULES, SEASON_RULES, YEAR_RULES
from components.parsing.relative_days import DAY_RULES, WEEKDAY_RULES
from components.parsing.relative_spans import RECENT_RULES, UNIT_RULES, counts

_WORDS_BEFORE, _LONGEST_WORD = 9, 16
_LAST_WORD = re.compile(r"(?<![^\W_])([A-Za-z]+|\d{1,4}(?:st|nd|rd|th)?)(?:\.?,? \(?| ?- ?)$")
_SPANNING_LEADS = ("since", "as of", "until", "by", "before", "after", "between", "from")
_COUNTED_LEAD = re.compile(
    rf"\b(?P<the>the (?:past |last |first )?)?(?P<count>{COUNT}) (?P<unit>day|week|month)s?\s$", re.IGNORECASE
)


def dates(text: str, published: dt.date | None) -> tuple[DateMention, ...]:
    """Every date expression of a folded text, in order, none overlapping; days are inclusive.

    Without a publication day only expressions with a year of their own are read.

    >>> [(m.first.isoformat(), m.last.isoformat()) for m in dates("since May 2024, or", dt.date(2024, 6, 9))]
    [('2024-05-01', '2024-06-09')]
    """
    found: list[DateMention] = []
    floor = 0
    for hit in TRIGGER.finditer(text):
        if hit.start() < floor:
            continue
        mention = _mention(text, hit, published, found, floor)
        if mention is not None:
            found.append(mention)
            floor = mention.span.end
    return tuple(found)


def _mention(
    text: str, hit: re.Match[str], published: dt.date | None, found: list[DateMention], floor: int
) -> DateMention | None:
    starts = _starts(text, hit.start(), floor)
    for rule in _rules(hit):
        for start in starts:
            match = rule.pattern.match(text, start)
            if match is None or match.end() < hit.end():
                continue
            lead, lead_start = lead_before(text, start, floor)
            setting = Setting(text, start, match.end(), published, found, lead, lead_start)
            extent = rule.read(match, setting)
            if extent is not None:
                return _led(rule, match, extent, setting, floor)
    return None


def _starts(text: str, hit: int, floor: int) -> list[int]:
    """Where an expression around the trigger word at ``hit`` may begin: as far back as words of dates stand."""
    starts, at = [hit], hit
    while at > floor and len(starts) <= _WORDS_BEFORE:
        word = _LAST_WORD.search(text, max(floor, at - _LONGEST_WORD), at)
        if word is None or not (word[1].lower() in REACH or word[1][0].isdigit()):
            break
        at = word.start()
        starts.append(at)
    return starts[::-1]


@lru_cache(maxsize=256)
def _rules_of_word(word: str) -> tuple[Rule, ...]:
    if word in MONTHS:
        return DAY_OF_MONTH_RULES + MONTH_RULES
    if word in WEEKDAYS:
        return DAY_OF_MONTH_RULES + WEEKDAY_RULES
    if word in LONE_ORDINALS:
        return DAY_OF_MONTH_RULES + ORDINAL_RULES
    if word in ("spring", "summer", "autumn", "fall", "winter"):
        return SEASON_RULES
    if word in ("christmas", "new year"):
        return FEAST_RULES
    if word.rstrip("s") in UNIT_DAYS or word == "hours":
        return UNIT_RULES + DAY_RULES
    if word in ("today", "tonight", "yesterday", "tomorrow", "overnight", "morning", "afternoon", "evening", "night"):
        return DAY_RULES
    return RECENT_RULES


def _rules(hit: re.Match[str]) -> tuple[Rule, ...]:
    if hit["word"]:
        return _rules_of_word(hit["word"].lower())
    if hit["numeric"]:
        return NUMERIC_RULES
    return YEAR_RULES if hit["year"] else DAY_OF_MONTH_RULES + ORDINAL_RULES


def _led(rule: Rule, match: re.Match[str], extent: Extent, setting: Setting, floor: int) -> DateMention:
    """The mention as its lead steers it: "since" runs to publication, "before" and "by" run up to the named days.

    A season or more that holds the publication day ends there, unless the sentence looks forward: news tells what has
    happened.
    """
    lead, (first, last), published = setting.lead, extent.days, setting.published
    start = setting.lead_start if lead in _SPANNING_LEADS else match.start()
    precision = extent.precision
    counted = _COUNTED_LEAD.search(setting.text, max(floor, start - 30), start) if lead in ("before", "after") else None
    if counted:
        start, precision = counted.start(), "days" if counted["the"] else "day"
        first, last = _counted(counted, first, last, -1 if lead == "before" else 1)
    elif extent.ends and lead in ("as of", "by", "until"):
        first = last
    if lead == "by" and published and last <= published:
        first = last
    if lead == "since" and published and first <= published:
        last = published
    elif lead in ("until", "by", "before") and not counted and published and published < last:
        last = spans.shifted(first, -1) if lead == "before" and first > published and not extent.ends else last
        first = published
    elif (
        precision in ("season", "quarter", "half", "year")
        and published
        and first <= published < last
        and not setting.looks_forward
    ):
        last = published
    return DateMention(Span(start, match.end()), first, max(first, last), precision, extent.basis, lead, rule.name)


def _counted(counted: re.Match[str], first: dt.date, last: dt.date, way: int) -> spans.Days:
    """The days of "the two weeks before X", the one day of "two weeks before X"."""
    fewest, length = (count * UNIT_DAYS[counted["unit"].lower()] for count in counts(counted["count"]))
    if not counted["the"]:
        near, far = (spans.shifted(first if way < 0 else last, way * count) for count in (fewest, length))
        return min(near, far), max(near, far)
    if way < 0:
        return spans.shifted(first, -length), spans.shifted(first, -1)
    return spans.shifted(last, 1), spans.shifted(last, length)
