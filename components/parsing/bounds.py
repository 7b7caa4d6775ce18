"""The words before and behind a numeral that bound it: "at least", "some", "or more", "another".

Everything here reads folded text in lower case and gives offsets into it. Bound words stand on the numeral's own line.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

from components.model import Bound
from components.parsing.numerals import word_before

Opener: TypeAlias = Literal["between", "from", ""]

_HEADS: dict[Bound, str] = {
    "approx": "about|some|around|roughly|approximately|approx|approx.|an estimated|estimated|some estimated|circa|"
    "c.|ca.|an average of|in the region of|in the order of|on the order of|to the tune of|"
    "somewhere around|somewhere near|something like|maybe|perhaps|in the neighborhood of|"
    "in the neighbourhood of|give or take|more or less|just about|a rough|an approximate|"
    "an estimated total of",
    "at_least": "at least|at the least|at the very least|no fewer than|no less than|not less than|not fewer than|"
    "a minimum of|minimum",
    "more_than": "more than|over|above|exceeding|exceed|exceeds|exceeded|in excess of|beyond|top|tops|topped|topping|"
    "surpass|surpasses|surpassed|surpassing|pass|passes|passed|passing|past|greater than|higher than|larger than|"
    "upwards of|upward of|somewhere north of|anywhere north of|well north of",
    "up_to": "up to|as many as|as much as|as high as|a maximum of|maximum|at most|at the most|no more than|"
    "not more than|not exceeding|fewer than|less than|lower than|under|below|well under|well below",
    "nearly": "nearly|almost|close to|just under|just below|just short of|just shy of|approaching|approaches|nearing|"
    "nears|slightly under|slightly below|slightly less than|slightly fewer than|a little under|a little less than|"
    "a little fewer than|a bit less than|not quite|close on|virtually|nigh on",
}
_MORE = "another|further|a further|additional|an additional|extra|an extra|fresh|a fresh"
_LEAD_INS = frozenset({"well", "just", "slightly", "far", "much", "considerably", "significantly", "a little", "a bit"})
_BEFORE_TOP = frozenset("the a an of in his her its their our this that world's on last next to".split())
_SPOKEN_OF = frozenset(
    "talk talks talking talked speak speaks speaking report reports news information rumours rumors story stories "
    "details claims word".split()
)
_PHRASAL = frozenset("hand hands handed handing turn turns turned turning sign signs signed signing".split())


def _by_last_word() -> dict[str, tuple[tuple[tuple[str, ...], Bound | Literal["more"]], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], Bound | Literal["more"]]]] = {}
    named: list[tuple[Bound | Literal["more"], str]] = [*_HEADS.items(), ("more", _MORE)]
    for bound, phrases in named:
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            table.setdefault(words[-1], []).append((words, bound))
    return {last: tuple(sorted(found, key=lambda one: -len(one[0]))) for last, found in table.items()}


_BY_LAST_WORD = _by_last_word()
_ENDINGS = frozenset({*_BY_LAST_WORD, "between", "from", "to"})
_QUOTES = "\"'([*_-"
_QUOTED = frozenset("\"'")
_GLUED = frozenset({"c.", "ca.", "approx."})  # "c.12,500"
_RISE = re.compile(
    r"\b(?:could|may|might|can|would) (?:(?:[a-z]+ly|soon|yet|still) )?"
    r"(?:rise|grow|swell|climb|increase|go up|expand) (?:further )?to $"
)
_STOPS = r"(?= ?(?:[.,;:!?)\n\"]|$))"
_BEHIND = re.compile(
    r"(?P<least>,? \(?or (?:even )?more\b(?! than| less)\)?| and (?:more\b(?! than)|counting\b)|\+|"
    rf"(?:-| )plus\b(?! [0-9])| at (?:the )?(?:very )?least{_STOPS}| minimum\b)"
    rf"|(?P<most>,? or (?:fewer|less)\b| at (?:the )?(?:very )?most{_STOPS}| (?:maximum|max|tops){_STOPS})"
    r"|(?P<approx>,? or so\b|,? give or take\b|(?:-| )odd\b|,? or thereabouts\b|,? more or less\b|-some\b|-?ish\b|"
    rf",? approximately{_STOPS})"
)
_NOUN_OR_MORE = re.compile(r"(?: [a-z][a-z-]++){1,3} or more\b(?! than| less)")
_MORE_BEHIND = re.compile(r" (?:more|additional|further|extra|fresh)\b(?! than\b| or less\b| and more\b)")


class Lead(NamedTuple):
    """What stands before a numeral; ``start`` is where it begins."""

    start: int
    bound: Bound = "exact"
    more: bool = False
    opener: Opener = ""


class Tail(NamedTuple):
    """What stands behind a numeral; ``end`` is where it ends."""

    end: int
    bound: Bound = "exact"
    more: bool = False


def lead(low: str, at: int, floor: int = 0) -> Lead:
    """The bound words that end at the numeral at ``at``, none of them before ``floor``.

    >>> text = "with at least another 500 men"
    >>> lead(text, text.index("500"))
    Lead(start=5, bound='at_least', more=True, opener='')
    >>> lead("they handed over 60 trucks", 17).bound
    'exact'
    """
    if (word := word_before(low, at)) and word.lstrip(_QUOTES) not in _ENDINGS:
        return Lead(at)
    floor = max(floor, at - 72, low.rfind("\n", floor, at) + 1)
    window = low[floor:at]
    if window[-1:] in ("~", "≈", "∼"):
        return Lead(at - 1, "approx")
    if window[-1:] in (">", "≥"):
        return Lead(at - 1, "more_than" if window[-1] == ">" else "at_least")
    words = window.split(" ")
    if (last := words.pop()) in _GLUED:
        return Lead(at - len(last), "approx")
    if last and last not in _QUOTED:
        return Lead(at)
    if floor and words and low[floor - 1] not in " \n":
        words[0] = "." * len(words[0])
    start, reach, more = at, at - len(last), False
    bound: Bound = "exact"
    while words:
        while words and not words[-1]:
            reach -= 1
            words.pop()
        step = _step(words) if words else None
        if step is None or (more and step[1] == "approx" and _speaks_about(words)):
            break
        size, said = step
        taken = words[-size:]
        del words[-size:]
        reach -= sum(map(len, taken)) + size
        start = reach + len(taken[0]) - len(taken[0].lstrip(_QUOTES))
        if said == "more":
            more = True
        elif bound in ("exact", "approx"):
            bound = said
        if taken[0][:1] in _QUOTES:
            break
    opener: Opener = ""
    if words and (opening := words[-1].lstrip(_QUOTES)) in ("between", "from"):
        opener = "between" if opening == "between" else "from"
    if bound == "exact" and window.endswith(" to ") and _RISE.search(window):
        bound = "up_to"
    return Lead(start, bound, more, opener)


def _speaks_about(words: list[str]) -> bool:
    """Whether "about" is a preposition: "reports about a further 500"."""
    return words[-1] == "about" and words[-2:-1] != [] and words[-2] in _SPOKEN_OF


def _step(words: list[str]) -> tuple[int, Bound | Literal["more"]] | None:
    """How many words at the end of ``words`` are one bound, and which."""
    for phrase, bound in _BY_LAST_WORD.get(words[-1].lstrip(_QUOTES), ()):
        size = len(phrase)
        if size > len(words) or (words[-size].lstrip(_QUOTES), *words[len(words) - size + 1 :]) != phrase:
            continue
        before = words[-size - 1] if len(words) > size else ""
        if phrase[0] in ("top", "past", "pass", "maximum", "minimum") and before in _BEFORE_TOP:
            return None
        if phrase == ("over",) and before in _PHRASAL:
            return None
        if bound != "more" and before in _LEAD_INS:
            size += 1
        elif bound != "more" and before in ("little", "bit") and words[-size - 2 : -size - 1] == ["a"]:
            size += 2
        return size, bound
    return None


def tail(low: str, at: int) -> Tail:
    """The bound words that begin at ``at``, where a numeral ends.

    >>> tail("3,000 or more", 5)
    Tail(end=13, bound='at_least', more=False)
    >>> tail("60 more trucks", 2)
    Tail(end=7, bound='exact', more=True)
    >>> tail("500 more than last year", 3)
    Tail(end=3, bound='exact', more=False)
    """
    more = _MORE_BEHIND.match(low, at)
    if more is not None:
        return Tail(more.end(), tail(low, more.end()).bound, more=True)
    if found := _BEHIND.match(low, at):
        return Tail(found.end(), "at_least" if found["least"] else "up_to" if found["most"] else "approx")
    return Tail(at, "at_least" if _NOUN_OR_MORE.match(low, at) else "exact")
