"""The words dates are made of: names of months and days, number words, cues of the future, and the trigger.

These are closed classes of English, not vocabulary of the topic, so they stand here and not in the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAMED = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
MONTHS: Final = _NAMED | {name[:3]: number for name, number in _NAMED.items()} | {"sept": 9}
WEEKDAYS: Final = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
NUMBERS: Final = {word: number for number, word in enumerate(_SMALL, 1)} | {
    "a": 1, "an": 1, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "couple of": 2, "a couple of": 2,
}  # fmt: skip
VAGUE_NUMBERS: Final = {"a few": (2, 5), "few": (2, 5), "several": (3, 7), "some": (2, 5)}
_TO_NINTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ORDINALS = (
    *_TO_NINTH,
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
    *(f"twenty-{unit}" for unit in _TO_NINTH),
    *("thirtieth", "thirty-first"),
)
ORDINALS: Final = {word: number for number, word in enumerate(_ORDINALS, 1)}
# Alone ("on the fifteenth") only those that seldom count anything else.
LONE_ORDINALS: Final = _ORDINALS[9:]
UNIT_DAYS: Final = {"day": 1, "week": 7, "weekend": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3652}


def _either_case(words: Iterable[str]) -> str:
    return "|".join(f"{word.capitalize()}|{word.upper()}" for word in words)


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")
MONTH: Final = rf"(?:{_either_case(_MONTH_NAMES)}|(?:{_either_case(_SHORT_MONTHS)})\b\.?)"
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
DAY_IN_WORDS: Final = f"(?:{_longest_first(_ORDINALS)})"
WEEKDAY: Final = f"(?:{_either_case(WEEKDAYS)})"
COUNT: Final = rf"(?:\d{{1,3}}|(?:{_longest_first([*NUMBERS, *VAGUE_NUMBERS])}))"
YEAR: Final = r"(?:19|20)\d\d"
OF_YEAR: Final = (
    rf"(?:(?:,? ?|,? of |,? in )(?P<year>{YEAR})(?![\d-])"
    r"|,? (?:of |in )?(?P<which>last|this|next|the same|that|the previous|the following|the preceding) year\b)"
)
PART: Final = (
    r"(?i:(?:the )?(?P<part>early[- ]to[- ]mid|mid[- ]to[- ]late"
    r"|early|mid|late|onset|start|beginning|turn|opening|middle|end|close|first days|last days"
    r"|final days|early days|early months|first months|final months|last months|(?:first|second) half"
    r"|(?:first|second|third|fourth|last|final) (?:week|quarter|ten days))"
    r"(?:-| )(?:of |in )?(?:the )?)"
)

FUTURE: Final = re.compile(
    r"\b(?:(?:will|may|might|could|shall|would|should)(?! (?:not )?have\b)|plan(?:s|ned|ning)?|prepar(?:es?|ing)"
    r"|expect(?:s|ed|ing)?|due|next|set to|(?:is|are|was|were) to|to be|scheduled|upcoming|intends?|hop(?:es?|ing)"
    r"|aims?|slated|ahead of|going to|likely to|ready to|pledged to|promised to|vowed to)\b",
    re.IGNORECASE,
)
PAST: Final = re.compile(
    r"\b(?:said|says|told|added|announced|reported|noted|wrote|signed|claimed|stated|according|since|after|was|were"
    r"|had|came|went|met|arrived)\b(?! (?:to|expected|due|set|scheduled)\b)",
    re.IGNORECASE,
)
PAST_PERFECT: Final = re.compile(r"\b(?:had|was|were|have been|has been)\b(?! (?:to|due|expected|set|hoped)\b)")
SENTENCE_END: Final = re.compile(r"[.!?][\"')\]]*(?: +(?=[\"'(\[]?[A-Z])|\n+)|\n+")
LEAD: Final = re.compile(
    r"\b(?P<lead>as of|since|until|till|by|before|prior to|ahead of|after|following|between|from|in|on|during"
    r"|throughout|through|at|for|over)"
    r"(?: (?:at least|about|around|roughly|approximately|the))*\s\(?$",
    re.IGNORECASE,
)
# What Pyongyang names after days: "the April 25 House of Culture", "the June 15 Joint Declaration".
NAMED_AFTER_A_DAY: Final = re.compile(
    r"(?: \d{1,2})? (?:House|Hall|Hotel|Stadium|Palace|Factory|Plant|Library|Square|Street|Brigade|Movement|Joint"
    r"|Declaration)\b"
)
SINCE_CLAUSE: Final = re.compile(r"\bsince (?:the|its|their|his|her|a|an|[A-Z]\w+)\b[^,.;:\n]{2,70}$")

_TRIGGERS: Final = [
    *(*MONTHS, *WEEKDAYS, *LONE_ORDINALS, "spring", "summer", "autumn", "fall", "winter", "christmas"),
    *("today", "yesterday", "tomorrow", "tonight", "overnight", "morning", "evening", "afternoon", "night"),
    *("day", "days", "week", "weeks", "weekend", "month", "months", "quarter", "year", "years", "decade", "decades"),
    *("hours", "recently", "lately", "currently", "presently", "moment"),
]


# Words an expression may begin with, or hold, before its trigger word.
REACH: Final = frozenset(
    (
        *("the", "of", "in", "on", "and", "or", "to", "through", "until", "into", "early", "late", "later", "earlier"),
        *("mid", "start", "beginning", "turn", "opening", "middle", "end", "close", "onset", "half", "days", "weeks"),
        *("months", "ten", "week", "quarter", "this", "last", "next", "previous", "coming", "past", "preceding"),
        *("following", "same", "that", "whole", "all", "so", "far", "sometime", "at", "some", "point", "day", "before"),
        *("night", "overnight", "recent", "these", "few", "very", "final", "about", "around", "nearly", "almost"),
        *("just", "exactly", "only", "roughly", "couple", *MONTHS, *WEEKDAYS, *_ORDINALS),
        *(word for number in NUMBERS for word in number.split()),
    )
)


def _one_by_one(words: Iterable[str]) -> str:
    """An alternation that shares beginnings, so that each letter is looked at once."""
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        rests.setdefault(word[:1], []).append(word[1:])
    ends = rests.pop("", None) is not None
    branches = [re.escape(letter) + _one_by_one(rest) for letter, rest in rests.items()]
    if not branches:
        return ""
    both = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{both}?" if ends else both


_SPELT: Final = [
    *(_TRIGGERS + [word.capitalize() for word in _TRIGGERS] + [word.upper() for word in (*MONTHS, *WEEKDAYS)]),
    *("at present", "At present", "as of now", "As of now", "to date", "To date", "so far", "So far"),
    *("New Year", "new year"),
]
TRIGGER: Final = re.compile(
    rf"\b(?:(?P<word>{_one_by_one(_SPELT)})\b|(?=\d)(?:(?P<numeric>\d{{1,4}}([-./])\d{{1,2}}\3\d{{1,4}})(?!\d)"
    rf"|(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)\b)|(?P<year>{YEAR})(?:s|(?!\w))))"
)
