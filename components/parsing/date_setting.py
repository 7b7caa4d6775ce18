"""Where a date expression stands: its lead, the publication day, the dates read before it, the cues around it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from components.model import DateBasis, DateMention, Precision
from components.parsing.calendar_spans import Days, day, shifted
from components.parsing.date_words import FUTURE, LEAD, MONTHS, PAST, PAST_PERFECT, SENTENCE_END, SINCE_CLAUSE

_LEADS = {"till": "until", "prior to": "before", "ahead of": "before", "following": "after"}
# A day named without its year may lie this far ahead without a word of the future: "the talks open on May 9".
_DAYS_AHEAD = 45
_ANCHOR_REACH, _CLAUSE_REACH, _CUE_REACH = 400, 90, 100  # characters


_OPENING = 6  # characters before an expression that opens its sentence: "In ", "By "
_OPENS_FORWARD = re.compile(r",? (?:[\w'-]+ ){0,9}(?:will|is (?:expected|due|to)|are (?:expected|due|to))\b")
_DONE = re.compile(
    r"\b(?!(?:expect|plan|need|want|schedul|project|intend|requir|promis|order)ed)(?:[a-z]{3,}(?:ed|ent|en|one)|sent) $"
)

# As in "could join the 11,000 sent in November": what is known by its number has come, whatever the sentence plans.
_KNOWN = re.compile(r"\bthe (?:some |about |roughly |around |estimated )?\d[\d,.]*(?: [\w-]+){0,5} $", re.IGNORECASE)


class Extent(NamedTuple):
    """What an expression allows; ``ends`` marks "the end of X": after "as of", "by", "until" its last day is meant."""

    days: Days
    precision: Precision
    basis: DateBasis
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of the expression that begins at ``start``; ``found`` are the mentions before it, in order."""

    text: str
    start: int
    end: int
    published: dt.date | None
    found: list[DateMention]
    lead: str
    lead_start: int

    @property
    def ahead(self) -> bool:
        """Whether the sentence looks forward from the publication day at this expression."""
        if self.lead in ("by", "before", "until"):
            after = SENTENCE_END.split(self.text[self.end : self.end + 60], maxsplit=1)[0]
            done = self.lead == "by" and _DONE.search(self.text, max(0, self.lead_start - 24), self.lead_start)
            return not done and PAST_PERFECT.search(self._sentence_before(80) + after) is None
        before = self._sentence_before(_CUE_REACH)
        led = before.removesuffix(self.text[self.lead_start : self.start])
        if _DONE.search(led) and _KNOWN.search(led):
            return False
        cues = [cue.end() for cue in FUTURE.finditer(before)]
        if cues:
            return PAST.search(before, cues[-1]) is None
        opened = _OPENS_FORWARD.match(self.text, self.end) if len(before) < _OPENING else None
        return opened is not None and PAST.search(opened.group()) is None

    @property
    def looks_forward(self) -> bool:
        """Whether a cue of the future stands before the expression or behind it in its sentence."""
        after = SENTENCE_END.split(self.text[self.end : self.end + 60], maxsplit=1)[0]
        return self.ahead or FUTURE.search(after) is not None

    def _sentence_before(self, reach: int) -> str:
        before = self.text[max(0, self.start - reach) : self.start]
        ends = [stop.end() for stop in SENTENCE_END.finditer(before)]
        return before[ends[-1] :] if ends else before

    def anchor(self) -> DateMention | None:
        """The nearest mention before, if it stands in this sentence or the previous one."""
        return self.found[-1] if self.found and self._is_near(self.found[-1]) else None

    def _is_near(self, mention: DateMention) -> bool:
        gap = self.text[mention.span.end : self.start] if self.start - mention.span.end <= _ANCHOR_REACH else None
        return gap is not None and len(SENTENCE_END.findall(gap)) <= 1

    def anchor_day(self, or_published: bool = True) -> dt.date | None:
        """The day "a day earlier" counts from: the nearest mentioned day, else (if asked) the publication day."""
        for mention in self.found[-3:][::-1]:
            if mention.precision in ("day", "days") and mention.rule != "now" and self._is_near(mention):
                return mention.last
        return self.published if or_published else None

    def year_of_month(self, month: int) -> int | None:
        if self.published is None:
            return None
        year = self.published.year
        if self.ahead:
            return year + (month < self.published.month)
        return year - (month > self.published.month)

    def year_of_day(self, month: int, number: int) -> int | None:
        if self.published is None:
            return None
        reach = 366 if self.ahead else _DAYS_AHEAD
        earliest = self.published if self.ahead else dt.date.min
        for year in range(self.published.year + 1, self.published.year - 8, -1):
            found = day(year, month, number)
            if found is not None and earliest <= found <= shifted(self.published, reach):
                return year
        return None

    def year_said(self, match: re.Match[str]) -> int | None:
        """The year printed behind a month: a number, or "last year"; None if none is printed or it is not known."""
        groups = match.groupdict()
        if groups.get("year"):
            return int(groups["year"])
        which, anchor = groups.get("which"), self.anchor()
        if which in ("the same", "that", "the previous", "the following", "the preceding"):
            base = anchor.first.year if anchor else None
        else:
            base = self.published.year if self.published else None
        if which is None or base is None:
            return None
        return base + {"last": -1, "next": 1, "the previous": -1, "the preceding": -1, "the following": 1}.get(which, 0)


Reader: TypeAlias = Callable[[re.Match[str], Setting], Extent | None]


class Rule(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    read: Reader


def month_number(name: str) -> int:
    """The month a full or short name stands for: "Sept." is 9."""
    name = name.rstrip(".").lower()
    return MONTHS.get(name) or MONTHS[name[:3]]


def lead_before(text: str, start: int, floor: int) -> tuple[str, int]:
    """The preposition that stands before ``start`` and where it begins, not before ``floor``; ("", start) if none.

    "Since the treaty took effect in December" is led by "since", though the word stands away from the date.
    """
    found = LEAD.search(text, max(floor, start - 30), start)
    lead = found["lead"].lower() if found else ""
    if lead in ("", "in", "on"):
        since = text.rfind("since ", max(floor, start - _CLAUSE_REACH), start)
        if since >= 0 and SINCE_CLAUSE.search(text, since, start):
            return "since", start
    return _LEADS.get(lead, lead), found.start() if found else start
