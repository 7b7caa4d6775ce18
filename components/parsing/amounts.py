"""All amounts of a folded text: how English builds numbers and bounds. What is counted is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.model import Amount, Bound, Span
from components.parsing.bounds import Lead, lead, tail
from components.parsing.numerals import SCALES, Numeral, numeral
from components.parsing.other_numbers import is_year, named_before, named_behind, printed_other
from components.parsing.text import lowered

_TRIGGER = re.compile(
    r"(?<![a-z0-9])(?:[0-9]++|(?:one|t(?:w(?:o|elve|enty)|h(?:ree|irt(?:een|y)|ousands?)|ens?|rillions?)|"
    r"f(?:our(?:teen)?|ive|ift(?:een|y)|orty|ew)|s(?:ix(?:teen|ty)?|even(?:teen|ty)?|cores|everal)|e(?:ight(?:een|y)?|leven)|"
    r"nine(?:teen|ty)?|h(?:undreds?|alf)|m(?:illions?|any)|billions?|dozens?|quarter|couple|"
    r"a (?:hundred|thousand|million|billion|dozen|few|half|quarter|couple))\b)"
)
ALIKE = 2.5  # times that two numbers of one scale may differ
PART = 10.0  # times that a whole may be as large as its part: "1.4 million of 5.2"
_ONE_OF_THEM = (" north korean soldier", " north korean serviceman", " north korean prisoner", " north korean pow")
_LEADS_IN = frozenset(
    "of at says say said saying then only over under about some around just almost nearly maybe perhaps".split()
)
NEAR = 60  # characters from the number with its scale to the one without
_NEW_SENTENCE = re.compile(r"[.!?\n](?: |$|\")")
_CLAUSE_ENDS = re.compile(r"[.,;:!?)\"]*(?:$|\n|(?<=[.,;:!?)\"]) )")
_JOINERS = re.compile(
    r"(?:- to |-to-| to | or | ?- ?)(?:(?:about|around|some|roughly|nearly|perhaps|even|possibly|maybe|almost|"
    r"approximately|as many as|up to|an estimated) )?"
)
_AND = re.compile(r" and (?:(?:about|around|some|roughly|nearly|perhaps|even|almost|approximately|up to|as many as) )?")
_CHANGES = re.compile(
    r"\b(?:rise|rises|rose|risen|rising|grow|grows|grew|grown|growing|increase[sd]?|increasing|went|go|up|down|moved?|"
    r"jump(?:s|ed)?|climb(?:s|ed)?|swell(?:s|ed)?|swollen|revised?|raised?|fell|falls?|fallen|drop(?:s|ped)?|"
    r"expand(?:s|ed)?|doubled|changed?|cut|reduced?|upgraded?|surged?|shrunk|shrank|corrected|lowered|"
    r"upwards?|downwards?) (?:[a-z-]+ ){0,3}(from|by) $"
)
_NOUN_BEHIND = re.compile(
    r" (?:more )?(?:of (?:the|them|these|those|whom|its|their)\b|"
    r"(?!(?:of|in|to|or|and|that|who|is|was|has|had|were|are|will|could|would|by|at|for|from|on|with|as|which|thing|can|"
    r"should|may|might|but|year|time|side|way|point|hand|than|more)\b)[a-z]{3,})"
)


def amounts(text: str, span: Span | None = None) -> tuple[Amount, ...]:
    """The amounts of a folded text, or of one stretch of it, in order and apart from each other.

    >>> [(a.bound, a.low, a.best, a.high) for a in amounts("at least 3,000 of some 11,000, or 20-30 a day")]
    [('at_least', 3000.0, None, None), ('approx', None, 11000.0, None), ('range', 20.0, None, 30.0)]
    >>> amounts("On Jan. 9, 2025 at 6:10 p.m. a KN-23 and 40 percent of $5 million")
    ()
    """
    begin, end = (0, len(text)) if span is None else (span.start, span.end)
    return tuple(_found(text, lowered(text), begin, end))


def _found(text: str, low: str, begin: int, end: int) -> Iterator[Amount]:
    reached = begin
    before: Numeral | None = None
    for hit in _TRIGGER.finditer(low, begin, end):
        at = hit.start()
        if at < reached:
            continue
        if (other := printed_other(low, at)) > at:
            reached = other
            continue
        first = numeral(low, at, single=low.endswith("between ", 0, at))
        if first is None or first.end > end:
            continue
        first = _with_the_scale_of(text, low, first, before)
        ahead = lead(low, at, reached)
        second = _second(low, first, ahead)
        last = second or first
        reached = last.end
        before = last
        if last.end > end or _refused(low, text, first, second, ahead):
            continue
        amount = _amount(low, first, second, ahead, end)
        if amount is not None:
            reached = amount.span.end
            yield amount


def _with_the_scale_of(text: str, low: str, numeral: Numeral, before: Numeral | None) -> Numeral:
    """The numeral with the scale that the sentence printed once: "one says eleven thousand, the other twelve".

    Only where it ends its clause, and where that makes the two numbers alike.
    """
    if before is None or numeral.scale != 1 or numeral.grouped or before.scale < 1000:
        return numeral
    between = low[before.end : numeral.start]
    value = round(numeral.value * before.scale, 3)
    lead_in = between.split()[-1:] or [""]
    if lead_in[0] not in _LEADS_IN and not text[numeral.start - len(lead_in[0]) - 1].isupper():
        return numeral
    times = PART if lead_in == ["of"] else ALIKE
    alike = max(value, before.value) <= times * min(value, before.value)
    if not alike or len(between) > NEAR or _NEW_SENTENCE.search(between) or not _CLAUSE_ENDS.match(low, numeral.end):
        return numeral
    return numeral._replace(value=value, scale=before.scale, form="scaled")


def _refused(low: str, text: str, first: Numeral, second: Numeral | None, ahead: Lead) -> bool:
    """Whether the number, or the range, is part of another thing or no count at all."""
    last = second or first
    if named_before(low, text, first) or named_behind(low, text, last):
        return True
    if second is None and (first.value == 1 and first.scale == 1):
        return not _counts_one(low, first, ahead)
    if second is None and first.form == "words" and _bare_scale(low, first, ahead):
        return True
    if (not first.value.is_integer() or not last.value.is_integer()) and last.form == "digits":
        return True
    if low[first.start] == "0" and first.form == "digits":
        return True
    if first.plain and (first.end - first.start > 9):
        return True
    bounded = ahead.bound != "exact" or ahead.more
    if second is not None and second.plain and first.plain:
        return is_year(low, second, bounded) and first.value >= 1900
    return is_year(low, first, bounded or second is not None)


def _counts_one(low: str, one: Numeral, ahead: Lead) -> bool:
    """Whether "one" is a number: behind a bound word or "another", or before "more", with its noun behind it."""
    bounded = ahead.bound != "exact" or ahead.more or low.startswith(" more ", one.end)
    return (bounded and _NOUN_BEHIND.match(low, one.end) is not None) or low.startswith(_ONE_OF_THEM, one.end)


def _bare_scale(low: str, only: Numeral, ahead: Lead) -> bool:
    """Whether it is a scale word without "a" or a bound, as in "per thousand"."""
    if low[only.start : only.end] not in SCALES or ahead.bound != "exact" or ahead.more:
        return False
    return not low.endswith(("the ", "first ", "last ", "these ", "those "), 0, only.start)


def _second(low: str, first: Numeral, ahead: Lead) -> Numeral | None:
    """The upper end of a range that begins with ``first``, which may then take its scale; None if there is no range."""
    if first.form == "vague":
        return None
    joiner = _JOINERS.match(low, first.end)
    if joiner is None and ahead.opener == "between":
        joiner = _AND.match(low, first.end)
    change = _CHANGES.search(low[max(0, ahead.start - 60) : ahead.start])
    if joiner is None or (change is not None and ahead.opener == "from"):
        return None
    at = joiner.end()
    if not (low[at : at + 2] == "a " or low[at : at + 1].isalnum()):
        return None
    second = numeral(low, at)
    if second is None or second.form == "vague" or _shared(first, second) >= second.value:
        return None
    if change is not None and change[1] == "by" and second.value > 2 * _shared(first, second):
        return None  # "grew by 300 to 900"
    if joiner[0].startswith(" or") and second.value > 3 * _shared(first, second):
        return None
    return second


def _shared(first: Numeral, second: Numeral) -> float:
    """The lower end of a range, with the scale of the upper one if it has none of its own.

    >>> _shared(numeral("9", 0), numeral("10 million", 0))
    9000000.0
    >>> _shared(numeral("500", 0), numeral("1 million", 0))
    500.0
    """
    if first.scale == 1 and not first.grouped and second.scale > 1 and first.value * second.scale < second.value:
        return float(round(first.value * second.scale, 3))
    thousands = second.value / 1000
    if first.plain and second.grouped and thousands.is_integer() and thousands / 4 <= first.value < thousands:
        return first.value * 1000
    return float(first.value)


def _amount(low: str, first: Numeral, second: Numeral | None, ahead: Lead, end: int) -> Amount | None:
    last = second or first
    behind = tail(low, last.end)
    stop = min(behind.end, end)
    more = ahead.more or behind.more
    span, bare = Span(ahead.start, stop), Span(first.start, last.end)
    if second is not None:
        start = low.rfind(ahead.opener, 0, ahead.start) if ahead.opener else ahead.start
        low_end = _shared(first, second)
        return Amount(Span(start, stop), bare, low_end, None, float(second.value), "range", "range", more)
    bound: Bound = behind.bound if behind.bound != "exact" and ahead.bound in ("exact", "approx") else ahead.bound
    value = float(first.value)
    if first.form == "vague":
        return Amount(span, bare, value, None, None, "vague", "vague", more)
    if bound == "exact" and first.form == "words" and "couple" in bare.of(low):
        bound = "approx"
    below = value if bound in ("at_least", "more_than") else None
    above = value if bound in ("up_to", "nearly") else None
    best = value if bound in ("exact", "approx") else None
    return Amount(span, bare, below, best, above, bound, first.form, more)
