"""Bare numerals, as English prints and speaks them: digits, words, and the two mixed.

Everything here reads folded text in lower case and gives offsets into it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Form: TypeAlias = Literal["digits", "words", "broadcast", "scaled", "vague"]

SMALL = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        1,
    )
} | {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "lakh": 100_000,
    "crore": 10_000_000,
}
_SHORT = {"k": 1_000, "m": 1_000_000, "mln": 1_000_000, "mil": 1_000_000, "mn": 1_000_000}
_SHORT |= {"b": 1_000_000_000, "bn": 1_000_000_000, "bln": 1_000_000_000, "tn": 1_000_000_000_000}
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_SCALE = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"

_GROUP = r" [0-9]{3}(?![ -]?(?:mm|millim|cal))"  # "60 170-mm guns" are sixty
_DIGITS = re.compile(
    r"(?P<comma>[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}+(?![0-9]|,[0-9]))(?P<part>\.[0-9]++)?"
    rf"|(?P<space>[1-9][0-9]{{0,2}}(?:{_GROUP}){{1,4}}+(?![0-9]|{_GROUP}|[.,:][0-9]))"
    r"|(?P<dot>[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,5}+|\.000)(?![0-9.]))"
    r"|(?P<decimal>[0-9]{1,3},[0-9]{1,2}(?= (?:thousand|million|billion|mln|bln|bn)\b))"
    r"|(?P<plain>[0-9]++(?:\.[0-9]++)?)"
)
_SHORTENED = re.compile(r"(?:(k|m|b)| ?(mln|mil|mn|bn|bln|tn)\b\.?)(?![a-z0-9])")
_METRES = re.compile(
    r"[ -](?:high|long|wide|deep|tall|away|north|south|east|west|from|below|above|range|runway|of the)\b"
)
_NEXT = re.compile(r"(-and-| and |[ -])(?:([a-z]+)|([0-9]{1,3})(?![0-9a-z]|[.,-][0-9]))")
_ONE = re.compile(rf"(?:a )?({_SCALE})\b")
_SMALL_WORD = re.compile(rf"(?:{'|'.join(SMALL)})\b")
_GOES_ON = re.compile(rf"(?:-and-| and |[ -])(?:{_SCALE}|{'|'.join(SMALL)}|point|a[ -]half)")
_HALF_MORE = re.compile(r"(?: and a |-and-a-)half\b")
_AFTER_AND = re.compile(rf"[ -](?:(?:{_UNITS})[ -])?({_SCALE})s?\b")
_POINT = re.compile(rf"[ -]point[ -](?:([0-9]+)|((?:zero|{_UNITS})(?:[ -](?:zero|{_UNITS}))?)\b)")
_PART = re.compile(r"(?:a )?(half|quarter)(?: of)?(?: an?)?[ -](hundred|thousand|million|billion|trillion|dozen)\b")
_VAGUE = re.compile(
    r"(?:(several|an? few|few|many|a couple of|a couple|couple of) )?"
    r"(?:(ten|dozen|score|hundred|thousand)s of )?(ten|dozen|score|hundred|thousand|million|billion)(s?)\b"
    r"(?: (thousand|million|billion)(s?)\b)?"
)
_ORDERS = SCALES | {"ten": 10, "score": 20}


class Numeral(NamedTuple):
    """A bare number. ``scale`` is what its last scale word is worth, else 1; ``grouped`` numbers have separators."""

    start: int
    end: int
    value: float
    scale: float
    form: Form
    grouped: bool = False

    @property
    def plain(self) -> bool:
        """Whether it is a run of digits and nothing else."""
        return self.form == "digits" and not self.grouped


def numeral(low: str, at: int, single: bool = False) -> Numeral | None:
    """The numeral that begins at ``at``; ``single`` keeps "and" out of it, as behind "between".

    >>> numeral("nine-thousand-400 men", 0).value
    9400.0
    >>> numeral("one hundred and twenty", 0).value, numeral("one hundred and twenty", 0, single=True).value
    (120.0, 100.0)
    >>> numeral("1.07 million", 0).value
    1070000.0
    >>> numeral("a soldier", 0) is None
    True
    """
    if low[at] in "0123456789":
        return _from_digits(low, at)
    if (word := _SMALL_WORD.match(low, at)) and not _GOES_ON.match(low, word.end()):
        return Numeral(at, word.end(), float(SMALL[word[0]]), 1, "words")
    if part := _PART.match(low, at):
        worth = SCALES[part[2]]
        return Numeral(at, part.end(), worth / (2.0 if part[1] == "half" else 4.0), worth, "words")
    if one := _ONE.match(low, at):
        return vague(low, at) or _run(low, at, one.end(), _Sum(0, 1).scaled(SCALES[one[1]]), single)
    if word:
        return _run(low, at, word.end(), _Sum(0, SMALL[word[0]], last=SMALL[word[0]]), single)
    return vague(low, at)


def word_before(low: str, at: int) -> str:
    """The word between the last two spaces before ``at``, or "" where no space stands right before it.

    >>> word_before("more than 300", 10), word_before("KN-23", 3)
    ('than', '')
    """
    if low[at - 1 : at] != " ":
        return ""
    begin = max(0, at - 24)
    return low[begin : at - 1].rpartition("\n")[2].rpartition(" ")[2]


def vague(low: str, at: int) -> Numeral | None:
    """An order of magnitude instead of a number: "dozens", "several hundred", "tens of thousands".

    >>> vague("tens of thousands of men", 0).value, vague("several hundred", 0).value
    (10000.0, 200.0)
    >>> vague("hundred", 0) is None
    True
    """
    found = _VAGUE.match(low, at)
    if found is None:
        return None
    lead, outer, order, plural, top, top_plural = found.groups()
    if not (lead or plural or top_plural) or (order in ("ten", "score") and not plural):
        return None
    if order in ("ten", "score") and not low.startswith((" of ", " more ", " killed"), found.end()):
        return None
    value = float(_ORDERS[order]) * _ORDERS.get(outer or "", 1) * _ORDERS.get(top or "", 1)
    if lead and lead != "many":
        value *= 2
    return Numeral(at, found.end(), value, value, "words" if lead and "couple" in lead else "vague")


def _from_digits(low: str, at: int) -> Numeral | None:
    found = _DIGITS.match(low, at)
    if found is None or found.end() - at > 20:
        return None
    grouped = found["plain"] is None and found["decimal"] is None
    printed = found["plain"] or (found["decimal"] or "").replace(",", ".") or found[0].replace(",", "").replace(" ", "")
    value = float(printed.replace(".", "") if found["dot"] else printed)
    end = found.end()
    if (short := _SHORTENED.match(low, end)) and not (short[1] == "m" and _is_metres(low, short.end(), printed)):
        scale = _SHORT[short[1] or short[2]]
        return Numeral(at, short.end(), round(value * scale, 3), scale, "scaled", grouped)
    if not _GOES_ON.match(low, end):
        return Numeral(at, end, value, 1, "digits", grouped)
    return _run(low, at, end, _Sum(0, value), True, grouped)


def _is_metres(low: str, end: int, printed: str) -> bool:
    """An "m" behind a whole number of a hundred or more, or before a direction, is metres.

    >>> _is_metres("300m", 4, "300"), _is_metres("6.8m shells", 4, "6.8")
    (True, False)
    """
    return "." not in printed and (len(printed) > 2 or _METRES.match(low, end) is not None)


@dataclass(frozen=True, slots=True)
class _Sum:
    """A numeral half read: the closed groups, the open group, the last scale word, and the last small word."""

    total: float
    current: float
    ceiling: float = float("inf")
    scale: float = 1
    last: float = 0

    def scaled(self, worth: float) -> _Sum | None:
        """With a scale word behind, where one may stand: "two thousand", not "two thousand million"."""
        if not self.current or worth >= self.ceiling or (worth <= 100 and self.current >= 100):
            return None
        if worth <= 100:
            return _Sum(self.total, round(self.current * worth, 3), self.ceiling, worth)
        return _Sum(self.total + round(self.current * worth, 3), 0, worth, worth)

    def plus(self, value: float) -> _Sum | None:
        """With a lower number behind: "twenty" and "one", "two thousand" and "five hundred"."""
        tens = self.last >= 20 and value < 10
        hundreds = self.scale > 12 and not self.last and value < (100 if self.current else min(self.ceiling, 1000))
        if not (tens or hundreds):
            return None
        return _Sum(self.total, self.current + value, self.ceiling, self.scale, value)


def _run(low: str, start: int, at: int, so_far: _Sum | None, single: bool, grouped: bool = False) -> Numeral | None:
    """Scale words, number words and hyphened digits from ``at`` on, each lower than the scale before it."""
    digits = low[start : start + 1].isdecimal()
    at, so_far = _fraction(low, at, so_far)
    spoken = False
    while so_far is not None and (step := _NEXT.match(low, at)):
        after = _after(low, step, so_far, single)
        if after is None:
            break
        spoken = spoken or (step[1] == "-" and (digits or step[3] is not None))
        at, so_far = step.end(), after
        if not so_far.current:
            at, so_far = _fraction(low, at, so_far)
    if so_far is None:
        return None
    form: Form = "broadcast" if spoken else "words" if not digits else "scaled" if so_far.scale > 1 else "digits"
    return Numeral(start, at, float(so_far.total + so_far.current), so_far.scale, form, grouped)


def _after(low: str, step: re.Match[str], so_far: _Sum, single: bool) -> _Sum | None:
    """The sum with the next word or digits taken in, or None where they are not part of the numeral."""
    gap, word, digits = step.groups()
    joined = "and" in gap
    if digits:
        return so_far.plus(float(digits)) if gap == "-" and so_far.scale > 12 else None
    worth = SCALES.get(word) or SCALES.get(word.removesuffix("s"))
    if worth is not None:
        return None if joined else so_far.scaled(worth)
    if word not in SMALL or (joined and (single or so_far.last)):
        return None
    if joined and (lead := _AFTER_AND.match(low, step.end())):
        top = SCALES[lead[1]]
        if top <= 100 or top >= so_far.ceiling or so_far.current < 100:
            return None
    return so_far.plus(SMALL[word])


def _fraction(low: str, at: int, so_far: _Sum | None) -> tuple[int, _Sum | None]:
    """With "-point-six" or "and a half" behind it taken in."""
    if so_far is None:
        return at, None
    if so_far.last and (point := _POINT.match(low, at)):
        places = point[1] or "".join(str(SMALL.get(word, 0)) for word in re.split("[ -]", point[2]))
        return point.end(), _Sum(so_far.total, float(f"{so_far.current:.0f}.{places}"))
    if half := _HALF_MORE.match(low, at):
        if so_far.current:
            return half.end(), _Sum(so_far.total, so_far.current + 0.5)
        return half.end(), _Sum(so_far.total + so_far.scale / 2, 0, 1, so_far.scale)
    return at, so_far
