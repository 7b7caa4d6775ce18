"""Datelines: where one ends, and the publication day an article itself prints, for when nobody stated one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from components.model import DateMention, PublishedBasis
from components.parsing.calendar_spans import day, shifted
from components.parsing.date_setting import month_number
from components.parsing.date_words import DAY, MONTH, WEEKDAY
from components.parsing.dates import dates
from components.parsing.items import DASH, Item

_HEAD = 600  # characters in which a dateline or a date line stands
_FIRST, _LAST = dt.date(1990, 1, 1), dt.date(2100, 12, 31)
_LINE = 120  # a longer line is prose, not a date line
_DATELINE = re.compile(
    rf"^(?:\([A-Z][\w .]+\) ?)?[A-Z][A-Za-z.'/-]+(?: [A-Z(][\w.()'-]*){{0,4}}(?:, [A-Z][\w. ]{{1,20}})?, "
    rf"(?:{WEEKDAY},? )?(?:(?P<month>{MONTH}) (?P<day>{DAY})|(?P<day_b>{DAY}) (?P<month_b>{MONTH}))"
    r"(?:,? (?P<year>\d{4}))?\.?(?: ?[(/\u2014-]|\.? --)",
    re.MULTILINE,
)
_WORDS = 14  # items of the longest dateline: place, country, day, agency in brackets
_STAMP = re.compile(
    r"\b(?:published|posted|issued|input|registered|released|date|dated|updated|edited|modified)\b[^\n]{0,20}$",
    re.IGNORECASE,
)


def publication(text: str, published: dt.date | None) -> tuple[dt.date | None, PublishedBasis | None]:
    """The publication day of a folded text and how it is known; a given day comes back without a basis of its own.

    A dateline ("SEOUL, Jan. 13 (Wire) --") that prints no year takes it from the latest date of the text that does, and
    is then inferred. Else a date line in the head counts, else the latest day the text names with its year.

    >>> publication("PARIS, Feb. 5, 2025 (Wire) -- Nothing moved.", None)
    (datetime.date(2025, 2, 5), 'dateline')
    """
    if published is not None:
        return published, None
    stated = [found for found in dates(text, None) if _FIRST <= found.last <= _LAST]
    days = [found for found in stated if found.precision == "day"]
    dateline, whole = _dateline(text[:_HEAD], stated)
    if dateline is not None and whole:
        return dateline, "dateline"
    head = [found for found in days if found.span.end <= _HEAD and _stands_in_a_date_line(text, found)]
    if head:
        return min(head, key=lambda found: not _STAMP.search(text, 0, found.span.start)).first, "text"
    if dateline is not None:
        return dateline, "inferred"
    return (max(found.last for found in days), "inferred") if days else (None, None)


def _dateline(head: str, stated: list[DateMention]) -> tuple[dt.date | None, bool]:
    """The day of a dateline, and whether it prints its year; else the first such day after what the text states."""
    found = _DATELINE.search(head)
    latest = max((mention.first for mention in stated), default=None)
    if found is None or (latest is None and not found["year"]):
        return None, False
    month = month_number(found["month"] or found["month_b"])
    number = int(re.sub(r"\D", "", found["day"] or found["day_b"]))
    if found["year"]:
        printed = day(int(found["year"]), month, number)
        return (printed, True) if printed and _FIRST <= printed <= _LAST else (None, False)
    years = (latest.year, latest.year + 1) if latest else ()
    after = [end for year in years if (end := day(year, month, number)) and latest and end >= shifted(latest, -31)]
    return (after[0] if after else None), False


def _stands_in_a_date_line(text: str, found: DateMention) -> bool:
    """Whether the line is short, and holds a stamp word or little besides the day, a time, a place and a byline."""
    start = text.rfind("\n", 0, found.span.start) + 1
    end = text.find("\n", found.span.end)
    line = text[start : end if end >= 0 else len(text)]
    if found.lead:
        return False
    before, after = text[start : found.span.start], text[found.span.end : start + len(line)]
    if _STAMP.search(before):
        return True
    prose = re.search(r"\b(?:was|were|is|are|has|had|have|will|said|says|the|that)\b", before + " " + after[:60])
    return prose is None and len(line) <= _LINE and len(before.split()) <= 8


def dateline_end(items: Sequence[Item]) -> int:
    """The index behind "TOKYO, May 4 (Kyodo) --": a place in capitals and all that stands before its dash, else 0."""
    if not items or not items[0].text.isupper() or items[0].term("place", "metonym", "source", "side") is None:
        return 0
    for step in range(1, min(len(items) - 1, _WORDS)):
        if items[step].low == DASH:
            while items[step].low == DASH:
                step += 1
            return step
    return 0
